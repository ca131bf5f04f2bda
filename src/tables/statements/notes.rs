//! Notes of a talk that call everybody by the full name: `Ana Example noted ...`, `**Bo Sample** asked ...`.

use super::voices::name_of;
use crate::extract::Extraction;
use crate::value::person::is_given_name;
use crate::voice::{Attribution, Form, names_a_thing};
use foldhash::HashSet;

/// So many passages of several people make notes of a talk.
const NOTES: usize = 6;

/// So many people are several.
const PEOPLE: usize = 3;

/// Whether passage after passage has people argue by their full names, though the report may not say that it is a record.
pub(super) fn is_notes(x: &Extraction, voices: &[Option<Attribution>]) -> bool {
    let told = voices.iter().enumerate();
    let told = told.filter_map(|(i, v)| Some((i, v.as_ref()?)));
    let argue = told.filter(|(i, v)| {
        v.form == Form::Prose && !v.presents && !v.who.delegation && is_evident(x, *i, v)
    });
    let names: Vec<&str> = argue.map(|(i, v)| name_of(x, i, v)).collect();
    let people: HashSet<&str> = names.iter().copied().collect();
    names.len() >= NOTES && people.len() >= PEOPLE
}

/// Whether a speaker is a person for certain: several words that begin with a given name, or with whom he speaks for, or a
/// name set in bold.
pub(super) fn is_evident(x: &Extraction, unit: usize, voice: &Attribution) -> bool {
    let name = name_of(x, unit, voice);
    let mut words = name.split(' ');
    let given = words.next().is_some_and(is_given_name);
    // `Steering Committee (SC): ...` is a topic.
    let person = || !names_a_thing(name, x.lexicon);
    let placed = || !voice.who.organisation.is_empty() && person();
    let several = words.next().is_some();
    let flow = &x.outline.units[unit].flow;
    let bold = || x.is_bold(flow, voice.who.name.clone());
    let set_off = || voice.form == Form::Prose && person() && bold();
    several && (given || placed()) || set_off()
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    /// Who made each statement, and its words.
    fn told(text: &str) -> Vec<[String; 2]> {
        let data = extract(&Source::from_text("t", text), &Options::default());
        let row = |s: &super::super::Statement| [&s.speaker, &s.text].map(|c| c.value.clone());
        data.statements.iter().map(row).collect()
    }

    #[test]
    fn what_leads_to_a_speaker_hides_neither_countries_nor_their_delegates() {
        let text = "SUMMARY RECORD\n\n4 May 2031\n\nChile asked for time.\n\nIn the first round, participants welcomed the draft.\n\n\
            Noting the rise of the tide, Norway stressed the needs of ports.\n\n\
            Kenya\u{2019}s representative, dissociating from the text, said that it falls short.\n\n\
            Echoing that view, France's delegate asked for a new text.\n\nPeru's plan was late.\n";
        assert_eq!(
            told(text).iter().map(|s| s[0].as_str()).collect::<Vec<_>>(),
            [
                "Chile",
                "Norway",
                "Kenya\u{2019}s representative",
                "France's delegate"
            ]
        );
        assert_eq!(told(text)[0][1], "Chile asked for time.");
    }

    #[test]
    fn notes_call_everybody_by_name_wherever_the_talk_stands() {
        let text = "# Reed Working Group\n\n4 May 2031\n\n## Key Discussion Points\n\n### 1. Boats\n\n\
            * **Ana Torres** confirmed that the boats are dry.\n* **Zu** asked for oil. **Bo Quill** agreed, noting the cost.\n\n\
            ### 2. Paths\n\n* **Paper 4** (gravel):\n  * **Kaz Oku** noted that gravel is dear.\n  * **Zu** objected.\n\
            * **Sand Echo:** **Ana Torres** requested comments.\n* **Bo Quill** warned of mud.\n";
        let data = extract(&Source::from_text("t", text), &Options::default());
        let said: Vec<&str> = data
            .statements
            .iter()
            .map(|s| s.speaker.value.as_str())
            .collect();
        assert_eq!(
            said,
            [
                "Ana Torres",
                "Zu",
                "Bo Quill",
                "Kaz Oku",
                "Zu",
                "Ana Torres",
                "Bo Quill"
            ]
        );
        assert!(
            data.outcomes.is_empty(),
            "{:?}",
            data.outcomes[0].text.value
        );
    }

    #[test]
    fn surnames_are_those_whom_a_note_lists_by_their_letters_and_posts() {
        let text = "RECORD OF A MEETING ON THE MILLS\n\nReedham, 4 May 2031\n\n1. Mr Quill said that the wheel was old. Mr Reed replied that it was not.\n\n\
            2. Mr Quill asked who had oiled it, and cited A. Reed, On Wheels.\n\n\
            The towns were represented by B.J. Quill (Premier, Reedham) and others.\n";
        let said = told(text);
        let said: Vec<&str> = said.iter().map(|s| s[0].as_str()).collect();
        assert_eq!(said, ["B.J. Quill", "Reed", "B.J. Quill"]);
    }
}
