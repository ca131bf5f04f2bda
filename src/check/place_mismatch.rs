//! A city that is not in the country beside it.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use crate::value::place::{country, is_city_in};

pub(super) const RULE: Rule = Rule {
    name: "place-mismatch",
    severity: "warning",
    summary: "names a city that is not in the country beside it",
    why: "one of the two is wrong",
    example: "Nairobi, Norway",
    misses: "towns of fewer than 15,000 people, which the gazetteer lacks",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = x.data.participants.iter().enumerate();
    let elsewhere = rows.filter(|(_, r)| {
        let code = country(&r.country.value).map(|c| c.code);
        code.is_some_and(|c| is_city_in(&r.city.value, c) == Some(false))
    });
    elsewhere
        .map(|(i, r)| {
            let message = format!("{} is not known as a city of {}", r.city.value, r.country.value);
            RULE.finding(message).about::<Participant>(i).column("city")
        })
        .collect()
}
