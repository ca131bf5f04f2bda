//! Which of day and month a report prints first, as its dates in numbers tell that can be read one way only.

use super::{DateOrder, DateSpan, Partial, dates};
use crate::lexicon::Lang;
use std::cell::OnceCell;

/// More lines with such dates tell nothing new.
const LINES: usize = 200;

/// Month first where a date can only be read so, as `01/28/2008` or `Monday 10/4` in a year in which only 4 October is a
/// Monday, and none only day first; else nothing is told.
pub fn order_of(text: &str, lang: Lang) -> Option<DateOrder> {
    let strokes = memchr::memchr_iter(b'/', text.as_bytes());
    let mut line_end = 0;
    let mut month_first = false;
    let mut lines = 0;
    let year = OnceCell::new();
    let year = || *year.get_or_init(|| first_year(text));
    for stroke in strokes {
        let number = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
        let bytes = text.as_bytes();
        let between = number(stroke.checked_sub(1).map(|i| bytes[i]))
            && number(bytes.get(stroke + 1).copied());
        if stroke < line_end || !between {
            continue;
        }
        let start = text[..stroke].rfind('\n').map_or(0, |i| i + 1);
        line_end = text[stroke..].find('\n').map_or(text.len(), |i| stroke + i);
        for (_, span) in dates(&text[start..line_end], lang, DateOrder::Dmy) {
            match span.order.or_else(|| by_weekday(&span, year)) {
                Some(DateOrder::Dmy) => return None,
                Some(DateOrder::Mdy) => month_first = true,
                None => {}
            }
        }
        lines += 1;
        if lines > LINES {
            break;
        }
    }
    month_first.then_some(DateOrder::Mdy)
}

/// The order in which a date of two readings and no year falls on the weekday printed with it, where only one does, in
/// the year of the text's head.
fn by_weekday(span: &DateSpan, unsaid: impl Fn() -> Option<i16>) -> Option<DateOrder> {
    let (other, weekday) = (span.alternative?, span.weekday?);
    let falls = |date: Partial| {
        let year = date.year.or_else(&unsaid);
        Partial { year, ..date }.weekday().map(|day| day == weekday)
    };
    match (falls(span.start)?, falls(other)?) {
        (true, false) => Some(DateOrder::Dmy),
        (false, true) => Some(DateOrder::Mdy),
        _ => None,
    }
}

/// The first number of four digits that may be a year of a meeting.
fn first_year(text: &str) -> Option<i16> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let of_four = words.filter(|w| w.len() == 4);
    of_four
        .filter_map(|w| w.parse().ok())
        .find(|year| (1900..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_tells_the_order() {
        let order = |t| order_of(t, Lang::En);
        // 4 October 1999 was a Monday, 10 April a Saturday.
        assert_eq!(
            order("Notes of October 1, 1999.\nSend it on Monday 10/4."),
            Some(DateOrder::Mdy)
        );
        assert_eq!(order("Send it on Monday 10/4/1999."), Some(DateOrder::Mdy));
        assert_eq!(order("Send it on Monday 4/10/1999."), None);
        assert_eq!(
            order("Send it on Monday 4/10/1999, not by Monday 10/4/1999."),
            None
        );
        assert_eq!(order("Send it on Monday 10/4."), None, "no year is known");
    }

    #[test]
    fn a_date_that_reads_one_way_tells_the_others() {
        let order = |t| order_of(t, Lang::En);
        assert_eq!(
            order("Met on 02/11/08.\nMinutes of 01/28/08 approved."),
            Some(DateOrder::Mdy)
        );
        assert_eq!(
            order("Met on 02/11/08.\nMinutes of 28/01/08 approved."),
            None
        );
        assert_eq!(order("Met on 02/11/08 and/or later"), None);
        assert_eq!(order("01/28/08 and 28/01/08"), None);
    }
}
