//! What was done, nobody being named who did it: `The minutes were approved`, `Ms. Example was elected Chair`.

use super::sentence::first_words;
use super::subject::{behind_title, without_leading};
use crate::lexicon::{Lexicon, List, Map};
use crate::value::person::is_given_name;
use std::borrow::Cow;

/// `The minutes of the last meeting were`: something that a meeting adopts, before a verb in the passive.
pub(super) fn is_done(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let commas = before.match_indices(", ").map(|(i, _)| i + 2);
    // `The Chair opened the meeting and the agenda was`
    let ands = lexicon.list(List::RangeAnd).find_iter(before);
    let ands = ands.map(|(and, _)| and.end);
    // `Adoption of the agenda: the agenda was`
    let colon = before.find(": ").map(|i| i + 2);
    let cuts = commas
        .take(6)
        .chain(ands.take(6))
        .chain(behind_title(before))
        .chain(colon);
    let mut clauses = std::iter::once(0).chain(cuts);
    clauses.any(|at| {
        let clause = without_leading(lexicon, before[at..].trim_start(), List::RangeAnd);
        // `The fees will wait until the board is elected and the rules are`
        let awaited = || at > 0 && lexicon.list(List::OutcomeFuture).found_in(&before[..at]);
        is_settled(lexicon, clause, after) && !awaited()
    })
}

/// `The proposal was adopted with one abstention.`: settles a thing and announces none.
pub(super) fn is_adopted(lexicon: &Lexicon, text: &str) -> bool {
    let verb = lexicon.list(List::OutcomeVerbDecision).find(text);
    let one = lexicon.list(List::Article).starts(text).is_some();
    one && !text.trim_end().ends_with(':')
        && verb.is_some_and(|v| is_settled(lexicon, &text[..v.start], &text[v.end..]))
}

/// Whether the words before a verb are something that a meeting adopts, and a form of to be.
fn is_settled(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let part = without_leading(lexicon, before, List::Article);
    let the = part.len() < before.len();
    let part = without_leading(lexicon, part, List::OutcomeModifier);
    let object = lexicon.list(List::OutcomeObject).starts(part);
    let named = || (is_ours(lexicon, after)).then(|| named_object(lexicon, part, the))?;
    let numbered = || numbered_object(lexicon, part);
    let Some(len) = object.or_else(numbered).or_else(named) else {
        return false;
    };
    let rest = part[len..].trim_end();
    let copula = lexicon.list(List::OutcomeCopula);
    copula.find_iter(rest).any(|(r, _)| {
        // `were read and approved`: another verb may stand between.
        let between = rest[r.end..].trim_start();
        let and = lexicon.list(List::RangeAnd).find_iter(between).last();
        let and = and
            .filter(|(a, _)| a.end == between.len() && between[..a.start].split(' ').count() <= 4);
        let adverbs = if and.is_some() { "" } else { between };
        without_leading(lexicon, adverbs, List::OutcomeAdverb).is_empty()
    })
}

/// `Motion 9`, `Resolution A`: what is put to the vote, with its number or letter.
fn numbered_object(lexicon: &Lexicon, part: &str) -> Option<usize> {
    let len = lexicon.list(List::OutcomeLabelDecision).starts(part)?;
    let number = part[len..].strip_prefix(' ')?.split(' ').next()?;
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    let letter = number.len() == 1 && number.starts_with(char::is_uppercase);
    (part.starts_with(char::is_uppercase) && (digits || letter)).then_some(len + 1 + number.len())
}

/// So many words at most say which object is meant.
const WHICH: usize = 3;

