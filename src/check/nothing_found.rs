//! An announced agenda or participant list of which nothing was read.

use super::Rule;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "nothing-found",
    severity: "note",
    summary: "seems to announce an agenda or participant list of which no row could be read",
    why: "the table is there in a form that the parsers do not know, or it was left out",
    example: "a heading ANNEX 2. LIST OF PARTICIPANTS over an empty page",
    misses: "lists that no heading announces",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mut found = Vec::new();
    let wanted = [
        (List::HeadingAgenda, x.data.agenda.is_empty(), "an agenda", "a line or row that begins with a time"),
        (List::ColumnParticipant, x.data.participants.is_empty(), "a participant list", "a column or line of names"),
    ];
    for (list, empty, what, lacks) in wanted {
        let heading = |s: &&crate::outline::Section| x.lexicon.list(list).is(s.title.as_str());
        let Some(section) = x.outline.sections.iter().find(heading).filter(|_| empty) else {
            continue;
        };
        let size = section.all.len();
        let message = format!(
            "\"{}\" announces {what}, but none of the {size} pieces of text under it was read as one: {lacks} is lacking",
            section.heading.as_str()
        );
        found.push(RULE.finding(message).at(section.heading.spans(0..section.heading.len())));
    }
    found
}
