//! The bytes of a spool file, written: numbers as LEB128, texts with their length, each table with its own.
//!
//! ```text
//! file  = MAGIC text(report_id) table*
//! table = index:u8 bytes:u32 rows:u32 row*
//! row   = id:u64 text(report_id, empty for that of the file) place text(rule) cell*
//! place = 0 | line start length page        (page 0: none)
//! cell  = tag:u8 value number(spans) (start length)*
//! ```

use super::Place;
use crate::schema::Cell;
use crate::tables::TABLES;
use std::io::Write;

/// What a spool file begins with; its number changes with the shape of the file.
pub(super) const MAGIC: &[u8] = b"rapporteur spool 1\n";

pub(super) mod tag {
    pub const EMPTY: u8 = 0;
    pub const FALSE: u8 = 1;
    pub const TRUE: u8 = 2;
    pub const INT: u8 = 3;
    pub const NUM: u8 = 4;
    pub const TEXT: u8 = 5;
    pub const ID: u8 = 6;
}

/// What stands before the cells of a row.
#[derive(Clone, Copy, Debug)]
pub struct RowHead<'a> {
    /// The hash of its id.
    pub hash: u64,
    /// Its report, where it is not that of the file.
    pub report_id: &'a str,
    /// Where it stands.
    pub place: Option<Place>,
    /// The rule that made it.
    pub rule: &'a str,
}

/// Writes the rows of a report table by table, each row by its head and then its cells.
#[derive(Debug)]
pub struct Writer {
    out: Vec<u8>,
    /// Where the table's `bytes` stand, and its rows so far.
    open: Option<(usize, u32)>,
}

impl Writer {
    /// The spool of a report; of the whole run where the id is empty.
    pub fn new(report_id: &str, capacity: usize) -> Writer {
        let mut writer = Writer {
            out: Vec::with_capacity(capacity),
            open: None,
        };
        writer.out.extend_from_slice(MAGIC);
        writer.text(report_id);
        writer
    }

    /// Begins the table at this index of [`TABLES`]; each table at most once.
    pub fn table(&mut self, index: usize) {
        self.close();
        self.out.push(index as u8);
        self.open = Some((self.out.len(), 0));
        self.out.extend_from_slice(&[0; 8]);
    }

    /// Begins a row of the table.
    pub fn row(&mut self, head: RowHead<'_>) {
        if let Some((_, rows)) = &mut self.open {
            *rows += 1;
        }
        self.out.extend_from_slice(&head.hash.to_le_bytes());
        self.text(head.report_id);
        match head.place {
            None => self.number(0),
            Some(p) => {
                self.number(p.line.into());
                self.span(p.start, p.end);
                self.number(p.page.unwrap_or(0).into());
            }
        }
        self.text(head.rule);
    }

    /// The next cell of the row, with its spans in code points.
    pub fn cell(&mut self, cell: Cell<'_>, spans: &[(u32, u32)]) {
        self.value(cell);
        self.number(spans.len() as u64);
        spans.iter().for_each(|&(start, end)| self.span(start, end));
    }

    /// The bytes of the file.
    pub fn finish(mut self) -> Vec<u8> {
        self.close();
        self.out
    }

    fn close(&mut self) {
        if let Some((at, rows)) = self.open.take() {
            let bytes = (self.out.len() - at - 8) as u32;
            self.out[at..at + 4].copy_from_slice(&bytes.to_le_bytes());
            self.out[at + 4..at + 8].copy_from_slice(&rows.to_le_bytes());
        }
    }

    fn value(&mut self, cell: Cell<'_>) {
        match cell {
            Cell::Empty | Cell::Row(..) => self.out.push(tag::EMPTY),
            Cell::Bool(b) => self.out.push(if b { tag::TRUE } else { tag::FALSE }),
            Cell::Int(i) => {
                self.out.push(tag::INT);
                self.out.extend_from_slice(&i.to_le_bytes());
            }
            Cell::Num(n) => {
                self.out.push(tag::NUM);
                self.out.extend_from_slice(&n.to_le_bytes());
            }
            Cell::Text(text) => {
                self.out.push(tag::TEXT);
                self.text(text);
            }
            Cell::Date(date) => self.short(format_args!("{date}")),
            Cell::Time(time) => self.short(format_args!("{time}")),
            Cell::Id(id) => {
                let table = TABLES.iter().position(|t| t.prefix == id.prefix);
                self.out.push(tag::ID);
                self.out.push(table.unwrap_or(0) as u8);
                self.out.extend_from_slice(&id.hash.to_le_bytes());
            }
        }
    }

    /// A printed value of fewer than 128 bytes, whose length takes one byte.
    fn short(&mut self, printed: std::fmt::Arguments<'_>) {
        self.out.extend_from_slice(&[tag::TEXT, 0]);
        let from = self.out.len();
        // Writing to a vector does not fail.
        let _ = self.out.write_fmt(printed);
        self.out[from - 1] = (self.out.len() - from) as u8;
    }

    fn span(&mut self, start: u32, end: u32) {
        self.number(start.into());
        self.number(end.saturating_sub(start).into());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.out.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.out.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.out.push(n as u8);
    }
}
