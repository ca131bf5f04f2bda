//! Words and the marks between them, with what each word is.

use super::flags::SHORT;
use super::shows::SURE;
use super::words::{Flags, Words};
use crate::value::eight::{digits, run_end};
use crate::value::short::Letters;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    Semicolon,
    Colon,
    /// A dash between spaces, or a long one.
    Dash,
    Open,
    Close,
    /// A stroke between spaces.
    Slash,
    /// A line end.
    Line,
    /// A tab, a cell's edge, a bullet, `<br>`.
    Break,
    /// A full stop or another mark that ends a sentence.
    Stop,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub flags: Flags,
}

impl Token {
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn has(&self, flags: Flags) -> bool {
        self.is_word() && self.flags.has(flags)
    }
}

/// The tokens of a text; markup stars, quotation marks and white space are none.
pub(super) fn tokens(text: &str, words: &Words) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    add_tokens(text, 0, words, &mut tokens);
    tokens
}

/// Adds the tokens from a byte on that lies in no token.
fn add_tokens(text: &str, mut at: usize, words: &Words, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        at = match byte {
            b' ' => at + 1,
            _ if byte.is_ascii_alphanumeric() => word(text, at, words, tokens),
            _ => mark(text, at, words, tokens),
        };
    }
}

/// The tokens of parts of a text that begin at the same place; those that two of them share are cut once.
#[derive(Default)]
pub(super) struct Parts {
    tokens: Vec<Token>,
    /// How long the last part was.
    len: usize,
}

impl Parts {
    /// A part that begins elsewhere than those before.
    pub fn first(&mut self, text: &str, words: &Words) -> &[Token] {
        self.len = 0;
        self.next(text, words)
    }

    /// A part that begins where those before did, shorter or longer.
    pub fn next(&mut self, text: &str, words: &Words) -> &[Token] {
        // What is as long is the same.
        if text.len() == self.len && self.len > 0 {
            return &self.tokens;
        }
        let end = text.len().min(self.len);
        let sure = self.tokens.iter().rposition(|t| t.end + SURE <= end);
        self.tokens.truncate(sure.map_or(0, |last| last + 1));
        let from = self.tokens.last().map_or(0, |t| t.end);
        self.tokens.reserve((text.len() - from) / 5);
        add_tokens(text, from, words, &mut self.tokens);
        self.len = text.len();
        &self.tokens
    }
}

/// Adds what begins at a byte that is no letter, no digit and no blank of ASCII; where it ends.
#[inline(never)]
fn mark(text: &str, at: usize, words: &Words, tokens: &mut Vec<Token>) -> usize {
    let Some(c) = text[at..].chars().next() else {
        return text.len();
    };
    let end = at + c.len_utf8();
    let spaced = || {
        let before = text[..at].chars().next_back();
        before.is_none_or(char::is_whitespace) || begins_blank(&text[end..])
    };
    let kind = match c {
        ',' | '،' | '、' => Kind::Comma,
        ';' => Kind::Semicolon,
        ':' | '：' => Kind::Colon,
        '(' | '[' => Kind::Open,
        ')' | ']' => Kind::Close,
        '—' | '―' => Kind::Dash,
        '-' | '–' | '‒' | '−' if spaced() => Kind::Dash,
        '/' if spaced() => Kind::Slash,
        '\n' => Kind::Line,
        '\t' | '|' | '•' | '▪' | '◦' | '·' | '●' | '■' | '\u{c}' => Kind::Break,
        '.' | '!' | '?' => Kind::Stop,
        '<' if text[at..].starts_with("<br") => {
            let close = text[at..].find('>').map_or(text.len(), |i| at + i + 1);
            tokens.push(token(at, close, Kind::Break));
            return close;
        }
        '&' | '@' => return word(text, at, words, tokens),
        _ if is_letter(c) || is_apostrophe(c) && !begins_blank(&text[end..]) => {
            return word(text, at, words, tokens);
        }
        _ => return end,
    };
    tokens.push(token(at, end, kind));
    end
}

/// Whether a text is empty or begins with white space.
fn begins_blank(text: &str) -> bool {
    text.chars().next().is_none_or(char::is_whitespace)
}

