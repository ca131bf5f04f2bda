//! The tables by which places are looked up: folding 33,000 names at the start took 67 million instructions, half of a small
//! run.

#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/value/place/fold.rs"]
mod fold;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/value/place/hash.rs"]
mod hash;

pub use fold::fold;
use hash::{ALONE, CITY, COUNTRY, EMPTY, ENDS, OPENS, REGION, SLOTS};
use std::fmt::Write;

/// Bits of the filter: as many as [`hash::bit`] tells apart.
const FILTER_BITS: usize = 1 << 20;
const CITIES: &str = include_str!("../src/value/place/cities.tsv");
const REGIONS: &str = include_str!("../src/value/place/regions.tsv");
const COUNTRIES: &str = include_str!("../src/value/place/countries.tsv");

/// The name of each file with what is to stand in it.
pub fn files() -> [(&'static str, Vec<u8>); 3] {
    let countries = Countries::read();
    [
        ("cities.index", city_index()),
        ("places.filter", filter(&countries)),
        ("countries.rs", countries.code().into_bytes()),
    ]
}

/// Name and place in the file of every city.
fn cities() -> impl Iterator<Item = (&'static str, usize)> {
    let mut at = 0;
    CITIES.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        let name = line.split('\t').next().unwrap_or(line);
        (name.trim_end(), start)
    })
}

/// For each slot the line of a city and some bits of its hash; a taken slot sends to the next one.
fn city_index() -> Vec<u8> {
    let mut table = vec![EMPTY; SLOTS];
    for (name, at) in cities() {
        let (mut slot, entry) = hash::entry(hash::of(&fold(name), CITY), at);
        while table[slot] != EMPTY {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = entry;
    }
    table.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// A bit for each name of one word, for the first word and for the first two words of the others, for each country and region, and for
/// the first letters of each, and of their first two words.
fn filter(countries: &Countries) -> Vec<u8> {
    let mut bits = vec![0_u8; FILTER_BITS / 8];
    let mut heads = Vec::new();
    let mut set = |text: &str, salt: u64| {
        let bit = hash::bit(text, salt);
        bits[bit / 8] |= 1 << (bit % 8);
    };
    for (key, _) in &countries.names {
        set(key, COUNTRY);
        set(key.rsplit(' ').next().unwrap_or(key), ENDS);
    }
    for name in REGIONS.lines().filter_map(|line| line.split('\t').nth(2)) {
        set(&fold(name), REGION);
    }
    let keys = countries.names.iter().map(|(key, _)| key.clone());
    for key in keys.chain(cities().map(|(name, _)| fold(name))) {
        let mut words = key.split(' ');
        let (first, second) = (words.next().unwrap_or(&key), words.next());
        if let Some(second) = second {
            set(first, OPENS);
            heads.push(hash::heads_bit([first, second].map(head)));
        }
        set(hash::two_words(&key), ALONE);
        heads.push(hash::head_bit(head(first)));
    }
    for bit in heads {
        bits[bit / 8] |= 1 << (bit % 8);
    }
    bits
}

/// The first eight bytes of a word as a number, the first the lowest.
fn head(word: &str) -> u64 {
    let bytes = word.bytes().take(8).rev();
    bytes.fold(0, |head, byte| head << 8 | u64::from(byte))
}

/// The countries by code, and the folded names and words for people with the index of their country, sorted.
pub struct Countries {
    countries: Vec<(&'static str, &'static str)>,
    pub names: Vec<(String, usize)>,
    pub demonyms: Vec<(String, usize)>,
}

impl Countries {
    /// `CODE TAB NAME TAB ALIAS|ALIAS TAB WORD|WORD`.
    pub fn read() -> Countries {
        let (mut countries, mut names, mut demonyms) = (Vec::new(), Vec::new(), Vec::new());
        for (i, line) in COUNTRIES.lines().enumerate() {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            let (code, name, aliases, people) = (cell(), cell(), cell(), cell());
            countries.push((code, name));
            let spellings = aliases.split('|').chain([name]).filter(|a| !a.is_empty());
            names.extend(spellings.map(|a| (fold(a), i)));
            let words = people.split('|').filter(|w| !w.is_empty());
            demonyms.extend(words.map(|w| (fold(w), i)));
        }
        names.sort();
        demonyms.sort();
        Countries {
            countries,
            names,
            demonyms,
        }
    }

    /// The tables as Rust.
    fn code(&self) -> String {
        let mut code = String::from("static COUNTRIES: &[Country] = &[\n");
        for (iso, name) in &self.countries {
            let _ = writeln!(code, "Country {{ code: {iso:?}, name: {name:?} }},");
        }
        code.push_str("];\n");
        for (table, rows) in [("NAMES", &self.names), ("DEMONYMS", &self.demonyms)] {
            let _ = writeln!(code, "static {table}: &[(&str, u16)] = &{rows:?};");
        }
        code
    }
}
