//! What counts as layout, and how it is taken off: white space, emphasis, link targets, soft hyphens, ligatures,
//! footnote marks, words broken at a line end.

use super::{Flow, Piece};
use crate::span::Span;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

/// What cleaning needs to know of the whole source.
pub struct Layout<'s> {
    source: &'s str,
    /// The hyphenated words that stand inside lines, in lower case; collected when a broken word asks.
    compounds: OnceCell<HashSet<String>>,
    /// Footnote marks that are plain digits or stars, sorted: they are known only when the notes are.
    marks: Vec<Span>,
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
        }
    }

    /// The source.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The text of a span with its layout cleaned off.
    pub fn clean(&self, span: Span) -> Flow<'s> {
        let raw = &self.source[span.range()];
        let trimmed = raw.trim();
        let start = span.start as usize + (raw.len() - raw.trim_start().len());
        let span = Span::new(start, start + trimmed.len());
        if is_plain(trimmed) && !self.has_mark(span) {
            return Flow::verbatim(self.source, span);
        }
        let mut cleaner = Cleaner {
            layout: self,
            at: span.start as usize,
            end: span.end as usize,
            text: String::with_capacity(span.len()),
            pieces: Vec::new(),
            breaks: Vec::new(),
            space: false,
            broken: false,
            cut: true,
        };
        cleaner.run();
        let Cleaner {
            mut text,
            pieces,
            breaks,
            ..
        } = cleaner;
        text.shrink_to_fit();
        Flow {
            text: Cow::Owned(text),
            pieces,
            breaks,
            start: span.start,
        }
    }

    fn has_mark(&self, span: Span) -> bool {
        self.mark_at(span.start).is_some_and(|m| m.start < span.end)
    }

    /// The first known mark at or after an offset.
    fn mark_at(&self, offset: u32) -> Option<Span> {
        let i = self.marks.partition_point(|m| m.start < offset);
        self.marks.get(i).copied()
    }

    /// Whether the source has `left-right` inside a line somewhere.
    fn is_compound(&self, left: &str, right: &str) -> bool {
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

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether text has nothing that cleaning could touch; the common case, told by bytes.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = 0u8;
    for (i, &b) in bytes.iter().enumerate() {
        if PLAIN[usize::from(b)] {
            before = b;
            continue;
        }
        let special = match b {
            b'*' | b'_' | b'[' | b'<' | b'\\' | b'&' | 0..=0x1f | 0xc2 | 0xee | 0xef => true,
            b' ' => before == b' ' || before == b'-',
            0xe2 => matches!(
                bytes.get(i + 1..i + 3),
                Some([0x80, 0x80..=0x8f | 0x90 | 0xaf]) | Some([0x81, _]) | Some([0x82, _])
            ),
            _ => false,
        };
        if special {
            return false;
        }
        before = b;
    }
    true
}

/// How many bytes at the start are taken over as they are: ASCII that is no layout, words with one blank between them.
/// Taking them over one by one, a piece for each word, cost three times as much.
fn plain_run(bytes: &[u8]) -> usize {
    let plain = |at: usize| bytes.get(at).is_some_and(|b| PLAIN[usize::from(*b)]);
    let mut at = 0;
    while plain(at) || at > 0 && bytes.get(at) == Some(&b' ') && plain(at + 1) {
        at += 1;
    }
    at
}

/// The bytes that stand for themselves wherever they are.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b'!';
    while byte < 0x7f {
        plain[byte as usize] =
            !matches!(byte, b'-' | b'*' | b'_' | b'\\' | b'[' | b']' | b'<' | b'&');
        byte += 1;
    }
    plain
};

struct Cleaner<'a, 's> {
    layout: &'a Layout<'s>,
    at: usize,
    end: usize,
    text: String,
    pieces: Vec<Piece>,
    breaks: Vec<u32>,
    /// A blank waits to be written before the next text.
    space: bool,
    /// A line end or `<br>` waits with it.
    broken: bool,
    /// Something other than layout was dropped since the last piece.
    cut: bool,
}

