//! Which lines title what follows: signs, numbers, capitals, bold, or standing alone before text.

use super::numbers::{is_lettered, is_ordered, numbered, ordered, ordinal, parts};
use super::shape::is_ordinal;
use super::wrap::{ends_in_small_word, ends_sentence, trimmed};
use super::{Block, Kind, bold, contents, labels, repeated, series, starts_like_time, unstopped};
use crate::source::Source;
use crate::span::Span;
use crate::value::find_within;

/// How a heading is set; headings set alike stand on one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `#` signs, or an underlined line: the depth.
    Hash(u8),
    /// A number before it: how many parts the number has, and whether the words are in capitals.
    Numbered {
        /// 1 for `2.`, 2 for `2.1`.
        depth: u8,
        /// Whether the words are in capitals.
        capitals: bool,
    },
    /// A word with a number before it, as annexes and panels have.
    Ordered {
        /// Whether the words are in capitals.
        capitals: bool,
    },
    /// In capitals.
    Capitals,
    /// Bold as a whole.
    Bold,
    /// A line on its own.
    Plain,
}

/// Marks the paragraphs and items that are headings, and the captions.
pub(super) fn mark(source: &Source, blocks: &mut [Block]) {
    labels::mark(source, blocks);
    let turns = labels::of_prose(source, blocks);
    let mut told = series::titles(source, blocks);
    told.extend(contents::titles(source, blocks));
    told.extend(unstopped::mark(source, blocks));
    let (mut again, timed) = repeated::titles(source, blocks);
    again.extend(bold::mark(source, blocks));
    told.extend(again.iter().chain(&timed));
    let mut next = None;
    for i in (0..blocks.len()).rev() {
        if matches!(blocks[i].kind, Kind::Blank | Kind::Furniture) {
            continue;
        }
        let alone = stands_alone(blocks, i);
        let labelled = |s: &Style| {
            *s == Style::Plain
                && !turns.is_empty()
                && labels::before_colon(source.slice(blocks[i].body))
                    .is_some_and(|l| turns.contains(&l))
        };
        // No page ends in a line that titles the next, but over the items of a list.
        let listed = next.is_some_and(|n: usize| blocks[n].kind == Kind::ListItem);
        let last_on_page = |s: &Style| {
            *s == Style::Plain
                && !listed
                && i > 0
                && blocks
                    .get(i + 1..)
                    .unwrap_or(&[])
                    .iter()
                    .find(|b| b.kind != Kind::Blank)
                    .is_some_and(|b| b.kind == Kind::Furniture)
        };
        // The numbers of an agenda's items have a bracket behind them, too, and bold titles a stop.
        let numbered = again.contains(&i).then(|| Style::Numbered {
            depth: 1,
            capitals: in_capitals(source.slice(blocks[i].body)),
        });
        let listing = || {
            let over = next.is_some_and(|n| lists_or_tabulates(&blocks[n]));
            (over && names_list(source, &blocks[i])).then_some(Style::Plain)
        };
        let styled = style(source, &blocks[i])
            .or(numbered)
            .or_else(listing)
            .filter(|s| !labelled(s) && !last_on_page(s))
            .filter(|&s| told.contains(&i) || titles(source, blocks, i, s, next));
        if let Some(style) = styled {
            set(source, &mut blocks[i], style);
        } else if is_caption(source, &blocks[i], alone) && !first_on_page(blocks, i) {
            // A word or two that far above another heading are one themselves.
            match next.is_some_and(|n| blocks[n].kind == Kind::Heading)
                && titles_part(source.slice(blocks[i].body))
            {
                true => set(source, &mut blocks[i], Style::Plain),
                false => blocks[i].kind = Kind::Caption,
            }
        }
        next = Some(i);
    }
}

fn set(source: &Source, block: &mut Block, style: Style) {
    block.kind = Kind::Heading;
    block.style = Some(style);
    block.level = 0;
    block.body = trimmed(&source.text, block.body);
    let text = source.slice(block.body);
    let digits = section_digits(text);
    if style == Style::Capitals && digits > 0 && block.marker.is_none() {
        part_number(source, block, digits);
    }
}

/// Makes the digits that a block begins with its marker.
pub(super) fn part_number(source: &Source, block: &mut Block, digits: usize) {
    let start = block.body.start as usize;
    block.marker = Some(Span::new(start, start + digits));
    let rest = Span::new(start + digits, block.body.end as usize);
    block.body = trimmed(&source.text, rest);
}

