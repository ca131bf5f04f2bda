//! Dated events that the report names.

mod own;
mod titled;

use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List, Map};
use crate::outline::UnitKind;
use crate::record;
use crate::schema::{Choice, Date};
use crate::value::date::{DateSpan, Partial, dates};
use crate::value::next_digit;
use crate::value::place::{country, places};
use crate::value::sentence::sentences;
use std::ops::Range;

/// How an event stands to the report.
pub const RELATIONS: &[&str] = &["subject", "mentioned"];

record! {
    /// A distinct dated event that the report names, its own included.
    pub struct Event in "events" ("evt") key [start_date, name] {
        /// Its name.
        name: Text,
        /// Its first day, or the month or year that the report prints.
        start_date: Date,
        /// Its last day.
        end_date: Date,
        /// The city.
        city: Text,
        /// The country as printed.
        country: Text,
        /// The report's own event, or one it mentions.
        relation: Choice in RELATIONS,
    }
}

/// Reads the report's own event, the events that headings date, and those that sentences name with a date.
pub fn extract(x: &mut Extraction) {
    let mut rows: Vec<Event> = own::own(x).into_iter().collect();
    let outline = x.outline;
    for (i, unit) in x.free_units() {
        if matches!(unit.kind, UnitKind::Grid(_)) || x.in_front(i) {
            continue;
        }
        if let UnitKind::Heading(section) = unit.kind {
            rows.extend(headed(x, &outline.sections[section].heading, section));
            continue;
        }
        // Most text has no number, and so no date.
        if next_digit(unit.text().as_bytes(), 0).is_none() {
            continue;
        }
        for (nth, sentence) in x.sentences(i).iter().enumerate() {
            let found = named(x, &unit.flow, sentence.clone());
            if nth == 0 && found.is_empty() {
                rows.extend(titled::titled(x, unit, sentence.clone()));
            }
            rows.extend(found);
        }
    }
    for row in rows {
        let mut all = x.data.events.iter_mut();
        match all.find(|e| is_same(e, &row, x.lexicon)) {
            None => x.data.events.push(row),
            // `Report of the Rapporteur` names no event; a sentence on the same days does.
            Some(own) => {
                let noun = x.lexicon.list(List::EventNoun);
                let bare = own.rule == "event-own" && !noun.found_in(&own.name.value);
                if bare && own.start_date.value == row.start_date.value {
                    own.name = row.name;
                }
            }
        }
    }
}

/// One event told twice: the same start, and names that share a word that counts.
fn is_same(a: &Event, b: &Event, lexicon: &Lexicon) -> bool {
    let (Some(x), Some(y)) = (a.start_date.value, b.start_date.value) else {
        return false;
    };
    let within = |d: Partial, e: &Event| {
        let start = e.start_date.value.unwrap_or(d);
        let end = e.end_date.value.unwrap_or(start);
        let year = Partial {
            month: None,
            day: None,
            ..start
        };
        d == start
            || d == year
            || (d >= start && d <= end && d.day.is_some() && start.day.is_some())
    };
    if !within(y, a) && !within(x, b) {
        return false;
    }
    let words = |e: &Event| -> Vec<String> {
        let small = |w: &&str| w.len() > 3 && !lexicon.list(List::SmallWord).is(w);
        e.name
            .value
            .split(' ')
            .filter(small)
            .map(str::to_lowercase)
            .collect()
    };
    let (left, right) = (words(a), words(b));
    let common: Vec<&String> = left.iter().filter(|w| right.contains(w)).collect();
    let noun = common.iter().any(|w| lexicon.list(List::EventNoun).is(w));
    let shared = if noun { common.len() } else { 0 };
    let own = a.relation.value == Some("subject") && b.relation.value != Some("subject");
    own || shared * 2 >= left.len().min(right.len()).max(1)
}

/// A heading that names and dates an event, in a report that has none of its own: the events it is about.
fn headed(x: &Extraction, heading: &Flow, section: usize) -> Option<Event> {
    let text = heading.as_str();
    let order = x.options.date_order.unwrap_or_default();
    let no_own = x
        .data
        .reports
        .first()
        .is_some_and(|r| r.event_start.is_empty());
    if !no_own || !x.lexicon.list(List::EventNoun).found_in(text) {
        return None;
    }
    let (when, span) = dates(text, x.lexicon.lang(), order)
        .into_iter()
        .next_back()?;
    let mut row = row(x, heading, when.clone(), span)?;
    settle_place(&mut row, heading, 0..when.start, x.lexicon);
    if span.start.day.is_none() {
        refine(x, &mut row, section);
    }
    let cut = text[..when.start].find(", ").unwrap_or(when.start);
    let name = if span.start.month.is_none() {
        phrases(x, text, 0..text.len()).pop()?
    } else {
        0..cut
    };
    row.name = heading.cell(name);
    row.relation = Choice::derived("subject");
    row.rule = "event-heading";
    Some(row)
}

