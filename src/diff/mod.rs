//! What changed between two output folders, row by row and cell by cell.
//!
//! Rows of one table and report are paired by their id, those left by the content of their key. Where a row stands (`seq`,
//! `line`, `start`, `end`, `page` and other numbers of lines) is not compared: a paragraph added above changes it for all.

mod show;

pub use show::{csv, json, text};

use crate::schema::Table;
use crate::tables::TABLES;
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// Columns that tell only where a row stands.
const PLACES: &[&str] = &[
    "seq",
    "line",
    "start",
    "end",
    "page",
    "other_line",
    "end_line",
    "anchor_line",
];

/// A row by its columns.
pub type Row = BTreeMap<String, String>;

/// A cell that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its column.
    pub column: String,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added(Row),
    /// It is gone.
    Removed(Row),
    /// Some of its cells are others.
    Changed {
        /// The row as it is.
        row: Row,
        /// The cells.
        cells: Vec<Changed>,
    },
}

/// The changes of a table.
#[derive(Clone, Debug)]
pub struct TableDiff {
    /// The table.
    pub table: &'static Table,
    /// The columns that are compared, in the order of the new table.
    pub columns: Vec<String>,
    /// What changed, in the order of the new table; what is gone comes last.
    pub changes: Vec<Change>,
}

/// Compares two output folders, or the packages in them, in these tables; gives the tables that differ.
///
/// # Errors
/// Where one holds no table as CSV, or one that cannot be read.
pub fn diff(old: &Path, new: &Path, tables: &[usize]) -> Result<Vec<TableDiff>> {
    let (old, new) = (folder(old), folder(new));
    for at in [&old, &new] {
        let some = TABLES.iter().any(|t| file(at, t).is_file());
        ensure!(
            some,
            "{} holds no table as CSV; diff reads what a run with --format csv wrote",
            at.display()
        );
    }
    let mut found = Vec::new();
    for &index in tables {
        let table = TABLES[index];
        let (before, after) = (read(&old, table)?, read(&new, table)?);
        let one = compare(table, before, after);
        if !one.changes.is_empty() {
            found.push(one);
        }
    }
    Ok(found)
}

fn folder(path: &Path) -> PathBuf {
    match path.is_file() {
        true => path.parent().unwrap_or(Path::new("")).to_path_buf(),
        false => path.to_path_buf(),
    }
}

fn file(folder: &Path, table: &Table) -> PathBuf {
    folder.join(format!("{}.csv", table.name))
}

/// The header and rows of a table; of one that the folder lacks none.
fn read(folder: &Path, table: &Table) -> Result<(Vec<String>, Vec<Row>)> {
    let path = file(folder, table);
    if !path.is_file() {
        return Ok((Vec::new(), Vec::new()));
    }
    let cannot = || format!("cannot read {}", path.display());
    let mut reader = csv::Reader::from_path(&path).with_context(cannot)?;
    let header: Vec<String> = reader
        .headers()
        .with_context(cannot)?
        .iter()
        .map(str::to_string)
        .collect();
    let rows = reader.records().map(|record| {
        let record = record.with_context(cannot)?;
        let cells = header
            .iter()
            .cloned()
            .zip(record.iter().map(str::to_string));
        Ok(cells.collect())
    });
    let rows = rows.collect::<Result<Vec<Row>>>()?;
    Ok((header, rows))
}

fn cell<'r>(row: &'r Row, column: &str) -> &'r str {
    row.get(column).map_or("", String::as_str)
}

fn compare(
    table: &'static Table,
    old: (Vec<String>, Vec<Row>),
    new: (Vec<String>, Vec<Row>),
) -> TableDiff {
    let ((old_header, old), (new_header, new)) = (old, new);
    let gone = old_header.iter().filter(|c| !new_header.contains(c));
    let columns: Vec<String> = new_header
        .iter()
        .chain(gone)
        .filter(|c| !PLACES.contains(&c.as_str()))
        .cloned()
        .collect();
    let partners = pair(table, &old, &new);
    let mut paired = vec![false; old.len()];
    let mut changes = Vec::new();
    for (row, partner) in new.into_iter().zip(partners) {
        let Some(before) = partner else {
            changes.push(Change::Added(row));
            continue;
        };
        paired[before] = true;
        let differs = columns
            .iter()
            .filter(|c| cell(&old[before], c) != cell(&row, c));
        let cells: Vec<Changed> = differs
            .map(|c| Changed {
                column: c.clone(),
                old: cell(&old[before], c).into(),
                new: cell(&row, c).into(),
            })
            .collect();
        if !cells.is_empty() {
            changes.push(Change::Changed { row, cells });
        }
    }
    let removed = old.into_iter().zip(paired).filter(|(_, paired)| !paired);
    changes.extend(removed.map(|(row, _)| Change::Removed(row)));
    TableDiff {
        table,
        columns,
        changes,
    }
}

