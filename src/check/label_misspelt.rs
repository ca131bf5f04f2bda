//! A label that is a letter off.

use super::Rule;
use crate::extract::Extraction;
use crate::outline::UnitKind;
use crate::tables::findings::FindingRow;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    name: "label-misspelt",
    severity: "note",
    summary: "prints a label a letter off",
    why: "a search for the label misses it",
    example: "SPAEKERS: among several SPEAKERS:",
    misses: "a label that the report prints only once, or always wrong",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let labels = x.outline.units.iter().filter(|u| u.kind == UnitKind::Label);
    let word = |text: &str| text.trim_end_matches([':', ' ']).to_lowercase();
    let labels: Vec<_> = labels.map(|u| (u, word(u.text()))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, label) in &labels {
        *counts.entry(label).or_default() += 1;
    }
    let rare = labels.iter().filter(|(_, l)| counts[l.as_str()] == 1 && l.chars().count() >= 5);
    rare.filter_map(|(unit, label)| {
        let near = |(other, count): &(&&str, &usize)| {
            **count >= 2 && strsim::osa_distance(other, label) == 1 && !other_number(other, label)
        };
        let (meant, _) = counts.iter().find(near)?;
        let (other, _) = labels.iter().find(|(_, l)| l == meant)?;
        let message = format!("\"{}\" is elsewhere \"{meant}\"", unit.text());
        let finding = RULE.finding(message).at(unit.flow.spans(0..unit.flow.len()));
        Some(super::compared_with(x, finding, &other.flow.spans(0..other.flow.len())))
    })
    .collect()
}

/// Singular and plural of one word are no misspelling.
fn other_number(a: &str, b: &str) -> bool {
    a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}
