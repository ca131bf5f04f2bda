//! Which texts are no place, told by a hash instead of a look-up.

use super::fold::fold;
use super::hash::{ALONE, OPENS, bit, bit_of, of_ascii, two_words};
use crate::lexicon::{Lang, List};

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

    /// Whether a place may begin with the capitalised word; a single letter may begin an abbreviation.
    pub fn may_start(&self, word: &str) -> bool {
        let letters = word.find(|c: char| !c.is_alphanumeric());
        let word = &word[..letters.unwrap_or(word.len())];
        let either = |word: &str| self.has(word, OPENS) || self.is_name(word);
        word.len() == 1
            || if word.is_ascii() {
                either(word)
            } else {
                either(&fold(word))
            }
    }

    /// Whether a place may be the word or, of a phrase, begin with its first two words.
    pub fn may_be(&self, phrase: &str) -> bool {
        let never = phrase.is_ascii() && !self.may_name_country(phrase);
        !never && self.is_name(two_words(&fold(phrase)))
    }

    /// Whether a text in ASCII may be a place's name or begin with one of two words, told before it is folded.
    pub fn may_name_country(&self, text: &str) -> bool {
        self.has_bit(bit_of(of_ascii(text, ALONE, 2)))
    }

    /// Whether a place's name may begin with the first word of a text in ASCII.
    pub fn may_open(&self, word: &str) -> bool {
        let has = |salt| self.has_bit(bit_of(of_ascii(word, salt, 1)));
        has(ALONE) || has(OPENS)
    }

    /// Whether a country may have the folded name.
    pub fn may_be_country(&self, key: &str) -> bool {
        self.has(two_words(key), ALONE)
    }

    /// An everyday word is no place by itself.
    fn is_name(&self, words: &str) -> bool {
        self.has(words, ALONE) && !Lang::En.lexicon().list(List::NotName).is(words)
    }
}
