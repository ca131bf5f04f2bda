//! People inside a line of the programme: before its title, at its end, in front of a bracket.

use super::habits::in_brackets;
use super::line::{between, blanks};
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::find_within;
use crate::value::person::{
    Evidence, is_given_name, looks_like_job, looks_like_organisation, name_at,
};
use crate::value::place::country;
use std::ops::Range;

/// People before a title take no more than this.
const LONGEST_PEOPLE: usize = 100;

/// A line of people that waits for its title is no longer.
const LONGEST_LIST: usize = 400;

/// Where a person with an honorific stands at the end of a line that no sign parts: `Welcome Dr. A. Novak`. Behind a
/// word in small letters the title speaks of the person.
pub(super) fn honoured_end(line: &str, who: &Who) -> Option<usize> {
    let honorific = who.lexicon.list(List::Honorific);
    let starts = line.match_indices(' ').map(|(i, _)| i + 1);
    let at = starts
        .into_iter()
        .find(|&i| honorific.starts(&line[i..]).is_some())?;
    let before = line[..at].trim_end();
    let named = before.ends_with(char::is_alphanumeric)
        && before
            .rsplit(' ')
            .next()
            .is_some_and(|w| w.starts_with(char::is_uppercase))
        && !before
            .split(' ')
            .any(|w| w.len() <= 3 && w.starts_with(char::is_lowercase));
    let name = name_at(&line[at..], who.lang).filter(|n| n.span.start == 0)?;
    (named && name.honorific.is_some() && who.presents(&line[at..])).then_some(at)
}

/// Whether a comma and a job or an organisation follow.
pub(super) fn is_office(rest: &str, who: &Who) -> bool {
    let Some(rest) = rest.strip_prefix(", ") else {
        return false;
    };
    let first = rest.split(", ").next().unwrap_or(rest);
    let body = looks_like_organisation(first, who.lang, &who.known);
    looks_like_job(first, who.lang).max(body) >= Evidence::Likely
}

/// Whether a line begins with a person who has an honorific.
pub(super) fn begins_honoured(line: &str, who: &Who) -> bool {
    let name = name_at(line, who.lang).filter(|n| n.span.start == 0);
    name.is_some_and(|n| n.honorific.is_some()) && who.presents(line)
}

/// Whether a text is a role and a person, or a person with an honorific: a bracket behind says what the person is.
pub(super) fn is_person(text: &str, who: &Who) -> bool {
    let text = text.trim();
    let role = who.role(text);
    let rest = text[role.unwrap_or(0)..].trim();
    let name = name_at(rest, who.lang).filter(|n| n.span.start == 0);
    name.is_some_and(|n| (n.honorific.is_some() || role.is_some()) && who.names(rest))
}

/// People before the title of what they present, `A. Novak, B. Lind (An Office): Maps`: where they end and the title begins.
pub(super) fn leading_people(text: &str, who: &Who) -> Option<(usize, usize)> {
    let end = find_within(text, ": ", LONGEST_PEOPLE)?;
    let title = end + 1 + text[end + 1..].len() - text[end + 1..].trim_start().len();
    let people = &text[..end];
    let and = who.lexicon.list(List::And);
    let two = people.split(' ').filter(|w| and.is(w)).count() == 1;
    let named = are_people(people, Evidence::Strong, who) || two && are_two(people, who);
    (named && title < text.len() && !who.presents(&text[title..])).then_some((end, title))
}

/// Whether a text is two names with a word between that joins them, one of which can hardly be anything else.
fn are_two(text: &str, who: &Who) -> bool {
    let and = who.lexicon.list(List::And);
    let at = text.match_indices(' ').map(|(i, _)| i + 1);
    let mut words = at.filter_map(|i| Some((i, text[i..].find(' ')?)));
    let Some((at, len)) = words.find(|(i, len)| and.is(&text[*i..i + len])) else {
        return false;
    };
    let evidence = |t: &str| {
        let name = name_at(t, who.lang).filter(|n| n.span == (0..t.len()));
        name.map_or(Evidence::None, |n| n.evidence)
    };
    let (one, two) = (
        evidence(text[..at].trim_end()),
        evidence(text[at + len..].trim()),
    );
    one.min(two) >= Evidence::Weak && one.max(two) >= Evidence::Likely
}