/// The digits of a section's number without a stop: `4 WAY FORWARD`; 0 where there are none.
fn section_digits(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let words = text[digits..].strip_prefix(' ').unwrap_or("");
    let titled = in_capitals(words) && words.split_whitespace().count() <= 6;
    match (1..=2).contains(&digits) && titled && words.starts_with(char::is_uppercase) {
        true => digits,
        false => 0,
    }
}

/// Whether nothing but blanks, furniture or a break stands on the lines beside it.
pub(super) fn stands_alone(blocks: &[Block], i: usize) -> bool {
    is_open(blocks, i.checked_sub(1)) && is_open(blocks, Some(i + 1))
}

/// Whether nothing but a blank, furniture or an end of the text stands there.
pub(super) fn is_open(blocks: &[Block], at: Option<usize>) -> bool {
    let block = at.and_then(|at| blocks.get(at));
    block.is_none_or(|b| matches!(b.kind, Kind::Blank | Kind::Furniture))
}

/// The style a block would have as a heading; `None` where its form speaks against one.
pub(super) fn style(source: &Source, block: &Block) -> Option<Style> {
    if let Some(style) = block.style {
        return Some(style);
    }
    if !matches!(block.kind, Kind::Paragraph | Kind::ListItem) {
        return None;
    }
    let text = link_words(source.slice(block.body));
    if !may_title(text, block.marker.is_some()) {
        return None;
    }
    let capitals = in_capitals(text);
    if let Some(marker) = block.marker {
        return numbered(source.slice(marker), capitals);
    }
    if is_bold(text) {
        return Some(Style::Bold);
    }
    if ordered(text) {
        return Some(Style::Ordered { capitals });
    }
    // A line led by an amount is a figure, not a title.
    let digits = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .count();
    // `4 WAY FORWARD`: a section's number without its stop.
    let section = capitals && section_digits(text) > 0;
    if digits > 0 && !section && !(capitals && digits == 4) {
        return None;
    }
    Some(if capitals {
        Style::Capitals
    } else {
        Style::Plain
    })
}

/// `Persons met`, `Who we are` over a list or table: two or three words of which the last is a small one, and no stop.
fn names_list(source: &Source, block: &Block) -> bool {
    let text = source.slice(block.body);
    let words = text.split_whitespace().count();
    block.kind == Kind::Paragraph
        && (2..=3).contains(&words)
        && text.starts_with(char::is_uppercase)
        && text.chars().all(|c| c.is_alphabetic() || c == ' ')
        && ends_in_small_word(text)
}

fn lists_or_tabulates(block: &Block) -> bool {
    matches!(block.kind, Kind::ListItem | Kind::TableRow)
}

/// The words of a line that is a link as a whole.
fn link_words(text: &str) -> &str {
    let words = text
        .strip_prefix('[')
        .and_then(|t| t.split_once("]("))
        .filter(|_| text.ends_with(')'));
    words.map_or(text, |(words, _)| words)
}

/// Short, not a sentence, no address, no time, not the tail of something; a few words behind a number may end in any
/// word.
fn may_title(text: &str, numbered: bool) -> bool {
    if text.len() > 160 {
        return false;
    }
    let plain = text.trim_matches(['*', '_', '[', ']', '#', ' ']);
    let first = plain
        .chars()
        .find(|c| !matches!(c, '"' | '\u{201c}' | '\u{2018}' | '('));
    let opens = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii());
    if !opens || memchr::memchr(b'\n', text.as_bytes()).is_some() {
        return false;
    }
    let words = text.split_whitespace().count();
    words <= 20
        && !closes_bracket(plain)
        && plain.chars().any(char::is_alphabetic)
        && !ends_like_prose(text)
        && (numbered && words <= 6
            || is_ordered(plain)
            || is_bold(text)
            || !ends_in_small_word(plain))
        // `(11:25 AM – 12:00 PM)`
        && !starts_like_time(plain.trim_start_matches(['(', '[']))
        && !labels_time(plain)
        && !opens_turn(plain)
        && !labels_in_bold(text)
        && !bears_address(text)
}

