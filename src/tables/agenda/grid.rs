//! Programme lines that are the rows of a table.

use super::aligned::{aligned, day_before};
use super::cell::{presenter_cell, title_cell};
use super::columns::{Columns, Role, columns, head_count, minutes_of, time_of};
use super::line::{day_like_furniture, lead};
use super::number::is_number;
use super::region::Region;
use super::settle::other_times;
use super::slot::{DayHead, Slot, Talk};
use super::who::Who;
use super::{days, kind, objective};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Grid, Outline, Row};
use crate::schema::Text;
use crate::value::place::{Place, place};
use crate::value::time::{Clock, TimeSpan};
use std::ops::Range;

/// The item that a cell goes on with is one of so many before it.
const NEAR: usize = 64;

/// What was read of a table.
#[derive(Default)]
pub(super) struct GridReading<'s> {
    /// The columns.
    pub columns: Columns,
    /// The days whose heads stand in the table, before the slot with this index.
    pub days: Vec<(usize, DayHead)>,
    /// Rows that go on with what stood above the table.
    pub above: Vec<Slot<'s>>,
    /// The lines.
    pub slots: Vec<Slot<'s>>,
    /// The lines of a table whose columns are days, with their columns.
    by_day: Vec<(usize, Slot<'s>)>,
}

/// Reads a table as a programme. `above` are the columns of the table before it, which go on where it has no header;
/// `head` is a header that a page parted from its rows.
pub(super) fn read<'s>(
    outline: &Outline<'s>,
    grid: &Grid<'s>,
    above: Option<&Columns>,
    head: Option<&Row<'s>>,
    who: &Who,
) -> GridReading<'s> {
    let (mut header, mut rows) = parted(grid, who);
    if header.is_none() {
        header = head.filter(|h| h.cells.len() == grid.width);
    }
    // What goes on with a table above has no header of its own unless its words are one.
    let continues = above.is_some_and(|a| a.named > 0 && a.roles.len() == grid.width);
    if let Some(first) = header.filter(|h| continues && head_count(h, who) == 0) {
        rows.insert(0, first);
        header = None;
    }
    let below: Vec<&Row> = rows.iter().filter(|r| r.filled() > 0).copied().collect();
    let mut found = columns(grid, header, &below, who);
    if header.is_none()
        && let Some(above) = above.filter(|a| a.roles.len() == found.roles.len() && a.named > 0)
    {
        found = above.clone();
    }
    let mut reading = GridReading {
        columns: found,
        ..GridReading::default()
    };
    let days_in_head = header
        .and_then(|h| last_filled_with_day(h, who))
        .map(|(_, head)| head);
    if let Some(head) = days_in_head.or_else(|| header.and_then(|h| only_day(h, who))) {
        reading.days.push((0, head));
    }
    let mut last_block: Option<usize> = None;
    let mut again = Vec::new();
    for row in rows {
        let between = last_block.map(|from| from + 1..row.block.max(from + 1));
        let furniture = between.and_then(|blocks| day_like_furniture(outline, blocks, who));
        if let Some(head) = furniture.and_then(|flow| days::day_line(&flow, who)) {
            reading.days.push((reading.slots.len(), head));
        }
        let headed = |b: &usize| (last_block.unwrap_or(*b)..row.block).contains(b);
        let mut headers = grid
            .repeated
            .iter()
            .filter(|b| !outline.blocks[**b].delimiter);
        if last_block.is_some() && headers.any(headed) {
            again.push(reading.slots.len());
        }
        last_block = Some(row.block);
        if !is_header(row, header, who) {
            reading.row(row, who);
        } else if let Some((_, head)) = last_filled_with_day(row, who) {
            reading.days.push((reading.slots.len(), head));
        }
    }
    reading.days_under_headers(&again);
    reading.day_by_day();
    reading
}

/// The header that is all of a table, as a page parted it from its rows.
pub(super) fn head_alone<'g, 's>(grid: &'g Grid<'s>, who: &Who) -> Option<&'g Row<'s>> {
    let mut rows = grid.header.iter().chain(&grid.rows);
    let head = rows.next().filter(|_| rows.next().is_none())?;
    let days = head
        .cells
        .iter()
        .filter(|c| days::day_line(c, who).is_some());
    (head_count(head, who) >= 2 || days.count() >= 2).then_some(head)
}

/// Whether a row prints the header again: all of its cells name columns, or they are those of the header.
fn is_header(row: &Row, header: Option<&Row>, who: &Who) -> bool {
    let filled = row.cells.iter().filter(|c| !c.is_empty()).count();
    let same = |i: usize| header.is_some_and(|h| h.text(i).eq_ignore_ascii_case(row.text(i)));
    let again = (0..row.cells.len())
        .filter(|&i| !row.text(i).is_empty() && same(i))
        .count();
    filled >= 2 && (head_count(row, who) >= filled || again >= 2 && again + 1 >= filled)
}

