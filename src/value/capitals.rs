//! The capitalised words of a text: where a name can begin, found fast.

use super::eight::{HIGH, at, between, digits, first, letters, run_end};
use std::ops::Range;

/// Bytes looked at together.
const AT_ONCE: usize = 16;

/// Goes over the words that begin with a capital letter.
pub(super) struct Capitals<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Capitals<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Capitals { text, at: 0 }
    }

    /// Goes on at byte `at`.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at.max(self.at);
    }
}

impl Iterator for Capitals<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        loop {
            let start = next_open(bytes, self.at)?;
            self.at = run_end(bytes, start, |b| letters(b) | digits(b) | b & HIGH);
            let inside = start > 0 && is_word(bytes[start - 1]);
            let capital =
                || bytes[start] < 0x80 || self.text[start..].starts_with(char::is_uppercase);
            if !inside && capital() {
                return Some(start..self.at);
            }
        }
    }
}

/// The place of the first byte from `from` on that may open a word, looked for in many bytes at a time.
fn next_open(bytes: &[u8], from: usize) -> Option<usize> {
    let any = |part: &[u8; AT_ONCE]| part.iter().fold(false, |any, b| any | may_open(*b));
    let (parts, _) = bytes.get(from..)?.as_chunks();
    let mut near = from + parts.iter().take_while(|part| !any(part)).count() * AT_ONCE;
    while near < bytes.len() {
        let eight = at(bytes, near);
        let found = first(between(eight, b'A', b'Z') | eight & HIGH);
        if found < 8 {
            return Some(near + found);
        }
        near += 8;
    }
    None
}

/// A capital letter, or a byte that may be of one.
fn may_open(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte >= 0x80
}

/// Letters, digits, and every byte of a character beyond ASCII; its dashes and quotes are left to the reader.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::Capitals;

    #[test]
    fn finds_words_with_a_capital() {
        let text = "the Élan of O’Neil in mcDonald 4X, Bern";
        let found: Vec<_> = Capitals::new(text).map(|r| &text[r]).collect();
        assert_eq!(found, ["Élan", "O’Neil", "Bern"]);
    }
}
