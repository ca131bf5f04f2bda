//! Grades words: how much speaks for a job and how much for an organisation.

use super::evidence::{Evidence, Known};
use super::name::{is_acronym, is_surnamed};
use super::token::Token;
use super::words::{Flags, Words};
use crate::lexicon::List;
use crate::value::place::place;
use std::ops::Range;

/// What the readers of one text share.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub words: &'static Words,
    pub known: &'a Known<'a>,
}

impl<'a> Context<'a> {
    pub fn slice(&self, tokens: &[Token]) -> &'a str {
        cover(tokens).map_or("", |r| &self.text[r])
    }

    /// Whether the whole of a text is one of the phrases.
    pub fn is_one_of(&self, list: List, text: &str) -> bool {
        self.words.lexicon.list(list).is(text)
    }
}

/// The bytes from the first to the last token.
pub(super) fn cover(tokens: &[Token]) -> Option<Range<usize>> {
    Some(tokens.first()?.start..tokens.last()?.end)
}

/// How much speaks for the tokens being a job title.
pub(super) fn job_evidence(text: &str, tokens: &[Token], words: &Words) -> Evidence {
    let head = head(tokens);
    let job = head.iter().rposition(|t| t.has(Flags::JOB));
    let whole = cover(tokens).map_or("", |r| &text[r]);
    if words.lexicon.list(List::JobOpen).is(whole) {
        return Evidence::Strong;
    }
    let small = head.first().is_some_and(|t| {
        let other = Flags::CONNECTOR.with(Flags::NOT_NAME).with(Flags::ODD);
        !t.has(Flags::CAPITAL) && !t.has(other.with(Flags::ORGANISATION))
    });

    let agent = head
        .last()
        .filter(|t| is_agent(&text[t.range()], t))
        .map(|_| {
            if head.len() == 1 {
                Evidence::Likely
            } else {
                Evidence::Weak
            }
        });
    let of_post = |at: usize| {
        text[head[at].range()].ends_with(['s'])
            && text[head[at].range()].contains(['\'', '\u{2019}'])
    };
    let opens = |at: usize| {
        words
            .lexicon
            .list(List::JobOpen)
            .is(&text[head[at].range()])
    };
    match job {
        // "Mayor's Office": the post's own body.
        Some(at) if at + 1 < head.len() && of_post(at) => Evidence::None,
        Some(at)
            if at + 1 < head.len()
                && head.last().is_some_and(|t| t.has(Flags::ORGANISATION))
                && (at > 0 || !opens(at)) =>
        {
            Evidence::Weak
        }
        Some(_) => Evidence::Strong,
        None if small && tokens.len() < 9 => Evidence::Likely,
        None if head.len() <= 3 && agent.is_some() => agent.unwrap_or_default(),
        None if tokens.iter().any(|t| t.has(Flags::JOB)) => Evidence::Weak,
        None => Evidence::None,
    }
}

/// Endings by which several languages say who does what: Forecaster, Periodista.
fn is_agent(word: &str, token: &Token) -> bool {
    let Some(two) = word.as_bytes().last_chunk() else {
        return false;
    };
    let endings: &[&str] = match two {
        b"er" | b"or" => &[""],
        b"st" => &["ist", "yst"],
        b"an" => &["ian", "man"],
        b"nt" => &["ant"],
        b"on" => &["person"],
        b"ic" => &["nic"],
        b"ur" => &["eur"],
        b"se" => &["euse"],
        b"ce" => &["rice"],
        b"ta" => &["ista"],
        b"re" => &["aire", "ière"],
        b"ra" => &["ora"],
        b"he" => &["graphe"],
        b"ue" => &["logue"],
        b"ro" => &["ero"],
        _ => return false,
    };
    let other = Flags::TOPIC
        .with(Flags::UNIT)
        .with(Flags::ORGANISATION)
        .with(Flags::NOT_NAME)
        .with(Flags::GIVEN)
        .with(Flags::KNOWN)
        .with(Flags::CAPITALS);
    word.len() > 4
        && !token.has(other.with(Flags::MODIFIER))
        && endings.iter().any(|e| word.ends_with(e))
}