/// Whether an address stands in a line; in a bold one the targets of its links are none.
fn bears_address(text: &str) -> bool {
    let has = |t: &str, sign| find_within(t, sign, t.len()).is_some();
    let is_address = |t: &str| has(t, "@") || has(t, "http") || has(t, "www.");
    if !is_address(text) {
        return false;
    }
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or("");
    let behind = |p: &str| is_address(p.split_once(')').map_or(p, |(_, words)| words));
    match is_bold(text) {
        true => is_address(first) || parts.any(behind),
        false => true,
    }
}

/// Whether a bracket is closed that was opened before the text.
fn closes_bracket(text: &str) -> bool {
    let close = text.find([')', ']']);
    close.is_some_and(|at| {
        !text[..at].contains(['(', '['])
            && !text[..at].ends_with(|c: char| c.is_alphanumeric() && at <= 3)
    })
}

/// `TIME: 9:00-9:30`, `Tea break: 10:30 - 11:00`: a few words, a colon, and a time that ends the line.
fn labels_time(text: &str) -> bool {
    let Some((label, time)) = text.split_once(':') else {
        return false;
    };
    let words = label.split_whitespace().count();
    let time = time.trim_start_matches(['*', ' ']);
    let plain = !label.contains(|c: char| c.is_ascii_digit());
    (1..=3).contains(&words) && plain && time.len() <= 24 && starts_like_time(time)
}

/// `Q \u{2013} Ana Example: Who pays?`, `Q2 (Bo Sample): How?`: a letter for asking or answering, and a name with a colon.
fn opens_turn(text: &str) -> bool {
    let Some((first, rest)) = text.split_once(' ') else {
        return false;
    };
    let letter = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let lettered = letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase());
    lettered && rest.starts_with(['(', '[', '-', '\u{2013}', '\u{2014}']) && rest.contains(": ")
}

/// `**Ana Example:** Who pays?`: a label in bold with its text behind it.
fn labels_in_bold(text: &str) -> bool {
    let label = text.strip_prefix("**").and_then(|t| t.split_once("**"));
    label.is_some_and(|(label, rest)| {
        let colon = label.ends_with(':') || rest.starts_with(':');
        colon && rest.trim_start_matches(':').starts_with(' ')
    })
}

pub(super) fn ends_like_prose(text: &str) -> bool {
    // The mark of a note stands behind the stop.
    let mark = |c: char| c.is_ascii_digit() || crate::flow::is_superscript(c) || "[]^".contains(c);
    let noted = text.ends_with(|c| c == ']' || crate::flow::is_superscript(c));
    let text = if noted {
        text.trim_end_matches(mark)
    } else {
        text
    };
    let text = text.trim_end_matches(['*', '_', '"', '\u{201d}', ' ']);
    text.ends_with(['.', ',', ';', ':', '!']) && !text.ends_with("...")
}

/// More capitals than small letters, and at least one word of three letters; what stands in brackets behind is left out.
pub(super) fn in_capitals(text: &str) -> bool {
    let text = text.split(" (").next().unwrap_or(text);
    let text = before_day(text);
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper >= 3 && upper > lower * 3
}

/// Without the day behind a dash: `HARBOUR TOWN, NORTHLAND \u{2013} 20 September 2031`.
fn before_day(text: &str) -> &str {
    let dashes = [" \u{2013} ", " \u{2014} ", " - "];
    let mut ends = dashes
        .iter()
        .filter_map(|d| text.rfind(d).map(|i| (i, i + d.len())));
    let day = |end: usize| text[end..].starts_with(|c: char| c.is_ascii_digit());
    ends.find(|(_, end)| day(*end))
        .map_or(text, |(start, _)| &text[..start])
}

/// Whether a line is bold as a whole.
pub(super) fn is_bold(text: &str) -> bool {
    let inner = text.strip_prefix("**").and_then(|t| t.strip_suffix("**"));
    inner.is_some_and(|t| !t.is_empty() && !t.contains("**"))
}

