//! The words of the genre: one TOML file a language, a closed set of keys, tables sorted when the program is built.
//!
//! Code holds keys, never words. A key that a language's file leaves out falls back to English.
//! `lists` are sets of phrases ([`Phrases`]), `maps` give a word a value ([`WordMap`]); a reader that needs the bare words
//! for a table of its own takes them from [`Lexicon::phrases`], [`Lexicon::numbers`] and [`Lexicon::texts`].

mod begins;
mod compiled;
mod keys;
mod openers;
mod per_lang;
mod phrases;
mod spelling;
mod starts;
mod table;
mod tagged;
mod words;

pub use keys::{List, Map, Text};
pub(crate) use per_lang::PerLang;
pub use phrases::Phrases;
pub use tagged::Tagged;
pub use words::WordMap;

use compiled::{Compiled, Record};
use openers::Openers;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// A language that has a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English, the fallback of every other.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

impl Lang {
    /// Every language, in the order in which help lists them.
    pub const ALL: &[Lang] = &[Lang::En, Lang::Fr, Lang::Es];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
            Lang::Es => "es",
        }
    }

    /// The language of a BCP 47 tag, by its first subtag.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Lang::ALL
            .iter()
            .copied()
            .find(|l| l.tag().eq_ignore_ascii_case(primary))
    }

    /// The language's words as the build script left them.
    fn compiled(self) -> Compiled {
        macro_rules! file {
            ($tag:literal) => {
                Compiled {
                    text: include_str!(concat!($tag, ".toml")),
                    bytes: include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".lexicon")),
                }
            };
        }
        match self {
            Lang::En => file!("en"),
            Lang::Fr => file!("fr"),
            Lang::Es => file!("es"),
        }
    }

    /// The language's lexicon, opened when first asked for.
    pub fn lexicon(self) -> &'static Lexicon {
        static LEXICONS: PerLang<Lexicon> = PerLang::new();
        LEXICONS.of(self, || Lexicon::open(self))
    }
}

/// The words of one language.
pub struct Lexicon {
    lang: Lang,
    words: Compiled,
    lists: [OnceLock<Box<Phrases>>; List::ALL.len()],
    maps: [OnceLock<Box<WordMap>>; Map::ALL.len()],
    openers: OnceLock<Openers>,
    /// How often they were asked for before they were there.
    asked: AtomicU32,
}

/// How often the lists of a language are looked for before it pays to know what their phrases begin with; what a report in
/// another language asks of it is less.
const OFTEN: u32 = 4096;

impl Lexicon {
    fn open(lang: Lang) -> Lexicon {
        Lexicon {
            lang,
            words: lang.compiled(),
            lists: [const { OnceLock::new() }; List::ALL.len()],
            maps: [const { OnceLock::new() }; Map::ALL.len()],
            openers: OnceLock::new(),
            asked: AtomicU32::new(0),
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The phrases under a key; English ones where this language's file has none.
    #[inline]
    pub fn list(&self, key: List) -> &Phrases {
        match self.lists[key as usize].get() {
            Some(list) => list,
            None => self.begin_list(key),
        }
    }

    #[cold]
    fn begin_list(&self, key: List) -> &Phrases {
        self.lists[key as usize].get_or_init(|| Box::new(Phrases::one(self, key)))
    }

    /// The words under a key with their values; English ones where this language's file has none.
    pub fn map(&self, key: Map) -> &WordMap {
        self.maps[key as usize].get_or_init(|| Box::new(WordMap::new(self.numbers(key))))
    }

    /// Makes ready for a report in this language, whose lists are all looked for in all of its text.
    pub fn prepare(&self) {
        self.openers.get_or_init(|| self.words.openers());
    }

    /// The lists by what their phrases begin with, if the language is in use.
    fn openers(&self) -> Option<&Openers> {
        let found = self.openers.get();
        if found.is_none() && self.asked.fetch_add(1, Ordering::Relaxed) >= OFTEN {
            self.prepare();
        }
        found
    }

    /// The phrases under a key as they stand in the file.
    pub fn phrases(&self, key: List) -> impl ExactSizeIterator<Item = &'static str> + use<> {
        self.record(key).phrases()
    }

    /// The list under a key as it was compiled.
    fn record(&self, key: List) -> Record {
        let english = || Lang::En.compiled().list(key);
        let found = self.words.list(key).or_else(english);
        found.unwrap_or_default()
    }

    /// The words under a key with their values, in the order of the words.
    pub fn numbers(&self, key: Map) -> impl Iterator<Item = (&'static str, f64)> + use<> {
        let english = || Lang::En.compiled().map(key);
        let pairs = self.words.map(key).or_else(english).unwrap_or_default();
        let pairs = pairs.into_iter();
        pairs.filter_map(|(word, value)| Some((word, value.parse().ok()?)))
    }

    /// The words under a key with the words that they stand for.
    pub fn texts(&self, key: Text) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let english = || Lang::En.compiled().words(key);
        let pairs = self.words.words(key).or_else(english);
        pairs.unwrap_or_default().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(lang: Lang) -> Vec<String> {
        let file: toml::Table = lang
            .compiled()
            .text
            .parse()
            .expect("a lexicon is valid TOML");
        let mut paths = Vec::new();
        for (section, value) in &file {
            let table = value.as_table().expect("a section");
            let is_map = table.values().any(|v| !v.is_array());
            if is_map {
                paths.push(section.clone());
            } else {
                paths.extend(table.keys().map(|k| format!("{section}.{k}")));
            }
        }
        paths
    }

    #[test]
    fn english_has_exactly_the_keys_of_the_code() {
        let mut code: Vec<_> = List::ALL.iter().map(|k| k.path().to_string()).collect();
        code.extend(Map::ALL.iter().map(|k| k.path().to_string()));
        code.extend(Text::ALL.iter().map(|k| k.path().to_string()));
        code.sort();
        let mut file = paths(Lang::En);
        file.sort();
        assert_eq!(file, code);
    }

    #[test]
    fn every_language_keeps_to_the_keys_of_english() {
        let english = paths(Lang::En);
        for &lang in Lang::ALL {
            for path in paths(lang) {
                assert!(english.contains(&path), "{}: {path}", lang.tag());
            }
        }
    }
}
