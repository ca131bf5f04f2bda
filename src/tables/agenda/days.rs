//! Lines that say which day follows: `Day 2`, `Monday 4 June`, `Day 1 - Monday, 4 June 2018: the networks`.

use super::slot::DayHead;
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::value::date::{DateSpan, Partial, date_at, day_head};

/// A head is no longer than this; what stands behind the date may title the day.
const LONGEST: usize = 120;

/// Reads a line as the head of a day.
pub(super) fn day_line(flow: &Flow, who: &Who) -> Option<DayHead> {
    let text = flow.as_str();
    if text.len() > LONGEST || text.ends_with('.') {
        return None;
    }
    let mut lead = text.len() - text.trim_start_matches(['(', '[', ' ', '=']).len();
    let at = read(&text[lead..], who).or_else(|| {
        lead = behind_session(text, who)?;
        read(&text[lead..], who).filter(|at| at.head.date.is_some())
    })?;
    let mut head = at.head;
    head.spans = flow.spans(lead..lead + at.len);
    Some(head)
}

/// Where the words behind a numbered session's label begin: `Session 2B: Friday, 6 March afternoon`.
fn behind_session(text: &str, who: &Who) -> Option<usize> {
    let (label, rest) = text.split_once(": ")?;
    let len = who.lexicon.list(List::SessionLabel).starts(label)?;
    let number = label[len..].trim();
    let short =
        (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_alphanumeric());
    short.then(|| text.len() - rest.trim_start().len())
}

/// The day that a heading over a programme names among its words: `Programme for Day 1: Tuesday, 25 April`.
pub(super) fn in_heading(flow: &Flow, who: &Who) -> Option<DayHead> {
    let text = flow.as_str();
    if text.len() > LONGEST {
        return None;
    }
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let words = text.match_indices(' ').map(|(i, _)| i + 1);
    let starts = std::iter::once(0).chain(words).filter(|_| digits);
    let mut heads = starts.filter_map(|at| {
        let from = at + text[at..].len() - text[at..].trim_start_matches(['(', '[']).len();
        let found = read(&text[from..], who)?;
        let mut head = found.head;
        head.spans = flow.spans(from..from + found.len);
        (head.number.is_some() || head.date.is_some()).then_some(head)
    });
    heads.next()
}

