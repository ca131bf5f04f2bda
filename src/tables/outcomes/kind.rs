//! The kinds of outcomes and the words by which a text names them.

use super::KINDS;
use crate::lexicon::{Lexicon, List, PerLang, Tagged};

/// What an outcome is; in the order of [`KINDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Objective,
    Opportunity,
    Challenge,
    Solution,
    Recommendation,
    Decision,
    ActionItem,
    Conclusion,
    NextStep,
}

impl Kind {
    /// Every kind, in the order of [`KINDS`].
    pub(super) const ALL: [Kind; 9] = [
        Kind::Objective,
        Kind::Opportunity,
        Kind::Challenge,
        Kind::Solution,
        Kind::Recommendation,
        Kind::Decision,
        Kind::ActionItem,
        Kind::Conclusion,
        Kind::NextStep,
    ];

    /// The word of the contract.
    pub(super) fn word(self) -> &'static str {
        KINDS[self as usize]
    }
}

/// A family of words that has a list for each kind.
#[derive(Clone, Copy, Debug)]
pub(super) enum Family {
    /// Headings: `Recommendations`.
    Heading,
    /// Labels before one outcome: `Recommendation 2:`.
    Label,
    /// Nouns in a sentence: `three challenges`.
    Noun,
    /// Verbs of headings that are clauses: `What we ask of donors`.
    Clause,
}

/// The lists of a family, in the order of [`Kind::ALL`].
fn lists(family: Family) -> [List; 9] {
    match family {
        Family::Heading => [
            List::OutcomeHeadingObjective,
            List::OutcomeHeadingOpportunity,
            List::OutcomeHeadingChallenge,
            List::OutcomeHeadingSolution,
            List::OutcomeHeadingRecommendation,
            List::OutcomeHeadingDecision,
            List::OutcomeHeadingActionItem,
            List::OutcomeHeadingConclusion,
            List::OutcomeHeadingNextStep,
        ],
        Family::Label => [
            List::OutcomeLabelObjective,
            List::OutcomeLabelOpportunity,
            List::OutcomeLabelChallenge,
            List::OutcomeLabelSolution,
            List::OutcomeLabelRecommendation,
            List::OutcomeLabelDecision,
            List::OutcomeLabelActionItem,
            List::OutcomeLabelConclusion,
            List::OutcomeLabelNextStep,
        ],
        Family::Noun => [
            List::OutcomeNounObjective,
            List::OutcomeNounOpportunity,
            List::OutcomeNounChallenge,
            List::OutcomeNounSolution,
            List::OutcomeNounRecommendation,
            List::OutcomeNounDecision,
            List::OutcomeNounActionItem,
            List::OutcomeNounConclusion,
            List::OutcomeNounNextStep,
        ],
        Family::Clause => [
            List::OutcomeClauseObjective,
            List::OutcomeClauseOpportunity,
            List::OutcomeClauseChallenge,
            List::OutcomeClauseSolution,
            List::OutcomeClauseRecommendation,
            List::OutcomeClauseDecision,
            List::OutcomeClauseActionItem,
            List::OutcomeClauseConclusion,
            List::OutcomeClauseNextStep,
        ],
    }
}

/// The words of a family in a language, as one set.
fn family(lexicon: &Lexicon, family: Family) -> &'static Tagged<Kind> {
    static SETS: [PerLang<Tagged<Kind>>; 4] = [const { PerLang::new() }; 4];
    let set = &SETS[family as usize];
    set.of(lexicon.lang(), || {
        Tagged::new(lexicon, lists(family).into_iter().zip(Kind::ALL))
    })
}

/// The longest word of a family that `text` begins with: its length and kind.
pub(super) fn kind_at(lexicon: &Lexicon, words: Family, text: &str) -> Option<(usize, Kind)> {
    family(lexicon, words).starts(text)
}

/// The first noun in `text` that names a kind of outcome: where it starts and ends, and the kind.
pub(super) fn first_noun(lexicon: &Lexicon, text: &str) -> Option<(usize, usize, Kind)> {
    let (range, kind) = family(lexicon, Family::Noun).find_iter(text).next()?;
    Some((range.start, range.end, kind))
}

/// False where no noun that names a kind of outcome stands in `text`, as what its words begin with tells.
pub(super) fn may_have_noun(lexicon: &Lexicon, text: &str) -> bool {
    family(lexicon, Family::Noun).may_stand_in(text)
}

/// The lists of the nouns that name kinds.
pub(super) fn noun_lists() -> [List; 9] {
    lists(Family::Noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn kinds_stand_in_the_order_of_the_words() {
        assert_eq!(Kind::Objective.word(), "objective");
        assert_eq!(Kind::NextStep.word(), "next_step");
        assert!(Kind::ALL.iter().enumerate().all(|(i, &k)| k as usize == i));
    }

    #[test]
    fn the_longest_word_names_the_kind() {
        let lex = Lang::En.lexicon();
        let kind = |t| kind_at(lex, Family::Heading, t).map(|(_, k)| k);
        assert_eq!(kind("Recommended actions"), Some(Kind::Recommendation));
        assert_eq!(kind("Action points"), Some(Kind::ActionItem));
        assert_eq!(kind("Actionaid"), None);
        let noun = first_noun(lex, "The response to this challenge was");
        assert_eq!(noun.map(|n| n.2), Some(Kind::Solution));
    }
}
