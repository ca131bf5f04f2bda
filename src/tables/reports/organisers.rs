//! Who organised the event.

use super::Report;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::person::{Evidence, Known, looks_like_organisation, name_at};
use std::ops::Range;

/// `Hosted by A, B and C`; `A hosted a meeting in cooperation with B to ...`.
pub(super) fn organisers(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    let text = &flow.as_str()[range.clone()];
    if !report.organisers.is_empty() {
        return;
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    if let Some(by) = x.lexicon.list(List::OrganisedBy).find(text) {
        let tail = &text[by.end..];
        // The stop behind an initial ends nothing.
        let ends = |i: usize| {
            let word = tail[..i].rsplit(' ').next().unwrap_or("");
            let short = word.chars().count() == 1
                || x.lexicon.list(List::Honorific).is(word)
                || x.lexicon.list(List::Abbreviation).is(word);
            !tail[i..].starts_with('.') || !short
        };
        let mut stops = tail.match_indices(['.', ';', '\n']).map(|(i, _)| i);
        let stop = stops.find(|&i| ends(i)).unwrap_or(tail.len());
        // `convened by A, was held in B`
        let held = x.lexicon.list(List::EventHeld).find(&tail[..stop]);
        let end = by.end + held.map_or(stop, |r| r.start);
        parts.extend(names(x, text, by.end..end));
    } else if let Some(verb) = x.lexicon.list(List::Organised).find(text) {
        let with = x.lexicon.list(List::TogetherWith).find(&text[..verb.start]);
        let subject = with.map_or(verb.start, |r| r.start);
        let subject = text[..subject].trim_end_matches([',', ' ']).len();
        let head = text[..subject].rfind([',', ';', ':']).map_or(0, |i| i + 1);
        parts.extend(names(x, text, head..subject));
        if let Some(with) = x.lexicon.list(List::TogetherWith).find(&text[verb.end..]) {
            let start = verb.end + with.end;
            let end = text[start..]
                .find(['.', ';', ','])
                .map_or(text.len(), |i| start + i);
            parts.extend(names(x, text, start..end));
        }
    }
    for part in parts {
        // `the Group`, `the Chair`: a noun, no name.
        let single = !text[part.clone()].contains(' ');
        let acronym = text[part.clone()]
            .chars()
            .filter(|c| c.is_uppercase())
            .count()
            > 1;
        if single && !acronym && ends_in_article(x, &text[..part.start]) {
            continue;
        }
        // `Mr. A held a licence for years` organised nothing, nor did the `Chair` behind a name.
        let own = &text[part.clone()];
        if x.lexicon.list(List::Job).is(own) {
            continue;
        }
        let person = name_at(own, x.lexicon.lang());
        if person.is_some_and(|n| n.honorific.is_some() && n.span.end == own.len()) {
            continue;
        }
        let cell = flow.cell(range.start + part.start..range.start + part.end);
        report.organisers.append("; ", &cell);
    }
}

fn ends_in_article(x: &Extraction, text: &str) -> bool {
    let last = text.trim_end().rsplit(' ').next().unwrap_or("");
    x.lexicon.list(List::Article).is(last)
}

/// Two names with `and` between are no longer, in bytes.
const NAMES: usize = 300;

/// The names of a list: each begins with a capital, behind its article, and ends before a small word that is no part of it.
pub(super) fn names(x: &Extraction, text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for piece in text[range.clone()].split_inclusive([',', '/', ';']) {
        let mut start = at;
        at += piece.len();
        let piece_end = start + piece.trim_end_matches([',', '/', ';']).len();
        let both: Vec<Range<usize>> = x
            .lexicon
            .list(List::And)
            .find_iter(&text[start..piece_end])
            .map(|(r, _)| start + r.start..start + r.end)
            .collect();
        let whole =
            text[start..piece_end].contains(" for ") || text[start..piece_end].contains(" of ");
        // `Ministry of Food and Agriculture` is one, `Body of Ferries and Chamber of Oars` are two.
        let body = |t: &str| looks_like_organisation(t.trim(), x.lexicon.lang(), &Known::default());
        let two = |cut: &Range<usize>| {
            let sides = [&text[start..cut.start], &text[cut.end..piece_end]];
            let long = |t: &str| t.split('(').next().unwrap_or(t).trim().contains(' ');
            sides.iter().all(|t| long(t) && body(t) >= Evidence::Likely)
        };
        let named = piece.len() <= NAMES;
        let parts = |cut: &Range<usize>| !whole || named && two(cut);
        let cuts: Vec<_> = both.into_iter().filter(parts).collect();
        for cut in cuts {
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
