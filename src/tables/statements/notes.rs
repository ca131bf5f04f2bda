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
    let set_off = || voice.form == Form::Prose && is_set_off(x, unit, voice) && person();
    several && (given || placed()) || set_off()
}

/// Whether the name of a speaker, and no more, stands between the stars of a bold passage.
fn is_set_off(x: &Extraction, unit: usize, voice: &Attribution) -> bool {
    let flow = &x.outline.units[unit].flow;
    let source = &x.outline.source.text;
    let spans = flow.spans(voice.who.name.clone());
    let bounds = spans.iter().next().zip(spans.iter().last());
    bounds.is_some_and(|(first, last)| {
        let (start, end) = (first.start as usize, last.end as usize);
        source[..start].ends_with("**") && source[end..].starts_with("**")
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

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
}
