//! Tables without edges: header words a line each, then the cells a line each; or cells set apart by blanks.

use super::Participant;
use super::columns::{Role, promised};
use super::entry::Group;
use super::grid;
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
    if end < 2 {
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
        .any(|l| matches!(promised(l.text(), lexicon), Some(Role::Name | Role::Last)));
    if width < 2 || !named || lines.len() < width * 2 {
        return None;
    }
    let mut end = lines.len();
    if let Some(stop) = lines[width..]
        .iter()
        .position(|l| super::list::is_prose(l.text()) || l.style.is_some() && l.gap)
    {
        end = width + stop;
    }
    let full = (end - width) / width * width;
    let grid = Grid {
        header: Some(row(&lines[..width])),
        rows: lines[width..width + full].chunks(width).map(row).collect(),
        repeated: Vec::new(),
        width,
    };
    let rows = grid::read(&grid, group, true, lexicon);
    (!rows.is_empty()).then_some((rows, width + full))
}

fn row<'s>(lines: &[Line<'s>]) -> Row<'s> {
    Row {
        cells: lines.iter().map(|l| l.flow.clone()).collect(),
        block: lines[0].block,
    }
}
