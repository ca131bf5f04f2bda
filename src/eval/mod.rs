//! Scores an output folder against gold: what a careful reader says that a report holds.
//!
//! Rows of one report and table are paired one to one, best match first ([`pair`]), under the rules of the contract
//! ([`spec`]). Row F1 counts the pairs, cell accuracy the compared cells of the pairs; a table's score is their product.
//! Everything is measured twice: *tolerant*, as the contract compares, and *strict*, where every key and cell must be
//! equal after folding. The gold format is told in `tests/gold/README.md`.

mod fold;
mod pair;
mod read;
mod score;
mod show;
mod spec;

pub use read::{Found, Gold, GoldReport, Grid};
pub use score::{ColumnTally, Group, Level, Mean, Score, TableScore, Tally};
pub use spec::{Compare, Spec, TABLES};

use pair::{Mode, Pairing};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// How an output compares with gold.
#[derive(Clone, Debug, Serialize)]
pub struct Evaluation {
    /// Compared as the contract says: some text by overlap of words.
    pub tolerant: Level,
    /// Every key and cell equal after folding.
    pub strict: Level,
    /// Gold reports that the run did not cover; they are not scored.
    pub skipped: Vec<String>,
    /// Missing, extra and wrong, under the tolerant comparison.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<Difference>,
}

/// One place where output and gold differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The report.
    pub report_id: String,
    /// The table.
    pub table: &'static str,
    /// What is wrong.
    pub kind: Fault,
    /// The row, by its pairing columns: gold's, or the output's where the row is extra.
    pub row: String,
    /// The column of a wrong cell; else empty.
    pub column: &'static str,
    /// What gold has; empty for a row as a whole.
    pub gold: String,
    /// What the output has; empty for a row as a whole.
    pub found: String,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A gold row without a match.
    Missing,
    /// A row of the output without a match.
    Extra,
    /// A cell of a pair that differs.
    Wrong,
}

/// Reads a gold folder and an output folder and compares them.
///
/// # Errors
/// A folder or file that cannot be read, a gold file of no scored table, an output without tables, or one without any
/// report of gold.
pub fn run(gold: &Path, out: &Path) -> anyhow::Result<Evaluation> {
    let (theirs, found) = (read::gold(gold)?, read::found(out)?);
    anyhow::ensure!(
        theirs.is_empty() || theirs.iter().any(|(id, _)| found.covers(id)),
        "{}: no report of {} is there; a folder of gold is named as its report in the column report_id",
        out.display(),
        gold.display()
    );
    Ok(evaluate(&theirs, &found))
}

/// Compares tables that are already read. A gold report that `found` never ran is skipped; a table that gold does not
/// have for a report is not scored there.
pub fn evaluate(gold: &Gold, found: &Found) -> Evaluation {
    let mut tolerant = Vec::new();
    let mut strict = Vec::new();
    let mut differences = Vec::new();
    let (ran, skipped): (Vec<_>, Vec<_>) = gold.iter().partition(|(id, _)| found.covers(id));
    let none = Grid::default();
    for (id, report) in &ran {
        for spec in TABLES {
            let Some(rows) = report.tables.get(spec.table) else {
                continue;
            };
            let theirs = found.rows(spec.table, id).unwrap_or(&none);
            let pairing = Pairing::new(spec, rows, theirs, Mode::Tolerant);
            pairing.differences(id, &mut differences);
            tolerant.push(score::Entry::new(id, spec.table, pairing.tally()));
            let exact = Pairing::new(spec, rows, theirs, Mode::Strict);
            strict.push(score::Entry::new(id, spec.table, exact.tally()));
        }
    }
    let mut layouts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, report) in &ran {
        for tag in &report.layouts {
            layouts.entry(tag).or_default().push(id);
        }
    }
    Evaluation {
        tolerant: Level::new(&tolerant, &layouts),
        strict: Level::new(&strict, &layouts),
        skipped: skipped.into_iter().map(|(id, _)| id.clone()).collect(),
        differences,
    }
}

#[cfg(test)]
mod tests;
