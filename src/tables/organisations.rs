//! Organisations over all reports of the run.

use crate::record;

record! {
    /// An organisation over all reports of the run.
    pub struct OrganisationRow in "organisations" ("org") key [name] {
        /// The fullest form printed, without its short form.
        name: Text,
        /// Its short form, where a report prints one.
        acronym: Text,
        /// The other forms printed, those with a short form behind them included.
        aliases: Text,
        /// In how many reports.
        report_count: Int,
        /// In how many records.
        mention_count: Int,
    }
}
