//! Finding the parts of a text that may hold a number, and cutting those into tokens.
//!
//! Prose is passed over byte by byte; only round a digit or a word that begins as a number word does are tokens made,
//! for the sentence or line that holds it.

use super::units;
use super::vocab::{Class, Vocab, WordId};
use crate::value::eight::{at, between, digits as digits_of, letters, run_end};
use crate::value::number::{self, Digits};
use crate::value::short::Letters;
use crate::value::sixteen::{MANY, begins, of_many};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Letters, with apostrophes and digits inside.
    Word,
    /// Digits with their separators.
    Number(Digits),
    /// A fraction in one character.
    Vulgar(f64),
    /// Any other character.
    Mark(char),
    /// A tab, a cell's border or the end of a line after which a number starts anew.
    Break,
}

/// A token of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The word in the table, 0 if it is not there.
    pub id: WordId,
    bits: u64,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it is the first of its line.
    pub first: bool,
    /// Whether a quantity may begin with it; a word that only a number makes a currency is asked for apart.
    pub may_start: bool,
    /// Whether the word before it may be a currency's.
    pub follows_sign: bool,
}

/// Classes of words with which a quantity may begin.
const STARTS: u64 = 1 << Class::Number as u8
    | 1 << Class::Article as u8
    | 1 << Class::Denominator as u8
    | 1 << Class::Vague as u8
    | 1 << Class::Fold as u8
    | 1 << Class::Minus as u8;

impl Token {
    /// Whether the word is of a class.
    pub fn is(&self, class: Class) -> bool {
        self.bits >> class as u8 & 1 == 1
    }

    /// Whether it is a word with which a quantity may begin only as its article.
    pub fn is_article(&self) -> bool {
        self.is_word() && self.bits & STARTS == 1 << Class::Article as u8
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        matches!(self.kind, Kind::Mark(m) if m == mark)
    }

    /// Whether it is a hyphen, a dash or a minus sign.
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '–' | '—' | '‑' | '−'))
    }
}

/// The stretch round the next place at or after `from` where a number may begin.
pub(super) fn next_stretch(text: &str, from: usize, vocab: &Vocab) -> Option<Range<usize>> {
    let at = candidate(text.as_bytes(), from, vocab)?;
    let start = stretch_start(text.as_bytes(), from, at);
    Some(start..stretch_end(text.as_bytes(), at))
}

/// The next byte at which a number may begin.
///
/// Prose has a word every six bytes and a number every few hundred, so many bytes are looked at together, and of words
/// only the first three letters.
fn candidate(bytes: &[u8], from: usize, vocab: &Vocab) -> Option<usize> {
    let mut before = 0;
    for near in (from..bytes.len()).step_by(MANY) {
        let [letters, others] = of_many(bytes, near, |part| {
            [part.letters(), part.digits() | part.wide()]
        });
        let mut hits = begins(letters, before) | others;
        before = letters >> (MANY - 1);
        while hits != 0 {
            let found = near + hits.trailing_zeros() as usize;
            let rest = at(bytes, found);
            let starts = match rest as u8 {
                b'0'..=b'9' => true,
                0x80.. => is_vulgar(&bytes[found..]),
                _ => vocab.may_start(rest) && is_number_word(vocab, &bytes[found..]),
            };
            if starts {
                return Some(found);
            }
            hits &= hits - 1;
        }
    }
    None
}

fn is_vulgar(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xc2, 0xbc..=0xbe, ..] | [0xe2, 0x85, 0x90..=0x9e, ..]
    )
}

/// Whether the word that begins here is one of a number.
fn is_number_word(vocab: &Vocab, rest: &[u8]) -> bool {
    // Letters with an accent are two bytes, of which the first is this one: `moiti\u{e9}`.
    let accent = |i: usize| rest[i] == 0xc3 || i > 0 && rest[i - 1] == 0xc3;
    let letter = |i: &usize| rest[*i].is_ascii_alphabetic() || accent(*i);
    let word = &rest[..(0..rest.len()).take_while(letter).count()];
    const ANY: u64 = 1 << Class::Number as u8
        | 1 << Class::Scale as u8
        | 1 << Class::Vague as u8
        | 1 << Class::Denominator as u8
        | 1 << Class::Fold as u8;
    vocab.word(rest, word.len()).1 & ANY != 0
}

