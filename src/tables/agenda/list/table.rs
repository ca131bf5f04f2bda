//! Tables among the lines of a programme, and tables whose rows are such lines.

use super::super::fill::place;
use super::super::grid::{GridReading, more};
use super::super::item::Open;
use super::super::line::{Line, lead};
use super::super::run::Ahead;
use super::ListReader;
use crate::outline::{Grid, Row, UnitKind};

impl<'s> ListReader<'_, 's> {
    /// Adds what a table holds.
    pub fn add(&mut self, reading: GridReading<'s>, unit: usize) {
        if let Some(open) = &mut self.open {
            reading
                .above
                .into_iter()
                .for_each(|slot| more(&mut open.slot, slot));
        }
        self.close();
        self.used.push(unit);
        let several = reading.slots.len() > 1;
        let mut heads = reading.days.into_iter().peekable();
        for (i, mut slot) in reading.slots.into_iter().enumerate() {
            while let Some((_, head)) = heads.next_if(|(at, _)| *at <= i) {
                self.push_day(head);
            }
            slot.day = self.day;
            self.slots.push(slot);
        }
        // Lines right below a table belong to its last row.
        if let Some(slot) = self.slots.pop() {
            self.open = Some(Open {
                of_table: several,
                ..Open::new(slot)
            });
        }
        for (_, head) in heads {
            self.push_day(head);
        }
    }

    /// Reads a table whose rows are lines: time and title share the first cell. Whether it has such rows.
    pub fn rows(&mut self, grid: &Grid<'s>, line: &Line<'s>) -> bool {
        let rows = || grid.header.iter().chain(&grid.rows);
        let leads = |r: &&Row| r.cells.first().is_some_and(|c| lead(c, self.who).is_some());
        if rows().filter(leads).count() * 2 < rows().count().max(1) {
            return false;
        }
        for row in rows() {
            let mut cells = row.cells.iter().filter(|c| !c.is_empty());
            let first = cells.next().map(|c| Line {
                flow: c.clone(),
                kind: UnitKind::Paragraph,
                ..line.clone()
            });
            if first.is_none_or(|l| !self.line(&l, Ahead::default())) {
                continue;
            }
            if let Some(open) = &mut self.open {
                cells.for_each(|c| place(&mut open.slot, c, self.who));
            }
        }
        true
    }
}
