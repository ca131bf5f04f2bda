//! One person, in any of the forms that reports print.

use super::affiliation::{Affiliation, affiliation, split, without_article};
use super::evidence::{Evidence, Known, looks_like_organisation};
use super::grade::{Context, cover, job_evidence, organisation_evidence};
use super::label::{role_at, role_of};
use super::name::{NAMES, Name, any_order, name_from};
use super::token::{Kind, Token, tokens};
use super::words::{Flags, Words};
use super::{Person, Role};
use crate::lexicon::{Lang, List};
use std::ops::Range;

/// The one person that a text names: `Name, Job, Organisation`, `Name (Organisation, Job)`, `Name of Organisation`, `Role: Name`,
/// `Organisation: Name`, `Job Name`, with commas inside jobs and organisations.
pub fn person(text: &str, lang: Lang, known: &Known) -> Option<Person> {
    let words = Words::of(lang);
    let ctx = Context { text, words, known };
    person_in(ctx, &tokens(text, words))
}

/// As [`person`], over tokens.
pub(super) fn person_in(ctx: Context, tokens: &[Token]) -> Option<Person> {
    person_with(ctx, tokens, None)
}

/// The same where the name is known that [`any_name`] reads at the first token.
pub(super) fn person_with(ctx: Context, tokens: &[Token], name: Option<&Name>) -> Option<Person> {
    let all = tokens.len();
    let tokens = without_number(tokens);
    let name = name.filter(|_| tokens.len() == all);
    if let Some(label) = role_at(ctx, tokens, 0).filter(|l| l.next < tokens.len()) {
        let found = named_first(ctx, &tokens[label.next..])
            .or_else(|| job_first(ctx, &tokens[label.next..]));
        if let Some(mut person) = found {
            person.role = Some((label.range, label.role));
            return Some(spanned(person));
        }
    }
    let other = || {
        job_first(ctx, tokens)
            .or_else(|| organisation_first(ctx, tokens))
            .or_else(|| name_last(ctx, tokens))
    };
    let name = name.cloned().or_else(|| any_name(ctx, tokens, 0));
    name.and_then(|n| behind_name(ctx, tokens, &n))
        .or_else(other)
        .map(spanned)
}

/// A list's number or bullet is no part of a person.
fn without_number(tokens: &[Token]) -> &[Token] {
    let extra = |t: &Token| {
        matches!(
            t.kind,
            Kind::Stop | Kind::Close | Kind::Break | Kind::Dash | Kind::Line | Kind::Colon
        )
    };
    let number = usize::from(tokens.first().is_some_and(|t| t.has(Flags::ODD)));
    let marks = tokens[number..].iter().take_while(|t| extra(t)).count();
    if number == 1 && marks == 0 {
        tokens
    } else {
        &tokens[number + marks..]
    }
}

fn spanned(mut person: Person) -> Person {
    let fields = [
        &person.honorific,
        &person.job_title,
        &person.organisation,
        &person.place,
    ];
    let role = person.role.as_ref().map(|(range, _)| range);
    let all = fields.into_iter().flatten().chain(role);
    person.span = all.fold(person.name.clone(), |span, r| {
        span.start.min(r.start)..span.end.max(r.end)
    });
    person
}

fn of_name(name: &Name) -> Person {
    Person {
        honorific: name.honorific.clone(),
        name: name.name.clone(),
        first: name.first.clone(),
        last: name.last.clone(),
        ..Person::default()
    }
}

/// The name at a token, in either order.
pub(super) fn any_name(ctx: Context, tokens: &[Token], at: usize) -> Option<Name> {
    tokens.get(at).filter(|t| t.has(NAMES))?;
    any_order(ctx.text, tokens, at, ctx.words).or_else(|| known_name(ctx, tokens, at))
}

/// The name of a known person whose words are none that names have: `Eva Hall`.
fn known_name(ctx: Context, tokens: &[Token], at: usize) -> Option<Name> {
    let rest = tokens.get(at..)?;
    let first = rest.first().filter(|t| t.has(Flags::CAPITAL));
    first.filter(|_| ctx.known.has_people())?;
    let words = rest.iter().take(5).take_while(|t| t.is_word()).count();
    let known = |n: &usize| ctx.known.is_person(ctx.slice(&rest[..*n]));
    let count = (2..=words).rev().find(known)?;
    let span = rest[0].start..rest[count - 1].end;
    Some(Name {
        name: span.clone(),
        span,
        honorific: None,
        first: None,
        last: None,
        evidence: Evidence::Strong,
        next: at + count,
    })
}

/// A name, and what follows it.
fn named_first(ctx: Context, tokens: &[Token]) -> Option<Person> {
    behind_name(ctx, tokens, &any_name(ctx, tokens, 0)?)
}

