//! Which lists have a phrase that begins as a word of a text does: most have none, and are then neither searched nor built.

use super::List;
use crate::value::eight;

/// A set of lists.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lists(pub [u64; WORDS]);

/// Words of 64 bits that hold a bit for each list.
pub const WORDS: usize = List::ALL.len().div_ceil(64);

impl Lists {
    /// A set of these lists.
    pub fn of(lists: impl IntoIterator<Item = List>) -> Lists {
        let mut set = Lists::default();
        lists.into_iter().for_each(|list| set.add(list));
        set
    }

    /// Adds a list.
    pub fn add(&mut self, list: List) {
        self.0[list as usize / 64] |= 1 << (list as usize % 64);
    }

    #[inline]
    fn join(&mut self, other: &Lists) {
        for i in 0..WORDS {
            self.0[i] |= other.0[i];
        }
    }

    /// Whether a list is in both sets.
    #[inline]
    pub fn meet(&self, other: &Lists) -> bool {
        let mut common = 0;
        for i in 0..WORDS {
            common |= self.0[i] & other.0[i];
        }
        common != 0
    }
}

/// The lists of a language by what their phrases begin with: a word up to its first sign, or a sign, and what stands behind
/// it, because many lists have a phrase that begins with the same short word.
pub struct Openers {
    /// Hashes of openings, each with its place in `sets`, in the order of the hashes.
    entries: Vec<(u32, u16)>,
    /// Where the entries of each bucket begin, and their number at the end.
    buckets: Vec<u32>,
    /// A bit for the highest sixteen of each hash, which most words that open no phrase have not got.
    filter: Vec<u64>,
    /// Sets of lists: first the empty one, then that of each list alone.
    sets: Vec<Lists>,
}

/// The lists of an opening by their places among the sets: those of its word, and those of that and what stands behind.
#[derive(Clone, Copy)]
pub struct Sets(u16, u16);

impl Sets {
    /// Whether no list has a phrase with this opening.
    #[inline]
    pub fn is_empty(self) -> bool {
        (self.0, self.1) == (NONE, NONE)
    }
}

/// The place of the set without a list.
const NONE: u16 = 0;

/// Bits of a hash that choose the bucket.
const BUCKET: u32 = 12;

impl Openers {
    /// Openings in the order of their hashes, each with the place of its set; the sets behind those of each list alone.
    pub fn of(entries: Vec<(u32, u16)>, joined: impl Iterator<Item = Lists>) -> Openers {
        let alone = List::ALL.iter().map(|&list| Lists::of([list]));
        let mut openers = Openers {
            entries,
            buckets: vec![0; (1 << BUCKET) + 1],
            filter: vec![0; 1 << 10],
            sets: std::iter::once(Lists::default())
                .chain(alone)
                .chain(joined)
                .collect(),
        };
        for &(hash, _) in &openers.entries {
            openers.buckets[bucket(hash) + 1] += 1;
            openers.filter[(hash >> 22) as usize] |= 1 << (hash >> 16 & 63);
        }
        let mut sum = 0;
        for count in &mut openers.buckets {
            sum += *count;
            *count = sum;
        }
        openers
    }

    /// Adds the lists that may have a phrase at the start of a text.
    #[inline]
    pub fn add(&self, opening: Opening, lists: &mut Lists) {
        self.join(self.sets(opening), lists);
    }

    /// The lists that have a phrase with an opening.
    #[inline]
    pub fn sets(&self, opening: Opening) -> Sets {
        Sets(self.set(opening.word), self.set(opening.more))
    }

    #[inline]
    fn set(&self, hash: u32) -> u16 {
        if self.filter[(hash >> 22) as usize] >> (hash >> 16 & 63) & 1 == 0 {
            return NONE;
        }
        let bucket = bucket(hash);
        let range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        let found = self.entries[range].iter().find(|(h, _)| *h == hash);
        found.map_or(NONE, |(_, set)| *set)
    }

    /// Adds the lists of an opening.
    #[inline]
    pub fn join(&self, sets: Sets, lists: &mut Lists) {
        for set in [sets.0, sets.1] {
            if set != NONE {
                lists.join(&self.sets[usize::from(set)]);
            }
        }
    }

    /// Whether one of these lists has a phrase with an opening.
    #[inline]
    pub fn meet(&self, sets: Sets, own: &Lists) -> bool {
        let has = |set: u16| set != NONE && self.sets[usize::from(set)].meet(own);
        has(sets.0) || has(sets.1)
    }

    /// The lists that may have a phrase at the start of a text.
    pub fn lists_of(&self, text: &str) -> Lists {
        let mut lists = Lists::default();
        self.add(Opening::of(text.as_bytes()), &mut lists);
        lists
    }
}

/// The highest bits, so that the order of the hashes is that of the buckets.
fn bucket(hash: u32) -> usize {
    (hash >> (32 - BUCKET)) as usize
}

/// What a text begins with, in either case.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    /// The hash of its first letters and digits of ASCII, or else of one byte.
    pub word: u32,
    /// The hash of that and of two bytes behind it.
    pub more: u32,
    /// The length of the word in bytes.
    #[allow(dead_code, reason = "the build script asks for it")]
    pub len: usize,
}

impl Opening {
    /// The opening of a text that is not empty.
    #[inline]
    pub fn of(text: &[u8]) -> Opening {
        let marks = |eight| eight::letters(eight) | eight::digits(eight);
        Opening::of_word(text, eight::run_end(text, 0, marks))
    }

    /// The opening of a text that is not empty and begins with so many letters and digits of ASCII.
    #[inline]
    pub fn of_word(text: &[u8], mut len: usize) -> Opening {
        let mut hash = 0;
        // Eight bytes at a time: how long words are, nothing foretells.
        for at in (0..len).step_by(8) {
            let eight = eight::at(text, at) | eight::each(0x20);
            hash = step(hash, eight & u64::MAX >> (64 - 8 * (len - at).min(8)));
        }
        if let (Some(byte), 0) = (text.first(), len) {
            hash = step(hash, u64::from(*byte));
            len = 1;
        }
        let byte = |at: usize| u64::from(text.get(at).map_or(0, u8::to_ascii_lowercase));
        let more = step(hash, (byte(len) << 8 | byte(len + 1)) + 1);
        Opening {
            word: (hash >> 32) as u32,
            more: (more >> 32) as u32,
            len,
        }
    }
}

/// A hash and eight bytes more; its highest bits depend on all of them.
#[inline]
fn step(hash: u64, eight: u64) -> u64 {
    let mixed = (hash.rotate_left(32) ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 29
}

#[cfg(test)]
mod tests {
    use super::super::spelling::spellings;
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn a_word_leads_to_the_lists_that_begin_with_it() {
        let openers = Lang::En.compiled().openers();
        let chairs = Lists::of([List::RoleChair]);
        assert!(openers.lists_of("CHAIR of the board").meet(&chairs));
        assert!(openers.lists_of("Chair").meet(&chairs));
        assert!(!openers.lists_of("armchair").meet(&chairs));
        assert!(!openers.lists_of("").meet(&chairs));
    }

    #[test]
    fn every_phrase_is_found_by_its_opening() {
        for &lang in Lang::ALL {
            let openers = lang.compiled().openers();
            for &list in List::ALL {
                let only = Lists::of([list]);
                for phrase in lang.lexicon().phrases(list) {
                    for spelling in spellings(phrase) {
                        assert!(openers.lists_of(&spelling).meet(&only), "{spelling}");
                    }
                }
            }
        }
    }
}
