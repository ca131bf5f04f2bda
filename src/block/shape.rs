//! What one line looks like: nom productions, tried from the most to the least marked.

use super::clock::starts_like_range;
use super::heading::in_capitals;
use crate::flow::is_unseen;
use crate::lexicon::{Lang, Map};
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, one_of, satisfy};
use nom::combinator::{opt, peek, recognize, rest, verify};
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
    if let Some((cells, delimiter)) = cells(raw, text, raw_at, at).filter(|_| !is_set(text)) {
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

/// `# Session 1 | Reeds`, `**LTA | Chair**`: the marks around a line with bars say that it is no row.
fn is_set(text: &str) -> bool {
    let titled =
        || hash(text).is_some_and(|(_, body)| body.trim_start().starts_with(char::is_alphabetic));
    let inner = text.strip_prefix("**").and_then(|t| t.strip_suffix("**"));
    let bold = inner.is_some_and(|t| !t.contains("**"));
    !text.contains('\t') && (bold || !text.ends_with('|') && titled())
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

/// The level and words of an item that titles what stands below: `#### Boats`, behind its number.
pub(super) fn signed_title(text: &str, item: Span) -> Option<(u8, Span)> {
    let start = text.len().checked_sub(item.len())?;
    let words = text.get(start..)?;
    let (level, body) = hash(words)?;
    Some((level, body_span(words, body, item.start as usize)))
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
    if !"-=_*~^`.\u{2014}\u{2013}\u{2022}#+".contains(first) || !signs.clone().all(|c| c == first) {
        return None;
    }
    let count = signs.count();
    match first {
        '=' if count >= 2 => Some(Some(1)),
        '-' if count >= 3 => Some(Some(2)),
        // The underlines of reStructuredText; three backticks fence code.
        '~' | '`' if count >= 5 => Some(Some(3)),
        '^' if count >= 5 => Some(Some(4)),
        '`' => None,
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
    let pipes = memchr::memchr_iter(b'|', text.as_bytes()).count();
    // Tabs between the cells of a line framed in pipes only set them out.
    let boxed = pipes >= 3 && text.starts_with('|') && text.ends_with('|');
    if text.contains('\t') && !boxed {
        let line = raw.trim_end_matches(['\n', '\u{c}']);
        let cells = split(line, '\t', raw_at);
        return (cells.iter().filter(|c| !c.is_empty()).count() >= 2).then_some((cells, false));
    }
    let framed = text.starts_with('|');
    // `## 9:00 | Opening` is a heading, `# | Name` the head of a table.
    if !framed && text.starts_with("##") && hash(text).is_some() {
        return None;
    }
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
    // `=> Minutes adopted.`
    let arrow = || alt((tag("==>"), tag("=>"), tag("-->"), tag("->")));
    let sign = || alt((arrow(), recognize(satisfy(is_bullet))));
    let bullet = || recognize(pair(sign(), blank()));
    // `§ Motion by ...` is a bullet of another font; `§ 12` cites a law.
    let section = || {
        let text = peek(satisfy(|c| !c.is_ascii_digit()));
        recognize((char('\u{a7}'), blank(), text))
    };
    let number = || recognize(pair(number_mark, blank()));
    // `2   LIAISON STATEMENTS`: a wide gap stands for the point behind the number.
    let spaced = || {
        let digits = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
        let gap = take_while_m_n(3, 12, |c: char| c == ' ');
        let words = verify(rest, |words: &str| {
            words.starts_with(char::is_uppercase) && !words.contains("   ")
        });
        terminated(recognize(pair(digits, gap)), peek(words))
    };
    // `12.The speaker said that ...`: the blank behind a paragraph's number is lost.
    let glued = || {
        let number = terminated(
            take_while_m_n(1, 3, |c: char| c.is_ascii_digit()),
            char('.'),
        );
        verify(recognize(number), |mark: &str| {
            let rest = &text[mark.len()..];
            opens_paragraph(rest) || titles_in_capitals(rest)
        })
    };
    // `- [x] Mend the boats`: a task and whether it is done.
    let task = || recognize((char('['), one_of(" xX"), char(']'), blank()));
    alt((
        recognize((bullet(), opt(alt((task(), bullet(), number()))))),
        section(),
        number(),
        spaced(),
        glued(),
    ))
    .parse(text)
}

/// Whether a line is the first of a paragraph of running text: a capitalised word and more, long or a whole sentence.
fn opens_paragraph(text: &str) -> bool {
    let mut letters = text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let word = letters.next().is_some_and(char::is_lowercase);
    capital && word && text.contains(' ') && (text.len() >= PARAGRAPH || text.ends_with('.'))
}

/// `APOLOGIES FOR ABSENCE`: a title set in capitals, of two words or more.
fn titles_in_capitals(text: &str) -> bool {
    let mut letters = text.chars();
    let capitals = letters.by_ref().take(2).all(char::is_uppercase);
    capitals && text.len() <= PARAGRAPH * 2 && text.contains(' ') && in_capitals(text)
}

/// White space, or what takes no room.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

/// A blank, broken at a line's end or not, or one without width.
pub(super) fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}') || is_unseen(c)
}

fn is_bullet(c: char) -> bool {
    "-*+\u{bb}\u{de}\u{2022}\u{b0}\u{2013}\u{2014}\u{25cf}\u{25cb}\u{25e6}\u{25aa}\u{25ab}\u{25a0}\u{25a1}\u{2043}\u{2023}\u{b7}\u{27a2}\u{2713}\u{2192}\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}\u{f06e}\u{2212}\u{25b6}\u{25b8}\u{25ba}\u{25b7}\u{27a4}\u{2714}\u{2756}\u{25c6}\u{25c7}\u{2605}\u{2219}\u{2610}\u{2611}\u{21d2}\u{2705}\u{274c}\u{2794}\u{27a1}o>"
        .contains(c)
        && c != '>'
}

/// The bytes of a line that is no short item.
const PARAGRAPH: usize = 60;

/// `1.` `1)` `(1)` `1.2.` `a)` `(iv)` `A.` `D.1` `19/123`
fn number_mark(text: &str) -> IResult<&str, &str> {
    let letters = || take_while_m_n(1, 4, |c: char| "ivxlIVXL".contains(c));
    let letter = || recognize(satisfy(|c| c.is_ascii_alphabetic()));
    let short = || {
        terminated(
            take_while_m_n(1, 3, |c: char| c.is_ascii_digit()),
            peek(one_of(").\\")),
        )
    };
    let label = || alt((short(), letters(), letter()));
    let dotted = recognize((
        digit1,
        many1_count(preceded(char('.'), digit1)),
        opt(char('.')),
    ));
    // `D.1 Title`, `IV.2 Title`: a part of a part that has a letter or a Roman number.
    let numeral = || take_while_m_n(1, 4, |c: char| "IVXL".contains(c));
    let capital = || recognize(satisfy(|c| c.is_ascii_uppercase()));
    let part = || take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let lettered = recognize((
        alt((terminated(numeral(), peek(char('.'))), capital())),
        many1_count(preceded(char('.'), part())),
        opt(char('.')),
        peek((char(' '), satisfy(char::is_uppercase))),
    ));
    // `1a. Welcome`: a part of an item.
    let small = || satisfy(|c| ('a'..='h').contains(&c));
    let parted = recognize((
        take_while_m_n(1, 2, |c: char| c.is_ascii_digit()),
        small(),
        one_of(".)"),
        peek((char(' '), satisfy(char::is_uppercase))),
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
    // Markdown escapes the sign: `1\.`
    let closed = recognize((label(), opt(char('\\')), one_of(").")));
    let enclosed = recognize(delimited(
        char('('),
        alt((digit1, letters(), letter())),
        char(')'),
    ));
    // At the head of a paragraph `M.` is a title before a name more often than the thirteenth of a list.
    let titled = text.starts_with("M. ") && text.len() >= PARAGRAPH;
    // `1.- Acta`, `2\u{ba}.- Cuentas`, `3\u{ba}. Obras`: as Spanish minutes number their items.
    let dashed = recognize((
        take_while_m_n(1, 2, |c: char| c.is_ascii_digit()),
        alt((
            recognize((
                one_of("\u{ba}\u{aa}\u{b0}"),
                char('.'),
                opt(one_of("-\u{2013}")),
            )),
            recognize((char('.'), one_of("-\u{2013}"))),
        )),
    ));
    let counted = verify(
        recognize((
            take_while1(char::is_alphabetic),
            char('.'),
            one_of("-\u{2013}"),
        )),
        is_ordinal,
    );
    let closed = verify(closed, move |_: &str| !titled);
    alt((
        dotted_mark(dotted),
        lettered,
        parted,
        dashed,
        counted,
        closed,
        enclosed,
        minute,
    ))
    .parse(text)
}

/// Whether a marker counts in words: `PRIMERO.-`, with the point and dash behind which an item's title stands.
pub(super) fn is_ordinal(marker: &str) -> bool {
    let word = marker.strip_suffix(['-', '\u{2013}']);
    let word = word.and_then(|w| w.strip_suffix('.'));
    word.filter(|w| w.starts_with(char::is_uppercase))
        .is_some_and(|w| Lang::Es.lexicon().map(Map::Ordinal).get(w).is_some())
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
            ("11.Eleven were there.", "Eleven were there."),
            ("12.- Doce", "Doce"),
            ("3\u{ba}. Tres", "Tres"),
            ("SEGUNDO.- CUENTAS", "CUENTAS"),
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
    fn bars_in_headings_and_bold_lines_make_no_rows() {
        assert_eq!(of("# Session 1 | Reeds").0, Shape::Hash { level: 1 });
        assert_eq!(of("**LTA | Ann Model | Chair**").0, Shape::Text);
        assert!(matches!(of("# | Name | Body").0, Shape::Row { .. }));
        assert!(matches!(of("**Name** | **Body**").0, Shape::Row { .. }));
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
