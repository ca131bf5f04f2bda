//! Sentences about the talk or the next meeting, which are nothing that this one produced.

use super::subject::{Subject, subject, without_leading};
use super::verb::VERB_WITHIN;
use crate::lexicon::{Lexicon, List};
use crate::value::date::{DateOrder, date_at};

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

/// `Participants held a minute of silence.`
pub(super) fn remembers(lexicon: &Lexicon, text: &str) -> bool {
    lexicon.list(List::OutcomeTribute).found_in(text)
}

/// Whether a sentence has a single speaker say something: `She said`, `He also stressed`.
pub(super) fn is_of_one(lexicon: &Lexicon, text: &str) -> bool {
    let Some(len) = lexicon.list(List::SayPronoun).starts(text) else {
        return false;
    };
    let verb = without_leading(lexicon, text[len..].trim_start(), List::OutcomeAdverb);
    lexicon.list(List::SayVerb).starts(verb).is_some()
}

/// `Following a long talk, the following was proposed.`: says that something follows, and not what.
pub(super) fn only_announces(lexicon: &Lexicon, text: &str) -> bool {
    let following = lexicon.list(List::CountFollowing).find_iter(text).last();
    following.is_some_and(|(following, _)| {
        let rest = text[following.end..].trim();
        let copula = lexicon.list(List::OutcomeCopula).starts(rest);
        copula.is_some() && rest.split(' ').count() <= 3
    })
}

/// `Board Approved Minutes`: every word of some length has a capital, and no stop follows.
pub(super) fn is_set_as_title(text: &str) -> bool {
    let long = || text.split_whitespace().filter(|w| w.len() > 3);
    !text.ends_with(['.', ';', ':', '!'])
        && text.contains(char::is_lowercase)
        && long().count() >= 3
        && long().all(|w| w.starts_with(char::is_uppercase))
}

/// `Next meeting: 4 May, same place`: when they meet again, behind a label.
pub(super) fn tells_next_day(lexicon: &Lexicon, text: &str) -> bool {
    let (label, rest) = text.split_once(": ").unwrap_or_default();
    lexicon.list(List::OutcomeNotTopic).is(label)
        && date_at(rest, lexicon.lang(), DateOrder::default()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn what_one_speaker_says() {
        let one = |t: &str| is_of_one(Lang::En.lexicon(), t);
        assert!(one("She said that the key outcome was trust."));
        assert!(one("He also stressed the need for bread."));
        assert!(!one("They agreed to bake."));
        assert!(!one("Her bread was good."));
    }

    #[test]
    fn what_only_announces_says_nothing() {
        let only = |t: &str| only_announces(Lang::En.lexicon(), t);
        assert!(only("After a long talk, the following was proposed."));
        assert!(!only(
            "The following was proposed by the baker of the town."
        ));
        assert!(!only("The lack of bread was felt."));
    }
}
