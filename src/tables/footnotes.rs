//! Footnotes with the lines that bear their marks.

use crate::extract::Extraction;
use crate::record;

record! {
    /// A footnote.
    pub struct Footnote in "footnotes" ("fno") key [marker, text] {
        /// Its number.
        marker: Text,
        /// The note.
        text: Text,
        /// The line that bears the mark, where found.
        anchor_line: Int,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
