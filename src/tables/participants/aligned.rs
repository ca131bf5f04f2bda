//! Tables that a text file sets with blanks: the columns are the places at which most lines begin again.

use super::Participant;
use super::columns::{Role, promised};
use super::grid;
use super::group::Group;
use super::lines::Line;
use super::name::{is_country, name_at};
use super::piece::{Class, class};
use super::signs::is_prose;
use crate::block::Style;
use crate::flow::{Flow, is_unseen};
use crate::lexicon::Lexicon;
use crate::outline::{Grid, Outline, Row};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Blanks that part two columns.
const WIDE: usize = 2;
/// The most lines of a table that are looked at.
const LONGEST: usize = 400;
/// So many numbers are a column of them.
const LEAST_COUNTED: usize = 3;
/// Blanks before a line that stands below a column behind the first.
const DEEP: usize = 8;
/// A name column begins no further from the edge.
const COLUMNS: usize = 12;

/// Reads the table at the start of `lines`, and tells how many lines it took.
pub(super) fn read(
    outline: &Outline,
    lines: &[Line],
    group: &Group,
    lexicon: &Lexicon,
) -> Option<(Vec<Participant>, usize)> {
    let raw: Vec<Raw> = lines
        .iter()
        .take(LONGEST)
        .take_while(|l| l.columns.len() > 2 || !is_prose(l.text()))
        .map(|l| Raw::new(&outline.source.text, l.raw, l.gap))
        .collect();
    let raw = &raw[..whole(&raw, lines)];
    let (starts, mut end) = columns(raw)?;
    // A person behind the lines of a table is one of theirs, so that they are none.
    let cut = raw[end..].iter().any(|l| l.runs.len() > 1);
    let person = |l: &Line| name_at(l.text(), lexicon).is_some_and(|n| n.score > 1);
    if cut && lines.get(end).is_some_and(person) {
        return None;
    }
    while end < raw.len() && (!lines[end].gap || lines[end - 1].gap) && raw[end].goes_on(&starts) {
        end += 1;
    }
    let spread = is_spread(&lines[..end], lexicon);
    // Where blank lines stand between all lines they part no rows.
    let gaps = lines[..end].iter().skip(1).filter(|l| l.gap).count();
    let doubled = end > 3 && gaps * 10 >= (end - 1) * 9;
    let counted = is_counted(&raw[..end]);
    let mut rows: Vec<Row> = Vec::new();
    // Below `Address` each line is one, whatever it says.
    let heads = |c: &Flow| promised(c.as_str(), lexicon) == Some(Role::Address);
    let mut addresses: Vec<bool> = Vec::new();
    for (line, raw) in lines.iter().zip(&raw[..end]) {
        let line = &Line {
            gap: line.gap && !doubled,
            ..line.clone()
        };
        let cells: Vec<Flow> = raw
            .cells(&starts, rows.is_empty())
            .into_iter()
            .map(|span| outline.layout.clean(span))
            .collect();
        match rows.last_mut() {
            Some(above)
                if spread && !line.gap
                    || goes_on(&cells, line)
                    || counted && !line.gap && cells.first().is_some_and(Flow::is_empty)
                    || below(above, &cells, line, lexicon) =>
            {
                for (column, (cell, more)) in above.cells.iter_mut().zip(&cells).enumerate() {
                    let address = addresses.get(column) == Some(&true);
                    let post = || counted && class(more.as_str(), lexicon) == Class::Job;
                    let apart =
                        address || is_address(cell.as_str(), more.as_str(), lexicon) || post();
                    match column > 0 && apart {
                        true => cell.join_line(more),
                        false => cell.join(more),
                    }
                }
            }
            above => {
                if above.is_none() {
                    addresses = cells.iter().map(heads).collect();
                }
                rows.push(Row {
                    cells,
                    block: line.block,
                });
            }
        }
    }
    // The head of the table, printed again on each page.
    let words =
        |r: &Row| -> Vec<String> { r.cells.iter().map(|c| c.as_str().to_lowercase()).collect() };
    let head = rows.first().map(words);
    let mut first = true;
    rows.retain(|r| std::mem::take(&mut first) || r.filled() < 2 || Some(words(r)) != head);
    if beside(&rows, lexicon) {
        return None;
    }
    let grid = Grid {
        header: None,
        rows,
        repeated: Vec::new(),
        width: starts.len(),
    };
    let rows = grid::read(&grid, group, true, lexicon);
    (rows.len() >= 2).then_some((rows, end))
}

