//! Which texts are no place, told by a hash instead of a look-up.

use super::cities::{has_city, may_be_saint};
use super::fold::fold;
use super::hash::{
    ALONE, COUNTRY, ENDS, OPENS, Prefix, REGION, bit, bit_of, head_bit, heads_bit, of_ascii,
    of_both, two_words,
};
use crate::lexicon::{Lang, List};
use crate::value::eight::{self, digits, letters, run_end};
use crate::value::next_digit;
use crate::value::seen::SeenWords;
use crate::value::sixteen::{AT_ONCE, Sixteen};
use std::ops::Range;

thread_local! {
    /// What was said of words of eight letters at most.
    static SHORT_WORDS: SeenWords = const { SeenWords::new() };
}

/// Says of most words that no place begins with them, and of most pairs of words the same, by a bit for each hash.
pub(super) struct Filter(&'static [u8]);

/// Built with the program.
pub(super) const FILTER: Filter =
    Filter(include_bytes!(concat!(env!("OUT_DIR"), "/places.filter")));

impl Filter {
    fn has(&self, text: &str, salt: u64) -> bool {
        self.has_bit(bit(text, salt))
    }

    fn has_bit(&self, bit: usize) -> bool {
        self.0[bit / 8] >> (bit % 8) & 1 == 1
    }

    /// Whether a place may begin with the capitalised word at a range, as it and the word behind it tell.
    pub fn may_start(&self, text: &str, range: Range<usize>) -> bool {
        let [opens, alone] = self.may_be_first(text, range.clone());
        if alone || !opens {
            return alone;
        }
        match text.as_bytes().get(range.end) {
            Some(b' ') => self.may_be_two(text, range),
            // Marks that a name may have, and letters.
            Some(b'.' | b'\'' | b'&' | b'-' | 0x80..) => true,
            _ => false,
        }
    }

    /// Whether a place may begin with the capitalised word at a range and go on with others, and whether it may be the word,
    /// of which ASCII gives letters and digits only; a single letter may begin an abbreviation.
    fn may_be_first(&self, text: &str, range: Range<usize>) -> [bool; 2] {
        let len = range.len();
        if len == 1 {
            return [true; 2];
        }
        let head = head(text.as_bytes(), range.clone());
        let plain = head & eight::HIGH == 0;
        if plain && !self.has_bit(head_bit(head)) && (len <= 8 || text[range.clone()].is_ascii()) {
            return [false; 2];
        }
        let word = &text[range];
        if plain && len <= 8 {
            return SHORT_WORDS.with(|seen| seen.get(head, || self.may_be_word(word)));
        }
        if word.is_ascii() {
            return self.may_be_word(word);
        }
        let letters = word.find(|c: char| !c.is_alphanumeric());
        let word = &word[..letters.unwrap_or(word.len())];
        [word.len() == 1 || self.may_be_word(&fold(word)).contains(&true); 2]
    }

    fn may_be_word(&self, word: &str) -> [bool; 2] {
        let [opens, alone] = of_both(word, [OPENS, ALONE]).map(bit_of);
        [
            self.has_bit(opens),
            self.has_bit(alone) && !is_everyday(word),
        ]
    }

    /// Whether a place may begin with the word at a range and the one behind the blank behind it.
    fn may_be_two(&self, text: &str, range: Range<usize>) -> bool {
        let bytes = text.as_bytes();
        let start = range.end + 1;
        let end = run_end(bytes, start, |b| letters(b) | digits(b));
        // What is left out of a key, or is no single byte, is not looked into.
        let odd = matches!(bytes.get(end), Some(b'.' | b'\'' | b'`' | 0x80..));
        let heads = || [range, start..end].map(|word| head(bytes, word));
        end == start || odd || self.has_bit(heads_bit(heads()))
    }

    /// Whether a place may be the word or, of a phrase, begin with its first two words.
    pub fn may_be(&self, phrase: &str) -> bool {
        if !phrase.is_ascii() {
            return self.is_name(two_words(&fold(phrase)));
        }
        let plain = || phrase.bytes().all(|b| b.is_ascii_alphanumeric());
        self.may_begin(phrase)
            && !match plain() {
                true => is_everyday(phrase),
                false => is_everyday(two_words(&fold(phrase))),
            }
    }

    /// Whether a text may be a place as a whole: it begins with a name, or a country or region stands at its end. Told before
    /// any part of it is looked up.
    pub fn may_be_place(&self, text: &str) -> bool {
        let mark = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
        let text = without_codes(text.trim_start_matches(mark));
        let Some((first, last)) = edge_parts(text) else {
            return true;
        };
        let begins = |name: &str| {
            let saint = may_be_saint(name.as_bytes());
            let article = name.get(..4).filter(|t| t.eq_ignore_ascii_case("the "));
            saint || self.may_begin(name) || article.is_some() && self.may_begin(&name[4..])
        };
        let town = first.split_once('-').map(|(town, _)| town);
        begins(first)
            || town.is_some_and(begins)
            || last.is_some_and(|last| self.may_be_region(last))
            || self.may_end_country(text) && self.may_end_whole(text)
    }

    /// Whether a country's name may end as the text does, or a code in capitals, or a name turned round.
    fn may_end_whole(&self, text: &str) -> bool {
        let bare = text.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let last = bare.bytes().rev().take_while(u8::is_ascii_alphanumeric);
        let last = &bare[bare.len() - last.count()..];
        let turned = last.eq_ignore_ascii_case("of") || last.eq_ignore_ascii_case("the");
        let small = last.bytes().any(|b| b.is_ascii_lowercase());
        !small || turned && text.contains(['(', ',']) || self.has(last, ENDS)
    }

    /// A bit for each of the phrases of a text that begin at `start`, and end at `ends`: whether it may be a country, and
    /// whether it may be a city.
    pub fn may_be_named(&self, text: &str, start: usize, ends: &[usize]) -> [u32; 2] {
        let bytes = text.as_bytes();
        let article = text.get(start..start + 3);
        let article = article.is_some_and(|t| t.eq_ignore_ascii_case("the"));
        if article || may_be_saint(&bytes[start..]) {
            return [u32::MAX; 2];
        }
        let (mut countries, mut cities) = (0, 0);
        let mut name = Prefix::default();
        let mut at = start;
        for (i, &end) in ends.iter().enumerate() {
            if !bytes[at..end].is_ascii() {
                let rest = u32::MAX << i;
                return [countries | rest, cities | rest];
            }
            name.take(&bytes[at..end]);
            at = end;
            let country = self.has_bit(bit_of(name.two)) && self.has_bit(bit_of(name.country));
            countries |= u32::from(country) << i;
            cities |= u32::from(has_city(name.city)) << i;
        }
        [countries, cities]
    }

    /// Whether a text in ASCII may be a place's name or begin with one of two words, told before it is folded.
    fn may_begin(&self, text: &str) -> bool {
        self.has_bit(bit_of(of_ascii(text, ALONE, 2)))
    }

    /// Whether a text in ASCII may be a country's name, told before it is folded.
    pub fn may_name_country(&self, text: &str) -> bool {
        self.may_begin(text) && self.has_bit(bit_of(of_ascii(text, COUNTRY, usize::MAX)))
    }

    /// Whether a place's name may begin with the first word of a text in ASCII.
    pub fn may_open(&self, word: &str) -> bool {
        let has = |salt| self.has_bit(bit_of(of_ascii(word, salt, 1)));
        has(ALONE) || has(OPENS)
    }

    /// Whether a region may have the name.
    pub fn may_be_region(&self, name: &str) -> bool {
        !name.is_ascii() || self.has_bit(bit_of(of_ascii(name, REGION, usize::MAX)))
    }

    /// Whether a country's name, or its code, may end as the text does; one turned round ends in a small word.
    pub fn may_end_country(&self, text: &str) -> bool {
        let bare = text.trim_end_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
        let last = bare.bytes().rev().take_while(u8::is_ascii_alphanumeric);
        let (before, last) = bare.split_at(bare.len() - last.count());
        let own = before.is_empty() || before.ends_with([' ', '(', ',', '/', '-']);
        !own || last.len() < 4 || self.has(last, ENDS)
    }

    /// Whether a country may have the folded name.
    pub fn may_be_country(&self, key: &str) -> bool {
        self.has(key, COUNTRY)
    }

    fn is_name(&self, words: &str) -> bool {
        self.has(words, ALONE) && !is_everyday(words)
    }
}

/// The first eight bytes of a word of letters and digits, in lower case.
fn head(bytes: &[u8], word: Range<usize>) -> u64 {
    let own = u64::MAX >> (64 - 8 * word.len().clamp(1, 8));
    (eight::at(bytes, word.start) | eight::each(0x20)) & own
}

/// An everyday word is no place by itself.
fn is_everyday(words: &str) -> bool {
    Lang::En.lexicon().list(List::NotName).is(words)
}

/// A text without the words at its edges that have a digit, as postal codes do.
fn without_codes(text: &str) -> &str {
    if next_digit(text.as_bytes(), 0).is_none() {
        return text;
    }
    let coded = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
    let blank = |c: char| matches!(c, ' ' | '-' | '\u{2013}');
    let mut text = text;
    while let Some((_, rest)) = text.split_once(' ').filter(|(word, _)| coded(word)) {
        text = rest.trim_start();
        // The letters of a code in two words: `3072 AB Town`.
        let letters = text.split_once(' ').filter(|(w, _)| w.len() == 2);
        text = letters.map_or(text, |(_, town)| town.trim_start());
    }
    while let Some((rest, _)) = text.rsplit_once(' ').filter(|(_, word)| coded(word)) {
        text = rest.trim_end_matches(blank);
    }
    text
}

/// What stands before the first mark that may part the names of a place, and behind the last one, if there are any; none
/// where that cannot be told so simply.
fn edge_parts(text: &str) -> Option<(&str, Option<&str>)> {
    let bytes = text.as_bytes();
    let coded = bytes.iter().take(8).any(u8::is_ascii_digit);
    if coded || text.ends_with(')') || text.is_empty() {
        return None;
    }
    let (mut first, mut last) = (None, 0);
    for near in (0..bytes.len()).step_by(AT_ONCE) {
        let part = Sixteen::at(bytes, near);
        // From `(` to `/` stand all marks that part names, in ASCII.
        let mut marks = part.between(b'(', b'/') | part.is(b';') | part.wide();
        while marks != 0 {
            let at = near + marks.trailing_zeros() as usize;
            marks &= marks - 1;
            let len = match bytes[at] {
                b',' | b'(' | b';' | b'/' => 1,
                b'-' if bytes.get(at + 1) == Some(&b' ') => 1,
                0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90..=0x95])) => 3,
                0x80.. if last <= at => return None,
                _ => continue,
            };
            first = first.or(Some(at));
            last = at + len;
        }
    }
    let ends = [' ', ',', ';', '.', '*', '\t'];
    Some(match first {
        Some(first) => (&text[..first], Some(text[last..].trim_matches(ends))),
        None => (text, None),
    })
}