/// A stretch holds at most about this many bytes on either side of its first candidate.
const REACH: usize = 600;

/// The end of the sentence or paragraph before `at`, not further back than `from` or the reach.
fn stretch_start(bytes: &[u8], from: usize, at: usize) -> usize {
    let low = from.max(at.saturating_sub(REACH));
    let mut high = at;
    while let Some(i) = memchr::memrchr3(b'\n', b'.', b'?', &bytes[low..high]) {
        if ends_stretch(bytes, low + i) {
            return low + i + 1;
        }
        high = low + i;
    }
    if low == from {
        return low;
    }
    // Not inside a word.
    let rest = bytes[low..at].iter().position(u8::is_ascii_whitespace);
    rest.map_or(at, |i| low + i)
}

/// The end of the sentence or paragraph that holds `at`; a longer one is cut at white space.
fn stretch_end(bytes: &[u8], at: usize) -> usize {
    let high = bytes.len().min(at + REACH);
    let mut low = at;
    while let Some(i) = memchr::memchr3(b'\n', b'.', b'?', &bytes[low..high]) {
        if ends_stretch(bytes, low + i) {
            return low + i + 1;
        }
        low += i + 1;
    }
    let rest = bytes[high..].iter().position(u8::is_ascii_whitespace);
    rest.map_or(bytes.len(), |i| high + i + 1)
}

/// Whether a blank line begins after byte `i`, or a sentence ends with it: a stop, white space and a capital after a word of some length.
fn ends_stretch(bytes: &[u8], i: usize) -> bool {
    match bytes[i] {
        b'\n' => {
            let rest = &bytes[i + 1..bytes.len().min(i + 40)];
            let blank = rest.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\r'));
            blank.is_some_and(|j| rest[j] == b'\n')
        }
        b'.' | b'?' => {
            let space = bytes.get(i + 1).is_some_and(|b| b.is_ascii_whitespace());
            let next = bytes
                .get(i + 2)
                .is_some_and(|b| b.is_ascii_uppercase() || *b >= 0x80 || *b == b'"');
            // Two small letters or digits before it: no `Mr.`, no initial, no `1.`
            let ends =
                |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'%' || *b == b')';
            let word = &bytes[i.saturating_sub(2)..i];
            space && next && word.len() == 2 && word.iter().all(ends) && !is_day(bytes, i)
        }
        _ => false,
    }
}

/// Whether the stop at byte `i` stands in `20. May 2006`: two digits before it, one word and a number after it.
fn is_day(bytes: &[u8], i: usize) -> bool {
    let two = i >= 2 && bytes[i - 2..i].iter().all(u8::is_ascii_digit);
    let own = i < 3 || !bytes[i - 3].is_ascii_digit();
    let rest = &bytes[bytes.len().min(i + 2)..bytes.len().min(i + 16)];
    let word = rest
        .iter()
        .take_while(|b| b.is_ascii_alphabetic() || **b >= 0x80)
        .count();
    let number = rest.get(word + 1).is_some_and(u8::is_ascii_digit);
    two && own && word > 2 && rest.get(word) == Some(&b' ') && number
}

