//! Quotations credited to a person.

use crate::extract::Extraction;
use crate::record;

/// How a quotation is set.
pub const KINDS: &[&str] = &["pull", "inline"];

record! {
    /// A quotation of five words or more, credited to a person.
    pub struct Quote in "quotes" ("quo") key [text] {
        /// The session it was said in.
        session_id: Link in &["sessions"],
        /// The words, without the marks.
        text: Text,
        /// Who said them.
        speaker: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
        /// Set apart, or in a sentence.
        kind: Choice in KINDS,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
