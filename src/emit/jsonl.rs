//! JSON Lines: a table a file, a row a line, every column on every line in the order of the CSV, `null` where empty.

use super::json::{number_or_null, string};
use super::{Format, Shape, TableText};
use crate::schema::{Cell, Table};
use crate::spool::Entry;
use std::io::Write;

/// The format `jsonl`.
pub struct JsonLines;

impl Format for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }
    fn doc(&self) -> &'static str {
        "a table a file, a typed row a line, for streams and databases"
    }
    fn extension(&self) -> &'static str {
        "jsonl"
    }
    fn media_type(&self) -> &'static str {
        "application/jsonl"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Tables(self)
    }
}

impl TableText for JsonLines {
    fn head(&self, _: &'static Table, _: &mut Vec<u8>) {}

    fn rows<'s, 'a: 's>(&self, rows: &mut dyn Iterator<Item = Entry<'s, 'a>>, out: &mut Vec<u8>) {
        for row in rows {
            let mut before = b'{';
            for (column, cell) in row.table.all_columns().zip(row.all_cells()) {
                out.push(before);
                before = b',';
                let _ = write!(out, "\"{}\":", column.name);
                value(cell, out);
            }
            out.extend_from_slice(b"}\n");
        }
    }
}

/// A cell as a JSON value.
pub(super) fn value(cell: Cell<'_>, out: &mut Vec<u8>) {
    // Writing to a vector does not fail.
    let _ = match cell {
        Cell::Empty | Cell::Row(..) => write!(out, "null"),
        Cell::Bool(b) => write!(out, "{b}"),
        Cell::Int(i) => write!(out, "{i}"),
        Cell::Num(n) => number_or_null(n, out),
        Cell::Text(text) => return string(text, out),
        Cell::Date(date) => write!(out, "\"{date}\""),
        Cell::Time(time) => write!(out, "\"{time}\""),
        Cell::Id(id) => write!(out, "\"{id}\""),
    };
}
