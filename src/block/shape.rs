//! What one line looks like: nom productions, tried from the most to the least marked.

use crate::flow::is_unseen;
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, one_of, satisfy};
use nom::combinator::{opt, peek, recognize, verify};
use nom::multi::many1_count;
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Parser};

/// The shape of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing but blanks.
    Blank,
    /// A line of dashes or the like; one that may underline a heading tells its depth.
    Rule {
        /// 1 for `===`, 2 for `---`.
        setext: Option<u8>,
    },
    /// `## Title`.
    Hash {
        /// Number of signs.
        level: u8,
    },
    /// Cells between tabs or pipes.
    Row {
        /// Their places, without blanks at the ends.
        cells: Vec<Span>,
        /// Whether it is the rule under a header.
        delimiter: bool,
    },
    /// A bulleted or numbered item.
    Item {
        /// Its bullet or number.
        marker: Span,
        /// Whether the marker is a sign rather than a number.
        bullet: bool,
    },
    /// A note that begins with its raised or bracketed mark.
    Note {
        /// The mark.
        marker: Span,
    },
    /// A short line with a colon at its end.
    Label,
    /// A line that opens a quotation.
    Quote,
    /// Anything else.
    Text,
}

/// The shape of a line and its text without the marker. `raw` starts at byte `raw_at`, `text` at `at`.
pub(super) fn shape(raw: &str, text: &str, raw_at: usize, at: usize) -> (Shape, Span) {
    let whole = Span::new(at, at + text.len());
    if text.is_empty() {
        return (Shape::Blank, Span::new(at, at));
    }
    if let Some(setext) = rule(text) {
        return (Shape::Rule { setext }, whole);
    }
    if let Some((cells, delimiter)) = cells(raw, text, raw_at, at) {
        return (Shape::Row { cells, delimiter }, whole);
    }
    // A lone pipe at the end is what is left of a cell.
    let text = match text.strip_suffix('|') {
        Some(cell) if !cell.contains('|') => cell.trim_end(),
        _ => text,
    };
    if text.is_empty() {
        return (Shape::Rule { setext: None }, whole);
    }
    let whole = Span::new(at, at + text.len());
    if let Some((level, body)) = hash(text) {
        return (Shape::Hash { level }, body_span(text, body, at));
    }
    if let Ok((body, mark)) = note_mark(text) {
        let marker = Span::new(at, at + mark.len());
        return (Shape::Note { marker }, body_span(text, body, at));
    }
    if let Some(item) = item(text, at) {
        return item;
    }
    let shape = if is_label(text) {
        Shape::Label
    } else if text.starts_with(['"', '\u{201c}', '\u{ab}', '\u{201e}', '>'])
        || text.starts_with("*\u{201c}")
    {
        Shape::Quote
    } else {
        Shape::Text
    };
    (shape, whole)
}

/// A line that begins with a bullet or number, and its text behind that.
pub(super) fn item(text: &str, at: usize) -> Option<(Shape, Span)> {
    let (body, mark) = item_mark(text).ok()?;
    if is_dotted_date(text) {
        return None;
    }
    let mark = mark.trim_end_matches(is_blank);
    // The box of a task is no part of its marker.
    let mark = mark
        .split(" [")
        .next()
        .unwrap_or(mark)
        .trim_end_matches(is_blank);
    let bullet = !mark.contains(|c: char| c.is_alphanumeric());
    let marker = Span::new(at, at + mark.len());
    Some((Shape::Item { marker, bullet }, body_span(text, body, at)))
}

