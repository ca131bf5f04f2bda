//! Table rows into tables: one grid where pages split it, the header told from the rows by what they hold.

use super::Outline;
use crate::block::{Kind, starts_like_time};
use crate::flow::Flow;
use crate::limits::CELLS;

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Grid<'s> {
    /// The header's cells, where there is one.
    pub header: Option<Row<'s>>,
    /// The rows below it.
    pub rows: Vec<Row<'s>>,
    /// The blocks of headers that a later page prints again, and of rules.
    pub repeated: Vec<usize>,
    /// The greatest number of cells in a row.
    pub width: usize,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row<'s> {
    /// The cells, empty ones included.
    pub cells: Vec<Flow<'s>>,
    /// The block it comes from.
    pub block: usize,
}

impl<'s> Row<'s> {
    /// A cell's text; empty where the row has no such cell.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |c| c.as_str())
    }

    /// Cells up to the last that is not empty.
    pub fn filled(&self) -> usize {
        self.cells
            .iter()
            .rposition(|c| !c.is_empty())
            .map_or(0, |i| i + 1)
    }

    fn says_the_same(&self, other: &Row) -> bool {
        fn cells<'r>(row: &'r Row) -> impl Iterator<Item = &'r str> {
            row.cells.iter().map(Flow::as_str).filter(|c| !c.is_empty())
        }
        let same = |a: &str, b: &str| match a.is_ascii() && b.is_ascii() {
            true => a.eq_ignore_ascii_case(b),
            false => a.to_lowercase() == b.to_lowercase(),
        };
        let (mut own, mut others) = (cells(self), cells(other));
        loop {
            match (own.next(), others.next()) {
                (Some(a), Some(b)) if same(a, b) => {}
                (None, None) => return true,
                _ => return false,
            }
        }
    }
}

impl<'s> Grid<'s> {
    /// The text of the header over a column.
    pub fn head(&self, column: usize) -> &str {
        self.header.as_ref().map_or("", |h| h.text(column))
    }

    /// Every cell, row by row, those of the header first.
    pub fn cells(&self) -> impl Iterator<Item = &Flow<'s>> {
        let rows = self.header.iter().chain(&self.rows);
        rows.flat_map(|r| &r.cells)
    }
}

/// Reads the table that starts at block `first`; also the index of the block behind it.
pub(super) fn read<'s>(outline: &Outline<'s>, first: usize) -> (Grid<'s>, usize) {
    let mut grid = Grid::default();
    let mut at = first;
    let mut end = first;
    let mut torn = false;
    while let Some(block) = outline.blocks.get(at) {
        match block.kind {
            Kind::Blank | Kind::Furniture => torn = true,
            Kind::TableRow if block.delimiter => {
                grid.repeated.push(at);
                if grid.header.is_none() && grid.rows.len() == 1 {
                    grid.header = grid.rows.pop();
                }
                end = at + 1;
            }
            Kind::TableRow => {
                let mut row = row(outline, at);
                let above = grid.rows.first().or(grid.header.as_ref());
                let short = above.is_some_and(|a| row.cells.len() < a.cells.len());
                if short && opens_empty(outline, first, at) {
                    row.cells.insert(0, Flow::default());
                }
                if torn && !goes_on(&grid, &row) {
                    break;
                }
                torn = false;
                if is_repeated(&grid, &row) {
                    grid.repeated.push(at);
                } else {
                    grid.rows.push(row);
                }
                end = at + 1;
            }
            _ => break,
        }
        at += 1;
    }
    join_torn_cells(&mut grid);
    settle_header(&mut grid);
    let rows = grid.rows.iter().chain(&grid.header);
    grid.width = rows.map(|r| r.filled()).max().unwrap_or(0);
    (grid, end.max(first + 1))
}

