//! A country that is none.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use crate::value::place::country;

pub(super) const RULE: Rule = Rule {
    name: "country-unknown",
    severity: "warning",
    summary: "names a country that is none",
    why: "the row counts for no country",
    example: "Swizerland in a column of countries",
    misses: "a city in the column of countries that is also a country",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = x.data.participants.iter().enumerate();
    // A list whose entries all end in codes tells what they stand for.
    let coded = |r: &Participant| !r.country_code.is_empty();
    let unknown = rows.filter(|(_, r)| {
        !r.country.is_empty() && !coded(r) && country(&r.country.value).is_none()
    });
    unknown
        .map(|(i, r)| {
            let message = format!("\"{}\" is no country by any name of ISO 3166", r.country.value);
            RULE.finding(message).about::<Participant>(i).column("country")
        })
        .collect()
}
