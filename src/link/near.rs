//! People across reports whose names are near one another: misspelt, cut short, abbreviated.
//!
//! Who has a name near another's is looked for among those who share a block: the surname and the first letter before it,
//! the first name and the consonants of the surname, the first two names, the surname and an organisation. In each block
//! neighbours are compared and no more, so that the work grows with the number of people. They are one where the address
//! agrees, or the organisation does and the name is misspelt or lacks a part, and there is no second whom it fits as well.

use super::aliases::Aliases;
use super::evidence::Gender;
use super::name::{Fit, Name};
use std::collections::{BTreeMap, BTreeSet};
use xxhash_rust::xxh3::xxh3_64;

/// Neighbours in a block that are compared.
const WINDOW: usize = 12;

/// What is known of a person over all reports.
#[derive(Clone, Debug, Default)]
pub(super) struct Summary {
    pub name: Name,
    pub surname: Option<usize>,
    pub organisations: BTreeSet<u32>,
    pub jobs: BTreeSet<u32>,
    pub emails: BTreeSet<u32>,
    pub countries: BTreeSet<String>,
    pub gender: Gender,
    /// Reports on whose lists the person is.
    pub lists: BTreeSet<u32>,
    pub sides: Vec<u32>,
}

/// Two people whose names are near one another, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub a: u32,
    pub b: u32,
    pub fit: Fit,
    /// Whether they are one unless another fits as well.
    pub merges: bool,
}

/// Blocks that a person is in at most, but for further organisations.
pub(super) const BLOCKS: usize = 4;

/// The blocks that a person is in.
pub(super) fn blocks(person: &Summary) -> Vec<u32> {
    let words: Vec<&str> = person.name.words().collect();
    let at = person
        .surname
        .filter(|s| *s < words.len())
        .unwrap_or(words.len().saturating_sub(1));
    let Some(&surname) = words.get(at) else {
        return Vec::new();
    };
    let given = words
        .iter()
        .enumerate()
        .find(|(i, _)| *i != at)
        .map_or("", |(_, w)| w);
    let block = |kind: &str, one: &str, other: &str| {
        xxh3_64(format!("{kind} {one} {other}").as_bytes()) as u32
    };
    let mut blocks = Vec::with_capacity(BLOCKS);
    if let Some(first) = given.chars().next() {
        blocks.push(block("initial", surname, first.encode_utf8(&mut [0; 4])));
        blocks.push(block("first", words[0], words[1]));
    }
    if given.chars().nth(1).is_some() {
        blocks.push(block("sound", given, &skeleton(surname)));
    }
    let organisations = person.organisations.iter().take(4);
    blocks.extend(organisations.map(|o| block("organisation", surname, &o.to_string())));
    blocks
}

/// The first letter and the consonants behind it, each once, four at most.
fn skeleton(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w') && !out.is_empty();
        if !vowel && !out.ends_with(c) {
            out.push(c);
        }
        if out.len() >= 4 {
            break;
        }
    }
    out
}

/// The pairs among the people of one block, who come with their numbers.
pub(super) fn compare(block: &[(u32, Summary)], aliases: &Aliases, found: &mut Vec<Near>) {
    for (i, (a, one)) in block.iter().enumerate() {
        for (b, other) in block[i + 1..].iter().take(WINDOW) {
            let Some(fit) = (!are_apart(one, other, aliases))
                .then(|| one.name.fit(&other.name))
                .flatten()
                .filter(|fit| *fit != Fit::Same && a != b)
            else {
                continue;
            };
            let Some(merges) = weigh(fit, one, other) else {
                continue;
            };
            let (a, b) = ((*a).min(*b), (*a).max(*b));
            found.push(Near { a, b, fit, merges });
        }
    }
}

/// Whether two people are not one whatever their names.
fn are_apart(a: &Summary, b: &Summary, aliases: &Aliases) -> bool {
    a.gender.conflicts(b.gender)
        || aliases.part(&a.sides, &b.sides)
        || !a.lists.is_disjoint(&b.lists)
}

