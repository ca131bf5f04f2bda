//! Heads of columns whose last words stand for people.

use super::columns::Role;
use crate::lexicon::{Lexicon, List};

/// `Board member`, `Officers in attendance`: the last words stand for people.
pub(super) fn person_noun(head: &str, lexicon: &Lexicon) -> Option<Role> {
    let words = head.chars().all(|c| c.is_alphabetic() || c == ' ');
    let short = words && head.split(' ').count() <= 4;
    let list = |key| {
        let list = lexicon.list(key);
        head.rmatch_indices(' ')
            .take(2)
            .any(|(i, _)| list.is(&head[i + 1..]))
    };
    let named = short
        && (list(List::ColumnParticipant) || list(List::HeadingMember) || list(List::LabelPresent));
    named.then_some(Role::Name)
}
