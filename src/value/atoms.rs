//! The smallest productions that the readers of printed values share.
//!
//! Each takes a bounded number of bytes, so that a reader built from them looks at no byte more often than a constant.

use crate::lexicon::{Lexicon, List, Map};
use nom::bytes::complete::tag_no_case;
use nom::error::{Error, ErrorKind};
use nom::{IResult, Parser};
use std::ops::RangeInclusive;

/// What a production gives: the rest of the text and the value.
pub(super) type Parsed<'t, T> = IResult<&'t str, T>;

/// No such thing here.
pub(super) fn fail<T>(i: &str) -> Parsed<'_, T> {
    Err(nom::Err::Error(Error::new(i, ErrorKind::Verify)))
}

/// `value` where `holds`, else nothing.
pub(super) fn when<T>(i: &str, holds: bool, value: T) -> Parsed<'_, T> {
    if holds { Ok((i, value)) } else { fail(i) }
}

/// More blanks than this part what stands on their two sides.
const MOST_BLANKS: usize = 8;

/// The blanks that `i` begins with, perhaps none: at most [`MOST_BLANKS`], no tab, one line end among them.
pub(super) fn blanks(i: &str) -> Parsed<'_, &str> {
    let mut lines = 0;
    let mut end = 0;
    for (count, c) in i.chars().enumerate() {
        lines += usize::from(c == '\n');
        if !is_blank(c) || count >= MOST_BLANKS || lines > 1 {
            break;
        }
        end += c.len_utf8();
    }
    Ok((&i[end..], &i[..end]))
}

/// One blank at least.
pub(super) fn some_blanks(i: &str) -> Parsed<'_, &str> {
    let (rest, found) = blanks(i)?;
    when(rest, !found.is_empty(), found)
}

fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\n' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2002}'..='\u{2006}'
    )
}

/// A whole run of ASCII digits with a length in `widths` (at most 9): its value and its length.
pub(super) fn digits(i: &str, widths: RangeInclusive<usize>) -> Parsed<'_, (u32, usize)> {
    let bytes = i.as_bytes();
    let most = widths.end() + 1;
    let len = bytes
        .iter()
        .take(most)
        .take_while(|b| b.is_ascii_digit())
        .count();
    if !widths.contains(&len) {
        return fail(i);
    }
    let value = bytes[..len]
        .iter()
        .fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    Ok((&i[len..], (value, len)))
}

/// A phrase of a list.
pub(super) fn phrase<'t>(lex: &Lexicon, list: List, i: &'t str) -> Parsed<'t, ()> {
    match lex.list(list).starts(i) {
        Some(len) => Ok((&i[len..], ())),
        None => fail(i),
    }
}

/// A phrase of a list, with any blanks before it.
pub(super) fn then_phrase<'t>(lex: &Lexicon, list: List, i: &'t str) -> Parsed<'t, ()> {
    let (i, _) = blanks(i)?;
    phrase(lex, list, i)
}

/// The value of a word of a map.
pub(super) fn word<'t>(lex: &Lexicon, map: Map, i: &'t str) -> Parsed<'t, f64> {
    match lex.map(map).starts(i) {
        Some((len, value)) => Ok((&i[len..], value)),
        None => fail(i),
    }
}

/// One character of a set.
pub(super) fn one_of<'t>(set: &str, i: &'t str) -> Parsed<'t, char> {
    match i.chars().next() {
        Some(c) if set.contains(c) => Ok((&i[c.len_utf8()..], c)),
        _ => fail(i),
    }
}

/// A dash between two ends, in any of its forms, perhaps doubled.
pub(super) fn dash(i: &str) -> Parsed<'_, ()> {
    const DASHES: &str = "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}~\u{ad}";
    let (i, first) = one_of(DASHES, i)?;
    let again = i.strip_prefix(first).unwrap_or(i);
    Ok((again, ()))
}

