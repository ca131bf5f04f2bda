//! What a line or several lines of a list are, by their signs.

use super::entry::Entry;
use super::group::Group;
use super::lines::Line;
use super::name::{honorifics, is_country, name_at};
use super::piece::{Class, class};
use crate::block::{Style, starts_like_time};
use crate::lexicon::{Lexicon, List};
use crate::value::find_within;
use std::ops::Range;

/// Whether names stand as `Last, First`: the forms that show it are many, and what stands before a comma is short.
pub(super) fn is_turned(lines: &[Line], lexicon: &Lexicon) -> bool {
    let (mut all, mut short, mut shown) = (0, 0, 0);
    let list = lines.iter().skip_while(|l| is_prose(l.text()));
    for line in list.take_while(|l| !is_prose(l.text())).take(200) {
        let Some((before, _)) = line.text().split_once(',') else {
            continue;
        };
        all += 1;
        short += usize::from(before.split(' ').count() <= 3 && before.len() < 30);
        let split = name_at(line.text(), lexicon).filter(|n| n.is_split() && n.end > before.len());
        shown += usize::from(split.is_some());
    }
    shown >= 2 && shown * 5 >= all * 2 && short * 5 >= all * 4
}

/// So many people with titles show that everybody has one.
const TITLED: usize = 5;

/// Whether everybody has a title and a name in small letters: `M. MODEL Marc`, so that a line in capitals is nobody.
pub(super) fn are_titled(lines: &[Line], lexicon: &Lexicon) -> bool {
    let (mut titled, mut loud, mut others) = (0, 0, 0);
    for line in lines.iter().take_while(|l| !is_prose(l.text())).take(200) {
        let name = name_at(line.text(), lexicon).filter(|n| n.score > 1);
        let small = |r: &Range<usize>| line.text()[r.clone()].contains(char::is_lowercase);
        match name {
            _ if is_loud(line.text()) => loud += 1,
            Some(name) if name.honorific.is_some() && small(&name.whole) => titled += 1,
            Some(_) => others += 1,
            None => {}
        }
    }
    titled >= TITLED && loud > 1 && titled >= loud && titled >= others * 8
}

/// `PIERRE LEVEE`: nothing but words in capitals.
pub(super) fn is_loud(text: &str) -> bool {
    let plain = |c: char| c.is_uppercase() || " '\u{2019}-/".contains(c);
    text.len() > 3 && text.chars().all(plain)
}

/// `A NOTE FROM THE CLERKS`: words in capitals, an article among them that no name has inside.
pub(super) fn is_loud_title(text: &str, lexicon: &Lexicon) -> bool {
    let article =
        |w: &str| lexicon.list(List::Article).is(w) && !lexicon.list(List::Particle).is(w);
    is_loud(text) && text.split(' ').skip(2).any(|w| w.len() > 1 && article(w))
}

/// Whether the lines are one person's: a name, and below it nobody else.
pub(super) fn is_block(seen: &[Seen], lines: &[Line], address: bool, lexicon: &Lexicon) -> bool {
    let Some(Seen::Entry(first)) = seen.first() else {
        return false;
    };
    if seen.len() < 2 {
        return false;
    }
    let others = &seen[1..];
    let people = others
        .iter()
        .filter(|s| matches!(s, Seen::Entry(e) if e.name.score > 1 || !address))
        .count();
    let telling = lines[1..].iter().filter(|l| {
        !matches!(
            class(l.text(), lexicon),
            Class::Unknown | Class::Attendance(_)
        )
    });
    let told = telling.count();
    first.is_bare()
        && (people == 0 || (told * 2 > others.len() && people * 2 < others.len()))
        && told > 0
}

