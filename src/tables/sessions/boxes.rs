//! Labels that a blank line on each side makes headings: `Chair: A. Lind` below the heading of a session.

use crate::block::Style;
use crate::extract::Extraction;
use foldhash::HashSet;

/// The roles of those who stand in the box of a session.
const ROLES: &[&str] = &[
    "chair",
    "moderator",
    "facilitator",
    "rapporteur",
    "panelist",
    "speaker",
];

/// For each section whose heading is such a label, the section right above it that it stands at the head of.
pub(super) fn over(x: &Extraction) -> Vec<Option<usize>> {
    let outline = x.outline;
    let labels: HashSet<usize> = x
        .roles
        .iter()
        .filter(|r| ROLES.contains(&r.role) && outline.units[r.unit].text().contains(':'))
        .map(|r| r.unit)
        .collect();
    let mut over = vec![None; outline.sections.len()];
    for (i, section) in outline.sections.iter().enumerate().skip(2) {
        let Some(unit) = section.unit.filter(|u| labels.contains(u)) else {
            continue;
        };
        let above = &outline.sections[i - 1];
        let plain = section.style == Some(Style::Plain);
        // `The Old Hall, 15:00\u{2013}17:30` may stand between.
        let near = |u: usize| {
            let between = outline.units.get(u + 1..unit).unwrap_or_default();
            between.len() <= 1 && between.iter().all(|u| is_place(u.text()))
        };
        if plain && section.number.is_none() && above.unit.is_some_and(near) {
            over[i] = over[i - 1].or(Some(i - 1));
        }
    }
    over
}

/// A line about where and when is shorter.
const PLACE: usize = 80;

/// A short line that is no sentence.
fn is_place(text: &str) -> bool {
    text.len() <= PLACE && !text.ends_with(['.', ':', '?', '!'])
}
