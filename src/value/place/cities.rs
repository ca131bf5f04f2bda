//! Cities by name: GeoNames' cities of 15,000 people and more, looked up in the text that the program carries.
//!
//! A table from the hash of a folded name to its line is built with the program, so a look-up is one step and nothing is
//! built at the start; bisecting the lines took 14,000 instructions a name.

use super::fold::fold;
use super::hash;
use crate::value::Seen;
use memchr::memchr;
use std::cmp::Ordering;

const CITIES: &str = include_str!("cities.tsv");
/// Four bytes a slot, see [`hash::entry`].
const INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cities.index"));

/// No city's name is as long in bytes.
const LONGEST: usize = 60;

/// A city of so many people is known by its name in capitals, too.
const LARGE: u32 = 300_000;

/// A city of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct City {
    /// The name it was found by, as the gazetteer spells it.
    pub name: &'static str,
    /// ISO 3166-1 alpha-2 code of the country of the most populous city of the name.
    pub code: &'static str,
    /// That city's population, to the thousand.
    pub population: u32,
    /// Codes of other countries that have a city of the name, the most populous first.
    pub alternatives: Vec<&'static str>,
}

impl City {
    /// Whether a city of the name lies in the country.
    pub fn is_in(&self, code: &str) -> bool {
        self.code == code || self.alternatives.contains(&code)
    }
}

/// The city that is the whole of `name`: `Nairobi`, `Köln`, `Cologne`, `St. Louis`, `MEXICO CITY`.
pub fn city(name: &str) -> Option<City> {
    town(name)?.city()
}

/// The line of the gazetteer that has the city.
pub(super) fn town(name: &str) -> Option<Town> {
    if name.len() > LONGEST || !may_be_city(name) {
        return None;
    }
    thread_local! {
        static SEEN: Seen<Option<Town>, 512> = const { Seen::new() };
    }
    let looked_up = || {
        let key = fold(name);
        let line = line_of(&key).or_else(|| line_of(&saint(&key)?));
        line.map(Town)
    };
    SEEN.with(|seen| seen.get(name, 0, looked_up))
}

/// A city of the gazetteer as it is written there.
#[derive(Clone, Copy)]
pub(super) struct Town(&'static str);

impl Town {
    /// All that is said of it.
    pub fn city(&self) -> Option<City> {
        entry(self.0)
    }

    /// The population of the largest city of the name.
    pub fn population(&self) -> Option<u32> {
        let countries = self.0.split_once('\t')?.1;
        let thousands = countries.get(3..)?.bytes().take_while(u8::is_ascii_digit);
        let thousands = thousands.fold(0u32, |n, b| n.saturating_mul(10) + u32::from(b - b'0'));
        Some(thousands.saturating_mul(1000))
    }
}

/// Whether a name as printed is a town rather than the acronym of a body that shares its letters: a short word in capitals
/// is a town where the town is large.
pub fn is_town(printed: &str) -> bool {
    let short = (3..=6).contains(&printed.len()) && printed.bytes().all(|b| b.is_ascii_uppercase());
    let large = |town: &Town| town.population().is_some_and(|people| people >= LARGE);
    town(printed).is_some_and(|town| !short || large(&town))
}

/// Whether a city of the name lies in the country: `None` for an unknown city.
pub fn is_city_in(name: &str, code: &str) -> Option<bool> {
    Some(city(name)?.is_in(code))
}

/// The gazetteer's own name of the city of this name in the country: `Köln` for `Cologne` and `DE`.
pub fn own_name(name: &str, code: &str) -> Option<&'static str> {
    let city = city(name)?;
    let line = line_of(&fold(city.name))?;
    let mut countries = line.split_once('\t')?.1.split(',');
    let country = countries.find_map(|c| c.strip_prefix(code)?.strip_prefix(' '))?;
    Some(country.split_once('=').map_or(city.name, |(_, own)| own))
}

/// The other way to write a saint's city.
fn saint(key: &str) -> Option<String> {
    match key.split_once(' ')? {
        ("st", rest) => Some(format!("saint {rest}")),
        ("saint", rest) => Some(format!("st {rest}")),
        _ => None,
    }
}

fn line_of(key: &str) -> Option<&'static str> {
    lines(hash::of(key, hash::CITY)).find(|line| compare(name_of(line), key) == Ordering::Equal)
}

