//! Which texts are no place, told by a hash instead of a look-up.

use super::fold::fold;
use super::hash::{
    ALONE, COUNTRY, ENDS, OPENS, REGION, bit, bit_of, head_bit, of_ascii, of_both, two_words,
};
use crate::lexicon::{Lang, List};
use crate::value::eight;
use std::ops::Range;

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

    /// Whether a place may begin with the capitalised word at a range, of which ASCII gives letters and digits only; a single
    /// letter may begin an abbreviation.
    pub fn may_start(&self, text: &str, range: Range<usize>) -> bool {
        let word = &text[range.clone()];
        if word.len() == 1 {
            return true;
        }
        if word.is_ascii() {
            let own = u64::MAX >> (64 - 8 * word.len().min(8));
            let head = (eight::at(text.as_bytes(), range.start) | eight::each(0x20)) & own;
            return self.has_bit(head_bit(head)) && self.may_start_with(word);
        }
        let letters = word.find(|c: char| !c.is_alphanumeric());
        let word = &word[..letters.unwrap_or(word.len())];
        word.len() == 1 || self.may_start_with(&fold(word))
    }

    fn may_start_with(&self, word: &str) -> bool {
        let [opens, alone] = of_both(word, [OPENS, ALONE]).map(bit_of);
        self.has_bit(opens) || self.has_bit(alone) && !is_everyday(word)
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

/// An everyday word is no place by itself.
fn is_everyday(words: &str) -> bool {
    Lang::En.lexicon().list(List::NotName).is(words)
}
