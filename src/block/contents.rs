//! Headings that the list of contents tells: `II. Summary of talks ........ 7-21 3` names the line `II. Summary of talks`.

use super::{Block, Kind};
use crate::source::Source;
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

/// Fewer lines with leaders are no list of contents.
const ENTRIES: usize = 3;

/// No title is longer, in bytes.
const TITLE: usize = 160;

/// So many titles right below each other are an agenda.
const RUN: usize = 3;

/// The blocks below the list of contents that stand in it, each once: what stands there again is an item of an agenda.
pub(super) fn titles(source: &Source, blocks: &[Block]) -> HashSet<usize> {
    let named = |b: &Block| matches!(b.kind, Kind::Paragraph | Kind::ListItem | Kind::Heading);
    let mut listed: HashMap<String, Vec<usize>> = HashMap::new();
    let mut last = 0;
    for (i, block) in blocks.iter().enumerate().filter(|(_, b)| named(b)) {
        if let Some(title) = entry(source.slice(block.body)) {
            listed.insert(key(source, block, title), Vec::new());
            last = i;
        }
    }
    if listed.len() < ENTRIES {
        return HashSet::new();
    }
    let mut solid = 0;
    let mut places = HashMap::new();
    for (i, block) in blocks.iter().enumerate().skip(last + 1) {
        solid += usize::from(!matches!(block.kind, Kind::Blank | Kind::Furniture));
        if named(block) && block.body.len() <= TITLE {
            let key = key(source, block, source.slice(block.body));
            if let Some(found) = listed.get_mut(&key) {
                found.push(i);
                places.insert(solid, i);
            }
        }
    }
    let mut once: HashSet<usize> = listed
        .into_values()
        .filter(|f| f.len() == 1)
        .flatten()
        .collect();
    for &at in places.keys() {
        let run = (at..at + RUN)
            .map(|n| places.get(&n))
            .collect::<Option<Vec<_>>>();
        for i in run.into_iter().flatten() {
            once.remove(i);
        }
    }
    once
}

/// The title in a line of the contents: what stands before the leaders that run to a page.
fn entry(text: &str) -> Option<&str> {
    // Few lines end in a page.
    if !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let leaders = text.find("....")?;
    let title = text[..leaders].trim_end();
    (!title.is_empty()).then_some(title)
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
