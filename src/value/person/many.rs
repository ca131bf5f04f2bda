//! Cells that run several people together.

use super::affiliation::{Context, cover, is_sign, job_evidence, organisation_evidence};
use super::evidence::{Evidence, Known};
use super::label::{RoleLabel, group_before, role_at, role_before};
use super::name::{Name, honorific, name_from};
use super::one::{any_name, person_in};
use super::token::{Kind, Token, tokens};
use super::words::{Flags, Words};
use super::{Person, Role};
use crate::lexicon::{Lang, List};
use crate::value::place::{city, country};
use std::ops::Range;

/// Everyone that a cell or line names, in order.
///
/// Labels of roles and groups, semicolons, line ends and brackets part people; where nothing does, a name before a job.
pub fn people(text: &str, lang: Lang, known: &Known) -> Vec<Person> {
    let words = Words::of(lang);
    let ctx = Context { text, words, known };
    let tokens = tokens(text, words);
    let mut found = Vec::new();
    for section in sections(ctx, &tokens) {
        section.people(ctx, &mut found);
    }
    found
}

/// A stretch of text under one label.
struct Section<'t> {
    role: Option<RoleLabel>,
    group: Option<Range<usize>>,
    organisation: Option<Range<usize>>,
    tokens: &'t [Token],
}

/// A label's first token, the token after it, and what it is.
struct Label {
    at: usize,
    next: usize,
    what: What,
}

enum What {
    Role(RoleLabel),
    /// A numbered group, whose heading may go on behind the colon.
    Group,
    /// Anything else before a colon.
    Free,
    /// A hard edge without a label.
    Edge,
}

/// Cuts the tokens at labels and hard edges.
fn sections<'t>(ctx: Context, tokens: &'t [Token]) -> Vec<Section<'t>> {
    let labels = labels(ctx, tokens);
    let mut sections: Vec<Section> = Vec::new();
    let mut role: Option<RoleLabel> = None;
    let mut group: Option<Range<usize>> = None;
    let mut organisation = None;
    let first = labels.first().map_or(tokens.len(), |l| l.at);
    let mut push = |role: &Option<RoleLabel>,
                    group: &Option<Range<usize>>,
                    organisation: &Option<Range<usize>>,
                    tokens: &'t [Token]| {
        sections.push(Section {
            role: role.clone(),
            group: group.clone(),
            organisation: organisation.clone(),
            tokens,
        });
    };
    push(&role, &group, &organisation, &tokens[..first]);
    for (i, label) in labels.iter().enumerate() {
        let mut next = label.next;
        let end = labels.get(i + 1).map_or(tokens.len(), |l| l.at).max(next);
        let titled = labels
            .get(i + 1)
            .is_some_and(|l| matches!(l.what, What::Role(_)));
        match &label.what {
            What::Role(found) => role = Some(found.clone()),
            What::Group => {
                next = end_of_title(ctx, tokens, next, end, titled);
                group = cover(trim(&tokens[label.at..next]));
                (role, organisation) = (None, None);
            }
            What::Free => {
                let before = &tokens[label.at..label.next - 1];
                let sender = organisation_evidence(ctx.text, before, ctx.words, ctx.known)
                    >= Evidence::Likely;
                organisation = cover(before).filter(|_| sender);
                if !sender {
                    group = cover(before);
                    role = None;
                }
            }
            What::Edge => {
                organisation = None;
                role = role.filter(|r| r.many || !is_lonely(r.role));
            }
        }
        push(&role, &group, &organisation, &tokens[next..end]);
    }
    sections
}

/// Roles that one person has at a time.
fn is_lonely(role: Role) -> bool {
    matches!(
        role,
        Role::Moderator | Role::Chair | Role::Keynote | Role::Lead | Role::CoLead | Role::Host
    )
}

/// Where the heading of a group ends: at its first person, or at its end where a role label follows.
fn end_of_title(ctx: Context, tokens: &[Token], start: usize, end: usize, titled: bool) -> usize {
    if titled {
        return end;
    }
    let mut at = start;
    while at < end {
        let fresh = at == start || !tokens[at - 1].is_word();
        if fresh
            && any_name(ctx, &tokens[..end], at)
                .is_some_and(|n| n.evidence > Evidence::Weak || is_closed(&tokens[..end], n.next))
        {
            return at;
        }
        at += 1;
    }
    start
}

fn trim(mut tokens: &[Token]) -> &[Token] {
    while let Some((last, rest)) = tokens
        .split_last()
        .filter(|(t, _)| !t.is_word() && t.kind != Kind::Close)
    {
        debug_assert!(!last.is_word());
        tokens = rest;
    }
    tokens
}

