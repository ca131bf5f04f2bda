//! What one sentence tells: that a group decided, that challenges follow, what the challenge is, or nothing of the kind.

use super::aim::is_objective;
use super::kind::{Kind, noun_lists};
use super::motion::opens_motion;
use super::noun::{named_as, noun_clause};
use super::passive::{is_adopted, is_bare, is_done, is_elected, is_elsewhere};
use super::resolve::is_resolution;
use super::subject::{Subject, subject, without_leading};
use crate::lexicon::{Lang, Lexicon, List, Tagged};
use std::sync::OnceLock;

/// How a sentence tells an outcome by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A verb that names the kind: decided, recommended.
    Told(Kind),
    /// A verb that puts a way forward: suggested.
    Suggested,
    /// A verb of agreement, which a heading may specify: agreed.
    Agreed,
}

impl Cue {
    /// The kind it has where nothing around it says more.
    pub(super) fn kind(self) -> Kind {
        match self {
            Cue::Told(kind) => kind,
            Cue::Suggested => Kind::Recommendation,
            Cue::Agreed => Kind::Conclusion,
        }
    }
}

/// What a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// Who its verb of deciding has for a subject.
    pub(super) subject: Subject,
    /// The outcome it is.
    pub(super) cue: Option<Cue>,
    /// The kind that it says will follow.
    pub(super) announces: Option<Kind>,
    /// The kind that it says its own content is: `the main challenge is ...`.
    pub(super) equates: Option<Kind>,
    /// Whether it says that somebody named this: `the main challenge identified was ...`.
    pub(super) named: bool,
}

/// Reads a sentence.
pub(super) fn read(lexicon: &Lexicon, text: &str) -> Reading {
    let mut reading = Reading {
        subject: Subject::Other,
        cue: None,
        announces: None,
        equates: None,
        named: false,
    };
    if !may_tell(lexicon, text) {
        return reading;
    }
    if let Some(kind) =
        noun_clause(lexicon, text, &mut reading).filter(|_| !is_adopted(lexicon, text))
    {
        reading.announces = Some(kind);
        return reading;
    }
    if is_motion(lexicon, text) {
        reading.cue = Some(Cue::Told(Kind::Decision));
    } else if is_objective(lexicon, text) {
        reading.cue = Some(Cue::Told(Kind::Objective));
    } else if is_next_step(lexicon, text) {
        reading.cue = Some(Cue::Told(Kind::NextStep));
    } else {
        verb(lexicon, text, &mut reading);
    }
    if reading.cue.is_none()
        && let Some(kind) = named_as(lexicon, text)
    {
        (reading.subject, reading.cue) = (Subject::Group, Some(Cue::Told(kind)));
    }
    if reading.cue.is_none() && (is_consensus(lexicon, text) || is_emerged(lexicon, text)) {
        reading.cue = Some(Cue::Agreed);
    }
    reading
}

/// Bytes of a sentence in which its verb must stand.
pub(super) const VERB_WITHIN: usize = 240;

/// The lists of verbs, with what each tells and whether a clause must follow.
const VERBS: [(List, Cue, Clause); 6] = [
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
    (List::OutcomeVerbSuggestion, Cue::Suggested, Clause::None),
    (List::OutcomeVerbConclusion, Cue::Agreed, Clause::None),
    (List::OutcomeVerbFinding, Cue::Agreed, Clause::That),
];

/// What must follow a verb for it to tell an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clause {
    /// Nothing.
    None,
    /// A clause: noted that.
    That,
    /// Somebody who is to do something: asked the clerk to.
    To,
}

/// The verbs of a language as one set.
fn verbs(lexicon: &Lexicon) -> &'static Tagged<(Cue, Clause)> {
    static SETS: [OnceLock<Tagged<(Cue, Clause)>>; Lang::ALL.len()] =
        [const { OnceLock::new() }; Lang::ALL.len()];
    let lists = VERBS.map(|(list, cue, clause)| (list, (cue, clause)));
    SETS[lexicon.lang() as usize].get_or_init(|| Tagged::new(lexicon, lists))
}

/// Whether any word stands in a text that could make a sentence of it tell something.
pub(super) fn may_tell(lexicon: &Lexicon, text: &str) -> bool {
    static SETS: [OnceLock<Tagged<()>>; Lang::ALL.len()] =
        [const { OnceLock::new() }; Lang::ALL.len()];
    let set = SETS[lexicon.lang() as usize].get_or_init(|| {
        let leads = [
            List::OutcomeMotion,
            List::OutcomeMoved,
            List::OutcomeResolved,
            List::OutcomeAimed,
            List::OutcomeNextLead,
            List::OutcomeConsensus,
            List::OutcomeEmerged,
        ];
        let verbs = VERBS.map(|(list, _, _)| list);
        let all = leads.into_iter().chain(verbs).chain(noun_lists());
        Tagged::new(lexicon, all.map(|list| (list, ())))
    });
    set.found_in(text)
}

