//! What counts as layout, and how it is taken off: white space, emphasis, link targets, soft hyphens, ligatures,
//! footnote marks, words broken at a line end.

use super::signs::{
    LINK_REACH, closing_paren, footnote_reference, is_address, is_glyph_bullet, is_superscript,
    is_unseen, last_word, link_words, plain_run, reach, word_at,
};
use super::{Flow, Layout, Piece};
use crate::span::Span;
use crate::value::floor;
use std::borrow::Cow;

/// The text of a place without its layout.
pub(super) fn cleaned<'s>(layout: &Layout<'s>, span: Span) -> Flow<'s> {
    let mut cleaner = Cleaner {
        layout,
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

/// The length of `&#233;` or `&#x20;` at the start of a text, and the character that it stands for.
fn numeric_entity(rest: &str) -> Option<(usize, char)> {
    let body = rest.strip_prefix("&#")?;
    let end = body.bytes().take(8).position(|b| b == b';')?;
    let digits = &body[..end];
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    let c = char::from_u32(code.ok()?)?;
    (!c.is_control()).then_some((2 + end + 1, c))
}

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
            let rest = &self.layout.source()[self.at..self.end];
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
            c if is_unseen(c) => self.skip(len),
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
            // A line that Markdown breaks.
            '\\' if self.layout.source()[self.at + 1..].starts_with('\n') => self.skip(1),
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
        self.text.push_str(&self.layout.source()[source.range()]);
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
        self.layout.source()[..self.at].chars().next_back()
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
        let from = floor(self.layout.source(), self.at.saturating_sub(LINK_REACH));
        let before = &self.layout.source()[from..self.at];
        before
            .rfind('[')
            .is_some_and(|i| link_words(&self.layout.source()[from + i..]).is_some())
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
            "b" | "i" | "u" | "em" | "strong" | "sub" | "span" | "small" | "big" | "del"
            | "ins" | "mark" => self.skip(close + 1),
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
        const BLANKS: [&str; 4] = ["&nbsp;", "&emsp;", "&ensp;", "&thinsp;"];
        if let Some(blank) = BLANKS.iter().find(|b| rest.starts_with(**b)) {
            self.space = true;
            return self.skip(blank.len());
        }
        if let Some((len, c)) = numeric_entity(rest) {
            if c.is_whitespace() {
                self.space = true;
                return self.skip(len);
            }
            return self.replace(len, c.encode_utf8(&mut [0; 4]));
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

#[cfg(test)]
mod tests {
    use super::super::Layout;
    use crate::span::Span;

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
