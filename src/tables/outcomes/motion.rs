//! Motions and how the vote on them went.

use super::subject::without_leading;
use crate::lexicon::{Lexicon, List, PerLang, Tagged};
use crate::value::find_within;
use crate::value::sentence::sentences;

/// How far into a sentence its verb, or what stands before it, may reach, in bytes.
const NEAR: usize = 60;

/// What became of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    /// It was carried, or nothing else is said.
    Carried,
    /// It failed or was withdrawn.
    Lost,
}

/// All words of which one stands in every sentence that puts a motion: most sentences have none of them.
fn cues(lexicon: &Lexicon) -> &'static Tagged<()> {
    static SETS: PerLang<Tagged<()>> = PerLang::new();
    SETS.of(lexicon.lang(), || {
        let lists = [
            List::OutcomeLabelDecision,
            List::OutcomeMotion,
            List::OutcomeMoved,
            List::OutcomeSeconded,
            List::OutcomeVerbSuggestion,
            List::SayMotion,
        ];
        Tagged::new(lexicon, lists.map(|list| (list, ())))
    })
}

/// Reads a sentence as a motion, with the rest of its paragraph.
pub(super) fn motion(lexicon: &Lexicon, text: &str, rest: &str) -> Option<Motion> {
    if !cues(lexicon).may_stand_in(text) {
        return None;
    }
    // `X moved to ...` is a motion only where a second or a vote follows.
    let moved = || {
        let verb = lexicon.list(List::OutcomeMoved).find(text);
        let near = verb.is_some_and(|r| r.start <= NEAR);
        near && (lexicon.list(List::OutcomeVoted).found_in(rest) || vote_behind(lexicon, text))
    };
    let moves = lexicon.list(List::SayMotion).starts(text).is_some()
        && lexicon
            .list(List::OutcomeThat)
            .find(text)
            .is_some_and(|r| r.start <= 60);
    let told = || {
        is_proposed(lexicon, text, rest)
            || is_headed(lexicon, text, rest)
            || is_carried(lexicon, text)
    };
    if !opens_motion(lexicon, text) && !moves && !is_seconded(lexicon, text) && !moved() && !told()
    {
        return None;
    }
    let second = lexicon.list(List::OutcomeSeconded).find(text);
    let failed = second.is_some_and(|s| lexicon.list(List::OutcomeLost).found_in(&text[s.end..]));
    let failed =
        failed || opens_motion(lexicon, text) && lexicon.list(List::OutcomeLost).found_in(text);
    let failed =
        failed || vote_behind(lexicon, text) && lexicon.list(List::OutcomeLost).found_in(text);
    let own = || {
        let follows = sentences(rest, lexicon).map(|s| &rest[s]);
        follows.take_while(|s| !is_next(lexicon, s))
    };
    let lost = own()
        .take(4)
        .any(|s| lexicon.list(List::OutcomeLost).found_in(s));
    Some(if lost || failed {
        Motion::Lost
    } else {
        Motion::Carried
    })
}

/// `X moved to plant the hedge; the vote was unanimous (6-0).`
fn vote_behind(lexicon: &Lexicon, text: &str) -> bool {
    let tail = text.rfind("; ").map(|i| &text[i + 2..]);
    tail.is_some_and(|t| {
        t.split(' ').count() <= SECONDED && lexicon.list(List::OutcomeVoted).found_in(t)
    })
}

/// `Motion by X to ...`, `A motion for ... was made, seconded and passed`: says by itself what is moved.
pub(super) fn opens_motion(lexicon: &Lexicon, text: &str) -> bool {
    if lexicon.list(List::OutcomeMotion).starts(text).is_some() {
        return has_content(lexicon, text);
    }
    let own = behind_lead(lexicon, text);
    let noun = without_leading(lexicon, own, List::Article);
    let noun = without_leading(lexicon, noun, List::OutcomeQuantity);
    let motion = lexicon.list(List::OutcomeLabelDecision).starts(noun);
    let voted = lexicon.list(List::OutcomeVerbDecision);
    motion.is_some_and(|len| {
        let rest = &noun[len..];
        noun.len() < own.len()
            && has_content(lexicon, rest)
            && (voted.found_in(rest) || lexicon.list(List::OutcomeSeconded).found_in(rest))
            && [List::OutcomeSeconded, List::OutcomeVoted]
                .iter()
                .any(|&l| lexicon.list(l).found_in(rest))
    })
}

/// A sentence that only seconds has no more words.
const SECONDED: usize = 14;