/// The day and place that the text below a heading gives to the event whose year the heading gives.
fn refine(x: &Extraction, row: &mut Event, section: usize) {
    let order = x.options.date_order.unwrap_or_default();
    let Some(unit) = x.outline.units_under(section).first() else {
        return;
    };
    let year = row.start_date.value.and_then(|d| d.year);
    let found = dates(unit.text(), x.lexicon.lang(), order);
    let Some((when, span)) = found
        .into_iter()
        .find(|(_, d)| d.start.day.is_some() && d.start.year == year)
    else {
        return;
    };
    let spans = unit.flow.spans(when);
    row.start_date = Date::new(span.start, spans.clone());
    row.end_date = Date::new(span.end.unwrap_or(span.start), spans);
    let first = sentences(unit.text(), x.lexicon).next().unwrap_or(0..0);
    settle_place(row, &unit.flow, first, x.lexicon);
}

/// The events of a sentence: a phrase that names one, and the date nearest to it with no other phrase between.
fn named(x: &Extraction, flow: &Flow, sentence: Range<usize>) -> Vec<Event> {
    let text = &flow.as_str()[sentence.clone()];
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    if !has_digit || !x.lexicon.list(List::EventNoun).found_in(text) {
        return Vec::new();
    }
    let order = x.options.date_order.unwrap_or_default();
    let found = dates(text, x.lexicon.lang(), order);
    let nouns = if found.is_empty() {
        Vec::new()
    } else {
        phrases(x, text, 0..text.len())
    };
    let mut rows = Vec::new();
    for (when, span) in found {
        let Some(noun) = nearest(x, text, &nouns, &when, span.start) else {
            continue;
        };
        let place = |r: &Range<usize>| sentence.start + r.start..sentence.start + r.end;
        let from = noun.end.min(when.start);
        let to = (when.end + 40).min(text.len());
        let to = (to..=text.len())
            .find(|&i| text.is_char_boundary(i))
            .unwrap_or(text.len());
        let stop = text[when.end..to]
            .find([';', ')'])
            .map_or(to, |i| when.end + i);
        let around = sentence.start + from..sentence.start + stop.max(when.end);
        let Some(mut row) = row(x, flow, place(&when), span) else {
            continue;
        };
        settle_place(&mut row, flow, around, x.lexicon);
        if row.city.is_empty() && row.country.is_empty() && noun.end < when.start {
            bracketed_place(&mut row, flow, place(&(noun.end..when.start)));
        }
        row.name = flow.cell(place(&noun));
        row.relation = Choice::derived("mentioned");
        row.rule = "event-named";
        rows.push(row);
    }
    rows
}

/// The phrase that a date belongs to: right before it, or in the sentence that the date opens.
fn nearest(
    x: &Extraction,
    text: &str,
    nouns: &[Range<usize>],
    when: &Range<usize>,
    date: Partial,
) -> Option<Range<usize>> {
    let before = nouns.iter().rfind(|n| n.end <= when.start);
    let gap = before.map(|n| &text[n.end..when.start]);
    let told = gap.is_some_and(|g| x.lexicon.list(List::EventHeld).found_in(g));
    let acts = || before.is_some_and(|n| is_body(x, text, n));
    if !told && (gap.is_some_and(|g| ends_deadline(x, g)) || acts()) {
        return None;
    }
    let reach = match date.month {
        None if !told => 32,
        None => 60,
        Some(_) => 90,
    };
    let close = gap.is_some_and(|g| g.len() <= reach && !g.contains(';') && !in_other_bracket(g));
    if close {
        return before.cloned();
    }
    let opens = when.start <= 4 && date.day.is_some();
    let after = nouns.iter().find(|n| n.start >= when.end);
    let proper = |n: &&Range<usize>| {
        let name = &text[(*n).clone()];
        name.starts_with(char::is_uppercase) && !x.lexicon.list(List::EventNoun).is(name)
    };
    after.filter(|_| opens).filter(proper).cloned()
}

/// Whether what stands before a date makes it the day by which something is to be done: `asked to report by`.
fn ends_deadline(x: &Extraction, gap: &str) -> bool {
    x.lexicon.list(List::OutcomeBy).ends(gap.trim_end())
}

/// Whether a phrase names the body that meets and not a meeting of it: `The Forum will publish a text in May`.
fn is_body(x: &Extraction, text: &str, noun: &Range<usize>) -> bool {
    let article = text[..noun.start].trim_end();
    let bare = x.lexicon.list(List::EventNoun).is(&text[noun.clone()]);
    let opens = !article.is_empty() && x.lexicon.list(List::Article).is(article);
    bare && opens && text[noun.clone()].starts_with(char::is_uppercase)
}

