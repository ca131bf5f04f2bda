//! Doubts that a careful reader would raise.

use crate::record;

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
        record_id: Text,
        /// The column it is about.
        column: Text,
        /// The record it is compared with.
        other_record_id: Text,
        /// The line of the other place.
        other_line: Int,
    }
}