/// `27. 7. 2018`: day, month and year with points, and nothing else.
fn is_dotted_date(text: &str) -> bool {
    let mut parts = text.trim_end().split(". ");
    let mut next = |widths: std::ops::RangeInclusive<usize>| {
        let part = parts.next().unwrap_or_default();
        widths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    next(1..=2) && next(1..=2) && next(4..=4) && parts.next().is_none()
}

/// The span of `body`, a tail of `text` which starts at byte `at`.
fn body_span(text: &str, body: &str, at: usize) -> Span {
    let body = body.trim_start_matches(is_blank);
    // The body is a part of the text, and signs may stand behind it, too: `# Title #`.
    let start = at + (body.as_ptr() as usize - text.as_ptr() as usize);
    Span::new(start, start + body.len())
}

/// A line of one repeated sign; `Some(Some(depth))` where it may underline a heading.
fn rule(text: &str) -> Option<Option<u8>> {
    let first = text.chars().next()?;
    let signs = text.chars().filter(|c| !c.is_whitespace());
    if !"-=_*~.\u{2014}\u{2013}\u{2022}#+".contains(first) || !signs.clone().all(|c| c == first) {
        return None;
    }
    let count = signs.count();
    match first {
        '=' if count >= 2 => Some(Some(1)),
        '-' if count >= 3 => Some(Some(2)),
        _ if count >= 3 => Some(None),
        _ => None,
    }
}

fn hash(text: &str) -> Option<(u8, &str)> {
    let parsed: IResult<&str, usize> =
        terminated(many1_count(char('#')), peek(satisfy(is_gap))).parse(text);
    let (body, level) = parsed.ok()?;
    // `#   Name   Company` is the head of a table set with blanks.
    let column = level == 1 && body.starts_with("  ") && body.trim_start().contains("   ");
    (level <= 6 && !column).then(|| (level as u8, body.trim_end_matches(['#', ' '])))
}

/// Cells between tabs, or between pipes.
fn cells(raw: &str, text: &str, raw_at: usize, at: usize) -> Option<(Vec<Span>, bool)> {
    if text.contains('\t') {
        let line = raw.trim_end_matches(['\n', '\u{c}']);
        let cells = split(line, '\t', raw_at);
        return (cells.iter().filter(|c| !c.is_empty()).count() >= 2).then_some((cells, false));
    }
    let pipes = memchr::memchr_iter(b'|', text.as_bytes()).count();
    let framed = text.starts_with('|');
    let is_dashes = |c: char| matches!(c, '-' | ':' | '|' | ' ' | '+' | '=');
    let delimiter = text.contains("--") && text.chars().all(is_dashes);
    if pipes == 0
        || pipes == 1 && text.ends_with('|')
        || (!framed && !delimiter && pipes < 2 && !text.contains(" | "))
    {
        return None;
    }
    let inner = text.strip_prefix('|').unwrap_or(text);
    let inner_at = at + text.len() - inner.len();
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let cells = split(inner, '|', inner_at);
    let delimiter = text.contains('-') && text.chars().all(is_dashes);
    Some((cells, delimiter))
}

fn split(line: &str, sign: char, at: usize) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let cell = &line[from..to];
        let trimmed = cell.trim();
        let lead = if trimmed.is_empty() {
            0
        } else {
            cell.len() - cell.trim_start().len()
        };
        cells.push(Span::new(
            at + from + lead,
            at + from + lead + trimmed.len(),
        ));
    };
    for i in memchr::memchr_iter(sign as u8, line.as_bytes()) {
        if line[..i].ends_with('\\') {
            continue;
        }
        push(start, i);
        start = i + 1;
    }
    push(start, line.len());
    cells
}

/// A raised number, or `[^1]:`.
fn note_mark(text: &str) -> IResult<&str, &str> {
    let raised = terminated(take_while1(crate::flow::is_superscript), opt(char(' ')));
    let bracketed = recognize((tag("[^"), take_while1(|c| c != ']'), tag("]:")));
    alt((bracketed, raised)).parse(text)
}

/// A bullet or number with what parts it from the text; a bullet may carry a number or a second bullet.
fn item_mark(text: &str) -> IResult<&str, &str> {
    let blank = || take_while1(|c: char| c == '\t' || is_gap(c));
    let bullet = || recognize(pair(satisfy(is_bullet), blank()));
    let number = || recognize(pair(number_mark, blank()));
    // `- [x] Mend the boats`: a task and whether it is done.
    let task = || recognize((char('['), one_of(" xX"), char(']'), blank()));
    alt((
        recognize((bullet(), opt(alt((task(), bullet(), number()))))),
        number(),
    ))
    .parse(text)
}

/// White space, or what takes no room.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

/// A blank, broken at a line's end or not, or one without width.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}') || is_unseen(c)
}

fn is_bullet(c: char) -> bool {
    "-*+\u{2022}\u{b0}\u{2013}\u{2014}\u{25cf}\u{25cb}\u{25e6}\u{25aa}\u{25ab}\u{25a0}\u{25a1}\u{2043}\u{2023}\u{b7}\u{27a2}\u{2713}\u{2192}\u{f0b7}\u{f0a7}\u{f0d8}o>"
        .contains(c)
        && c != '>'
}

