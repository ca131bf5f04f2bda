//! Corrections: what the user knows better, applied to the rows of a report on every run.
//!
//! `corrections.csv` beside the reports has the columns `action`, `table`, `id`, `column`, `value` and `reason` (the last
//! may be missing), a line a cell:
//!
//! - `set` puts `value` into a cell, or empties it where there is none; the row keeps the machine's id, so that the
//!   correction finds it again.
//! - `delete` leaves a row out. Links to it become empty; the rows that had them stay.
//! - `add` adds a cell to a row of the user's own, under an id of his, which other added cells may link to. Its report is
//!   told by a cell of the column `report_id`, and goes without saying in a run over one report. The row's id in the output
//!   is made from the user's as every id is, unless that has the form already (the table's prefix, `-`, 16 hex digits).
//!
//! They are applied when a report is extracted and before people, organisations and places are linked. Each one that was
//! applied is a finding `corrected` that keeps the machine's value; one whose row or report is not there is a finding
//! `correction-lost`. A corrected cell has no place in the source: of all cells it alone need not stand there.

mod apply;
mod read;
mod value;

pub use apply::Corrected;

use crate::check::Severities;
use crate::schema::Id;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

/// The name of the file.
pub const FILE: &str = "corrections.csv";

/// What is to be done with a row.
#[derive(Clone, Debug, PartialEq)]
enum Change {
    /// A value for the column at this index.
    Set { column: usize, value: Value },
    /// The row is left out.
    Delete,
}

/// A value of the user's, in the type of its column.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Empty,
    Bool(bool),
    Int(i64),
    Num(f64),
    Text(String),
    /// A row: one that the program made, or one that the user added.
    Id(Id),
}

/// A line of the file that changes a row.
#[derive(Debug)]
struct Correction {
    change: Change,
    /// What the user typed as value.
    typed: String,
    reason: String,
    /// The file and line, for messages.
    place: String,
    applied: AtomicBool,
}

/// A row of the user's.
#[derive(Debug)]
struct Added {
    table: usize,
    id: Id,
    /// The id that the user gave it.
    name: String,
    report_id: Option<String>,
    /// The columns by their index, with what the user typed.
    cells: BTreeMap<usize, (Value, String)>,
    reason: String,
    place: String,
    applied: AtomicBool,
}

/// The corrections of a run.
#[derive(Debug, Default)]
pub struct Corrections {
    /// By table and id.
    changes: BTreeMap<(usize, String), Vec<Correction>>,
    added: Vec<Added>,
    severities: Severities,
    /// The one report of the run, where there is one.
    only: Option<String>,
    /// All that was read, for whoever must know whether it is the same.
    print: String,
}

impl Corrections {
    /// Reads these files; `reports` are the ids of the run's reports.
    ///
    /// # Errors
    /// What is wrong with one of them, with file, line and column.
    pub fn read(
        files: &[PathBuf],
        reports: &[&str],
        severities: Severities,
    ) -> Result<Corrections, crate::run::ControlError> {
        let mut corrections = read::read(files)?;
        corrections.severities = severities;
        if let [only] = reports {
            corrections.only = Some(only.to_string());
        }
        corrections.print = format!(
            "{:?}",
            (&corrections.changes, &corrections.added, &corrections.only)
        );
        Ok(corrections)
    }

    /// The same text for the same corrections of the same run, and for no others; empty for none.
    pub fn print(&self) -> &str {
        if self.is_empty() { "" } else { &self.print }
    }

    /// Whether there is nothing to correct.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.added.is_empty()
    }
}

fn done(flag: &AtomicBool) {
    flag.store(true, Ordering::Relaxed);
}

fn is_done(flag: &AtomicBool) -> bool {
    flag.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests;
