//! What one sentence tells: that a group decided, that challenges follow, what the challenge is, or nothing of the kind.

use super::aim::is_objective;
use super::consensus::{is_consensus, is_emerged};
use super::kind::{Kind, noun_lists};
use super::motion::opens_motion;
use super::noun::{is_solution, named_as, noun_clause};
use super::passive::is_adopted;
use super::resolve::is_resolution;
use super::subject::{Subject, without_leading};
use super::verb::{VERBS, by_vote, is_voted_for, verb};
use crate::lexicon::{Lexicon, List, PerLang, Tagged};
use std::ops::Range;

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
    // What is asked is not settled.
    let asks = text.ends_with('?') && !text.contains(':');
    if asks || !may_tell(lexicon, text) {
        return reading;
    }
    if let Some(kind) =
        noun_clause(lexicon, text, &mut reading).filter(|_| !is_adopted(lexicon, text))
    {
        reading.announces = Some(kind);
        return reading;
    }
    if !reading.named && is_solution(lexicon, text) {
        reading.equates = Some(Kind::Solution);
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
    if reading.cue.is_none() && is_voted_for(lexicon, text) {
        (reading.subject, reading.cue) = (Subject::Nobody, Some(Cue::Told(Kind::Decision)));
    }
    if reading.cue.is_none() && by_vote(lexicon, text) {
        (reading.subject, reading.cue) = (Subject::Group, Some(Cue::Told(Kind::Decision)));
    }
    if reading.cue.is_none() && (is_consensus(lexicon, text) || is_emerged(lexicon, text)) {
        (reading.subject, reading.cue) = (Subject::Nobody, Some(Cue::Agreed));
    }
    reading
}

/// Whether any word stands in a text that could make a sentence of it tell something.
pub(super) fn may_tell(lexicon: &Lexicon, text: &str) -> bool {
    static SETS: PerLang<Tagged<()>> = PerLang::new();
    let set = SETS.of(lexicon.lang(), || {
        let leads = [
            List::OutcomeMotion,
            List::OutcomeMoved,
            List::OutcomeSeconded,
            List::OutcomeResolved,
            List::OutcomeAimed,
            List::OutcomeNextLead,
            List::OutcomeConsensus,
            List::OutcomeEmerged,
            List::OutcomeByVote,
        ];
        let verbs = VERBS.map(|(list, _, _)| list);
        let all = leads.into_iter().chain(verbs).chain(noun_lists());
        Tagged::new(lexicon, all.map(|list| (list, ())))
    });
    set.found_in(text)
}

fn is_motion(lexicon: &Lexicon, text: &str) -> bool {
    opens_motion(lexicon, text) || is_resolution(lexicon, text)
}

