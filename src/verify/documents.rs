//! The document of a report: its records, taken out of their nesting, say what the tables say.

use super::Faults;
use super::rows::{Tables, printed, same};
use crate::schema::{Column, Table};
use crate::source::Source;
use crate::tables::{RUN_TABLES, table};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A record of a document.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) table: &'static Table,
    pub(super) id: String,
    cells: Map<String, Value>,
}

impl Record {
    /// A cell as CSV prints it.
    pub(super) fn cell(&self, column: &str) -> String {
        self.cells.get(column).map_or(String::new(), printed)
    }

    /// The places of a column, in code points; nothing where they are not told as pairs of numbers.
    pub(super) fn spans(&self, column: &str) -> Vec<(usize, usize)> {
        let spans = self.cells.get("spans").and_then(|s| s.get(column));
        let spans = spans.and_then(Value::as_array).into_iter().flatten();
        let number = |n: &Value| Some(n.as_u64()? as usize);
        spans
            .filter_map(|s| Some((number(s.get(0)?)?, number(s.get(1)?)?)))
            .collect()
    }
}

/// The records of a document, in no order that matters.
pub(super) fn read(dir: &Path, path: &str, faults: &mut Faults) -> Vec<Record> {
    let bytes = std::fs::read(dir.join(path)).map_err(|e| e.to_string());
    let read = bytes.and_then(|b| serde_json::from_slice(&b).map_err(|e| e.to_string()));
    let document: Map<String, Value> = match read {
        Ok(document) => document,
        Err(message) => {
            faults.add(|| format!("{path}: {message}"));
            return Vec::new();
        }
    };
    let mut records = Vec::new();
    let mut waiting: Vec<(&str, Value)> = Vec::new();
    for (name, rows) in &document {
        waiting.push((name, rows.clone()));
    }
    while let Some((name, rows)) = waiting.pop() {
        let (Some(table), Value::Array(rows)) = (table(name), rows) else {
            continue;
        };
        for row in rows {
            let Value::Object(mut cells) = row else {
                continue;
            };
            let Some(id) = cells.get("id").and_then(Value::as_str).map(str::to_string) else {
                let inner = ["groups", "records"].iter().find_map(|k| cells.remove(*k));
                waiting.extend(inner.map(|rows| (table.name, rows)));
                continue;
            };
            if let Some(Value::Object(below)) = cells.remove("records") {
                let known = below
                    .into_iter()
                    .filter_map(|(n, rows)| Some((crate::tables::table(&n)?.name, rows)));
                waiting.extend(known);
            }
            records.push(Record { table, id, cells });
        }
    }
    records
}

/// Every record is a row with the same cells, and every row of the report a record.
pub(super) fn check(
    tables: &Tables,
    source: &Source,
    path: &str,
    records: &[Record],
    faults: &mut Faults,
) {
    let mut known: HashMap<&str, HashSet<&str>> = HashMap::new();
    for record in records {
        known
            .entry(record.table.name)
            .or_default()
            .insert(&record.id);
        let Some(rows) = tables.get(record.table.name) else {
            continue;
        };
        let (name, id) = (record.table.name, &record.id);
        let Some(row) = rows.by_id(id) else {
            faults.add(|| format!("{path}: {id} is no row of {name}"));
            continue;
        };
        let differs = |column: &&Column| {
            column.name != "report_id"
                && !same(
                    column.kind,
                    rows.cell(row, column.name),
                    &record.cell(column.name),
                )
        };
        for column in record.table.all_columns().filter(differs) {
            let (column, cell) = (column.name, record.cell(column.name));
            let other = rows.cell(row, column);
            faults.add(|| {
                format!(
                    "{path}: {id}: {column} is {cell:?}, {} has {other:?}",
                    rows.file
                )
            });
        }
    }
    for rows in tables.all().filter(|r| !RUN_TABLES.contains(&r.table.name)) {
        let ids = known.get(rows.table.name);
        for row in rows.of(&source.id) {
            let id = rows.rows[row][1].as_str();
            if !ids.is_some_and(|ids| ids.contains(id)) {
                faults.add(|| format!("{}: is not in {path}", rows.place(row)));
            }
        }
    }
}
