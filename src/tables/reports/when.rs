//! The dates of the event and of the document.

use super::title::{is_typed, told, without_place};
use super::{Front, Report};
use crate::block::matter;
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::schema::Date;
use crate::value::date::{DateSpan, dates, in_words};
use crate::value::place::{place, places};
use std::ops::Range;

/// Whether a line of the title page is nothing but a date: that of the event, or the day on which the text appeared.
fn is_lone_date(x: &Extraction, text: &str) -> bool {
    let order = x.options.date_order.unwrap_or_default();
    let found = dates(text, x.lexicon.lang(), order);
    found.first().is_some_and(|(r, d)| {
        d.end.is_none() && d.start.date().is_some() && text.len() - r.len() <= 2
    })
}

/// Whether a short line tells one day and nothing of a meeting, as the stamp of a paper does: `Oslo, 9 June 2033`.
fn is_stamp(x: &Extraction, text: &str) -> bool {
    let order = x.options.date_order.unwrap_or_default();
    let day = |d: &DateSpan| full(d) && d.end.is_none() && d.weekday.is_none();
    text.len() <= POSTED
        && matches!(dates(text, x.lexicon.lang(), order).as_slice(), [(_, d)] if day(d))
        && !x.lexicon.list(List::EventNoun).found_in(text)
        && !is_typed(x, text)
}

/// The line of the title page whose days stand alone or behind a place, where the stamp of the paper is above.
fn days_below_stamp(x: &Extraction, front: &Front) -> Option<usize> {
    let order = x.options.date_order.unwrap_or_default();
    let text = |i: usize| x.outline.units[i].text();
    let dated = |&&i: &&usize| !dates(text(i), x.lexicon.lang(), order).is_empty();
    let mut lines = front.lines.iter().filter(dated);
    let stamp = *lines.next()?;
    let below = *lines.next()?;
    let found = dates(text(below), x.lexicon.lang(), order);
    let placed = |r: &Range<usize>| {
        if without_place(x, &x.outline.units[below].flow) < text(below).len() {
            return true;
        }
        let before = text(below)[..r.start].trim_end_matches([' ', ',', '(']);
        let ends = text(below).len() - r.end <= 2;
        ends && (before.is_empty() || place(before).is_some_and(|p| p.city.is_some()))
    };
    // `(Town, Country, 12 October 2002)`
    let enclosed = text(below).starts_with('(') && text(below).ends_with(')');
    let days = matches!(found.as_slice(), [(r, d)] if full(d)
        && (d.end.is_some() || enclosed)
        && placed(r));
    (days && is_stamp(x, text(stamp))).then_some(below)
}

/// The line of the title page whose date stands beside a place, where a lone date above it belongs to the document.
pub(super) fn placed_date(x: &Extraction, front: &Front) -> Option<usize> {
    let order = x.options.date_order.unwrap_or_default();
    let text = |i: usize| x.outline.units[i].text();
    let Some(lone) = front.lines.iter().position(|&i| is_lone_date(x, text(i))) else {
        return days_below_stamp(x, front);
    };
    let earlier = |&&i: &&usize| {
        dates(text(i), x.lexicon.lang(), order)
            .iter()
            .any(|(_, d)| full(d))
    };
    if front.lines[..lone].iter().any(|i| earlier(&i)) {
        return None;
    }
    let placed = |&&i: &&usize| {
        let found = dates(text(i), x.lexicon.lang(), order);
        let short = text(i).len() <= 90;
        // Two days on a line of their own are a meeting's.
        let alone = |(r, d): &(Range<usize>, DateSpan)| {
            full(d) && d.end.is_some() && text(i).len() - r.len() <= 2
        };
        if found.first().is_some_and(alone) {
            return true;
        }
        // `Tenth Meeting of the Group, Town, 15-17 December`, wrapped: days of a meeting end it.
        let range = found.last().is_some_and(|(_, d)| d.end.is_some());
        if range && without_place(x, &x.outline.units[i].flow) < text(i).len() {
            return true;
        }
        // `Minutes of the meeting held on Tuesday 27 April` tell their own day.
        let own = is_typed(x, text(i)) && told(x, text(i)).is_some();
        if own && found.iter().any(|(_, d)| full(d)) {
            return true;
        }
        let range = matches!(found.as_slice(), [(_, d)] if full(d) && d.end.is_some());
        if range && names_session(x, &x.outline.units[i].flow) {
            return true;
        }
        let day = found.first().is_some_and(|(_, d)| full(d));
        day && short && places(text(i)).iter().any(|(_, p)| p.city.is_some())
    };
    front.lines[lone + 1..].iter().find(placed).copied()
}

