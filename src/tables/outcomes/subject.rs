//! Whether the subject of a sentence is the group that met.

use crate::lexicon::{Lang, Lexicon, List};
use crate::value::find_within;
use std::ops::Range;

/// What stands before the verb of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The participants, the Board, Group A: those who met.
    Group,
    /// `They`, which may be the group.
    Pronoun,
    /// Nobody: `it was`.
    Nobody,
    /// More than a few of those who met: `Several experts`.
    Many,
    /// Anything else.
    Other,
}

/// Reads what stands between the start of a sentence and its verb.
pub(super) fn subject(lexicon: &Lexicon, before: &str) -> Subject {
    let before = before.trim_end();
    // In Spanish a verb without a subject goes on with the one before.
    if lexicon.lang() == Lang::Es && !before.is_empty() && only_adverbs(lexicon, before) {
        return Subject::Pronoun;
    }
    let cuts = before.match_indices([',', ';', ':']).map(|(i, _)| i + 1);
    // `Fees - The Committee`: a title may stand before the sentence.
    let titled = behind_title(before).unwrap_or(0);
    let last = cuts.clone().next_back().unwrap_or(0).max(titled);
    let first = cuts.clone().next().map_or(before.len(), |i| i - 1);
    let parts = [&before[last..], before, &before[..first]];
    // `Opening the workshop, the Mayor`: what leads to the subject is none.
    let leads = lexicon.list(List::SayLead).starts(before).is_some()
        && lexicon.list(List::Article).starts(before).is_none();
    let behind = if leads && first < before.len() { 2 } else { 3 };
    let mut told = parts[..behind]
        .iter()
        .map(|part| noun_phrase(lexicon, part));
    match told.find(|s| *s != Subject::Other) {
        Some(subject) => subject,
        None if goes_on_acting(lexicon, before) || is_led(lexicon, before) => Subject::Group,
        None => Subject::Other,
    }
}

/// So many words at most lead to the group without a comma.
const LEAD: usize = 9;

/// `With these additions the Board`: a phrase without a comma, and the group behind it with its article.
fn is_led(lexicon: &Lexicon, before: &str) -> bool {
    if lexicon.list(List::OutcomeWithin).starts(before).is_none() || before.contains(',') {
        return false;
    }
    let articles = lexicon.list(List::Article).find_iter(before);
    let Some((the, _)) = articles.last().filter(|(the, _)| the.start > 0) else {
        return false;
    };
    let lead = before[..the.start].trim_end();
    let last = lead.rsplit(' ').next().unwrap_or("");
    // `At the request of the Board`
    let joins = [List::OutcomeWithin, List::OutcomeOf, List::RangeAnd].map(|l| lexicon.list(l));
    let told = [List::OutcomeNotAct, List::OutcomeCopula].map(|l| lexicon.list(l));
    let words = lead.split(' ').count();
    (2..=LEAD).contains(&words)
        && !joins.iter().any(|j| j.is(last))
        && !told.iter().any(|t| t.found_in(lead))
        && is_group(lexicon, &before[the.end..])
}

/// The longest title that stands before a sentence, in bytes.
const TITLE: usize = 60;

/// Where a sentence begins behind a title and a dash: `Fees - The Committee agreed`.
pub(super) fn behind_title(text: &str) -> Option<usize> {
    let dashes = [" - ", " \u{2013} ", " \u{2014} "];
    let ends = dashes
        .iter()
        .filter_map(|d| Some(find_within(text, d, TITLE - d.len())? + d.len()));
    let end = ends.min()?;
    text[end..].starts_with(char::is_uppercase).then_some(end)
}

/// Reads one noun phrase with the adverbs around it.
fn noun_phrase(lexicon: &Lexicon, whole: &str) -> Subject {
    let whole = whole.trim_start();
    let part = without_leading(lexicon, whole, List::OutcomeAdverb);
    let nobody = lexicon.list(List::OutcomeImpersonal).find_iter(part).last();
    if let Some((nobody, _)) = nobody {
        // `After a vote it was`: a phrase may stand before.
        let lead = &part[..nobody.start];
        let opens = lead.is_empty()
            || lexicon.list(List::OutcomeWithin).starts(lead).is_some()
            || lexicon.list(List::RangeAnd).ends(lead.trim_end())
            || lexicon.list(List::OutcomeContrast).ends(lead.trim_end());
        return match opens && only_adverbs(lexicon, &part[nobody.end..]) {
            true => Subject::Nobody,
            false => Subject::Other,
        };
    }
    if let Some(len) = lexicon.list(List::OutcomePronoun).starts(part) {
        return match only_adverbs(lexicon, &part[len..]) {
            true => Subject::Pronoun,
            false => Subject::Other,
        };
    }
    // `All present`: the first word is no adverb there.
    match is_group(lexicon, part) || part.len() < whole.len() && is_group(lexicon, whole) {
        true => Subject::Group,
        false => Subject::Other,
    }
}

