//! A printed number that is used twice.

use super::Rule;
use super::numbering_gap::numbered;
use crate::extract::Extraction;
use crate::schema::{Record, Text};
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;

pub(super) const RULE: Rule = Rule {
    name: "numbering-repeat",
    severity: "warning",
    summary: "repeats a printed number in a numbered table or list",
    why: "two rows cannot be told apart by their number, and one may be a copy",
    example: "7. Ana Example / 7. Bo Sample",
    misses: "numbers that start again under a new heading or on a new day are none",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let participants: Vec<&Text> = x.data.participants.iter().map(|r| &r.number).collect();
    let agenda: Vec<&Text> = x.data.agenda.iter().map(|r| &r.item_number).collect();
    let mut found = repeats::<Participant>(&participants, "number");
    found.extend(repeats::<AgendaRow>(&agenda, "item_number"));
    found
}

fn repeats<R: Record>(cells: &[&Text], column: &'static str) -> Vec<FindingRow> {
    let rows = numbered(cells);
    let twice = rows.windows(2).filter(|w| w[1].1 == w[0].1);
    twice
        .map(|w| {
            let message = format!("{} stands twice in a row; expected {}", w[1].1, w[1].1 + 1);
            RULE.finding(message).about::<R>(w[1].0).column(column).other::<R>(w[0].0)
        })
        .collect()
}