/// Whether a line of a cell is one of an address: a street, a postal code, a country, and no sentence runs into it.
fn is_address(above: &str, text: &str, lexicon: &Lexicon) -> bool {
    let place = match class(text, lexicon) {
        Class::Noise | Class::Country | Class::Place | Class::Phone => true,
        Class::City | Class::Unknown => text.contains(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    place && !above.ends_with([',', '-', '&'])
}

/// Whether the columns are lists of people side by side.
fn beside(rows: &[Row], lexicon: &Lexicon) -> bool {
    // `Reed Cooperative`, `Someplace, India`: capitals alone make no person.
    let other = |text: &str, end: usize| {
        let town = |(first, last): (&str, &str)| !first.contains(' ') && is_country(last);
        match class(text, lexicon) {
            Class::Place | Class::Country => true,
            Class::Organisation | Class::Unit => end == text.len(),
            _ => text.split_once(", ").is_some_and(town),
        }
    };
    let person = |c: &Flow| {
        let name = name_at(c.as_str(), lexicon);
        name.is_some_and(|n| n.score > 2 || n.score > 0 && !other(c.as_str(), n.end))
    };
    let all = |r: &&Row| {
        let mut cells = r.cells.iter().filter(|c| !c.is_empty());
        r.filled() > 1 && cells.all(person)
    };
    rows.iter().filter(all).count() * 2 > rows.len()
}

/// Whether blank lines part the rows: the lines right below others seldom begin with a person.
fn is_spread(lines: &[Line], lexicon: &Lexicon) -> bool {
    let gaps = lines.iter().skip(1).filter(|l| l.gap).count();
    let (mut below, mut people) = (0, 0);
    for line in lines.iter().skip(1).filter(|l| !l.gap) {
        let first = line.columns.first().unwrap_or(&line.flow);
        below += 1;
        people += usize::from(name_at(first.as_str(), lexicon).is_some_and(|n| n.score > 1));
    }
    gaps >= 2 && below > 0 && people * 3 < below
}

/// Whether a column of numbers counts the rows from 1 on, so that a line without one goes on with the row above.
fn is_counted(raw: &[Raw]) -> bool {
    let number = |r: &Raw| {
        let (first, _) = r.text.trim_start().split_once(' ')?;
        let digits = first.trim_end_matches(['.', ')']);
        digits.parse::<usize>().ok()
    };
    let numbers = || raw.iter().filter_map(number);
    numbers().count() >= LEAST_COUNTED && numbers().eq(1..=numbers().count())
}

/// Whether a line only goes on with the cells above it: nothing stands in its first columns.
fn goes_on(cells: &[Flow], line: &Line) -> bool {
    let first = cells.iter().position(|c| !c.is_empty());
    !line.gap && first.is_some_and(|c| c > 0 && (c > 1 || cells.len() < 3))
}

/// Whether a line goes on below a person: nothing but a remark stands below the name.
fn below(above: &Row, cells: &[Flow], line: &Line, lexicon: &Lexicon) -> bool {
    let person = |c: &Flow| name_at(c.as_str(), lexicon).is_some_and(|n| n.score > 0);
    let first = cells.first().map_or("", |c| c.as_str());
    let more = cells.iter().skip(1).any(|c| !c.is_empty());
    let other = cells
        .get(1)
        .is_some_and(|c| name_at(c.as_str(), lexicon).is_some_and(|n| n.score > 2));
    !line.gap
        && more
        && !other
        && (first.is_empty() || first.starts_with('('))
        && above.cells.first().is_some_and(person)
}

/// A line as it is set.
struct Raw<'s> {
    text: &'s str,
    span: Span,
    /// Where a run of text begins behind blanks: the place in characters, and the byte.
    runs: Vec<(usize, usize)>,
    /// Whether the line is of one column and stands behind a blank one.
    parts: bool,
}

/// The characters that take room.
fn seen(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| !is_unseen(*c))
}

