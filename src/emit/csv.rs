//! CSV as RFC 4180 has it: UTF-8 without a byte order mark, a header row, quotes only where they are needed; lines end
//! with LF.

use super::digits::push;
use super::{Format, Shape, TableText};
use crate::schema::{Cell, Table};
use crate::spool::Entry;

/// The format `csv`.
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }
    fn doc(&self) -> &'static str {
        "a table a file, for spreadsheets, pandas, R and DuckDB"
    }
    fn extension(&self) -> &'static str {
        "csv"
    }
    fn is_data(&self) -> bool {
        true
    }
    fn media_type(&self) -> &'static str {
        "text/csv"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Tables(self)
    }
}

impl TableText for Csv {
    fn head(&self, table: &'static Table, out: &mut Vec<u8>) {
        let mut before: &[u8] = b"";
        for column in table.all_columns() {
            out.extend_from_slice(before);
            before = b",";
            field(column.name, out);
        }
        out.push(b'\n');
    }

    fn rows<'s, 'a: 's>(&self, rows: &mut dyn Iterator<Item = Entry<'s, 'a>>, out: &mut Vec<u8>) {
        for row in rows {
            for (i, cell) in row.all_cells().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                match cell {
                    Cell::Text(text) => field(text, out),
                    // Of all others none has a sign that needs quotes.
                    _ => push(cell, out),
                }
            }
            out.push(b'\n');
        }
    }
}

/// A text, in quotes where it has a sign that could end it.
fn field(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    // Most texts are short, and a long one soon has a comma.
    if !bytes
        .iter()
        .any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r'))
    {
        out.extend_from_slice(bytes);
        return;
    }
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'"', rest) {
        out.extend_from_slice(&rest[..=at]);
        out.push(b'"');
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_as_every_reader_of_csv_takes_them() {
        let fields = [
            "",
            "plain",
            "a, b",
            "\"so\" it is",
            "two\nlines",
            "\r",
            "é; ü\t",
            "\"",
        ];
        let mut own = Vec::new();
        for text in fields {
            field(text, &mut own);
            own.push(b',');
        }
        own.extend_from_slice(b"end\n");
        let mut theirs = csv::Writer::from_writer(Vec::new());
        let record = fields.iter().chain([&"end"]);
        theirs.write_record(record).expect("written");
        assert_eq!(own, theirs.into_inner().expect("flushed"));
    }
}
