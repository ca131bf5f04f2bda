//! A date that can be read two ways.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::value::date::Partial;

pub(super) const RULE: Rule = Rule {
    name: "date-ambiguous",
    severity: "note",
    summary: "prints a date that can be read two ways",
    why: "day and month may be exchanged; `--date-order` settles it",
    example: "09/01/2017",
    misses: "dates whose order the user gave, or of which a weekday beside them leaves one reading",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mut found = Vec::new();
    if x.options.date_order.is_some() {
        return found;
    }
    super::each_date(x, |flow, range, span| {
        let parted = || flow.as_str().contains(['/', '.', '-']);
        let falls = |date: Partial| date.weekday().is_some() && date.weekday() == span.weekday;
        let doubtful = |other: &Partial| span.ambiguous && parted() && (falls(*other) || !falls(span.start));
        if let Some(other) = span.alternative.filter(doubtful) {
            let printed = &flow.as_str()[range.clone()];
            let message = format!("\"{printed}\" is read as {}, but may be {other}", span.start);
            found.push(RULE.finding(message).at(flow.spans(range)));
        }
    });
    found
}