/// Whether the two are one; nothing where too little speaks for it to be told.
fn weigh(fit: Fit, a: &Summary, b: &Summary) -> Option<bool> {
    if !a.emails.is_disjoint(&b.emails) {
        return Some(true);
    }
    let organisation = !a.organisations.is_disjoint(&b.organisations);
    let elsewhere = !organisation && !a.organisations.is_empty() && !b.organisations.is_empty();
    let job = !a.jobs.is_disjoint(&b.jobs);
    if elsewhere && !job {
        return None;
    }
    let close = matches!(fit, Fit::Part | Fit::Spaced | Fit::Letter);
    Some(close && organisation)
}

/// Parts pairs into those that are one and those that are doubtful. A person who could be one with two others that are not
/// near one another is none of them.
pub(super) fn decide(mut pairs: Vec<Near>) -> (Vec<Near>, Vec<Near>) {
    pairs.sort_unstable();
    pairs.dedup_by_key(|p| (p.a, p.b));
    let mut near: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for pair in pairs.iter().filter(|p| p.merges) {
        near.entry(pair.a).or_default().insert(pair.b);
        near.entry(pair.b).or_default().insert(pair.a);
    }
    let alone = |pair: &Near| {
        let all = |of: u32, other: u32| {
            let others = near.get(&other);
            let partners = near.get(&of).into_iter().flatten();
            partners
                .filter(|p| **p != other)
                .all(|p| others.is_some_and(|o| o.contains(p)))
        };
        all(pair.a, pair.b) && all(pair.b, pair.a)
    };
    pairs
        .into_iter()
        .partition(|pair| pair.merges && alone(pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, organisation: u32) -> Summary {
        Summary {
            name: Name::of(name),
            organisations: BTreeSet::from([organisation]),
            ..Summary::default()
        }
    }

    fn near(people: &[Summary]) -> (Vec<Near>, Vec<Near>) {
        let block: Vec<_> = people
            .iter()
            .cloned()
            .enumerate()
            .map(|(i, p)| (i as u32, p))
            .collect();
        let mut found = Vec::new();
        compare(&block, &Aliases::default(), &mut found);
        decide(found)
    }

    #[test]
    fn near_names_share_a_block() {
        for (a, b) in [
            ("Lars Groenvald", "Lars Groenveld"),
            ("J. Kestrel", "Jörg Kestrel"),
            ("Ana García", "Ana García Ruiz"),
            ("Hans-Peter Stone", "Hanspeter Stone"),
            ("Okafor", "Ada Okafor"),
        ] {
            let of = |name: &str| blocks(&person(name, 1));
            assert!(of(a).iter().any(|block| of(b).contains(block)), "{a}, {b}");
        }
    }

    #[test]
    fn a_misspelling_is_one_where_the_organisation_agrees() {
        let (one, doubtful) = near(&[person("Lars Groenvald", 1), person("Lars Groenveld", 1)]);
        assert_eq!((one.len(), doubtful.len()), (1, 0));
        let (one, doubtful) = near(&[person("Lars Groenvald", 1), person("Lars Groenveld", 2)]);
        assert_eq!((one.len(), doubtful.len()), (0, 0));
        let (one, doubtful) = near(&[person("L. Groenvald", 1), person("Lars Groenvald", 1)]);
        assert_eq!((one.len(), doubtful.len()), (0, 1));
    }

    #[test]
    fn what_fits_two_is_neither() {
        let people = [
            person("Ana García", 1),
            person("Ana García Ruiz", 1),
            person("Ana García López", 1),
        ];
        let (one, doubtful) = near(&people);
        assert_eq!((one.len(), doubtful.len()), (0, 2));
        let people = [
            person("Ana García", 1),
            person("Ana García Ruiz", 1),
            person("Ana M. García Ruiz", 1),
        ];
        assert_eq!(near(&people).0.len(), 3);
    }
}
