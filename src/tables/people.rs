//! People over all reports of the run.

use crate::record;

record! {
    /// A person over all reports of the run. The id is made from the name and the organisation in the first report.
    pub struct PersonRow in "people" ("per") key [name, organisation] {
        /// The fullest form printed.
        name: Text,
        /// The other forms printed.
        aliases: Text,
        /// The organisation named most often with the person, by its name in `organisations`.
        organisation: Text,
        /// In how many reports.
        report_count: Int,
        /// In how many records.
        mention_count: Int,
    }
}
