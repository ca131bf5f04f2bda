//! A document that is dated before the event it reports.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::reports::Report;
use crate::value::date::date_at;

pub(super) const RULE: Rule = Rule {
    name: "date-before-event",
    severity: "error",
    summary: "is dated before the event it reports, however read",
    why: "a report cannot be older than what it reports: the year or the month is wrong",
    example: "Date: 09/01/2017 on the report of a meeting in October 2017",
    misses: "documents that print no date of their own",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let report = x.data.reports.first();
    report.and_then(|r| raise(x, r)).into_iter().collect()
}

fn raise(x: &Extraction, report: &Report) -> Option<FindingRow> {
    let (written, event) = (report.document_date.value?, report.event_start.value?);
    let place = report.document_date.spans.cover()?;
    let printed = x.outline.source.slice(place);
    let read = date_at(printed, x.lexicon.lang(), x.options.date_order.unwrap_or_default());
    let other = read.and_then(|(_, span)| span.alternative).unwrap_or(written);
    let message = format!("the document is dated {printed}, before its event on {event}");
    (written < event && other < event).then(|| {
        let finding = RULE.finding(message).about::<Report>(0).column("document_date").at(place);
        super::compared_with(x, finding, &report.event_start.spans)
    })
}
