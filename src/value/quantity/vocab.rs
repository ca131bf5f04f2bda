//! One table of all words that the reader knows, so that a word of the text is looked up once.

use super::Qualifier;
use super::units::{CURRENCIES, POWERS, UNITS, UnitId};
use crate::lexicon::{Lang, Lexicon, List, Map, PerLang, Text};
use crate::value::eight;
use crate::value::short::{Shorts, key};

/// What a word can be; a word may be several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Number,
    Scale,
    ScaleLetter,
    Vague,
    Denominator,
    Fold,
    Month,
    Weekday,
    Increase,
    Decrease,
    Between,
    From,
    To,
    And,
    Or,
    Minus,
    Article,
    Determiner,
    Of,
    Every,
    Per,
    Times,
    TimesMore,
    Point,
    Label,
    LabelShort,
    Temporal,
    Street,
    Meridiem,
    Ago,
    Stop,
    Verb,
    Adjective,
    Which,
    Singular,
    Filler,
    Clause,
    Item,
    Age,
    By,
    Pronoun,
    Copula,
    /// A month that in small letters is another word.
    Homograph,
    /// `square`, `cubic`.
    Power,
    /// Opens a phrase of time.
    Time,
    /// Before a clock time.
    At,
    /// In what an amount was lost or spent: `in`.
    Inside,
    /// What a year is told of: `1990 levels`.
    OfYear,
}

const LISTS: &[(List, Class)] = &[
    (List::QuantityIncrease, Class::Increase),
    (List::QuantityDecrease, Class::Decrease),
    (List::QuantityBetween, Class::Between),
    (List::QuantityFrom, Class::From),
    (List::QuantityTo, Class::To),
    (List::QuantityAnd, Class::And),
    (List::QuantityOr, Class::Or),
    (List::QuantityMinus, Class::Minus),
    (List::QuantityArticle, Class::Article),
    (List::QuantityDeterminer, Class::Determiner),
    (List::QuantityOf, Class::Of),
    (List::QuantityEvery, Class::Every),
    (List::QuantityPer, Class::Per),
    (List::QuantityTimes, Class::Times),
    (List::QuantityTimesMore, Class::TimesMore),
    (List::QuantityPoint, Class::Point),
    (List::QuantityLabel, Class::Label),
    (List::QuantityLabelShort, Class::LabelShort),
    (List::QuantityTemporal, Class::Temporal),
    (List::QuantityStreet, Class::Street),
    (List::QuantityMeridiem, Class::Meridiem),
    (List::QuantityAgo, Class::Ago),
    (List::QuantityStop, Class::Stop),
    (List::QuantityVerb, Class::Verb),
    (List::QuantityAdjective, Class::Adjective),
    (List::QuantityWhich, Class::Which),
    (List::QuantityFiller, Class::Filler),
    (List::QuantityClause, Class::Clause),
    (List::QuantityItem, Class::Item),
    (List::QuantityAge, Class::Age),
    (List::QuantityCopula, Class::Copula),
    (List::QuantityBy, Class::By),
    (List::QuantityPronoun, Class::Pronoun),
    (List::DateHomograph, Class::Homograph),
    (List::TimeAt, Class::At),
    (List::QuantityInside, Class::Inside),
    (List::QuantityOfYear, Class::OfYear),
];

const MAPS: &[(Map, Class)] = &[
    (Map::Number, Class::Number),
    (Map::Scale, Class::Scale),
    (Map::ScaleLetter, Class::ScaleLetter),
    (Map::Vague, Class::Vague),
    (Map::Denominator, Class::Denominator),
    (Map::Fold, Class::Fold),
    (Map::Month, Class::Month),
    (Map::Weekday, Class::Weekday),
];

/// A known word: its number in the table; 0 is any other word.
pub(super) type WordId = u32;

/// Word edges that phrases are found by, and what a phrase means.
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

/// A phrase: its words, and what it means.
pub(super) struct Phrase {
    pub words: Vec<WordId>,
    pub meaning: Meaning,
}

