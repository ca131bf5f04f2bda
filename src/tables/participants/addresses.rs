//! Columns of addresses: the body that somebody comes from, and where it is.

use super::Participant;
use super::cut::pieces;
use super::entry::{Entry, behind_postcode, is_street};
use super::piece::{Class, class_beside};
use super::row::{rows, set};
use crate::flow::Flow;
use crate::lexicon::Lexicon;
use crate::schema::Text;

/// Sets what an address says: `Lake Institute` over a street, a box, a town and a country.
pub(super) fn fill(person: &mut Participant, flow: &Flow, lexicon: &Lexicon) {
    let parts = parts(flow, lexicon);
    let Some((first, others)) = parts.split_first() else {
        return;
    };
    // The first line stands in the place of a name, and is read by itself.
    let Some(mut block) = Entry::of_one_name(first, first.len(), lexicon) else {
        return;
    };
    others.iter().for_each(|l| block.add_line(l, lexicon));
    let Some(read) = rows(&[(block, 0)], &[], "participant-grid", lexicon).pop() else {
        return;
    };
    let kind = class_beside(first.as_str(), lexicon);
    let body = |t: &Text| {
        let kind = class_beside(&t.value, lexicon);
        matches!(kind, Class::Organisation | Class::Acronym | Class::Unit)
    };
    // Further down stand towns and regions.
    let second = |t: &Text| {
        others
            .first()
            .is_some_and(|l| l.as_str().contains(t.value.as_str()))
    };
    let inner = Some(read.organisation).filter(|t| body(t) && second(t));
    // A town behind its postal code is told best.
    let coded = others.iter().find_map(|l| {
        let at = behind_postcode(l.as_str())?;
        Some(l.cell(at..l.len()))
    });
    set(&mut person.city, coded.unwrap_or_default());
    match (kind, inner.clone()) {
        (Class::Job, inner) => {
            set(&mut person.job_title, first.whole());
            set(&mut person.organisation, inner.unwrap_or_default());
        }
        (Class::Unit, Some(inner)) => {
            set(&mut person.department, first.whole());
            set(&mut person.organisation, inner);
        }
        _ if names_a_body(first.as_str(), kind, lexicon) => {
            set(&mut person.organisation, first.whole());
            set(&mut person.department, inner.unwrap_or_default());
        }
        _ => set(&mut person.organisation, inner.unwrap_or_default()),
    }
    set(&mut person.city, read.city);
    if person.country.is_empty() {
        person.country = read.country;
        person.country_code = read.country_code;
    }
    set(&mut person.email, read.email);
    set(&mut person.phone, read.phone);
}

/// The lines of an address; in one of a single line, what commas part.
fn parts<'s>(flow: &Flow<'s>, lexicon: &Lexicon) -> Vec<Flow<'s>> {
    let lines: Vec<Flow> = flow.lines().map(|l| flow.slice(l).trim()).collect();
    if lines.len() > 1 {
        return lines;
    }
    let cut = pieces(flow, 0..flow.len(), lexicon);
    cut.into_iter().map(|p| flow.slice(p.range)).collect()
}

/// Whether the first line of an address can be a body: no street, no box, no place.
fn names_a_body(text: &str, kind: Class, lexicon: &Lexicon) -> bool {
    let told = matches!(
        kind,
        Class::Organisation | Class::Acronym | Class::Unit | Class::Unknown
    );
    let numbered = text.contains(|c: char| c.is_ascii_digit());
    told && (kind != Class::Unknown || !numbered && !is_street(text, lexicon))
}
