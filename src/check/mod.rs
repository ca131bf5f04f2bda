//! Doubts that a careful reader would raise: one file a rule, all of them in [`RULES`].
//!
//! A rule sees the report as it was read and changes nothing. It raises [`FindingRow`]s that point at the record or the
//! place they are about and, where two places are compared, at the other one.

macro_rules! rules {
    ($($file:ident,)+) => {
        $(mod $file;)+
        /// Every rule, in the order in which their findings are told.
        pub const RULES: &[&Rule] = &[$(&$file::RULE,)+];
    };
}

mod mention;
mod sequence;
mod severities;

rules! {
    time_overlap,
    time_backwards,
    meridiem_impossible,
    session_time_differs,
    weekday_mismatch,
    date_ambiguous,
    date_before_event,
    date_outside_event,
    numbering_gap,
    numbering_repeat,
    cell_count,
    participant_repeated,
    out_of_order,
    presenter_not_listed,
    name_varies,
    title_varies,
    name_swapped,
    country_unknown,
    place_mismatch,
    percent_over_100,
    share_contradicted,
    count_differs,
    scale_missing,
    label_misspelt,
    footnote_unmatched,
    link_without_target,
    text_rejoined,
    text_unread,
    nothing_found,
    decoded,
    limit_reached,
    corrected,
    correction_lost,
}

pub use severities::Severities;

use crate::extract::Extraction;
use crate::flow::Flow;
use crate::outline::UnitKind;
use crate::span::Spans;
use crate::tables::findings::FindingRow;
use crate::value::date::DateSpan;
use std::ops::Range;

/// A rule of the contract.
#[derive(Debug)]
pub struct Rule {
    /// Its name in every format.
    pub name: &'static str,
    /// error, warning or note.
    pub severity: &'static str,
    /// What the report does when the rule raises it: "starts an agenda row before ...".
    pub summary: &'static str,
    /// Why a reader should care.
    pub why: &'static str,
    /// A piece of a report that has the fault.
    pub example: &'static str,
    /// What it does not catch.
    pub misses: &'static str,
    /// Finds the doubts.
    pub check: fn(&Extraction) -> Vec<FindingRow>,
}

impl Rule {
    /// A finding of this rule.
    fn finding(&self, message: impl Into<String>) -> FindingRow {
        FindingRow::new(self.name, self.severity, message)
    }
}

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|r| r.name == name)
}

/// Raises the findings of every rule.
pub fn run(x: &mut Extraction) {
    let found: Vec<FindingRow> = RULES.iter().flat_map(|r| (r.check)(x)).collect();
    x.data.findings.extend(found);
    x.options.severities.weigh(&mut x.data.findings);
}

/// Points a finding at these places as the other ones.
fn compared_with(x: &Extraction, finding: FindingRow, other: &Spans) -> FindingRow {
    match other.cover() {
        Some(place) => finding.other_at(x.outline.source.line_of(place.start)),
        None => finding,
    }
}

/// Calls `see` with every date of every unit and cell, and the text that it stands in.
fn each_date(x: &Extraction, mut see: impl FnMut(&Flow, Range<usize>, &DateSpan)) {
    for (i, unit) in x.outline.units.iter().enumerate() {
        let UnitKind::Grid(grid) = unit.kind else {
            let dates = x.dates(i).iter();
            dates.for_each(|(range, date)| see(&unit.flow, range.clone(), date));
            continue;
        };
        let mut dates = x.dates_of_grid(grid).iter().peekable();
        for (i, cell) in x.outline.grids[grid].cells().enumerate() {
            while let Some((_, (range, date))) = dates.next_if(|(at, _)| *at == i) {
                see(cell, range.clone(), date);
            }
        }
    }
}

#[cfg(test)]
mod tests;