/// Adds the word that begins at a byte; where it ends.
#[inline]
fn word(text: &str, start: usize, words: &Words, tokens: &mut Vec<Token>) -> usize {
    let word = word_at(text, start, words);
    let end = word.end;
    tokens.push(word);
    end
}

/// The word that begins at a byte.
#[inline]
pub(super) fn word_at(text: &str, start: usize, words: &Words) -> Token {
    let (end, flags) = read_word(text, start, words);
    Token {
        start,
        end,
        kind: Kind::Word,
        flags,
    }
}

/// What the word is that begins at a byte.
pub(super) fn first_flags(text: &str, at: usize, words: &Words) -> Flags {
    read_word(text, at, words).1
}

/// Where the word ends that begins at a byte, and what it is.
#[inline]
fn read_word(text: &str, start: usize, words: &Words) -> (usize, Flags) {
    // Most words are letters of ASCII before a blank or a mark.
    let bytes = text.as_bytes();
    let letters = Letters::at(bytes, start);
    let end = start + letters.len;
    if letters.len > 0 && (ends_word(bytes.get(end), letters.len) || ends_sentence(bytes, end)) {
        let flags = words.of_letters(text, start, &letters);
        if !(flags.has(Flags::STOPPED.with(Flags::INITIAL)) && bytes.get(end) == Some(&b'.')) {
            return (end, flags);
        }
        // `Mr. `, `J. `: the stop is of the word, and surely nothing else.
        if ends_word(bytes.get(end + 1), 0) {
            let end = end + 1;
            return (end, words.flags(&text[start..end]).with(OPENS));
        }
    }
    read_number(bytes, start).unwrap_or_else(|| read_marked(text, start, words))
}

/// Whether a full stop stands at a byte that is of no word, unless what stands before it is an abbreviation.
#[inline]
fn ends_sentence(bytes: &[u8], at: usize) -> bool {
    let blank = |b: &u8| !b.is_ascii_alphanumeric() && b.is_ascii();
    bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_none_or(blank)
}

/// The same of a number that is digits and nothing else.
fn read_number(bytes: &[u8], start: usize) -> Option<(usize, Flags)> {
    let end = run_end(bytes, start, digits);
    let whole = end > start && ends_word(bytes.get(end), 0);
    whole.then(|| (end, Flags::ODD.with(OPENS)))
}

/// Which words with marks may begin an honorific, a role or a country is not told beforehand.
const OPENS: Flags = Flags::HONORIFIC.with(Flags::ROLE).with(Flags::COUNTRY);

/// The same of a word that has marks or letters beyond ASCII, or a mark behind it.
#[inline(never)]
fn read_marked(text: &str, start: usize, words: &Words) -> (usize, Flags) {
    let end = marked_end(text, start);
    (end, words.flags(&text[start..end]).with(OPENS))
}

/// Whether a word of so many letters surely ends before a byte.
#[inline]
pub(super) fn ends_word(byte: Option<&u8>, letters: usize) -> bool {
    match byte {
        None
        | Some(
            b' ' | b',' | b'\n' | b')' | b';' | b':' | b'(' | b'|' | b'\t' | b'*' | b'?' | b'!',
        ) => true,
        // No abbreviation is as long.
        Some(b'.') => letters > LONGEST_SHORT,
        _ => false,
    }
}

fn token(start: usize, end: usize, kind: Kind) -> Token {
    Token {
        start,
        end,
        kind,
        flags: Flags::NONE,
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}

/// Marks that stand inside a word.
fn joins(c: char) -> bool {
    is_apostrophe(c)
        || matches!(
            c,
            '-' | '‐'
                | '‑'
                | '–'
                | '&'
                | '@'
                | '_'
                | '+'
                | '/'
                | '\u{ad}'
                | '\u{200d}'
                | '\u{200c}'
        )
}

/// No word of a name, a post or a body is as long, in bytes; of a longer one only so much is looked at, however often it is
/// asked what begins at its capitals.
const LONGEST_WORD: usize = 256;

/// Where such a word ends.
fn marked_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inside = match c {
            _ if is_letter(c) => true,
            // `Mr.Anton`: the blank is lost.
            '.' if is_address(&text[start..start + i]) && begins_word(&text[start + i + 1..]) => {
                return start + i + 1;
            }
            '.' => {
                next.is_some_and(is_letter) && letters_of(text, start, start + i) <= 2
                    || is_short(&text[start..start + i])
            }
            '&' | '@' => true,
            _ if joins(c) => {
                next.is_some_and(is_letter)
                    || c == '-' && next == Some(' ') && is_capitals(&text[start..start + i])
            }
            _ => false,
        };
        if !inside || i >= LONGEST_WORD {
            break;
        }
        end = start + i + c.len_utf8();
    }
    end.max(start + text[start..].chars().next().map_or(1, char::len_utf8))
}

