//! People, organisations and places over all reports of a run: who is one, and under which id.
//!
//! This stage reads names and no texts, in two passes over the reports. In the first it tells apart the people of each
//! report ([`Mentions`], on any thread) and gathers them ([`Names`], in the order of the reports); then it decides which are
//! one ([`Names::link`]); in the second it fills each report's links ([`Linked::fill`]).
//!
//! # What decides
//!
//! Names are compared without case, accents, punctuation and order.
//!
//! - In one report (`local`): whole names that are equal are one, unless honorifics tell a man and a woman, or a list has
//!   both with organisations that have nothing to do with one another. A name that lacks a part, is cut in other places, or
//!   is one letter off where job or organisation agree, is the one other that it fits; never are two rows of a list one
//!   in this way. Initials, a surname with initials, a first name or a surname alone are the one person whom they fit;
//!   where they fit two, an organisation or a job that agrees decides, or nobody is meant.
//! - Over all reports (`same`): whole names that are equal and have no conflicting evidence are one. An organisation or an
//!   address that agrees settles it; other organisations, or honorifics of a man and a woman, make two; who has no
//!   organisation is the one namesake left, and with several left stays by himself.
//! - Near names (`near`): misspelt or incomplete ones are one where an organisation or an address agrees and nobody else
//!   fits. All other near names, and namesakes who stayed two, are `candidates`.
//! - Organisations (`organisations`, `orgname`) and places (`places`): see there.
//! - What the user says in `aliases.csv` (`aliases`) goes before all of it.
//!
//! # Ids
//!
//! A person's id is made from the name and the organisation of the first report that has the person, so that a report
//! added later renames nobody who is not merged with somebody of it. Of a mention whose own report gives it another id the
//! run remembers which; all others are found by computing.

mod aliases;
mod candidates;
mod evidence;
mod forms;
mod local;
mod mention;
mod name;
mod near;
mod organisations;
mod orgname;
mod people;
mod places;
mod rows;
mod same;
mod store;
mod union;

pub use aliases::Aliases;

use crate::run::{ControlError, Failure};
use crate::schema::{Id, Int, Record, Text};
use crate::seal::id_of;
use crate::span::Spans;
use crate::spool::{RowHead, Sealed, Writer};
use crate::tables::errors::ErrorRow;
use crate::tables::position;
use anyhow::Result;
use organisations::{Explained, Organisations};
use people::People;
use places::Places;

/// Rows of a table of the whole run that are made at once.
const PART: usize = 4096;

/// The names in one report.
#[derive(Debug)]
pub struct Mentions {
    report: String,
    people: Vec<local::Local>,
    organisations: organisations::Mentions,
    places: Vec<places::Mention>,
}

impl Mentions {
    /// The names in these rows.
    pub fn of(report: &Sealed<'_>, aliases: &Aliases) -> Mentions {
        let explained = Explained::of(report);
        let mentions = mention::mentions(report, &explained);
        Mentions {
            report: report.report_id.to_string(),
            people: local::people(&mentions, report.report_id, aliases).people,
            organisations: organisations::mentions(report, &explained),
            places: places::mentions(report),
        }
    }

    /// Whether names stand in the rows of the table at this index of [`TABLES`](crate::tables::TABLES).
    pub fn needs(table: usize) -> bool {
        Linked::needs(table) || places::names_places(table)
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
        self.organisations.add(self.reports, mentions.organisations);
        self.people
            .add(&mentions.report, mentions.people, &mut self.organisations);
        self.places.add(self.reports, mentions.places);
    }

    /// Decides which names are one.
    ///
    /// # Errors
    /// Where the user's aliases name what no report names.
    pub fn link(self, aliases: &Aliases) -> Result<Linked, ControlError> {
        let linked = self.link_part(aliases);
        aliases.check(|side, kind| {
            linked.people.is_found(side, kind)
                || linked.organisations.is_found(side, kind)
                || linked.places.is_found(side, kind)
        })?;
        Ok(linked)
    }

