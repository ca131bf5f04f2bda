//! A printed number that is skipped.

use super::Rule;
use crate::extract::Extraction;
use crate::schema::{Record, Text};
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;

pub(super) const RULE: Rule = Rule {
    name: "numbering-gap",
    severity: "warning",
    summary: "skips a printed number in a numbered table or list",
    why: "a row may have been lost between the two",
    example: "1. Ana Example / 3. Bo Sample",
    misses: "numbers of several parts (4.1), and the last rows of a list",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let participants: Vec<&Text> = x.data.participants.iter().map(|r| &r.number).collect();
    let agenda: Vec<&Text> = x.data.agenda.iter().map(|r| &r.item_number).collect();
    let mut found = gaps::<Participant>(&participants, "number");
    found.extend(gaps::<AgendaRow>(&agenda, "item_number"));
    found
}

/// The numbers of a column with the rows that print them.
pub(super) fn numbered(cells: &[&Text]) -> Vec<(usize, u32)> {
    let number = |t: &Text| t.value.trim_end_matches(['.', ')']).parse::<u32>().ok();
    let rows = cells.iter().enumerate();
    rows.filter_map(|(i, t)| Some((i, number(t)?))).collect()
}

fn gaps<R: Record>(cells: &[&Text], column: &'static str) -> Vec<FindingRow> {
    let rows = numbered(cells);
    let jumps = rows.windows(2).filter(|w| w[1].1 > w[0].1 + 1 && w[1].1 <= w[0].1 + 10);
    jumps
        .map(|w| {
            let (before, after) = (w[0].1, w[1].1);
            let message = format!("{after} follows {before}; expected {}", before + 1);
            RULE.finding(message).about::<R>(w[1].0).column(column).other::<R>(w[0].0)
        })
        .collect()
}
