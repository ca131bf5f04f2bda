//! Columns of print that stand side by side in the lines of a text: where the left one ends on each line.
//!
//! Only running text is taken apart: lines that go on in small letters on both sides of one gutter. Tables set with blanks
//! keep their lines, for what stands beside each other in them belongs together.

use crate::span::Span;
use std::ops::Range;

/// Blanks that part the columns on every line.
const GUTTER: usize = 2;
/// No column is narrower, in characters.
const NARROWEST: usize = 22;
/// So many lines have text in both columns.
const FEWEST: usize = 5;
/// No page has more lines.
const PAGE: usize = 200;
/// So many lines tell where the right column begins.
const SAMPLE: usize = 12;
/// More blank lines than these end the columns.
const BLANKS: usize = 2;

/// Two columns side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The lines, from 0.
    pub lines: Range<usize>,
    rows: Vec<Cut>,
    /// Whether the left one holds nothing but the numbers of lines.
    margin: bool,
}

/// A line and its parts; a blank one belongs to both columns, the end of a line to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub left: Span,
    pub right: Span,
}

impl Columns {
    /// The numbers of lines beside these.
    pub(super) fn margin(lines: Range<usize>, rows: Vec<Cut>) -> Columns {
        Columns {
            lines,
            rows,
            margin: true,
        }
    }

    /// Whether a place lies among the numbers of lines.
    pub fn is_margin(all: &[Columns], offset: u32) -> bool {
        let columns = Columns::at(all, offset).filter(|c| c.margin);
        columns.is_some_and(|c| {
            let row = c.rows.partition_point(|r| r.right.end <= offset);
            c.rows.get(row).is_some_and(|r| offset < r.left.end)
        })
    }

    /// The parts of the lines in the left column, then those in the right one.
    pub fn parts(&self) -> [impl Iterator<Item = Span>; 2] {
        [true, false].map(|left| self.rows.iter().map(move |row| row.part(left)))
    }

    /// Where the first line starts.
    fn start(&self) -> u32 {
        self.rows.first().map_or(0, |r| r.left.start)
    }

    /// Where the last line ends.
    fn end(&self) -> u32 {
        self.rows.last().map_or(0, |r| r.right.end)
    }

    /// The columns, if any, in which a place lies.
    pub fn at(all: &[Columns], offset: u32) -> Option<&Columns> {
        let next = all.partition_point(|c| c.end() <= offset);
        all.get(next).filter(|c| c.start() <= offset)
    }

    /// Where the part of a line begins in which a place lies.
    pub(super) fn line_start(&self, offset: u32) -> u32 {
        let row = self.rows.partition_point(|r| r.right.end <= offset);
        let part = self.rows.get(row).map(|r| r.part(offset < r.left.end));
        part.map_or(offset, |part| part.start)
    }

    /// The parts of a span that lie in the column in which it begins.
    pub fn within(&self, span: Span) -> Vec<Span> {
        let first = self.rows.partition_point(|r| r.right.end <= span.start);
        let rows = self.rows.get(first..).unwrap_or(&[]);
        let left = rows.first().is_some_and(|r| span.start < r.left.end);
        let parts = rows.iter().take_while(|r| r.left.start < span.end);
        parts
            .map(|r| r.part(left))
            .map(|p| Span {
                start: p.start.max(span.start),
                end: p.end.min(span.end),
            })
            .filter(|p| p.start < p.end)
            .collect()
    }
}

impl Cut {
    fn part(&self, left: bool) -> Span {
        if left { self.left } else { self.right }
    }
}

/// The columns of a text, given the start of each line.
pub(super) fn find(text: &str, lines: &[u32]) -> Vec<Columns> {
    if memchr::memmem::find(text.as_bytes(), b"   ").is_none() {
        return Vec::new();
    }
    let row = |i: usize| {
        let end = lines.get(i + 1).map_or(text.len() as u32, |&end| end);
        Row::new(&text[lines[i] as usize..end as usize], lines[i], end)
    };
    let mut found = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        if row(i).starts().next().is_none() {
            i += 1;
            continue;
        }
        let ahead = i..lines.len();
        let gutter = commonest(ahead.clone().take(SAMPLE).map(row));
        let rows = gutter.map_or(Vec::new(), |at| region(ahead.take(PAGE).map(row), at));
        let lines = i..i + rows.len();
        i = lines.end.max(i + 1);
        if runs_on(&rows) {
            let rows = rows.iter().map(|(row, cut)| row.at(*cut)).collect();
            found.push(Columns {
                lines,
                rows,
                margin: false,
            });
        }
    }
    found
}

