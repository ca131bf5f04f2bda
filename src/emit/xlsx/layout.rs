//! How a table lies on its sheets: widths, and the further columns for texts that no cell holds.

use crate::emit::pack::each_row;
use crate::schema::Table;
use anyhow::Result;

/// How much a workbook holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Rows of a sheet, its header included.
    pub(super) rows: u32,
    /// UTF-16 units of a cell.
    pub(super) units: usize,
}

impl Limits {
    /// What Excel takes; LibreOffice takes no less.
    pub(super) const OF_EXCEL: Limits = Limits {
        rows: 1_048_576,
        units: 32_767,
    };
}

/// Letters of the widest column.
const WIDEST: usize = 60;

/// What has to be known of a table before its first cell is written.
#[derive(Debug)]
pub(super) struct Layout {
    /// The number of its rows.
    pub(super) rows: usize,
    /// For each column the letters of its widest cell, up to a bound.
    pub(super) widths: Vec<usize>,
    /// Behind the table's columns, the column that each further one continues, and as which part, from 2.
    pub(super) further: Vec<(usize, usize)>,
}

impl Layout {
    pub(super) fn of(table: &Table, csv: &[u8], limits: Limits) -> Result<Layout> {
        let mut widths: Vec<usize> = table.all_columns().map(|c| c.name.len() + 2).collect();
        let mut parts = vec![1; widths.len()];
        let mut rows = 0;
        each_row(csv, |row| {
            rows += 1;
            for (column, text) in row.iter().enumerate() {
                let letters = text.chars().take(WIDEST).count();
                widths[column] = widths[column].max(letters);
                // Fewer bytes than units there never are.
                if text.len() > limits.units {
                    parts[column] = cut(text, limits.units).count().max(parts[column]);
                }
            }
            Ok(())
        })?;
        let further = parts.iter().enumerate();
        let further = further.flat_map(|(column, &parts)| (2..=parts).map(move |p| (column, p)));
        Ok(Layout {
            rows,
            widths,
            further: further.collect(),
        })
    }

    /// The column that holds this part, from 2, of another.
    pub(super) fn further(&self, column: usize, part: usize) -> Option<usize> {
        let behind = self.further.iter().position(|f| *f == (column, part))?;
        Some(self.widths.len() + behind)
    }
}

/// A text in parts of at most so many UTF-16 units, cut between letters.
pub(super) fn cut(text: &str, units: usize) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut left = units;
        let fits = |(_, c): &(usize, char)| {
            let wide = c.len_utf16() > left;
            left -= c.len_utf16().min(left);
            wide
        };
        let end = rest
            .char_indices()
            .find(fits)
            .map_or(rest.len(), |(at, _)| at);
        let (part, after) = rest.split_at(end.max(rest.chars().next().map_or(0, char::len_utf8)));
        rest = after;
        Some(part)
    })
}
