//! A correction of what is no longer there.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "correction-lost",
    severity: "warning",
    summary: "no longer has the record that a correction names",
    why: "the text, or how it is read, has changed since the correction was made, and the fault may be back",
    example: "set,agenda,age-0123456789abcdef,title,Opening when no row has that id",
    misses: "records whose id is the same and whose other cells have changed",
    check,
};

/// The rule is raised where corrections are applied, behind extraction.
fn check(_: &Extraction) -> Vec<FindingRow> {
    Vec::new()
}
