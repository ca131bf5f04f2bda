//! The whole source in order, and what claimed each piece of it.

use crate::extract::Extraction;
use crate::record;

/// What a block can be.
pub const KINDS: &[&str] = &[
    "heading",
    "paragraph",
    "list_item",
    "table_row",
    "label",
    "caption",
    "footnote",
    "quote",
    "furniture",
    "blank",
    "other",
];

record! {
    /// A piece of the source; together they are the whole of it.
    pub struct BlockRow in "blocks" ("blk") key [kind, text] above [section] {
        /// What it is.
        kind: Choice in KINDS,
        /// The depth of a heading or list item, from 1.
        level: Int,
        /// The path of headings above it, ` > ` between.
        section: Text,
        /// Its text, cleaned of layout.
        text: Text,
        /// The first record that draws on it: its id.
        claimed_by: Target,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
