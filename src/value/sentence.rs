//! Running text into sentences: a stop ends one unless an abbreviation, an initial or a number bears it.
//!
//! Cutting by UAX #29 parts `Dr. Name` and `J. Name`; reports are full of both, so the rule is our own, with a list of
//! abbreviations a language.

use crate::lexicon::{Lexicon, List, Map, PerLang, Tagged};
use std::ops::Range;

/// The sentences of a text, without the blanks between them.
pub fn sentences<'t>(
    text: &'t str,
    lexicon: &'t Lexicon,
) -> impl Iterator<Item = Range<usize>> + 't {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let lead = rest.len() - rest.trim_start().len();
        start += lead;
        if start >= text.len() {
            return None;
        }
        let end = sentence_end(text, start, lexicon);
        let range = start..(start + text[start..end].trim_end().len());
        start = end;
        Some(range)
    })
}

/// The byte behind the sentence that begins at `start`.
fn sentence_end(text: &str, start: usize, lexicon: &Lexicon) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(found) = next_stop(bytes, at) {
        let after = behind_closers(text, found + 1);
        if ends_here(text, start, found, after, lexicon) {
            return after;
        }
        at = found + 1;
    }
    text.len()
}

fn next_stop(bytes: &[u8], from: usize) -> Option<usize> {
    memchr::memchr3(b'.', b'!', b'?', &bytes[from..]).map(|i| from + i)
}

/// Past further stops, closing quotes and brackets.
fn behind_closers(text: &str, mut at: usize) -> usize {
    for c in text[at..].chars() {
        if !matches!(
            c,
            '.' | '!' | '?' | '"' | '\'' | ')' | ']' | '\u{201d}' | '\u{2019}' | '\u{bb}'
        ) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn ends_here(text: &str, start: usize, stop: usize, after: usize, lexicon: &Lexicon) -> bool {
    let Some(next) = text[after..].chars().next() else {
        return true;
    };
    if !next.is_whitespace() {
        return next.is_uppercase() && is_glued(&text[start..stop], &text[after..], lexicon);
    }
    let follows = text[after..].trim_start();
    let opens = follows.trim_start_matches(['"', '\'', '(', '[', '\u{201c}', '\u{2018}', '\u{ab}']);
    let starts = opens
        .chars()
        .next()
        .is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric());
    if !starts {
        return false;
    }
    if text.as_bytes()[stop] != b'.' || after > stop + 1 {
        return true;
    }
    let before = &text[start..stop];
    if ends_in_word(before, lexicon) {
        return true;
    }
    if is_day_of_month(before, follows, lexicon) {
        return false;
    }
    let closes = follows.starts_with(char::is_uppercase)
        && (ends_a_list(before, lexicon)
            || ends_in_hour(before, follows, lexicon)
            || ends_in_letter(before) && opens_anew(follows, lexicon));
    closes || !bears_its_stop(before, lexicon)
}

/// Whether a text ends in a word of small letters that is no abbreviation, which then bears no stop: asked first because
/// most sentences end so.
fn ends_in_word(before: &str, lexicon: &Lexicon) -> bool {
    let letters = before.bytes().rev().take_while(u8::is_ascii_lowercase);
    let (lead, word) = before.split_at(before.len() - letters.count());
    word.len() > 1
        && (lead.is_empty() || lead.ends_with(' '))
        && abbreviations(lexicon).is(word).is_none()
}

/// The words of all lists that say of a stop that it ends no sentence, or does.
fn abbreviations(lexicon: &Lexicon) -> &'static Tagged<()> {
    static SETS: PerLang<Tagged<()>> = PerLang::new();
    let lists = [
        List::Abbreviation,
        List::AbbreviationHour,
        List::AbbreviationLast,
        List::Honorific,
    ];
    SETS.of(lexicon.lang(), || {
        Tagged::new(lexicon, lists.map(|l| (l, ())))
    })
}

/// `was read.The clerk`: the blank behind a stop is lost, between a whole word and one that opens sentences.
fn is_glued(before: &str, follows: &str, lexicon: &Lexicon) -> bool {
    let word = before.rsplit(' ').next().unwrap_or(before);
    let letters = word.chars().count() >= 3 && word.chars().skip(1).all(char::is_lowercase);
    let opens = [List::Article, List::OutcomePronoun, List::SayPronoun];
    let len = opens.iter().find_map(|&l| lexicon.list(l).starts(follows));
    letters && len.is_some_and(|len| follows[len..].starts_with(' '))
}

/// `20. May 2006`: a day, its month and a year.
fn is_day_of_month(before: &str, follows: &str, lexicon: &Lexicon) -> bool {
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return false;
    }
    let mut words = follows.split_whitespace();
    let month = words
        .next()
        .is_some_and(|w| lexicon.map(Map::Month).get(w).is_some());
    let year = words
        .next()
        .is_some_and(|w| w.bytes().take_while(u8::is_ascii_digit).count() == 4);
    month && year
}

