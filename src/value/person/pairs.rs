//! Texts without a name, told by the pairs of words that every name has; most lines are refused before they are cut.

use super::name::{is_acronym, is_never};
use super::token::{Kind, Token, ends_word};
use super::words::{Flags, Words};
use crate::lexicon::List;
use crate::value::capitals::Capitals;
use crate::value::short::Letters;
use std::ops::Range;

/// The first capitalised word that may be of a name, if people are named of whom nothing is known but the text: two words of a
/// name stand side by side, or on the two sides of a comma, or an honorific before one. A word with marks may always be.
pub(super) fn first_pair(text: &str, words: &Words) -> Option<usize> {
    let honorifics = words.lexicon.list(List::Honorific);
    // The last word that was looked up behind another, which is the next to be asked about.
    let mut next: Option<Token> = None;
    for word in Capitals::new(text) {
        let from = &text[word.start..];
        let seen = next.take().filter(|t| t.start == word.start);
        if seen.is_none() && !honorifics.may_start(from) && stands_alone(text, &word, words) {
            continue;
        }
        let Some(first) = seen.or_else(|| plain(text, word.start, words)) else {
            return Some(word.start);
        };
        if first.has(Flags::HONORIFIC) && honorifics.starts(from).is_some() {
            return Some(word.start);
        }
        if !begins(&first) {
            continue;
        }
        match behind(text, first.end, words) {
            Behind::End => {}
            Behind::Word(second, comma) if !goes_on(&first, &second, comma) => next = Some(second),
            Behind::Word(..) | Behind::Marked => return Some(word.start),
        }
    }
    None
}

/// Whether a word of letters stands before one that is in small letters and that no name has; most words with a capital do,
/// and need not be looked up.
fn stands_alone(text: &str, word: &Range<usize>, words: &Words) -> bool {
    let bytes = text.as_bytes();
    let small = |b: &u8| b.is_ascii_lowercase();
    if bytes.get(word.end) != Some(&b' ') || !bytes.get(word.end + 1).is_some_and(small) {
        return false;
    }
    let next = Letters::at(bytes, word.end + 1);
    let behind = bytes.get(word.end + 1 + next.len);
    ends_word(behind, next.len)
        && !words.may_be_particle(&next)
        && !joins_before(bytes, word.start)
        && Letters::at(bytes, word.start).len == word.len()
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
    let loud = token.has(Flags::CAPITALS) && !is_acronym(token);
    token.has(Flags::PARTICLE) || loud || !is_never(token) && !is_acronym(token)
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
            ) => return Behind::End,
            // A dash behind a blank parts the words, as one between dashes does; other marks may be of a word.
            Some(b'-' | b'/') if at > end && bytes.get(at + 1) == Some(&b' ') => {
                return Behind::End;
            }
            Some(0xe2) if is_dash(&bytes[at..]) && at > end => return Behind::End,
            Some(_) => return Behind::Marked,
        }
    }
    plain(text, at, words).map_or(Behind::Marked, |next| Behind::Word(next, comma))
}

/// Whether the word behind the first may be of the name.
fn goes_on(first: &Token, next: &Token, comma: bool) -> bool {
    let part = next.has(Flags::CAPITAL.with(Flags::PARTICLE).with(Flags::PREFIXED));
    let given = first.has(Flags::GIVEN.with(Flags::INITIAL).with(Flags::PARTICLE));
    let other = is_never(next) && (comma || !given) || !comma && is_acronym(next);
    part && (next.has(Flags::PARTICLE) || !other)
}

/// Whether a long dash stands here.
fn is_dash(rest: &[u8]) -> bool {
    matches!(rest, [0xe2, 0x80, 0x93..=0x95, b' ', ..])
}
