//! Labels before people: a role (`Moderator:`), a group (`Table 1: Water`), or whoever sent them (`ABC: `).

use super::Role;
use super::grade::Context;
use super::name::name_from;
use super::token::{Kind, Token};
use super::words::Flags;
use crate::lexicon::{List, PerLang, Tagged};
use std::ops::Range;

/// A role label: where it stands and the token after it.
#[derive(Clone, Debug)]
pub(super) struct RoleLabel {
    pub range: Range<usize>,
    pub role: Role,
    /// The token that begins the label.
    pub at: usize,
    /// The token after the label and its colon.
    pub next: usize,
    /// Whether the label announces several people.
    pub many: bool,
}

/// No role label has more words.
const MOST_WORDS: usize = 4;

/// The role that the whole of a text names.
pub(super) fn role_of(ctx: Context, text: &str) -> Option<Role> {
    static SETS: PerLang<Tagged<Role>> = PerLang::new();
    let lexicon = ctx.words.lexicon;
    let lists = || Role::LISTS.iter().map(|&(role, list)| (list, role));
    let set = SETS.of(lexicon.lang(), || Tagged::new(lexicon, lists()));
    set.is(text)
}

/// The role label that begins at token `at`: with a colon, a tab or a dash behind it, or directly before a name.
pub(super) fn role_at(ctx: Context, tokens: &[Token], at: usize) -> Option<RoleLabel> {
    let first = tokens.get(at).filter(|t| t.has(Flags::ROLE))?;
    let words = tokens[at..]
        .iter()
        .take_while(|t| t.is_word())
        .take(MOST_WORDS)
        .count();
    (1..=words).rev().find_map(|n| {
        let range = first.start..tokens[at + n - 1].end;
        let role = role_of(ctx, &ctx.text[range.clone()])?;
        let (range, end) = plural_in_brackets(ctx, tokens, range, at + n);
        let (range, end) = with_count(ctx, tokens, range, end);
        let next = tokens.get(end);
        let marked = next.is_some_and(|t| matches!(t.kind, Kind::Colon | Kind::Break | Kind::Dash));
        let printed = &ctx.text[range.clone()];
        let by = printed.ends_with("by");
        let named = || {
            name_from(ctx.text, tokens, end, ctx.words)
                .is_some_and(|n| by || n.evidence > super::Evidence::Weak)
        };
        let lined = || next.is_some_and(|t| t.kind == Kind::Line) && at == 0;
        (marked || lined() || named()).then(|| RoleLabel {
            many: is_plural(printed),
            role,
            at,
            next: end + usize::from(marked || lined()),
            range,
        })
    })
}

/// The role label that ends at the colon `colon`, over its longest words.
pub(super) fn role_before(ctx: Context, tokens: &[Token], colon: usize) -> Option<RoleLabel> {
    let mut end = colon;
    if let [.., open, s, close] = &tokens[..colon]
        && open.kind == Kind::Open
        && close.kind == Kind::Close
        && ctx.text[s.range()].eq_ignore_ascii_case("s")
    {
        end -= 3;
    }
    let words = tokens[..end]
        .iter()
        .rev()
        .take_while(|t| t.is_word())
        .take(MOST_WORDS)
        .count();
    let at = (1..=words).rev().map(|n| end - n).find(|&at| {
        let may = tokens[at].has(Flags::ROLE);
        may && role_of(ctx, ctx.slice(&tokens[at..end])).is_some()
    })?;
    Some(RoleLabel {
        range: tokens[at].start..tokens[colon - 1].end,
        role: role_of(ctx, ctx.slice(&tokens[at..end]))?,
        at,
        next: colon + 1,
        many: end < colon || is_plural(ctx.slice(&tokens[at..end])),
    })
}

/// `Speaker 2:`: one of several who do the same; `Panel 2:` is a group.
fn with_count(
    ctx: Context,
    tokens: &[Token],
    range: Range<usize>,
    end: usize,
) -> (Range<usize>, usize) {
    match tokens.get(end..end + 2) {
        Some([number, colon])
            if colon.kind == Kind::Colon
                && is_count(&ctx.text[number.range()])
                && group_before(ctx, tokens, end + 1).is_none() =>
        {
            (range.start..number.end, end + 1)
        }
        _ => (range, end),
    }
}

/// A number of one or two digits.
fn is_count(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// `Moderator(s)`.
fn plural_in_brackets(
    ctx: Context,
    tokens: &[Token],
    range: Range<usize>,
    end: usize,
) -> (Range<usize>, usize) {
    match tokens.get(end..end + 3) {
        Some([open, s, close])
            if open.kind == Kind::Open
                && close.kind == Kind::Close
                && ctx.text[s.range()].eq_ignore_ascii_case("s") =>
        {
            (range.start..close.end, end + 3)
        }
        _ => (range, end),
    }
}

fn is_plural(label: &str) -> bool {
    label.ends_with(['s', 'S', ')']) || label.ends_with("by")
}

/// The token at which a group's label begins that ends before `colon`: a word for groups and a number or letter.
pub(super) fn group_before(ctx: Context, tokens: &[Token], colon: usize) -> Option<usize> {
    let number = tokens[..colon].last().filter(|t| t.is_word())?;
    let printed = &ctx.text[number.range()];
    let counts = printed.len() <= 3 && (number.has(Flags::ODD) || number.has(Flags::CAPITAL));
    let words = tokens[..colon - 1]
        .iter()
        .rev()
        .take_while(|t| t.is_word())
        .take(3)
        .count();
    let label = |at: usize| {
        ctx.words
            .lexicon
            .list(List::GroupLabel)
            .is(ctx.slice(&tokens[at..colon - 1]))
    };
    (1..=words)
        .rev()
        .map(|n| colon - 1 - n)
        .find(|&at| counts && label(at))
}
