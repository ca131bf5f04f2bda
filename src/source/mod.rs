//! Bytes in, decoded text out: the only stage that knows encodings and formats.
//!
//! Whatever comes in, a [`Source`] holds valid UTF-8 with LF line ends, and every offset of every later stage refers to
//! that text, which is shipped beside the data.

mod columns;
mod decode;
mod numbered;
mod runs;

pub use columns::Columns;
pub use decode::SourceError;
pub use runs::{Run, runs};

use crate::span::Span;
use sha2::{Digest, Sha256};

/// A report as the pipeline works on it.
#[derive(Debug)]
pub struct Source {
    /// The report's id: the slug of the file's stem.
    pub id: String,
    /// The file, relative to what the run was given.
    pub file: String,
    /// The decoded text with LF line ends.
    pub text: String,
    /// SHA-256 of the bytes as received, in hex.
    pub sha256: String,
    /// What had to be done to the bytes, in words for a `decoded` finding.
    pub notes: Vec<String>,
    /// Byte offset of each line's start.
    lines: Vec<u32>,
    /// Byte offset of each form feed.
    page_breaks: Vec<u32>,
    /// Columns of print that stand side by side.
    columns: Vec<Columns>,
    /// Code points before each [`STRIDE`]-th byte; empty for ASCII text, where the two are the same.
    chars: Vec<u32>,
}

/// How many bytes apart the counts of code points stand.
const STRIDE: usize = 64;

impl Source {
    /// Decodes a report.
    ///
    /// # Errors
    /// [`SourceError`] where the bytes hold no text: none at all, blanks only, binary data, or more than 4 GiB.
    pub fn decode(id: &str, file: &str, bytes: &[u8]) -> Result<Source, SourceError> {
        let (text, notes) = decode::decode(bytes)?;
        Ok(Source::with_notes(id, file, bytes, text, notes))
    }

    /// A source of text that is already decoded; for tests and for text that never was a file.
    pub fn from_text(id: &str, text: &str) -> Source {
        let clean = decode::line_ends(text.to_string());
        Source::with_notes(id, id, text.as_bytes(), clean, Vec::new())
    }

    /// The same report with another text, and without the hash of the bytes that the text is no longer that of.
    pub fn with_text(self, text: String) -> Source {
        let mut source = Source::with_notes(&self.id, &self.file, b"", text, self.notes);
        source.sha256 = String::new();
        source
    }

    fn with_notes(id: &str, file: &str, bytes: &[u8], text: String, notes: Vec<String>) -> Source {
        let mut lines = vec![0];
        lines.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|i| i as u32 + 1));
        if lines.last() == Some(&(text.len() as u32)) && lines.len() > 1 {
            lines.pop();
        }
        let page_breaks = memchr::memchr_iter(0x0c, text.as_bytes())
            .map(|i| i as u32)
            .collect();
        Source {
            id: id.to_string(),
            file: file.to_string(),
            sha256: hex(&Sha256::digest(bytes)),
            notes,
            columns: Some(numbered::find(&text, &lines))
                .filter(|c| !c.is_empty())
                .unwrap_or_else(|| columns::find(&text, &lines)),
            lines,
            page_breaks,
            chars: char_counts(&text),
            text,
        }
    }

    /// The text at a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Number of lines.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The span of a line, counted from 0, with its line end.
    pub fn line_span(&self, index: usize) -> Span {
        let end = self.lines.get(index + 1).copied();
        Span {
            start: self.lines[index],
            end: end.unwrap_or(self.text.len() as u32),
        }
    }

    /// The columns of print that stand side by side, in order.
    pub fn columns(&self) -> &[Columns] {
        &self.columns
    }

    /// The line, from 1, that holds a byte.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.lines.partition_point(|&start| start <= offset) as u32
    }

    /// How many bytes before a place its line begins, or the part of its line in the column of print that it stands in.
    pub fn indent_of(&self, offset: u32) -> usize {
        let line = self.lines.partition_point(|&start| start <= offset);
        let line = self.lines.get(line.saturating_sub(1)).copied();
        let columns = Columns::at(&self.columns, offset);
        let start = columns.map(|c| c.line_start(offset)).or(line);
        (offset - start.unwrap_or(0)) as usize
    }

    /// The page, from 1, that holds a byte; `None` where the text has no form feeds.
    pub fn page_of(&self, offset: u32) -> Option<u32> {
        let broken = !self.page_breaks.is_empty();
        broken.then(|| self.page_breaks.partition_point(|&b| b < offset) as u32 + 1)
    }

    /// The number of code points before a byte offset.
    pub fn char_offset(&self, offset: u32) -> u32 {
        let at = offset as usize;
        match self.chars.get(at / STRIDE) {
            None => offset,
            Some(before) => {
                let from = at / STRIDE * STRIDE;
                before + count_chars(&self.text.as_bytes()[from..at])
            }
        }
    }

    /// Number of code points.
    pub fn char_count(&self) -> u32 {
        self.char_offset(self.text.len() as u32)
    }
}

