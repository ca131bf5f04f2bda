//! Sentences that tell what all came to think: `There was broad agreement that ...`.

use super::passive::is_elsewhere;
use super::sentence::first_words;
use crate::lexicon::{Lexicon, List};

/// `There was broad agreement that`, `The overwhelming consensus was that`.
pub(super) fn is_consensus(lexicon: &Lexicon, text: &str) -> bool {
    let Some(noun) = lexicon.list(List::OutcomeConsensus).find(text) else {
        return false;
    };
    if lexicon.list(List::OutcomeNo).found_in(&text[..noun.start]) {
        return false;
    }
    let before = text[..noun.start].split_whitespace();
    let plain = before
        .clone()
        .skip(1)
        .all(|w| w.starts_with(char::is_lowercase));
    let rest = text[noun.end..].trim_start();
    // `Agreement was reached on Sections 1 to 4.`
    if let Some(copula) = lexicon.list(List::OutcomeCopula).starts(rest)
        && lexicon
            .list(List::OutcomeReached)
            .found_in(first_words(&rest[copula..], 3))
    {
        return plain && before.count() <= 2 && !is_elsewhere(lexicon, text);
    }
    // `There was broad support for a levy`
    let told = lexicon.list(List::OutcomeCopula);
    let there = before.clone().any(|w| told.is(w));
    if there
        && plain
        && before.clone().count() <= 3
        && lexicon.list(List::OutcomeOn).starts(rest).is_some()
    {
        return !is_elsewhere(lexicon, text);
    }
    let leads = [List::OutcomeThat, List::OutcomeTo].map(|l| lexicon.list(l));
    let copula = lexicon.list(List::OutcomeCopula).find(rest);
    // `Consensus of the Board was to wait`
    let to = copula.filter(|c| leads[1].starts(rest[c.end..].trim_start()).is_some());
    let to = to.map(|c| text.len() - rest.len() + c.end - noun.end);
    let that = leads[0].find(&text[noun.end..]).map(|r| r.start).or(to);
    plain && before.count() <= 4 && that.is_some_and(|at| at <= 60)
}

/// `By the end of the day three focus areas had crystallised: A, B and C.`
pub(super) fn is_emerged(lexicon: &Lexicon, text: &str) -> bool {
    let Some(verb) = lexicon.list(List::OutcomeEmerged).find(text) else {
        return false;
    };
    let colon = text[verb.end..].trim_start().starts_with(':');
    let nouns = lexicon.list(List::OutcomeNounConclusion);
    colon && nouns.find(&text[..verb.start]).is_some()
}
