//! Stretches of a cell under one label: a role, a group, whoever sent the people, or between hard edges.

use super::Role;
use super::evidence::Evidence;
use super::grade::{Context, cover, organisation_evidence};
use super::label::{RoleLabel, group_before, role_at, role_before};
use super::one::any_name;
use super::token::{Kind, Token};
use super::words::Flags;
use std::ops::Range;

/// A stretch of text under one label.
#[derive(Clone)]
pub(super) struct Section<'t> {
    pub role: Option<RoleLabel>,
    pub group: Option<Range<usize>>,
    pub organisation: Option<Range<usize>>,
    pub tokens: &'t [Token],
}

/// A label with what is said of it has no more words.
const MOST_EXPLAINED: usize = 8;

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

/// Cuts the tokens at labels and hard edges, and gives each stretch in turn.
pub(super) fn each_section<'t>(
    ctx: Context,
    tokens: &'t [Token],
    mut give: impl FnMut(Section<'t>),
) {
    let labels = labels(ctx, tokens);
    let first = labels.first().map_or(tokens.len(), |l| l.at);
    let mut section = Section {
        role: None,
        group: None,
        organisation: None,
        tokens: &tokens[..first],
    };
    give(section.clone());
    for (i, label) in labels.iter().enumerate() {
        let mut next = label.next;
        let end = labels.get(i + 1).map_or(tokens.len(), |l| l.at).max(next);
        let titled = labels
            .get(i + 1)
            .is_some_and(|l| matches!(l.what, What::Role(_)));
        match &label.what {
            What::Role(found) => section.role = Some(found.clone()),
            What::Group => {
                next = end_of_title(ctx, tokens, next, end, titled);
                section.group = cover(trim(&tokens[label.at..next]));
                (section.role, section.organisation) = (None, None);
            }
            What::Free => {
                let before = &tokens[label.at..label.next - 1];
                let sender = organisation_evidence(ctx.text, before, ctx.words, ctx.known)
                    >= Evidence::Likely;
                section.organisation = cover(before).filter(|_| sender);
                if !sender {
                    section.group = cover(before);
                    section.role = None;
                }
            }
            What::Edge => {
                section.organisation = None;
                section.role = section.role.filter(|r| r.many || !is_lonely(r.role));
            }
        }
        section.tokens = &tokens[next..end];
        give(section.clone());
    }
}

/// Roles that one person has at a time.
pub(super) fn is_lonely(role: Role) -> bool {
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
        if fresh
            && depth == 0
            && let Some(role) = role_at(ctx, tokens, at)
        {
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

/// A role with what is said of it in small letters before the colon: `Co-moderators chosen by the Board:`.
fn role_explained(ctx: Context, tokens: &[Token], edge: usize, at: usize) -> Option<RoleLabel> {
    let words = tokens
        .get(edge..at)
        .filter(|w| w.iter().all(Token::is_word))?;
    let small = |t: &Token| ctx.text[t.range()].starts_with(char::is_lowercase);
    let len = words
        .iter()
        .position(small)
        .filter(|n| (1..=2).contains(n))?;
    let verb = !words[len].has(Flags::CONNECTOR.with(Flags::AND));
    let label = role_before(ctx, &tokens[..edge + len + 1], edge + len)?;
    (verb && label.at == edge && words.len() <= MOST_EXPLAINED).then(|| RoleLabel {
        next: at + 1,
        ..label
    })
}

fn colon(ctx: Context, tokens: &[Token], at: usize, edge: usize, labels: &mut Vec<Label>) {
    if let Some(role) = role_explained(ctx, tokens, edge, at) {
        add(labels, role.at, role.next, What::Role(role));
    } else if let Some(role) = role_before(ctx, &tokens[..at + 1], at).filter(|r| r.at >= edge) {
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
pub(super) fn is_closed(tokens: &[Token], next: usize) -> bool {
    tokens.get(next).is_none_or(|t| !t.is_word())
}
