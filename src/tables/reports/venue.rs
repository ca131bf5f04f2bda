//! In which building the event was held.

use super::Report;
use super::place::{in_columns, parts};
use super::title::is_person_with_job;
use super::town::{lone_town, small_town};
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::value::date::{date_at, dates};
use crate::value::place::{city, country, place as place_of};
use crate::value::time::time_at;
use crate::voice::is_of_group;
use std::ops::Range;

/// The part of a dated line that names a building: `Lower Quay Head Office, 14 May 2015`.
pub(super) fn dated_venue(
    x: &Extraction,
    flow: &Flow,
    parts: &[Range<usize>],
    report: &mut Report,
) {
    let text = flow.as_str();
    let capital = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let built = |p: &&Range<usize>| {
        let part = &text[(*p).clone()];
        let small = |w: &str| x.lexicon.list(List::SmallWord).is(w);
        let words = part.split(' ');
        let nouns = x.lexicon.list(List::VenueNoun);
        // `Maison des associations`
        let joined = nouns.starts(part).is_some() && words.clone().nth(1).is_some_and(small);
        let name = words.clone().count() >= 2
            && capital(part)
            && (joined || words.clone().all(|w| capital(w) || small(w)));
        let other = [
            List::TitleWord,
            List::EventNoun,
            List::EventHeld,
            List::OrganisedBy,
        ];
        // `Museum Trust for the Eastern Seas` is a body: a building's noun stands first or last, or has a number.
        let ends = nouns.starts(part).is_some() || nouns.ends(part);
        let numbered = nouns.found_in(part) && part.contains(|c: char| c.is_ascii_digit());
        name && words.count() <= 6
            && (ends || numbered)
            && !other
                .iter()
                .any(|l| x.lexicon.list(*l).found_in(without_use(x, part)))
            && !part.contains(':')
    };
    let titled = || {
        report
            .title
            .spans
            .cover()
            .is_some_and(|t| t.range().contains(&(flow.source_start() as usize)))
    };
    if report.venue.is_empty()
        && text.len() <= 120
        && !titled()
        && let Some(at) = parts.iter().position(|part| built(&part))
    {
        // `Room 4.11, Reed House`
        let more = parts[at + 1..].iter().take_while(built).count();
        report.venue = flow.cell(parts[at].start..parts[at + more].end);
    }
}

/// A house's name without the word for what is held in it: `University Conference Centre`, `Congress Hall`.
fn without_use<'t>(x: &Extraction, part: &'t str) -> &'t str {
    let Some((head, last)) = part.rsplit_once(' ') else {
        return part;
    };
    let word = head.rsplit(' ').next().unwrap_or("");
    let held = [List::EventNoun, List::TitleWord]
        .iter()
        .any(|l| x.lexicon.list(*l).is(word));
    match held && x.lexicon.list(List::VenueNoun).is(last) {
        true => head[..head.len() - word.len()].trim_end(),
        false => part,
    }
}

