//! What cleaning needs to know of the whole source, and the way to the text of a place in it.

use super::signs::{is_plain, last_word, word_at};
use super::{Flow, clean};
use crate::source::Columns;
use crate::span::Span;
use crate::value::floor;
use foldhash::{HashSet, HashSetExt};
use std::cell::OnceCell;

/// What cleaning needs to know of the whole source.
pub struct Layout<'s> {
    source: &'s str,
    /// The hyphenated words that stand inside lines, in lower case; collected when a broken word asks.
    compounds: OnceCell<HashSet<String>>,
    /// Footnote marks that are plain digits or stars, sorted: they are known only when the notes are.
    marks: Vec<Span>,
    /// Columns of print that stand side by side.
    columns: &'s [Columns],
}

impl<'s> Layout<'s> {
    /// The layout of a source without known footnote marks.
    pub fn new(source: &'s str) -> Self {
        Layout::with_marks(source, Vec::new())
    }

    /// The layout of a source with these footnote marks beside those that show themselves by their form.
    pub fn with_marks(source: &'s str, mut marks: Vec<Span>) -> Self {
        marks.sort();
        Layout {
            source,
            compounds: OnceCell::new(),
            marks,
            columns: &[],
        }
    }

    /// The same, of a source that has columns of print side by side.
    pub fn with_columns(self, columns: &'s [Columns]) -> Self {
        Layout { columns, ..self }
    }

    /// The source.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The text of a span with its layout cleaned off; of a column of print, without the one beside it.
    pub fn clean(&self, span: Span) -> Flow<'s> {
        match Columns::at(self.columns, span.start) {
            Some(columns) => self.clean_column(&columns.within(span)),
            None => self.clean_run(span),
        }
    }

    /// The text of parts of lines, one below the other.
    fn clean_column(&self, parts: &[Span]) -> Flow<'s> {
        let mut parts = parts.iter().map(|part| self.clean_run(*part));
        let mut flow = parts.next().unwrap_or_default();
        for part in parts {
            self.go_on(&mut flow, &part);
        }
        flow
    }

    /// The text of a quotation whose lines may begin with a sign: `> words` is `words`.
    pub fn clean_quoted(&self, span: Span) -> Flow<'s> {
        let text = &self.source[span.start as usize..span.end as usize];
        if !text.starts_with('>') {
            return self.clean(span);
        }
        let mut flow = Flow::default();
        let mut start = span.start as usize;
        for line in text.split_inclusive('\n') {
            let words = line.trim_start_matches(['>', ' ']);
            let from = start + line.len() - words.len();
            start += line.len();
            let line = self.clean_run(Span::new(from, start));
            match flow.is_empty() {
                true => flow = line,
                false => self.go_on(&mut flow, &line),
            }
        }
        flow
    }

    /// Sets a line below a text; a word broken between them is put together.
    pub fn go_on(&self, flow: &mut Flow<'s>, line: &Flow<'s>) {
        let low = line.as_str().starts_with(char::is_lowercase);
        let half = flow.as_str().strip_suffix('-').filter(|_| low);
        let half = half.map(last_word).filter(|word| !word.is_empty());
        match half {
            Some(word) if self.is_compound(word, word_at(line.as_str())) => flow.append(line, ""),
            Some(_) => {
                *flow = flow.slice(0..flow.len() - 1);
                flow.append(line, "");
            }
            None => flow.join(line),
        }
    }

    fn clean_run(&self, span: Span) -> Flow<'s> {
        let raw = &self.source[span.range()];
        let trimmed = raw.trim();
        let start = span.start as usize + (raw.len() - raw.trim_start().len());
        let span = Span::new(start, start + trimmed.len());
        if is_plain(trimmed) && !self.has_mark(span) {
            return Flow::verbatim(self.source, span);
        }
        clean::cleaned(self, span)
    }

    fn has_mark(&self, span: Span) -> bool {
        self.mark_at(span.start).is_some_and(|m| m.start < span.end)
    }

    /// The first known mark at or after an offset.
    pub(super) fn mark_at(&self, offset: u32) -> Option<Span> {
        let i = self.marks.partition_point(|m| m.start < offset);
        self.marks.get(i).copied()
    }

    /// Whether the source has `left-right` inside a line somewhere.
    pub(super) fn is_compound(&self, left: &str, right: &str) -> bool {
        let compounds = self.compounds.get_or_init(|| compounds(self.source));
        compounds.contains(&format!("{left}-{right}").to_lowercase())
    }
}

fn compounds(source: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    let inner = |c: char| c.is_alphanumeric() || c == '-' || c == '\'';
    for i in memchr::memchr_iter(b'-', source.as_bytes()) {
        let left = source[..i]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
        let right = source[i + 1..]
            .chars()
            .next()
            .is_some_and(char::is_alphanumeric);
        if left && right {
            // A word is short: looking only so far keeps hostile input linear.
            let from = floor(source, i.saturating_sub(64));
            let to = floor(source, (i + 64).min(source.len()));
            let start = source[from..i].rfind(|c| !inner(c)).map_or(from, |p| {
                from + p + source[from + p..].chars().next().map_or(1, char::len_utf8)
            });
            let end = source[i..to].find(|c| !inner(c)).map_or(to, |p| i + p);
            found.insert(source[start..end].to_lowercase());
        }
    }
    found
}
