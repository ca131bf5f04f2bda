//! One person's name in two spellings.

use super::Rule;
use super::mention::{Mention, mentions};
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    name: "name-varies",
    severity: "note",
    summary: "spells one person's name in two ways",
    why: "a search for one spelling misses the other",
    example: "Cecile Example in the list, Cécile Example in the programme",
    misses: "initials and left-out parts, which are no other spelling",
    check,
};

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

/// The first mention that is not spelt as the first of them is.
fn varies(same: &[&Mention]) -> Option<FindingRow> {
    let first = same.first()?;
    let form = words(&first.name.value);
    let other = same.iter().find(|m| words(&m.name.value) != form)?;
    Some(raise(first, other))
}

fn raise(first: &Mention, other: &Mention) -> FindingRow {
    let message = format!("{} is elsewhere spelt {}", other.name.value, first.name.value);
    first.other(other.about(RULE.finding(message).column("name")))
}

/// Names of two or more words that differ by one letter in one word of five or more.
fn letters_off(mentions: &[Mention]) -> Vec<FindingRow> {
    let mut keys: Vec<(&str, usize)> = mentions.iter().enumerate().map(|(i, m)| (m.key.as_str(), i)).collect();
    keys.sort_unstable();
    keys.dedup_by_key(|k| k.0);
    let mut found = Vec::new();
    for (n, (a, i)) in keys.iter().enumerate() {
        for (b, j) in keys[n + 1..].iter().take(400) {
            if is_letter_off(a, b) {
                let (first, other) = (&mentions[*i.min(j)], &mentions[*i.max(j)]);
                found.push(raise(first, other));
            }
        }
    }
    found
}

fn is_letter_off(a: &str, b: &str) -> bool {
    let (left, right): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if left.len() != right.len() || left.len() < 2 {
        return false;
    }
    let mut different = left.iter().zip(&right).filter(|(l, r)| l != r);
    let (Some((l, r)), None) = (different.next(), different.next()) else {
        return false;
    };
    l.len() >= 5 && r.len() >= 5 && strsim::osa_distance(l, r) == 1
}
