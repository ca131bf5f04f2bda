//! What was said of an item in a table of minutes: `Item | Discussion | Action`, where the table of outcomes reads the last.

use super::{Statistic, admits, of_sentences};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::outline::{Grid, UnitKind};
use crate::schema::Text;
use crate::span::Span;
use crate::value::quantity;
use crate::value::sentence::sentences;

/// A shorter cell says nothing in sentences.
const LEAST: usize = 30;

/// The numbers of the cells that no outcome draws on, in the tables that outcomes are read from.
pub(super) fn read(x: &Extraction) -> Vec<Statistic> {
    let drawn = drawn(x);
    let units = x.outline.units.iter().enumerate();
    let grids = units.filter_map(|(i, unit)| match unit.kind {
        UnitKind::Grid(grid) if x.claimed_by(i) == Some("outcomes") => Some(&x.outline.grids[grid]),
        _ => None,
    });
    grids.flat_map(|grid| of_grid(x, grid, &drawn)).collect()
}

/// The places that outcomes draw on, in order.
fn drawn(x: &Extraction) -> Vec<Span> {
    let texts = x.data.outcomes.iter().flat_map(|o| o.text.spans.iter());
    let mut places: Vec<Span> = texts.collect();
    places.sort_unstable();
    places
}

fn of_grid(x: &Extraction, grid: &Grid, drawn: &[Span]) -> Vec<Statistic> {
    let cells = grid.rows.iter().flat_map(|r| &r.cells);
    let told = cells.filter(|c| {
        let text = c.as_str();
        text.len() >= LEAST && text.ends_with(['.', '!', ')']) && !is_drawn(c, drawn)
    });
    told.flat_map(|cell| of_cell(x, cell)).collect()
}

/// Whether an outcome draws on a cell.
fn is_drawn(cell: &Flow, drawn: &[Span]) -> bool {
    let Some(place) = cell.spans(0..cell.len()).cover() else {
        return true;
    };
    let next = drawn.partition_point(|d| d.end <= place.start);
    drawn.get(next).is_some_and(|d| d.overlaps(place))
}

/// The numbers of a cell's sentences.
fn of_cell(x: &Extraction, cell: &Flow) -> Vec<Statistic> {
    let text = cell.as_str();
    let quantities = quantity::read(text, x.lexicon.lang());
    let quantities = quantities.iter().filter(|q| admits(q, text, x.lexicon));
    let sentences = sentences(text, x.lexicon);
    let mut rows = of_sentences(x, cell, sentences, quantities, |_| Text::default());
    rows.iter_mut().for_each(|r| r.rule = "statistic-cell");
    rows
}
