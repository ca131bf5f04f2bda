//! Dates in words, as the first sentence of an act prints them: `doce de mayo de dos mil nueve`.

use super::Partial;
use crate::lexicon::{Lang, List, Map};
use crate::value::number;
use std::ops::Range;

/// A day in words has no more words, a year no more than this.
const DAY: usize = 3;
const YEAR: usize = 6;

/// The first date of a text whose day is in words, and the year mostly; others are read by [`super::dates`].
pub fn in_words(text: &str, lang: Lang) -> Option<(Range<usize>, Partial)> {
    let lex = lang.lexicon();
    let words: Vec<Range<usize>> = words(text);
    let months = words.iter().enumerate().filter_map(|(i, w)| {
        let month = lex.map(Map::Month).get(&text[w.clone()])?;
        Some((i, month as u8))
    });
    for (at, month) in months {
        let of = |i: usize| {
            let word = words.get(i).map(|w| &text[w.clone()]);
            word.is_some_and(|w| lex.list(List::DateOf).is(w))
        };
        if !of(at + 1) || at < 2 || !of(at - 1) {
            continue;
        }
        // `a veintisiete días del mes de enero`
        let before = (at.saturating_sub(5)..at - 1)
            .rev()
            .find(|&i| numeral(text, &words[i..=i], lang).is_some());
        let day = before.and_then(|last| longest_before(text, &words[..=last], lang));
        let year = longest_behind(text, &words[at + 2..], lang);
        let (Some((start, day)), Some((end, year))) = (day, year) else {
            continue;
        };
        let date = Partial {
            year: i16::try_from(year).ok(),
            month: Some(month),
            day: u8::try_from(day).ok(),
        };
        // `DOS MIL` at the end of a line may go on below.
        let open = year % 100 == 0 && end == text.trim_end().len();
        if !open && (1..=31).contains(&day) && (1900..=2100).contains(&year) && date.is_valid() {
            return Some((start..end, date));
        }
    }
    None
}

/// The words of a text, what stands between them left out.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || c == '-' && start.is_some();
        match (inside, start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                found.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|from| from..text.len()));
    found
}

/// The whole number that some words name, none of them in digits.
fn numeral(text: &str, words: &[Range<usize>], lang: Lang) -> Option<i64> {
    let own = &text[words.first()?.start..words.last()?.end];
    let plain = !own.contains(|c: char| c.is_ascii_digit() || ",;.()".contains(c));
    let value = plain
        .then(|| number::parse(&own.to_lowercase().replace('\n', " "), lang))
        .flatten()?;
    (value.fract() == 0.0 && value > 0.0).then_some(value as i64)
}

/// The longest number that ends with the last word: where it begins.
fn longest_before(text: &str, words: &[Range<usize>], lang: Lang) -> Option<(usize, i64)> {
    let most = words.len().min(DAY);
    (1..=most).rev().find_map(|n| {
        let own = &words[words.len() - n..];
        Some((own.first()?.start, numeral(text, own, lang)?))
    })
}

/// The longest number that begins with the first word: where it ends.
fn longest_behind(text: &str, words: &[Range<usize>], lang: Lang) -> Option<(usize, i64)> {
    // `cinco de abril de 2024`
    let first = words.first()?.clone();
    if let Ok(year) = text[first.clone()].parse::<i64>() {
        return Some((first.end, year));
    }
    let most = words.len().min(YEAR);
    (1..=most).rev().find_map(|n| {
        let own = &words[..n];
        Some((own.last()?.end, numeral(text, own, lang)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        in_words(text, Lang::Es).map(|(r, d)| format!("{d}|{}", &text[r]))
    }

    #[test]
    fn acts_print_their_day_in_words() {
        let day = |text, date: &str, printed: &str| {
            assert_eq!(read(text), Some(format!("{date}|{printed}")), "{text}");
        };
        day(
            "del día doce de mayo de dos mil nueve, en la casa",
            "2009-05-12",
            "doce de mayo de dos mil nueve",
        );
        day(
            "AL DIA VEINTIUNO DE MARZO DE DOS MIL TRECE",
            "2013-03-21",
            "VEINTIUNO DE MARZO DE DOS MIL TRECE",
        );
    }

    #[test]
    fn digits_and_lone_months_are_left() {
        assert_eq!(read("AL DIA DIEZ DE MAYO DE DOS MIL"), None);
        assert_eq!(read("el 12 de mayo de 2009"), None);
        assert_eq!(read("en mayo de dos mil nueve"), None);
        assert_eq!(read("los dos de mayo"), None);
    }
}
