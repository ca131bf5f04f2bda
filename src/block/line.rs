//! The lines of a source with their shapes.

use super::notes;
use super::shape::{self, Shape};
use super::torn;
use crate::source::{Columns, Source};
use crate::span::Span;

/// A line.
pub(super) struct Line<'s> {
    /// With its line end.
    pub span: Span,
    /// Its text without marker and blanks at the ends.
    pub body: Span,
    /// The whole line without blanks at the ends.
    pub text: &'s str,
    /// Columns of blanks before the text; a tab counts four.
    pub indent: usize,
    /// What it looks like.
    pub shape: Shape,
    /// The column of print it stands in, counted through the text; `None` across the page.
    pub column: Option<usize>,
}

/// The lines of a source; a form feed ends one. Of columns side by side the right one follows the left one.
pub(super) fn lines(source: &Source) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(source.line_count());
    let mut columns = source.columns().iter().enumerate().peekable();
    let mut next = 0;
    while next < source.line_count() {
        let i = next;
        if let Some((n, beside)) = columns.next_if(|(_, c)| c.lines.start == i) {
            push_columns(&mut lines, source, n, beside);
            next = beside.lines.end;
            continue;
        }
        next += 1;
        let span = source.line_span(i);
        let raw = source.slice(span);
        let mut start = 0;
        for feed in memchr::memchr_iter(0x0c, raw.as_bytes()) {
            push(
                &mut lines,
                &raw[start..feed + 1],
                span.start as usize + start,
            );
            start = feed + 1;
        }
        let first = lines.len();
        let from = start;
        for cut in torn::cuts(&raw[from..], source.text.len()) {
            push(
                &mut lines,
                &raw[start..from + cut],
                span.start as usize + start,
            );
            start = from + cut;
        }
        if start < raw.len() {
            push(&mut lines, &raw[start..], span.start as usize + start);
        }
        if from < start {
            lines[first..].iter_mut().for_each(count);
        }
    }
    fence(&mut lines);
    set_dashes(&mut lines);
    unset_torn(source, &mut lines);
    unset_numbers(&mut lines);
    unset_initials(source, &mut lines);
    notes::set(source, &mut lines);
    lines
}

/// `3: The committee agreed`: in torn text a colon parts a number from its item as a point does.
fn count(line: &mut Line) {
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    let words = line.text[digits..].strip_prefix(": ");
    if let Some(words) = words.filter(|_| digits > 0 && line.shape == Shape::Text) {
        let start = line.body.end as usize - line.text.len();
        line.body = Span::new(
            line.body.end as usize - words.trim_start().len(),
            line.body.end as usize,
        );
        line.shape = Shape::Item {
            marker: Span::new(start, start + digits + 1),
            bullet: false,
        };
    }
}

/// Two dashes before a line are a bullet where another line near has them: one alone may sign a quotation.
fn set_dashes(lines: &mut [Line]) {
    const NEAR: usize = 4;
    let dashed: Vec<usize> = (0..lines.len())
        .filter(|&i| lines[i].shape == Shape::Text && lines[i].text.starts_with("-- "))
        .collect();
    let near = |pair: &[usize]| pair[1] - pair[0] <= NEAR;
    let mut items: Vec<usize> = dashed
        .windows(2)
        .filter(|p| near(p))
        .flatten()
        .copied()
        .collect();
    items.dedup();
    for i in items {
        let line = &mut lines[i];
        let start = line.body.end as usize - line.text.len();
        let words = line.text[2..].trim_start();
        line.body = Span::new(line.body.end as usize - words.len(), line.body.end as usize);
        line.shape = Shape::Item {
            marker: Span::new(start, start + 2),
            bullet: true,
        };
    }
}

/// Between two fences of Markdown stands code: `# a comment` titles nothing there.
fn fence(lines: &mut [Line]) {
    let is_fence = |l: &Line| l.text.starts_with("```") && !l.text[3..].contains('`');
    let fences: Vec<usize> = (0..lines.len()).filter(|&i| is_fence(&lines[i])).collect();
    for pair in fences.chunks_exact(2) {
        for line in &mut lines[pair[0] + 1..pair[1]] {
            if matches!(line.shape, Shape::Hash { .. }) {
                let start = line.body.end as usize - line.text.len();
                (line.shape, line.body) = (Shape::Text, Span::new(start, line.body.end as usize));
            }
        }
        for &i in pair {
            lines[i].shape = Shape::Rule { setext: None };
        }
    }
}

