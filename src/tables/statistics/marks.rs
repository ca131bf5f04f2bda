//! Numbers that their surroundings show to number or name something: of versions, years, references, code, accounts.

use crate::value::quantity::{Kind, Quantity};

/// Whether a quantity of a text is no number of the world.
pub(super) fn is_mark(q: &Quantity, text: &str) -> bool {
    let (before, behind) = (&text[..q.span.start], &text[q.span.end..]);
    let nameless = q.unit.is_empty();
    let count = q.kind == Kind::Count;
    in_code(before)
        || count && nameless && (is_year(q, text) || is_version(q, text) || sums_up(before))
        || q.kind == Kind::Fraction
            && text[q.span.clone()].contains('/')
            && is_reference(q, before, behind)
}

/// Behind an odd number of backticks.
fn in_code(before: &str) -> bool {
    before.bytes().filter(|b| *b == b'`').count() % 2 == 1
}

/// `ICRC 2015`, `l'an deux mil trois`: nothing is counted.
fn is_year(q: &Quantity, text: &str) -> bool {
    let printed = &text[q.span.clone()];
    let plain = !printed.contains([',', ' ', '.', '\u{a0}'])
        || !printed.contains(|c: char| c.is_ascii_digit());
    (1900.0..2100.0).contains(&q.value) && q.value.fract() == 0.0 && plain
}

/// `V8 6.5.`: a number with a point behind a name.
fn is_version(q: &Quantity, text: &str) -> bool {
    let printed = &text[q.span.clone()];
    let word = text[..q.span.start]
        .trim_end()
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    let named = word.contains(char::is_uppercase) && word.chars().all(char::is_alphanumeric);
    let behind = &text[q.span.end..];
    printed.contains('.')
        && named
        && (behind.is_empty() || behind.starts_with(['.', ',', ';', ')']))
}

/// `Expenditure = 2 033 729.68`
fn sums_up(before: &str) -> bool {
    before.trim_end().ends_with('=')
}

/// `Question 4/16`, `1/10` alone on a line: a reference, not a part of a whole.
fn is_reference(q: &Quantity, before: &str, behind: &str) -> bool {
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let named = word.starts_with(char::is_uppercase) && before.trim_end().contains(' ');
    let first = word.starts_with(char::is_uppercase) && word.len() > 5;
    let of = behind.trim_start().starts_with("of ");
    let part = q.value > 0.0 && !of;
    part && (named || first || before.is_empty() && behind.trim().is_empty())
}
