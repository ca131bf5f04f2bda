//! Participant and attendance lists, a row a person.

use crate::extract::Extraction;
use crate::record;

/// How a person attended.
pub const ATTENDANCE: &[&str] = &["present", "remote", "apologies", "absent"];

record! {
    /// A person in a participant or attendance list.
    pub struct Participant in "participants" ("par") key [name, organisation] above [attendance, list] {
        /// The number as printed.
        number: Text,
        /// First then last name where the form tells them apart, else as printed.
        name: Text,
        /// The first name, where the form tells it.
        first_name: Text,
        /// The last name, where the form tells it.
        last_name: Text,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The organisation.
        organisation: Text,
        /// The department in it.
        department: Text,
        /// The job title.
        job_title: Text,
        /// The city.
        city: Text,
        /// The country as printed.
        country: Text,
        /// ISO 3166-1 alpha-2.
        country_code: Text,
        /// The e-mail address.
        email: Text,
        /// The telephone number.
        phone: Text,
        /// Whether the person came; empty where the list does not say.
        attendance: Choice in ATTENDANCE,
        /// The heading or group the person stands under.
        list: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