/// The header and the rows below it. A header that holds a time is a row; a header may stand below a day's head.
fn parted<'g, 's>(grid: &'g Grid<'s>, who: &Who) -> (Option<&'g Row<'s>>, Vec<&'g Row<'s>>) {
    let all: Vec<&Row> = grid.header.iter().chain(&grid.rows).collect();
    let is_data = |r: &Row| {
        r.cells.iter().any(|c| {
            time_of(c.as_str(), who).is_some() && c.as_str().contains(|c: char| c.is_ascii_digit())
        })
    };
    let named = all
        .iter()
        .take(3)
        .position(|r| head_count(r, who) >= 2 && !is_data(r));
    if let Some(at) = named {
        let rest = all
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != at)
            .map(|(_, r)| *r);
        return (Some(all[at]), rest.collect());
    }
    match &grid.header {
        Some(header) if !is_data(header) => (Some(header), all[1..].to_vec()),
        _ => (None, all),
    }
}

fn row_time<'s>(row: &Row<'s>, columns: &Columns, who: &Who) -> Option<usize> {
    let at = columns.find(Role::Time).or(columns.find(Role::Start))?;
    time_of(row.text(at), who).map(|_| at)
}

impl<'s> GridReading<'s> {
    /// Whether the table is a programme by its columns and by where it stands.
    pub fn is_programme(&self, grid: &Grid, region: &Region, who: &Who) -> bool {
        let header: Vec<&str> = grid
            .header
            .iter()
            .flat_map(|h| h.cells.iter().map(|c| c.as_str()))
            .collect();
        if self.slots.is_empty() || other_times(&header.join(" | "), who) {
            return false;
        }
        let columns = &self.columns;
        // Where each row is a place, the times are those of its clocks.
        let places = self.slots.iter().filter(|s| is_place(s.title.as_str()));
        if places.count() * 2 > self.slots.len() {
            return false;
        }
        let titled = columns
            .find(Role::Title)
            .or(columns.find(Role::Track))
            .is_some();
        let lasting = columns.lasts() && (region.headed || columns.named >= 2);
        let numbered = columns.find(Role::Number).is_some() && region.plain;
        let of_days = columns.days.iter().flatten().count() >= 2
            && self.slots.iter().all(|s| s.time.is_some());
        let items = || columns.find(Role::Number).is_some() && self.is_of_meeting(who);
        titled && (columns.times() || lasting || numbered || columns.series || of_days || items())
    }

    /// Whether numbered rows begin with the opening of a meeting and end with its closing, the agenda adopted between.
    fn is_of_meeting(&self, who: &Who) -> bool {
        let kind = |s: Option<&Slot>| s.map(|s| kind::kind(s.title.as_str(), who.lexicon));
        let adopted = |s: &Slot| {
            let title = s.title.as_str();
            let about = who.lexicon.list(List::AgendaAbout);
            about.find(title).is_some() && who.lexicon.list(List::HeadingAgenda).found_in(title)
        };
        let numbered = self.slots.iter().all(|s| !s.number.is_empty());
        numbered
            && kind(self.slots.first()) == Some("opening")
            && kind(self.slots.last()) == Some("closing")
            && self.slots.iter().any(adopted)
    }

    /// Where no head tells the days, each header printed again over a morning, with noon ahead, begins the next day
    /// behind an afternoon.
    fn days_under_headers(&mut self, again: &[usize]) {
        let hours = |from: usize, to: usize| {
            let times = self.slots[from..to].iter().filter_map(|s| s.time.as_ref());
            times.map(|(_, t)| t.start.hour).collect::<Vec<u8>>()
        };
        let cuts: Vec<usize> = [&[0], again, &[self.slots.len()]].concat();
        let parts: Vec<Vec<u8>> = cuts.windows(2).map(|w| hours(w[0], w[1])).collect();
        let begins = |two: &[Vec<u8>]| {
            let noon = two[1].iter().any(|h| matches!(h, 11 | 12));
            let late = two[0].iter().any(|h| matches!(h, 1..=5 | 12..=18));
            late && noon && two[1].first().is_some_and(|h| (6..=10).contains(h))
        };
        if again.is_empty() || !self.days.is_empty() || !parts.windows(2).all(begins) {
            return;
        }
        let numbered = |(n, at): (usize, &usize)| {
            let number = Some(n as u32 + 1);
            (
                *at,
                DayHead {
                    number,
                    ..DayHead::default()
                },
            )
        };
        let starts = &cuts[..cuts.len() - 1];
        self.days = starts.iter().enumerate().map(numbered).collect();
    }

