//! What the meeting set out to do or produced.

use crate::extract::Extraction;
use crate::record;

/// What an outcome can be.
pub const KINDS: &[&str] = &[
    "objective",
    "opportunity",
    "challenge",
    "solution",
    "recommendation",
    "decision",
    "action_item",
    "conclusion",
    "next_step",
];

record! {
    /// A thing the meeting set out to do or produced.
    pub struct Outcome in "outcomes" ("out") key [kind, text] groups [theme, idea] above [theme, idea] {
        /// The session it belongs to.
        session_id: Link in &["sessions"],
        /// The topic, group or panel it stands under.
        theme: Text,
        /// The printed sub-heading it stands under.
        idea: Text,
        /// What it is.
        kind: Choice in KINDS,
        /// Its number as printed.
        number: Text,
        /// The outcome, word for word.
        text: Text,
        /// Who is to do it.
        owner: Text,
        /// By when.
        due_date: Text,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