/// Whether a text that can be a name is rather something else as a whole.
pub(super) fn is_other(whole: Class, entry: &Entry, lexicon: &Lexicon) -> bool {
    let bare = entry.pieces.is_empty() && entry.name.honorific.is_none();
    // `Paris, le`: a place over a date that nobody wrote.
    let small = |r: &Range<usize>| entry.flow.as_str()[r.clone()].starts_with(char::is_lowercase);
    if entry.name.first.as_ref().is_some_and(small) {
        return true;
    }
    // `Elected Representatives`, `Parish Councillors`
    let kind = || {
        let last = entry.flow.as_str().rsplit(' ').next().unwrap_or_default();
        last.ends_with('s') && lexicon.list(List::HeadingCategory).is(last)
    };
    if bare && entry.name.score < 3 && kind() {
        return true;
    }
    let other = matches!(
        whole,
        Class::Organisation
            | Class::Unit
            | Class::Job
            | Class::Country
            | Class::Place
            | Class::City
            | Class::Acronym
    );
    // `Minister V. E. EXAMPLE`: a post before initials.
    if entry.name.office.is_some() && entry.flow.as_str()[entry.name.whole.clone()].contains('.') {
        return false;
    }
    let placed = || entry.name.first.is_some() && is_in_country(entry.flow.as_str());
    bare && (other && entry.name.score < 3 || placed())
}

/// `Hue, Viet Nam`: behind the comma stands a country that is no first name.
fn is_in_country(text: &str) -> bool {
    let (town, country) = text.rsplit_once(", ").unwrap_or_default();
    let shouted = !town.contains(char::is_lowercase);
    !town.is_empty() && !shouted && is_country(country)
}

/// `Author, A. (2003). Title.`
pub(super) fn is_reference(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'(', bytes).any(|i| {
        let year = bytes.get(i + 1..i + 5);
        // `(2017 Treasurer)`: the year of an office.
        let office = text[i..]
            .get(5..7)
            .is_some_and(|t| t.starts_with(' ') && t.ends_with(|c: char| c.is_ascii_uppercase()));
        let dated = |y: &[u8]| y.iter().all(u8::is_ascii_digit) && (y[0] == b'1' || y[0] == b'2');
        // `former Director (1996-2005)`: the years of an office.
        let term = text[i..]
            .get(5..)
            .is_some_and(|t| t.starts_with(['-', '\u{2013}']));
        !office && !term && year.is_some_and(dated)
    })
}

/// Running text: a sentence, or longer than any entry.
pub(super) fn is_prose(text: &str) -> bool {
    let (mut words, mut small) = (0, 0);
    for word in text.split_whitespace() {
        words += 1;
        small += usize::from(word.starts_with(char::is_lowercase));
        if words > 45 {
            return true;
        }
    }
    (words >= 5 && text.ends_with(['.', '!', '?']) && small * 2 >= words)
        || (words > 12 && small * 2 > words)
        || (words > 8 && small * 2 >= words && has_sentence_end(text))
}

/// Whether a line is of a key to initials: `Initials used: AM = Ann Model, BP = Bo Probe`. A line that begins with initials
/// and has no others may be a person of a list.
pub(super) fn is_key(text: &str) -> bool {
    let initials = |at: usize| {
        let word = text[..at]
            .rsplit([' ', ',', ':', '('])
            .next()
            .unwrap_or_default();
        let letters =
            (2..=4).contains(&word.chars().count()) && word.chars().all(char::is_uppercase);
        letters && at > word.len()
    };
    text.contains(" = ") && text.match_indices(" = ").any(|(at, _)| initials(at))
}

/// Whether a sentence ends inside a text and another begins: `... chaired the meeting. The objects made by`.
fn has_sentence_end(text: &str) -> bool {
    text.match_indices(". ").any(|(at, sign)| {
        let last = text[..at].rsplit(' ').next().unwrap_or_default();
        let mut next = text[at + sign.len()..].split(' ');
        last.len() > 3
            && last.chars().all(char::is_lowercase)
            && next
                .next()
                .is_some_and(|w| w.starts_with(char::is_uppercase))
            && next
                .next()
                .is_some_and(|w| w.starts_with(char::is_lowercase))
    })
}

