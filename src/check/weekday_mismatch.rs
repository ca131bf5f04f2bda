//! A weekday that its date is not.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::value::date::{DateSpan, Partial};

pub(super) const RULE: Rule = Rule {
    name: "weekday-mismatch",
    severity: "warning",
    summary: "names a weekday that its date is not",
    why: "either the day or the date is wrong",
    example: "Monday, 4 June 2019 (a Tuesday)",
    misses: "dates whose year the report does not print beside them or with its event",
    check,
};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn check(x: &Extraction) -> Vec<FindingRow> {
    let year = x.data.reports.first().and_then(|r| r.event_start.value).and_then(|d| d.year);
    let mut found = Vec::new();
    super::each_date(x, |flow, range, span| {
        if let Some(message) = wrong(span, year, &flow.as_str()[range.clone()]) {
            found.push(RULE.finding(message).at(flow.spans(range)));
        }
    });
    found
}

fn wrong(span: &DateSpan, year: Option<i16>, printed: &str) -> Option<String> {
    let ends = [(span.weekday, Some(span.start)), (span.end_weekday, span.end)];
    ends.into_iter().find_map(|(weekday, date)| {
        let date = date?;
        let date = Partial { year: date.year.or(year), ..date };
        let (printed_day, day) = (weekday?, date.weekday()?);
        let name = |d: u8| DAYS.get(usize::from(d).wrapping_sub(1)).copied().unwrap_or("");
        let message = || format!("\"{printed}\" says {}, but {date} is a {}", name(printed_day), name(day));
        (printed_day != day).then(message)
    })
}
