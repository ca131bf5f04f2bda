//! Titles that an agenda above has printed: its items, each again with its number over what was said, and titles of its
//! table with their times alone below.

use super::heading::is_open;
use super::numbers;
use super::{Block, Kind, starts_like_time};
use crate::source::Source;
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

/// No title is longer, in bytes.
const TITLE: usize = 160;
/// Fewer items that stand again over a text are no heads.
const LEAST: usize = 3;
/// A range of times is no longer.
const TIMES: usize = 32;
/// So many letters stand in one: `noon`, twice `p.m.`
const LETTERS: usize = 8;

/// The blocks that are such titles; the numbered ones first.
pub(super) fn titles(source: &Source, blocks: &[Block]) -> (HashSet<usize>, HashSet<usize>) {
    (numbered(source, blocks), over_times(source, blocks))
}

/// Items of a list that stand a second time, each alone over a passage.
fn numbered(source: &Source, blocks: &[Block]) -> HashSet<usize> {
    let mut listed: HashSet<String> = HashSet::new();
    let mut titles = HashSet::new();
    for (i, block) in blocks.iter().enumerate() {
        let marker = block.marker.filter(|_| block.kind == Kind::ListItem);
        let Some(marker) = marker.map(|m| source.slice(m)) else {
            continue;
        };
        if numbers::ordinal(marker).is_none() || block.body.len() > TITLE {
            continue;
        }
        let text = source.slice(block.body);
        if is_open(blocks, i.checked_sub(1)) && is_open(blocks, Some(i + 1)) && is_over(blocks, i) {
            if listed.contains(&key(marker, text)) {
                titles.insert(i);
            }
            continue;
        }
        listed.insert(key(marker, text));
        // Who leads an item stands in brackets behind it.
        let own = text.strip_suffix(')').and_then(|t| t.rsplit_once(" ("));
        listed.extend(own.map(|(own, _)| key(marker, own)));
    }
    match titles.len() < LEAST {
        true => HashSet::new(),
        false => titles,
    }
}

/// Whether a text is the next thing below a block.
fn is_over(blocks: &[Block], i: usize) -> bool {
    let below = solid(blocks, i + 1).map(|n| blocks[n].kind);
    below.is_some_and(|k| matches!(k, Kind::Paragraph | Kind::Label | Kind::Quote))
}

/// Lines alone over a range of times alone, with a text below that, whose words are those of a cell of a table above.
fn over_times(source: &Source, blocks: &[Block]) -> HashSet<usize> {
    let mut lines: HashMap<String, usize> = HashMap::new();
    for (i, block) in blocks.iter().enumerate() {
        let line = block.kind == Kind::Paragraph && block.body.len() <= TITLE;
        if line && is_open(blocks, i.checked_sub(1)) && is_timed(source, blocks, i) {
            lines.insert(key("", source.slice(block.body)), i);
        }
    }
    let Some(last) = lines.values().copied().max() else {
        return HashSet::new();
    };
    let mut titles = HashSet::new();
    let rows = blocks[..last].iter().enumerate();
    for (at, row) in rows.filter(|(_, b)| b.kind == Kind::TableRow) {
        let text = source.slice(row.body);
        let cells = text.split(['|', '\t']).filter(|c| c.len() <= TITLE);
        let found = cells.filter_map(|c| lines.get(&key("", c)));
        titles.extend(found.filter(|line| **line > at));
    }
    titles
}

/// Whether a range of times and nothing else stands below a line, and a text below that.
fn is_timed(source: &Source, blocks: &[Block], i: usize) -> bool {
    let Some(time) = solid(blocks, i + 1).filter(|_| is_open(blocks, Some(i + 1))) else {
        return false;
    };
    let text = source.slice(blocks[time].body);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let alone = text.len() <= TIMES && letters <= LETTERS && starts_like_time(text);
    let below = || solid(blocks, time + 1).map(|n| &blocks[n]);
    let told = |b: &Block| {
        matches!(b.kind, Kind::Paragraph | Kind::Label) && !starts_like_time(source.slice(b.body))
    };
    alone && is_open(blocks, Some(time + 1)) && below().is_some_and(told)
}

/// The next block that is no blank line and no furniture.
fn solid(blocks: &[Block], from: usize) -> Option<usize> {
    let mut below = blocks.iter().enumerate().skip(from);
    below
        .find(|(_, b)| !matches!(b.kind, Kind::Blank | Kind::Furniture))
        .map(|(n, _)| n)
}

/// A title with its number, as it is compared.
fn key(marker: &str, title: &str) -> String {
    let mut key = marker.to_owned();
    for word in title.split(|c: char| c.is_whitespace() || c == '*') {
        if !word.is_empty() {
            key.push(' ');
            key.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    #[test]
    fn items_that_stand_again_over_texts_are_heads() {
        let text = "Agenda\n\n1) Apologies\n2) Roof (A. Lind)\n3) Close\n\n1) Apologies\n\nThere were none.\n\n2) Roof\n\n\
            It leaks.\n\nIt will be mended.\n\n3) Close\n\nThey left at noon.\n";
        assert_eq!(
            of_kind(text, Kind::Heading),
            ["Agenda", "Apologies", "Roof", "Close"]
        );
        let list = "Aims\n\n1) Apples\n\n2) Pears\n\n3) Plums\n\nFruit\n\n1) Apples\n\n2) Pears\n\n3) Plums\n\nAll sold.\n";
        assert!(!of_kind(list, Kind::Heading).contains(&"Plums".to_owned()));
    }

    #[test]
    fn a_title_of_the_table_over_its_times_is_a_head() {
        let text = "Programme\n\n| Time | Topic |\n|---|---|\n| 9:00-9:30 | Moss on roofs |\n| 9:30-10:00 | Slates |\n\n\
            Moss on roofs\n\n9:00-9:30\n\nThe chair was late.\n\nSlates\n\n9:30-10:00\n\nNobody spoke.\n";
        assert_eq!(
            of_kind(text, Kind::Heading),
            ["Programme", "Moss on roofs", "Slates"]
        );
    }
}
