//! One person's name in two spellings.

use super::Rule;
use super::mention::{Mention, mentions};
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::value::may_be_off;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    name: "name-varies",
    severity: "note",
    summary: "spells one person's name in two ways",
    why: "a search for one spelling misses the other",
    example: "Cecile Example in the list, Cécile Example in the programme",
    misses: "initials and left-out parts, which are no other spelling",
    check,
};

/// Names that have a word in common and are compared with one another; a word that more of them have tells nobody.
const SHARING: usize = 400;

/// Pairs of names a letter off that are told at most.
const PAIRS: usize = 10_000;

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mentions = mentions(x, |_| true);
    let mut people: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, mention) in mentions.iter().enumerate() {
        people.entry(&mention.key).or_default().push(i);
    }
    let spellings = people.values().filter_map(|same| varies(&mentions, same));
    let mut found: Vec<_> = spellings.chain(letters_off(&mentions, &people)).collect();
    found.sort_by(|a, b| a.message.value.cmp(&b.message.value));
    found
}

/// The words of a name as printed, in alphabetical order and small letters.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let mut words: Vec<String> = parts.map(str::to_lowercase).collect();
    words.sort_unstable();
    words
}

/// The first mention in the rarest spelling, against the first in the most frequent one; of equally frequent ones the
/// spelling that comes first is the standard.
fn varies(mentions: &[Mention], same: &[usize]) -> Option<FindingRow> {
    let name = |i: usize| &mentions[i].name.value;
    if same.iter().all(|&i| name(i) == name(same[0])) {
        return None;
    }
    // How often each spelling comes, and where first.
    let mut forms: BTreeMap<Vec<String>, (usize, usize)> = BTreeMap::new();
    for &i in same {
        forms.entry(words(name(i))).or_insert((0, i)).0 += 1;
    }
    let usual = forms.values().max_by_key(|(times, i)| (*times, Reverse(*i)))?;
    let rarest = forms.values().filter(|form| *form != usual).min()?;
    Some(raise(&mentions[usual.1], &mentions[rarest.1]))
}

fn raise(first: &Mention, other: &Mention) -> FindingRow {
    let message = format!("{} is elsewhere spelt {}", other.name.value, first.name.value);
    first.other(other.about(RULE.finding(message).column(other.column)))
}

/// Names of two or more words that differ by a letter in one word of four or more, or by two in one of nine or more.
fn letters_off(mentions: &[Mention], people: &BTreeMap<&str, Vec<usize>>) -> Vec<FindingRow> {
    let keys: Vec<Key> = people.keys().map(|key| (*key, key.split(' ').collect())).collect();
    let people: Vec<&Vec<usize>> = people.values().collect();
    let told = alike(&keys).into_iter().map(|(a, b)| {
        let rank = |same: &[usize]| (Reverse(same.len()), same[0]);
        let (a, b) = (people[a], people[b]);
        let (usual, rare) = if rank(a) < rank(b) { (a, b) } else { (b, a) };
        raise(&mentions[usual[0]], &mentions[rare[0]])
    });
    told.collect()
}

/// A key and its words.
type Key<'k> = (&'k str, Vec<&'k str>);

/// The pairs of keys that are a letter off: such a pair has a word in common, so only keys that share one are compared.
fn alike(keys: &[Key]) -> Vec<(usize, usize)> {
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, (_, words)) in keys.iter().enumerate().filter(|(_, (_, words))| words.len() > 1) {
        words.iter().for_each(|w| by_word.entry(w).or_default().push(i));
    }
    let mut pairs = BTreeSet::new();
    for same in by_word.values().filter(|v| v.len() <= SHARING) {
        for (n, &a) in same.iter().enumerate() {
            let near = same[n + 1..].iter().filter(|&&b| is_letter_off(&keys[a], &keys[b]));
            pairs.extend(near.map(|&b| (a, b)).take(PAIRS.saturating_sub(pairs.len())));
        }
    }
    pairs.into_iter().collect()
}

fn is_letter_off<'k>(a: &Key<'k>, b: &Key<'k>) -> bool {
    // The words stand in the order of the alphabet, which a wrong first letter changes.
    let lone = |from: &Key<'k>, other: &Key<'k>| {
        let mut lone = from.1.iter().filter(|w| !other.1.contains(w));
        let one = lone.next().copied();
        one.filter(|_| lone.next().is_none())
    };
    if a.1.len() != b.1.len() || !may_be_off(a.0, b.0) {
        return false;
    }
    let (Some(l), Some(r)) = (lone(a, b), lone(b, a)) else {
        return false;
    };
    let short = l.len().min(r.len());
    if short < 4 {
        return false;
    }
    let distance = strsim::osa_distance(l, r);
    distance == 1 || short >= 9 && distance == 2
}

#[cfg(test)]
mod tests {
    use super::{Key, PAIRS, SHARING, alike};

    #[test]
    fn a_word_that_very_many_names_have_tells_nobody() {
        let names: Vec<String> = (0..=SHARING).map(|i| format!("anna brook{i:04}")).collect();
        let keys = |n: usize| -> Vec<Key> {
            let names = names.iter().take(n);
            names.map(|name| (name.as_str(), name.split(' ').collect())).collect()
        };
        assert_eq!(alike(&keys(3)), [(0, 1), (0, 2), (1, 2)]);
        assert!((1..=PAIRS).contains(&alike(&keys(SHARING)).len()));
        assert!(alike(&keys(SHARING + 1)).is_empty());
    }
}
