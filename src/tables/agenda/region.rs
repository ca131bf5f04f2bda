//! Where a report prints its programme: under a heading that says so, behind a sentence that announces it, or wherever
//! enough lines begin with times.

use super::line::{PROSE, inner, lead, tail};
use super::naming::{announced, heading, over_lasting, over_numbers, over_times, tells_open_hours};
use super::number::{item_number, lone_number};
use super::reported::Reported;
use super::title::lasts;
use super::who::Who;
use super::{called, columns, days, flat, heads, line, tails};
use crate::block::Style;
use crate::lexicon::{List, Map};
use crate::outline::{Outline, Unit, UnitKind};
use crate::tables::outcomes;
use std::ops::Range;

/// A stretch of units that may hold a programme.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Region {
    /// Its units.
    pub units: Range<usize>,
    /// Whether a heading or a sentence says that it is one.
    pub headed: bool,
    /// Whether it says nothing else, so that numbered items are enough.
    pub plain: bool,
    /// Whether an item of a list says so, as in a list of contents.
    pub in_list: bool,
    /// Whether only tables whose heads name a programme's columns are read.
    pub tables_only: bool,
}

/// How many units ahead a time may be that keeps a region going.
pub(super) const AHEAD: usize = 6;

/// How many units ahead it is where a heading of any kind stands among the items.
const NEAR: usize = 4;
/// How many units ahead it may be behind a heading.
pub(super) const FAR: usize = 16;

/// What is said of an item in a programme is no longer than this.
pub(super) const SHORT: usize = 250;
/// A heading longer than this bears no time at its end.
const LONGEST_TITLE: usize = 160;

/// The regions under headings, in order.
pub(super) fn headed(outline: &Outline, who: &Who) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for (i, unit) in outline.units.iter().enumerate() {
        let from = regions.last().map_or(0, |r| r.units.end);
        let head = match unit.kind {
            UnitKind::Heading(s) => {
                heading(outline.sections[s].title.as_str(), who).max(heading(unit.text(), who))
            }
            UnitKind::Label | UnitKind::Paragraph | UnitKind::Item => announced(&unit.flow, who),
            _ => None,
        };
        let other = || {
            let other = over_times(outline, i, who).or_else(|| over_numbers(outline, i, who));
            other.or_else(|| over_lasting(outline, i, who))
        };
        let Some(plain) = head.or_else(other) else {
            continue;
        };
        if i < from {
            // A second heading inside a region begins one of its own.
            if !matches!(unit.kind, UnitKind::Heading(_))
                || days::day_line(&unit.flow, who).is_some()
            {
                continue;
            }
            if let Some(last) = regions.last_mut() {
                last.units.end = i;
            }
        }
        let end = end_of(outline, i, who);
        regions.push(Region {
            units: i + 1..end,
            headed: true,
            plain,
            in_list: unit.kind == UnitKind::Item,
            tables_only: false,
        });
    }
    regions
}

/// Whether the heading over a region says that the agenda above goes on: `Agenda (continued)`.
pub(super) fn is_continued(outline: &Outline, region: &Region, who: &Who) -> bool {
    let heading = region.units.start.checked_sub(1);
    let heading = heading.and_then(|i| outline.units.get(i));
    let words = |u: &Unit| {
        let mut words = u.text().split(|c: char| !c.is_alphabetic() && c != '\'');
        words.any(|w| who.lexicon.list(List::AgendaContinued).is(w))
    };
    heading.is_some_and(words)
}

/// Regions that the head of a day begins with a time right below it: what a programme without a heading begins with.
pub(super) fn under_days(outline: &Outline, taken: &[Range<usize>], who: &Who) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for (i, unit) in outline.units.iter().enumerate() {
        let from = regions.last().map_or(0, |r| r.units.end);
        let free = i >= from && !taken.iter().any(|r| r.contains(&i));
        // The place may stand on a line between.
        let below = outline.units.get(i + 1..).unwrap_or(&[]).iter().take(2);
        let short = |u: &&Unit| u.text().len() <= 60 && !u.text().ends_with('.');
        let timed = |u: &Unit| lead(&u.flow, who).is_some();
        let place = below.clone().next().filter(|u| !timed(u) && short(u));
        let mut over = below.skip(usize::from(place.is_some()));
        let over = over.next().is_some_and(timed);
        if !free || !over || days::day_line(&unit.flow, who).is_none() {
            continue;
        }
        let end = end_of(outline, i, who);
        let taken = taken.iter().filter(|r| r.start > i).map(|r| r.start).min();
        regions.push(Region {
            units: i..taken.map_or(end, |t| t.min(end)),
            headed: false,
            plain: false,
            in_list: false,
            tables_only: false,
        });
    }
    regions
}