/// The words of one language, with those of the units and currencies.
pub(super) struct Vocab {
    pub lang: Lang,
    words: Shorts<WordId>,
    bits: Vec<u64>,
    values: Vec<f64>,
    singular: Vec<&'static str>,
    /// Phrases by the number of their first word and of their last, longest first.
    by_first: Vec<Vec<Phrase>>,
    by_last: Vec<Vec<Phrase>>,
    marks: [WordId; 128],
    /// First three letters of the words that a number can begin with: where reading prose stops to look.
    starts: [u64; SLOTS / 64],
}

impl Vocab {
    /// The table of a language, built when first asked for.
    pub fn of(lang: Lang) -> &'static Vocab {
        static ALL: PerLang<Vocab> = PerLang::new();
        ALL.of(lang, || Vocab::build(lang.lexicon()))
    }

    fn build(lexicon: &'static Lexicon) -> Vocab {
        let mut vocab = Vocab {
            lang: lexicon.lang(),
            words: Shorts::with_room(1 << 11),
            bits: vec![0],
            values: vec![0.0],
            singular: vec![""],
            by_first: Vec::new(),
            by_last: Vec::new(),
            marks: [0; 128],
            starts: [0; SLOTS / 64],
        };
        for mark in b"-/.+~<>&'" {
            vocab.marks[*mark as usize] = vocab.intern(&(*mark as char).to_string());
        }
        for &(key, class) in LISTS {
            for phrase in lexicon.phrases(key).filter(|p| !p.contains([' ', '-'])) {
                vocab.add(phrase, class);
            }
        }
        for &(key, class) in MAPS {
            for (word, value) in lexicon.numbers(key) {
                let id = vocab.add(word, class);
                vocab.values[id as usize] = value;
            }
        }
        for (plural, singular) in lexicon.texts(Text::Singular) {
            let id = vocab.add(plural, Class::Singular);
            vocab.singular[id as usize] = singular;
        }
        vocab.phrases(lexicon);
        vocab.units();
        vocab.mark_starts(lexicon);
        let longest_first =
            |list: &mut Vec<Phrase>| list.sort_by_key(|p| usize::MAX - p.words.len());
        vocab.by_first.iter_mut().for_each(longest_first);
        vocab.by_last.iter_mut().for_each(longest_first);
        vocab
    }

    fn phrases(&mut self, lexicon: &Lexicon) {
        use Meaning::{AfterQualifier, Qualifier as Q};
        let before = [
            (List::QuantityAbout, Q(Qualifier::About)),
            (List::QuantityMoreThan, Q(Qualifier::MoreThan)),
            (List::QuantityAtLeast, Q(Qualifier::AtLeast)),
            (List::QuantityLessThan, Q(Qualifier::LessThan)),
            (List::QuantityAtMost, Q(Qualifier::AtMost)),
            (List::QuantityFiller, Meaning::Filler),
            (List::QuantityExtent, Meaning::Extent),
            (List::QuantitySteady, Meaning::Steady),
            (List::QuantityPresent, Meaning::Present),
            (List::QuantityWorth, Meaning::Worth),
        ];
        let after = [
            (List::QuantityAfterAbout, AfterQualifier(Qualifier::About)),
            (
                List::QuantityAfterAtLeast,
                AfterQualifier(Qualifier::AtLeast),
            ),
            (List::QuantityAfterAtMost, AfterQualifier(Qualifier::AtMost)),
            (List::QuantityOutOf, Meaning::OutOf),
            (List::QuantityForEvery, Meaning::ForEvery),
            (List::QuantityPeriod, Meaning::Period),
            (List::QuantityPeriodStart, Meaning::PeriodStart),
        ];
        for (key, meaning) in before {
            for phrase in lexicon.phrases(key) {
                let words = self.split(phrase);
                let last = words.last().copied().unwrap_or_default();
                file(&mut self.by_last, last, Phrase { words, meaning });
            }
        }
        for (key, meaning) in after {
            for phrase in lexicon.phrases(key) {
                self.forward(phrase, meaning);
            }
        }
    }

    fn units(&mut self) {
        for (word, _) in POWERS.iter() {
            self.add(word, Class::Power);
        }
        for (id, unit) in UNITS.iter().enumerate() {
            for name in unit.names() {
                self.forward(name, Meaning::Unit(id as UnitId));
            }
        }
        for (i, currency) in CURRENCIES.iter().enumerate() {
            let id = (UNITS.len() + i) as UnitId;
            for name in currency.names() {
                self.forward(name, Meaning::Unit(id));
            }
        }
    }

    fn forward(&mut self, phrase: &str, meaning: Meaning) {
        let words = self.split(phrase);
        let first = words.first().copied().unwrap_or_default();
        if matches!(meaning, Meaning::Period | Meaning::PeriodStart) {
            self.bits[first as usize] |= 1 << Class::Time as u8;
        }
        file(&mut self.by_first, first, Phrase { words, meaning });
    }

    /// The words of a phrase; hyphens, dots and slashes are words of their own, as in the text.
    fn split(&mut self, phrase: &str) -> Vec<WordId> {
        let mut words = Vec::new();
        for word in phrase.split(' ') {
            let mut rest = word;
            while let Some(at) = rest.find(['-', '/']) {
                if at > 0 {
                    words.push(self.intern(&rest[..at]));
                }
                words.push(self.intern(&rest[at..=at]));
                rest = &rest[at + 1..];
            }
            if !rest.is_empty() {
                words.push(self.intern(rest.trim_end_matches('.')));
            }
        }
        words
    }

    fn intern(&mut self, word: &str) -> WordId {
        let Some(key) = key(word.as_bytes(), word.len()) else {
            return 0;
        };
        let next = self.bits.len() as WordId;
        let id = self.words.entry(key);
        if *id == 0 {
            *id = next;
            self.bits.push(0);
            self.values.push(0.0);
            self.singular.push("");
            return next;
        }
        *id
    }

    fn add(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(word);
        if id != 0 {
            self.bits[id as usize] |= 1 << class as u8;
        }
        id
    }

    fn mark_starts(&mut self, lexicon: &Lexicon) {
        for key in [
            Map::Number,
            Map::Scale,
            Map::Vague,
            Map::Denominator,
            Map::Fold,
        ] {
            for (word, _) in lexicon.numbers(key) {
                let slot = start_slot(eight::at(word.as_bytes(), 0));
                self.starts[slot / 64] |= 1 << (slot % 64);
            }
        }
    }

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
        let id = self.words.said_of(key);
        (id, self.bits[id as usize])
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
        self.singular[id as usize]
    }

    /// Phrases that begin with a word, longest first.
    pub fn starting(&self, id: WordId) -> &[Phrase] {
        self.by_first.get(id as usize).map_or(&[], Vec::as_slice)
    }

    /// Phrases that end with a word, longest first.
    pub fn ending(&self, id: WordId) -> &[Phrase] {
        self.by_last.get(id as usize).map_or(&[], Vec::as_slice)
    }
}

