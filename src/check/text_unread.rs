//! A row inside an agenda or list that no parser could read.

use super::Rule;
use crate::extract::Extraction;
use crate::outline::UnitKind;
use crate::schema::Record;
use crate::span::Span;
use crate::tables::findings::FindingRow;
use std::cell::LazyCell;

pub(super) const RULE: Rule = Rule {
    name: "text-unread",
    severity: "warning",
    summary: "has a row or block inside an agenda, list or table that no parser could read",
    why: "what the row says is missing from the data",
    example: "a row of an agenda with neither time nor title",
    misses: "rows that were read wrongly",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let read = LazyCell::new(|| places(x));
    let mut found = Vec::new();
    for (i, unit) in x.outline.units.iter().enumerate() {
        let Some(table) = x.claimed_by(i) else {
            continue;
        };
        let UnitKind::Grid(grid) = unit.kind else {
            continue;
        };
        for row in &x.outline.grids[grid].rows {
            let place = x.outline.blocks[row.block].body;
            let says = row.cells.iter().any(|c| c.as_str().chars().any(char::is_alphanumeric));
            if says && !touches(&read, place) {
                let message = format!("this row of the {table} table was not read");
                found.push(RULE.finding(message).at(place));
            }
        }
    }
    found
}

/// The places that agenda, participants, outcomes and speakers draw on, in order.
fn places(x: &Extraction) -> Vec<Span> {
    let mut places = Vec::new();
    fn add<R: Record>(rows: &[R], places: &mut Vec<Span>) {
        for row in rows {
            row.each_field(&mut |_, spans| places.extend(spans.iter()));
            places.extend(row.from().iter());
        }
    }
    add(&x.data.agenda, &mut places);
    add(&x.data.presenters, &mut places);
    add(&x.data.participants, &mut places);
    add(&x.data.outcomes, &mut places);
    add(&x.data.speakers, &mut places);
    add(&x.data.reports, &mut places);
    add(&x.data.acronyms, &mut places);
    places.sort_unstable();
    places
}

fn touches(read: &[Span], place: Span) -> bool {
    let first = read.partition_point(|s| s.start < place.start);
    read[first..].iter().take_while(|s| s.start < place.end).next().is_some()
}
