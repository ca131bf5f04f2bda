//! Footnotes: their text, their marks, and where the marks stand.

use super::Outline;
use crate::block::{Block, Kind};
use crate::flow::{Flow, is_superscript, plain_digits};
use crate::schema::Text;
use crate::source::Source;
use crate::span::Span;
use crate::value::next_digit;

/// A footnote.
#[derive(Clone, Debug)]
pub struct Note<'s> {
    /// Its number in plain digits, or its sign.
    pub marker: Text,
    /// The note.
    pub text: Flow<'s>,
    /// Where its mark stands in the text.
    pub anchor: Option<Span>,
}

/// The note of a footnote block.
pub(super) fn note<'s>(outline: &Outline<'s>, block: usize) -> Note<'s> {
    let b = &outline.blocks[block];
    let marker = b.marker.map_or(Text::default(), |m| {
        let printed = outline.source.slice(m);
        let plain = plain_digits(printed);
        Text::new(plain.trim_matches(['[', ']', '^', ':', ' ']), m)
    });
    Note {
        marker,
        text: outline.layout.clean(b.body),
        anchor: None,
    }
}

/// Every mark in the text that shows by its form: raised digits and `[^1]`, with the number it stands for.
pub(super) fn marks(source: &Source, blocks: &[Block]) -> Vec<(Span, String)> {
    let text = &source.text;
    let mut found = Vec::new();
    for block in blocks
        .iter()
        .filter(|b| !matches!(b.kind, Kind::Blank | Kind::Furniture))
    {
        let body = &text[block.body.range()];
        let at = block.body.start as usize;
        let mut end = 0;
        // The first bytes of all marks.
        for i in memchr::memchr3_iter(b'[', 0xc2, 0xe2, body.as_bytes()) {
            let c = body[i..].chars().next().unwrap_or_default();
            if i < end || !(is_superscript(c) || body[i..].starts_with("[^")) {
                continue;
            }
            let len = match c {
                '[' => body[i..].find(']').map_or(2, |n| n + 1),
                _ => body[i..].len() - body[i..].trim_start_matches(is_superscript).len(),
            };
            end = i + len;
            let label = plain_digits(&body[i..end]);
            let label = label.trim_matches(['[', ']', '^']).to_string();
            found.push((Span::new(at + i, at + end), label));
        }
    }
    found
}

/// Marks that lost their raising: a digit glued to the sign after a word, whose neighbours in number are marks, raised or
/// of notes.
pub(super) fn plain_marks(
    source: &Source,
    blocks: &[Block],
    raised: &[(Span, String)],
) -> Vec<Span> {
    let notes = blocks
        .iter()
        .filter(|b| b.kind == Kind::Footnote)
        .filter_map(|b| b.marker);
    let mut known: Vec<u32> = raised.iter().filter_map(|(_, n)| n.parse().ok()).collect();
    let noted: Vec<&str> = notes.clone().map(|m| source.slice(m)).collect();
    known.extend(notes.filter_map(|m| plain_digits(source.slice(m)).parse::<u32>().ok()));
    known.extend(
        noted
            .iter()
            .filter_map(|m| m.trim_matches(['[', ']']).parse::<u32>().ok()),
    );
    if known.is_empty() {
        return Vec::new();
    }
    let bytes = source.text.as_bytes();
    let mut found = Vec::new();
    for block in blocks
        .iter()
        .filter(|b| matches!(b.kind, Kind::Paragraph | Kind::ListItem))
    {
        let range = block.body.range();
        let mut from = range.start;
        while let Some(i) = next_digit(&bytes[..range.end], from) {
            if let Some(mark) = bracketed(&source.text[..range.end], i, &noted) {
                found.push(mark);
                from = mark.end as usize;
                continue;
            }
            let end = i + bytes[i..range.end]
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .count();
            let glued = i >= range.start + 2
                && matches!(bytes[i - 1], b'.' | b';' | b',' | b')')
                && (bytes[i - 2].is_ascii_alphabetic() || bytes[i - 2] == b')')
                && bytes.get(end).is_none_or(|b| b.is_ascii_whitespace());
            let number: Option<u32> = source.text[i..end].parse().ok().filter(|_| end - i <= 2);
            let fits = |n: u32| {
                known.contains(&n)
                    || (known.contains(&(n + 1)) && (n == 1 || known.contains(&(n - 1))))
            };
            if glued && number.is_some_and(fits) {
                found.push(Span::new(i, end));
            }
            from = end;
        }
    }
    found
}

/// `[1]` glued to the word or stop before it, of which there is a note, where its number stands at `at`.
fn bracketed(text: &str, at: usize, noted: &[&str]) -> Option<Span> {
    let open = at.checked_sub(1).filter(|&o| text.as_bytes()[o] == b'[')?;
    let len = text.as_bytes()[at..]
        .iter()
        .take(3)
        .position(|&b| b == b']')?;
    let end = at + len + 1;
    let glued = !text[..open].ends_with(char::is_whitespace);
    let mark = text.get(open..end)?;
    (glued && noted.contains(&mark)).then(|| Span::new(open, end))
}

/// A plain mark with the number that it stands for.
pub(super) fn labelled(source: &Source, mark: Span) -> (Span, String) {
    let label = source.slice(mark).trim_matches(['[', ']']);
    (mark, label.to_string())
}

/// Finds where each note's mark stands; raised marks come first.
pub(super) fn anchor(outline: &mut Outline) {
    let marks = &mut outline.marks;
    for note in &mut outline.notes {
        let own = note.marker.spans.cover().unwrap_or_default();
        let hit = marks
            .iter()
            .find(|(s, n)| *n == note.marker.value && !s.overlaps(own));
        note.anchor = hit.map(|(s, _)| *s);
    }
    marks.sort();
}