/// `Ann Model: Welcome, everybody.`, `M. Ann Model, chair. - Welcome, everybody.` in a transcript: what somebody said.
pub(super) fn is_spoken(entry: &Entry) -> bool {
    let rest = entry.flow.as_str()[entry.name.end..].trim_start();
    let dashes = [". - ", ". \u{2013} ", ". \u{2014} "];
    let behind = |sign: &&str| Some(&rest[find_within(rest, sign, TURN)? + sign.len()..]);
    let said = rest.strip_prefix(':');
    let said = said.or_else(|| dashes.iter().find_map(behind));
    said.is_some_and(|said| {
        let said = said.trim();
        let words = said.split(' ').count();
        is_prose(said) || words >= 4 && said.ends_with(['.', '!', '?'])
    })
}

/// `MS. MODEL: We have come to the end`: a turn of a transcript, by the capitals and the title before the colon.
pub(super) fn is_turn(text: &str, lexicon: &Lexicon) -> bool {
    let Some((who, said)) = text
        .split_once(':')
        .filter(|(who, _)| who.len() <= LONGEST_WHO)
    else {
        return false;
    };
    let loud = who.contains(' ') && !who.contains(char::is_lowercase);
    let words = said.split_whitespace();
    let small = words
        .clone()
        .filter(|w| w.starts_with(char::is_lowercase))
        .count();
    loud && small >= 2 && small * 2 >= words.count() && honorifics(who, lexicon) > 0
}

/// Who speaks is told in no more bytes.
const LONGEST_WHO: usize = 40;

/// So far behind a speaker's name may the dash stand that opens the words.
const TURN: usize = 80;

/// A line with which a programme begins.
pub(super) fn is_over(line: &Line, lexicon: &Lexicon) -> bool {
    let text = line.text().trim_end_matches([':', ' ']);
    starts_like_time(text) || lexicon.list(List::HeadingAgenda).is(text)
}

/// A heading by its own mark that names no people.
pub(super) fn is_foreign(line: &Line, seen: &Seen) -> bool {
    let marked = matches!(
        line.style,
        Some(Style::Numbered { .. } | Style::Ordered { .. })
    );
    // `Eric M. Model, Bo Probe, and Cy Test, Directors`: an initial is no number.
    let people = match seen {
        Seen::Entry(e) => e.name.score > 2,
        Seen::Several(people) => people.len() > 2 && people.iter().all(|e| e.name.score > 1),
        _ => false,
    };
    marked && !people
}

/// The lines with those of each item as one.
pub(super) fn whole_items(lines: Vec<Line>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let item = |above: &&mut Line| {
            above.block == line.block && above.marker.is_some() && line.marker.is_none()
        };
        match found.last_mut().filter(item) {
            Some(above) => above.flow.join(&line.flow),
            None => found.push(line),
        }
    }
    found
}

/// Whether lines under a heading that announces nobody are people all the same: each of them, and most beyond doubt.
pub(super) fn is_certain(lines: &[Line], lexicon: &Lexicon) -> bool {
    let (mut people, mut sure) = (0, 0);
    for line in lines {
        let text = line.text();
        let timed =
            text.starts_with(|c: char| c.is_ascii_digit()) || text.ends_with(['.', '?', '!']);
        if timed || is_reference(text) {
            return false;
        }
        let entry = Entry::read(&line.flow, lexicon).filter(|e| e.name.score > 0);
        let Some(entry) = entry else {
            return false;
        };
        people += 1;
        sure += usize::from(entry.name.score > 1 && !entry.pieces.is_empty());
    }
    people >= 3 && sure * 5 >= people * 4
}

/// What a line is in a list of people.
pub(super) enum Seen<'s> {
    /// A person.
    Entry(Entry<'s>),
    /// Several people in one line.
    Several(Vec<Entry<'s>>),
    /// People behind a label: the group and the people.
    Run(Group, Vec<Entry<'s>>),
    /// People behind the office that they hold in the meeting.
    Held(Group, Vec<Entry<'s>>),
    /// What may head a group or go on with the entry above.
    Other,
    /// Running text, or a heading over something else.
    Stop,
}