/// `The Committee considered the report and`: the group at the start acts once more.
fn goes_on_acting(lexicon: &Lexicon, part: &str) -> bool {
    let Some(and) = lexicon.list(List::RangeAnd).find_iter(part).last() else {
        return false;
    };
    let first = &part[..and.0.start];
    let opens = part_of_group(lexicon, first).is_some_and(|(_, after)| {
        let verb = after.split(' ').next().unwrap_or("");
        let joined = lexicon.list(List::OutcomeWithin).starts(after).is_some();
        !joined && verb.starts_with(char::is_lowercase)
    });
    opens && only_adverbs(lexicon, &part[and.0.end..])
}

/// `Several experts`, `A number of the delegations`: more than a few of those who met.
pub(super) fn is_many(lexicon: &Lexicon, before: &str) -> bool {
    is_part(lexicon, before, List::OutcomeMany)
}

/// `Most participants`, `The majority of the delegates`.
pub(super) fn is_most(lexicon: &Lexicon, before: &str) -> bool {
    is_part(lexicon, before, List::OutcomeMost)
}

/// As many of those who met as one of these words says.
fn is_part(lexicon: &Lexicon, before: &str, how_many: List) -> bool {
    let part = without_leading(lexicon, before, List::OutcomeAdverb);
    let Some(len) = lexicon.list(how_many).starts(part) else {
        return false;
    };
    let whom = without_leading(lexicon, &part[len..], List::OutcomeOf);
    let whom = without_leading(lexicon, whom, List::Article);
    let noun = lexicon.list(List::OutcomeGroup).find(whom);
    let plain = |noun: Range<usize>| {
        let named = whom[..noun.start].split_whitespace().count() <= 1;
        named && only_adverbs(lexicon, &whom[noun.end..])
    };
    lexicon.list(List::OutcomeOutsider).starts(whom).is_none() && noun.is_some_and(plain)
}

/// A noun for a group with at most a name before it and adverbs or `of ...` behind it.
fn is_group(lexicon: &Lexicon, part: &str) -> bool {
    part_of_group(lexicon, part).is_some_and(|(_, after)| follows_group(lexicon, after))
}

/// Parts a text that begins with a group behind its noun.
fn part_of_group<'t>(lexicon: &Lexicon, part: &'t str) -> Option<(&'t str, &'t str)> {
    let part = without_leading(lexicon, part, List::Article);
    // What some of them felt is not what the group did.
    if lexicon.list(List::OutcomePartial).starts(part).is_some()
        || lexicon.list(List::OutcomeOutsider).starts(part).is_some()
    {
        return None;
    }
    // `All present`: the quantity is part of the noun.
    let whole = lexicon.list(List::OutcomeGroup).starts(part).is_some();
    let quantified = without_leading(lexicon, part, List::OutcomeQuantity);
    let part = if whole { part } else { quantified };
    let nouns = lexicon.list(List::OutcomeGroup).find_iter(part);
    let mut nouns = nouns.map(|(range, _)| range);
    let noun = nouns.find(|n| is_name(lexicon, &part[..n.start]))?;
    let more = nouns.find(|n| part[noun.end..n.start].trim().is_empty());
    let end = more.map_or(noun.end, |n| n.end);
    let after = part[end..].trim_start();
    (!is_of_some(lexicon, &part[noun], after)).then(|| (&part[..end], after))
}

/// `of Austria`, behind `representatives`: they speak for their own.
fn is_of_some(lexicon: &Lexicon, noun: &str, after: &str) -> bool {
    let of = lexicon.list(List::SayDelegateOf).starts(after);
    let whose = of.map_or("", |of| after[of..].trim_start());
    lexicon.list(List::SayDelegate).is(noun)
        && whose.starts_with(char::is_uppercase)
        && lexicon.list(List::OutcomeGroup).starts(whose).is_none()
}

/// What may stand before the noun: nothing, or the words of the group's own name.
fn is_name(lexicon: &Lexicon, before: &str) -> bool {
    // `His council`: a speaker's, not the one that met.
    let honorific = lexicon.list(List::Honorific).starts(before).is_some()
        || lexicon.list(List::SayPronoun).starts(before).is_some();
    // `Kenya, for the African Group`: somebody else speaks for it.
    let preposed = [List::OutcomeOn, List::OutcomeWithin].map(|k| lexicon.list(k));
    let phrase = |part: &str| preposed.iter().any(|p| p.starts(part).is_some());
    if before.split(", ").skip(1).any(phrase) {
        return false;
    }
    let words = before.split_whitespace();
    let joins = [List::RangeAnd, List::OutcomeOn].map(|k| lexicon.list(k));
    let named = |w: &str| {
        w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || joins.iter().any(|j| j.is(w))
            || lexicon.list(List::OutcomeModifier).is(w)
            || lexicon.list(List::OutcomeGroup).is(w)
            || lexicon.list(List::OutcomeMeeting).is(w)
    };
    !honorific && words.clone().count() <= 7 && words.clone().all(named)
}

