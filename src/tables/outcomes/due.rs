//! Deadlines in the form that dates have in all tables.

use super::Outcome;
use crate::extract::Extraction;
use crate::value::date::{DateOrder, Partial, dates};

/// So many words at most stand before the date of a deadline: `by the end of`.
const LEAD: usize = 4;

/// Turns the deadlines that are a date into it; of a day without a year it is the first behind the event. Other words
/// (`next meeting`) stay as they are printed.
pub(super) fn settle(x: &Extraction, rows: &mut [Outcome]) {
    let event = x.data.reports.first().and_then(|r| r.event_start.value);
    for row in rows {
        if let Some(date) = read(x, row.due_date.as_str(), event) {
            row.due_date.value = date.to_string();
        }
    }
}

fn read(x: &Extraction, printed: &str, event: Option<Partial>) -> Option<Partial> {
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let found = dates(printed, x.lexicon.lang(), order);
    let [(range, date)] = found.as_slice() else {
        return None;
    };
    let lead = printed[..range.start].trim();
    let behind = printed[range.end..].trim_matches(['.', ',', ';', ')', ' ']);
    let plain = lead.split_whitespace().count() <= LEAD && !lead.contains(char::is_numeric);
    if !plain || !behind.is_empty() || date.end.is_some() {
        return None;
    }
    let mut date = date.start;
    if date.year.is_none() {
        let event = event?;
        let last = |d: Partial| Some((d.month?, d.day.unwrap_or(31)));
        let later = last(date)? < (event.month?, event.day.unwrap_or(1));
        date.year = Some(event.year? + i16::from(later));
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    #[test]
    fn deadlines_are_dates_where_they_can_be() {
        let due = [
            ("4 May 2031", "2031-05-04"),
            ("May 4, 2031", "2031-05-04"),
            ("3 March", "2032-03-03"),
            ("12 December", "2031-12-12"),
            ("June 2031", "2031-06"),
            ("next meeting", "next meeting"),
        ];
        for (printed, told) in due {
            let text = format!(
                "Minutes of the Mill Board\n\n20 April 2031\n\nPresent: Ana Example, Bo Quill\n\nAction 3-2: Oil the wheel of the mill [Bo Quill, {printed}]\n"
            );
            let data = extract(&Source::from_text("t", &text), &Options::default());
            assert_eq!(data.outcomes[0].due_date.as_str(), told, "{printed}");
        }
    }
}
