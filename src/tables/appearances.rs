//! Who appears in which report, in which role.

use crate::record;

record! {
    /// A person, report and role.
    pub struct Appearance in "appearances" ("app") key [person_id, role, record_id] {
        /// The person.
        person_id: Link in &["people"],
        /// participant (or apologies, absent), the role in the programme or in the body, speaker for an intervention,
        /// quoted, author.
        role: Text,
        /// The table of the record.
        table: Text,
        /// The first record in that role.
        record_id: Target,
    }
}
