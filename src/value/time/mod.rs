//! Clock times, ranges of them and durations, as programmes print them.
//!
//! A time's print often leaves the half of the day open. [`time_at`] says what the print alone decides and marks what it leaves open;
//! [`Day`] settles the rest by the order of a day's rows.

mod day;
mod duration;
mod point;
mod range;

pub use day::Day;
pub(in crate::value) use duration::duration;
pub use duration::{duration_at, may_have_duration};
pub(in crate::value) use point::{Form, Half, Point};
pub(in crate::value) use range::{Found, Lead, span};

use crate::lexicon::Lang;
use crate::value::atoms::{closed, closes, opening};
use std::fmt;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl Clock {
    /// Minutes after midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.hour) * 60 + u32::from(self.minute)
    }

    /// The clock so many minutes after a midnight.
    pub fn from_minutes(minutes: u32) -> Clock {
        Clock {
            hour: (minutes / 60 % 24) as u8,
            minute: (minutes % 60) as u8,
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// A clock time or a range of two as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeSpan {
    /// The start, as far as the text alone decides.
    pub start: Clock,
    /// The end, likewise.
    pub end: Option<Clock>,
    /// Whether the print leaves nothing open about the start: an am or pm on either end, a clock of 24 hours, noon.
    pub start_marked: bool,
    /// Whether it leaves nothing open about the end.
    pub end_marked: bool,
    /// Whether an hour is printed by a clock of 24 hours.
    pub clock24: bool,
    /// Whether an am is printed on an hour that only the afternoon has: `11:00-15:50 am`.
    pub impossible_meridiem: bool,
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, "/{end}"))
    }
}

/// The clock time or range that `text` begins with, where the layout says that one may stand, and its length in bytes, brackets
/// around it included.
///
/// A bare number is none, nor is `1h30`, which is a duration; `9.30`, `0930` and `14h` are times here and need more evidence in running text.
pub fn time_at(text: &str, lang: Lang) -> Option<(usize, TimeSpan)> {
    let (i, closing) = opening(text);
    let (rest, found) = span(lang.lexicon(), i).ok()?;
    let fits = match found.end {
        Some(end) => range_may_stand(&found, end, rest),
        None => time_may_stand(&found, rest),
    };
    let rest = closed(rest, closing)?;
    fits.then_some((text.len() - rest.len(), found.span))
}

/// Whether a lone time may be one where the layout expects one; `rest` is what follows it.
fn time_may_stand(found: &Found, rest: &str) -> bool {
    let p = found.start;
    match p.form {
        Form::Bare | Form::Word | Form::Digits => false,
        Form::Compact => {
            p.minute.is_multiple_of(5) && !p.is_year() && (p.hour < 10 || !goes_on(rest))
        }
        Form::Stamped => true,
        Form::Hour => p.half != Half::Open,
        Form::Dotted => p.minute.is_multiple_of(5) && !rest.trim_start().starts_with('%'),
        Form::Words | Form::Spoken => closes(rest),
        Form::Sure if p.letter => p.half != Half::Open,
        Form::Sure => !p.is_name || !goes_on_small(rest),
    }
}

/// The same of a range.
fn range_may_stand(found: &Found, end: Point, rest: &str) -> bool {
    let start = found.start;
    if start.form == Form::Compact && end.form == Form::Compact {
        return !(start.is_year() && end.is_year()) && (start.hour < 10 || !goes_on_small(rest));
    }
    let numbered = start.form == Form::Bare && !found.tight && found.lead == Lead::None;
    if numbered && start.half == Half::Open && end.half == Half::Open {
        // `3 - 9:00` is the third item at nine; who prints `9:30` after a bare hour means half past.
        let wait = found.span.end.map_or(0, |e| {
            e.minutes().saturating_sub(found.span.start.minutes())
        });
        return end.minute != 0 && wait <= 5 * 60;
    }
    true
}

/// Whether the line goes on with words after one blank.
pub(in crate::value) fn goes_on(rest: &str) -> bool {
    let next = rest.strip_prefix([' ', '\u{a0}']);
    next.is_some_and(|r| r.starts_with(char::is_alphanumeric))
}

/// Whether it goes on with a word in small letters.
pub(in crate::value) fn goes_on_small(rest: &str) -> bool {
    let next = rest.strip_prefix([' ', '\u{a0}']);
    next.is_some_and(|r| r.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<(usize, String)> {
        time_at(text, Lang::En).map(|(len, span)| (len, span.to_string()))
    }

    #[test]
    fn the_rest_of_the_line_is_left() {
        assert_eq!(
            at("9.30-10.15: Title (A. Name)"),
            Some((10, "09:30/10:15".into()))
        );
        assert_eq!(
            at("8:30 – 9:00 CET  Coffee"),
            Some((17, "08:30/09:00".into()))
        );
        assert_eq!(
            at("9:00 – 10 years of the network"),
            Some((4, "09:00".into()))
        );
        assert_eq!(at("9:00 Morning tea"), Some((4, "09:00".into())));
        assert_eq!(
            at("[15 h - 15 h 15] Pause"),
            Some((16, "15:00/15:15".into()))
        );
        assert_eq!(at("(9:00-9:30) Tea"), Some((11, "09:00/09:30".into())));
        assert_eq!(at("(9:00-9:30, Hall B)"), None);
        assert_eq!(at("9:10 - 9:40a Tea"), Some((12, "09:10/09:40".into())));
        assert_eq!(at("11:30a - 1:30p"), Some((14, "11:30/13:30".into())));
        assert_eq!(at("8:30a.m. Tea"), Some((8, "08:30".into())));
        assert_eq!(at("9:00-9:30Tea"), Some((9, "09:00/09:30".into())));
    }

    #[test]
    fn marks_and_impossible_marks() {
        let span = |text| time_at(text, Lang::En).map(|(_, s)| s).expect(text);
        let odd = span("11:00-15:50 am");
        assert!(odd.impossible_meridiem && odd.start_marked && odd.end_marked);
        let open = span("12:30 - 1:30");
        assert!(!open.start_marked && !open.end_marked && !open.impossible_meridiem);
        assert_eq!(open.to_string(), "12:30/13:30");
        assert!(
            span("9-9.30 am").start_marked && span("14h").start_marked && span("noon").start_marked
        );
        assert!(!span("9:00").start_marked && span("9:00 – 13:00").start_marked);
    }

    #[test]
    fn any_text_is_taken_without_panic() {
        for text in [
            "",
            "9:",
            "9:0",
            "24:30",
            "99:99",
            "é9:00",
            "9:00é",
            "9 –",
            "from",
            "half past",
            "1234567890",
            "9:00-\u{301}",
        ] {
            let _ = at(text);
        }
        assert_eq!(at("24:00").map(|(_, s)| s), Some("00:00".into()));
    }
}
