//! What a run tells of a report when it is written: rows a table, claims, doubts.

use crate::schema::Cell;
use crate::spool::Sealed;
use crate::tables::findings::SEVERITIES;
use crate::tables::{TABLES, position};

/// What became of one report, or of the whole run.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// The report; empty for the tables of the whole run.
    pub report_id: String,
    /// Number of rows a table, in the order of [`TABLES`].
    pub rows: Vec<usize>,
    /// Code points of the source.
    pub chars: f64,
    /// The share of the text that is claimed, in percent.
    pub claimed_percent: f64,
    /// The report's findings.
    pub doubts: Vec<Doubt>,
}

/// A finding, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The line it stands on, where it has one.
    pub line: Option<u32>,
    /// How much it weighs.
    pub severity: String,
    /// The rule that raised it.
    pub rule: String,
    /// What, where, and what was expected.
    pub message: String,
}

impl Tally {
    /// Whether the rows of this table are looked into and not only counted.
    pub fn needs(table: usize) -> bool {
        matches!(TABLES[table].name, "reports" | "findings")
    }

    /// The number of findings of severity error.
    pub fn errors(&self) -> usize {
        let errors = self.doubts.iter().filter(|d| d.severity == SEVERITIES[0]);
        errors.count()
    }

    /// Counts what is in these rows.
    pub fn of(rows: &Sealed<'_>) -> Tally {
        let named = |name: &str| position(name).into_iter().flat_map(|t| rows.rows(t));
        let report = named("reports").next();
        let number = |column: &str| match report.as_ref().map(|r| r.cell(column)) {
            Some(Cell::Num(n)) => n,
            Some(Cell::Int(n)) => n as f64,
            _ => 0.0,
        };
        let doubts = named("findings").map(|finding| Doubt {
            line: finding.place().map(|p| p.line),
            severity: finding.cell("severity").as_str().to_string(),
            rule: finding.cell("rule").as_str().to_string(),
            message: finding.cell("message").as_str().to_string(),
        });
        Tally {
            report_id: rows.report_id.to_string(),
            rows: (0..TABLES.len()).map(|t| rows.count(t)).collect(),
            chars: number("source_chars"),
            claimed_percent: number("claimed_percent"),
            doubts: doubts.collect(),
        }
    }
}