/// Whether the word before a stop is one that ends an enumeration, and so often a sentence: `etc`.
fn ends_a_list(before: &str, lexicon: &Lexicon) -> bool {
    lexicon.list(List::AbbreviationLast).is(last_word(before))
}

/// What stands behind the last blank.
fn last_word(text: &str) -> &str {
    // Most words are of ASCII, and need no reading of characters.
    let tail = text.bytes().rev();
    let len = tail.take_while(u8::is_ascii_graphic).count();
    match text.as_bytes().get(text.len().wrapping_sub(len + 1)) {
        None => text,
        Some(b' ' | b'\n' | b'\t') => &text[text.len() - len..],
        Some(_) => text.rsplit(char::is_whitespace).next().unwrap_or(text),
    }
}

/// Whether an hour with its half of the day ends a sentence before these words: no weekday, no month, no zone in capitals.
fn ends_in_hour(before: &str, follows: &str, lexicon: &Lexicon) -> bool {
    let hour =
        last_word(before).trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == '.');
    if !lexicon.list(List::AbbreviationHour).is(hour) {
        return false;
    }
    let next = follows.split([' ', '.', ',']).next().unwrap_or("");
    let zone = next.len() <= 4 && !next.contains(char::is_lowercase);
    let dated = [Map::Month, Map::Weekday].map(|m| lexicon.map(m).get(next));
    !zone && dated.iter().all(Option::is_none)
}

/// Whether a text ends in a letter of its own, not in the first word: `Group C`, `Annex B`, `John F`.
fn ends_in_letter(before: &str) -> bool {
    let mut words = before.rsplit(' ');
    let letter = words.next().unwrap_or("");
    letter.len() == 1 && words.next().is_some_and(|w| w.len() > 1)
}

/// Whether a text begins with an article of some length, as no surname does.
fn opens_anew(follows: &str, lexicon: &Lexicon) -> bool {
    let article = lexicon.list(List::Article).starts(follows);
    article.is_some_and(|len| len >= 3 && follows[len..].starts_with(' '))
}

/// Whether the word before a stop is an abbreviation, an initial, or a lone number that opens the sentence.
fn bears_its_stop(before: &str, lexicon: &Lexicon) -> bool {
    let opens = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '\u{201c}' | '"');
    let word_at = before.rfind(opens);
    let word = word_at.map_or(before, |i| {
        before[i..].trim_start_matches(|c: char| !c.is_alphanumeric())
    });
    let mut letters = word.rsplit('.').next().unwrap_or(word).chars();
    // `at 4 °C.`: a unit.
    let unit = before.strip_suffix(char::is_uppercase);
    let degrees = unit.is_some_and(|b| b.ends_with('\u{b0}'));
    let initial =
        !degrees && letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let number = word_at.is_none() && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    initial
        || number
        || lexicon.list(List::Abbreviation).is(word)
        || lexicon.list(List::Honorific).is(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Lang::En.lexicon())
            .map(|r| &text[r])
            .collect()
    }

    #[test]
    fn abbreviations_initials_and_numbers_end_no_sentence() {
        assert_eq!(
            cut("Dr. Ana Example spoke. J. Sample agreed."),
            ["Dr. Ana Example spoke.", "J. Sample agreed."]
        );
        assert_eq!(
            cut("It closed at 9.10 p.m. Carried. It opens at 7 p.m. Monday at 8 a.m. GMT."),
            [
                "It closed at 9.10 p.m.",
                "Carried.",
                "It opens at 7 p.m. Monday at 8 a.m. GMT."
            ]
        );
        assert_eq!(
            cut("See e.g. Table 2. It shows 3.5 per cent."),
            ["See e.g. Table 2.", "It shows 3.5 per cent."]
        );
        assert_eq!(
            cut("She spoke for Group C. The group and John F. Sample agreed."),
            [
                "She spoke for Group C.",
                "The group and John F. Sample agreed."
            ]
        );
        assert_eq!(cut("1. The first item."), ["1. The first item."]);
        assert_eq!(
            cut("It met on 20. May 2006 and on 12. May 2007. It went.").len(),
            2
        );
        assert_eq!(
            cut("Roads, rails, etc. Then all, etc. - and so on."),
            ["Roads, rails, etc.", "Then all, etc. - and so on."]
        );
        assert_eq!(
            cut("The U.S. Office met at 9 a.m. and left."),
            ["The U.S. Office met at 9 a.m. and left."]
        );
    }

    #[test]
    fn quotes_and_brackets_stay_with_their_sentence() {
        assert_eq!(
            cut("He said: \"We agree.\" She left (early.) Then all."),
            ["He said: \"We agree.\"", "She left (early.)", "Then all."]
        );
        assert_eq!(
            cut("Why? Because! Well\u{2026} so"),
            ["Why?", "Because!", "Well\u{2026} so"]
        );
    }

    #[test]
    fn text_without_a_stop_is_one_sentence() {
        assert_eq!(cut("no stop here"), ["no stop here"]);
        assert!(cut("  ").is_empty());
    }
}
