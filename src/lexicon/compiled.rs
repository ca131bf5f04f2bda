//! A language's words as the build script left them: sorted and hashed once and for all, so that a run begins with them
//! ready. Reading the files and sorting their phrases at the start took 25 million instructions, a seventh of a small run.
//!
//! All numbers have their lowest byte first. First stand the openings: how many, their hashes (4 bytes each), the places of
//! their sets (2 each), how many sets of several lists there are, and these. Then, for each key of [`List`], [`Map`] and
//! [`Text`] in turn, the byte at which its record begins, or 0 where English ones stand in. A list's record has how many
//! phrases there are and the place and length of each in the file; how many spellings, and the length, phrase and next
//! shorter one of each; the bytes of all. A map's has how many pairs, and place and length of either half.

use super::openers::{Lists, Openers, WORDS};
use super::table::Entry;
use super::{List, Map, Text};

/// The words of a language.
#[derive(Clone, Copy)]
pub struct Compiled {
    /// The file that phrases lie in.
    pub text: &'static str,
    /// What the build script wrote.
    pub bytes: &'static [u8],
}

/// The keys of all records.
const KEYS: usize = List::ALL.len() + Map::ALL.len() + Text::ALL.len();

impl Compiled {
    /// The lists by what their phrases begin with.
    pub fn openers(self) -> Openers {
        let (hashes, sets, mut joined) = self.openings();
        let entries = hashes.zip(sets).collect();
        let count = joined.number();
        let joined = (0..count).map(|_| {
            let mut lists = Lists::default();
            lists.0.fill_with(|| u64::from_le_bytes(joined.take()));
            lists
        });
        Openers::of(entries, joined)
    }

    /// The hashes of the openings, the places of their sets, and what stands behind these.
    fn openings(self) -> (impl Iterator<Item = u32>, impl Iterator<Item = u16>, Cursor) {
        let mut rest = Cursor(self.bytes);
        let count = rest.place();
        let (hashes, _) = rest.cut(count * 4).as_chunks();
        let (sets, _) = rest.cut(count * 2).as_chunks();
        let hashes = hashes.iter().map(|b| u32::from_le_bytes(*b));
        (hashes, sets.iter().map(|b| u16::from_le_bytes(*b)), rest)
    }

    /// The phrases of a list, if the language has it.
    pub fn list(self, key: List) -> Option<Record> {
        let mut rest = self.record(key as usize)?;
        let count = rest.number();
        let (places, _) = rest.cut(count * SLICE).as_chunks();
        let count = rest.number();
        let (heads, _) = rest.cut(count * HEAD).as_chunks();
        Some(Record {
            text: self.text,
            places,
            heads,
            bytes: rest.0,
        })
    }

    /// The words of a map with what they stand for, if the language has it.
    pub fn map(self, key: Map) -> Option<Vec<(&'static str, &'static str)>> {
        self.pairs(List::ALL.len() + key as usize)
    }

    /// The words of a map of words, if the language has it.
    pub fn words(self, key: Text) -> Option<Vec<(&'static str, &'static str)>> {
        self.pairs(List::ALL.len() + Map::ALL.len() + key as usize)
    }

    fn pairs(self, key: usize) -> Option<Vec<(&'static str, &'static str)>> {
        let mut rest = self.record(key)?;
        let count = rest.number();
        let (places, _) = rest.cut(count * 2 * SLICE).as_chunks();
        let halves = places.as_chunks().0.iter();
        let pair = |[word, value]: &[_; 2]| (part(self.text, word), part(self.text, value));
        Some(halves.map(pair).collect())
    }

    /// What stands from the beginning of a record on.
    fn record(self, key: usize) -> Option<Cursor> {
        let (.., mut rest) = self.openings();
        let sets = rest.number();
        rest.cut(sets * WORDS * 8);
        let (places, _) = rest.cut(KEYS * 4).as_chunks();
        let at = u32::from_le_bytes(*places.get(key)?) as usize;
        (at > 0).then(|| Cursor(&self.bytes[at..]))
    }
}

/// A list as it was compiled.
#[derive(Clone, Copy, Default)]
pub struct Record {
    text: &'static str,
    /// Where each phrase stands.
    places: &'static [[u8; SLICE]],
    /// Length, phrase and next shorter one of each spelling.
    heads: &'static [[u8; HEAD]],
    /// The spellings, and what stands behind them.
    bytes: &'static [u8],
}