/// The end of an object behind the words that say which: `financial report`, `Treasurer's report`.
fn named_object(lexicon: &Lexicon, part: &str, the: bool) -> Option<usize> {
    let blanks = memchr::memchr_iter(b' ', part.as_bytes()).take(WHICH);
    let small = [
        List::OutcomeWithin,
        List::OutcomeCopula,
        List::OutcomeNotAct,
    ];
    let small = small.map(|l| lexicon.list(l));
    // `May minutes`, `21 May 2019 minutes`: a date stands for the article.
    let first = part.split(' ').next().unwrap_or("");
    let day = first.bytes().all(|b| b.is_ascii_digit());
    let mut owned = the || day || lexicon.map(Map::Month).get(first).is_some();
    let mut from = 0;
    for blank in blanks {
        let word = &part[from..blank];
        owned |= word.ends_with("'s") || word.ends_with("\u{2019}s") || word.ends_with("s\u{2019}");
        if word.ends_with([',', ':', ';', '.']) || small.iter().any(|l| l.is(word)) {
            return None;
        }
        from = blank + 1;
        let Some(len) = lexicon.list(List::OutcomeObject).starts(&part[from..]) else {
            continue;
        };
        // What follows the object is its verb, or what it is about.
        let next = part[from + len..].trim_start();
        let goes_on = small[..2].iter().any(|l| l.starts(next).is_some());
        return (owned && goes_on).then_some(from + len);
    }
    None
}

/// `The summer rates were` before `approved unanimously`: whatever the meeting voted on, with how the vote went.
pub(super) fn is_voted_on(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let words = &without_aside(without_last_adverbs(before));
    let the = lexicon.list(List::Article).starts(words).is_some();
    let past = lexicon.list(List::OutcomePast).ends(words);
    let after = after.trim_matches(['.', ' ']);
    let how = [List::OutcomeUnchanged, List::OutcomeByVote];
    let voted = lexicon.list(List::OutcomeVoted);
    let all = |t: &str| voted.find_iter(t).any(|(v, _)| t[v].ends_with("ly"));
    let told = all(after) || how.iter().any(|&l| lexicon.list(l).starts(after).is_some());
    let last = without_last_adverbs(before).len();
    let manner = all(&before[last..]) && after.is_empty();
    the && past
        && (told || manner)
        && after.split(' ').count() <= 6
        && words.split(' ').count() <= 10
        && !words.contains([',', ';', ':'])
}

/// `The accounts, as sent to all members, were` without what stands between the commas.
fn without_aside(words: &str) -> Cow<'_, str> {
    let aside = words
        .split_once(", as ")
        .and_then(|(own, rest)| Some((own, rest.split_once(", ")?.1)));
    match aside {
        Some((own, rest)) => Cow::Owned(format!("{own} {rest}")),
        None => Cow::Borrowed(words),
    }
}

/// Whether a sentence says that the meeting adopted something: `The report was read and accepted.`
pub(in crate::tables) fn adopts(lexicon: &Lexicon, text: &str) -> bool {
    let Some(verb) = lexicon.list(List::OutcomeDeed).find_iter(text).last() else {
        return false;
    };
    let (before, after) = (&text[..verb.0.start], &text[verb.0.end..]);
    let brief = after.split_whitespace().count() <= 4;
    brief && (is_done(lexicon, before, after) || is_voted_on(lexicon, before, after))
}

/// Whether what stands behind the verb says of no other time and of nobody else that he settled it.
fn is_ours(lexicon: &Lexicon, after: &str) -> bool {
    let by = lexicon.list(List::SayBy).starts(after.trim_start());
    let whom = by.map_or("", |len| after.trim_start()[len..].trim_start());
    let whom = first_words(whom, 5);
    let group = lexicon.list(List::OutcomeGroup).found_in(whom);
    let ours = by.is_none() || group && !by_another(lexicon, after) || tells_vote(lexicon, whom);
    ours && !is_elsewhere(lexicon, first_words(after, 8))
}

/// `by a network of towns`, behind a verb: the meeting is no one of several.
pub(super) fn by_another(lexicon: &Lexicon, after: &str) -> bool {
    let after = after.trim_start();
    let by = lexicon.list(List::SayBy).starts(after);
    let whom = by.map_or("", |len| after[len..].trim_start());
    let shown = lexicon.list(List::OutcomeUnchanged).starts(after);
    lexicon.list(List::QuantityArticle).starts(whom).is_some()
        && shown.is_none()
        && !tells_vote(lexicon, first_words(whom, 5))
}

/// `a show of hands`, `a majority of the members`.
fn tells_vote(lexicon: &Lexicon, whom: &str) -> bool {
    let votes = [
        List::OutcomeVoted,
        List::OutcomeVote,
        List::OutcomeConsensus,
        List::OutcomeByVote,
        List::OutcomeMost,
    ];
    votes.iter().any(|&l| lexicon.list(l).found_in(whom))
}

