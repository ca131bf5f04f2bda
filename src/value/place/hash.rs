//! Hashes of folded names, the same when the tables are built and when they are asked.

use super::fold::PLAIN;

/// Salt of names that are a word or two, and of the first two words of longer names.
pub const ALONE: u64 = 0xcbf2_9ce4_8422_2325;
/// Salt of the first words of names of several words.
pub const OPENS: u64 = 0x9e37_79b9_7f4a_7c15;
/// Salt of whole names of countries.
pub const COUNTRY: u64 = 0x94d0_49bb_1331_11eb;
/// Salt of the last words of names of countries.
pub const ENDS: u64 = 0xd6e8_feb8_6659_fd93;
/// Salt of whole names of regions.
pub const REGION: u64 = 0xa076_1d64_78bd_642f;
/// Salt of whole names of cities.
pub const CITY: u64 = 0x2545_f491_4f6c_dd1d;

/// Slots of the index of cities, twice as many as there are cities.
pub const SLOTS: usize = 1 << 16;
/// A slot of the index without a city.
pub const EMPTY: u32 = u32::MAX;
/// Bits of an entry that say where in the file its line begins.
const PLACE: u32 = 20;

/// FNV-1a over ASCII lower case.
pub fn of(text: &str, salt: u64) -> u64 {
    text.bytes().fold(salt, |h, b| {
        (h ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x100_0000_01b3)
    })
}

/// As [`of`], with two salts at once.
pub fn of_both(text: &str, salts: [u64; 2]) -> [u64; 2] {
    text.bytes().fold(salts, |hashes, b| {
        let small = u64::from(b.to_ascii_lowercase());
        hashes.map(|h| (h ^ small).wrapping_mul(0x100_0000_01b3))
    })
}

/// The hash of the first `words` words of the key of a text in ASCII, without making the key.
pub fn of_ascii(text: &str, salt: u64, words: usize) -> u64 {
    let step = |h: u64, b: u8| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3);
    let (mut hash, mut count, mut gap) = (salt, 0, true);
    for byte in text.bytes() {
        match PLAIN[usize::from(byte & 127)] {
            0 => {}
            1 => gap = true,
            plain => {
                if std::mem::take(&mut gap) {
                    if count == words {
                        break;
                    }
                    count += 1;
                    hash = if count == 1 { hash } else { step(hash, b' ') };
                }
                hash = step(hash, plain);
            }
        }
    }
    hash
}

/// The hashes of the key of a text in ASCII while it grows, word by word.
pub struct Prefix {
    /// Of its first two words, salted with [`ALONE`].
    pub two: u64,
    /// Of all, salted with [`COUNTRY`].
    pub country: u64,
    /// Of all, salted with [`CITY`].
    pub city: u64,
    words: usize,
    gap: bool,
}

impl Default for Prefix {
    fn default() -> Self {
        Prefix {
            two: ALONE,
            country: COUNTRY,
            city: CITY,
            words: 0,
            gap: true,
        }
    }
}

impl Prefix {
    /// Goes on with some bytes of the text.
    pub fn take(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            match PLAIN[usize::from(byte & 127)] {
                0 => {}
                1 => self.gap = true,
                plain => {
                    if std::mem::take(&mut self.gap) {
                        self.words += 1;
                        if self.words > 1 {
                            self.add(b' ');
                        }
                    }
                    self.add(plain);
                }
            }
        }
    }

    fn add(&mut self, byte: u8) {
        let step = |h: u64| (h ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        (self.country, self.city) = (step(self.country), step(self.city));
        if self.words <= 2 {
            self.two = step(self.two);
        }
    }
}

/// The bit of the filter that stands for a text.
pub fn bit(text: &str, salt: u64) -> usize {
    bit_of(of(text, salt))
}

/// The bit of the filter that stands for a hash.
pub fn bit_of(hash: u64) -> usize {
    (hash >> 44) as usize
}

/// The bit of the filter that stands for the first eight bytes of a word in lower case.
pub fn head_bit(head: u64) -> usize {
    bit_of((head ^ ALONE).wrapping_mul(OPENS))
}

/// The bit of the filter that stands for the first eight bytes of each of two words in lower case.
pub fn heads_bit(heads: [u64; 2]) -> usize {
    let [first, second] = heads;
    bit_of((first ^ second.rotate_left(29) ^ REGION).wrapping_mul(OPENS))
}

/// The slot at which a hash is looked for, and the entry of a line there: bits of the hash above its place in the file.
pub fn entry(hash: u64, line: usize) -> (usize, u32) {
    let tag = (hash >> 36) as u32 & 0xfff;
    ((hash >> 48) as usize, tag << PLACE | line as u32)
}

/// Where the line of an entry begins.
pub fn line_of(entry: u32) -> usize {
    (entry & ((1 << PLACE) - 1)) as usize
}

/// The first two words of a folded name.
pub fn two_words(folded: &str) -> &str {
    let mut gaps = folded.bytes().enumerate().filter(|(_, b)| *b == b' ');
    gaps.nth(1).map_or(folded, |(i, _)| &folded[..i])
}
