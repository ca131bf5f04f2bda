//! One person's name in two spellings.

use super::Rule;
use super::mention::{Mention, mentions};
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::value::may_be_off;
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

/// With how many others of a word in common a name is compared.
const MOST: usize = 400;

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mentions = mentions(x);
    let mut people: BTreeMap<String, Vec<&Mention>> = BTreeMap::new();
    for mention in &mentions {
        people.entry(mention.key.clone()).or_default().push(mention);
    }
    let spellings = people.into_values().filter_map(|same| varies(&same));
    let mut found: Vec<_> = spellings.chain(letters_off(&mentions)).collect();
    found.sort_by_key(|f| f.message.value.clone());
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
fn varies(same: &[&Mention]) -> Option<FindingRow> {
    let forms: Vec<Vec<String>> = same.iter().map(|m| words(&m.name.value)).collect();
    let times = |i: &usize| forms.iter().filter(|f| **f == forms[*i]).count();
    let first = (0..same.len()).max_by_key(|i| (times(i), usize::MAX - i))?;
    let others = (0..same.len()).filter(|i| forms[*i] != forms[first]);
    let other = others.min_by_key(|i| (times(i), *i))?;
    Some(raise(same[first], same[other]))
}

fn raise(first: &Mention, other: &Mention) -> FindingRow {
    let message = format!("{} is elsewhere spelt {}", other.name.value, first.name.value);
    first.other(other.about(RULE.finding(message).column(other.column)))
}

/// Names of two or more words that differ by a letter in one word of four or more, or by two in one of nine or more.
fn letters_off(mentions: &[Mention]) -> Vec<FindingRow> {
    let mut times: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, mention) in mentions.iter().enumerate() {
        times.entry(&mention.key).or_default().push(i);
    }
    let keys: Vec<(&str, &Vec<usize>)> = times.iter().map(|(k, v)| (*k, v)).collect();
    let mut found = Vec::new();
    for pair in alike(&keys) {
        let (a, b) = (keys[pair.0].1, keys[pair.1].1);
        let first_is_usual = a.len() > b.len() || a.len() == b.len() && a[0] < b[0];
        let (usual, rare) = if first_is_usual { (a, b) } else { (b, a) };
        found.push(raise(&mentions[usual[0]], &mentions[rare[0]]));
    }
    found
}

/// The pairs of keys that are a letter off: such a pair has a word in common, so only keys that share one are compared.
fn alike(keys: &[(&str, &Vec<usize>)]) -> Vec<(usize, usize)> {
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, (key, _)) in keys.iter().enumerate() {
        key.split(' ').for_each(|w| by_word.entry(w).or_default().push(i));
    }
    let mut pairs = BTreeSet::new();
    for same in by_word.values().filter(|v| v.len() > 1) {
        for (n, &a) in same.iter().enumerate() {
            let near = same[n + 1..].iter().take(MOST);
            pairs.extend(near.filter(|&&b| is_letter_off(keys[a].0, keys[b].0)).map(|&b| (a, b)));
        }
    }
    pairs.into_iter().collect()
}

fn is_letter_off(a: &str, b: &str) -> bool {
    if !may_be_off(a, b) {
        return false;
    }
    let (left, right): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if left.len() != right.len() || left.len() < 2 {
        return false;
    }
    // The words stand in the order of the alphabet, which a wrong first letter changes.
    let lone = |from: &[&str], other: &[&str]| -> Vec<String> {
        from.iter().filter(|w| !other.contains(w)).map(|w| w.to_string()).collect()
    };
    let (l, r) = (lone(&left, &right), lone(&right, &left));
    let ([l], [r]) = (l.as_slice(), r.as_slice()) else {
        return false;
    };
    let (short, distance) = (l.len().min(r.len()), strsim::osa_distance(l, r));
    short >= 4 && distance == 1 || short >= 9 && distance == 2
}
