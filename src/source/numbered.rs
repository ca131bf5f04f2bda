//! Transcripts whose lines are counted in the margin, each page from 1: the numbers are a column of their own.

use super::columns::{Columns, Cut};
use crate::span::Span;

/// A page counts no fewer lines.
const LEAST: u32 = 20;
/// A page has no more lines, blank ones included.
const PAGE: usize = 120;
/// The numbers end no further from the edge.
const EDGE: usize = 12;
/// One of the first pages counts as the others do.
const FIRST: usize = 4;
/// Blanks between a number and its line.
const GAP: &str = "  ";

/// A line and what its margin holds.
struct Row<'t> {
    text: &'t str,
    span: Span,
    /// The number, and the byte behind it.
    number: Option<(u32, usize)>,
}

/// A page: its first line, its rows, the byte at which its numbers end.
struct Page<'t> {
    first: usize,
    rows: Vec<Row<'t>>,
    edge: usize,
    last: u32,
}

/// The pages of a text as columns, given the start of each line; none where no two pages count alike.
pub(super) fn find(text: &str, lines: &[u32]) -> Vec<Columns> {
    let row = |i: usize| {
        let end = lines.get(i + 1).map_or(text.len() as u32, |&end| end);
        Row::new(&text[lines[i] as usize..end as usize], lines[i], end)
    };
    let mut pages: Vec<Page> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let page = page(at, (at..lines.len()).take(PAGE).map(row));
        at += page.as_ref().map_or(1, |p| p.rows.len().max(1));
        pages.extend(page);
    }
    let same = |p: &Page, q: &Page| p.last == q.last && p.edge == q.edge;
    let alike = |p: &&Page| pages.iter().filter(|q| same(p, q)).nth(1).is_some();
    let Some((last, edge)) = pages
        .iter()
        .take(FIRST)
        .find(alike)
        .map(|p| (p.last, p.edge))
    else {
        return Vec::new();
    };
    pages.retain(|p| p.last == last && p.edge == edge);
    if !are_lines(&pages) {
        return Vec::new();
    }
    pages.into_iter().map(Page::columns).collect()
}

impl<'t> Row<'t> {
    fn new(line: &'t str, start: u32, end: u32) -> Self {
        let text = line.trim_end();
        let inner = text.trim_start_matches(' ');
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let behind = text.len() - inner.len() + digits;
        let apart = inner[digits..].is_empty() || inner[digits..].starts_with(GAP);
        let counts = (1..=2).contains(&digits) && apart && behind <= EDGE;
        let number = counts.then(|| inner[..digits].parse().ok()).flatten();
        Row {
            text,
            span: Span { start, end },
            number: number.map(|n| (n, behind)),
        }
    }

    /// What stands behind the number.
    fn rest(&self, edge: usize) -> &'t str {
        self.text.get(edge..).unwrap_or_default().trim_start()
    }
}

/// The page that begins at a line with the number 1, if it counts on to its end.
fn page<'t>(first: usize, rows: impl Iterator<Item = Row<'t>>) -> Option<Page<'t>> {
    let (mut found, mut last, mut edge, mut end) = (Vec::new(), 0, 0, 0);
    for row in rows {
        match row.number {
            Some((n, behind)) if n == last + 1 && (last == 0 || behind == edge) => {
                (last, edge, end) = (n, behind, found.len() + 1);
            }
            _ if last == 0 => return None,
            // A line between two numbers keeps to its side.
            _ => {
                let inside = row.text.len() <= edge
                    || row.text.as_bytes()[..edge].iter().all(|b| *b == b' ');
                let blank = row.text.is_empty();
                if row.text.contains(['\t', '\x0c'])
                    || !blank && (!inside || row.text.len() <= edge)
                {
                    break;
                }
            }
        }
        found.push(row);
    }
    found.truncate(end);
    (last >= LEAST).then_some(Page {
        first,
        rows: found,
        edge,
        last,
    })
}

