//! People with a role in the body of the report.

use crate::extract::Extraction;
use crate::record;

/// The roles a person can have in the body.
pub const ROLES: &[&str] = &[
    "speaker",
    "expert",
    "panelist",
    "keynote",
    "moderator",
    "chair",
    "host",
    "facilitator",
    "rapporteur",
    "prepared_by",
    "reviewed_by",
    "cleared_by",
    "contact",
    "other",
];

record! {
    /// A person, role and session in the body.
    pub struct Speaker in "speakers" ("spk") key [name, role] above [role] {
        /// The session, where the person stands in one.
        session_id: Link in &["sessions"],
        /// What the person does.
        role: Choice in ROLES,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The person's name.
        name: Text,
        /// The person's job title.
        job_title: Text,
        /// The person's organisation.
        organisation: Text,
        /// The e-mail address.
        email: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
