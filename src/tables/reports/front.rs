//! What stands before the body: the title page, and the first paragraphs.

use super::title::is_typed;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Section, Unit, UnitKind};
use crate::schema::Text;
use crate::value::date::{DateOrder, dates};
use crate::value::time::time_at;
use std::ops::Range;

/// So many units from the start may be those of the title page.
const TITLE_PAGE: usize = 24;

/// So many units from the start may be a title, however long.
const TOP: usize = 5;

/// A line of the title page is shorter, in bytes.
const LINE: usize = 240;

/// Running text is at least so long.
const PROSE: usize = 160;

/// A first paragraph is at least so long.
const LEAD: usize = 80;

/// So many lines in columns are the stack of a letterhead.
const STACK: usize = 3;

/// A line of the stack that stands alone is set in by so many blanks: no title is.
const MARGIN: usize = 44;

/// What stands before the body.
pub(super) struct Front {
    /// Short lines before the first paragraph of running text.
    pub lines: Vec<usize>,
    /// The first paragraphs of running text.
    pub lead: Vec<usize>,
}

impl Front {
    pub(super) fn new(x: &Extraction) -> Front {
        let units = &x.outline.units;
        let notice = usize::from(has_notice(x, units));
        let mut bodies = units.iter().enumerate().skip(notice);
        let body = bodies
            .find(|&(i, u)| opens_body(x, i, u))
            .map_or(units.len(), |(i, _)| i);
        let top = stack(x, units).min(body);
        let lines = (top..body.min(TITLE_PAGE))
            .filter(|&i| is_line(&units[i]))
            .collect();
        let told = |i: usize| i < TITLE_PAGE && is_told(x, &units[i]);
        let prose = (notice..units.len()).filter(|&i| is_lead(&units[i]) || told(i));
        Front {
            lines,
            lead: prose.take(3).collect(),
        }
    }

    /// A brief about several dated events has none of its own.
    pub(super) fn tells_several_events(&self, x: &Extraction) -> bool {
        // Minutes name the meeting before theirs in a heading.
        let minutes = x.lexicon.list(List::TypeMinutes);
        let first = x.outline.sections.iter().map(|s| s.heading.as_str());
        if first.take(2).any(|t| minutes.starts(t).is_some()) {
            return false;
        }
        let dated = |s: &&Section| {
            let text = s.heading.as_str();
            let found = dates(text, x.lexicon.lang(), DateOrder::default());
            found
                .iter()
                .any(|(_, d)| d.start.month.is_some() && d.start.year.is_some())
                && x.lexicon.list(List::EventNoun).found_in(text)
        };
        x.outline.sections.iter().filter(dated).count() >= 2
    }
}

fn is_line(unit: &Unit) -> bool {
    let kind = matches!(
        unit.kind,
        UnitKind::Heading(_) | UnitKind::Paragraph | UnitKind::Caption | UnitKind::Label
    );
    // `[Status: approved on 4 May]` is told of the paper.
    let noted = unit.text().starts_with('[') && unit.text().ends_with(']');
    kind && unit.text().len() < LINE && !noted
}

fn is_prose(x: &Extraction, i: usize, unit: &Unit) -> bool {
    // A long title has no stop.
    let stops = |t: &str| t.len() >= 260 || t.contains(". ") || t.ends_with(['.', ':', ';', '!']);
    let titled = || {
        x.lexicon
            .list(List::TypeReport)
            .starts(unit.text())
            .is_some()
    };
    let whole = stops(unit.text()) || i > TOP && !titled();
    unit.text().len() >= PROSE && whole && unit.kind == UnitKind::Paragraph
}

fn opens_body(x: &Extraction, i: usize, unit: &Unit) -> bool {
    let text = unit.text();
    let listed = matches!(unit.kind, UnitKind::Item | UnitKind::Grid(_));
    let timed = time_at(text, x.lexicon.lang()).is_some_and(|(len, _)| len + 3 < text.len());
    let name = text.trim_end_matches([':', ' ']);
    let section = i > 0 && x.lexicon.list(List::SectionWord).is(name);
    is_prose(x, i, unit)
        || ((listed || timed) && i > 3)
        || section
        || i > 0 && opens_programme(x, i, text)
}

