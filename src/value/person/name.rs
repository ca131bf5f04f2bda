//! A person's name, read from one word on.

use super::evidence::Evidence;
use super::token::{Kind, Token};
use super::turned::surname_first_titled;
use super::words::{Flags, Words};
use crate::lexicon::List;
use crate::value::place::{city, country};
use std::ops::Range;

/// A name with its honorific, as byte ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Honorific and name.
    pub span: Range<usize>,
    /// Mr., Dr, H.E. Ms.
    pub honorific: Option<Range<usize>>,
    /// The name alone; `LAST, First` as a whole.
    pub name: Range<usize>,
    /// Given names, where a comma or capitals tell them apart.
    pub first: Option<Range<usize>>,
    /// Surnames, where a comma or capitals tell them apart.
    pub last: Option<Range<usize>>,
    /// How much speaks for it.
    pub evidence: Evidence,
    /// The token after the name and its suffixes.
    pub(super) next: usize,
}

impl Name {
    /// The same name in a text that begins so many bytes earlier.
    pub fn moved(self, by: usize) -> Name {
        let shift = |r: Range<usize>| r.start + by..r.end + by;
        Name {
            span: shift(self.span),
            honorific: self.honorific.map(shift),
            name: shift(self.name),
            first: self.first.map(shift),
            last: self.last.map(shift),
            ..self
        }
    }
}

/// No name has more capitalised words.
const MOST_WORDS: usize = 6;
/// No name has more words, particles counted.
const LONGEST_RUN: usize = 12;
/// What the words of a name have, one of them at least.
pub(super) const NAMES: Flags = Flags::CAPITAL.with(Flags::PARTICLE).with(Flags::PREFIXED);
/// Words that neither a name without honorific nor one with it contains.
const NEVER: Flags = Flags::NOT_NAME
    .with(Flags::ORGANISATION)
    .with(Flags::UNIT)
    .with(Flags::MODIFIER)
    .with(Flags::KNOWN)
    .with(Flags::JOB)
    .with(Flags::TOPIC);

/// The name whose honorific or first word is token `at`, its surname first or last.
pub(super) fn any_order(text: &str, tokens: &[Token], at: usize, words: &Words) -> Option<Name> {
    let titled = honorific(text, tokens, at, words);
    surname_first_titled(text, tokens, at, words, &titled)
        .or_else(|| name_titled(text, tokens, at, titled))
}

/// The name whose honorific or first word is token `at`.
pub(super) fn name_from(text: &str, tokens: &[Token], at: usize, words: &Words) -> Option<Name> {
    let titled = honorific(text, tokens, at, words);
    name_titled(text, tokens, at, titled)
}

/// The honorifics before a name, and the token at which the name begins.
pub(super) type Titled = (Option<Range<usize>>, usize);

/// The same behind the honorifics that stand at token `at`.
fn name_titled(
    text: &str,
    tokens: &[Token],
    at: usize,
    (honorific, start): Titled,
) -> Option<Name> {
    let first = tokens.get(start)?;
    // Without an honorific two words are needed: most names are refused by the second.
    let second = tokens.get(start + 1).filter(|t| t.has(NAMES));
    if honorific.is_none() && second.is_none() {
        return None;
    }
    let run = run(tokens, start, honorific.is_some());
    let end = run.checked_sub(1)?;
    if run <= start {
        return None;
    }
    let inside = &tokens[start..run];
    let full = inside.iter().filter(|t| is_full(t)).count();
    let least = if honorific.is_some() { 1 } else { 2 };
    let strong = inside
        .iter()
        .filter(|t| t.has(Flags::CAPITAL.with(Flags::PREFIXED)))
        .count();
    if full == 0 || strong < least || full > MOST_WORDS {
        return None;
    }
    let (given, family) = by_capitals(inside);
    let evidence = evidence(inside, honorific.is_some(), family.is_some())?;
    if is_place(text, at, tokens, inside) {
        return None;
    }
    Some(Name {
        span: tokens[at].start..tokens[end].end,
        honorific,
        name: first.start..tokens[end].end,
        first: given,
        last: family,
        evidence,
        next: after_suffixes(tokens, run),
    })
}

