//! A table row with more or fewer cells than its header.

use super::Rule;
use crate::extract::Extraction;
use crate::outline::Grid;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "cell-count",
    severity: "warning",
    summary: "has a table row with more or fewer cells than its header",
    why: "cells may have slipped into the wrong column",
    example: "a header of four cells over a row of three",
    misses: "a cell lost and another split in one row",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    x.outline.grids.iter().flat_map(|g| uneven(x, g)).collect()
}

/// The first of each run of rows whose cells are not as many as the header's.
fn uneven(x: &Extraction, grid: &Grid) -> Vec<FindingRow> {
    let Some(header) = &grid.header else {
        return Vec::new();
    };
    let expected = header.cells.len();
    let mut found = Vec::new();
    let mut before = expected;
    for row in &grid.rows {
        let count = row.cells.len();
        if count != expected && count != before {
            let message = format!("this row has {count} cells, the header of its table {expected}");
            let head = x.outline.blocks[header.block].body;
            let finding = RULE.finding(message).at(x.outline.blocks[row.block].body);
            found.push(super::compared_with(x, finding, &head.into()));
        }
        before = count;
    }
    found
}
