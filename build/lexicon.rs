//! The words of each language, sorted and hashed; `src/lexicon/compiled.rs` tells how they lie.

use crate::words::File;
use openers::{Lists, Opening};
use spelling::each_spelling;

#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/lexicon/keys.rs"]
mod keys;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/lexicon/openers.rs"]
mod openers;
#[path = "../src/lexicon/spelling.rs"]
mod spelling;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/lexicon/table.rs"]
mod table;

pub use keys::{List, Map, Text};

const ENGLISH: &str = include_str!("../src/lexicon/en.toml");

/// The tags of the languages.
pub const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// The file of a language.
fn text(tag: &str) -> &'static str {
    match tag {
        "fr" => include_str!("../src/lexicon/fr.toml"),
        "es" => include_str!("../src/lexicon/es.toml"),
        _ => ENGLISH,
    }
}

/// The name of each language's file with what is to stand in it.
pub fn files() -> impl Iterator<Item = (String, Vec<u8>)> {
    let english = File::new(ENGLISH);
    LANGUAGES.iter().map(move |tag| {
        let text = text(tag);
        let bytes = compiled(text, &File::new(text), &english);
        (format!("{tag}.lexicon"), bytes)
    })
}

/// A language's words, and the English ones that stand in.
pub struct Words {
    own: File,
    english: File,
}

impl Words {
    /// The words of a language.
    pub fn of(tag: &str) -> Words {
        Words {
            own: File::new(text(tag)),
            english: File::new(ENGLISH),
        }
    }

    /// The phrases of a list; English ones where the language has none.
    pub fn phrases(&self, list: List) -> Vec<&'static str> {
        let own = self.own.list(list.path());
        own.unwrap_or_else(|| self.english(list))
    }

    /// The words of a map with their values; English ones where the language has none.
    pub fn numbers(&self, map: Map) -> Vec<(&'static str, f64)> {
        let pairs = self.pairs(map.path()).into_iter();
        let number = |(word, value): (_, &str)| Some((word, value.parse().ok()?));
        pairs.filter_map(number).collect()
    }

    /// The words of a map with the words that they stand for.
    pub fn texts(&self, text: Text) -> Vec<(&'static str, &'static str)> {
        self.pairs(text.path())
    }

    fn pairs(&self, path: &str) -> Vec<(&'static str, &'static str)> {
        let own = self.own.map(path);
        own.unwrap_or_else(|| self.english.map(path).unwrap_or_default())
    }

    /// The English phrases of a list.
    pub fn english(&self, list: List) -> Vec<&'static str> {
        self.english.list(list.path()).unwrap_or_default()
    }
}

fn compiled(text: &'static str, own: &File, english: &File) -> Vec<u8> {
    let mut out = openings(own, english);
    let lists = List::ALL
        .iter()
        .map(|key| Some(list(text, &own.list(key.path())?)));
    let maps = Map::ALL.iter().map(|key| key.path());
    let maps = maps.chain(Text::ALL.iter().map(|key| key.path()));
    let maps = maps.map(|path| Some(pairs(text, &own.map(path)?)));
    let records: Vec<Option<Vec<u8>>> = lists.chain(maps).collect();
    let mut at = out.len() + records.len() * 4;
    for record in &records {
        place(&mut out, record.as_ref().map_or(0, |_| at));
        at += record.as_ref().map_or(0, Vec::len);
    }
    out.extend(records.into_iter().flatten().flatten());
    out
}

/// What the phrases of all lists begin with.
fn openings(own: &File, english: &File) -> Vec<u8> {
    let mut all: Vec<(u32, List)> = Vec::new();
    for &list in List::ALL {
        let phrases = own.list(list.path()).or_else(|| english.list(list.path()));
        for phrase in phrases.unwrap_or_default() {
            each_spelling(phrase, |spelling| all.push((opening(spelling), list)));
        }
    }
    all.sort_unstable_by_key(|(hash, list)| (*hash, *list as u16));
    all.dedup();
    let (mut hashes, mut sets, mut joined) = (Vec::new(), Vec::new(), Vec::new());
    for same in all.chunk_by(|(a, _), (b, _)| a == b) {
        place(&mut hashes, same[0].0 as usize);
        let set = match same {
            [(_, list)] => *list as usize + 1,
            _ => {
                joined.push(Lists::of(same.iter().map(|(_, list)| *list)));
                List::ALL.len() + joined.len()
            }
        };
        number(&mut sets, set);
    }
    let mut out = Vec::new();
    place(&mut out, hashes.len() / 4);
    out.append(&mut hashes);
    out.append(&mut sets);
    number(&mut out, joined.len());
    let words = joined.iter().flat_map(|lists| lists.0);
    out.extend(words.flat_map(u64::to_le_bytes));
    out
}

/// The hash under which a phrase is kept: with what stands behind its first word, where that is two bytes or more.
fn opening(phrase: &str) -> u32 {
    let opening = Opening::of(phrase.as_bytes());
    match phrase.len() < opening.len + 2 {
        true => opening.word,
        false => opening.more,
    }
}

fn list(text: &'static str, phrases: &[&'static str]) -> Vec<u8> {
    let mut out = Vec::new();
    number(&mut out, phrases.len());
    for phrase in phrases {
        slice(&mut out, text, phrase);
    }
    let mut bytes = Vec::new();
    let entries = table::entries(phrases.iter().copied(), &mut bytes);
    number(&mut out, entries.len());
    for entry in &entries {
        for value in [entry.text.len(), entry.origin.into(), entry.shorter.into()] {
            number(&mut out, value);
        }
    }
    out.extend(entries.iter().flat_map(|entry| entry.text));
    out
}

fn pairs(text: &'static str, pairs: &[(&'static str, &'static str)]) -> Vec<u8> {
    let mut out = Vec::new();
    number(&mut out, pairs.len());
    for (word, value) in pairs {
        slice(&mut out, text, word);
        slice(&mut out, text, value);
    }
    out
}

fn number(out: &mut Vec<u8>, value: usize) {
    let value = u16::try_from(value).expect("lists of words are short");
    out.extend(value.to_le_bytes());
}

fn place(out: &mut Vec<u8>, value: usize) {
    let value = u32::try_from(value).expect("files of words are small");
    out.extend(value.to_le_bytes());
}

/// Where in the file a part of it stands.
fn slice(out: &mut Vec<u8>, text: &'static str, part: &'static str) {
    place(out, part.as_ptr() as usize - text.as_ptr() as usize);
    number(out, part.len());
}
