//! Units of measure and currencies from their data files.

use super::Kind;
use crate::value::short::ShortMap;
use std::sync::LazyLock;

/// An index into [`UNITS`], or past its end one into [`CURRENCIES`].
pub(super) type UnitId = u16;

/// A unit of measure.
pub(super) struct Unit {
    /// Singular English name.
    pub name: &'static str,
    /// What the data gives: the symbol where the SI has one, else the name.
    pub code: &'static str,
    pub kind: Kind,
    /// Whether a symbol of it counts after a space too.
    gap: bool,
    symbols: &'static [&'static str],
}

/// A currency.
pub(super) struct Currency {
    /// ISO 4217 code; of a name that several currencies share, the name.
    pub code: &'static str,
    /// Singular English name.
    pub name: &'static str,
    /// Whether the code is a common word or acronym too.
    pub ambiguous: bool,
    signs: &'static [&'static str],
}

// Built with the program: `UNITS`, those with a prefix included, and `CURRENCIES`, of the data files, and `POWERS`, the words
// and signs of square and cubic.
include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// Units by symbol, as printed.
static SYMBOLS: LazyLock<ShortMap<&'static str, UnitId>> = LazyLock::new(|| {
    let mut map = ShortMap::default();
    for (id, unit) in UNITS.iter().enumerate() {
        for symbol in unit.symbols {
            map.entry(*symbol).or_insert(id as UnitId);
        }
    }
    map
});

/// Currencies by sign and code, as printed.
static SIGNS: LazyLock<ShortMap<&'static str, UnitId>> = LazyLock::new(|| {
    let mut map = ShortMap::default();
    for (i, currency) in CURRENCIES.iter().enumerate() {
        let id = (UNITS.len() + i) as UnitId;
        for sign in currency.signs {
            map.insert(*sign, id);
        }
    }
    map
});

/// Units by English name.
static NAMES: LazyLock<ShortMap<&'static str, UnitId>> = LazyLock::new(|| {
    let names = UNITS.iter().enumerate();
    names.map(|(id, unit)| (unit.name, id as UnitId)).collect()
});

/// The longest symbol that `text` begins with and that ends at a word's edge; after a space only those that need no digit beside them.
pub(super) fn symbol(text: &str, after_space: bool) -> Option<(UnitId, usize)> {
    longest(text, &SYMBOLS).filter(|&(id, _)| !after_space || UNITS[id as usize].gap)
}

/// The longest sign or code of a currency that `text` begins with.
pub(super) fn sign(text: &str) -> Option<(UnitId, usize)> {
    longest(text, &SIGNS)
}

/// The currency of exactly this sign or code.
pub(super) fn exact_sign(text: &str) -> Option<UnitId> {
    SIGNS.get(text).copied()
}

/// Whether the currency's code is a word or acronym too.
pub(super) fn is_ambiguous(id: UnitId, printed: &str) -> bool {
    currency(id).is_some_and(|c| c.ambiguous && c.code == printed)
}

/// The unit of an English name.
pub(super) fn named(name: &str) -> Option<UnitId> {
    NAMES.get(name).copied()
}

/// Whether the unit has this English name.
pub(super) fn is_named(id: UnitId, name: &str) -> bool {
    UNITS.get(usize::from(id)).is_some_and(|u| u.name == name)
}

/// `square` or `cubic` for the words that print them.
pub(super) fn power(word: &str) -> Option<&'static str> {
    let found = POWERS.iter().find(|(w, _)| w.eq_ignore_ascii_case(word));
    found.map(|(_, name)| *name)
}

/// The currency of an id, where it is one.
pub(super) fn currency(id: UnitId) -> Option<&'static Currency> {
    CURRENCIES.get((id as usize).checked_sub(UNITS.len())?)
}

/// The contract's form, the English name and the kind of a unit or currency.
pub(super) fn describe(id: UnitId) -> (&'static str, &'static str, Kind) {
    match currency(id) {
        Some(c) => (c.code, c.name, Kind::Money),
        None => {
            let unit = &UNITS[id as usize];
            (unit.code, unit.name, unit.kind)
        }
    }
}

/// Symbols have at most this many bytes.
const LONGEST: usize = 10;

fn longest(text: &str, map: &ShortMap<&'static str, UnitId>) -> Option<(UnitId, usize)> {
    let mut found = None;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let end = start + c.len_utf8();
        if end > LONGEST || c.is_whitespace() {
            break;
        }
        let next = chars.peek().map(|&(_, next)| next);
        if c.is_alphabetic() && next.is_some_and(char::is_alphanumeric) {
            continue;
        }
        found = map.get(&text[..end]).map(|&id| (id, end)).or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_read_whole() {
        assert!(UNITS.len() > 150, "{}", UNITS.len());
        assert!(CURRENCIES.len() > 140, "{}", CURRENCIES.len());
    }

    #[test]
    fn symbols_keep_their_case_and_end_at_an_edge() {
        let name = |text| symbol(text, false).map(|(id, _)| describe(id).1);
        assert_eq!(name("MW of"), Some("megawatt"));
        assert_eq!(name("mW"), Some("milliwatt"));
        assert_eq!(name("km²"), Some("square kilometre"));
        assert_eq!(name("mayors"), None);
        assert_eq!(symbol("s were", true), None);
    }

    #[test]
    fn every_currency_code_has_three_capitals() {
        for currency in CURRENCIES.iter().filter(|c| c.code != c.name) {
            assert!(
                currency.code.len() == 3 && currency.code.bytes().all(|b| b.is_ascii_uppercase()),
                "{}",
                currency.code
            );
        }
    }
}
