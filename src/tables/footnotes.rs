//! Footnotes with the lines that bear their marks.

use crate::extract::Extraction;
use crate::record;
use crate::schema::Int;

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

/// Reads the notes that print a number or a sign of their own.
pub fn extract(x: &mut Extraction) {
    let source = x.outline.source;
    let rows = x.outline.notes.iter().map(|note| Footnote {
        marker: note.marker.clone(),
        text: note.text.whole(),
        anchor_line: note.anchor.map_or(Int::default(), |mark| {
            Int::new(i64::from(source.line_of(mark.start)), mark)
        }),
        rule: "footnote",
        ..Footnote::default()
    });
    x.data.footnotes.extend(rows);
}
