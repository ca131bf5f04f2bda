//! Places: a city with its country, or a country where no city is named.
//!
//! Countries are one by their ISO 3166-1 codes, cities by the gazetteer's own name in the country (Lucerne, Luzern). A city
//! without a country lies where the gazetteer's only cities of its name lie; where it knows several countries, it is the
//! one city of its name that the run names with a country; else it stays by itself.

use super::aliases::{Aliases, Kind};
use super::candidates::Pair;
use super::forms::Forms;
use crate::schema::{Id, Record};
use crate::seal::id_of;
use crate::spool::Sealed;
use crate::tables::TABLES;
use crate::tables::places::PlaceRow;
use crate::value::place::{city, country, country_of_code, fold, own_name};
use std::collections::{BTreeMap, BTreeSet};

/// A place named in a report.
#[derive(Debug)]
pub(super) struct Mention {
    city: Box<str>,
    country: Box<str>,
    code: Box<str>,
}

/// Whether a table names places.
pub(super) fn names_places(table: usize) -> bool {
    let t = TABLES[table];
    t.position("city").is_some() && t.position("country").is_some()
}

/// The places named in a report.
pub(super) fn mentions(report: &Sealed<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for table in (0..TABLES.len()).filter(|t| names_places(*t)) {
        for row in report.rows(table) {
            let cell = |column| row.cell(column).as_str();
            let (city, printed) = (cell("city"), cell("country"));
            let code = match cell("country_code") {
                "" => country(printed)
                    .or_else(|| country_of_code(printed))
                    .map_or("", |c| c.code),
                code => code,
            };
            if !city.is_empty() || !printed.is_empty() {
                mentions.push(Mention {
                    city: city.into(),
                    country: printed.into(),
                    code: code.into(),
                });
            }
        }
    }
    mentions
}

/// The folded city, by the gazetteer's own name where it has one, and the country's code, or its folded name without one.
type Key = (String, String);

fn key(mention: &Mention) -> Key {
    let land = match &*mention.code {
        "" => fold(&mention.country),
        code => code.to_string(),
    };
    if mention.city.is_empty() {
        return (String::new(), land);
    }
    let only = || city(&mention.city).filter(|c| c.alternatives.is_empty());
    let land = match land.as_str() {
        "" => only().map_or(land, |c| c.code.to_string()),
        _ => land,
    };
    let own = own_name(&mention.city, &land).unwrap_or(&mention.city);
    (fold(own), land)
}

#[derive(Debug, Default)]
struct Place {
    names: Forms,
    countries: Forms,
    code: Box<str>,
    reports: Vec<u32>,
    /// The sides of the user's aliases that it is on.
    sides: Vec<u32>,
}

impl Place {
    fn absorb(&mut self, other: Place) {
        self.names.extend(&other.names);
        self.countries.extend(&other.countries);
        if self.code.is_empty() {
            self.code = other.code;
        }
        self.reports.extend(other.reports);
        self.reports.sort_unstable();
        self.reports.dedup();
        self.sides.extend(other.sides);
    }
}

/// The places of a run by their keys.
#[derive(Debug, Default)]
pub(super) struct Places {
    all: BTreeMap<Key, Place>,
    /// Cities without a country that may be several.
    doubtful: Vec<(Key, Key)>,
    found: BTreeSet<u32>,
}

impl Places {
    /// Adds those of the report with this number.
    pub(super) fn add(&mut self, report: u32, mentions: Vec<Mention>) {
        for mention in mentions {
            let key = key(&mention);
            let code: Box<str> = country_code(&key.1).into();
            let place = self.all.entry(key).or_default();
            let is_city = !mention.city.is_empty();
            place.names.add(if is_city {
                &mention.city
            } else {
                &mention.country
            });
            place.countries.add(&mention.country);
            place.code = code;
            if place.reports.last() != Some(&report) {
                place.reports.push(report);
            }
        }
    }

