//! One table of all words that the reader knows, so that a word of the text is looked up once.

use super::Qualifier;
use super::class::{BUCKETS, SLOTS, STARTS, start_slot};
use super::units::UnitId;
use crate::lexicon::Lang;
use crate::value::short::key;
use crate::value::slots::{bucket, hash, place, places};

pub(super) use super::class::Class;

/// A known word: its number in the table; 0 is any other word.
pub(super) type WordId = u32;

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    Unit(UnitId),
    Qualifier(Qualifier),
    AfterQualifier(Qualifier),
    OutOf,
    ForEvery,
    Period,
    PeriodStart,
    Filler,
    /// How far something reaches.
    Extent,
    /// Words of change that tell of none.
    Steady,
    /// A label of how many attended.
    Present,
    /// Between a thing and what it is worth.
    Worth,
}

/// Where a phrase's words stand among those of all phrases, and what it means.
type Phrase = ((u16, u16), Meaning);

/// Where the phrases of a word stand among all.
type Phrases = (u16, u16);

/// The words of one language, with those of the units and currencies, as the build script left them: to number them took a
/// thirtieth of a small run.
pub(super) struct Vocab {
    pub lang: Lang,
    /// By what the words in each bucket are strewn over their places.
    buckets: &'static [[u8; 2]; BUCKETS],
    /// The keys of the words, each at its place.
    keys: &'static [[u8; 16]; SLOTS],
    /// The number of each.
    ids: &'static [[u8; 2]; SLOTS],
    bits: &'static [u64],
    values: &'static [f64],
    /// The singular of irregular plurals, in the order of the words.
    singular: &'static [(WordId, &'static str)],
    /// The phrases that begin with each word, longest first.
    by_first: &'static [Phrases],
    /// Those that end with it.
    by_last: &'static [Phrases],
    phrases: &'static [Phrase],
    /// The words of all phrases, one behind the other.
    words: &'static [WordId],
    marks: &'static [WordId; 128],
    /// First three letters of the words that a number can begin with: where reading prose stops to look.
    starts: &'static [u64; STARTS / 64],
}

/// The tables of each language, by the name of its module.
macro_rules! languages {
    ($($name:ident is $lang:ident by $tag:literal,)*) => {
        $(mod $name {
            use super::*;
            const LANG: Lang = Lang::$lang;
            static BUCKETS: &[[u8; 2]; super::BUCKETS] =
                places(include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".quantity.buckets")));
            static KEYS: &[[u8; 16]; SLOTS] =
                places(include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".quantity.keys")));
            static IDS: &[[u8; 2]; SLOTS] =
                places(include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".quantity.ids")));
            pub(super) static VOCAB: Vocab =
                include!(concat!(env!("OUT_DIR"), "/", $tag, ".quantity.rs"));
        })*

        impl Vocab {
            /// The table of a language.
            pub fn of(lang: Lang) -> &'static Vocab {
                match lang {
                    $(Lang::$lang => &$name::VOCAB,)*
                }
            }
        }
    };
}

languages! {
    en is En by "en",
    fr is Fr by "fr",
    es is Es by "es",
}

impl Vocab {
    /// Whether a word that begins with these bytes, the lowest first, may begin a number.
    #[inline]
    pub fn may_start(&self, eight: u64) -> bool {
        let slot = start_slot(eight);
        self.starts[slot / 64] >> (slot % 64) & 1 == 1
    }

    /// The number of the word that `text` begins with, and its classes as bits.
    pub fn word(&self, text: &[u8], len: usize) -> (WordId, u64) {
        self.keyed(key(text, len).unwrap_or(0))
    }

    /// As [`Vocab::word`], by the word's key.
    #[inline]
    pub fn keyed(&self, key: u128) -> (WordId, u64) {
        let hash = hash(key);
        let number = u16::from_le_bytes(self.buckets[bucket(hash, BUCKETS)]);
        let at = place(hash, number, SLOTS);
        // Without a branch, which nothing foretells.
        let is_it = u16::from(u128::from_le_bytes(self.keys[at]) == key);
        let id = u16::from_le_bytes(self.ids[at]) * is_it;
        (id.into(), self.bits[usize::from(id)])
    }

    /// The number of a punctuation mark.
    pub fn mark(&self, mark: u8) -> WordId {
        self.marks.get(mark as usize).copied().unwrap_or(0)
    }

    /// The value of a number word.
    pub fn value(&self, id: WordId) -> f64 {
        self.values[id as usize]
    }

    /// The singular of an irregular plural, else empty.
    pub fn singular(&self, id: WordId) -> &'static str {
        let found = self
            .singular
            .binary_search_by_key(&id, |(plural, _)| *plural);
        found.map_or("", |at| self.singular[at].1)
    }

    /// Phrases that begin with a word, longest first: their words, and what each means.
    pub fn starting(&self, id: WordId) -> impl Iterator<Item = (&'static [WordId], Meaning)> {
        self.phrases(self.by_first[id as usize])
    }

    /// Phrases that end with a word, longest first.
    pub fn ending(&self, id: WordId) -> impl Iterator<Item = (&'static [WordId], Meaning)> {
        self.phrases(self.by_last[id as usize])
    }

    fn phrases(
        &self,
        (from, to): Phrases,
    ) -> impl Iterator<Item = (&'static [WordId], Meaning)> + use<> {
        let words = self.words;
        let phrases = self.phrases[from.into()..to.into()].iter();
        phrases.map(move |&((from, to), meaning)| (&words[from.into()..to.into()], meaning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let vocab = Vocab::of(Lang::En);
        let (id, bits) = vocab.word(b"Seventeen", 9);
        assert_eq!(vocab.value(id), 17.0);
        assert_ne!(bits & 1 << Class::Number as u8, 0);
        assert_eq!(vocab.word(b"xylophone", 9).0, 0);
    }
}
