//! What a file for the whole run takes from a report: its rows as CSV, a block a table.
//!
//! The blocks are made on any thread and small; a format turns their text into typed cells by the schema.

use super::TableText;
use super::csv::Csv;
use crate::spool::Sealed;
use anyhow::Result;

/// The rows of these tables: for each its index, the number of bytes, the CSV without header.
pub(super) fn pack(report: &Sealed<'_>, tables: &[usize]) -> Vec<u8> {
    let mut out = Vec::new();
    for &table in tables {
        let mut rows = report.rows(table);
        if rows.len() > 0 {
            out.push(table as u8);
            let at = out.len();
            out.extend_from_slice(&[0; 8]);
            Csv.rows(&mut rows, &mut out);
            let bytes = (out.len() - at - 8) as u64;
            out[at..at + 8].copy_from_slice(&bytes.to_le_bytes());
        }
    }
    out
}

/// The blocks that [`pack`] made: tables with their CSV.
pub(super) fn blocks(mut packed: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    std::iter::from_fn(move || {
        let (&table, rest) = packed.split_first()?;
        let (bytes, rest) = rest.split_first_chunk()?;
        let (block, rest) = rest.split_at_checked(u64::from_le_bytes(*bytes) as usize)?;
        packed = rest;
        Some((usize::from(table), block))
    })
}

/// Calls `visit` with each row of a block.
pub(super) fn each_row(
    block: &[u8],
    mut visit: impl FnMut(&csv::StringRecord) -> Result<()>,
) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(block);
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row)? {
        visit(&row)?;
    }
    Ok(())
}
