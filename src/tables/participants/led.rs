//! Lists that stand behind what the report says of them: a heading, a paragraph about those who came, then the people.

use super::Participant;
use super::group::Group;
use super::name::name_at;
use super::signs::is_prose;
use super::told;
use crate::extract::Extraction;
use crate::lexicon::Lexicon;
use crate::outline::{Unit, UnitKind};

/// So many paragraphs may stand between the heading and the people.
const PARAGRAPHS: usize = 4;

/// So many people right behind the paragraphs say that they are listed.
const LOOKED_AT: usize = 6;

/// Whether a line begins with a name; what may be one is one where more is said of it.
fn named_by(line: &str, lexicon: &Lexicon) -> bool {
    name_at(line, lexicon).is_some_and(|n| {
        let more = line[n.end..].trim_start().starts_with([',', '(']);
        n.score > 1 || more && n.score > 0
    })
}

/// The rows of a list under the heading at `at`, running text between, and the unit behind it.
pub(super) fn below_prose(
    x: &Extraction,
    at: usize,
    group: &Group,
) -> Option<(Vec<Participant>, usize)> {
    let units = x.outline.units.get(at + 1..)?;
    let score = |text: &str| name_at(text, x.lexicon).map_or(0, |n| n.score);
    let prose = |u: &&Unit| u.kind == UnitKind::Paragraph && score(u.text()) < 2;
    let above = units.iter().take(PARAGRAPHS).take_while(prose).count();
    // The first says something of those who came; the others may be lines that it was broken into.
    let said = above > 0 && units[..above].iter().any(|u| is_prose(u.text()));
    let first = units.get(above).filter(|_| said)?;
    let kind = first.kind;
    let lists = match kind {
        UnitKind::Item => true,
        UnitKind::Paragraph => is_prose(units[above - 1].text()),
        _ => false,
    };
    if !lists || score(first.text()) < 1 {
        return None;
    }
    let near = units[above..].iter().take(LOOKED_AT);
    let near = near.take_while(|u| u.kind == kind);
    // The lines of a paragraph may be a person each.
    let lines = near.flat_map(|u| u.flow.lines().map(|l| &u.text()[l]));
    let (all, named) = lines.take(LOOKED_AT).fold((0, 0), |(all, named), line| {
        (all + 1, named + usize::from(named_by(line, x.lexicon)))
    });
    if named < 2 || named * 3 < all * 2 {
        return None;
    }
    let mut group = group.clone();
    let came = units[..above]
        .iter()
        .find_map(|u| told::all_came(&u.flow, x.lexicon));
    group.attendance = group.attendance.or(came);
    let (rows, next) = super::listed(x, at + 1 + above, group);
    (rows.len() >= named).then_some((rows, next))
}