/// Joins rows of which the layout broke one cell over two lines: what stands before the break and behind it has one cell
/// more than the rows of the table, and the second half goes on in small letters.
fn join_torn_cells(grid: &mut Grid) {
    let width = usual_width(grid);
    if width < 3 || grid.rows.iter().all(|r| r.cells.len() == width) {
        return;
    }
    let mut rows: Vec<Row> = Vec::with_capacity(grid.rows.len());
    for row in grid.rows.drain(..) {
        let goes_on = |above: &&mut Row| {
            let torn = above.cells.len() < width && row.cells.len() < width;
            let small = |c: &Flow| c.as_str().starts_with(char::is_lowercase);
            torn && above.cells.len() + row.cells.len() == width + 1
                && row.block == above.block + 1
                && row.cells.first().is_some_and(small)
                && above.cells.last().is_some_and(|c| !c.is_empty())
        };
        let Some(above) = rows.last_mut().filter(goes_on) else {
            rows.push(row);
            continue;
        };
        let mut cells = row.cells.into_iter();
        if let (Some(torn), Some(rest)) = (above.cells.last_mut(), cells.next()) {
            torn.join(&rest);
        }
        above.cells.extend(cells);
        above.block = row.block;
    }
    grid.rows = rows;
}

/// How many cells most rows of a table have.
fn usual_width(grid: &Grid) -> usize {
    let rows = || grid.header.iter().chain(&grid.rows);
    let mut counts = [0_usize; CELLS + 1];
    for row in rows() {
        counts[row.cells.len().min(CELLS)] += 1;
    }
    let most = counts.iter().enumerate().max_by_key(|(_, n)| **n);
    most.map_or(0, |(width, _)| width)
}

/// Whether the pipe that a row begins with stands behind an empty cell: the table's first row begins without one.
fn opens_empty(outline: &Outline, first: usize, at: usize) -> bool {
    let line = |i: usize| outline.source.slice(outline.blocks[i].span);
    let framed = |i: usize| line(i).trim_start().starts_with('|');
    framed(at) && !framed(first) && !line(at).contains('\t')
}

fn row<'s>(outline: &Outline<'s>, block: usize) -> Row<'s> {
    let cells = &outline.blocks[block].cells;
    Row {
        cells: cells
            .iter()
            .take(CELLS)
            .map(|&c| outline.layout.clean(c))
            // A column of colons only parts its neighbours.
            .map(|c| {
                if c.as_str() == ":" {
                    Flow::default()
                } else {
                    c
                }
            })
            .collect(),
        block,
    }
}

/// Whether the table goes on with this row behind a gap: its header again, or rows of the same width.
fn goes_on(grid: &Grid, row: &Row) -> bool {
    let Some(last) = grid.rows.last().or(grid.header.as_ref()) else {
        return true;
    };
    is_repeated(grid, row) || (last.cells.len() == row.cells.len() && row.cells.len() > 2)
}

fn is_repeated(grid: &Grid, row: &Row) -> bool {
    let first = grid.header.as_ref().or(grid.rows.first());
    row.filled() > 1
        && first.is_some_and(|h| h.says_the_same(row))
        && grid.rows.len() + grid.repeated.len() > 0
}

/// The first row is the header where it is printed again, or where it names what the rows below hold.
fn settle_header(grid: &mut Grid) {
    if grid.header.is_some() || grid.rows.len() < 2 {
        return;
    }
    let repeated = !grid.repeated.is_empty();
    if repeated || names_columns(grid) {
        grid.header = Some(grid.rows.remove(0));
    }
}

/// Short cells without figures, over rows of which a column has figures or cells that are much longer.
fn names_columns(grid: &Grid) -> bool {
    let head = &grid.rows[0];
    let filled: Vec<_> = head.cells.iter().filter(|c| !c.is_empty()).collect();
    let short = filled
        .iter()
        .all(|c| c.len() <= 60 && !has_figures(c.as_str()));
    if filled.len() < 2 || !short {
        return false;
    }
    let rows = &grid.rows[1..];
    (0..head.cells.len()).any(|column| {
        let below = rows
            .iter()
            .map(|r| r.text(column))
            .filter(|t| !t.is_empty());
        let (mut count, mut figures, mut bytes) = (0usize, 0usize, 0usize);
        for text in below {
            count += 1;
            bytes += text.len();
            figures += usize::from(has_figures(text));
        }
        // In two columns a long second one is as often the value beside a label.
        let tells = column == 0 || filled.len() > 2;
        let long = tells && count > 0 && bytes / count > 24.max(head.text(column).len() * 2);
        count > 0 && (figures * 2 > count || long)
    }) || filled.len() > 2 && filled.iter().all(|c| is_one_word(c.as_str())) && rows.len() >= 2
}

fn has_figures(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) || starts_like_time(text)
}

fn is_one_word(text: &str) -> bool {
    text.split_whitespace().count() <= 3
}
