//! When the event took place, as far as the programme needs it.

use super::slot::DayHead;
use super::who::Who;
use crate::block::Kind;
use crate::extract::Extraction;
use crate::value::date::{DateSpan, Partial, dates};
use jiff::ToSpan;
use jiff::civil::Date;

/// The dates of the event.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Event {
    span: Option<(Date, Date)>,
    year: Option<i16>,
}

/// How many units at the start of a report may date it.
const OPENING: usize = 14;

impl Event {
    /// The report's own event, else the first whole date in its opening, else that of its running heads and feet.
    pub fn of(x: &Extraction, who: &Who) -> Event {
        let mut event = Event::default();
        if let Some(report) = x.data.reports.first() {
            let day = |d: &crate::schema::Date| d.value.and_then(|p| p.date());
            let start = day(&report.event_start);
            event.span = start.map(|s| (s, day(&report.event_end).unwrap_or(s)));
        }
        let opening = x.outline.units.iter().take(OPENING).map(|u| u.flow.clone());
        let furniture = x
            .outline
            .blocks
            .iter()
            .filter(|b| b.kind == Kind::Furniture);
        let furniture = furniture.take(4).map(|b| x.outline.layout.clean(b.body));
        for flow in opening.chain(furniture) {
            if event.span.is_some() {
                break;
            }
            for (_, span) in dates(flow.as_str(), who.lang, who.order) {
                let year = span.start.year.filter(|y| (1900..2200).contains(y));
                event.year = event.year.or(year);
                event.span = event.span.or_else(|| whole(&span));
            }
        }
        event
    }

    /// How many days it lasted.
    pub fn days(&self) -> Option<i64> {
        let (start, end) = self.span?;
        Some(i64::from((end - start).get_days()) + 1)
    }

    /// The day so many days after the first.
    pub fn day(&self, offset: i64) -> Option<Partial> {
        let (start, _) = self.span?;
        Some(partial(start.checked_add(offset.days()).ok()?))
    }

    /// Its year, of a whole date or one that stands alone in the opening; the latter may be that of anything, so that the
    /// weekdays of the heads must fall into it.
    pub fn year(&self, heads: &[DayHead]) -> Option<i16> {
        let fits = |year: &i16| heads.iter().all(|h| falls_into(h, *year));
        self.span
            .map(|(start, _)| start.year())
            .or(self.year.filter(fits))
    }

    /// The first of its days that falls on a weekday, 1 for Monday.
    pub fn on_weekday(&self, weekday: u8) -> Option<Partial> {
        let days = self.days()?.min(14);
        let (start, _) = self.span?;
        let on = |d: &Date| d.weekday().to_monday_one_offset() as u8 == weekday;
        (0..days)
            .filter_map(|n| start.checked_add(n.days()).ok())
            .find(on)
            .map(partial)
    }
}

/// Whether the day of a head has its weekday in a year, as far as both are printed.
fn falls_into(head: &DayHead, year: i16) -> bool {
    let day = head.date.map(|d| Partial {
        year: Some(year),
        ..d.start
    });
    let weekday = day.and_then(|d| d.date()).map(|d| d.weekday());
    let told = weekday.zip(head.weekday);
    told.is_none_or(|(day, told)| day.to_monday_one_offset() as u8 == told)
}

fn whole(span: &DateSpan) -> Option<(Date, Date)> {
    let start = span.start.date()?;
    let end = span.end.map_or(Some(start), |e| e.date())?;
    let days = (end - start).get_days();
    (0..=31).contains(&days).then_some((start, end))
}

fn partial(date: Date) -> Partial {
    Partial {
        year: Some(date.year()),
        month: Some(date.month() as u8),
        day: Some(date.day() as u8),
    }
}