/// Takes city and country off the end of `Some Hotel, City, Country`; where the venue ends.
pub(super) fn placed_tail(flow: &Flow, range: Range<usize>, report: &mut Report) -> usize {
    let text = flow.as_str();
    let mut parts = dashed_parts(text, range.clone());
    let mut end = range.end;
    let land = parts
        .last()
        .cloned()
        .filter(|p| parts.len() > 1 && country(&text[p.clone()]).is_some());
    if let Some(land) = land {
        report.set_country(flow.cell(land.clone()));
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
    let signs = [',', ' ', '(', '-', '_', '\u{2013}', '\u{2014}'];
    range.start + text[range.start..end].trim_end_matches(signs).len()
}

/// The parts of a house's line, dashes between blanks and a last bracket told apart, too: `Some Hotel – Town (Land)`.
pub(super) fn dashed_parts(text: &str, side: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for part in parts(text, side) {
        let mut start = part.start;
        let signs = [" - ", " \u{2013} ", " \u{2014} ", " ("];
        while let Some((len, sign)) = signs
            .iter()
            .filter_map(|s| Some((text[start..part.end].find(s)?, s.len())))
            .min()
        {
            found.push(start..start + len);
            start += len + sign;
        }
        found.push(start..part.end);
    }
    found
}

/// A short line of the title page that names a building.
pub(super) fn venue_line(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    // `Welcome (A. Novak, Some University)`: where somebody is from.
    let own = text.split(" (").next().unwrap_or(text);
    let named = x.lexicon.list(List::VenueNoun).found_in(own) && text.len() <= 90;
    let label = x.lexicon.list(List::VenueLabel).starts(text);
    let house = match text.split_once(',') {
        Some((house, _)) if without_use(x, house).len() < house.len() => house,
        _ => text,
    };
    if !report.venue.is_empty() {
        return;
    }
    let sign = |len: usize| len + text[len..].len() - text[len..].trim_start().len();
    let label = label.map(sign);
    if let Some(len) = label.filter(|&len| text[len..].starts_with([':', '?'])) {
        let tail = len + 1..before_date_label(x, text, len + 1);
        labelled_venue(x, flow, tail, report);
    } else if named
        && !x
            .lexicon
            .list(List::TitleWord)
            .found_in(without_use(x, house))
        && !x.lexicon.list(List::OrganisedBy).found_in(text)
        && dates(text, x.lexicon.lang(), DateOrder::Dmy).is_empty()
        && !is_timed(x, text)
        && !text.contains(": ")
        && !in_columns(x, flow)
        && !text.ends_with('.')
        && !is_person_with_job(x, text)
        // `Approved by the Senate of the University` is a stamp.
        && x.lexicon.list(List::OutcomeDeed).starts(text).is_none()
        // `The Board met in the hall of the mill`
        && !is_of_group(text, x.lexicon)
        && !is_body_of_house(x, text)
    {
        let (start, house) = (behind_hour(x, text), without_link(x, text));
        let place = placed_tail(flow, start..house, report);
        let known = !report.city.is_empty() || !report.country.is_empty();
        let place = match !known && (house < text.len() || ends_in_town(text)) {
            true => small_town(x, flow, start..place, report),
            false => place,
        };
        report.venue = flow.cell(start..place);
    }
}

/// The house, town and country that a label asks for: `Some Hall, 4 Some Street, 1234 Some Town`.
pub(super) fn labelled_venue(
    x: &Extraction,
    flow: &Flow,
    range: Range<usize>,
    report: &mut Report,
) {
    let text = flow.as_str();
    let stop = text[range.clone()].strip_suffix('.');
    let range = range.start..stop.map_or(range.end, |t| range.start + t.len());
    if let Some(street) = street(x, text, range.clone()) {
        let town = postal_town(text, street..range.end);
        if let Some(town) = town.filter(|_| report.city.is_empty()) {
            report.city = flow.cell(town);
        }
        report.venue = flow.cell(range.start..street);
        return;
    }
    let place = placed_tail(flow, range.clone(), report);
    if report.city.is_empty() && lone_town(x, flow, range.start..place, report) {
        return;
    }
    let place = match report.city.is_empty() && report.country.is_empty() {
        true => small_town(x, flow, range.start..place, report),
        false => place,
    };
    report.venue = flow.cell(range.start..place);
}

/// Where the address behind a house begins: the part that begins with a number, or ends with one before a postal code.
pub(super) fn street(x: &Extraction, text: &str, range: Range<usize>) -> Option<usize> {
    let parts = parts(text, range);
    let digit = |c: char| c.is_ascii_digit();
    // `2nd Floor` is of the house.
    let counted = |t: &str| {
        let number = t.split_once(' ').map_or("", |(first, _)| first);
        number.starts_with(digit) && !number.contains(char::is_lowercase)
    };
    let postal = |p: &Range<usize>| text[p.clone()].split(' ').any(is_postal);
    let later = |at: usize| parts[at + 1..].iter().any(postal);
    let begins = |at: &usize| {
        let part = &text[parts[*at].clone()];
        let numbered = part.ends_with(digit) && part.contains(' ') && later(*at);
        let house = x.lexicon.list(List::VenueNoun).found_in(part);
        counted(part) || numbered && !house
    };
    let at = (1..parts.len()).find(begins)?;
    let before = text[..parts[at].start].trim_end_matches([',', ' ', '(', '-', '\u{2013}']);
    Some(before.len())
}

/// `1448`, `75013`: a postal code of four or five digits.
fn is_postal(word: &str) -> bool {
    (4..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// The town of an address: behind its postal code, `1448 Some Town`, or before a state with one: `Some Town, OR 97814`.
fn postal_town(text: &str, address: Range<usize>) -> Option<Range<usize>> {
    let parts = parts(text, address);
    let state = |p: &Range<usize>| {
        let (land, code) = text[p.clone()].split_once(' ').unwrap_or_default();
        land.len() == 2 && land.bytes().all(|b| b.is_ascii_uppercase()) && is_postal(code)
    };
    let before = parts
        .iter()
        .position(state)
        .and_then(|at| at.checked_sub(1));
    if let Some(at) = before {
        return Some(parts[at].clone());
    }
    let town = parts.iter().skip(1).find_map(|p| {
        let (code, town) = text[p.clone()]
            .split_once(' ')
            .filter(|(code, _)| is_postal(code))?;
        // `1448 Copenhagen K`: a letter tells the district.
        let own = town
            .rsplit_once(' ')
            .filter(|(_, d)| d.len() == 1)
            .map_or(town, |(t, _)| t);
        let start = p.start + code.len() + 1;
        Some(start..start + own.len())
    });
    let known = || {
        parts
            .iter()
            .skip(1)
            .rev()
            .find(|p| city(&text[(*p).clone()]).is_some())
    };
    town.or_else(|| known().cloned())
}

/// Where the venue behind its label ends: before the label of a date on the same line, `Venue: Some Hall Date: 4 May 2015`.
fn before_date_label(x: &Extraction, text: &str, from: usize) -> usize {
    let signs = [' ', ',', ';', '|', '\t'];
    let dated = |at: &usize| {
        let rest = text[at + 1..].trim_start();
        date_at(rest, x.lexicon.lang(), DateOrder::Dmy).is_some()
    };
    let mut colons = text.match_indices(':').map(|(at, _)| at);
    let colon = colons.find(|at| *at > from && dated(at));
    let label = colon.and_then(|at| text[from..at].rfind(signs).map(|i| from + i));
    label.map_or(text.len(), |at| {
        from + text[from..at].trim_end_matches(signs).len()
    })
}

/// Behind the hour that stands before a house: `7.30pm in Some Hall`.
fn behind_hour(x: &Extraction, text: &str) -> usize {
    let Some((len, _)) = time_at(text, x.lexicon.lang()) else {
        return 0;
    };
    let rest = text[len..].trim_start_matches([',', ' ']);
    let lead = x.lexicon.list(List::PlaceBefore).starts(rest).unwrap_or(0);
    text.len() - without_article(x, &rest[lead..]).len()
}

/// `The Senate of Some University`: who met, and no house, though a house's noun stands in the name.
fn is_body_of_house(x: &Extraction, text: &str) -> bool {
    let own = without_article(x, text);
    let behind = x.lexicon.list(List::TypeBody).starts(own);
    let rest = behind.map_or("", |len| own[len..].trim_start());
    x.lexicon.list(List::DateOf).starts(rest).is_some()
}

/// Where the house and its town end in a line that says how others joined: `Some Hall, Some Town, and by Zoom`.
fn without_link(x: &Extraction, text: &str) -> usize {
    let and = x.lexicon.list(List::And);
    let remote = x.lexicon.list(List::AttendanceRemote);
    let told = |i: &usize| {
        let (first, way) = text[i + 1..].split_once(' ').unwrap_or_default();
        and.is(first) && remote.is(way)
    };
    let at = text.match_indices(' ').map(|(i, _)| i).find(told);
    at.map_or(text.len(), |i| text[..i].trim_end_matches([',', ' ']).len())
}

/// Whether the last part of a house's line is a town for sure: behind a street, or named by the house, too:
/// `Lower Quay Hall, Lower Quay`.
fn ends_in_town(text: &str) -> bool {
    let Some((head, town)) = text.rsplit_once(", ") else {
        return false;
    };
    let before = head.rsplit(", ").next().unwrap_or(head);
    let street = before.len() < head.len() && before.starts_with(|c: char| c.is_ascii_digit());
    street || head.starts_with(town) && head.len() > town.len()
}

/// Whether a range of times stands in a line: `Lunch 12.30-2.00pm in the Some Building`.
fn is_timed(x: &Extraction, text: &str) -> bool {
    let numbers = text.match_indices(|c: char| c.is_ascii_digit());
    let starts = numbers.filter(|(i, _)| *i == 0 || text[..*i].ends_with([' ', '(']));
    let lang = x.lexicon.lang();
    let mut spans = starts.filter_map(|(i, _)| time_at(&text[i..], lang));
    spans.any(|(_, span)| span.end.is_some())
}

/// Behind `held on 4 May 2015, at`: where the house begins, with its article.
fn behind_day(x: &Extraction, text: &str) -> Option<usize> {
    let held = x.lexicon.list(List::EventHeld).find(text)?;
    let found = dates(&text[held.end..], x.lexicon.lang(), DateOrder::Dmy);
    let day = held.end + found.first()?.0.end;
    let rest = text[day..].trim_start_matches([',', ' ']);
    let at = x.lexicon.list(List::PlaceBefore).starts(rest)?;
    let house = rest[at..].trim_start();
    // Only a house has its article.
    x.lexicon.list(List::Article).starts(house)?;
    let noun = house.split(',').next().unwrap_or("");
    let meets = x.lexicon.list(List::EventNoun).found_in(noun);
    (!meets).then(|| text.len() - rest.len() + at)
}

/// `held at the Some House in City`.
pub(super) fn venue(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    if !report.venue.is_empty() {
        return;
    }
    let text = &flow.as_str()[range.clone()];
    let held = x.lexicon.list(List::HeldAt).find(text).map(|lead| lead.end);
    let Some(lead) = held.or_else(|| behind_day(x, text)) else {
        return;
    };
    let rest = &text[lead..];
    let skipped = x
        .lexicon
        .list(List::Article)
        .starts(rest.trim_start())
        .unwrap_or(0);
    let start = lead + rest.len() - rest.trim_start().len() + skipped;
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
    // `took place in Town`
    let town = place_of(&text[start..end]).is_some_and(|p| p.city.is_some() || p.country.is_some());
    if named && !town && dates(&text[start..end], x.lexicon.lang(), DateOrder::Dmy).is_empty() {
        report.venue = flow.cell(range.start + start..range.start + end);
    }
}

/// `at Some Village Hall`: a preposition and a name with the word for a building in it.
pub(super) fn building(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    let text = &flow.as_str()[range.clone()];
    let venue = x.lexicon.list(List::VenueNoun);
    let held = x.lexicon.list(List::EventHeld).find(text);
    let Some(held) = held.filter(|_| report.venue.is_empty() && venue.found_in(text)) else {
        return;
    };
    for (lead, _) in x
        .lexicon
        .list(List::PlaceBefore)
        .find_iter(&text[held.start..])
    {
        let word = text[held.start + lead.start..held.start + lead.end].trim();
        if x.lexicon.list(List::DateOf).is(word) {
            continue;
        }
        let rest = &text[held.start + lead.end..];
        let own = without_article(x, rest);
        let name = building_name(x, own);
        let start = text.len() - own.len();
        // `in Ordinary Session`, but `in the Conference Room`.
        let meets = x.lexicon.list(List::EventNoun).find(&own[..name]);
        let meets = meets.is_some_and(|r| venue.starts(own[r.end..name].trim_start()).is_none());
        let named = name > 0 && name <= 90 && own[..name].contains(' ') && !meets;
        if named && venue.found_in(&own[..name]) {
            report.venue = flow.cell(range.start + start..range.start + start + name);
            return;
        }
    }
}

fn without_article<'t>(x: &Extraction, text: &'t str) -> &'t str {
    let text = text.trim_start();
    match x.lexicon.list(List::Article).starts(text) {
        Some(len) => text[len..].trim_start(),
        None => text,
    }
}

/// The length of the name that a text begins with: capital words, and small ones that join them.
fn building_name(x: &Extraction, text: &str) -> usize {
    let joins = [List::Particle, List::DateOf, List::Article, List::And];
    let (mut at, mut end) = (0, 0);
    for word in text.split_inclusive(' ') {
        let plain = word.trim_end();
        let bare = plain.trim_end_matches([',', '.', ';', ':', ')', '(']);
        let first = at == 0 && x.lexicon.list(List::VenueNoun).is(bare);
        let day = x.lexicon.map(Map::Weekday).get(bare).is_some()
            || x.lexicon.map(Map::Month).get(bare).is_some();
        if (bare.starts_with(char::is_uppercase) || first) && !day {
            end = at + bare.len();
        } else if day || at == 0 || !joins.iter().any(|l| x.lexicon.list(*l).is(bare)) {
            break;
        }
        at += word.len();
        if bare.len() < plain.len() {
            break;
        }
    }
    end
}
