//! What the meeting set out to do or produced.

mod aim;
mod assign;
mod bare;
mod blanks;
mod clause;
mod consensus;
mod deed;
mod doers;
mod due;
mod filed;
mod grid;
mod headed;
mod heading;
mod kind;
mod label;
mod lead;
mod lines;
mod list;
mod motion;
mod mover;
mod noun;
mod order;
mod own;
mod owner;
mod passive;
mod prose;
mod resolve;
mod scope;
mod sentence;
mod stacked;
mod subject;
mod talk;
mod titles;
mod verb;
mod walk;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_nested;

pub(super) use bare::{gives_task, takes_on};
pub(super) use own::{is_of_own, own_names};
pub(super) use passive::adopts;

use crate::extract::Extraction;
use crate::lexicon::{Lexicon, List};
use crate::outline::Unit;
use crate::record;
use crate::value::sentence::sentences;
use foldhash::HashSet;
use subject::Subject;

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
        /// By when: a date, of a day without a year the first behind the event, else the words as printed.
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
    let (mut rows, grids) = (walk.rows, walk.grids);
    without_repeats(&mut rows);
    due::settle(x, &mut rows);
    x.data.outcomes.extend(rows);
    for unit in grids {
        x.claim(unit, "outcomes");
    }
}

/// Leaves out labelled tasks that a table of tasks lists again by their numbers: `AP1: All to pay`.
fn without_repeats(rows: &mut Vec<Outcome>) {
    let lettered = |n: &str| n.starts_with(char::is_alphabetic);
    let listed: HashSet<String> = rows
        .iter()
        .filter(|r| r.rule == "grid-tasks" && lettered(&r.number.value))
        .map(|r| r.number.value.clone())
        .collect();
    // A date alone is the end of a line that was torn off.
    rows.retain(|r| r.text.value.contains(char::is_alphabetic));
    rows.retain(|r| r.rule != "label" || !listed.contains(&r.number.value));
}

/// Whether a passage opens with what the meeting settled rather than with what somebody says: a motion, a label, a verb
/// in the passive.
pub(super) fn settles(lexicon: &Lexicon, text: &str) -> bool {
    let mut all = sentences(text, lexicon);
    let Some(first) = all.next() else {
        return false;
    };
    let own = &text[first];
    let by_meeting = || {
        let reading = sentence::read(lexicon, own);
        let told = matches!(reading.subject, Subject::Group | Subject::Nobody);
        // `On the tanks, the following challenges were reported:` leads to what all said.
        let leads = reading.announces.is_some() && own.ends_with(':');
        reading.cue.is_some() && told || leads
    };
    let labelled = || {
        label::labelled(lexicon, own, &[0])
            .first()
            .is_some_and(|l| l.start == 0 && !l.lone)
    };
    is_motion(lexicon, text)
        || resolve::is_resolution(lexicon, own)
        || resolve::only_opens(lexicon, text)
        || resolve::names_actor(lexicon, text)
        || labelled()
        || deed::deed(lexicon, own).is_some()
        || by_meeting()
}

/// Whether a passage opens with a label set in bold: `**Action Item** Jo will write.`
pub(super) fn opens_with_bold_label(x: &Extraction, unit: &Unit) -> bool {
    label::bold_label(x.lexicon, unit.text(), |r| x.is_bold(&unit.flow, r)).is_some()
}

/// Whether a passage opens with the label of an outcome and a colon: `Decision: wait.`
pub(super) fn opens_with_label(x: &Extraction, text: &str) -> bool {
    let found = label::labelled(x.lexicon, text, &[0]);
    found.first().is_some_and(|l| l.start == 0)
}

/// Whether a heading says that outcomes stand below it.
pub(super) fn is_head(lexicon: &Lexicon, title: &str) -> bool {
    heading::head(lexicon, title).is_some()
}

/// Whether a line says that what came out of a meeting stands below it: `Findings:`, `Decisions`.
pub(super) fn heads_results(lexicon: &Lexicon, text: &str) -> bool {
    use kind::Kind::{ActionItem, Conclusion, Decision, NextStep, Recommendation};
    let results = [Recommendation, Decision, ActionItem, Conclusion, NextStep];
    let head = heading::head(lexicon, text.trim_end_matches([':', ' ']));
    head.is_some_and(|h| !h.weak && h.kinds.iter().all(|k| results.contains(k)))
}

/// Whether a heading names tasks and nothing else.
pub(super) fn titles_tasks(lexicon: &Lexicon, title: &str) -> bool {
    heading::head(lexicon, title).is_some_and(|h| h.kinds == [kind::Kind::ActionItem])
}

/// Whether a heading begins with the word for tasks, whatever it says of them: `Actions since the last meeting`.
pub(super) fn opens_tasks(lexicon: &Lexicon, title: &str) -> bool {
    let found = kind::kind_at(lexicon, kind::Family::Heading, title);
    found.is_some_and(|(_, kind)| kind == kind::Kind::ActionItem)
}

/// Whether a passage opens with a motion.
pub(super) fn is_motion(lexicon: &Lexicon, text: &str) -> bool {
    let first = sentences(text, lexicon).next();
    first.is_some_and(|s| motion::motion(lexicon, &text[s.clone()], &text[s.end..]).is_some())
}

/// Whether a passage opens with the number of a motion and who moved it: `Motion 12/2031 Moved by Councillor Model`.
pub(super) fn is_counted_motion(lexicon: &Lexicon, text: &str) -> bool {
    kind::kind_at(lexicon, kind::Family::Label, text).is_some_and(|(len, _)| {
        let mut words = text[len..].trim_start().splitn(2, ' ');
        let number = words.next().unwrap_or_default();
        let rest = words.next().unwrap_or_default().trim_start();
        number.contains(|c: char| c.is_ascii_digit())
            && lexicon.list(List::OutcomeMotion).starts(rest).is_some()
    })
}

/// Whether the report is about a meeting at all: a paper about a matter recommends, too, but no meeting produced it.
fn tells_of_a_meeting(x: &Extraction) -> bool {
    let rows = x.data.agenda.len() + x.data.participants.len() + x.data.statements.len();
    let dated = x.data.reports.iter().any(|r| r.event_start.value.is_some());
    let gathering = x.lexicon.list(List::OutcomeGathering);
    // A part with its people or its time was held.
    let held = ["speaker-label", "time-box"];
    let held = x.data.sessions.iter().any(|s| held.contains(&s.rule));
    rows > 0 || dated || held || x.outline.units.iter().any(|u| gathering.found_in(u.text()))
}
