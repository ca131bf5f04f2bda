//! The document's control box: version, date and the like beside their labels.

use super::Report;
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::schema::Date;
use crate::value::date::date_at;

/// Fills version and date of the document from a table of labels and values.
pub(super) fn fill(x: &Extraction, report: &mut Report) {
    let grids = x.outline.units.iter().filter_map(|u| match u.kind {
        UnitKind::Grid(grid) => Some(&x.outline.grids[grid]),
        _ => None,
    });
    for grid in grids.filter(|g| g.width == 2) {
        let rows = || {
            grid.header
                .iter()
                .chain(&grid.rows)
                .filter(|r| r.cells.len() >= 2)
        };
        let is_control = rows().any(|r| x.lexicon.list(List::ControlLabel).is(label(r.text(0))));
        for row in rows().filter(|_| is_control) {
            let (name, value) = (label(row.text(0)), &row.cells[1]);
            if x.lexicon.list(List::ControlVersion).is(name) {
                report.document_version = value.whole();
            } else if x.lexicon.list(List::ControlDate).is(name) {
                report.document_date = date(x, value);
            }
        }
    }
}

fn label(text: &str) -> &str {
    text.trim_end_matches([':', ' '])
}

pub(super) fn date(x: &Extraction, value: &Flow) -> Date {
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let read = date_at(value.as_str(), x.lexicon.lang(), order);
    read.map_or(Date::default(), |(len, span)| {
        Date::new(span.start, value.spans(0..len))
    })
}
