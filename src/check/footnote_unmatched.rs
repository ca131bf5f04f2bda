//! A mark without a note, or a note without a mark.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::footnotes::Footnote;

pub(super) const RULE: Rule = Rule {
    name: "footnote-unmatched",
    severity: "note",
    summary: "has a mark without a note, or a note without a mark",
    why: "the note was lost on the way out of the PDF, or numbered wrongly",
    example: "the Agenda\u{2075} in a text without a fifth note",
    misses: "marks that lost their raising and stand alone",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let notes = &x.data.footnotes;
    let own = |at: crate::span::Span| notes.iter().any(|n| n.marker.spans.iter().any(|s| s.overlaps(at)));
    let marks = x.outline.marks.iter().filter(|(at, _)| !own(*at));
    let lost = marks.filter(|(_, label)| !notes.iter().any(|n| n.marker.value == *label));
    let lost = lost.map(|(at, label)| RULE.finding(format!("the mark {label} has no note")).at(*at));
    let bare = notes.iter().enumerate().filter(|(_, n)| n.anchor_line.is_empty());
    let bare = bare.map(|(i, n)| {
        let message = format!("the note {} has no mark in the text", n.marker.value);
        RULE.finding(message).about::<Footnote>(i).column("marker")
    });
    lost.chain(bare).collect()
}