/// The words before the first that only joins others to them, and before a second job: `The Daily and author of Book`.
pub(super) fn head(tokens: &[Token]) -> &[Token] {
    let small = |t: &Token| !t.has(Flags::CAPITAL);
    let second = |i: usize| {
        tokens
            .get(i + 1)
            .is_some_and(|t| t.has(Flags::JOB) && small(t))
    };
    let job = |i: usize| tokens[..i].iter().any(|t| t.has(Flags::JOB));
    let ends = |i: usize, t: &Token| match t.has(Flags::AND) {
        true => second(i) && !job(i),
        false => t.has(Flags::CONNECTOR) && small(t),
    };
    let mut all = tokens.iter().enumerate();
    let end = all.position(|(i, t)| !t.is_word() || ends(i, t));
    &tokens[..end.unwrap_or(tokens.len())]
}

/// How much speaks for the tokens being an organisation.
pub(super) fn organisation_evidence(
    text: &str,
    tokens: &[Token],
    words: &Words,
    known: &Known,
) -> Evidence {
    organisation_beside(text, tokens, words, known, || {
        job_evidence(text, tokens, words)
    })
}

/// The same, where it is told how much speaks for a job title.
pub(super) fn organisation_beside(
    text: &str,
    tokens: &[Token],
    words: &Words,
    known: &Known,
    job: impl FnOnce() -> Evidence,
) -> Evidence {
    let Some(range) = cover(tokens) else {
        return Evidence::None;
    };
    let whole = &text[range];
    if known.is_organisation(whole) || words.lexicon.list(List::OrganisationName).is(whole) {
        return Evidence::Strong;
    }
    if job() >= Evidence::Likely
        || !tokens[0].is_word()
        || known.is_person(whole)
        || is_surnamed(tokens)
    {
        return Evidence::None;
    }
    let acronym = |t: &Token| is_sign(t, text, known);
    let noun =
        |t: &Token| t.has(Flags::ORGANISATION) && t.has(Flags::CAPITAL) && !t.has(Flags::GIVEN);
    let small = tokens
        .iter()
        .filter(|t| t.is_word() && !t.has(Flags::CAPITAL.with(Flags::CONNECTOR).with(Flags::ODD)))
        .count();
    if small * 2 > tokens.len() || place(whole).is_some() {
        return Evidence::None;
    }
    let head = head(tokens);
    let said = head.iter().any(noun)
        || tokens
            .iter()
            .any(|t| t.has(Flags::KNOWN) && t.has(Flags::CAPITAL) && !t.has(Flags::GIVEN));
    let likely = tokens.iter().any(noun)
        || tokens.iter().any(acronym)
        || words.lexicon.list(List::Town).starts(whole).is_some()
        || head.last().is_some_and(|t| t.has(Flags::UNIT))
        || tokens[0].has(Flags::UNIT.with(Flags::DEMONYM))
        || tokens.len() == 1
            && tokens[0].has(Flags::CAPITALS)
            && !tokens[0].has(Flags::NOT_ACRONYM.with(Flags::GIVEN));
    let weak = tokens.iter().any(|t| t.has(Flags::TOPIC)) || whole.contains('&');
    match () {
        _ if said || tokens.len() == 1 && acronym(&tokens[0]) => Evidence::Strong,
        _ if likely => Evidence::Likely,
        _ if weak => Evidence::Weak,
        _ => Evidence::None,
    }
}

/// A word in capitals that stands for an organisation.
pub(super) fn is_sign(token: &Token, text: &str, known: &Known) -> bool {
    let printed = &text[token.range()];
    token.is_word()
        && !token.has(Flags::NOT_ACRONYM)
        && (known.is_organisation(printed) && token.has(Flags::CAPITAL)
            || is_acronym(token)
            || token.has(Flags::CAPITALS)
                && printed.len() <= 6
                && !token.has(Flags::GIVEN.with(Flags::JOB).with(Flags::ORGANISATION)))
}