/// `X proposed that ...`, where the next sentence has somebody second it.
fn is_proposed(lexicon: &Lexicon, text: &str, rest: &str) -> bool {
    let Some(next) = sentences(rest, lexicon).next().map(|s| &rest[s]) else {
        return false;
    };
    let seconds = lexicon.list(List::OutcomeSeconded).found_in(next);
    let brief = next.split(' ').count() <= SECONDED;
    seconds && brief && proposes(lexicon, text)
}

/// Whether a sentence begins with somebody, in a few words, who proposes.
fn proposes(lexicon: &Lexicon, text: &str) -> bool {
    let Some(verb) = lexicon.list(List::OutcomeVerbSuggestion).find(text) else {
        return false;
    };
    let who = text[..verb.start].trim_end();
    let behind = text[verb.end..].trim_start();
    let told = [List::SayVerb, List::OutcomeNotAct, List::OutcomeCopula].map(|l| lexicon.list(l));
    (1..=5).contains(&who.split_whitespace().count())
        && !told.iter().any(|t| t.found_in(who))
        && !who.contains([',', ':', ';'])
        && lexicon.list(List::SayBy).starts(behind).is_none()
        && behind.split(' ').count() >= 3
}

/// `X proposed that the bill be paid, all in favour.`: with how the vote went at its end.
fn is_carried(lexicon: &Lexicon, text: &str) -> bool {
    let last = text.rfind(", ").map(|i| &text[i + 2..]);
    let seconds = |t: &str| lexicon.list(List::OutcomeSeconded).found_in(t);
    let voted = |t: &str| is_vote(lexicon, t) && t.split(' ').count() <= 5 && !seconds(t);
    last.is_some_and(voted) && proposes(lexicon, text)
}

/// `Minutes of May \u{2013} Motion to approve by X, seconded by Y`, `Accounts: Motion to accept ...`: behind a title, and voted on.
fn is_headed(lexicon: &Lexicon, text: &str, rest: &str) -> bool {
    let signs = [": ", " \u{2013}", " \u{2014}", " - "];
    let ends = signs
        .iter()
        .filter_map(|s| Some(find_within(text, s, NEAR)? + s.len()));
    let Some(end) = ends.min() else {
        return false;
    };
    let own = text[end..].trim_start();
    let motion = lexicon.list(List::OutcomeMotion).starts(own);
    let voted = [List::OutcomeSeconded, List::OutcomeVoted].map(|l| lexicon.list(l));
    let is_voted = |t: &str| voted.iter().any(|v| v.found_in(t));
    motion.is_some()
        && own.starts_with(char::is_uppercase)
        && has_content(lexicon, own)
        && (is_voted(own) || is_voted(rest))
}

/// So many words at most tell who moved and seconded what a title names.
const MOVERS: usize = 16;

/// `Minutes of May: Motion by A, second by B. Carried.`: who moved what the title names that stands before it, or above it
/// where it is `titled` so, and that it was carried.
pub(super) fn moves_title(lexicon: &Lexicon, text: &str, rest: &str, titled: bool) -> bool {
    let label = find_within(text, ": ", NEAR).filter(|_| text.starts_with(char::is_uppercase));
    let motions = [List::OutcomeLabelDecision, List::OutcomeMotion].map(|l| lexicon.list(l));
    // `Motion: moved by A` says what is moved in the line above, which has a row.
    let own = match label {
        Some(at) if motions.iter().any(|m| m.found_in(&text[..at])) => return false,
        Some(at) => text[at + 2..].trim_start(),
        None if titled => text,
        None => return false,
    };
    let Some(len) = lexicon.list(List::OutcomeMotion).starts(own) else {
        return false;
    };
    let voted = lexicon.list(List::OutcomeVerbDecision);
    let below: Vec<&str> = sentences(rest, lexicon).take(2).map(|s| &rest[s]).collect();
    let carried = voted.found_in(&own[len..]) || below.iter().any(|s| is_vote(lexicon, s));
    let lost = |t: &str| lexicon.list(List::OutcomeLost).found_in(t);
    let who = own[len..].trim_start();
    own.starts_with(char::is_uppercase)
        && who.starts_with(char::is_uppercase)
        && own.split(' ').count() <= MOVERS
        && !has_content(lexicon, own)
        && carried
        && !lost(own)
        && !below.into_iter().any(lost)
}