fn is_next_step(lexicon: &Lexicon, text: &str) -> bool {
    let Some(len) = lexicon.list(List::OutcomeNextLead).starts(text) else {
        return false;
    };
    let rest = &text[len..];
    // `Next steps include the printing of the map.`
    let told = lexicon.list(List::OutcomeCopula).starts(rest.trim_start());
    let names = told.is_some() && !text.trim_end().ends_with(':') && rest.split(' ').count() > 4;
    names || lexicon.list(List::OutcomeFuture).found_in(rest)
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

/// The place of the group whose outcomes a heading or a lead names: `Group 2 reached these conclusions`, `Conclusions of Group A`.
pub(super) fn named_group(lexicon: &Lexicon, text: &str) -> Option<Range<usize>> {
    if let Some(len) = labelled_group(lexicon, text) {
        return Some(0..len);
    }
    let body = text.trim_end_matches([':', ' ']);
    let mut of = lexicon.list(List::OutcomeOf).find_iter(body);
    let whole = |at: usize| labelled_group(lexicon, &body[at..]) == Some(body.len() - at);
    let at = of.find_map(|(of, _)| {
        Some(of.end + 1).filter(|&at| at < body.len() && body.is_char_boundary(at) && whole(at))
    });
    at.map(|at| at..body.len())
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
            ("decision", "Mr. Example was confirmed by voice vote."),
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
            ("decision", "The Committee adopted the agenda."),
            ("decision", "Agenda: the agenda was adopted as it stood."),
            (
                "decision",
                "A draft decision was adopted after a long night.",
            ),
            (
                "decision",
                "The Committee approved the proposal of the millers.",
            ),
            ("decision", "The plenary adopted a resolution on mills."),
            (
                "conclusion",
                "The Board endorsed the recommendations of the millers.",
            ),
            ("decision", "After a long talk the Board decided to wait."),
            ("conclusion", "In the afternoon the Board agreed to wait."),
            (
                "conclusion",
                "The meeting recognized the need for a register of mills.",
            ),
            (
                "conclusion",
                "Participants noted the importance of dry flour.",
            ),
            (
                "conclusion",
                "The Committee expressed concern at the state of the weirs.",
            ),
            ("conclusion", "Most participants agreed that flour keeps."),
            ("conclusion", "All present agreed that flour keeps."),
            ("conclusion", "The working groups agreed to wait."),
            (
                "next_step",
                "Next steps include the printing of a map of mills.",
            ),
            ("decision", "M/S/C Example/Sample to buy a mill."),
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
                "recommendation",
                "The Secretariat was asked to count the kilns.",
            ),
            (
                "decision",
                "The Chair opened the meeting and the agenda was approved.",
            ),
            ("decision", "Fees - The minutes were approved."),
            ("conclusion", "Fees \u{2013} The Board agreed to wait."),
            (
                "decision",
                "Due to the rain of last week it was decided to meet indoors.",
            ),
            (
                "decision",
                "As proposed by Peru, Ms. Ana Torres (Chile) was elected by acclamation as Chairperson.",
            ),
            ("decision", "Consideration of the kilns was postponed."),
            (
                "conclusion",
                "Participants noted with great concern the lack of kilns.",
            ),
            ("conclusion", "There was broad support for a levy."),
            ("decision", "Staff was directed to return the keys."),
            ("decision", "The WBP was approved."),
            ("decision", "It was approved by a majority of the members."),
            ("decision", "The summer tolls were approved unanimously."),
            ("decision", "The summer tolls were unanimously approved."),
            (
                "decision",
                "The baker's financial report was read and accepted.",
            ),
            (
                "decision",
                "The changes of the rules were approved unanimously.",
            ),
            (
                "decision",
                "No oil was left this time, but it was decided that more be bought.",
            ),
            (
                "decision",
                "The Council, by a voice vote, lent the hall to the bakers.",
            ),
            (
                "decision",
                "By majority vote, upon advice of the bursar, renewed the lease.",
            ),
            ("objective", "Its objective was to draw up a list of kilns."),
            (
                "decision",
                "The NAP2 was adopted unanimously, with two abstentions.",
            ),
            (
                "recommendation",
                "Several experts called for a register of kilns.",
            ),
            (
                "recommendation",
                "A number of delegations urged that the fee be kept.",
            ),
            ("conclusion", "Consensus of the Board was to wait for rain."),
            (
                "conclusion",
                "It was further agreed that, where no reply comes, the lamp stays lit.",
            ),
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
            "The Committee concluded its work at noon.",
            "At its last meeting, the Board decided to wait.",
            "It was noted that the Board had decided in May to wait.",
            "The representatives of Chile and Peru expressed concern about the fee.",
            "The Committee considered the need for a mill.",
            "At the request of the Board approved mills were shut.",
            "Many participants noted the lack of mills.",
            "Ms. Ana Torres was elected in a hurry.",
            "The Board asked about the roof.",
            "Kenya, for the African Group, stressed the need for support.",
            "Participants were asked to introduce themselves.",
            "The Secretariat was asked about the kilns.",
            "The CAP was adopted by the parliament of the island.",
            "The IMF was established to lend money.",
            "Several members of the public called for a bench.",
            "Several experts noted that kilns crack.",
            "A few members called for tea.",
            "By majority vote the law of 2012 protects kilns.",
            "The mayor is elected by majority vote, in May.",
            "The Board thanked the baker and noted with pleasure the bread.",
            "The kilns cooled and the visitors were approved of.",
            "It is carried by a network of public bodies.",
            "The new kiln plan was adopted by the ministry of the island.",
            "The fees will wait until the board is chosen and the proposed changes are approved.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
