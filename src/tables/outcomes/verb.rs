//! The verb by which a group acts, and what it tells: decided, recommended, agreed.

use super::kind::Kind;
use super::passive::{
    adopts, by_another, is_bare, is_charged, is_done, is_elected, is_elsewhere, is_short_named,
    is_urged, is_voted_on, points_back,
};
use super::sentence::{Cue, Reading, first_words};
use super::subject::{Subject, is_many, is_most, subject, without_leading};
use crate::lexicon::{Lang, Lexicon, List, PerLang, Tagged};

/// Bytes of a sentence in which its verb must stand.
pub(super) const VERB_WITHIN: usize = 240;

/// The lists of verbs, with what each tells and whether a clause must follow.
pub(super) const VERBS: [(List, Cue, Clause); 7] = [
    (
        List::OutcomeVerbDecision,
        Cue::Told(Kind::Decision),
        Clause::None,
    ),
    (
        List::OutcomeVerbRecommendation,
        Cue::Told(Kind::Recommendation),
        Clause::None,
    ),
    (
        List::OutcomeVerbAsk,
        Cue::Told(Kind::Recommendation),
        Clause::To,
    ),
    (
        List::OutcomeVerbCharge,
        Cue::Told(Kind::Decision),
        Clause::To,
    ),
    (List::OutcomeVerbSuggestion, Cue::Suggested, Clause::None),
    (List::OutcomeVerbConclusion, Cue::Agreed, Clause::None),
    (List::OutcomeVerbFinding, Cue::Agreed, Clause::That),
];

/// What must follow a verb for it to tell an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clause {
    /// Nothing.
    None,
    /// A clause: noted that.
    That,
    /// Somebody who is to do something: asked the clerk to.
    To,
}

/// The verbs of a language as one set.
fn verbs(lexicon: &Lexicon) -> &'static Tagged<(Cue, Clause)> {
    static SETS: PerLang<Tagged<(Cue, Clause)>> = PerLang::new();
    let lists = VERBS.map(|(list, cue, clause)| (list, (cue, clause)));
    SETS.of(lexicon.lang(), || Tagged::new(lexicon, lists))
}

/// What a group does in a line that breaks off behind its verb: `The members of the Panel recommend`.
pub(super) fn breaks_off(lexicon: &Lexicon, text: &str) -> Option<Kind> {
    let text = text.trim_end_matches([':', ' ']);
    let (verb, (cue, clause)) = verbs(lexicon).find_iter(text).last()?;
    let acts = clause == Clause::None && matches!(cue, Cue::Told(_) | Cue::Agreed);
    let by_group = || subject(lexicon, &text[..verb.start]) == Subject::Group;
    (acts && verb.end == text.len() && by_group()).then(|| cue.kind())
}