    /// Puts the lines of day columns in order, a day behind the other.
    fn day_by_day(&mut self) {
        let mut lines = std::mem::take(&mut self.by_day);
        lines.sort_by_key(|(column, _)| *column);
        let mut last = None;
        for (column, slot) in lines {
            if last != Some(column) {
                let head = self.columns.days.get(column).cloned().flatten();
                self.days.extend(head.map(|h| (self.slots.len(), h)));
                last = Some(column);
            }
            self.slots.push(slot);
        }
    }

    fn row(&mut self, row: &Row<'s>, who: &Who) {
        let filled: Vec<&Flow> = row.cells.iter().filter(|c| !c.is_empty()).collect();
        let Some(first) = filled.first() else {
            return;
        };
        if let Some((rest, head)) = last_filled_with_day(row, who) {
            self.row(&rest, who);
            self.days.push((self.slots.len(), head));
            return;
        }
        let same = filled.iter().all(|c| c.as_str() == first.as_str());
        if same
            && row_time(row, &self.columns, who).is_none()
            && let Some(head) = days::day_line(first, who)
        {
            self.days.push((self.slots.len(), head));
            return;
        }
        let time = self.columns.find(Role::Time);
        let before = time.and_then(|at| Some((at, day_before(&row.cells, at, who)?)));
        let row = match before {
            Some((at, head)) => {
                self.days.push((self.slots.len(), head));
                let mut cells = row.cells.clone();
                cells.remove(at);
                cells
            }
            None => aligned(row, &self.columns, who),
        };
        let mut slot = Slot {
            rule: "agenda-grid",
            ..Slot::default()
        };
        let mut tracks = Vec::new();
        for (i, cell) in row.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
            let role = self.columns.roles.get(i).copied().unwrap_or(Role::Unknown);
            if role == Role::Track {
                tracks.push((i, cell));
            } else if role == Role::Day {
                if let Some(at) = days::read(cell.as_str(), who) {
                    let mut head = at.head;
                    head.spans = cell.spans(0..at.len);
                    self.days.push((self.slots.len(), head));
                    slot.dated = self.columns.series;
                }
            } else {
                self.cell(&mut slot, role, cell, who);
            }
        }
        self.finish(slot, &tracks, who);
    }

    /// Puts one cell where it belongs.
    fn cell(&mut self, slot: &mut Slot<'s>, role: Role, cell: &Flow<'s>, who: &Who) {
        let text = cell.as_str();
        match role {
            Role::Time | Role::Start => match time_of(text, who).or_else(|| round_hour(text)) {
                Some((range, span)) => {
                    if let Some(day) = days::read_before_time(text, who) {
                        self.days.push((self.slots.len(), day.head));
                    }
                    slot.time = Some((
                        if role == Role::Time {
                            cell.cell(range)
                        } else {
                            cell.whole()
                        },
                        span,
                    ));
                }
                None if is_number(text) => slot.number = number(cell),
                None => slot.details.append(" ", &cell.whole()),
            },
            Role::End => {
                let end = time_of(text, who).or_else(|| round_hour(text));
                if let (Some((printed, span)), Some((range, end))) = (&mut slot.time, end) {
                    printed.append(" ", &cell.cell(range));
                    span.end = Some(end.start);
                    span.end_marked = end.start_marked;
                    span.clock24 |= end.clock24;
                }
            }
            Role::Duration | Role::Minutes => {
                slot.duration = minutes_of(text, role, who).map(|m| (cell.spans(0..text.len()), m));
            }
            Role::Offset => slot.dated = true,
            Role::Number => slot.number = number(cell),
            Role::Title | Role::Track => title_cell(slot, cell, who),
            Role::Presenters => {
                slot.role = self.columns.said.clone();
                presenter_cell(slot, cell, who);
            }
            Role::Objective => match who.labelled(List::LabelObjective, text) {
                Some(_) => objective::split(cell, slot, who),
                None => slot.objective.append(" ", &cell.whole()),
            },
            Role::Location => slot.location = cell.whole(),
            Role::Details | Role::Unknown | Role::Day => objective::split(cell, slot, who),
        }
    }

    /// The lines of a cell under the head of its day: each that begins with a time is an item, those below it are its.
    fn timed_lines(&mut self, column: usize, cell: &Flow<'s>, who: &Who) {
        let mut items: Vec<(Flow<'s>, Option<(Text, TimeSpan)>)> = Vec::new();
        for range in cell.lines() {
            let line = cell.slice(range);
            match (lead(&line, who), items.last_mut()) {
                (Some(lead), _) => {
                    let time = (line.cell(lead.printed), lead.span);
                    items.push((line.slice(lead.rest).trim(), Some(time)));
                }
                (None, Some((text, _))) => text.join_line(&line),
                (None, None) => items.push((line, None)),
            }
        }
        for (text, time) in items {
            let mut slot = Slot {
                time,
                rule: "agenda-grid",
                ..Slot::default()
            };
            title_cell(&mut slot, &text, who);
            // What has no time goes on with the item above it in its column.
            let above = |(c, s): &&mut (usize, Slot)| *c == column && s.time.is_some();
            match self.by_day.iter_mut().rev().take(NEAR).find(above) {
                Some((_, above)) if slot.time.is_none() => more(above, slot),
                _ => self.by_day.push((column, slot)),
            }
        }
    }

    /// A row of its own, one for each track, or more of the row above.
    fn finish(&mut self, slot: Slot<'s>, tracks: &[(usize, &Flow<'s>)], who: &Who) {
        // A minute at which nothing begins.
        let untitled = slot.title.is_empty() && tracks.is_empty();
        if untitled && self.columns.find(Role::Offset).is_some() {
            return;
        }
        if !self.columns.days.is_empty() && !slot.is_marked() && !tracks.is_empty() {
            for (column, cell) in tracks {
                self.timed_lines(*column, cell, who);
            }
            return;
        }
        if !slot.is_marked() {
            match self.slots.last_mut() {
                Some(last) => more(last, slot),
                None => self.above.push(slot),
            }
            return;
        }
        if tracks.is_empty() {
            self.slots.push(slot);
            return;
        }
        let parallel = self.columns.heads.iter().filter(|h| !h.is_empty()).count();
        for (column, cell) in tracks {
            let mut one = slot.clone();
            title_cell(&mut one, cell, who);
            if !self.columns.days.is_empty() {
                self.by_day.push((*column, one));
                continue;
            }
            // A row that fills one of several columns is for all.
            if tracks.len() > 1 || parallel == 1 {
                one.track = self.columns.heads.get(*column).cloned().unwrap_or_default();
            }
            self.slots.push(one);
        }
    }
}