/// Cells of a table that was torn into a cell a line, `09:00 |` over `Opening | |`, are lines: no row beside them has two
/// cells. Bars that stand alone part nothing.
fn unset_torn(source: &Source, lines: &mut [Line]) {
    let barred = |l: &Line| matches!(l.shape, Shape::Row { .. }) && !l.text.contains('\t');
    let mut start = 0;
    while start < lines.len() {
        let between = |l: &Line| l.shape == Shape::Blank || l.text == "|";
        let run = lines[start..].iter();
        let len = run.take_while(|l| barred(l) || between(l)).count();
        let run = &mut lines[start..start + len];
        start += len.max(1);
        let whole = |l: &Line| match &l.shape {
            Shape::Row { cells, delimiter } => {
                *delimiter || cells.iter().filter(|c| !c.is_empty()).count() > 1
            }
            _ => false,
        };
        if run.iter().any(whole) {
            continue;
        }
        for line in run {
            let Shape::Row { cells, .. } = &line.shape else {
                continue;
            };
            let cell = cells.iter().find(|c| !c.is_empty());
            (line.shape, line.body) = match cell {
                Some(cell) => {
                    let at = cell.start as usize;
                    shape::shape(source.slice(*cell), source.slice(*cell), at, at)
                }
                None => (Shape::Rule { setext: None }, line.body),
            };
        }
    }
}

/// A capital with a stop that does not go on with the letters of a list is the initial of a name: `J. Example said`.
fn unset_initials(source: &Source, lines: &mut [Line]) {
    let mut last: Option<u8> = None;
    let mut roman = false;
    let (mut second, mut two) = (false, false);
    for line in lines.iter() {
        if let Shape::Item { marker, .. } = line.shape {
            let mark = source.slice(marker).trim_end_matches(['.', ')']);
            second |= mark == "B";
            two |= mark == "II";
        }
    }
    for line in lines {
        let Shape::Item { marker, .. } = line.shape else {
            continue;
        };
        let mark = source.slice(marker).trim_end_matches(['.', ')']);
        // `A. Example said`, where no B follows; `I. Example` where no II does.
        let lone = matches!((mark, second, two), ("A", false, _) | ("I", _, false));
        let body = source.slice(line.body);
        if lone && source.slice(marker).ends_with('.') && body.len() >= LINE / 2 && names_doer(body)
        {
            line.shape = Shape::Text;
            line.body = Span::new(marker.start as usize, line.body.end as usize);
            continue;
        }
        let numeral = mark.bytes().all(|b| b"IVXL".contains(&b));
        roman |= numeral && (mark == "I" || mark.len() > 1);
        let &[letter] = mark.as_bytes() else {
            continue;
        };
        if !letter.is_ascii_uppercase() || !source.slice(marker).ends_with('.') {
            continue;
        }
        let next = last.is_some_and(|l| l < letter && letter - l <= 2);
        if letter == b'A' || next || roman && numeral {
            last = Some(letter);
        } else if names(source.slice(line.body))
            || is_again(source.slice(line.body), letter)
            || matches!(letter, b'D' | b'M') && tells(source.slice(line.body))
        {
            line.shape = Shape::Text;
            line.body = Span::new(marker.start as usize, line.body.end as usize);
        }
    }
}

/// `Example said that`: one word of a name, a verb in small letters, and a whole sentence.
fn names_doer(text: &str) -> bool {
    let mut words = text.split(' ');
    let (name, verb) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let titled = name.chars().count() > 2
        && name.starts_with(char::is_uppercase)
        && name.chars().skip(1).all(|c| c.is_lowercase() || c == '-');
    let acts = verb.len() > 3 && verb.chars().all(char::is_lowercase);
    titled && acts && verb.ends_with("ed") && text.trim_end().ends_with('.')
}

/// Whether the letter and its stop stand inside the line, too, as the title of the next person: `M. Model, M. Probe`.
fn is_again(text: &str, letter: u8) -> bool {
    let mut words = text.split(' ').skip(1);
    words.any(|w| matches!(w.as_bytes(), [l, b'.'] if *l == letter))
}

/// A line of running text has no fewer bytes.
const LINE: usize = 50;

