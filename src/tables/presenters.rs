//! The people named in the programme, one row each.

use crate::extract::Extraction;
use crate::record;

/// The roles a presenter can have.
pub const ROLES: &[&str] = &[
    "presenter",
    "moderator",
    "panelist",
    "facilitator",
    "chair",
    "lead",
    "co_lead",
    "keynote",
    "discussant",
    "rapporteur",
    "other",
];

record! {
    /// A person named in an agenda row.
    pub struct Presenter in "presenters" ("pre") key [name, role, group] above [role, group] {
        /// The agenda row.
        agenda_id: Link in &["agenda"],
        /// What the person does there.
        role: Choice in ROLES,
        /// The table, group or talk under the slot.
        group: Text,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The person's name.
        name: Text,
        /// The person's job title.
        job_title: Text,
        /// The person's organisation.
        organisation: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
