//! Sentences that name a kind of outcome by its noun: `three challenges were identified`, `the main challenge is ...`.

use super::kind::{Kind, first_noun, may_have_noun};
use super::sentence::Reading;
use super::subject::{Subject, subject, without_leading};
use super::verb::VERB_WITHIN;
use crate::lexicon::{Lexicon, List, Map};

/// Reads a clause whose subject or object is a noun for a kind of outcome.
///
/// Returns the kind that the sentence only announces; notes in `reading` the kind that it says its content is.
pub(super) fn noun_clause(lexicon: &Lexicon, text: &str, reading: &mut Reading) -> Option<Kind> {
    if !may_have_noun(lexicon, text) {
        return None;
    }
    if let Some((kind, told)) = named_by_group(lexicon, text) {
        if !told {
            return Some(kind);
        }
        (reading.equates, reading.named) = (Some(kind), true);
        return None;
    }
    let (at, end, kind) = first_noun(lexicon, text)?;
    let clause = text[..at].rfind(", ").map_or(0, |i| i + 2);
    let lead = text[clause..at].split_whitespace().count();
    if lead > 5 || (clause > 0 && at > VERB_WITHIN / 2) {
        return None;
    }
    // `At this point in the meeting a recess was taken`: no subject.
    let phrase = &text[clause..at];
    if lead <= 2 && lexicon.list(List::OutcomeWithin).starts(phrase).is_some() {
        return None;
    }
    // `It was agreed that, where a suggestion is made by mail, ...`: a condition announces none.
    if clause > 0 && lexicon.list(List::OutcomeNotAct).starts(phrase).is_some() {
        return None;
    }
    // `Three issues dominated the day.`
    let after = text[end..].trim_start();
    let counted = without_quantity(lexicon, text).len() < text.len();
    let verb = lexicon.list(List::OutcomeEmerged).starts(after);
    // `A consensus emerged that ...` tells what it is.
    let told = |len: usize| {
        lexicon
            .list(List::OutcomeThat)
            .starts(after[len..].trim_start())
    };
    if clause == 0 && counted && verb.is_some_and(|v| told(v).is_none()) && !after.contains(':') {
        return Some(kind);
    }
    let copula = lexicon.list(List::OutcomeCopula);
    let mut rest = &text[end..];
    while let Some(found) = copula.find(rest) {
        let after = without_leading(lexicon, &rest[found.end..], List::OutcomeAdverb);
        let verb = lexicon.list(List::OutcomeVerbAnnounced).starts(after);
        let Some(len) = verb else {
            let between = &text[end..text.len() - rest.len() + found.start];
            let named = lexicon
                .list(List::OutcomeVerbAnnounced)
                .starts(between.trim_start());
            // `The overall conclusion was that`
            let that = lexicon.list(List::OutcomeThat).starts(after).is_some();
            let concludes =
                kind == Kind::Conclusion && that && is_conclusion(lexicon, &text[at..end]);
            (reading.equates, reading.named) = (Some(kind), named.is_some() || concludes);
            return None;
        };
        rest = &after[len..];
        if !rest.contains(':') || rest.trim_end().ends_with(':') {
            return Some(kind);
        }
    }
    None
}

/// So many words say which solution it is: `a possible further solution`.
const WHICH: usize = 2;

