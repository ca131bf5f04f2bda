//! What recurs below the feet of pages.

use super::furniture::without_page;
use super::{Block, Kind};
use crate::source::Source;
use foldhash::{HashMap, HashMapExt};

/// Lines that stand right below feet with the numbers of pages, and but once anywhere else: there they may be the title.
pub(super) fn heads_below(source: &Source, blocks: &[Block], feet: &[usize]) -> Vec<usize> {
    let text = |b: &Block| matches!(b.kind, Kind::Paragraph | Kind::Heading | Kind::ListItem);
    let next = |&foot: &usize| {
        let behind = (foot + 1..blocks.len()).find(|&i| blocks[i].kind != Kind::Blank)?;
        (text(&blocks[behind]) && blocks[behind].body.len() <= 120).then_some(behind)
    };
    let places: Vec<usize> = feet.iter().filter_map(next).collect();
    let mut found: HashMap<String, Vec<usize>> = HashMap::new();
    for &i in &places {
        let key = without_page(source.slice(blocks[i].body));
        found.entry(key).or_default().push(i);
    }
    found.retain(|_, places| places.len() > 1);
    if found.is_empty() {
        return Vec::new();
    }
    let mut elsewhere: HashMap<String, usize> = HashMap::new();
    for block in blocks.iter().filter(|b| text(b) && b.body.len() <= 120) {
        let key = without_page(source.slice(block.body));
        if found.contains_key(&key) {
            *elsewhere.entry(key).or_default() += 1;
        }
    }
    let own = |(key, places): &(String, Vec<usize>)| elsewhere[key] <= places.len() + 1;
    let mut heads: Vec<usize> = found
        .into_iter()
        .filter(own)
        .flat_map(|(_, places)| places)
        .collect();
    heads.sort_unstable();
    heads
}
