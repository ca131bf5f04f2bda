//! Organisations: by their names, and by a short form where a report prints what it stands for.

use super::forms::Forms;
use crate::schema::{Id, Record};
use crate::seal::id_of;
use crate::spool::Sealed;
use crate::tables::organisations::OrganisationRow;
use crate::tables::{TABLES, position};
use crate::value::place::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The organisations of a report, and the short forms that it explains.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// Folded and printed names.
    names: Vec<(String, Box<str>)>,
    /// Short forms with what they stand for, folded and printed.
    acronyms: Vec<(Box<str>, String, Box<str>)>,
}

/// Whether a table names organisations or explains short forms.
pub(super) fn names_organisations(table: usize) -> bool {
    let t = TABLES[table];
    let columns = ["organisation", "organisers", "expansion"];
    columns.iter().any(|c| t.position(c).is_some()) && t.name != "people"
}

/// The organisations named in a report.
pub(super) fn mentions(report: &Sealed<'_>) -> Mentions {
    let mut mentions = Mentions::default();
    for row in position("acronyms")
        .into_iter()
        .flat_map(|t| report.rows(t))
    {
        mentions.explain(row.cell("acronym").as_str(), row.cell("expansion").as_str());
    }
    for table in (0..TABLES.len()).filter(|t| names_organisations(*t)) {
        let column = |name| TABLES[table].position(name);
        let Some(column) = column("organisation").or_else(|| column("organisers")) else {
            continue;
        };
        for row in report.rows(table) {
            let cell = row.cells()[column].as_str();
            cell.split("; ").for_each(|name| mentions.add(name));
        }
    }
    mentions
}

impl Mentions {
    /// A name, perhaps with its short form in brackets behind it.
    fn add(&mut self, name: &str) {
        let bracket = name.strip_suffix(')').and_then(|n| n.rsplit_once(" ("));
        let name = match bracket.filter(|(_, short)| is_short_form(short)) {
            Some((long, short)) => {
                self.explain(short, long);
                long
            }
            None => name,
        };
        let key = fold(name);
        if !key.is_empty() {
            self.names.push((key, name.into()));
        }
    }

    fn explain(&mut self, short: &str, long: &str) {
        let key = fold(long);
        let known = self.acronyms.iter().any(|(s, ..)| **s == *short);
        if !known && !key.is_empty() {
            self.acronyms.push((short.into(), key, long.into()));
        }
    }
}

fn is_short_form(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (2..=10).contains(&text.chars().count()) && capitals >= 2 && !text.contains(' ')
}

#[derive(Debug, Default)]
struct Organisation {
    forms: Forms,
    acronyms: Forms,
    mentions: u32,
    reports: BTreeSet<u32>,
}

/// The organisations of a run by their folded names.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    all: BTreeMap<String, Organisation>,
    /// What each short form stands for in the run: folded and printed names.
    expansions: BTreeMap<Box<str>, BTreeMap<String, Box<str>>>,
}

impl Organisations {
    /// Adds those of the report with this number.
    pub(super) fn add(&mut self, report: u32, mentions: Mentions) {
        for (key, form) in mentions.names {
            // What the report itself says that a short form stands for goes before what others say.
            let explained = mentions.acronyms.iter().find(|(short, ..)| *short == form);
            let (key, full) = match explained {
                Some((_, key, long)) => (key.clone(), Some(long)),
                None => (key, None),
            };
            let organisation = self.all.entry(key).or_default();
            match full {
                Some(long) => {
                    organisation.forms.add(long);
                    organisation.acronyms.add(&form);
                }
                None => organisation.forms.add(&form),
            }
            organisation.mentions += 1;
            organisation.reports.insert(report);
        }
        for (short, key, long) in mentions.acronyms {
            self.expansions.entry(short).or_default().insert(key, long);
        }
    }

    /// Merges a short form that stands alone into what it stands for, where the run knows just one such thing.
    pub(super) fn settle(&mut self) {
        for (short, names) in &self.expansions {
            for key in names.keys() {
                if let Some(organisation) = self.all.get_mut(key) {
                    organisation.acronyms.add(short);
                }
            }
            let (Some((key, long)), 1) = (names.first_key_value(), names.len()) else {
                continue;
            };
            if let Some(alone) = self
                .all
                .remove(&fold(short))
                .filter(|_| fold(short) != *key)
            {
                let whole = self.all.entry(key.clone()).or_default();
                whole.forms.add(long);
                whole.acronyms.add(short);
                whole.mentions += alone.mentions;
                whole.reports.extend(&alone.reports);
            }
        }
    }

    /// The rows of `organisations`, with their ids, in the order of the names.
    pub(super) fn rows(&self) -> Vec<(Id, OrganisationRow)> {
        let row = |(key, organisation): (&String, &Organisation)| {
            let name = organisation.forms.fullest();
            let row = OrganisationRow {
                name: super::text(name),
                acronym: super::text(organisation.acronyms.usual()),
                aliases: super::text(&organisation.forms.others(name)),
                report_count: super::count(organisation.reports.len() as u32),
                mention_count: super::count(organisation.mentions),
                rule: "same-name",
                ..OrganisationRow::default()
            };
            (id_of(OrganisationRow::TABLE, "", &[key]), row)
        };
        self.all.iter().map(row).collect()
    }
}
