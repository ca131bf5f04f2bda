//! The signs and words that cleaning meets, told one at a time.

use crate::value::floor;

/// Bullets of the symbol fonts, which text out of office files keeps inside cells.
pub(super) fn is_glyph_bullet(c: char) -> bool {
    matches!(c, '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}')
}

/// The farthest a link's bracket may close, so that hostile brackets stay linear.
pub(super) const LINK_REACH: usize = 1000;

pub(super) fn reach(rest: &str) -> &str {
    &rest[..floor(rest, rest.len().min(LINK_REACH))]
}

/// A character that takes no room: a soft hyphen, a blank or mark without width.
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}'
    )
}

/// Whether a character is a raised digit or sign.
pub fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁻')
}

/// Raised digits as plain ones.
pub fn plain_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            '⁰' => '0',
            '⁴'..='⁹' => char::from(b'4' + (c as u32 - '⁴' as u32) as u8),
            c => c,
        })
        .collect()
}

pub(super) fn word_at(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    &text[..end.min(floor(text, text.len().min(64)))]
}

pub(super) fn last_word(text: &str) -> &str {
    let from = floor(text, text.len().saturating_sub(64));
    let tail = &text[from..];
    let cut = tail
        .char_indices()
        .rev()
        .find(|(_, c)| !c.is_alphanumeric());
    cut.map_or(tail, |(i, c)| &tail[i + c.len_utf8()..])
}

pub(super) fn footnote_reference(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix("[^")?;
    let close = inner[..floor(inner, inner.len().min(32))].find(']')?;
    Some(2 + close + 1)
}

/// The words of `[words](target)` at the start of `rest`.
pub(super) fn link_words(rest: &str) -> Option<&str> {
    let close = reach(rest).find("](")?;
    let words = rest.get(1..close)?;
    let nested = words.contains('[') || words.contains("\n\n");
    closing_paren(&rest[close + 2..]).filter(|_| !nested)?;
    Some(words)
}

pub(super) fn closing_paren(target: &str) -> Option<usize> {
    let close = reach(target).find(')')?;
    (!target[..close].contains(char::is_whitespace)).then_some(close)
}

pub(super) fn is_address(inner: &str) -> bool {
    let scheme = ["http://", "https://", "mailto:", "www."];
    let web = scheme.iter().any(|s| inner.starts_with(s));
    let mail = inner.contains('@') && inner.contains('.');
    (web || mail) && !inner.contains(char::is_whitespace)
}

/// Whether text has nothing that cleaning could touch; the common case, told by bytes.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if memchr::memchr(b'\n', bytes).is_some() || has_layout(bytes) {
        return false;
    }
    // Blanks, marks and letters beyond ASCII that are layout, by the first of their bytes.
    let unseen = |at: usize| {
        matches!(
            bytes.get(at + 1..at + 3),
            Some([0x80, 0x80..=0x8f | 0x90 | 0xaf]) | Some([0x81, _]) | Some([0x82, _])
        )
    };
    memchr::memchr3(0xc2, 0xee, 0xef, bytes).is_none()
        && !memchr::memchr_iter(0xe2, bytes).any(unseen)
}

/// Whether a sign of ASCII may be layout, or steers, or a blank stands behind a blank or a hyphen. Without a branch inside,
/// sixteen bytes are seen at a time.
fn has_layout(bytes: &[u8]) -> bool {
    let signs = bytes.iter().fold(false, |found, &b| {
        found
            | (b == b'*')
            | (b == b'_')
            | (b == b'[')
            | (b == b'<')
            | (b == b'\\')
            | (b == b'&')
            | (b < b' ')
    });
    let behind = bytes.get(1..).unwrap_or(&[]);
    let pairs = bytes.iter().zip(behind).fold(false, |found, (&a, &b)| {
        found | ((b == b' ') & ((a == b' ') | (a == b'-')))
    });
    signs || pairs
}

/// How many bytes at the start are taken over as they are: ASCII that is no layout, words with one blank between them.
/// Taking them over one by one, a piece for each word, cost three times as much.
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    let plain = |at: usize| bytes.get(at).is_some_and(|b| PLAIN[usize::from(*b)]);
    let mut at = 0;
    while plain(at) || at > 0 && bytes.get(at) == Some(&b' ') && plain(at + 1) {
        at += 1;
    }
    at
}

/// The bytes that stand for themselves wherever they are.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b'!';
    while byte < 0x7f {
        plain[byte as usize] =
            !matches!(byte, b'-' | b'*' | b'_' | b'\\' | b'[' | b']' | b'<' | b'&');
        byte += 1;
    }
    plain
};