/// So many titles with a range of times in brackets behind them, people below, are a programme.
const BOXED: usize = 3;

/// A run of titles with their times in brackets behind them, a person below most: `Panel I: Ports (11h00-12h30)`.
pub(super) fn boxed(outline: &Outline, who: &Who) -> Option<Region> {
    let units = &outline.units;
    let boxed = |u: &Unit| {
        let text = u.text();
        let ends = text.ends_with(')') && text.len() <= LONGEST_TITLE;
        ends && text.contains(|c: char| c.is_ascii_digit())
            && tail(text, who).is_some_and(|l| l.span.end.is_some())
    };
    let first = units.iter().position(boxed)?;
    let mut last = first;
    let (mut all, mut peopled) = (0, 0);
    for (i, unit) in units.iter().enumerate().skip(first) {
        let head = boxed(unit);
        if unit.flow.len() > SHORT || i - last > FAR {
            break;
        }
        if head {
            all += 1;
            let below = units.get(i + 1);
            peopled += usize::from(below.is_some_and(|u| who.presents(u.text())));
            last = i;
        }
    }
    let below = units[last + 1..].iter().take(FAR);
    let heading = |u: &Unit| matches!(u.kind, UnitKind::Heading(_));
    let own = |u: &&Unit| u.flow.len() <= SHORT && !heading(u);
    let end = last + 1 + below.take_while(own).count();
    (all >= BOXED && peopled * 2 > all).then_some(Region {
        units: first..end,
        headed: true,
        plain: false,
        in_list: false,
        tables_only: false,
    })
}

/// Whether a unit begins with a time or ends with a range of times.
pub(super) fn timed(unit: &Unit, who: &Who) -> bool {
    lead(&unit.flow, who).is_some()
        || unit.text().len() <= LONGEST_TITLE
            && (tail(unit.text(), who).is_some() || inner(unit.text(), who).is_some())
}

/// Where the region of the heading at `head` ends.
fn end_of(outline: &Outline, head: usize, who: &Who) -> usize {
    let units = &outline.units;
    let mut reported = Reported::from(head + 1);
    for (i, unit) in units.iter().enumerate().skip(head + 1) {
        let over = matches!(unit.kind, UnitKind::Heading(_));
        if (over || unit.gap > 0 && unit.text().ends_with(':'))
            && tells_open_hours(unit.text(), who)
            && lead(&unit.flow, who).is_none()
        {
            return i;
        }
        if reported.begins(outline, i, who) || !over && is_moved(unit, who) {
            return i;
        }
        if !over {
            continue;
        }
        if days::day_line(&unit.flow, who).is_some()
            || lead(&unit.flow, who).is_some()
            || heads_part_of_day(outline, i, who)
        {
            continue;
        }
        // Behind the items a heading over a time box begins the report of a session.
        let item = |u: &Unit| {
            matches!(u.kind, UnitKind::Grid(_))
                || lead(&u.flow, who).is_some()
                || !tails::items(&u.flow, who).is_empty()
        };
        if over_box(outline, i, who) && units[head + 1..i].iter().any(item) {
            return i;
        }
        if titles_time(outline, i, who)
            || is_counted(outline, head, i, who)
            || heads_counted(outline, head, i, who)
            || is_item(outline, head, i, who)
        {
            continue;
        }
        // Another programme begins, so that no unit is looked at for two.
        if heading(unit.text(), who).is_some() || !times_follow(outline, head, i, who) {
            return i;
        }
    }
    units.len()
}

/// `Motion 12/2031 Moved by Councillor Model, ...`: minutes that tell what became of an item, and no item.
fn is_moved(unit: &Unit, who: &Who) -> bool {
    let counted = unit.kind == UnitKind::Paragraph && lead(&unit.flow, who).is_none();
    counted && outcomes::is_counted_motion(who.lexicon, unit.text())
}

/// `AFTERNOON (14.30-17.30 hours)` over more items.
fn heads_part_of_day(outline: &Outline, at: usize, who: &Who) -> bool {
    let parts = who.lexicon.map(Map::PartOfDay);
    parts.starts(outline.units[at].text()).is_some() && !over_prose(outline, at, who)
}