/// The honorifics before a name and the token at which the name begins.
#[inline]
pub(super) fn honorific(text: &str, tokens: &[Token], at: usize, words: &Words) -> Titled {
    match tokens.get(at).is_some_and(may_honour) {
        true => honorifics(text, tokens, at, words),
        false => (None, at),
    }
}

/// Whether an honorific may begin with the word.
fn may_honour(token: &Token) -> bool {
    token.has(Flags::HONORIFIC) && token.has(Flags::CAPITAL)
}

/// The same where the first word may be of an honorific.
fn honorifics(text: &str, tokens: &[Token], at: usize, words: &Words) -> Titled {
    let list = words.lexicon.list(List::Honorific);
    let mut next = at;
    let mut found: Option<Range<usize>> = None;
    while let Some(token) = tokens.get(next).filter(|t| t.is_word() && next < at + 6) {
        let found_here = may_honour(token).then(|| list.starts(&text[token.start..]));
        let Some(len) = found_here.flatten() else {
            break;
        };
        let end = token.start + len;
        let mut after = next + tokens[next..].iter().take_while(|t| t.start < end).count();
        let dot = tokens
            .get(after)
            .is_some_and(|t| t.kind == Kind::Stop && t.start == end);
        after += usize::from(dot);
        let printed_word = &text[token.start..end];
        if !dot && is_given_too(printed_word, found.is_some(), tokens, after, words) {
            break;
        }
        let more = tokens
            .get(after)
            .is_some_and(|t| t.is_word() && t.flags.has(Flags::CAPITAL.with(Flags::PARTICLE)));
        if !more {
            break;
        }
        let printed = end.max(tokens[after - 1].end);
        found = Some(found.map_or(token.start, |f| f.start)..printed);
        next = after;
    }
    (found, next)
}

/// Whether an honorific is a given name here: `Tuan Pham` and `Dr Sri Hidayat`, but not `Tuan Haji Ismail`.
fn is_given_too(word: &str, titled: bool, tokens: &[Token], next: usize, words: &Words) -> bool {
    if !words.lexicon.list(List::GivenHonorific).is(word) {
        return false;
    }
    let name = |t: &Token| t.is_word() && t.has(NAMES);
    let alone = !tokens.get(next + 1).is_some_and(name);
    titled || alone && tokens.get(next).is_some_and(name)
}

/// The token after the run of words that a name may have.
fn run(tokens: &[Token], start: usize, honoured: bool) -> usize {
    let mut at = start;
    let mut last_word = start;
    while let Some(token) = tokens
        .get(at)
        .filter(|t| t.is_word() && at < start + LONGEST_RUN)
    {
        let before = &tokens[start..at];
        let next = tokens.get(at + 1).filter(|t| t.is_word());
        let opens = || {
            next.is_some_and(|n| {
                n.has(Flags::CAPITAL.with(Flags::PARTICLE))
                    && (!is_never(n) || is_topic_of(before, n))
                    || is_prefixed(n)
            })
        };
        let fits = if !token.has(Flags::CAPITAL) {
            // `Ana Novak y Luis Lind` are two, but not `Doña Ana Novak y Vidal`, nor `Ana Novak i Vidal`.
            let more = || {
                tokens
                    .get(at + 2)
                    .is_some_and(|t| t.is_word() && t.has(Flags::CAPITAL))
            };
            let parts = || token.has(Flags::AND) && (!honoured || more());
            let another = next.is_some_and(|n| n.has(Flags::GIVEN)) && parts();
            let links = || before.len() > 1 && !another;
            is_prefixed(token)
                || token.has(Flags::PARTICLE) && (!is_link(token) || links()) && opens()
        } else if token.has(Flags::ODD) {
            false
        } else if token.has(Flags::PARTICLE) && (opens() || is_loud_surname(before, token))
            || honoured && before.is_empty() && is_joined_initials(token, next)
        {
            true
        } else if !before.is_empty() && is_degree(token) || is_dotted_degree(before, token, next) {
            false
        } else if is_never(token) {
            is_odd_surname(before, token, next, honoured)
                || before
                    .last()
                    .is_some_and(|t| t.has(Flags::PARTICLE) && !t.has(Flags::GIVEN))
                    && is_topic_of(before, token)
        } else {
            !ends_name(before, token)
        };
        if !fits {
            break;
        }
        at += 1;
        if token.has(Flags::CAPITAL) || is_prefixed(token) {
            last_word = at;
        }
    }
    last_word
}

