//! XLSX: one workbook for the run, a sheet a table behind a sheet of contents and one that tells the columns.
//!
//! Cells are typed: numbers, whole dates and times are values with a format, everything else is text and is never run as
//! a formula. A date of which only the year or month is known is text, and so is one before 1901, which spreadsheets
//! disagree about. A text longer than a cell may be goes on in columns behind the others, a table longer than a sheet in
//! further sheets; the contents say so.

mod book;
mod layout;

use super::pack::{blocks, pack};
use super::{Files, Format, Gather, RunFiles, Shape};
use crate::spool::Sealed;
use crate::tables::TABLES;
use anyhow::Result;
use book::workbook;
use layout::Limits;

/// The file.
const FILE: &str = "rapporteur.xlsx";

/// The format `xlsx`.
pub struct Xlsx;

impl Format for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }
    fn doc(&self) -> &'static str {
        "one workbook with a sheet a table, typed, for Excel and LibreOffice"
    }
    fn extension(&self) -> &'static str {
        "xlsx"
    }
    fn media_type(&self) -> &'static str {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Run(self)
    }
}

impl RunFiles for Xlsx {
    fn begin(&self, tables: &[usize]) -> Box<dyn Gather> {
        Box::new(Book {
            tables: tables.to_vec(),
            rows: vec![Vec::new(); TABLES.len()],
        })
    }

    fn is_ours(&self, path: &str) -> bool {
        path == FILE
    }
}

/// The workbook in the making: the rows of each table as CSV, since a sheet has to know its widest text.
struct Book {
    tables: Vec<usize>,
    rows: Vec<Vec<u8>>,
}

impl Gather for Book {
    fn render(&self, report: &Sealed<'_>, _: &Files) -> Result<Vec<u8>> {
        Ok(pack(report, &self.tables))
    }

    fn take(&mut self, _: &str, rendered: Vec<u8>, _: &Files) -> Result<()> {
        for (table, block) in blocks(&rendered) {
            self.rows[table].extend_from_slice(block);
        }
        Ok(())
    }

    fn finish(&mut self, files: &Files) -> Result<()> {
        let tables = self.tables.iter();
        let tables: Vec<_> = tables
            .map(|&t| (TABLES[t], self.rows[t].as_slice()))
            .collect();
        files.write(FILE, &workbook(&tables, Limits::OF_EXCEL)?, None)
    }
}

#[cfg(test)]
mod tests;
