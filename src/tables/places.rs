//! Places over all reports of the run.

use crate::record;

record! {
    /// A place over all reports of the run.
    pub struct PlaceRow in "places" ("pla") key [name, country_code] {
        /// The city, or the country where no city is named.
        name: Text,
        /// The country as printed.
        country: Text,
        /// ISO 3166-1 alpha-2.
        country_code: Text,
        /// In how many reports.
        report_count: Int,
    }
}
