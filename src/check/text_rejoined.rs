//! A sentence that the layout broke.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "text-rejoined",
    severity: "note",
    summary: "had a sentence broken by the layout, which was put together again",
    why: "the two halves may not belong together",
    example: "a paragraph that a box of speakers interrupts",
    misses: "halves that end and begin as whole sentences do",
    check,
};

/// More sentences than these that nothing but blank lines part are the way in which the text is set.
const SPACED: usize = 8;

fn check(x: &Extraction) -> Vec<FindingRow> {
    let source = x.outline.source;
    let rejoined = &x.outline.rejoined;
    // Where every line has a blank one below, one doubt says it.
    let spaced = rejoined.iter().filter(|r| !r.apart).count();
    let mut told = 0;
    let kept = rejoined.iter().filter(|r| {
        told += usize::from(!r.apart);
        r.apart || spaced <= SPACED || told == 1
    });
    kept
        .map(|r| {
            let (from, to) = (source.line_of(r.first.end.saturating_sub(1)), source.line_of(r.rest.start));
            let message = format!("the sentence that breaks off in line {from} goes on in line {to}");
            let message = match spaced {
                n if n > SPACED && !r.apart => format!("{message}, as {} more do that blank lines part", n - 1),
                _ => message,
            };
            let mut finding = RULE.finding(message).at(r.first);
            finding.other_line = crate::schema::Int::new(i64::from(to), r.rest);
            finding
        })
        .collect()
}
