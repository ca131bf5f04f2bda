//! Running text with the layout cleaned off, every byte of which knows its place in the source.
//!
//! Parsers work on [`Flow::as_str`] with plain byte ranges; [`Flow::cell`] turns a range into a cell whose spans lead
//! back to the source. Text that needs no cleaning is borrowed.

mod clean;
mod layout;
mod signs;

pub use layout::Layout;
pub use signs::{is_superscript, is_unseen, plain_digits};

use crate::schema::Text;
use crate::span::{Span, Spans};
use std::borrow::Cow;
use std::ops::Range;

/// A run of the flow's text and the source bytes it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Offset in the flow's text.
    at: u32,
    /// Bytes of the flow's text.
    len: u32,
    /// The source bytes: as many as `len`, or any number where the text was replaced.
    source: Span,
    /// Whether nothing but layout lies between the piece before and this one.
    glued: bool,
}

impl Piece {
    /// The source of a range of the flow's text, which must overlap the piece.
    fn part(&self, range: &Range<usize>) -> Span {
        if self.len as usize != self.source.len() {
            return self.source;
        }
        let (at, end) = (self.at as usize, (self.at + self.len) as usize);
        let from = range.start.max(at) - at;
        let to = range.end.min(end) - at;
        Span::new(
            self.source.start as usize + from,
            self.source.start as usize + to,
        )
    }
}

/// Cleaned text with a map back to its source.
#[derive(Clone, Debug, Default)]
pub struct Flow<'s> {
    text: Cow<'s, str>,
    pieces: Vec<Piece>,
    /// Offsets in the text where the source had a line end or `<br>`.
    breaks: Vec<u32>,
    /// Where the text starts in the source; used where there are no pieces, because text and source are the same.
    start: u32,
}

impl<'s> Flow<'s> {
    /// The bytes of a span as they are.
    pub fn verbatim(source: &'s str, span: Span) -> Flow<'s> {
        Flow {
            text: Cow::Borrowed(&source[span.range()]),
            pieces: Vec::new(),
            breaks: Vec::new(),
            start: span.start,
        }
    }

    /// The ranges of the lines that the source broke the text into, without blanks at their ends; empty lines left out.
    pub fn lines(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let ends = self.breaks.iter().map(|&b| b as usize);
        let mut start = 0;
        ends.chain([self.len()]).filter_map(move |end| {
            let range = self.trimmed(start..end);
            start = end;
            (!range.is_empty()).then_some(range)
        })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Bytes of text.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The places of a range of the text.
    pub fn spans(&self, range: Range<usize>) -> Spans {
        let range = range.start.min(self.len())..range.end.min(self.len());
        if range.is_empty() {
            return Spans::NONE;
        }
        if self.pieces.is_empty() {
            let start = self.start as usize;
            return Spans::one(Span::new(start + range.start, start + range.end));
        }
        let first = self.first_piece(range.start);
        let mut spans = Spans::NONE;
        let mut open: Option<Span> = None;
        for piece in self.pieces[first..]
            .iter()
            .take_while(|p| (p.at as usize) < range.end)
        {
            let part = piece.part(&range);
            open = match open {
                Some(span) if piece.glued => Some(span.cover(part)),
                Some(span) => {
                    spans.push(span);
                    Some(part)
                }
                None => Some(part),
            };
        }
        open.into_iter().for_each(|s| spans.push(s));
        spans
    }

    /// The index of the first piece that reaches behind a place of the text.
    fn first_piece(&self, at: usize) -> usize {
        self.pieces
            .partition_point(|p| ((p.at + p.len) as usize) <= at)
    }

    /// A cell of a range of the text, blanks at its ends left out.
    pub fn cell(&self, range: Range<usize>) -> Text {
        let range = self.trimmed(range);
        Text::new(&self.text[range.clone()], self.spans(range))
    }

    /// The whole text as a cell.
    pub fn whole(&self) -> Text {
        self.cell(0..self.len())
    }

    /// The range without the blanks at its ends.
    pub fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = &self.text[range.clone()];
        let start = range.start + (text.len() - text.trim_start().len());
        start..(start + text.trim().len())
    }

    /// A part of the flow as a flow of its own.
    pub fn slice(&self, range: Range<usize>) -> Flow<'s> {
        let text = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[range.clone()]),
            Cow::Owned(text) => Cow::Owned(text[range.clone()].to_string()),
        };
        if self.pieces.is_empty() {
            let start = self.start + range.start as u32;
            return Flow {
                text,
                pieces: Vec::new(),
                breaks: Vec::new(),
                start,
            };
        }
        let first = self.first_piece(range.start);
        let pieces = self.pieces[first..]
            .iter()
            .take_while(|p| (p.at as usize) < range.end)
            .enumerate()
            .map(|(i, p)| {
                let whole = p.len as usize != p.source.len();
                let at = (p.at as usize).max(range.start);
                let end = ((p.at + p.len) as usize).min(range.end);
                Piece {
                    at: (at - range.start) as u32,
                    len: (end - at) as u32,
                    source: if whole { p.source } else { p.part(&range) },
                    glued: p.glued && i > 0,
                }
            });
        let first = self.breaks.partition_point(|b| *b as usize <= range.start);
        let breaks = self.breaks[first..]
            .iter()
            .take_while(|b| (**b as usize) < range.end)
            .map(|b| b - range.start as u32);
        Flow {
            text,
            pieces: pieces.collect(),
            breaks: breaks.collect(),
            start: 0,
        }
    }

    /// The flow without blanks at its ends.
    pub fn trim(&self) -> Flow<'s> {
        let range = self.trimmed(0..self.len());
        if range == (0..self.len()) {
            return self.clone();
        }
        self.slice(range)
    }

    /// This flow with another behind it, a space between: two places of the source that read as one text.
    pub fn join(&mut self, other: &Flow<'s>) {
        self.append(other, " ");
    }

    /// The same with another sign between them, or none.
    fn append(&mut self, other: &Flow<'s>, between: &str) {
        if other.is_empty() {
            return;
        }
        if self.is_empty() {
            *self = other.clone();
            return;
        }
        self.ensure_pieces();
        let at = (self.len() + between.len()) as u32;
        let text = self.text.to_mut();
        text.push_str(between);
        text.push_str(&other.text);
        let mut other = other.clone();
        other.ensure_pieces();
        self.breaks.extend(other.breaks.iter().map(|b| b + at));
        self.pieces.extend(other.pieces.iter().map(|p| Piece {
            at: p.at + at,
            ..*p
        }));
    }

    /// The same, a line end between.
    pub fn join_line(&mut self, other: &Flow<'s>) {
        let at = self.len() as u32;
        self.join(other);
        if at > 0 && self.len() as u32 > at {
            let place = self.breaks.partition_point(|b| *b <= at);
            self.breaks.insert(place, at);
        }
    }

    /// The source offset of the first byte of the text.
    pub fn source_start(&self) -> u32 {
        self.pieces.first().map_or(self.start, |p| p.source.start)
    }

    fn ensure_pieces(&mut self) {
        if self.pieces.is_empty() && !self.is_empty() {
            self.pieces.push(Piece {
                at: 0,
                len: self.len() as u32,
                source: Span::new(self.start as usize, self.start as usize + self.len()),
                glued: false,
            });
        }
    }
}

