//! Units as lines, and what a line begins with.

use super::beside;
use super::days;
use super::ends::{bare_end, glued_hours, parted_end, spaced_end};
use super::flat;
use super::habits::{LONGEST_SMALL, evening, full_hours};
use super::initial::led_by_initial;
use super::slot::DayHead;
use super::tails;
use super::who::Who;
use super::wrapped;
use crate::block::Kind;
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::outline::{Outline, Unit, UnitKind};
use crate::schema::Text;
use crate::value::time::{TimeSpan, time_at};
use crate::value::{Seen, find_within};
use std::ops::Range;

/// A unit longer than this is prose, and one line.
pub(super) const PROSE: usize = 400;
/// A time that leads a line stands, or a day before it does, in so many bytes.
const TIME_WITHIN: usize = 48;
/// What stands behind a time on its line is no longer than this.
const LONGEST_TITLE: usize = 260;

/// A line of the report.
#[derive(Clone, Debug)]
pub(super) struct Line<'s> {
    /// Its text.
    pub flow: Flow<'s>,
    /// The unit that it is a line of.
    pub unit: usize,
    /// Whether it is the unit's first line.
    pub first: bool,
    /// Whether a bullet stands before it.
    pub bullet: bool,
    /// The number before it.
    pub number: Option<Text>,
    /// Blank lines before it.
    pub gap: u32,
    /// What the unit is.
    pub kind: UnitKind,
    /// How deep the item stands; 0 for what is none.
    pub level: u8,
    /// What stands in the column beside a title that lines below go on with.
    pub beside: Option<Flow<'s>>,
}

impl Line<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        self.flow.as_str()
    }
}

/// The lines of a range of units.
pub(super) fn lines<'s>(outline: &Outline<'s>, units: Range<usize>, who: &Who) -> Vec<Line<'s>> {
    let mut lines = Vec::new();
    let mut block = units
        .start
        .checked_sub(1)
        .and_then(|i| outline.units.get(i))
        .map(|u| u.block);
    for i in units {
        let Some(unit) = outline.units.get(i) else {
            break;
        };
        let between = block.map_or(unit.block..unit.block, |b| b + 1..unit.block.max(b + 1));
        let blocks = outline.blocks.get(between.clone()).unwrap_or(&[]);
        let between_is_paged = blocks.iter().any(|b| b.kind == Kind::Furniture);
        if let Some(flow) = day_like_furniture(outline, between, who) {
            let (number, kind) = (None, UnitKind::Paragraph);
            lines.push(Line {
                flow,
                unit: i,
                first: true,
                bullet: false,
                number,
                gap: 1,
                kind,
                level: 0,
                beside: None,
            });
        }
        block = Some(unit.block);
        let initial = led_by_initial(outline, unit, who);
        let number = unit
            .number()
            .filter(|_| unit.kind != UnitKind::Paragraph && initial.is_none());
        // The blanks around a page's foot part nobody from the item above.
        let paged = between_is_paged && {
            let text = unit.text();
            let item = unit.kind == UnitKind::Item;
            item && (number.is_none() || counts_on(outline, i)) || who.presents(text)
        };
        let gap = if paged { 0 } else { unit.gap };
        let line = |flow: Flow<'s>, first: bool| Line {
            flow,
            unit: i,
            first,
            bullet: first && unit.kind == UnitKind::Item && number.is_none() && initial.is_none(),
            number: number.clone().filter(|_| first),
            gap: if first { gap } else { 0 },
            kind: unit.kind,
            level: unit.level,
            beside: None,
        };
        let mut parts = match unit.kind {
            UnitKind::Grid(_) | UnitKind::Item | UnitKind::Heading(_) => Vec::new(),
            _ => tails::items(&unit.flow, who),
        };
        if parts.is_empty() && matches!(unit.kind, UnitKind::Paragraph | UnitKind::Item) {
            parts = flat::parts(&unit.flow, who);
        }
        if !parts.is_empty() {
            let parts = parts.into_iter().enumerate();
            let first = |k: usize| k == 0 || unit.kind != UnitKind::Item;
            lines.extend(parts.map(|(k, range)| line(unit.flow.slice(range), first(k))));
            continue;
        }
        // A range of times with its title over a long passage without a blank line between.
        if unit.flow.len() > PROSE
            && unit.kind == UnitKind::Paragraph
            && let Some(head) = timed_head(&unit.flow, who)
        {
            let rest = unit.flow.trimmed(head.end..unit.flow.len());
            lines.push(line(unit.flow.slice(head), true));
            lines.push(line(unit.flow.slice(rest), false));
            continue;
        }
        if unit.flow.len() > PROSE || matches!(unit.kind, UnitKind::Grid(_)) {
            lines.push(line(unit.flow.clone(), true));
            continue;
        }
        let whole = initial.as_ref().unwrap_or(&unit.flow);
        for (k, range) in whole.lines().enumerate() {
            lines.push(line(whole.slice(range), k == 0));
        }
    }
    beside::part(&mut lines, who);
    wrapped::hang(&mut lines, who);
    wrapped::join(&mut lines, who);
    lines
}

