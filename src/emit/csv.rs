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
        let mut writer = writer(out);
        // Writing to a vector does not fail.
        let _ = writer.write_record(table.all_columns().map(|c| c.name));
    }

    fn rows<'s, 'a: 's>(&self, rows: &mut dyn Iterator<Item = Entry<'s, 'a>>, out: &mut Vec<u8>) {
        let mut writer = writer(out);
        let mut printed = Vec::new();
        for row in rows {
            for cell in row.all_cells() {
                let _ = match cell {
                    Cell::Text(text) => writer.write_field(text),
                    _ => {
                        printed.clear();
                        push(cell, &mut printed);
                        writer.write_field(&printed)
                    }
                };
            }
            let _ = writer.write_record(None::<&[u8]>);
        }
    }
}

fn writer(out: &mut Vec<u8>) -> csv::Writer<&mut Vec<u8>> {
    csv::WriterBuilder::new().from_writer(out)
}
