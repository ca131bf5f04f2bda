//! Which line goes on with the one above: told by whether its first word would have fitted there.

use super::clock::{is_dated_head, starts_like_range, starts_like_time};
use super::heading::is_bold;
use super::line::Line;
use super::shape::Shape;
use super::shape::is_gap;
use super::{Block, Kind, talk};
use crate::span::Span;
use crate::value::find_within;

/// No text is wrapped at fewer columns: lines that are all shorter are lines of a list.
const NARROWEST: usize = 36;
/// Running text is mostly wrapped at this column or behind it.
const USUAL: usize = 60;
/// A page of print is seldom wider.
const PAGE: usize = 110;
/// Nor at more: a longer line is a paragraph.
const WIDEST: usize = 200;

/// How the lines of a text are broken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrapping {
    /// The column at which they are wrapped.
    width: usize,
    /// Whether most long lines are paragraphs of their own.
    by_line: bool,
    /// Whether the lines are turns of a talk.
    log: bool,
}

impl Wrapping {
    /// Reads it off the lines of a text.
    pub(super) fn of(lines: &[Line]) -> Wrapping {
        Wrapping {
            width: width(lines),
            by_line: is_by_line(lines),
            log: talk::is_log(lines.iter().map(|l| l.text)),
        }
    }
}

/// How the lines of a page are broken, and those of each column of print.
pub(super) struct Wrappings {
    page: Wrapping,
    columns: Vec<Wrapping>,
}

impl Wrappings {
    /// Reads them off the lines of a text.
    pub(super) fn of(lines: &[Line]) -> Wrappings {
        let runs = lines.chunk_by(|a, b| a.column == b.column);
        let columns = runs.filter(|run| run[0].column.is_some());
        Wrappings {
            columns: columns.map(Wrapping::of).collect(),
            page: Wrapping::of(lines),
        }
    }

    /// How the text around a line is broken.
    pub(super) fn at(&self, line: &Line) -> Wrapping {
        let column = line.column.and_then(|c| self.columns.get(c));
        column.copied().unwrap_or(self.page)
    }
}

/// Whether the long lines that have plain text below mostly end as a sentence does: few wrapped lines happen to.
fn is_by_line(lines: &[Line]) -> bool {
    let long = lines.windows(2).filter(|w| {
        matches!(w[1].shape, Shape::Text)
            && !starts_with_label(w[1].text)
            && (ends_sentence(w[0].text) || !is_field(w[1].text))
            && matches!(w[0].shape, Shape::Text | Shape::Item { .. })
            && w[0].text.len() >= 60
    });
    let (count, ended) = long.fold((0, 0), |(n, e), w| {
        (n + 1, e + usize::from(ends_sentence(w[0].text)))
    });
    count >= 3 && ended * 4 >= count * 3 || count == 2 && ended == 2
}

/// `A2 (Ana Example): ...`, `Action: ...`: a few words with capitals, perhaps some in brackets, and a colon.
fn starts_with_label(text: &str) -> bool {
    if starts_with_code(text) {
        return true;
    }
    let Some(colon) = find_within(text, ": ", 50) else {
        return false;
    };
    let label = text[..colon].split(" (").next().unwrap_or("").trim_end();
    let mut words = label.split(' ');
    let titled = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    words.clone().count() <= 4 && words.all(titled)
}

/// `R2. To the cantons`, `AI-3) Oil the wheel`: letters and figures with a sign, as a list of its own numbers items.
pub(crate) fn starts_with_code(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or("");
    let code = word.trim_end_matches(['.', ':', ')']);
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &code[letters..];
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    let numbered = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let signed = numbered && code.len() < word.len();
    (1..=3).contains(&letters) && (signed || is_parted(digits) && opens(&text[word.len()..]))
}

