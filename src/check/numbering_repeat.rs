//! A printed number that is used twice.

use super::Rule;
use super::sequence::{Fault, findings};
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "numbering-repeat",
    severity: "warning",
    summary: "repeats a printed number in a numbered table or list",
    why: "two rows cannot be told apart by their number, and one may be a copy",
    example: "7. Ana Example / 7. Bo Sample",
    misses: "numbers that start again under a new heading or on a new day are none",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    findings(x, &RULE, Fault::Repeat)
}