/// Whether an item has the number behind that of the item right above it.
fn counts_on(outline: &Outline, at: usize) -> bool {
    let number = |u: &Unit| {
        let number = u.number().filter(|_| u.kind == UnitKind::Item)?;
        number.as_str().parse::<u32>().ok()
    };
    let above = at.checked_sub(1).and_then(|i| number(&outline.units[i]));
    above.is_some() && above.and_then(|n| n.checked_add(1)) == number(&outline.units[at])
}

/// The first line of a passage, where it begins with a range of times and others follow.
fn timed_head(flow: &Flow, who: &Who) -> Option<Range<usize>> {
    let mut lines = flow.lines();
    let first = lines.next().filter(|r| r.len() <= LONGEST_TITLE)?;
    lines.next()?;
    let lead = lead(&flow.slice(first.clone()), who)?;
    (lead.span.end.is_some() && !lead.rest.is_empty()).then_some(first)
}

/// The head of a day among blocks that were taken for page furniture: `Day 2` is set as `Page 2` is.
pub(super) fn day_like_furniture<'s>(
    outline: &Outline<'s>,
    blocks: Range<usize>,
    who: &Who,
) -> Option<Flow<'s>> {
    let blocks = outline.blocks.get(blocks)?.iter();
    let furniture = blocks.filter(|b| b.kind == Kind::Furniture && !b.body.is_empty());
    let mut flows = furniture.map(|b| outline.layout.clean(b.body));
    flows.find(|flow| {
        days::day_line(flow, who).is_some_and(|d| d.number.is_some() || d.date.is_some())
    })
}

/// The time that a line begins or ends with.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    /// The day printed before the time.
    pub day: Option<DayHead>,
    /// The time as printed.
    pub printed: Range<usize>,
    /// The time.
    pub span: TimeSpan,
    /// What is left of the line.
    pub rest: Range<usize>,
    /// What stands before a time in brackets, where more stands behind it.
    pub label: Option<Range<usize>>,
}

impl Lead {
    /// The same for a text with so many bytes more before it.
    pub fn shifted(mut self, by: usize) -> Lead {
        self.printed = self.printed.start + by..self.printed.end + by;
        self.rest = self.rest.start + by..self.rest.end + by;
        self
    }
}

/// Blanks that part columns which a text file aligns.
const WIDE: usize = 3;

/// The columns of a line that its source aligns with runs of blanks, or parts with bars.
pub(super) fn columns(flow: &Flow, who: &Who) -> Vec<Range<usize>> {
    columns_apart(flow, WIDE, who)
}

