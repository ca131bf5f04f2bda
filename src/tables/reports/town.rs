//! Towns that no gazetteer need have: beside the date, behind a building or a label, or at the start of minutes.

use super::Report;
use super::place::{in_columns, parts};
use super::venue::dated_venue;
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::{Lang, List, Map};
use crate::schema::Text;
use crate::tables::outcomes::is_head;
use crate::value::date::{DateSpan, dates};
use crate::value::place::{Place, city, country, place};
use crate::value::time::time_at;
use std::ops::Range;

/// The parts of a dated line: `Town, Country, 5 May 2015`, `Some House, Town, 5 May 2015`. A country gives the part before
/// it, a city of the gazetteer itself; a name alone beside the date is the town, known or not.
pub(super) fn town_line(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let when = dates(text, x.lexicon.lang(), order).into_iter().next();
    let known = !report.city.is_empty() || !report.country.is_empty();
    let dated = |d: &DateSpan| d.start.month.is_some();
    let Some((when, _)) = when.filter(|(_, d)| dated(d)) else {
        return;
    };
    let mut sides = [0..when.start, when.end..text.len()].map(|side| parts(text, side));
    if known {
        sides
            .iter()
            .for_each(|parts| dated_venue(x, flow, parts, report));
        return;
    }
    for parts in &mut sides {
        dated_venue(x, flow, parts, report);
        // `Bulletin of 9 June`
        parts.retain(|p| {
            let last = text[p.clone()].rsplit_once(' ').map_or("", |(_, w)| w);
            !x.lexicon.list(List::DateOf).is(last)
        });
        // `TOWN ON 30TH MAY`
        for part in parts.iter_mut() {
            let words = text[part.clone()].rsplit_once(' ');
            if let Some((head, _)) =
                words.filter(|(_, w)| x.lexicon.list(List::SmallWord).is(&w.to_lowercase()))
            {
                part.end = part.start + head.trim_end().len();
            }
        }
        if let Some((part, both)) = parts
            .iter()
            .find_map(|p| Some((p, hyphened(&text[p.clone()])?)))
        {
            let cell = |r: Range<usize>| flow.cell(part.start + r.start..part.start + r.end);
            report.city = both.city.map(cell).unwrap_or_default();
            report.country = both.country.map(cell).unwrap_or_default();
            report.country_code = Text::new(both.code.unwrap_or(""), report.country.spans.clone());
            return;
        }
        // `Réunion du 4 mai` names no island.
        let meeting = |p: &str| x.lexicon.list(List::EventNoun).is(p);
        let land = parts
            .iter()
            .map(|p| &text[p.clone()])
            .position(|p| country(p).is_some() && !meeting(p));
        if let Some(at) = land {
            report.set_country(flow.cell(parts[at].clone()));
        }
        let building = |p: &str| x.lexicon.list(List::VenueNoun).is(p);
        let is_city = |p: &str| city(p).is_some() && !building(p);
        let town = |p: &str| is_city(p) || is_name(x, p);
        let before = land.and_then(|at| at.checked_sub(1));
        let before = before.filter(|&at| town(&text[parts[at].clone()]));
        let own = |at: usize| land.is_none_or(|land| land == 0 || land != at);
        let known = || (0..parts.len()).find(|&at| own(at) && is_city(&text[parts[at].clone()]));
        let beside = |p: &Range<usize>| is_time_or_venue(x, &text[p.clone()]);
        let alone = || {
            let (last, others) = parts.split_last()?;
            // The title itself is no town: `Builders Call 5 May 2015`.
            let titled = report.title.value.starts_with(&text[last.clone()]);
            // `Meeting of the Mill Board, Town, 5 May 2015`
            let meets =
                |p: &Range<usize>| x.lexicon.list(List::EventNoun).found_in(&text[p.clone()]);
            let told = others.iter().all(|p| beside(p) || meets(p));
            // `9 June 2034  Original: English`: what a label tells is a town only where it asks for one.
            let before = text[..last.start].trim_end();
            let labelled =
                before.ends_with(':') && !x.lexicon.list(List::VenueLabel).found_in(before);
            // `Decisions 7 May`: what has no sign before the day is told of it.
            let between = match last.end <= when.start {
                true => &text[last.end..when.start],
                false => &text[when.end..last.start],
            };
            let name = land.is_none()
                && !titled
                && !labelled
                && !between.trim().is_empty()
                && !in_columns(x, flow)
                && is_name(x, &text[last.clone()])
                && told;
            name.then_some(others.len())
        };
        if let Some(at) = before.or_else(known).or_else(alone) {
            report.city = flow.cell(parts[at].clone());
        }
        if land.is_some() || !report.city.is_empty() {
            return;
        }
    }
    town_of(x, flow, report);
}

