//! Interventions in summary records and minutes.

use crate::extract::Extraction;
use crate::record;

record! {
    /// An intervention in a summary record or minutes.
    pub struct Statement in "statements" ("sta") key [speaker, text] {
        /// The session it was made in.
        session_id: Link in &["sessions"],
        /// The speaker, as fully as the report names him.
        speaker: Text,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The speaker's organisation or delegation.
        organisation: Text,
        /// The speaker's job title.
        job_title: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
        /// The intervention, its paragraphs joined by a space.
        text: Text,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
