//! What speaks for two people being one, and what against it.

use super::orgname::is_small;
use crate::lexicon::{Lang, List};
use crate::value::place::fold;
use xxhash_rust::xxh3::xxh3_64;

/// Whether an honorific tells a man or a woman.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

impl Gender {
    pub(super) fn of(honorific: &str) -> Gender {
        if honorific.is_empty() {
            return Gender::Unknown;
        }
        let lexicon = Lang::En.lexicon();
        let has = |list| lexicon.list(list).found_in(honorific);
        match (has(List::HonorificMale), has(List::HonorificFemale)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        }
    }

    /// Whether the two tell a man and a woman.
    pub(super) fn conflicts(self, other: Gender) -> bool {
        self != other && self != Gender::Unknown && other != Gender::Unknown
    }

    /// What is known once two are one.
    pub(super) fn with(self, other: Gender) -> Gender {
        if self == Gender::Unknown { other } else { self }
    }
}

/// A job title as a number by which it is compared: without case, small words and punctuation; 0 for none.
pub(super) fn job_key(title: &str) -> u32 {
    if title.is_empty() {
        return 0;
    }
    let folded = fold(title);
    let words = folded.split(' ').filter(|w| !w.is_empty() && !is_small(w));
    let mut key = String::with_capacity(folded.len());
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    number(&key)
}

/// A text as a number by which it is compared; 0 for none.
pub(super) fn number(text: &str) -> u32 {
    match text {
        "" => 0,
        _ => (xxh3_64(text.as_bytes()) as u32).max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honorifics_tell_men_and_women_or_neither() {
        for (honorific, gender) in [
            ("Mr.", Gender::Male),
            ("Ms", Gender::Female),
            ("H.E. Mrs.", Gender::Female),
            ("Dr.", Gender::Unknown),
            ("Sra.", Gender::Female),
            ("", Gender::Unknown),
        ] {
            assert_eq!(Gender::of(honorific), gender, "{honorific}");
        }
        assert!(Gender::Male.conflicts(Gender::Female) && !Gender::Male.conflicts(Gender::Unknown));
    }

    #[test]
    fn job_titles_are_one_but_for_small_words() {
        assert_eq!(
            job_key("Head of Global Ponds"),
            job_key("Head, Global Ponds")
        );
        assert_ne!(job_key("Head of Ponds"), job_key("Deputy Head of Ponds"));
        assert_eq!(job_key(""), 0);
    }
}