/// The same, where so many blanks part them.
pub(super) fn columns_apart(flow: &Flow, apart: usize, who: &Who) -> Vec<Range<usize>> {
    let mut columns = Vec::new();
    let mut start = 0;
    for (i, _) in flow.as_str().match_indices(' ').filter(|(i, _)| *i > 0) {
        if flow.as_str()[i..].starts_with(" | ") {
            columns.push(flow.trimmed(start..i));
            start = i + 2;
            continue;
        }
        let wide = between(flow, i, who).is_some_and(|b| blanks(b) >= apart && !b.contains('\n'));
        if wide {
            columns.push(flow.trimmed(start..i));
            start = i;
        }
    }
    columns.push(flow.trimmed(start..flow.len()));
    let says = |r: &Range<usize>| flow.as_str()[r.clone()].contains(char::is_alphanumeric);
    columns.retain(says);
    columns
}

/// What the source prints between the words beside a blank of the text.
pub(super) fn between<'w>(flow: &Flow, blank: usize, who: &'w Who) -> Option<&'w str> {
    let text = flow.as_str();
    let before = text[..blank].chars().next_back().map_or(0, char::len_utf8);
    let after = text[blank + 1..].chars().next().map_or(0, char::len_utf8);
    let end = flow.spans(blank - before..blank).cover()?.end;
    let next = flow.spans(blank + 1..blank + 1 + after).cover()?.start;
    who.source.get(end as usize..next as usize)
}

/// How many blanks stand in a gap.
pub(super) fn blanks(text: &str) -> usize {
    let is_blank = |c: &char| matches!(c, ' ' | '\u{a0}' | '\t');
    text.chars().filter(is_blank).count()
}

/// Reads a line that begins with a time, behind a day or a bracket perhaps.
pub(super) fn lead(flow: &Flow, who: &Who) -> Option<Lead> {
    let text = flow.as_str();
    let start = &text.as_bytes()[..text.len().min(TIME_WITHIN)];
    let named = || who.lexicon.map(Map::HourName).starts(text).is_some();
    if !start.iter().any(u8::is_ascii_digit) && !named() {
        return None;
    }
    // Each way of finding a programme asks for the time of each line.
    thread_local! {
        static SEEN: Seen<Option<(Lead, usize)>, 512> = const { Seen::new() };
    }
    let read = || read_lead(text, who);
    let (mut lead, day) = SEEN.with(|seen| seen.get(text, who.way_of_times(), read))?;
    if let Some(head) = &mut lead.day {
        head.spans = flow.spans(0..day);
    }
    Some(lead)
}

/// The time that a text begins with, and the bytes of the day before it, which has no place yet.
fn read_lead(text: &str, who: &Who) -> Option<(Lead, usize)> {
    if let Some(at) = behind_number(text, who) {
        return Some((lead_at(text, at, who)?, 0));
    }
    if let Some(lead) = lead_at(text, 0, who) {
        return Some((lead, 0));
    }
    let day = days::read_before_time(text, who)?;
    let at = day.len + text[day.len..].len()
        - text[day.len..]
            .trim_start_matches([' ', ',', ':', '-', '\u{2013}', '|', '.'])
            .len();
    let mut lead = lead_at(text, at, who)?;
    lead.day = Some(day.head);
    Some((lead, day.len))
}

/// Where a range of times begins behind the number of an item that looks like a time itself: `1.10  14:25 - 14:55 Maps`.
fn behind_number(text: &str, who: &Who) -> Option<usize> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let part = text[len..].strip_prefix('.')?;
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let time = part[digits..].trim_start_matches([' ', '\t', '\u{a0}', '|']);
    let numbered = (1..=2).contains(&len) && digits == 2 && time.len() < part.len() - digits;
    if !numbered || !time.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (_, span) = time_at(time, who.lang)?;
    span.end.is_some().then_some(text.len() - time.len())
}

