//! The bytes of a spool file, read: every text is borrowed from them.

use super::wire::{MAGIC, tag};
use super::{Head, Place, Sealed};
use crate::schema::{Cell, Id};
use crate::tables::TABLES;
use std::io::{Error, ErrorKind, Result};

impl<'a> Sealed<'a> {
    /// Reads the tables for which `wanted` holds, by their index in [`TABLES`], and steps over the others.
    ///
    /// # Errors
    /// `InvalidData` where the bytes are not what [`Writer`](super::Writer) writes.
    pub fn read(bytes: &'a [u8], wanted: impl Fn(usize) -> bool) -> Result<Sealed<'a>> {
        let mut reader = Reader { rest: bytes };
        if reader.take(MAGIC.len())? != MAGIC {
            return Err(broken("it does not begin like one"));
        }
        let mut sealed = Sealed::empty(reader.text()?);
        while !reader.rest.is_empty() {
            let table = reader.byte()? as usize;
            let (bytes, rows) = (reader.u32()? as usize, reader.u32()?);
            let mut body = Reader {
                rest: reader.take(bytes)?,
            };
            if table >= TABLES.len() {
                return Err(broken("a table that does not exist"));
            }
            sealed.counts[table] = rows as usize;
            if wanted(table) {
                // A row takes a byte a cell at least.
                let cells = (rows as usize).saturating_mul(TABLES[table].columns.len());
                let cells = cells.min(bytes);
                sealed.heads.reserve((rows as usize).min(bytes));
                sealed.cells.reserve(cells);
                sealed.span_ends.reserve(cells);
                let from = sealed.heads.len();
                for seq in 1..=rows {
                    body.row(&mut sealed, table, seq)?;
                }
                sealed.tables[table] = from..sealed.heads.len();
            }
        }
        Ok(sealed)
    }
}

fn broken(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, format!("broken spool file: {what}"))
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn row(&mut self, sealed: &mut Sealed<'a>, table: usize, seq: u32) -> Result<()> {
        let hash = self.u64()?;
        let report_id = match self.text()? {
            "" => sealed.report_id,
            own => own,
        };
        // A report goes by its name; every other record by a hash.
        let id = match TABLES[table].key {
            [] => Cell::text(report_id),
            _ => Cell::Id(Id {
                prefix: TABLES[table].prefix,
                hash,
            }),
        };
        let place = self.place()?;
        let rule = self.text()?;
        sealed.heads.push(Head {
            report_id,
            id,
            seq,
            place,
            rule,
            cells: sealed.cells.len(),
        });
        for _ in TABLES[table].columns {
            let cell = self.cell()?;
            sealed.cells.push(cell);
            for _ in 0..self.number()? {
                let span = self.span()?;
                sealed.spans.push(span);
            }
            sealed.span_ends.push(sealed.spans.len() as u32);
        }
        Ok(())
    }

    fn place(&mut self) -> Result<Option<Place>> {
        let line = self.number()? as u32;
        if line == 0 {
            return Ok(None);
        }
        let (start, end) = self.span()?;
        let page = self.number()? as u32;
        Ok(Some(Place {
            line,
            start,
            end,
            page: (page > 0).then_some(page),
        }))
    }

    fn cell(&mut self) -> Result<Cell<'a>> {
        Ok(match self.byte()? {
            tag::EMPTY => Cell::Empty,
            tag::FALSE => Cell::Bool(false),
            tag::TRUE => Cell::Bool(true),
            tag::INT => Cell::Int(self.u64()? as i64),
            tag::NUM => Cell::Num(f64::from_bits(self.u64()?)),
            tag::TEXT => Cell::Text(self.text()?),
            tag::ID => {
                let table = TABLES.get(self.byte()? as usize);
                let prefix = table.ok_or_else(|| broken("an unknown prefix"))?.prefix;
                let hash = self.u64()?;
                Cell::Id(Id { prefix, hash })
            }
            _ => return Err(broken("an unknown kind of cell")),
        })
    }

    fn span(&mut self) -> Result<(u32, u32)> {
        let start = self.number()? as u32;
        let length = self.number()? as u32;
        Ok((start, start.saturating_add(length)))
    }

    fn text(&mut self) -> Result<&'a str> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).map_err(|_| broken("a text that is not UTF-8"))
    }

    #[inline]
    fn number(&mut self) -> Result<u64> {
        // Most numbers take one byte.
        match self.rest {
            [byte @ 0..0x80, rest @ ..] => {
                self.rest = rest;
                Ok(u64::from(*byte))
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Result<u64> {
        let mut n = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            n |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(n);
            }
        }
        Err(broken("a number that does not end"))
    }

    fn byte(&mut self) -> Result<u8> {
        let (byte, rest) = self.rest.split_first().ok_or_else(|| broken("cut off"))?;
        self.rest = rest;
        Ok(*byte)
    }

    fn u32(&mut self) -> Result<u32> {
        let bytes = self.take(4)?.try_into();
        bytes.map(u32::from_le_bytes).map_err(|_| broken("cut off"))
    }

    fn u64(&mut self) -> Result<u64> {
        let bytes = self.take(8)?.try_into();
        bytes.map(u64::from_le_bytes).map_err(|_| broken("cut off"))
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or_else(|| broken("cut off"))?;
        self.rest = rest;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{RowHead, Writer};
    use super::*;
    use crate::tables::position;

    fn sample() -> Vec<u8> {
        let table = position("quotes").expect("quotes");
        let mut writer = Writer::new("r", 64);
        writer.table(table);
        for (hash, text) in [(7, "so it is"), (8, "é")] {
            writer.row(RowHead {
                hash,
                report_id: "",
                place: Some(Place {
                    line: 3,
                    start: 500,
                    end: 508,
                    page: None,
                }),
                rule: "inline",
            });
            writer.cell(Cell::Empty, &[]);
            writer.cell(Cell::Text(text), &[(500, 504), (600, 604)]);
            writer.cell(Cell::Num(0.5), &[]);
            let prefix = "per";
            writer.cell(Cell::Id(Id { prefix, hash: 9 }), &[]);
            writer.cell(Cell::Int(-3), &[]);
        }
        writer.finish()
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = sample();
        let sealed = Sealed::read(&bytes, |_| true).expect("a spool");
        let rows: Vec<_> = sealed.rows(position("quotes").expect("quotes")).collect();
        assert_eq!((rows.len(), rows[1].seq()), (2, 2));
        assert_eq!(rows[0].id().printed(), "quo-0000000000000007");
        assert_eq!(rows[1].cell("text"), Cell::Text("é"));
        assert_eq!(rows[0].spans(1), [(500, 504), (600, 604)]);
        assert_eq!(rows[1].spans(0), []);
        assert_eq!(rows[0].cells()[3].printed(), "per-0000000000000009");
        assert_eq!(rows[0].cells()[4], Cell::Int(-3));
        assert_eq!(rows[0].place().map(|p| p.end), Some(508));
    }

    #[test]
    fn unwanted_tables_are_stepped_over() {
        let bytes = sample();
        let sealed = Sealed::read(&bytes, |_| false).expect("a spool");
        assert_eq!(sealed.rows(position("quotes").expect("quotes")).len(), 0);
    }

    #[test]
    fn cut_or_changed_bytes_are_errors_and_never_panics() {
        let bytes = sample();
        for end in 0..bytes.len() {
            let whole = Sealed::read(&bytes[..end], |_| true).is_ok();
            // The file is whole where its only table is missing altogether.
            assert_eq!(whole, end == MAGIC.len() + 2, "cut at {end}");
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0xff;
            let _ = Sealed::read(&changed, |_| true);
        }
    }
}
