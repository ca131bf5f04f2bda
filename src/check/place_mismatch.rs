//! A city that is not in the country beside it.

use super::Rule;
use crate::extract::Extraction;
use crate::schema::Text;
use crate::tables::events::Event;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use crate::tables::reports::Report;
use crate::value::place::is_city_in;
use foldhash::{HashSet, HashSetExt};

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
    let reports = x.data.reports.iter().enumerate();
    let of_reports = reports.filter_map(|(i, r)| Some(raise(&r.city, &r.country)?.about::<Report>(i)));
    let rows = x.data.participants.iter().enumerate();
    let of_participants = rows.filter_map(|(i, r)| Some(raise(&r.city, &r.country)?.about::<Participant>(i)));
    let events = x.data.events.iter().enumerate();
    let of_events = events.filter_map(|(i, r)| Some(raise(&r.city, &r.country)?.about::<Event>(i)));
    let mut told = HashSet::new();
    let all = of_reports.chain(of_participants).chain(of_events);
    // An event of the report's own repeats its place.
    all.filter(|f| told.insert(f.from.cover())).collect()
}

fn raise(city: &Text, country: &Text) -> Option<FindingRow> {
    let code = crate::value::place::country(&country.value)?.code;
    let elsewhere = is_city_in(&city.value, code) == Some(false);
    let message = || format!("{} is not known as a city of {}", city.value, country.value);
    elsewhere.then(|| RULE.finding(message()).column("city").at(city.spans.clone()))
}
