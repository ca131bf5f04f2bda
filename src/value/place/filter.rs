//! Which texts are no place, told by a hash instead of a look-up.

use super::fold::fold;
use super::hash::{ALONE, OPENS, bit, two_words};
use crate::lexicon::{Lang, List};

/// Says of most words that no place begins with them, and of most pairs of words the same, by a bit for each hash.
pub(super) struct Filter(&'static [u8]);

/// Built with the program.
pub(super) const FILTER: Filter =
    Filter(include_bytes!(concat!(env!("OUT_DIR"), "/places.filter")));

impl Filter {
    fn has(&self, text: &str, salt: u64) -> bool {
        let bit = bit(text, salt);
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
        self.is_name(two_words(&fold(phrase)))
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
