//! Tables of tasks that a text sets with blanks: a line of heads that name what, who or when, and lines whose parts
//! stand below them.

use super::Outcome;
use super::grid::{Column, column, read};
use super::heading::Head;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::outline::{Grid, Row};
use crate::source::{Run, runs};
use crate::span::Span;

/// Blanks that part two columns.
const WIDE: usize = 2;
/// How far from its column a part may begin.
const SLACK: usize = 3;
/// Blank lines that end a table.
const APART: usize = 3;
/// How far in the first head stands where a column without a head is before it.
const UNHEADED: usize = 16;
/// The most lines of a table.
const LONGEST: usize = 400;

/// The outcomes of a table whose line of heads begins at `start` in the source, and the place behind its last line.
pub(super) fn table(
    x: &Extraction,
    start: usize,
    under: Option<&Head>,
) -> Option<(Vec<Outcome>, usize)> {
    let source = x.outline.source;
    let text = source.text.as_str();
    let first = source.line_of(start as u32) as usize;
    let top = source.line_span(first.saturating_sub(1));
    let heads = runs(text, top, WIDE);
    if heads.len() < 2 {
        return None;
    }
    let clean = |span| x.outline.layout.clean(span);
    let mut columns: Vec<Column> = heads
        .iter()
        .map(|h| column(x.lexicon, clean(h.span).as_str()))
        .collect();
    let mut starts: Vec<usize> = heads.iter().map(|h| h.column).collect();
    // What is to be done may stand first without a head of its own.
    let bare = starts[0] >= UNHEADED
        && columns
            .iter()
            .all(|c| matches!(c, Column::Owner | Column::Due));
    if bare {
        columns.insert(0, Column::What);
        starts.insert(0, 0);
    }
    names_tasks(&columns).then_some(())?;
    let numbered = columns[0] == Column::Number;
    let (mut rows, mut blank, mut end) = (Vec::<Row>::new(), 0, top.end as usize);
    let below = first..source.line_count();
    for line in below.take(LONGEST).map(|i| source.line_span(i)) {
        let parts = runs(text, line, WIDE);
        let Some(first) = parts.first() else {
            blank += 1;
            if blank == APART {
                break;
            }
            continue;
        };
        let fits = if parts.len() > 1 {
            stands_below(&parts, &starts)
        } else {
            place(first.column, &starts) > 0 && blank == 0 || goes_on(&rows, blank, numbered)
        };
        if !fits {
            break;
        }
        let words = &text[first.span.start as usize..first.span.end as usize];
        let small = words.starts_with(char::is_lowercase);
        let begins = place(first.column, &starts) == 0
            && (parts.len() > 1 || blank > 0 || !small && is_full(rows.last()))
            && !(small && parts.len() > 1 && is_begun(rows.last()));
        if begins || rows.is_empty() {
            let cells = starts
                .iter()
                .map(|_| clean(Span::new(start, start)))
                .collect();
            rows.push(Row { cells, block: 0 });
        }
        if let Some(row) = rows.last_mut() {
            for part in &parts {
                row.cells[place(part.column, &starts)].join(&clean(part.span));
            }
        }
        (blank, end) = (0, line.end as usize);
    }
    let own = heads.iter().map(|h| clean(h.span));
    let none = bare.then(|| clean(Span::new(start, start)));
    let header = Row {
        cells: none.into_iter().chain(own).collect(),
        block: 0,
    };
    let grid = Grid {
        header: Some(header),
        width: starts.len(),
        rows,
        repeated: Vec::new(),
    };
    let rows = read(x, &grid, under);
    (!rows.is_empty()).then_some((rows, end))
}

/// Whether heads name what is to be done once, and who does it or by when.
fn names_tasks(columns: &[Column]) -> bool {
    let what = |c: &&Column| matches!(c, Column::Kind(_) | Column::Settled | Column::What);
    let whom = |c: &Column| matches!(c, Column::Owner | Column::Due);
    columns.iter().filter(what).count() == 1 && columns.iter().any(whom)
}

/// Whether a lone part at the edge goes on with the row above: where no number opens a row, or below such a row at once.
fn goes_on(rows: &[Row], blank: usize, numbered: bool) -> bool {
    blank == 0 && !rows.is_empty() && !numbered
}

/// Whether every cell of a row has its words, so that a lone part at the edge may begin the next.
fn is_full(row: Option<&Row>) -> bool {
    row.is_some_and(|row| row.cells.iter().all(|c| !c.is_empty()))
}

/// Whether only the first cell of a row has words, so that a line in small letters brings the others: `Hire somebody for the
/// second`, then `shift   Town   May`.
fn is_begun(row: Option<&Row>) -> bool {
    row.is_some_and(|r| !r.cells[0].is_empty() && r.cells[1..].iter().all(Flow::is_empty))
}

/// The column that a part belongs to: the last that begins before it.
fn place(column: usize, starts: &[usize]) -> usize {
    let before = starts.iter().rposition(|s| *s <= column + SLACK);
    before.unwrap_or(0)
}

/// Whether most parts of a line begin where a column does.
fn stands_below(parts: &[Run], starts: &[usize]) -> bool {
    let near = |p: &&Run| starts.iter().any(|s| s.abs_diff(p.column) <= SLACK);
    parts.iter().filter(near).count() * 2 > parts.len() || parts.len() == 2 && near(&&parts[1])
}