/// A day and a month in digits and nothing else, `14.09`, which a time is as well: only its place tells.
pub(super) fn day_and_month(flow: &Flow) -> Option<DayHead> {
    let (day, month) = flow.as_str().trim_end_matches('.').split_once(['.', '/'])?;
    let number = |t: &str, most: u8| {
        let digits = (1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
        let value = t.parse::<u8>().ok().filter(|_| digits);
        value.filter(|n| (1..=most).contains(n))
    };
    let start = Partial {
        year: None,
        month: Some(number(month, 12)?),
        day: Some(number(day, 31)?),
    };
    let date = DateSpan {
        start,
        end: None,
        weekday: None,
        end_weekday: None,
        ambiguous: false,
        alternative: None,
        order: None,
    };
    Some(DayHead {
        date: Some(date),
        spans: flow.spans(0..flow.len()),
        ..DayHead::default()
    })
}

/// A head and the bytes that say it.
pub(super) struct At {
    pub head: DayHead,
    pub len: usize,
}

/// The head of a day that a text begins with; behind it stands nothing, or a sign and then anything short.
pub(super) fn read(text: &str, who: &Who) -> Option<At> {
    let mut head = DayHead::default();
    let mut len = 0;
    if let Some((end, number)) = day_head(text, who.lang) {
        head.number = Some(number);
        len = end;
    }
    let gap = |at: usize| {
        at + text[at..].len()
            - text[at..]
                .trim_start_matches([
                    ' ', ',', ':', '-', '\u{2013}', '\u{2014}', '(', '|', '/', '.',
                ])
                .len()
    };
    let at = gap(len.max(day_of(text, who)));
    if let Some((end, span)) = date(&text[at..], who) {
        head.weekday = span.weekday;
        head.date = Some(span);
        len = at + end;
    } else if let Some((end, weekday)) = who.lexicon.map(Map::Weekday).starts(&text[at..]) {
        let day = at + end + bare_day(&text[at + end..]);
        if head.number.is_none() && !parted(&text[day..]) {
            return None;
        }
        head.weekday = Some(weekday as u8);
        len = day;
    }
    if len == 0 {
        return None;
    }
    if head.number.is_none() {
        // `Monday 4 June (Day 1)`
        let behind = gap(len);
        if let Some((end, number)) = day_head(&text[behind..], who.lang) {
            head.number = Some(number);
            len = behind + end;
        }
    }
    let rest = &text[len..];
    let ends = parted(rest)
        || head.number.is_some() && head.date.is_some()
        || head.date.is_some() && is_part_of_day(rest, who);
    ends.then_some(At { head, len })
}

/// Bytes of the words for a day before its date: `Journée du 8 mars`, `Jornada del 8 de marzo`.
fn day_of(text: &str, who: &Who) -> usize {
    let len = who.lexicon.list(List::DateDay).starts(text);
    let of = |len: usize| {
        let rest = text[len..].strip_prefix(' ')?;
        let of = who.lexicon.list(List::DateOf).starts(rest)?;
        Some(len + 1 + of)
    };
    len.and_then(of).unwrap_or(0)
}

/// Whether a morning or the like is all that stands behind a date: `Friday 6 March afternoon`.
fn is_part_of_day(rest: &str, who: &Who) -> bool {
    let words = rest.trim_matches([' ', ':', ',', '.']);
    who.lexicon.map(Map::PartOfDay).get(words).is_some()
}

/// Bytes of the day of a month alone behind a weekday: `Monday 11`, `Tue 12th`.
fn bare_day(rest: &str) -> usize {
    let body = rest.trim_start_matches(['.', ',', ' ']);
    let len = body.bytes().take_while(u8::is_ascii_digit).count();
    let day = body[..len]
        .parse::<u8>()
        .is_ok_and(|d| (1..=31).contains(&d));
    let behind = &body[len..];
    let suffix = ["st", "nd", "rd", "th"];
    let suffix = suffix.iter().find(|s| behind.starts_with(**s));
    let end = rest.len() - behind.len() + suffix.map_or(0, |s| s.len());
    let whole = rest[end..].trim().is_empty();
    if day && rest.starts_with([' ', '.', ',']) && whole {
        end
    } else {
        0
    }
}

/// The head of a day that a text begins with, whatever follows: a time comes behind it.
pub(super) fn read_before_time(text: &str, who: &Who) -> Option<At> {
    if let Some((len, span)) = date(text, who) {
        let head = DayHead {
            weekday: span.weekday,
            date: Some(span),
            ..DayHead::default()
        };
        return Some(At { head, len });
    }
    if let Some((len, weekday)) = who.lexicon.map(Map::Weekday).starts(text) {
        let head = DayHead {
            weekday: Some(weekday as u8),
            ..DayHead::default()
        };
        return Some(At { head, len });
    }
    let (len, number) = day_head(text, who.lang)?;
    let head = DayHead {
        number: Some(number),
        ..DayHead::default()
    };
    Some(At { head, len })
}

/// One day with its day and month; a range is the event's, not a day's.
pub(super) fn date(text: &str, who: &Who) -> Option<(usize, DateSpan)> {
    let (len, span) = date_at(text, who.lang, who.order)?;
    let whole = span.start.day.is_some() && span.start.month.is_some() && span.end.is_none();
    whole.then_some((len, span))
}

/// Whether a head ends here: nothing follows, or a sign before the words.
fn parted(rest: &str) -> bool {
    let trimmed = rest.trim_start();
    let Some(first) = trimmed.chars().next() else {
        return true;
    };
    matches!(
        first,
        ':' | ',' | '-' | '\u{2013}' | '\u{2014}' | '(' | ')' | '|' | ']' | '/' | '=' | '@'
    ) || trimmed == "."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;
    use crate::value::person::Known;

    fn told(text: &str) -> Option<String> {
        let who = Who::new(Lang::En, Known::default());
        let h = read(text, &who)?.head;
        let number = h.number.map_or(String::new(), |n| n.to_string());
        let date = h.date.map_or(String::new(), |d| d.start.to_string());
        Some(format!(
            "{number}|{date}|{}",
            h.weekday.map_or(String::new(), |w| w.to_string())
        ))
    }

    #[test]
    fn heads_are_read_in_any_order() {
        for (text, expected) in [
            ("Day 2", "2||"),
            ("Day 1, Monday 4 June", "1|--06-04|1"),
            ("DAY 2: Tuesday, 5 June 2018", "2|2018-06-05|2"),
            ("Monday 27 February 2012", "|2012-02-27|1"),
            ("Monday", "||1"),
            ("Monday 4 June (Day 1)", "1|--06-04|1"),
            ("Day 3 \u{2013} the field", "3||"),
            ("14 June 2022: Networks", "|2022-06-14|"),
            ("Monday 11", "||1"),
            ("Tue, 12th", "||2"),
            ("Friday 6 March afternoon", "|--03-06|5"),
        ] {
            assert_eq!(told(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "14-15 June 2022",
            "Monday was cold",
            "Days of rain",
            "2014",
            "9:00 Opening",
            "Monday 11:00",
            "Monday 45",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
        let who = Who::new(Lang::Fr, Known::default());
        let head = read("Journée du 6 juin 2031 (15h - 19h)", &who);
        let date = head.and_then(|h| h.head.date);
        assert_eq!(date.map(|d| d.start.to_string()), Some("2031-06-06".into()));
    }
}
