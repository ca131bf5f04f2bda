//! The lines of a part of the report as they stand, whatever the outline made of them.
//!
//! In a list of people a line of its own looks now like a heading, now like a paragraph, and two people may have been
//! joined into one paragraph. So lists are read by line again.

use super::piece::{Class, class};
use crate::block::{Block, Kind, Style};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::Outline;
use crate::schema::Text;
use crate::source::{Columns, Run, runs};
use crate::span::Span;
use std::ops::Range;

/// A line of a list.
#[derive(Clone, Debug)]
pub(super) struct Line<'s> {
    /// Its text, without bullet or number.
    pub flow: Flow<'s>,
    /// The parts between wide gaps, where there is more than one.
    pub columns: Vec<Flow<'s>>,
    /// The block it stands in.
    pub block: usize,
    /// What that block looks like.
    pub kind: Kind,
    /// How a heading is set.
    pub style: Option<Style>,
    /// The bullet or number before it; only on an item's first line.
    pub marker: Option<Text>,
    /// The box behind the bullet, `[x]` or `[ ]`.
    pub boxed: Option<Flow<'s>>,
    /// Whether a blank line stands before it.
    pub gap: bool,
    /// The whole line of the source, its indent and marker included.
    pub raw: Span,
    /// Bytes of blanks before the text and its marker.
    pub indent: usize,
}

impl Line<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        self.flow.as_str()
    }

    /// The printed number of a numbered item.
    pub fn number(&self) -> Option<Text> {
        let marker = self.marker.as_ref()?;
        let label = marker.value.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit());
        let at = marker.spans.cover()?.start as usize + marker.value.find(label)?;
        digits.then(|| Text::new(label, Span::new(at, at + label.len())))
    }
}

/// The lines of a range of blocks; table rows and what is no text are left out.
pub(super) fn lines<'s>(
    outline: &Outline<'s>,
    range: Range<usize>,
    lexicon: &Lexicon,
) -> Vec<Line<'s>> {
    let mut found: Vec<Line> = Vec::new();
    let (mut gap, mut paged) = (true, false);
    for at in range {
        let Some(block) = outline.blocks.get(at) else {
            break;
        };
        match block.kind {
            Kind::Blank => gap = true,
            // Numbers of lines in the margin stand on every page.
            Kind::Furniture if Columns::is_margin(outline.source.columns(), block.span.start) => {}
            Kind::Furniture => paged = true,
            Kind::TableRow | Kind::Footnote => {}
            _ => {
                // The blanks around the foot of a page say nothing, but behind an address that ends an entry.
                let open = found.last().is_some_and(|l| !l.text().contains('@'));
                let apart = gap && !(paged && open && block.kind == Kind::Paragraph);
                push(outline, at, block, apart, lexicon, &mut found);
                (gap, paged) = (false, false);
            }
        }
    }
    part_narrow(outline, &mut found);
    found
}

/// Parts a line at two blanks where its neighbour has its second column: the longest cell leaves no wide gap.
fn part_narrow<'s>(outline: &Outline<'s>, lines: &mut [Line<'s>]) {
    let text = &outline.source.text;
    let second = |line: &Line| {
        let [_, second] = line.columns.as_slice() else {
            return None;
        };
        let before = text.get(line.raw.start as usize..second.source_start() as usize)?;
        Some(before.chars().count())
    };
    for at in 0..lines.len() {
        let line = &lines[at];
        let own = outline.source.slice(line.raw).trim_end();
        if !line.columns.is_empty() || !own.trim_start().contains("  ") {
            continue;
        }
        let above = at.checked_sub(1).and_then(|i| second(&lines[i]));
        let below = || lines.get(at + 1).and_then(second);
        let Some((place, _)) = above
            .or_else(below)
            .and_then(|column| own.char_indices().nth(column))
        else {
            continue;
        };
        let (first, last) = own.split_at(place);
        if !first.ends_with("  ") || last.starts_with(' ') {
            continue;
        }
        let start = line.flow.source_start() as usize;
        let cut = line.raw.start as usize + place;
        let end = line.raw.start as usize + own.len();
        let head = text.get(start..cut).map_or(0, |t| t.trim_end().len());
        let spans = [Span::new(start, start + head), Span::new(cut, end)];
        lines[at].columns = spans.map(|s| outline.layout.clean(s)).to_vec();
    }
}