/// `X moved, seconded by Y, to ...`: both in one sentence.
fn is_seconded(lexicon: &Lexicon, text: &str) -> bool {
    let Some(second) = lexicon.list(List::OutcomeSeconded).find(text) else {
        return false;
    };
    let before = &text[..second.start];
    let moves = [List::SayMotion, List::OutcomeVerbSuggestion].map(|k| lexicon.list(k));
    let verb = moves.iter().filter_map(|m| m.find(before)).map(|r| r.end);
    let Some(verb) = verb.min().filter(|_| second.start <= 240) else {
        return false;
    };
    // Somebody seconds it, not whoever may.
    let behind = text[second.end..].trim_start();
    let named = !behind.starts_with(char::is_lowercase) || opens_on(lexicon, behind);
    named
        && (has_content(lexicon, text)
            || lexicon.list(List::OutcomeVerbDecision).found_in(behind)
            || says_what(lexicon, &before[verb..]))
}

/// Behind the phrase that a sentence opens with: `After discussion, the motion`.
fn behind_lead<'t>(lexicon: &Lexicon, text: &'t str) -> &'t str {
    let leads = lexicon.list(List::OutcomeWithin).starts(text).is_some();
    let comma = leads.then(|| find_within(text, ", ", NEAR)).flatten();
    comma.map_or(text, |c| &text[c + 2..])
}

/// Whether what stands behind `seconded` goes on with what is moved, or with the vote: `seconded to`, `seconded and carried`.
fn opens_on(lexicon: &Lexicon, behind: &str) -> bool {
    let lists = [
        List::OutcomeTo,
        List::OutcomeThat,
        List::RangeAnd,
        List::Article,
        List::OutcomePronoun,
    ];
    lists
        .iter()
        .any(|&l| lexicon.list(l).starts(behind).is_some())
}

/// `their approval`, behind `proposed`: a word in small letters that does not belong to who moved it.
fn says_what(lexicon: &Lexicon, between: &str) -> bool {
    let mover = lexicon.list(List::SayBy).find(between);
    let what = &between[..mover.map_or(between.len(), |by| by.start)];
    let mut words = what.split_whitespace();
    words.any(|w| w.len() >= 5 && w.starts_with(char::is_lowercase))
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

/// Whether a line says no more than who seconded a motion or how the vote went: `Jo seconds the motion.`
pub(super) fn tells_of_vote(lexicon: &Lexicon, text: &str) -> bool {
    let seconds = || lexicon.list(List::OutcomeSeconded).found_in(text);
    is_vote(lexicon, text) || text.split(' ').count() <= 6 && seconds()
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
    fn motions_on_what_a_title_names() {
        let is = |text, rest, titled| moves_title(Lang::En.lexicon(), text, rest, titled);
        let text = "Minutes of May: Motion by Example, second by Sample.";
        assert!(is(text, " Carried.", false));
        assert!(!is(text, " The motion failed.", false));
        assert!(is("Motioned by Example and adopted.", "", true));
        assert!(!is(
            "Motion by Example, second by Sample.",
            " Carried.",
            false
        ));
        assert!(!is(
            "Motion 4: Moved by Example, seconded by Sample.",
            " Carried.",
            false
        ));
    }

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
            read(
                "Ana proposed that the mill be sold.",
                " Bo seconded the motion and all voted in favour."
            ),
            carried
        );
        assert_eq!(
            read(
                "Ana proposed the mill buy oil.",
                " This was seconded by Bo."
            ),
            carried
        );
        assert_eq!(
            read("Ana proposed that the bills be paid, all in favour.", ""),
            carried
        );
        assert_eq!(
            read("Ana proposed that the mill be sold.", " Bo was against."),
            None
        );
        for told in [
            "Minutes of 4 May \u{2013}Motion to approve by Ana, seconded by Bo, all aye.",
            "Accounts: Motion to accept made by Ana, seconded by Bo.",
            "After a talk, the motion to paint the mill was put by Ana, seconded by Bo, and approved.",
            "Ana Sample proposed their approval, seconded by Bo Example.",
            "Proposed as a true record by Ana Sample, seconded by Bo Example and approved.",
            "Cy Person \u{2013} proposed by Ana Sample, seconded by Bo Example and unanimously appointed.",
            "A motion for several changes was made, seconded and passed.",
            "Member Sample moved and Member Example seconded to close the hall.",
            "The motion to sell the mill was put to the vote and carried by 5 votes to 2.",
        ] {
            assert_eq!(read(told, ""), carried, "{told}");
        }
        for none in [
            "Moved Ana Sample, seconded Bo Example.",
            "Moved by Trustee Sample, seconded by Trustee Example.",
            "Each name would need to be proposed and seconded by those who may vote.",
        ] {
            assert_eq!(read(none, " Carried."), None, "{none}");
        }
        assert_eq!(
            read("The office moved to the left bank.", " It was cold."),
            None
        );
    }
}