/// The same where the name is read.
fn behind_name(ctx: Context, tokens: &[Token], name: &Name) -> Option<Person> {
    let rest = &tokens[name.next..];
    let joined = || {
        let first = rest.first();
        first.is_some_and(|t| t.is_word() && !t.has(Flags::CAPITAL) && !is_from(ctx, t))
    };
    let organisation = || {
        let words = !rest.is_empty() && rest.iter().all(Token::is_word);
        let evidence = || organisation_evidence(ctx.text, tokens, ctx.words, ctx.known);
        words && evidence() == Evidence::Strong
    };
    let bare = name.honorific.is_none() && name.evidence < Evidence::Strong;
    if bare && (joined() || organisation()) {
        return None;
    }
    if bare
        && rest.is_empty()
        && (ctx.known.is_organisation(ctx.slice(tokens))
            || ctx
                .words
                .lexicon
                .list(List::OrganisationName)
                .is(ctx.slice(tokens)))
    {
        return None;
    }
    let mut person = of_name(name);
    beside(ctx, rest, &mut person);
    Some(person)
}

fn is_from(ctx: Context, token: &Token) -> bool {
    ctx.words
        .lexicon
        .list(List::From)
        .is(&ctx.text[token.range()])
}

/// Reads what stands behind a name: up to four brackets or phrases, one behind the other.
fn beside(ctx: Context, rest: &[Token], person: &mut Person) {
    let mut rest = Some(rest);
    for _ in 0..4 {
        rest = rest.and_then(|r| beside_once(ctx, r, person));
    }
}

/// Reads one bracket or phrase and gives what is left.
fn beside_once<'t>(ctx: Context, rest: &'t [Token], person: &mut Person) -> Option<&'t [Token]> {
    match rest {
        [open, ..] if open.kind == Kind::Open => {
            let close = closing(rest);
            in_brackets(ctx, &rest[1..close], person);
            return rest.get(close + 1..);
        }
        [of, more @ ..] if of.is_word() && !of.has(Flags::CAPITAL) && is_from(ctx, of) => {
            let (body, tail) = more.split_at(extent(more));
            if let Some(range) = cover(body) {
                person.organisation = Some(without_article(ctx, range));
            }
            return Some(tail).filter(|t| t.first().is_some_and(|t| !t.is_word()));
        }
        // A verb: the sentence goes on about the person.
        [verb, ..] if verb.is_word() && !verb.has(Flags::CAPITAL) && !verb.has(Flags::JOB) => {}
        [] => {}
        _ => fill(person, with_role(ctx, rest, person.role.clone()), ctx),
    }
    None
}

/// The bracket that closes the first one, or the end.
fn closing(tokens: &[Token]) -> usize {
    let mut depth = 0usize;
    let closes = |t: &Token| {
        match t.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    tokens.iter().position(closes).unwrap_or(tokens.len())
}

/// How many tokens an organisation after `of` has: up to a mark or to a word that no name of one has, as the verb behind it.
fn extent(tokens: &[Token]) -> usize {
    let mut end = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let small = !token.has(Flags::CAPITAL);
        let noun = token.has(Flags::ORGANISATION.with(Flags::UNIT)) && end == at && at > 0;
        match token.kind {
            Kind::Word if !small || noun || token.has(Flags::ODD) => end = at + 1,
            Kind::Word
                if token.has(
                    Flags::CONNECTOR
                        .with(Flags::AND)
                        .with(Flags::PARTICLE)
                        .with(Flags::PREFIXED),
                ) => {}
            Kind::Open if at > 0 && end == at => {
                at += closing(&tokens[at..]).min(tokens.len() - 1 - at);
                end = at + 1;
            }
            _ => break,
        }
        at += 1;
    }
    end
}

/// `(chair)`, `(Ms)`, `(by phone)`, `(Organisation, Job)`.
fn in_brackets(ctx: Context, inner: &[Token], person: &mut Person) {
    let printed = ctx.slice(inner);
    let list = |list: List| {
        ctx.words
            .lexicon
            .list(list)
            .is(printed.trim_end_matches('.'))
    };
    if list(List::Aside) || inner.is_empty() {
        return;
    }
    if let Some((role, range)) = role_of(ctx, printed).zip(cover(inner)) {
        person.role.get_or_insert((range, role));
    } else if list(List::Honorific) {
        person.honorific = person.honorific.take().or_else(|| cover(inner));
    } else {
        fill(person, with_role(ctx, inner, None), ctx);
    }
}

/// Job and organisation of a list of parts, one of which may be a role.
fn with_role(
    ctx: Context,
    rest: &[Token],
    has: Option<(Range<usize>, Role)>,
) -> (Affiliation, Option<(Range<usize>, Role)>) {
    let only_role = |r: Role| {
        matches!(
            r,
            Role::Moderator
                | Role::Panelist
                | Role::Facilitator
                | Role::Discussant
                | Role::Keynote
                | Role::Presenter
                | Role::Speaker
        )
    };
    let last = split(rest).last().filter(|p| !p.is_empty());
    let role = last.and_then(|p| role_of(ctx, ctx.slice(p)).filter(|r| only_role(*r)));
    match (role, last) {
        (Some(role), Some(part)) if has.is_none() => {
            let range = cover(part).unwrap_or_default();
            (
                affiliation(ctx, &rest[..rest.len() - part.len()]),
                Some((range, role)),
            )
        }
        _ => (affiliation(ctx, rest), None),
    }
}