/// `4.1` behind the letter of a code, which needs no sign behind it.
pub(crate) fn is_parted(digits: &str) -> bool {
    let number = |t: &str| (1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    digits
        .split_once('.')
        .is_some_and(|(a, b)| number(a) && number(b))
}

/// Whether words, or a sum, begin behind a blank.
fn opens(text: &str) -> bool {
    let begins = |c: char| c.is_uppercase() || c.is_ascii_digit() || "\u{20ac}$\u{a3}".contains(c);
    text.starts_with(' ') && text.trim_start().starts_with(begins)
}

/// Whether a line ends within a sentence for sure: in a small word or at a comma.
fn breaks_off(text: &str) -> bool {
    let word = text.trim_end().rsplit(' ').next().unwrap_or("");
    word.ends_with(',') || word.starts_with(char::is_lowercase) && !ends_sentence(word)
}

/// `Secretary of the meeting: Ana Example`: a few words and a colon.
fn is_field(text: &str) -> bool {
    let Some(colon) = find_within(text, ": ", 40) else {
        return false;
    };
    let words = text[..colon].trim_end().split(' ').count();
    words <= 4 && text.starts_with(char::is_uppercase)
}

/// A field of several parts is no longer, in bytes.
const FIELD: usize = 600;

/// `Speakers: Ana Berg, Director; Bo Lind`: a label and parts behind it.
pub(super) fn is_field_of_parts(text: &str) -> bool {
    text.len() <= FIELD && is_field(text) && memchr::memchr(b';', text.as_bytes()).is_some()
}

/// The column at which the text is wrapped: what nine in ten of the lines with a line of text below stay under.
///
/// A text with one paragraph a line has no such column; its longest lines tell a width that nothing reaches.
fn width(lines: &[Line]) -> usize {
    let is_text = |l: &Line| {
        matches!(
            l.shape,
            Shape::Text | Shape::Item { .. } | Shape::Quote | Shape::Note { .. }
        )
    };
    let widths: Vec<usize> = lines
        .windows(2)
        .filter(|w| is_text(&w[0]) && is_text(&w[1]))
        .map(|w| w[0].indent + w[0].text.chars().count())
        .collect();
    // Lines that small letters go on with are wrapped for certain: where there are enough, they alone tell the width.
    let wrapped = |w: &&[Line]| {
        is_text(&w[0])
            && matches!(w[1].shape, Shape::Text)
            && w[1].text.starts_with(char::is_lowercase)
            && !ends_sentence(w[0].text)
            // A word broken at the end may pass the margin.
            && !w[0].text.ends_with('-')
    };
    let certain: Vec<usize> = lines
        .windows(2)
        .filter(wrapped)
        .map(|w| w[0].indent + w[0].text.chars().count())
        .collect();
    // A few may be the cells of a narrow table.
    let long = certain.iter().filter(|w| **w >= USUAL).count();
    let telling = certain.len() >= 8 || certain.len() >= 4 && long * 2 > certain.len();
    let mut widths = if telling { certain } else { widths };
    // Where some lines were joined already, those that were not tell the column.
    let page: Vec<usize> = widths.iter().copied().filter(|w| *w <= PAGE).collect();
    if telling && page.len() >= 4 && page.len() * 2 > widths.len() {
        widths = page;
    }
    let place = widths.len() * 9 / 10;
    if widths.len() < 4 {
        return widths.into_iter().max().unwrap_or(0).max(60);
    }
    (*widths.select_nth_unstable(place).1).max(NARROWEST)
}

/// Whether a line of text goes on with the paragraph, item, quote or note above it.
pub(super) fn goes_on(
    kind: Kind,
    before: &Line,
    line: &Line,
    wrapping: Wrapping,
    runs_on_field: bool,
) -> bool {
    let width = wrapping.width;
    let plain = matches!(line.shape, Shape::Text | Shape::Quote | Shape::Label);
    let cell = before.text.ends_with('|');
    if plain && !cell && completes(before.text, line.text) {
        return true;
    }
    if !plain || cell || starts_like_time(line.text) || starts_like_range(line.text) {
        return false;
    }
    // `60\u{2019} Group work` below `30\u{2019} Welcome (A. Lind)`: items with how long they last.
    if starts_with_minutes(line.text) && starts_with_minutes(before.text) {
        return false;
    }
    // Who is to act and when may stand above without a stop: `Owner: Ana Example; due: 4 May 2031`.
    if starts_with_code(line.text) && !breaks_off(before.text) {
        return false;
    }
    // `ACTIONS:` below a sentence begins what it labels.
    let labels = matches!(line.shape, Shape::Label) && line.text.ends_with(':');
    if labels && ends_sentence(before.text) && line.indent <= before.indent {
        return false;
    }
    if is_bold(before.text) && kind == Kind::Paragraph {
        return false;
    }
    if is_lone_number(line.text) && before.text.ends_with([')', ']', '.', ':']) {
        return false;
    }
    if is_dated_head(line.text) || ends_in_times(line.text) || ends_in_times(before.text) {
        return false;
    }
    if wrapping.log && talk::goes_on(line.text) {
        return true;
    }
    let adds = before.text.starts_with("http") || talk::turn(line.text).is_some();
    if wrapping.log && adds {
        return false;
    }
    let leads = kind == Kind::Paragraph && before.text.ends_with(':');
    if matches!(line.shape, Shape::Quote)
        && kind != Kind::Quote
        && ends_sentence(before.text)
        && !leads
    {
        return false;
    }
    let hanging = matches!(kind, Kind::ListItem | Kind::Footnote) && line.indent > before.indent;
    let hanging_on = matches!(before.shape, Shape::Text)
        && kind == Kind::ListItem
        && line.indent > 0
        && line.indent == before.indent;
    let lower = line.text.starts_with(char::is_lowercase);
    let open = !ends_sentence(before.text);
    // `9:00 - 9:30   Title` and below it, set in, `(Ana Example, Mill Trust)`.
    let enclosed = line.text.starts_with('(') && line.indent > before.indent;
    if ends_in_margin(before.text) || hanging && titles_passage(before, line) {
        return false;
    }
    // `... at the Congress on Mills` over `(Some Town, 4 May 2031).`: the stop is that of the sentence above.
    let aside = line.text.starts_with('(') && line.text.ends_with(").");
    if open && aside && before.text.len() >= USUAL && kind == Kind::Paragraph {
        return true;
    }
    if hanging || hanging_on || open && (lower || enclosed && starts_like_time(before.text)) {
        return true;
    }
    if open
        && (before.text.ends_with([',', '-', '(']) || ends_in_small_word(before.text))
        && before.text.len() * 2 > width
    {
        return true;
    }
    // A run of names whose line is nearly full: `A. Berg; B. Lind; Mr Carl` over `Dahl; E. Falk`.
    let run = |t: &str, least: usize| {
        memchr::memchr_iter(b';', t.as_bytes())
            .nth(least - 1)
            .is_some()
    };
    let full = || before.text.chars().count() * 4 >= width * 3 && !before.text.ends_with(')');
    let runs = open && run(before.text, 2) && run(line.text, 1);
    if runs && full() && !starts_with_label(line.text) {
        return true;
    }
    // `Speakers: Ana Berg, Director, Mill Trust; Dr Bo` over `Lind, Adviser, Oven Trust`.
    let parts = runs_on_field && line.text.contains(',') && !starts_with_label(line.text);
    let titled = || {
        let last = before.text.rsplit(' ').next().unwrap_or("");
        last.len() <= 5 && last.starts_with(char::is_uppercase) && last.ends_with('.')
    };
    if parts && full() && (open || before.text.ends_with(';') || titled()) {
        return true;
    }
    if open && brings_bracket(before.text, line.text) {
        return true;
    }
    let parted = |t: &str| find_within(t, " \u{2013} ", 40).or_else(|| find_within(t, " - ", 40));
    let alike = parted(before.text).is_some() && parted(line.text).is_some();
    let dated = is_date_alone(line.text);
    if wrapping.by_line || alike || dated || !open && starts_with_label(line.text) {
        return false;
    }
    let first = line
        .text
        .split_whitespace()
        .next()
        .map_or(0, |w| w.chars().count());
    let used = before.indent + before.text.chars().count();
    let full = used * 5 >= width * 3 && used + 1 + first > width;
    // Letters of unlike widths make lines of unlike lengths.
    let long = used * 20 >= width * 17 && used >= USUAL;
    let ragged = || open && long && (runs_on(before.text) || runs_on(line.text));
    let widest = WIDEST.max(width);
    used <= widest && line.text.chars().count() <= widest && (full || ragged())
}

/// `60\u{2019} Group work`, `15 min Tea`: minutes, and a title behind them.
fn starts_with_minutes(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let sign = rest.trim_start_matches(' ');
    let (unit, title) = sign.split_once(' ').unwrap_or((sign, ""));
    let minutes = matches!(
        unit,
        "'" | "\u{2019}" | "\u{2032}" | "min" | "min." | "mins"
    );
    let title = title.trim_start_matches(is_gap);
    (1..=3).contains(&digits) && minutes && title.starts_with(char::is_uppercase)
}

/// Whether a line completes what the one above breaks off: a bracket, a task without its owner, a date.
pub(super) fn completes(before: &str, text: &str) -> bool {
    closes_bracket(before, text) || signs(before, text) || parts_date(before, text)
}

/// `... approved the terms of reference of the Mill` over `Committee.`: a word or two with the stop of the sentence above.
pub(super) fn ends_above(before: &str, text: &str) -> bool {
    let words = |t: &str| t.split(' ').filter(|w| !w.is_empty()).count();
    let small = |w: &str| w.len() > 1 && w.chars().all(char::is_lowercase);
    let plain = |c: char| c.is_alphabetic() || "- ".contains(c);
    // `DOC/A(2031)1.`
    let symbol = text.contains('/') && !text.contains(' ');
    text.ends_with('.')
        && words(text) <= 2
        && text.starts_with(char::is_uppercase)
        && (symbol || text[..text.len() - 1].chars().all(plain))
        && before.len() >= 40
        && !ends_sentence(before)
        && !before.contains("   ")
        && before.split(' ').filter(|w| small(w)).count() * 2 >= words(before)
}

/// A bracket holds no more of a line, in bytes.
const BRACKET: usize = 60;

/// `... of the follow-up study (Ana Example, by` over `4 May 2031)`: a bracket that the line above opens.
fn closes_bracket(before: &str, text: &str) -> bool {
    let Some(close) = text.find([')', ']']).filter(|&i| i > 1 && i <= BRACKET) else {
        return false;
    };
    let sign = match text.as_bytes()[close] {
        b')' => '(',
        _ => '[',
    };
    let inner = &text[..close];
    let open = before.rfind(['(', '[', ')', ']']);
    let open = open.filter(|&i| before[i..].starts_with(sign) && before.len() - i <= BRACKET);
    let head = open.map_or("", |i| before[..i].trim_end());
    let ends = text[close + 1..].trim_matches(['.', ';', ' ']).is_empty();
    ends && head.contains(' ') && !inner.contains(['(', '[', ':'])
}

/// `..., Mr Berg (Lake), Mr Lind` over `(Mill), Ms Dahl (Hill)`: of people with brackets behind them, the bracket of the last.
fn brings_bracket(before: &str, text: &str) -> bool {
    let close = text.find(')').filter(|&i| i > 1 && i <= BRACKET);
    let goes_on = close.is_some_and(|i| text[i + 1..].starts_with(", "));
    let listed = || memchr::memmem::find(before.as_bytes(), b"), ").is_some();
    text.starts_with('(') && goes_on && listed() && !before.ends_with(')')
}

/// `... Owner: Ana Example; due: 4` over `May 2031`: a day whose month and year stand on the next line.
fn parts_date(before: &str, text: &str) -> bool {
    let day = before.rsplit(' ').next().unwrap_or("");
    let mut words = text.split([' ', ';', ',', '.', ')', ']']);
    let month = words.next().unwrap_or("");
    let year = words.next().unwrap_or("");
    let digits = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    before.contains(' ')
        && (1..=2).contains(&day.len())
        && digits(day)
        && (3..=10).contains(&month.chars().count())
        && month.chars().all(char::is_alphabetic)
        && year.len() == 4
        && digits(year)
}

/// `[Ana Example, 4 May 2031]` below a task: who is to do it, and when.
fn signs(before: &str, text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|t| t.strip_suffix(']'));
    inner.is_some_and(|inner| {
        text.len() <= BRACKET
            && inner.contains(", ")
            && inner.starts_with(char::is_uppercase)
            && inner.contains(|c: char| c.is_ascii_digit())
            && !inner.contains(':')
            && ends_sentence(before)
            && starts_with_label(before)
    })
}

