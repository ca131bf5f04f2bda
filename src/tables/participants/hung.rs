//! Countries and bodies that stand at the edge, beside the first line of whoever they sent: everything else of the list is
//! set further in.

use super::lines::Line;
use super::name::name_at;
use crate::lexicon::Lexicon;

/// A label is no longer.
const LONGEST: usize = 48;

/// The lines with each label at the edge as a line of its own, where several stand so.
pub(super) fn parted<'s>(lines: Vec<Line<'s>>, lexicon: &Lexicon) -> Vec<Line<'s>> {
    let hung: Vec<bool> = (0..lines.len())
        .map(|i| is_hung(&lines, i, lexicon))
        .collect();
    if hung.iter().filter(|h| **h).count() < 2 {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len() + 8);
    for (mut line, hung) in lines.into_iter().zip(hung) {
        if hung && line.columns.len() == 2 {
            let mut columns = std::mem::take(&mut line.columns).into_iter();
            let [label, person] = [columns.next(), columns.next()].map(Option::unwrap_or_default);
            found.push(Line {
                flow: label,
                gap: true,
                ..line.clone()
            });
            line.flow = person;
            line.gap = true;
        }
        found.push(line);
    }
    found
}

/// Whether a line is a label at the edge and a person further in, where the line below it begins.
fn is_hung(lines: &[Line], at: usize, lexicon: &Lexicon) -> bool {
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
