//! A label that has the first of its people beside it and the others below, each on a line: `Present: A` over `B` and `C`.

use super::entry::Entry;
use super::group::{Group, is_heading};
use super::lines::{self, Line};
use super::piece::Class;
use super::{Participant, below, grid, hung, is_negative, labels, list, row, run};
use crate::block::{Block, Kind};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::Lexicon;
use crate::outline::Grid;

/// A line with a label and one person is no longer than this.
const LONGEST: usize = 250;

/// False for a line that opens no group, whatever stands below.
pub(super) fn may_open(line: &Line, lexicon: &Lexicon) -> bool {
    let labelled = || labels::label(line.text()).is_some() || hung::attends(line, lexicon);
    line.text().len() <= LONGEST && labelled()
}

/// The group that the label of the first line opens, that line without it.
pub(super) fn opens<'s>(lines: &[Line<'s>], lexicon: &Lexicon) -> Option<(Group, Line<'s>)> {
    let [first, next, ..] = lines else {
        return None;
    };
    if first.text().len() > LONGEST {
        return None;
    }
    let below = || {
        goes_on(next, lexicon) || !next.gap && next.columns.len() > 1 && sureness(next, lexicon) > 0
    };
    if hung::attends(first, lexicon) && below() {
        let mut line = first.clone();
        let label = hung::part(&mut line)?;
        let group = labels::attending(&label, 0..label.len(), lexicon)?;
        return Some((group, line));
    }
    let (label, body) = labels::label(first.text())?;
    let printed = &first.text()[label.clone()];
    if is_negative(printed, lexicon) {
        return None;
    }
    let said = || labels::attending(&first.flow, label.clone(), lexicon);
    let heads = || {
        is_heading(printed, lexicon).then(|| Group {
            label: first.flow.cell(label.clone()),
            ..Group::default()
        })
    };
    let group = said().or_else(heads)?;
    let mut line = first.clone();
    line.flow = first.flow.slice(body..first.flow.len());
    let beside = first.columns.first().map(Flow::as_str);
    if beside.is_some_and(|c| c.trim_end_matches([':', '*', ' ']) == printed) {
        line.columns.remove(0);
    }
    if line.columns.len() < 2 {
        line.columns.clear();
    }
    // `Manager Ann Model, Clerk of Works and` goes on below: people in running text.
    let held = Entry::read(&line.flow, lexicon).is_some_and(|e| e.name.office.is_some());
    if held && line.text().contains(", ") || below::runs_on(line.text(), lexicon) {
        return None;
    }
    let alone = run::people(&line.flow, 0..line.flow.len(), lexicon).len() < 2;
    let person = sureness(&line, lexicon) > 0 && alone;
    let all = lines[1..]
        .iter()
        .take_while(|l| goes_on(l, lexicon))
        .count();
    let sure = all > 1 || sureness(&line, lexicon) > 1;
    (person && goes_on(next, lexicon) && sure).then_some((group, line))
}

/// The most lines that are looked at below a row.
const BELOW: usize = 80;

/// People a line each below the last row of a table of labels, set in as the one beside the label is, and the unit behind
/// them: `Present:` and `A` with a tab between, over `B` behind a tab.
pub(super) fn below_row(
    x: &Extraction,
    at: usize,
    grid: &Grid,
) -> Option<(Vec<Participant>, usize)> {
    let outline = x.outline;
    let group = grid::last_label(grid, x.lexicon)?;
    let first = outline.units.get(at).filter(|u| u.gap == 0)?.block;
    let near = outline.blocks[first..].iter().take(BELOW);
    let ends = |b: &&Block| !matches!(b.kind, Kind::Blank | Kind::TableRow);
    let stop = first + near.take_while(ends).count();
    let lines = lines::lines(outline, first..stop, x.lexicon);
    let set_in = |l: &&Line| l.indent > 0 && sureness(l, x.lexicon) > 0;
    let count = lines.iter().take_while(set_in).count();
    let last = lines.get(..count)?.last()?.block;
    let read = list::read(&lines[..count], group, x.lexicon);
    let whole = read.end == count && lines.get(count).is_none_or(|l| l.block > last);
    let next = outline.units.iter().skip(at).position(|u| u.block > last);
    let rows = || row::rows(&read.entries, &read.groups, "participant-list", x.lexicon);
    let next = next.map_or(outline.units.len(), |n| at + n);
    (whole && !read.entries.is_empty()).then(|| (rows(), next))
}

/// Blanks before whoever stands below the first person of a label, set beside it.
const BESIDE: usize = 12;

/// Whether a line is set so far in that a blank line before it parts nothing.
pub(super) fn is_beside(line: &Line) -> bool {
    line.indent >= BESIDE && line.columns.is_empty()
}

/// Whether a line right below the first person of a label is another.
pub(super) fn goes_on(line: &Line, lexicon: &Lexicon) -> bool {
    (!line.gap || is_beside(line))
        && labels::label(line.text()).is_none()
        && sureness(line, lexicon) > 1
}

/// How sure a line begins with a name that something closes; a post behind it makes it surer.
fn sureness(line: &Line, lexicon: &Lexicon) -> i32 {
    let cell = line.columns.first().unwrap_or(&line.flow);
    let posted = |e: &Entry| e.pieces.first().is_some_and(|p| p.class == Class::Job);
    let read = Entry::read(cell, lexicon);
    read.map_or(0, |e| {
        e.name.score + i32::from(e.name.score > 0 && posted(&e))
    })
}