fn push<'s>(
    outline: &Outline<'s>,
    at: usize,
    block: &Block,
    gap: bool,
    lexicon: &Lexicon,
    found: &mut Vec<Line<'s>>,
) {
    let (marker, body) = initial(outline, block, lexicon);
    let text = &outline.source.text;
    let mut start = body.start as usize;
    let end = body.end as usize;
    let mut first = true;
    while start < end {
        let stop = memchr::memchr(b'\n', &text.as_bytes()[start..end]).map_or(end, |i| start + i);
        let raw = &text[start..stop];
        let indent = raw.len() - raw.trim_start().len();
        let counted = counter(&raw[indent..]);
        let lead = indent + counted.as_ref().map_or(0, |(_, body)| *body);
        let flow = outline.layout.clean(Span::new(
            start + lead,
            start + raw.trim_end().len().max(lead),
        ));
        if !flow.is_empty() {
            let from = memchr::memrchr(b'\n', &text.as_bytes()[..start]).map_or(0, |i| i + 1);
            found.push(Line {
                flow,
                columns: columns(outline, raw, start),
                block: at,
                kind: block.kind,
                style: block.style.filter(|_| counted.is_none()),
                marker: counted
                    .map(|(digits, _)| Span::new(start + indent, start + indent + digits))
                    .or(marker.filter(|_| first))
                    .map(|m| Text::new(outline.source.slice(m), m)),
                boxed: marker
                    .filter(|_| first)
                    .and_then(|m| boxed(outline, m.start..body.start)),
                gap: gap && first,
                raw: Span::new(from, stop),
                indent: stop - from - text[from..stop].trim_start().len(),
            });
            first = false;
        }
        start = stop + 1;
    }
}

/// The box that stands between the bullet of a task and its text.
fn boxed<'s>(outline: &Outline<'s>, lead: Range<u32>) -> Option<Flow<'s>> {
    let text = outline
        .source
        .text
        .get(lead.start as usize..lead.end as usize)?;
    let start = lead.start as usize + text.find('[')?;
    Some(outline.layout.clean(Span::new(start, start + 3)))
}

/// The digits of `3 \u{2013} Lake Trust`, and where the text begins behind the dash.
fn counter(text: &str) -> Option<(usize, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..]
        .strip_prefix(' ')?
        .strip_prefix(['\u{2013}', '\u{2014}', '-'])?;
    let body = rest.strip_prefix(' ')?.trim_start();
    let fits = (1..=3).contains(&digits) && body.starts_with(char::is_alphabetic);
    fits.then(|| (digits, text.len() - body.len()))
}

/// The marker and the text; `J.` before a name is no marker but an initial.
fn initial(outline: &Outline, block: &Block, lexicon: &Lexicon) -> (Option<Span>, Span) {
    let Some(marker) = block.marker else {
        return (None, block.body);
    };
    let printed = outline.source.slice(marker);
    let mut letters = printed.chars().rev();
    let initial = letters.next() == Some('.') && letters.next().is_some_and(char::is_uppercase);
    let before = letters.next();
    if !initial || before.is_some_and(char::is_alphanumeric) {
        return (Some(marker), block.body);
    }
    let at = marker.end as usize - 2;
    let body = Span::new(at, block.body.end as usize);
    let name = super::name::name_at(outline.source.slice(body), lexicon);
    let bullet = (at > marker.start as usize).then(|| Span::new(marker.start as usize, at));
    // `J. Apologies for absence` is a head by its words.
    let head = matches!(
        class(outline.source.slice(block.body), lexicon),
        Class::Attendance(_)
    );
    // `A. Minutes of the last meeting`: a word that no name has, and more behind it.
    let text = outline.source.slice(body);
    let word = |n: &super::name::Name| {
        let last = text[n.whole.clone()].rsplit(' ').next().unwrap_or_default();
        let more = text[n.end..].trim_start().starts_with(char::is_alphabetic);
        more && lexicon.list(List::NotName).is(last)
    };
    match name.filter(|n| n.score > 0 && !head && !word(n)) {
        Some(_) => (bullet, body),
        None => (Some(marker), block.body),
    }
}

/// The parts between tabs or three blanks and more; none where nothing parts the line.
fn columns<'s>(outline: &Outline<'s>, raw: &str, start: usize) -> Vec<Flow<'s>> {
    if memchr::memmem::find(raw.as_bytes(), b"   ").is_none() && !raw.trim().contains('\t') {
        return Vec::new();
    }
    let text = &outline.source.text;
    let mut parts = runs(text, Span::new(start, start + raw.len()), 3);
    // `-       Name`: the bullet is no column.
    let bullet = |run: &Run| matches!(&text[run.span.range()], "-" | "\u{2013}" | "*");
    if parts.first().is_some_and(bullet) {
        parts.remove(0);
    }
    let clean = |(nth, part): (usize, &Run)| {
        let own = &text[part.span.range()];
        // `Name      - Office`: the dash is no part of the column.
        let dash = own
            .strip_prefix(['-', '\u{2013}'])
            .filter(|rest| nth > 0 && rest.starts_with(' '));
        let lead = dash.map_or(0, |rest| own.len() - rest.trim_start().len());
        let span = part.span.range();
        outline.layout.clean(Span::new(span.start + lead, span.end))
    };
    match parts.len() {
        0 | 1 => Vec::new(),
        _ => parts.iter().enumerate().map(clean).collect(),
    }
}