/// `Ms. Ana Example was` before `elected Chair`, `The following were` before `elected unopposed`.
pub(super) fn is_elected(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let before = without_last_adverbs(last_clause(lexicon, before));
    let tenses = [List::OutcomePast, List::OutcomeCopula].map(|l| lexicon.list(l));
    let past = tenses.iter().any(|t| t.ends(before));
    let name = tenses.iter().find_map(|t| t.find(before));
    let name = name.map_or("", |was| before[..was.start].trim_end());
    let capitals = name.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let who = lexicon.list(List::Honorific).starts(before).is_some()
        || lexicon.list(List::OutcomeQuantity).starts(before).is_some()
        || (2..=4).contains(&name.split(' ').count()) && capitals
        // `AE was nominated by BS` settles nothing yet.
        || are_names(lexicon, name)
            && lexicon.list(List::SayBy).starts(after.trim_start()).is_none();
    let after = without_leading(lexicon, after, List::OutcomeAs);
    let after = without_leading(lexicon, after, List::OutcomeAdverb);
    let post = lexicon.list(List::SayOffice).find(first_words(after, 5));
    let how = lexicon.list(List::OutcomeElected);
    let told = how.starts(after).is_some() || how.found_in(first_words(after, 6));
    past && who && (post.is_some() || told)
}

/// `Ana Example`, `AE and BS`, `Paul`, `Ana Example, Bo Sample and Cy Test`: one person or several.
fn are_names(lexicon: &Lexicon, text: &str) -> bool {
    let and = lexicon.list(List::RangeAnd);
    let mut names = vec![0];
    for word in text.split(' ') {
        match and.is(word) {
            true => names.push(0),
            false if !word.starts_with(char::is_uppercase) => return false,
            false => {
                if let Some(words) = names.last_mut() {
                    *words += 1;
                }
                if word.ends_with(',') {
                    names.push(0);
                }
            }
        }
    }
    let mut words = text.split(' ').map(|w| w.trim_end_matches(','));
    let called = |w: &str| {
        is_given_name(w) || (2..=4).contains(&w.len()) && w.chars().all(char::is_uppercase)
    };
    let long = names.iter().all(|n| (2..=4).contains(n));
    let one_each = names.iter().all(|n| *n <= 1);
    // `Martha Wold, Denis Berg, and ...` has nothing between comma and `and`.
    let several = names.len() > 1 && names.iter().all(|n| matches!(n, 0 | 2..=4));
    long || several || one_each && words.all(|w| and.is(w) || called(w))
}

/// Behind the title and the commas that may stand before the name of who was elected: `As proposed by Peru, Ms. Example was`.
fn last_clause<'t>(lexicon: &Lexicon, before: &'t str) -> &'t str {
    let own = &before[behind_title(before).unwrap_or(0)..];
    let titled = |at: usize| lexicon.list(List::Honorific).starts(&own[at..]).is_some();
    let commas = own.match_indices(", ").map(|(i, _)| i + 2);
    let last = commas.filter(|&at| titled(at)).last();
    last.map_or(own, |at| &own[at..])
}

/// `Staff was` before `directed to return`: whom the meeting has do something.
pub(super) fn is_charged(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let to = || lexicon.list(List::OutcomeTo).starts(after.trim_start());
    let words = without_last_adverbs(before);
    let tenses = [List::OutcomePast, List::OutcomeCopula].map(|l| lexicon.list(l));
    let was = words.rsplit(' ').next().unwrap_or("");
    if !tenses.iter().any(|t| t.is(was)) || to().is_none() {
        return false;
    }
    let whom = words[..words.len() - was.len()].trim_end();
    let whom = without_leading(lexicon, whom, List::OutcomeAdverb);
    let whom = without_leading(lexicon, whom, List::Article);
    // Participants are invited to much.
    let group = lexicon.list(List::OutcomeGroup).starts(whom).is_some();
    let offices = [List::OutcomeActor, List::SayOffice].map(|l| lexicon.list(l));
    !group && offices.iter().any(|o| o.is(whom))
}

/// So many words at most name those who are urged to do something.
const URGED: usize = 4;