/// Whether a sentence says of a thing that it solves what was told before: `Solar lamps would be a solution.`, `Volunteers
/// could fill in as a solution.`, `The fee pays for it, a solution that all welcomed.`
pub(super) fn is_solution(lexicon: &Lexicon, text: &str) -> bool {
    let nouns = lexicon.list(List::OutcomeLabelSolution);
    let article = lexicon.list(List::QuantityArticle);
    let follows = [
        List::OutcomeThat,
        List::OutcomeAbout,
        List::OutcomeOf,
        List::OutcomeTo,
    ];
    nouns.find_iter(text).any(|(noun, _)| {
        let before = text[..noun.start].trim_end();
        let mut blanks = before.rmatch_indices(' ').map(|(i, _)| i).take(WHICH + 1);
        let lead = blanks.find_map(|i| {
            let word = before[i + 1..].split(' ').next().unwrap_or("");
            article.is(word).then_some(before[..i].trim_end())
        });
        let serves = |lead: &str| {
            let verb = lead.rsplit(' ').next().unwrap_or("");
            let denied = lexicon.list(List::OutcomeDenied);
            lexicon.list(List::OutcomeServes).is(verb)
                && !denied.ends(&lead[..lead.len() - verb.len()])
        };
        let rest = text[noun.end..].trim_start();
        let ends = !rest.starts_with(char::is_alphanumeric)
            || follows
                .iter()
                .any(|&l| lexicon.list(l).starts(rest).is_some());
        ends && lead.is_some_and(|lead| lead.ends_with(',') || serves(lead))
    })
}

/// Whether a noun for a conclusion is more than a point or a theme.
fn is_conclusion(lexicon: &Lexicon, noun: &str) -> bool {
    lexicon
        .list(List::OutcomeLabelConclusion)
        .is(noun.trim_end_matches('s'))
        && !lexicon.list(List::OutcomeConsensus).is(noun)
}

/// `The group identified three challenges.`, and whether a colon and these follow.
fn named_by_group(lexicon: &Lexicon, text: &str) -> Option<(Kind, bool)> {
    let lists = [
        List::OutcomeVerbAnnounced,
        List::OutcomeVerbConclusion,
        List::OutcomeVerbRecommendation,
        List::OutcomeVerbDecision,
        List::OutcomeEmerged,
    ];
    let found = lists.iter().filter_map(|&l| lexicon.list(l).find(text));
    let verb = found.min_by_key(|r| r.start)?;
    // What was discussed is no result yet.
    if lexicon
        .list(List::OutcomeVerbDiscussed)
        .is(&text[verb.clone()])
    {
        return None;
    }
    let after = without_leading(lexicon, &text[verb.end..], List::OutcomeOn);
    if settles(lexicon, &text[verb.clone()], after) {
        return None;
    }
    let object = without_quantity(lexicon, after);
    let (at, end, kind) = first_noun(lexicon, object)?;
    let counted = object.len() < after.len();
    let rest = object[end..].trim_end_matches(['.', ' ']);
    let ends = rest.is_empty() || rest.ends_with(':') || rest.split_whitespace().count() <= 8;
    let told = rest.trim_end_matches(':').split_once(':');
    let told = told.is_some_and(|(_, list)| list.split_whitespace().count() >= 2);
    // `endorsed the proposal to test the sirens`: what it names is told.
    let claims = lexicon.list(List::OutcomeThat).found_in(rest)
        || lexicon
            .list(List::OutcomeTo)
            .starts(rest.trim_start())
            .is_some()
            && !rest.ends_with(':');
    let names = at == 0 && counted && (ends || told) && !claims;
    // Asked last: to read the subject costs more than all of this.
    let by_group = || {
        let before = text[..verb.start].trim_end();
        // `Se identificaron estos retos:`, `From the talk emerged some issues:`: what is named stands behind the verb.
        let nobody = || {
            let emerged = lexicon.list(List::OutcomeEmerged).is(&text[verb.clone()]);
            emerged || lexicon.list(List::OutcomeImpersonal).ends(before)
        };
        let who = subject(lexicon, before);
        matches!(who, Subject::Group | Subject::Pronoun) || rest.ends_with(':') && nobody()
    };
    (names && by_group()).then_some((kind, told))
}

/// `the proposal`, behind `approved`: an act upon one thing, which announces none to come.
fn settles(lexicon: &Lexicon, verb: &str, after: &str) -> bool {
    let concludes = lexicon.list(List::OutcomeVerbConclusion).is(verb);
    let acts = lexicon.list(List::OutcomeVerbDecision).is(verb)
        || concludes && lexicon.list(List::OutcomeDeed).is(verb);
    let object = without_leading(lexicon, after, List::Article);
    let mut words = object.split(' ');
    let first = words.next().unwrap_or("");
    let counted = lexicon.map(Map::Number).get(first).is_some()
        || first.starts_with(|c: char| c.is_ascii_digit());
    let follows = lexicon.list(List::CountFollowing).found_in(object);
    let shows = object.trim_end().ends_with(':');
    acts && object.len() < after.len() && !counted && !follows && !shows
}

