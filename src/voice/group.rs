//! What the meeting as a whole says or does, as told from what one speaker says.

use crate::lexicon::{Lexicon, List};

/// How many words may stand before what the group does.
const REACH: usize = 8;

/// Whether a passage opens with the group as its subject: `Participants endorsed`, `The Committee decided`, `It was
/// agreed`, `The meeting rose`.
pub fn is_of_group(text: &str, lex: &Lexicon) -> bool {
    if lex.list(List::GroupPassive).starts(text).is_some() {
        return true;
    }
    opens_with(text, lex, List::GroupNoun, List::GroupVerb).is_some()
}

/// Whether a sentence inside a paragraph tells what the meeting did, and no longer what the speaker said: `It was agreed`,
/// `The Committee endorsed`; `They agreed` may be of whom the speaker tells.
pub fn is_act(sentence: &str, lex: &Lexicon) -> bool {
    if lex.list(List::GroupAct).starts(sentence).is_some() || is_of_somebody(sentence, lex) {
        return true;
    }
    let group = |text: &str| {
        // `She said that the Committee agreed`: somebody tells of it.
        let told = |noun| lex.list(List::SayVerb).found_in(&text[..noun]);
        lex.list(List::OutcomePronoun).starts(text).is_none()
            && opens_with(text, lex, List::GroupNoun, List::GroupVerb).is_some_and(|n| !told(n))
    };
    if group(sentence) {
        return true;
    }
    // `On the site of the next fair (FQ/4), the Board decided`: behind what leads to it.
    let leads = lex.list(List::SayLead).starts(sentence).is_some();
    let commas = memchr::memmem::find_iter(sentence.as_bytes(), ", ").take_while(|c| *c <= LEAD);
    leads
        && commas.map(|c| &sentence[c + 2..]).any(|rest| {
            let the = lex.list(List::Article).starts(rest).is_some();
            // `In the first round, participants commended`.
            let many = || rest.split(' ').next().is_some_and(|w| w.ends_with('s'));
            (the || rest.starts_with(char::is_uppercase) || many()) && group(rest)
        })
}

/// How far into a sentence its subject may stand, in bytes.
const LEAD: usize = 220;

/// How far behind somebody without a name his verb may stand, in bytes.
const NEAR: usize = 40;

/// `A member of the public asked`, `Some delegations said`: somebody speaks whom nobody names.
fn is_of_somebody(sentence: &str, lex: &Lexicon) -> bool {
    let Some(len) = lex.list(List::GroupSome).starts(sentence) else {
        return false;
    };
    let behind = sentence[len..].match_indices(' ').map(|(i, _)| i);
    let mut near = behind.take_while(|i| *i <= NEAR);
    near.any(|i| {
        lex.list(List::SayVerb)
            .starts(&sentence[len + i + 1..])
            .is_some()
    })
}

/// Whether a passage has an office speak rather than a person: `The Chair thanked`, `The secretariat introduced`.
pub fn is_of_office(text: &str, lex: &Lexicon) -> bool {
    opens_with(text, lex, List::SayOffice, List::SayVerb).is_some()
}

/// The end of the first of `nouns`, where a passage opens with it as the subject of one of `verbs`.
fn opens_with(text: &str, lex: &Lexicon, nouns: List, verbs: List) -> Option<usize> {
    let starts =
        std::iter::once(0).chain(memchr::memchr_iter(b' ', text.as_bytes()).map(|i| i + 1));
    let mut noun_end = None;
    let mut first = None;
    for at in starts.take(REACH) {
        let rest = &text[at..];
        if noun_end.is_some_and(|end| at > end) && lex.list(verbs).starts(rest).is_some() {
            return first;
        }
        // What it will do or had done is told by somebody.
        let told = || lex.list(List::OutcomeNotAct).starts(rest).is_some();
        if noun_end.is_some_and(|end| at > end) && told() {
            return None;
        }
        // `L'assemblée`: the article is one word with the noun.
        let elided = || {
            let len = lex.list(List::Article).starts(rest)?;
            let glued = rest[..len].ends_with(['\'', '\u{2019}']);
            let noun = lex.list(nouns).starts(&rest[len..]).filter(|_| glued)?;
            Some(len + noun)
        };
        match lex.list(nouns).starts(rest).or_else(elided) {
            Some(len) => {
                noun_end = Some(at + len);
                first = first.or(noun_end);
            }
            None if noun_end.is_none() && ends_subject(rest, lex) => return None,
            None => {}
        }
    }
    None
}

/// A comma or stop before any group was named; the stop of `Mr.` is none.
fn ends_subject(rest: &str, lex: &Lexicon) -> bool {
    let len = rest.bytes().position(|b| b == b' ').unwrap_or(rest.len());
    let word = &rest[..len];
    let titled = || lex.list(List::Honorific).is(word.trim_end_matches('.'));
    word.ends_with([',', '.', ':', ';']) && !titled()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn the_group_is_told_from_a_person_and_a_thing() {
        let is = |t: &str| is_of_group(t, Lang::En.lexicon());
        assert!(is("The Committee took note of the report."));
        assert!(is("All participants endorsed the plan."));
        assert!(is("It was agreed that the gate stays."));
        assert!(is("The Board then unanimously decided to wait."));
        assert!(is("There was general agreement on the text."));
        assert!(is_act("The Committee took note.", Lang::En.lexicon()));
        assert!(!is_act(
            "Ana said that we have agreed on that.",
            Lang::En.lexicon()
        ));
        assert!(is("The meeting rose at noon."));
        assert!(!is("The Chair thanked the speaker."));
        assert!(is_of_office(
            "The Chair thanked the speaker.",
            Lang::En.lexicon()
        ));
        assert!(!is("The Council does not deliver services."));
        assert!(!is("Her council keeps the inner quay."));
        assert!(!is(
            "The working group had considered that the gate was old."
        ));
        assert!(!is("The gate was painted."));
        let fr = Lang::Fr.lexicon();
        assert!(is_act("L'assemblée décide d'acheter deux lampes.", fr));
        assert!(!is_act("L'assemblage des lampes est lent.", fr));
    }
}
