//! Sentences that the layout broke: a box, a page or a note between their halves.

use super::{Outline, Unit, UnitKind};
use crate::block::{
    Kind, Style, is_dated_head, may_start_at_noon, starts_like_range, starts_like_time, talk,
};
use crate::span::Span;
use crate::value::find_within;

/// A paragraph that was put together from two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejoined {
    /// Where the first part ends.
    pub first: Span,
    /// The part that was found elsewhere.
    pub rest: Span,
    /// Whether anything but blanks and furniture stood between.
    pub apart: bool,
}

/// How many units the second half of a sentence may be away.
const REACH: usize = 14;

/// Joins the halves of broken paragraphs and parts what a box ran together with the text.
pub(super) fn rejoin(outline: &mut Outline) {
    part_boxes(outline);
    let mut units = std::mem::take(&mut outline.units).into_iter();
    let mut kept: Vec<Unit> = Vec::with_capacity(units.len());
    while let Some(unit) = units.next() {
        let target = match unit.kind {
            UnitKind::Paragraph => half(outline, &kept, &unit, units.as_slice()),
            _ => None,
        };
        let Some(at) = target else {
            kept.push(unit);
            continue;
        };
        let (first, rest) = (place(&kept[at]), place(&unit));
        let apart = at + 1 < kept.len();
        outline.rejoined.push(Rejoined { first, rest, apart });
        outline.layout.go_on(&mut kept[at].flow, &unit.flow);
    }
    outline.units = kept;
}

fn place(unit: &Unit) -> Span {
    unit.flow
        .spans(0..unit.flow.len())
        .cover()
        .unwrap_or_default()
}

/// The unit whose sentence this paragraph finishes. One that begins with a capital does so only right behind it, and
/// where no paragraph close by begins in the middle of a sentence.
fn half(outline: &Outline, kept: &[Unit], unit: &Unit, ahead: &[Unit]) -> Option<usize> {
    let text = unit.text();
    let lower = text.starts_with(char::is_lowercase);
    let paragraphs = ahead
        .iter()
        .take(3)
        .filter(|u| u.kind == UnitKind::Paragraph);
    let tail_ahead = paragraphs
        .into_iter()
        .any(|u| u.text().starts_with(char::is_lowercase));
    if !lower && tail_ahead {
        return None;
    }
    let timed = starts_like_time(text) || starts_like_range(text);
    // `-- Recommended that`: a line of a list.
    let listed = text.starts_with("--") || text.starts_with(['\u{2013}', '\u{2014}']);
    // `ana: I agree`: a turn of a talk.
    let turn = talk::turn(text).is_some();
    let dated = is_dated_head(text);
    let first = text.split(' ').next().unwrap_or("");
    let address = text.starts_with("http") || text.starts_with("www.") || first.contains('@');
    // The number of an item on a line of its own.
    let lone =
        text.len() <= 3 && text.ends_with('.') && text.starts_with(|c: char| c.is_ascii_digit());
    let other = address || timed || dated || listed || turn || lone;
    if other || !lower && opens_with_label(text) {
        return None;
    }
    let noon = lower && may_start_at_noon(text);
    for (distance, (i, before)) in kept.iter().enumerate().rev().take(REACH).enumerate() {
        // `noon to 1:30 p.m.` below an item that a time begins is the next.
        if is_barrier(outline, before) || noon && is_below_time(&kept[..=i]) {
            return None;
        }
        if !matches!(before.kind, UnitKind::Paragraph | UnitKind::Item) {
            continue;
        }
        let paged = distance == 0 && is_paged(outline, before, unit);
        if paged && is_bracket_cut(before.text(), text) {
            return Some(i);
        }
        let apart = unit.gap > 0 || !paged && !lower;
        if distance == 0 && apart && is_scrap(text) && !breaks_off(before.text()) {
            return None;
        }
        let full = paged || last_line(before) >= FULL_LINE;
        if is_open(before, lower, paged)
            && (lower || (distance == 0 && full && is_prose(before, paged)))
        {
            return Some(i);
        }
        if !lower && distance == 0 {
            return None;
        }
    }
    None
}