/// A clock of four digits that elsewhere would be a year: `2000`.
fn round_hour(text: &str) -> Option<(Range<usize>, TimeSpan)> {
    let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let (hour, minute) = (text.get(..2)?.parse().ok()?, text.get(2..)?.parse().ok()?);
    let start = Clock { hour, minute };
    let span = TimeSpan {
        start,
        end: None,
        start_marked: true,
        end_marked: false,
        clock24: true,
        impossible_meridiem: false,
    };
    (digits && hour < 24 && minute < 60).then_some((0..text.len(), span))
}

/// Whether a title is the name of a city or country and nothing else.
pub(super) fn is_place(title: &str) -> bool {
    let known = |p: Place| p.country.is_some() || p.city.is_some();
    title.split(' ').count() <= 3 && place(title).is_some_and(known)
}

/// The day that one cell of a header is and no other.
fn only_day(header: &Row, who: &Who) -> Option<DayHead> {
    let mut days = header.cells.iter().filter_map(|c| days::day_line(c, who));
    let first = days.next()?;
    days.next().is_none().then_some(first)
}

/// A row whose last cell ran on into the head of the next day, without it, and the head.
fn last_filled_with_day<'s>(row: &Row<'s>, who: &Who) -> Option<(Row<'s>, DayHead)> {
    let at = row.filled().checked_sub(1)?;
    let cell = row.cells.get(at)?;
    let lines: Vec<_> = cell.lines().collect();
    let (last, before) = lines.split_last()?;
    let end = before.last()?.end;
    let head = days::day_line(&cell.slice(last.clone()), who)?;
    let mut rest = row.clone();
    rest.cells[at] = cell.slice(0..end);
    Some((rest, head))
}

fn number(cell: &Flow) -> Text {
    let text = cell.as_str();
    let end = text.trim_end_matches(['.', ')', ':']).len();
    cell.cell(0..end)
}

/// A row without time and number goes on with the row above: a talk, more people, more details.
pub(super) fn more<'s>(above: &mut Slot<'s>, slot: Slot<'s>) {
    let mut presenters = slot.presenters.into_iter();
    if slot.title.is_empty() {
        above.presenters.extend(presenters);
    } else if let Some(first) = presenters.next() {
        above.talks.push(Talk {
            title: slot.title,
            presenters: first,
        });
    } else {
        above.details.append(" ", &slot.title.whole());
    }
    above.objective.append(" ", &slot.objective);
    above.details.append(" ", &slot.details);
    if above.location.is_empty() {
        above.location = slot.location;
    }
}
