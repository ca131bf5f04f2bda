//! Places over all reports of the run.

use crate::record;

record! {
    /// A place over all reports of the run.
    pub struct PlaceRow in "places" ("pla") key [name, country_code] {
        /// The city, or the country where no city is named.
        name: Text,
        /// The country as printed most often; empty where no report names one.
        country: Text,
        /// ISO 3166-1 alpha-2 of the country; of a city without one that of the only country in which the gazetteer has
        /// cities of the name.
        country_code: Text,
        /// In how many reports.
        report_count: Int,
    }
}