/// Whether a line is the first slot of a programme, over the next, or the box of its first session: `Session 1: Opening`
/// over `Time: 09:00 - 10:30`.
fn opens_programme(x: &Extraction, i: usize, text: &str) -> bool {
    let slot = |t: &str| time_at(t, x.lexicon.lang()).is_some_and(|(len, _)| len + 3 < t.len());
    let below = x.outline.units.get(i + 1).map_or("", Unit::text);
    let boxed = || {
        let label = x.lexicon.list(List::SessionTime).starts(below);
        label.is_some_and(|len| below[len..].trim_start().starts_with(':'))
    };
    // `Meeting date: 4 May` is a line of the title page.
    let dated = || !dates(text, x.lexicon.lang(), DateOrder::default()).is_empty();
    let session = || x.lexicon.list(List::SessionLabel).starts(text).is_some() && !dated();
    slot(text) && slot(below) || session() && boxed() || is_range(x, text) && over_slots(x, i)
}

/// Whether a line is a range of times and nothing else: `08.30 – 09.30`.
fn is_range(x: &Extraction, text: &str) -> bool {
    time_at(text, x.lexicon.lang()).is_some_and(|(len, t)| len == text.len() && t.end.is_some())
}

/// Whether two more slots whose times stand on lines of their own follow within so many units.
fn over_slots(x: &Extraction, i: usize) -> bool {
    const NEAR: usize = 16;
    let below = x.outline.units.iter().skip(i + 1).take(NEAR);
    below.filter(|u| is_range(x, u.text())).nth(1).is_some()
}

/// Whether a notice of the printer's stands above the title page.
fn has_notice(x: &Extraction, units: &[Unit]) -> bool {
    let typed = |u: &Unit| u.text().len() < PROSE && is_typed(x, u.text());
    let below = || units.iter().take(TITLE_PAGE).skip(2).any(typed);
    units.first().is_some_and(|u| is_prose(x, 0, u)) && below()
}

/// Whether a unit is a first paragraph; the first may have numbers.
fn is_lead(unit: &Unit) -> bool {
    let first = |n: Text| matches!(n.as_str(), "1" | "2" | "3" | "1.1" | "1.2");
    let numbered = unit.kind == UnitKind::Item && unit.number().is_some_and(first);
    let counted = numbered && unit.text().ends_with('.');
    (unit.kind == UnitKind::Paragraph || counted) && unit.text().len() >= LEAD
}

/// `The meeting took place in Some Town on 4 May 2015.`, `The group met in ...`: a short first paragraph that says when and
/// where.
fn is_told(x: &Extraction, unit: &Unit) -> bool {
    let text = unit.text();
    let dated = || !dates(text, x.lexicon.lang(), DateOrder::default()).is_empty();
    let held = |list| x.lexicon.list(list).found_in(text);
    let named = || x.lexicon.list(List::EventNoun).found_in(text);
    let met = || {
        let the = x.lexicon.list(List::Article).starts(text).unwrap_or(0);
        let who = text[the..].trim_start();
        x.lexicon.list(List::OutcomeGroup).starts(who).is_some()
    };
    unit.kind == UnitKind::Paragraph
        && text.ends_with('.')
        && text.len() < LEAD
        && [List::HeldAt, List::EventHeld].into_iter().any(held)
        && (named() || met())
        && dated()
}

/// The units at the top that are the stack of a letterhead, in columns parted by wide blanks: who issues the paper beside
/// its number, its day and its language.
fn stack(x: &Extraction, units: &[Unit]) -> usize {
    let columns = |unit: &Unit, line: Range<usize>| {
        let span = unit.flow.spans(line).cover();
        let source = &x.outline.source.text;
        span.is_some_and(|s| {
            let before = &source[..s.range().start];
            let margin = before.len() - before.trim_end_matches(' ').len();
            margin >= MARGIN || x.outline.source.slice(s).trim().contains("   ")
        })
    };
    let (mut lines, mut end) = (0, 0);
    for (i, unit) in units.iter().enumerate().take(TITLE_PAGE) {
        let own = unit.flow.lines().count();
        let wide = unit
            .flow
            .lines()
            .filter(|l| columns(unit, l.clone()))
            .count();
        // A weekday or a range of days is the event's.
        let found = dates(unit.text(), x.lexicon.lang(), DateOrder::default());
        let tells = found
            .iter()
            .any(|(_, d)| d.weekday.is_some() || d.end.is_some());
        if tells || wide * 3 < own * 2 || !is_line(unit) {
            break;
        }
        (lines, end) = (lines + own, i + 1);
    }
    if lines >= STACK { end } else { 0 }
}