/// `Douala-Cameroun`: a town and its country, a hyphen between them.
fn hyphened(part: &str) -> Option<Place> {
    let found = place(part).filter(|_| part.contains('-') && !part.contains(' '))?;
    (found.city.is_some() && found.country.is_some()).then_some(found)
}

/// `in the Town Hall of Some Town`.
fn town_of(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    let Some(lead) = x.lexicon.list(List::TownOf).find(text) else {
        return;
    };
    let end = text[lead.end..].find([',', '.', ';', '(', ':']);
    let tail = lead.end..end.map_or(text.len(), |e| lead.end + e);
    if let Some(name) = parts(text, tail).first()
        && is_name(x, &text[name.clone()])
    {
        report.city = flow.cell(name.clone());
    }
}

/// Whether a part between commas says when or in which building.
fn is_time_or_venue(x: &Extraction, part: &str) -> bool {
    x.lexicon.list(List::VenueNoun).found_in(part) || time_at(part, x.lexicon.lang()).is_some()
}

/// Whether words can be the name of a town: capitals, and neither a meeting nor a building nor a weekday.
pub(super) fn is_name(x: &Extraction, name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let particle = |w: &str| x.lexicon.list(List::Particle).is(w);
    let capital = words
        .iter()
        .all(|w| w.starts_with(char::is_uppercase) || particle(w));
    let ends = words.last().is_some_and(|w| !particle(w));
    let other = [
        List::TitleWord,
        List::TypeAgenda,
        List::TypeMinutes,
        List::VenueNoun,
        List::EventHeld,
    ];
    let titled = other.iter().any(|l| x.lexicon.list(*l).found_in(name));
    let weekday = x.lexicon.map(Map::Weekday).get(name).is_some();
    let small = x.lexicon.list(List::SmallWord).is(&name.to_lowercase());
    let sign = name.contains(|c: char| c == ':' || c.is_ascii_digit());
    // `Decisions 3 May 2019`
    let headed = is_head(x.lexicon, name);
    words.len() <= 4 && capital && ends && !titled && !weekday && !small && !sign && !headed
}

/// Takes a town that no gazetteer has off the end of `Some House, Town`; where the venue ends.
pub(super) fn small_town(
    x: &Extraction,
    flow: &Flow,
    range: Range<usize>,
    report: &mut Report,
) -> usize {
    let text = flow.as_str();
    let parts = parts(text, range.clone());
    let [before @ .., house, town] = parts.as_slice() else {
        return range.end;
    };
    let built = |p: &Range<usize>| x.lexicon.list(List::VenueNoun).found_in(&text[p.clone()]);
    // `Council Chambers, 100 Some Street, Town`
    let street = text[house.clone()].starts_with(|c: char| c.is_ascii_digit());
    let housed = built(house) || street && before.iter().any(built);
    if !housed || !is_name(x, &text[town.clone()]) {
        return range.end;
    }
    report.city = flow.cell(town.clone());
    house.end
}

/// Takes what a label of the place tells for the town where nothing else stands before the country: `Place: Town, Land`.
pub(super) fn lone_town(
    x: &Extraction,
    flow: &Flow,
    range: Range<usize>,
    report: &mut Report,
) -> bool {
    let text = flow.as_str();
    let parts = parts(text, range);
    let [name] = parts.as_slice() else {
        return false;
    };
    let own = &text[name.clone()];
    let town = is_name(x, own) && (!report.country.is_empty() || city(own).is_some());
    if town {
        report.city = flow.cell(name.clone());
    }
    town
}

/// So far behind a town stands the time or month of the meeting, in characters.
const SOON: usize = 60;

/// The town with which minutes open: `En Some Town, siendo las 18 horas`, whether a gazetteer knows it or not.
pub(super) fn opening_town(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    let text = &flow.as_str()[range.clone()];
    let lead = x.lexicon.list(List::PlaceBefore).starts(text);
    let Some(lead) = lead.filter(|_| report.city.is_empty() && x.lexicon.lang() != Lang::En) else {
        return;
    };
    let start = lead + text[lead..].len() - text[lead..].trim_start().len();
    let Some(comma) = text[start..].find(',').map(|i| start + i) else {
        return;
    };
    let name = &text[start..comma];
    let event = x.lexicon.list(List::EventNoun).found_in(name);
    let town = name.starts_with(char::is_uppercase) && is_name(x, name) && !event;
    let behind = &text[comma + 1..];
    let soon = behind
        .char_indices()
        .nth(SOON)
        .map_or(behind.len(), |(i, _)| i);
    let behind = &behind[..soon];
    let timed = x
        .lexicon
        .list(List::EventTimeAt)
        .find(behind)
        .is_some_and(|at| time_at(behind[at.end..].trim_start(), x.lexicon.lang()).is_some());
    let mut words = behind.split([' ', ',']);
    let dated = words.any(|w| x.lexicon.map(Map::Month).get(w).is_some());
    if town && (timed || dated) {
        report.city = flow.cell(range.start + start..range.start + comma);
    }
}
