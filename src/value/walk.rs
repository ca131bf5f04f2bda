//! Finding where a printed value may begin in running text, from the digits that it must have.

use crate::lexicon::{Lexicon, List, Map, Phrases};
use crate::value::sixteen::{AT_ONCE, MANY, Sixteen, begins, of_many};
use foldhash::{HashMap, HashMapExt, HashSet};
use std::ops::Range;

/// The next ASCII digit at or after `from`.
pub(crate) fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while at < bytes.len() {
        let digits = Sixteen::at(bytes, at).digits();
        if digits != 0 {
            return Some(at + digits.trailing_zeros() as usize);
        }
        at += AT_ONCE;
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

/// Whether one of `phrases`, of a word or two, ends at the end of `before`, blanks, a hyphen and a full stop aside.
pub(super) fn is_after(before: &str, phrases: &Phrases) -> bool {
    let before = before.trim_end_matches([' ', '\n', '\u{a0}', '.', '-']);
    let Some(last) = word_start(before) else {
        return false;
    };
    let two = before[..last].strip_suffix(' ').and_then(word_start);
    phrases.is(&before[last..]) || two.is_some_and(|start| phrases.is(&before[start..]))
}

/// Where the word starts that ends at the end of `before`.
fn word_start(before: &str) -> Option<usize> {
    let letters = before.char_indices().rev();
    let word = letters.take_while(|(_, c)| c.is_alphanumeric());
    word.last().map(|(at, _)| at)
}

/// The words that may stand in a value before its digits.
pub(super) struct Vocabulary {
    /// Each word in small letters, and whether a value may begin with it.
    words: HashMap<String, bool>,
    beginnings: Beginnings,
}

/// A value has no more words than this before its digits.
const MOST_WORDS: usize = 8;
/// What may part the words of a value.
const PARTING: [char; 13] = [
    ' ', '\n', '\u{a0}', ',', '.', ':', '\'', '\u{2019}', '-', '\u{2013}', '\u{2014}', '/', '&',
];
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
        let beginnings = Beginnings::new(words.keys());
        Vocabulary { words, beginnings }
    }

    /// Whether the vocabulary has the word, and if so whether a value may begin with it.
    fn get(&self, word: &str) -> Option<bool> {
        if !self.beginnings.have(word.as_bytes()) {
            return None;
        }
        let mut small = [0; LONGEST_WORD];
        self.words.get(lowercase(word, &mut small)?).copied()
    }

    /// Whether the word that `rest` begins with, a blank or hyphen before it aside, is of the vocabulary.
    pub(super) fn goes_on(&self, rest: &str) -> bool {
        let rest = rest.trim_start_matches([' ', '\n', '-', '\u{a0}']);
        let bytes = rest.bytes().take(LONGEST_WORD + 1);
        let len = bytes.take_while(|&b| is_letter(b)).count();
        rest.get(..len).is_some_and(|word| self.get(word).is_some())
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
            let gap = text[done..end].trim_end_matches(PARTING);
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
    beginnings: Beginnings,
}

impl Anchors {
    /// The first words of the phrases of some maps.
    pub(super) fn new(lex: &Lexicon, maps: &[Map]) -> Anchors {
        let phrases = maps.iter().flat_map(|&map| lex.map(map).iter());
        let firsts = phrases.filter_map(|p| p.split([' ', '-']).next());
        let words: HashSet<String> = firsts.map(str::to_lowercase).collect();
        let beginnings = Beginnings::new(words.iter());
        Anchors { words, beginnings }
    }

    /// The next word of the set, of three letters or more, at or after `from`.
    fn next_word(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        let mut before = u64::from(from > 0 && is_letter(bytes[from - 1]));
        for near in (from..bytes.len()).step_by(MANY) {
            let [letters] = of_many(bytes, near, |part| [part.letters() | part.wide()]);
            let mut words = begins(letters, before);
            before = letters >> (MANY - 1);
            while words != 0 {
                let at = near + words.trailing_zeros() as usize;
                let may = self.beginnings.bit_at(bytes, at);
                if let Some(end) = may.then(|| self.word(text, at)).flatten() {
                    return Some(at..end);
                }
                words &= words - 1;
            }
        }
        None
    }