/// The number of an item on a line of its own: `12.`
fn is_lone_number(text: &str) -> bool {
    let digits = text.strip_suffix('.').unwrap_or("");
    (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a sentence ends and another begins within a line: `the lamps were mended. The Board`.
fn runs_on(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit(' ').next().unwrap_or("");
        let small = word.len() > 3 && word.chars().all(char::is_lowercase);
        small && text[at + 2..].starts_with(char::is_uppercase)
    })
}

/// A sentence with whoever is to act in the margin: `The roof is to be mended.        AE`.
fn ends_in_margin(text: &str) -> bool {
    let Some((head, who)) = text.rsplit_once("    ") else {
        return false;
    };
    let named = who.trim_start().starts_with(char::is_uppercase) && who.len() <= 24;
    named && head.trim_end().ends_with('.') && !ends_sentence(who)
}

/// `2.  THE ROOF` above a passage in small letters that hangs below it.
fn titles_passage(before: &Line, line: &Line) -> bool {
    let item = matches!(before.shape, Shape::Item { .. });
    let words = before.text.trim_start_matches(|c: char| !c.is_alphabetic());
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 5 && !words.contains(char::is_lowercase);
    let passage =
        line.text.contains(char::is_lowercase) && line.text.starts_with(char::is_uppercase);
    item && capitals && passage && !before.text.ends_with([',', '-', '.'])
}

