//! Clock times and dates in running text, with one normal form for both.

mod cell;
mod dated;
mod timed;

use crate::lexicon::Lang;
use crate::value::date::{DateOrder, date_at, dates};
use crate::value::time::time_at;
use jiff::civil::Date;
use serde::Serialize;
use std::ops::Range;

/// A clock time, a date or a range of either, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// `HH:MM`, `YYYY-MM-DD`, coarser where less is printed, `--MM-DD` without a year; the ends of a range parted by `/`.
    pub norm: String,
}

/// What settles that which a text leaves open.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// A date near to which the dates without a year are taken to be.
    pub reference: Option<Date>,
    /// How numbers are read that can be a day and month or a month and day.
    pub order: DateOrder,
    /// The language.
    pub lang: Lang,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            reference: None,
            order: DateOrder::Dmy,
            lang: Lang::En,
        }
    }
}

/// A reading as it is written out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhenReading {
    /// Where it starts, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// The text it was read from.
    pub text: String,
    /// See [`When::norm`].
    pub norm: String,
}

/// Longer texts are no cell that is nothing but a time or a date.
const LONGEST_CELL: usize = 200;

/// All times and dates of `text`, in order. A text that is nothing but one, as a cell may be, needs no more evidence.
pub fn read(text: &str, settings: &Settings) -> Vec<When> {
    let mut dates = dates(text, settings.lang, settings.order);
    let mut times = timed::times(text, settings.lang, &dates);
    if dates.is_empty() && times.is_empty() {
        let cell = text.trim();
        if text.len() > LONGEST_CELL || !cell::may_be(cell, settings.lang) {
            return Vec::new();
        }
        let start = text.len() - text.trim_start().len();
        let whole = start..start + cell.len();
        if let Some((len, time)) = time_at(cell, settings.lang) {
            times.extend((len == cell.len()).then_some((whole, time)));
        } else if let Some((len, date)) = date_at(cell, settings.lang, settings.order) {
            dates.extend((len == cell.len()).then_some((whole, date)));
        }
    }
    let dates = dates.into_iter().map(|(span, date)| When {
        span,
        norm: dated::norm(date, settings.reference),
    });
    let times = times.into_iter().map(|(span, time)| When {
        span,
        norm: time.to_string(),
    });
    let mut all: Vec<When> = dates.chain(times).collect();
    all.sort_by_key(|w| w.span.start);
    all
}

/// All times and dates of `text`, in order, as they are written out.
pub fn readings(text: &str, settings: &Settings) -> Vec<WhenReading> {
    let found = read(text, settings);
    if found.is_empty() {
        return Vec::new();
    }
    let (mut byte, mut point) = (0, 0);
    let mut points = |to: usize| {
        point += text[byte..to].chars().count();
        byte = to;
        point
    };
    let reading = |w: When| WhenReading {
        start: points(w.span.start),
        end: points(w.span.end),
        text: text[w.span].to_string(),
        norm: w.norm,
    };
    found.into_iter().map(reading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norms(text: &str, settings: &Settings) -> Vec<String> {
        read(text, settings).into_iter().map(|w| w.norm).collect()
    }

    #[test]
    fn places_are_code_points() {
        let all = readings("Café at 9:30 – noon, 4 June 2018", &Settings::default());
        let found: Vec<_> = all
            .iter()
            .map(|r| (r.start, r.end, r.text.as_str(), r.norm.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                (8, 19, "9:30 – noon", "09:30/12:00"),
                (21, 32, "4 June 2018", "2018-06-04")
            ]
        );
    }

    #[test]
    fn the_reference_gives_the_year() {
        let date = Date::new(2018, 1, 10).expect("a date");
        let settings = Settings {
            reference: Some(date),
            ..Settings::default()
        };
        assert_eq!(norms("on 20 December", &settings), ["2017-12-20"]);
        assert_eq!(
            norms("on 30 December - 2 January", &settings),
            ["2017-12-30/2018-01-02"]
        );
        assert_eq!(norms("on Monday 4 June", &settings), ["2018-06-04"]);
        assert_eq!(norms("on Tuesday 4 June", &settings), ["2019-06-04"]);
    }
}
