//! Which headings and labels say that outcomes stand below, and of what kind.

use super::clause::clause;
use super::deed::heads;
use super::kind::{Family, Kind, kind_at};
use super::verb::breaks_off;
use crate::lexicon::{Lexicon, List};
use crate::value::Seen;
use crate::value::misread::{found, unmisread};

/// What a heading over outcomes says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The kinds it names, in its order; at least one.
    pub(super) kinds: Vec<Kind>,
    /// Whether it names another thing, too, so that plain prose below may tell of that.
    pub(super) weak: bool,
    /// Whether another thing stands first: `Data and follow-up`.
    pub(super) second: bool,
}

/// Reads a heading or label; `None` where it does not name outcomes of this meeting.
///
/// A heading is asked for what stands below it, for whose tasks are told there and whether it is one at all.
pub(super) fn head(lexicon: &Lexicon, text: &str) -> Option<Head> {
    thread_local! {
        static SEEN: Seen<Option<Head>, 512> = const { Seen::new() };
    }
    let look = || {
        let printed = found(text, |t| read(lexicon, t));
        // `Aims of the c0urse` as printed are those of anything.
        let plain = || read(lexicon, &unmisread(text)).filter(|h| !h.weak);
        match printed {
            Some(head) if head.weak => plain().or(Some(head)),
            head => head,
        }
    };
    SEEN.with(|seen| seen.get(text, lexicon.lang() as u64, look))
}

fn read(lexicon: &Lexicon, text: &str) -> Option<Head> {
    if lexicon.list(List::OutcomeTopics).found_in(text) {
        return None;
    }
    let text = without_part(lexicon, text);
    let mut rest = without_modifiers(lexicon, without_number(text));
    if let Some(kind) = heads(lexicon, without_number(text).trim_end_matches(":")) {
        return Some(Head {
            kinds: vec![kind],
            weak: true,
            second: false,
        });
    }
    let named = kind_at(lexicon, Family::Heading, rest).is_some();
    let told = |text| clause(lexicon, text).or_else(|| breaks_off(lexicon, text));
    if let Some(kind) = told(without_number(text)).filter(|_| !named) {
        // `What we heard` stands over tales, too.
        return Some(Head {
            kinds: vec![kind],
            weak: kind == Kind::Conclusion,
            second: false,
        });
    }
    let mut head = Head {
        kinds: Vec::new(),
        weak: false,
        second: false,
    };
    loop {
        match kind_at(lexicon, Family::Heading, rest) {
            Some((len, kind)) => {
                if !head.kinds.contains(&kind) {
                    head.kinds.push(kind);
                }
                rest = rest[len..].trim_start();
            }
            None if head.kinds.is_empty() => {
                // `Background and objectives`: what stands first may be all the prose below.
                let (_, after) = split_and(lexicon, rest)?;
                (head.weak, head.second) = (true, true);
                rest = without_modifiers(lexicon, after);
                kind_at(lexicon, Family::Heading, rest)?;
                continue;
            }
            None => {
                head.weak = true;
                return Some(head);
            }
        }
        match tail(lexicon, rest) {
            Tail::Whole => return Some(head),
            // `Challenges for towns` may tell of the world, `Recommendations for towns` speak to it.
            Tail::About => {
                head.weak |= matches!(head.kinds[0], Kind::Challenge | Kind::Opportunity);
                return Some(head);
            }
            Tail::Weak => {
                head.weak = true;
                return Some(head);
            }
            Tail::And(after) => rest = without_modifiers(lexicon, after),
            Tail::Other => return None,
        }
    }
}

/// What follows the noun of a heading.
enum Tail<'t> {
    /// Nothing that changes it.
    Whole,
    /// What it is about.
    About,
    /// Something that may make it another's.
    Weak,
    /// Another noun.
    And(&'t str),
    /// It goes on in another sense.
    Other,
}

fn tail<'t>(lexicon: &Lexicon, rest: &'t str) -> Tail<'t> {
    let rest = rest.trim_end_matches([':', '.', '?', ' ', '\u{2026}']);
    if rest.is_empty() || rest.starts_with(['(', '[', ':', '\u{2013}', '\u{2014}', '-']) {
        return Tail::Whole;
    }
    if let Some(after) = rest.strip_prefix([',', '/', '&', '+', ';']) {
        let after = after.trim_start();
        let and = lexicon.list(List::RangeAnd).starts(after);
        return Tail::And(after[and.unwrap_or(0)..].trim_start());
    }
    if let Some(len) = lexicon.list(List::RangeAnd).starts(rest) {
        return Tail::And(rest[len..].trim_start());
    }
    if lexicon.list(List::OutcomeSorted).is(rest) {
        return Tail::Whole;
    }
    // `Results of the election of members` are not the members'.
    let nouns = [List::OutcomeGroup, List::OutcomeMeeting, List::SayOffice];
    let ours = |whose: &str| {
        let found = nouns.iter().filter_map(|&l| lexicon.list(l).find(whose));
        let first = found.map(|r| r.start).min();
        first.is_some_and(|at| !lexicon.list(List::OutcomeOf).found_in(&whose[..at]))
    };
    // Before modifiers: in French `de` and `l'` are among them.
    let of = lexicon.list(List::OutcomeOf).starts(rest);
    if of.is_some_and(|len| ours(&rest[len..])) {
        return Tail::Whole;
    }
    let mut rest = rest;
    while let Some(len) = lexicon.list(List::OutcomeModifier).starts(rest) {
        rest = rest[len..].trim_start();
    }
    if rest.is_empty() {
        return Tail::Whole;
    }
    if let Some(len) = lexicon.list(List::OutcomeOf).starts(rest) {
        return match ours(&rest[len..]) {
            true => Tail::Whole,
            false if lexicon.list(List::OutcomeFrom).starts(rest).is_some() => Tail::Other,
            false => Tail::Weak,
        };
    }
    let word = rest.split(' ').next().unwrap_or("");
    let figures = word.starts_with(|c: char| c.is_ascii_digit());
    let numbered =
        without_ordinal(rest).is_empty() || figures && (word == rest || word.ends_with(['.', ':']));
    match lexicon.list(List::OutcomeAbout).starts(rest) {
        Some(_) => Tail::About,
        None if numbered => Tail::Whole,
        None => Tail::Other,
    }
}