fn labels(ctx: Context, tokens: &[Token]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    let (mut depth, mut edge) = (0usize, 0);
    let mut at = 0;
    while at < tokens.len() {
        let fresh = at == edge;
        let role = role_at(ctx, tokens, at).filter(|_| fresh && depth == 0);
        if let Some(role) = role {
            (at, edge) = (role.next, role.next);
            add(&mut labels, role.at, role.next, What::Role(role));
            continue;
        }
        match tokens[at].kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Colon if depth == 0 => {
                colon(ctx, tokens, at, edge, &mut labels);
                edge = at + 1;
            }
            Kind::Dash if depth == 0 && group_before(ctx, tokens, at).is_some() => {
                let start = group_before(ctx, tokens, at).unwrap_or(at);
                add(&mut labels, start, at + 1, What::Group);
                edge = at + 1;
            }
            Kind::Semicolon | Kind::Break if depth == 0 => {
                add(&mut labels, at, at + 1, What::Edge);
                edge = at + 1;
            }
            Kind::Line if begins_person(ctx, tokens, at + 1) => {
                depth = 0;
                add(&mut labels, at, at + 1, What::Edge);
                edge = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    labels
}

fn add(labels: &mut Vec<Label>, at: usize, next: usize, what: What) {
    let from = labels.last().map_or(0, |l| l.next);
    labels.push(Label {
        at: at.max(from),
        next: next.max(from),
        what,
    });
}

fn colon(ctx: Context, tokens: &[Token], at: usize, edge: usize, labels: &mut Vec<Label>) {
    if let Some(role) = role_before(ctx, &tokens[..at + 1], at).filter(|r| r.at >= edge) {
        add(labels, role.at, role.next, What::Role(role));
    } else if let Some(start) = group_before(ctx, tokens, at).filter(|s| *s >= edge) {
        add(labels, start, at + 1, What::Group);
    } else if at > edge
        && tokens[edge..at]
            .iter()
            .all(|t| t.is_word() || t.kind != Kind::Comma)
    {
        add(labels, edge, at + 1, What::Free);
    }
}

/// Whether a line begins with a person or a role.
fn begins_person(ctx: Context, tokens: &[Token], at: usize) -> bool {
    let number = usize::from(tokens.get(at).is_some_and(|t| t.has(Flags::ODD)));
    let Some(first) = tokens.get(at + number) else {
        return true;
    };
    if !first.is_word() {
        return true;
    }
    let role = role_at(ctx, tokens, at).is_some();
    role || any_name(ctx, tokens, at + number)
        .is_some_and(|n| n.evidence > Evidence::Weak || is_closed(tokens, n.next))
}

/// Whether a mark stands where a name ends.
fn is_closed(tokens: &[Token], next: usize) -> bool {
    tokens.get(next).is_none_or(|t| !t.is_word())
}

impl Section<'_> {
    fn people(&self, ctx: Context, found: &mut Vec<Person>) {
        let starts = starts(ctx, self.tokens);
        let begin = starts
            .first()
            .map_or(0, |s| s.at)
            .min(if starts.is_empty() { 0 } else { usize::MAX });
        let begin = if starts.first().is_some_and(|s| s.at > 0) {
            0
        } else {
            begin
        };
        let mut from = begin;
        let mut joined = true;
        for i in 0..starts.len().max(1) {
            let to = starts.get(i + 1).map_or(self.tokens.len(), |s| s.at);
            let chunk = without_links(&self.tokens[from..to]);
            from = to;
            let Some(mut person) = person_in(ctx, chunk) else {
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

/// Where a person begins, and whether `and` joins them to the one before.
struct Start {
    at: usize,
    joined: bool,
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
                let joined = at > 0 && tokens[at - 1].has(Flags::AND);
                starts.push(Start { at, joined });
                at = name.next.max(at + 1);
            }
            None => at += 1,
        }
    }
    starts
}

/// Whether every part between commas and `and` is a name: then all are people.
fn is_list_of_names(ctx: Context, tokens: &[Token]) -> bool {
    let parts: Vec<_> = tokens
        .split(|t| t.kind == Kind::Comma || t.has(Flags::AND) && !t.has(Flags::CAPITAL))
        .filter(|p| !p.is_empty())
        .collect();
    let names: Vec<_> = parts
        .iter()
        .filter_map(|p| name_from(ctx.text, p, 0, ctx.words).filter(|n| n.next == p.len()))
        .collect();
    let sure = |least| names.iter().skip(1).filter(|n| n.evidence >= least).count();
    names.len() == parts.len()
        && (parts.len() > 2 && sure(Evidence::Likely) * 2 >= parts.len() - 1
            || parts.len() == 2 && is_second_name(ctx, tokens, &names))
}

/// Whether the second of two names is a person's: initials or a given name, and not the first's surname, which would be a firm.
fn is_second_name(ctx: Context, tokens: &[Token], names: &[Name]) -> bool {
    let [first, second] = names else { return false };
    let word = |n: &Name, at: usize| {
        ctx.text[n.name.clone()]
            .split(' ')
            .nth(at)
            .map(str::to_string)
    };
    let initial = tokens
        .iter()
        .any(|t| t.start == second.name.start && t.has(Flags::INITIAL));
    let firm = word(first, 1).is_some() && word(first, 1) == word(second, 0);
    (second.evidence == Evidence::Strong || initial) && !firm
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
    let name = any_name(ctx, tokens, at)?;
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
        Kind::Word if before.has(Flags::AND) && !before.has(Flags::CAPITAL) => {
            honoured
                || ends
                    && (only_names
                        || strong
                        || begun.is_some_and(|b| is_bare(ctx, &tokens[b..at - 1]))
                        || tokens[..at - 1]
                            .last()
                            .is_some_and(|t| t.kind == Kind::Close))
        }
        Kind::Word => {
            !before.has(Flags::CONNECTOR)
                && (honoured && is_titled(ctx, tokens, at)
                    || runs_on(ctx, tokens, begun, at, &name))
        }
        _ => false,
    };
    fits.then_some(name)
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
