//! Doubts that a careful reader would raise.

use crate::record;
use crate::schema::{Choice, Int, Record, Target, Text};
use crate::span::Spans;

/// How much a finding weighs.
pub const SEVERITIES: &[&str] = &["error", "warning", "note"];

record! {
    /// A doubt that a careful reader would raise.
    pub struct FindingRow in "findings" ("fin") key [rule, message] {
        /// The rule that raised it.
        rule_name as "rule": Text,
        /// How much it weighs.
        severity: Choice in SEVERITIES,
        /// What, where, and what was expected.
        message: Text,
        /// The table of the record it is about.
        table: Text,
        /// The record it is about.
        record_id: Target,
        /// The column it is about.
        column: Text,
        /// The record it is compared with.
        other_record_id: Target,
        /// The line of the other place.
        other_line: Int,
    }
}

impl FindingRow {
    /// A doubt about the report as a whole; `rule` is one of the contract's, `severity` one of [`SEVERITIES`].
    pub fn new(rule: &'static str, severity: &'static str, message: impl Into<String>) -> Self {
        FindingRow {
            rule_name: Text::new(rule, Spans::NONE),
            severity: Choice::derived(severity),
            message: Text::new(message, Spans::NONE),
            rule,
            ..FindingRow::default()
        }
    }

    /// About the row at this index of `R`'s table; the finding stands where that row stands, unless it is given a place
    /// of its own with [`at`](Self::at).
    pub fn about<R: Record>(mut self, row: usize) -> Self {
        self.table = Text::new(R::TABLE.name, Spans::NONE);
        self.record_id = Target::to::<R>(row);
        self
    }

    /// About this column of the record.
    pub fn column(mut self, column: &'static str) -> Self {
        self.column = Text::new(column, Spans::NONE);
        self
    }

    /// Compared with the row at this index of `R`'s table; `other_line` becomes that row's line.
    pub fn other<R: Record>(mut self, row: usize) -> Self {
        self.other_record_id = Target::to::<R>(row);
        self
    }

    /// Compared with what starts on this line, where no record stands for it.
    pub fn other_at(mut self, line: u32) -> Self {
        self.other_line = Int::derived(line.into());
        self
    }

    /// Where the doubt arises.
    pub fn at(mut self, spans: impl Into<Spans>) -> Self {
        self.from = spans.into();
        self
    }
}
