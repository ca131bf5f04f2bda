//! CSV for spreadsheets that open a file by double click: a byte order mark, lines ended by CRLF, and an apostrophe before
//! text that would run as a formula. Numbers are left alone. The CSV to compute with is the other one.

use super::digits::push;
use super::{Format, Shape, TableText};
use crate::schema::{Cell, Table};
use crate::spool::Entry;
use csv::{Terminator, Writer, WriterBuilder};

/// The format `csv-spreadsheet`.
pub struct CsvSpreadsheet;

impl Format for CsvSpreadsheet {
    fn name(&self) -> &'static str {
        "csv-spreadsheet"
    }
    fn doc(&self) -> &'static str {
        "CSV to be opened by double click, with a guard before text that looks like a formula"
    }
    fn extension(&self) -> &'static str {
        "spreadsheet.csv"
    }
    fn media_type(&self) -> &'static str {
        "text/csv"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Tables(self)
    }
}

impl TableText for CsvSpreadsheet {
    fn head(&self, table: &'static Table, out: &mut Vec<u8>) {
        out.extend_from_slice("\u{feff}".as_bytes());
        // Writing to a vector does not fail.
        let _ = writer(out).write_record(table.all_columns().map(|c| c.name));
    }

    fn rows<'s, 'a: 's>(&self, rows: &mut dyn Iterator<Item = Entry<'s, 'a>>, out: &mut Vec<u8>) {
        let mut writer = writer(out);
        let mut printed = Vec::new();
        for row in rows {
            for cell in row.all_cells() {
                printed.clear();
                if matches!(cell, Cell::Text(text) if runs(text)) {
                    printed.push(b'\'');
                }
                push(cell, &mut printed);
                let _ = writer.write_field(&printed);
            }
            let _ = writer.write_record(None::<&[u8]>);
        }
    }
}

/// Whether a spreadsheet would take the text for a formula, or drop what stands first and then take it for one.
fn runs(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn writer(out: &mut Vec<u8>) -> Writer<&mut Vec<u8>> {
    let mut builder = WriterBuilder::new();
    builder.terminator(Terminator::CRLF).from_writer(out)
}
