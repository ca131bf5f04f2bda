//! JSON Lines: a table a file, a row a line, every column on every line in the order of the CSV, `null` where empty.

use super::digits::push;
use super::json::string;
use super::{Format, Shape, TableText};
use crate::schema::{Cell, Table};
use crate::spool::Entry;

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
    fn is_data(&self) -> bool {
        true
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
        let mut keys = Keys::default();
        for row in rows {
            if keys.ends.is_empty() {
                keys = Keys::of(row.table);
            }
            let (mut start, mut ends) = (0, keys.ends.iter());
            row.all_cells().for_each(|cell| {
                let end = ends.next().map_or(start, |end| *end);
                out.extend_from_slice(&keys.bytes[start..end]);
                start = end;
                value(cell, out);
            });
            out.extend_from_slice(b"}\n");
        }
    }
}

/// The names of a table's columns as keys, one behind the other.
#[derive(Default)]
struct Keys {
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Keys {
    /// Names of columns need no escaping.
    fn of(table: &Table) -> Keys {
        let mut keys = Keys {
            bytes: Vec::with_capacity(512),
            ends: Vec::with_capacity(32),
        };
        for column in table.all_columns() {
            let opens: &[u8] = if keys.ends.is_empty() { b"{\"" } else { b",\"" };
            for part in [opens, column.name.as_bytes(), b"\":"] {
                keys.bytes.extend_from_slice(part);
            }
            keys.ends.push(keys.bytes.len());
        }
        keys
    }
}

/// A cell as a JSON value.
pub(super) fn value(cell: Cell<'_>, out: &mut Vec<u8>) {
    match cell {
        Cell::Text(text) => string(text, out),
        Cell::Empty | Cell::Row(..) => out.extend_from_slice(b"null"),
        Cell::Num(n) if !n.is_finite() => out.extend_from_slice(b"null"),
        Cell::Bool(_) | Cell::Int(_) | Cell::Num(_) => push(cell, out),
        // Dates, times and ids have no sign that needs escaping.
        Cell::Date(_) | Cell::Time(_) | Cell::Id(_) => {
            out.push(b'"');
            push(cell, out);
            out.push(b'"');
        }
    }
}
