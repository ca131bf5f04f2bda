//! Labels before people and over them: `Chair: A`, `Staff members present`.

use super::group::{Group, points_elsewhere};
use super::lines::Line;
use super::name::{honorifics, name_at};
use super::piece::{ATTENDANCE, attendance};
use super::run::HEAD;
use super::signs::is_prose;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// `Chair: A`, `Kenya: B, C`: a short label, and where its text begins.
pub(super) fn label(text: &str) -> Option<(Range<usize>, usize)> {
    let colon = memchr::memchr(b':', &text.as_bytes()[..text.len().min(HEAD)])?;
    let label = text[..colon].trim_end_matches(['*', ' ']);
    let words = label.split_whitespace().count();
    let body = &text[colon + 1..];
    let body_at = text.len() - body.trim_start_matches(['*', ' ']).len();
    // `Ann Model, Clerk (6:30 pm)`: a clock behind a person.
    let clock = label.contains('(') && !label.contains(')');
    let fits = (1..=6).contains(&words)
        && !clock
        && !label.contains(['@', '.'])
        && label.starts_with(char::is_uppercase);
    (fits && body_at < text.len()).then_some((0..label.len(), body_at))
}

/// `Sra. Alcaldesa: B`: the label of an office behind an honorific.
pub(super) fn honoured(text: &str, lexicon: &Lexicon) -> Option<(Range<usize>, usize)> {
    let at = honorifics(text, lexicon);
    let (office, body) = label(text.get(at..)?).filter(|_| at > 0)?;
    let post = lexicon.list(List::Job).is(&text[at..][office.clone()]);
    post.then(|| (at + office.start..at + office.end, at + body))
}

/// A paragraph cut where a line begins with a label: lines that belong apart whatever the layout made of them.
pub(super) fn labelled_lines<'s>(flow: &Flow<'s>) -> Vec<Flow<'s>> {
    let text = flow.as_str();
    if memchr::memchr(b':', text.as_bytes()).is_none() {
        return vec![flow.trim()];
    }
    let lines: Vec<Range<usize>> = flow.lines().collect();
    let labelled = lines
        .iter()
        .skip(1)
        .filter(|l| label(&text[(*l).clone()]).is_some());
    let mut starts: Vec<usize> = labelled.map(|l| l.start).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([flow.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&a, b)| flow.slice(a..b).trim())
        .collect()
}

/// A label that begins with a way of attending has no more words.
const LEADING: usize = 12;

/// The group that a label makes by itself: a way of attending.
pub(super) fn attending(flow: &Flow, range: Range<usize>, lexicon: &Lexicon) -> Option<Group> {
    let range = range.end - unnumbered(&flow.as_str()[range.clone()]).len()..range.end;
    let text = &flow.as_str()[range.clone()];
    if points_elsewhere(text, lexicon) {
        return None;
    }
    let short = text.split_whitespace().nth(6).is_none();
    let says = |key| short && lexicon.list(key).found_in(text);
    // `Attended by the members of the board of the mill:` says so at its start, however it goes on.
    let colon = || text.ends_with(':') || flow.as_str()[range.end..].starts_with(':');
    let leads = short || colon() && text.split_whitespace().nth(LEADING).is_none();
    let opens = || {
        let led = |key| {
            leads
                && lexicon
                    .list(key)
                    .starts(text)
                    .is_some_and(|len| text[..len].contains(' '))
        };
        ATTENDANCE
            .iter()
            .find(|(key, _)| led(*key))
            .map(|(_, how)| *how)
    };
    // `Lake Trust: Ann Model (by phone)` is a person.
    let named = || text.contains(": ") || name_at(text, lexicon).is_some_and(|n| n.score > 1);
    let bracketed = || attendance(&text[text.rfind('(')?..], lexicon).filter(|_| !named());
    let how = attendance(text, lexicon)
        .or_else(|| (short && both(text, lexicon)).then_some("present"))
        .or_else(|| says(List::LabelApologies).then_some("apologies"))
        .or_else(|| says(List::LabelAbsent).then_some("absent"))
        .or_else(opens)
        .or_else(|| bracketed().filter(|_| short))
        .or_else(|| (short && ends_present(text, lexicon)).then_some("present"))?;
    let end = range.start + text.trim_end_matches([':', '*', ' ']).len();
    let label = flow.cell(range.start..end);
    Some(Group {
        attendance: Some((how, label.clone())),
        label,
        ..Group::default()
    })
}

/// `Members present` of `Par/12/07-08 Members present`: a label without the reference before it, which has figures and a
/// sign.
fn unnumbered(text: &str) -> &str {
    let (first, rest) = text.split_once(' ').unwrap_or_default();
    let figures = first.bytes().any(|b| b.is_ascii_digit());
    let signs = first.contains(['/', '-']) && !first.contains(['(', ':', '@']);
    match figures && signs && rest.starts_with(char::is_uppercase) {
        true => rest,
        false => text,
    }
}