/// `D. Ana Ejemplo Roca informa de que`: behind a title of one letter two capitalised words and more, and then the words of
/// a sentence.
fn tells(text: &str) -> bool {
    let titled = |w: &&str| {
        w.starts_with(char::is_uppercase) && w.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
    };
    let named = text.split(' ').take_while(titled).count();
    let next = text.split(' ').nth(named).unwrap_or_default();
    let verb = next.len() > 3 && next.chars().all(char::is_lowercase);
    (2..=4).contains(&named) && verb && text.len() >= LINE
}

/// Whether a text goes on as a name behind an initial does: more initials perhaps, a capitalised word, then a comma, a word
/// in small letters, a dash or nothing.
fn names(text: &str) -> bool {
    let initial = |w: &str| matches!(w.as_bytes(), [b'A'..=b'Z', b'.']);
    let mut words = text.split(' ').skip_while(|w| initial(w));
    let name = words.next().unwrap_or("");
    let titled =
        name.starts_with(char::is_uppercase) && name.chars().skip(1).any(char::is_lowercase);
    let follows = words.next().unwrap_or("");
    titled && (name.ends_with([',', ';']) || !follows.starts_with(char::is_uppercase))
}

/// A number or bullet and a tab begin an item, not a row of two cells, where no other row stands beside it. A bar behind
/// the second cell closes a row.
fn unset_numbers(lines: &mut [Line]) {
    let numbered: Vec<Option<(Shape, Span)>> = lines
        .iter()
        .map(|l| match &l.shape {
            Shape::Row { cells, .. }
                if cells.iter().skip_while(|c| c.is_empty()).count() == 2
                    && !l.text.ends_with('|') =>
            {
                shape::item(l.text, l.body.start as usize)
            }
            _ => None,
        })
        .collect();
    let is_row = |i: usize| {
        let row = lines
            .get(i)
            .is_some_and(|l| matches!(l.shape, Shape::Row { .. }));
        row && numbered[i].is_none()
    };
    let beside = |i: usize| is_row(i + 1) || i > 0 && is_row(i - 1);
    let alone: Vec<bool> = (0..lines.len()).map(|i| !beside(i)).collect();
    for ((line, item), alone) in lines.iter_mut().zip(numbered).zip(alone) {
        if let Some((shape, body)) = item.filter(|_| alone) {
            (line.shape, line.body) = (shape, body);
        }
    }
}

/// The lines of the left column, then those of the right one.
fn push_columns<'s>(lines: &mut Vec<Line<'s>>, source: &'s Source, n: usize, columns: &Columns) {
    let [left, right] = columns.parts();
    let parts = left.map(|p| (0, p)).chain(right.map(|p| (1, p)));
    for (side, part) in parts.filter(|(_, part)| !part.is_empty()) {
        push(lines, source.slice(part), part.start as usize);
        if let Some(line) = lines.last_mut() {
            line.column = Some(2 * n + side);
        }
    }
}

fn push<'s>(lines: &mut Vec<Line<'s>>, raw: &'s str, at: usize) {
    let text = raw.trim_matches(shape::is_blank);
    let lead = raw.len() - raw.trim_start_matches(shape::is_blank).len();
    let indent = raw[..lead]
        .chars()
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum();
    let (shape, body) = shape::shape(raw, text, at, at + lead);
    lines.push(Line {
        span: Span::new(at, at + raw.len()),
        body,
        text,
        indent,
        shape,
        column: None,
    });
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    #[test]
    fn an_initial_before_a_doer_is_no_letter_of_a_list() {
        let text =
            "A. Example commented that the wheel is old.\n\nI. Sample answered that it turns.\n\n";
        assert!(of_kind(text, Kind::ListItem).is_empty());
        let listed = format!("{text}B. Wheels\n");
        assert_eq!(of_kind(&listed, Kind::ListItem).len(), 2);
    }

    #[test]
    fn two_dashes_are_a_bullet_among_others() {
        let text =
            "The group asked to:\n   -- Mend the wheel before the\n      spring.\n   -- Oil it.\n";
        assert_eq!(
            of_kind(text, Kind::ListItem),
            ["Mend the wheel before the\n      spring.", "Oil it."]
        );
        assert!(of_kind("It turns.\n\n-- Ana Example\n", Kind::ListItem).is_empty());
    }

    #[test]
    fn a_comment_in_code_titles_nothing() {
        let text = "Notes\n\n```\n$ mill\n# turns the wheel\n```\n";
        assert!(!of_kind(text, Kind::Heading).contains(&"turns the wheel".to_string()));
    }
}