impl Cleaner<'_, '_> {
    fn run(&mut self) {
        let mut mark = self.layout.mark_at(self.at as u32);
        while self.at < self.end {
            if let Some(m) = mark.filter(|m| m.start as usize <= self.at) {
                self.cut = true;
                self.at = (m.end as usize).clamp(self.at, self.end);
                mark = self.layout.mark_at(m.end);
                continue;
            }
            let rest = &self.layout.source[self.at..self.end];
            let most = mark.map_or(rest.len(), |m| m.start as usize - self.at);
            match plain_run(&rest.as_bytes()[..most.min(rest.len())]) {
                0 => {
                    let Some(c) = rest.chars().next() else { break };
                    self.step(c, rest);
                }
                len => self.keep(len),
            }
        }
    }

    fn step(&mut self, c: char, rest: &str) {
        let len = c.len_utf8();
        match c {
            '-' | '\u{2010}' if self.broken_word(rest, len) => {}
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' => {
                self.skip(len)
            }
            c if c.is_whitespace() || c.is_control() || is_glyph_bullet(c) => {
                self.space = true;
                self.broken |= c == '\n' || is_glyph_bullet(c);
                self.skip(len);
            }
            '*' => self.star(rest),
            '_' => self.underscore(rest),
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => {
                self.skip(1);
                self.keep(1);
            }
            '[' => self.bracket(rest),
            ']' => self.close_bracket(rest),
            '<' => self.angle(rest),
            '&' => self.entity(rest),
            '\u{fb00}'..='\u{fb06}' => self.ligature(c),
            c if is_superscript(c) => self.superscript(rest),
            _ => self.keep(len),
        }
    }

    fn skip(&mut self, len: usize) {
        self.at += len;
    }

    /// Takes `len` source bytes over as they are.
    fn keep(&mut self, len: usize) {
        let source = Span::new(self.at, self.at + len);
        let fits = |p: &Piece| p.source.end == source.start && p.len as usize == p.source.len();
        match self.pieces.last_mut() {
            Some(last) if !self.space && !self.cut && fits(last) => {
                last.len += len as u32;
                last.source.end = source.end;
            }
            _ => self.open(source, len),
        }
        self.text.push_str(&self.layout.source[source.range()]);
        self.at += len;
    }

    /// Writes `with` for `len` source bytes.
    fn replace(&mut self, len: usize, with: &str) {
        self.open(Span::new(self.at, self.at + len), with.len());
        self.text.push_str(with);
        self.at += len;
    }

    fn open(&mut self, source: Span, len: usize) {
        if self.space && !self.text.is_empty() {
            self.text.push(' ');
            if self.broken {
                self.breaks.push(self.text.len() as u32);
            }
        }
        self.broken = false;
        self.pieces.push(Piece {
            at: self.text.len() as u32,
            len: len as u32,
            source,
            glued: !self.cut,
        });
        self.space = false;
        self.cut = false;
    }

    fn before(&self) -> Option<char> {
        self.layout.source[..self.at].chars().next_back()
    }

    /// A hyphen with a line end or a stray blank behind it, between two halves of a word.
    fn broken_word(&mut self, rest: &str, len: usize) -> bool {
        let behind = &rest[len..];
        if !behind.starts_with(char::is_whitespace) {
            return false;
        }
        let blank = behind.len() - behind.trim_start_matches(|c: char| c.is_whitespace()).len();
        let right: &str = word_at(&behind[blank..]);
        let left = last_word(&self.text);
        if blank == 0 || right.is_empty() || left.is_empty() || self.space {
            return false;
        }
        let compound = self.layout.is_compound(left, right);
        let at_line_end = behind[..blank].contains('\n');
        if compound {
            self.keep(len);
            self.skip(blank);
            return true;
        }
        let halves = right.starts_with(char::is_lowercase) && left.ends_with(char::is_lowercase);
        if at_line_end && halves {
            self.skip(len + blank);
            return true;
        }
        false
    }

    /// Emphasis stars and stars that mark a note are layout; a star between blanks or digits is a sign.
    fn star(&mut self, rest: &str) {
        let stars = rest.len() - rest.trim_start_matches('*').len();
        let after = rest[stars..].chars().next();
        let before = self.before();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if stars == 1 && ((blank(before) && blank(after)) || (digit(before) && digit(after))) {
            self.keep(1);
        } else {
            self.skip(stars);
        }
    }

    /// An underscore at the edge of a word is emphasis, one inside a word is not; a run of them is a blank to fill in.
    fn underscore(&mut self, rest: &str) {
        let run = rest.len() - rest.trim_start_matches('_').len();
        let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (inner(self.before()), inner(rest[run..].chars().next()));
        if run > 2 || before == after {
            self.keep(run);
        } else {
            self.skip(run);
        }
    }

    /// `[words](target)` keeps its words; `[^1]` is a footnote mark.
    fn bracket(&mut self, rest: &str) {
        if let Some(len) = footnote_reference(rest) {
            self.cut = true;
            self.skip(len);
        } else if link_words(rest).is_some() {
            self.skip(1);
        } else {
            self.keep(1);
        }
    }

    fn close_bracket(&mut self, rest: &str) {
        let target = rest.strip_prefix("](").filter(|_| self.opened_link());
        match target.and_then(closing_paren) {
            Some(len) => self.skip(2 + len + 1),
            None => self.keep(1),
        }
    }

    /// Whether the bracket that closes here was opened as a link's.
    fn opened_link(&self) -> bool {
        let from = floor(self.layout.source, self.at.saturating_sub(LINK_REACH));
        let before = &self.layout.source[from..self.at];
        before
            .rfind('[')
            .is_some_and(|i| link_words(&self.layout.source[from + i..]).is_some())
    }

    /// `<br>` is a blank, `<https://...>` an address in brackets, the few tags of emphasis nothing.
    fn angle(&mut self, rest: &str) {
        let Some(close) = reach(rest).find('>') else {
            return self.keep(1);
        };
        let inner = &rest[1..close];
        let name = inner.trim_matches('/').trim_end().to_ascii_lowercase();
        match name.as_str() {
            "br" | "p" => {
                self.space = true;
                self.broken = true;
                self.skip(close + 1);
            }
            "b" | "i" | "u" | "em" | "strong" | "sub" | "span" => self.skip(close + 1),
            "sup" => {
                self.cut = true;
                let end = reach(rest).find("</sup>").map_or(close + 1, |i| i + 6);
                self.skip(end);
            }
            _ if is_address(inner) => {
                self.skip(1);
                self.keep(inner.len());
                self.skip(1);
            }
            _ => self.keep(1),
        }
    }

    fn entity(&mut self, rest: &str) {
        const ENTITIES: &[(&str, &str)] = &[
            ("&amp;", "&"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&apos;", "'"),
        ];
        if rest.starts_with("&nbsp;") {
            self.space = true;
            return self.skip(6);
        }
        match ENTITIES.iter().find(|(e, _)| rest.starts_with(e)) {
            Some((entity, sign)) => self.replace(entity.len(), sign),
            None => self.keep(1),
        }
    }

    fn ligature(&mut self, c: char) {
        let letters = match c {
            '\u{fb00}' => "ff",
            '\u{fb01}' => "fi",
            '\u{fb02}' => "fl",
            '\u{fb03}' => "ffi",
            '\u{fb04}' => "ffl",
            _ => "st",
        };
        self.replace(c.len_utf8(), letters);
    }

    /// A raised number is a footnote mark unless it is the exponent of a unit.
    fn superscript(&mut self, rest: &str) {
        let len = rest.len() - rest.trim_start_matches(is_superscript).len();
        let unit = ["km", "cm", "mm", "m", "ft", "s"];
        let exponent = matches!(&rest[..len], "²" | "³" | "⁻¹" | "⁻²" | "⁻³")
            && unit.contains(&last_word(&self.text));
        if exponent {
            self.keep(len);
        } else {
            self.cut = true;
            self.skip(len);
        }
    }
}

