//! How the lines of a whole report print times, where one line alone would not tell.

use super::who::Who;
use crate::lexicon::List;
use crate::outline::{Outline, Unit};
use crate::value::place::country;
use crate::value::time::time_at;
use std::ops::Range;

/// Whether lines of the report begin with times of four digits: `0930 Opening` and no count. Two early ones say so, or
/// one and later ones behind it.
pub(super) fn is_compact(outline: &Outline) -> bool {
    let clock = |u: &Unit| {
        let start = u.text().as_bytes().get(..5)?;
        let digits = start[..4].iter().all(u8::is_ascii_digit) && !start[4].is_ascii_alphanumeric();
        let minutes = start[2] < b'6' && matches!(start[3], b'0' | b'5');
        let value = u.text().get(..4)?.parse::<u32>().ok();
        value.filter(|v| digits && minutes && (600..2400).contains(v))
    };
    let clocks: Vec<u32> = outline.units.iter().filter_map(clock).collect();
    let early = clocks.iter().filter(|c| **c < 1000).count();
    let first = clocks.iter().position(|c| *c < 1000).unwrap_or(0);
    let rising = clocks[first..].windows(2).take_while(|w| w[0] < w[1]);
    early >= 2 || early == 1 && rising.count() >= LEAST_RISING
}

/// So many clocks behind an early one rise.
const LEAST_RISING: usize = 2;

/// Whether titles behind times begin with small letters: `10h30 présentation du budget`. Some lines must have a capital
/// there, as no sentences in a row would.
pub(super) fn is_small(outline: &Outline, who: &Who) -> bool {
    let (mut small, mut capital) = (0, 0);
    for unit in &outline.units {
        let text = unit.text();
        if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() > LONGEST_SMALL {
            continue;
        }
        let Some(behind) = time_at(text, who.lang).and_then(|(len, _)| text.get(len..)) else {
            continue;
        };
        let title = behind.trim_start_matches([' ', ':', '-', '\u{2013}']);
        small += usize::from(title.starts_with(char::is_lowercase));
        capital += usize::from(title.starts_with(char::is_uppercase));
    }
    small >= 3 && capital >= 1
}

/// The title of a document stands in so many units at its start.
const TITLE_PAGE: usize = 15;

/// Whether the document calls itself an agenda with annotations.
pub(super) fn is_annotated(outline: &Outline, who: &Who) -> bool {
    let annotated = who.lexicon.list(List::AgendaAnnotated);
    let agenda = who.lexicon.list(List::HeadingAgenda);
    outline.units.iter().take(TITLE_PAGE).any(|u| {
        let text = u.text();
        text.len() <= LONGEST_SMALL && annotated.found_in(text) && agenda.found_in(text)
    })
}

/// So many numbers on lines of their own count the items of an agenda.
const LONE: usize = 3;

/// Whether numbers on lines of their own count up from 1, a short text behind each.
pub(super) fn has_lone_numbers(outline: &Outline) -> bool {
    let number = |u: &Unit| {
        let text = u.text().trim_end_matches('.');
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<usize>().ok()).flatten()
    };
    let mut next = 1;
    let mut most = 0;
    for two in outline.units.windows(2) {
        let title = two[1].text();
        let titled = title.len() <= LONGEST_SMALL && title.starts_with(char::is_uppercase);
        if number(&two[0]).is_some_and(|n| titled && (n == next || n == 1)) {
            next = if number(&two[0]) == Some(1) {
                2
            } else {
                next + 1
            };
            most = most.max(next - 1);
        }
    }
    most >= LONE
}

/// So many lines of surnames in square brackets are a habit.
const BRACKETED: usize = 4;

/// Whether lines that are nothing but square brackets hold surnames: `[Novak]`, `[Lind/Okoro]`.
pub(super) fn is_bracketed(who: &Who) -> bool {
    let lines = who.source.lines().map(str::trim);
    lines
        .filter(|l| in_brackets(l, who).is_some())
        .take(BRACKETED)
        .count()
        == BRACKETED
}

/// The surnames that a line in square brackets holds and nothing else, strokes between them; words for everyone may
/// stand among them.
pub(super) fn in_brackets(line: &str, who: &Who) -> Option<Range<usize>> {
    let inner = line.strip_prefix('[')?.strip_suffix(']')?;
    let parts = || inner.split('/').map(str::trim);
    let everyone = |t: &str| who.lexicon.list(List::AgendaEveryone).is(t);
    let all = parts().all(|t| everyone(t) || is_surname(t));
    (all && parts().any(|t| !everyone(t))).then(|| 1..1 + inner.len())
}

/// Whether a text is one word with a capital and small letters, and no country.
pub(crate) fn is_surname(text: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}');
    (3..=24).contains(&text.len())
        && text.starts_with(char::is_uppercase)
        && text.chars().all(plain)
        && text.contains(char::is_lowercase)
        && country(text).is_none()
}

/// A title in small letters with its time is no longer than this.
pub(super) const LONGEST_SMALL: usize = 160;
