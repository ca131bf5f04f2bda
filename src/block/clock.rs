//! What a line that begins with a clock time or is the head of a day looks like, whatever the language.

use super::shape::is_gap;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of};
use nom::combinator::{opt, peek, recognize};
use nom::sequence::pair;

/// Whether a text begins the way a clock time does: `9:00`, `09.30`, `9h30`, `0900-`, `0900 h`, `9-10`, `9 a.m.`.
pub fn starts_like_time(text: &str) -> bool {
    if starts_with_half(text) || is_four_digits(text) {
        return true;
    }
    let hours = take_while_m_n::<_, _, nom::error::Error<&str>>(1, 2, |c: char| c.is_ascii_digit());
    let minutes = take_while_m_n(2, 2, |c: char| c.is_ascii_digit());
    let clock = recognize((hours, one_of(":.hH"), opt(minutes)));
    let compact = recognize((
        take_while_m_n(4, 4, |c: char| c.is_ascii_digit()),
        peek(pair(opt(char(' ')), one_of("-\u{2013}\u{2014}hH"))),
    ));
    let Ok((rest, matched)) = alt((clock, compact)).parse(text) else {
        return false;
    };
    let hour: u32 = matched
        .chars()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .unwrap_or(99);
    let plausible = hour <= 24 || matched.len() == 4;
    let dot_only = matched.ends_with('.') || (matched.ends_with(':'));
    plausible && !dot_only && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// `0930   Ten years of nets`, `0930 Opening`: four digits of a clock that are no year, a gap and a title.
fn is_four_digits(text: &str) -> bool {
    let Some((digits, rest)) = text
        .split_at_checked(4)
        .filter(|(d, _)| d.bytes().all(|b| b.is_ascii_digit()))
    else {
        return false;
    };
    let (hour, minute) = digits.split_at(2);
    let clock = hour < "24" && minute < "60" && minute.ends_with(['0', '5']);
    let year = matches!(hour, "19" | "20");
    let title = rest.trim_start_matches(is_gap);
    let gap = rest.len() - title.len();
    clock && !year && (gap > 1 || gap == 1 && hour < "10") && title.starts_with(char::is_uppercase)
}

/// `9 a.m.`, `12pm`, `10 - 11.30 a.m.`: an hour and the letters of its half of the day, which many languages share.
fn starts_with_half(text: &str) -> bool {
    let Some(rest) = after_hour(text) else {
        return false;
    };
    if is_half(rest) {
        return true;
    }
    let behind = rest
        .trim_start()
        .strip_prefix(['-', '\u{2013}', '\u{2014}']);
    let Some(rest) = behind.and_then(|b| after_hour(b.trim_start())) else {
        return false;
    };
    let minutes = rest.strip_prefix([':', '.']).and_then(after_hour);
    is_half(minutes.unwrap_or(rest))
}

/// What stands behind one or two digits.
fn after_hour(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits).then(|| &text[digits..])
}

/// Whether an am or pm comes next.
fn is_half(text: &str) -> bool {
    let half = text.trim_start_matches(is_gap).as_bytes();
    let letter = half
        .first()
        .is_some_and(|b| matches!(b, b'a' | b'A' | b'p' | b'P'));
    let rest = half.get(1..).unwrap_or_default();
    let rest = rest.strip_prefix(b".").unwrap_or(rest);
    let m = rest.first().is_some_and(|b| matches!(b, b'm' | b'M'));
    letter && m && !rest.get(1).is_some_and(u8::is_ascii_lowercase)
}

/// `Tuesday 5 June`, `Martes, 17 de septiembre`, `Monday, May 10th 2004`: a line that is the head of a day, whatever the
/// language.
pub fn is_dated_head<'t>(text: &'t str) -> bool {
    if !text.starts_with(char::is_uppercase) {
        return false;
    }
    let words = |text: &'t str| {
        let words = text.split([' ', ',', ':']);
        words.filter(|w| !matches!(*w, "" | "de" | "of" | "del"))
    };
    let name = |w: &str| w.len() >= 3 && w.chars().all(|c| c.is_alphabetic() || c == '.');
    let day = |w: &str| {
        let digits = w.bytes().take_while(u8::is_ascii_digit).count();
        let suffix = &w[digits..];
        (1..=2).contains(&digits) && suffix.len() <= 3 && suffix.chars().all(char::is_alphabetic)
    };
    let mut date = words(text);
    let (Some(a), Some(b), Some(c)) = (date.next(), date.next(), date.next()) else {
        return false;
    };
    // Most texts are none by their first words, and are looked through no further.
    if !name(a) || !(day(b) && name(c) || name(b) && day(c)) {
        return false;
    }
    // Where it is may stand behind: `Thursday, 20 January @ Reed House`.
    let place = text
        .find(" @ ")
        .or_else(|| text.find(" (").filter(|_| text.ends_with(')')))
        // What the day is about: `Tuesday, February 14: The nets`.
        .or_else(|| text.find(": ").filter(|_| text[a.len()..].starts_with(',')));
    let text = &text[..place.unwrap_or(text.len())];
    let year = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let mut words = words(text);
    // The date, and no more than a year behind it.
    words.by_ref().take(3).count() == 3 && words.next().is_none_or(year) && words.next().is_none()
}

