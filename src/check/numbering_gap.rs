//! A printed number that is skipped.

use super::Rule;
use super::sequence::{Fault, findings};
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "numbering-gap",
    severity: "warning",
    summary: "skips a printed number in a numbered table or list",
    why: "a row may have been lost between the two",
    example: "1. Ana Example / 3. Bo Sample",
    misses: "numbers of several parts (4.1), and the last rows of a list",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    findings(x, &RULE, Fault::Gap)
}
