//! The agenda of a board or committee that no heading calls one: told by the steps that it goes through.

use super::region::{Region, SHORT};
use super::run::bare_number;
use super::who::Who;
use crate::lexicon::List;
use crate::outline::{Outline, Unit};

/// The next number stands so many units below one, at most.
const NEAR: usize = 5;

/// So many steps of a committee among numbered lines make them its agenda.
const STEPS: usize = 3;
/// So many numbered lines, at least.
const LEAST_STEPS: usize = 6;

/// Numbered lines that count up from the first and go through the steps of a committee, with no more between them than
/// what is to be done: the agenda of a document that has no heading for it.
pub(super) fn business(outline: &Outline, who: &Who) -> Option<Region> {
    let units = &outline.units;
    let number = |u: &Unit| match u.number() {
        Some(number) => number
            .value
            .trim_end_matches(['.', ')'])
            .parse::<u32>()
            .ok(),
        None => bare_number(u.text()).map(|(number, _)| number),
    };
    let steps = who.lexicon.list(List::AgendaBusiness);
    let first = units.iter().position(|u| number(u) == Some(1))?;
    let (mut count, mut told, mut prose, mut last) = (0, 0, 0, first);
    for (i, unit) in units.iter().enumerate().skip(first) {
        if i - last > NEAR {
            break;
        }
        if number(unit) == Some(count + 1) {
            count += 1;
            last = i;
            told += usize::from(steps.found_in(unit.text()));
            // `5. Planning. There were no objections.`: minutes number what was said.
            let behind = unit
                .text()
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            prose += usize::from(unit.text().len() > SHORT || behind.contains(". "));
        } else {
            // What a meeting did is told in sentences.
            prose += usize::from(unit.text().ends_with('.') && unit.text().split(' ').count() > 3);
        }
    }
    let below = units[last + 1..].iter().take(2);
    let end = last
        + 1
        + below
            .take_while(|u| u.gap == 0 && u.flow.len() <= SHORT)
            .count();
    let enough = count as usize >= LEAST_STEPS && told >= STEPS && prose * 4 <= count as usize;
    enough.then_some(Region {
        units: first..end,
        headed: true,
        plain: true,
        in_list: false,
        tables_only: false,
    })
}
