//! The days of the event where the document is its programme: those that the heads of the days print.

use crate::extract::Extraction;
use crate::schema::Date;
use crate::value::date::dates;

/// A meeting is no longer than so many days.
const LONGEST: i32 = 31;

/// Takes the days of a programme's heads for the event's where the title page tells none, or no more than the first.
pub(super) fn fill(x: &mut Extraction) {
    let Some(report) = x.data.reports.first() else {
        return;
    };
    if report.document_type.value != Some("agenda") {
        return;
    }
    let Some((first, last)) = printed(x) else {
        return;
    };
    let Some(report) = x.data.reports.first_mut() else {
        return;
    };
    let one_day = report.event_start.value == report.event_end.value;
    if report.event_start.is_empty() {
        report.event_start = first;
        report.event_end = last;
    } else if one_day && report.event_start.value == first.value {
        report.event_end = last;
    }
}

/// The first and the last day, where each row's day is a whole date that a head prints and none comes before the one above.
fn printed(x: &Extraction) -> Option<(Date, Date)> {
    let rows = &x.data.agenda;
    let day = |d: &Date| d.value.and_then(|p| p.date());
    let told = |d: &Date| day(d).is_some() && !d.spans.is_empty();
    if rows.is_empty() || !rows.iter().all(|r| told(&r.date)) {
        return None;
    }
    if rows
        .windows(2)
        .any(|two| day(&two[0].date) > day(&two[1].date))
    {
        return None;
    }
    let (first, last) = (&rows.first()?.date, &rows.last()?.date);
    let lasted = (day(last)? - day(first)?).get_days();
    let days = || (first.clone(), last.clone());
    (lasted <= LONGEST).then(|| above(x, first, last).unwrap_or_else(days))
}

/// The days that a line over the programme prints, where its first and last day lie within them: `Town, 3-6 May 2031`,
/// of which the programme may be cut short.
fn above(x: &Extraction, first: &Date, last: &Date) -> Option<(Date, Date)> {
    let begins = first.spans.cover()?.start;
    let over = x.outline.units.iter();
    let over = over.take_while(|u| u.flow.source_start() < begins);
    let order = x.options.date_order.unwrap_or_default();
    let day = |d: &Date| d.value.and_then(|p| p.date());
    let mut found = over.filter(|u| u.text().len() <= SHORT).filter_map(|u| {
        let found = dates(u.text(), x.lexicon.lang(), order);
        let (range, span) = found.into_iter().next()?;
        let (start, end) = (span.start, span.end?);
        let within = Some(start.date()?) == day(first) && Some(end.date()?) >= day(last);
        let spans = u.flow.spans(range);
        within.then(|| (Date::new(start, spans.clone()), Date::new(end, spans)))
    });
    found.next()
}

/// A line that tells place and days is no longer.
const SHORT: usize = 120;
