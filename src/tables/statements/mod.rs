//! Interventions in summary records and minutes.

mod dashes;
mod ends;
mod notes;
mod turns;
mod voices;
mod within;

use super::outcomes;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::record;
use crate::schema::{Link, Text};
use crate::span::{Span, Spans};
use crate::voice::{Attribution, Form, Known, goes_on, is_of_group, leaves, takes_step};
use ends::{
    behind_words, ends_statement, is_remark, quotes_another, tells_of_scene, turns_to_others,
};
use std::cell::LazyCell;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

pub use voices::listen;
pub use within::Reply;

record! {
    /// An intervention in a summary record or minutes.
    pub struct Statement in "statements" ("sta") key [speaker, text] above [speaker, honorific, organisation, job_title] {
        /// The session it was made in.
        session_id: Link in &["sessions"],
        /// The speaker, as fully as the report names him.
        speaker: Text,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The speaker's organisation or delegation.
        organisation: Text,
        /// The speaker's job title.
        job_title: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
        /// The intervention, its paragraphs joined by a space, without a label that only names the speaker.
        text: Text,
    }
}

impl Statement {
    /// The places of the label, if there is one, and of the words.
    pub fn places(&self) -> impl Iterator<Item = Span> + '_ {
        self.from.iter().chain(self.text.spans.iter())
    }
}

/// Reads the table.
pub fn extract(x: &mut Extraction) {
    let mut rows: Vec<Statement> = Vec::new();
    let mut floor = Floor::Free;
    let mut replies = x.replies.iter().peekable();
    let names = LazyCell::new(|| outcomes::own_names(x));
    let is_own = |text: &str| outcomes::is_of_own(x.lexicon, &names, text);
    for (i, unit) in x.outline.units.iter().enumerate() {
        let mut own = Vec::new();
        while let Some(reply) = replies.next_if(|r| r.unit <= i) {
            own.push(reply);
        }
        let opening = own.first().map_or(unit.flow.len(), |r| r.at);
        let voice = x.voices.get(i).and_then(Option::as_ref);
        // A motion is the meeting's business, not what its mover said of it.
        let moves =
            |v: &&Attribution| v.form == Form::Prose && outcomes::is_motion(x.lexicon, unit.text());
        if let Some(voice) = voice.filter(|v| !moves(v)) {
            let turn = Turn {
                unit: i,
                range: 0..opening,
                voice,
            };
            let same = turns::goes_on(x, &turn, rows.last());
            floor = take(&mut rows, floor, same, said(x, &turn));
        } else if voice.is_some() {
            floor = Floor::Free;
        } else if floor != Floor::Free {
            let own = unit.text()[..opening].trim_end();
            match goes_on_with(x, i, own, rows.last(), is_own) {
                Going::On if floor == Floor::Left && !goes_on(own, x.lexicon) => {
                    floor = Floor::Free
                }
                Going::On => {
                    if let Some(last) = rows.last_mut() {
                        last.text.append(" ", &unit.flow.cell(0..own.len()));
                        floor = Floor::Held;
                    }
                }
                Going::Past => {}
                Going::Ended => floor = Floor::Free,
            }
        }
        for (n, reply) in own.iter().enumerate() {
            let end = own.get(n + 1).map_or(unit.flow.len(), |r| r.at);
            let turn = Turn {
                unit: i,
                range: reply.at..end,
                voice: &reply.voice,
            };
            let said = said(x, &turn);
            let same = reply.voice.form == Form::Prose;
            floor = match reply.mute && !is_of_last(&rows, floor, &said.0) {
                true => Floor::Free,
                false => take(&mut rows, floor, same, said),
            };
        }
    }
    rows.retain(|r| r.rule != BY_LABEL || !ends::only_names(&r.text.value));
    complete(&mut rows);
    x.data.statements = rows;
}

/// The rule of words behind a label that names who speaks.
const BY_LABEL: &str = "name-colon";

/// Who has the floor.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Floor {
    /// Nobody whom the report names.
    Free,
    /// The last speaker, as far as a pronoun goes on with him: others had the last sentence.
    Left,
    /// The last speaker.
    Held,
}

/// A speaker and the passage that may hold his words.
struct Turn<'a> {
    unit: usize,
    range: Range<usize>,
    voice: &'a Attribution,
}

/// What a speaker says in his turn, and who has the floor behind it. What the group did stays within the paragraph of a
/// speaker who has it for himself.
fn said(x: &Extraction, turn: &Turn) -> (Statement, Floor) {
    let whole = x.outline.units[turn.unit].text();
    let text = &whole[turn.range.clone()];
    let words = |acts| behind_words(x, text, turn.voice, acts);
    let own = words(false);
    if own == text.trim_end().len() {
        return (row(x, turn, own), Floor::Held);
    }
    let len = match text.len() < whole.len() {
        true => own,
        false => words(true),
    };
    (row(x, turn, len), Floor::Left)
}

/// Whether a statement is of whoever has the floor.
fn is_of_last(rows: &[Statement], floor: Floor, own: &Statement) -> bool {
    let speaker = |r: &Statement| r.speaker.value.to_lowercase();
    let last = rows.last().filter(|_| floor == Floor::Held);
    last.is_some_and(|last| speaker(last) == speaker(own))
}

/// Adds what a speaker says; one speaker going on is one row, if it may be the `same`.
fn take(
    rows: &mut Vec<Statement>,
    floor: Floor,
    same: bool,
    (own, behind): (Statement, Floor),
) -> Floor {
    let same = same && is_of_last(rows, floor, &own);
    match rows.last_mut().filter(|_| same) {
        Some(last) => last.text.append(" ", &own.text),
        None => rows.push(own),
    }
    behind
}