    /// Merges a city without a country into the one of its name, where the run knows just one, and what the user joins.
    pub(super) fn settle(&mut self, aliases: &Aliases) {
        for (key, place) in &mut self.all {
            let names = place.names.iter().map(|(name, _)| name);
            let countries: Vec<&str> = place
                .countries
                .iter()
                .map(|(c, _)| c)
                .chain([&*place.code])
                .collect();
            let on =
                names.flat_map(|name| countries.iter().flat_map(move |c| aliases.places(name, c)));
            let by_id = aliases.of_id(id(key).hash).iter().copied();
            place.sides = on
                .chain(by_id)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect();
            self.found.extend(&place.sides);
        }
        self.settle_bare(aliases);
        let mut by_group: BTreeMap<u32, Key> = BTreeMap::new();
        let sides = |(key, place): (&Key, &Place)| {
            place
                .sides
                .iter()
                .map(|s| (*s, key.clone()))
                .collect::<Vec<_>>()
        };
        for (side, key) in self.all.iter().flat_map(sides).collect::<Vec<_>>() {
            let first = by_group
                .entry(aliases.group(side))
                .or_insert_with(|| key.clone())
                .clone();
            if first != key {
                self.merge(&key, &first);
            }
        }
    }

    fn settle_bare(&mut self, aliases: &Aliases) {
        let bare = self
            .all
            .keys()
            .filter(|(city, land)| !city.is_empty() && land.is_empty());
        for key in bare.cloned().collect::<Vec<_>>() {
            let from = (key.0.clone(), " ".to_string());
            let whole = self
                .all
                .range(from..)
                .take_while(|((city, _), _)| *city == key.0);
            let whole: Vec<Key> = whole.map(|(key, _)| key.clone()).collect();
            match whole.as_slice() {
                [one] if !aliases.part(&self.all[one].sides, &self.all[&key].sides) => {
                    self.merge(&key, one)
                }
                several => self
                    .doubtful
                    .extend(several.iter().map(|other| (key.clone(), other.clone()))),
            }
        }
    }

    fn merge(&mut self, from: &Key, into: &Key) {
        if let Some(alone) = self.all.remove(from)
            && let Some(place) = self.all.get_mut(into)
        {
            place.absorb(alone);
        }
    }

    /// Whether a side of the user's aliases is a place.
    pub(super) fn is_found(&self, side: u32, kind: Kind) -> bool {
        kind == Kind::Place && self.found.contains(&side)
    }

    /// The rows of `places`, with their ids, in the order of the names.
    pub(super) fn rows(&self) -> Vec<(Id, PlaceRow)> {
        let row = |(key, place): (&Key, &Place)| {
            let row = PlaceRow {
                name: super::text(place.names.usual()),
                country: super::text(place.countries.usual()),
                country_code: super::text(&place.code),
                report_count: super::count(place.reports.len() as u32),
                rule: "linked-names",
                ..PlaceRow::default()
            };
            (id(key), row)
        };
        let mut rows: Vec<_> = self.all.iter().map(row).collect();
        rows.sort_by_cached_key(|(_, row)| fold(row.name.as_str()));
        rows
    }

    /// Pairs that may be one.
    pub(super) fn candidates(&self) -> Vec<Pair> {
        let known = self
            .doubtful
            .iter()
            .filter(|(a, b)| self.all.contains_key(a) && self.all.contains_key(b));
        let pair = |(a, b): &(Key, Key)| Pair {
            table: PlaceRow::TABLE.name,
            a: id(a),
            b: id(b),
            score: 40,
            evidence_for: format!("both are called {}", self.all[a].names.usual()),
            evidence_against: "one has no country, and cities of the name lie in several".into(),
        };
        known.map(pair).collect()
    }
}

fn country_code(land: &str) -> &str {
    let is_code = land.len() == 2 && land.bytes().all(|b| b.is_ascii_uppercase());
    if is_code { land } else { "" }
}

fn id((city, land): &Key) -> Id {
    id_of(PlaceRow::TABLE, "", &[city, land])
}