/// Whether a block of this style titles what comes after it.
fn titles(source: &Source, blocks: &[Block], i: usize, style: Style, next: Option<usize>) -> bool {
    if matches!(style, Style::Hash(_)) {
        return true;
    }
    let Some(next) = next else {
        return false;
    };
    let text = link_words(source.slice(blocks[i].body));
    let below = source.slice(blocks[next].body);
    if blocks[next].kind == Kind::Paragraph && below.starts_with(char::is_lowercase) {
        return false;
    }
    let alone = stands_alone(blocks, i);
    match style {
        Style::Hash(_) => true,
        Style::Numbered { depth, .. } => {
            // `3.1 Session 1: Seed`, with its passage right below.
            let told = || depth > 1 && is_ordered(text) && over_passage(source, blocks, i);
            // `TERCERO.- Obras`, the same.
            let marker = blocks[i].marker.map_or("", |m| source.slice(m));
            let counted = || is_ordinal(marker) && over_passage(source, blocks, i);
            text.len() <= 120 && (alone && !lists(source, blocks, i, next) || told() || counted())
        }
        Style::Ordered { .. } | Style::Capitals | Style::Bold => {
            let above = blocks[..i].last();
            // `Item 1: Reeds` right over `Item 2: Ponds` is the first of a list.
            let word = |t: &str| t.split(' ').next().unwrap_or("").to_lowercase();
            let first = || ordered(text) && ordered(below) && word(text) == word(below);
            let listed = matches!(style, Style::Ordered { .. }) && next == i + 1 && first();
            !listed && above.is_none_or(|b| matches!(b.kind, Kind::Blank | Kind::Furniture))
        }
        Style::Plain => {
            alone
                && plain_title(text, blocks[i].gap)
                && !has_margin(text)
                && !(in_columns(text) && is_below_text(source, blocks, i))
                && is_titled(source, blocks, next)
        }
    }
}

/// `It was agreed to wait.      AE`: a sentence with the letters of somebody in the margin.
fn has_margin(text: &str) -> bool {
    let Some((own, letters)) = text.rsplit_once("   ") else {
        return false;
    };
    let letters = letters.trim();
    let initials = (2..=8).contains(&letters.len())
        && letters
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, '/' | ',' | '&' | ' '));
    initials && ends_sentence(own.trim_end())
}

/// Whether a passage stands on the line below.
fn over_passage(source: &Source, blocks: &[Block], i: usize) -> bool {
    let below = blocks.get(i + 1).filter(|b| b.kind == Kind::Paragraph);
    below.is_some_and(|b| ends_sentence(source.slice(b.body)))
}

/// Whether a numbered line is an item of a list that goes on below or ends here: one in capitals over passages or
/// bullets is not.
fn lists(source: &Source, blocks: &[Block], i: usize, next: usize) -> bool {
    let number = |b: &Block| ordinal(source.slice(b.marker?));
    let passage = ends_sentence(source.slice(blocks[next].body));
    // The items below belong to another list: bullets, or numbers that do not go on from this one.
    let alike = match (number(&blocks[i]), number(&blocks[next])) {
        (Some(own), Some(below)) => own + 1 == below,
        (None, None) => blocks[next]
            .marker
            .is_some_and(|m| is_lettered(source.slice(m))),
        _ => false,
    };
    // Numbers that begin again or far on below a number, or stand below one of two parts, are those of a list under it.
    let restarts = match (number(&blocks[i]), number(&blocks[next])) {
        (Some(own), Some(below)) => below == 1 || below > own + 3,
        _ => false,
    };
    let bullet = |m: Span| !source.slice(m).contains(char::is_alphanumeric);
    let deeper = (number(&blocks[next]).is_some() || blocks[next].marker.is_some_and(bullet))
        && blocks[i].marker.is_some_and(|m| parts(source.slice(m)) > 1);
    let over = passage || !alike;
    let titled = in_capitals(source.slice(blocks[i].body)) && over || restarts || deeper;
    match blocks[next].kind {
        Kind::ListItem => !titled,
        // Nothing stands below a line that its own next number follows, or that ends a list before another heading.
        Kind::Heading => {
            let own = number(&blocks[i]);
            let before = blocks[..i].iter().rev();
            let before = before
                .clone()
                .find(|b| !matches!(b.kind, Kind::Blank | Kind::Furniture));
            let before = before.filter(|b| b.kind == Kind::ListItem);
            let runs = |a: Option<u32>, b: Option<u32>| a.is_some_and(|a| Some(a + 1) == b);
            let marker = |b: &Block| {
                b.marker
                    .map_or("", |m| source.slice(m).trim_end_matches('.'))
            };
            let inner = marker(&blocks[next]).strip_prefix(marker(&blocks[i]));
            if inner.is_some_and(|rest| rest.starts_with('.')) {
                return false;
            }
            runs(own, number(&blocks[next])) || runs(before.and_then(number), own)
        }
        _ => false,
    }
}