/// `Participants identified lack of land as the main obstacle.`
pub(super) fn named_as(lexicon: &Lexicon, text: &str) -> Option<Kind> {
    let verb = lexicon.list(List::OutcomeVerbAnnounced).find(text)?;
    let rest = &text[verb.end..];
    let found = lexicon.list(List::OutcomeAs).find_iter(rest);
    let mut kinds = found.filter_map(|(r, _)| {
        let after = without_leading(lexicon, &rest[r.end..], List::Article);
        first_noun(lexicon, without_quantity(lexicon, after)).filter(|noun| noun.0 == 0)
    });
    let (_, _, kind) = kinds.next()?;
    (subject(lexicon, &text[..verb.start]) == Subject::Group).then_some(kind)
}

/// Without words that count, and number words.
fn without_quantity<'t>(lexicon: &Lexicon, text: &'t str) -> &'t str {
    let mut rest = text.trim_start();
    loop {
        let word = rest.split(' ').next().unwrap_or("");
        let number = lexicon.map(Map::Number).get(word).is_some()
            || (!word.is_empty() && word.chars().all(|c| c.is_ascii_digit()));
        let len = match number {
            true => Some(word.len()),
            false => [List::OutcomeQuantity, List::OutcomeModifier]
                .into_iter()
                .filter_map(|l| lexicon.list(l).starts(rest))
                .max(),
        };
        let Some(len) = len.filter(|&l| l > 0) else {
            return rest;
        };
        rest = rest[len..].trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentence::read;
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn what_solves_a_challenge() {
        let is = |t| is_solution(Lang::En.lexicon(), t);
        assert!(is("Using lamps of tin instead of glass is a solution."));
        assert!(is("A loan from the bakers would be a possible solution."));
        assert!(is("Old millers could fill in as a solution."));
        assert!(is(
            "The toll would pay for it, a solution that all welcomed."
        ));
        assert!(!is("Lamps would not be a solution."));
        assert!(!is("The bakers want a solution."));
        assert!(!is("The mill is a solution provider."));
        let is = |t| is_solution(Lang::Es.lexicon(), t);
        assert!(is("Las lámparas serían una solución."));
    }

    #[test]
    fn what_is_only_announced_and_what_is_told() {
        let lex = Lang::En.lexicon();
        let read = |t| read(lex, t);
        for text in [
            "As shown above, three challenges were identified regarding the square.",
            "Two challenges were identified as difficulties that may arise for them.",
            "Solutions to overcome these challenges were proposed.",
            "One important challenge was identified by the team.",
            "The group identified three challenges.",
            "The discussion highlighted several points:",
            "The following recommendations were made:",
        ] {
            let reading = read(text);
            assert!(
                reading.announces.is_some() && reading.cue.is_none(),
                "{text}"
            );
        }
        for (kind, text) in [
            (
                Kind::Challenge,
                "The experts identified four obstacles: rain, wind, sun and snow.",
            ),
            (
                Kind::Challenge,
                "The first identified issue was that data are few.",
            ),
            (
                Kind::Challenge,
                "In addition to this, an important challenge is how to pay.",
            ),
            (
                Kind::Solution,
                "Proposed solutions were to encourage dialogue.",
            ),
            (
                Kind::Solution,
                "The response to this challenge was that towns can.",
            ),
            (
                Kind::Solution,
                "The solutions raised by the group to overcome these challenges included data.",
            ),
            (Kind::Solution, "The solution proposed was a seed garden."),
        ] {
            assert_eq!(read(text).equates, Some(kind), "{text}");
        }
    }
}