/// By what rows are paired.
type Key<'k> = dyn Fn(&Row) -> Vec<String> + 'k;

/// For each new row the old one that it was.
fn pair(table: &Table, old: &[Row], new: &[Row]) -> Vec<Option<usize>> {
    let id = |row: &Row| {
        vec![
            cell(row, "report_id").to_string(),
            cell(row, "id").to_string(),
        ]
    };
    let content = |row: &Row| {
        let key = ["report_id"]
            .iter()
            .chain(table.key)
            .map(|c| cell(row, c).to_string());
        key.collect::<Vec<String>>()
    };
    let mut partners = vec![None; new.len()];
    let mut free = vec![true; old.len()];
    let keys: [&Key; 2] = [&id, &content];
    for key in keys {
        let mut by_key: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for i in (0..old.len()).rev().filter(|i| free[*i]) {
            by_key.entry(key(&old[i])).or_default().push(i);
        }
        for (i, row) in new.iter().enumerate() {
            if partners[i].is_none() {
                partners[i] = by_key.get_mut(&key(row)).and_then(Vec::pop);
            }
            if let Some(taken) = partners[i] {
                free[taken] = false;
            }
        }
    }
    partners
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::table;

    fn rows(lines: &[[&str; 4]]) -> (Vec<String>, Vec<Row>) {
        let header = ["report_id", "id", "acronym", "line"]
            .map(str::to_string)
            .to_vec();
        let row = |cells: &[&str; 4]| {
            header
                .iter()
                .cloned()
                .zip(cells.map(str::to_string))
                .collect()
        };
        (header.clone(), lines.iter().map(row).collect())
    }

    #[test]
    fn rows_are_paired_by_id_and_then_by_key() {
        let acronyms = table("acronyms").expect("a table");
        let old = rows(&[
            ["a", "acr-1", "UN", "3"],
            ["a", "acr-2", "EU", "4"],
            ["a", "acr-3", "AU", "5"],
        ]);
        let new = rows(&[
            ["a", "acr-1", "UNO", "9"],
            ["a", "acr-9", "EU", "4"],
            ["a", "acr-4", "OAS", "6"],
        ]);
        let diff = compare(acronyms, old, new);
        let told = text(std::slice::from_ref(&diff));
        assert!(told.contains("acr-1  acronym: \"UN\" -> \"UNO\""), "{told}");
        assert!(told.contains("acr-9  id: \"acr-2\" -> \"acr-9\""), "{told}");
        assert!(
            told.contains("+ acr-4") && told.contains("- acr-3"),
            "{told}"
        );
        assert!(!told.contains("line"));
        let table = csv(std::slice::from_ref(&diff));
        assert!(table.contains("->,acronyms,a,acr-1,UN->UNO\n"), "{table}");
        assert!(
            table.contains("+++,acronyms,a,acr-4,OAS\n")
                && table.contains("---,acronyms,a,acr-3,AU\n")
        );
        let document: serde_json::Value = serde_json::from_str(&json(&[diff])).expect("JSON");
        assert_eq!(
            document["tables"][0]["changed"][0]["cells"][0]["new"],
            "UNO"
        );
    }

    #[test]
    fn what_only_moved_has_not_changed() {
        let acronyms = table("acronyms").expect("a table");
        let diff = compare(
            acronyms,
            rows(&[["a", "acr-1", "UN", "3"]]),
            rows(&[["a", "acr-1", "UN", "7"]]),
        );
        assert!(diff.changes.is_empty());
    }
}