/// Whether a bracket closes between a phrase and a date: then the date stands in another one.
fn in_other_bracket(gap: &str) -> bool {
    gap.contains(')') && !gap.contains('(')
}

/// The row of a date; one without a year has the year of the report's event where it comes after it.
fn row(x: &Extraction, dated: &Flow, when: Range<usize>, span: DateSpan) -> Option<Event> {
    let own = x.data.reports.first().and_then(|r| r.event_start.value);
    let year = |d: Partial| Partial {
        year: d.year.or(own.and_then(|o| o.year)),
        ..d
    };
    let start = year(span.start);
    if start.year.is_none() || (span.start.year.is_none() && own.is_some_and(|o| start < o)) {
        return None;
    }
    let spans = dated.spans(when);
    let end = span.end.map(year).or(start.day.map(|_| start));
    Some(Event {
        start_date: Date::new(start, spans.clone()),
        end_date: end.map_or(Date::default(), |d| Date::new(d, spans)),
        ..Event::default()
    })
}

/// `Forum (Some Town, March 2005)`: what stands in the bracket before the date is where it was.
fn bracketed_place(row: &mut Event, flow: &Flow, gap: Range<usize>) {
    let text = flow.as_str()[gap.clone()].trim_end_matches([' ', ',']);
    let Some(inner) = text.trim_start().strip_prefix('(') else {
        return;
    };
    let start = gap.start + text.len() - inner.len();
    let (town, rest) = inner.split_once(", ").unwrap_or((inner, ""));
    let name = |t: &str| {
        let words = t.split(' ');
        let short_form = !t.contains(char::is_lowercase);
        words.clone().count() <= 3
            && words.clone().all(|w| w.starts_with(char::is_uppercase))
            && !short_form
    };
    if !name(town) || !rest.is_empty() && country(rest).is_none() {
        return;
    }
    let first = flow.cell(start..start + town.len());
    if rest.is_empty() && country(town).is_some() {
        row.country = first;
        return;
    }
    row.city = first;
    row.country = flow.cell(start + inner.len() - rest.len()..start + inner.len());
}

fn settle_place(row: &mut Event, flow: &Flow, range: Range<usize>, lexicon: &Lexicon) {
    let text = &flow.as_str()[range.clone()];
    let cell = |r: Range<usize>| flow.cell(range.start + r.start..range.start + r.end);
    let all = places(text);
    let city = all.iter().find(|(_, p)| p.city.is_some());
    // `which took place in Canada`
    let before = |r: &Range<usize>| {
        let head = text[..r.start].trim_end();
        let word = head.rfind([' ', '(']).map_or(0, |i| i + 1);
        head.ends_with('(') || lexicon.list(List::PlaceBefore).is(&head[word..])
    };
    let land = || all.iter().find(|(r, p)| p.country.is_some() && before(r));
    if let Some((_, place)) = city.or_else(land) {
        row.city = place.city.clone().map(cell).unwrap_or_default();
        row.country = place.country.clone().map(cell).unwrap_or_default();
    }
}

/// The phrases that name events: an event noun with the capital words around it, or with its topic behind it.
fn phrases(x: &Extraction, text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (noun, _) in x
        .lexicon
        .list(List::EventNoun)
        .find_iter(&text[range.clone()])
    {
        let noun = range.start + noun.start..range.start + noun.end;
        if found.last().is_some_and(|f| noun.start < f.end) {
            continue;
        }
        let start = widen_left(x, text, range.start, noun.start);
        let end = widen_right(x, text, range.end, noun.end);
        let capital = text[noun.clone()].starts_with(char::is_uppercase);
        if capital || start < noun.start || end > noun.end {
            found.push(start..end);
        }
    }
    found
}

/// Over capital words, ordinals and the small words between them; an article stays outside.
fn widen_left(x: &Extraction, text: &str, from: usize, noun: usize) -> usize {
    let is = |list: List, word: &str| x.lexicon.list(list).is(word);
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let mut start = noun;
    let words: Vec<(usize, &str)> = words(text, from..noun);
    for (i, &(at, word)) in words.iter().enumerate().rev() {
        let plain = word.trim_matches(['"', '\u{201c}', '\'', '(']);
        if word.ends_with([',', ';', ':', '.', ')']) {
            break;
        }
        let ordinal = x.lexicon.map(Map::Ordinal).get(plain).is_some();
        let lead = is(List::Article, plain) || is(List::EventLead, plain);
        if ordinal || is(List::EventAdjective, plain) || (capital(plain) && !lead) {
            start = at + word.find(plain).unwrap_or(0);
            continue;
        }
        let joins = is(List::SmallWord, plain) && !lead && !is(List::PlaceBefore, plain);
        if !joins || !i.checked_sub(1).is_some_and(|b| capital(words[b].1)) {
            break;
        }
    }
    start
}

