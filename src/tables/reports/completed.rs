//! What the first paragraphs add to the day and the town of the title page.

use super::Report;
use super::town::is_name;
use super::when::date;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::schema::Date;
use crate::value::place::places;
use std::ops::Range;

/// Completes the event by a sentence that says when and where it was held.
pub(super) fn complete(x: &Extraction, flow: &Flow, sentence: Range<usize>, report: &mut Report) {
    let text = &flow.as_str()[sentence.clone()];
    if !x.lexicon.list(List::EventOther).found_in(text) {
        all_days(x, flow, sentence.clone(), report);
        town_behind_house(x, flow, sentence.clone(), report);
        land(flow, sentence, report);
    }
}

/// All days of an event of which the title page has one: a communiqué is dated on the last.
fn all_days(x: &Extraction, flow: &Flow, sentence: Range<usize>, report: &mut Report) {
    let mut held = Report::default();
    date(x, flow, sentence, &mut held);
    let day = |d: &Date| d.value.and_then(|p| p.date());
    let told = (day(&report.event_start), day(&report.event_end));
    let (start, end) = (day(&held.event_start), day(&held.event_end));
    if let ((Some(first), Some(last)), (Some(start), Some(end))) = (told, (start, end))
        && first == last
        && start < end
        && (start..=end).contains(&first)
    {
        report.event_start = held.event_start;
        report.event_end = held.event_end;
    }
}

/// The town behind the house that the sentence names: `at the Some House in Some Town`, whether a gazetteer has it or not.
fn town_behind_house(x: &Extraction, flow: &Flow, sentence: Range<usize>, report: &mut Report) {
    if !report.city.is_empty() || report.venue.is_empty() {
        return;
    }
    let text = &flow.as_str()[sentence.clone()];
    let behind = |at: usize| {
        let rest = text[at + report.venue.value.len()..].strip_prefix(' ')?;
        let lead = x.lexicon.list(List::PlaceBefore).starts(rest)?;
        let name = rest[lead..].strip_prefix(' ')?;
        let len = name.find([',', '.', ';', '(', ':']).unwrap_or(name.len());
        let start = text.len() - name.len();
        is_name(x, &name[..len]).then_some(start..start + len)
    };
    let house = text.match_indices(report.venue.value.as_str());
    if let Some(town) = house.into_iter().find_map(|(at, _)| behind(at)) {
        report.city = flow.cell(sentence.start + town.start..sentence.start + town.end);
    }
}

/// The country of a town that the title page leaves without one.
fn land(flow: &Flow, sentence: Range<usize>, report: &mut Report) {
    if report.city.is_empty() || !report.country.is_empty() {
        return;
    }
    let text = &flow.as_str()[sentence.clone()];
    // `in Some Town, Norway`, whether a gazetteer has the town or not.
    let behind = |at: usize| {
        let rest = text[at + report.city.value.len()..].strip_prefix(", ")?;
        let start = text.len() - rest.len();
        let found = places(rest).into_iter().next()?;
        let land = found.1.country.filter(|_| found.0.start == 0)?;
        Some(start + land.start..start + land.end)
    };
    let town = text.match_indices(report.city.value.as_str());
    let Some(land) = town.into_iter().find_map(|(at, _)| behind(at)) else {
        return;
    };
    report.set_country(flow.cell(sentence.start + land.start..sentence.start + land.end));
}
