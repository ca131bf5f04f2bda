//! The tree of sections: headings set alike stand on one level.

use super::{Outline, Unit, UnitKind};
use crate::block::{Block, Style};
use crate::flow::Flow;
use crate::schema::Text;
use crate::value::misread::unmisread;
use std::ops::Range;

/// A part of the report under one heading.
#[derive(Clone, Debug, Default)]
pub struct Section<'s> {
    /// The heading as printed, cleaned; empty for what stands before any heading.
    pub heading: Flow<'s>,
    /// The heading without number and ordinal label (`2.`, `Panel 1:`, `ANNEX 1.`).
    pub title: Flow<'s>,
    /// The number, without its dot.
    pub number: Option<Text>,
    /// The word before the number, as in `Panel 1`, `Annex 2`.
    pub label: Option<Text>,
    /// How the heading is set.
    pub style: Option<Style>,
    /// 0 for what stands before any heading, 1 for the outermost headings.
    pub level: u8,
    /// The section around it.
    pub parent: Option<usize>,
    /// The unit of the heading.
    pub unit: Option<usize>,
    /// Its units up to the next heading.
    pub own: Range<usize>,
    /// Its units with those of the sections under it.
    pub all: Range<usize>,
}

/// Builds the sections and tells each unit its own.
pub(super) fn build(outline: &mut Outline) {
    let mut sections = vec![Section::default()];
    let mut open: Vec<(Style, usize)> = Vec::new();
    let mut siblings = Siblings::new();
    let inside = inside_numbered(outline);
    for i in 0..outline.units.len() {
        if let UnitKind::Heading(_) = outline.units[i].kind {
            let style = outline.blocks[outline.units[i].block]
                .style
                .unwrap_or(Style::Plain);
            let numbered = |(s, _): &(Style, usize)| matches!(s, Style::Numbered { .. });
            let kept = match inside.contains(&i) {
                true => open.iter().rposition(numbered).map_or(0, |at| at + 1),
                false => 0,
            };
            if style == Style::Capitals
                && (is_title_page(outline, i) || tells_when(outline, &sections))
            {
                title(&mut open);
            }
            if is_over_contents(outline, &sections, &open, i) {
                open.pop();
            }
            close(&mut open, kept, style, &mut siblings);
            leave_other_number(&mut open, &sections, outline.units[i].number(), style);
            let index = sections.len();
            outline.units[i].flow = without_picture(&outline.units[i].flow);
            let mut section = titled(outline, i, style);
            section.parent = open.last().map(|(_, s)| *s);
            section.level = open.len() as u8 + 1;
            sections.push(section);
            open.push((style, index));
            outline.units[i].kind = UnitKind::Heading(index);
        }
        outline.units[i].section = sections.len() - 1;
    }
    bound(&mut sections, outline.units.len());
    outline.sections = sections;
}

/// So many units at most stand on a title page.
const TITLE_PAGE: usize = 10;

/// A line of a title page is shorter.
const PASSAGE: usize = 160;

/// Whether nothing but short lines stands above a heading.
fn is_title_page(outline: &Outline, unit: usize) -> bool {
    let short = |u: &Unit| {
        let plain = matches!(u.kind, UnitKind::Heading(_) | UnitKind::Paragraph);
        plain && u.text().len() < PASSAGE
    };
    unit <= TITLE_PAGE && outline.units[..unit].iter().all(short)
}

/// Whether the one heading so far is a line of the title page with the year of the meeting: `Some Town, 4 May 2031`.
fn tells_when(outline: &Outline, sections: &[Section]) -> bool {
    let [_, only] = sections else {
        return false;
    };
    let year = |w: &str| w.len() == 4 && w.starts_with(['1', '2']);
    let mut numbers = only.heading.as_str().split(|c: char| !c.is_ascii_digit());
    // One line in capitals is rather another line of the title.
    let capitals = |b: &&Block| b.style == Some(Style::Capitals);
    only.unit.is_some_and(|at| is_title_page(outline, at))
        && numbers.any(year)
        && outline.blocks.iter().filter(capitals).nth(2).is_some()
}

/// A plain line on the title page holds what comes after it, and no plain heading below stands beside it.
fn title(open: &mut [(Style, usize)]) {
    if let [(style @ Style::Plain, _)] = open {
        *style = Style::Hash(0);
    }
}

/// Whether the innermost open heading, in capitals, stands over a list of contents, which holds nothing else.
fn is_over_contents(
    outline: &Outline,
    sections: &[Section],
    open: &[(Style, usize)],
    unit: usize,
) -> bool {
    let Some((Style::Capitals, at)) = open.last() else {
        return false;
    };
    let own = sections[*at].unit.map_or(0..0, |above| above + 1..unit);
    let entry = |u: &Unit| u.text().contains("....") && !u.text().ends_with('.');
    own.len() > 1 && outline.units[own].iter().all(entry)
}

/// The styles that this report uses side by side on one level.
type Siblings = Vec<(Style, Style)>;

