//! Finding where a printed value may begin in running text, from the digits that it must have.

use crate::lexicon::{Lexicon, List, Map};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The next ASCII digit at or after `from`.
pub(super) fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    const STEP: usize = 32;
    let mut at = from;
    for chunk in bytes.get(from..)?.chunks(STEP) {
        // Without an early exit the compiler makes this one comparison of the whole chunk.
        let any = chunk.iter().fold(false, |any, b| any | b.is_ascii_digit());
        if any {
            return chunk.iter().position(u8::is_ascii_digit).map(|p| at + p);
        }
        at += chunk.len();
    }
    None
}

/// Whether the digits at `at` go on from a longer number, name or symbol: `1,234`, `A/71`, `B2`.
pub(super) fn is_inside_number(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        None => false,
        Some('.' | ',' | ':') => before.next().is_some_and(|c| c.is_ascii_digit()),
        Some('/' | '-') => before.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric() || c == '_',
    }
}

/// The word that ends at the end of `before`, blanks and a full stop aside.
pub(super) fn word_before(before: &str) -> Option<&str> {
    let before = before.trim_end_matches([' ', '\n', '\u{a0}', '.']);
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map(|(at, _)| at)?;
    Some(&before[start..])
}

/// The words that may stand in a value before its digits.
pub(super) struct Vocabulary {
    /// Each word in small letters, and whether a value may begin with it.
    words: HashMap<String, bool>,
}

/// A value has no more words than this before its digits.
const MOST_WORDS: usize = 8;
/// No word of a vocabulary is longer, in bytes.
const LONGEST_WORD: usize = 24;

impl Vocabulary {
    /// The words of some maps and lists, those of `maps` and `openers` being able to begin a value.
    pub(super) fn new(lex: &Lexicon, maps: &[Map], openers: &[List], inner: &[List]) -> Vocabulary {
        let mut words = HashMap::new();
        let parts = |phrase: &str| -> Vec<String> {
            let parts = phrase.split(|c: char| !c.is_alphanumeric());
            parts
                .filter(|w| !w.is_empty())
                .map(str::to_lowercase)
                .collect()
        };
        for phrase in inner.iter().flat_map(|&list| lex.list(list).iter()) {
            words.extend(parts(phrase).into_iter().map(|w| (w, false)));
        }
        let opening = openers.iter().flat_map(|&list| lex.list(list).iter());
        for phrase in opening.chain(maps.iter().flat_map(|&map| lex.map(map).iter())) {
            for (k, part) in parts(phrase).into_iter().enumerate() {
                let opens = words.entry(part).or_insert(false);
                *opens |= k == 0;
            }
        }
        Vocabulary { words }
    }

    /// Whether the vocabulary has the word, and if so whether a value may begin with it.
    fn get(&self, word: &str) -> Option<bool> {
        if word.len() > LONGEST_WORD {
            return None;
        }
        let mut small = [0; LONGEST_WORD];
        let small = &mut small[..word.len()];
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        self.words.get(std::str::from_utf8(small).ok()?).copied()
    }

    /// The places before `at`, but not before `done`, where a value may begin whose words run on to `at`; the first one first.
    pub(super) fn starts(
        &self,
        text: &str,
        done: usize,
        at: usize,
    ) -> impl Iterator<Item = usize> + use<> {
        let mut starts = [None; MOST_WORDS];
        let mut end = at;
        for slot in starts.iter_mut().rev() {
            let gap = text[done..end]
                .trim_end_matches([' ', '\n', ',', '.', ':', '\u{a0}', '\'', '\u{2019}', '-']);
            let word_end = done + gap.len();
            let word_start = done + gap.trim_end_matches(char::is_alphabetic).len();
            if word_start == word_end || at - word_end > 64 {
                break;
            }
            let Some(opens) = self.get(&text[word_start..word_end]) else {
                break;
            };
            if opens && !text[..word_start].ends_with(char::is_alphanumeric) {
                *slot = Some(word_start);
            }
            end = word_start;
        }
        starts.into_iter().flatten()
    }
}

