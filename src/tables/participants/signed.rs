//! People in one paragraph, each with a body behind a sign of some kind: `Ann Model - Mill Ltd, Bo Probe (Reed Circle), ...`.
//!
//! Where everybody signs in by themselves the signs differ, and here and there one is left out; the others tell how the
//! paragraph is to be read.

use super::entry::Entry;
use super::name::name_at;
use super::parts::Part;
use super::piece::{Class, class};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use std::collections::BTreeSet;
use std::ops::Range;

/// Fewer people tell nothing.
const LEAST: usize = 5;

/// A name and the body behind it, without the sign and the brackets.
struct Signed {
    name: Range<usize>,
    body: Range<usize>,
    /// Whether no bracket holds the body.
    open: bool,
}

/// The people of the parts of a text, where nearly all of them have a body behind a sign and some of the signs are no
/// brackets, which other readers know.
pub(super) fn people<'s>(
    flow: &Flow<'s>,
    parts: &[Part],
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    if parts.len() < LEAST || parts.iter().any(|p| p.after == ';') {
        return None;
    }
    let parts = with_forms(text, parts, lexicon);
    let cut: Vec<Option<Signed>> = parts.iter().map(|p| signed(text, p, lexicon)).collect();
    let (mut all, mut open, mut sure) = (0, 0, 0);
    for part in cut.iter().flatten() {
        all += 1;
        open += usize::from(part.open);
        sure +=
            usize::from(name_at(&text[part.name.clone()], lexicon).is_some_and(|n| n.score > 1));
    }
    if all < LEAST || all * 10 < parts.len() * 8 || open * 4 < all || sure * 2 < all {
        return None;
    }
    let bodies: BTreeSet<&str> = cut
        .iter()
        .flatten()
        .map(|s| &text[s.body.clone()])
        .collect();
    let bare = |p: &Range<usize>| behind_name(text, p, &bodies);
    let mut found = Vec::with_capacity(parts.len());
    for (part, cut) in parts.iter().zip(&cut) {
        let cut = cut.as_ref().map(|s| (s.name.clone(), s.body.clone()));
        let (name, body) = cut
            .or_else(|| bare(part))
            .unwrap_or((part.clone(), part.end..part.end));
        let own = flow.slice(name.clone());
        let entry = Entry::read_running(&own, lexicon).filter(|e| e.is_bare());
        let entry = entry.or_else(|| Entry::of_one_name(&own, own.len(), lexicon));
        let Some(mut entry) = entry else { continue };
        if !body.is_empty() {
            let class = match class(&text[body.clone()], lexicon) {
                own @ (Class::Job | Class::Country | Class::Unit) => own,
                _ => Class::Organisation,
            };
            entry.add(&flow.slice(body), class);
        }
        found.push(entry);
    }
    Some(found)
}

/// The parts, each form of a company joined to the name before the comma: `Reed Boats, Inc`.
fn with_forms(text: &str, parts: &[Part], lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(parts.len());
    for part in parts {
        let form = text[part.range.clone()].trim().trim_end_matches('.');
        match found.last_mut() {
            Some(last) if lexicon.list(List::LegalForm).is(form) => last.end = part.range.end,
            _ => found.push(trimmed(text, part.range.clone())),
        }
    }
    found
}

/// A part that is a name, a sign and a body.
fn signed(text: &str, part: &Range<usize>, lexicon: &Lexicon) -> Option<Signed> {
    let own = &text[part.clone()];
    let (at, sign) = sign(own)?;
    let name = own[..at].trim_end();
    let rest = trimmed(text, part.start + at + sign.len()..part.end);
    let bracketed = |r: &Range<usize>| {
        let body = &text[r.clone()];
        let pairs = [('(', ')'), ('[', ']')];
        pairs
            .iter()
            .any(|&(a, z)| body.starts_with(a) && body.ends_with(z))
    };
    let inner = match bracketed(&rest) {
        true => rest.start + 1..rest.end - 1,
        false => rest,
    };
    let open = !sign.is_empty();
    // Behind a bracket nothing else stands.
    let whole = open || bracketed(&(part.start + at..part.end));
    let body = &text[inner.clone()];
    let fits = is_name(name, lexicon) && whole && !body.is_empty() && body.len() <= LONGEST;
    (fits && body.contains(char::is_alphabetic)).then(|| Signed {
        name: part.start..part.start + name.len(),
        body: inner,
        open,
    })
}