/// Parts a text at its first `and`.
fn split_and<'t>(lexicon: &Lexicon, text: &'t str) -> Option<(&'t str, &'t str)> {
    let found = lexicon.list(List::RangeAnd).find(text);
    let sign = text.find([',', '/', ':']).map(|i| i..i + 1);
    let range = [found, sign]
        .into_iter()
        .flatten()
        .min_by_key(|r| r.start)?;
    let short = text[..range.start].split_whitespace().count() <= 4;
    short.then(|| (&text[..range.start], text[range.end..].trim_start()))
}

/// Without words that do not change the noun: `key`, `Workshop`, `Group 2`.
fn without_modifiers<'t>(lexicon: &Lexicon, text: &'t str) -> &'t str {
    let mut rest = text.trim_start();
    loop {
        if kind_at(lexicon, Family::Heading, rest).is_some() {
            return rest;
        }
        if let Some(asked) = behind_aspect(lexicon, rest) {
            return asked;
        }
        let keys = [
            List::OutcomeModifier,
            List::OutcomeQuantity,
            List::OutcomeMeeting,
            List::OutcomeGroup,
        ];
        let found = keys.map(|k| (lexicon.list(k).starts(rest).unwrap_or(0), k));
        let Some(&(len, key)) = found.iter().max_by_key(|f| f.0).filter(|f| f.0 > 0) else {
            return without_body(lexicon, rest);
        };
        let after = &rest[len..];
        let owned = after.strip_prefix(['\'', '\u{2019}']);
        let after = owned.map_or(after, |a| a.strip_prefix('s').unwrap_or(a));
        let mut after = after.trim_start_matches([' ', ':', '\u{2013}', '-']);
        if key == List::OutcomeGroup {
            after = without_ordinal(after);
        }
        rest = after;
    }
}

/// Without the short name of the body that settles something: `MC decisions`. `IT challenges` are a topic.
fn without_body<'t>(lexicon: &Lexicon, text: &'t str) -> &'t str {
    let Some((word, after)) = text.split_once(' ') else {
        return text;
    };
    let short = (2..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
    let settled = [
        Kind::Decision,
        Kind::Conclusion,
        Kind::Recommendation,
        Kind::ActionItem,
    ];
    match kind_at(lexicon, Family::Heading, after) {
        Some((_, kind)) if short && settled.contains(&kind) => after,
        _ => text,
    }
}

/// What stands behind a word of two parts that says from whom or for whom it is asked: `Country-specific recommendations`,
/// `Workshop-generated actions`. `Climate-related challenges` are a topic.
fn behind_aspect<'t>(lexicon: &Lexicon, text: &'t str) -> Option<&'t str> {
    let (word, after) = text.split_once(' ')?;
    let (whose, how) = word.split_once('-')?;
    let letters = |p: &str| p.len() > 2 && p.chars().all(char::is_alphabetic);
    let asked = [Kind::Recommendation, Kind::ActionItem, Kind::NextStep];
    let (_, kind) = kind_at(lexicon, Family::Heading, after)?;
    (letters(whose) && letters(how) && asked.contains(&kind)).then_some(after)
}

/// Without the letter or number of a group.
fn without_ordinal(text: &str) -> &str {
    let word = text.split(' ').next().unwrap_or("");
    let label = word.trim_end_matches([':', '.', ')', ',']);
    let is_ordinal = !label.is_empty()
        && label.len() <= 3
        && (label
            .chars()
            .all(|c| c.is_ascii_digit() || "IVX".contains(c))
            || (label.len() == 1 && label.chars().all(|c| c.is_ascii_uppercase())));
    match is_ordinal {
        true => text[word.len()..].trim_start_matches([' ', ':', '\u{2013}', '-']),
        false => text,
    }
}

