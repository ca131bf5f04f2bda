//! The capitalised words of a text: where a name can begin, found fast.

use std::ops::Range;

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
        let mut inside = self.at > 0 && is_word(bytes[self.at - 1]);
        while let Some(&byte) = bytes.get(self.at) {
            let word = is_word(byte);
            if word && !inside && (byte.is_ascii_uppercase() || byte >= 0x80) {
                let start = self.at;
                let rest = &bytes[start..];
                self.at += rest.iter().position(|b| !is_word(*b)).unwrap_or(rest.len());
                if byte < 0x80 || self.text[start..].starts_with(char::is_uppercase) {
                    return Some(start..self.at);
                }
                inside = true;
                continue;
            }
            inside = word;
            self.at += 1;
        }
        None
    }
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
