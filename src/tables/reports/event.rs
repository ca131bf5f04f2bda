//! The event that the document reports: when, where, by whom.

use super::{Front, Report};
use crate::block::Kind;
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::schema::{Date, Text, Time};
use crate::value::date::{DateSpan, dates};
use crate::value::place::{Place, city, country, places};
use crate::value::sentence::sentences;
use crate::value::time::{Day, time_at};
use std::ops::Range;

/// Fills the event's columns.
pub(super) fn fill(x: &Extraction, front: &Front, report: &mut Report) {
    for &unit in &front.lines {
        let flow = &x.outline.units[unit].flow;
        let whole = 0..flow.len();
        date(x, flow, whole.clone(), report);
        time(x, flow, report);
        venue_line(x, flow, report);
        place(flow, whole.clone(), report);
        town_line(x, flow, report);
        organisers(x, flow, whole, report);
    }
    for &unit in &front.lead {
        let flow = &x.outline.units[unit].flow;
        for sentence in sentences(flow.as_str(), x.lexicon).take(6) {
            let text = &flow.as_str()[sentence.clone()];
            let held = x.lexicon.list(List::EventHeld).found_in(text);
            let named = x.lexicon.list(List::EventNoun).found_in(text);
            if held || named {
                date(x, flow, sentence.clone(), report);
            }
            if held {
                venue(x, flow, sentence.clone(), report);
                place(flow, sentence.clone(), report);
                organisers(x, flow, sentence, report);
            }
        }
    }
    if report.event_start.is_empty() {
        footer(x, report);
    }
}

/// A title shorter than this may begin any line.
const LEAST_TITLE: usize = 12;

/// Where the first pages are silent, the running foot or the last lines may tell: `Meeting on Ponds, Oslo, 4 May 2015 - 1`.
fn footer(x: &Extraction, report: &mut Report) {
    let outline = x.outline;
    let last = outline
        .blocks
        .iter()
        .rev()
        .filter(|b| b.kind != Kind::Blank);
    let foot = outline.blocks.iter().filter(|b| b.kind == Kind::Furniture);
    let first = outline.units.first().map(|u| u.text());
    for block in foot
        .take(5)
        .chain(last.take(3))
        .filter(|b| b.body.len() <= 160)
    {
        let flow = outline.layout.clean(block.body);
        let titles = [Some(report.title.value.as_str()), first];
        let begins = |t: &str| t.len() >= LEAST_TITLE && flow.as_str().starts_with(t);
        let titled = titles.into_iter().flatten().any(begins);
        if titled || x.lexicon.list(List::TitleWord).found_in(flow.as_str()) {
            date(x, &flow, 0..flow.len(), report);
            place(&flow, 0..flow.len(), report);
            town_line(x, &flow, report);
        }
    }
}

/// The first date with a day and a year.
fn date(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    if !report.event_start.is_empty() {
        return;
    }
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let text = &flow.as_str()[range.clone()];
    let found = dates(text, x.lexicon.lang(), order);
    let full = |d: &DateSpan| d.start.day.is_some() && d.start.year.is_some();
    let Some((place, span)) = found.into_iter().find(|(_, d)| full(d)) else {
        return;
    };
    let spans = flow.spans(range.start + place.start..range.start + place.end);
    report.event_start = Date::new(span.start, spans.clone());
    report.event_end = Date::new(span.end.unwrap_or(span.start), spans);
}

/// A line that is a time or range, or the time behind the date on its line.
fn time(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    let lang = x.lexicon.lang();
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let behind_date = dates(text, lang, order).last().map(|(r, _)| r.end);
    let tail = |at: usize| {
        at + text[at..].len()
            - text[at..]
                .trim_start_matches([',', ' ', '-', '\u{2013}', '('])
                .len()
    };
    let mut starts = vec![0];
    if let Some(end) = behind_date {
        starts.push(tail(end));
        let at = x.lexicon.list(List::EventTimeAt).find(&text[end..]);
        starts.extend(at.map(|r| tail(end + r.end)));
    }
    if !report.start_time.is_empty() {
        return;
    }
    let read = |start: usize| Some((start, time_at(&text[start..], lang)?));
    if let Some((start, (len, span))) = starts.into_iter().find_map(read) {
        let (from, to) = Day::new().resolve(span);
        let spans = flow.spans(start..start + len);
        report.start_time = Time::new(from, spans.clone());
        report.end_time = to.map_or(Time::default(), |t| Time::new(t, spans));
    }
}

