//! Lists whose items are bodies, each with its people behind a colon: `- LTA: Ann Model, Bo Probe (not Friday)`.
//!
//! The bodies whose people have known names tell that the others, too, have people behind the colon.

use super::entry::Entry;
use super::labels;
use super::lines::Line;
use super::name::name_at;
use super::parts::parts;
use super::run;
use crate::flow::Flow;
use crate::lexicon::Lexicon;
use std::ops::Range;

/// So many items with known people tell.
const LEAST: usize = 3;
/// The items that are looked at.
const SAMPLE: usize = 40;
/// A body before a colon is no longer.
const LONGEST: usize = 40;

/// Whether nearly all items have a label, and of these at least half people whom their names tell.
pub(super) fn are_bodied(lines: &[Line], lexicon: &Lexicon) -> bool {
    let items = lines.iter().skip_while(|l| l.marker.is_none());
    let items = items.take_while(|l| l.marker.is_some()).take(SAMPLE);
    let (mut all, mut labelled, mut sure) = (0, 0, 0);
    for line in items {
        all += 1;
        let Some(body) = body(line) else { continue };
        let text = line.text();
        labelled += usize::from(!is_told(&text[..body.start], lexicon));
        let name = name_at(&text[body], lexicon).filter(|n| n.score > 1);
        sure += usize::from(name.is_some());
    }
    sure >= LEAST && sure * 2 >= labelled && labelled * 10 >= all * 9
}

/// What stands behind the label of a line.
fn body(line: &Line) -> Option<Range<usize>> {
    let (label, body) = labels::label(line.text())?;
    (label.len() <= LONGEST).then_some(body..line.text().len())
}

/// Whether a label is a person's, who speaks.
fn is_told(label: &str, lexicon: &Lexicon) -> bool {
    let label = label.trim_end_matches([':', ' ']);
    name_at(label, lexicon).is_some_and(|n| n.score > 2 && n.end == label.len())
}

/// The people behind a label, those among them whose names nothing else tells.
pub(super) fn people<'s>(flow: &Flow<'s>, body: Range<usize>, lexicon: &Lexicon) -> Vec<Entry<'s>> {
    let text = flow.as_str();
    let parts = parts(text, body.clone(), lexicon);
    let own = |p: Range<usize>| {
        let name = text[p.clone()]
            .split(['(', '['])
            .next()
            .unwrap_or_default()
            .trim_end();
        let word = |w: &str| {
            w.starts_with(char::is_uppercase)
                && w.chars()
                    .all(|c| c.is_alphabetic() || "'\u{2019}-.".contains(c))
        };
        let plain = (2..=4).contains(&name.split(' ').count()) && name.split(' ').all(word);
        let flow = flow.slice(p);
        plain.then(|| Entry::of_one_name(&flow, name.len(), lexicon))?
    };
    let all: Option<Vec<Entry>> = parts.iter().map(|p| own(p.range.clone())).collect();
    all.unwrap_or_else(|| run::people(flow, body, lexicon))
}

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn bodies_before_a_colon_over_those_nobody_knows() {
        expect(
            "# Notes\n\n* Participants:\n  * Mill Board: Anna Model, Peter Sample (opening only)\n  * LTA: Obrenko Wuyot\n  \
             * DBX: Ruth Trial (not Friday), John Probe\n  * Reed Works: Mary Trial\n  * QS: Ilvo Sandarek (Monday only)\n",
            &[
                "Anna Model organisation=Mill Board",
                "Peter Sample organisation=Mill Board",
                "Obrenko Wuyot organisation=LTA",
                "Ruth Trial organisation=DBX",
                "John Probe organisation=DBX",
                "Mary Trial organisation=Reed Works",
                "Ilvo Sandarek organisation=QS",
            ],
        );
    }
}