/// Finds the verb by which a group acts.
pub(super) fn verb(lexicon: &Lexicon, text: &str, reading: &mut Reading) {
    let found = verbs(lexicon).find_iter(text);
    let near = found.take_while(|(range, _)| range.start <= VERB_WITHIN);
    let told = near.filter_map(|(range, (cue, clause))| {
        let after = without_manner(lexicon, text[range.end..].trim_start());
        let cue = match clause {
            Clause::None if cue == Cue::Suggested => {
                Some(settled_by(lexicon, after).unwrap_or(cue))
            }
            Clause::None => Some(cue),
            Clause::That if takes_note(lexicon, after) => Some(Cue::Told(Kind::Decision)),
            Clause::That if with_manner(lexicon, &text[..range.end], after) => Some(cue),
            Clause::That => {
                let that = lexicon.list(List::OutcomeThat).starts(after);
                let discussed = lexicon.list(List::OutcomeVerbDiscussed);
                let weight = || lexicon.list(List::OutcomeWeight).starts(after);
                let matters = || !discussed.is(&text[range.clone()]) && weight().is_some();
                (that.is_some() || matters()).then_some(cue)
            }
            // `The Secretariat was asked to`: only whom the meeting has do something.
            Clause::To if is_charged(lexicon, &text[..range.start], after) => Some(cue),
            Clause::To => {
                let charged = || cue == Cue::Told(Kind::Decision) && charges_with(lexicon, after);
                (asks_to(lexicon, after) || charged()).then_some(cue)
            }
        };
        Some((range.start, range.end, cue?))
    });
    for (start, end, cue) in told.take(4) {
        let before = &text[..start];
        if is_noun(lexicon, before) {
            continue;
        }
        // `Il est convenu`: the verb has its auxiliary, and names nobody.
        let nobody = || lexicon.list(List::OutcomeImpersonal).starts(text).is_some();
        let who = match subject(lexicon, before) {
            Subject::Pronoun if nobody() => Subject::Nobody,
            who => who,
        };
        let decides = matches!(cue, Cue::Told(Kind::Decision) | Cue::Agreed);
        if decides && points_back(lexicon, before, &text[end..]) {
            (reading.subject, reading.cue) = (Subject::Nobody, Some(cue));
            return;
        }
        if who == Subject::Other && decides && is_done(lexicon, before, &text[end..]) {
            reading.subject = Subject::Nobody;
            let lost = lexicon.list(List::OutcomeLost).is(&text[start..end]);
            let shelved = lexicon.list(List::OutcomeShelved).is(&text[start..end]);
            let told =
                !lost && !is_bare(lexicon, before) && (!shelved || is_business(lexicon, before));
            reading.cue = told.then_some(Cue::Told(Kind::Decision));
            return;
        }
        let short_named = || {
            let deed = lexicon.list(List::OutcomeDeed).is(&text[start..end]);
            let after = &text[end..];
            deed && (is_short_named(lexicon, before, after) || is_voted_on(lexicon, before, after))
        };
        let recommends = cue == Cue::Told(Kind::Recommendation);
        if recommends && is_urged(lexicon, before, &text[start..]) {
            (reading.subject, reading.cue) = (Subject::Nobody, Some(cue));
            return;
        }
        if who == Subject::Other
            && (is_charged(lexicon, before, &text[end..]) || decides && short_named())
        {
            (reading.subject, reading.cue) = (Subject::Nobody, Some(cue));
            return;
        }
        let agrees = || {
            let settled = lexicon.list(List::OutcomeVerbConclusion);
            decides && settled.is(&text[start..end]) && is_most(lexicon, before)
        };
        if who == Subject::Other && (recommends && is_many(lexicon, before) || agrees()) {
            (reading.subject, reading.cue) = (Subject::Many, Some(cue));
            return;
        }
        let elected = cue == Cue::Told(Kind::Decision) && is_elected(lexicon, before, &text[end..]);
        // `It was received in May 2019 and it was agreed`: the year is of what stands before.
        let and = lexicon.list(List::RangeAnd).find_iter(before).last();
        let own = and.filter(|_| who == Subject::Nobody);
        let own = own.map_or(before, |(and, _)| &before[and.end..]);
        // `In the former congress it was decided, and it was recommended`: the other verb has the same time.
        let earlier = || lexicon.list(List::OutcomeEarlier).starts(before).is_some();
        if !elected && (who == Subject::Other || is_elsewhere(lexicon, own) || earlier()) {
            continue;
        }
        // `Se votó a mano alzada.`: how they voted, and not on what.
        let how = text[end..].trim_matches(['.', ' ']);
        let votes = lexicon.list(List::OutcomeBallot).is(&text[start..end]);
        if votes && lexicon.list(List::OutcomeByVote).is(how) {
            continue;
        }
        // `It is carried by a network of towns.`
        if who == Subject::Nobody && decides && by_another(lexicon, &text[end..]) {
            continue;
        }
        if decides && who == Subject::Nobody && is_retold(lexicon, &text[end..]) {
            continue;
        }
        // `The Committee adopted the following agenda:` has the agenda below it.
        let shows = text.trim_end().ends_with(':');
        let agenda = || first_words(&text[end..], 4);
        if shows && lexicon.list(List::HeadingAgenda).found_in(agenda()) {
            return;
        }
        // `The Committee concluded its work at noon.`
        if lexicon
            .list(List::OutcomeEnded)
            .starts(&text[start..])
            .is_some()
        {
            continue;
        }
        reading.subject = if elected { Subject::Group } else { who };
        reading.cue = Some(cue);
        return;
    }
}