/// The form of a title without any mark: not too long, no enumeration, not the line by a picture.
fn plain_title(text: &str, gap: u32) -> bool {
    let words = text.split_whitespace().count();
    let commas = text.matches(", ").count();
    let enclosed = text.ends_with(')') && text.contains('(') && commas > 0;
    let named = text.contains(": ") && commas > 1;
    let caption = gap >= 3 && commas > 0;
    // `Document: AB/12/3`.
    let symbol = text
        .split_once(": ")
        .is_some_and(|(_, value)| value.contains('/') && !value.trim().contains(' '));
    // `Q: How much?`, `A (Ana Example): Nothing`.
    let mut letters = text.chars();
    letters.next();
    let behind = letters.as_str();
    let asked = behind.starts_with(':') || behind.starts_with(" (");
    // `Facilitator: A; Rapporteur: B` is a box.
    let boxed = text.contains(": ") && text.contains("; ");
    // `Ana: How much is it?` is said.
    let said = text.ends_with('?')
        && text.find(": ").is_some_and(|c| {
            c <= 20 && !text[..c].contains(char::is_numeric) && is_named(&text[..c])
        });
    words <= 16 && !said && !symbol && !boxed && !asked && !enclosed && !named && !caption
}

/// Whether each word begins with a capital, as those of a name do: `Panel discussion` is none.
fn is_named(text: &str) -> bool {
    text.split(' ').all(|w| !w.starts_with(char::is_lowercase))
}

/// What a plain line can title: text, lists, tables, labels, headings set in another way; not a line like itself.
fn is_titled(source: &Source, blocks: &[Block], next: usize) -> bool {
    let block = &blocks[next];
    match block.kind {
        Kind::Heading => block.style != Some(Style::Plain),
        Kind::Caption | Kind::Other => false,
        Kind::Paragraph => {
            let text = source.slice(block.body);
            // A page may end behind the first line of a passage.
            let cut = || goes_on(source, blocks, next);
            text.len() >= 80
                || ends_sentence(text)
                || !stands_alone(blocks, next)
                || in_columns(text)
                || cut()
        }
        _ => true,
    }
}

/// Whether a line of text stands above, or one that may title: no foot of a page, no heading, no line of a programme, behind
/// which the heads of the columns are printed again.
fn is_below_text(source: &Source, blocks: &[Block], i: usize) -> bool {
    let above = blocks[..i].iter().rev().find(|b| b.kind != Kind::Blank);
    let above = above.filter(|b| b.kind == Kind::Paragraph);
    above.is_some_and(|b| {
        let text = source.slice(b.body);
        !starts_like_time(text) && !in_columns(text)
    })
}

/// Whether a line is set in three columns or more, as the head of a table is: it titles these.
fn in_columns(text: &str) -> bool {
    let cells = text.split("   ").filter(|c| !c.trim().is_empty());
    text.contains("   ") && cells.count() >= 3
}

/// Whether a passage goes on in small letters behind the foot of a page.
fn goes_on(source: &Source, blocks: &[Block], i: usize) -> bool {
    let mut below = blocks[i + 1..].iter().filter(|b| b.kind != Kind::Blank);
    let foot = below.next().is_some_and(|b| b.kind == Kind::Furniture);
    let rest = below.find(|b| b.kind != Kind::Furniture);
    let small = |b: &Block| source.slice(b.body).starts_with(char::is_lowercase);
    foot && rest.is_some_and(|b| b.kind == Kind::Paragraph && small(b))
}

/// Whether the foot or head of a page stands above.
fn first_on_page(blocks: &[Block], i: usize) -> bool {
    let above = blocks[..i].iter().rev().find(|b| b.kind != Kind::Blank);
    above.is_some_and(|b| b.kind == Kind::Furniture)
}

/// `Programme`, `Lo que se oyó`: a few words without a stop.
fn titles_part(text: &str) -> bool {
    let words = text.split(' ').count();
    words <= 3 && may_title(text, false) && !text.contains(|c: char| c.is_ascii_digit())
}

/// A short line after the gap that a picture left, or a line that is one short sentence there.
fn is_caption(source: &Source, block: &Block, alone: bool) -> bool {
    let text = source.slice(block.body);
    block.kind == Kind::Paragraph
        && alone
        && block.gap >= 3
        && text.len() <= 200
        && !text.contains(". ")
        && !starts_like_time(text)
        && (!ends_sentence(text) || text.ends_with('.'))
}

#[cfg(test)]
mod tests;