/// What may stand between the noun and the verb: a number, adverbs, or a phrase that begins with a preposition.
fn follows_group(lexicon: &Lexicon, after: &str) -> bool {
    let label = after.split(' ').next().unwrap_or("");
    // `COP-5 adopted` is as good as `COP 5 adopted`.
    let own = label.strip_prefix('-').unwrap_or(label);
    let ordinal = !own.is_empty()
        && own.len() <= 3
        && (own.chars().all(|c| c.is_ascii_digit())
            || (label.len() == 1 && label.chars().all(char::is_uppercase)));
    let after = match ordinal {
        true => after[label.len()..].trim_start(),
        false => after,
    };
    let after = match (after.strip_prefix('('), after.find(')')) {
        (Some(_), Some(end)) => after[end + 1..].trim_start(),
        _ => after,
    };
    if only_adverbs(lexicon, after) {
        return true;
    }
    // `Participants from Norway`: some of them.
    let from = lexicon.list(List::OutcomeFrom).starts(after);
    if from.is_some_and(|len| after[len..].trim_start().starts_with(char::is_uppercase)) {
        return false;
    }
    let stops = lexicon.list(List::OutcomeNotAct).find_iter(after);
    let preposed = lexicon.list(List::OutcomeWithin).starts(after).is_some();
    preposed
        && stops
            .map(|(r, _)| &after[r])
            .all(|w| lexicon.list(List::OutcomeTo).is(w))
}

/// Whether nothing but adverbs stands here.
fn only_adverbs(lexicon: &Lexicon, text: &str) -> bool {
    let rest = without_leading(lexicon, text, List::OutcomeAdverb);
    let manner = |w: &str| w.len() > 4 && w.ends_with("ly") && w.starts_with(char::is_lowercase);
    rest.split_whitespace().all(manner)
}

/// Without the phrases of a list at the start, as many as there are.
pub(super) fn without_leading<'t>(lexicon: &Lexicon, text: &'t str, list: List) -> &'t str {
    let mut rest = past_gap(text);
    while let Some(len) = lexicon.list(list).starts(rest) {
        rest = past_gap(&rest[len..]);
    }
    rest
}

/// Without blanks and commas at the start, which most texts have none of.
fn past_gap(text: &str) -> &str {
    match text.as_bytes() {
        [first, ..] if first.is_ascii_alphanumeric() => text,
        _ => text.trim_start_matches(|c: char| c.is_whitespace() || c == ','),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(before: &str) -> Subject {
        subject(Lang::En.lexicon(), before)
    }

    #[test]
    fn groups_that_act() {
        for before in [
            "The Board ",
            "Participants ",
            "The Allotments and Open Spaces Committee ",
            "The Steering Committee of the project unanimously ",
            "Group A ",
            "In this context, and for the forum more generally, participants ",
            "Members of the Committee ",
            "The Expert Team (ET-X) also ",
            "All participants ",
            "In order to overcome these challenges, the audience ",
            "The Committee, having heard the chair, ",
            "Finally, the working group ",
            "The Working Group on Sky Photometry ",
            "The meeting considered the proposal of Example and ",
            "The Team gratefully ",
        ] {
            assert_eq!(read(before), Subject::Group, "{before}");
        }
        assert_eq!(read("They also "), Subject::Pronoun);
        assert_eq!(read("Additionally, it was "), Subject::Nobody);
        assert_eq!(read("It was also "), Subject::Nobody);
        assert_eq!(read("After discussion it was "), Subject::Nobody);
    }

    #[test]
    fn others_who_act() {
        for before in [
            "The Chair of the Committee ",
            "Committee Chair Jo Example ",
            "The representative of the Board ",
            "Ms. Ana Example of the Panel ",
            "The panel was ",
            "The Committee will ",
            "The members of his society would not ",
            "193 governments unanimously ",
            "The group had ",
            "His talk to the panel ",
            "One participant ",
            "A participant ",
            "Some participants ",
            "Members of the public ",
            "One of the participants ",
            "The chair thanked the members and ",
            "Kenya, for the African Group, ",
            "Participants from Norway ",
            "Opening the workshop, the Mayor, Bo Sample, ",
            "His council keeps the quay and ",
        ] {
            assert_eq!(read(before), Subject::Other, "{before}");
        }
    }
}