/// Bytes of a place and a length in the file.
const SLICE: usize = 6;
/// Bytes of three numbers.
const HEAD: usize = 6;

impl Record {
    /// The phrases as they stand in the file.
    pub fn phrases(self) -> impl ExactSizeIterator<Item = &'static str> {
        self.places.iter().map(move |place| part(self.text, place))
    }

    /// The spellings in their order.
    pub fn spellings(mut self) -> impl ExactSizeIterator<Item = Entry<'static>> {
        self.heads.iter().map(move |&[a, b, c, d, e, f]| {
            let (text, rest) = self.bytes.split_at(u16::from_le_bytes([a, b]).into());
            self.bytes = rest;
            Entry {
                text,
                origin: u16::from_le_bytes([c, d]),
                shorter: u16::from_le_bytes([e, f]),
            }
        })
    }
}

/// The part of a text whose place and length are given.
#[inline]
fn part(text: &'static str, &[a, b, c, d, e, f]: &[u8; SLICE]) -> &'static str {
    let at = u32::from_le_bytes([a, b, c, d]) as usize;
    &text[at..at + usize::from(u16::from_le_bytes([e, f]))]
}

/// Bytes that are read from the front.
#[derive(Clone, Copy)]
struct Cursor(&'static [u8]);

impl Cursor {
    fn cut(&mut self, len: usize) -> &'static [u8] {
        let (head, rest) = self.0.split_at(len);
        self.0 = rest;
        head
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.copy_from_slice(self.cut(N));
        bytes
    }

    /// A number of two bytes.
    fn number(&mut self) -> usize {
        u16::from_le_bytes(self.take()).into()
    }

    /// A number of four bytes.
    fn place(&mut self) -> usize {
        u32::from_le_bytes(self.take()) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lang;
    use super::super::table::Table;
    use super::*;

    #[test]
    fn the_tables_are_those_of_the_phrases() {
        for (&lang, &key) in Lang::ALL
            .iter()
            .flat_map(|l| List::ALL.iter().map(move |k| (l, k)))
        {
            let Some(list) = lang.compiled().list(key) else {
                assert_ne!(lang, Lang::En, "{key:?}");
                continue;
            };
            let table = Table::of(list.spellings());
            assert_eq!(table, Table::new(list.phrases()), "{lang:?} {key:?}");
        }
    }

    #[test]
    fn a_language_has_what_its_file_has() {
        for &lang in Lang::ALL {
            let file: toml::Table = lang.compiled().text.parse().expect("valid TOML");
            let at = |path: &str| match path.split_once('.') {
                Some((section, key)) => file.get(section)?.get(key),
                None => file.get(path),
            };
            for &key in List::ALL {
                let whole = at(key.path()).and_then(toml::Value::as_array);
                let whole = whole.map(|l| l.iter().filter_map(|v| v.as_str()).collect::<Vec<_>>());
                let own = lang
                    .compiled()
                    .list(key)
                    .map(|l| l.phrases().collect::<Vec<_>>());
                assert_eq!(own, whole, "{lang:?} {key:?}");
            }
            let maps = Map::ALL
                .iter()
                .map(|&k| (k.path(), lang.compiled().map(k)))
                .chain(
                    Text::ALL
                        .iter()
                        .map(|&k| (k.path(), lang.compiled().words(k))),
                );
            for (path, own) in maps {
                let whole = at(path).and_then(toml::Value::as_table);
                assert_eq!(own.is_some(), whole.is_some(), "{lang:?} {path}");
                let (own, whole) = (own.unwrap_or_default(), whole.cloned().unwrap_or_default());
                assert_eq!(own.len(), whole.len(), "{lang:?} {path}");
                for ((key, printed), (word, value)) in own.into_iter().zip(&whole) {
                    let number = value.as_float().or(value.as_integer().map(|i| i as f64));
                    assert_eq!(key, word, "{lang:?} {path}");
                    assert_eq!(printed.parse().ok(), number, "{lang:?} {path} {key}");
                    assert!(number.is_some() || value.as_str() == Some(printed));
                }
            }
        }
    }
}