/// Without the words that number a part in front of its heading: `Section 4 \u{2013} Challenges`.
fn without_part<'t>(lexicon: &Lexicon, text: &'t str) -> &'t str {
    let behind = || {
        let len = lexicon.list(List::OutcomePart).starts(text)?;
        let rest = text[len..].strip_prefix(' ')?;
        let after = without_ordinal(rest);
        let label = rest[..rest.len() - after.len()].trim_end();
        let parted = label.ends_with([':', '.', '\u{2013}', '\u{2014}', '-']);
        (parted && !after.is_empty()).then_some(after)
    };
    behind().unwrap_or(text)
}

/// Without the number that a heading kept: `3 RECOMMENDATIONS`, `IV. Conclusions`.
pub(super) fn without_number(text: &str) -> &str {
    let text = text.trim_start();
    let word = text.split(' ').next().unwrap_or("");
    let label = word.trim_end_matches(['.', ')', ':']);
    let digits = label.starts_with(|c: char| c.is_ascii_digit())
        && label.chars().all(|c| c.is_ascii_digit() || c == '.')
        || is_code(label);
    let closed = label.len() < word.len();
    let roman = !label.is_empty() && label.chars().all(|c| "IVX".contains(c));
    let letter = label.len() == 1 && label.chars().all(|c| c.is_ascii_uppercase());
    match digits || (closed && (roman || letter)) {
        true => text[word.len()..].trim_start(),
        false => text,
    }
}

/// `1904/3`, `Cou/288/07-08`: the number of an item with that of its meeting or year.
fn is_code(label: &str) -> bool {
    let parts = label.split('/');
    let number = |p: &str| !p.is_empty() && p.chars().all(|c| c.is_ascii_digit() || c == '-');
    let letters = |p: &str| (1..=4).contains(&p.len()) && p.chars().all(char::is_alphabetic);
    label.len() <= 16
        && parts.clone().count() >= 2
        && parts.clone().all(|p| number(p) || letters(p))
        && parts.clone().filter(|p| number(p)).count() >= 1
        && (parts.clone().count() == 2 || parts.clone().any(letters))
        && label.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn told(text: &str) -> Option<(Vec<&'static str>, bool)> {
        let head = head(Lang::En.lexicon(), text)?;
        Some((head.kinds.iter().map(|k| k.word()).collect(), head.weak))
    }

    #[test]
    fn headings_that_are_outcomes() {
        for (text, kind) in [
            ("Recommendations", "recommendation"),
            ("3 RECOMMENDATIONS", "recommendation"),
            ("REC0MMENDATlONS", "recommendation"),
            ("Recornmendati0ns", "recommendation"),
            ("Key recommendations for donors", "recommendation"),
            ("Recommendations of the group", "recommendation"),
            ("Conclusions of the Chair", "conclusion"),
            ("Conclusions of the groups", "conclusion"),
            ("Group A: Challenges", "challenge"),
            ("Section 4 \u{2013} Challenges", "challenge"),
            ("Next steps after the meeting", "next_step"),
            ("Concluding findings", "conclusion"),
            ("Decision 3", "decision"),
            ("Decision 9/2. Budget", "decision"),
            ("What are the next steps?", "next_step"),
            ("Issues raised by participants", "challenge"),
            ("What we agreed", "conclusion"),
            ("Workshop conclusions", "conclusion"),
            ("The workshop's objectives", "objective"),
            ("NEXT STEPS:", "next_step"),
            ("To do", "action_item"),
            ("Decisions taken (annex)", "decision"),
            ("Needs", "challenge"),
            ("Recommendations by addressee", "recommendation"),
            ("Country-specific recommendations", "recommendation"),
            ("Workshop-generated actions", "action_item"),
            ("Summary of MC decisions", "decision"),
            ("Objectives of the c0urse", "objective"),
            ("The members of Ponds 2031 recommend", "recommendation"),
        ] {
            assert_eq!(told(text), Some((vec![kind], false)), "{text}");
        }
    }

    #[test]
    fn headings_in_other_languages() {
        let french = |t| head(Lang::Fr.lexicon(), t).map(|h| h.kinds[0].word());
        assert_eq!(french("Objectifs de l'atelier"), Some("objective"));
        assert_eq!(
            french("Recommandations du comit\u{e9}"),
            Some("recommendation")
        );
    }

    #[test]
    fn headings_of_two_things() {
        let two = Some((vec!["conclusion", "recommendation"], false));
        assert_eq!(told("Conclusions and recommendations"), two);
        assert_eq!(
            told("Way forward and closing remarks"),
            Some((vec!["next_step"], true))
        );
        assert_eq!(
            told("Main challenges facing towns"),
            Some((vec!["challenge"], true))
        );
        assert_eq!(
            told("Background and objectives"),
            Some((vec!["objective"], true))
        );
    }

    #[test]
    fn headings_that_are_none() {
        for text in [
            "Conclusions from the literature",
            "Need for capacity building",
            "Decision support systems",
            "Next meeting",
            "Problem statement",
            "Where we stand",
            "Section 4",
            "Programme",
            "Old limes",
            "Action Aid",
            "Resulting costs",
            "IT challenges",
            "Climate-related challenges",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
