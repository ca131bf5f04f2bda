//! One person's job title in two wordings.

use super::Rule;
use super::mention::{Mention, mentions};
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::tables::findings::FindingRow;
use crate::value::place::fold;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    name: "title-varies",
    severity: "note",
    summary: "gives one person's job title in two ways",
    why: "one of them is out of date, or wrong",
    example: "Senior Specialist in the programme, Senior Adviser in the list",
    misses: "a title that only adds words to another",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mentions = mentions(x, |job_title| !job_title.is_empty());
    let mut people: BTreeMap<&str, Vec<&Mention>> = BTreeMap::new();
    for mention in &mentions {
        people.entry(&mention.key).or_default().push(mention);
    }
    people.into_values().filter_map(|same| varies(x, &same)).collect()
}

/// The first mention whose title has words that the first of them lacks, and lacks words that it has.
fn varies(x: &Extraction, same: &[&Mention]) -> Option<FindingRow> {
    let first = same.first()?;
    let differs = |m: &&&Mention| m.job_title.value != first.job_title.value;
    let others: Vec<&&Mention> = same.iter().filter(differs).collect();
    if others.is_empty() {
        return None;
    }
    let form = words(x, &first.job_title.value);
    let other = others.into_iter().find(|m| {
        let own = words(x, &m.job_title.value);
        !own.is_subset(&form) && !form.is_subset(&own)
    })?;
    let message = format!(
        "{} is {} here and {} elsewhere",
        other.name.value, other.job_title.value, first.job_title.value
    );
    Some(first.other(other.about(RULE.finding(message).column("job_title"))))
}

fn words(x: &Extraction, title: &str) -> BTreeSet<String> {
    let folded = fold(title);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let kept = parts.filter(|w| !x.lexicon.list(List::SmallWord).is(w));
    kept.map(str::to_string).collect()
}