/// Fills what is still empty.
fn fill(
    person: &mut Person,
    (found, role): (Affiliation, Option<(Range<usize>, Role)>),
    ctx: Context,
) {
    let has = person.organisation.is_some();
    let graded = |r: &Range<usize>| {
        looks_like_organisation(&ctx.text[r.clone()], ctx.words.lexicon.lang(), ctx.known)
    };
    let (mut job, mut organisation) = (found.job, found.organisation);
    if let (true, Some(range)) = (has, organisation.clone()) {
        // "Name (ABC), Head, Housing Unit": with an organisation in brackets, what follows is the job.
        let unit = ctx
            .words
            .lexicon
            .list(List::Unit)
            .found_in(&ctx.text[range.clone()]);
        if graded(&range) < Evidence::Strong || unit {
            job = Some(job.map_or(range.start, |j| j.start.min(range.start))..range.end);
        }
        organisation = None;
    }
    person.job_title = person.job_title.take().or(job);
    person.organisation = person.organisation.take().or(organisation);
    person.place = person.place.take().or(found.place);
    person.role = person.role.take().or(role);
}

/// `Mayor Amina Odhiambo`, `Executive Director Jane Doe, ABC`: a job directly before a name.
fn job_first(ctx: Context, tokens: &[Token]) -> Option<Person> {
    let words = tokens.iter().take_while(|t| t.is_word()).take(8).count();
    let at = (1..words).find(|&i| {
        let before = &tokens[i - 1];
        let may = tokens[i].has(NAMES) && !before.has(Flags::CONNECTOR);
        let name = may.then(|| name_from(ctx.text, tokens, i, ctx.words));
        name.flatten().is_some_and(|n| {
            let title = n
                .honorific
                .as_ref()
                .is_some_and(|r| tokens[i].start == r.start && &ctx.text[r.clone()] == "General");
            let closed = tokens.get(n.next).is_none_or(|t| !t.is_word());
            let direct = before.has(Flags::JOB) && (closed || n.evidence > Evidence::Weak);
            !title
                && (direct || n.evidence == Evidence::Strong)
                && job_evidence(ctx.text, &tokens[..i], ctx.words) == Evidence::Strong
        })
    })?;
    let mut person = named_first(ctx, &tokens[at..])?;
    if person.job_title.is_none()
        && job_evidence(ctx.text, &tokens[..at], ctx.words) >= Evidence::Likely
    {
        person.job_title = cover(&tokens[..at]);
    }
    Some(person)
}

/// `ABC: Jane Doe`, `Water Board (Jane Doe)`: whoever sent them, and the name.
fn organisation_first(ctx: Context, tokens: &[Token]) -> Option<Person> {
    let mark = tokens
        .iter()
        .position(|t| matches!(t.kind, Kind::Colon | Kind::Open | Kind::Dash | Kind::Break))?;
    let (before, behind) = (&tokens[..mark], &tokens[mark + 1..]);
    let behind = match tokens[mark].kind {
        Kind::Open => {
            behind
                .split_last()
                .filter(|(t, _)| t.kind == Kind::Close)?
                .1
        }
        _ => behind,
    };
    let organisation = organisation_evidence(ctx.text, before, ctx.words, ctx.known);
    let job = job_evidence(ctx.text, before, ctx.words);
    let mut person = named_first(ctx, behind)?;
    let whole = any_name(ctx, behind, 0)?;
    let sure = whole.evidence > Evidence::Weak;
    let range = cover(before)?;
    if job >= Evidence::Likely && sure && person.job_title.is_none() {
        person.job_title = Some(range);
    } else if (organisation >= Evidence::Likely || organisation == Evidence::Weak && sure)
        && person.organisation.is_none()
    {
        person.organisation = Some(without_article(ctx, range));
    } else {
        return None;
    }
    Some(person)
}

/// `President of the Board, Jane Doe`.
fn name_last(ctx: Context, tokens: &[Token]) -> Option<Person> {
    let comma = tokens.iter().rposition(|t| t.kind == Kind::Comma)?;
    let name = name_from(ctx.text, tokens, comma + 1, ctx.words)?;
    let fits = name.next == tokens.len() && name.evidence > Evidence::Weak;
    if !fits || job_evidence(ctx.text, &tokens[..comma], ctx.words) < Evidence::Strong {
        return None;
    }
    let mut person = of_name(&name);
    fill(&mut person, with_role(ctx, &tokens[..comma], None), ctx);
    Some(person)
}
