//! The parts of the meeting that the body reports.

use crate::extract::Extraction;
use crate::record;

record! {
    /// A part of the meeting that the body reports.
    pub struct Session in "sessions" ("ses") key [number, title] {
        /// Its number as printed.
        number: Text,
        /// Its title, without the number.
        title: Text,
        /// Its date.
        date: Date,
        /// When it starts.
        start_time: Time,
        /// When it ends.
        end_time: Time,
        /// The agenda row it reports, the first where it covers several.
        agenda_id: Link in &["agenda"],
        /// The last line of it, from 1.
        end_line: Int,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