/// Cuts `text[stretch]` into tokens.
pub(super) fn tokenize(text: &str, stretch: Range<usize>, vocab: &Vocab, tokens: &mut Vec<Token>) {
    tokens.clear();
    tokens.reserve(stretch.len() / 4);
    let bytes = text.as_bytes();
    let mut at = stretch.start;
    let (mut spaced, mut first) = (true, at == 0 || bytes[at - 1] == b'\n');
    while at < stretch.end {
        let byte = bytes[at];
        if byte.is_ascii_alphabetic()
            && let Some(word) = plain_word(bytes, at, vocab)
        {
            let blank = bytes.get(word.end) == Some(&b' ');
            at = word.end + usize::from(blank);
            tokens.push(Token {
                spaced,
                first,
                ..word
            });
            (spaced, first) = (blank, false);
            continue;
        }
        if byte == b' ' || byte == b'\r' {
            (spaced, at) = (true, at + 1);
            continue;
        }
        if byte == b'\n' {
            (spaced, first, at) = (true, true, at + 1);
            continue;
        }
        let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
        if byte == b'*' && !(digit(bytes.get(at + 1)) && at > 0 && digit(bytes.get(at - 1))) {
            // Emphasis, or a bullet.
            (spaced, at) = (true, at + 1);
            continue;
        }
        let mut token = next_token(text, at, vocab);
        if matches!(
            token.kind,
            Kind::Mark('\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{feff}')
        ) {
            (spaced, at) = (true, token.end);
            continue;
        }
        (token.spaced, token.first) = (spaced, first);
        // A bullet leaves what follows it at the start of its line.
        let bullet = matches!(token.kind, Kind::Mark('-' | '•' | '°' | '–' | '>' | '#'));
        (spaced, first) = (
            matches!(token.kind, Kind::Break),
            first && (matches!(token.kind, Kind::Break) || bullet),
        );
        at = token.end;
        tokens.push(token);
    }
}

/// The word of letters before a blank or a comma, as most words are.
#[inline]
fn plain_word(bytes: &[u8], at: usize, vocab: &Vocab) -> Option<Token> {
    let letters = Letters::at(bytes, at);
    let end = at + letters.len;
    let ends = matches!(bytes.get(end), Some(b' ' | b',' | b'\n'));
    ends.then(|| token(at..end, Kind::Word, vocab.keyed(letters.key)))
}

fn next_token(text: &str, at: usize, vocab: &Vocab) -> Token {
    let bytes = text.as_bytes();
    let byte = bytes[at];
    let (kind, end) = match byte {
        b'a'..=b'z' | b'A'..=b'Z' => (Kind::Word, word_end(text, at)),
        b'\t' | b'|' => (Kind::Break, at + 1),
        b'0'..=b'9' => digits(text, at),
        b'.' if starts_decimal(bytes, at) => digits(text, at),
        b'_' => (Kind::Word, word_end(text, at)),
        0..0x80 => (Kind::Mark(byte as char), at + 1),
        _ => wide(text, at),
    };
    let word = match kind {
        Kind::Word => vocab.word(&bytes[at..], end - at),
        Kind::Mark(mark) if mark.is_ascii() => (vocab.mark(byte), 0),
        _ => (0, 0),
    };
    token(at..end, kind, word)
}

#[inline]
fn token(range: Range<usize>, kind: Kind, (id, bits): (WordId, u64)) -> Token {
    let may_start = match kind {
        Kind::Word => bits & STARTS != 0,
        Kind::Mark(mark) => matches!(mark, '-' | '$') || !mark.is_ascii(),
        Kind::Break => false,
        Kind::Number(_) | Kind::Vulgar(_) => true,
    };
    Token {
        may_start,
        follows_sign: matches!(kind, Kind::Number(_) | Kind::Mark('$' | '£' | '¥' | '₵')),
        start: range.start,
        end: range.end,
        kind,
        id,
        bits,
        spaced: false,
        first: false,
    }
}

fn digits(text: &str, at: usize) -> (Kind, usize) {
    match number::digits(text, at) {
        Some(digits) => (Kind::Number(digits), at + digits.len),
        None => (Kind::Mark('.'), at + 1),
    }
}

fn starts_decimal(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| bytes[i]);
    let free =
        before.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'(' | b'-' | b'~' | b'$'));
    free && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// A character beyond ASCII: a letter, a fraction, a sign.
fn wide(text: &str, at: usize) -> (Kind, usize) {
    let c = text[at..].chars().next().unwrap_or(' ');
    let end = at + c.len_utf8();
    match number::vulgar(c) {
        Some(value) => (Kind::Vulgar(value), end),
        None if c.is_alphabetic() => (Kind::Word, word_end(text, at)),
        None => (Kind::Mark(c), end),
    }
}

