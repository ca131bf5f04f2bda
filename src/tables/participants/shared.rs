//! Cells of a table that name several people: `Lake Trust | Ann Model, Bo Probe`, a row a body.

use super::columns::Role;
use super::name::name_at;
use super::parts::parts;
use super::piece::{Class, class};
use crate::lexicon::Lexicon;
use crate::outline::Row;
use std::ops::Range;

/// A row for each of the people in the name cell, the other cells as they are; none where the cell names one, or where an
/// address beside it would be that of all.
pub(super) fn rows<'s>(row: &Row<'s>, roles: &[Role], lexicon: &Lexicon) -> Vec<Row<'s>> {
    let filled = |role: Role| {
        let at = roles.iter().position(|r| *r == role);
        at.is_some_and(|c| !row.text(c).is_empty())
    };
    let named = roles.iter().position(|r| *r == Role::Name);
    let Some(column) = named.filter(|_| !filled(Role::Email) && !filled(Role::Phone)) else {
        return Vec::new();
    };
    let people = people(row.text(column), lexicon);
    let one = |range: Range<usize>| {
        let mut own = row.clone();
        own.cells[column] = row.cells[column].slice(range);
        own
    };
    people.into_iter().map(one).collect()
}

/// The people of a cell in which each part is a name of two words or more, and a remark in brackets at the most; two or
/// more of them, and half of them sure.
fn people(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    if !text.contains([',', ';', ' ']) {
        return Vec::new();
    }
    let found = parts(text, 0..text.len(), lexicon);
    let score = |range: &Range<usize>| {
        let own = &text[range.clone()];
        let name = name_at(own, lexicon).filter(|n| own[n.whole.clone()].contains(' '))?;
        let rest = own[name.end..].trim();
        let whole = rest.is_empty() || rest.starts_with('(') && rest.ends_with(')');
        let named = class(own[..name.end].trim(), lexicon) == Class::Unknown;
        (whole && named && name.score > 0).then_some(name.score)
    };
    let scores: Option<Vec<i32>> = found.iter().map(|p| score(&p.range)).collect();
    let sure = |scores: &[i32]| scores.iter().filter(|s| **s > 1).count() * 2 >= scores.len();
    match scores {
        Some(scores) if scores.len() > 1 && sure(&scores) => {
            found.into_iter().map(|p| p.range).collect()
        }
        _ => Vec::new(),
    }
}