/// Whether a text begins as a range of times behind a word does: `from 9:30 to 10:00 Opening`. A sentence that a line
/// end broke goes on in small letters behind it.
pub fn starts_like_range(text: &str) -> bool {
    let plain = text.trim_start_matches(['*', '(', '[']);
    let word = plain.bytes().take_while(u8::is_ascii_lowercase).count();
    if !(2..=5).contains(&word) || !plain[word..].starts_with(is_gap) {
        return false;
    }
    let is_dash = |c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}');
    let is_half = |w: &str| w.len() <= 4 && w.to_ascii_lowercase().trim_matches('.').ends_with('m');
    let words = plain[word..].split(|c: char| is_gap(c) || is_dash(c) || c == '*' || c == ',');
    let mut words = words.filter(|w| !w.is_empty()).take(8).peekable();
    let (mut clocks, mut signed) = (0, false);
    while let Some(next) = words.peek() {
        let next = next.trim_end_matches([':', ')', ']']);
        let joins = clocks == 1 && next.len() <= 5 && next.starts_with(char::is_lowercase);
        match clock_token(next) {
            Some(sure) if clocks < 2 => {
                clocks += 1;
                signed |= sure;
            }
            _ if is_half(next) || joins => (),
            _ => break,
        }
        words.next();
    }
    let title = |w: &str| !w.starts_with(char::is_lowercase);
    clocks == 2 && signed && words.next().is_none_or(title)
}

/// Whether a text may begin with a range whose start is a word: `noon to 1:30 p.m.`, `midi - 14h`.
pub fn may_start_at_noon(text: &str) -> bool {
    let small = |w: &str| w.chars().all(char::is_lowercase);
    let dash = |w: &str| matches!(w, "-" | "\u{2013}" | "\u{2014}");
    let mut words = text.split_whitespace();
    words.next().is_some_and(|w| w.len() >= 4 && small(w))
        && words
            .next()
            .is_some_and(|w| dash(w) || w.len() <= 3 && small(w))
        && words
            .next()
            .is_some_and(|w| w.contains([':', 'h', '.']) && clock_token(w).is_some())
}

/// Whether a word is a clock time, and if so, whether a sign says so: `9:30`, `9h`, `0930`, `9`.
fn clock_token(word: &str) -> Option<bool> {
    if word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) {
        let (hour, minute) = word.split_at(2);
        return (hour < "24" && minute < "60" && minute.ends_with(['0', '5'])).then_some(true);
    }
    let sign = word.find(|c: char| !c.is_ascii_digit());
    let (hour, rest) = word.split_at(sign.unwrap_or(word.len()));
    let minute = rest.get(1..).unwrap_or("");
    let fits = match rest.bytes().next() {
        None => true,
        Some(b'h' | b'H') => minute.is_empty() || minute.len() == 2,
        Some(b':' | b'.') => minute.len() == 2,
        Some(_) => false,
    };
    let digits = minute.bytes().all(|b| b.is_ascii_digit());
    (fits && digits && (1..=2).contains(&hour.len())).then_some(sign.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_seen_at_the_start() {
        for text in [
            "9:00",
            "09.30 \u{2013} 10",
            "14h Talk",
            "9h30",
            "0900-1000",
            "12:30pm",
            "0930 Opening",
            "1445   Ten years of nets",
        ] {
            assert!(starts_like_time(text), "{text}");
        }
        for text in ["2015 was", "1.", "1. One", "3.5.2", "45:00", "9", "a"] {
            assert!(!starts_like_time(text), "{text}");
        }
    }

    #[test]
    fn a_word_may_be_the_start_of_a_range() {
        for text in [
            "noon to 1:30 p.m. Lunch",
            "midi - 14h",
            "noon \u{2013} 1:00",
        ] {
            assert!(may_start_at_noon(text), "{text}");
        }
        for text in ["noon", "noon to the end", "of the 9:30", "began in 2015"] {
            assert!(!may_start_at_noon(text), "{text}");
        }
    }

    #[test]
    fn ranges_are_seen_behind_a_word() {
        for text in [
            "from 9:30 to 10:00 Opening",
            "**from 9.30 a.m. to 1 p.m.** Opening",
            "from 9h30\u{2013}10h00",
            "de 9h00 \u{e0} 10h: Opening",
            "from 0900 to 0930 Opening",
        ] {
            assert!(starts_like_range(text), "{text}");
        }
        for text in [
            "from 9:30 to 10:00 and then",
            "at 9:30 Ana opened",
            "from 2012 on 12 March",
            "the 9:30",
            "9:30 to 10:00",
        ] {
            assert!(!starts_like_range(text), "{text}");
        }
    }
}
