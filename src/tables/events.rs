//! Dated events that the report names.

use crate::extract::Extraction;
use crate::record;

/// How an event stands to the report.
pub const RELATIONS: &[&str] = &["subject", "mentioned"];

record! {
    /// A distinct dated event that the report names, its own included.
    pub struct Event in "events" ("evt") key [start_date, name] {
        /// Its name.
        name: Text,
        /// Its first day, or the month or year that the report prints.
        start_date: Date,
        /// Its last day.
        end_date: Date,
        /// The city.
        city: Text,
        /// The country as printed.
        country: Text,
        /// The report's own event, or one it mentions.
        relation: Choice in RELATIONS,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
