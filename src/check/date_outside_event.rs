//! An agenda day outside the event's dates.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::reports::Report;

pub(super) const RULE: Rule = Rule {
    name: "date-outside-event",
    severity: "warning",
    summary: "sets an agenda day outside the event's dates",
    why: "the head of the day or the dates of the event are wrong",
    example: "an event of 4-6 June with a programme for 7 June",
    misses: "reports that print no dates of their event",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let Some(report) = x.data.reports.first() else {
        return Vec::new();
    };
    let (Some(start), Some(end)) = (report.event_start.value, report.event_end.value) else {
        return Vec::new();
    };
    let mut told = None;
    let rows = x.data.agenda.iter().enumerate();
    let outside = rows.filter(|(_, r)| {
        let date = r.date.value.filter(|d| d.day.is_some() && (*d < start || *d > end));
        let new = date.is_some() && date != told;
        told = r.date.value;
        new
    });
    outside
        .filter_map(|(i, r)| {
            let message = format!("the agenda has {}, outside the event's {start} to {end}", r.date.value?);
            let finding = RULE.finding(message).about::<AgendaRow>(i).column("date").other::<Report>(0);
            let finding = super::compared_with(x, finding, &report.event_start.spans);
            let place = r.date.spans.cover();
            Some(place.map_or(finding.clone(), |p| finding.at(p)))
        })
        .collect()
}
