//! Places: countries by any printed name, cities by a gazetteer, and the usual orders of city, region and country.
//!
//! Where the data comes from and under what licence stands in `place/NOTICE.md`.

mod cities;
mod countries;
mod filter;
mod fold;
mod hash;
mod parts;
mod regions;
mod running;

pub use cities::{City, city, is_city_in, is_town, own_name};
pub(crate) use countries::may_begin_country;
pub use countries::{Country, country, country_of_code, country_of_demonym};
pub use fold::{fold, fold_into, is_apostrophe};
pub use parts::place;
pub use regions::region;
pub use running::{PlaceReading, places, readings};

use std::ops::Range;

/// What a place is made of, as byte ranges in the text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The city, without postal code.
    pub city: Option<Range<usize>>,
    /// A state or province, or whatever stands between city and country.
    pub region: Option<Range<usize>>,
    /// The country as printed.
    pub country: Option<Range<usize>>,
    /// ISO 3166-1 alpha-2 code of the printed country; a city alone has none, since its text does not say.
    pub code: Option<&'static str>,
}