/// The bytes of a line that is no short item.
const PARAGRAPH: usize = 60;

/// `1.` `1)` `(1)` `1.2.` `a)` `(iv)` `A.` `19/123`
fn number_mark(text: &str) -> IResult<&str, &str> {
    let letters = || take_while_m_n(1, 4, |c: char| "ivxlIVXL".contains(c));
    let letter = || recognize(satisfy(|c| c.is_ascii_alphabetic()));
    let short = || {
        terminated(
            take_while_m_n(1, 3, |c: char| c.is_ascii_digit()),
            peek(one_of(").")),
        )
    };
    let label = || alt((short(), letters(), letter()));
    let dotted = recognize((
        digit1,
        many1_count(preceded(char('.'), digit1)),
        opt(char('.')),
    ));
    // The minute of a year: `19/123 Finance`, `1904/9 Finance`.
    let minute = verify(
        recognize((
            digit1,
            char('/'),
            digit1,
            peek((char(' '), satisfy(char::is_uppercase))),
        )),
        |mark: &str| (5..=9).contains(&mark.len()),
    );
    let closed = recognize(pair(label(), one_of(").")));
    let enclosed = recognize(delimited(
        char('('),
        alt((digit1, letters(), letter())),
        char(')'),
    ));
    // At the head of a paragraph `M.` is a title before a name more often than the thirteenth of a list.
    let titled = text.starts_with("M. ") && text.len() >= PARAGRAPH;
    let closed = verify(closed, move |_: &str| !titled);
    alt((dotted_mark(dotted), closed, enclosed, minute)).parse(text)
}

/// A dotted number that is no clock time or amount: its parts are short, and no unit follows.
fn dotted_mark<'a>(
    mut dotted: impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>>,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    move |text: &'a str| {
        let (rest, mark) = dotted.parse(text)?;
        let parts = mark.trim_end_matches('.').split('.');
        let short = parts.clone().all(|p| p.len() <= 2);
        let time =
            parts.clone().count() == 2 && parts.clone().next_back().is_some_and(|p| p.len() == 2);
        let titled = parts.clone().count() > 2
            || rest
                .trim_start()
                .starts_with(|c: char| !c.is_lowercase() && c != '%')
            || starts_like_range(rest.trim_start());
        if short && (!time || mark.ends_with('.')) && titled && mark.len() <= 12 {
            Ok((rest, mark))
        } else {
            Err(nom::Err::Error(nom::error::Error::new(
                text,
                nom::error::ErrorKind::Digit,
            )))
        }
    }
}

/// At most six words with a colon at the end, none of them long prose.
fn is_label(text: &str) -> bool {
    let Some(words) = text.trim_end_matches('*').strip_suffix(':') else {
        return false;
    };
    let count = words.split_whitespace().count();
    let capital = |w: &str| {
        w.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || !c.is_alphabetic())
    };
    let titled = words
        .split_whitespace()
        .filter(|w| w.len() > 3)
        .all(capital);
    (1..=3).contains(&count) || (count <= 6 && titled)
}

/// Whether a text begins the way a clock time does: `9:00`, `09.30`, `9h30`, `0900-`, `0900 h`, `9-10`, `9 a.m.`.
pub fn starts_like_time(text: &str) -> bool {
    if starts_with_half(text) {
        return true;
    }
    let hours = take_while_m_n::<_, _, nom::error::Error<&str>>(1, 2, |c: char| c.is_ascii_digit());
    let minutes = take_while_m_n(2, 2, |c: char| c.is_ascii_digit());
    let clock = recognize((hours, one_of(":.hH"), opt(minutes)));
    let compact = recognize((
        take_while_m_n(4, 4, |c: char| c.is_ascii_digit()),
        peek(pair(opt(char(' ')), one_of("-\u{2013}\u{2014}hH"))),
    ));
    let Ok((rest, matched)) = alt((clock, compact)).parse(text) else {
        return false;
    };
    let hour: u32 = matched
        .chars()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .unwrap_or(99);
    let plausible = hour <= 24 || matched.len() == 4;
    let dot_only = matched.ends_with('.') || (matched.ends_with(':'));
    plausible && !dot_only && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// `9 a.m.`, `12pm`, `10 - 11.30 a.m.`: an hour and the letters of its half of the day, which many languages share.
fn starts_with_half(text: &str) -> bool {
    let Some(rest) = after_hour(text) else {
        return false;
    };
    if is_half(rest) {
        return true;
    }
    let behind = rest
        .trim_start()
        .strip_prefix(['-', '\u{2013}', '\u{2014}']);
    let Some(rest) = behind.and_then(|b| after_hour(b.trim_start())) else {
        return false;
    };
    let minutes = rest.strip_prefix([':', '.']).and_then(after_hour);
    is_half(minutes.unwrap_or(rest))
}

/// What stands behind one or two digits.
fn after_hour(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits).then(|| &text[digits..])
}

