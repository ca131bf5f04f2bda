//! Cells by themselves and among each other: types, promises, keys, links, numbering.

use super::Faults;
use super::rows::{Rows, Tables};
use crate::emit::promise;
use crate::schema::{Column, Type};
use crate::tables::{RUN_TABLES, TABLES};
use regex::Regex;
use std::collections::{HashMap, HashSet};

pub(super) fn check(tables: &Tables, faults: &mut Faults) {
    for rows in tables.all() {
        for (index, column) in rows.table.all_columns().enumerate() {
            check_column(rows, index, column, faults);
            check_links(tables, rows, index, column, faults);
        }
        check_numbering(rows, faults);
    }
}

fn check_column(rows: &Rows, index: usize, column: &Column, faults: &mut Faults) {
    let promise = promise(rows.table, column);
    let pattern = promise.pattern.as_deref().and_then(|p| Regex::new(p).ok());
    let mut seen = HashSet::new();
    for (row, cells) in rows.rows.iter().enumerate() {
        let cell = cells[index].as_str();
        let least = promise
            .minimum
            .is_none_or(|m| cell.parse().is_ok_and(|n: i64| n >= m));
        let fault = match cell {
            "" if promise.required => "is empty",
            "" => continue,
            _ if !is_of_type(column.kind, cell) => "is not of its type",
            _ if !least => "is too small",
            _ if pattern.as_ref().is_some_and(|p| !p.is_match(cell)) => {
                "has not the form it should"
            }
            _ if !promise.among.is_empty() && !promise.among.contains(&cell) => {
                "is none of its words"
            }
            _ if promise.unique && !seen.insert(cell) => "is there twice",
            _ => continue,
        };
        faults.add(|| format!("{}: {} {cell:?} {fault}", rows.place(row), column.name));
    }
}

fn is_of_type(kind: Type, cell: &str) -> bool {
    match kind {
        Type::Integer => cell.parse::<i64>().is_ok(),
        Type::Number => cell.parse::<f64>().is_ok_and(f64::is_finite),
        Type::Boolean => matches!(cell, "true" | "false"),
        Type::Date => is_date(cell),
        // What these look like is a promise of the column.
        Type::Text | Type::Time | Type::Choice | Type::Link | Type::Record => true,
    }
}

/// Whether the calendar has the date; its form is a promise of the column.
fn is_date(cell: &str) -> bool {
    let mut parts = cell.split('-').map(|part| part.parse::<i16>().unwrap_or(0));
    let year = parts.next().unwrap_or(0);
    let mut small = || parts.next().map_or(Some(1), |n| i8::try_from(n).ok());
    let (month, day) = (small(), small());
    let date = month
        .zip(day)
        .map(|(m, d)| jiff::civil::Date::new(year, m, d));
    date.is_some_and(|d| d.is_ok())
}

/// A link leads to a row of its table; one to any table, to a row of the table that the id is of.
fn check_links(tables: &Tables, rows: &Rows, index: usize, column: &Column, faults: &mut Faults) {
    let of_run = RUN_TABLES.contains(&rows.table.name);
    let to_report = column.name == "report_id" && index == 0 && !of_run;
    let target = |cell: &str| match column.kind {
        Type::Link => column.among.first().copied(),
        Type::Record => Some(table_of(cell)),
        _ => to_report.then_some("reports"),
    };
    for (row, cells) in rows.rows.iter().enumerate() {
        let cell = cells[index].as_str();
        let Some(to) = target(cell).filter(|_| !cell.is_empty()) else {
            continue;
        };
        // A run may have been asked for some tables only.
        if tables.get(to).is_some_and(|t| t.by_id(cell).is_none()) {
            let name = column.name;
            faults.add(|| format!("{}: {name} {cell:?} is no row of {to}", rows.place(row)));
        }
    }
}

/// The table that an id is of; a report goes by its own name.
fn table_of(id: &str) -> &'static str {
    let hashed = |prefix: &str| {
        let hash = id
            .strip_prefix(prefix)
            .and_then(|rest| rest.strip_prefix('-'));
        hash.is_some_and(|h| h.len() == 16 && h.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let table = TABLES.iter().find(|t| hashed(t.prefix));
    table.map_or("reports", |t| t.name)
}

/// The rows of a report are numbered from 1, without gaps; those of the whole run may be numbered through.
fn check_numbering(rows: &Rows, faults: &mut Faults) {
    let of_run = RUN_TABLES.contains(&rows.table.name);
    let seq = rows.column("seq");
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (row, cells) in rows.rows.iter().enumerate() {
        let count = counts.entry(cells[0].as_str()).or_default();
        *count += 1;
        let found = cells[seq].parse().unwrap_or(0);
        if found != *count && !(of_run && found == row + 1) {
            faults.add(|| format!("{}: seq is {found}, and {count} is next", rows.place(row)));
            *count = found;
        }
    }
}
