//! The whole source in order, and what claimed each piece of it.

use crate::block::{Block, Kind};
use crate::extract::Extraction;
use crate::outline::Outline;
use crate::record;
use crate::schema::{Choice, Int, Text};

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

/// Tells the whole source, block by block. `claimed_by` is filled when the dataset is sealed.
pub fn extract(x: &mut Extraction) {
    if x.options.without_blocks {
        return;
    }
    let outline = x.outline;
    let mut section = 0;
    let mut units = outline.units.iter().peekable();
    for (i, block) in outline.blocks.iter().enumerate() {
        while units.peek().is_some_and(|u| u.block <= i) {
            section = units.next().map_or(section, |u| u.section);
        }
        x.data.blocks.push(row(outline, block, section));
    }
}

fn row(outline: &Outline, block: &Block, section: usize) -> BlockRow {
    let heading = block.kind == Kind::Heading;
    let above = if heading {
        outline.sections[section].parent
    } else {
        Some(section)
    };
    let level = match block.kind {
        Kind::Heading => outline.sections[section].level,
        _ => block.level,
    };
    let path = above.map_or(Vec::new(), |s| outline.path(s)).join(" > ");
    let blank = matches!(block.kind, Kind::Blank);
    let text = if blank {
        Text::default()
    } else {
        outline.layout.clean(block.body).whole()
    };
    BlockRow {
        kind: Choice::new(block.kind.as_str(), block.span),
        level: if level > 0 {
            Int::derived(i64::from(level))
        } else {
            Int::default()
        },
        section: Text::new(path, crate::span::Spans::NONE),
        text,
        rule: "block",
        ..BlockRow::default()
    }
}