/// Finds the verb by which a group acts.
fn verb(lexicon: &Lexicon, text: &str, reading: &mut Reading) {
    let found = verbs(lexicon).find_iter(text);
    let near = found.take_while(|(range, _)| range.start <= VERB_WITHIN);
    let told = near.filter_map(|(range, (cue, clause))| {
        let after = without_manner(lexicon, text[range.end..].trim_start());
        let cue = match clause {
            Clause::None => Some(cue),
            Clause::That if takes_note(lexicon, after) => Some(Cue::Told(Kind::Decision)),
            Clause::That => lexicon.list(List::OutcomeThat).starts(after).map(|_| cue),
            Clause::To => asks_to(lexicon, after).then_some(cue),
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
        if who == Subject::Other && decides && is_done(lexicon, before) {
            reading.subject = Subject::Nobody;
            let lost = lexicon.list(List::OutcomeLost).is(&text[start..end]);
            let told = !lost && !is_bare(lexicon, before);
            reading.cue = told.then_some(Cue::Told(Kind::Decision));
            return;
        }
        let elected = cue == Cue::Told(Kind::Decision) && is_elected(lexicon, before, &text[end..]);
        // `It was received in May 2019 and it was agreed`: the year is of what stands before.
        let and = lexicon.list(List::RangeAnd).find_iter(before).last();
        let own = and.filter(|_| who == Subject::Nobody);
        let own = own.map_or(before, |(and, _)| &before[and.end..]);
        if !elected && (who == Subject::Other || is_elsewhere(own)) {
            continue;
        }
        if lexicon
            .list(List::HeadingAgenda)
            .found_in(first_words(&text[end..], 4))
        {
            return;
        }
        reading.subject = if elected { Subject::Group } else { who };
        reading.cue = Some(cue);
        return;
    }
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

fn is_motion(lexicon: &Lexicon, text: &str) -> bool {
    opens_motion(lexicon, text) || is_resolution(lexicon, text)
}

fn is_next_step(lexicon: &Lexicon, text: &str) -> bool {
    let Some(len) = lexicon.list(List::OutcomeNextLead).starts(text) else {
        return false;
    };
    lexicon.list(List::OutcomeFuture).found_in(&text[len..])
}

/// `There was broad agreement that`, `The overwhelming consensus was that`.
fn is_consensus(lexicon: &Lexicon, text: &str) -> bool {
    let Some(noun) = lexicon.list(List::OutcomeConsensus).find(text) else {
        return false;
    };
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
        return plain && before.count() <= 2 && !is_elsewhere(text);
    }
    let that = lexicon.list(List::OutcomeThat).find(&text[noun.end..]);
    plain && before.count() <= 4 && that.is_some_and(|r| r.start <= 60)
}

/// `By the end of the day three focus areas had crystallised: A, B and C.`
fn is_emerged(lexicon: &Lexicon, text: &str) -> bool {
    let Some(verb) = lexicon.list(List::OutcomeEmerged).find(text) else {
        return false;
    };
    let colon = text[verb.end..].trim_start().starts_with(':');
    let nouns = lexicon.list(List::OutcomeNounConclusion);
    colon && nouns.find(&text[..verb.start]).is_some()
}

/// Whether a sentence begins with a noun for the group: `Panellists discussed ...`.
pub(super) fn begins_with_group(lexicon: &Lexicon, text: &str) -> bool {
    let part = without_leading(lexicon, text, List::OutcomeAdverb);
    let part = without_leading(lexicon, part, List::Article);
    let group = lexicon.list(List::OutcomeGroup).starts(part);
    // `Members of the pack` are another body's.
    let theirs = |len: usize| {
        let after = part[len..].trim_start();
        let of = lexicon.list(List::OutcomeOf).starts(after);
        of.is_some_and(|of| {
            let whose = first_words(&after[of..], 4);
            let ours = [List::OutcomeGroup, List::OutcomeMeeting];
            !ours.iter().any(|&l| lexicon.list(l).found_in(whose))
        })
    };
    group.is_some_and(|len| !theirs(len))
}

/// The length of a group's name with its letter or number at the start of a sentence: `Group A`.
pub(super) fn labelled_group(lexicon: &Lexicon, text: &str) -> Option<usize> {
    let len = lexicon.list(List::OutcomeGroup).starts(text)?;
    let rest = text[len..].strip_prefix(' ')?;
    let label = rest.split([' ', ':']).next().unwrap_or("");
    let ordinal = !label.is_empty()
        && label.len() <= 3
        && (label.chars().all(|c| c.is_ascii_digit())
            || label.len() == 1 && label.chars().all(char::is_uppercase)
            || label.chars().all(|c| "IVX".contains(c)));
    ordinal.then(|| len + 1 + label.len())
}

/// The first words of a text.
pub(super) fn first_words(text: &str, count: usize) -> &str {
    let text = text.trim_start();
    let end = text
        .match_indices(' ')
        .nth(count)
        .map_or(text.len(), |(i, _)| i);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn told(text: &str) -> Option<&'static str> {
        let reading = read(Lang::En.lexicon(), text);
        reading.cue.map(|c| c.kind().word())
    }

    #[test]
    fn sentences_that_are_outcomes() {
        for (kind, text) in [
            ("decision", "The Board decided to buy a boat."),
            (
                "decision",
                "It was decided to fly the night kites on Friday only.",
            ),
            (
                "decision",
                "The Committee took note of the report and adopted the amendment.",
            ),
            (
                "decision",
                "Motion by Example, second by Sample, to approve the minutes.",
            ),
            ("decision", "The minutes of the last meeting were approved."),
            (
                "decision",
                "Participants adopted a charter for small harbours.",
            ),
            (
                "recommendation",
                "It was also recommended that alarms go to the guard.",
            ),
            (
                "recommendation",
                "The Team recommended that the time be given.",
            ),
            (
                "recommendation",
                "The Board asked the clerk to write to the mill.",
            ),
            ("decision", "The Board noted the report."),
            (
                "decision",
                "Ms. Ana Torres (Chile) was elected Chairperson.",
            ),
            (
                "decision",
                "The following were elected unopposed: Ana and Bo.",
            ),
            ("conclusion", "Agreement was reached on Sections 1 to 4."),
            (
                "conclusion",
                "The Board noted with concern that mills rust.",
            ),
            (
                "decision",
                "The minutes of the meeting of 30 July 2020 were agreed as a correct record.",
            ),
            ("recommendation", "Participants suggested to ask the town."),
            (
                "conclusion",
                "Panellists agreed that a map is seldom read twice.",
            ),
            (
                "conclusion",
                "They agreed that while it rains, nobody walks.",
            ),
            (
                "conclusion",
                "There was broad agreement that trees are needed.",
            ),
            (
                "conclusion",
                "The overwhelming consensus was that a plan is needed.",
            ),
            (
                "conclusion",
                "In this context, participants endorsed a focus on action.",
            ),
            ("conclusion", "Group B concluded that bakers need the bus."),
            (
                "conclusion",
                "The panel highlighted that society is changing.",
            ),
            (
                "conclusion",
                "The discussion was rich, and three focus areas had crystallised: A, B, and C.",
            ),
            (
                "challenge",
                "Participants identified lack of land as the main obstacle.",
            ),
            ("objective", "The goal was to exchange knowledge."),
            ("objective", "The workshop aimed to bring growers together."),
            (
                "objective",
                "The objective of the meeting was to agree on a plan.",
            ),
            (
                "next_step",
                "Over the next few months, the plan will be written.",
            ),
        ] {
            assert_eq!(told(text), Some(kind), "{text}");
        }
    }

    #[test]
    fn sentences_that_are_none() {
        for text in [
            "Ms. Ana Example of the Agency stressed that cities matter.",
            "The chair of the Board decided to leave.",
            "At the Summit of September 2016, it was agreed to write a compact.",
            "A main objective of the programme will be supporting towns.",
            "The main objectives of the town's programme are to create space.",
            "The Council has 3 objectives: to foster engagement.",
            "The emerging programme aims to inspire new thinking.",
            "Participants discussed key factors of success.",
            "The Committee adopted the following agenda:",
            "It became clear that the same words mean different things.",
            "The members of his society would not agree to the felling.",
            "The group had agreed on this before.",
            "The meeting was held at the old mill.",
            "Participants were very positive about the exercise.",
            "The resolution was carried.",
            "Ms. Ana Torres was elected in a hurry.",
            "The Board asked about the roof.",
            "Kenya, for the African Group, stressed the need for support.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