impl<'s> Raw<'s> {
    fn new(source: &'s str, span: Span, gap: bool) -> Raw<'s> {
        let text = source[span.range()].trim_end();
        let mut runs = Vec::new();
        let mut blanks = WIDE;
        for (place, (at, c)) in seen(text).enumerate() {
            if c.is_whitespace() {
                blanks += 1;
                continue;
            }
            let bullet = runs.is_empty() && text[at..].starts_with("-  ");
            if blanks >= WIDE && !bullet {
                runs.push((place, at));
            }
            blanks = 0;
        }
        let parts = gap && runs.len() == 1;
        Raw {
            text,
            span,
            runs,
            parts,
        }
    }

    /// Whether the line stands under one of the columns behind the first.
    fn goes_on(&self, starts: &[usize]) -> bool {
        let first = self.runs.first().map_or(0, |(place, _)| *place);
        starts.iter().skip(1).any(|s| s.abs_diff(first) <= 1)
    }

    /// The place behind the last character of a run.
    fn end_of(&self, run: usize) -> usize {
        let (place, at) = self.runs[run];
        let next = self.runs.get(run + 1).map_or(self.text.len(), |r| r.1);
        place + seen(self.text[at..next].trim_end()).count()
    }

    /// The spans between columns; a text that runs over the place of a column is not cut there, but for a head that
    /// begins before the column that it stands over.
    fn cells(&self, starts: &[usize], head: bool) -> Vec<Span> {
        let mut cells: Vec<Range<usize>> = vec![0..0; starts.len()];
        let bytes: Vec<usize> = seen(self.text).map(|(i, _)| i).collect();
        let mut open: Option<usize> = None;
        for (column, &start) in starts.iter().enumerate() {
            let before = column.checked_sub(1).map_or(0, |c| starts[c] + 1);
            let over = |run: usize| {
                head && column > 0 && self.runs[run].0 > before && self.end_of(run) > start
            };
            let near = self.runs.iter().enumerate().find(|(run, (place, _))| {
                let next = starts.get(column + 1).copied().unwrap_or(usize::MAX);
                (*place + 1 >= start || over(*run)) && *place < next.saturating_sub(1)
            });
            let near = near.map(|(_, run)| run);
            let cut = bytes.get(start).copied().filter(|&b| {
                let before = self.text[..b].chars().next_back();
                let here = self.text[b..].chars().next();
                before.is_none_or(char::is_whitespace) && here.is_some_and(|c| !c.is_whitespace())
            });
            let Some(at) = cut.or(near.map(|(_, at)| *at)) else {
                continue;
            };
            if let Some(open) = open {
                cells[open].end = at;
            }
            cells[column] = at..self.text.len();
            open = Some(column);
        }
        let span = |r: Range<usize>| {
            let inner = &self.text[r.clone()];
            let from = self.span.start as usize + r.start + inner.len() - inner.trim_start().len();
            Span::new(from, from + inner.trim().len())
        };
        cells.into_iter().map(span).collect()
    }
}

/// So many lines of several columns make a table that may end before others like them.
const ROWS: usize = 3;

/// How many lines there are before what is no part of the table: the head of another section, or columns elsewhere behind
/// a blank line.
fn whole(raw: &[Raw], lines: &[Line]) -> usize {
    let mut places: BTreeSet<usize> = BTreeSet::new();
    let mut rows = 0;
    for (i, (own, line)) in raw.iter().zip(lines).enumerate() {
        let titled = matches!(
            line.style,
            Some(Style::Hash(_) | Style::Numbered { .. } | Style::Ordered { .. })
        );
        let same = |place: usize| {
            places
                .range(place.saturating_sub(1)..=place + 1)
                .next()
                .is_some()
        };
        let elsewhere = own.runs.len() > 1 && !own.runs[1..].iter().any(|(p, _)| same(*p));
        if rows >= ROWS && line.gap && (titled || elsewhere) {
            // What stands alone above is its title.
            let title = lines[i - 1].gap && raw[i - 1].runs.len() <= 2;
            return if title && !titled { i - 1 } else { i };
        }
        rows += usize::from(own.runs.len() > 2);
        places.extend(own.runs.iter().map(|(place, _)| *place));
    }
    raw.len()
}

/// The places at which columns begin, and how many lines the table has.
fn columns(lines: &[Raw]) -> Option<(Vec<usize>, usize)> {
    let wide = |l: &&Raw| l.runs.len() > 1;
    // `                27572 Town`: a line of one column that stands below another.
    let deep = |l: &&Raw| l.runs.len() == 1 && l.runs[0].0 >= DEEP;
    let dense = |end: usize| {
        let all = lines[..end].iter().filter(wide).count();
        let below = lines[..end].iter().filter(deep).count();
        all >= 3 && (all + below) * 3 >= end * 2
    };
    let mut end = lines.iter().rposition(|l| wide(&l))? + 1;
    if !dense(end) {
        // Another table, or the foot of a page, may stand further down.
        end = lines.iter().position(|l| l.parts)?;
        if !lines[..end].iter().all(|l| wide(&l) || deep(&l)) || !dense(end) {
            return None;
        }
    }
    let all = lines[..end].iter().filter(wide).count();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (place, _) in lines[..end].iter().flat_map(|l| &l.runs) {
        *counts.entry(*place).or_default() += 1;
    }
    // Some rows may leave a column empty over which a head stands.
    let heads = &lines[0];
    let headed = |place: usize| {
        let over = |i: &usize| heads.runs[*i].0 <= place && heads.end_of(*i) > place;
        (1..heads.runs.len()).any(|i| over(&i))
    };
    let starts: Vec<usize> = counts
        .into_iter()
        .filter(|(place, count)| {
            count * 2 > all || *count > 1 && count * 4 >= all && headed(*place)
        })
        .map(|(place, _)| place)
        .collect();
    let lead = lines[..end]
        .iter()
        .filter_map(|l| l.runs.first())
        .all(|(place, _)| starts.first().is_some_and(|s| place + 1 >= *s));
    (lead && (2..=COLUMNS).contains(&starts.len())).then_some((starts, end))
}

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn tables_further_down_are_none_of_it() {
        expect(
            "4   PARTICIPANTS\n\n     Last name    First name      Organisation\n\n1    Model        Ada             Pond Office\n2    Probe        Ansel           Reed Trust\n3    Test         Ilka            Mud School\n4    Trial        Oswin           Pond Office\n\n\n5   WHAT A POND COSTS\n\nBucket, large                450\nWatch                        900\nSign                       3 200\n",
            &[
                "Ada Model number=1 last_name=Model organisation=Pond Office",
                "Ansel Probe number=2 last_name=Probe organisation=Reed Trust",
                "Ilka Test number=3 last_name=Test organisation=Mud School",
                "Oswin Trial number=4 last_name=Trial organisation=Pond Office",
            ],
        );
    }
}
