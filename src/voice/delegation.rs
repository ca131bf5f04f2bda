//! Those who speak without a name: delegations and countries.

use super::who::{Who, organisation_end, the_len};
use crate::lexicon::{Lexicon, List};
use crate::value::place::{country, may_begin_country};

/// `the representative of X`, `the delegation of X`, `the representative (X)` of a country.
pub(super) fn delegation(text: &str, at: usize, lex: &Lexicon, verbs: List) -> Option<Who> {
    let from = at + the_len(&text[at..], lex);
    let Some(len) = lex.list(List::SayDelegate).starts(&text[from..]) else {
        return countrys_own(text, from, lex).or_else(|| groups_own(text, from, lex));
    };
    let rest = &text[from + len..];
    if rest.starts_with(" (") {
        let start = from + len + 2;
        let end = parties(text, start, lex).filter(|&end| text[end..].starts_with(')'))?;
        return Some(Who {
            name: from..end + 1,
            organisation: start..end,
            delegation: true,
            end: end + 1,
            ..Who::default()
        });
    }
    let of = lex
        .list(List::SayDelegateOf)
        .starts(rest.strip_prefix(' ')?)?
        + 1;
    // `du P\u{e9}rou`, `de l'Estonie`.
    let behind = from + len + of;
    let start = behind + usize::from(text[behind..].starts_with(' '));
    let end = organisation_end(text, start, lex, verbs)?;
    Some(Who {
        name: from..end,
        organisation: start + the_len(&text[start..], lex)..end,
        delegation: true,
        end,
        ..Who::default()
    })
}

/// The signs before the `s` of a possessive.
const APOSTROPHES: [char; 2] = ['\'', '\u{2019}'];

/// A country before its possessive is no longer, in bytes.
const OWN: usize = 60;

/// `Kenya's delegate`, `The United Kingdom's representative`.
fn countrys_own(text: &str, from: usize, lex: &Lexicon) -> Option<Who> {
    let own = &text[from..];
    if !own.starts_with(char::is_uppercase) {
        return None;
    }
    let near = own.char_indices().take_while(|(at, _)| *at <= OWN);
    let (len, _) = near.into_iter().find(|(_, c)| APOSTROPHES.contains(c))?;
    party_len(&own[..len], lex).filter(|&l| l == len)?;
    let party = from..from + len;
    let rest = own[len..].strip_prefix(APOSTROPHES)?;
    let noun = rest.strip_prefix("s ").or_else(|| rest.strip_prefix(' '))?;
    let end = text.len() - noun.len() + lex.list(List::SayDelegate).starts(noun)?;
    Some(Who {
        name: from..end,
        organisation: party,
        delegation: true,
        end,
        ..Who::default()
    })
}

/// `The Employer spokesperson`, `The Workers' group spokesperson`, `The Worker Vice-Chairperson`: who speaks for one of the
/// groups of a meeting of three parties.
fn groups_own(text: &str, from: usize, lex: &Lexicon) -> Option<Who> {
    let side = from + lex.list(List::SaySide).starts(&text[from..])?;
    let rest = text[side..].trim_start_matches(APOSTROPHES);
    let at = text.len()
        - rest
            .strip_prefix("s ")
            .or_else(|| rest.strip_prefix(' '))?
            .len();
    let of = |list: List| lex.list(list).starts(&text[at..]);
    let end = at + of(List::SayDelegate).or_else(|| of(List::SayOffice))?;
    text[from..].starts_with(char::is_uppercase).then(|| Who {
        name: from..end,
        delegation: true,
        end,
        ..Who::default()
    })
}

/// `Kenya said`, `The United Kingdom, supported by France, said`.
pub(super) fn country_speaks(text: &str, at: usize, lex: &Lexicon) -> Option<Who> {
    let from = at + the_len(&text[at..], lex);
    // `Kenya's plan` is no country that speaks.
    let end = parties(text, from, lex).filter(|&end| !text[end..].starts_with(APOSTROPHES))?;
    Some(Who {
        name: from..end,
        organisation: from..end,
        delegation: true,
        country: true,
        end,
        ..Who::default()
    })
}

/// So many words at most name a country or a group of countries.
const PARTY: usize = 6;

/// The end of a country, or of several that speak as one: `Chile, Peru and the African Group`.
fn parties(text: &str, from: usize, lex: &Lexicon) -> Option<usize> {
    let mut end = from + party_len(&text[from..], lex)?;
    loop {
        let rest = &text[end..];
        let comma = rest.strip_prefix(',').unwrap_or(rest);
        let next = comma.trim_start();
        let and = lex
            .list(List::And)
            .starts(next)
            .map_or(next, |len| next[len..].trim_start());
        let joined = comma.len() < rest.len() || and.len() < next.len();
        let other = &and[the_len(and, lex)..];
        let Some(len) = party_len(other, lex).filter(|_| joined) else {
            return Some(end);
        };
        end = text.len() - other.len() + len;
    }
}

/// The length of the country or group of countries that a text begins with.
fn party_len(text: &str, lex: &Lexicon) -> Option<usize> {
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    if let Some(len) = lex.list(List::SayBloc).starts(text) {
        return Some(len);
    }
    may_begin_country(text).then_some(())?;
    let ends = text
        .match_indices([' ', ',', '.', ';', '(', ')'])
        .map(|(i, _)| i);
    let ends: Vec<usize> = ends.chain([text.len()]).take(PARTY).collect();
    let named = |&end: &usize| {
        text[..end].ends_with(char::is_alphanumeric) && country(&text[..end]).is_some()
    };
    ends.into_iter().rev().find(named)
}
