//! Changes as text, as CSV and as JSON.

use super::{Change, Row, TableDiff, cell};
use serde_json::{Value, json};
use std::fmt::Write;

/// A line a row or cell, table by table: `+` new, `-` gone, `~` changed; at last the counts.
pub fn text(diffs: &[TableDiff]) -> String {
    let mut out = String::new();
    let (mut added, mut removed, mut changed) = (0, 0, 0);
    for diff in diffs {
        let _ = writeln!(out, "{}", diff.table.name);
        for change in &diff.changes {
            match change {
                Change::Added(row) => {
                    added += 1;
                    let _ = writeln!(out, "  + {}  {}", cell(row, "id"), filled(diff, row));
                }
                Change::Removed(row) => {
                    removed += 1;
                    let _ = writeln!(out, "  - {}  {}", cell(row, "id"), filled(diff, row));
                }
                Change::Changed { row, cells } => {
                    changed += 1;
                    for c in cells {
                        let _ = writeln!(
                            out,
                            "  ~ {}  {}: {:?} -> {:?}",
                            cell(row, "id"),
                            c.column,
                            c.old,
                            c.new
                        );
                    }
                }
            }
        }
    }
    let _ = writeln!(
        out,
        "{added} rows added, {removed} removed, {changed} changed"
    );
    out
}

/// The cells of a row that say something, without its id.
fn filled(diff: &TableDiff, row: &Row) -> String {
    let columns = diff.columns.iter().filter(|c| *c != "id" && *c != "rule");
    let cells = columns
        .map(|c| (c, cell(row, c)))
        .filter(|(_, value)| !value.is_empty());
    cells
        .map(|(c, value)| format!("{c}={value:?}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The layout of tabular diffs as daff's highlighter reads it: the first cell of a line says what became of the row (`@@` the
/// header, `+++` new, `---` gone, `->` changed, with `old->new` in its cells); the second is the table.
pub fn csv(diffs: &[TableDiff]) -> String {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for diff in diffs {
        let arrow = arrow(diff);
        let head = ["@@", "table"]
            .into_iter()
            .chain(diff.columns.iter().map(String::as_str));
        // Writing to a vector does not fail.
        let _ = writer.write_record(head);
        for change in &diff.changes {
            let (sign, row) = match change {
                Change::Added(row) => ("+++", row),
                Change::Removed(row) => ("---", row),
                Change::Changed { row, .. } => (arrow.as_str(), row),
            };
            let mut record = vec![sign.to_string(), diff.table.name.to_string()];
            record.extend(diff.columns.iter().map(|c| shown(change, row, c, &arrow)));
            let _ = writer.write_record(&record);
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn shown(change: &Change, row: &Row, column: &str, arrow: &str) -> String {
    let changed = match change {
        Change::Changed { cells, .. } => cells.iter().find(|c| c.column == column),
        _ => None,
    };
    changed.map_or_else(
        || cell(row, column).to_string(),
        |c| format!("{}{arrow}{}", c.old, c.new),
    )
}

/// An arrow that stands in no cell of a table: `->`, or longer.
fn arrow(diff: &TableDiff) -> String {
    let rows = diff.changes.iter().map(|c| match c {
        Change::Added(row) | Change::Removed(row) | Change::Changed { row, .. } => row,
    });
    let old = diff.changes.iter().flat_map(|c| match c {
        Change::Changed { cells, .. } => cells.iter().map(|c| c.old.as_str()).collect(),
        _ => Vec::new(),
    });
    let texts: Vec<&str> = rows
        .flat_map(|r| r.values().map(String::as_str))
        .chain(old)
        .collect();
    let mut arrow = String::from("->");
    while texts.iter().any(|t| t.contains(&arrow)) {
        arrow.insert(0, '-');
    }
    arrow
}

/// A document with the tables that differ, each with what was added, removed and changed.
pub fn json(diffs: &[TableDiff]) -> String {
    let of = |diff: &TableDiff| {
        let (mut added, mut removed, mut changed) = (Vec::new(), Vec::new(), Vec::new());
        for change in &diff.changes {
            match change {
                Change::Added(row) => added.push(document(diff, row)),
                Change::Removed(row) => removed.push(document(diff, row)),
                Change::Changed { row, cells } => {
                    let cells: Vec<Value> = cells
                        .iter()
                        .map(|c| json!({ "column": c.column, "old": c.old, "new": c.new }))
                        .collect();
                    changed.push(json!({ "report_id": cell(row, "report_id"), "id": cell(row, "id"), "cells": cells }));
                }
            }
        }
        json!({ "table": diff.table.name, "added": added, "removed": removed, "changed": changed })
    };
    let tables: Vec<Value> = diffs.iter().map(of).collect();
    // Nothing in the document can fail to be written as JSON.
    let text = serde_json::to_string_pretty(&json!({ "tables": tables })).unwrap_or_default();
    text + "\n"
}

fn document(diff: &TableDiff, row: &Row) -> Value {
    let cells = diff
        .columns
        .iter()
        .map(|c| (c.clone(), Value::from(cell(row, c))));
    Value::Object(cells.collect())
}
