//! Printed numbers in their order, for the rules about gaps and repetitions.

use super::Rule;
use crate::extract::Extraction;
use crate::outline::{Unit, UnitKind};
use crate::schema::{Record, Text};
use crate::span::Spans;
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use foldhash::{HashSet, HashSetExt};

/// A step by which a number may be skipped; more is another list.
const FAR: u32 = 10;

/// What is wrong with a number, seen from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Gap,
    Repeat,
}

/// The wrong numbers of a sequence: their index, and that of the number they are to be compared with.
pub(super) fn faults(numbers: &[u32]) -> Vec<(usize, usize, Fault)> {
    let mut found: Vec<(usize, usize, Fault)> = Vec::new();
    let mut seen: HashSet<u32> = HashSet::new();
    for i in 0..numbers.len() {
        let (number, before) = (numbers[i], i.checked_sub(1).map(|b| numbers[b]));
        let Some(before) = before else {
            seen.insert(number);
            continue;
        };
        let again = number <= before && number > 1 && seen.contains(&number);
        let goes_on = numbers
            .get(i + 1)
            .is_none_or(|next| *next == before + 2 || *next == number + 1);
        // What follows a wrong number is measured by the number that it should have been.
        let mended = found.last().is_some_and(|(at, ..)| *at + 1 == i)
            && i >= 2
            && number == numbers[i - 2] + 2;
        if number == 1 && before != 1 {
            seen.clear();
        } else if number == before || again && goes_on {
            let first = (0..i)
                .rev()
                .find(|&j| numbers[j] == number)
                .unwrap_or(i - 1);
            found.push((i, first, Fault::Repeat));
        } else if number > before + 1 && number <= before + FAR && !mended {
            found.push((i, i - 1, Fault::Gap));
        }
        seen.insert(number);
    }
    found
}

/// The findings of one kind in participant lists, agendas and all other numbered lists.
pub(super) fn findings(x: &Extraction, rule: &Rule, kind: Fault) -> Vec<FindingRow> {
    let participants: Vec<(usize, &Text)> = x
        .data
        .participants
        .iter()
        .map(|r| &r.number)
        .enumerate()
        .collect();
    let agenda: Vec<(usize, &Text)> = x
        .data
        .agenda
        .iter()
        .map(|r| &r.item_number)
        .enumerate()
        .collect();
    let mut found = in_rows::<Participant>(&participants, "number", rule, kind);
    found.extend(in_rows::<AgendaRow>(&agenda, "item_number", rule, kind));
    found.extend(in_lists(x, rule, kind));
    found.extend(in_tables(x, rule, kind));
    found
}

fn number(text: &str) -> Option<u32> {
    text.trim_end_matches(['.', ')']).parse().ok()
}

fn message(kind: Fault, number: u32, before: u32) -> String {
    match kind {
        Fault::Gap => format!("{number} follows {before}; expected {}", before + 1),
        Fault::Repeat if number == before => {
            format!("{number} stands twice in a row; expected {}", number + 1)
        }
        Fault::Repeat => format!(
            "{number} was used before, and follows {before}; expected {}",
            before + 1
        ),
    }
}

fn in_rows<R: Record>(
    cells: &[(usize, &Text)],
    column: &'static str,
    rule: &Rule,
    kind: Fault,
) -> Vec<FindingRow> {
    let rows: Vec<(usize, u32)> = cells
        .iter()
        .filter_map(|(i, t)| Some((*i, number(&t.value)?)))
        .collect();
    let numbers: Vec<u32> = rows.iter().map(|r| r.1).collect();
    let wrong = faults(&numbers).into_iter().filter(|f| f.2 == kind);
    wrong
        .map(|(at, other, _)| {
            let message = message(kind, numbers[at], numbers[at - 1]);
            rule.finding(message)
                .about::<R>(rows[at].0)
                .column(column)
                .other::<R>(rows[other].0)
        })
        .collect()
}

