//! The words of the reader of quantities, with those of the units and currencies, as one table a language.

#[path = "../src/value/quantity/class.rs"]
mod class;
#[path = "../src/value/quantity/data.rs"]
mod data;
#[path = "units.rs"]
mod units;

use super::eight;
use super::slots::key;
use super::strewn::strewn;
use crate::lexicon::{self, LANGUAGES, List, Map, Text};
use class::{BUCKETS, Class, SLOTS, STARTS, start_slot};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use units::Units;

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
    (List::QuantityVerbMany, Class::VerbMany),
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

/// The lists of phrases that are looked for by their last word, and what each means.
const BEFORE: [(List, &str); 10] = [
    (List::QuantityAbout, "Qualifier(Qualifier::About)"),
    (List::QuantityMoreThan, "Qualifier(Qualifier::MoreThan)"),
    (List::QuantityAtLeast, "Qualifier(Qualifier::AtLeast)"),
    (List::QuantityLessThan, "Qualifier(Qualifier::LessThan)"),
    (List::QuantityAtMost, "Qualifier(Qualifier::AtMost)"),
    (List::QuantityFiller, "Filler"),
    (List::QuantityExtent, "Extent"),
    (List::QuantitySteady, "Steady"),
    (List::QuantityPresent, "Present"),
    (List::QuantityWorth, "Worth"),
];

/// Those that are looked for by their first word.
const AFTER: [(List, &str); 7] = [
    (List::QuantityAfterAbout, "AfterQualifier(Qualifier::About)"),
    (
        List::QuantityAfterAtLeast,
        "AfterQualifier(Qualifier::AtLeast)",
    ),
    (
        List::QuantityAfterAtMost,
        "AfterQualifier(Qualifier::AtMost)",
    ),
    (List::QuantityOutOf, "OutOf"),
    (List::QuantityForEvery, "ForEvery"),
    (List::QuantityPeriod, "Period"),
    (List::QuantityPeriodStart, "PeriodStart"),
];

/// The name of each file with what is to stand in it: the units as Rust, and for each language its words, with the numbers
/// of their buckets, their keys and their own numbers at their places.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let units = Units::read();
    let mut files = vec![("units.rs".to_string(), units.code().into_bytes())];
    for language in LANGUAGES {
        let vocab = Vocab::new(&lexicon::Words::of(language), &units);
        files.push((format!("{language}.quantity.rs"), vocab.code().into_bytes()));
        for (part, bytes) in vocab.tables() {
            files.push((format!("{language}.quantity.{part}"), bytes));
        }
    }
    files
}

/// A phrase: its words, and what it means.
struct Phrase {
    words: Vec<usize>,
    meaning: String,
}

/// Phrases by the number of a word of theirs.
type Index = BTreeMap<usize, Vec<Phrase>>;

/// The words of one language by their numbers; 0 is any other word.
struct Vocab {
    numbers: HashMap<u128, usize>,
    bits: Vec<u64>,
    values: Vec<f64>,
    singular: BTreeMap<usize, &'static str>,
    by_first: Index,
    by_last: Index,
    marks: [usize; 128],
    starts: [u64; STARTS / 64],
}

impl Vocab {
    fn new(lexicon: &lexicon::Words, units: &Units) -> Vocab {
        let mut vocab = Vocab {
            numbers: HashMap::new(),
            bits: vec![0],
            values: vec![0.0],
            singular: BTreeMap::new(),
            by_first: Index::new(),
            by_last: Index::new(),
            marks: [0; 128],
            starts: [0; STARTS / 64],
        };
        for mark in b"-/.+~<>&'" {
            vocab.marks[*mark as usize] = vocab.intern(&(*mark as char).to_string());
        }
        for &(list, class) in LISTS {
            let phrases = lexicon.phrases(list).into_iter();
            for phrase in phrases.filter(|p| !p.contains([' ', '-'])) {
                vocab.add(phrase, class);
            }
        }
        for &(map, class) in MAPS {
            for (word, value) in lexicon.numbers(map) {
                let id = vocab.add(word, class);
                vocab.values[id] = value;
            }
        }
        for (plural, singular) in lexicon.texts(Text::Singular) {
            let id = vocab.add(plural, Class::Singular);
            vocab.singular.insert(id, singular);
        }
        vocab.phrases(lexicon);
        for (word, _) in &units.powers {
            vocab.add(word, Class::Power);
        }
        for (id, name) in units.names() {
            vocab.forward(name, format!("Unit({id})"));
        }
        vocab.mark_starts(lexicon);
        for index in [&mut vocab.by_first, &mut vocab.by_last] {
            let lists = index.values_mut();
            lists.for_each(|list| list.sort_by_key(|p| usize::MAX - p.words.len()));
        }
        vocab
    }

