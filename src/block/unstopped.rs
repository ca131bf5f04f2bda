//! Sections numbered without a stop: `4 Action items`, `08/24 Finance`. One such line may be a figure; lines that count up
//! through the text, passages between them, are headings.

use super::heading::{Style, ends_like_prose, in_capitals, is_open, part_number};
use super::series::{holds_passage, holds_text};
use super::{Block, Kind};
use crate::source::Source;
use crate::span::Span;
use foldhash::HashSet;

/// So many sections have a text at least.
const LEAST: usize = 3;
/// The words of a title.
const WORDS: usize = 14;
/// So many lines are tried as the first section, whatever a text has of them.
const FIRSTS: usize = 32;

/// A line that may title a section.
struct Line<'s> {
    at: usize,
    number: Number,
    /// Bytes of its number.
    digits: usize,
    words: &'s str,
}

/// What a section is numbered with.
#[derive(Clone, Copy)]
enum Number {
    /// `4`
    Plain(u32),
    /// `08/24`, `2024/8`: a count and what all the sections of a meeting share, in either order.
    Shared(u32, u32),
}

impl Number {
    fn read(printed: &str) -> Option<Number> {
        let number = |t: &str| {
            let digits = (1..=4).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| t.parse().ok())?
        };
        match printed.split_once('/') {
            Some((before, behind)) => Some(Number::Shared(number(before)?, number(behind)?)),
            None if printed.len() <= 2 => number(printed).map(Number::Plain),
            None => None,
        }
    }

    /// Whether a text's first section may have it: a meeting's count may go on from the meeting before.
    fn opens(self) -> bool {
        !matches!(self, Number::Plain(n) if n != 1)
    }

    /// Whether it is the next one; of those that share something one may be left out.
    fn follows(self, above: Number) -> bool {
        let next = |a: u32, b: u32| (a + 1..=a + 2).contains(&b);
        match (above, self) {
            (Number::Plain(a), Number::Plain(b)) => b == a + 1,
            (Number::Shared(a, x), Number::Shared(b, y)) => {
                x == y && next(a, b) || a == b && next(x, y)
            }
            _ => false,
        }
    }
}

/// Sets the marker of each such heading, and gives the indices of their blocks.
pub(super) fn mark(source: &Source, blocks: &mut [Block]) -> Vec<usize> {
    let lines: Vec<Line> = (0..blocks.len())
        .filter_map(|at| line(source, blocks, at))
        .collect();
    let starts = (0..lines.len()).filter(|&i| lines[i].number.opens());
    let starts = starts.take(FIRSTS);
    let rows = starts.map(|i| row(&lines, i));
    let best = rows
        .filter(|row| is_series(source, blocks, row))
        .max_by_key(Vec::len);
    let loud = |row: &Vec<&Line>| row.iter().all(|line| in_capitals(line.words));
    let capitals = best.as_ref().is_some_and(loud);
    let found: Vec<(usize, usize)> = best
        .iter()
        .flatten()
        .map(|line| (line.at, line.digits))
        .collect();
    for &(at, digits) in &found {
        if blocks[at].marker.is_none() {
            part_number(source, &mut blocks[at], digits);
        }
        blocks[at].style = Some(Style::Numbered { depth: 1, capitals });
    }
    found.into_iter().map(|(at, _)| at).collect()
}

fn line<'s>(source: &'s Source, blocks: &[Block], at: usize) -> Option<Line<'s>> {
    let block = &blocks[at];
    if block.style.is_some() {
        return None;
    }
    let text = match (block.kind, block.marker) {
        (Kind::Paragraph, _) => source.slice(block.body),
        // A wide gap behind the number made an item of it.
        (Kind::ListItem, Some(marker)) if !source.slice(marker).ends_with(['.', ')']) => {
            source.slice(Span::new(marker.start as usize, block.body.end as usize))
        }
        _ => return None,
    };
    let digit = |b: &u8| b.is_ascii_digit() || *b == b'/';
    let digits = text.bytes().take_while(digit).count();
    let rest = &text[digits..];
    let words = rest.trim_start_matches([' ', '\u{a0}', '\t']);
    if digits == 0 || words.len() == rest.len() {
        return None;
    }
    let number = Number::read(&text[..digits])?;
    let titled = words.starts_with(char::is_uppercase)
        && !text.contains('\n')
        && !text.contains("...")
        && words.split_whitespace().count() <= WORDS
        && !ends_like_prose(text);
    // A number of two parts says more than one.
    let below = matches!(number, Number::Shared(..)) || is_open(blocks, Some(at + 1));
    let alone = is_open(blocks, at.checked_sub(1)) && below;
    (titled && alone).then_some(Line {
        at,
        number,
        digits,
        words,
    })
}

/// The lines from one on that count up, others between them left out.
fn row<'l, 's>(lines: &'l [Line<'s>], from: usize) -> Vec<&'l Line<'s>> {
    let mut row = vec![&lines[from]];
    for line in &lines[from + 1..] {
        if line.number.follows(row[row.len() - 1].number) {
            row.push(line);
        }
    }
    row
}

/// Whether something stands between each two lines, between half of them a passage, and they begin with different words:
/// `1 March`, `2 March` do not.
fn is_series(source: &Source, blocks: &[Block], row: &[&Line]) -> bool {
    let next = |i: usize| row.get(i + 1).map_or(blocks.len(), |l| l.at);
    let told = (0..row.len()).filter(|&i| holds_passage(source, blocks, row[i].at, next(i)));
    let bare = (0..row.len()).any(|i| !holds_text(blocks, row[i].at, next(i)));
    let first = |l: &&Line| l.words.split_whitespace().next().unwrap_or("").to_string();
    let openings: HashSet<String> = row.iter().map(first).collect();
    row.len() >= LEAST && !bare && told.count() * 2 >= row.len() && openings.len() >= LEAST
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    fn headings(text: &str) -> Vec<String> {
        of_kind(text, Kind::Heading)
    }

    #[test]
    fn numbers_that_count_up_through_the_text_title_its_sections() {
        let passage = "The guests walked round the mill and asked what it had cost.";
        let text = format!(
            "1 Why we met\n\n{passage}\n\n2    Who came\n\n{passage}\n\n12 Wheels\n\n3  What was said\n\n{passage}\n"
        );
        assert_eq!(headings(&text), ["Why we met", "Who came", "What was said"]);
    }

    #[test]
    fn numbers_that_share_a_year_title_the_sections_of_minutes() {
        let passage = "The guests walked round the mill and asked what it had cost.";
        let text = format!(
            "061/08   Wheels\n   {passage}\n\n062/08   Who came\n\n{passage}\n\n1/2 Loaf\n\n064/08   Close\n   None.\n"
        );
        assert_eq!(headings(&text), ["Wheels", "Who came", "Close"]);
        let text = format!(
            "24/1 Wheels\n24/2 Money\n\n24/1 Wheels\n\n{passage}\n\n24/2 Money\n\n{passage}\n\n24/3 Close\n\n{passage}\n"
        );
        assert_eq!(headings(&text), ["Wheels", "Money", "Close"]);
    }

    #[test]
    fn days_and_cells_do_not() {
        let passage = "The guests walked round the mill and asked what it had cost.";
        let days =
            format!("1 March\n\n{passage}\n\n2 March\n\n{passage}\n\n3 March\n\n{passage}\n");
        assert!(headings(&days).iter().all(|h| h.contains("March")));
        assert!(headings("1 Wheel\n\n2 Oven\n\n3 Sieve\n\nAll of them are old.\n").is_empty());
    }
}