/// Whether a time alone right above has a heading for its title, or whoever has a role there speaks.
fn titles_time(outline: &Outline, at: usize, who: &Who) -> bool {
    let text = outline.units[at].text();
    let above = lead(&outline.units[at - 1].flow, who);
    let titles = above.is_some_and(|l| l.rest.is_empty())
        || who.role(text).is_some()
        || who.role_word(text)
        || who.presents(text);
    titles && !over_report(outline, at)
}

/// Whether a heading's number is the next item's: `8. Next session` and below it `9. Closing`, which stands alone.
fn is_counted(outline: &Outline, head: usize, at: usize, who: &Who) -> bool {
    let units = &outline.units;
    let text = units[at].text();
    let number = match units[at].kind {
        UnitKind::Heading(s) => outline.sections[s].number.as_ref(),
        _ => None,
    };
    // The number of the head itself is one of the report's parts.
    let above = units.get(head + 1..at).unwrap_or(&[]);
    let explained = || who.annotated || !over_prose(outline, at, who);
    let next = |n: &str| goes_on_from(above, n) || who.annotated && n == "1" && above.len() <= NEAR;
    if number.is_some_and(|n| next(n.value.as_str())) && explained() {
        return true;
    }
    let item = who.lexicon.list(List::AgendaItem).starts(text).is_some();
    let lone = lone_number(units[at - 1].text(), who).is_some();
    let numbered = || item_number(text, who).is_some() || lone_number(text, who).is_some();
    (lone || item && numbered()) && explained()
        || who.annotated && number.is_none() && number_ahead(outline, at, above)
}

/// Whether a heading stands over a part of the items, whose numbers go on from those above it: `II. Statements` over
/// `4. Words of the Chair` behind `3. Adoption of the agenda`.
fn heads_counted(outline: &Outline, head: usize, at: usize, who: &Who) -> bool {
    let number = |u: &Unit| u.number().filter(|_| u.kind == UnitKind::Item);
    let below = outline.units.get(at + 1).and_then(number);
    let above = outline.units.get(head + 1..at).unwrap_or(&[]);
    let goes_on = |n: &str| goes_on_from(above, n) || above.is_empty() && n == "1";
    below.is_some_and(|n| goes_on(n.value.as_str())) && !over_prose(outline, at, who)
}

/// Whether a heading is an item by its time or by what it calls itself, and no report of one: `Opening (9:00-9:30)` over
/// more than a few lines heads the report of a session.
fn is_item(outline: &Outline, head: usize, at: usize, who: &Who) -> bool {
    let units = &outline.units;
    let below = units.get(at + 1);
    let over_grid = below.is_some_and(|u| matches!(u.kind, UnitKind::Grid(_)));
    let called = || !over_grid && called::goes_on(&units[head + 1..at], &units[at], who);
    (timed(&units[at], who) || called()) && !over_prose(outline, at, who)
}

/// Whether more items stand below a heading that says nothing of a programme.
fn times_follow(outline: &Outline, head: usize, at: usize, who: &Who) -> bool {
    let level = |at: usize| match outline.units[at].kind {
        UnitKind::Heading(s) => Some(outline.sections[s].level),
        _ => None,
    };
    let UnitKind::Heading(s) = outline.units[at].kind else {
        return false;
    };
    let section = &outline.sections[s];
    let deeper = level(head)
        .or_else(|| level_of_item(outline, head, at, who))
        .is_some_and(|l| section.level > l);
    let loose = matches!(
        section.style,
        Some(Style::Plain | Style::Numbered { .. } | Style::Capitals)
    );
    // Over people times are found right below or belong to something else.
    let people = who.lexicon.list(List::HeadingParticipants);
    let far = if people.is(section.title.as_str()) {
        1
    } else {
        NEAR
    };
    let near = || !over_prose(outline, at, who) && timed_ahead(outline, at + 1, far, who);
    near() || far > 1 && (deeper || loose) && timed_ahead(outline, at + 1, FAR, who)
}

/// How deep the last heading above that is an item by its time, or the head of a day, stands, where the line over the items
/// is no heading.
fn level_of_item(outline: &Outline, head: usize, at: usize, who: &Who) -> Option<u8> {
    let above = outline.units[head + 1..at].iter().rev().take(FAR);
    let mut headings = above.filter_map(|u| match u.kind {
        UnitKind::Heading(s) => Some((u, outline.sections[s].level)),
        _ => None,
    });
    let (_, level) = headings
        .find(|(u, _)| lead(&u.flow, who).is_some() || days::day_line(&u.flow, who).is_some())?;
    Some(level)
}

