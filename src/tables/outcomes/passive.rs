//! What was done, nobody being named who did it: `The minutes were approved`, `Ms. Example was elected Chair`.

use super::sentence::first_words;
use super::subject::without_leading;
use crate::lexicon::{Lexicon, List};

/// `The minutes of the last meeting were`: something that a meeting adopts, before a verb in the passive.
pub(super) fn is_done(lexicon: &Lexicon, before: &str) -> bool {
    let clauses = before.match_indices(", ").map(|(i, _)| &before[i + 2..]);
    let mut clauses = std::iter::once(before).chain(clauses.take(6));
    clauses.any(|clause| is_settled(lexicon, clause))
}

/// `The proposal was adopted with one abstention.`: settles a thing and announces none.
pub(super) fn is_adopted(lexicon: &Lexicon, text: &str) -> bool {
    let verb = lexicon.list(List::OutcomeVerbDecision).find(text);
    let one = lexicon.list(List::Article).starts(text).is_some();
    one && !text.trim_end().ends_with(':')
        && verb.is_some_and(|v| is_settled(lexicon, &text[..v.start]))
}

/// Whether the words before a verb are something that a meeting adopts, and a form of to be.
fn is_settled(lexicon: &Lexicon, before: &str) -> bool {
    let part = without_leading(lexicon, before, List::Article);
    let part = without_leading(lexicon, part, List::OutcomeModifier);
    let Some(len) = lexicon.list(List::OutcomeObject).starts(part) else {
        return false;
    };
    let rest = part[len..].trim_end();
    let copula = lexicon.list(List::OutcomeCopula);
    copula.find_iter(rest).any(|(r, _)| {
        // `were read and approved`: another verb may stand between.
        let between = rest[r.end..].trim_start();
        let and = lexicon.list(List::RangeAnd).find_iter(between).last();
        let and = and
            .filter(|(a, _)| a.end == between.len() && between[..a.start].split(' ').count() <= 4);
        let adverbs = if and.is_some() { "" } else { between };
        without_leading(lexicon, adverbs, List::OutcomeAdverb).is_empty()
    })
}

/// `Ms. Ana Example was` before `elected Chair`, `The following were` before `elected unopposed`.
pub(super) fn is_elected(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let before = without_last_adverbs(before);
    let tenses = [List::OutcomePast, List::OutcomeCopula].map(|l| lexicon.list(l));
    let past = tenses.iter().any(|t| t.ends(before));
    let name = tenses.iter().find_map(|t| t.find(before));
    let name = name.map_or("", |was| before[..was.start].trim_end());
    let capitals = name.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let who = lexicon.list(List::Honorific).starts(before).is_some()
        || lexicon.list(List::OutcomeQuantity).starts(before).is_some()
        || (2..=4).contains(&name.split(' ').count()) && capitals;
    let after = without_leading(lexicon, after, List::OutcomeAs);
    let after = without_leading(lexicon, after, List::OutcomeAdverb);
    let post = lexicon.list(List::SayOffice).find(first_words(after, 5));
    past && who && (post.is_some() || lexicon.list(List::OutcomeElected).starts(after).is_some())
}

/// Without adverbs of manner at the end: `was duly`.
fn without_last_adverbs(before: &str) -> &str {
    let rest = before.trim_end();
    let last = rest.rsplit(' ').next().unwrap_or("");
    match last.len() > 3 && last.ends_with("ly") {
        true => rest[..rest.len() - last.len()].trim_end(),
        false => rest,
    }
}

/// `The motion was`: its words stand elsewhere.
pub(super) fn is_bare(lexicon: &Lexicon, before: &str) -> bool {
    let part = without_leading(lexicon, before, List::Article);
    let kind = lexicon.list(List::OutcomeLabelDecision).starts(part);
    kind.is_some_and(|len| part[len..].split_whitespace().count() <= 1)
}

/// A year before the verb tells of another time, as background does.
pub(super) fn is_elsewhere(before: &str) -> bool {
    let words = before.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|w| w.len() == 4)
        .any(|w| w.chars().all(|c| c.is_ascii_digit()))
}
