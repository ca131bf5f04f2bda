//! First and last name that seem exchanged.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use crate::value::person::is_given_name;

pub(super) const RULE: Rule = Rule {
    name: "name-swapped",
    severity: "warning",
    summary: "seems to have first and last name exchanged",
    why: "the person sorts and links under the wrong name",
    example: "Last name Maria, first name Example",
    misses: "names that are both common as first names, and names of which neither is known",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = x.data.participants.iter().enumerate();
    let swapped = rows.filter(|(_, r)| {
        let (first, last) = (&r.first_name.value, &r.last_name.value);
        let single = !last.is_empty() && !last.contains([' ', '-']) && !first.is_empty();
        single && is_given_name(last) && !first.split([' ', '-']).any(is_given_name)
    });
    swapped
        .map(|(i, r)| {
            let message = format!(
                "the last name {} is common as a first name, and the first name {} is not",
                r.last_name.value, r.first_name.value
            );
            RULE.finding(message).about::<Participant>(i).column("last_name")
        })
        .collect()
}
