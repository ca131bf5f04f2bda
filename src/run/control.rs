//! Control files: the CSV files by which a user steers a run, beside the reports.
//!
//! A control file is looked for in every folder that the user gave as input and in the folder of every file; standard
//! input has none. It is UTF-8 (a byte order mark may stand first), comma-separated after RFC 4180, with a header. What is
//! wrong with one is told with file, line and column, counted in characters from 1, before anything is written.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// What is wrong with a control file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlError {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for ControlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ControlError {
            file,
            line,
            column,
            message,
        } = self;
        write!(f, "{}:{line}:{column}: {message}", file.display())
    }
}

impl std::error::Error for ControlError {}

/// A control file: its rows, each with a cell for every column asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// The file.
    pub file: PathBuf,
    /// Its rows behind the header, in order; blank lines are none.
    pub rows: Vec<ControlRow>,
}

/// A row of a control file; its cells stand in the order in which the columns were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlRow {
    /// The cells; one of a column that the file leaves out is empty and stands at the start of the row.
    pub cells: Vec<ControlCell>,
}

/// A cell of a control file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlCell {
    /// What it holds, without blanks around it.
    pub text: String,
    /// The line on which it begins, from 1.
    pub line: u32,
    /// The character of that line at which it begins, from 1.
    pub column: u32,
}

impl Control {
    /// Reads a file that has all columns of `required`, may have those of `optional`, and no others.
    ///
    /// # Errors
    /// Where it cannot be read, is not UTF-8, has an unclosed quotation mark, lacks a column, has an unknown one or one
    /// twice, or has a row with more or fewer cells than its header.
    pub fn read(
        file: &Path,
        required: &[&str],
        optional: &[&str],
    ) -> Result<Control, ControlError> {
        let mut control = Control {
            file: file.to_path_buf(),
            rows: Vec::new(),
        };
        let bytes = fs::read(file).map_err(|e| control.at(1, 1, format!("cannot be read: {e}")))?;
        let text = control.decoded(&bytes)?;
        let mut records = control.records(text)?.into_iter();
        let header = records
            .next()
            .ok_or_else(|| control.at(1, 1, "is empty; its first line names its columns"))?;
        let places = control.columns(&header, required, optional)?;
        for record in records {
            if record.len() != header.len() {
                let cell = record.get(header.len()).or(record.last());
                let (have, want) = (record.len(), header.len());
                let message = format!("has {have} cells where the header has {want}");
                return Err(cell.map_or_else(
                    || control.at(1, 1, &*message),
                    |c| control.error(c, &*message),
                ));
            }
            let missing = || ControlCell {
                text: String::new(),
                ..record[0].clone()
            };
            let cells = places
                .iter()
                .map(|p| p.map_or_else(missing, |i| record[i].clone()));
            control.rows.push(ControlRow {
                cells: cells.collect(),
            });
        }
        Ok(control)
    }

    /// An error at a cell of this file.
    pub fn error(&self, cell: &ControlCell, message: impl Into<String>) -> ControlError {
        self.at(cell.line, cell.column, message)
    }

    fn at(&self, line: u32, column: u32, message: impl Into<String>) -> ControlError {
        ControlError {
            file: self.file.clone(),
            line,
            column,
            message: message.into(),
        }
    }

    fn decoded<'b>(&self, bytes: &'b [u8]) -> Result<&'b str, ControlError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        std::str::from_utf8(bytes).map_err(|e| {
            let before = String::from_utf8_lossy(&bytes[..e.valid_up_to()]);
            let line = before.matches('\n').count() as u32 + 1;
            let last = before.rsplit('\n').next().unwrap_or_default();
            let column = last.chars().count() as u32 + 1;
            self.at(line, column, "is not UTF-8; save the file as UTF-8")
        })
    }

    /// Where each column asked for stands in the file.
    fn columns(
        &self,
        header: &[ControlCell],
        required: &[&str],
        optional: &[&str],
    ) -> Result<Vec<Option<usize>>, ControlError> {
        let known: Vec<&str> = required.iter().chain(optional).copied().collect();
        let expected = || format!("its columns are {}", known.join(", "));
        for (i, cell) in header.iter().enumerate() {
            if !known.contains(&cell.text.as_str()) {
                let message = format!("unknown column {:?}; {}", cell.text, expected());
                return Err(self.error(cell, message));
            }
            if header[..i].iter().any(|c| c.text == cell.text) {
                return Err(self.error(cell, format!("column {:?} twice", cell.text)));
            }
        }
        let place = |name: &&str| header.iter().position(|c| c.text == *name);
        if let Some(lacking) = required.iter().find(|name| place(name).is_none()) {
            return Err(self.at(
                1,
                1,
                format!("lacks the column {lacking:?}; {}", expected()),
            ));
        }
        Ok(known.iter().map(place).collect())
    }

    /// The records of the file with the place of every cell.
    fn records(&self, text: &str) -> Result<Vec<Vec<ControlCell>>, ControlError> {
        let mut scanner = Scanner::default();
        for c in text.chars() {
            scanner.step(c);
        }
        if scanner.quoted {
            let cell = scanner.cell;
            return Err(self.error(&cell, "a quotation mark that is never closed"));
        }
        scanner.end_record();
        Ok(scanner.records)
    }
}

