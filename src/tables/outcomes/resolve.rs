//! Resolutions and acts that are set apart from whoever passes them: `BE IT RESOLVED that ...`, `RESOLVED:` over a list,
//! `The Council:` over lines that each begin with a verb.

use super::heading::Head;
use super::kind::Kind;
use super::sentence::{Cue, read};
use super::subject::{Subject, subject};
use super::verb::act;
use crate::lexicon::{Lexicon, List};

/// The signs that may stand around the opening of a resolution.
const SIGNS: [char; 9] = [
    ' ', '"', '\u{201c}', '\u{ab}', ':', ',', '-', '\u{2013}', '\u{2014}',
];

/// A quoted passage that is longer tells more than one decision.
const BRIEF: usize = 200;

/// Whether a text opens as a resolution does: `BE IT FURTHER RESOLVED that`.
pub(super) fn is_resolution(lexicon: &Lexicon, text: &str) -> bool {
    clause(lexicon, text).is_some_and(|rest| rest.chars().any(char::is_alphabetic))
}

/// Whether a quoted passage only tells what those who met decided: `> Ana Example was elected Chair.`
pub(super) fn is_settled(lexicon: &Lexicon, text: &str) -> bool {
    let found = read(lexicon, text);
    let ours = matches!(
        found.subject,
        Subject::Group | Subject::Nobody | Subject::Many
    );
    text.len() <= BRIEF && ours && found.cue == Some(Cue::Told(Kind::Decision))
}

/// Whether a text is only the opening of resolutions that stand below it: `RESOLVED that:`.
pub(super) fn only_opens(lexicon: &Lexicon, text: &str) -> bool {
    clause(lexicon, text).is_some_and(|rest| {
        let rest = rest.trim_matches(SIGNS);
        rest.is_empty() || lexicon.list(List::OutcomeThat).is(rest)
    })
}

/// What stands behind the opening of a resolution.
fn clause<'t>(lexicon: &Lexicon, text: &'t str) -> Option<&'t str> {
    let text = text.trim_start_matches(SIGNS);
    let len = lexicon.list(List::OutcomeResolved).starts(text)?;
    Some(&text[len..])
}

/// Whether a text is only a group that goes on to act: `The Committee:`, `The Panel, recalling its decision 8/2,`.
pub(super) fn names_actor(lexicon: &Lexicon, text: &str) -> bool {
    let body = text.trim_end_matches([':', ',', ';', ' ', '\u{a0}']);
    let open = body.len() < text.trim_end().len();
    open && body.len() <= 160
        && body
            .split(", ")
            .any(|part| part.len() <= 60 && is_group(lexicon, part))
}

/// Whether a text is nothing but the name of a group.
pub(super) fn is_group(lexicon: &Lexicon, text: &str) -> bool {
    subject(lexicon, text.trim_end_matches([':', ',', ' '])) == Subject::Group
}

/// The verb that a line begins with below the group that acts, dashes passed, and where it stands.
pub(super) fn act_at(lexicon: &Lexicon, text: &str) -> Option<(usize, Cue)> {
    let own = text.trim_start_matches(['-', '\u{2013}', '\u{2014}', '\u{2022}', ' ']);
    let says = || lexicon.list(List::SayVerb).starts(own).map(|_| Cue::Agreed);
    let cue = act(lexicon, own).or_else(says)?;
    Some((text.len() - own.len(), cue))
}

/// `Having examined the report,`, `Recalling its decision 8/2,`: why a body decides, before what it does.
pub(super) fn is_preamble(lexicon: &Lexicon, text: &str) -> bool {
    text.ends_with(',') && lexicon.list(List::OutcomePreamble).starts(text).is_some()
}

/// `That the mill be kept.`, below `RESOLVED:`.
pub(super) fn resolves(lexicon: &Lexicon, head: &Head, text: &str) -> bool {
    let that = lexicon.list(List::OutcomeThat).starts(text);
    let rest = that.map_or("", |len| text[len..].trim_start());
    let tells = lexicon.list(List::OutcomeCopula).starts(rest).is_some();
    head.kinds.contains(&Kind::Decision) && !rest.is_empty() && !tells
}

/// `Secondly, offices need lamps.`
pub(super) fn counts_up(lexicon: &Lexicon, text: &str) -> bool {
    let len = lexicon.list(List::OutcomeEnumerator).starts(text);
    len.is_some_and(|len| text[len..].starts_with(','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn resolutions_and_what_only_opens_them() {
        let lex = Lang::En.lexicon();
        for text in [
            "NOW, THEREFORE, BE IT RESOLVED, that the mill be sold.",
            "BE IT FURTHER RESOLVED, that the clerk sign.",
            "\u{201c}RESOLVED, that the mill be sold; and",
            "RESOLVED to sell the mill.",
        ] {
            assert!(is_resolution(lex, text) && !only_opens(lex, text), "{text}");
        }
        for text in [
            "RESOLVED",
            "RESOLVED:",
            "Resolved \u{2013} that:",
            "RESOLVED: That",
        ] {
            assert!(only_opens(lex, text), "{text}");
        }
        assert!(!is_resolution(lex, "WHEREAS the mill is old; and"));
    }

    #[test]
    fn groups_that_act_below() {
        let lex = Lang::En.lexicon();
        assert!(names_actor(lex, "In other actions, the Council:"));
        assert!(names_actor(lex, "The Panel, recalling its decision 8/2,"));
        assert!(!names_actor(lex, "The Panel met at noon."));
        let fr = Lang::Fr.lexicon();
        assert!(names_actor(
            fr,
            "Apr\u{e8}s en avoir d\u{e9}lib\u{e9}r\u{e9}, le conseil municipal, \u{e0} l'unanimit\u{e9} :"
        ));
        assert!(is_preamble(
            lex,
            "Having examined the report of the millers,"
        ));
        assert!(!is_preamble(lex, "Recalling is what millers do."));
        assert!(act_at(lex, "-- Endorsed the plan;").is_some_and(|(at, _)| at == 3));
    }
}
