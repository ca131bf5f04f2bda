//! The numbers that headings have: before a title, or behind a word for what they count.

use super::heading::Style;
use super::shape::is_ordinal;
use crate::value::misread::unmisread;

/// `2.`, `2.1`, `IV.`, `A.`: the numbers that headings have; bullets and `a)` make no heading.
pub(super) fn numbered(marker: &str, capitals: bool) -> Option<Style> {
    // `2º.-`; `3\\.`: the stop is escaped so that no list begins there.
    let signs = ['.', '\\', '-', '\u{2013}', '\u{ba}', '\u{aa}', '\u{b0}'];
    let label = marker.trim_end_matches(signs);
    // A dash alone is a bullet.
    if label.is_empty() {
        return None;
    }
    if is_ordinal(marker) {
        return Some(Style::Numbered { depth: 1, capitals });
    }
    let parts = label.split('.').count() as u8;
    let digits = label
        .split('.')
        .all(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_digit()));
    // `D.1`, `IV.2`
    let (first, rest) = label.split_once('.').unwrap_or((label, "1"));
    let counted = rest.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let roman = counted && first.chars().all(|c| "IVXL".contains(c));
    let letter = counted && first.len() == 1 && first.chars().all(|c| c.is_ascii_uppercase());
    // Without a point capitals must say that it is one: `2   LIAISON STATEMENTS`.
    let closes = marker.ends_with(['.', '-', '\u{2013}']) || parts > 1 || capitals && digits;
    (closes && (digits || roman || letter)).then_some(Style::Numbered {
        depth: parts,
        capitals,
    })
}

/// A title behind two words, a number and a dash is no longer, in bytes.
const LABELLED: usize = 80;

/// A word or two, then a number or letter of its own, then a sign: `Annex 2.`, `Panel 1:`, `Working group III -`.
pub(super) fn ordered(text: &str) -> bool {
    let text = &*unmisread(text);
    let behind = text.split_once(' ').map_or("", |(first, rest)| {
        let word = first.len() >= 3 && first.chars().all(char::is_alphabetic);
        if word { rest } else { "" }
    });
    let dashed = || {
        let brief = text.len() <= LABELLED && !text.ends_with(['.', ';', ',']);
        brief
            && [" - ", " \u{2013} ", " \u{2014} "]
                .iter()
                .any(|d| text.contains(d))
    };
    is_ordered(text) || is_ordered(behind) && (text.contains(':') || dashed())
}

/// The same, without words before it.
pub(super) fn is_ordered(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(word), Some(number)) = (words.next(), words.next()) else {
        return false;
    };
    let label = number.trim_end_matches(['.', ':', ')', '-', '\u{2013}']);
    let ordinal = !label.is_empty()
        && label.len() <= 4
        && (label.chars().all(|c| c.is_ascii_digit())
            || label.chars().all(|c| "IVX".contains(c))
            || (label.len() == 1 && label.chars().all(|c| c.is_ascii_uppercase())));
    let parted = label.len() < number.len()
        || words
            .clone()
            .next()
            .is_none_or(|w| ":.-\u{2013}".contains(w));
    word.len() >= 3 && word.chars().all(char::is_alphabetic) && ordinal && parted
}

/// How many parts a number has.
pub(super) fn parts(marker: &str) -> usize {
    let label = marker.trim_end_matches('.');
    // `D.1`: the first may be a letter.
    label.split('.').filter(|p| !p.is_empty()).count()
}

/// A letter or a Roman number.
pub(super) fn is_lettered(marker: &str) -> bool {
    marker.chars().any(|c| c.is_ascii_uppercase())
}

/// The value of a plain number: `7.`, `7)`; none for `7.1`, letters and bullets.
pub(super) fn ordinal(marker: &str) -> Option<u32> {
    let label = marker.trim_matches(['(', ')', '.', '\\', ' ']);
    label.parse().ok().filter(|n| *n < 1000)
}