/// `FJ`, `MHJ` before a surname in small letters: initials without their full stops.
fn is_joined_initials(token: &Token, next: Option<&Token>) -> bool {
    let quiet = |n: &Token| n.has(Flags::CAPITAL.with(Flags::PARTICLE)) && !n.has(Flags::CAPITALS);
    token.has(Flags::CAPITALS)
        && token.has(Flags::UNSPOKEN)
        && token.end - token.start <= 3
        && !token.has(Flags::GIVEN)
        && next.is_some_and(|n| quiet(n) && !is_never(n))
}

/// Words that no name has, unless they are given names too.
pub(super) fn is_never(token: &Token) -> bool {
    let generational =
        token.has(Flags::SUFFIX) && !token.has(Flags::GIVEN) && token.end - token.start < 2;
    token.has(Flags::NOT_NAME) && !token.has(Flags::GIVEN) && !is_letter(token)
        || generational
        || token.has(NEVER) && !token.has(Flags::GIVEN) && !token.has(Flags::INITIAL)
}

/// `PhD`, `MSc` behind a name; two letters may be a surname.
fn is_degree(token: &Token) -> bool {
    let initials = token.has(Flags::INITIAL);
    token.has(Flags::SUFFIX) && !initials && !token.has(Flags::GIVEN) && token.end - token.start > 2
}

/// `M.D.` behind a whole name and before no further word: elsewhere such letters are initials.
fn is_dotted_degree(before: &[Token], token: &Token, next: Option<&Token>) -> bool {
    let degree = token.has(Flags::SUFFIX) && token.has(Flags::INITIAL);
    let full = || before.iter().filter(|t| is_full(t)).count() > 1;
    degree && next.is_none() && full()
}

/// `A` and `I` are initials before they are words.
fn is_letter(token: &Token) -> bool {
    token.has(Flags::CAPITAL) && token.has(Flags::INITIAL) && token.end - token.start == 1
}

/// A word of topics, of jobs or of the language that is a surname: behind a given name or an initial, with no word behind it.
fn is_odd_surname(before: &[Token], token: &Token, next: Option<&Token>, honoured: bool) -> bool {
    let hard = Flags::ORGANISATION
        .with(Flags::UNIT)
        .with(Flags::AND)
        .with(Flags::CONNECTOR)
        .with(Flags::MODIFIER)
        .with(Flags::KNOWN);
    if is_church(before, token, honoured) {
        let more = next.filter(|n| n.has(Flags::CAPITAL));
        let held = Flags::KNOWN.with(Flags::JOB);
        let double = token.has(held) && more.is_some_and(|n| !is_never(n));
        return double || more.is_none();
    }
    let led = match before {
        [.., last] => last.has(Flags::GIVEN.with(Flags::INITIAL)),
        [] => false,
    };
    let topic = honoured
        && !before.is_empty()
        && token.has(Flags::TOPIC)
        && !token.has(Flags::NOT_NAME.with(Flags::JOB));
    let goes_on = next.is_some_and(|n| {
        let surname = topic && !is_never(n);
        n.has(Flags::CAPITAL) && !n.has(Flags::JOB.with(Flags::MODIFIER)) && !surname
    });
    let loud = token.has(Flags::NOT_NAME) && token.has(Flags::CAPITALS);
    // `Ruth B. Fisher, Manager`: behind a middle initial and before a sign.
    let middle = || matches!(before, [first, initial] if !first.has(Flags::INITIAL) && initial.has(Flags::INITIAL));
    let alone = before.len() == 1 || honoured || next.is_none() && middle();
    (led || topic) && !loud && !token.has(hard) && !goes_on && alone
}

