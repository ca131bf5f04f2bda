//! Countries, bodies and ways of attending that stand at the edge, beside the first line of whoever they sent or name:
//! everything else of the list is set further in.

use super::labels::attending;
use super::lines::Line;
use super::name::name_at;
use super::run::people;
use crate::flow::Flow;
use crate::lexicon::Lexicon;

/// A label is no longer.
const LONGEST: usize = 48;

/// The lines with each label at the edge as a line of its own, where several stand so.
pub(super) fn parted<'s>(lines: Vec<Line<'s>>, lexicon: &Lexicon) -> Vec<Line<'s>> {
    let hung: Vec<bool> = (0..lines.len())
        .map(|i| is_hung(&lines, i, lexicon))
        .collect();
    let told = |line: &Line| attends(line, lexicon);
    let several = hung.iter().filter(|h| **h).count() > 1;
    if !several && !lines.iter().zip(&hung).any(|(l, hung)| *hung && told(l)) {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len() + 8);
    for (mut line, hung) in lines.into_iter().zip(hung) {
        if hung && let Some(label) = part(&mut line) {
            found.push(Line {
                flow: label,
                columns: Vec::new(),
                gap: true,
                ..line.clone()
            });
        }
        found.push(line);
    }
    found
}

/// Takes the label off a line of columns, which begins with the person then.
pub(super) fn part<'s>(line: &mut Line<'s>) -> Option<Flow<'s>> {
    if line.columns.len() < 2 {
        return None;
    }
    let label = line.columns.remove(0);
    line.flow = line.columns.first().cloned().unwrap_or_default();
    for more in line.columns.iter().skip(1) {
        line.flow.join(more);
    }
    if line.columns.len() < 2 {
        line.columns.clear();
    }
    line.gap = true;
    Some(label)
}

/// Whether a line begins with a way of attending and a person beside it: `APOLOGIES      Sam Model`.
pub(super) fn attends(line: &Line, lexicon: &Lexicon) -> bool {
    let [label, person, ..] = line.columns.as_slice() else {
        return false;
    };
    let own = 0..label.len();
    let named = || name_at(person.as_str(), lexicon).is_some_and(|n| n.score > 0);
    let alone = || people(person, 0..person.len(), lexicon).len() < 2;
    line.indent == 0 && attending(label, own, lexicon).is_some() && named() && alone()
}

/// Whether a line is a label at the edge and a person further in, where the line below it begins.
fn is_hung(lines: &[Line], at: usize, lexicon: &Lexicon) -> bool {
    if attends(&lines[at], lexicon) {
        return true;
    }
    let [label, person] = lines[at].columns.as_slice() else {
        return false;
    };
    let words = label.as_str();
    let capitals = !words
        .chars()
        .any(|c| c.is_lowercase() || c.is_ascii_digit() || c == ':');
    let named = name_at(person.as_str(), lexicon).is_some_and(|n| n.score > 0);
    let column = person.source_start().saturating_sub(lines[at].raw.start) as usize;
    let below = lines
        .get(at + 1)
        .is_some_and(|next| next.columns.len() < 2 && next.indent.abs_diff(column) <= 1);
    lines[at].indent == 0 && capitals && named && below && words.len() <= LONGEST
}
