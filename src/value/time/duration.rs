//! Durations: `20’`, `(15 min)`, `1h30`, `1 hour 15 min`, `half an hour`.

use crate::lexicon::{Lang, Lexicon, List};
use crate::value::atoms::{
    Parsed, blanks, closed, digits, fail, is_edge, one_of, opening, phrase, some_blanks, spelled,
    symbol, then_phrase, when,
};

/// The duration in whole minutes that `text` begins with, round or square brackets around it included, and its length in bytes.
pub fn duration_at(text: &str, lang: Lang) -> Option<(usize, u32)> {
    let lex = lang.lexicon();
    let (i, closing) = opening(text);
    let (rest, minutes) = duration(lex, i).ok()?;
    let rest = closed(rest, closing)?;
    is_edge(rest).then_some((text.len() - rest.len(), minutes))
}

/// False where no duration stands anywhere in a text: no digit, no stroke of minutes, no word for hours or minutes.
pub fn may_have_duration(text: &str, lang: Lang) -> bool {
    let units = [List::DurationHour, List::DurationMinute];
    let has = |list| lang.lexicon().list(list).found_in(text);
    let marked = |c: char| c.is_ascii_digit() || STROKES.contains(c);
    text.contains(marked) || units.into_iter().any(has)
}

/// The strokes that stand for minutes behind a number.
const STROKES: &str = "'\u{2019}\u{2032}\u{b4}";

/// A duration without brackets.
pub(in crate::value) fn duration<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u32> {
    let (i, minutes) = hour_letter(i)
        .or_else(|_| hours(lex, i))
        .or_else(|_| minutes(lex, i))?;
    when(i, (1..=24 * 60).contains(&minutes), minutes)
}

/// `1h30`, `1h 30m`, `2h05 min`.
fn hour_letter(i: &str) -> Parsed<'_, u32> {
    let (i, (hours, _)) = digits(i, 1..=2)?;
    let (i, _) = blanks(i)?;
    let (i, ()) = symbol("h", i)?;
    let (i, _) = blanks(i)?;
    let (i, (minutes, _)) = digits(i, 1..=2)?;
    let unit = blanks(i).and_then(|(i, _)| {
        symbol("min", i)
            .or_else(|_| symbol("mn", i))
            .or_else(|_| symbol("m", i))
    });
    let i = unit
        .ok()
        .filter(|(rest, ())| is_edge(rest))
        .map_or(i, |(i, ())| i);
    when(i, minutes < 60 && is_edge(i), hours * 60 + minutes)
}

/// `1 hour 15 min`, `1.5 hours`, `an hour and a half`, `half an hour`.
fn hours<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u32> {
    let (i, mut minutes) = match phrase(lex, List::DurationHalf, i) {
        Ok((i, ())) => (i, 30),
        Err(_) => {
            let (i, tenths) = amount(lex, i)?;
            (i, tenths * 6)
        }
    };
    let (i, ()) = unit(lex, List::DurationHour, i)?;
    if let Ok((i, ())) = then_phrase(lex, List::DurationAndHalf, i) {
        return Ok((i, minutes + 30));
    }
    let more = |i: &'t str| -> Parsed<'t, u32> {
        let (i, _) = one_of(",", i).unwrap_or((i, ','));
        let i = then_phrase(lex, List::RangeAnd, i).map_or(i, |(i, ())| i);
        let (i, _) = some_blanks(i)?;
        self::minutes(lex, i)
    };
    if let Ok((i, m)) = more(i) {
        minutes += m;
        return Ok((i, minutes));
    }
    Ok((i, minutes))
}

/// `20’`, `15 min`, `45-minute`, `five minutes`.
fn minutes<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u32> {
    let (i, tenths) = amount(lex, i)?;
    let mark = one_of(STROKES, i).ok().filter(|(rest, _)| is_edge(rest));
    if let Some((i, _)) = mark {
        return Ok((i, tenths / 10));
    }
    let (i, ()) = unit(lex, List::DurationMinute, i)?;
    Ok((i, tenths / 10))
}

fn unit<'t>(lex: &Lexicon, list: List, i: &'t str) -> Parsed<'t, ()> {
    let (i, _) = blanks(i)?;
    let (i, _) = one_of("-\u{2011}", i).unwrap_or((i, '-'));
    phrase(lex, list, i)
}

/// A number in tenths: `90`, `1.5`, `1½`, `two`, `an`, `one and a half`.
fn amount<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u32> {
    if let Ok((i, (whole, _))) = digits(i, 1..=3) {
        let point = one_of(".,", i).and_then(|(i, _)| digits(i, 1..=1));
        if let Ok((i, (tenths, _))) = point {
            return Ok((i, whole * 10 + tenths));
        }
        let half = one_of("\u{bd}", i).map_or((i, 0), |(i, _)| (i, 5));
        return Ok((half.0, whole * 10 + half.1));
    }
    if let Ok((i, ())) = phrase(lex, List::DurationOne, i) {
        return Ok((i, 10));
    }
    let (i, n) = spelled(lex, i)?;
    if n == 0 {
        return fail(i);
    }
    match then_phrase(lex, List::DurationAndHalf, i) {
        Ok((i, ())) => Ok((i, u32::from(n) * 10 + 5)),
        Err(_) => Ok((i, u32::from(n) * 10)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_programmes_print_them() {
        let cases = [
            ("20’", 20),
            ("(15 min)", 15),
            ("[45']", 45),
            ("1h30", 90),
            ("1h 30 min", 90),
            ("45 minutes", 45),
            ("1 hour 15 min", 75),
            ("1 hour and 15 minutes", 75),
            ("1.5 hours", 90),
            ("2½ hrs", 150),
            ("half an hour", 30),
            ("an hour and a half", 90),
            ("one and a half hours", 90),
            ("five mins", 5),
            ("45-minute", 45),
            ("2 h", 120),
        ];
        for (text, minutes) in cases {
            assert_eq!(
                duration_at(text, Lang::En),
                Some((text.len(), minutes)),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_duration() {
        for text in [
            "20",
            "20 participants",
            "(15",
            "1h75",
            "9:00",
            "'90s",
            "0 min",
            "15 minutest",
            "",
        ] {
            assert_eq!(duration_at(text, Lang::En), None, "{text}");
        }
    }
}