/// How many bytes a test without branches accepts. Counted in bytes first, sixteen of them are looked at at once.
pub(crate) fn count_bytes(bytes: &[u8], accepts: impl Fn(u8) -> bool) -> usize {
    let parts = bytes.chunks(usize::from(u8::MAX));
    let counts = parts.map(|part| part.iter().map(|b| u8::from(accepts(*b))).sum::<u8>());
    counts.map(usize::from).sum()
}

/// Code points that begin in these bytes of UTF-8.
fn count_chars(bytes: &[u8]) -> u32 {
    count_bytes(bytes, |b| b & 0xc0 != 0x80) as u32
}

fn char_counts(text: &str) -> Vec<u32> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut counts = vec![0];
    let mut sum = 0;
    for chunk in text.as_bytes().chunks(STRIDE) {
        sum += count_chars(chunk);
        counts.push(sum);
    }
    counts
}

/// Bytes in lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

/// A file stem as a report id: lower-case letters and digits, runs of anything else as one `-`.
pub fn slug(stem: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::new();
    for c in stem.nfkd().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !unicode_normalization::char::is_combining_mark(c)
            && !slug.is_empty()
            && !slug.ends_with('-')
        {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "report" } else { slug }.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_code_points_are_found_behind_any_letters() {
        let s = Source::from_text("x", "é\nb😀c\r\nd");
        assert_eq!(s.text, "é\nb😀c\nd");
        assert_eq!(s.line_count(), 3);
        assert_eq!(s.line_of(0), 1);
        assert_eq!(s.line_of(3), 2);
        assert_eq!(s.slice(s.line_span(1)), "b😀c\n");
        let d = s.text.find('d').expect("a d") as u32;
        assert_eq!((s.char_offset(d), s.line_of(d)), (6, 3));
    }

    #[test]
    fn code_points_are_counted_across_strides() {
        let text = "é".repeat(1000);
        let s = Source::from_text("x", &text);
        for i in [0, 1, 127, 128, 129, 500, 1000] {
            assert_eq!(s.char_offset(2 * i), i);
        }
    }

    #[test]
    fn a_last_line_end_opens_no_line() {
        assert_eq!(Source::from_text("x", "a\nb\n").line_count(), 2);
        assert_eq!(Source::from_text("x", "").line_count(), 1);
    }

    #[test]
    fn pages_are_told_by_form_feeds() {
        let s = Source::from_text("x", "one\n\u{c}two\n");
        assert_eq!((s.page_of(0), s.page_of(5)), (Some(1), Some(2)));
        assert_eq!(Source::from_text("x", "one").page_of(0), None);
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Compte rendu (Évry) 2"), "compte-rendu-evry-2");
        assert_eq!(slug("__"), "report");
    }
}
