//! Which paragraphs have somebody speak, and whether the report is one that records what was said.

use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::voice::{Attribution, Form, Known, attribution};
use std::collections::HashMap;

/// How many paragraphs with a named speaker make the pattern of a record.
const PATTERN: usize = 2;

/// Fills the voices of the report, and its roster with those who speak; a report that does not record what was said
/// has no voices.
pub fn listen(x: &mut Extraction) {
    let mut voices = hear(x);
    for (i, voice) in voices
        .iter()
        .enumerate()
        .filter_map(|(i, v)| Some((i, v.as_ref()?)))
    {
        let flow = &x.outline.units[i].flow;
        let name = flow.cell(voice.who.name.clone());
        if voice.sure && !voice.who.delegation && !voice.initials && name.value.contains(' ') {
            let person = Known {
                name,
                honorific: flow.cell(voice.who.honorific.clone()),
                job_title: flow.cell(voice.who.job_title.clone()),
                organisation: flow.cell(voice.who.organisation.clone()),
            };
            x.roster.add(person);
        }
    }
    voices = hear(x);
    keep_pattern(x, &mut voices);
    x.voices = voices;
}

fn hear(x: &Extraction) -> Vec<Option<Attribution>> {
    let mut voices = vec![None; x.outline.units.len()];
    for (i, unit) in x.free_units() {
        if matches!(
            unit.kind,
            UnitKind::Paragraph | UnitKind::Item | UnitKind::Quote
        ) {
            voices[i] = attribution(unit.text(), x.lexicon, &x.roster);
        }
    }
    voices
}

/// Keeps the voices where they are the pattern of the report.
fn keep_pattern(x: &Extraction, voices: &mut [Option<Attribution>]) {
    let labels = labels(x, voices);
    for (i, voice) in voices.iter_mut().enumerate() {
        let unsure = |v: &Attribution| match v.form {
            Form::Prose => !v.sure,
            Form::Label => !v.sure && labels.get(name_of(x, i, v)).is_none_or(|n| *n < 2),
        };
        if voice.as_ref().is_some_and(unsure) {
            *voice = None;
        }
    }
    let heard = voices.iter().flatten().count();
    let head = x.outline.units.iter().take(8);
    let record = head
        .clone()
        .any(|u| x.lexicon.list(List::HeadingRecord).found_in(u.text()));
    if heard < PATTERN && !(record && heard > 0) {
        voices.iter_mut().for_each(|v| *v = None);
    }
}

/// How often each name stands before a colon.
fn labels<'x>(x: &'x Extraction, voices: &[Option<Attribution>]) -> HashMap<&'x str, usize> {
    let mut counts = HashMap::new();
    for (i, voice) in voices.iter().enumerate() {
        if let Some(v) = voice.as_ref().filter(|v| v.form == Form::Label) {
            *counts.entry(name_of(x, i, v)).or_insert(0) += 1;
        }
    }
    counts
}

fn name_of<'x>(x: &'x Extraction, unit: usize, voice: &Attribution) -> &'x str {
    x.outline.units[unit]
        .flow
        .as_str()
        .get(voice.who.name.clone())
        .unwrap_or("")
}