/// A speaker named again keeps what the report said of him before.
fn complete(rows: &mut [Statement]) {
    let mut said: HashMap<String, [Text; 3]> = HashMap::new();
    for row in rows {
        let cells = [
            &mut row.honorific,
            &mut row.organisation,
            &mut row.job_title,
        ];
        let known = said.entry(row.speaker.value.to_lowercase()).or_default();
        for (cell, known) in cells.into_iter().zip(known) {
            match cell.is_empty() {
                true => *cell = known.clone(),
                false if known.is_empty() => *known = cell.clone(),
                false => {}
            }
        }
    }
}

/// How a unit without a speaker of its own stands to the statement above.
enum Going {
    /// It belongs to the statement.
    On,
    /// It stands in between: a note, a caption.
    Past,
    /// It ends the statement.
    Ended,
}

/// Whether a unit belongs to the statement above; `is_own` tells whether the body that met is the subject of a passage.
fn goes_on_with(
    x: &Extraction,
    i: usize,
    text: &str,
    last: Option<&Statement>,
    is_own: impl Fn(&str) -> bool,
) -> Going {
    let unit = &x.outline.units[i];
    // Items behind a colon, and those behind them; not the next of a list whose items are statements.
    let above = i.checked_sub(1).filter(|&b| x.voices[b].is_none());
    let above = above.map(|b| &x.outline.units[b]);
    let direct = last.is_some_and(|s| s.rule == BY_LABEL);
    // Behind a label that names who speaks the items may be numbered.
    let plain = |u: &Unit| u.number().is_none() || direct;
    let lists = last.is_some_and(|s| s.text.value.ends_with(':'))
        || above.is_some_and(|u| u.kind == UnitKind::Item && plain(u));
    // `We have asked two schools`, right below the words of somebody whom a label names: he says so himself.
    let own = || direct && unit.gap == 0 && x.lexicon.list(List::SayFirst).starts(text).is_some();
    match unit.kind {
        UnitKind::Note(_) | UnitKind::Caption => Going::Past,
        _ if x.claimed_by(i).is_some() || leaves(text, x.lexicon) => Going::Ended,
        _ if takes_step(text, x.lexicon) => Going::Ended,
        _ if outcomes::opens_with_bold_label(x, unit) => Going::Ended,
        // `> Decision: ...`, between the turns of a talk.
        UnitKind::Quote if outcomes::opens_with_label(x, text) => Going::Ended,
        UnitKind::Quote if !quotes_another(text, x.lexicon) => Going::On,
        UnitKind::Item if dashes::bears_code(x.lexicon, text) => Going::Ended,
        UnitKind::Item if plain(unit) && lists => Going::On,
        UnitKind::Paragraph if own() => Going::On,
        _ if is_of_group(text, x.lexicon) || is_own(text) => Going::Ended,
        UnitKind::Item if goes_on(text, x.lexicon) => Going::On,
        UnitKind::Paragraph if goes_on(text, x.lexicon) => Going::On,
        UnitKind::Paragraph if unit.gap > 0 && is_remark(x.lexicon, text, direct) => Going::Ended,
        UnitKind::Paragraph if ends_statement(x, text) => Going::Ended,
        UnitKind::Paragraph if tells_of_scene(x.lexicon, text, direct) => Going::Ended,
        UnitKind::Paragraph if turns_to_others(x.lexicon, text, direct) => Going::Ended,
        UnitKind::Paragraph => Going::On,
        _ => Going::Ended,
    }
}

fn row(x: &Extraction, turn: &Turn, len: usize) -> Statement {
    let voice = turn.voice;
    let flow = &x.outline.units[turn.unit].flow;
    let name = flow.cell(voice.who.name.clone());
    let known = match (voice.who.delegation, voice.initials) {
        (true, _) => None,
        _ if voice.office => x.roster.find_office(&name.value, x.lexicon),
        (_, true) => x.roster.find_initials(&name.value),
        _ => x.roster.find(&name.value),
    };
    let fuller = |k: &&Known| {
        voice.initials
            || voice.office
            || k.name.value.split(' ').count() >= name.value.split(' ').count()
    };
    let words = words_of(flow, turn, len);
    let own = |range: &Range<usize>, known: Option<&Text>| {
        let cell = flow.cell(range.clone());
        if cell.is_empty() {
            known.cloned().unwrap_or_default()
        } else {
            cell
        }
    };
    Statement {
        session_id: x.session_of(turn.unit).map(Link::to).unwrap_or_default(),
        speaker: known
            .filter(fuller)
            .map_or(name.clone(), |k| k.name.clone()),
        honorific: own(&voice.who.honorific, known.map(|k| &k.honorific)),
        organisation: own(&voice.who.organisation, known.map(|k| &k.organisation)),
        job_title: own(&voice.who.job_title, known.map(|k| &k.job_title)),
        person_id: Link::default(),
        text: flow.cell(words.clone()),
        from: match words.start > turn.range.start {
            true => flow.spans(turn.range.start..words.start),
            false => Spans::NONE,
        },
        rule: match voice.form {
            Form::Prose => "said",
            Form::Label => BY_LABEL,
        },
    }
}

/// Where the words of a turn stand that is so long. The label that says whose they are (`JK:`) is none of them.
fn words_of(flow: &Flow, turn: &Turn, len: usize) -> Range<usize> {
    let (start, end) = (turn.range.start, turn.range.start + len);
    let label = turn.voice.who.end;
    let labelled = turn.voice.form == Form::Label && (start..end).contains(&label);
    match labelled {
        true => end - flow.as_str()[label..end].trim_start().len()..end,
        false => start..end,
    }
}

#[cfg(test)]
mod tests;
