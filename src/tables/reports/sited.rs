//! A line that tells where a meeting was, part by part: `4 May 2015, Some Hall, Some Town, Some Land`.

use super::Report;
use super::title::names;
use super::town::is_name;
use super::venue::{dashed_parts, street};
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::value::date::dates;
use crate::value::person::{Evidence, Known, looks_like_organisation};
use crate::value::place::{city, country};
use crate::value::time::time_at;
use std::ops::Range;

/// No such line is longer.
const LINE: usize = 140;

/// The house, the town and the country of a line whose parts tell nothing else beside the day and the time; whether it is one.
/// `placed`: that what stands around the line says that it tells where.
pub(super) fn fill(x: &Extraction, flow: &Flow, placed: bool, report: &mut Report) -> bool {
    let text = flow.as_str();
    let told = !report.venue.is_empty() || !report.city.is_empty();
    if told || text.len() > LINE || text.contains(": ") || text.ends_with('.') {
        return false;
    }
    // `Some Hall, Some Town. 10:00 to 12:45`
    let timed = |at: usize| time_at(&text[at + 2..], x.lexicon.lang()).is_some();
    let flow = match text.rfind(". ").filter(|&at| timed(at)) {
        Some(at) => &flow.slice(0..at),
        None => flow,
    };
    let text = flow.as_str();
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let days = dates(text, x.lexicon.lang(), order);
    let dated = days.iter().any(|(_, d)| d.start.day.is_some());
    let free = |p: Range<usize>| {
        let day = days
            .iter()
            .find(|(r, _)| r.start < p.end && p.start < r.end);
        let end = day.map_or(p.end, |(r, _)| r.start.max(p.start));
        let own = before_small(x, &text[p.start..end]);
        (!own.is_empty() && !is_when(x, own)).then(|| p.start..p.start + own.len())
    };
    let parts = dashed_parts(text, 0..text.len());
    let mut own: Vec<Range<usize>> = parts.into_iter().filter_map(free).collect();
    if !(dated || placed) || !own.iter().all(|p| is_site(x, &text[p.clone()])) {
        return false;
    }
    let land = own.pop_if(|p| country(&text[p.clone()]).is_some());
    let Some((first, rest)) = own.split_first() else {
        return false;
    };
    let built = |p: &Range<usize>| x.lexicon.list(List::VenueNoun).found_in(&text[p.clone()]);
    let known = |p: &Range<usize>| city(&text[p.clone()]).is_some();
    let housed = built(first) || rest.first().is_some_and(built);
    let town = rest
        .last()
        .filter(|p| !built(p) && is_name(x, &text[(*p).clone()]));
    let town = town.filter(|p| land.is_some() || !is_street(x, &text[(*p).clone()]));
    // What no word calls a house is one before a town that is known and its country.
    let named = land.is_some() && dated && town.is_some_and(known) && !known(first);
    if rest.is_empty() || !(housed && (land.is_none() || town.is_some()) || named) {
        return false;
    }
    // `Some Town, Blue Room`
    let (one, name) = (rest.len() == 1, &text[first.clone()]);
    if town.is_none() && one && !built(first) && (known(first) || !name.contains(' ')) {
        report.city = flow.cell(first.clone());
        report.venue = flow.cell(rest[0].clone());
        return true;
    }
    let last = town.map_or(own.len() - 1, |_| own.len() - 2);
    let end = street(x, text, first.start..own[last].end).unwrap_or(own[last].end);
    report.venue = flow.cell(first.start..end);
    report.city = town.map(|p| flow.cell(p.clone())).unwrap_or_default();
    if let Some(land) = land {
        report.set_country(flow.cell(land));
    }
    true
}

/// A part without the small word that leads to its day: `Some Land on 4 May 2015`.
fn before_small<'t>(x: &Extraction, part: &'t str) -> &'t str {
    let part = part.trim_end_matches([' ', '(', ',']);
    match part.rsplit_once(' ') {
        Some((head, last)) if x.lexicon.list(List::SmallWord).is(last) => head.trim_end(),
        _ => part,
    }
}

/// Whether a part tells when: a weekday, a year, a time.
fn is_when(x: &Extraction, part: &str) -> bool {
    let number = part.bytes().all(|b| b.is_ascii_digit());
    number
        || x.lexicon.map(Map::Weekday).get(part).is_some()
        || x.lexicon.list(List::AttendanceRemote).is(part)
        || time_at(part, x.lexicon.lang()).is_some()
}

/// Whether a part may be a house, a town or a country: a name with capitals, and neither a meeting nor a body.
fn is_site(x: &Extraction, part: &str) -> bool {
    let capital = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let small = |w: &str| {
        [List::SmallWord, List::Particle]
            .iter()
            .any(|l| x.lexicon.list(*l).is(w))
    };
    let mut words = part.split(' ');
    let named =
        capital(part) && words.clone().count() <= 7 && words.all(|w| capital(w) || small(w));
    let nouns = x.lexicon.list(List::VenueNoun);
    let house = nouns.starts(part).is_some() || nouns.ends(part);
    let other = [
        List::EventNoun,
        List::TitleWord,
        List::TypeBody,
        List::EventHeld,
    ];
    let told = !house && names(x, part, &other);
    let body = || looks_like_organisation(part, x.lexicon.lang(), &Known::default());
    named && !told && (nouns.found_in(part) || body() < Evidence::Likely)
}

/// Whether a part is a street: `Church Lane`.
fn is_street(x: &Extraction, part: &str) -> bool {
    let noun = x.lexicon.list(List::Street);
    noun.ends(part) || noun.starts(part).is_some()
}