/// A word of organisations that is a surname, behind nothing but given names and initials: `Ada Church`, `Ines Ngo`; behind
/// a title it may be the second: `Dña. Ana Lind Pastor`.
fn is_church(before: &[Token], token: &Token, honoured: bool) -> bool {
    let given = |t: &Token| t.has(Flags::GIVEN.with(Flags::INITIAL)) && !t.has(Flags::SURNAME);
    let acronym = token.has(Flags::KNOWN) && token.has(Flags::CAPITALS);
    let led = match honoured {
        true => before.len() < 3 && before.first().is_some_and(given),
        false => !before.is_empty() && before.iter().all(given),
    };
    token.has(Flags::SURNAME) && !acronym && led
}

/// Whether a whole cell is given names and such a surname.
pub(super) fn is_surnamed(tokens: &[Token]) -> bool {
    let Some((last, before)) = tokens.split_last() else {
        return false;
    };
    let double = before.split_last().is_some_and(|(token, given)| {
        token.has(Flags::KNOWN) && is_church(given, token, false) && !is_never(last)
    });
    tokens.len() <= 4 && last.has(Flags::CAPITAL) && (double || is_church(before, last, false))
}

/// `LE` behind small letters: a surname, although the word is a particle too.
fn is_loud_surname(before: &[Token], token: &Token) -> bool {
    let quiet = |t: &Token| t.has(Flags::CAPITAL) && !t.has(Flags::CAPITALS);
    token.has(Flags::CAPITALS) && !before.is_empty() && before.iter().all(quiet)
}

/// `del Río` behind given names: a word of topics that is a surname.
fn is_topic_of(before: &[Token], token: &Token) -> bool {
    let parts = Flags::GIVEN.with(Flags::INITIAL).with(Flags::PARTICLE);
    let other = Flags::NOT_NAME
        .with(Flags::JOB)
        .with(Flags::ORGANISATION)
        .with(Flags::UNIT);
    let topic = token.has(Flags::TOPIC) && !token.has(other);
    topic
        && before.first().is_some_and(|t| t.has(Flags::GIVEN))
        && before.iter().all(|t| t.has(parts))
}

/// Between two surnames: y, e, i.
fn is_link(token: &Token) -> bool {
    token.end - token.start == 1
}

/// `d'Aubigny`, `al-Masri`, `dell'Acqua`: a small prefix and a capital.
fn is_prefixed(token: &Token) -> bool {
    token.is_word() && token.flags.has(Flags::PREFIXED)
}

/// Whether a word in capitals is an organisation's behind the words of a name in small letters.
fn ends_name(before: &[Token], token: &Token) -> bool {
    if !token.has(Flags::CAPITALS) || token.has(Flags::INITIAL) {
        return false;
    }
    if is_acronym(token) {
        return true;
    }
    let mixed = before
        .iter()
        .filter(|t| !t.has(Flags::CAPITALS) && is_full(t))
        .count();
    let begun = before
        .iter()
        .any(|t| t.has(Flags::CAPITALS) && !t.has(Flags::INITIAL));
    mixed >= 2 && !begun && token.end - token.start <= 3
}

/// Capitals that are known, or that cannot be spoken as a name.
pub(super) fn is_acronym(token: &Token) -> bool {
    token.has(Flags::CAPITALS)
        && !token.has(Flags::GIVEN)
        && (token.has(Flags::KNOWN) || token.has(Flags::UNSPOKEN))
}

/// A word that is more than an initial or a particle.
fn is_full(token: &Token) -> bool {
    token.is_word()
        && !token.has(Flags::INITIAL)
        && (token.has(Flags::CAPITAL) || is_prefixed(token))
}

