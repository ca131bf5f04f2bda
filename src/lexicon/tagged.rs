//! Several lists asked at once.

use super::phrases::trimmed;
use super::{Lexicon, List, Phrases};
use std::ops::Range;

/// The phrases of several lists as one set, with what each stands for.
pub struct Tagged<T> {
    phrases: Phrases,
    tags: Vec<T>,
}

impl<T: Copy> Tagged<T> {
    /// Joins lists of a lexicon; of a phrase in two of them the first counts.
    pub fn new(lexicon: &Lexicon, lists: impl IntoIterator<Item = (List, T)>) -> Self {
        let mut tags = Vec::new();
        let lists = lists.into_iter().map(|(list, tag)| {
            tags.resize(tags.len() + lexicon.phrases(list).len(), tag);
            list
        });
        let phrases = Phrases::of(lexicon, lists);
        Tagged { phrases, tags }
    }

    /// The longest phrase that `text` begins with.
    pub fn starts(&self, text: &str) -> Option<(usize, T)> {
        let (len, index) = self.phrases.starts_with(text)?;
        Some((len, self.tags[index]))
    }

    /// What the whole of `text`, spaces at its ends aside, stands for.
    pub fn is(&self, text: &str) -> Option<T> {
        let text = trimmed(text);
        let (len, tag) = self.starts(text)?;
        (len == text.len()).then_some(tag)
    }

    /// The phrases in `text`, left to right.
    pub fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, T)> + 't {
        let found = self.phrases.find_iter(text);
        found.map(|(range, index)| (range, self.tags[index]))
    }

    /// False where no phrase of any of the lists stands in `text`, as what its words begin with tells.
    pub fn may_stand_in(&self, text: &str) -> bool {
        self.phrases.may_stand_in(text)
    }

    /// Whether a phrase stands anywhere in `text`.
    pub fn found_in(&self, text: &str) -> bool {
        self.phrases.found_in(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn the_first_list_with_the_phrase_counts() {
        let lists = [(List::RoleChair, 1), (List::RoleChair, 2)];
        let set = Tagged::new(Lang::En.lexicon(), lists);
        assert_eq!(set.is(" Chair "), Some(1));
        assert_eq!(set.is("Chair of it"), None);
        assert_eq!(set.starts("Chair of it"), Some((5, 1)));
    }
}