/// Whether what stands before `was tabled` is an item of business, which that puts off: a paper is only brought in.
fn is_business(lexicon: &Lexicon, before: &str) -> bool {
    lexicon.list(List::OutcomeBusiness).found_in(before)
}

/// So far behind `it was noted` may stand what had been done, in bytes.
const RETOLD_WITHIN: usize = 120;

/// `that the Committee had decided`, behind `it was noted`: what an earlier meeting did.
fn is_retold(lexicon: &Lexicon, after: &str) -> bool {
    let had = lexicon.list(List::OutcomeHad).find_iter(after);
    let mut near = had.take_while(|(had, _)| had.start <= RETOLD_WITHIN);
    near.any(|(had, _)| {
        let deed = without_leading(lexicon, &after[had.end..], List::OutcomeAdverb);
        let deed = lexicon.list(List::OutcomeDeed).starts(deed);
        let that = lexicon.list(List::OutcomeThat).find(&after[..had.start]);
        let whose = that.map_or("", |that| &after[that.end..had.start]);
        deed.is_some() && subject(lexicon, whose) == Subject::Group
    })
}

/// So far behind a proposal may stand what became of it.
const SETTLED_WITHIN: usize = 120;

/// `and resolved to`, `and agreed`, behind `proposed`: what became of a proposal in its own sentence.
fn settled_by(lexicon: &Lexicon, after: &str) -> Option<Cue> {
    let ands = lexicon.list(List::RangeAnd).find_iter(after);
    let near = ands.take_while(|(and, _)| and.start <= SETTLED_WITHIN);
    near.filter_map(|(and, _)| {
        let next = without_leading(lexicon, &after[and.end..], List::OutcomeAdverb);
        let deed = lexicon.list(List::OutcomeDeed).starts(next)?;
        let noted = lexicon.list(List::OutcomeFinding).is(&next[..deed]);
        (!noted).then(|| act(lexicon, next)).flatten()
    })
    .find(|cue| matches!(cue, Cue::Told(Kind::Decision) | Cue::Agreed))
}

/// `bureau de vote`, `le vote`: what looks like a verb of another language is a noun there.
fn is_noun(lexicon: &Lexicon, before: &str) -> bool {
    let before = before.trim_end();
    let lists = [List::Article, List::OutcomeOf];
    lexicon.lang() != Lang::En
        && lists.iter().any(|&l| {
            let last = before.rsplit([' ', '\'', '\u{2019}']).next().unwrap_or("");
            lexicon.list(l).is(last)
        })
}

/// The verb that a text begins with, its subject being named above.
pub(super) fn act(lexicon: &Lexicon, text: &str) -> Option<Cue> {
    let text = without_leading(lexicon, text, List::OutcomeAdverb);
    let (len, (cue, clause)) = verbs(lexicon).starts(text)?;
    let after = text[len..].trim_start();
    let told = match clause {
        Clause::None => true,
        Clause::That => lexicon.list(List::OutcomeThat).starts(after).is_some(),
        Clause::To => asks_to(lexicon, after),
    };
    told.then_some(cue)
}

/// Without `with concern`, `with great interest`.
fn without_manner<'t>(lexicon: &Lexicon, after: &'t str) -> &'t str {
    let with = lexicon.list(List::OutcomeWithin).starts(after);
    let that = || lexicon.list(List::OutcomeThat).find(first_words(after, 5));
    match with.and_then(|_| that()) {
        Some(that) if !after[..that.start].contains(',') => &after[that.start..],
        _ => after,
    }
}

