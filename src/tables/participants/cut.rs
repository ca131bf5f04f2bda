//! What stands behind a name, cut where signs or the ends of lines part it.

use super::piece::{Class, class_beside, spelled_here};
use crate::block::starts_like_time;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// A text between separators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub range: Range<usize>,
    pub class: Class,
    /// Whether it stands in brackets.
    pub enclosed: bool,
}

/// What the ends of lines do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    Part,
    Wrap,
}

/// The pieces of a range, with what each says by itself.
pub(super) fn pieces(flow: &Flow, range: Range<usize>, lexicon: &Lexicon) -> Vec<Piece> {
    pieces_in(flow, range, Lines::Part, lexicon)
}

pub(super) fn pieces_in(
    flow: &Flow,
    range: Range<usize>,
    lines: Lines,
    lexicon: &Lexicon,
) -> Vec<Piece> {
    let text = flow.as_str();
    let starts = flow.lines().map(|l| l.start);
    let breaks: Vec<usize> = starts
        .filter(|s| *s > range.start && lines == Lines::Part)
        .collect();
    let mut found = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    let mut depth = 0usize;
    let mut push = |from: usize, to: usize, enclosed: bool| {
        let to = within_bracket(text, from..to);
        let range = flow.trimmed(without_signs(text, from..before_clock(text, from..to)));
        if text[range.clone()].contains(char::is_alphanumeric) {
            let class = class_beside(&text[range.clone()], lexicon);
            found.push(Piece {
                range,
                class,
                enclosed,
            });
        }
    };
    while at < range.end {
        let rest = &text[at..range.end];
        // No letter parts anything.
        if rest.as_bytes()[0].is_ascii_alphanumeric() && !breaks.contains(&at) {
            at += 1;
            continue;
        }
        let spelled = ["at", "dot", "email protected"]
            .iter()
            .find_map(|w| spelled_here(rest, w));
        // `Ann Test (AT)` are somebody's initials.
        let inside = || !text[start..at].trim().is_empty();
        if let Some(sign) = spelled.filter(|_| inside()) {
            at += sign;
            continue;
        }
        let len = separator(rest, at == start)
            .filter(|_| !is_in_number(&text[start..range.end], at - start))
            .or_else(|| (rest.starts_with(". ") && opens_contact(&rest[2..], lexicon)).then_some(2))
            .unwrap_or(0);
        if len > 0 || breaks.contains(&at) {
            push(start, at, depth > 0);
            match rest.as_bytes()[0] {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            start = at + len;
        }
        at += len.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    push(start, range.end, depth > 0);
    found
}

/// A stop behind a word of fewer bytes may be that of a short form.
const WHOLE_WORD: usize = 6;

/// A piece without a dash before it and the stop of the entry behind it: `- Clerk`, `the service for housing.`
fn without_signs(text: &str, range: Range<usize>) -> Range<usize> {
    let own = text[range.clone()].trim_start();
    let bare = own.trim_start_matches(['-', '\u{2013}', '\u{2014}']);
    let led = bare.len() < own.len() && bare.starts_with(' ');
    let start = range.end - if led { bare.len() } else { own.len() };
    let kept = text[start..range.end].trim_end();
    let last = kept.rsplit(' ').next().unwrap_or(kept);
    let word = last.strip_suffix('.').filter(|w| {
        w.len() >= WHOLE_WORD && last.len() < kept.len() && w.chars().all(char::is_lowercase)
    });
    match word {
        Some(_) => start..start + kept.len() - 1,
        None => start..range.end,
    }
}

/// Where a piece ends that has a bracket of its own, which parts nothing: `Former Director (1996-2005)`.
fn within_bracket(text: &str, range: Range<usize>) -> usize {
    let own = &text[range.clone()];
    let opened = own
        .rfind(['(', ')'])
        .is_some_and(|i| own[i..].starts_with('('));
    range.end + usize::from(opened && text[range.end..].starts_with(')'))
}

/// Where a piece ends before a clock in brackets: `Town Counsel (6:32 pm)`.
fn before_clock(text: &str, range: Range<usize>) -> usize {
    let own = text[range.clone()].trim_end().trim_end_matches(')');
    let open = own.rfind('(').filter(|&i| own.len() - i < 12);
    let clock = |i: &usize| {
        let inner = &own[i + 1..];
        let hour = inner.split([':', '.']).next().unwrap_or_default();
        let digits = !hour.is_empty() && hour.len() < 3 && hour.bytes().all(|b| b.is_ascii_digit());
        digits && starts_like_time(inner)
    };
    open.filter(clock).map_or(range.end, |i| range.start + i)
}

/// No telephone number is longer on either side of a sign.
const LONGEST_NUMBER: usize = 24;

/// `(091) 555-0199`, `0055 - 11 - 555 019`: a sign between the digits of a telephone number.
fn is_in_number(text: &str, at: usize) -> bool {
    let sign = match text.as_bytes()[at] {
        b')' => 1,
        b' ' if text[at..].starts_with(" - ") => 3,
        _ => return false,
    };
    let behind = text[at + sign..].trim_start();
    let number = |c: char| c.is_ascii_digit() || "+()-./ ".contains(c);
    let before = text[..at].chars().rev().take(LONGEST_NUMBER);
    let before = before
        .take_while(|c| number(*c))
        .filter(char::is_ascii_digit);
    let more = behind.chars().take(LONGEST_NUMBER);
    let more = more.take_while(|c| number(*c)).filter(char::is_ascii_digit);
    behind.starts_with(number) && before.count() > 1 && more.count() > 3
}

/// `Jordan. Email: a@example.org`: the label of an address begins a piece behind a full stop too.
fn opens_contact(text: &str, lexicon: &Lexicon) -> bool {
    let labels = [List::ContactEmail, List::ContactPhone, List::ContactFax];
    let mut lens = labels
        .iter()
        .filter_map(|key| lexicon.list(*key).starts(text));
    lens.any(|len| text[len..].trim_start_matches(['.', ' ']).starts_with(':'))
}

/// `(2017 Treasurer)`: a year and a capitalised word.
fn opens_year(bytes: &[u8]) -> bool {
    let year = bytes
        .get(1..5)
        .is_some_and(|y| y.iter().all(u8::is_ascii_digit));
    year && bytes.get(5) == Some(&b' ') && bytes.get(6).is_some_and(u8::is_ascii_uppercase)
}

/// The length of the separator that `rest` begins with. Brackets in a telephone number are none.
fn separator(rest: &str, opens: bool) -> Option<usize> {
    let bytes = rest.as_bytes();
    match bytes[0] {
        b'(' if bytes.get(1).is_some_and(u8::is_ascii_digit) && !opens_year(bytes) => None,
        b',' | b';' | b'(' | b')' | b'[' | b']' | b'|' => Some(1),
        b':' if opens => Some(1),
        b' ' => [" \u{2013} ", " \u{2014} ", " - ", " / ", " : "]
            .iter()
            .find(|s| rest.starts_with(**s))
            .map(|s| s.len()),
        b'.' | b'_' => {
            let run = rest.len() - rest.trim_start_matches(['.', '_', ' ']).len();
            let signs = rest[..run].bytes().filter(|b| *b != b' ').count();
            (signs >= 3).then_some(run)
        }
        _ => ['\u{2014}', '\u{2026}']
            .iter()
            .find(|c| rest.starts_with(**c))
            .map(|c| c.len_utf8()),
    }
}