/// A number from zero to ninety-nine in words.
pub(super) fn spelled<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u8> {
    tens_and(lex, Map::Number, i).or_else(|_| {
        let (rest, n) = word(lex, Map::Number, i)?;
        when(rest, n <= 90.0, n as u8)
    })
}

/// An ordinal from first to ninety-ninth in words.
pub(super) fn spelled_ordinal<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u8> {
    tens_and(lex, Map::Ordinal, i).or_else(|_| {
        let (rest, n) = word(lex, Map::Ordinal, i)?;
        when(rest, n <= 90.0, n as u8)
    })
}

/// `twenty`, a blank or hyphen, and one to nine by `units`.
fn tens_and<'t>(lex: &Lexicon, units: Map, i: &'t str) -> Parsed<'t, u8> {
    let (i, tens) = word(lex, Map::Number, i)?;
    let tens_fit = (20.0..=90.0).contains(&tens) && tens % 10.0 == 0.0;
    let (i, _) = when(i, tens_fit, ())?;
    let (i, _) = one_of("- ", i)?;
    let (i, unit) = word(lex, units, i)?;
    when(i, (1.0..=9.0).contains(&unit), (tens + unit) as u8)
}

/// A letter of a notation that no language changes, such as the `h` of `9h30`, in either case.
pub(super) fn symbol<'t>(letter: &'static str, i: &'t str) -> Parsed<'t, ()> {
    tag_no_case(letter).map(|_: &str| ()).parse(i)
}

/// A round or square bracket that `i` may begin with, gone, and the one that closes it.
pub(super) fn opening(i: &str) -> (&str, Option<char>) {
    match one_of("([", i) {
        Ok((rest, '(')) => (rest, Some(')')),
        Ok((rest, _)) => (rest, Some(']')),
        Err(_) => (i, None),
    }
}

/// What follows the bracket that has to close here, if one has to.
pub(super) fn closed(i: &str, closing: Option<char>) -> Option<&str> {
    match closing {
        None => Some(i),
        Some(mark) => blanks(i).ok()?.0.strip_prefix(mark),
    }
}

/// Whether nothing in `rest` goes on with the word or number before it.
pub(super) fn is_edge(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        None => true,
        Some(c) if c.is_alphanumeric() || c == '%' || c == '_' => false,
        Some('.' | ',' | ':' | '/') => !chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(_) => true,
    }
}

/// Whether the sentence or clause ends at `rest`.
pub(super) fn closes(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    rest.is_empty()
        || (rest.starts_with(['.', ',', ';', ':', '!', '?', ')', ']', '\n', '\t', '"'])
            && is_edge(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn blanks_are_bounded() {
        assert_eq!(blanks(" \n x"), Ok(("x", " \n ")));
        assert_eq!(blanks(" \n\n x"), Ok(("\n x", " \n")));
        assert_eq!(blanks("          x").map(|(_, b)| b.len()), Ok(8));
    }

    #[test]
    fn digits_are_whole_runs() {
        assert_eq!(digits("2015 x", 4..=4), Ok((" x", (2015, 4))));
        assert!(digits("20155", 1..=4).is_err());
        assert!(digits("x", 1..=4).is_err());
    }

    #[test]
    fn numbers_in_words() {
        let lex = Lang::En.lexicon();
        assert_eq!(spelled(lex, "forty-five x"), Ok((" x", 45)));
        assert_eq!(spelled(lex, "Ten ten"), Ok((" ten", 10)));
        assert_eq!(spelled_ordinal(lex, "twenty second"), Ok(("", 22)));
        assert!(spelled(lex, "often").is_err());
    }

    #[test]
    fn edges() {
        assert!(is_edge(". Next") && is_edge("") && is_edge(": title"));
        assert!(!is_edge(".5") && !is_edge("%") && !is_edge("x") && !is_edge("/2"));
        assert!(closes(" .") && closes("") && !closes(" people"));
    }
}
