//! What recurs below the feet of pages.

use super::furniture::without_page;
use super::{Block, Kind};
use crate::source::Source;
use crate::span::Span;
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

/// Lines right below feet that say the words of the foot again: `Report of the forum` under `Report of the forum | page 2`.
pub(super) fn words_again(source: &Source, blocks: &[Block], feet: &[usize]) -> Vec<usize> {
    let text = |i: usize| source.slice(blocks[i].body);
    let below = |&foot: &usize| {
        let next = (foot + 1..blocks.len()).find(|&i| blocks[i].kind != Kind::Blank)?;
        let rest = text(foot).strip_prefix(text(next))?.trim_start();
        let alone = matches!(blocks[next].kind, Kind::Paragraph | Kind::Heading);
        (alone && rest.starts_with(['|', ','])).then_some(next)
    };
    feet.iter().filter_map(below).collect()
}

/// So many texts at the start may be the title.
const TITLES: usize = 6;
/// A title has so many words at least.
const WORDS: usize = 3;
/// Behind its words the head of a page says no more, in bytes: the date.
const MORE: usize = 48;

/// Lines right below the numbers of pages that open with a line of the title: a report of two pages prints its head but
/// once.
pub(super) fn titles_below(source: &Source, blocks: &[Block], numbers: &[usize]) -> Vec<usize> {
    let text = |b: &&Block| matches!(b.kind, Kind::Paragraph | Kind::Heading);
    let own = |b: &Block| source.slice(b.body).to_lowercase();
    let short = |b: &&Block| text(b) && b.body.len() <= 120;
    let lines = blocks.iter().take(numbers.first().copied().unwrap_or(0));
    let lines = lines.filter(text).take(TITLES).filter(short).map(own);
    let titles: Vec<String> = lines
        .filter(|t| t.split_whitespace().count() >= WORDS)
        .collect();
    let opens = |line: &str| {
        let mut found = titles.iter().filter_map(|t| line.strip_prefix(t.as_str()));
        found.any(|rest| rest.len() <= MORE && !rest.starts_with(char::is_alphanumeric))
    };
    let below = |&number: &usize| {
        let next = (number + 1..blocks.len()).find(|&i| blocks[i].kind != Kind::Blank)?;
        let line = &blocks[next];
        let ends = source.slice(line.body).ends_with(['.', ':', ';', '?']);
        (short(&line) && !ends && opens(&own(line))).then_some(next)
    };
    numbers.iter().filter_map(below).collect()
}

/// A line that recurs so often and so many lines apart stands on each page, whatever marks the pages.
const FEET: usize = 3;
const PAGE: u32 = 20;

/// Within so many characters from the start stands the title, and words of it have so many.
const TOP: usize = 200;
const LONG: usize = 5;

/// Whether places are those of one line, word for word, each on a page of its own, that tells the meeting: with a year, or in
/// the words of the title: `Forum on Reeds - Some Town, 4 May 2015`, `Forum on Reeds and Ponds`.
pub(super) fn are_on_pages(source: &Source, blocks: &[Block], places: &[usize]) -> bool {
    let text = |i: usize| source.slice(blocks[i].body);
    let line = |i: usize| source.line_of(blocks[i].body.start);
    let first = text(places[0]);
    places.len() >= FEET
        && first.split(' ').count() > FEET
        // `Speaker: A. Novak` is told of many an item.
        && !first.contains(':')
        && places.iter().all(|&i| text(i) == first)
        // The last page may be short.
        && places.windows(2).take(places.len() - 2).all(|w| line(w[1]) - line(w[0]) >= PAGE)
        && (first.split(' ').any(is_year) || is_of_title(source, blocks[places[0]].body))
}

fn is_year(word: &str) -> bool {
    let digits = word.trim_matches(|c: char| !c.is_alphanumeric());
    let number = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    number && digits.starts_with(['1', '2'])
}

/// Whether all the long words of a line but one stand at the head of the text, too.
pub(super) fn is_of_title(source: &Source, line: Span) -> bool {
    let mut chars = source.text.char_indices();
    let end = chars.nth(TOP).map_or(source.text.len(), |(i, _)| i);
    let top = source.text[..end.min(line.start as usize)].to_lowercase();
    let line = source.slice(line);
    let plain = |w: &str| {
        w.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let words = || {
        let words = line.split(' ').map(plain);
        words.filter(|w| w.chars().count() >= LONG)
    };
    let known = words().filter(|w| top.contains(w.as_str())).count();
    known >= 2 && known + 1 >= words().count()
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    #[test]
    fn the_title_again_below_the_number_of_a_page_is_its_head() {
        let told = "The board met in the mill.\n\nIt saw the wheel.\n\nIt saw the roof.\n\nIt saw the reeds.\n\n";
        let text = format!(
            "Reed & Marsh Water Trust\n\nBOARD\n\n{told}                    Page 1 of 2\n\n\
             Reed & Marsh Water Trust \u{2013} Board, 4 May 2031\n\n{told}It rose at noon.\n\n                    Page 2 of 2\n"
        );
        let found = of_kind(&text, Kind::Furniture);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_bar_parts_the_title_from_the_number_of_its_page() {
        let told = |foot: &str| {
            let text = format!(
                "Forum on Water Mills\n\nThe group advised:\n\n{foot}\n\nReport: Water Mills\n\n- Oil the wheel.\n\nNobody was wet.\n"
            );
            of_kind(&text, Kind::Furniture).len()
        };
        assert_eq!(told("Report: Water Mills | page 1"), 2);
        assert_eq!(told("Report: Deep Ponds | page 1"), 0);
        let table =
            "Forum on Water Mills\n\nWhat\tWho\nOil it\tAna\n\nReport: Water Mills | page 2\n";
        assert_eq!(of_kind(table, Kind::Furniture).len(), 1);
    }

    #[test]
    fn a_line_that_tells_the_meeting_on_every_page_is_its_foot() {
        let page = "The board met in the mill.\n\n".repeat(12);
        let found = |title: &str, foot: &str| {
            let text = format!("{title}\n\n{}", format!("{page}{foot}\n\n").repeat(3));
            of_kind(&text, Kind::Furniture).len()
        };
        let title = "Report of the Third Forum on Water Mills";
        assert_eq!(found(title, "Forum on Mills, Oslo, 4 May 2031"), 3);
        assert_eq!(found(title, "Meeting on Water Mills"), 3);
        // A head that each part has.
        assert_eq!(found(title, "What the keepers decided"), 0);
    }
}