/// Whether a line of a title page gives an event and its days: `(First session, 4-6 May 2015)`.
fn names_session(x: &Extraction, flow: &Flow) -> bool {
    let order = x.options.date_order.unwrap_or_default();
    flow.lines().any(|line| {
        let line = &flow.as_str()[line];
        let named = line.len() <= POSTED && x.lexicon.list(List::EventNoun).found_in(line);
        named
            && dates(line, x.lexicon.lang(), order)
                .iter()
                .any(|(_, d)| full(d))
    })
}

fn full(span: &DateSpan) -> bool {
    span.start.day.is_some() && span.start.year.is_some()
}

/// The lone date or the stamp above the event's: whether the line is one; its place is where the paper was written.
pub(super) fn date_of_document(x: &Extraction, flow: &Flow, report: &mut Report) -> bool {
    let told = is_lone_date(x, flow.as_str()) || is_stamp(x, flow.as_str());
    if report.document_date.is_empty() && told {
        let mut other = Report::default();
        date(x, flow, 0..flow.len(), &mut other);
        report.document_date = other.event_start;
    }
    told
}

/// No line that says when a text was posted is longer.
const POSTED: usize = 80;

/// Whether a line says nothing but on which day the text was written or changed: `Updated 5 March 2004`, `Posted by A on
/// 5 March 2004, 7 pm`.
pub(super) fn date_posted(x: &Extraction, flow: &Flow, report: &mut Report) -> bool {
    let text = flow.as_str();
    let posts = x.lexicon.list(List::EventPosted);
    // `A. Novak edited this page 5 March 2004`
    let behind = || {
        let mut found = posts.find_iter(text).take_while(|(r, _)| r.end <= POSTED);
        let two = found.find(|(r, _)| text[r.clone()].contains(' '));
        two.map(|(r, _)| r.end)
    };
    let Some(len) = posts.starts(text).or_else(behind) else {
        return false;
    };
    let rest = text[len..].trim_start_matches([':', ' ']);
    let order = x.options.date_order.unwrap_or_default();
    let dated = || {
        dates(rest, x.lexicon.lang(), order)
            .first()
            .is_some_and(|(_, d)| full(d) && d.end.is_none())
    };
    let meets = x.lexicon.list(List::EventNoun).found_in(rest) || is_typed(x, rest);
    let posted =
        is_lone_date(x, rest) || text.len() <= POSTED && !meets && !text.ends_with('.') && dated();
    if posted && report.document_date.is_empty() {
        let mut other = Report::default();
        date(x, flow, 0..flow.len(), &mut other);
        report.document_date = other.event_start;
    }
    posted
}

/// Whether the day was read in what a page's generator is told above the page: `date: 2031-05-04`.
fn is_in_matter(x: &Extraction, day: &Date) -> bool {
    let head = matter::place(&x.outline.source.text);
    let own = day.spans.cover();
    own.zip(head)
        .is_some_and(|(own, head)| own.end as usize <= head.end)
}

/// A lone date above, or one in the head of a page, is that on which the text appeared where its first sentences say that
/// the event was held in the weeks before.
pub(super) fn posted(
    x: &Extraction,
    front: &Front,
    flow: &Flow,
    range: Range<usize>,
    report: &mut Report,
) {
    let lone = |&&i: &&usize| is_lone_date(x, x.outline.units[i].text());
    let line = front.lines.iter().find(lone);
    let headed = is_in_matter(x, &report.event_start);
    if line.is_none() && !headed {
        return;
    }
    let mut held = Report::default();
    date(x, flow, range.clone(), &mut held);
    let day = |d: &Date| d.value.and_then(|p| p.date());
    let (Some(start), Some(end), Some(post)) = (
        day(&held.event_start),
        day(&held.event_end),
        day(&report.event_start),
    ) else {
        return;
    };
    let own = line.and_then(|&i| {
        let flow = &x.outline.units[i].flow;
        flow.spans(0..flow.len()).cover()
    });
    let read = report.event_start.spans.cover();
    let same = headed || read.zip(own).is_some_and(|(a, b)| a.overlaps(b));
    let weeks = start
        .until(post)
        .is_ok_and(|s| (1..=120).contains(&s.get_days()));
    let text = &flow.as_str()[range];
    let other = x.lexicon.list(List::TypeMinutes).found_in(text)
        || x.lexicon.list(List::EventOther).found_in(text);
    if same && weeks && end < post && !other {
        report.document_date = std::mem::replace(&mut report.event_start, held.event_start);
        report.event_end = held.event_end;
    }
}

