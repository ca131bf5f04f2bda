//! Motions and how the vote on them went.

use crate::lexicon::{Lexicon, List};
use crate::value::sentence::sentences;

/// What became of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    /// It was carried, or nothing else is said.
    Carried,
    /// It failed or was withdrawn.
    Lost,
}

/// Reads a sentence as a motion, with the rest of its paragraph.
pub(super) fn motion(lexicon: &Lexicon, text: &str, rest: &str) -> Option<Motion> {
    let opens = lexicon.list(List::OutcomeMotion).starts(text).is_some();
    // `X moved to ...` is a motion only where a second or a vote follows.
    let moved = || {
        let verb = lexicon.list(List::OutcomeMoved).find(text);
        verb.is_some_and(|r| r.start <= 60) && lexicon.list(List::OutcomeVoted).found_in(rest)
    };
    let moves = lexicon.list(List::SayMotion).starts(text).is_some()
        && lexicon
            .list(List::OutcomeThat)
            .find(text)
            .is_some_and(|r| r.start <= 60);
    if !opens && !moves && !is_seconded(lexicon, text) && !moved() {
        return None;
    }
    let own = || {
        let follows = sentences(rest, lexicon).map(|s| &rest[s]);
        follows.take_while(|s| !is_next(lexicon, s))
    };
    let lost = own()
        .take(4)
        .any(|s| lexicon.list(List::OutcomeLost).found_in(s));
    Some(if lost { Motion::Lost } else { Motion::Carried })
}

/// `X moved, seconded by Y, to ...`: both in one sentence.
fn is_seconded(lexicon: &Lexicon, text: &str) -> bool {
    let second = lexicon.list(List::OutcomeSeconded).find(text);
    let moves = [List::SayMotion, List::OutcomeVerbSuggestion].map(|k| lexicon.list(k));
    second.is_some_and(|s| {
        (1..=120).contains(&s.start)
            && has_content(lexicon, text)
            && moves.iter().any(|m| m.found_in(&text[..s.start]))
    })
}

/// Whether a motion says what is moved: `to ...`, `that ...`.
fn has_content(lexicon: &Lexicon, text: &str) -> bool {
    let says = [List::OutcomeThat, List::OutcomeTo, List::OutcomeOn].map(|k| lexicon.list(k));
    says.iter().any(|s| s.found_in(text))
}

/// Whether a sentence tells how the vote on the motion before it went.
pub(super) fn is_vote(lexicon: &Lexicon, text: &str) -> bool {
    let tail = lexicon.list(List::OutcomeVote);
    tail.starts(text).is_some() || tail.is(text.trim_end_matches('.'))
}

/// Whether a sentence is another motion.
fn is_next(lexicon: &Lexicon, text: &str) -> bool {
    let verb = lexicon.list(List::OutcomeMoved).find(text);
    lexicon.list(List::OutcomeMotion).starts(text).is_some() || verb.is_some_and(|r| r.start <= 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn motions_that_carried_and_that_failed() {
        let read = |text, rest| motion(Lang::En.lexicon(), text, rest);
        let carried = Some(Motion::Carried);
        assert_eq!(
            read("Motion by Example, second by Sample, to buy it.", ""),
            carried
        );
        assert_eq!(
            read(
                "Sample moved to approve the minutes.",
                " Example seconded. Carried."
            ),
            carried
        );
        assert_eq!(
            read(
                "Sample made a motion to paint it.",
                " There was no second. The motion failed."
            ),
            Some(Motion::Lost)
        );
        assert_eq!(
            read(
                "Sample moved to buy it.",
                " Seconded. Carried. Example moved to sell it. Failed."
            ),
            carried
        );
        assert_eq!(
            read("Ana Sample moved, seconded by Bo Example, to sell it.", ""),
            carried
        );
        assert_eq!(
            read(
                "It was proposed by Ana Sample, seconded by Bo Example, to sell it.",
                ""
            ),
            carried
        );
        assert_eq!(
            read(
                "Moved Ana Sample that the mill be sold.",
                " Seconded Bo Example."
            ),
            carried
        );
        assert_eq!(
            read("Moved Ana Sample, seconded Bo Example.", " Carried."),
            None
        );
        assert_eq!(
            read("The office moved to the left bank.", " It was cold."),
            None
        );
    }
}
