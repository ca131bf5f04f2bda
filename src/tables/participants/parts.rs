//! Running text cut where signs, `and` or titles part people.

use super::initials;
use super::name::{honorifics, name_at};
use super::piece::{Class, class};
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// Words of running text between two signs, and the sign behind them.
pub(super) struct Part {
    pub range: Range<usize>,
    pub after: char,
}

/// The parts between commas, semicolons and `and`, those in brackets left alone.
pub(super) fn parts(text: &str, range: Range<usize>, lexicon: &Lexicon) -> Vec<Part> {
    let dashes = dashes(text, range.clone(), lexicon);
    let mut dashes = dashes.iter().peekable();
    let mut found = Vec::new();
    let mut depth = 0usize;
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        let c = text[at..].chars().next().unwrap_or(' ');
        // No letter parts anything.
        if c.is_ascii_alphanumeric() && dashes.peek().is_none_or(|d| d.start > at) {
            at += 1;
            continue;
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // `Mr E Sample`: an initial, not the word of another language.
        let initial = |len: &usize| {
            *len == 1
                && text[at + 1..].starts_with(char::is_uppercase)
                && honorifics(text.get(at + 3..).unwrap_or_default(), lexicon) == 0
        };
        let and = (c == ' ' && depth == 0)
            .then(|| lexicon.list(List::And).starts(&text[at + 1..range.end]))
            .flatten()
            .filter(|len| !initial(len));
        if let Some(dash) = dashes.next_if(|d| d.start <= at) {
            found.push(Part {
                range: skip_blank(text, start..dash.start),
                after: ',',
            });
            start = dash.end;
            at = dash.end;
            continue;
        }
        if depth == 0 && matches!(c, ',' | ';') {
            found.push(Part {
                range: skip_blank(text, start..at),
                after: c,
            });
            start = at + 1;
        } else if let Some(len) = and.filter(|len| text[at + 1 + len..].starts_with(' ')) {
            found.push(Part {
                range: skip_blank(text, start..at),
                after: '&',
            });
            start = at + 1 + len;
            at = start - 1;
        } else if depth == 0 && next_begins(text, start, at..range.end, lexicon) {
            found.push(Part {
                range: skip_blank(text, start..at),
                // `A/B (Co-chairs)` are as close as with `and` between them.
                after: if c == '/' { '&' } else { ',' },
            });
            start = at + 1;
        }
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
    found.push(Part {
        range: skip_blank(text, start..range.end),
        after: '.',
    });
    found.retain(|p| !p.range.is_empty());
    found
}

/// The dashes that part people where no comma does: `MODEL Ann – PROBE Bo- TEST Cy`; none where what they part is no name.
fn dashes(text: &str, range: Range<usize>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let own = &text[range.clone()];
    let mut depth = 0usize;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (i, c) in own.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => return Vec::new(),
            '-' | '–' | '—' if depth == 0 => {
                let end = i + c.len_utf8();
                let blank = own[..i].ends_with(' ') || own[end..].starts_with(' ');
                if blank && end < own.len() {
                    found.push(range.start + i..range.start + end);
                }
            }
            _ => {}
        }
    }
    if found.len() < 2 {
        return Vec::new();
    }
    let starts = [range.start].into_iter().chain(found.iter().map(|d| d.end));
    let ends = found.iter().map(|d| d.start).chain([range.end]);
    let named = |(a, z): &(usize, usize)| {
        let part = text[*a..*z].trim();
        part.is_empty() || name_at(part, lexicon).is_some_and(|n| n.score > 1)
    };
    let people = starts.zip(ends).filter(named).count();
    match people * 10 >= (found.len() + 1) * 8 {
        true => found,
        false => Vec::new(),
    }
}

/// Whether the sign at the start of a range, which parts nothing by itself, stands between two people.
fn next_begins(text: &str, start: usize, range: Range<usize>, lexicon: &Lexicon) -> bool {
    let before = &text[start..range.start];
    match text.as_bytes()[range.start] {
        b'/' => slashed(before, &text[range.start + 1..range.end], lexicon),
        b'.' => names_next(before, &text[range.start + 1..range.end], lexicon),
        b' ' => titles_next(before, &text[range.start + 1..range.end], lexicon),
        _ => false,
    }
}

/// `Ann Model/Bo Probe (Co-chairs)`: nothing but two names, one of them beyond doubt.
fn slashed(before: &str, next: &str, lexicon: &Lexicon) -> bool {
    let (before, next) = (before.trim(), next.trim_start());
    let name =
        |t: &str| name_at(t, lexicon).filter(|n| n.score > 0 && t[n.whole.clone()].contains(' '));
    let (Some(one), Some(other)) = (name(before), name(next)) else {
        return false;
    };
    let rest = next[other.end..].trim_start();
    one.end == before.len()
        && one.score.max(other.score) > 1
        && (rest.is_empty() || rest.starts_with(['(', ',', ';', '.', '/']))
}

/// `Ann Model. Bo Probe`: a full stop for a comma between two names beyond doubt.
fn names_next(before: &str, next: &str, lexicon: &Lexicon) -> bool {
    let sure = |t: &str| name_at(t, lexicon).filter(|n| n.score > 2 && n.honorific.is_none());
    let before = before.trim();
    let long = before.rsplit(' ').next().is_some_and(|w| w.len() > 3);
    let listed = next.contains(',') && next.starts_with(' ') && long && before.contains(' ');
    listed
        && sure(before).is_some_and(|n| n.end == before.len())
        && sure(next.trim_start())
            .is_some_and(|n| next.trim_start()[n.end..].starts_with([',', ' ']))
}

/// `Mr A Model (Chair) Mrs B Sample`, `A. Model (Chair) B. Sample`: nothing but the next title, or the next initials, part
/// two people.
fn titles_next(before: &str, next: &str, lexicon: &Lexicon) -> bool {
    let title = honorifics(next, lexicon);
    if title == 0 && next.starts_with(char::is_uppercase) && initials::len(next, lexicon).is_some()
    {
        let before = before.trim();
        let own = initials::len(before, lexicon).map(|len| before[len..].trim());
        return own.is_some_and(|o| o.is_empty() || o.starts_with('(') && o.ends_with(')'));
    }
    if title < 3 || !next[title..].starts_with(char::is_uppercase) {
        return false;
    }
    let before = before.trim();
    let name = name_at(before, lexicon).filter(|n| n.honorific.is_some() && n.score > 1);
    let rest = name.map(|n| before[n.end..].trim_start());
    let posted = |r: &str| {
        let post = r.trim_start_matches(['-', '\u{2013}', '\u{2014}', ' ']);
        post.len() < r.len() && class(post, lexicon) == Class::Job
    };
    rest.is_some_and(|r| r.is_empty() || r.starts_with('(') && r.ends_with([')', '.']) || posted(r))
}

fn skip_blank(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    range.end - inner.trim_start().len()..range.end
}
