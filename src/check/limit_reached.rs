//! A report that passes a limit of the program.

use super::Rule;
use crate::extract::Extraction;
use crate::limits::{CELLS, NESTING, PIECE, RECORDS};
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "limit-reached",
    severity: "note",
    summary: "passed a documented limit",
    why: "what is beyond the limit was not read",
    example: "a row of 300 cells, where 256 are read",
    misses: "limits inside a reader, such as the length of a name",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mut found = Vec::new();
    let (mut deep, mut wide) = (false, false);
    for block in &x.outline.blocks {
        let length = block.span.len();
        if length > PIECE {
            let message = format!("a paragraph of {length} bytes is not read; the limit is {PIECE}");
            found.push(RULE.finding(message).at(block.span));
        }
        // A list or table that passes a limit does so again and again: once is enough.
        if block.too_deep && !deep {
            let message = format!("this item stands deeper than the {NESTING} levels that are told apart");
            found.push(RULE.finding(message).at(block.body));
        }
        if block.cells.len() > CELLS && !wide {
            let message = format!("this row has {} cells, of which {CELLS} are read", block.cells.len());
            found.push(RULE.finding(message).at(block.body));
        }
        (deep, wide) = (block.too_deep, block.cells.len() > CELLS);
    }
    let cut = x.cut.iter().map(|(table, rows)| format!("{table} has {rows} rows, of which {RECORDS} are kept"));
    found.extend(cut.map(|message| RULE.finding(message)));
    found
}