/// Words at which, as at digits, a clock time may be looked for.
pub(super) struct Anchors {
    words: HashSet<String>,
    /// Whether a word of the set begins with these three letters.
    beginnings: Vec<bool>,
}

impl Anchors {
    /// The first words of the phrases of some maps; those with letters beyond ASCII at their beginning are not found.
    pub(super) fn new(lex: &Lexicon, maps: &[Map]) -> Anchors {
        let phrases = maps.iter().flat_map(|&map| lex.map(map).iter());
        let firsts = phrases.filter_map(|p| p.split([' ', '-']).next());
        let words: HashSet<String> = firsts.map(str::to_lowercase).collect();
        let mut beginnings = vec![false; 1 << 15];
        for at in words.iter().filter_map(|w| beginning(w.as_bytes())) {
            beginnings[at] = true;
        }
        Anchors { words, beginnings }
    }

    /// The next run of digits or word of the set at or after `from`.
    pub(super) fn next(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        let mut in_word = from > 0 && is_letter(bytes[from - 1]);
        for (at, &b) in bytes.iter().enumerate().skip(from) {
            if b.is_ascii_digit() {
                let len = bytes[at..]
                    .iter()
                    .take_while(|b| b.is_ascii_digit())
                    .count();
                return Some(at..at + len);
            }
            let letter = is_letter(b);
            if letter
                && !in_word
                && let Some(end) = self.word(text, at)
            {
                return Some(at..end);
            }
            in_word = letter;
        }
        None
    }

    /// Where the word at `at` ends, if it is one of the set.
    fn word(&self, text: &str, at: usize) -> Option<usize> {
        let bytes = &text.as_bytes()[at..];
        if !self.beginnings[beginning(bytes)?] {
            return None;
        }
        let len = bytes
            .iter()
            .take(LONGEST_WORD + 1)
            .take_while(|&&b| is_letter(b))
            .count();
        let mut small = [0; LONGEST_WORD];
        let small = small.get_mut(..len)?;
        small.copy_from_slice(&bytes[..len]);
        small.make_ascii_lowercase();
        let word = std::str::from_utf8(small).ok()?;
        self.words.contains(word).then_some(at + len)
    }
}

/// A letter's byte, any beyond ASCII being taken for one.
fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic() || b >= 0x80
}

/// The first three letters, in any case, as a number below 2^15.
fn beginning(word: &[u8]) -> Option<usize> {
    let letters = word.get(..3)?;
    let fold = |n, b: &u8| n << 5 | usize::from(b & 31);
    letters
        .iter()
        .all(u8::is_ascii_alphabetic)
        .then(|| letters.iter().fold(0, fold))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn digits_are_found_across_chunks() {
        let text = format!("{}7{}8", "x".repeat(70), "é".repeat(40));
        assert_eq!(next_digit(text.as_bytes(), 0), Some(70));
        assert_eq!(next_digit(text.as_bytes(), 71), Some(text.len() - 1));
        assert_eq!(next_digit(text.as_bytes(), text.len()), None);
        assert_eq!(next_digit(b"", 9), None);
    }

    #[test]
    fn a_value_begins_at_its_first_word() {
        let words = Vocabulary::new(
            Lang::En.lexicon(),
            &[Map::Month, Map::Weekday],
            &[List::RangeFrom],
            &[List::DateOf],
        );
        let text = "met from Monday, June 4";
        let starts: Vec<_> = words.starts(text, 0, text.len() - 1).collect();
        assert_eq!(starts, [4, 9, 17]);
        assert_eq!(
            words.starts(text, 10, text.len() - 1).collect::<Vec<_>>(),
            [17]
        );
    }

    #[test]
    fn numbers_within_numbers() {
        for (text, inside) in [
            ("1,234", true),
            ("A/71", true),
            ("B2", true),
            ("x, 2", false),
            ("(2", false),
        ] {
            let at = text
                .rfind(|c: char| !c.is_ascii_digit())
                .map_or(0, |p| p + 1);
            assert_eq!(is_inside_number(text, at), inside, "{text}");
        }
    }
}
