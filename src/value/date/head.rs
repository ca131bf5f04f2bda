//! Heads of a day that count instead of naming a date: `Day 2`, `DAY TWO`, `Second day`.

use crate::lexicon::{Lang, Lexicon, List};
use crate::value::atoms::{
    Parsed, blanks, digits, fail, is_edge, one_of, phrase, some_blanks, spelled, spelled_ordinal,
    then_phrase, when,
};

/// The number of the day whose head `text` begins with, and the head's length in bytes.
pub fn day_head(text: &str, lang: Lang) -> Option<(usize, u32)> {
    let lex = lang.lexicon();
    let (rest, n) = counted(lex, text).or_else(|_| ordered(lex, text)).ok()?;
    is_edge(rest).then_some((text.len() - rest.len(), n))
}

/// `Day 2`, `Day Two`, `Day-2`, `Day II`.
fn counted<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u32> {
    let (i, ()) = phrase(lex, List::DateDay, i)?;
    let (i, _) = blanks(i)?;
    let i = one_of("-#\u{2013}", i).map_or(i, |(i, _)| i);
    let (i, _) = blanks(i)?;
    let (i, n) = match digits(i, 1..=2) {
        Ok((i, (n, _))) => (i, n),
        Err(_) => roman(i).or_else(|_| spelled(lex, i).map(|(i, n)| (i, u32::from(n))))?,
    };
    when(i, (1..=31).contains(&n), n)
}

/// `Second day`, `2nd day`.
fn ordered<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u32> {
    let (i, n) = match digits(i, 1..=2) {
        Ok((i, (n, _))) => (phrase(lex, List::DateOrdinal, i)?.0, n),
        Err(_) => spelled_ordinal(lex, i).map(|(i, n)| (i, u32::from(n)))?,
    };
    let (i, _) = some_blanks(i)?;
    let (i, ()) = then_phrase(lex, List::DateDay, i)?;
    when(i, (1..=31).contains(&n), n)
}

/// `I` to `X`, in capitals.
fn roman(i: &str) -> Parsed<'_, u32> {
    let end = i
        .find(|c: char| !matches!(c, 'I' | 'V' | 'X'))
        .unwrap_or(i.len());
    match crate::value::roman(&i[..end]) {
        Some(day @ 1..=10) => when(&i[end..], is_edge(&i[end..]), day),
        _ => fail(i),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_days() {
        for (text, want) in [
            ("Day 2", (5, 2)),
            ("DAY TWO: Field visit", (7, 2)),
            ("Second day", (10, 2)),
            ("2nd Day – Tuesday", (7, 2)),
            ("Day III", (7, 3)),
            ("Day-1", (5, 1)),
        ] {
            assert_eq!(day_head(text, Lang::En), Some(want), "{text}");
        }
        for text in [
            "Days 2",
            "Day",
            "Day of the river",
            "Day 99",
            "Second days",
            "Daylight 2",
        ] {
            assert_eq!(day_head(text, Lang::En), None, "{text}");
        }
    }
}