/// The lines whose names may have the hash.
fn lines(hash: u64) -> impl Iterator<Item = &'static str> {
    let (mut slot, wanted) = hash::entry(hash, 0);
    let entries = std::iter::from_fn(move || {
        let bytes = INDEX.get(slot * 4..slot * 4 + 4)?;
        slot = (slot + 1) % hash::SLOTS;
        let entry = u32::from_le_bytes(bytes.try_into().ok()?);
        (entry != hash::EMPTY).then_some(entry)
    });
    entries.filter_map(move |entry| {
        let at = hash::line_of(entry);
        let line = (entry - at as u32 == wanted).then(|| &CITIES[at..])?;
        let end = memchr(b'\n', line.as_bytes());
        Some(&line[..end.unwrap_or(line.len())])
    })
}

/// Whether a text in ASCII, which no saint's name may begin, may be a city: told without folding it.
fn may_be_city(name: &str) -> bool {
    !name.is_ascii()
        || may_be_saint(name.as_bytes())
        || has_city(hash::of_ascii(name, hash::CITY, usize::MAX))
}

/// Whether a name in ASCII may be a saint's, or begins with a mark.
pub(super) fn may_be_saint(name: &[u8]) -> bool {
    match name {
        [b's' | b'S', b't' | b'T' | b'a' | b'A', ..] => true,
        [b's' | b'S', second, ..] => !second.is_ascii_alphanumeric(),
        _ => !name.first().is_some_and(u8::is_ascii_alphanumeric),
    }
}

/// Whether a city's name may have the hash.
pub(super) fn has_city(hash: u64) -> bool {
    lines(hash).next().is_some()
}

/// Compares the folded name with a key, without folding more than it takes where the name is ASCII.
fn compare(name: &str, key: &str) -> Ordering {
    if !name.is_ascii() {
        return fold(name).as_str().cmp(key);
    }
    let mut key = key.bytes();
    let mut gap = false;
    let mut begun = false;
    for byte in name.bytes().filter(|b| !matches!(b, b'.' | b'\'' | b'`')) {
        if !byte.is_ascii_alphanumeric() {
            gap = begun;
            continue;
        }
        let space = std::mem::take(&mut gap).then_some(b' ');
        for byte in space.into_iter().chain([byte.to_ascii_lowercase()]) {
            match key.next().map_or(Ordering::Greater, |k| byte.cmp(&k)) {
                Ordering::Equal => begun = true,
                other => return other,
            }
        }
    }
    key.next().map_or(Ordering::Equal, |_| Ordering::Less)
}

fn name_of(line: &'static str) -> &'static str {
    &line[..memchr(b'\t', line.as_bytes()).unwrap_or(line.len())]
}

/// `NAME TAB CC THOUSANDS,CC THOUSANDS`, behind the thousands of a city that has another name of its own `=` and that.
fn entry(line: &'static str) -> Option<City> {
    let name = name_of(line);
    let mut countries = line.get(name.len() + 1..)?.split(',');
    let (code, thousands) = countries.next()?.split_once(' ')?;
    let thousands = thousands.split('=').next()?;
    let alternatives = countries.filter_map(|c| Some(c.split_once(' ')?.0));
    Some(City {
        name,
        code,
        population: thousands.parse::<u32>().ok()?.saturating_mul(1000),
        alternatives: alternatives.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_sorted_and_whole() {
        let mut last = String::new();
        for line in CITIES.lines() {
            let key = fold(name_of(line));
            assert!(last < key, "{last} before {key}");
            let people = entry(line).map(|city| city.population);
            assert!(
                people.is_some() && people == Town(line).population(),
                "{line}"
            );
            last = key;
        }
    }

    #[test]
    fn every_name_finds_itself() {
        for name in CITIES.lines().map(name_of) {
            assert_eq!(city(name).map(|c| c.name), Some(name));
        }
    }

    #[test]
    fn the_largest_of_a_name_comes_first() {
        let vienna = city("vienna").expect("a city");
        assert_eq!((vienna.code, vienna.is_in("US")), ("AT", true));
        assert_eq!(is_city_in("Nairobi", "KE"), Some(true));
        assert_eq!(is_city_in("Nairobi", "UG"), Some(false));
        assert_eq!(is_city_in("Nowhere at All", "UG"), None);
        assert_eq!(
            city("Saint Louis").map(|c| c.code),
            city("St. Louis").map(|c| c.code)
        );
    }

    #[test]
    fn a_name_in_another_language_leads_to_the_city_s_own() {
        let own = |name, code| own_name(name, code).map(fold);
        assert_eq!(own("Lucerne", "CH"), own("Luzern", "CH"));
        assert_eq!(own("Genève", "CH"), own("GENEVA", "CH"));
        assert_ne!(own("Lucerne", "CH"), own("Geneva", "CH"));
        assert_eq!(own("Geneva", "US").as_deref(), Some("geneva"));
        assert_eq!(own("Geneva", "KE"), None);
    }
}
