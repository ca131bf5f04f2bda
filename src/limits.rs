//! The most that the program takes of anything in one report. What is beyond a limit is left in the source and told by the
//! finding `limit-reached`; it never ends a run.

/// Bytes of a line, or of the lines that make one paragraph; a longer one is kept in `blocks` and read by no other table.
pub const PIECE: usize = 1 << 20;

/// Levels of a list; what is set deeper counts as of the last level.
pub const NESTING: usize = 9;

/// Cells of a table's row; those behind them are not read.
pub const CELLS: usize = 256;

/// Rows of one table of one report, but for `blocks`; those behind them are left out.
pub const RECORDS: usize = 250_000;
