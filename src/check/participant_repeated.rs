//! A person who is listed twice.

use super::Rule;
use super::mention::key;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use foldhash::{HashMap, HashMapExt};

pub(super) const RULE: Rule = Rule {
    name: "participant-repeated",
    severity: "warning",
    summary: "lists one person twice",
    why: "counts of participants come out too high",
    example: "EXAMPLE, Ana (Duck Institute) under Norway and again under Kenya",
    misses: "a person under two spellings",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mut seen: HashMap<(String, &str), usize> = HashMap::new();
    let mut found = Vec::new();
    for (i, row) in x.data.participants.iter().enumerate() {
        // A second list, such as one of experts, may name a person again.
        let place = (key(&row.name.value), row.list.value.as_str());
        match seen.get(&place) {
            Some(&first) if !place.0.is_empty() => {
                let message = format!("{} is listed twice", row.name.value);
                found.push(RULE.finding(message).about::<Participant>(i).column("name").other::<Participant>(first));
            }
            _ => {
                seen.insert(place, i);
            }
        }
    }
    found
}
