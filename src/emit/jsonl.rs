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
        let mut keys: Vec<Vec<u8>> = Vec::new();
        for row in rows {
            if keys.is_empty() {
                keys = row.table.all_columns().map(|c| key(c.name)).collect();
                keys.first_mut().into_iter().for_each(|k| k[0] = b'{');
            }
            for (key, cell) in keys.iter().zip(row.all_cells()) {
                out.extend_from_slice(key);
                value(cell, out);
            }
            out.extend_from_slice(b"}\n");
        }
    }
}

/// The name of a column, which needs no escaping, as a key behind another.
fn key(name: &str) -> Vec<u8> {
    [b",\"", name.as_bytes(), b"\":"].concat()
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
