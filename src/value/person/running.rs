//! People named in running text, and in cells.

use super::Person;
use crate::lexicon::Lang;
use serde::Serialize;

/// A person found in a text.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct PersonReading {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// The person as printed.
    pub text: String,
    /// Mr., Dr, or empty.
    pub honorific: String,
    /// The name, first then last where the form tells them apart.
    pub name: String,
    /// The job title, or empty.
    pub job_title: String,
    /// The organisation, or empty.
    pub organisation: String,
    /// The role, or empty.
    pub role: String,
}

/// The people of a text, with code point offsets.
pub fn readings(text: &str, lang: Lang) -> Vec<PersonReading> {
    let mut points = crate::value::Points::new(text);
    let found = super::people(text, lang, &super::Known::default());
    found
        .iter()
        .map(|p| reading(text, p, &mut points))
        .collect()
}

fn reading(text: &str, person: &Person, points: &mut crate::value::Points) -> PersonReading {
    let cell = |r: &Option<std::ops::Range<usize>>| {
        r.clone().map(|r| text[r].to_string()).unwrap_or_default()
    };
    let name = match (&person.first, &person.last) {
        (Some(first), Some(last)) => format!("{} {}", &text[first.clone()], &text[last.clone()]),
        _ => text[person.name.clone()].to_string(),
    };
    PersonReading {
        start: points.at(person.span.start),
        end: points.at(person.span.end),
        text: text[person.span.clone()].to_string(),
        honorific: cell(&person.honorific),
        name,
        job_title: cell(&person.job_title),
        organisation: cell(&person.organisation),
        role: person
            .role
            .as_ref()
            .map(|(_, r)| r.as_str().to_string())
            .unwrap_or_default(),
    }
}