    /// As [`link`](Self::link) for a part of the reports: the others may have the names that none of these has.
    pub fn link_part(mut self, aliases: &Aliases) -> Linked {
        self.organisations.settle(aliases);
        self.places.settle(aliases);
        self.people.settle(&self.organisations, aliases);
        Linked {
            aliases: aliases.clone(),
            people: self.people,
            organisations: self.organisations,
            places: self.places,
        }
    }
}

/// The entities of a run.
#[derive(Debug)]
pub struct Linked {
    aliases: Aliases,
    people: People,
    organisations: Organisations,
    places: Places,
}

impl Linked {
    /// Whether [`fill`](Self::fill) looks into the rows of the table at this index of [`TABLES`](crate::tables::TABLES).
    pub fn needs(table: usize) -> bool {
        mention::names_people(table) || organisations::names_organisations(table)
    }

    /// Fills the links and the appearances of a report.
    pub fn fill(&self, report: &mut Sealed<'_>) {
        let mentions = mention::mentions(report, &Explained::of(report));
        let locals = local::people(&mentions, report.report_id, &self.aliases);
        self.people.fill(report, &mentions, &locals);
    }

    /// Visits the tables of the whole run, sealed, some thousand rows at a time.
    ///
    /// # Errors
    /// Where the visitor has one.
    pub fn rows(
        &self,
        failures: &[Failure],
        visit: &mut dyn FnMut(&Sealed<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut pairs = self.people.candidates(&self.organisations);
        pairs.extend(self.organisations.candidates());
        pairs.extend(self.places.candidates());
        let people = self.people.sorted();
        for (i, part) in people.chunks(PART).enumerate() {
            let rows = part
                .iter()
                .map(|p| self.people.row(*p, &self.organisations));
            each_part(&rows.collect::<Vec<_>>(), i, visit)?;
        }
        all_parts(&self.organisations.rows(), visit)?;
        all_parts(&self.places.rows(), visit)?;
        all_parts(&candidates::rows(pairs), visit)?;
        visit_errors(failures, visit)
    }
}

fn all_parts<R: Record>(
    rows: &[(Id, R)],
    visit: &mut dyn FnMut(&Sealed<'_>) -> Result<()>,
) -> Result<()> {
    let mut parts = rows.chunks(PART).enumerate();
    parts.try_for_each(|(i, part)| each_part(part, i, visit))
}

/// Seals the rows of a part; the rows of a table are counted on from part to part.
fn each_part<R: Record>(
    rows: &[(Id, R)],
    part: usize,
    visit: &mut dyn FnMut(&Sealed<'_>) -> Result<()>,
) -> Result<()> {
    let Some(table) = position(R::TABLE.name) else {
        return Ok(());
    };
    let mut writer = Writer::new("", 1 << 16);
    writer.table(table);
    rows.iter()
        .for_each(|(id, row)| write_row(&mut writer, "", *id, row));
    let bytes = writer.finish();
    let mut sealed = Sealed::read(&bytes, |_| true)?;
    sealed.number_from(table, (part * PART) as u32 + 1);
    visit(&sealed)
}

fn visit_errors(
    failures: &[Failure],
    visit: &mut dyn FnMut(&Sealed<'_>) -> Result<()>,
) -> Result<()> {
    let (Some(table), false) = (position(ErrorRow::TABLE.name), failures.is_empty()) else {
        return Ok(());
    };
    let mut writer = Writer::new("", 1 << 12);
    writer.table(table);
    for failure in failures {
        let row = ErrorRow {
            source_file: text(&failure.file),
            message: text(&failure.message),
            rule: "input",
            ..ErrorRow::default()
        };
        let key = [failure.file.as_str(), &failure.message];
        let id = id_of(ErrorRow::TABLE, &failure.report_id, &key);
        write_row(&mut writer, &failure.report_id, id, &row);
    }
    visit(&Sealed::read(&writer.finish(), |_| true)?)
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
