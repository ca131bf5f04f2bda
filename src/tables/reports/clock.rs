//! When the event began and ended where the body says so: `The meeting was called to order at 7:02 p.m.`, `End Time: 14:45`.

use super::Report;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::schema::Time;
use crate::value::time::{Day, time_at};

/// So many units from the start tell when the event began, unless it is said behind a label.
const OPENING: usize = 30;

/// So many units from the end tell when it ended.
const CLOSING: usize = 16;

/// Fills the times that the title page left open, of an event of one day.
pub(super) fn fill(x: &Extraction, report: &mut Report) {
    if report.event_start.value != report.event_end.value {
        return;
    }
    let units = &x.outline.units;
    if report.start_time.is_empty() {
        let said = units.iter().take(OPENING);
        let found = said
            .filter_map(|u| told(x, &u.flow, List::EventOpened))
            .next();
        report.start_time = found.unwrap_or_default();
    }
    if report.end_time.is_empty() && !report.start_time.is_empty() {
        let last = units.len().saturating_sub(CLOSING);
        let said = units.iter().enumerate();
        let near = said.filter(|(i, u)| *i >= last || u.text().len() <= 24);
        let found = near
            .filter_map(|(_, u)| told(x, &u.flow, List::EventClosed))
            .next_back();
        let later = found.filter(|t| t.value > report.start_time.value);
        report.end_time = later.unwrap_or_default();
    }
}

/// The time behind words of the list; a sentence about another event has none.
fn told(x: &Extraction, flow: &Flow, list: List) -> Option<Time> {
    let text = flow.as_str();
    let said = x.lexicon.list(list).find(text)?;
    let rest = &text[said.end..];
    let tail = rest.trim_start_matches([' ', ':', '\u{a0}']);
    let at = text.len() - tail.len();
    let (len, span) = time_at(tail, x.lexicon.lang())?;
    // `vingt heures quarante cinq`: the minutes are in words.
    let next = text[at + len..].trim_start().split([' ', ',', '.']).next();
    if next.is_some_and(|w| x.lexicon.map(Map::Number).get(w).is_some()) {
        return None;
    }
    let before = text[..said.start].rfind(". ").map_or(0, |i| i + 2);
    let other = x
        .lexicon
        .list(List::EventOther)
        .found_in(&text[before..said.start]);
    let (from, _) = Day::new().resolve(span);
    (!other).then(|| Time::new(from, flow.spans(at..at + len)))
}
