//! Boxes that set a figure beside its caption: `19 | Million birds | 41% | Increase between ...`.

use super::{Statistic, admits, row};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::outline::{Grid, Row};
use crate::value::quantity::{self, Kind};

/// The rows of a table without header whose cells are by turns a figure and its caption; none of any other table.
pub(super) fn read(grid: &Grid, x: &Extraction) -> Vec<Statistic> {
    if grid.header.is_some() {
        return Vec::new();
    }
    let pairs: Vec<_> = grid.rows.iter().flat_map(pairs).collect();
    let set = pairs
        .iter()
        .filter(|(figure, caption)| is_figure(figure) && !is_figure(caption));
    if set.count() * 4 < pairs.len() * 3 {
        return Vec::new();
    }
    pairs
        .into_iter()
        .filter_map(|(figure, caption)| one(figure, caption, x))
        .collect()
}

fn pairs<'a, 's>(row: &'a Row<'s>) -> Vec<(&'a Flow<'s>, &'a Flow<'s>)> {
    let filled: Vec<_> = row.cells.iter().filter(|c| !c.is_empty()).collect();
    filled
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .collect()
}

fn is_figure(flow: &Flow) -> bool {
    let text = flow.as_str();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 0 && text.len() <= 20 && text.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// A figure and its caption are one quantity: the figure's, with what the caption says of it.
fn one(figure: &Flow, caption: &Flow, x: &Extraction) -> Option<Statistic> {
    let mut flow = figure.clone();
    flow.join(caption);
    let lang = x.lexicon.lang();
    let quantities = quantity::read(flow.as_str(), lang);
    let mut all = quantities.into_iter();
    let mut first = all.next().filter(|q| q.span.start < figure.len())?;
    let again = all.find(|q| q.value == first.value && q.kind == first.kind);
    if let Some(again) = again {
        first.direction = first.direction.or(again.direction);
        first.period = first.period.or(again.period);
        first.measure = again.measure;
    }
    if first.measure.is_none() && first.kind != Kind::Percentage {
        let start = figure.len() + 1;
        first.measure = Some(start..flow.len());
    }
    if !admits(&first, flow.as_str(), x.lexicon) {
        return None;
    }
    let whole = 0..flow.len();
    let mut row = row(&first, &flow, whole);
    row.rule = "statistic-figure";
    Some(row)
}
