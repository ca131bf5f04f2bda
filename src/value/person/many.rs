//! Cells that run several people together.

use super::Person;
use super::evidence::{Evidence, Known};
use super::grade::{Context, is_sign, job_evidence, organisation_evidence};
use super::name::{Name, honorific};
use super::one::{any_name, person_with};
use super::sections::{Section, each_section, is_closed, is_lonely};
use super::token::{Kind, Token, tokens};
use super::words::{Flags, Words};
use crate::lexicon::{Lang, List};
use crate::value::place::{city, country};

/// Everyone that a cell or line names, in order.
///
/// Labels of roles and groups, semicolons, line ends and brackets part people; where nothing does, a name before a job.
pub fn people(text: &str, lang: Lang, known: &Known) -> Vec<Person> {
    let words = Words::of(lang);
    let tokens = tokens(text, words);
    people_among(Context { text, words, known }, &tokens)
}

/// As [`people`], over tokens.
pub(super) fn people_among(ctx: Context, tokens: &[Token]) -> Vec<Person> {
    let mut found = Vec::new();
    if !tokens.iter().any(Token::is_word) {
        return found;
    }
    each_section(ctx, tokens, |section| section.people(ctx, &mut found));
    found
}

impl Section<'_> {
    fn people(&self, ctx: Context, found: &mut Vec<Person>) {
        // Every person is two words at least: most cells of a table's row are none.
        if self.tokens.len() < 2 {
            return;
        }
        let starts = starts(ctx, self.tokens);
        // Words before the first name are that person's: a job, an organisation.
        let mut from = 0;
        let mut joined = true;
        for i in 0..starts.len().max(1) {
            let to = starts.get(i + 1).map_or(self.tokens.len(), |s| s.at);
            let chunk = without_links(&self.tokens[from..to]);
            from = to;
            // A name that was read of the same tokens need not be read again.
            let whole = chunk.len() == self.tokens.len();
            let name = starts
                .first()
                .filter(|s| whole && s.at == 0)
                .map(|s| &s.name);
            let Some(mut person) = person_with(ctx, chunk, name) else {
                continue;
            };
            let lonely = self
                .role
                .as_ref()
                .is_some_and(|r| !r.many && is_lonely(r.role));
            joined &= i == 0 || starts[i].joined;
            if let Some(label) = self
                .role
                .as_ref()
                .filter(|_| person.role.is_none() && (!lonely || joined))
            {
                person.role = Some((label.range.clone(), label.role));
            }
            person.group = self.group.clone();
            person.organisation = person.organisation.or_else(|| self.organisation.clone());
            found.push(person);
        }
    }
}

/// Cuts commas and `and` off the ends of one person's words.
fn without_links(mut tokens: &[Token]) -> &[Token] {
    let link = |t: &Token| {
        matches!(
            t.kind,
            Kind::Comma | Kind::Stop | Kind::Line | Kind::Semicolon
        ) || t.has(Flags::AND) && !t.has(Flags::CAPITAL)
    };
    while let Some((_, rest)) = tokens.split_last().filter(|(t, _)| link(t)) {
        tokens = rest;
    }
    while let Some((_, rest)) = tokens.split_first().filter(|(t, _)| link(t)) {
        tokens = rest;
    }
    tokens
}

/// Whether a word joins two names: `and`, or its sign.
fn is_and(ctx: Context, token: &Token) -> bool {
    let sign = token.end - token.start == 1 && ctx.text.as_bytes()[token.start] == b'&';
    token.has(Flags::AND) && !token.has(Flags::CAPITAL) || sign
}

/// Where a person begins, and whether `and` joins them to the one before.
struct Start {
    at: usize,
    joined: bool,
    name: Name,
}

/// Where people begin in a stretch without labels.
fn starts(ctx: Context, tokens: &[Token]) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let only_names = is_list_of_names(ctx, tokens);
    let (mut depth, mut at) = (0usize, 0);
    while at < tokens.len() {
        match tokens[at].kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        let begun = starts.last().map(|s| s.at);
        let name = (depth == 0 && tokens[at].is_word())
            .then(|| start_at(ctx, tokens, at, begun, only_names))
            .flatten();
        match name {
            Some(name) => {
                let joined = at > 0 && is_and(ctx, &tokens[at - 1]);
                let next = name.next.max(at + 1);
                starts.push(Start { at, joined, name });
                at = next;
            }
            None => at += 1,
        }
    }
    starts
}

/// Whether every part between commas and `and` is a name: then all are people.
fn is_list_of_names(ctx: Context, tokens: &[Token]) -> bool {
    let parts = || {
        let parts = tokens.split(|t| t.kind == Kind::Comma || is_and(ctx, t));
        parts.map(without_stop).filter(|p| !p.is_empty())
    };
    if parts().nth(1).is_none() {
        return false;
    }
    let mut names = parts().map(|p| any_name(ctx, p, 0).filter(|n| n.next == p.len()));
    let (Some(Some(first)), Some(Some(second))) = (names.next(), names.next()) else {
        return false;
    };
    let (mut behind, mut sure) = (1, usize::from(second.evidence >= Evidence::Likely));
    for name in names {
        let Some(name) = name else { return false };
        behind += 1;
        sure += usize::from(name.evidence >= Evidence::Likely);
    }
    match behind {
        1 => is_second_name(ctx, tokens, &first, &second),
        more => sure * 2 >= more,
    }
}

