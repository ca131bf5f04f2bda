//! Sentences that tell what the meeting set out to do.

use super::subject::without_leading;
use super::verb::VERB_WITHIN;
use crate::lexicon::{Lexicon, List};

/// `The workshop aimed to ...`, `The goal was to ...`, `The objectives of the meeting were ...`.
pub(super) fn is_objective(lexicon: &Lexicon, text: &str) -> bool {
    let aimed = lexicon.list(List::OutcomeAimed).find(text);
    if let Some(range) = aimed.filter(|r| r.start <= VERB_WITHIN / 2) {
        return is_meeting(lexicon, &text[..range.start]);
    }
    let part = without_leading(lexicon, text, List::OutcomeAdverb);
    let part = without_leading(lexicon, part, List::Article);
    let part = without_leading(lexicon, part, List::OutcomeIts);
    let part = without_leading(lexicon, part, List::OutcomeModifier);
    let (owner, part) = match owner(part) {
        Some((owner, rest)) => (
            Some(owner),
            without_leading(lexicon, rest, List::OutcomeModifier),
        ),
        None => (None, part),
    };
    let Some(len) = lexicon.list(List::OutcomeNounObjective).starts(part) else {
        return false;
    };
    let rest = &part[len..];
    let copulas = lexicon.list(List::OutcomeCopula);
    let Some(copula) = copulas.find(rest) else {
        return false;
    };
    let of = &rest[..copula.start];
    let ours = |t: &str| lexicon.list(List::OutcomeMeeting).found_in(t);
    let past = lexicon.list(List::OutcomePast).is(&rest[copula.clone()]);
    let whose = match owner {
        Some(owner) => ours(owner),
        None => ours(of) || (of.trim().is_empty() && past),
    };
    let goes_on = rest[copula.end..].trim_start_matches([' ', ':', ',', '\u{201c}', '"']);
    let aim = lexicon.list(List::OutcomeTo).starts(goes_on).is_some() || goes_on.len() > 20;
    whose && (aim || rest.trim_end().ends_with(':'))
}

/// `workshop's main objective` into the owner and the rest.
fn owner(text: &str) -> Option<(&str, &str)> {
    let mut near = text.char_indices().take_while(|(i, _)| *i <= 40);
    let (at, _) = near.find(|(_, c)| matches!(c, '\'' | '\u{2019}'))?;
    let after = text[at..].trim_start_matches(['\'', '\u{2019}']);
    Some((&text[..at], after.strip_prefix('s').unwrap_or(after)))
}

/// `The workshop was held in May.`: what goes on with `Its objective was` is the meeting's.
pub(super) fn tells_of_meeting(lexicon: &Lexicon, text: &str) -> bool {
    let held = lexicon.list(List::EventHeld).find(text);
    held.is_some_and(|held| is_meeting(lexicon, &text[..held.start]))
}

/// Whether a subject is the meeting: its last noun before any `of` is one for a meeting.
fn is_meeting(lexicon: &Lexicon, before: &str) -> bool {
    let from = before.rfind(',').map_or(0, |i| i + 1);
    let part = without_leading(lexicon, &before[from..], List::OutcomeAdverb);
    let nouns = lexicon.list(List::OutcomeMeeting).find_iter(part);
    let mut ends = nouns.map(|(r, _)| (part[..r.start].split_whitespace().count(), r.end));
    ends.any(|(words, end)| {
        let after = part[end..].trim_start();
        // `The programme that funds the meeting`: what is told of is the programme.
        let clause = lexicon.list(List::OutcomeNotAct);
        words <= 5
            && !clause.found_in(&part[..end])
            && (without_leading(lexicon, after, List::OutcomeAdverb).is_empty()
                || lexicon.list(List::OutcomeWithin).starts(after).is_some())
    })
}