fn lead_at(text: &str, at: usize, who: &Who) -> Option<Lead> {
    let open = at + text[at..].len() - text[at..].trim_start_matches(['[', '(', ' ']).len();
    let from = who.lexicon.list(List::RangeFrom).starts(&text[open..]);
    let open = from.map_or(open, |len| {
        // `(approx) 19:45`
        let rest = text[open + len..].trim_start_matches([' ', ')', '.']);
        text.len() - rest.len()
    });
    // What follows four digits says that they are a count, unless other lines begin so, too.
    let compact = || {
        let digits = text.get(open..open + 4).filter(|_| who.compact)?;
        let alone = text[open + 4..].starts_with([' ', ':', ',']);
        let year = digits.starts_with("19") || digits.starts_with("20");
        let clock = |d: &str| time_at(d, who.lang).map(|(_, span)| (4, span));
        match alone {
            // `1900 Dinner` among `0930-1000 Opening`
            true if year => clock(&format!("{}:{}", &digits[..2], &digits[2..])),
            true => clock(digits),
            false => None,
        }
    };
    let hours = || full_hours(&text[open..]).filter(|_| who.hours);
    let evening = || evening(&text[open..], who).filter(|_| who.evening);
    let (len, mut span) = time_at(&text[open..], who.lang)
        .or_else(evening)
        .or_else(compact)
        .or_else(hours)?;
    let mut end = open + len;
    // `7:30 7:30-7:50`: the start, and the range that begins with it.
    if span.end.is_none()
        && text[end..].starts_with(' ')
        && let Some((more, range)) = time_at(text[end..].trim_start(), who.lang)
        && range.end.is_some()
        && range.start == span.start
    {
        let blank = text[end..].len() - text[end..].trim_start().len();
        return lead_at(text, end + blank, who).filter(|_| more > 0);
    }
    let hour = text[..end]
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .len();
    if span.end.is_some()
        && let Some((len, until)) = parted_end(&text[hour..end], &text[end..], span.start)
    {
        span.end = Some(until);
        end = hour + len;
    }
    if let Some((len, until)) = spaced_end(&text[end..], &span, who) {
        span.end = Some(until);
        end += len;
    }
    if let Some((len, hour)) = bare_end(&text[end..], &span) {
        span.end = Some(hour);
        end += len;
    }
    end += glued_hours(&text[end..], who);
    let rest = text[end..].trim_start_matches([']', ')', ' ']);
    let words = rest.trim_start_matches([':', '-', '\u{2013}', '\u{2014}', ' ', '|', ',']);
    // A sign before small letters parts a title from its time.
    let parted = words.len() < rest.len() && !rest.starts_with([',', ' ']);
    let small = words.starts_with(char::is_lowercase);
    let sentence = if who.small {
        words.len() > LONGEST_SMALL
    } else {
        span.end.is_none() && !parted || words.len() > 80
    };
    let prose = small && sentence;
    // Behind a start and an end stands a title, however long.
    let longest = match span.end {
        Some(_) => PROSE,
        None => LONGEST_TITLE,
    };
    if words.len() > longest || prose {
        return None;
    }
    Some(Lead {
        day: None,
        printed: open..end,
        span,
        rest: text.len() - rest.len()..text.len(),
        label: None,
    })
}

/// Reads a line that ends with a range of times: `Opening (9:00-9:30)`, `Lunch, 12:30 - 13:30`.
pub(super) fn tail(text: &str, who: &Who) -> Option<Lead> {
    let line = text.trim_end_matches([')', ']', ' ', '.']);
    let from = line.len().saturating_sub(40);
    let from = (from..line.len()).find(|&i| line.is_char_boundary(i))?;
    let starts = line[from..]
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(i, _)| from + i);
    for at in starts {
        let before = line[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ':')) {
            continue;
        }
        let Some((len, span)) = time_at(&line[at..], who.lang) else {
            continue;
        };
        // In brackets a time alone is one, too.
        let enclosed = text.ends_with([')', ']']) && line[..at].ends_with(['(', '[']);
        let years = is_years(&line[at..]) && !who.compact;
        if at + len != line.len() || span.end.is_none() && !enclosed || years {
            continue;
        }
        let title = line[..at]
            .trim_end_matches([' ', '(', '[', ',', '-', '\u{2013}', '\u{2014}', ':', '|']);
        return (!title.is_empty()).then_some(Lead {
            day: None,
            printed: at..at + len,
            span,
            rest: 0..title.len(),
            label: None,
        });
    }
    None
}