/// Bullets of the symbol fonts, which text out of office files keeps inside cells.
fn is_glyph_bullet(c: char) -> bool {
    matches!(c, '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}')
}

/// The farthest a link's bracket may close, so that hostile brackets stay linear.
const LINK_REACH: usize = 1000;

fn reach(rest: &str) -> &str {
    &rest[..floor(rest, rest.len().min(LINK_REACH))]
}

/// Whether a character is a raised digit or sign.
pub fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁻')
}

/// Raised digits as plain ones.
pub fn plain_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            '⁰' => '0',
            '⁴'..='⁹' => char::from(b'4' + (c as u32 - '⁴' as u32) as u8),
            c => c,
        })
        .collect()
}

fn word_at(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    &text[..end.min(floor(text, text.len().min(64)))]
}

fn last_word(text: &str) -> &str {
    let from = floor(text, text.len().saturating_sub(64));
    let tail = &text[from..];
    let cut = tail
        .char_indices()
        .rev()
        .find(|(_, c)| !c.is_alphanumeric());
    cut.map_or(tail, |(i, c)| &tail[i + c.len_utf8()..])
}

fn footnote_reference(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix("[^")?;
    let close = inner[..floor(inner, inner.len().min(32))].find(']')?;
    Some(2 + close + 1)
}

