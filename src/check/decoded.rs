//! A file that was not plain UTF-8.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "decoded",
    severity: "note",
    summary: "was not plain UTF-8",
    why: "letters beyond ASCII may have been guessed wrongly",
    example: "a file saved as windows-1252",
    misses: "text that was decoded wrongly before it was saved as UTF-8",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    x.outline.source.notes.iter().map(|n| RULE.finding(n.as_str())).collect()
}
