//! A row that breaks the alphabetical order of its list.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use crate::value::place::fold;

pub(super) const RULE: Rule = Rule {
    name: "out-of-order",
    severity: "note",
    summary: "breaks the alphabetical order that its list otherwise keeps",
    why: "a name may be misspelt, or its parts exchanged",
    example: "Horn / Salcedo / Keijzer",
    misses: "lists of fewer than eight, and lists without an order",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = &x.data.participants;
    let mut found = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let same = rows[start..].iter().take_while(|r| r.list.value == rows[start].list.value);
        let end = start + same.count();
        found.extend(misplaced(rows, start, end));
        start = end;
    }
    found
}

fn misplaced(rows: &[Participant], start: usize, end: usize) -> Vec<FindingRow> {
    let name = |r: &Participant| fold(if r.last_name.is_empty() { &r.name.value } else { &r.last_name.value });
    let keys: Vec<String> = rows[start..end].iter().map(name).collect();
    let kept = longest_order(&keys);
    let out = keys.len() - kept.iter().filter(|k| **k).count();
    if keys.len() < 8 || out == 0 || out * 10 > keys.len() {
        return Vec::new();
    }
    let rows_out = (start..end).filter(|i| !kept[i - start]);
    rows_out
        .map(|i| {
            let before = i.checked_sub(1).filter(|b| *b >= start).unwrap_or(i + 1);
            let message = format!("{} breaks the alphabetical order of the list", rows[i].name.value);
            RULE.finding(message).about::<Participant>(i).column("name").other::<Participant>(before)
        })
        .collect()
}

/// Which keys belong to one of the longest runs in order (patience sorting).
fn longest_order(keys: &[String]) -> Vec<bool> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; keys.len()];
    for i in 0..keys.len() {
        let place = tails.partition_point(|&t| keys[t] <= keys[i]);
        before[i] = place.checked_sub(1).map(|p| tails[p]);
        match tails.get_mut(place) {
            Some(tail) => *tail = i,
            None => tails.push(i),
        }
    }
    let mut kept = vec![false; keys.len()];
    let mut at = tails.last().copied();
    while let Some(i) = at {
        kept[i] = true;
        at = before[i];
    }
    kept
}