/// A body is no longer.
const LONGEST: usize = 60;

/// Where the sign behind a name stands, and what it is: a dash that blanks part from the name or from the body, a colon, a
/// stroke; nothing where a bracket opens; a hyphen right behind the second word and before a capital.
fn sign(own: &str) -> Option<(usize, &str)> {
    let mut words = 0;
    for (i, c) in own.char_indices() {
        let rest = &own[i..];
        let spaced = own[..i].ends_with(' ') || rest[c.len_utf8()..].starts_with(' ');
        let tight = || {
            let next = rest[c.len_utf8()..].chars().next();
            words > 0 && !own[..i].ends_with(' ') && next.is_some_and(char::is_uppercase)
        };
        match c {
            '(' | '[' => return Some((i, "")),
            ':' | '|' | '/' => return Some((i, &rest[..1])),
            '-' | '\u{2013}' | '\u{2014}' if i > 0 && (spaced || tight() && ends(rest)) => {
                return Some((i, &rest[..c.len_utf8()]));
            }
            ' ' => words += 1,
            _ => {}
        }
    }
    None
}

/// `-Mill`: no other word behind a hyphen, and no surname of two words either, which has no capitals inside or after it.
fn ends(rest: &str) -> bool {
    let body = rest.trim_start_matches(['-', '\u{2013}', '\u{2014}']);
    let inner = body.chars().skip(1).any(char::is_uppercase);
    inner && !body.contains(['-', '(', '['])
}

/// Two to four words with capitals.
fn is_name(name: &str, lexicon: &Lexicon) -> bool {
    let big = |w: &str| {
        w.starts_with(char::is_uppercase)
            && w.chars()
                .all(|c| c.is_alphabetic() || "'\u{2019}-.".contains(c))
    };
    let small = |w: &str| lexicon.list(List::Particle).is(w);
    let words = name.split(' ').count();
    let known = || name_at(name, lexicon).is_some_and(|n| n.score > 1 && n.end == name.len());
    (2..=4).contains(&words) && name.split(' ').all(|w| big(w) || small(w)) || known()
}

/// `Ann Model Mill Ltd`: a body of the others right behind a name.
fn behind_name(
    text: &str,
    part: &Range<usize>,
    bodies: &BTreeSet<&str>,
) -> Option<(Range<usize>, Range<usize>)> {
    let own = &text[part.clone()];
    let spaces = own.match_indices(' ').map(|(i, _)| i);
    let at = spaces
        .into_iter()
        .find(|&i| bodies.contains(&own[i + 1..]))?;
    Some((part.start..part.start + at, part.start + at + 1..part.end))
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let kept = own.trim_end_matches([' ', '.']);
    let start = range.start + own.len() - own.trim_start().len();
    start..(range.start + kept.len()).max(start)
}

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn bodies_behind_signs_of_all_kinds() {
        expect(
            "# Attendees\n\nAnna Model (Mill by Reed), Peter Sample - Damworks, Jane Probe Damworks, \
             Mary Trial: Reedmills, TEST Paul - Ferry, Inc, Olga Sample-FerryNet, John Trial [Reed], \
             Ruth Probe | Dam Trust, Eva Model/ Mill-Lock, Karl Sample - (LockSign)\n",
            &[
                "Anna Model organisation=Mill by Reed",
                "Peter Sample organisation=Damworks",
                "Jane Probe organisation=Damworks",
                "Mary Trial organisation=Reedmills",
                "Paul TEST last_name=TEST organisation=Ferry, Inc",
                "Olga Sample organisation=FerryNet",
                "John Trial organisation=Reed",
                "Ruth Probe organisation=Dam Trust",
                "Eva Model organisation=Mill-Lock",
                "Karl Sample organisation=LockSign",
            ],
        );
    }

    #[test]
    fn names_with_hyphens_are_whole() {
        expect(
            "# Attendees\n\nAnna Model-Probe, Peter Sample-Reed, Jane Probe, Mary Trial-Model, Paul Test, Eva Model\n",
            &[
                "Anna Model-Probe",
                "Peter Sample-Reed",
                "Jane Probe",
                "Mary Trial-Model",
                "Paul Test",
                "Eva Model",
            ],
        );
    }
}
