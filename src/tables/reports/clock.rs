//! When the event began and ended where the body says so: `The meeting was called to order at 7:02 p.m.`, `End Time: 14:45`.

use super::Report;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::schema::Time;
use crate::value::date::dates;
use crate::value::sentence::sentences;
use crate::value::time::{Day, TimeSpan, time_at};

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
        let met = || {
            units
                .iter()
                .take(OPENING)
                .find_map(|u| met(x, &u.flow, report))
        };
        report.start_time = found.or_else(met).unwrap_or_default();
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

/// The clock time that stands at a place, or behind the word for at.
fn clock_at(x: &Extraction, text: &str, at: usize) -> Option<(usize, usize, TimeSpan)> {
    let lead = x
        .lexicon
        .list(List::TimeAt)
        .starts(&text[at..])
        .unwrap_or(0);
    let from = [0, lead].map(|lead| at + lead + blanks(&text[at + lead..]));
    let read = |from: usize| Some((from, time_at(&text[from..], x.lexicon.lang())?));
    let (from, (len, span)) = from.into_iter().find_map(read)?;
    Some((from, len, span))
}

/// `called to order on 4 May 2015, at 3 p.m.`: the time behind the day.
fn behind_day(x: &Extraction, text: &str, from: usize) -> Option<(usize, usize, TimeSpan)> {
    let order = x.options.date_order.unwrap_or_default();
    let (day, _) = dates(&text[from..], x.lexicon.lang(), order)
        .into_iter()
        .next()?;
    let lead = text[from..][..day.start].split_whitespace().count();
    let behind = from + day.end;
    let at = behind + text[behind..].len() - text[behind..].trim_start_matches([' ', ',']).len();
    (lead <= FEW).then(|| clock_at(x, text, at)).flatten()
}

/// The time in a sentence that has the body meet on the report's day, or somebody open the meeting: `At 3 p.m. the Chair
/// opened the meeting.`
fn met(x: &Extraction, flow: &Flow, report: &Report) -> Option<Time> {
    let text = flow.as_str();
    let lang = x.lexicon.lang();
    let order = x.options.date_order.unwrap_or_default();
    let own = |t: &str| {
        let found = dates(t, lang, order);
        found
            .iter()
            .any(|(_, d)| Some(d.start) == report.event_start.value)
    };
    let tells = |t: &str| {
        let opens = x.lexicon.list(List::EventOpens).found_in(t);
        let held = x.lexicon.list(List::EventHeld).found_in(t);
        (opens || held && own(t)) && !x.lexicon.list(List::EventOther).found_in(t)
    };
    let mut opening = sentences(text, x.lexicon).take(2);
    let first = opening.find(|s| tells(&text[s.clone()]))?;
    let said = &text[..first.end];
    let leads = x.lexicon.list(List::TimeAt).find_iter(said);
    let leads = leads.filter(|(r, _)| r.start >= first.start);
    let found = leads.filter_map(|(r, _)| clock_at(x, said, r.start)).next();
    let (at, len, span) = found?;
    let (from, _) = Day::new().resolve(span);
    Some(Time::new(from, flow.spans(at..at + len)))
}

/// At most so many words stand between the act and its day: `on Monday`.
const FEW: usize = 2;

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The time behind words of the list; a sentence about another event has none.
fn told(x: &Extraction, flow: &Flow, list: List) -> Option<Time> {
    let text = flow.as_str();
    let said = x.lexicon.list(list).find(text)?;
    let rest = &text[said.end..];
    let tail = rest.trim_start_matches([' ', ':', ',', '\u{a0}']);
    let (at, len, span) =
        clock_at(x, text, text.len() - tail.len()).or_else(|| behind_day(x, text, said.end))?;
    let before = text[..said.start].rfind(". ").map_or(0, |i| i + 2);
    let other = x
        .lexicon
        .list(List::EventOther)
        .found_in(&text[before..said.start]);
    let (from, _) = Day::new().resolve(span);
    (!other).then(|| Time::new(from, flow.spans(at..at + len)))
}
