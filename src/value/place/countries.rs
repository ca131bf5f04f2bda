//! Countries by any of the names that people print.

use super::filter::FILTER;
use super::fold::fold;
use crate::value::Seen;

// The tables, built with the program: `COUNTRIES` by code, `NAMES` and `DEMONYMS` folded and sorted, with the index of
// their country.
include!(concat!(env!("OUT_DIR"), "/countries.rs"));

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

fn find(table: &[(&str, u16)], key: &str) -> Option<Country> {
    let at = table.binary_search_by(|(name, _)| (*name).cmp(key));
    COUNTRIES.get(usize::from(table[at.ok()?].1)).copied()
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
    let article = text.get(..3).is_some_and(|t| t.eq_ignore_ascii_case("the"));
    let other = article || !text.is_ascii() || may_be_turned(text);
    if !other && !FILTER.may_name_country(text) {
        return None;
    }
    thread_local! {
        static SEEN: Seen<Option<Country>, 512> = const { Seen::new() };
    }
    SEEN.with(|seen| seen.get(text, 0, || looked_up(text)))
}

fn looked_up(text: &str) -> Option<Country> {
    let key = fold(text);
    let small = text.bytes().any(|b| b.is_ascii_lowercase());
    if small && (key.len() == 2 || key.len() == 3 && !text.starts_with(char::is_uppercase)) {
        return None;
    }
    let bare = key.strip_prefix("the ").unwrap_or(&key);
    let named = |key: &str| FILTER.may_be_country(key).then(|| find(NAMES, key))?;
    named(&key)
        .or_else(|| named(bare))
        .or_else(|| named(&turned(text)?))
}

/// Whether a country's name may stand at the start of a text, by its first word; a name turned round, in brackets, may.
pub(crate) fn may_begin_country(text: &str) -> bool {
    // A few bytes are seen through before a searcher is made ready.
    let bytes = text.as_bytes();
    let blanks = || (0..bytes.len()).filter(|at| bytes[*at] == b' ');
    let first = &text[..blanks().next().unwrap_or(text.len())];
    let turned = || {
        bytes[..first.len()].contains(&b'(') || {
            let mut behind = blanks().take(4).map(|at| bytes.get(at + 1));
            behind.any(|byte| byte == Some(&b'('))
        }
    };
    !first.is_ascii() || FILTER.may_open(first) || turned()
}

/// `Tanzania (United Republic of)` and `Korea, Republic of` the other way round.
fn turned(text: &str) -> Option<String> {
    let (head, tail) = text.split_once(['(', ','])?;
    let tail = fold(tail);
    let tail = tail.strip_prefix("the ").unwrap_or(&tail);
    let ends_open = tail.ends_with(" of") || tail.ends_with(" of the");
    ends_open.then(|| format!("{tail} {}", fold(head)))
}

/// Whether a text in ASCII has the marks and the end of a name turned round.
fn may_be_turned(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let ends = |word: &str| {
        let tail = bare.len().checked_sub(word.len()).map(|at| &bare[at..]);
        tail.is_some_and(|t| t.eq_ignore_ascii_case(word))
    };
    (ends("of") || ends("the")) && text.contains(['(', ','])
}

/// The country of an ISO 3166-1 alpha-2 code in capitals.
pub fn country_of_code(code: &str) -> Option<Country> {
    if code.len() != 2 {
        return None;
    }
    let at = COUNTRIES.binary_search_by(|c| c.code.cmp(code));
    at.ok().map(|i| COUNTRIES[i])
}

/// The country whose people or things are named by the word: `Kenyan`, `Swiss`.
pub fn country_of_demonym(word: &str) -> Option<Country> {
    find(DEMONYMS, &fold(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        country(text).map_or("", |c| c.code)
    }

    #[test]
    fn no_name_belongs_to_two_countries() {
        for pair in NAMES.windows(2) {
            let same = pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1;
            assert!(!same, "{}", pair[0].0);
        }
        assert!(COUNTRIES.is_sorted_by_key(|c| c.code));
        assert_eq!(COUNTRIES.len(), 250);
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
