//! Lines that are footnotes by a mark that the text bears: `[1] A note` below `... of the lake.[1]`, `1 A note` below `... lake.1`.

use super::line::Line;
use super::shape::Shape;
use crate::source::Source;
use crate::span::Span;
use crate::value::next_digit;
use foldhash::{HashMap, HashMapExt};

/// Sets the shape of the lines that are notes.
pub(super) fn set(source: &Source, lines: &mut [Line]) {
    let found: Vec<(usize, Mark)> = lines
        .iter()
        .enumerate()
        .filter_map(|(i, l)| Some((i, opening(l)?)))
        .collect();
    if found.is_empty() {
        return;
    }
    let borne = borne(&source.text);
    let mut last = None;
    for (i, mark) in found {
        let start = lines[i].span.start as usize + lines[i].span.len();
        let key = (mark.number, mark.bracketed);
        let above = borne.get(&key).is_some_and(|&first| first < start);
        if !(above && (mark.bracketed || follows(lines, i, mark.number, last))) {
            continue;
        }
        let at = text_at(&lines[i]);
        let body = lines[i].body.end as usize;
        lines[i].shape = Shape::Note {
            marker: Span::new(at, at + mark.len),
        };
        let blanks = lines[i].text[mark.len..].len() - lines[i].text[mark.len..].trim_start().len();
        lines[i].body = Span::new(at + mark.len + blanks, body);
        last = Some((i, mark.number));
    }
}

/// A number that a line opens with.
struct Mark {
    number: u32,
    bracketed: bool,
    /// Bytes of the mark.
    len: usize,
}

/// `[12] Text`, `12 Text`.
fn opening(line: &Line) -> Option<Mark> {
    if !matches!(line.shape, Shape::Text | Shape::Item { .. }) {
        return None;
    }
    let bracketed = line.text.starts_with('[');
    let own = &line.text[usize::from(bracketed)..];
    let len = own.bytes().take_while(u8::is_ascii_digit).count();
    let number = own[..len].parse().ok().filter(|_| (1..=2).contains(&len))?;
    let behind = match bracketed {
        true => own[len..].strip_prefix(']')?,
        false => &own[len..],
    };
    let told = behind.trim_start_matches([' ', '\u{a0}']);
    let parted = told.len() < behind.len()
        && told.starts_with(|c: char| c.is_uppercase() || c == '"' || c == '\u{201c}');
    parted.then_some(Mark {
        number,
        bracketed,
        len: len + 2 * usize::from(bracketed),
    })
}

/// Where the text of a line begins.
fn text_at(line: &Line) -> usize {
    match line.shape {
        Shape::Item { marker, .. } => marker.start as usize,
        _ => line.body.start as usize,
    }
}

/// Whether a plain number opens the notes or goes on with them: behind the note before it, or below a rule or a word alone.
fn follows(lines: &[Line], i: usize, number: u32, last: Option<(usize, u32)>) -> bool {
    if let Some((_, before)) = last {
        return number == before + 1;
    }
    let above = lines[..i].iter().rev().find(|l| l.shape != Shape::Blank);
    above.is_some_and(|l| {
        let word = l.text.trim_matches(['#', '*', ':', ' ']);
        let alone = word.len() <= 12 && word.chars().all(char::is_alphabetic);
        matches!(l.shape, Shape::Rule { .. }) || alone
    })
}

/// The marks that stand behind a word or its stop, with where each number first does: number and whether in brackets.
fn borne(text: &str) -> HashMap<(u32, bool), usize> {
    let bytes = text.as_bytes();
    let mut found = HashMap::new();
    let mut at = 0;
    while let Some(start) = next_digit(bytes, at) {
        let len = bytes[start..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        at = start + len;
        let Some(number) = text[start..at].parse().ok().filter(|_| len <= 2) else {
            continue;
        };
        let before = |n: usize| start.checked_sub(n).map(|i| bytes[i]);
        let bracketed = before(1) == Some(b'[') && bytes.get(at) == Some(&b']');
        let word = |b: Option<u8>| {
            b.is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii() || b == b')')
        };
        let ends = |b: Option<u8>| matches!(b, Some(b'.' | b',' | b';' | b')' | b'"'));
        let glued = match bracketed {
            true => word(before(2)) || ends(before(2)),
            false => {
                ends(before(1))
                    && word(before(2))
                    && bytes.get(at).is_none_or(u8::is_ascii_whitespace)
            }
        };
        if glued {
            found.entry((number, bracketed)).or_insert(start);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    /// Each note as `marker | text`.
    fn told(text: &str) -> Vec<String> {
        let data = extract(&Source::from_text("t", text), &Options::default());
        let notes = data.footnotes.iter();
        notes
            .map(|n| format!("{} | {}", n.marker.value, n.text.value))
            .collect()
    }

    #[test]
    fn a_number_that_the_text_bears_opens_a_note() {
        let text = "Meeting report\n\nThe wheel turns to the left.[1] The roof leaks in autumn.[2]\n\n[1] As seen from the mill.\n[2] Not in winter.\n";
        assert_eq!(
            told(text),
            ["1 | As seen from the mill.", "2 | Not in winter."]
        );
        let text = "Meeting report\n\nThe wheel turns to the left.1 The roof leaks in autumn.2 \n\nNotes\n1 As seen from the mill.\n2 Not in winter.\n";
        assert_eq!(
            told(text),
            ["1 | As seen from the mill.", "2 | Not in winter."]
        );
    }

    #[test]
    fn works_cited_and_items_are_no_notes() {
        let text = "Meeting report\n\nWheels turn, as was shown before [1].\n\nReferences\n\n[1] A. Writer, The wheel, 2001.\n";
        assert_eq!(told(text), [""; 0]);
        let text = "Meeting report\n\nThe roof leaks.\n\nTasks\n1 Mend the roof\n2 Oil the wheel\n";
        assert_eq!(told(text), [""; 0]);
    }
}
