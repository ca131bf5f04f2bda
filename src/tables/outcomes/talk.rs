//! Sentences about the talk or the next meeting, which are nothing that this one produced.

use super::subject::{Subject, subject, without_leading};
use super::verb::VERB_WITHIN;
use crate::lexicon::{Lexicon, List};

/// Whether a sentence only tells where and when the body meets again: `The next meeting will be held in May.`
pub(super) fn is_notice(lexicon: &Lexicon, text: &str) -> bool {
    let part = without_leading(lexicon, text, List::Article);
    let Some(next) = lexicon.list(List::EventOther).starts(part) else {
        return false;
    };
    let noun = lexicon.list(List::EventNoun).find(part);
    let held = || lexicon.list(List::EventHeld).found_in(part);
    noun.is_some_and(|r| r.start <= next + LEAD) && held()
}

/// So many bytes may stand between `next` and the meeting.
const LEAD: usize = 24;

/// Whether a sentence tells only that something was talked of, or what some of those present thought.
pub(super) fn is_talk(lexicon: &Lexicon, text: &str) -> bool {
    let discussed = lexicon.list(List::OutcomeVerbDiscussed).find(text);
    let discussed = discussed.filter(|r| r.start <= VERB_WITHIN / 2);
    discussed.is_some_and(|r| subject(lexicon, &text[..r.start]) == Subject::Group)
        || lexicon
            .list(List::OutcomePartial)
            .starts(text)
            .is_some_and(|len| {
                let who = lexicon.list(List::OutcomeGroup);
                who.starts(text[len..].trim_start()).is_some()
            })
}
