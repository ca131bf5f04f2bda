//! What the phrases of a set begin with: most places of a text are refused by their first bytes.

use crate::value::eight;

/// The first bytes of spellings, each by its last five bits, which are the same in either case.
#[derive(Default)]
pub(super) struct Begins {
    /// For each first byte the second ones.
    seconds: [u32; 32],
    /// For each first byte the third ones, but of words of less than eight letters.
    thirds: [u32; 32],
    /// The first bytes of spellings of less than four bytes that have a sign.
    short: u32,
    /// A bit for the hash of each word of less than eight letters: behind it no further letter may stand, which tells `mr`
    /// from all that begins with it.
    words: Bits,
    /// A bit for the hash of what spellings with a sign begin with: the first four bytes of those of less than six, six of
    /// those of less than eight.
    signs: Bits,
    /// A bit for the hash of the first eight bytes of each other spelling.
    eights: Bits,
    /// Bytes of the longest spelling.
    longest: usize,
}

impl Begins {
    /// Adds a spelling.
    pub fn add(&mut self, spelling: &[u8]) {
        let Some(&first) = spelling.first() else {
            return;
        };
        let first = usize::from(first & 31);
        // Behind a spelling of one or two bytes anything may stand.
        let bits = |at: usize| spelling.get(at).map_or(u32::MAX, |b| 1 << (b & 31));
        self.seconds[first] |= bits(1);
        self.longest = self.longest.max(spelling.len());
        let letters = letters_of(eight::at(spelling, 0));
        match spelling.len() {
            ..8 if spelling.iter().all(u8::is_ascii_alphabetic) => {
                self.words.add(letters);
                return;
            }
            ..4 => self.short |= 1 << first,
            4..6 => self.signs.add(letters & FOUR),
            6..8 => self.signs.add(letters & SIX),
            _ => self.eights.add(letters),
        }
        self.thirds[first] |= bits(2);
    }

    /// Whether a phrase may begin with these two bytes.
    #[inline]
    pub fn may_begin_with(&self, first: u8, second: u8) -> bool {
        self.seconds[usize::from(first & 31)] >> (second & 31) & 1 == 1
    }

    /// Whether a phrase may stand at the start of these bytes.
    #[inline]
    pub fn may_begin(&self, text: &[u8]) -> bool {
        let eight = eight::at(text, 0);
        let letters = letters_of(eight);
        let first = letters as usize & 31;
        let (second, third) = (letters >> 8 & 31, letters >> 16 & 31);
        let long = || {
            self.thirds[first] >> third & 1 == 1
                && (self.eights.has(letters)
                    || self.signs.has(letters & FOUR)
                    || self.signs.has(letters & SIX)
                    || self.short >> first & 1 == 1)
        };
        self.seconds[first] >> second & 1 == 1
            && (long() || short_word(eight).is_some_and(|word| self.words.has(word)))
    }

    /// Whether the whole of a text of so many bytes may be a phrase.
    #[inline]
    pub fn may_be_as_long(&self, len: usize) -> bool {
        len <= self.longest
    }
}

/// Of each byte the bits that are the same in either case.
#[inline]
fn letters_of(eight: u64) -> u64 {
    eight & eight::each(0x1f)
}

/// The word of less than eight letters that these bytes begin with, if no further letter stands behind it.
#[inline]
fn short_word(eight: u64) -> Option<u64> {
    let len = eight::first(!eight::letters(eight) & eight::HIGH);
    (len < 8).then(|| letters_of(eight) & !(u64::MAX << (8 * len)))
}

/// The first four of eight bytes.
const FOUR: u64 = 0xffff_ffff;
/// The first six.
const SIX: u64 = 0xffff_ffff_ffff;

/// A bit for the hash of each member of a set.
#[derive(Default)]
struct Bits([u64; 16]);

impl Bits {
    fn add(&mut self, letters: u64) {
        let (word, bit) = Bits::place(letters);
        self.0[word] |= 1 << bit;
    }

    #[inline]
    fn has(&self, letters: u64) -> bool {
        let (word, bit) = Bits::place(letters);
        self.0[word] >> bit & 1 == 1
    }

    #[inline]
    fn place(letters: u64) -> (usize, u32) {
        let hash = (letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as u32;
        ((hash >> 6) as usize, hash & 63)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_is_never_refused_and_most_other_words_are() {
        let mut begins = Begins::default();
        for spelling in ["chair", "Of", "por", "the Hon", "secretary general"] {
            begins.add(spelling.as_bytes());
        }
        for text in [
            "CHAIR",
            "of",
            "oF it",
            "por favor",
            "POR",
            "Secretary",
            "The Hon. Ana Lind",
        ] {
            assert!(begins.may_begin(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "Officer",
            "cha",
            "chat",
            "the chair",
            "chairs",
            "o",
            "pour",
            "secret",
            "Secretions",
        ] {
            assert!(!begins.may_begin(text.as_bytes()), "{text}");
        }
    }
}
