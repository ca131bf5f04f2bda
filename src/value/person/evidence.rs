//! How much speaks for a text being a name, a job or an organisation.

use super::grade::{job_evidence, organisation_evidence};
use super::name::name_from;
use super::token::tokens;
use super::turned::surname_first;
use super::words::{Flags, Words};
use crate::lexicon::Lang;
use crate::value::place::{fold, place};
use foldhash::{HashSet, HashSetExt};
use std::borrow::Cow;
use std::sync::LazyLock;

/// How much speaks for a reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Nothing, or something speaks against it.
    #[default]
    None,
    /// The shape allows it.
    Weak,
    /// A word or a form speaks for it.
    Likely,
    /// It can hardly be anything else.
    Strong,
}

/// Longer texts are no name of anything.
const LONGEST: usize = 200;

/// What a report is known to name: its own gazetteer, which may be empty. Case and accents do not matter.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    people: HashSet<String>,
    organisations: HashSet<String>,
    acronyms: HashSet<Cow<'a, str>>,
    jobs: HashSet<String>,
}

impl<'a> Known<'a> {
    /// Collects names of people and organisations, and acronyms of organisations.
    pub fn new(
        people: impl IntoIterator<Item = &'a str>,
        organisations: impl IntoIterator<Item = &'a str>,
        acronyms: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let keys = |name: &str| Some(fold(name)).filter(|k| !k.is_empty());
        Known {
            people: people.into_iter().filter_map(keys).collect(),
            organisations: organisations.into_iter().filter_map(keys).collect(),
            acronyms: acronyms.into_iter().map(Cow::Borrowed).collect(),
            jobs: HashSet::new(),
        }
    }

    /// Nobody and nothing: what is known where there is no report.
    pub(crate) fn nobody() -> &'static Known<'static> {
        static NOBODY: LazyLock<Known> = LazyLock::new(Known::default);
        &NOBODY
    }

    /// Adds a person's name.
    pub fn add_person(&mut self, name: &str) {
        self.people
            .extend(Some(fold(name)).filter(|k| !k.is_empty()));
    }

    /// Adds an organisation's name.
    pub fn add_organisation(&mut self, name: &str) {
        let key = Some(fold(name)).filter(|k| !k.is_empty());
        self.organisations.extend(key);
    }

    /// Adds the short form of an organisation's name.
    pub fn add_acronym(&mut self, short: impl Into<Cow<'a, str>>) {
        self.acronyms.insert(short.into());
    }

    /// Adds a job title.
    pub fn add_job(&mut self, title: &str) {
        let key = Some(fold(title)).filter(|k| !k.is_empty());
        self.jobs.extend(key);
    }

    /// Whether the text is a job title that the report's lists have.
    pub fn is_job(&self, text: &str) -> bool {
        text.len() <= LONGEST && !self.jobs.is_empty() && self.jobs.contains(&fold(text))
    }

    /// Whether anybody is known.
    pub(super) fn has_people(&self) -> bool {
        !self.people.is_empty()
    }

    /// Whether the text is the name of a known person.
    pub fn is_person(&self, text: &str) -> bool {
        text.len() <= LONGEST && !self.people.is_empty() && self.people.contains(&fold(text))
    }

    /// Whether a word is the first of a known person's names.
    pub fn has_first_name(&self, word: &str) -> bool {
        let word = fold(word);
        let first = |name: &String| name.split(' ').next() == Some(word.as_str());
        word.len() > 1 && self.people.iter().any(first)
    }

    /// Whether a word is the last of a known person's names.
    pub fn has_last_name(&self, word: &str) -> bool {
        let word = fold(word);
        let last = |name: &String| {
            let mut words = name.rsplit(' ');
            words.next() == Some(word.as_str()) && words.next().is_some()
        };
        word.len() > 1 && self.people.iter().any(last)
    }

    /// Whether the text is the name or the acronym of a known organisation.
    pub fn is_organisation(&self, text: &str) -> bool {
        text.len() <= LONGEST
            && (self.acronyms.contains(text.trim())
                || !self.organisations.is_empty() && self.organisations.contains(&fold(text)))
    }
}

/// How much speaks for a whole cell or line being one person's name, and nothing else.
pub fn looks_like_name(text: &str, lang: Lang, known: &Known) -> Evidence {
    if text.len() > 120 {
        return Evidence::None;
    }
    let text = text.trim();
    let words = Words::of(lang);
    let tokens = tokens(text, words);
    let Some(name) = name_from(text, &tokens, 0, words) else {
        return surname_first(text, &tokens, 0, words).map_or(Evidence::None, |n| {
            match n.next == tokens.len() {
                true => n.evidence,
                false => Evidence::None,
            }
        });
    };
    if name.next != tokens.len() {
        let turned = surname_first(text, &tokens, 0, words).filter(|n| n.next == tokens.len());
        return turned.map_or(Evidence::None, |n| n.evidence);
    }
    if known.is_person(&text[name.name.clone()]) {
        return Evidence::Strong;
    }
    let other = known.is_organisation(text)
        || words
            .lexicon
            .list(crate::lexicon::List::OrganisationName)
            .is(text);
    if other || name.honorific.is_none() && place(text).is_some() && !tokens[0].has(Flags::GIVEN) {
        return Evidence::None;
    }
    name.evidence
}

/// How much speaks for a whole cell or line being an organisation.
pub fn looks_like_organisation(text: &str, lang: Lang, known: &Known) -> Evidence {
    let words = Words::of(lang);
    let tokens = tokens(text, words);
    organisation_evidence(text, &tokens, words, known)
}

/// How much speaks for a whole cell or line being a job title.
pub fn looks_like_job(text: &str, lang: Lang) -> Evidence {
    let words = Words::of(lang);
    job_evidence(text, &tokens(text, words), words)
}
/// Whether a word is a common given name anywhere in the world.
pub fn is_given_name(word: &str) -> bool {
    let words = super::words::Words::of(Lang::En);
    words.flags(word).has(super::words::Flags::GIVEN)
}