    fn phrases(&mut self, lexicon: &lexicon::Words) {
        for (list, meaning) in BEFORE {
            for phrase in lexicon.phrases(list) {
                let words = self.split(phrase);
                let last = words.last().copied().unwrap_or_default();
                let meaning = meaning.to_string();
                let phrase = Phrase { words, meaning };
                self.by_last.entry(last).or_default().push(phrase);
            }
        }
        for (list, meaning) in AFTER {
            for phrase in lexicon.phrases(list) {
                self.forward(phrase, meaning.to_string());
            }
        }
    }

    fn forward(&mut self, phrase: &str, meaning: String) {
        let words = self.split(phrase);
        let first = words.first().copied().unwrap_or_default();
        if ["Period", "PeriodStart"].contains(&meaning.as_str()) {
            self.bits[first] |= 1 << Class::Time as u8;
        }
        let phrase = Phrase { words, meaning };
        self.by_first.entry(first).or_default().push(phrase);
    }

    /// The words of a phrase; hyphens, dots and slashes are words of their own, as in the text.
    fn split(&mut self, phrase: &str) -> Vec<usize> {
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

    fn intern(&mut self, word: &str) -> usize {
        let Some(key) = key(word.as_bytes(), word.len()) else {
            return 0;
        };
        let next = self.bits.len();
        let id = *self.numbers.entry(key).or_insert(next);
        if id == next {
            self.bits.push(0);
            self.values.push(0.0);
        }
        id
    }

    fn add(&mut self, word: &str, class: Class) -> usize {
        let id = self.intern(word);
        if id != 0 {
            self.bits[id] |= 1 << class as u8;
        }
        id
    }

    fn mark_starts(&mut self, lexicon: &lexicon::Words) {
        for map in [
            Map::Number,
            Map::Scale,
            Map::Vague,
            Map::Denominator,
            Map::Fold,
        ] {
            for (word, _) in lexicon.numbers(map) {
                let slot = start_slot(eight::at(word.as_bytes(), 0));
                self.starts[slot / 64] |= 1 << (slot % 64);
            }
        }
    }

    /// The words as a value of Rust.
    fn code(&self) -> String {
        let mut words: Vec<usize> = Vec::new();
        let (mut phrases, mut count) = (String::new(), 0);
        let ranges = [&self.by_first, &self.by_last].map(|index| {
            let mut ranges = vec![(0, 0); self.bits.len()];
            for (word, list) in index {
                ranges[*word] = (count, count + list.len());
                count += list.len();
                for phrase in list {
                    let from = words.len();
                    words.extend(&phrase.words);
                    let (to, meaning) = (words.len(), &phrase.meaning);
                    let _ = writeln!(phrases, "(({from}, {to}), Meaning::{meaning}),");
                }
            }
            ranges
        });
        let [by_first, by_last] = ranges;
        let singular: Vec<_> = self.singular.iter().collect();
        let mut code =
            String::from("Vocab {\nlang: LANG,\nbuckets: BUCKETS,\nkeys: KEYS,\nids: IDS,\n");
        let _ = writeln!(code, "bits: &{:?},", self.bits);
        let _ = writeln!(code, "values: &{:?},", self.values);
        let _ = writeln!(code, "singular: &{singular:?},");
        let _ = writeln!(code, "by_first: &{by_first:?},\nby_last: &{by_last:?},");
        let _ = writeln!(code, "phrases: &[\n{phrases}],\nwords: &{words:?},");
        let _ = writeln!(code, "marks: &{:?},", self.marks);
        let _ = writeln!(code, "starts: &{:?},\n}}", self.starts);
        code
    }

    fn tables(&self) -> [(&'static str, Vec<u8>); 3] {
        let mut words: Vec<(u128, usize)> = self.numbers.iter().map(|(k, id)| (*k, *id)).collect();
        words.sort_unstable();
        let keys: Vec<u128> = words.iter().map(|(key, _)| *key).collect();
        let (numbers, table) = strewn(&keys, BUCKETS, SLOTS);
        let key = |at: &Option<usize>| at.map_or(0, |i| keys[i]).to_le_bytes();
        let id = |at: &Option<usize>| at.map_or(0, |i| words[i].1 as u16).to_le_bytes();
        [
            (
                "buckets",
                numbers.into_iter().flat_map(u16::to_le_bytes).collect(),
            ),
            ("keys", table.iter().flat_map(key).collect()),
            ("ids", table.iter().flat_map(id).collect()),
        ]
    }
}
