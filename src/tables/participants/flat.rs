//! Tables without edges: header words a line each, then the cells a line each; cells set apart by blanks; a header word
//! before each cell.

use super::Participant;
use super::columns::{Role, promised};
use super::grid;
use super::group::Group;
use super::labels;
use super::lines::Line;
use super::name::name_at;
use crate::lexicon::Lexicon;
use crate::outline::{Grid, Row};

/// Reads lines whose cells stand at blanks' distance, a row a line, and how many lines it took.
pub(super) fn read_set(
    lines: &[Line],
    group: &Group,
    lexicon: &Lexicon,
) -> Option<(Vec<Participant>, usize)> {
    let end = lines
        .iter()
        .position(|l| l.columns.len() < 2)
        .unwrap_or(lines.len());
    let width = lines[..end].iter().map(|l| l.columns.len()).max()?;
    // Some have nothing beside the name: the lines are a list.
    let bare = |l: &Line| !l.gap && name_at(l.text(), lexicon).is_some_and(|n| n.score > 0);
    if end < 2 || width == 2 && lines.get(end).is_some_and(bare) {
        return None;
    }
    let person = |l: &&Line| {
        let all = l
            .columns
            .iter()
            .all(|c| name_at(c.as_str(), lexicon).is_some_and(|n| n.score > 0));
        all && l.columns.len() > 1
    };
    let beside = lines[..end].iter().filter(person).count();
    if beside * 2 > end {
        return None;
    }
    let grid = Grid {
        header: None,
        rows: lines[..end]
            .iter()
            .map(|l| Row {
                cells: l.columns.clone(),
                block: l.block,
            })
            .collect(),
        repeated: Vec::new(),
        width,
    };
    let rows = grid::read(&grid, group, true, lexicon);
    (!rows.is_empty()).then_some((rows, end))
}

/// Reads records of labelled lines, `Name: A` above `Country: B`, and how many lines they took.
pub(super) fn read_keyed(
    lines: &[Line],
    group: &Group,
    lexicon: &Lexicon,
) -> Option<(Vec<Participant>, usize)> {
    let keyed = |l: &Line| {
        let (label, body) = labels::label(l.text())?;
        let role = promised(&l.text()[label.clone()], lexicon)?;
        (role != Role::Foreign).then_some((label, body, role))
    };
    let end = lines
        .iter()
        .position(|l| keyed(l).is_none())
        .unwrap_or(lines.len());
    let mut rows = Vec::new();
    let mut record: Option<Grid> = None;
    for line in &lines[..end] {
        let (label, body, role) = keyed(line)?;
        if role == Role::Name {
            rows.extend(record.take().map(|g| grid::read(&g, group, true, lexicon)));
            record = Some(Grid::default());
        }
        let record = record.as_mut()?;
        let head = record.header.get_or_insert_with(Row::default);
        head.cells.push(line.flow.slice(label));
        if record.rows.is_empty() {
            record.rows.push(Row::default());
        }
        record.rows[0]
            .cells
            .push(line.flow.slice(body..line.flow.len()));
        record.width += 1;
    }
    rows.extend(record.map(|g| grid::read(&g, group, true, lexicon)));
    let rows: Vec<Participant> = rows.into_iter().flatten().collect();
    (end >= 4 && rows.len() * 2 <= end && !rows.is_empty()).then_some((rows, end))
}

/// Reads lines that begin with the words of a header, and how many lines it took.
pub(super) fn read(
    lines: &[Line],
    group: &Group,
    lexicon: &Lexicon,
) -> Option<(Vec<Participant>, usize)> {
    let head = |l: &&Line| promised(l.text(), lexicon).is_some_and(|r| r != Role::Foreign);
    let width = lines.iter().take_while(head).count();
    let named = lines[..width]
        .iter()
        .any(|l| is_name(l, lexicon) || promised(l.text(), lexicon) == Some(Role::Last));
    if width < 2 || !named || lines.len() < width * 2 {
        return None;
    }
    let mut end = lines.len();
    // Where blank lines part all cells, each may look like a heading.
    let spaced = lines[1..width].iter().all(|l| l.gap);
    let titled = |l: &Line| l.style.is_some() && l.gap && !spaced;
    if let Some(stop) = lines[width..]
        .iter()
        .position(|l| super::signs::is_prose(l.text()) || titled(l))
    {
        end = width + stop;
    }
    let mut full = (end - width) / width * width;
    let name = lines[..width].iter().position(|l| is_name(l, lexicon));
    if let Some(name) = name.filter(|_| spaced) {
        let named = |row: &[Line]| {
            let cell = row[name].text();
            name_at(cell, lexicon).is_some_and(|n| n.score > 0) || promised(cell, lexicon).is_some()
        };
        let rows = lines[width..width + full].chunks(width);
        full = rows.take_while(|r| named(r)).count() * width;
    }
    let grid = Grid {
        header: Some(row(&lines[..width])),
        rows: lines[width..width + full].chunks(width).map(row).collect(),
        repeated: Vec::new(),
        width,
    };
    let rows = grid::read(&grid, group, true, lexicon);
    (!rows.is_empty()).then_some((rows, width + full))
}

/// Whether a head stands over names. `Nombre` is over whole ones as well as over first names.
fn is_name(head: &Line, lexicon: &Lexicon) -> bool {
    matches!(
        promised(head.text(), lexicon),
        Some(Role::Name | Role::First)
    )
}

fn row<'s>(lines: &[Line<'s>]) -> Row<'s> {
    Row {
        cells: lines.iter().map(|l| l.flow.clone()).collect(),
        block: lines[0].block,
    }
}
