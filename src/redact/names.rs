//! Whom the tables of a report name.

use crate::tables::Dataset;
use crate::value::person::is_given_name;
use crate::value::place::{country, fold};
use std::collections::BTreeSet;

/// What is gathered from one report.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Names of participant lists, in which every word is a name's.
    pub(super) listed: BTreeSet<String>,
    /// Names that are people's.
    pub(super) names: BTreeSet<String>,
    /// Names of whoever speaks or is to do something: people, or not.
    pub(super) doubtful: BTreeSet<String>,
    /// Telephone numbers as printed.
    pub(super) phones: BTreeSet<String>,
    /// The words that the text has in small letters, folded, among those that are given names.
    pub(super) ordinary: BTreeSet<String>,
}

impl Gathered {
    /// What these rows and this text hold.
    pub fn of(data: &Dataset, text: &str) -> Gathered {
        let mut all = Gathered::default();
        for row in &data.participants {
            all.listed
                .extend([&row.name, &row.first_name, &row.last_name].map(|n| n.value.clone()));
            all.phones.insert(row.phone.value.clone());
        }
        all.names
            .extend(data.presenters.iter().map(|r| r.name.value.clone()));
        all.names
            .extend(data.speakers.iter().map(|r| r.name.value.clone()));
        for row in &data.statements {
            let titled = !row.honorific.is_empty();
            let names = if titled {
                &mut all.names
            } else {
                &mut all.doubtful
            };
            names.insert(row.speaker.value.clone());
        }
        all.doubtful
            .extend(data.quotes.iter().map(|r| r.speaker.value.clone()));
        all.doubtful
            .extend(data.statistics.iter().map(|r| r.speaker.value.clone()));
        all.doubtful
            .extend(data.outcomes.iter().map(|r| r.owner.value.clone()));
        for names in [
            &mut all.listed,
            &mut all.names,
            &mut all.doubtful,
            &mut all.phones,
        ] {
            names.remove("");
        }
        let words = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|w| w.starts_with(char::is_lowercase));
        all.ordinary = words.filter(|w| is_given_name(w)).map(fold).collect();
        all
    }
}

/// Whether a name that may be a person's is one: every word has a capital and one of them is a given name or a word of
/// somebody known.
pub(super) fn is_person(name: &str, is_known: impl Fn(&str) -> bool) -> bool {
    let words: Vec<&str> = name
        .split([' ', '-', ','])
        .filter(|w| !w.is_empty())
        .collect();
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    let known = |w: &&str| is_known(&fold(w));
    let short = (1..=5).contains(&words.len())
        && words.iter().filter(|w| capital(w)).count() * 2 > words.len();
    let given = words.len() > 1 && words.iter().any(|w| is_given_name(w));
    short && country(name).is_none() && (given || words.iter().any(known))
}
