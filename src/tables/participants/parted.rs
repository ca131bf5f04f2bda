//! Tables without a header in which surnames and given names have a column each: `Model | Ann | Lake Trust | ann@...`.

use super::columns::Role;
use super::piece::{Class, class};
use crate::lexicon::Lexicon;
use crate::outline::Row;
use crate::value::person::is_given_name;

/// How many rows tell what a column holds.
const SAMPLE: usize = 60;
/// Fewer rows tell nothing.
const LEAST: usize = 3;

/// Finds a column of given names and one of surnames beside it, where no column holds names yet.
pub(super) fn names(
    rows: &[Row],
    roles: &mut [Role],
    promised: &[Option<Role>],
    lexicon: &Lexicon,
) {
    let known = |r: &Role| matches!(r, Role::Name | Role::First | Role::Last);
    if roles.len() < 3 || roles.iter().any(known) {
        return;
    }
    let unknown = |c: usize| promised.get(c).is_some_and(Option::is_none);
    for first in (0..roles.len()).filter(|&c| unknown(c)) {
        if !most(rows, first, 6, &|text| is_given(text)) {
            continue;
        }
        let beside = [first.checked_sub(1), Some(first + 1)];
        let surnames = |c: &usize| unknown(*c) && most(rows, *c, 8, &|t| is_surname(t, lexicon));
        if let Some(last) = beside.into_iter().flatten().find(surnames) {
            roles[first] = Role::First;
            roles[last] = Role::Last;
            return;
        }
    }
}

/// Whether so many tenths of the cells of a column fit, of rows with more than one.
fn most(rows: &[Row], column: usize, tenths: usize, fits: &dyn Fn(&str) -> bool) -> bool {
    let whole = rows.iter().take(SAMPLE).filter(|r| r.filled() > 1);
    let cells = whole.map(|r| r.text(column)).filter(|t| !t.is_empty());
    let (mut all, mut right) = (0, 0);
    for text in cells {
        all += 1;
        right += usize::from(fits(text));
    }
    all >= LEAST && right * 10 >= all * tenths
}

/// One to three words with capitals and nothing else.
fn is_plain(text: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || "'\u{2019}-. ".contains(c);
    text.split(' ').count() <= 3
        && text.starts_with(char::is_uppercase)
        && text.chars().all(letters)
}

fn is_given(text: &str) -> bool {
    is_plain(text) && text.split([' ', '-']).next().is_some_and(is_given_name)
}

fn is_surname(text: &str, lexicon: &Lexicon) -> bool {
    let class = class(text, lexicon);
    is_plain(text) && matches!(class, Class::Unknown | Class::City | Class::Place)
}
