//! A date that can be read two ways.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "date-ambiguous",
    severity: "note",
    summary: "prints a date that can be read two ways",
    why: "day and month may be exchanged; `--date-order` settles it",
    example: "09/01/2017",
    misses: "dates whose order the user gave",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mut found = Vec::new();
    if x.options.date_order.is_some() {
        return found;
    }
    super::each_date(x, |flow, range, span| {
        let parted = || flow.as_str().contains(['/', '.', '-']);
        if let Some(other) = span.alternative.filter(|_| span.ambiguous && parted()) {
            let printed = &flow.as_str()[range.clone()];
            let message = format!("\"{printed}\" is read as {}, but may be {other}", span.start);
            found.push(RULE.finding(message).at(flow.spans(range)));
        }
    });
    found
}
