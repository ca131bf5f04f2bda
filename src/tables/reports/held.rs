//! The line below the title that says where a body met, its day often on a line of its own:
//! `Held at the Some House, Town,` above `on Monday, 4 May 2015, at 3 p.m.`

use super::place::line_place;
use super::venue::placed_tail;
use super::{Front, Report};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::date::{DateOrder, dates};
use crate::value::place::place;
use std::ops::Range;

/// Longer lines are running text.
const LINE: usize = 160;

/// So many units from the start may tell when the body met.
const OPENING: usize = 10;

/// The words that say where the event was held, at the start of a line: where they end.
fn lead(x: &Extraction, flow: &Flow) -> Option<usize> {
    let text = flow.as_str();
    let said = |line: Range<usize>| {
        let own = text[line.clone()].trim_start_matches(['(', ' ']);
        let len = x.lexicon.list(List::HeldAt).starts(own)?;
        Some(line.end - own.len() + len)
    };
    let line = text.len() <= LINE && (!text.ends_with('.') || text.ends_with(".m."));
    line.then(|| flow.lines().find_map(said)).flatten()
}

fn day_in(x: &Extraction, text: &str) -> Option<usize> {
    let found = dates(text, x.lexicon.lang(), DateOrder::default());
    let day = found
        .into_iter()
        .find(|(_, d)| d.start.day.is_some() && d.start.year.is_some());
    day.map(|(r, _)| r.start)
}

/// The line of the title page with the day of the event that such a line, or the one below it, tells.
pub(super) fn dated(x: &Extraction, front: &Front) -> Option<usize> {
    let flow = |i: usize| &x.outline.units[i].flow;
    let text = |i: usize| flow(i).as_str();
    let at = front.lines.iter().position(|&i| lead(x, flow(i)).is_some());
    let Some(at) = at else {
        // `At its meeting on Monday, 4 May 2015, the Senate ...`
        let opens = |i: &usize| {
            x.lexicon
                .list(List::EventItsMeeting)
                .starts(text(*i))
                .is_some()
        };
        let mut first = 0..x.outline.units.len().min(OPENING);
        return first.find(|i| opens(i) && day_in(x, text(*i)).is_some());
    };
    let open = text(front.lines[at]).ends_with(',');
    let lines = front.lines[at..]
        .iter()
        .take(1 + usize::from(open))
        .copied();
    lines.into_iter().find(|&i| day_in(x, text(i)).is_some())
}

/// Fills the place from such a line: the building, the town and the country.
pub(super) fn fill(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    let Some(from) = lead(x, flow).filter(|_| report.venue.is_empty()) else {
        return;
    };
    // A line of its own may have told the town already.
    let known = !report.city.is_empty();
    let town = |r: &Report| (r.city.clone(), r.country.clone(), r.country_code.clone());
    let told_before = town(report);
    let until = day_in(x, text)
        .filter(|&at| at > from)
        .unwrap_or(text.len());
    let mut end = text[..until].trim_end_matches([' ', ',', '(', ')']).len();
    // `..., Town, on Monday, 4 May`: what leads to the day is no place, on the next line neither.
    while let Some((head, last)) = text[from..end].rsplit_once([' ', ',']) {
        let plain = last.trim_matches([',', ' ']);
        let small = x.lexicon.list(List::SmallWord).is(plain)
            || x.lexicon.list(List::EventTimeAt).is(plain);
        if !small && !plain.is_empty() {
            break;
        }
        end = from + head.len();
    }
    let rest = &text[from..end];
    let own = rest.trim_start();
    let article = x.lexicon.list(List::Article).starts(own).unwrap_or(0);
    let start = end - own[article..].trim_start().len();
    let told = text[start..end].trim_end_matches([' ', ',']);
    // `the Some Hall, Town, Country`: what stands first is a building.
    let house = told.split(',').next().unwrap_or(told);
    let built = told.contains(',') && x.lexicon.list(List::VenueNoun).found_in(house);
    if !built && place(told).is_some_and(|p| p.city.is_some()) {
        line_place(x, flow, start..start + told.len(), report);
    } else if told.starts_with(char::is_uppercase) {
        let venue = placed_tail(flow, start..start + told.len(), report);
        report.venue = flow.cell(start..venue);
    }
    if known {
        (report.city, report.country, report.country_code) = told_before;
    }
}
