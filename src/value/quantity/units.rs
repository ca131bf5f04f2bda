//! Units of measure and currencies from their data files.

use super::Kind;
use super::data::{Entry, entries};
use crate::value::quantity::noun;
use crate::value::short::ShortMap;
use std::sync::LazyLock;

/// An index into [`UNITS`], or past its end one into [`CURRENCIES`].
pub(super) type UnitId = u16;

/// A unit of measure.
pub(super) struct Unit {
    /// Singular English name.
    pub name: String,
    /// What the data gives: the symbol where the SI has one, else the name.
    pub code: String,
    pub kind: Kind,
    /// Whether a symbol of it counts after a space too.
    gap: bool,
    symbols: Vec<String>,
    names: Vec<String>,
}

impl Unit {
    /// The names in singular and plural.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

/// A currency.
pub(super) struct Currency {
    /// ISO 4217 code; of a name that several currencies share, the name.
    pub code: String,
    /// Singular English name.
    pub name: String,
    /// Whether the code is a common word or acronym too.
    pub ambiguous: bool,
    names: Vec<String>,
    signs: Vec<String>,
}

impl Currency {
    /// The names in singular and plural.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

/// Every unit of `units.toml`, those with a prefix included.
pub(super) static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(read_units);

/// Every currency of `currencies.toml`.
pub(super) static CURRENCIES: LazyLock<Vec<Currency>> = LazyLock::new(read_currencies);

/// Units by symbol, as printed.
static SYMBOLS: LazyLock<ShortMap<&'static str, UnitId>> = LazyLock::new(|| {
    let mut map = ShortMap::default();
    for (id, unit) in UNITS.iter().enumerate() {
        for symbol in &unit.symbols {
            map.entry(symbol.as_str()).or_insert(id as UnitId);
        }
    }
    map
});

/// Currencies by sign and code, as printed.
static SIGNS: LazyLock<ShortMap<&'static str, UnitId>> = LazyLock::new(|| {
    let mut map = ShortMap::default();
    for (i, currency) in CURRENCIES.iter().enumerate() {
        let id = (UNITS.len() + i) as UnitId;
        for sign in &currency.signs {
            map.insert(sign.as_str(), id);
        }
    }
    map
});

/// Units by English name.
static NAMES: LazyLock<ShortMap<&'static str, UnitId>> = LazyLock::new(|| {
    let names = UNITS.iter().enumerate();
    names
        .map(|(id, unit)| (unit.name.as_str(), id as UnitId))
        .collect()
});

/// The entries of `units.toml`.
static UNIT_FILE: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(include_str!("units.toml")));

/// Words and signs of square and cubic.
pub(super) static POWERS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let powers = UNIT_FILE.iter().filter(|e| e.section == "power");
    let words = powers.flat_map(|e| {
        e.texts("")
            .iter()
            .map(|w| (w.trim_end_matches('.'), e.name))
    });
    words.collect()
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
        Some(c) => (&c.code, &c.name, Kind::Money),
        None => {
            let unit = &UNITS[id as usize];
            (&unit.code, &unit.name, unit.kind)
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

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| t.to_string()).collect()
}

fn read_units() -> Vec<Unit> {
    let prefixes = || UNIT_FILE.iter().filter(|e| e.section == "prefix");
    let mut units = Vec::new();
    for entry in UNIT_FILE.iter() {
        let Some(kind) = Kind::from_str(entry.section) else {
            continue;
        };
        let base = read_unit(entry, kind);
        for prefix in entry.texts("prefixes") {
            let symbol = prefixes().find(|p| p.name == *prefix);
            let symbol = symbol.and_then(|p| p.text("")).unwrap_or_default();
            units.push(prefixed(&base, prefix, symbol, entry));
        }
        units.push(base);
    }
    units
}

fn read_unit(entry: &Entry, kind: Kind) -> Unit {
    let symbols = strings(entry.texts("symbols"));
    let singular = std::iter::once(entry.name).chain(entry.texts("also").iter().copied());
    let plurals = singular.clone().map(noun::plural);
    let irregular = entry.text("plural").map(String::from);
    let names = singular.map(String::from).chain(plurals).chain(irregular);
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    let code = match symbols.first() {
        Some(symbol) if entry.flag("si", false) => symbol.clone(),
        _ => entry.name.to_string(),
    };
    Unit {
        name: entry.name.to_string(),
        code,
        kind,
        gap: entry.flag("gap", true),
        symbols,
        names,
    }
}

fn prefixed(base: &Unit, prefix: &str, sign: &str, entry: &Entry) -> Unit {
    let mut symbols: Vec<String> = base
        .symbols
        .iter()
        .take(1)
        .map(|s| format!("{sign}{s}"))
        .collect();
    if sign == "µ" {
        // The micro sign and the Greek letter look the same.
        symbols.extend(base.symbols.first().map(|s| format!("μ{s}")));
    }
    let name = format!("{prefix}{}", base.name);
    let code = if entry.flag("si", false) {
        symbols.first().unwrap_or(&name).clone()
    } else {
        name.clone()
    };
    Unit {
        code,
        name,
        kind: base.kind,
        // With a prefix the symbol is no single letter any more.
        gap: true,
        symbols,
        names: base.names.iter().map(|n| format!("{prefix}{n}")).collect(),
    }
}

fn read_currencies() -> Vec<Currency> {
    let file = entries(include_str!("currencies.toml"));
    file.iter().map(read_currency).collect()
}

fn read_currency(entry: &Entry) -> Currency {
    let code = entry.name;
    let (name, singular, mut signs) = match entry.text("name") {
        Some(name) => {
            let singular = [&[name], entry.texts("also")].concat();
            (name, singular, strings(entry.texts("signs")))
        }
        None => {
            let is_name = |w: &&str| {
                w.len() > 2 && (w.starts_with(|c: char| c.is_lowercase()) || w.contains(' '))
            };
            let (names, signs): (Vec<_>, Vec<_>) = entry.texts("").iter().partition(|w| is_name(w));
            (code, names, strings(&signs))
        }
    };
    if entry.section.is_empty() {
        signs.push(code.to_string());
        if name.ends_with("dollar") || name.ends_with("peso") {
            signs.push(format!("{code}$"));
        }
    }
    let names = singular
        .iter()
        .flat_map(|n| [noun::plural(n), n.to_string()]);
    Currency {
        code: code.to_string(),
        name: name.to_string(),
        ambiguous: entry.flag("word", false),
        names: names.collect(),
        signs,
    }
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