/// The words of `[words](target)` at the start of `rest`.
fn link_words(rest: &str) -> Option<&str> {
    let close = reach(rest).find("](")?;
    let words = rest.get(1..close)?;
    let nested = words.contains('[') || words.contains("\n\n");
    closing_paren(&rest[close + 2..]).filter(|_| !nested)?;
    Some(words)
}

fn closing_paren(target: &str) -> Option<usize> {
    let close = reach(target).find(')')?;
    (!target[..close].contains(char::is_whitespace)).then_some(close)
}

fn is_address(inner: &str) -> bool {
    let scheme = ["http://", "https://", "mailto:", "www."];
    let web = scheme.iter().any(|s| inner.starts_with(s));
    let mail = inner.contains('@') && inner.contains('.');
    (web || mail) && !inner.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(source: &str) -> String {
        let layout = Layout::new(source);
        layout
            .clean(Span::new(0, source.len()))
            .as_str()
            .to_string()
    }

    #[test]
    fn markup_goes_and_words_stay() {
        assert_eq!(clean("**Ana** and *Bo*, _too_"), "Ana and Bo, too");
        assert_eq!(
            clean("2 * 3, 4*5, snake_case, ____"),
            "2 * 3, 4*5, snake_case, ____"
        );
        assert_eq!(clean(r"not \*starred\*"), "not *starred*");
        assert_eq!(
            clean("the [paper](http://x.example/a) here"),
            "the paper here"
        );
        assert_eq!(clean("[sic] a [b] (c)"), "[sic] a [b] (c)");
        assert_eq!(clean("at <https://x.example>."), "at https://x.example.");
        assert_eq!(
            clean("one<br>two<br/>three a < b > c"),
            "one two three a < b > c"
        );
    }

    #[test]
    fn odd_blanks_and_letters_become_plain() {
        assert_eq!(clean("a\u{a0}b\u{200b}c  d\te"), "a bc d e");
        assert_eq!(
            clean("co\u{ad}operation of\u{fb01}ce R&amp;D"),
            "cooperation office R&D"
        );
    }

    #[test]
    fn words_broken_at_a_line_end_are_rejoined() {
        assert_eq!(clean("exam-\nple"), "example");
        assert_eq!(
            clean("a long-\nterm plan; the long-term view"),
            "a long-term plan; the long-term view"
        );
        assert_eq!(
            clean("UN- Habitat and UN-Habitat"),
            "UN-Habitat and UN-Habitat"
        );
        assert_eq!(
            clean("pre- and post-war, 2015-\n2016"),
            "pre- and post-war, 2015- 2016"
        );
    }

    #[test]
    fn footnote_marks_go_and_exponents_stay() {
        assert_eq!(
            clean("the Agenda⁵, 30 km² and¹² more[^3]"),
            "the Agenda, 30 km² and more"
        );
        let source = "by UNDP;2 and";
        let layout = Layout::with_marks(source, vec![Span::new(8, 9)]);
        let flow = layout.clean(Span::new(0, source.len()));
        assert_eq!(flow.as_str(), "by UNDP; and");
        assert_eq!(flow.spans(3..12).iter().count(), 2);
    }

    #[test]
    fn any_brackets_are_survived() {
        for text in [
            "[", "](", "[](", "[a](b", "<", "<br", "&", "\\", "*", "[^", "[^1", "é-\n", "_",
        ] {
            clean(text);
        }
    }
}
