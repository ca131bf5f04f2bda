//! Those whose talks a report tells each under a heading of its own: `Ana Example (Harbour Board)`.

use super::Found;
use super::boxes::person;
use crate::block::is_person;
use crate::extract::Extraction;
use crate::outline::{Unit, UnitKind};
use crate::span::Spans;
use crate::voice::{Who, names_a_thing};
use std::ops::Range;

/// So many headings of this kind show that they name who spoke.
const HEADS: usize = 2;
/// Such a heading is no longer, in bytes.
const LONGEST: usize = 120;
/// Among so many units below it stands what its speaker said.
const NEAR: usize = 4;

/// The speakers that headings name.
pub(super) fn read(x: &Extraction) -> Vec<Found> {
    let own = x.free_units().filter_map(|(i, unit)| found(x, i, unit));
    let own: Vec<Found> = own.collect();
    if own.len() < HEADS { Vec::new() } else { own }
}

/// A name, and in brackets the body, over a passage that has the same name for its subject.
fn found(x: &Extraction, i: usize, unit: &Unit) -> Option<Found> {
    let UnitKind::Heading(section) = unit.kind else {
        return None;
    };
    let section = &x.outline.sections[section];
    let title = &section.title;
    let text = title.as_str();
    if text.len() > LONGEST {
        return None;
    }
    let (name, body) = parted(text)?;
    let own = &text[name.clone()];
    if !is_person(own) || names_a_thing(own, x.lexicon) {
        return None;
    }
    let below = x.outline.units[section.own.clone()].iter();
    let below = below.filter(|u| !matches!(u.kind, UnitKind::Heading(_)));
    below.take(NEAR).find(|u| is_subject(own, u.text()))?;
    let who = Who {
        name,
        organisation: body,
        ..Who::default()
    };
    Some(Found {
        unit: i,
        role: "speaker",
        person: person(title, &who),
        email: Default::default(),
        from: Spans::NONE,
        rule: "heading",
    })
}

/// The name and the body of `Ana Example (Harbour Board)`.
fn parted(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let text = text.trim_end();
    let open = text.find(" (")?;
    let body = open + 2..text.strip_suffix(')')?.len();
    let own = text.get(body.clone())?;
    let plain = own.starts_with(char::is_uppercase) && !own.contains(['(', ')', ',', ';', ':']);
    let dated = own.contains(|c: char| c.is_ascii_digit());
    let whole = text[..open].contains(' ') && !text[..open].contains([',', ';', ':']);
    (plain && !dated && whole).then_some((0..open, body))
}

/// Whether a passage begins with a name and small letters behind it: `Ana Example showed`.
fn is_subject(name: &str, text: &str) -> bool {
    let rest = text.strip_prefix(name).and_then(|r| r.strip_prefix(' '));
    rest.is_some_and(|r| r.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    fn told(text: &str) -> Vec<String> {
        let data = extract(&Source::from_text("t", text), &Options::default());
        let told =
            |s: &super::super::Speaker| format!("{} | {}", s.name.value, s.organisation.value);
        data.speakers.iter().map(told).collect()
    }

    #[test]
    fn headings_of_talks_name_who_gave_them() {
        let text = "# Summary of the Boat Meeting on 4 May 2031\n\n## Talks\n\n### 1. Lu Sample (Pebble Group)\n\n\
            Lu Sample shared insights on boats. He noted that ropes are dear.\n\n### 2. Mo Probe (Tide Bank)\n\n\
            Slides: https://example.org/probe\n\nMo Probe described the paint.\n";
        assert_eq!(
            told(text),
            ["Lu Sample | Pebble Group", "Mo Probe | Tide Bank"]
        );
        let text = "# Summary of the Boat Meeting on 4 May 2031\n\n## Places\n\n### 1. Long Quay (Reedham)\n\n\
            The quay is old.\n\n### 2. Mill Pond (Lind)\n\nMill Pond (2030) is dry.\n";
        assert!(told(text).is_empty());
    }
}