/// A line.
struct Row<'t> {
    text: &'t str,
    start: u32,
    end: u32,
}

impl<'t> Row<'t> {
    fn new(line: &'t str, start: u32, end: u32) -> Self {
        // A page ends inside: nothing goes on across it.
        let text = match memchr::memchr(0x0c, line.as_bytes()) {
            Some(_) => line,
            None => line.trim_end(),
        };
        Row { text, start, end }
    }

    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The characters at which text begins behind a gutter or far from the edge.
    fn starts(&self) -> impl Iterator<Item = usize> {
        let mut blanks = 0;
        self.text.chars().enumerate().filter_map(move |(at, c)| {
            if c == ' ' {
                blanks += 1;
                return None;
            }
            let behind = std::mem::take(&mut blanks);
            (behind >= GUTTER && at >= NARROWEST).then_some(at)
        })
    }

    /// The byte at which a cut at this character falls; `None` where text stands across it.
    fn cut(&self, at: usize) -> Option<usize> {
        if self.text.contains(['\t', '|', '\x0c']) {
            return None;
        }
        let mut chars = self.text.char_indices().skip(at.saturating_sub(GUTTER));
        for _ in 0..GUTTER {
            match chars.next() {
                None => return Some(self.text.len()),
                Some((_, ' ')) => {}
                Some(_) => return None,
            }
        }
        Some(chars.next().map_or(self.text.len(), |(byte, _)| byte))
    }

    /// The parts of the line, cut at a byte of its text.
    fn at(&self, cut: usize) -> Cut {
        let span = |start, end| Span { start, end };
        let whole = span(self.start, self.end);
        if self.is_blank() {
            return Cut {
                left: whole,
                right: whole,
            };
        }
        let cut = self.start + cut as u32;
        Cut {
            left: span(self.start, cut),
            right: span(cut, self.end),
        }
    }
}

/// The character at which most lines have text behind a gutter.
fn commonest<'t>(rows: impl Iterator<Item = Row<'t>>) -> Option<usize> {
    let mut starts: Vec<usize> = rows.flat_map(|r| r.starts().collect::<Vec<_>>()).collect();
    starts.sort_unstable();
    let runs = starts.chunk_by(|a, b| a == b);
    let most = runs.max_by_key(|run| (run.len(), std::cmp::Reverse(run[0])))?;
    (most.len() >= 3).then_some(most[0])
}

/// Where each line from the first on is cut: up to one that has text across the gutter, and no further than what goes on
/// below the last text of the right column.
fn region<'t>(rows: impl Iterator<Item = Row<'t>>, gutter: usize) -> Vec<(Row<'t>, usize)> {
    let mut found: Vec<(Row, usize)> = Vec::new();
    // How many of them belong to the columns.
    let mut end = 0;
    let mut blanks = 0;
    for row in rows {
        let Some(cut) = row.cut(gutter) else {
            break;
        };
        blanks = if row.is_blank() { blanks + 1 } else { 0 };
        if blanks > BLANKS {
            break;
        }
        let goes_on = end == found.len() && !row.is_blank() && end > 0;
        if cut < row.text.len() || goes_on {
            end = found.len() + 1;
        }
        found.push((row, cut));
    }
    if end > 0 {
        end += below(&found[end..], gutter);
    }
    found.truncate(end);
    found
}

/// How many lines below the end of the right column belong to the left one: to the last paragraph that is wrapped there.
fn below(rows: &[(Row, usize)], gutter: usize) -> usize {
    let low = |row: &Row| row.text.trim_start().starts_with(char::is_lowercase);
    let wrapped = rows
        .windows(2)
        .rposition(|w| low(&w[1].0) && w[0].0.text.len() * 3 >= gutter * 2);
    let Some(at) = wrapped else {
        return 0;
    };
    let rest = rows[at..].iter().take_while(|(row, _)| !row.is_blank());
    at + rest.count()
}

/// Whether running text stands on both sides of the cuts.
fn runs_on(rows: &[(Row, usize)]) -> bool {
    let mut sides = [Side::default(), Side::default()];
    let (mut both, mut begun) = (0, 0);
    for (row, cut) in rows {
        let halves = [row.text[..*cut].trim(), row.text[*cut..].trim()];
        for (side, half) in sides.iter_mut().zip(halves) {
            side.see(half);
        }
        if halves.iter().all(|h| !h.is_empty()) {
            both += 1;
            begun += usize::from(halves.iter().all(|h| begins(h)));
        }
    }
    // Rows of a table begin in both columns on one line; sentences of two columns do by chance only.
    let breaks = sides.iter().map(|s| s.breaks);
    let told = breaks.clone().min() > Some(0) && breaks.sum::<usize>() >= 4 && begun * 3 <= both;
    let table = begun >= 2 && begun * 8 > both && !told;
    both >= FEWEST && !table && sides.iter().all(Side::runs_on)
}