/// Items that stand under each other; between two of them only what is nested in the first, or goes on with it.
fn in_lists(x: &Extraction, rule: &Rule, kind: Fault) -> Vec<FindingRow> {
    let mut found = Vec::new();
    let deepest = x.outline.units.iter().map(|u| u.level).max().unwrap_or(0);
    for level in 1..=deepest.min(9) {
        let mut run: Vec<(u32, &Unit)> = Vec::new();
        let mut last = 0;
        for (i, unit) in x.outline.units.iter().enumerate() {
            let item = unit.kind == UnitKind::Item
                && !matches!(x.claimed_by(i), Some("agenda" | "participants"));
            let own = if item && unit.level == level {
                unit.marker.as_ref().and_then(|m| plain(&m.value))
            } else {
                None
            };
            let ends = match unit.kind {
                UnitKind::Item => unit.level < level || unit.level == level && own.is_none(),
                UnitKind::Paragraph | UnitKind::Quote => begins_with_digit(unit),
                UnitKind::Note(_) => false,
                _ => true,
            };
            let twice = own == Some(1) && run.len() == 1 && last + 1 == i;
            if ends || own == Some(1) && !twice {
                told(x, rule, kind, &run, &mut found);
                run.clear();
            }
            if let Some(n) = own {
                run.push((n, unit));
                last = i;
            }
        }
        told(x, rule, kind, &run, &mut found);
    }
    found
}

/// The number of a marker that is one number: `4.`, `(4)`, not `4.1`.
fn plain(marker: &str) -> Option<u32> {
    marker
        .trim_matches(|c: char| !c.is_alphanumeric())
        .parse()
        .ok()
}

fn begins_with_digit(unit: &Unit) -> bool {
    unit.text().starts_with(|c: char| c.is_ascii_digit())
}

fn told(
    x: &Extraction,
    rule: &Rule,
    kind: Fault,
    run: &[(u32, &Unit)],
    found: &mut Vec<FindingRow>,
) {
    if run.len() < 2 {
        return;
    }
    let numbers: Vec<u32> = run.iter().map(|r| r.0).collect();
    // A list that numbers every item alike leaves the counting to the reader's program.
    if numbers.iter().all(|n| *n == numbers[0]) {
        return;
    }
    let place = |u: &Unit| -> Spans { u.marker.as_ref().map_or(Spans::NONE, |m| m.spans.clone()) };
    for (at, other, _) in faults(&numbers).into_iter().filter(|f| f.2 == kind) {
        let message = message(kind, numbers[at], numbers[at - 1]);
        let finding = rule.finding(message).at(place(run[at].1));
        found.push(super::compared_with(x, finding, &place(run[other].1)));
    }
}

/// Tables whose first column is numbers, other than those that agendas and participants were read from.
fn in_tables(x: &Extraction, rule: &Rule, kind: Fault) -> Vec<FindingRow> {
    let mut found = Vec::new();
    for (i, unit) in x.outline.units.iter().enumerate() {
        let UnitKind::Grid(grid) = unit.kind else {
            continue;
        };
        let rows = &x.outline.grids[grid].rows;
        let numbers: Option<Vec<u32>> = rows.iter().map(|r| number(r.text(0))).collect();
        let Some(numbers) = numbers.filter(|n| n.len() >= 3 && n[0] <= 1) else {
            continue;
        };
        if matches!(x.claimed_by(i), Some("agenda" | "participants")) {
            continue;
        }
        for (at, other, _) in faults(&numbers).into_iter().filter(|f| f.2 == kind) {
            let place = |r: usize| x.outline.blocks[rows[r].block].body;
            let finding = rule
                .finding(message(kind, numbers[at], numbers[at - 1]))
                .at(place(at));
            found.push(super::compared_with(x, finding, &place(other).into()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_number_is_one_fault() {
        for (numbers, expected) in [
            (vec![1, 2, 3, 4], vec![]),
            (vec![1, 2, 4, 5], vec![(2, 1, Fault::Gap)]),
            (vec![1, 2, 2, 3], vec![(2, 1, Fault::Repeat)]),
            (vec![1, 2, 2, 4], vec![(2, 1, Fault::Repeat)]),
            (vec![1, 2, 3, 2, 5], vec![(3, 1, Fault::Repeat)]),
            (vec![1, 2, 1, 2], vec![]),
            (vec![1, 1, 2, 3], vec![(1, 0, Fault::Repeat)]),
            (vec![1, 2, 90, 91], vec![]),
        ] {
            assert_eq!(faults(&numbers), expected, "{numbers:?}");
        }
    }
}
