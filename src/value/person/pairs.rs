//! Texts without a name, told by the pairs of words that every name has; most lines are refused before they are cut.

use super::name::{is_acronym, is_never};
use super::token::{Kind, Token, ends_word};
use super::words::{Flags, Words};
use crate::lexicon::List;
use crate::value::capitals::Capitals;
use crate::value::short::Letters;

/// The first capitalised word that may be of a name, if people are named of whom nothing is known but the text: two words of a
/// name stand side by side, or on the two sides of a comma, or an honorific before one. A word with marks may always be.
pub(super) fn first_pair(text: &str, words: &Words) -> Option<usize> {
    let mut capitals = Capitals::new(text);
    let found = capitals.find(|word| {
        let Some(first) = plain(text, word.start, words) else {
            return true;
        };
        let honorific = || {
            words
                .lexicon
                .list(List::Honorific)
                .starts(&text[word.start..])
        };
        if first.has(Flags::HONORIFIC) && honorific().is_some() {
            return true;
        }
        begins(&first) && goes_on(text, &first, words)
    });
    found.map(|word| word.start)
}

/// The word of letters at a byte, if it is all of the token that holds it.
fn plain(text: &str, start: usize, words: &Words) -> Option<Token> {
    let bytes = text.as_bytes();
    let inside = |b: &u8| {
        matches!(
            b,
            b'\'' | b'-' | b'&' | b'@' | b'_' | b'+' | b'/' | b'.' | b'`'
        )
    };
    if start > 0 && (inside(&bytes[start - 1]) || bytes[start - 1] >= 0x80) {
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

/// Whether a name may begin with a capitalised word, be it a surname before a comma.
fn begins(token: &Token) -> bool {
    let loud = token.has(Flags::CAPITALS) && !is_acronym(token);
    token.has(Flags::PARTICLE) || loud || !is_never(token) && !is_acronym(token)
}

/// Whether what stands behind the first word of a name may be of the name.
fn goes_on(text: &str, first: &Token, words: &Words) -> bool {
    let bytes = text.as_bytes();
    let blank = |at: &usize| matches!(bytes.get(*at), Some(b' ' | b'*' | b'"'));
    let mut at = first.end;
    let mut comma = false;
    loop {
        at += (at..).take_while(blank).count();
        match bytes.get(at) {
            Some(b',') if !comma => (comma, at) = (true, at + 1),
            None
            | Some(
                b','
                | b';'
                | b':'
                | b'('
                | b')'
                | b'['
                | b']'
                | b'\n'
                | b'\t'
                | b'|'
                | b'.'
                | b'!'
                | b'?'
                | b'0'..=b'9',
            ) => return false,
            // A dash behind a blank parts the words, as one between dashes does; other marks may be of a word.
            Some(b'-' | b'/') if at > first.end && bytes.get(at + 1) == Some(&b' ') => {
                return false;
            }
            Some(0xe2) if is_dash(&bytes[at..]) && at > first.end => return false,
            Some(letter) if letter.is_ascii_alphabetic() => break,
            Some(_) => return true,
        }
    }
    let Some(next) = plain(text, at, words) else {
        return true;
    };
    let part = next.has(Flags::CAPITAL.with(Flags::PARTICLE).with(Flags::PREFIXED));
    let given = first.has(Flags::GIVEN.with(Flags::INITIAL).with(Flags::PARTICLE));
    let other = is_never(&next) && (comma || !given) || !comma && is_acronym(&next);
    part && (next.has(Flags::PARTICLE) || !other)
}

/// Whether a long dash stands here.
fn is_dash(rest: &[u8]) -> bool {
    matches!(rest, [0xe2, 0x80, 0x93..=0x95, b' ', ..])
}
