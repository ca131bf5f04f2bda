//! The sealed rows of one report, as bytes and as what every format sees.
//!
//! Extraction ends in typed rows; [`seal`](crate::seal::seal) turns them into the bytes of a spool file: ids instead of
//! row indexes, code points instead of bytes, rows in the order of the source. A run keeps one such file a report beside
//! its output, links the people and writes the tables from it. [`Sealed::read`] borrows every text from those bytes, so a
//! format copies a text once, into its output.

mod read;
mod wire;

pub use wire::{RowHead, Writer};

use crate::schema::{Cell, LEADING, Table};
use crate::tables::TABLES;
use std::ops::Range;

/// Where a record stands in the shipped source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line it starts on, from 1.
    pub line: u32,
    /// Its first code point.
    pub start: u32,
    /// The code point after its last.
    pub end: u32,
    /// The page it starts on, from 1, where the format has pages.
    pub page: Option<u32>,
}

/// The rows of one report, or those of the whole run, table by table.
#[derive(Debug)]
pub struct Sealed<'a> {
    /// The report; empty for the tables of the whole run.
    pub report_id: &'a str,
    heads: Vec<Head<'a>>,
    cells: Vec<Cell<'a>>,
    spans: Vec<(u32, u32)>,
    /// For each cell, where its spans end in `spans`.
    span_ends: Vec<u32>,
    /// For each table, its rows among `heads`.
    tables: Vec<Range<usize>>,
    /// For each table, its number of rows, also where they were stepped over.
    counts: Vec<usize>,
}

#[derive(Debug)]
struct Head<'a> {
    report_id: &'a str,
    id: Cell<'a>,
    seq: u32,
    place: Option<Place>,
    rule: &'a str,
    /// Index of its first cell.
    cells: usize,
}

impl<'a> Sealed<'a> {
    fn empty(report_id: &'a str) -> Sealed<'a> {
        Sealed {
            report_id,
            heads: Vec::new(),
            cells: Vec::new(),
            spans: Vec::new(),
            span_ends: Vec::new(),
            tables: vec![0..0; TABLES.len()],
            counts: vec![0; TABLES.len()],
        }
    }

    /// The rows of the table at this index of [`TABLES`].
    pub fn rows(&self, table: usize) -> impl ExactSizeIterator<Item = Entry<'_, 'a>> + Clone {
        let range = self.tables.get(table).cloned().unwrap_or(0..0);
        range.map(move |row| self.entry(table, row))
    }

    /// The number of rows of a table, also of one that was stepped over.
    pub fn count(&self, table: usize) -> usize {
        self.counts[table]
    }

    fn entry(&self, table: usize, row: usize) -> Entry<'_, 'a> {
        let head = &self.heads[row];
        let cells = head.cells..head.cells + TABLES[table].columns.len();
        Entry {
            table: TABLES[table],
            sealed: self,
            head,
            cells,
        }
    }

    /// Puts a value into a cell: how linking fills the ids of people.
    pub fn set(&mut self, table: usize, row: usize, column: usize, value: Cell<'a>) {
        let at = self.heads[self.tables[table].start + row].cells + column;
        self.cells[at] = value;
    }

    /// Counts the rows of a table from this number on: how a table that is read in parts is numbered.
    pub fn number_from(&mut self, table: usize, first: u32) {
        let rows = self.tables[table].clone();
        for (number, head) in (first..).zip(&mut self.heads[rows]) {
            head.seq = number;
        }
    }

    /// Appends a table of rows that stand nowhere in the source; each row is its id and its cells.
    pub fn push_table(
        &mut self,
        table: usize,
        rule: &'a str,
        rows: Vec<(Cell<'a>, Vec<Cell<'a>>)>,
    ) {
        let from = self.heads.len();
        for (i, (id, cells)) in rows.into_iter().enumerate() {
            self.heads.push(Head {
                report_id: self.report_id,
                id,
                seq: i as u32 + 1,
                place: None,
                rule,
                cells: self.cells.len(),
            });
            self.cells.extend(cells);
            self.span_ends
                .resize(self.cells.len(), self.spans.len() as u32);
        }
        self.tables[table] = from..self.heads.len();
        self.counts[table] = self.tables[table].len();
    }
}

/// One row as a format sees it.
#[derive(Clone, Debug)]
pub struct Entry<'s, 'a> {
    /// Its table.
    pub table: &'static Table,
    sealed: &'s Sealed<'a>,
    head: &'s Head<'a>,
    cells: Range<usize>,
}

impl<'s, 'a> Entry<'s, 'a> {
    /// Its id.
    pub fn id(&self) -> Cell<'a> {
        self.head.id
    }

    /// Its report; empty for a row of the whole run.
    pub fn report_id(&self) -> &'a str {
        self.head.report_id
    }

    /// Its number in the report, from 1.
    pub fn seq(&self) -> u32 {
        self.head.seq
    }

    /// Where it stands.
    pub fn place(&self) -> Option<Place> {
        self.head.place
    }

    /// The rule that made it.
    pub fn rule(&self) -> &'a str {
        self.head.rule
    }

    /// The cells of the record's own columns.
    pub fn cells(&self) -> &'s [Cell<'a>] {
        &self.sealed.cells[self.cells.clone()]
    }

    /// The cell of a column; empty where the table has no such column.
    pub fn cell(&self, column: &str) -> Cell<'a> {
        let position = self.table.position(column);
        position.map_or(Cell::Empty, |p| self.cells()[p])
    }

    /// The spans of the record's own column at this index, in code points.
    pub fn spans(&self, column: usize) -> &'s [(u32, u32)] {
        let ends = &self.sealed.span_ends;
        let at = self.cells.start + column;
        let from = at.checked_sub(1).map_or(0, |before| ends[before]);
        &self.sealed.spans[from as usize..ends[at] as usize]
    }

    /// The cells of every column, in the order of [`Table::all_columns`].
    pub fn all_cells(&self) -> impl Iterator<Item = Cell<'a>> + use<'s, 'a> {
        let place = self.head.place;
        let number = |n: Option<u32>| n.map_or(Cell::Empty, |n| Cell::Int(n.into()));
        let leading: [Cell<'a>; LEADING.len()] = [
            Cell::text(self.head.report_id),
            self.head.id,
            Cell::Int(self.head.seq.into()),
        ];
        let trailing = [
            number(place.map(|p| p.line)),
            number(place.map(|p| p.start)),
            number(place.map(|p| p.end)),
            number(place.and_then(|p| p.page)),
            Cell::text(self.head.rule),
        ];
        let kept = trailing.len() - usize::from(self.table.has_own_rule());
        let own = self.cells().iter().copied();
        leading
            .into_iter()
            .chain(own)
            .chain(trailing.into_iter().take(kept))
    }
}