/// Whether numbers count lines and no items: many stand before nothing, or before words that go on in small letters.
fn are_lines(pages: &[Page]) -> bool {
    let numbered = |p: &Page| {
        let rows = p.rows.iter().filter(|r| r.number.is_some());
        let low = |r: &&Row| {
            let rest = r.rest(p.edge);
            rest.is_empty() || rest.starts_with(char::is_lowercase)
        };
        (rows.clone().count(), rows.filter(low).count())
    };
    let counts = pages.iter().map(numbered);
    let (all, low) = counts.fold((0, 0), |(all, low), (a, l)| (all + a, low + l));
    low * 4 >= all
}

impl Page<'_> {
    fn columns(self) -> Columns {
        let spaced = self.is_spaced();
        let cuts = (0..self.rows.len()).map(|i| self.cut(i, spaced));
        let cuts = cuts.collect();
        Columns::margin(self.first..self.first + self.rows.len(), cuts)
    }

    /// Whether a blank line stands between any two numbered ones and says nothing.
    fn is_spaced(&self) -> bool {
        let blank = self.rows.iter().filter(|r| r.text.is_empty()).count();
        let numbered = self.last as usize;
        let between = self.rows.len() - blank - numbered;
        let filled = self
            .rows
            .iter()
            .filter(|r| r.number.is_some() && !r.rest(self.edge).is_empty());
        between == 0 && blank + 2 >= numbered && filled.count() * 3 >= numbered * 2
    }

    /// Where the number of a line ends. A blank line is the text's, unless the lines are spaced out; a number alone right
    /// between two lines parts nothing.
    fn cut(&self, i: usize, spaced: bool) -> Cut {
        let row = &self.rows[i];
        let filled = |j: Option<usize>| {
            let row = j.and_then(|j| self.rows.get(j));
            row.is_some_and(|r| !r.rest(self.edge).is_empty())
        };
        let between = || row.number.is_some() && filled(i.checked_sub(1)) && filled(Some(i + 1));
        let at = match row.rest(self.edge).is_empty() {
            true if row.text.is_empty() && !spaced => row.span.start,
            true if row.text.is_empty() || between() => row.span.end,
            _ => row.span.start + self.edge as u32,
        };
        Cut {
            left: Span {
                start: row.span.start,
                end: at,
            },
            right: Span {
                start: at,
                end: row.span.end,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, blocks};
    use crate::source::Source;

    /// The texts of the blocks of a kind.
    fn of_kind(text: &str, kind: Kind) -> Vec<String> {
        let source = Source::from_text("t", text);
        let all = blocks(&source).into_iter().filter(|b| b.kind == kind);
        all.map(|b| source.slice(b.body).to_string()).collect()
    }

    /// A page of lines with their numbers, blank lines between.
    fn page(lines: &[&str]) -> String {
        let line = |(i, l): (usize, &&str)| {
            format!("{:>8}      {l}", i + 1).trim_end().to_string() + "\n\n"
        };
        let blank = [""; 21];
        lines
            .iter()
            .chain(&blank[lines.len().min(21)..])
            .enumerate()
            .map(line)
            .collect()
    }

    #[test]
    fn numbers_in_the_margin_are_furniture() {
        let long = [
            "The keepers of the",
            "ponds came together to",
            "speak of the reeds,",
            "the boats and the",
            "paths along the",
            "water, as they",
        ];
        let second = [
            "       MS. MODEL:  We have",
            "come to the end of",
            "the year.",
        ];
        let text = page(&long.repeat(3)) + "\n      2\n" + &page(&second);
        let source = Source::from_text("t", &text);
        let [_, right] = source.columns()[0].parts();
        let words: Vec<&str> = right
            .filter(|p| !p.is_empty())
            .map(|p| source.slice(p).trim())
            .collect();
        assert!(words.starts_with(&long[..2]), "{words:?}");
        assert!(!of_kind(&text, Kind::Furniture).is_empty());
        // The lines of a page go on across the blank ones.
        assert!(of_kind(&text, Kind::Paragraph).len() < 8);
    }

    #[test]
    fn numbers_of_a_list_stay() {
        let people = ["Ann Model", "Bo Probe", "Cy Sample"].repeat(7);
        let text = page(&people) + "\n" + &page(&people);
        assert!(of_kind(&text, Kind::Furniture).is_empty());
    }
}