/// `the host region. Experience with`: a sentence ends inside the line.
fn ends_inside(half: &str) -> bool {
    half.match_indices(". ").any(|(at, _)| {
        let word = half[..at].rsplit(' ').next().unwrap_or("");
        // `Prof. Lind` goes on.
        let least = if word.starts_with(char::is_lowercase) {
            3
        } else {
            5
        };
        let whole = word.len() >= least && word.ends_with(char::is_lowercase);
        whole && half[at + 2..].starts_with(char::is_uppercase)
    })
}

/// Whether a line begins with a capital, as a sentence or a cell does.
fn begins(half: &str) -> bool {
    half.starts_with(char::is_uppercase)
}

/// What one column looks like.
#[derive(Default)]
struct Side {
    lines: usize,
    low: usize,
    chars: usize,
    other: usize,
    /// Lines inside which a sentence ends and another begins.
    breaks: usize,
}

impl Side {
    fn see(&mut self, half: &str) {
        let Some(first) = half.chars().next() else {
            return;
        };
        self.lines += 1;
        self.chars += half.chars().count();
        self.low += usize::from(first.is_lowercase());
        self.breaks += usize::from(ends_inside(half));
        self.other += usize::from(first.is_ascii_digit() || half.ends_with(':'));
    }

    /// Whether most lines go on in small letters and are as long as lines of text.
    fn runs_on(&self) -> bool {
        self.low * 2 >= self.lines
            && self.chars >= self.lines * NARROWEST
            && self.other * 4 <= self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::Source;

    /// The left and the right column of each region, lines joined by a bar.
    fn told(text: &str) -> Vec<[String; 2]> {
        let source = Source::from_text("t", text);
        let column = |parts: &mut dyn Iterator<Item = super::Span>| {
            let texts: Vec<&str> = parts.map(|p| source.slice(p).trim()).collect();
            texts.join("|")
        };
        let both = source.columns().iter().map(|c| {
            let [mut left, mut right] = c.parts();
            [column(&mut left), column(&mut right)]
        });
        both.collect()
    }

    const PROSE: &str = "\
A line across the whole page tells what the two columns are about, and no more.
The dredging of the harbour has     and the fishing fleet asked for a
been put off for another year,      second survey. The port office is
because the barges that were to     to publish what it has found by
come from the north are still       the end of the month, and to hold
being mended in the yard.           a hearing on it.
";

    #[test]
    fn running_text_is_cut_at_the_gutter() {
        let found = told(PROSE);
        assert_eq!(found.len(), 1);
        assert!(found[0][0].starts_with("The dredging of the harbour has|been put off"));
        assert!(found[0][0].ends_with("being mended in the yard."));
        assert!(found[0][1].starts_with("and the fishing fleet asked for a|second"));
        assert!(found[0][1].ends_with("|a hearing on it."));
    }

    #[test]
    fn sentences_that_end_inside_the_lines_are_no_rows() {
        let prose = "\
Short films from both of the ports  Many of those who came had seen
showed how the nets are mended.     the yard before. Questions from the
The harbour is home to many of the  Floor were many, and the terms that
boats that can only be reached by   they used for the nets differ from
oar. The talk of the nets drew on   one port to the next. Some of the
old songs. Some of them are sung    boats are still at sea.
";
        assert_eq!(told(prose).len(), 1);
    }

    #[test]
    fn rows_of_a_table_stay_whole() {
        let table = "\
Ana Brook of the harbour            Director of the office for the
                                    fishing fleet
Ben Dale, who came for the          Clerk of the council and keeper
whole of the day                    of its books
Cy Marsh                            Head of the yard
";
        assert!(told(table).is_empty());
        assert!(told("09:30     Opening of the day by the head       Hall 1\n").is_empty());
    }

    #[test]
    fn a_span_keeps_to_the_column_in_which_it_begins() {
        let source = Source::from_text("t", PROSE);
        let columns = &source.columns()[0];
        let start = PROSE.find("been put").expect("there") as u32;
        let end = PROSE.find("come from").expect("there") as u32;
        let parts = columns.within(super::Span { start, end });
        let texts: Vec<&str> = parts.iter().map(|p| source.slice(*p).trim()).collect();
        assert_eq!(
            texts,
            [
                "been put off for another year,",
                "because the barges that were to"
            ]
        );
    }
}
