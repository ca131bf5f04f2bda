//! JSON: a document a report, its records nested as a reader thinks of them, with the spans of every field.
//!
//! A record is an object: its id and number, the cells that are not empty, where it stands and what made it, `spans` (for
//! each field the half-open ranges of code points in `sources/REPORT_ID.txt` that it was taken from), and `records`, the
//! rows of other tables that belong to it.
//!
//! A row stands under the row that its first link names, unless its own table has rows under it: presenters under their
//! agenda row, statements and speakers under their session. The rows of a table that has groups stand group in group:
//! outcomes by theme, then by idea. Every record has a line of its own, so that a difference between two runs reads well.

mod nest;

use super::digits::push_int;
use super::jsonl::value;
use super::{Format, ReportText, Shape};
use crate::spool::{Entry, Sealed};
use crate::tables::{RUN_TABLES, TABLES};
use nest::Nest;
pub(super) use nest::edges;
use std::io::Write;

/// The format `json`.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }
    fn doc(&self) -> &'static str {
        "a report a file, records nested, with the place of every field"
    }
    fn extension(&self) -> &'static str {
        "json"
    }
    fn is_data(&self) -> bool {
        true
    }
    fn media_type(&self) -> &'static str {
        "application/json"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Reports(self)
    }
}

impl ReportText for Json {
    fn document(&self, report: &Sealed<'_>, tables: &[usize], out: &mut Vec<u8>) {
        let nest = Nest::new(report, tables);
        out.extend_from_slice(b"{\n  \"report_id\": ");
        string(report.report_id, out);
        let own = |t: &&usize| !RUN_TABLES.contains(&TABLES[**t].name);
        for &table in tables.iter().filter(own) {
            let _ = write!(out, ",\n  \"{}\": ", TABLES[table].name);
            let rows: Vec<_> = nest.top(table).collect();
            match TABLES[table].groups {
                [] => self.list(&nest, &rows, 2, out),
                groups => self.groups(&nest, &rows, groups, 2, out),
            }
        }
        out.extend_from_slice(b"\n}\n");
    }
}

impl Json {
    /// Rows as a list, each on its own line, `depth` spaces and two more from the margin.
    fn list(&self, nest: &Nest<'_, '_>, rows: &[Entry<'_, '_>], depth: usize, out: &mut Vec<u8>) {
        out.push(b'[');
        for (i, row) in rows.iter().enumerate() {
            out.extend_from_slice(if i > 0 { b",\n" } else { b"\n" });
            indent(depth + 2, out);
            self.record(nest, row, depth + 2, out);
        }
        close_list(!rows.is_empty(), depth, out);
    }

    /// Rows by the values of a column in the order in which these first come, and so on by the columns after it.
    fn groups(
        &self,
        nest: &Nest<'_, '_>,
        rows: &[Entry<'_, '_>],
        columns: &[&str],
        depth: usize,
        out: &mut Vec<u8>,
    ) {
        let [column, inner @ ..] = columns else {
            return self.list(nest, rows, depth, out);
        };
        out.push(b'[');
        for (i, (group, rows)) in nest::by_value(rows, column).into_iter().enumerate() {
            out.extend_from_slice(if i > 0 { b",\n" } else { b"\n" });
            indent(depth + 2, out);
            let _ = write!(out, "{{\"{column}\": ");
            value(group, out);
            let below = if inner.is_empty() {
                "records"
            } else {
                "groups"
            };
            let _ = write!(out, ", \"{below}\": ");
            self.groups(nest, &rows, inner, depth + 2, out);
            out.push(b'}');
        }
        close_list(!rows.is_empty(), depth, out);
    }

    fn record(&self, nest: &Nest<'_, '_>, row: &Entry<'_, '_>, depth: usize, out: &mut Vec<u8>) {
        let mut opens = b"{\"".as_slice();
        let cells = row.table.all_columns().zip(row.all_cells()).skip(1);
        for (column, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
            // Names of columns need no escaping.
            out.extend_from_slice(opens);
            opens = b", \"";
            out.extend_from_slice(column.name.as_bytes());
            out.extend_from_slice(b"\": ");
            value(cell, out);
        }
        spans(row, out);
        let mut below = nest.below(row).peekable();
        if below.peek().is_some() {
            out.extend_from_slice(b", \"records\": ");
            let mut before = b'{';
            for (table, rows) in below {
                out.push(before);
                before = b',';
                let _ = write!(out, "\"{}\": ", TABLES[table].name);
                self.list(nest, rows, depth, out);
            }
            out.push(b'}');
        }
        out.push(b'}');
    }
}

fn spans(row: &Entry<'_, '_>, out: &mut Vec<u8>) {
    out.extend_from_slice(b", \"spans\": {");
    let mut opens = b"\"".as_slice();
    for (i, column) in row.table.columns.iter().enumerate() {
        let [first, rest @ ..] = row.spans(i) else {
            continue;
        };
        out.extend_from_slice(opens);
        opens = b", \"";
        out.extend_from_slice(column.name.as_bytes());
        out.extend_from_slice(b"\": [[");
        span(first, out);
        for place in rest {
            out.extend_from_slice(b"], [");
            span(place, out);
        }
        out.extend_from_slice(b"]]");
    }
    out.push(b'}');
}

fn span((start, end): &(u32, u32), out: &mut Vec<u8>) {
    push_int(i64::from(*start), out);
    out.extend_from_slice(b", ");
    push_int(i64::from(*end), out);
}

fn close_list(has_items: bool, depth: usize, out: &mut Vec<u8>) {
    if has_items {
        out.push(b'\n');
        indent(depth, out);
    }
    out.push(b']');
}

fn indent(depth: usize, out: &mut Vec<u8>) {
    out.resize(out.len() + depth, b' ');
}

/// A text as a JSON string.
pub(super) fn string(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let escapes = |b: u8| (b < b' ') | (b == b'"') | (b == b'\\');
    // Most texts have nothing to escape: without a branch inside, sixteen bytes are seen at a time.
    if bytes.iter().fold(false, |found, &b| found | escapes(b)) {
        // Writing a string to a vector does not fail.
        let _ = serde_json::to_writer(out, text);
        return;
    }
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    out.extend_from_slice(bytes);
    out.push(b'"');
}