/// The first city, or the first country where no city is named.
fn place(flow: &Flow, range: Range<usize>, report: &mut Report) {
    if !report.city.is_empty() {
        return;
    }
    let text = &flow.as_str()[range.clone()];
    let cell = |r: Range<usize>| flow.cell(range.start + r.start..range.start + r.end);
    let found: Vec<(Range<usize>, Place)> = places(text);
    // A word before a colon is a label, though some town may have its name.
    let label = |r: &Range<usize>| text[..r.end].ends_with(':') || text[r.end..].starts_with(':');
    let named = |p: &Place| p.city.as_ref().is_some_and(|r| !label(r));
    let Some((_, place)) = found.into_iter().find(|(_, p)| named(p)) else {
        return;
    };
    report.city = place.city.map(cell).unwrap_or_default();
    report.country = place.country.clone().map(cell).unwrap_or_default();
    let code = place
        .country
        .and_then(|r| country(&text[r]))
        .map(|c| c.code);
    report.country_code = Text::new(code.unwrap_or(""), report.country.spans.clone());
}

/// The parts of a dated line: `Town, Country, 5 May 2015`, `Some House, Town, 5 May 2015`. A country gives the part before
/// it, a city of the gazetteer itself; a name alone beside the date is the town, known or not.
fn town_line(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let when = dates(text, x.lexicon.lang(), order).into_iter().next();
    let known = !report.city.is_empty() || !report.country.is_empty();
    let Some((when, _)) = when.filter(|_| !known) else {
        return;
    };
    for side in [0..when.start, when.end..text.len()] {
        let parts = parts(text, side);
        let land = parts
            .iter()
            .position(|p| country(&text[p.clone()]).is_some());
        if let Some(at) = land {
            report.country = flow.cell(parts[at].clone());
            let code = country(&text[parts[at].clone()]).map_or("", |c| c.code);
            report.country_code = Text::new(code, report.country.spans.clone());
        }
        let before = land.and_then(|at| at.checked_sub(1));
        let known = || parts.iter().position(|p| city(&text[p.clone()]).is_some());
        let beside = |p: &Range<usize>| is_time_or_venue(x, &text[p.clone()]);
        let alone = || {
            let (last, others) = parts.split_last()?;
            let name = is_name(x, &text[last.clone()]) && others.iter().all(beside);
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

/// What stands between commas, bars or dots, without signs at its ends.
fn parts(text: &str, side: Range<usize>) -> Vec<Range<usize>> {
    let mut at = side.start;
    let between = [',', '|', '\u{b7}', '\u{2022}'];
    let signs = [
        ',', ' ', '-', '\u{2013}', '\u{2014}', '(', ')', '.', '|', '\u{b7}', '\u{2022}',
    ];
    let pieces = text[side].split_inclusive(between).map(|piece| {
        // A label such as `Date:` is no place.
        let label = piece.rfind(": ").map_or(0, |i| i + 2);
        let own = piece[label..].trim_start_matches(signs);
        let start = at + piece.len() - own.len();
        at += piece.len();
        start..start + text[start..at].trim_end_matches(signs).len()
    });
    pieces.filter(|r| !r.is_empty()).collect()
}

/// Whether words can be the name of a town: capitals, and neither a meeting nor a building nor a weekday.
fn is_name(x: &Extraction, name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let particle = |w: &str| x.lexicon.list(List::Particle).is(w);
    let capital = words
        .iter()
        .all(|w| w.starts_with(char::is_uppercase) || particle(w));
    let ends = words.last().is_some_and(|w| !particle(w));
    let other = [List::TitleWord, List::VenueNoun, List::EventHeld];
    let titled = other.iter().any(|l| x.lexicon.list(*l).found_in(name));
    let weekday = x.lexicon.map(Map::Weekday).get(name).is_some();
    words.len() <= 4 && capital && ends && !titled && !weekday && !name.contains(':')
}

/// Takes city and country off the end of `Some Hotel, City, Country`; where the venue ends.
fn placed_tail(flow: &Flow, range: Range<usize>, report: &mut Report) -> usize {
    let text = flow.as_str();
    let mut parts = parts(text, range.clone());
    let mut end = range.end;
    let land = parts
        .last()
        .cloned()
        .filter(|p| parts.len() > 1 && country(&text[p.clone()]).is_some());
    if let Some(land) = land {
        report.country = flow.cell(land.clone());
        let code = country(&text[land.clone()]).map_or("", |c| c.code);
        report.country_code = Text::new(code, report.country.spans.clone());
        parts.pop();
        end = land.start;
    }
    let town = parts
        .last()
        .cloned()
        .filter(|p| parts.len() > 1 && (end < range.end || city(&text[p.clone()]).is_some()));
    if let Some(town) = town {
        report.city = flow.cell(town.clone());
        end = town.start;
    }
    range.start + text[range.start..end].trim_end_matches([',', ' ']).len()
}

/// A short line of the title page that names a building.
fn venue_line(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    let named = x.lexicon.list(List::VenueNoun).found_in(text) && text.len() <= 90;
    let label = x.lexicon.list(List::VenueLabel).starts(text);
    if !report.venue.is_empty() {
        return;
    }
    if let Some(len) = label.filter(|&len| text[len..].starts_with(':')) {
        let tail = len + 1..text.len();
        let place = placed_tail(flow, tail.clone(), report);
        report.venue = flow.cell(tail.start..place);
    } else if named
        && !x.lexicon.list(List::TitleWord).found_in(text)
        && !x.lexicon.list(List::OrganisedBy).found_in(text)
        && dates(text, x.lexicon.lang(), DateOrder::Dmy).is_empty()
    {
        report.venue = flow.whole();
    }
}

/// `held at the Some House in City`.
fn venue(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    if !report.venue.is_empty() {
        return;
    }
    let text = &flow.as_str()[range.clone()];
    let Some(lead) = x.lexicon.list(List::HeldAt).find(text) else {
        return;
    };
    let rest = &text[lead.end..];
    let skipped = x
        .lexicon
        .list(List::Article)
        .starts(rest.trim_start())
        .unwrap_or(0);
    let start = lead.end + rest.len() - rest.trim_start().len() + skipped;
    let tail = &text[start..];
    let stop = tail.find([',', '.', ';', '(']).unwrap_or(tail.len());
    let until = x
        .lexicon
        .list(List::PlaceBefore)
        .find_iter(&tail[..stop])
        .map(|(r, _)| r.start)
        .next();
    let end = start + until.unwrap_or(stop);
    let named = text[start..end]
        .trim_start()
        .starts_with(char::is_uppercase)
        && end - start <= 90;
    if named && dates(&text[start..end], x.lexicon.lang(), DateOrder::Dmy).is_empty() {
        report.venue = flow.cell(range.start + start..range.start + end);
    }
}

/// `Hosted by A, B and C`; `A hosted a meeting in cooperation with B to ...`.
fn organisers(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    let text = &flow.as_str()[range.clone()];
    if !report.organisers.is_empty() {
        return;
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    if let Some(by) = x.lexicon.list(List::OrganisedBy).find(text) {
        let tail = &text[by.end..];
        let end = by.end + tail.find(['.', ';', '\n']).unwrap_or(tail.len());
        parts.extend(names(x, text, by.end..end));
    } else if let Some(verb) = x.lexicon.list(List::Organised).find(text) {
        let head = text[..verb.start]
            .rfind([',', ';', ':'])
            .map_or(0, |i| i + 1);
        parts.extend(names(x, text, head..verb.start));
        if let Some(with) = x.lexicon.list(List::TogetherWith).find(&text[verb.end..]) {
            let start = verb.end + with.end;
            let end = text[start..]
                .find(['.', ';', ','])
                .map_or(text.len(), |i| start + i);
            parts.extend(names(x, text, start..end));
        }
    }
    for part in parts {
        let cell = flow.cell(range.start + part.start..range.start + part.end);
        report.organisers.append("; ", &cell);
    }
}

/// The names of a list: each begins with a capital, behind its article, and ends before a small word that is no part of it.
fn names(x: &Extraction, text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for piece in text[range.clone()].split_inclusive([',', '/']) {
        let mut start = at;
        at += piece.len();
        let piece_end = start + piece.trim_end_matches([',', '/']).len();
        let both: Vec<Range<usize>> = x
            .lexicon
            .list(List::And)
            .find_iter(&text[start..piece_end])
            .map(|(r, _)| start + r.start..start + r.end)
            .collect();
        let whole =
            text[start..piece_end].contains(" for ") || text[start..piece_end].contains(" of ");
        for cut in both.into_iter().filter(|_| !whole) {
            found.extend(name(x, text, start..cut.start));
            start = cut.end;
        }
        found.extend(name(x, text, start..piece_end));
    }
    found
}

fn name(x: &Extraction, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut rest = text[range.clone()].trim_start();
    for list in [List::And, List::Article] {
        if let Some(len) = x.lexicon.list(list).starts(rest) {
            rest = rest[len..].trim_start();
        }
    }
    let start = range.end - rest.len();
    let mut end = start;
    for word in rest.split_inclusive(' ') {
        let plain = word.trim();
        let small = x.lexicon.list(List::SmallWord).is(plain);
        let capital =
            plain.starts_with(|c: char| c.is_uppercase() || c == '(' || c.is_ascii_digit());
        let noun = plain.chars().all(char::is_alphabetic) && plain.len() > 5 && end > start;
        if !(capital || small || noun) || x.lexicon.list(List::NameEnd).is(plain) {
            break;
        }
        end += word.len();
    }
    let mut kept = text[start..end].trim_end();
    while let Some((head, last)) = kept.rsplit_once(' ') {
        if !x.lexicon.list(List::SmallWord).is(last) {
            break;
        }
        kept = head.trim_end();
    }
    let capital = kept.starts_with(char::is_uppercase);
    (capital && kept.len() > 1).then(|| start..start + kept.len())
}
