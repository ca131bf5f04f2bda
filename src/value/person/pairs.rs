//! Texts without a name, told by the pairs of words that every name has; most lines are refused before they are cut.

use super::name::{is_acronym, is_never};
use super::token::{Kind, Token, ends_word, word_at};
use super::words::{Flags, Words};
use crate::lexicon::List;
use crate::value::capitals::Capitals;
use crate::value::short::Letters;
use std::ops::Range;

/// The first capitalised word that may be of a name, if people are named of whom nothing is known but the text: two words of a
/// name stand side by side, or on the two sides of a comma, or an honorific before one.
pub(super) fn first_pair(text: &str, words: &Words) -> Option<usize> {
    let honorifics = words.lexicon.list(List::Honorific);
    // The last word that was looked up behind another, which is the next to be asked about.
    let mut next: Option<Token> = None;
    // The first word that may be of a name by the words beside it alone.
    let mut from: Option<usize> = None;
    // Where the last word with marks ends, whose parts may begin with capitals, too.
    let mut inside = 0;
    for word in Capitals::new(text) {
        let rest = &text[word.start..];
        let seen = next.take().filter(|t| t.start == word.start);
        if seen.is_none() && !honorifics.may_start(rest) && stands_alone(text, &word, words) {
            continue;
        }
        if word.start < inside {
            // `Director-General Lind`: in a sentence a name may begin behind the hyphen.
            let first = word_at(text, word.start, words);
            if first.has(Flags::GIVEN) || honorifics.starts(rest).is_some() {
                return from;
            }
            continue;
        }
        let first = seen.or_else(|| plain(text, word.start, words));
        let Some(first) = first.or_else(|| marked(text, word.start, words)) else {
            return Some(from.unwrap_or(word.start));
        };
        if first.end > word.end {
            // Each of its parts is read to its end, so a long one is left to the readers.
            if first.end - word.start > LONGEST_MARKED {
                return Some(from.unwrap_or(word.start));
            }
            from = from.or(Some(word.start));
            inside = first.end;
        }
        let title = first.has(Flags::HONORIFIC).then(|| honorifics.starts(rest));
        if let Some(len) = title.flatten() {
            let start = *from.get_or_insert(word.start);
            if honours(text, word.start + len, words) {
                return Some(start);
            }
        }
        if !begins(&first) {
            continue;
        }
        match behind(text, first.end, words) {
            Behind::End => {}
            Behind::Word(second, comma) if !goes_on(&first, &second, comma) => next = Some(second),
            Behind::Word(second, comma) => {
                let start = *from.get_or_insert(word.start);
                let fits = match comma {
                    true => turns(&first, &second),
                    false => leads(&first, &second) || behind_particle(text, word.start, words),
                };
                if fits {
                    return Some(start);
                }
                next = Some(second);
            }
            Behind::Marked => return Some(from.unwrap_or(word.start)),
        }
    }
    None
}

/// The bytes of the longest word with marks whose parts are looked at here, which keeps a long text linear.
const LONGEST_MARKED: usize = 60;

/// Whether a word of letters stands before a mark that ends names, or before one that is in small letters and that no name has;
/// most words with a capital do, and need not be looked up.
fn stands_alone(text: &str, word: &Range<usize>, words: &Words) -> bool {
    let bytes = text.as_bytes();
    let next = match bytes.get(word.end) {
        Some(b' ') => word.end + 1,
        Some(b',') if bytes.get(word.end + 1) == Some(&b' ') => word.end + 2,
        Some(b'.') if !ends_word(Some(&b'.'), word.len()) => return false,
        _ => word.end,
    };
    let alone = match bytes.get(next) {
        Some(byte) if byte.is_ascii_lowercase() => next > word.end && is_small(bytes, next, words),
        byte => ends_name(byte),
    };
    alone && !joins_before(bytes, word.start) && Letters::at(bytes, word.start).len == word.len()
}

/// Whether a word of small letters, and nothing else, stands at a byte that is in no name.
fn is_small(bytes: &[u8], start: usize, words: &Words) -> bool {
    let letters = Letters::at(bytes, start);
    let behind = bytes.get(start + letters.len);
    ends_word(behind, letters.len) && !words.may_be_particle(&letters)
}

/// Whether a mark or a digit ends a name that stands before it; so does the end of the text.
fn ends_name(byte: Option<&u8>) -> bool {
    match byte {
        Some(
            b';' | b':' | b'(' | b')' | b'[' | b']' | b'\n' | b'\t' | b'|' | b'.' | b'!' | b'?',
        ) => true,
        Some(byte) => byte.is_ascii_digit(),
        None => true,
    }
}

/// The word of letters at a byte, if it is all of the token that holds it.
fn plain(text: &str, start: usize, words: &Words) -> Option<Token> {
    let bytes = text.as_bytes();
    if joins_before(bytes, start) {
        return None;
    }
    let letters = Letters::at(bytes, start);
    let end = start + letters.len;
    let whole = letters.len > 0 && ends_word(bytes.get(end), letters.len);
    whole.then(|| Token {
        start,
        end,
        kind: Kind::Word,
        flags: words.of_letters(text, start, &letters),
    })
}

/// The word with marks that begins at a byte, unless one may hold it that begins before.
fn marked(text: &str, start: usize, words: &Words) -> Option<Token> {
    let quoted = || text[..start].ends_with(['\u{201c}', '\u{201d}']);
    let own = !joins_before(text.as_bytes(), start) || quoted();
    own.then(|| word_at(text, start, words))
}

