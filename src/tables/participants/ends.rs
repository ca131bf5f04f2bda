//! Where people in running text end although no full stop says so: below them a line begins that is something else.

use super::labels;
use super::name::name_at;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// A line of more bytes is no part of a paragraph that wraps: its end is the paragraph's.
const LONG: usize = 100;

/// The range up to the line that goes on with something else than people.
pub(super) fn before_other(flow: &Flow, range: Range<usize>, lexicon: &Lexicon) -> Range<usize> {
    let text = flow.as_str();
    if let Some(end) = counted(&text[range.clone()]) {
        return range.start..range.start + end;
    }
    let lines: Vec<Range<usize>> = flow.lines().collect();
    for pair in lines.windows(2) {
        let (above, below) = (&pair[0], &pair[1]);
        if below.start <= range.start || below.start >= range.end {
            continue;
        }
        let from = above.start.max(range.start);
        let long = above.len() > LONG;
        let (whole, next) = (
            &text[from..above.end],
            &text[below.start..below.end.min(range.end)],
        );
        if is_title(whole, next) || is_whole(whole, lexicon) && is_other(next, long, lexicon) {
            return range.start..from + text[from..above.end].trim_end().len();
        }
    }
    range
}

/// Where people end whom a number in brackets counts: `A, B, C (3)  The chair welcomed them.`
fn counted(text: &str) -> Option<usize> {
    let open = memchr::memmem::find(text.as_bytes(), b" (")?;
    let (number, rest) = text[open + 2..].split_once(')')?;
    let counts = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let several = text[..open].contains(',');
    let other = rest.trim_start().starts_with(char::is_uppercase);
    (counts && several && other).then_some(open)
}

/// Whether the last person of a line is complete: a whole name, or a bracket behind one.
fn is_whole(line: &str, lexicon: &Lexicon) -> bool {
    let line = line.trim_end();
    let part = line.rsplit([',', ';', ':']).next().unwrap_or(line).trim();
    let and = lexicon.list(List::And);
    let blanks = || part.rmatch_indices(' ').map(|(i, _)| i);
    let joined = blanks().find(|&i| and.is(part[..i].rsplit(' ').next().unwrap_or_default()));
    let part = joined.map_or(part, |i| &part[i + 1..]);
    let whole = |p: &str| name_at(p, lexicon).is_some_and(|n| n.end == p.len() && n.score > 0);
    line.ends_with(')') || whole(part)
}

/// Whether a line is no part of a list of people: a clause, or behind a long line a heading.
fn is_other(line: &str, long: bool, lexicon: &Lexicon) -> bool {
    let line = line.trim();
    if !line.starts_with(char::is_uppercase) || labels::label(line).is_some() {
        return false;
    }
    let first = line.split([',', ';', '(']).next().unwrap_or(line);
    let small = first.split(' ').filter(|w| {
        let word = w.starts_with(char::is_lowercase);
        word && !lexicon.list(List::And).is(w) && !lexicon.list(List::Particle).is(w)
    });
    let clause = small.take(3).count() > 2;
    let person = || name_at(line, lexicon).is_some_and(|n| n.score > 0);
    clause || long && !line.contains([',', ';', '(']) && !person()
}

/// Whether a line is a heading in capitals below one that is not.
fn is_title(above: &str, line: &str) -> bool {
    let loud = |t: &str| t.contains(char::is_alphabetic) && !t.contains(char::is_lowercase);
    let words = line.trim().split(' ').count();
    loud(line) && !loud(above) && words > 1 && line.len() > 8 && !line.contains([',', ';', '('])
}
