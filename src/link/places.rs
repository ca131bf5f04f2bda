//! Places: a city with its country, or a country where no city is named.

use super::forms::Forms;
use crate::schema::{Id, Record};
use crate::seal::id_of;
use crate::spool::Sealed;
use crate::tables::TABLES;
use crate::tables::places::PlaceRow;
use crate::value::place::fold;
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
            let cell = |column| row.cell(column).as_str().into();
            let mention = Mention {
                city: cell("city"),
                country: cell("country"),
                code: cell("country_code"),
            };
            if !mention.city.is_empty() || !mention.country.is_empty() {
                mentions.push(mention);
            }
        }
    }
    mentions
}

#[derive(Debug, Default)]
struct Place {
    names: Forms,
    countries: Forms,
    codes: Forms,
    reports: BTreeSet<u32>,
}

/// The places of a run by their folded city and country.
#[derive(Debug, Default)]
pub(super) struct Places {
    all: BTreeMap<(String, String), Place>,
}

impl Places {
    /// Adds those of the report with this number.
    pub(super) fn add(&mut self, report: u32, mentions: Vec<Mention>) {
        for mention in mentions {
            let key = (fold(&mention.city), fold(&mention.country));
            let place = self.all.entry(key).or_default();
            let is_city = !mention.city.is_empty();
            place.names.add(if is_city {
                &mention.city
            } else {
                &mention.country
            });
            place.countries.add(&mention.country);
            place.codes.add(&mention.code);
            place.reports.insert(report);
        }
    }

    /// Merges a city without a country into the one of its name, where the run knows just one.
    pub(super) fn settle(&mut self) {
        let bare: Vec<String> = self
            .all
            .keys()
            .filter(|(_, country)| country.is_empty())
            .map(|(city, _)| city.clone())
            .collect();
        for city in bare {
            let from = (city.clone(), " ".to_string());
            let mut whole = self.all.range(from..).take_while(|((c, _), _)| *c == city);
            let (Some(key), None) = (whole.next().map(|(k, _)| k.clone()), whole.next()) else {
                continue;
            };
            if let Some(alone) = self.all.remove(&(city, String::new()))
                && let Some(place) = self.all.get_mut(&key)
            {
                place.names.extend(&alone.names);
                place.codes.extend(&alone.codes);
                place.reports.extend(&alone.reports);
            }
        }
    }

    /// The rows of `places`, with their ids, in the order of the names.
    pub(super) fn rows(&self) -> Vec<(Id, PlaceRow)> {
        let row = |((city, country), place): (&(String, String), &Place)| {
            let row = PlaceRow {
                name: super::text(place.names.usual()),
                country: super::text(place.countries.usual()),
                country_code: super::text(place.codes.usual()),
                report_count: super::count(place.reports.len() as u32),
                rule: "same-name",
                ..PlaceRow::default()
            };
            (id_of(PlaceRow::TABLE, "", &[city, country]), row)
        };
        let mut rows: Vec<_> = self.all.iter().map(row).collect();
        rows.sort_by_cached_key(|(_, row)| fold(row.name.as_str()));
        rows
    }
}
