//! What minutes tell without a subject, the meeting being left unsaid: `Agreed to buy a lamp.`, `Approved`.

use super::kind::Kind;
use super::sentence::Cue;
use super::subject::without_leading;
use super::verb::{act, takes_note};
use crate::lexicon::{Lexicon, List};

/// What a line of minutes tells that opens with a participle; where that is a noun's, as in `Agreed actions`, it tells none.
pub(super) fn deed(lexicon: &Lexicon, text: &str) -> Option<Cue> {
    let own = without_leading(lexicon, text, List::OutcomeAdverb);
    let len = lexicon.list(List::OutcomeDeed).starts(own)?;
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    // `Agreed - that the clerk write`
    let rest = own[len..].trim_start();
    let dashes = ["- ", "\u{2013} ", "\u{2014} "];
    let rest = dashes
        .iter()
        .find_map(|d| rest.strip_prefix(d))
        .unwrap_or(rest);
    if lexicon.list(List::OutcomeFinding).is(&own[..len]) {
        let that = lexicon.list(List::OutcomeThat).starts(rest).is_some();
        let noted = takes_note(lexicon, rest).then_some(Cue::Told(Kind::Decision));
        return if that { Some(Cue::Agreed) } else { noted };
    }
    let rest = without_leading(lexicon, rest, List::OutcomeAdverb);
    let rest = if is_count(rest) { "." } else { rest };
    // `Approved` on a line of its own may be a stamp on the paper.
    let alone = rest.trim_end_matches(['.', '!']).is_empty() && text.len() > own[..len].len();
    let leads = [
        List::OutcomeTo,
        List::OutcomeThat,
        List::OutcomeAs,
        List::OutcomeWithin,
        List::OutcomeUnchanged,
        List::Article,
    ];
    let goes_on = || {
        leads
            .iter()
            .any(|&l| lexicon.list(l).starts(rest).is_some())
    };
    let told = alone || goes_on();
    told.then(|| act(lexicon, own).unwrap_or(Cue::Told(Kind::Decision)))
}

/// `8-0-0.`, `(5\u{2013}1)`: how many voted how.
fn is_count(rest: &str) -> bool {
    let count = rest.trim_matches(['(', ')', '.', ',', ' ']);
    let mut numbers = count.split(['-', '\u{2013}']);
    let number = |n: &str| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
    numbers.all(number) && count.len() >= 3
}

/// So many words at most stand between what is settled and its participle.
const TERSE: usize = 14;

/// What a line of minutes tells whose participle stands at its end: `Minutes of May approved`, `League fee \u{2013} agreed to pay`.
pub(super) fn ends_settled(lexicon: &Lexicon, text: &str) -> Option<Cue> {
    let text = text.trim_end_matches(['.', ' ']);
    let dash = [" \u{2013} ", " \u{2014} ", " - "].map(|d| text.rfind(d).map(|i| (i, i + d.len())));
    let dash = dash.into_iter().flatten().max();
    let tail = dash.filter(|(start, _)| text[..*start].split(' ').count() >= 2);
    if let Some((_, end)) = tail {
        return settled_at(lexicon, &text[end..]);
    }
    let object = |t: &str| lexicon.list(List::OutcomeObject).starts(t).is_some();
    // `Minutes: Minutes of May approved`
    let labelled = text.split_once(": ").map(|(_, rest)| rest);
    let text = labelled.filter(|rest| object(rest)).unwrap_or(text);
    object(text).then_some(())?;
    let verbs = lexicon.list(List::OutcomeVerbDecision).find_iter(text);
    let deeds = lexicon.list(List::OutcomeDeed).find_iter(text);
    let (verb, _) = verbs.chain(deeds).max_by_key(|(verb, _)| verb.start)?;
    let between = &text[..verb.start];
    let told = [List::OutcomeCopula, List::OutcomeNotAct].map(|l| lexicon.list(l));
    let terse = between.split_whitespace().count() <= TERSE
        && !told.iter().any(|t| t.found_in(between))
        && !between.contains([':', ';', '(']);
    let opens = text.starts_with(char::is_uppercase);
    // Minutes are agreed by a decision.
    settled_at(lexicon, &text[verb.start..])
        .filter(|_| opens && terse)
        .map(|_| Cue::Told(Kind::Decision))
}

/// A participle that ends a line, or what was settled, or how, behind it: `approved unanimously`, `agreed to pay`.
fn settled_at(lexicon: &Lexicon, tail: &str) -> Option<Cue> {
    let lists = [List::OutcomeDeed, List::OutcomeVerbDecision];
    let len = lists.iter().find_map(|&l| lexicon.list(l).starts(tail))?;
    if lexicon.list(List::OutcomeFinding).is(&tail[..len]) {
        return None;
    }
    let rest = without_leading(lexicon, &tail[len..], List::OutcomeAdverb);
    let leads = [List::OutcomeTo, List::OutcomeAs];
    let goes_on = leads
        .iter()
        .any(|&l| lexicon.list(l).starts(rest).is_some());
    (rest.is_empty() || goes_on).then(|| act(lexicon, tail).unwrap_or(Cue::Told(Kind::Decision)))
}

/// Whether a sentence is no more than a participle with its adverbs: `Accepted unanimously.`, how the vote went.
pub(super) fn is_alone(lexicon: &Lexicon, text: &str) -> bool {
    let own = without_leading(
        lexicon,
        text.trim_end_matches(['.', '!']),
        List::OutcomeAdverb,
    );
    let deed = lexicon.list(List::OutcomeDeed).starts(own);
    deed.is_some_and(|len| without_leading(lexicon, &own[len..], List::OutcomeAdverb).is_empty())
}

/// What stands in a list below a participle of its own: `Agreed`, `Noted`.
pub(super) fn heads(lexicon: &Lexicon, text: &str) -> Option<Kind> {
    let whole = lexicon.list(List::OutcomeDeed).is(text);
    let noted = lexicon.list(List::OutcomeFinding).is(text);
    let cue = || act(lexicon, text).unwrap_or(Cue::Told(Kind::Decision));
    match (whole, noted) {
        (true, true) => Some(Kind::Conclusion),
        (true, false) => Some(cue().kind()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn a_participle_tells_what_the_meeting_did() {
        let kind = |t: &str| deed(Lang::En.lexicon(), t).map(Cue::kind);
        assert_eq!(kind("Agreed to buy a lamp."), Some(Kind::Conclusion));
        assert_eq!(kind("Agreed."), Some(Kind::Conclusion));
        assert_eq!(
            kind("Agreed - that the clerk write."),
            Some(Kind::Conclusion)
        );
        assert_eq!(kind("Agreed"), None);
        assert_eq!(kind("Unanimously approved."), Some(Kind::Decision));
        assert_eq!(
            kind("Approved the bill of the smith."),
            Some(Kind::Decision)
        );
        assert_eq!(
            kind("Noted that the smith is away."),
            Some(Kind::Conclusion)
        );
        assert_eq!(kind("Noted the report."), Some(Kind::Decision));
        assert_eq!(kind("Approved, 8-0-0."), Some(Kind::Decision));
        assert_eq!(kind("Approved 12 bills."), None);
        assert_eq!(kind("Noted"), None);
        assert_eq!(kind("Agreed actions are listed below."), None);
        assert_eq!(kind("Accepted papers"), None);
    }
}