/// The longest event in days: a longer range is the time of a project.
const LONGEST: i32 = 62;

fn is_long(span: &DateSpan) -> bool {
    let days = |a: jiff::civil::Date, b| a.until(b).map(|s| s.get_days()).unwrap_or(0);
    let ends = span.start.date().zip(span.end.and_then(|e| e.date()));
    ends.is_some_and(|(a, b)| days(a, b) > LONGEST)
}

/// The month and year in the title of minutes that print no day: `Minutes of the Board, October 2015`.
pub(super) fn month(x: &Extraction, front: &Front, report: &mut Report) {
    let units = front.lines.iter().map(|&i| &x.outline.units[i]);
    let own = units.filter(|u| u.text() == report.title.as_str());
    let typed = |t: &str| x.lexicon.list(List::TypeMinutes).found_in(t);
    let Some(flow) = own.map(|u| &u.flow).find(|f| typed(f.as_str())) else {
        return;
    };
    let found = dates(flow.as_str(), x.lexicon.lang(), DateOrder::default());
    if let [(place, span)] = found.as_slice()
        && span.start.day.is_none()
        && span.start.month.is_some()
        && span.start.year.is_some()
        && span.end.is_none()
    {
        let spans = flow.spans(place.clone());
        report.event_start = Date::new(span.start, spans.clone());
        report.event_end = Date::new(span.start, spans);
    }
}

/// So many headings from the start may tell the day.
const HEADINGS: usize = 4;

/// The day in one of the first headings, which names the agenda or the minutes: `Agenda 2031-05-04`.
pub(super) fn headed(x: &Extraction, report: &mut Report) {
    let lists = [List::HeadingAgenda, List::TypeMinutes];
    let named = |t: &str| lists.iter().find_map(|&l| x.lexicon.list(l).starts(t));
    let order = x.options.date_order.unwrap_or_default();
    let alone = |flow: &&Flow| {
        let text = flow.as_str();
        let rest = named(text).map_or("", |len| &text[len..]);
        let found = dates(rest, x.lexicon.lang(), order);
        let near = |(r, d): &(Range<usize>, DateSpan)| full(d) && rest.len() - r.len() <= ROOM;
        found.first().is_some_and(near)
    };
    let headings = x.outline.sections.iter().map(|s| &s.heading);
    if let Some(flow) = headings.take(HEADINGS).find(alone) {
        date(x, flow, 0..flow.len(), report);
    }
}

/// So many bytes beside the day: blanks, brackets, a word that brings it in.
const ROOM: usize = 8;

/// The first date with a day and a year.
pub(super) fn date(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    if !report.event_start.is_empty() {
        return;
    }
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let text = &flow.as_str()[range.clone()];
    let found = dates(text, x.lexicon.lang(), order);
    let printed = found.into_iter().find(|(_, d)| full(d) && !is_long(d));
    let Some((place, span)) = printed else {
        // `el día doce de mayo de dos mil nueve`
        if let Some((place, day)) = in_words(text, x.lexicon.lang()) {
            let spans = flow.spans(range.start + place.start..range.start + place.end);
            report.event_start = Date::new(day, spans.clone());
            report.event_end = Date::new(day, spans);
        }
        return;
    };
    let spans = flow.spans(range.start + place.start..range.start + place.end);
    report.event_start = Date::new(span.start, spans.clone());
    report.event_end = Date::new(span.end.unwrap_or(span.start), spans);
}
