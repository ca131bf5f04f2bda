//! Pairs of quotation marks in a text.

use memchr::memchr3_iter;
use std::ops::Range;

/// A quotation with and without its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// With the marks.
    pub outer: Range<usize>,
    /// Without.
    pub inner: Range<usize>,
}

/// The outermost pairs, in order. A mark that is never closed, or an apostrophe, opens nothing.
pub(super) fn pairs(text: &str) -> Vec<Quoted> {
    let mut pairs = Vec::new();
    let mut open: Option<(usize, char)> = None;
    // The first bytes of all the marks.
    for at in memchr3_iter(b'"', 0xc2, 0xe2, text.as_bytes()) {
        let Some(c) = text[at..].chars().next() else {
            continue;
        };
        let (before, after) = (
            text[..at].chars().next_back(),
            text[at + c.len_utf8()..].chars().next(),
        );
        match open {
            Some((start, mark)) if closes(mark, c, before, after) => {
                let inner = start + mark.len_utf8()..at;
                pairs.push(Quoted {
                    outer: start..at + c.len_utf8(),
                    inner,
                });
                open = None;
            }
            // A new opening mark: the one before was never closed.
            Some((_, mark)) if c == mark && mark != '"' => open = Some((at, c)),
            Some(_) => {}
            None if opens(c, before) => open = Some((at, c)),
            None => {}
        }
    }
    pairs
}

fn opens(c: char, before: Option<char>) -> bool {
    let free = before.is_none_or(|b| !b.is_alphanumeric());
    match c {
        '\u{201c}' | '\u{ab}' | '\u{201e}' => true,
        '"' | '\u{2018}' => free,
        _ => false,
    }
}

fn closes(mark: char, c: char, before: Option<char>, after: Option<char>) -> bool {
    let free = after.is_none_or(|a| !a.is_alphanumeric());
    match mark {
        '\u{201c}' => matches!(c, '\u{201d}' | '"'),
        '\u{201e}' => matches!(c, '\u{201c}' | '\u{201d}'),
        '\u{ab}' => c == '\u{bb}',
        '\u{2018}' => c == '\u{2019}' && free && before.is_some_and(|b| !b.is_whitespace()),
        _ => matches!(c, '"' | '\u{201d}') && free,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        pairs(text).into_iter().map(|q| &text[q.inner]).collect()
    }

    #[test]
    fn marks_of_all_kinds_pair() {
        assert_eq!(
            inner("\u{201c}a b,\u{201d} she said, \"c d\" and \u{ab}e\u{bb}"),
            ["a b,", "c d", "e"]
        );
        assert_eq!(
            inner("the cities\u{2019} \u{2018}own way\u{2019} and 5\" pipes"),
            ["own way"]
        );
        assert_eq!(inner("\u{201e}so\u{201c} "), ["so"]);
    }

    #[test]
    fn a_mark_that_is_never_closed_opens_nothing() {
        assert_eq!(inner("a \u{201c}b c \u{201c}d e\u{201d}"), ["d e"]);
        assert!(inner("6\" of rain").is_empty());
    }
}
