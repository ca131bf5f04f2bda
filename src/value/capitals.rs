//! The capitalised words of a text: where a name can begin, found fast.

use super::eight::{HIGH, digits, letters, run_end};
use super::sixteen::{MANY, begins, of_many};
use std::ops::Range;

/// Goes over the words that begin with a capital letter.
pub(super) struct Capitals<'t> {
    text: &'t str,
    /// No word that begins before this byte is given.
    at: usize,
    /// The byte behind those that were looked at.
    next: usize,
    /// Which of the last of these may open a word, as bits.
    open: u64,
    /// Which of them are of words.
    words: u64,
}

impl<'t> Capitals<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Capitals {
            text,
            at: 0,
            next: 0,
            open: 0,
            words: 0,
        }
    }

    /// Goes on at byte `at`.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at.max(self.at);
        // What lies between was not looked at, and need not be; its last byte may be of a word that goes on.
        if self.at > self.next {
            let before = self.text.as_bytes().get(self.at - 1);
            let inside = before.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
            (self.next, self.open) = (self.at, 0);
            self.words = u64::from(inside) << (MANY - 1);
        }
    }

    /// The place of the next byte that may open a word, looked for in many bytes at a time.
    #[inline]
    fn next_open(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        while self.open == 0 {
            if self.next >= bytes.len() {
                return None;
            }
            // Letters, digits, and every byte of a character beyond ASCII; its dashes and quotes are left to the reader.
            let [words, opens] = of_many(bytes, self.next, |part| {
                let wide = part.wide();
                let words = part.letters() | part.digits() | wide;
                [words, part.between(b'A', b'Z') | wide]
            });
            self.open = begins(words, self.words >> (MANY - 1)) & opens;
            self.words = words;
            self.next += MANY;
        }
        let at = self.next - MANY + self.open.trailing_zeros() as usize;
        self.open &= self.open - 1;
        Some(at)
    }

    /// Where the word ends that begins at a byte of those that were looked at last.
    #[inline]
    fn end_of(&self, start: usize) -> usize {
        let before = start + MANY - self.next;
        let end = start + (!(self.words >> before)).trailing_zeros() as usize;
        match end < self.next {
            true => end,
            false => run_end(self.text.as_bytes(), self.next, |b| {
                letters(b) | digits(b) | b & HIGH
            }),
        }
    }
}

impl Iterator for Capitals<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.next_open()?;
            let capital =
                || bytes[start] < 0x80 || self.text[start..].starts_with(char::is_uppercase);
            if start >= self.at && capital() {
                return Some(start..self.end_of(start));
            }
        }
    }
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

    #[test]
    fn words_over_the_edges_of_sixteen_bytes_are_found_once() {
        let text = "In the year of AbCd the longest Words of Xanadu met; so did Ana and Bo";
        let mut capitals = Capitals::new(text);
        assert_eq!(capitals.next(), Some(0..2));
        capitals.skip_to(16);
        let found: Vec<_> = capitals.map(|r| &text[r]).collect();
        assert_eq!(found, ["Words", "Xanadu", "Ana", "Bo"]);
        let mut far = Capitals::new(text);
        far.skip_to(48);
        let found: Vec<_> = far.map(|r| &text[r]).collect();
        assert_eq!(found, ["Ana", "Bo"]);
    }
}
