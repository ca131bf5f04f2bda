//! The words of the genre: one TOML file a language, a closed set of keys, tables built when first used.
//!
//! Code holds keys, never words. A key that a language's file leaves out falls back to English.
//! `lists` are sets of phrases ([`Phrases`]), `maps` give a word a value ([`WordMap`]); a reader that needs the bare words
//! for a table of its own takes them from [`Lexicon::phrases`], [`Lexicon::numbers`] and [`Lexicon::texts`].

mod begins;
mod file;
mod keys;
mod openers;
mod phrases;
mod starts;
mod tagged;
mod words;

pub use keys::{List, Map, Text};
pub use phrases::Phrases;
pub use tagged::Tagged;
pub use words::WordMap;

use file::File;
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

    fn toml(self) -> &'static str {
        match self {
            Lang::En => include_str!("en.toml"),
            Lang::Fr => include_str!("fr.toml"),
            Lang::Es => include_str!("es.toml"),
        }
    }

    /// The language's lexicon, opened when first asked for.
    pub fn lexicon(self) -> &'static Lexicon {
        static LEXICONS: [OnceLock<Lexicon>; Lang::ALL.len()] =
            [const { OnceLock::new() }; Lang::ALL.len()];
        LEXICONS[self as usize].get_or_init(|| Lexicon::open(self))
    }
}

/// The words of one language.
pub struct Lexicon {
    lang: Lang,
    file: File,
    /// The phrases of each list as the file has them: the openers, the list and each set with it ask for them.
    phrases: [OnceLock<Box<[&'static str]>>; List::ALL.len()],
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
            file: File::new(lang.toml()),
            phrases: [const { OnceLock::new() }; List::ALL.len()],
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
        self.lists[key as usize].get_or_init(|| Box::new(Phrases::of(self, [key])))
    }

    /// The words under a key with their values; English ones where this language's file has none.
    pub fn map(&self, key: Map) -> &WordMap {
        self.maps[key as usize].get_or_init(|| Box::new(WordMap::new(self.numbers(key))))
    }

    /// Makes ready for a report in this language, whose lists are all looked for in all of its text.
    pub fn prepare(&self) {
        self.openers.get_or_init(|| Openers::new(self));
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
    pub fn phrases(&self, key: List) -> Vec<&'static str> {
        let read = || {
            let own = self.file.list(key.path());
            let english = || Lang::En.lexicon().phrases(key);
            own.or_else(|| (self.lang != Lang::En).then(english))
                .unwrap_or_default()
                .into()
        };
        self.phrases[key as usize].get_or_init(read).to_vec()
    }

    /// The words under a key with their values, in the order of the words.
    pub fn numbers(&self, key: Map) -> impl Iterator<Item = (&'static str, f64)> + use<> {
        let pairs = self.pairs(key.path());
        pairs.filter_map(|(word, value)| Some((word, value.parse().ok()?)))
    }

    /// The words under a key with the words that they stand for.
    pub fn texts(&self, key: Text) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.pairs(key.path())
    }

    fn pairs(&self, path: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let own = self.file.map(path);
        let english = || Lang::En.lexicon().file.map(path);
        let pairs = own.or_else(|| (self.lang != Lang::En).then(english)?);
        pairs.unwrap_or_default().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(lang: Lang) -> Vec<String> {
        let file: toml::Table = lang.toml().parse().expect("a lexicon is valid TOML");
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
