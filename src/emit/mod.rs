//! Sealed rows to files, one file of this folder a format.
//!
//! A format sees a table's schema and the cells of its rows, never a row type. [`FORMATS`] is the one list from which the
//! command line, its help and the docs are derived; a new format is one file and one line in it.

mod csv;
mod csv_spreadsheet;
mod digits;
mod files;
mod ics;
mod json;
mod json_schema;
mod jsonl;
mod markdown;
#[cfg(any(feature = "xlsx", feature = "sqlite", feature = "parquet"))]
mod pack;
mod package;
#[cfg(feature = "parquet")]
mod parquet;
mod promise;
mod review;
mod sarif;
#[cfg(feature = "sqlite")]
mod sqlite;
mod write;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use files::{Files, LOG, Written, error_file, uninterrupted};
pub use json_schema::schemas;
pub use package::{FILE as PACKAGE, describe, is_ours};
pub use promise::{Promise, promise};
pub use write::{Rendered, Writer};

use crate::schema::Table;
use crate::spool::{Entry, Sealed};
use anyhow::Result;

/// A way of writing a dataset.
pub trait Format: Sync {
    /// Its name on the command line.
    fn name(&self) -> &'static str;
    /// What it is for, for help and docs.
    fn doc(&self) -> &'static str;
    /// How the names of its files end.
    fn extension(&self) -> &'static str;
    /// Whether its files are tables to those who read the package; otherwise they are views of them.
    fn is_data(&self) -> bool {
        false
    }
    /// The media type of its files.
    fn media_type(&self) -> &'static str;
    /// Which files it makes.
    fn shape(&self) -> Shape<'_>;
}

/// Which files a format makes, and how.
pub enum Shape<'f> {
    /// `TABLE.extension`, one a table, the rows of every report one after the other.
    Tables(&'f dyn TableText),
    /// `reports/REPORT_ID.extension`, one a report.
    Reports(&'f dyn ReportText),
    /// Files of its own for the run as a whole.
    Run(&'f dyn RunFiles),
}

/// A file a table, written row by row.
pub trait TableText: Sync {
    /// What stands before the first row.
    fn head(&self, table: &'static Table, out: &mut Vec<u8>);
    /// The rows of one report, or of the whole run.
    fn rows<'s, 'a: 's>(&self, rows: &mut dyn Iterator<Item = Entry<'s, 'a>>, out: &mut Vec<u8>);
}

/// A file a report.
pub trait ReportText: Sync {
    /// The report as a document of these tables, given by their index in [`TABLES`](crate::tables::TABLES).
    fn document(&self, report: &Sealed<'_>, tables: &[usize], out: &mut Vec<u8>);
}

/// Files for the run as a whole.
pub trait RunFiles: Sync {
    /// Begins a run that writes these tables, given by their index in [`TABLES`](crate::tables::TABLES).
    fn begin(&self, tables: &[usize]) -> Box<dyn Gather>;
    /// Whether a run may have written a file of this path, relative to the output folder.
    fn is_ours(&self, path: &str) -> bool;
}

/// The files of a run, made as its reports come by.
pub trait Gather: Send + Sync {
    /// What a report adds; called on any thread. The rows of the whole run come last, under an empty report id.
    fn render(&self, report: &Sealed<'_>, files: &Files) -> Result<Vec<u8>>;
    /// Takes what [`render`](Self::render) made, in the order of the reports.
    fn take(&mut self, report_id: &str, rendered: Vec<u8>, files: &Files) -> Result<()>;
    /// Ends every file.
    fn finish(&mut self, files: &Files) -> Result<()>;
}

/// Every format, in the order of help and docs.
pub const FORMATS: &[&dyn Format] = &[
    &csv::Csv,
    &json::Json,
    &jsonl::JsonLines,
    #[cfg(feature = "xlsx")]
    &xlsx::Xlsx,
    #[cfg(feature = "sqlite")]
    &sqlite::Sqlite,
    #[cfg(feature = "parquet")]
    &parquet::Parquet,
    &ics::Ics,
    &markdown::Markdown,
    &csv_spreadsheet::CsvSpreadsheet,
    &review::Review,
    &sarif::Sarif,
];

/// The formats of a run that asks for none.
pub const DEFAULT_FORMATS: &[&str] = &["csv", "json", "review"];

/// The format of a name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|f| f.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_a_file_and_every_default_a_format() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/emit");
        for format in FORMATS {
            let name = format.name().replace('-', "_");
            let files = [format!("{here}/{name}.rs"), format!("{here}/{name}/mod.rs")];
            let exists = files.iter().any(|f| std::path::Path::new(f).exists());
            assert!(exists, "{name}");
        }
        assert!(DEFAULT_FORMATS.iter().all(|name| format(name).is_some()));
    }
}
