//! The codes by which bodies file what they decide: `GA-2031/02 The Assembly decided ...`.

use std::ops::Range;

/// The code by which a body files what it decided, before the words: `GA-2031/02 The Assembly decided`.
pub(super) fn filed_as(text: &str) -> Option<Range<usize>> {
    let word = &text[..memchr::memchr(b' ', text.as_bytes())?];
    let code = word.trim_end_matches([':', '.']);
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &code[letters..];
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let signs = rest
        .bytes()
        .filter(|b| matches!(b, b'-' | b'/' | b'.'))
        .count();
    let opens = text[word.len()..]
        .trim_start()
        .starts_with(char::is_uppercase);
    let filed = (1..=6).contains(&letters) && digits >= 2 && signs >= 1;
    (filed && digits + signs == rest.len() && opens).then_some(0..code.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_before_the_words() {
        assert_eq!(filed_as("GA-2031/02 The Assembly decided."), Some(0..10));
        assert_eq!(filed_as("D.31.4: The Board decided."), Some(0..6));
        assert_eq!(filed_as("GA decided."), None);
        assert_eq!(filed_as("R1 Publish it."), None);
        assert_eq!(filed_as("COVID-19 the Board decided."), None);
    }
}