/// Whether `value` is found again at its places: the source there, cleaned, says the same, white space aside.
pub fn is_grounded(layout: &Layout, value: &str, spans: &Spans) -> bool {
    let mut found = String::new();
    for span in spans.iter() {
        found.push_str(layout.clean(span).as_str());
    }
    let plain = |s: &str| -> String { s.chars().filter(|c| !c.is_whitespace()).collect() };
    let verbatim: String = spans.iter().map(|s| &layout.source()[s.range()]).collect();
    // A footnote's own mark and the target of a link are what cleaning takes off the text around them.
    plain(&found) == plain(value) || plain(&plain_digits(&verbatim)) == plain(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(source: &str) -> (Layout<'_>, Flow<'_>) {
        let layout = Layout::new(source);
        let flow = layout.clean(Span::new(0, source.len()));
        (layout, flow)
    }

    #[test]
    fn plain_text_is_borrowed() {
        let (_, f) = flow("A plain line, with (signs).");
        assert!(matches!(f.text, Cow::Borrowed(_)));
        assert_eq!(f.cell(2..7).spans, Spans::one(Span::new(2, 7)));
    }

    #[test]
    fn cells_lead_back_to_the_source_through_markup() {
        let source = "Dr. **Ana  Example** of\nOrg";
        let (layout, f) = flow(source);
        assert_eq!(f.as_str(), "Dr. Ana Example of Org");
        let cell = f.cell(4..15);
        assert_eq!(cell.value, "Ana Example");
        let spans: Vec<_> = cell.spans.iter().map(|s| &source[s.range()]).collect();
        assert_eq!(spans, ["Ana  Example"]);
        assert!(is_grounded(&layout, &cell.value, &cell.spans));
    }

    #[test]
    fn joined_flows_keep_both_places() {
        let source = "its policy to\nBOX\nmigration and more";
        let layout = Layout::new(source);
        let mut f = layout.clean(Span::new(0, 13));
        f.join(&layout.clean(Span::new(18, source.len())));
        let cell = f.cell(4..23);
        assert_eq!(cell.value, "policy to migration");
        let spans: Vec<_> = cell.spans.iter().map(|s| &source[s.range()]).collect();
        assert_eq!(spans, ["policy to", "migration"]);
        assert!(is_grounded(&layout, &cell.value, &cell.spans));
    }

    #[test]
    fn slices_map_like_the_whole() {
        let (_, f) = flow("a **b** c d");
        let s = f.slice(2..5);
        assert_eq!(s.as_str(), "b c");
        assert_eq!(s.cell(2..3).spans, f.cell(4..5).spans);
        assert_eq!(s.cell(0..3).spans, f.cell(2..5).spans);
    }
}
