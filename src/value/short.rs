//! Short words as numbers: a word of sixteen bytes at most is compared and looked up at once.

use super::eight::{letters, run_end};
use super::sixteen::{AT_ONCE, Sixteen};
pub(super) use super::slots::key;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The letters of ASCII that a text begins with.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    /// How many there are.
    pub len: usize,
    /// Their [`key`]; 0 if they have none.
    pub key: u128,
    /// Whether the first is a capital.
    pub capital: bool,
    /// Whether none is small.
    pub loud: bool,
}

impl Letters {
    /// Those from byte `start` on; without a branch on their number, which nothing foretells.
    #[inline(always)]
    pub fn at(bytes: &[u8], start: usize) -> Letters {
        let sixteen = Sixteen::at(bytes, start);
        let len = (!sixteen.letters()).trailing_zeros() as usize;
        let smalls = sixteen.smalls();
        let capital = smalls & 1 == 0;
        if len >= AT_ONCE {
            return Letters::long(bytes, start, capital);
        }
        Letters {
            len,
            key: (sixteen.number() | SMALL) & !(u128::MAX << (8 * len)),
            capital,
            loud: smalls & !(u32::MAX << len) == 0,
        }
    }

    /// The same where there are sixteen or more.
    #[cold]
    fn long(bytes: &[u8], start: usize, capital: bool) -> Letters {
        let all = &bytes[start..run_end(bytes, start + 16, letters)];
        Letters {
            len: all.len(),
            key: key(all, all.len()).unwrap_or(0),
            capital,
            loud: all.iter().all(u8::is_ascii_uppercase),
        }
    }
}

/// The bit that tells small letters from capitals, of each byte.
const SMALL: u128 = u128::from_le_bytes([0x20; 16]);

/// A hash for short words: they come from files and are few, so speed is all that counts.
#[derive(Default)]
pub(super) struct Mix(u64);

/// A map of short words.
pub(super) type ShortMap<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let number = chunk.iter().fold(0, |n, &b| n << 8 | u64::from(b));
            self.write_u64(number);
        }
    }

    fn write_u8(&mut self, n: u8) {
        self.write_u64(u64::from(n));
    }

    fn write_u64(&mut self, n: u64) {
        let mixed = (self.0 ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 29;
    }

    fn write_u128(&mut self, n: u128) {
        self.write_u64(n as u64);
        self.write_u64((n >> 64) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_its_letters_in_either_case() {
        assert_eq!(key(b"Chair of the board", 5), key(b"cHAIR", 5));
        assert_ne!(key(b"Chair", 5), key(b"Chair", 4));
        assert_eq!(key(b"", 0), None);
        assert_eq!(key(b"internationalisation", 20), None);
    }

    #[test]
    fn letters_are_told_as_their_key_tells_them() {
        let texts = [
            "",
            "a",
            "Chair",
            "CHAIR.",
            "Chairman",
            "CHAIRMEN x",
            "chairperson's",
            "Representatives",
            "REPRESENTATIVE",
            "representativeness",
            "Representativenes",
            "responsibilities",
            "\u{e9}t\u{e9}",
            "x\u{e9}",
        ];
        for text in texts {
            let bytes = text.as_bytes();
            let len = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            let own = &bytes[..len];
            let found = Letters::at(bytes, 0);
            assert_eq!(
                (found.len, found.key),
                (len, key(own, len).unwrap_or(0)),
                "{text}"
            );
            if let Some(letter) = own.first() {
                assert_eq!(found.capital, letter.is_ascii_uppercase(), "{text}");
                assert_eq!(found.loud, own.iter().all(u8::is_ascii_uppercase), "{text}");
            }
        }
    }
}