/// The headings without a number that stand between two numbers in a row: parts of the numbered section above them.
fn inside_numbered(outline: &Outline) -> Vec<usize> {
    let style = |unit: usize| outline.blocks[outline.units[unit].block].style;
    let units = 0..outline.units.len();
    let headings = units.filter(|&u| matches!(outline.units[u].kind, UnitKind::Heading(_)));
    let (mut inside, mut waiting): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut above: Option<(Style, Text)> = None;
    let mut last = usize::MAX;
    for unit in headings {
        let number = outline.units[unit].number();
        match (style(unit), number) {
            (Some(own @ Style::Numbered { .. }), Some(number)) => {
                let next = |(s, n): &(Style, Text)| {
                    let parts = (n.as_str(), number.as_str());
                    *s == own && follows(parts.0, parts.1) || follows_dotted(parts.0, parts.1)
                };
                if above.as_ref().is_some_and(next) {
                    inside.append(&mut waiting);
                }
                waiting.clear();
                above = Some((own, number));
                last = unit;
            }
            (Some(Style::Plain | Style::Bold), _) if above.is_some() => waiting.push(unit),
            _ => {}
        }
    }
    // Below the last number, where that one titles nothing else.
    if waiting.first() == last.checked_add(1).as_ref() {
        inside.append(&mut waiting);
    }
    inside
}

/// `2.1` is no part of `1`: where no heading has the number of its own section, it stands beside that of another.
fn leave_other_number(
    open: &mut Vec<(Style, usize)>,
    sections: &[Section],
    number: Option<Text>,
    style: Style,
) {
    let deep = matches!(style, Style::Numbered { depth, .. } if depth > 1);
    let Some(number) = number.filter(|_| deep) else {
        return;
    };
    let first = number.as_str().split('.').next();
    let own = first.and_then(|n| n.parse::<u32>().ok());
    let other = |(s, at): &(Style, usize)| {
        let outer = matches!(s, Style::Numbered { depth: 1, .. });
        let number = sections[*at].number.as_ref().filter(|_| outer);
        let above = number.and_then(|n| n.as_str().parse::<u32>().ok());
        above.is_some_and(|above| own.is_some_and(|own| own > above))
    };
    if let Some(at) = open.iter().position(other) {
        open.truncate(at);
    }
}

/// Whether a number comes right after another: `2` after `1`, `C` after `B`, `IV` after `III`.
fn follows(before: &str, number: &str) -> bool {
    let figures = |text: &str| text.parse::<u32>().ok();
    let letter = |text: &str| {
        text.bytes()
            .next()
            .filter(|_| text.len() == 1)
            .map(u32::from)
    };
    let next = |a: Option<u32>, b: Option<u32>| a.is_some_and(|a| a.checked_add(1) == b);
    next(figures(before), figures(number))
        || next(letter(before), letter(number))
        || next(roman(before), roman(number))
}

/// `8.2` after `8.1`, and `9` after either.
fn follows_dotted(before: &str, number: &str) -> bool {
    let Some((outer, last)) = before.trim_end_matches('.').rsplit_once('.') else {
        return false;
    };
    match number.trim_end_matches('.').rsplit_once('.') {
        Some((own, next)) => own == outer && follows(last, next),
        None => outer
            .split('.')
            .next()
            .is_some_and(|first| follows(first, number)),
    }
}

/// The value of a Roman number.
fn roman(text: &str) -> Option<u32> {
    let digit = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    let value = |(i, &own): (usize, &u32)| match digits.get(i + 1) {
        Some(&next) if next > own => -i64::from(own),
        _ => i64::from(own),
    };
    u32::try_from(digits.iter().enumerate().map(value).sum::<i64>()).ok()
}

/// Closes the sections that a heading of this style ends; the outermost `kept` stay open.
fn close(open: &mut Vec<(Style, usize)>, kept: usize, style: Style, siblings: &mut Siblings) {
    let alike = |s: Style, siblings: &Siblings| s == style || siblings.contains(&(s, style));
    let inner = open.get(kept..).unwrap_or(&[]);
    if let Some(same) = inner.iter().position(|(s, _)| alike(*s, siblings)) {
        open.truncate(kept + same);
        return;
    }
    if kept > 0 {
        return;
    }
    while let Some(&(last, _)) = open.last().filter(|(last, _)| outranks(style, *last)) {
        open.pop();
        if matches!(style, Style::Ordered { .. }) {
            siblings.extend([(style, last), (last, style)]);
        }
    }
}

/// Which styles end which, where the report has not shown it yet. Lines in capitals, in bold and plain ones hold each
/// other in the order in which they come.
fn outranks(style: Style, last: Style) -> bool {
    use Style::{Bold, Capitals, Hash, Numbered, Ordered, Plain};
    match (style, last) {
        (Hash(a), Hash(b)) => a < b,
        (Hash(_), _) => true,
        (_, Hash(_)) => false,
        (Numbered { depth: a, .. }, Numbered { depth: b, .. }) if a != b => a < b,
        (Ordered { capitals: true }, _) => true,
        (Numbered { capitals: true, .. }, Capitals | Bold | Plain) => true,
        (
            Numbered { capitals: true, .. },
            Numbered {
                capitals: false, ..
            }
            | Ordered { capitals: false },
        ) => true,
        (Ordered { .. }, Bold | Plain) => true,
        _ => false,
    }
}