/// The end of a word: letters, digits after letters, apostrophes and single dots inside (`world's`, `p.m.`); an address whole.
fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = run_end(bytes, at, letters);
    if end - at < 5
        && bytes.get(end).is_some_and(u8::is_ascii_digit)
        && is_sign_before_digits(text, at, end)
    {
        return end;
    }
    let run = |from: usize| {
        run_end(bytes, from, |b| {
            letters(b) | digits_of(b) | between(b, b'_', b'_')
        })
    };
    end = run(end);
    while end < bytes.len() {
        let next = match bytes[end] {
            b'\'' if bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic) => end + 1,
            b'.' if is_abbreviation(bytes, at, end) => end + 1,
            b':' if bytes[end..].starts_with(b"://") => return address_end(bytes, end),
            b'@' => return address_end(bytes, end),
            0x80.. => wide_letter(text, end),
            _ => end,
        };
        if next == end {
            break;
        }
        end = run(next);
    }
    if bytes[at..].starts_with(b"www.") {
        return address_end(bytes, end);
    }
    end
}

/// Past a letter beyond ASCII, or an apostrophe before a letter; else `at`.
fn wide_letter(text: &str, at: usize) -> usize {
    let mut chars = text[at..].chars();
    match chars.next() {
        Some('’') if chars.next().is_some_and(char::is_alphabetic) => at + '’'.len_utf8(),
        Some(c) if c.is_alphabetic() => at + c.len_utf8(),
        _ => at,
    }
}

/// Whether a dot goes on with single letters and dots (`U.S.`, `p.m`).
fn is_abbreviation(bytes: &[u8], at: usize, dot: usize) -> bool {
    let single = dot == at + 1 || dot >= 2 && bytes[dot - 2] == b'.';
    let letter_after = bytes.get(dot + 1).is_some_and(u8::is_ascii_alphabetic);
    let lone_after = letter_after && !bytes.get(dot + 2).is_some_and(u8::is_ascii_alphanumeric);
    let inside = dot >= at + 3 && bytes[dot - 2] == b'.';
    single && (lone_after || inside)
}

fn address_end(bytes: &[u8], from: usize) -> usize {
    let stop = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'>' | b')' | b']' | b'|' | b'"');
    bytes[from..]
        .iter()
        .position(stop)
        .map_or(bytes.len(), |i| from + i)
}

/// Whether letters are a currency's that stand right before digits (`RM79`, `AUD1.5m`, and `US55` after `$`).
fn is_sign_before_digits(text: &str, at: usize, end: usize) -> bool {
    let sign = &text[at..end];
    let known = units::exact_sign(sign).is_some_and(|id| !units::is_ambiguous(id, sign));
    text[..at].ends_with('$') || known && sign.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn cut(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), Vocab::of(Lang::En), &mut tokens);
        tokens.iter().map(|t| &text[t.start..t.end]).collect()
    }

    #[test]
    fn words_numbers_and_signs_come_apart() {
        assert_eq!(
            cut("RM79, 128GB at 9 p.m!"),
            ["RM", "79", ",", "128", "GB", "at", "9", "p.m", "!"]
        );
        assert_eq!(cut("the world's 2½"), ["the", "world's", "2", "½"]);
        assert_eq!(
            cut("see https://example.org/a/2017-18 now"),
            ["see", "https://example.org/a/2017-18", "now"]
        );
    }

    #[test]
    fn stretches_lie_round_candidates_and_never_overlap() {
        let text = "No count here at all. We met ten people. And that was that.\n\nNothing. Then 5 more left.";
        let vocab = Vocab::of(Lang::En);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(stretch) = next_stretch(text, from, vocab) {
            from = stretch.end;
            found.push(text[stretch].trim());
        }
        assert_eq!(found, ["We met ten people.", "Then 5 more left."]);
    }
}
