//! Headings that the list of contents tells: `II. Summary of talks ........ 7-21 3` names the line `II. Summary of talks`.

use super::{Block, Kind};
use crate::source::Source;
use std::collections::{HashMap, HashSet};

/// Fewer lines with leaders are no list of contents.
const ENTRIES: usize = 3;

/// No title is longer, in bytes.
const TITLE: usize = 160;

/// The blocks below the list of contents that stand in it: of each title the first.
pub(super) fn titles(source: &Source, blocks: &[Block]) -> HashSet<usize> {
    let named = |b: &Block| matches!(b.kind, Kind::Paragraph | Kind::ListItem | Kind::Heading);
    let mut listed: HashMap<String, bool> = HashMap::new();
    let mut last = 0;
    for (i, block) in blocks.iter().enumerate().filter(|(_, b)| named(b)) {
        if let Some(title) = entry(source.slice(block.body)) {
            listed.insert(key(source, block, title), false);
            last = i;
        }
    }
    if listed.len() < ENTRIES {
        return HashSet::new();
    }
    let below = blocks.iter().enumerate().skip(last + 1);
    let short = below.filter(|(_, b)| named(b) && b.body.len() <= TITLE);
    let mut first = |b: &Block| {
        let seen = listed.get_mut(&key(source, b, source.slice(b.body)));
        seen.is_some_and(|seen| !std::mem::replace(seen, true))
    };
    short.filter(|(_, b)| first(b)).map(|(i, _)| i).collect()
}

/// The title in a line of the contents: what stands before the leaders that run to a page.
fn entry(text: &str) -> Option<&str> {
    let leaders = text.find("....")?;
    let page = text.ends_with(|c: char| c.is_ascii_digit());
    let title = text[..leaders].trim_end();
    (page && !title.is_empty()).then_some(title)
}

/// A title with its number, as it is compared.
fn key(source: &Source, block: &Block, title: &str) -> String {
    let number = block.marker.map_or("", |m| source.slice(m));
    let words = title.split_whitespace().map(str::to_lowercase);
    let mut key = number.to_owned();
    for word in words {
        key.push(' ');
        key.push_str(&word);
    }
    key
}
