//! Entries of a list whose bracket opens in one line and closes in the next: `Mme PROBE Ana (suppléante de` over `M. MODEL Marc)`.

use super::lines::Line;
use super::name::name_at;
use crate::lexicon::Lexicon;

/// A bracket that takes more lines than these is left open.
const LINES: usize = 2;

/// The lines with each entry whose bracket the next lines close as one.
pub(super) fn joined<'s>(lines: Vec<Line<'s>>, lexicon: &Lexicon) -> Vec<Line<'s>> {
    if !lines.iter().any(|l| is_open(l.text())) {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let mut line = lines[at].clone();
        let more = closed_by(&lines[at..], lexicon).unwrap_or(0);
        let below = lines[at + 1..].iter().take(more);
        below.for_each(|l| line.flow.join(&l.flow));
        found.push(line);
        at += 1 + more;
    }
    found
}

/// How many of the next lines the bracket of the first one takes, where that is a person.
fn closed_by(lines: &[Line], lexicon: &Lexicon) -> Option<usize> {
    let (first, next) = lines.split_first()?;
    let person = || name_at(first.text(), lexicon).is_some_and(|n| n.score > 1);
    if !is_open(first.text()) || !first.columns.is_empty() || !person() {
        return None;
    }
    let apart = |l: &Line| l.gap || l.marker.is_some();
    let inside = next.iter().take(LINES).take_while(|l| !apart(l));
    let closes = |l: &Line| {
        l.text()
            .find(')')
            .is_some_and(|i| !l.text()[..i].contains('('))
    };
    let at = inside
        .enumerate()
        .find(|(_, l)| l.text().contains(['(', ')']))?;
    closes(at.1).then_some(at.0 + 1)
}

/// Whether a bracket is open at the end of a line.
fn is_open(text: &str) -> bool {
    let last = text.rfind(['(', ')']);
    last.is_some_and(|i| text[i..].starts_with('('))
}
