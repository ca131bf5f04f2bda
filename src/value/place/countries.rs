//! Countries by any of the names that people print.

use super::fold::fold;
use std::sync::LazyLock;

/// A country or territory of ISO 3166-1 (and Kosovo under its user-assigned code).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Its short English name.
    pub name: &'static str,
}

/// No country's longest name is as long in bytes.
const LONGEST: usize = 100;

struct Table {
    countries: Vec<Country>,
    /// Folded name and index, sorted by name.
    names: Vec<(String, u16)>,
    /// Folded words for people and things of a country, sorted.
    demonyms: Vec<(String, u16)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (mut countries, mut names, mut demonyms) = (Vec::new(), Vec::new(), Vec::new());
    for (i, line) in include_str!("countries.tsv").lines().enumerate() {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (code, name, aliases, people) = (cell(), cell(), cell(), cell());
        countries.push(Country { code, name });
        let spellings = aliases.split('|').chain([name]).filter(|a| !a.is_empty());
        names.extend(spellings.map(|a| (fold(a), i as u16)));
        let words = people.split('|').filter(|w| !w.is_empty());
        demonyms.extend(words.map(|w| (fold(w), i as u16)));
    }
    names.sort();
    demonyms.sort();
    Table {
        countries,
        names,
        demonyms,
    }
});

fn find(table: &[(String, u16)], key: &str) -> Option<Country> {
    let at = table.binary_search_by(|(name, _)| name.as_str().cmp(key));
    Some(TABLE.countries[usize::from(table[at.ok()?].1)])
}

/// The country whose name, in any spelling that people print, is the whole of `text`.
///
/// `Viet Nam`, `U.K.`, `The Netherlands`, `Tanzania (United Republic of)`, `Korea, Republic of`, `Suiza`.
/// Abbreviations count in capitals only (`US`, not `us`); two-letter codes do not count, see [`country_of_code`].
pub fn country(text: &str) -> Option<Country> {
    let text = text.trim().trim_end_matches([',', ';', ':']);
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let key = fold(text);
    let small = text.bytes().any(|b| b.is_ascii_lowercase());
    if small && (key.len() == 2 || key.len() == 3 && !text.starts_with(char::is_uppercase)) {
        return None;
    }
    let bare = key.strip_prefix("the ").unwrap_or(&key);
    find(&TABLE.names, &key)
        .or_else(|| find(&TABLE.names, bare))
        .or_else(|| find(&TABLE.names, &turned(text)?))
}

/// `Tanzania (United Republic of)` and `Korea, Republic of` the other way round.
fn turned(text: &str) -> Option<String> {
    let (head, tail) = text.split_once(['(', ','])?;
    let tail = fold(tail);
    let tail = tail.strip_prefix("the ").unwrap_or(&tail);
    let ends_open = tail.ends_with(" of") || tail.ends_with(" of the");
    ends_open.then(|| format!("{tail} {}", fold(head)))
}

/// The country of an ISO 3166-1 alpha-2 code in capitals.
pub fn country_of_code(code: &str) -> Option<Country> {
    let at = TABLE.countries.binary_search_by(|c| c.code.cmp(code));
    at.ok().map(|i| TABLE.countries[i])
}

/// The country whose people or things are named by the word: `Kenyan`, `Swiss`.
pub fn country_of_demonym(word: &str) -> Option<Country> {
    find(&TABLE.demonyms, &fold(word))
}

/// Every word for a country's people or things, folded.
pub(crate) fn demonyms() -> impl Iterator<Item = &'static str> {
    TABLE.demonyms.iter().map(|(word, _)| word.as_str())
}

/// Every folded name of every country.
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    TABLE.names.iter().map(|(name, _)| name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        country(text).map_or("", |c| c.code)
    }

    #[test]
    fn no_name_belongs_to_two_countries() {
        for pair in TABLE.names.windows(2) {
            let same = pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1;
            assert!(!same, "{}", pair[0].0);
        }
        assert!(TABLE.countries.is_sorted_by_key(|c| c.code));
        assert_eq!(TABLE.countries.len(), 250);
    }

    #[test]
    fn abbreviations_need_their_capitals() {
        assert_eq!(code("US"), "US");
        assert_eq!(code("us"), "");
        assert_eq!(code("car"), "");
        assert_eq!(code("kenya"), "KE");
    }

    #[test]
    fn inverted_names_are_turned() {
        assert_eq!(code("Korea (the Republic of)"), "KR");
        assert_eq!(code("Venezuela, Bolivarian Republic of"), "VE");
        assert_eq!(code("Congo, Democratic Republic of the"), "CD");
        assert_eq!(code("Kenya, Office of"), "");
    }

    #[test]
    fn words_for_people() {
        assert_eq!(country_of_demonym("Swiss").map(|c| c.code), Some("CH"));
        assert_eq!(country_of_demonym("Urban"), None);
    }
}