/// `Ana N.`: the last initial's stop belongs to it.
fn without_stop(part: &[Token]) -> &[Token] {
    match part.split_last() {
        Some((last, rest)) if last.kind == Kind::Stop => rest,
        _ => part,
    }
}

/// Whether the second of two names is a person's: initials or a given name, and not the first's surname, which would be a firm.
fn is_second_name(ctx: Context, tokens: &[Token], first: &Name, second: &Name) -> bool {
    let word = |n: &Name, at: usize| {
        ctx.text[n.name.clone()]
            .split(' ')
            .nth(at)
            .map(str::to_string)
    };
    let begins = |flag| {
        let mut first = tokens.iter().filter(|t| t.start == second.name.start);
        first.any(|t| t.has(flag))
    };
    let initial = begins(Flags::INITIAL);
    let given = || begins(Flags::GIVEN) && second.evidence >= Evidence::Likely;
    let firm = word(first, 1).is_some() && word(first, 1) == word(second, 0);
    (second.evidence == Evidence::Strong || initial || given()) && !firm
}

fn start_at(
    ctx: Context,
    tokens: &[Token],
    at: usize,
    begun: Option<usize>,
    only_names: bool,
) -> Option<Name> {
    let Some(before) = at.checked_sub(1).map(|i| &tokens[i]) else {
        return any_name(ctx, tokens, 0);
    };
    if begun.is_none()
        && at < 8
        && tokens[..at]
            .iter()
            .all(|t| t.has(Flags::ODD) || !t.is_word())
    {
        return any_name(ctx, tokens, at);
    }
    if !may_start(ctx, tokens, at, begun) {
        return None;
    }
    let mut name = any_name(ctx, tokens, at)?;
    if ctx.known.is_person(&ctx.text[name.name.clone()]) {
        name.evidence = Evidence::Strong;
    }
    let ends = ends_well(ctx, tokens, name.next);
    let strong = name.evidence == Evidence::Strong;
    let honoured = name.honorific.is_some();
    let fits = match before.kind {
        Kind::Comma => {
            honoured || ends && (only_names || begins_here(ctx, tokens, begun, at, &name))
        }
        Kind::Close | Kind::Line | Kind::Stop => {
            honoured || ends && (strong || is_closed(tokens, name.next))
        }
        Kind::Slash => ends && strong,
        Kind::Word if is_and(ctx, before) => {
            // `Co-Founder & COO, Some Firm`
            let sign = &ctx.text[before.range()] == "&";
            honoured
                || ends
                    && (only_names
                        || strong && !sign
                        || begun.is_some_and(|b| is_bare(ctx, &tokens[b..at - 1]))
                        || tokens[..at - 1]
                            .last()
                            .is_some_and(|t| t.kind == Kind::Close))
        }
        Kind::Word => {
            honoured && is_titled(ctx, tokens, at) || runs_on(ctx, tokens, begun, at, &name)
        }
        _ => false,
    };
    fits.then_some(name)
}

/// Whether a person may begin at a token, by the one before it; asked before the name is read.
fn may_start(ctx: Context, tokens: &[Token], at: usize, begun: Option<usize>) -> bool {
    let before = &tokens[at - 1];
    match before.kind {
        Kind::Comma | Kind::Close | Kind::Line | Kind::Stop | Kind::Slash => true,
        Kind::Word if is_and(ctx, before) => true,
        Kind::Word if before.has(Flags::CONNECTOR) => false,
        Kind::Word => {
            let from = begun.map(|b| b.max(at.saturating_sub(LONGEST_PART)));
            let runs_on = |from: usize| tokens[from..at].iter().any(|t| !t.is_word());
            tokens[at].has(Flags::HONORIFIC) || from.is_some_and(runs_on)
        }
        _ => false,
    }
}

/// Whether what follows a name is what follows people: a mark, the end, `of`.
fn ends_well(ctx: Context, tokens: &[Token], next: usize) -> bool {
    tokens.get(next).is_none_or(|t| {
        !t.is_word()
            || t.has(Flags::AND)
            || !t.has(Flags::CAPITAL) && ctx.words.lexicon.list(List::From).is(&ctx.text[t.range()])
    })
}

/// Whether the words are a name and nothing else.
fn is_bare(ctx: Context, tokens: &[Token]) -> bool {
    any_name(ctx, tokens, 0)
        .is_some_and(|n| n.next >= tokens.len() || tokens[n.next..].iter().all(|t| !t.is_word()))
}