/// Whether the last units are the lines of an item that begins with a time.
fn is_below_time(kept: &[Unit]) -> bool {
    let mut over = false;
    let mut lines = kept.iter().rev().take(4).take_while(|u| {
        let own = !over;
        over = u.gap > 0;
        own
    });
    lines.any(|u| starts_like_time(u.text()))
}

/// The shortest line that a sentence may break off in where its other half begins with a capital.
const FULL_LINE: usize = 58;

/// The length of the last line of a unit.
fn last_line(unit: &Unit) -> usize {
    unit.flow.lines().last().map_or(0, |r| r.len())
}

/// A few words that no stop ends: rather a button or a signature than the end of a sentence.
fn is_scrap(text: &str) -> bool {
    !text.ends_with(['.', '!', '?', ';', ',', ')', '"', '\u{201d}'])
        && text.split(' ').nth(4).is_none()
}

/// `In attendance: A, B`: a few words and a colon begin a text of their own.
fn opens_with_label(text: &str) -> bool {
    let label = find_within(text, ": ", 40).map(|end| &text[..end]);
    label.is_some_and(|l| l.split(' ').count() <= 4)
}

/// A heading that no sentence runs across.
fn is_barrier(outline: &Outline, unit: &Unit) -> bool {
    let style = outline.blocks[unit.block].style;
    matches!(unit.kind, UnitKind::Heading(_))
        && matches!(
            style,
            Some(Style::Hash(_) | Style::Numbered { capitals: true, .. } | Style::Ordered { .. })
        )
}

/// Whether a page ends inside brackets, or before those that belong to the last words.
fn is_bracket_cut(before: &str, text: &str) -> bool {
    let inside = |open, close| {
        let opened = before
            .rfind(open)
            .is_some_and(|at| !before[at..].contains(close));
        let closed = text
            .find(close)
            .is_some_and(|at| !text[..at].contains(open));
        opened && closed
    };
    let whole = before.ends_with(['.', '!', '?', ';', ':', ')', ']']);
    // `(A. Example, May)` behind a whole sentence says who is to do it.
    let remark =
        text.ends_with(')') && text.len() <= 80 && text.contains(", ") && !text.contains(':');
    let behind = text.starts_with('(') && text.contains(')') && (!whole || remark);
    inside('(', ')') || inside('[', ']') || behind
}

/// Whether a unit's last sentence is not finished. A colon is finished unless small letters follow, an item unless they do
/// behind a page's end or a word that ends none; a line of a list of contents is finished.
fn is_open(unit: &Unit, lower_follows: bool, paged: bool) -> bool {
    let text = unit
        .text()
        .trim_end_matches(['"', '\u{201d}', '\u{2019}', ')', ' ']);
    let closed = text.len() < 40
        || text.ends_with(['.', '!', '?', ';', '\u{2026}'])
        || (text.ends_with(':') && !lower_follows)
        || is_remark(unit.text())
        || text.contains("....") && text.ends_with(|c: char| c.is_ascii_digit())
        || ends_in_label(unit.text())
        || leads_on(text);
    let item = matches!(unit.kind, UnitKind::Item);
    let boxed = || enclosed_end(unit.text()) == Some(unit.text().len());
    !closed && !boxed() && (!item || (lower_follows && (paged || breaks_off(text))))
}

/// Ends in the small word behind a semicolon that joins the last two of a list: `be sold; and`.
fn leads_on(text: &str) -> bool {
    let last = text.rsplit_once(' ');
    last.is_some_and(|(head, word)| word.len() <= 3 && head.ends_with(';'))
}

