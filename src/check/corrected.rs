//! A cell or row that the user corrected.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "corrected",
    severity: "note",
    summary: "had a cell corrected by the user (the machine's value kept here)",
    why: "what stands in the cell is not what the report says at that place",
    example: "set,agenda,age-0123456789abcdef,title,Opening in corrections.csv",
    misses: "merges by aliases.csv, which candidates.csv tells of",
    check,
};

/// The rule is raised where corrections are applied, behind extraction.
fn check(_: &Extraction) -> Vec<FindingRow> {
    Vec::new()
}