/// `Members are` before `encouraged to write`: what is asked of those who met, from now on.
pub(super) fn is_urged(lexicon: &Lexicon, before: &str, verb: &str) -> bool {
    let urged = lexicon.list(List::OutcomeUrged).starts(verb);
    let to = urged.and_then(|len| {
        lexicon
            .list(List::OutcomeTo)
            .starts(verb[len..].trim_start())
    });
    let words = without_last_adverbs(before);
    let are = words.rsplit(' ').next().unwrap_or("");
    let past = lexicon.list(List::OutcomePast).is(are);
    if to.is_none() || past || !lexicon.list(List::OutcomeCopula).is(are) {
        return false;
    }
    let whom = words[..words.len() - are.len()].trim_end();
    let clause = whom.rsplit([';', ',']).next().unwrap_or(whom).trim_start();
    let clause = without_leading(lexicon, clause, List::RangeAnd);
    let whom = without_leading(lexicon, clause, List::Article);
    let group = lexicon.list(List::OutcomeGroup);
    whom.split(' ').count() <= URGED && group.ends(whom)
}

/// `The WBP was` before `approved.`: a paper by its short name, and at most how they voted behind it.
pub(super) fn is_short_named(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let words = without_last_adverbs(before);
    let part = without_leading(lexicon, words, List::Article);
    let Some((name, was)) = part.split_once(' ').filter(|_| part.len() < words.len()) else {
        return false;
    };
    let letters = name.chars().filter(|c| c.is_uppercase()).count();
    let short = letters >= 2 && name.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let after = without_leading(
        lexicon,
        after.trim_end_matches(['.', ' ']),
        List::OutcomeAdverb,
    );
    let voted = lexicon.list(List::OutcomeUnchanged).starts(after).is_some()
        || lexicon.list(List::OutcomeVote).found_in(after);
    let tenses = [List::OutcomePast, List::OutcomeCopula];
    let past = tenses.iter().any(|&t| lexicon.list(t).is(was.trim()));
    short && past && (after.is_empty() || voted && !is_elsewhere(lexicon, after))
}

/// `This was` before `agreed to.`: settles what stands before it, and says nothing of its own.
pub(super) fn points_back(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let before = without_last_adverbs(before);
    let after = without_leading(lexicon, after.trim_end_matches(['.', '!']), List::OutcomeTo);
    let rest = without_leading(lexicon, after, List::OutcomeAdverb);
    let by = lexicon.list(List::SayBy).starts(rest);
    let all = by.is_some_and(|len| lexicon.list(List::OutcomeGroup).found_in(&rest[len..]));
    let ends = rest.is_empty() || all && rest.split(' ').count() <= 4;
    ends && lexicon.list(List::OutcomePointed).is(before)
}

/// Without adverbs of manner at the end: `was duly`.
pub(super) fn without_last_adverbs(before: &str) -> &str {
    let rest = before.trim_end();
    let last = rest.rsplit(' ').next().unwrap_or("");
    match last.len() > 3 && last.ends_with("ly") {
        true => rest[..rest.len() - last.len()].trim_end(),
        false => rest,
    }
}

/// `The motion was`: its words stand elsewhere.
pub(super) fn is_bare(lexicon: &Lexicon, before: &str) -> bool {
    let part = without_leading(lexicon, before, List::Article);
    let kind = lexicon.list(List::OutcomeLabelDecision).starts(part);
    kind.is_some_and(|len| part[len..].split_whitespace().count() <= 1)
}

/// A year before the verb, or `at its last meeting`, tells of another time, as background does.
pub(super) fn is_elsewhere(lexicon: &Lexicon, before: &str) -> bool {
    if lexicon.list(List::OutcomeEarlier).found_in(before) {
        return true;
    }
    // `(AB/CP/1999/L.9)` is a document.
    let symbol = |w: &&str| w.contains('/') && w.contains(char::is_alphabetic);
    let words = before.split_whitespace().filter(|w| !symbol(w));
    words
        .flat_map(|w| w.split(|c: char| !c.is_alphanumeric()))
        .filter(|w| w.len() == 4)
        .any(|w| w.chars().all(|c| c.is_ascii_digit()))
}