/// Whether an am or pm comes next.
fn is_half(text: &str) -> bool {
    let half = text.trim_start_matches(is_gap).as_bytes();
    let letter = half
        .first()
        .is_some_and(|b| matches!(b, b'a' | b'A' | b'p' | b'P'));
    let rest = half.get(1..).unwrap_or_default();
    let rest = rest.strip_prefix(b".").unwrap_or(rest);
    let m = rest.first().is_some_and(|b| matches!(b, b'm' | b'M'));
    letter && m && !rest.get(1).is_some_and(u8::is_ascii_lowercase)
}

/// `Tuesday 5 June`, `Martes, 17 de septiembre`, `Monday, May 10th 2004`: a line that is the head of a day, whatever the
/// language.
pub(super) fn is_dated_head(text: &str) -> bool {
    if !text.starts_with(char::is_uppercase) {
        return false;
    }
    // One word more than such a head has tells that a line is none.
    let words: Vec<&str> = text
        .split([' ', ',', ':'])
        .filter(|w| !matches!(*w, "" | "de" | "of" | "del"))
        .take(5)
        .collect();
    let name = |w: &str| w.len() >= 3 && w.chars().all(|c| c.is_alphabetic() || c == '.');
    let day = |w: &str| {
        let digits = w.bytes().take_while(u8::is_ascii_digit).count();
        let suffix = &w[digits..];
        (1..=2).contains(&digits) && suffix.len() <= 3 && suffix.chars().all(char::is_alphabetic)
    };
    let year = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let (date, years) = words.split_at(words.len().min(3));
    let fits = matches!(date, [a, b, c] if name(a) && (day(b) && name(c) || name(b) && day(c)));
    fits && years.len() <= 1 && years.iter().all(|w| year(w))
}

/// Whether a text begins as a range of times behind a word does: `from 9:30 to 10:00 Opening`. A sentence that a line
/// end broke goes on in small letters behind it.
pub fn starts_like_range(text: &str) -> bool {
    let plain = text.trim_start_matches(['*', '(', '[']);
    let word = plain.bytes().take_while(u8::is_ascii_lowercase).count();
    if !(2..=5).contains(&word) || !plain[word..].starts_with(is_gap) {
        return false;
    }
    let is_dash = |c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}');
    let is_half = |w: &str| w.len() <= 4 && w.to_ascii_lowercase().trim_matches('.').ends_with('m');
    let words = plain[word..].split(|c: char| is_gap(c) || is_dash(c) || c == '*' || c == ',');
    let mut words = words.filter(|w| !w.is_empty()).take(8).peekable();
    let (mut clocks, mut signed) = (0, false);
    while let Some(next) = words.peek() {
        let next = next.trim_end_matches([':', ')', ']']);
        let joins = clocks == 1 && next.len() <= 5 && next.starts_with(char::is_lowercase);
        match clock_token(next) {
            Some(sure) if clocks < 2 => {
                clocks += 1;
                signed |= sure;
            }
            _ if is_half(next) || joins => (),
            _ => break,
        }
        words.next();
    }
    let title = |w: &str| !w.starts_with(char::is_lowercase);
    clocks == 2 && signed && words.next().is_none_or(title)
}

