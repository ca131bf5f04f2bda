//! The whole source in order, and what claimed each piece of it.

use crate::block::{Block, Kind};
use crate::extract::Extraction;
use crate::outline::Outline;
use crate::record;
use crate::schema::{Choice, Int, Text};
use crate::source::Columns;
use crate::span::Span;

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
        match Columns::at(outline.source.columns(), block.span.start) {
            None => x.data.blocks.push(row(outline, block, section)),
            Some(columns) => {
                let parts = columns.within(block.span).into_iter();
                let part = |span| row(outline, &part(outline, block, span), section);
                x.data.blocks.extend(parts.map(part));
            }
        }
    }
    if !outline.source.columns().is_empty() {
        in_source_order(&mut x.data.blocks);
    }
}

/// What a block has of one line in a column of print: the lines of the column beside it stand between them.
fn part(outline: &Outline, block: &Block, span: Span) -> Block {
    let text = outline.source.slice(span).trim();
    let start = span.start.max(block.body.start);
    let end = span.end.min(block.body.end).max(start);
    Block {
        kind: if text.is_empty() {
            Kind::Blank
        } else {
            block.kind
        },
        span,
        body: Span { start, end },
        ..block.clone()
    }
}

/// Sorts the parts of columns that stand side by side; a blank line between both belongs to each.
fn in_source_order(rows: &mut Vec<BlockRow>) {
    rows.sort_by_key(|row| row.kind.spans.cover());
    rows.dedup_by_key(|row| row.kind.spans.cover());
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