/// The words of a range with their places.
fn words(text: &str, range: Range<usize>) -> Vec<(usize, &str)> {
    let mut at = range.start;
    let words = text[range].split(' ').map(|word| {
        let start = at;
        at += word.len() + 1;
        (start, word)
    });
    words.filter(|(_, w)| !w.is_empty()).collect()
}

/// Over `on`, `of`, `for` and the words of the topic, up to a place, a date or a sign.
fn widen_right(x: &Extraction, text: &str, to: usize, noun: usize) -> usize {
    let is = |list: List, word: &str| x.lexicon.list(list).is(word);
    let mut end = noun;
    let mut topic = false;
    for (start, word) in words(text, noun..to) {
        let plain = word.trim_end_matches([',', ';', '.', ':', ')', '"', '\u{201d}']);
        let ends = is(List::PlaceBefore, plain) || is(List::EventStop, plain);
        let opens_topic = is(List::EventTopic, plain);
        let links = opens_topic || is(List::And, plain) || (is(List::SmallWord, plain) && !ends);
        let year =
            plain.len() == 4 && plain.chars().all(|c| c.is_ascii_digit()) && end + 1 == start;
        let lower = plain.chars().all(|c| c.is_alphabetic() || c == '-');
        let names = plain.starts_with(char::is_uppercase) || year || (topic && lower && !ends);
        let opens = word.starts_with(['(', '"', '\u{201c}', '-', '\u{2013}']);
        if opens || !(links || names) {
            break;
        }
        topic |= opens_topic;
        if !links {
            end = start + plain.len();
        }
        if plain.len() < word.len() {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Options, extract};
    use crate::source::Source;

    fn read(text: &str) -> Vec<String> {
        let source = Source::from_text("t", text);
        let rows = extract(&source, &Options::default()).events;
        let tell = |e: Event| {
            let start = e.start_date.value.map_or(String::new(), |d| d.to_string());
            format!("{start} {} [{}]", e.name.value, e.city.value)
        };
        rows.into_iter().map(tell).collect()
    }

    #[test]
    fn events_are_named_beside_their_dates() {
        let text = "# Background\n\nThe network met at the \"World Duck Congress and Fair\" on the 16th and 17th of November 2017 in Nairobi. It follows the first Pond Forum in June 2014 in Oslo, and the Dialogue on Reeds (2001, 2003).\n";
        assert_eq!(
            read(text),
            [
                "2017-11-16 World Duck Congress and Fair [Nairobi]",
                "2014-06 first Pond Forum [Oslo]",
                "2001 Dialogue on Reeds []",
                "2003 Dialogue on Reeds []",
            ]
        );
    }

    #[test]
    fn places_stand_in_brackets_and_clauses() {
        let text = "# Background\n\nThe World Duck Forum (Some Town, March 2005) had called for maps. The Pond Summit, which took place in Ireland in 2015, asked for more of them.\n";
        assert_eq!(
            read(text),
            [
                "2005-03 World Duck Forum [Some Town]",
                "2015 Pond Summit []"
            ]
        );
    }

    #[test]
    fn the_report_has_its_own_event_once() {
        let text = "# Workshop on Ponds\n\nOslo, Norway, 4 May 2015\n\nThe workshop was held on 4 May 2015 and was opened by the mayor, who greeted all of the guests who had come from far away.\n";
        assert_eq!(read(text), ["2015-05-04 Workshop on Ponds [Oslo]"]);
    }

    #[test]
    fn a_heading_names_the_event_that_the_text_below_only_dates() {
        let text = "# Report of the Pond Meeting\n\nOslo, 4 May 2033\n\n# Upcoming meetings\n\n## Ninth Pond Conference\n\nThis conference will take place from 3-5 November 2033 in Riga, Latvia.\n\n## Background\n\nThe conference will be held on 9 May 2034 in Oslo.\n";
        assert_eq!(
            read(text),
            [
                "2033-05-04 Pond Meeting [Oslo]",
                "2033-11-03 Ninth Pond Conference [Riga]"
            ]
        );
    }

    #[test]
    fn programmes_reports_and_bare_years_are_none() {
        let text = "# Background\n\nThe 2030 Agenda was adopted in 2015. The World Duck Report appeared in May 2016. In 2017 the programme was launched in Oslo.\n";
        assert!(read(text).is_empty(), "{:?}", read(text));
    }
}