/// How many units below its heading the time box of a session may stand.
const BOX: usize = 6;

/// Whether a heading is over a session with the label of a time box, `TIME:`, or with a range of times and a label of those
/// who spoke.
fn over_box(outline: &Outline, heading: usize, who: &Who) -> bool {
    let below = outline.units[heading + 1..].iter().take(BOX);
    let mut own = below.take_while(|u| !matches!(u.kind, UnitKind::Heading(_)));
    // The range of times without a label, those who spoke behind one.
    let bare = |l: line::Lead, text: &str| {
        let rest = &text[l.rest];
        l.span.end.is_some() && (rest.is_empty() || rest.starts_with(','))
    };
    let first = outline.units.get(heading + 1);
    let timed = first.is_some_and(|u| lead(&u.flow, who).is_some_and(|l| bare(l, u.text())));
    let speakers = |u: &Unit| u.kind == UnitKind::Label && who.role_alone(u.text());
    if timed && own.clone().any(speakers) {
        return true;
    }
    let labels = who.lexicon.list(List::SessionTime);
    own.any(|u| {
        let label = u
            .text()
            .split_once(':')
            .filter(|(label, _)| label.len() <= 24);
        label.is_some_and(|(label, _)| labels.is(label.trim_end()))
    })
}

/// Whether one of the next headings has the number behind the last item's.
fn number_ahead(outline: &Outline, heading: usize, above: &[Unit]) -> bool {
    let below = outline.units[heading + 1..].iter().take(FAR);
    below
        .filter_map(Unit::number)
        .any(|n| goes_on_from(above, &n.value))
}

/// Whether a number is the one behind the last item's.
fn goes_on_from(above: &[Unit], number: &str) -> bool {
    let last = above.iter().rev().take(AHEAD).find_map(|u| {
        let number = u.number()?;
        number.value.parse::<u32>().ok()
    });
    last.is_some_and(|n| number.trim_end_matches('.').parse() == Ok(n + 1))
}

/// Whether more than one long text stands below a heading, before the next.
fn over_report(outline: &Outline, heading: usize) -> bool {
    let below = outline.units[heading + 1..].iter();
    let own = below.take_while(|u| !matches!(u.kind, UnitKind::Heading(_)));
    own.take(AHEAD).filter(|u| u.flow.len() > SHORT).count() > 1
}

/// Whether a long text stands below a heading, before the next; an item of a list that begins with a time is none.
fn over_prose(outline: &Outline, heading: usize, who: &Who) -> bool {
    let below = outline.units[heading + 1..].iter();
    let own = below.take_while(|u| !matches!(u.kind, UnitKind::Heading(_)));
    own.take(AHEAD)
        .any(|u| u.flow.len() > SHORT && !is_timed_item(u, who))
}

/// Whether an item of a list begins with a time, however long it is.
fn is_timed_item(unit: &Unit, who: &Who) -> bool {
    unit.kind == UnitKind::Item && lead(&unit.flow, who).is_some()
}

/// Whether one of the next units begins with a time or is a table of times.
pub(super) fn timed_ahead(outline: &Outline, from: usize, most: usize, who: &Who) -> bool {
    let next = outline.units[from.min(outline.units.len())..]
        .iter()
        .take(most);
    next.take_while(|u| u.flow.len() <= PROSE || is_timed_item(u, who))
        .any(|u| match u.kind {
            UnitKind::Grid(g) => outline.grids[g]
                .rows
                .iter()
                .take(3)
                .any(|r| r.cells.iter().take(3).any(|c| lead(c, who).is_some())),
            _ => {
                timed(u, who)
                    || days::day_line(&u.flow, who).is_some()
                    || u.flow.len() <= SHORT && lasts(u.text(), who)
            }
        })
}

