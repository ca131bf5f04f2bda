//! People, organisations and places over all reports of a run: who is one, and under which id.
//!
//! This stage reads names and no texts. In the first pass over the reports it gathers their names ([`Mentions`], on any
//! thread; [`Names`], in the order of the reports); then it decides which are one ([`Names::link`]); in the second pass it
//! fills each report's links ([`Linked::fill`]). An id is made from the entity's own name, so that no other report
//! changes it. Names match when they are equal after folding; what is less certain than that is not merged.

mod forms;
mod organisations;
mod people;
mod places;

use crate::run::Failure;
use crate::schema::{Id, Int, Record, Text};
use crate::seal::id_of;
use crate::span::Spans;
use crate::spool::{RowHead, Sealed, Writer};
use crate::tables::errors::ErrorRow;
use crate::tables::{TABLES, position};
use organisations::Organisations;
use people::People;
use places::Places;

/// The names in one report.
#[derive(Debug)]
pub struct Mentions {
    people: Vec<people::Mention>,
    organisations: organisations::Mentions,
    places: Vec<places::Mention>,
}

impl Mentions {
    /// The names in these rows.
    pub fn of(report: &Sealed<'_>) -> Mentions {
        Mentions {
            people: people::mentions(report),
            organisations: organisations::mentions(report),
            places: places::mentions(report),
        }
    }

    /// Whether names stand in the rows of the table at this index of [`TABLES`].
    pub fn needs(table: usize) -> bool {
        people::names_people(table)
            || organisations::names_organisations(table)
            || places::names_places(table)
    }
}

/// The names of a run.
#[derive(Debug, Default)]
pub struct Names {
    reports: u32,
    people: People,
    organisations: Organisations,
    places: Places,
}

impl Names {
    /// Adds those of the next report.
    pub fn add(&mut self, mentions: Mentions) {
        self.reports += 1;
        self.people.add(self.reports, mentions.people);
        self.organisations.add(self.reports, mentions.organisations);
        self.places.add(self.reports, mentions.places);
    }

    /// Decides which names are one.
    pub fn link(mut self) -> Linked {
        self.people.settle();
        self.organisations.settle();
        self.places.settle();
        Linked {
            people: self.people,
            organisations: self.organisations,
            places: self.places,
        }
    }
}

/// The entities of a run.
#[derive(Debug)]
pub struct Linked {
    people: People,
    organisations: Organisations,
    places: Places,
}

impl Linked {
    /// Whether [`fill`](Self::fill) looks into the rows of the table at this index of [`TABLES`].
    pub fn needs(table: usize) -> bool {
        people::names_people(table)
    }

    /// Fills the links and the appearances of a report.
    pub fn fill(&self, report: &mut Sealed<'_>) {
        self.people.fill(report);
    }

    /// The tables of the whole run, sealed.
    pub fn rows(&self, failures: &[Failure]) -> Vec<u8> {
        let mut writer = Writer::new("", 1 << 16);
        write(&mut writer, self.people.rows());
        write(&mut writer, self.organisations.rows());
        write(&mut writer, self.places.rows());
        if let (Some(table), false) = (position(ErrorRow::TABLE.name), failures.is_empty()) {
            writer.table(table);
            failures.iter().for_each(|failure| {
                let row = ErrorRow {
                    source_file: text(&failure.file),
                    message: text(&failure.message),
                    rule: "input",
                    ..ErrorRow::default()
                };
                let key = [failure.file.as_str(), &failure.message];
                let id = id_of(ErrorRow::TABLE, &failure.report_id, &key);
                write_row(&mut writer, &failure.report_id, id, &row);
            });
        }
        writer.finish()
    }
}

fn write<R: Record>(writer: &mut Writer, rows: Vec<(Id, R)>) {
    let table = TABLES.iter().position(|t| t.name == R::TABLE.name);
    if let (Some(table), false) = (table, rows.is_empty()) {
        writer.table(table);
        rows.iter()
            .for_each(|(id, row)| write_row(writer, "", *id, row));
    }
}

fn write_row<R: Record>(writer: &mut Writer, report_id: &str, id: Id, row: &R) {
    writer.row(RowHead {
        hash: id.hash,
        report_id,
        place: None,
        rule: row.rule(),
    });
    row.each_field(&mut |cell, _| writer.cell(cell, &[]));
}

fn text(value: &str) -> Text {
    Text::new(value, Spans::NONE)
}

fn count(n: u32) -> Int {
    Int::derived(n.into())
}

#[cfg(test)]
mod tests;