/// A sentence that leads in a list is no longer.
const LEAD_IN: usize = 240;

/// `The opening was attended by:`, people below: the words right before the colon say that they came.
pub(super) fn led_in(flow: &Flow, lexicon: &Lexicon) -> Option<Group> {
    let text = flow.as_str().trim_end_matches(['*', ' ']);
    let text = text.strip_suffix(':')?.trim_end();
    // Behind other sentences: `Mr A sent apologies. Staff present by invitation were:`
    let start = text.rfind(". ").map_or(0, |i| i + 2);
    if text.len() - start > LEAD_IN {
        return None;
    }
    let being = lexicon.list(List::AttendanceBeing);
    let ends = |r: &Range<usize>| r.end == text.len() && text[r.clone()].contains(' ');
    let led = |r: &Range<usize>| {
        let rest = &text[r.end..];
        let last = rest.rsplit(' ').next().unwrap_or_default();
        r.start >= start && rest.starts_with(' ') && being.is(last) && !rest.contains(',')
    };
    let said = lexicon
        .list(List::AttendancePresent)
        .find_iter(text)
        .map(|(range, _)| range)
        .find(|r| ends(r) || led(r))?;
    let label = flow.cell(said.start..text.len());
    Some(Group {
        attendance: Some(("present", label)),
        label: flow.cell(start.min(said.start)..text.len()),
        ..Group::default()
    })
}

/// `Members present or represented`: of those who came first.
fn both(text: &str, lexicon: &Lexicon) -> bool {
    let first = |key| {
        lexicon
            .list(key)
            .find_iter(text)
            .map(|(r, _)| r.start)
            .next()
    };
    let (came, away) = (first(List::LabelPresent), first(List::LabelApologies));
    let negated = lexicon.list(List::LabelAbsent).found_in(text);
    !negated && came.zip(away).is_some_and(|(came, away)| came < away)
}

/// `Staff Members Present`: a label that ends with the word.
fn ends_present(text: &str, lexicon: &Lexicon) -> bool {
    let text = text.trim_end_matches([':', '*', ' ']);
    // `Others attending (non-voting)`
    let bare = text.strip_suffix(')').and_then(|t| t.rsplit_once(" ("));
    let text = bare.map_or(text, |(bare, _)| bare);
    let present = lexicon.list(List::LabelPresent);
    let ends = |(i, _): (usize, &str)| present.is(&text[i + 1..]);
    let words = text
        .chars()
        .all(|c| c.is_alphabetic() || " ’'-()".contains(c));
    let named = || name_at(text, lexicon).is_some_and(|n| n.score > 2);
    words
        && text.starts_with(char::is_uppercase)
        && text.rmatch_indices(' ').take(2).any(ends)
        && !named()
}

/// A line of names that goes on below has no fewer bytes.
const WRAPPED: usize = 55;
/// A run of people is not joined further.
const LONGEST: usize = 4000;

/// The lines with each labelled run of people that wraps as one: `Present: A; B; C` over `Sample; D`.
pub(super) fn rejoined<'s>(lines: Vec<Line<'s>>, lexicon: &Lexicon) -> Vec<Line<'s>> {
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    let mut last = 0;
    for line in lines {
        match found
            .last_mut()
            .filter(|above| goes_on(above, last, &line, lexicon))
        {
            Some(above) => {
                last = line.text().len();
                above.flow.join(&line.flow);
            }
            None => {
                last = line.text().len();
                found.push(line);
            }
        }
    }
    found
}

/// Whether a line goes on with the labelled people above it, whose last line has so many bytes: it begins within a name,
/// or behind a sign that ends none.
fn goes_on(above: &Line, last: usize, line: &Line, lexicon: &Lexicon) -> bool {
    let text = above.text();
    let marks = |t: &str| t.matches([',', ';']).count();
    if text.len() > LONGEST {
        return false;
    }
    let Some((_, body)) = label(text).filter(|(_, body)| marks(&text[*body..]) > 0) else {
        return false;
    };
    let apart = line.gap
        || line.marker.is_some()
        || above.columns.len() + line.columns.len() > 0
        || label(line.text()).is_some()
        || last < WRAPPED;
    let titled = honorifics(line.text(), lexicon) > 0;
    if apart || titled || is_prose(line.text()) || text.ends_with(['.', ')']) {
        return false;
    }
    let part = text[body..]
        .rsplit([',', ';'])
        .next()
        .unwrap_or(text)
        .trim();
    let whole = name_at(part, lexicon).is_some_and(|n| n.end == part.len() && n.score > 1);
    let several = text.matches(';').count() > 1 && line.text().contains(';');
    let begins = name_at(line.text(), lexicon).is_some_and(|n| n.score > 1);
    !whole && !begins || several
}