/// The files of this name beside the inputs, each once, in the order of their paths.
pub fn beside(inputs: &[PathBuf], name: &str) -> Vec<PathBuf> {
    let folder = |path: &PathBuf| match path.is_dir() {
        true => path.clone(),
        false => path.parent().unwrap_or(Path::new("")).to_path_buf(),
    };
    let given = inputs.iter().filter(|p| p.as_os_str() != "-" && p.exists());
    let folders: BTreeSet<PathBuf> = given.map(folder).collect();
    let mut seen = BTreeSet::new();
    let files = folders
        .into_iter()
        .map(|f| f.join(name))
        .filter(|f| f.is_file());
    // One folder may be given in two ways.
    files
        .filter(|f| seen.insert(f.canonicalize().unwrap_or_else(|_| f.clone())))
        .collect()
}

/// Reads RFC 4180 character by character.
#[derive(Default)]
struct Scanner {
    records: Vec<Vec<ControlCell>>,
    record: Vec<ControlCell>,
    cell: ControlCell,
    /// Characters and lines already passed.
    line: u32,
    column: u32,
    quoted: bool,
    /// Whether the last character was a quotation mark that closed, or may double.
    closing: bool,
}

impl Scanner {
    fn step(&mut self, c: char) {
        if self.record.is_empty() && self.cell.text.is_empty() && !self.quoted && !self.closing {
            self.begin_cell();
        }
        self.column += 1;
        match c {
            '"' if self.quoted => (self.quoted, self.closing) = (false, true),
            '"' if self.closing => {
                self.cell.text.push('"');
                (self.quoted, self.closing) = (true, false);
            }
            '"' if self.cell.text.trim().is_empty() => {
                self.cell.text.clear();
                self.quoted = true;
            }
            ',' if !self.quoted => self.end_cell(),
            '\n' if !self.quoted => {
                (self.line, self.column) = (self.line + 1, 0);
                self.end_record();
            }
            _ => self.cell.text.push(c),
        }
        if c == '\n' && self.quoted {
            (self.line, self.column) = (self.line + 1, 0);
        }
    }

    fn begin_cell(&mut self) {
        (self.cell.line, self.cell.column) = (self.line + 1, self.column + 1);
    }

    fn end_cell(&mut self) {
        let mut cell = std::mem::take(&mut self.cell);
        cell.text = cell.text.trim().to_string();
        self.record.push(cell);
        self.closing = false;
        self.begin_cell();
    }

    fn end_record(&mut self) {
        self.end_cell();
        self.cell = ControlCell::default();
        let record = std::mem::take(&mut self.record);
        if record.iter().any(|c| !c.text.is_empty()) {
            self.records.push(record);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("c.csv");
        fs::write(&file, bytes).expect("a file");
        let control = Control::read(&file, &["from", "to"], &["reason"]);
        let told = |e: ControlError| {
            e.to_string()
                .rsplit_once("c.csv")
                .map(|(_, e)| e.to_string())
        };
        let cells = |r: &ControlRow| r.cells.iter().map(|c| c.text.clone()).collect();
        match control {
            Ok(control) => Ok(control.rows.iter().map(cells).collect()),
            Err(e) => Err(told(e).expect("a file name")),
        }
    }

    #[test]
    fn cells_come_in_the_order_asked_for() {
        let rows = read(b"\xef\xbb\xbfto,from\r\n\"b, \"\"c\"\"\",a\r\n\r\nd , e\r\n");
        assert_eq!(
            rows,
            Ok(vec![
                vec!["a".into(), "b, \"c\"".into(), "".into()],
                vec!["e".into(), "d".into(), "".into()]
            ])
        );
        assert_eq!(read(b"from,to"), Ok(vec![]));
    }

    #[test]
    fn a_cell_knows_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("c.csv");
        fs::write(&file, "from,to\n\"two\nlines\",é,\n").expect("a file");
        let error = Control::read(&file, &["from", "to"], &[]).expect_err("a cell too many");
        assert_eq!((error.line, error.column), (3, 10));
        fs::write(&file, "from,to\n\n\"two\nlines\",é\n").expect("a file");
        let control = Control::read(&file, &["from", "to"], &[]).expect("a file");
        let places: Vec<_> = control.rows[0]
            .cells
            .iter()
            .map(|c| (c.line, c.column))
            .collect();
        assert_eq!(places, [(3, 1), (4, 8)]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let wrong: [(&[u8], &str); 7] = [
            (b"", ":1:1: is empty"),
            (b"from\n", ":1:1: lacks the column \"to\""),
            (b"from,to,why\n", ":1:9: unknown column \"why\""),
            (b"from,to,to\n", ":1:9: column \"to\" twice"),
            (b"from,to\na\n", ":2:1: has 1 cells"),
            (b"from,to\na,b\xe9\n", ":2:4: is not UTF-8"),
            (b"from,to\na,\"b\n", ":2:3: a quotation mark"),
        ];
        for (bytes, message) in wrong {
            let told = read(bytes).expect_err("an error");
            assert!(told.starts_with(message), "{told}");
        }
    }

    #[test]
    fn files_are_found_beside_folders_and_files_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).expect("a folder");
        for name in ["a.txt", "c.csv", "sub/b.txt", "sub/c.csv"] {
            fs::write(at(name), "x").expect("a file");
        }
        let inputs = [
            at("sub/b.txt"),
            at(""),
            at("a.txt"),
            "-".into(),
            "no/such.txt".into(),
        ];
        let found = beside(&inputs, "c.csv");
        assert_eq!(found.len(), 2);
        assert!(found[1].ends_with("sub/c.csv"));
    }
}