/// People before a title in quotes, with what belongs to them: `A. Novak, Some University: \u{201c}Maps\u{201d}`. What
/// kind of talk it is may stand before them.
pub(super) fn people_before_quote(text: &str, who: &Who) -> Option<(Range<usize>, usize)> {
    let title = text.find(['\u{ab}', '\u{201c}']).filter(|at| *at > 0)?;
    let people = text[..title].trim_end();
    let signed = people.ends_with([':', '.', ',']);
    let people = people.trim_end_matches([':', '.', ',', ' ']);
    let of = who.lexicon.list(List::LabelTalkOf).starts(people);
    let people_at = of.map_or(0, |len| {
        len + people[len..].len() - people[len..].trim_start().len()
    });
    let people = &people[people_at..];
    (signed && who.names(people) && who.role(people).is_none())
        .then(|| (people_at..people_at + people.len(), title))
}

/// Where people stand behind the stop of a title, each with a body in brackets or known by name: `Opening. Ana Novak`,
/// `Maps of mud. Jon Lind (Mud Trust, Norway)`; where the title ends, and where they begin.
pub(super) fn people_behind_stop(line: &str, who: &Who) -> Option<(usize, usize)> {
    let stops = line.match_indices(['.', '?', '!']).map(|(i, _)| i);
    let stop = |&i: &usize| {
        // A short form or an initial is no end of a title.
        let word = line[..i].rsplit(' ').next().unwrap_or("");
        let whole = word.chars().count() > 2 && !who.lexicon.list(List::Honorific).is(word);
        let rest = line[i + 1..].strip_prefix(' ').unwrap_or("");
        whole && rest.starts_with(char::is_uppercase) && who.role(rest).is_none()
    };
    let mut people = stops.filter(stop).map(|i| (i, i + 2));
    people.find(|&(_, at)| are_placed(&line[at..], who))
}

/// Whether a text is people and nothing else, each known or sure by the name, or with a body or a country in brackets behind.
fn are_placed(text: &str, who: &Who) -> bool {
    let and = who.lexicon.list(List::And);
    let mut rest = text.trim_end_matches(['.', ' ']);
    loop {
        let Some(name) = name_at(rest, who.lang).filter(|n| n.span.start == 0) else {
            return false;
        };
        let known = who.known.is_person(&rest[name.name.clone()]);
        let mut sure = name.evidence >= Evidence::Likely || known;
        rest = rest[name.span.end..].trim_start();
        if let Some(inner) = rest.strip_prefix('(') {
            let Some((inner, behind)) = inner.split_once(')') else {
                return false;
            };
            let last = inner.rsplit(',').next().unwrap_or(inner).trim();
            let body = || looks_like_organisation(inner, who.lang, &who.known) >= Evidence::Likely;
            sure |= country(last).is_some() || body();
            rest = behind.trim_start();
        }
        let sign = rest.strip_prefix([',', ';', '&']);
        let word = || rest.split_once(' ').filter(|(w, _)| and.is(w)).map(|w| w.1);
        if !sure || rest.is_empty() {
            return sure;
        }
        match sign.or_else(word) {
            Some(behind) => rest = behind.trim_start(),
            None => return false,
        }
    }
}

/// Whether a text is a list of people and nothing else, each with an organisation in brackets perhaps.
pub(super) fn are_people(text: &str, least: Evidence, who: &Who) -> bool {
    listed_people(text, least, who).is_some()
}