/// A day, a month's name and a year, in any order of the first two: no sentence ends so without its stop.
fn is_date_alone(text: &str) -> bool {
    let words = || text.split([' ', ',']).filter(|w| !w.is_empty());
    let number = |w: &str, least: usize, most: usize| {
        let digits = w.bytes().take_while(u8::is_ascii_digit).count();
        (least..=most).contains(&digits) && w.len() <= digits + 2
    };
    let year = words().next_back().is_some_and(|w| number(w, 4, 4));
    let day = words().any(|w| number(w, 1, 2));
    let name = words().any(|w| w.starts_with(char::is_uppercase));
    let other = |w: &str| w.starts_with(char::is_lowercase) && w.len() > 2;
    (3..=5).contains(&words().count()) && year && day && name && !words().any(other)
}

/// `Session 2: Lakes (11:45-13:00)`.
fn ends_in_times(text: &str) -> bool {
    let inner = text.strip_suffix(')').and_then(|t| t.rsplit_once('('));
    inner.is_some_and(|(title, times)| {
        title.starts_with(char::is_uppercase) && times.len() <= 24 && starts_like_time(times)
    })
}

/// A line that no cell begins goes on with the last cell of the row above where the table goes on below it.
pub(super) fn cell_goes_on(row: &Block, line: &Line, rest: &[Line]) -> bool {
    let text = matches!(line.shape, Shape::Text | Shape::Item { .. } | Shape::Label);
    let is_row = |l: &&Line| matches!(l.shape, Shape::Row { .. });
    let ahead = rest
        .iter()
        .take(4)
        .take_while(|l| !matches!(l.shape, Shape::Blank));
    text && row.cells.len() > 2 && ahead.filter(is_row).count() > 0
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closing = [
        '"', '\u{201d}', '\u{2019}', '\'', ')', ']', '*', '_', '\u{bb}', ' ',
    ];
    let text = text.trim_end_matches(closing);
    let text = text.trim_end_matches(crate::flow::is_superscript);
    text.ends_with(['.', '!', '?', ':', ';', '\u{2026}'])
}

/// A line does not stop after a lower-case word of up to three letters: `of`, `the`, `et`, `de`.
pub(crate) fn ends_in_small_word(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or("");
    (1..=3).contains(&last.len()) && last.chars().all(char::is_lowercase) && last.len() < text.len()
}

/// The span of a body with the line ends and blanks at its ends left out.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let raw = &text[span.range()];
    let lead = raw.len() - raw.trim_start().len();
    let start = span.start as usize + lead;
    Span::new(start, start + raw.trim().len())
}
