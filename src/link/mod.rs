//! People, organisations and places over all reports of a run: who is one, and under which id.

use crate::run::Failure;
use crate::schema::{Record, Text};
use crate::seal::id_of;
use crate::span::Spans;
use crate::spool::{RowHead, Sealed, Writer};
use crate::tables::errors::ErrorRow;
use crate::tables::{Row, position};

/// The names in one report.
#[derive(Debug, Default)]
pub struct Mentions {}

impl Mentions {
    /// The names in these rows.
    pub fn of(_rows: &Sealed<'_>) -> Mentions {
        Mentions {}
    }
}

/// The names of a run.
#[derive(Debug, Default)]
pub struct Names {}

impl Names {
    /// Adds those of the next report.
    pub fn add(&mut self, _mentions: Mentions) {}

    /// Decides which names are one.
    pub fn link(self) -> Linked {
        Linked {}
    }
}

/// The entities of a run.
#[derive(Debug)]
pub struct Linked {}

impl Linked {
    /// Whether linking looks into the rows of this table.
    pub fn needs(&self, _table: usize) -> bool {
        true
    }

    /// Fills the links of a report.
    pub fn fill(&self, _report: &mut Sealed<'_>) {}

    /// The sealed tables of the whole run.
    pub fn rows(&self, failures: &[Failure]) -> Vec<u8> {
        let mut writer = Writer::new("", 1024);
        if let (Some(table), false) = (position("errors"), failures.is_empty()) {
            writer.table(table);
            for failure in failures {
                let text = |t: &str| Text::new(t, Spans::NONE);
                let row = ErrorRow {
                    source_file: text(&failure.file),
                    message: text(&failure.message),
                    rule: "input",
                    ..ErrorRow::default()
                };
                let key = [failure.file.as_str(), &failure.message];
                writer.row(RowHead {
                    hash: id_of(ErrorRow::TABLE, &failure.report_id, &key).hash,
                    report_id: &failure.report_id,
                    place: None,
                    rule: row.rule,
                });
                Row::each_field(&row, &mut |cell, _| writer.cell(cell, &[]));
            }
        }
        writer.finish()
    }
}