/// Ends in brackets that stand behind a whole sentence: `Send it. [A. Example, May]`.
fn is_remark(text: &str) -> bool {
    let open = match text.trim_end().chars().next_back() {
        Some(')') => text.rfind(" ("),
        Some(']') => text.rfind(" ["),
        _ => None,
    };
    open.is_some_and(|at| text[..at].trim_end().ends_with(['.', '!', '?']))
}

/// Ends in a label with a few words of its own behind a whole sentence: `It is to be mended. ACTION: Clerk`.
fn ends_in_label(text: &str) -> bool {
    let last = memchr::memmem::rfind(text.as_bytes(), b". ").map_or("", |i| &text[i + 2..]);
    opens_with_label(last) && (last.split(' ').count() <= 8 || last.ends_with(')'))
}

/// Ends in a comma, a hyphen or a small word, as no item does.
fn breaks_off(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or("");
    text.ends_with([',', '-']) || (last.len() <= 3 && last.chars().all(char::is_lowercase))
}

/// Whether the foot or head of a page stands between two units.
fn is_paged(outline: &Outline, before: &Unit, unit: &Unit) -> bool {
    let between = outline.blocks.get(before.block + 1..unit.block);
    between.is_some_and(|b| b.iter().any(|b| b.kind == Kind::Furniture))
}

/// Running text of which a sentence is already whole, or which stops after a small word; no line of names. It is long,
/// but where a page ends.
fn is_prose(unit: &Unit, paged: bool) -> bool {
    let text = unit.text();
    // `at 2.30 p.m. at the hall` has no sentence before its stop.
    let whole = text.match_indices(". ").any(|(i, _)| {
        let next = text[i + 2..]
            .trim_start()
            .starts_with(|c: char| !c.is_lowercase());
        let word = text[..i].ends_with(char::is_lowercase) && !is_title(&text[..i]);
        next && (word || text[..i].ends_with(')'))
    });
    (text.len() >= if paged { 60 } else { 100 } && whole) || (text.len() >= 60 && breaks_off(text))
}

/// Whether a text ends in a title before a name, `Mr`, `Prof`: short, with a capital.
fn is_title(text: &str) -> bool {
    let word = text.rsplit([' ', '(']).next().unwrap_or("");
    word.len() <= 4 && word.starts_with(char::is_uppercase)
}

/// A value of a box that the text behind it was run together with: `Name (Org, Job) During the first round ...`.
///
/// The values under a label above show the form; only a line of that form is parted.
fn part_boxes(outline: &mut Outline) {
    let mut parted: Vec<(usize, usize)> = Vec::new();
    let mut in_box = false;
    for (i, unit) in outline.units.iter().enumerate() {
        let text = unit.text();
        match unit.kind {
            UnitKind::Label => in_box = true,
            UnitKind::Paragraph if in_box => match enclosed_end(text) {
                Some(end) if end == text.len() => {}
                Some(end) => {
                    parted.push((i, end));
                    in_box = false;
                }
                None => in_box = text.len() < 30,
            },
            _ => in_box = false,
        }
    }
    for (i, end) in parted.into_iter().rev() {
        let flow = outline.units[i].flow.clone();
        let mut rest = outline.units[i].clone();
        rest.flow = flow.slice(end..flow.len()).trim();
        outline.units[i].flow = flow.slice(0..end);
        outline.units.insert(i + 1, rest);
    }
}

/// Where `Some Words (in brackets, too)` ends, if the text begins so and either ends there or goes on as a sentence.
fn enclosed_end(text: &str) -> Option<usize> {
    let open = find_within(text, " (", 60)?;
    let close = memchr::memchr(b')', &text.as_bytes()[open..]).map(|i| open + i + 1)?;
    let rest = text[close..].trim_start();
    let sentence = rest.len() >= 40 && rest.starts_with(char::is_uppercase);
    let names = text[..open]
        .split(' ')
        .all(|w| w.starts_with(char::is_uppercase) || w.len() <= 3);
    (names && (rest.is_empty() || sentence)).then_some(close)
}