/// Whether a text is people and nothing else, two or more, most of them by given names: `Ana Model, Ben Probe and Clara Test`.
pub(super) fn several_people(text: &str, who: &Who) -> bool {
    if !text.contains([',', ';', '&', ' '])
        || text.len() > LONGEST_LIST
        || text.contains(['(', ':'])
    {
        return false;
    }
    let and = who.lexicon.list(List::And);
    let mut parts: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let bare = word.trim_end_matches([',', ';']);
        if and.is(bare) || bare == "&" {
            parts.push(String::new());
            continue;
        }
        if let Some(part) = parts.last_mut() {
            if !part.is_empty() {
                part.push(' ');
            }
            part.push_str(bare);
        }
        if bare.len() < word.len() {
            parts.push(String::new());
        }
    }
    parts.retain(|p| !p.is_empty());
    let whole = |p: &String| {
        let name = name_at(p, who.lang).filter(|n| n.span == (0..p.len()));
        name.is_some_and(|n| n.evidence >= Evidence::Weak) || who.known.is_person(p)
    };
    let given = |p: &&String| p.split(' ').next().is_some_and(is_given_name);
    parts.len() > 1
        && parts.iter().filter(given).count() * 2 >= parts.len()
        && parts.iter().all(whole)
}

/// The places of the people of a list that holds nothing else, each with an organisation in brackets perhaps.
pub(super) fn listed_people(text: &str, least: Evidence, who: &Who) -> Option<Vec<Range<usize>>> {
    if text.matches('(').count() != text.matches(')').count() {
        return None;
    }
    let sure = |at: &Range<usize>| {
        let part = &text[at.clone()];
        let bare = part.find(" (").map_or(part, |i| &part[..i]).trim();
        let name = name_at(bare, who.lang).filter(|n| n.span == (0..bare.len()));
        let initial = bare
            .split(' ')
            .next()
            .is_some_and(|w| w.len() == 2 && w.ends_with('.'));
        name.is_some_and(|n| n.evidence >= least || initial) || who.known.is_person(bare)
    };
    let (mut depth, mut start) = (0, 0);
    let mut parts = Vec::new();
    for (i, c) in text.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 && matches!(c, ',' | ';' | '&' | '/') {
            parts.push(start..i);
            start = i + 1;
        }
    }
    parts.push(start..text.len());
    parts.retain(|p| !text[p.clone()].trim().is_empty());
    (!parts.is_empty() && parts.iter().all(sure)).then_some(parts)
}

/// The places of `A. Novak/Bo Lind`: nothing but people, strokes between.
pub(in crate::tables) fn slashed_people(text: &str, who: &Who) -> Option<Vec<Range<usize>>> {
    let people = listed_people(text, Evidence::Weak, who).filter(|_| text.contains('/'))?;
    let sure = |p: &Range<usize>| {
        let own = text[p.clone()].trim();
        own.as_bytes().get(1..3) == Some(b". ") || who.is_sure(own)
    };
    (people.len() > 1 && people.iter().any(sure)).then_some(people)
}

/// Where people with brackets behind them stand at the end of a title, two blanks apart: `Maps of mud  A. Novak (Mud Trust)`.
pub(super) fn people_apart(flow: &Flow, who: &Who) -> Option<usize> {
    let text = flow.as_str();
    let open = text.find('(').filter(|_| text.ends_with(')'))?;
    let apart = |i: usize| {
        let gap = between(flow, i, who).filter(|gap| !gap.contains('\n'));
        gap.is_some_and(|gap| blanks(gap) >= 2)
    };
    let people = |i: usize| {
        let behind = text[i + 1..].trim();
        are_people(behind, Evidence::Likely, who)
            || who.role(behind).is_some() && who.presents(behind)
    };
    let mut gaps = text[..open].match_indices(' ').map(|(i, _)| i);
    gaps.find(|&i| i > 0 && apart(i) && people(i))
}

/// Where a person begins behind words that only say that somebody presents: `Introduced by A. Novak`.
pub(super) fn behind_by(text: &str, who: &Who) -> Option<usize> {
    let len = who.lexicon.list(List::LabelBy).starts(text)?;
    let rest = text[len..].trim_start();
    let told = text[..len].contains(' ') && text.starts_with(char::is_uppercase);
    (told && who.names(rest)).then_some(text.len() - rest.len())
}

/// The surnames in square brackets that a line is, where the programme prints them so.
pub(super) fn surnames(text: &str, who: &Who) -> Option<Range<usize>> {
    let enclosed = who.bracketed && text.starts_with('[');
    enclosed.then(|| in_brackets(text, who)).flatten()
}
