//! Headings that are clauses: `What we ask of governments`, `Where do we go from here?`, `Why we met`.
//!
//! A clause has a word that opens it, whoever acts, a verb that tells the kind, and little behind: `What | participants | asked for`.

use super::kind::{Family, Kind, kind_at};
use crate::lexicon::{Lexicon, List};

/// How many words may stand between the opening and the verb.
const BETWEEN: usize = 5;
/// How many words may stand behind the verb.
const BEHIND: usize = 6;

/// The kind of outcome that a heading in the form of a clause names.
pub(super) fn clause(lexicon: &Lexicon, text: &str) -> Option<Kind> {
    let text = text.trim_start_matches(['\u{bf}', ' ']);
    let text = text.trim_end_matches([':', '?', '.', '!', ' ', '\u{2026}', '\u{a0}']);
    let open = lexicon.list(List::OutcomeClauseOpen).starts(text)?;
    let mut rest = text[open..].trim_start();
    for _ in 0..=BETWEEN {
        if let Some((len, kind)) = kind_at(lexicon, Family::Clause, rest) {
            let behind = rest[len..].trim();
            let whole = lexicon.list(List::OutcomeClauseWhole).is(&rest[..len]);
            let few = behind.split_whitespace().count() <= BEHIND;
            let ends = !behind.contains(['?', ':', '.', ';']);
            // `How we worked` tells of no idea that works.
            let how = lexicon
                .list(List::OutcomeClauseManner)
                .is(text[..open].trim_end());
            let manner = how && kind == Kind::Opportunity;
            return (few && ends && !manner && (behind.is_empty() || !whole)).then_some(kind);
        }
        let passed = [List::OutcomeClauseBetween, List::OutcomeGroup]
            .iter()
            .filter_map(|&l| lexicon.list(l).starts(rest))
            .max()?;
        rest = rest[passed..].trim_start_matches([' ', '\'', '\u{2019}', '-']);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn clauses_name_kinds() {
        for (text, kind) in [
            ("What participants asked for", Kind::Recommendation),
            ("WHAT WE ASK OF GOVERNMENTS", Kind::Recommendation),
            ("What needs to change", Kind::Recommendation),
            ("What stands in our way", Kind::Challenge),
            ("What is holding us back?", Kind::Challenge),
            ("Why we met", Kind::Objective),
            ("What could be done", Kind::Solution),
            ("What was decided", Kind::Decision),
            ("What we took away from the day", Kind::Conclusion),
            ("Where do we go from here?", Kind::NextStep),
            ("What we will do next", Kind::NextStep),
            ("Who does what?", Kind::ActionItem),
        ] {
            assert_eq!(clause(Lang::En.lexicon(), text), Some(kind), "{text}");
        }
        let french = |t| clause(Lang::Fr.lexicon(), t);
        assert_eq!(
            french("Ce que demandent les participants"),
            Some(Kind::Recommendation)
        );
        assert_eq!(french("Et maintenant ?"), Some(Kind::NextStep));
        let spanish = |t| clause(Lang::Es.lexicon(), t);
        assert_eq!(
            spanish("Lo que pedimos a los gobiernos"),
            Some(Kind::Recommendation)
        );
        assert_eq!(spanish("\u{bf}Y ahora qu\u{e9}?"), Some(Kind::NextStep));
    }

    #[test]
    fn other_clauses_name_none() {
        for text in [
            "What the network is",
            "Why trees matter",
            "How the day was organised",
            "What we decided to call the boat and why it took all morning long",
            "Where we are",
            "What participants said",
        ] {
            assert_eq!(clause(Lang::En.lexicon(), text), None, "{text}");
        }
    }
}