    /// A walk over the runs of digits and the words of the set in `text`.
    pub(super) fn walk<'t>(&'t self, text: &'t str) -> Walk<'t> {
        Walk {
            anchors: self,
            text,
            digit: next_digit(text.as_bytes(), 0),
            word: self.next_word(text, 0),
        }
    }

    /// Where the word at `at` ends, if it is one of the set and stands by itself.
    fn word(&self, text: &str, at: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        if at > 0 && is_letter(bytes[at - 1]) {
            return None;
        }
        let rest = bytes[at..].iter().take(LONGEST_WORD + 1);
        let len = rest.take_while(|&&b| is_letter(b)).count();
        let mut small = [0; LONGEST_WORD];
        let word = lowercase(text.get(at..at + len)?, &mut small)?;
        self.words.contains(word).then_some(at + len)
    }
}

/// The next digits and the next word of a text, each looked for only once.
pub(super) struct Walk<'t> {
    anchors: &'t Anchors,
    text: &'t str,
    digit: Option<usize>,
    word: Option<Range<usize>>,
}

impl Walk<'_> {
    /// The next run of digits or word of the set at or after `from`, which never goes back.
    pub(super) fn next(&mut self, from: usize) -> Option<Range<usize>> {
        if self.digit.is_some_and(|digit| digit < from) {
            self.digit = next_digit(self.text.as_bytes(), from);
        }
        if self.word.as_ref().is_some_and(|word| word.start < from) {
            self.word = self.anchors.next_word(self.text, from);
        }
        match (self.digit, &self.word) {
            (Some(digit), Some(word)) if word.start < digit => Some(word.clone()),
            (Some(digit), _) => Some(digit..after_digits(self.text.as_bytes(), digit)),
            (None, word) => word.clone(),
        }
    }
}

/// The byte after the run of digits at `digit`.
pub(super) fn after_digits(bytes: &[u8], digit: usize) -> usize {
    let rest = bytes[digit..].iter();
    digit + rest.take_while(|b| b.is_ascii_digit()).count()
}

/// A letter's byte, any beyond ASCII being taken for one.
fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic() || b >= 0x80
}

/// `word` with its ASCII letters made small in `room`; none if it does not fit.
fn lowercase<'r>(word: &str, room: &'r mut [u8; LONGEST_WORD]) -> Option<&'r str> {
    let room = room.get_mut(..word.len())?;
    room.copy_from_slice(word.as_bytes());
    room.make_ascii_lowercase();
    std::str::from_utf8(room).ok()
}

/// The first three bytes of the words of a set, by which most others are refused; shorter words end in what follows them.
struct Beginnings {
    /// A bit for each three bytes, of which the low five bits count, since these are the same in either case.
    bits: Vec<u64>,
    /// Whether the set has a word of less than three bytes, by its first byte.
    short: [bool; 32],
}

impl Beginnings {
    fn new<'w>(words: impl Iterator<Item = &'w String>) -> Beginnings {
        let mut this = Beginnings {
            bits: vec![0; (1 << 15) / 64],
            short: [false; 32],
        };
        for word in words.map(String::as_bytes).filter(|w| !w.is_empty()) {
            match word.get(..3) {
                Some(three) => {
                    let index = Self::index(three);
                    this.bits[index / 64] |= 1 << (index % 64);
                }
                None => this.short[usize::from(word[0] & 31)] = true,
            }
        }
        this
    }

    /// Whether `word` may be of the set.
    fn have(&self, word: &[u8]) -> bool {
        match word.get(..3) {
            Some(three) => self.bit(three),
            None => word
                .first()
                .is_some_and(|b| self.short[usize::from(b & 31)]),
        }
    }

    /// Whether a word of three letters or more may begin at `at`.
    #[inline]
    fn bit_at(&self, text: &[u8], at: usize) -> bool {
        text.get(at..at + 3).is_some_and(|three| self.bit(three))
    }

    #[inline]
    fn bit(&self, three: &[u8]) -> bool {
        let index = Self::index(three);
        self.bits[index / 64] >> (index % 64) & 1 == 1
    }

    fn index(three: &[u8]) -> usize {
        let low = |k: usize| usize::from(three[k] & 31);
        low(0) << 10 | low(1) << 5 | low(2)
    }
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
