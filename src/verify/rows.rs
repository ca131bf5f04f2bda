//! The rows of a folder's tables, as printed text.

use super::Faults;
use crate::schema::{Table, Type};
use crate::tables::TABLES;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::path::Path;

/// The rows of one table.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) table: &'static Table,
    /// The file they were read from.
    pub(super) file: String,
    pub(super) rows: Vec<Vec<String>>,
    by_id: HashMap<String, usize>,
}

impl Rows {
    /// The index of a column of any kind.
    pub(super) fn column(&self, name: &str) -> usize {
        let position = self.table.all_columns().position(|c| c.name == name);
        position.unwrap_or(usize::MAX)
    }

    /// A cell; empty where the table has no such column.
    pub(super) fn cell(&self, row: usize, column: &str) -> &str {
        self.rows[row]
            .get(self.column(column))
            .map_or("", String::as_str)
    }

    /// The row of an id.
    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The rows of a report, in their order.
    pub(super) fn of<'r>(&'r self, report: &'r str) -> impl Iterator<Item = usize> + 'r {
        (0..self.rows.len()).filter(move |&row| self.rows[row][0] == report)
    }

    /// A row in words.
    pub(super) fn place(&self, row: usize) -> String {
        format!("{}: row {} ({})", self.file, row + 1, self.rows[row][1])
    }
}

/// Every table that the folder has.
#[derive(Debug)]
pub(super) struct Tables(Vec<Option<Rows>>);

impl Tables {
    /// Reads the CSV, else the JSON Lines, of every table; where there are both they have to say the same.
    pub(super) fn read(dir: &Path, listed: &[String], faults: &mut Faults) -> Tables {
        let read = |table: &&'static Table| {
            let mut kinds = [("csv", read_csv as Reader), ("jsonl", read_json_lines)]
                .into_iter()
                .filter_map(|(extension, read)| {
                    let file = format!("{}.{extension}", table.name);
                    listed.contains(&file).then_some((file, read))
                });
            let (file, read) = kinds.next()?;
            let first = collect(dir, table, file, read, faults)?;
            if let Some((file, read)) = kinds.next() {
                let second = collect(dir, table, file, read, faults)?;
                compare(&first, &second, faults);
            }
            Some(first)
        };
        Tables(TABLES.iter().map(read).collect())
    }

    /// A table by its name, where the folder has it.
    pub(super) fn get(&self, name: &str) -> Option<&Rows> {
        self.all().find(|rows| rows.table.name == name)
    }

    /// Every table that the folder has, in the order of the contract.
    pub(super) fn all(&self) -> impl Iterator<Item = &Rows> {
        self.0.iter().flatten()
    }

    /// The number of rows of all tables.
    pub(super) fn rows(&self) -> usize {
        self.all().map(|t| t.rows.len()).sum()
    }
}

type Reader = fn(&Table, &[u8]) -> Result<Vec<Vec<String>>, String>;

fn collect(
    dir: &Path,
    table: &'static Table,
    file: String,
    read: Reader,
    faults: &mut Faults,
) -> Option<Rows> {
    let bytes = std::fs::read(dir.join(&file)).map_err(|e| e.to_string());
    match bytes.and_then(|bytes| read(table, &bytes)) {
        Ok(rows) => {
            let ids = rows.iter().enumerate().map(|(i, row)| (row[1].clone(), i));
            let by_id = ids.collect();
            Some(Rows {
                table,
                file,
                rows,
                by_id,
            })
        }
        Err(message) => {
            faults.add(|| format!("{file}: {message}"));
            None
        }
    }
}

fn read_csv(table: &Table, bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().map_err(|e| e.to_string())?;
    if !header.iter().eq(table.all_columns().map(|c| c.name)) {
        return Err("its header is not that of the contract".into());
    }
    let rows = reader.records().map(|row| {
        let row = row.map_err(|e| e.to_string())?;
        Ok(row.iter().map(str::to_string).collect())
    });
    rows.collect()
}

fn read_json_lines(table: &Table, bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    let text = std::str::from_utf8(bytes).map_err(|e| e.to_string())?;
    let row = |(i, line): (usize, &str)| {
        let at = |message: String| format!("line {}: {message}", i + 1);
        let row: Map<String, Value> = serde_json::from_str(line).map_err(|e| at(e.to_string()))?;
        let same = row.len() == table.all_columns().count();
        let cells = table.all_columns().map(|c| row.get(c.name).map(printed));
        let cells: Option<Vec<String>> = cells.collect();
        cells
            .filter(|_| same)
            .ok_or_else(|| at("its keys are not the columns of the contract".into()))
    };
    text.lines().enumerate().map(row).collect()
}

/// A JSON value as CSV prints it.
pub(super) fn printed(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether two printed cells of this type say the same.
pub(super) fn same(kind: Type, a: &str, b: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    a == b
        || matches!(kind, Type::Integer | Type::Number)
            && number(a).is_some_and(|n| number(b) == Some(n))
}

fn compare(first: &Rows, second: &Rows, faults: &mut Faults) {
    if first.rows.len() != second.rows.len() {
        let (a, b) = (first.rows.len(), second.rows.len());
        faults.add(|| format!("{}: has {b} rows, {} has {a}", second.file, first.file));
        return;
    }
    for (row, (a, b)) in first.rows.iter().zip(&second.rows).enumerate() {
        let cells = first.table.all_columns().zip(a.iter().zip(b));
        for (column, (a, b)) in cells.filter(|(c, (a, b))| !same(c.kind, a, b)) {
            let (name, file) = (column.name, &first.file);
            faults.add(|| format!("{}: {name} is {b:?}, {file} has {a:?}", second.place(row)));
        }
    }
}