/// Whether the word that begins at a byte may be a part of what stands before it.
fn joins_before(bytes: &[u8], start: usize) -> bool {
    let joins = |b: u8| {
        matches!(
            b,
            b'\'' | b'-' | b'&' | b'@' | b'_' | b'+' | b'/' | b'.' | b'`'
        )
    };
    start > 0 && (joins(bytes[start - 1]) || bytes[start - 1] >= 0x80)
}

/// Whether a name may begin with a capitalised word, be it a surname before a comma.
fn begins(token: &Token) -> bool {
    let loud = token.has(Flags::CAPITALS) && !is_sign(token);
    token.has(Flags::PARTICLE) || loud || !is_never(token) && !is_sign(token)
}

/// Whether a word in capitals can be nobody's name; initials are set so, too.
fn is_sign(token: &Token) -> bool {
    is_acronym(token) && !token.has(Flags::INITIAL)
}

/// What stands behind the first word of a name.
enum Behind {
    /// Nothing that may be of the name.
    End,
    /// A word with marks, which may.
    Marked,
    /// Another word, and whether a comma stands before it.
    Word(Token, bool),
}

/// What stands behind a word that ends at a byte, as the letters tell.
fn behind(text: &str, end: usize, words: &Words) -> Behind {
    let bytes = text.as_bytes();
    let blank = |at: &usize| matches!(bytes.get(*at), Some(b' ' | b'*' | b'"'));
    let mut at = end;
    let mut comma = false;
    loop {
        at += (at..).take_while(blank).count();
        match bytes.get(at) {
            Some(letter) if letter.is_ascii_alphabetic() => break,
            Some(b',') if !comma => (comma, at) = (true, at + 1),
            Some(b',') => return Behind::End,
            byte if ends_name(byte) => return Behind::End,
            // A dash behind a blank parts the words, as one between dashes does; other marks may be of a word.
            Some(b'-' | b'/') if at > end && bytes.get(at + 1) == Some(&b' ') => {
                return Behind::End;
            }
            Some(0xe2) if is_dash(&bytes[at..]) && at > end => return Behind::End,
            _ => return Behind::Marked,
        }
    }
    let next = plain(text, at, words).unwrap_or_else(|| word_at(text, at, words));
    Behind::Word(next, comma)
}

/// Whether the word behind the first may be of the name.
fn goes_on(first: &Token, next: &Token, comma: bool) -> bool {
    let part = next.has(Flags::CAPITAL.with(Flags::PARTICLE).with(Flags::PREFIXED));
    let given = first.has(Flags::GIVEN.with(Flags::INITIAL).with(Flags::PARTICLE));
    let other = is_never(next) && (comma || !given) || !comma && is_sign(next);
    part && (next.has(Flags::PARTICLE) || !other)
}

/// Whether two words side by side may begin a name: abstract nouns are of those only that a given name or a particle is of.
fn leads(first: &Token, second: &Token) -> bool {
    let sure = Flags::GIVEN.with(Flags::INITIAL).with(Flags::PARTICLE);
    let noun = |t: &Token| t.has(Flags::ABSTRACT) && !t.has(Flags::CAPITALS);
    let concrete = first.has(sure) || second.has(sure) || !noun(first) && !noun(second);
    concrete && (first.has(Flags::PARTICLE) || !is_never(first) && !is_sign(first))
}

/// Whether a word that a name may begin with stands behind the honorific that ends at a byte.
fn honours(text: &str, end: usize, words: &Words) -> bool {
    let stop = usize::from(text.as_bytes().get(end) == Some(&b'.'));
    match behind(text, end + stop, words) {
        Behind::End => false,
        Behind::Word(next, comma) => !comma && next.has(Flags::CAPITAL.with(Flags::PARTICLE)),
        Behind::Marked => true,
    }
}

/// Whether the words on the two sides of a comma may be a surname and a given name: the surname in capitals, or the given name
/// a known one; or an honorific stands behind the comma.
fn turns(surname: &Token, given: &Token) -> bool {
    let loud = surname.has(Flags::CAPITALS.with(Flags::PARTICLE)) && !given.has(Flags::CAPITALS);
    let sure = Flags::GIVEN.with(Flags::INITIAL).with(Flags::PARTICLE);
    loud || given.has(sure.with(Flags::HONORIFIC))
}

/// Whether the word before a byte may be a small one inside a name.
fn behind_particle(text: &str, start: usize, words: &Words) -> bool {
    let before = text[..start].trim_end_matches([' ', '*', '"']);
    let letters = before
        .bytes()
        .rev()
        .take_while(u8::is_ascii_lowercase)
        .take(16);
    let word = before.len() - letters.count();
    let small = Letters::at(before.as_bytes(), word);
    before.len() < start && small.len > 0 && words.may_be_particle(&small)
}

/// Whether a long dash stands here.
fn is_dash(rest: &[u8]) -> bool {
    matches!(rest, [0xe2, 0x80, 0x93..=0x95, b' ', ..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn a_long_word_with_marks_is_read_once() {
        let text = "Foo&Bar&".repeat(100_000);
        assert_eq!(first_pair(&text, Words::of(Lang::En)), Some(0));
    }

    #[test]
    fn texts_without_a_name_are_refused_before_they_are_cut() {
        let first = |text: &str| first_pair(text, Words::of(Lang::En));
        for text in [
            "Bern, Switzerland",
            "7\tLind\tAna\tABC\tSenior Policy Officer, Urban Development\tBern, Switzerland",
            "PRESENTATION OF THE AGENDA",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
        for (text, at) in [("Ana Lind", 0), ("see P.J. Lind", 4), ("Lind, Ana", 0)] {
            assert_eq!(first(text), Some(at), "{text}");
        }
    }
}
