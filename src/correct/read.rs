//! The file of corrections, line by line.

use super::value::{machine, own, value};
use super::{Added, Change, Correction, Corrections, FILE};
use crate::run::{Control, ControlCell, ControlError, ControlRow};
use crate::schema::Table;
use crate::tables::{RUN_TABLES, TABLES, position};
use std::collections::BTreeMap;
use std::path::PathBuf;

const REQUIRED: &[&str] = &["action", "table", "id", "column", "value"];
const OPTIONAL: &[&str] = &["reason"];

/// The column that tells the report of an added row.
const REPORT: &str = "report_id";

/// A line, its cells by their columns.
struct Line<'a> {
    control: &'a Control,
    action: &'a ControlCell,
    table: &'a ControlCell,
    id: &'a ControlCell,
    column: &'a ControlCell,
    value: &'a ControlCell,
    reason: &'a ControlCell,
}

pub(super) fn read(files: &[PathBuf]) -> Result<Corrections, ControlError> {
    let mut corrections = Corrections::default();
    // Where each changed row was deleted, for the lines that change it, too.
    let mut seen = BTreeMap::new();
    for file in files {
        let control = Control::read(file, REQUIRED, OPTIONAL)?;
        for row in &control.rows {
            line(&control, row)?.take(&mut corrections, &mut seen)?;
        }
    }
    Ok(corrections)
}

fn line<'a>(control: &'a Control, row: &'a ControlRow) -> Result<Line<'a>, ControlError> {
    match row.cells.as_slice() {
        [action, table, id, column, value, reason] => Ok(Line {
            control,
            action,
            table,
            id,
            column,
            value,
            reason,
        }),
        _ => Err(control.error(&ControlCell::default(), "a line without its cells")),
    }
}

/// What was said of a row: a column, or all of it.
type Seen = BTreeMap<(usize, String), Vec<Option<String>>>;

