//! Every table that is neither agenda nor participant list, a row a cell.

use crate::extract::Extraction;
use crate::record;

record! {
    /// A cell of a table that no other table holds.
    pub struct TableCell in "tables" ("tab") key [table_number, row, column, value] above [header, caption] {
        /// The table's number in the report, from 1.
        table_number: Int,
        /// The row below the header, from 1.
        row: Int,
        /// The column, from 1.
        column: Int,
        /// The column's header.
        header: Text,
        /// The cell.
        value: Text,
        /// The caption or heading above the table.
        caption: Text,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