/// Runs of units outside `taken` in which lines begin with times, and tables.
pub(super) fn unheaded(outline: &Outline, taken: &[Range<usize>], who: &Who) -> Vec<Region> {
    let mut free = vec![true; outline.units.len()];
    for i in taken.iter().cloned().flatten() {
        free[i] = false;
    }
    let mut regions = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    let mut flush = |run: &mut Option<(usize, usize, usize)>| {
        if let Some((start, end, count)) = run.take().filter(|r| r.2 >= 3) {
            debug_assert!(count >= 3);
            regions.push(Region {
                units: start..end,
                headed: false,
                plain: false,
                in_list: false,
                tables_only: false,
            });
        }
    };
    for (i, unit) in outline.units.iter().enumerate() {
        let free = free[i];
        let times = match unit.kind {
            UnitKind::Grid(g) => usize::from(outline.grids[g].rows.len() >= 2) * 3,
            _ if unit.flow.len() > PROSE && flat::parts(&unit.flow, who).is_empty() => 0,
            _ => line::lines(outline, i..i + 1, who)
                .iter()
                .filter(|l| lead(&l.flow, who).is_some())
                .count(),
        };
        let boxed = i > 0 && matches!(outline.units[i - 1].kind, UnitKind::Label);
        if free && times > 0 && !boxed {
            let (start, _, count) = run.unwrap_or((i, i, 0));
            run = Some((start, i + 1, count + times));
            continue;
        }
        let Some((start, end, count)) = run else {
            continue;
        };
        let day = days::day_line(&unit.flow, who).is_some();
        let part = names_part_of_day(unit.text(), who);
        let over_time = || {
            let next = outline.units.get(i + 1);
            next.is_some_and(|u| u.text().len() <= SHORT && lead(&u.flow, who).is_some())
        };
        // A heading right below a time alone is its title.
        let titles = || lead(&outline.units[i - 1].flow, who).is_some_and(|l| l.rest.is_empty());
        let heading =
            matches!(unit.kind, UnitKind::Heading(_)) && !day && !part && !over_time() && !titles();
        if !free || heading || unit.flow.len() > PROSE || i - end >= 2 * AHEAD {
            // Lines below the last item belong to it.
            run = Some((start, i, count));
            flush(&mut run);
        }
    }
    if let Some((start, _, count)) = run {
        run = Some((start, outline.units.len(), count));
    }
    flush(&mut run);
    with_heads(outline, &mut regions, &free, who);
    with_day_heads(outline, &mut regions, who);
    regions
}

/// Takes the heads of the columns right above into a region: `Time     Subject          Who` names a programme.
fn with_heads(outline: &Outline, regions: &mut [Region], free: &[bool], who: &Who) {
    for region in regions {
        let Some(above) = region.units.start.checked_sub(1).filter(|i| free[*i]) else {
            continue;
        };
        let text = matches!(outline.units[above].kind, UnitKind::Paragraph)
            && outline.units[above].text().len() <= SHORT;
        let lines = || line::lines(outline, above..above + 1, who);
        if text && lines().last().is_some_and(|l| heads::are_heads(l, who)) {
            region.units.start = above;
            region.headed = true;
        }
    }
}

/// `Morning`, which heads a part of the day above it.
fn names_part_of_day(text: &str, who: &Who) -> bool {
    let word = text.trim_matches([' ', ':', '*']);
    who.lexicon.map(Map::PartOfDay).get(word).is_some()
}

/// The number of an item stands so many lines above its time, at most.
const ABOVE: usize = 2;

/// A region begins with the head of its day.
fn with_day_heads(outline: &Outline, regions: &mut [Region], who: &Who) {
    let session = who.lexicon.list(List::SessionLabel);
    for region in regions {
        // The number and the title of an item may stand above its time.
        let start = region.units.start;
        let mut near = (start.saturating_sub(ABOVE)..start).rev();
        let numbered = |i: &usize| lone_number(outline.units[*i].text(), who).is_some();
        region.units.start = near.find(numbered).unwrap_or(start);
        // The heads of columns may stand between.
        let start = region.units.start;
        let from = start.saturating_sub(AHEAD);
        let is_head = |u: &Unit| {
            let text = u.text().trim_end_matches([' ', '|']);
            // `Agenda Notes |`: the cell of a torn table's head.
            let words =
                text.split(' ').count() <= 3 && !text.contains(|c: char| c.is_ascii_digit());
            let torn = text.len() < u.text().len() && words && text.contains(char::is_alphabetic);
            text.len() <= 40 && (torn || columns::named(text, who).is_some())
                || names_part_of_day(text, who)
                || lone_number(text, who).is_some()
                || tail(text, who).is_some()
                || text.len() <= LONGEST_TITLE && session.starts(text).is_some()
        };
        for i in (from..start).rev() {
            let unit = &outline.units[i];
            if days::day_line(&unit.flow, who).is_some() {
                region.units.start = i;
                break;
            }
            if !is_head(unit) {
                break;
            }
        }
    }
}
