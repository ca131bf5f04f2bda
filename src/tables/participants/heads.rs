//! Heads of columns: those whose last words stand for people, and those that only a list of people has.

use super::columns::{HEADERS, Role, promised};
use super::lines;
use super::name::name_at;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::UnitKind;

/// `Board member`, `Officers in attendance`: the last words stand for people.
pub(super) fn person_noun(head: &str, lexicon: &Lexicon) -> Option<Role> {
    let words = head.chars().all(|c| c.is_alphabetic() || c == ' ');
    let short = words && head.split(' ').count() <= 4;
    let list = |key| {
        let list = lexicon.list(key);
        head.rmatch_indices(' ')
            .take(2)
            .any(|(i, _)| list.is(&head[i + 1..]))
    };
    let named = short
        && (list(List::ColumnParticipant) || list(List::HeadingMember) || list(List::LabelPresent));
    named.then_some(Role::Name)
}

/// Whether cells are the heads over a list of people: all known, a name and what only people have among them.
pub(super) fn are_heads(cells: &[Flow], lexicon: &Lexicon) -> bool {
    let roles: Vec<Option<Role>> = cells
        .iter()
        .map(|c| promised(c.as_str(), lexicon))
        .collect();
    let any = |wanted: &[Role]| roles.iter().flatten().any(|r| wanted.contains(r));
    cells.len() > 2
        && !roles.contains(&None)
        && !any(&[Role::Foreign])
        && any(&[Role::Name, Role::First, Role::Last])
        && any(&[Role::Email, Role::Organisation, Role::Job, Role::Phone])
}

/// Whether a paragraph begins with the heads of a table of those who came, which blanks set out: `Members` over people,
/// `Present` over marks, and what stands between without a head.
pub(super) fn open_attended(x: &Extraction, at: usize) -> bool {
    let unit = &x.outline.units[at];
    let block = &x.outline.blocks[unit.block];
    let printed = x.outline.source.slice(block.span);
    let head = printed.lines().next().unwrap_or_default();
    if unit.kind != UnitKind::Paragraph || !head.trim().contains(WIDE) {
        return false;
    }
    let lines = lines::lines(x.outline, unit.block..unit.block + 2, x.lexicon);
    let [head, first, ..] = lines.as_slice() else {
        return false;
    };
    let says = |c: Option<&Flow>| c.and_then(|c| promised(c.as_str(), x.lexicon));
    let person = first
        .columns
        .first()
        .and_then(|c| name_at(c.as_str(), x.lexicon));
    head.columns.len() > 1
        && says(head.columns.first()) == Some(Role::Name)
        && says(head.columns.last()) == Some(Role::Attendance)
        && person.is_some_and(|n| n.score > 1)
}

/// Blanks that part two heads.
const WIDE: &str = "   ";

/// `Institution / Country`, `Name and affiliation`: the parts between the words that join them.
pub(super) fn composite(head: &str, lexicon: &Lexicon) -> Option<Role> {
    let parts = head.split(['/', '&', ',', '(', ')', ';', '+', '-', '\u{2013}']);
    let parts = parts.flat_map(|p| p.split(" and ")).map(str::trim);
    let mut roles: Vec<Role> = Vec::new();
    for part in parts.filter(|p| !p.is_empty()) {
        let role = HEADERS.iter().find(|(key, _)| lexicon.list(*key).is(part));
        let role = role.map(|(_, r)| *r)?;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    match roles.as_slice() {
        [one] => Some(*one),
        [] => None,
        many if many.contains(&Role::Name) => Some(Role::Name),
        [Role::First, Role::Last] | [Role::Last, Role::First] => Some(Role::Name),
        // `Phone/Fax`
        [one @ (Role::Phone | Role::Email), Role::Other] => Some(*one),
        [Role::City, Role::Country] | [Role::Country, Role::City] => Some(Role::Place),
        _ => Some(Role::Mixed),
    }
}