/// Whether a word is a clock time, and if so, whether a sign says so: `9:30`, `9h`, `0930`, `9`.
fn clock_token(word: &str) -> Option<bool> {
    if word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) {
        let (hour, minute) = word.split_at(2);
        return (hour < "24" && minute < "60" && minute.ends_with(['0', '5'])).then_some(true);
    }
    let sign = word.find(|c: char| !c.is_ascii_digit());
    let (hour, rest) = word.split_at(sign.unwrap_or(word.len()));
    let minute = rest.get(1..).unwrap_or("");
    let fits = match rest.bytes().next() {
        None => true,
        Some(b'h' | b'H') => minute.is_empty() || minute.len() == 2,
        Some(b':' | b'.') => minute.len() == 2,
        Some(_) => false,
    };
    let digits = minute.bytes().all(|b| b.is_ascii_digit());
    (fits && digits && (1..=2).contains(&hour.len())).then_some(sign.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Shape, String) {
        let trimmed = text.trim();
        let lead = text.len() - text.trim_start().len();
        let (shape, body) = shape(text, trimmed, 0, lead);
        (shape, text[body.range()].to_string())
    }

    #[test]
    fn markers_are_parted_from_their_text() {
        for (line, body) in [
            ("- one", "one"),
            ("  \u{2022} two", "two"),
            ("1. three", "three"),
            ("(iv) four", "four"),
            ("a) five", "five"),
            ("- 1. six", "six"),
            ("* [x] six and a half", "six and a half"),
            ("- \u{b0} seven", "seven"),
            ("2.1.3 eight", "eight"),
            ("8.\u{200b} nine", "nine"),
            ("1904/9 Ten", "Ten"),
        ] {
            let (shape, text) = of(line);
            assert!(matches!(shape, Shape::Item { .. }), "{line}: {shape:?}");
            assert_eq!(text, body);
        }
    }

    #[test]
    fn a_title_before_a_name_opens_a_paragraph() {
        let said = "M. Exemple indique que le plafond est sec et que la peinture tient encore.";
        assert!(!matches!(of(said).0, Shape::Item { .. }), "{said}");
        assert!(matches!(of("M. Closing of the day").0, Shape::Item { .. }));
        assert!(!matches!(of("27. 7. 2018").0, Shape::Item { .. }));
    }

    #[test]
    fn times_years_and_amounts_are_no_markers() {
        for line in [
            "9.30 Welcome",
            "2015. was",
            "10 March 2015",
            "9:00 - 10:00 Talk",
            "3.5 million",
            "2.1 % of",
            "12/5 May",
            "19/0312 \u{2013} Mill",
        ] {
            assert_eq!(of(line).0, Shape::Text, "{line}");
        }
    }

    #[test]
    fn rows_have_all_their_cells() {
        let (shape, _) = of("\t9:00\tTea\t\tHall");
        let Shape::Row {
            cells,
            delimiter: false,
        } = shape
        else {
            panic!("{shape:?}")
        };
        assert_eq!(cells.len(), 5);
        let (shape, _) = of("| a | b \\| c | |");
        let Shape::Row { cells, .. } = shape else {
            panic!("{shape:?}")
        };
        assert_eq!(cells.len(), 3);
        assert!(matches!(
            of("|---|:--:|").0,
            Shape::Row {
                delimiter: true,
                ..
            }
        ));
    }

    #[test]
    fn times_are_seen_at_the_start() {
        for text in [
            "9:00",
            "09.30 \u{2013} 10",
            "14h Talk",
            "9h30",
            "0900-1000",
            "12:30pm",
        ] {
            assert!(starts_like_time(text), "{text}");
        }
        for text in ["2015 was", "1.", "1. One", "3.5.2", "45:00", "9", "a"] {
            assert!(!starts_like_time(text), "{text}");
        }
    }

    #[test]
    fn ranges_are_seen_behind_a_word() {
        for text in [
            "from 9:30 to 10:00 Opening",
            "**from 9.30 a.m. to 1 p.m.** Opening",
            "from 9h30\u{2013}10h00",
            "de 9h00 \u{e0} 10h: Opening",
            "from 0900 to 0930 Opening",
        ] {
            assert!(starts_like_range(text), "{text}");
        }
        for text in [
            "from 9:30 to 10:00 and then",
            "at 9:30 Ana opened",
            "from 2012 on 12 March",
            "the 9:30",
            "9:30 to 10:00",
        ] {
            assert!(!starts_like_range(text), "{text}");
        }
    }

    #[test]
    fn notes_labels_and_rules_are_told_apart() {
        assert!(matches!(of("\u{b9} A note").0, Shape::Note { .. }));
        assert!(matches!(of("[^2]: A note").0, Shape::Note { .. }));
        assert_eq!(of("SPEAKERS:").0, Shape::Label);
        assert_eq!(of("The group was asked about these things:").0, Shape::Text);
        assert_eq!(of("-----").0, Shape::Rule { setext: Some(2) });
    }
}
