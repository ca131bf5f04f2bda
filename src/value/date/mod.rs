//! Dates and ranges of them, as far as they are printed.

mod head;
mod numeric;
mod order;
mod range;
mod scan;
mod side;
mod words;

pub use head::day_head;
pub use order::order_of;
use range::found;
pub use scan::dates;
pub use words::in_words;

use crate::lexicon::Lang;
use jiff::civil::Date;
use std::fmt;

/// A date as far as it is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Partial {
    /// The year.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl Partial {
    /// Whether the calendar has such a date; one without a year may be of a leap year.
    pub fn is_valid(self) -> bool {
        let month = self.month.unwrap_or(1);
        let day = self.day.unwrap_or(1);
        civil(self.year.unwrap_or(2000), month, day).is_some()
    }

    /// The date where year, month and day are all there.
    pub fn date(self) -> Option<Date> {
        civil(self.year?, self.month?, self.day?)
    }

    /// The weekday of a full date, 1 for Monday.
    pub fn weekday(self) -> Option<u8> {
        Some(self.date()?.weekday().to_monday_one_offset() as u8)
    }

    /// The same with day and month exchanged.
    fn swapped(self) -> Partial {
        Partial {
            year: self.year,
            month: self.day,
            day: self.month,
        }
    }

    /// Whether `next` is the day, or the month, after this one.
    fn is_followed_by(self, next: Partial) -> bool {
        match (self.day, next.day) {
            (Some(a), Some(b)) if self.month == next.month => self.year == next.year && b == a + 1,
            (Some(_), Some(b)) => {
                let full = |p: Partial| civil(p.year.unwrap_or(2000), p.month?, p.day?);
                let tomorrow = full(self).and_then(|d| d.tomorrow().ok());
                b == 1 && tomorrow.is_some() && tomorrow == full(next)
            }
            (None, None) => {
                self.year == next.year
                    && self.month.zip(next.month).is_some_and(|(a, b)| b == a + 1)
            }
            _ => false,
        }
    }
}

fn civil(year: i16, month: u8, day: u8) -> Option<Date> {
    let small = |n: u8| i8::try_from(n).ok();
    Date::new(year, small(month)?, small(day)?).ok()
}

impl fmt::Display for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(y) => write!(f, "{y:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(m) = self.month {
            write!(f, "-{m:02}")?;
        }
        if let Some(d) = self.day {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}

/// A date or a range of two as printed, each end completed from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateSpan {
    /// The start.
    pub start: Partial,
    /// The end of a range; a decade is one.
    pub end: Option<Partial>,
    /// The weekday printed with the start, 1 for Monday.
    pub weekday: Option<u8>,
    /// The weekday printed with the end.
    pub end_weekday: Option<u8>,
    /// Whether the start's numbers can be read two ways: 09/01/2017.
    pub ambiguous: bool,
    /// The start's other reading.
    pub alternative: Option<Partial>,
    /// The order that the start's numbers can only have: 22/01/2017, or with a weekday that fits one of two.
    pub order: Option<DateOrder>,
}

impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, "/{end}"))
    }
}

/// How numbers are read that can be a day and month or a month and day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// Day first.
    #[default]
    Dmy,
    /// Month first.
    Mdy,
}

impl DateOrder {
    /// The other one.
    pub fn other(self) -> DateOrder {
        match self {
            DateOrder::Dmy => DateOrder::Mdy,
            DateOrder::Mdy => DateOrder::Dmy,
        }
    }
}

/// The date, range or list of dates that `text` begins with, and its length in bytes; a list is given as the range from its first to its last.
///
/// A bare year is one here; a bare number is none.
pub fn date_at(text: &str, lang: Lang, order: DateOrder) -> Option<(usize, DateSpan)> {
    let found = found(lang.lexicon(), order, text)?;
    let (last_range, last) = found.spans.last()?;
    let (_, mut span) = found.spans.first()?.clone();
    if found.spans.len() > 1 {
        span.end = Some(last.end.unwrap_or(last.start));
        span.end_weekday = last.end_weekday.or(last.weekday);
    }
    Some((last_range.end, span))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<String> {
        date_at(text, Lang::En, DateOrder::Dmy)
            .map(|(len, span)| format!("{span}|{}", &text[len..]))
    }

    #[test]
    fn dates_at_the_start_of_a_line() {
        let cases = [
            ("15 Oct. '23 in Turin", "2023-10-15| in Turin"),
            ("October 15–16, 2023", "2023-10-15/2023-10-16|"),
            ("Monday 4 to Friday 8 June 2018", "2018-06-04/2018-06-08|"),
            ("30 December - 2 January 2019", "2018-12-30/2019-01-02|"),
            ("15–16.10.2023: Welcome", "2023-10-15/2023-10-16|: Welcome"),
            (
                "Monday and Tuesday, 4-5 June 2018",
                "2018-06-04/2018-06-05|",
            ),
            ("2023-10-15T09:00", "2023-10-15|T09:00"),
            ("Mon 4/6 Arrival", "--06-04| Arrival"),
            ("12, 13 and 14 May 2015", "2015-05-12/2015-05-14|"),
        ];
        for (text, want) in cases {
            assert_eq!(at(text).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_webinar_begins_no_range() {
        let told = |text: &str| -> Vec<String> {
            let found = dates(text, Lang::En, DateOrder::Dmy);
            found.iter().map(|(_, span)| span.to_string()).collect()
        };
        assert_eq!(
            told("Pond Series, webinar 4 \u{2014} 23 June 2031"),
            ["2031-06-23"]
        );
        assert_eq!(
            told("The workshop, 4 \u{2014} 6 June 2031"),
            ["2031-06-04/2031-06-06"]
        );
        assert_eq!(
            told("Pond workshop 4 \u{2013} 6 June 2031"),
            ["2031-06-04/2031-06-06"]
        );
    }

    #[test]
    fn numbers_that_are_no_date() {
        for text in [
            "",
            "15",
            "15-16 participants",
            "31.02.2019",
            "4.1.2 Scope",
            "10 may attend",
            "12/13",
            "Monday",
            "March",
        ] {
            assert_eq!(at(text), None, "{text}");
        }
    }

    #[test]
    fn two_readings_and_what_settles_them() {
        let span = |text| {
            date_at(text, Lang::En, DateOrder::Dmy)
                .map(|(_, s)| s)
                .expect(text)
        };
        let open = span("09/01/2017");
        assert!(open.ambiguous);
        assert_eq!(
            open.alternative.map(|p| p.to_string()),
            Some("2017-09-01".into())
        );
        assert_eq!(span("Friday 09/01/2017").start.to_string(), "2017-09-01");
        assert!(!span("09/01/2017 - 13/01/2017").ambiguous);
        assert!(!span("22/01/2017").ambiguous);
        assert_eq!(
            (span("22/01/2017").order, span("01/22/2017").order),
            (Some(DateOrder::Dmy), Some(DateOrder::Mdy))
        );
        assert_eq!((open.order, span("2017-01-09").order), (None, None));
    }

    #[test]
    fn weekdays_are_kept_even_where_they_are_wrong() {
        let span = date_at("Tuesday 4 - Friday 8 June 2018", Lang::En, DateOrder::Dmy)
            .expect("a range")
            .1;
        assert_eq!(
            (span.weekday, span.start.weekday(), span.end_weekday),
            (Some(2), Some(1), Some(5))
        );
    }
}
