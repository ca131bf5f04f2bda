//! One file a table: the row and how it is extracted.
//!
//! [`Dataset`] holds the typed rows of one report. [`TABLES`] is the one list from which help, schema, data dictionary
//! and the list of files are derived.

pub mod acronyms;
pub mod agenda;
pub mod appearances;
pub mod blocks;
pub mod candidates;
pub mod errors;
pub mod events;
pub mod findings;
pub mod footnotes;
pub mod links;
pub mod organisations;
pub mod outcomes;
pub mod participants;
pub mod people;
pub mod places;
pub mod presenters;
pub mod quotes;
pub mod reports;
pub mod sessions;
pub mod speakers;
pub mod statements;
pub mod statistics;
#[allow(
    clippy::module_inception,
    reason = "a file bears the name of its table"
)]
pub mod tables;

use crate::extract::{Extraction, known};
use crate::schema::{Cell, Record, Table};
use crate::span::Spans;

macro_rules! dataset {
    ($(#[doc = $doc:literal] $field:ident : $row:ty,)+ ; $($run:ty,)+) => {
        /// The typed rows of one report, a `Vec` a table.
        #[derive(Debug, Default)]
        pub struct Dataset {
            $(#[doc = $doc] pub $field: Vec<$row>,)+
        }

        /// Every table of the contract, in its order: those of a report, then those of the whole run.
        pub static TABLES: &[&Table] = &[
            $(<$row as Record>::TABLE,)+
            $(<$run as Record>::TABLE,)+
        ];

        /// The tables of the whole run: what is one over all reports, or belongs to none.
        pub static RUN_TABLES: &[&str] = &[$(<$run as Record>::TABLE.name,)+];

        impl Dataset {
            /// Keeps this many rows of each table but `blocks`; gives the tables that had more, with their number.
            pub fn cut(&mut self, most: usize) -> Vec<(&'static str, usize)> {
                let mut over = Vec::new();
                $(
                    let name = <$row as Record>::TABLE.name;
                    if name != "blocks" && self.$field.len() > most {
                        over.push((name, self.$field.len()));
                        self.$field.truncate(most);
                    }
                )+
                over
            }

            /// Calls `visit` with each table's rows, in the order of [`TABLES`].
            pub fn each_table<'a>(&'a self, mut visit: impl FnMut(&'static Table, Vec<&'a dyn Row>)) {
                $(visit(
                    <$row as Record>::TABLE,
                    self.$field.iter().map(|r| r as &dyn Row).collect(),
                );)+
            }
        }
    };
}

/// The tables of a report in the order in which they are read: what is certain first, and what it teaches about the rest.
pub const EXTRACTORS: &[fn(&mut Extraction)] = &[
    acronyms::extract,
    participants::extract,
    acronyms::without_people,
    known::learn_from_lists,
    reports::extract,
    agenda::extract, // and the presenters
    reports::settle,
    known::learn_from_programme,
    sessions::extract,
    speakers::extract,
    statements::extract,
    outcomes::extract,
    statistics::extract,
    quotes::extract,
    footnotes::extract,
    events::extract,
    links::extract,
    tables::extract,
    blocks::extract,
];

/// A row of any table: what [`Record`] says, as an object.
pub trait Row {
    /// See [`Record::each_field`].
    fn each_field<'a>(&'a self, visit: &mut dyn FnMut(Cell<'a>, &'a Spans));
    /// See [`Record::from`].
    fn from(&self) -> &Spans;
    /// See [`Record::rule`].
    fn rule(&self) -> &'static str;
}

impl<R: Record> Row for R {
    fn each_field<'a>(&'a self, visit: &mut dyn FnMut(Cell<'a>, &'a Spans)) {
        Record::each_field(self, visit);
    }
    fn from(&self) -> &Spans {
        Record::from(self)
    }
    fn rule(&self) -> &'static str {
        Record::rule(self)
    }
}

dataset! {
    /// The document itself: one row.
    reports: reports::Report,
    /// The programme.
    agenda: agenda::AgendaRow,
    /// The people in the programme.
    presenters: presenters::Presenter,
    /// The participant lists.
    participants: participants::Participant,
    /// The parts of the meeting.
    sessions: sessions::Session,
    /// The people with a role in the body.
    speakers: speakers::Speaker,
    /// The interventions.
    statements: statements::Statement,
    /// What the meeting produced.
    outcomes: outcomes::Outcome,
    /// The figures.
    statistics: statistics::Statistic,
    /// The quotations.
    quotes: quotes::Quote,
    /// The footnotes.
    footnotes: footnotes::Footnote,
    /// The short forms.
    acronyms: acronyms::Acronym,
    /// The dated events.
    events: events::Event,
    /// The addresses.
    links: links::Hyperlink,
    /// The cells of all other tables.
    tables: tables::TableCell,
    /// The whole source.
    blocks: blocks::BlockRow,
    /// The doubts.
    findings: findings::FindingRow,
    ;
    people::PersonRow,
    organisations::OrganisationRow,
    places::PlaceRow,
    candidates::Candidate,
    appearances::Appearance,
    errors::ErrorRow,
}

/// The index of a table in [`TABLES`].
pub fn position(name: &str) -> Option<usize> {
    TABLES.iter().position(|t| t.name == name)
}

/// The table of a name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|t| t.name == name)
}

/// `TRC/PLEN/19`: what a paper is filed under.
fn is_symbol(text: &str) -> bool {
    text.contains('/')
        && text.len() <= 40
        && text.contains(|c: char| c.is_ascii_digit())
        && text.contains(char::is_uppercase)
        && !text.contains(|c: char| c.is_lowercase() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Type;

    #[test]
    fn keys_groups_and_links_name_what_exists() {
        for t in TABLES {
            for k in t.key.iter().chain(t.groups).chain(t.above) {
                let known = t.position(k).is_some();
                assert!(known, "{}: no column {k}", t.name);
            }
            for c in t.columns.iter().filter(|c| c.kind == Type::Link) {
                assert_eq!(c.among.len(), 1, "{}.{}", t.name, c.name);
                assert!(table(c.among[0]).is_some(), "{}.{}", t.name, c.name);
            }
        }
    }

    #[test]
    fn a_dataset_is_cut_to_a_number_of_rows_a_table() {
        let mut data = Dataset::default();
        data.links.resize_with(3, Default::default);
        data.quotes.resize_with(2, Default::default);
        data.blocks.resize_with(3, Default::default);
        assert_eq!(data.cut(2), [("links", 3)]);
        assert_eq!((data.links.len(), data.blocks.len()), (2, 3));
    }

    #[test]
    fn every_table_has_a_file_of_its_name() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tables");
        for t in TABLES {
            let file = format!("{here}/{}.rs", t.name);
            let folder = format!("{here}/{}/mod.rs", t.name);
            let exists = |p: &str| std::path::Path::new(p).exists();
            assert!(exists(&file) || exists(&folder), "{file}");
        }
    }
}
