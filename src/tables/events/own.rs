//! The report's own event: what its title names, without the words for the document and the date.

use super::{Event, phrases};
use crate::extract::Extraction;
use crate::lexicon::{List, Map};
use crate::outline::Unit;
use crate::schema::{Choice, Text};
use crate::value::date::dates;
use crate::value::time::time_at;
use std::ops::Range;

/// The event that the report is about: its title or the words that name it where its date stands.
pub(super) fn own(x: &Extraction) -> Option<Event> {
    let report = x.data.reports.first()?;
    let start = report.event_start.clone();
    start.value?;
    let at = start.spans.cover()?;
    let place = |u: &&Unit| u.flow.spans(0..u.flow.len()).iter().any(|s| s.overlaps(at));
    let unit = x.outline.units.iter().find(place)?;
    let name = if report.title.is_empty() {
        let text = unit.text();
        let nouns = phrases(x, text, 0..text.len());
        let first = nouns.into_iter().next()?;
        unit.flow.cell(first)
    } else {
        let name = named_in_title(x, report.title.clone());
        undated(x, name)
    };
    Some(Event {
        name,
        start_date: start,
        end_date: report.event_end.clone(),
        city: report.city.clone(),
        country: report.country.clone(),
        relation: Choice::derived("subject"),
        rule: "event-own",
        ..Event::default()
    })
}

/// `Minutes of the Annual General Meeting` is a document; the event is what it is of.
fn named_in_title(x: &Extraction, title: Text) -> Text {
    let text = title.value.as_str();
    let types = [List::TypeReport, List::TypeMinutes, List::TypeSummaryRecord];
    let typed = types.iter().find_map(|l| x.lexicon.list(*l).starts(text));
    let Some(len) = typed.filter(|&len| text[len..].starts_with(' ')) else {
        return title;
    };
    // `Acta de la sesión ordinaria`: the last word of the kind is the event's.
    let last = text[..len].rsplit_once(' ');
    let event = last.filter(|(_, w)| x.lexicon.list(List::EventNoun).is(w));
    let len = event.map_or(len, |(head, _)| head.len());
    let (mut start, mut after) = (len, false);
    for word in text[len..].split_inclusive(' ') {
        let lists = [List::SmallWord, List::Article, List::Particle];
        let bare = word.trim_end_matches([' ', ':', '.']);
        // `Acta Nº 5: Reunión ...`
        let digits = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
        let counts = x.lexicon.list(List::ColumnNumber).is(bare);
        let numbered = counts || after && digits(bare);
        after = counts;
        let small = lists.iter().any(|l| x.lexicon.list(*l).is(word.trim())) || numbered;
        if !small && !word.trim().is_empty() {
            break;
        }
        start += word.len();
    }
    // `de l'atelier`
    let elided = x.lexicon.list(List::Article).starts(&text[start..]);
    start += elided
        .filter(|&l| text[start..start + l].ends_with(['\'', '\u{2019}']))
        .unwrap_or(0);
    let rest = &text[start..];
    // `Minutes of the Management Board`: a body's meeting goes by its name.
    let events = x.lexicon.list(List::EventNoun);
    let body = || {
        let own = rest.split(',').next().unwrap_or(rest);
        let proper = own.contains(' ') && own.starts_with(char::is_uppercase);
        proper && !events.found_in(&text[..len]) && x.lexicon.list(List::OutcomeGroup).found_in(own)
    };
    let named = events.found_in(rest) || body();
    let proper = named && text[start..].contains(' ');
    let found = proper.then(|| part(x, text, start..text.len())).flatten();
    found.unwrap_or(title)
}

/// `9 May 2018 - Annual Parish Meeting` and `Reed Meeting, Oslo, 4 May 2015` without the date.
fn undated(x: &Extraction, name: Text) -> Text {
    let text = name.value.as_str();
    let order = x.options.date_order.unwrap_or_default();
    let found = dates(text, x.lexicon.lang(), order);
    let sign = |c: char| {
        matches!(
            c,
            ' ' | ',' | ':' | '-' | '\u{2013}' | '\u{2014}' | '(' | ')'
        )
    };
    let mut range = 0..text.len();
    for (when, _) in found.iter().filter(|(_, d)| d.start.month.is_some()) {
        if when.start == 0 {
            range.start = text.len() - text[when.end..].trim_start_matches(sign).len();
            range.start = behind_clock(x, text, range.start);
            range.start = text.len() - text[range.start..].trim_start_matches(sign).len();
        } else if text[when.end..].trim_matches(sign).is_empty() {
            range.end = text[..when.start].trim_end_matches(sign).len();
        }
    }
    while let Some((head, last)) = text[range.clone()].rsplit_once(' ') {
        let weekday = x.lexicon.map(Map::Weekday).get(last).is_some();
        if range.end == text.len() || !(weekday || x.lexicon.list(List::SmallWord).is(last)) {
            break;
        }
        range.end = range.start + head.trim_end_matches(sign).len();
    }
    let cut = range.len() < text.len() && text[range.clone()].contains(' ');
    let found = cut.then(|| part(x, text, range)).flatten();
    found.unwrap_or(name)
}

/// Behind the time that stands behind the day: `at 7 pm - Special Meeting`, `(noon to 1 pm) call`.
fn behind_clock(x: &Extraction, text: &str, at: usize) -> usize {
    let lead = x.lexicon.list(List::TimeAt).starts(&text[at..]);
    let from = [0, lead.unwrap_or(0)].map(|len| {
        let rest = &text[at + len..];
        at + len + rest.len() - rest.trim_start().len()
    });
    let read = |from: usize| Some(from + time_at(&text[from..], x.lexicon.lang())?.0);
    let Some(end) = from.into_iter().find_map(read) else {
        return at;
    };
    // The zone of a time in brackets.
    match text[end..].find(')') {
        Some(close) if close < 8 => end + close + 1,
        _ => end,
    }
}

/// A part of a name that a unit prints, with its place there.
fn part(x: &Extraction, name: &str, range: Range<usize>) -> Option<Text> {
    let mut units = x.outline.units.iter();
    units.find_map(|u| {
        let at = u.text().find(name)?;
        Some(u.flow.cell(at + range.start..at + range.end))
    })
}