impl Line<'_> {
    fn wrong<T>(&self, cell: &ControlCell, message: impl Into<String>) -> Result<T, ControlError> {
        Err(self.control.error(cell, message))
    }

    fn place(&self) -> String {
        let name = self
            .control
            .file
            .file_name()
            .map_or(FILE.into(), |n| n.to_string_lossy());
        format!("{name}:{}", self.action.line)
    }

    fn take(&self, corrections: &mut Corrections, seen: &mut Seen) -> Result<(), ControlError> {
        let table = self.table()?;
        match self.action.text.as_str() {
            "set" => {
                self.machine_id(TABLES[table])?;
                let (column, value) = self.cell(TABLES[table])?;
                self.once(table, Some(&self.column.text), seen)?;
                self.change(corrections, table, Change::Set { column, value });
            }
            "delete" => {
                if TABLES[table].key.is_empty() {
                    let message = "a report cannot be deleted, for all its rows lead to it; take its file from the reports";
                    return self.wrong(self.action, message);
                }
                self.machine_id(TABLES[table])?;
                for cell in [self.column, self.value] {
                    if !cell.text.is_empty() {
                        return self.wrong(
                            cell,
                            "delete leaves a whole row out; expected neither column nor value",
                        );
                    }
                }
                self.once(table, None, seen)?;
                self.change(corrections, table, Change::Delete);
            }
            "add" => self.add(corrections, table, seen)?,
            other => {
                return self.wrong(
                    self.action,
                    format!("unknown action {other:?}; expected set, delete or add"),
                );
            }
        }
        Ok(())
    }

    fn table(&self) -> Result<usize, ControlError> {
        let name = self.table.text.as_str();
        match position(name) {
            None => self.wrong(
                self.table,
                format!("unknown table {name:?}; `rapporteur tables` lists them"),
            ),
            Some(_) if matches!(name, "blocks" | "findings") || RUN_TABLES.contains(&name) => {
                let message = format!(
                    "{name} follows from the other tables and cannot be corrected; correct what it follows from, or say who is one in aliases.csv"
                );
                self.wrong(self.table, message)
            }
            Some(table) => Ok(table),
        }
    }

    /// The id of a row that the program made.
    fn machine_id(&self, table: &Table) -> Result<(), ControlError> {
        let id = self.id.text.as_str();
        let fits = match table.key {
            [] => !id.is_empty(),
            _ => machine(id).is_some_and(|i| i.prefix == table.prefix),
        };
        let message = || {
            format!(
                "{id:?} is no id of {}; expected {}- and 16 hex digits, as in the column id",
                table.name, table.prefix
            )
        };
        if fits {
            Ok(())
        } else {
            self.wrong(self.id, message())
        }
    }

    /// The column and the value for it.
    fn cell(&self, table: &Table) -> Result<(usize, super::Value), ControlError> {
        let name = self.column.text.as_str();
        let Some(at) = table.position(name) else {
            let made = table.all_columns().any(|c| c.name == name);
            let names: Vec<&str> = table.columns.iter().map(|c| c.name).collect();
            let message = match made {
                true => format!("{name:?} is the program's own and cannot be corrected"),
                false => format!(
                    "unknown column {name:?} of {}; expected one of {}",
                    table.name,
                    names.join(", ")
                ),
            };
            return self.wrong(self.column, message);
        };
        if table.columns[at].among == ["people"] {
            return self.wrong(
                self.column,
                "who a person is follows from the names; say who is one in aliases.csv",
            );
        }
        let value = value(&table.columns[at], &self.value.text);
        value
            .map(|v| (at, v))
            .or_else(|message| self.wrong(self.value, message))
    }

    /// Refuses a second word on one cell, or on a row that is deleted.
    fn once(
        &self,
        table: usize,
        column: Option<&str>,
        seen: &mut Seen,
    ) -> Result<(), ControlError> {
        let said = seen.entry((table, self.id.text.clone())).or_default();
        let column = column.map(str::to_string);
        if said.contains(&column) {
            let what = if column.is_some() {
                "this cell is corrected twice"
            } else {
                "this row is deleted twice"
            };
            return self.wrong(self.id, what);
        }
        if !said.is_empty() && (column.is_none() || said.contains(&None)) {
            return self.wrong(self.id, "this row is both deleted and changed");
        }
        said.push(column);
        Ok(())
    }

    fn change(&self, corrections: &mut Corrections, table: usize, change: Change) {
        let correction = Correction {
            change,
            typed: self.value.text.clone(),
            reason: self.reason.text.clone(),
            place: self.place(),
            applied: false.into(),
        };
        corrections
            .changes
            .entry((table, self.id.text.clone()))
            .or_default()
            .push(correction);
    }

    fn add(
        &self,
        corrections: &mut Corrections,
        table: usize,
        seen: &mut Seen,
    ) -> Result<(), ControlError> {
        let id = self.id.text.as_str();
        if TABLES[table].key.is_empty() {
            return self.wrong(
                self.action,
                "a report cannot be added; put its file among the reports",
            );
        }
        let Some(own) = own(TABLES[table], id) else {
            let message = format!(
                "{id:?} is no id for a row of your own; expected letters, digits, -, _ and ., and not the form of another table's ids"
            );
            return self.wrong(self.id, message);
        };
        self.once(table, Some(&self.column.text), seen)?;
        let added = &mut corrections.added;
        let cell = match self.column.text.as_str() {
            REPORT if self.value.text.is_empty() => {
                return self.wrong(self.value, "expected the id of a report");
            }
            REPORT => None,
            _ => Some(self.cell(TABLES[table])?),
        };
        let row = match added.iter().position(|a| a.id == own) {
            Some(at) => &mut added[at],
            None => {
                added.push(Added {
                    table,
                    id: own,
                    name: id.to_string(),
                    report_id: None,
                    cells: BTreeMap::new(),
                    reason: self.reason.text.clone(),
                    place: self.place(),
                    applied: false.into(),
                });
                let last = added.len() - 1;
                &mut added[last]
            }
        };
        match cell {
            Some((column, value)) => {
                drop(row.cells.insert(column, (value, self.value.text.clone())))
            }
            None => row.report_id = Some(self.value.text.clone()),
        }
        Ok(())
    }
}
