//! Lists of people of whom some are called by one word only: a first name, a handle.

use super::entry::Entry;
use super::piece::{Class, class};
use super::run::Part;
use crate::flow::Flow;
use crate::lexicon::Lexicon;
use crate::value::person::is_given_name;

/// `Ann, Ben_Probe, Cy Sample`: a person a part, most of them by bare names, the others by a word that may be one.
pub(super) fn one_each<'s>(
    flow: &Flow<'s>,
    parts: &[Part],
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    if parts.len() < 2 || parts.iter().any(|p| p.after == ';') {
        return None;
    }
    let read = |p: &Part| {
        let entry = Entry::read_running(&flow.slice(p.range.clone()), lexicon);
        entry.filter(|e| e.name.score > 0 && e.is_bare())
    };
    let known: Vec<Option<Entry>> = parts.iter().map(read).collect();
    let named = known.iter().flatten().count();
    let head = |p: &Part| {
        let own = &text[p.range.clone()];
        own.split(['(', '['])
            .next()
            .unwrap_or_default()
            .trim()
            .len()
    };
    let single = |p: &Part| !text[p.range.start..p.range.start + head(p)].contains(' ');
    let alone = parts.iter().all(single);
    let unread = || parts.iter().zip(&known).filter(|(_, k)| k.is_none());
    let tenths = if unread().all(|(p, _)| single(p)) {
        5
    } else {
        7
    };
    if named == parts.len() || !alone && named * 10 < parts.len() * tenths {
        return None;
    }
    let mut people = Vec::with_capacity(parts.len());
    for (i, (part, entry)) in parts.iter().zip(known).enumerate() {
        let len = head(part);
        let word = &text[part.range.start..part.range.start + len];
        let family = part.after == '&' && is_given_name(word) && !alone;
        if entry.is_none() && (family || !may_be_called(word, i == 0, alone, lexicon)) {
            return None;
        }
        let called = || Entry::of_one_name(&flow.slice(part.range.clone()), len, lexicon);
        people.push(entry.or_else(called)?);
    }
    Some(people)
}

/// Whether somebody among people may be called so: a given name, a handle, or capitals that say nothing else.
fn may_be_called(word: &str, first: bool, alone: bool, lexicon: &Lexicon) -> bool {
    let big = word.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let handle = word.contains('_') || !word.contains(char::is_uppercase) && word.len() < 12;
    let alike = match word.contains(' ') {
        true => big && word.split(' ').count() < 4,
        false => handle && !alone || big && (is_given_name(word) || first || alone),
    };
    let plain = !word.contains(|c: char| c.is_ascii_digit() || c == '/');
    let class = class(word, lexicon);
    let other = class != Class::Unknown
        && !(is_given_name(word) && matches!(class, Class::City | Class::Place));
    alike && plain && !other
}
