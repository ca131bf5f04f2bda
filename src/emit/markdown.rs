//! Markdown: a pipe table a file, for pages and issues; what Markdown would take for markup is escaped.

use super::digits::push;
use super::{Format, Shape, TableText};
use crate::schema::Table;
use crate::spool::Entry;

/// The format `markdown`.
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }
    fn doc(&self) -> &'static str {
        "a table a file, to be shown where Markdown is"
    }
    fn extension(&self) -> &'static str {
        "md"
    }
    fn media_type(&self) -> &'static str {
        "text/markdown"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Tables(self)
    }
}

impl TableText for Markdown {
    fn head(&self, table: &'static Table, out: &mut Vec<u8>) {
        for column in table.all_columns() {
            out.extend_from_slice(b"| ");
            escape(column.name.as_bytes(), out);
            out.push(b' ');
        }
        out.extend_from_slice(b"|\n");
        for _ in table.all_columns() {
            out.extend_from_slice(b"| --- ");
        }
        out.extend_from_slice(b"|\n");
    }

    fn rows<'s, 'a: 's>(&self, rows: &mut dyn Iterator<Item = Entry<'s, 'a>>, out: &mut Vec<u8>) {
        let mut printed = Vec::new();
        for row in rows {
            for cell in row.all_cells() {
                printed.clear();
                push(cell, &mut printed);
                out.extend_from_slice(b"| ");
                escape(&printed, out);
                out.push(b' ');
            }
            out.extend_from_slice(b"|\n");
        }
    }
}

/// The text with a backslash before each sign of markup, and its line ends as `<br>`.
fn escape(text: &[u8], out: &mut Vec<u8>) {
    for &byte in text {
        match byte {
            b'\n' => out.extend_from_slice(b"<br>"),
            b'\\' | b'|' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'>' | b'&' | b'~' | b'#' => {
                out.extend_from_slice(&[b'\\', byte]);
            }
            _ => out.push(byte),
        }
    }
}
