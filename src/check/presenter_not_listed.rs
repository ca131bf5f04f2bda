//! A presenter who is on no participant list.

use super::Rule;
use super::mention::{is_one, key};
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::presenters::Presenter;
use foldhash::{HashSet, HashSetExt};

pub(super) const RULE: Rule = Rule {
    name: "presenter-not-listed",
    severity: "note",
    summary: "names a presenter, panelist or moderator who is on none of its participant lists",
    why: "the person did not come, or the list is not complete",
    example: "a panelist of the programme who is missing from the annex",
    misses: "reports without a participant list",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let listed: Vec<String> = x.data.participants.iter().map(|p| key(&p.name.value)).collect();
    let exact: HashSet<&str> = listed.iter().map(String::as_str).collect();
    if listed.is_empty() {
        return Vec::new();
    }
    let mut told = HashSet::new();
    let presenters = x.data.presenters.iter().enumerate();
    let missing = presenters.filter(|(_, p)| {
        let own = key(&p.name.value);
        !own.is_empty() && !exact.contains(own.as_str()) && !listed.iter().any(|l| is_one(l, &own)) && told.insert(own)
    });
    missing
        .map(|(i, p)| {
            let message = format!("{} is in the programme and on no list of participants", p.name.value);
            let finding = RULE.finding(message).about::<Presenter>(i).column("name");
            super::compared_with(x, finding, &x.data.participants[0].name.spans)
        })
        .collect()
}