/// `UN- Habitat`: a hyphen that the layout parted.
fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether a word is how a person is addressed, and so never a part of the word behind its stop.
fn is_address(word: &str) -> bool {
    const ADDRESS: [&str; 10] = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sr", "Sra", "Dra", "Mme", "Hon",
    ];
    ADDRESS.contains(&word)
}

/// Whether a text begins with a capital and a small letter behind it.
fn begins_word(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// Letters since the last full stop of the word.
fn letters_of(text: &str, start: usize, end: usize) -> usize {
    let word = &text[start..end];
    word.rsplit('.').next().unwrap_or(word).chars().count()
}

/// Letters of the longest abbreviation that [`is_short`] knows.
const LONGEST_SHORT: usize = 5;

/// Whether a full stop behind the word belongs to it: an initial, or a common abbreviation.
fn is_short(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let one =
        last.trim_start_matches('-').chars().count() == 1 && last.contains(char::is_uppercase);
    // `J.-w.`
    let joined = || last.len() < word.len() && last.len() == 2 && last.starts_with('-');
    let short = || SHORT.iter().any(|s| s.eq_ignore_ascii_case(word));
    one || joined() || word.len() <= LONGEST_SHORT && short()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn shown(text: &str) -> Vec<&str> {
        let all = tokens(text, Words::of(Lang::En));
        all.iter().map(|t| &text[t.range()]).collect()
    }

    #[test]
    fn no_word_is_read_to_an_end_that_is_far() {
        for long in ["Foox-Barx-", "A.B.", "Foo&Bar&"] {
            let text = long.repeat(2000);
            let most = shown(&text).iter().map(|t| t.len()).max();
            assert!(most <= Some(LONGEST_WORD + 4), "{long}");
        }
    }

    #[test]
    fn words_keep_their_marks() {
        assert_eq!(
            shown("Dr. J.K. O'Neil-Smith, WHO."),
            ["Dr.", "J.K.", "O'Neil-Smith", ",", "WHO", "."]
        );
        assert_eq!(
            shown("**Amina** Diallo UN- Habitat"),
            ["Amina", "Diallo", "UN-", "Habitat"]
        );
        assert_eq!(
            shown("Mr.Anton Velde, Prof.Dr.Ines"),
            ["Mr.", "Anton", "Velde", ",", "Prof.", "Dr.", "Ines"]
        );
        assert_eq!(
            shown("A – B/C / D & E"),
            ["A", "–", "B/C", "/", "D", "&", "E"]
        );
    }

    #[test]
    fn parts_of_a_text_have_the_tokens_they_have_alone() {
        let text =
            "Prof.Dr. Ana-Maria O'Neil (J.K. & Co.), of the Hon. Ms.Ida M.\u{e9}<br x>, a-b/ c";
        let words = Words::of(Lang::En);
        let ends: Vec<usize> = (0..=text.len())
            .filter(|i| text.is_char_boundary(*i))
            .collect();
        for short in &ends {
            for long in &ends {
                let mut parts = Parts::default();
                parts.first(&text[..*short], words);
                let found: Vec<_> = parts.next(&text[..*long], words).to_vec();
                assert_eq!(found, tokens(&text[..*long], words), "{short} {long}");
            }
        }
    }

    #[test]
    fn any_text_has_tokens() {
        for text in [
            "", ".", "<br", "’", "\u{301}", "a\u{0}b", "--", "(((", "&&&@@",
        ] {
            let _ = tokens(text, Words::of(Lang::En));
        }
    }
}
