//! An office before the name of whoever holds it: `City Manager A. Example`, `the Registrar (Ms B. Example)`.

use super::name::{Name, plain_at};
use super::parts::Part;
use super::piece::{Class, class};
use crate::lexicon::{Lexicon, List};
use crate::value::person::is_given_name;
use std::ops::Range;

/// No office before a name has more bytes.
const LONGEST: usize = 60;

/// The name at the start of `text` behind an office.
pub(super) fn held_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let at = article(text, lexicon);
    let head = text[at..].char_indices().nth(LONGEST);
    let head = &text[at..head.map_or(text.len(), |(i, _)| at + i)];
    // `el vocal Juan Ejemplo`: behind an article an office may begin small.
    let begins = at > 0 || head.starts_with(char::is_uppercase);
    if !begins || !lexicon.list(List::Job).found_in(head) {
        return None;
    }
    in_brackets(text, at, lexicon)
        .or_else(|| behind_comma(text, at, lexicon))
        .or_else(|| directly(text, at, lexicon))
}

/// `the Clerk, Ms B. Example`: the article tells that the office is no part of what stands before it.
fn behind_comma(text: &str, at: usize, lexicon: &Lexicon) -> Option<Name> {
    let (office, rest) = text.get(at..)?.split_once(", ").filter(|_| at > 0)?;
    let held = office.len() < LONGEST && class(office, lexicon) == Class::Job;
    let from = text.len() - rest.len();
    let name = plain_at(rest, lexicon).filter(|n| held && n.score > 1)?;
    let behind = rest[name.end..].trim_start();
    let end = from + name.end;
    let closed = behind.is_empty() || behind.starts_with(['(', ',', ';', '.']);
    closed.then(|| moved(name, from, at..at + office.len(), end))
}

/// Whether `and` leads from other people to an office with its holder behind the comma: `A and the Clerk, B`.
pub(super) fn leads_on(text: &str, parts: &[Part], at: usize, lexicon: &Lexicon) -> bool {
    let (Some(before), Some(next)) = (at.checked_sub(1).map(|i| &parts[i]), parts.get(at + 1))
    else {
        return false;
    };
    let own = &parts[at];
    let led = before.after == '&' && own.after == ',';
    let office = &text[own.range.clone()];
    led && article(office, lexicon) > 0
        && behind_comma(
            &text[own.range.start..next.range.end],
            article(office, lexicon),
            lexicon,
        )
        .is_some()
}

/// The bytes of the article that `text` begins with.
fn article(text: &str, lexicon: &Lexicon) -> usize {
    let len = lexicon.list(List::Article).starts(text);
    len.filter(|&len| text[len..].starts_with(' '))
        .map_or(0, |len| len + 1)
}

/// `Registrar (Ms B. Example)`.
fn in_brackets(text: &str, at: usize, lexicon: &Lexicon) -> Option<Name> {
    let open = at + text[at..].bytes().take(LONGEST).position(|b| b == b'(')?;
    let office = at..at + text[at..open].trim_end().len();
    let close = open + text[open..].find(')')?;
    let from = open + 1;
    let held = || class(&text[office.clone()], lexicon) == Class::Job;
    let name = plain_at(&text[from..close], lexicon).filter(|n| n.score > 1)?;
    let whole = name.end == close - from;
    (whole && held()).then(|| moved(name, from, office, close + 1))
}

/// `City Manager A. Example`: as many words as make an office and leave a name, a known given name best behind them.
fn directly(text: &str, at: usize, lexicon: &Lexicon) -> Option<Name> {
    let head = text[at..]
        .find([',', ';', '(', ':', '\n'])
        .map_or(&text[at..], |i| &text[at..at + i]);
    let blanks = head.match_indices(' ').map(|(i, _)| i);
    let mut best: Option<Name> = None;
    for blank in blanks.take_while(|&i| i < LONGEST).take(5) {
        let from = at + blank + 1;
        let printed = text[at..at + blank].trim_end_matches([' ', '-', '\u{2013}', '\u{2014}']);
        // `Secretaria Abogada la Dra. A`
        let last = printed.rsplit(' ').next().unwrap_or(printed);
        let printed = match lexicon.list(List::Article).is(last) {
            true => printed[..printed.len() - last.len()].trim_end(),
            false => printed,
        };
        let office = at..at + printed.len();
        let Some(name) = plain_at(&text[from..], lexicon).filter(|n| n.score > 0) else {
            continue;
        };
        let whole = from + name.end == at + head.len();
        if name.score < 2 && (!whole || last_is_no_office(&text[office.clone()], lexicon)) {
            continue;
        }
        if class(&text[office.clone()], lexicon) != Class::Job {
            continue;
        }
        let first = text[from..].split(' ').next().unwrap_or_default();
        let given = name.honorific.is_some() || is_given_name(first);
        let end = from + name.end;
        let name = moved(name, from, office, end);
        if given {
            return Some(name);
        }
        best = best.or(Some(name));
    }
    best
}

fn last_is_no_office(office: &str, lexicon: &Lexicon) -> bool {
    let last = office.rsplit(' ').next().unwrap_or(office);
    !lexicon.list(List::Job).is(last)
}

/// `Ann Model Chair`: the word for who led, right behind a name beyond doubt.
pub(super) fn chairs(rest: &str, name: &Name, lexicon: &Lexicon) -> bool {
    let chair = rest.starts_with(char::is_uppercase) && lexicon.list(List::RoleChair).is(rest);
    chair && name.score > 1
}

fn moved(name: Name, by: usize, office: Range<usize>, end: usize) -> Name {
    let shift = |r: Range<usize>| r.start + by..r.end + by;
    Name {
        honorific: name.honorific.map(shift),
        whole: shift(name.whole),
        first: name.first.map(shift),
        last: name.last.map(shift),
        office: Some(office),
        end,
        score: name.score,
    }
}