/// `with concern the lack of boats`, behind `The Board noted`: how the meeting took it makes it one of its findings; behind
/// another verb it is rather courtesy.
fn with_manner(lexicon: &Lexicon, through: &str, after: &str) -> bool {
    let how = lexicon.list(List::OutcomeWithin).starts(after);
    let others = [List::OutcomeVerbDiscussed, List::RangeAnd].map(|l| lexicon.list(l));
    let other = others
        .iter()
        .any(|o| o.ends(through) || o.found_in(through));
    // `It was felt to be the language of a court`
    let to = lexicon.list(List::OutcomeTo).starts(after).is_some();
    let Some(len) = how.filter(|_| !other && !to && lexicon.lang() == Lang::En) else {
        return false;
    };
    let article = |w: &&str| lexicon.list(List::Article).is(w);
    let mut words = after[len..].split_whitespace().take(4);
    let manner = words.position(|w| article(&w)).unwrap_or(0);
    let small = |w: &str| w.chars().all(char::is_lowercase);
    (1..=3).contains(&manner) && after[len..].split_whitespace().take(manner).all(small)
}

/// `the report`, behind `noted`: the meeting took note of it.
pub(super) fn takes_note(lexicon: &Lexicon, after: &str) -> bool {
    let object = without_leading(lexicon, after, List::Article);
    let named = object.len() < after.len();
    named && lexicon.list(List::OutcomeObject).starts(object).is_some()
}

/// `the clerk to write`, behind `asked`.
fn asks_to(lexicon: &Lexicon, after: &str) -> bool {
    let whom = first_words(after, 8);
    let to = lexicon.list(List::OutcomeTo).find(whom);
    to.is_some_and(|r| r.start > 0 && !whom[..r.start].contains([',', ';', '?']))
}

/// `the clerk with a list of leaks`, behind `tasked`.
fn charges_with(lexicon: &Lexicon, after: &str) -> bool {
    let whom = first_words(after, 6);
    let with = lexicon.list(List::OutcomeChargedWith).find(whom);
    with.is_some_and(|r| r.start > 0 && !whom[..r.start].contains([',', ';', '.']))
}

/// `Mr Example was confirmed by voice vote`, `the point, que se aprueba por unanimidad`: what was voted for needs no
/// other subject.
pub(super) fn is_voted_for(lexicon: &Lexicon, text: &str) -> bool {
    let votes = lexicon.list(List::OutcomeByVote);
    let passed = lexicon.list(List::OutcomePassed);
    votes.may_stand_in(text)
        && votes
            .find_iter(text)
            .any(|(vote, _)| passed.ends(text[..vote.start].trim_end()))
}

/// `The Senate, by unanimous vote, lent the hall`, `By unanimous vote, lent the hall`: how they voted makes a decision of
/// any verb.
pub(super) fn by_vote(lexicon: &Lexicon, text: &str) -> bool {
    let Some(vote) = lexicon.list(List::OutcomeByVote).find(text) else {
        return false;
    };
    let before = text[..vote.start].trim_end_matches([' ', ',']);
    let Some(after) = text[vote.end..].strip_prefix(", ") else {
        return false;
    };
    // `upon advice of the clerk` may stand before the verb.
    let lead = after.split_once(", ").map_or(after, |(_, rest)| rest);
    let acts = |t: &str| {
        let own = without_leading(lexicon, t, List::OutcomeAdverb);
        let word = own.split(' ').next().unwrap_or("");
        word.starts_with(char::is_lowercase) && word.ends_with("ed")
    };
    match before.is_empty() {
        // `By unanimous vote, the accounts were approved.`
        true => acts(after) || acts(lead) || adopts(lexicon, after),
        false => {
            let is = lexicon.list(List::OutcomeNotAct).starts(after).is_some();
            let small = after.starts_with(char::is_lowercase) && !is;
            small
                && text.starts_with(char::is_uppercase)
                && subject(lexicon, before) == Subject::Group
        }
    }
}