/// Whether the words name a country or a city rather than a person: `Sierra Leone`, `Buenos Aires`, `Sri Lanka`.
fn is_place(text: &str, at: usize, tokens: &[Token], inside: &[Token]) -> bool {
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return true;
    };
    let honoured = tokens[at].start < first.start;
    let given = first.has(Flags::GIVEN);
    if tokens[at].has(Flags::COUNTRY) && country(&text[tokens[at].start..last.end]).is_some() {
        return true;
    }
    let name = &text[first.start..last.end];
    // "Ambassadeur de France": the country is whose ambassador it is.
    let of = inside.iter().position(|t| t.has(Flags::CAPITAL));
    let of = of.filter(|at| *at > 0 && inside[0].has(Flags::PARTICLE));
    if of.is_some_and(|at| country(&text[inside[at].start..last.end]).is_some()) {
        return true;
    }
    // "ETH Zurich": an organisation and its city.
    let branch = match inside {
        [sign, town, ..] => {
            sign.has(Flags::CAPITALS)
                && !town.has(Flags::CAPITALS)
                && !town.has(Flags::GIVEN)
                && city(&text[town.start..last.end]).is_some()
        }
        _ => false,
    };
    let demonym = first.has(Flags::DEMONYM) && !given && !first.has(Flags::CAPITALS);
    !honoured
        && (demonym
            || branch
            // Whether it is a country was asked above: nothing stands before the name.
            || inside.len() > 1 && !given && city(name).is_some())
}

/// Given names and surnames, where only the surnames are in capitals.
fn by_capitals(inside: &[Token]) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let initials = |t: &Token| {
        let first = inside.first().is_some_and(|f| f.start == t.start);
        first && is_joined_initials(t, inside.get(1))
    };
    let loud = |t: &Token| t.has(Flags::CAPITALS) && !t.has(Flags::INITIAL) && !initials(t);
    let Some(from) = inside.iter().position(loud) else {
        return (None, None);
    };
    let to = inside.iter().rposition(loud).unwrap_or(from) + 1;
    let quiet = |t: &Token| {
        !loud(t) && t.has(Flags::CAPITAL) && (!t.has(Flags::INITIAL) || inside.len() > 1)
    };
    let mixed = inside[from..to]
        .iter()
        .any(|t| quiet(t) && !t.has(Flags::PARTICLE));
    let from = match inside[..from].iter().rposition(|t| !t.has(Flags::PARTICLE)) {
        Some(before) if before + 1 < from => before + 1,
        None if from > 0 => 0,
        _ => from,
    };
    let (before, after) = (&inside[..from], &inside[to..]);
    let given = match (before, after) {
        ([first, ..], []) => first.start..inside[from - 1].end,
        ([], [first, ..]) => first.start..inside[inside.len() - 1].end,
        _ => return (None, None),
    };
    if mixed || !before.iter().chain(after).any(quiet) {
        return (None, None);
    }
    (Some(given), Some(inside[from].start..inside[to - 1].end))
}

/// Grades the words of a name; nothing where they look like other words.
fn evidence(inside: &[Token], honoured: bool, by_capitals: bool) -> Option<Evidence> {
    let given = |t: &Token| t.has(Flags::GIVEN);
    let others = &inside[..inside.len().saturating_sub(1)];
    if honoured || others.iter().any(given) {
        return Some(Evidence::Strong);
    }
    if inside
        .iter()
        .any(|t| t.has(Flags::ABSTRACT) && !t.has(Flags::CAPITALS))
    {
        return None;
    }
    let likely = by_capitals
        || inside.iter().any(|t| given(t) || t.has(Flags::INITIAL))
        || others
            .iter()
            .any(|t| t.has(Flags::PARTICLE) && !t.has(Flags::CAPITAL));
    Some(if likely {
        Evidence::Likely
    } else {
        Evidence::Weak
    })
}

/// Skips `, PhD` and the like, and `Jr.` behind the name.
pub(super) fn after_suffixes(tokens: &[Token], mut next: usize) -> usize {
    let is_suffix =
        |t: &Token| t.has(Flags::SUFFIX) && (t.has(Flags::CAPITAL) || t.end - t.start == 3);
    for _ in 0..4 {
        next = match (tokens.get(next), tokens.get(next + 1), tokens.get(next + 2)) {
            (Some(t), after, _)
                if is_suffix(t)
                    && (!t.has(Flags::INITIAL) || after.is_none_or(|a| !a.is_word())) =>
            {
                next + 1
            }
            (Some(c), Some(t), after)
                if c.kind == Kind::Comma && is_suffix(t) && after.is_none_or(|a| !a.is_word()) =>
            {
                next + 2
            }
            _ => return next,
        };
    }
    next
}
