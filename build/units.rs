//! Units of measure and currencies from their data files, as Rust.

use super::data::{Entry, entries, plural};
use std::fmt::Write;

/// A unit of measure.
struct Unit {
    /// Singular English name.
    name: String,
    /// What the data gives: the symbol where the SI has one, else the name.
    code: String,
    /// The section that it stands in.
    kind: &'static str,
    /// Whether a symbol of it counts after a space too.
    gap: bool,
    symbols: Vec<String>,
    /// In singular and plural.
    names: Vec<String>,
}

/// A currency.
struct Currency {
    /// ISO 4217 code; of a name that several currencies share, the name.
    code: String,
    /// Singular English name.
    name: String,
    /// Whether the code is a common word or acronym too.
    ambiguous: bool,
    /// In singular and plural.
    names: Vec<String>,
    signs: Vec<String>,
}

/// What the data files have.
pub struct Units {
    units: Vec<Unit>,
    currencies: Vec<Currency>,
    /// Words and signs of square and cubic.
    pub powers: Vec<(&'static str, &'static str)>,
}

impl Units {
    /// Reads both files.
    pub fn read() -> Units {
        let file = entries(include_str!("../src/value/quantity/units.toml"));
        let currencies = entries(include_str!("../src/value/quantity/currencies.toml"));
        let powers = file.iter().filter(|e| e.section == "power");
        let powers = powers.flat_map(|e| {
            let words = e.texts("").iter();
            words.map(|w| (w.trim_end_matches('.'), e.name))
        });
        Units {
            powers: powers.collect(),
            units: read_units(&file),
            currencies: currencies.iter().map(read_currency).collect(),
        }
    }

    /// The names of each unit, then of each currency, by their number.
    pub fn names(&self) -> impl Iterator<Item = (usize, &str)> {
        let units = self.units.iter().map(|u| &u.names);
        let all = units.chain(self.currencies.iter().map(|c| &c.names));
        all.enumerate()
            .flat_map(|(id, names)| names.iter().map(move |name| (id, name.as_str())))
    }

    /// The tables as Rust.
    pub fn code(&self) -> String {
        let mut code = String::from("pub(super) static UNITS: &[Unit] = &[\n");
        for unit in &self.units {
            let (first, rest) = unit.kind.split_at(1);
            let _ = writeln!(
                code,
                "Unit {{ name: {:?}, code: {:?}, kind: Kind::{}{rest}, gap: {}, symbols: &{:?} }},",
                unit.name,
                unit.code,
                first.to_uppercase(),
                unit.gap,
                unit.symbols
            );
        }
        code.push_str("];\npub(super) static CURRENCIES: &[Currency] = &[\n");
        for currency in &self.currencies {
            let _ = writeln!(
                code,
                "Currency {{ code: {:?}, name: {:?}, ambiguous: {}, signs: &{:?} }},",
                currency.code, currency.name, currency.ambiguous, currency.signs
            );
        }
        let _ = writeln!(
            code,
            "];\nstatic POWERS: &[(&str, &str)] = &{:?};",
            self.powers
        );
        code
    }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| t.to_string()).collect()
}

fn read_units(file: &[Entry]) -> Vec<Unit> {
    let prefixes = || file.iter().filter(|e| e.section == "prefix");
    let mut units = Vec::new();
    for entry in file {
        if ["prefix", "power"].contains(&entry.section) {
            continue;
        }
        let base = read_unit(entry);
        for prefix in entry.texts("prefixes") {
            let symbol = prefixes().find(|p| p.name == *prefix);
            let symbol = symbol.and_then(|p| p.text("")).unwrap_or_default();
            units.push(prefixed(&base, prefix, symbol, entry));
        }
        units.push(base);
    }
    units
}

fn read_unit(entry: &Entry) -> Unit {
    let symbols = strings(entry.texts("symbols"));
    let singular = std::iter::once(entry.name).chain(entry.texts("also").iter().copied());
    let plurals = singular.clone().map(plural);
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
        kind: entry.section,
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
    let names = singular.iter().flat_map(|n| [plural(n), n.to_string()]);
    Currency {
        code: code.to_string(),
        name: name.to_string(),
        ambiguous: entry.flag("word", false),
        names: names.collect(),
        signs,
    }
}