fn is_titled(ctx: Context, tokens: &[Token], at: usize) -> bool {
    honorific(ctx.text, tokens, at, ctx.words)
        .0
        .is_some_and(|r| {
            !matches!(
                &ctx.text[r],
                "Chief" | "General" | "Professor" | "Ambassador" | "Senator"
            )
        })
}

/// Whether a job stands at the start of the part behind the comma `comma`.
fn job_behind(ctx: Context, tokens: &[Token], comma: usize) -> bool {
    let Some(rest) = tokens.get(comma + 1..).filter(|_| {
        tokens
            .get(comma)
            .is_some_and(|t| matches!(t.kind, Kind::Comma | Kind::Dash))
    }) else {
        return false;
    };
    let end = rest.iter().position(|t| !t.is_word()).unwrap_or(rest.len());
    job_evidence(ctx.text, &rest[..end], ctx.words) == Evidence::Strong
}

/// A name between commas is a new person where a job follows, or where its given name says so.
fn begins_here(
    ctx: Context,
    tokens: &[Token],
    begun: Option<usize>,
    at: usize,
    name: &Name,
) -> bool {
    // `Ana NOVAK, Bo LIND, Chairs`: nothing but surnames is set so.
    let capitals = |n: &Name| ends_in_capitals(&ctx.text[n.name.clone()]);
    let alike = || {
        begun
            .and_then(|b| any_name(ctx, tokens, b))
            .is_some_and(|n| capitals(&n))
    };
    if capitals(name) && alike() {
        return true;
    }
    let part = &tokens[at..name.next];
    if organisation_evidence(ctx.text, part, ctx.words, ctx.known) > Evidence::Weak
        || ctx.known.is_organisation(ctx.slice(part))
    {
        return false;
    }
    let bracket = tokens.get(name.next).is_some_and(|t| t.kind == Kind::Open);
    let had_more = begun.is_some_and(|b| !is_bare(ctx, &tokens[b..at - 1]));
    match name.evidence {
        Evidence::Strong => true,
        _ => had_more && (job_behind(ctx, tokens, name.next) || bracket),
    }
}

/// Whether a name's last word is set in capitals and its first is not.
fn ends_in_capitals(name: &str) -> bool {
    let mut words = name.split(' ');
    let first = words.next().unwrap_or("");
    let last = words.next_back().unwrap_or("");
    let small = first.contains(char::is_lowercase);
    small && last.chars().count() > 2 && !last.contains(char::is_lowercase)
}

/// No job or organisation has more words.
const LONGEST_PART: usize = 40;

/// `ORG Jane Doe, Job`: a name without a mark before it, but with a job or a bracket behind it.
fn runs_on(ctx: Context, tokens: &[Token], begun: Option<usize>, at: usize, name: &Name) -> bool {
    let Some(begun) = begun else { return false };
    let behind = tokens.get(name.next);
    let bracket = behind.is_some_and(|t| t.kind == Kind::Open);
    let before = &tokens[at - 1];
    let near = at.saturating_sub(LONGEST_PART);
    let Some(mark) = tokens[near..at].iter().rposition(|t| !t.is_word()) else {
        return false;
    };
    let part = near + mark + 1;
    let fresh = any_name(ctx, tokens, begun).is_some_and(|n| n.next < at) && part > begun;
    let complete = is_complete(ctx, &tokens[part.max(begun)..at]);
    if !fresh || before.has(Flags::CONNECTOR.with(Flags::AND)) {
        return false;
    }
    let job = job_behind(ctx, tokens, name.next);
    let first_given = name_begins_with_given(tokens, at);
    // A later start that the walk will still reach is better where the name here begins with no given name.
    let better = !first_given
        && (at + 1..name.next.saturating_sub(1))
            .any(|i| name_begins_with_given(tokens, i) || ends_organisation(ctx, &tokens[i - 1]));
    let longer = name.next - at > 3 && !first_given && !complete;
    let sure = name.evidence > Evidence::Weak && first_given;
    !better
        && !longer
        && match () {
            _ if job || bracket => sure || complete,
            _ => sure && complete && is_closed(tokens, name.next),
        }
}

fn name_begins_with_given(tokens: &[Token], at: usize) -> bool {
    tokens[at].has(Flags::GIVEN) || tokens[at].has(Flags::INITIAL)
}

/// A word with which organisations end.
fn ends_organisation(ctx: Context, token: &Token) -> bool {
    token.has(Flags::ORGANISATION.with(Flags::UNIT)) || is_sign(token, ctx.text, ctx.known)
}

/// Whether the words before could be a whole organisation, place or job.
fn is_complete(ctx: Context, words: &[Token]) -> bool {
    let Some(last) = words.last() else {
        return false;
    };
    let printed = &ctx.text[last.range()];
    ends_organisation(ctx, last)
        || last.has(Flags::JOB)
        || ctx.known.is_organisation(ctx.slice(words))
        || ctx
            .words
            .lexicon
            .list(List::OrganisationName)
            .is(ctx.slice(words))
        || country(printed).is_some()
        || city(printed).is_some_and(|c| c.population > 300_000)
}
