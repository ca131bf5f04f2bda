//! The blocks as a list to look at.

use super::Block;
use crate::source::{Columns, Source};
use std::borrow::Cow;
use std::fmt::Write;

/// Characters of a block's text that are shown.
const WIDTH: usize = 100;

/// A block a line: the line it starts on, its kind with level or style, its marker, and the beginning of its text or its
/// cells.
pub fn show(source: &Source, blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        let line = source.line_of(block.span.start);
        let level = match (block.level, block.style) {
            (0, None) => String::new(),
            (0, Some(style)) => format!(" {style:?}"),
            (level, _) => format!(" {level}"),
        };
        let marker = block.marker.map_or("", |m| source.slice(m).trim());
        let text = match block.cells.as_slice() {
            [] => short(&body(source, block), WIDTH),
            cells => {
                let cells: Vec<_> = cells.iter().map(|c| short(source.slice(*c), 40)).collect();
                cells.join(" | ")
            }
        };
        let head = format!("{line:>5}  {}{level}", block.kind.as_str());
        let _ = writeln!(out, "{head:<20} {marker:<3} {text}").map(|()| trim_line(&mut out));
    }
    out
}

/// The text of a block, without that of a column of print beside it.
fn body<'s>(source: &'s Source, block: &Block) -> Cow<'s, str> {
    match Columns::at(source.columns(), block.body.start) {
        None => source.slice(block.body).into(),
        Some(columns) => {
            let parts = columns.within(block.body).into_iter();
            let parts: Vec<_> = parts.map(|part| source.slice(part)).collect();
            parts.join(" ").into()
        }
    }
}

/// The beginning of a text on one line.
pub(crate) fn short(text: &str, width: usize) -> String {
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_string();
    for word in words {
        if line.len() > width {
            break;
        }
        line.push(' ');
        line.push_str(word);
    }
    match line.char_indices().nth(width) {
        Some((end, _)) => format!("{}...", &line[..end]),
        None => line,
    }
}

/// Takes the blanks off the end of the last line.
fn trim_line(out: &mut String) {
    out.truncate(out.trim_end().len());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    #[test]
    fn every_block_has_a_line() {
        let source = Source::from_text("x", "# Notes\n\n- one\n  two\n\n| a | b |\n");
        let shown = show(&source, &blocks(&source));
        assert_eq!(shown.lines().count(), blocks(&source).len());
        assert!(shown.contains("    1  heading Hash(1)"), "{shown}");
        assert!(shown.contains("list_item 1   -   one two\n"), "{shown}");
        assert!(shown.contains("a | b\n"), "{shown}");
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        assert_eq!(short("één  twee\ndrie", 5), "één t...");
        assert_eq!(short(" a  b ", 5), "a b");
    }
}