/// `2018-2019`, which are years before they are times.
fn is_years(text: &str) -> bool {
    let mut parts = text
        .split(['-', '\u{2013}', '\u{2014}', '/'])
        .map(str::trim);
    let year = |p: &str| p.len() == 4 && (p.starts_with("19") || p.starts_with("20"));
    parts.next().is_some_and(year)
}

/// A label that goes before the title is no longer than this.
const LONGEST_LABEL: usize = 40;

/// Reads a line with a range of times in brackets behind its label: `Session 1 (9:00-10:30): Maps`.
pub(super) fn inner(text: &str, who: &Who) -> Option<Lead> {
    let open = find_within(text, " (", LONGEST_LABEL)?;
    let at = open + 2;
    let (len, span) = time_at(&text[at..], who.lang)?;
    let behind = text[at + len..].strip_prefix(')')?;
    let title = behind.trim_start_matches([' ', ':', '-', '\u{2013}', '\u{2014}']);
    let parted = behind
        .trim_start()
        .starts_with([':', '-', '\u{2013}', '\u{2014}']);
    let fits = parted && !title.is_empty() && title.len() <= LONGEST_TITLE;
    (fits && span.end.is_some()).then(|| Lead {
        day: None,
        printed: at..at + len,
        span,
        rest: text.len() - title.len()..text.len(),
        label: Some(0..open),
    })
}

/// A line with a range of times in its middle is no longer than this.
const LONGEST_MIDDLE: usize = 100;

/// Reads a line with a range of times between its title and its place: `Lunch 12:30-13:30 Dining Hall`.
pub(super) fn middle(text: &str, who: &Who) -> Option<Lead> {
    if text.len() > LONGEST_MIDDLE
        || text.ends_with(['.', ';'])
        || !text.starts_with(char::is_uppercase)
    {
        return None;
    }
    let (at, _) = text.match_indices(' ').find(|(i, _)| {
        text[i + 1..].starts_with(|c: char| c.is_ascii_digit())
            && time_at(&text[i + 1..], who.lang).is_some_and(|(_, span)| span.end.is_some())
    })?;
    let at = at + 1;
    let (len, span) = time_at(&text[at..], who.lang)?;
    let signs = [' ', '-', '\u{2013}', '\u{2014}', ',', ':', '|'];
    let title = text[..at].trim_end_matches(signs);
    let place = text[at + len..].trim_start_matches(signs);
    let small = title
        .rsplit(' ')
        .next()
        .is_some_and(|w| w.len() <= 4 && w.starts_with(char::is_lowercase));
    let capital = place.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let fits = !title.is_empty() && !small && capital && !is_years(&text[at..]);
    fits.then(|| Lead {
        day: None,
        printed: at..at + len,
        span,
        rest: text.len() - place.len()..text.len(),
        label: Some(0..title.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;
    use crate::span::Span;
    use crate::value::person::Known;

    fn told(text: &str) -> Option<String> {
        let flow = Flow::verbatim(text, Span::new(0, text.len()));
        let who = Who::new(Lang::En, Known::default());
        let lead = lead(&flow, &who).or_else(|| tail(text, &who))?;
        let day = lead
            .day
            .and_then(|d| d.date)
            .map_or(String::new(), |d| format!("{} ", d.start));
        Some(format!("{day}{}|{}", lead.span, text[lead.rest].trim()))
    }

    #[test]
    fn times_lead_or_end_a_line() {
        for (text, expected) in [
            ("9.30-10.15: Title", "09:30/10:15|: Title"),
            ("[9:00 - 9:30] Title", "09:00/09:30|Title"),
            (
                "Monday 4 June, 9:00-9:30 Title",
                "--06-04 09:00/09:30|Title",
            ),
            ("Title (9:00-9:30)", "09:00/09:30|Title"),
            ("Lunch, 12:30 - 13:30", "12:30/13:30|Lunch"),
            ("9:00", "09:00|"),
        ] {
            assert_eq!(told(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "At 9:00 the chair opened the meeting.",
            "2030 Agenda",
            "The meeting closed at 17:00",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
