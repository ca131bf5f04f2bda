//! The normal form of a date, its year settled by a reference where the print leaves it open.

use crate::value::date::{DateSpan, Partial};
use jiff::civil::Date;

/// The normal form of `span`; with a `reference`, a date without a year is the nearest to it that the printed weekday allows.
///
/// A range needs ends of one precision: where they are printed to different ones, both are given to the day on which they begin.
pub(super) fn norm(span: DateSpan, reference: Option<Date>) -> String {
    let (start, end) = match reference {
        Some(reference) if span.start.year.is_none() && span.start.day.is_some() => {
            with_year(span, reference)
        }
        _ => (span.start, span.end),
    };
    match end {
        None => start.to_string(),
        Some(end) if precision(start) == precision(end) => format!("{start}/{end}"),
        Some(end) => format!("{}/{}", first_day(start), first_day(end)),
    }
}

fn precision(date: Partial) -> u8 {
    u8::from(date.month.is_some()) + u8::from(date.day.is_some())
}

fn first_day(date: Partial) -> Partial {
    Partial {
        year: date.year,
        month: date.month.or(Some(1)),
        day: date.day.or(Some(1)),
    }
}

fn with_year(span: DateSpan, reference: Date) -> (Partial, Option<Partial>) {
    let start = near(span.start, span.weekday, reference);
    let end = span.end.map(|end| {
        let turns = i16::from(end.month < start.month);
        let year = start.year.map(|y| y + turns);
        Partial { year, ..end }
    });
    (start, end)
}

fn near(date: Partial, weekday: Option<u8>, reference: Date) -> Partial {
    let year = reference.year();
    let candidates = [year - 1, year, year + 1].map(|year| Partial {
        year: Some(year),
        ..date
    });
    let days = |p: &Partial| {
        let away = p.date().and_then(|d| d.since(reference).ok());
        away.map_or(i32::MAX, |span| span.get_days().abs())
    };
    let fits = |p: &Partial| weekday.is_none() || p.weekday() == weekday;
    let nearest = |fits: &dyn Fn(&Partial) -> bool| {
        candidates
            .iter()
            .copied()
            .filter(|p| p.is_valid() && fits(p))
            .min_by_key(days)
    };
    nearest(&fits)
        .or_else(|| nearest(&|_| true))
        .unwrap_or(date)
}
