//! Names whose surname stands first, a comma behind it.

use super::evidence::Evidence;
use super::name::{Name, Titled, after_suffixes, honorific, is_acronym, is_never};
use super::token::{Kind, Token};
use super::words::{Flags, Words};
use crate::lexicon::List;
use crate::value::place::country;

/// `LAST, First`: surnames in capitals, or one or two words before a comma and only given names behind it.
pub(super) fn surname_first(
    text: &str,
    tokens: &[Token],
    at: usize,
    words: &Words,
) -> Option<Name> {
    let titled = honorific(text, tokens, at, words);
    surname_first_titled(text, tokens, at, words, &titled)
}

/// The same behind the honorifics that stand at token `at`.
pub(super) fn surname_first_titled(
    text: &str,
    tokens: &[Token],
    at: usize,
    words: &Words,
    (before, start): &Titled,
) -> Option<Name> {
    let (before, start) = (before.clone(), *start);
    // A surname of more than four words is none: looking no further keeps a long text linear.
    let comma = start
        + tokens
            .get(start..)?
            .iter()
            .take(6)
            .position(|t| !t.is_word())?;
    let surname = &tokens[start..comma];
    if tokens[comma].kind != Kind::Comma || surname.is_empty() || surname.len() > 4 {
        return None;
    }
    let loud = |t: &Token| t.has(Flags::CAPITALS) && !is_acronym(t) || t.has(Flags::PARTICLE);
    let quiet = |t: &Token| {
        t.has(Flags::CAPITAL.with(Flags::PARTICLE)) && !is_never(t) && !t.has(Flags::CAPITALS)
    };
    let capitals = surname.iter().all(loud);
    if !capitals && !surname.iter().all(quiet) {
        return None;
    }
    let (behind, given_at) = honorific(text, tokens, comma + 1, words);
    let end = given_at
        + tokens
            .get(given_at..)?
            .iter()
            .take(6)
            .take_while(|t| is_given_part(t))
            .count();
    let given = &tokens[given_at..end];
    if given.is_empty() || tokens.get(end).is_some_and(Token::is_word) {
        return None;
    }
    // `Eva Example, Tom` and `E. Example, T. Sample` are a full name and somebody else.
    let given_first = surname[0].has(Flags::GIVEN) && !surname[surname.len() - 1].has(Flags::GIVEN);
    let both = surname[0].has(Flags::GIVEN) && given.len() >= 2;
    let full = surname.len() >= 2 && (given_first || both) || surname[0].has(Flags::INITIAL);
    let two = before.is_some() && behind.is_some();
    let plain = surname.iter().filter(|t| !t.has(Flags::PARTICLE)).count() <= 2
        && !(full || two)
        && surname.iter().all(quiet);
    let certain = given
        .iter()
        .all(|t| t.has(Flags::GIVEN.with(Flags::INITIAL).with(Flags::PARTICLE)));
    let loud = |t: &Token| t.has(Flags::CAPITALS) && !t.has(Flags::INITIAL);
    let fits = match given {
        // `Marit Example, NINA`: an organisation.
        [..] if !capitals && given.iter().all(loud) => false,
        [first, ..] if capitals => given.len() <= 4 && !first.has(Flags::CAPITALS),
        _ => plain && certain && given.len() <= 3,
    };
    let (from, to) = (surname.first()?, given.last().filter(|_| fits)?);
    // `Eva Example, L.L.M.`: a degree.
    if words
        .lexicon
        .list(List::Suffix)
        .is(&text[given[0].start..to.end])
    {
        return None;
    }
    // `OSLO, Norway`: a place.
    if !certain && country(&text[given[0].start..to.end]).is_some() {
        return None;
    }
    Some(Name {
        span: tokens[at].start..to.end,
        honorific: before.or(behind),
        name: from.start..to.end,
        first: Some(given[0].start..to.end),
        last: Some(from.start..surname.last()?.end),
        evidence: if capitals || certain {
            Evidence::Strong
        } else {
            Evidence::Likely
        },
        next: after_suffixes(tokens, end),
    })
}

/// Whether a word may be of the given names behind a surname.
pub(super) fn is_given_part(token: &Token) -> bool {
    token.has(Flags::CAPITAL.with(Flags::PARTICLE)) && !is_never(token)
}