/// Puts a phrase under a word's number.
fn file(index: &mut Vec<Vec<Phrase>>, word: WordId, phrase: Phrase) {
    let at = word as usize;
    if index.len() <= at {
        index.resize_with(at + 1, Vec::new);
    }
    index[at].push(phrase);
}

/// Slots of the first three letters of words.
pub(super) const SLOTS: usize = 1 << 13;

/// Where the bit of the first three of eight bytes stands, of which five bits each count: the same in either case.
#[inline]
fn start_slot(eight: u64) -> usize {
    let letters = eight as u32 & 0x1f_1f1f;
    (letters.wrapping_mul(0x9e37_79b1) >> (u32::BITS - SLOTS.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_reader_fits_the_table() {
        let lexicon = Lang::En.lexicon();
        let phrases = LISTS.iter().flat_map(|&(key, _)| lexicon.phrases(key));
        let words = phrases.flat_map(|p| p.split([' ', '-']).collect::<Vec<_>>());
        let numbers = MAPS
            .iter()
            .flat_map(|&(key, _)| lexicon.numbers(key))
            .map(|(w, _)| w);
        for word in words.chain(numbers) {
            assert!(
                word.is_empty() || key(word.as_bytes(), word.len()).is_some(),
                "{word}"
            );
        }
    }

    #[test]
    fn words_are_found_in_any_case() {
        let vocab = Vocab::of(Lang::En);
        let (id, bits) = vocab.word(b"Seventeen", 9);
        assert_eq!(vocab.value(id), 17.0);
        assert_ne!(bits & 1 << Class::Number as u8, 0);
        assert_eq!(vocab.word(b"xylophone", 9).0, 0);
    }
}
