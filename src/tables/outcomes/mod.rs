//! What the meeting set out to do or produced.

mod aim;
mod assign;
mod grid;
mod heading;
mod kind;
mod label;
mod list;
mod motion;
mod noun;
mod order;
mod owner;
mod prose;
mod scope;
mod sentence;
mod subject;
mod walk;

#[cfg(test)]
mod tests;

use crate::extract::Extraction;
use crate::lexicon::List;
use crate::record;

/// What an outcome can be.
pub const KINDS: &[&str] = &[
    "objective",
    "opportunity",
    "challenge",
    "solution",
    "recommendation",
    "decision",
    "action_item",
    "conclusion",
    "next_step",
];

record! {
    /// A thing the meeting set out to do or produced.
    pub struct Outcome in "outcomes" ("out") key [kind, text] groups [theme, idea] above [theme, idea] {
        /// The session it belongs to.
        session_id: Link in &["sessions"],
        /// The topic, group or panel it stands under.
        theme: Text,
        /// The printed sub-heading it stands under.
        idea: Text,
        /// What it is.
        kind: Choice in KINDS,
        /// Its number as printed.
        number: Text,
        /// The outcome, word for word.
        text: Text,
        /// Who is to do it.
        owner: Text,
        /// By when.
        due_date: Text,
    }
}

/// Reads the outcomes of a report: lists under a heading, a label or words that lead to them, labelled lines, running
/// text, and tables of actions.
pub fn extract(x: &mut Extraction) {
    if !tells_of_a_meeting(x) {
        return;
    }
    let mut walk = walk::Walk::new(x);
    walk.run();
    let (rows, grids) = (walk.rows, walk.grids);
    x.data.outcomes.extend(rows);
    for unit in grids {
        x.claim(unit, "outcomes");
    }
}

/// Whether the report is about a meeting at all: a paper about a matter recommends, too, but no meeting produced it.
fn tells_of_a_meeting(x: &Extraction) -> bool {
    let rows = x.data.agenda.len() + x.data.participants.len() + x.data.statements.len();
    let dated = x.data.reports.iter().any(|r| r.event_start.value.is_some());
    let gathering = x.lexicon.list(List::OutcomeGathering);
    rows > 0 || dated || x.outline.units.iter().any(|u| gathering.found_in(u.text()))
}