fn titled<'s>(outline: &Outline<'s>, unit: usize, style: Style) -> Section<'s> {
    let heading = outline.units[unit].flow.clone();
    let mut section = Section {
        number: outline.units[unit].number(),
        title: heading.clone(),
        style: Some(style),
        unit: Some(unit),
        ..Section::default()
    };
    let numbered = section.number.is_some();
    if !numbered || labels_part(heading.as_str()) {
        split_label(&heading, &mut section);
    }
    // `## 4. Session 1: Title`
    let parted = section.title.len() < heading.len();
    if section.label.is_none() && parted && labels_part(section.title.as_str()) {
        let behind = section.title.clone();
        split_label(&behind, &mut section);
    }
    section.heading = heading;
    section
}

/// A heading without the small picture that some set before its words, as a bullet before a line.
fn without_picture<'s>(heading: &Flow<'s>) -> Flow<'s> {
    let picture = |c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    let joins = |c: char| picture(c) || matches!(c, '\u{fe0f}' | '\u{200d}' | ' ');
    let text = heading.as_str();
    let rest = text.trim_start_matches(joins);
    match text.starts_with(picture) && !rest.is_empty() {
        true => heading.slice(text.len() - rest.len()..text.len()),
        false => heading.clone(),
    }
}

/// Whether a heading that has a number goes on with a word and number of its own: `4. Session 1: Title`.
fn labels_part(text: &str) -> bool {
    let mut words = text.split(' ');
    let (word, number) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let digits = number.trim_end_matches([':', '.']);
    let sign = digits.len() < number.len()
        || words
            .next()
            .is_some_and(|w| matches!(w, ":" | "-" | "\u{2013}" | "\u{2014}"));
    let counts = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        || (1..=4).contains(&digits.len()) && roman(digits).is_some();
    word.len() >= 3 && unmisread(word).chars().all(char::is_alphabetic) && counts && sign
}

/// `Panel 1: Title` into label, number and title; `2.1 Title` into number and title.
fn split_label<'s>(heading: &Flow<'s>, section: &mut Section<'s>) {
    let text = heading.as_str();
    let signs = ['.', ':', ')', '-', '\u{2013}', '\u{2014}', ' '];
    let mut words = text.splitn(4, ' ');
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let third = words.next().unwrap_or("");
    // `Working group 1 \u{2013} Title`
    let dash = words
        .next()
        .is_some_and(|w| w.starts_with(['-', '\u{2013}', '\u{2014}']));
    let is_number = |w: &str| {
        let label = w.trim_end_matches(signs);
        let digits = label
            .split('.')
            .all(|p| !p.is_empty() && p.len() <= 3 && p.chars().all(|c| c.is_ascii_digit()));
        let roman = !label.is_empty() && label.chars().all(|c| "IVX".contains(c));
        digits || roman || (label.len() == 1 && label.chars().all(|c| c.is_ascii_uppercase()))
    };
    let named = section.number.is_some()
        || matches!(
            section.style,
            Some(Style::Ordered { .. } | Style::Hash(_) | Style::Bold)
        );
    let two = first.len() + 1 + second.len();
    // `**2.1 Title**`, `## 2.1 npm packages`
    let hash = matches!(section.style, Some(Style::Hash(_)));
    let opens = |c: char| c.is_uppercase() || hash && c.is_alphabetic();
    let parts = named && first.contains('.') && second.starts_with(opens);
    let (label, number_at, number) = if is_number(first) && (first.ends_with(signs) || parts) {
        (None, 0, first)
    } else if named && is_number(second) {
        (Some(0..first.len()), first.len() + 1, second)
    } else if named
        && is_number(third)
        && (third.ends_with(':') || dash)
        && second.chars().all(char::is_alphabetic)
    {
        // `Working group 1: Title`, `Agenda Item 2: Title`.
        (Some(0..two), two + 1, third)
    } else {
        return;
    };
    let end = number_at + number.trim_end_matches(signs).len();
    let rest = text[end..].trim_start_matches(signs);
    let title_at = text.len() - rest.len();
    section.label = label.map(|r| heading.cell(r));
    section.number = Some(heading.cell(number_at..end));
    section.title = if rest.is_empty() {
        heading.clone()
    } else {
        heading.slice(title_at..text.len())
    };
}

/// Sets the ranges of units.
fn bound(sections: &mut [Section], units: usize) {
    let starts: Vec<usize> = sections
        .iter()
        .map(|s| s.unit.map_or(0, |u| u + 1))
        .collect();
    let first = sections.get(1).and_then(|s| s.unit).unwrap_or(units);
    sections[0].own = 0..first;
    sections[0].all = 0..first;
    for i in 1..sections.len() {
        let next = sections[i + 1..]
            .first()
            .and_then(|s| s.unit)
            .unwrap_or(units);
        let level = sections[i].level;
        let after = sections[i + 1..].iter().find(|s| s.level <= level);
        let end = after.and_then(|s| s.unit).unwrap_or(units);
        sections[i].own = starts[i]..next;
        sections[i].all = starts[i]..end;
    }
}
