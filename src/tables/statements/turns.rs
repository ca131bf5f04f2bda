//! The turns of a talk that a scribe or a chat keeps: `ana: I agree`, whoever is called so coming back.

use super::{BY_LABEL, Statement, Turn, dashes};
use crate::block::talk;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::voice::{Attribution, Form, Who};
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

/// The short names in a talk's log, in small letters; none where the report is none.
pub(super) fn names(x: &Extraction) -> HashSet<String> {
    let texts = || {
        x.free_units()
            .filter(|(_, u)| is_turn(u))
            .map(|(_, u)| u.text())
    };
    if !talk::is_log(texts()) {
        return HashSet::new();
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for name in texts().filter_map(|t| Some(head(t)?.to_lowercase())) {
        *counts.entry(name).or_insert(0) += 1;
    }
    let came: HashSet<String> = x
        .data
        .participants
        .iter()
        .map(|p| p.name.value.to_lowercase())
        .collect();
    let labels = [
        List::Topic,
        List::OutcomeVote,
        List::OutcomeLabelDecision,
        List::OutcomeLabelActionItem,
        List::OutcomeLabelConclusion,
        List::OutcomeLabelRecommendation,
        List::RoleRapporteur,
        List::RoleChair,
        List::AttendancePresent,
        List::AttendanceApologies,
    ];
    let calls = |(name, n): (String, usize)| {
        let label = labels.iter().any(|l| x.lexicon.list(*l).is(&name));
        (!label && (n > 1 || came.contains(&name))).then_some(name)
    };
    counts.into_iter().filter_map(calls).collect()
}

/// The speaker of a turn.
pub(super) fn attribution(unit: &Unit, names: &HashSet<String>) -> Option<Attribution> {
    let name = head(unit.text()).filter(|n| is_turn(unit) && names.contains(&n.to_lowercase()))?;
    Some(labelled(name, name.len() + 1))
}

/// A speaker whose label is the start of a text, up to the sign that ends at `end`.
pub(super) fn labelled(name: &str, end: usize) -> Attribution {
    Attribution {
        who: Who {
            name: 0..name.len(),
            end,
            ..Who::default()
        },
        form: Form::Label,
        sure: true,
        initials: false,
        known: true,
        presents: false,
        argues: false,
        office: false,
    }
}

pub(super) fn is_turn(unit: &Unit) -> bool {
    matches!(
        unit.kind,
        UnitKind::Paragraph | UnitKind::Item | UnitKind::Quote
    )
}

/// Whether a turn may go on with the last statement: told in prose, or behind another label of its kind (`AE: ...` under
/// `AE: ...`), which asks and answers no question of its own.
pub(super) fn goes_on(x: &Extraction, turn: &Turn, last: Option<&Statement>) -> bool {
    let unit = &x.outline.units[turn.unit];
    let asks = || {
        x.lexicon
            .list(List::SayQuestion)
            .starts(unit.text())
            .is_some()
    };
    match turn.voice.form {
        Form::Prose => true,
        Form::Label => {
            let labelled = last.is_some_and(|s| s.rule == BY_LABEL);
            let plain = unit.kind == UnitKind::Paragraph
                || unit.number().is_some() && dashes::is_dashed(unit.text(), turn.voice);
            labelled && plain && !asks()
        }
    }
}

/// The one word before the colon at the start of a text.
fn head(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')?;
    let said = text[end..].strip_prefix(": ")?;
    let fits = (2..=16).contains(&end) && text.starts_with(char::is_alphabetic);
    // `+1` is a vote, no word.
    let words = said.chars().any(char::is_alphabetic);
    (fits && words).then(|| &text[..end])
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    #[test]
    fn turns_of_a_log_are_statements_with_what_goes_on_behind_dots() {
        let log = "# Reed call 3 May 2019\n\nPresent: Ana, Bo, CDX\nScribe: Bo\n\nana: the boats come first  \n... and then the paths\n\nbo: why the boats\n\nana: they leak badly\n\nbo: indeed they do\n\nana: very badly\n\nbo: then let us mend them\n\nana: thank you both\n\nCDX: I would help with that\n\nRESOLUTION: we will mend the boats before the summer\n\nCDX: and the paths later\n";
        let data = extract(&Source::from_text("t", log), &Options::default());
        let said: Vec<&str> = data
            .statements
            .iter()
            .map(|s| s.text.value.as_str())
            .collect();
        assert_eq!(said.len(), 9, "{said:?}");
        assert_eq!(said[0], "the boats come first ... and then the paths");
        assert_eq!(data.statements[7].speaker.value, "CDX");
        assert_eq!(data.outcomes.len(), 1);
    }

    #[test]
    fn who_goes_on_behind_his_label_has_one_row_and_shared_letters_are_told_apart() {
        let text = "# Notes of the mill call, 3 May 2031\n\n## Attendees\n\n* Dina Graland, Mill Trust\n* Dan Gomez, Reed Bank\n* Ana Torres, Harbour Board\n\n\
            ## Wheels\n\nDG: The wheel was stopped in March.\n\nDG: It has been oiled since.\n\nAT: Who pays for it?\n\n\
            DGo: The bank pays for the oil.\n\nDG: And the trust for the rest.\n\nPapers:\n\n\
            * D. Gomez: The Mills of the Coast and their Wheels\n\n* A.B. Torres: The Oil of the Coast and its Price\n";
        let data = extract(&Source::from_text("t", text), &Options::default());
        let said = data.statements.iter();
        let said = said.map(|s| format!("{}: {}", s.speaker.value, s.text.value));
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                "Dina Graland: The wheel was stopped in March. It has been oiled since.",
                "Ana Torres: Who pays for it?",
                "Dan Gomez: The bank pays for the oil.",
                "Dina Graland: And the trust for the rest.",
            ]
        );
    }
}
