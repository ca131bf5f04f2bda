//! Programme lines that are no table: lines and bullets led by times, times on lines of their own, durations, numbers.

mod aside;

use super::called::{self, Called};
use super::days;
use super::grid::{GridReading, more};
use super::heads::Heads;
use super::item::{Open, Place, begin_title, fill_title, place, wraps};
use super::kind;
use super::line::{self, Line, PROSE, lead};
use super::number::{follows, item_number, lone_number};
use super::parallel::Tracks;
use super::run::{
    self, Ahead, Mode, bare_number, is_all_ones, is_bare_numbered, is_lasting_list, is_mixed,
    is_tight, tail_of,
};
use super::slot::{DayHead, Slot};
use super::title::{bare_duration, parts};
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Grid, Row, UnitKind};
use aside::under_heading;
use std::ops::Range;

/// A line that heads the next item is no longer than this.
const LONGEST_HEAD: usize = 100;

/// The reading of a run of lines.
pub(super) struct ListReader<'w, 's> {
    who: &'w Who<'w>,
    /// Whether a heading says that this is a programme.
    headed: bool,
    mode: Mode,
    /// Whether what belongs to an item stands right below it, so that a blank line ends the item.
    tight: bool,
    pub days: Vec<DayHead>,
    pub day: Option<usize>,
    pub slots: Vec<Slot<'s>>,
    /// The units that were read.
    pub used: Vec<usize>,
    open: Option<Open<'s>>,
    last_number: Option<String>,
    /// Whether numbered items stood on lines next to each other.
    close_set: bool,
    /// Whether numbers of two levels, `2` and `2.1`, part the items into groups.
    nested: bool,
    /// Whether every item is printed with the number 1, for a program to count.
    same_number: bool,
    /// Whether no sign stands behind the numbers.
    bare_numbers: bool,
    /// Whether most bullets say how long they last.
    lasting_list: bool,
    /// Whether a label stands before one time only.
    one_label: bool,
    /// Whether the line right above was a label with a date.
    dated: bool,
    /// Whether some lines have both a number and a time.
    mixed: bool,
    /// How deep the bullets of the items stand.
    level: Option<u8>,
    /// The line right above, where it may title the item that a labelled time begins.
    head: Option<Flow<'s>>,
    heads: Heads,
    /// Whether each item's time stands below it.
    below: bool,
    /// Whether each item's title is a heading right above its time.
    above: bool,
    /// The tracks that stand side by side from here on.
    tracks: Option<Tracks<'s>>,
    /// The items of several tracks that the last time began.
    side: Vec<Open<'s>>,
}

impl<'w, 's> ListReader<'w, 's> {
    pub fn new(who: &'w Who<'w>, mode: Mode, headed: bool, lines: &[Line<'s>]) -> Self {
        let labelled = |l: &&Line| who.labelled(List::AgendaColumnTime, l.text()).is_some();
        ListReader {
            who,
            headed,
            mode,
            tight: is_tight(lines, who),
            days: Vec::new(),
            day: None,
            slots: Vec::new(),
            used: Vec::new(),
            open: None,
            last_number: None,
            close_set: false,
            nested: false,
            one_label: lines.iter().filter(labelled).count() == 1,
            dated: false,
            same_number: is_all_ones(lines),
            bare_numbers: mode == Mode::Numbered && is_bare_numbered(lines),
            lasting_list: mode == Mode::Lasting && is_lasting_list(lines, who),
            mixed: is_mixed(lines, who),
            level: None,
            head: None,
            heads: Heads::of(lines, who),
            below: mode == Mode::Timed && run::is_below(lines, who),
            above: run::is_headed(lines, who),
            tracks: None,
            side: Vec::new(),
        }
    }

    /// Reads one line; whether the run may go on behind it.
    pub fn line(&mut self, line: &Line<'s>, ahead: Ahead) -> bool {
        if self.below {
            return self.over_time(line, ahead);
        }
        let first =
            line.first || self.bare_numbers || matches!(self.mode, Mode::Timed | Mode::Called(_));
        // `Date: 4 May` and `Time: 9:00-12:00` below it say when the meeting was.
        let of_meeting = std::mem::replace(&mut self.dated, is_dated(line, self.who));
        if of_meeting && self.one_label && self.is_label(line) {
            return true;
        }
        let head = self.head.take();
        if self.beside(line) {
            self.used.push(line.unit);
            return true;
        }
        if first && let Some(mut slot) = self.begin(line) {
            if self.ends_open(&slot) {
                return true;
            }
            self.close();
            if !slot.number.is_empty() {
                self.last_number = Some(slot.number.value.clone());
            }
            if let Some(head) = head.as_ref().filter(|_| self.above) {
                under_heading(&mut slot, head, self.who);
            } else if let Some(head) = head.filter(|_| slot.title.is_empty() && self.is_label(line))
            {
                fill_title(&mut slot, &head, self.who);
            }
            self.used.push(line.unit);
            let mut open = Open::new(slot);
            open.ends_with(&line.flow, self.who);
            self.open = Some(open);
            return true;
        }
        if line.first
            && line.number.is_none()
            && let Some(day) = days::day_line(&line.flow, self.who)
        {
            self.close();
            self.used.push(line.unit);
            self.push_day(day);
            return true;
        }
        if self.above && matches!(line.kind, UnitKind::Heading(_)) {
            self.close();
            self.used.push(line.unit);
            self.head = Some(line.flow.clone());
            return true;
        }
        if let Some(tracks) = self.tracks.as_ref().filter(|_| !self.side.is_empty())
            && tracks.below(&mut self.side, line, self.who)
        {
            self.used.push(line.unit);
            return true;
        }
        if ahead.titles && line.text().len() <= LONGEST_HEAD && !self.who.presents(line.text()) {
            self.head = Some(line.flow.clone());
        }
        if self.open.is_none() {
            return true;
        }
        if self.heads_items(line, ahead) {
            self.close();
            return true;
        }
        let stays = self.attach(line, ahead);
        if stays && self.used.last() != Some(&line.unit) {
            self.used.push(line.unit);
        }
        stays
    }

    /// Whether a line stands over items instead of belonging to the one above it.
    fn heads_items(&self, line: &Line, ahead: Ahead) -> bool {
        // Where durations or bullets tell the items apart, a short line of its own heads those below it.
        let listed = matches!(self.mode, Mode::Lasting | Mode::Bulleted);
        let short = line.gap > 0 && !line.bullet && line.text().len() <= LONGEST_HEAD;
        if listed && short && ahead.inside && !self.who.presents(line.text()) {
            return true;
        }
        // Over numbered items a time alone heads all that follow.
        let time = lead(&line.flow, self.who).filter(|l| l.rest.is_empty());
        self.mode == Mode::Numbered
            && (time.is_some() || line.number.is_none() && tail_of(line, self.who).is_some())
    }

    /// Takes a lone time right below a lone time as its end: whether it is.
    fn ends_open(&mut self, slot: &Slot<'s>) -> bool {
        let bare = |s: &Slot| s.title.is_empty() && s.presenters.is_empty();
        let Some(open) = self.open.as_mut().filter(|o| bare(&o.slot) && bare(slot)) else {
            return false;
        };
        let (Some((printed, start)), Some((end_printed, end))) = (&mut open.slot.time, &slot.time)
        else {
            return false;
        };
        if start.end.is_some() || end.end.is_some() {
            return false;
        }
        printed.append(" ", end_printed);
        start.end = Some(end.start);
        start.end_marked = end.start_marked;
        start.clock24 |= end.clock24;
        true
    }

    /// Ends the item being read.
    pub fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            if open.wrapped {
                // What stands behind a title may be on its last line.
                let title = std::mem::take(&mut open.slot.title);
                fill_title(&mut open.slot, &title, self.who);
            }
            self.slots.push(open.slot);
        }
        self.slots.extend(self.side.drain(..).map(|open| open.slot));
    }

    /// Makes a head the day of what follows.
    pub fn push_day(&mut self, day: DayHead) {
        self.days.push(day);
        self.day = Some(self.days.len() - 1);
    }

    /// Whether anything was read.
    pub fn has_read(&self) -> bool {
        !self.slots.is_empty() || self.open.is_some() || !self.side.is_empty()
    }

    /// Adds what a table holds.
    pub fn add(&mut self, reading: GridReading<'s>, unit: usize) {
        if let Some(open) = &mut self.open {
            reading
                .above
                .into_iter()
                .for_each(|slot| more(&mut open.slot, slot));
        }
        self.close();
        self.used.push(unit);
        let several = reading.slots.len() > 1;
        let mut heads = reading.days.into_iter().peekable();
        for (i, mut slot) in reading.slots.into_iter().enumerate() {
            while let Some((_, head)) = heads.next_if(|(at, _)| *at <= i) {
                self.push_day(head);
            }
            slot.day = self.day;
            self.slots.push(slot);
        }
        // Lines right below a table belong to its last row.
        if let Some(slot) = self.slots.pop() {
            self.open = Some(Open {
                of_table: several,
                ..Open::new(slot)
            });
        }
        for (_, head) in heads {
            self.push_day(head);
        }
    }

    /// Reads a table whose rows are lines: time and title share the first cell. Whether it has such rows.
    pub fn rows(&mut self, grid: &Grid<'s>, line: &Line<'s>) -> bool {
        let rows = || grid.header.iter().chain(&grid.rows);
        let leads = |r: &&Row| r.cells.first().is_some_and(|c| lead(c, self.who).is_some());
        if rows().filter(leads).count() * 2 < rows().count().max(1) {
            return false;
        }
        for row in rows() {
            let mut cells = row.cells.iter().filter(|c| !c.is_empty());
            let first = cells.next().map(|c| Line {
                flow: c.clone(),
                kind: UnitKind::Paragraph,
                ..line.clone()
            });
            if first.is_none_or(|l| !self.line(&l, Ahead::default())) {
                continue;
            }
            if let Some(open) = &mut self.open {
                cells.for_each(|c| place(&mut open.slot, c, self.who));
            }
        }
        true
    }

    /// The item that a line begins.
    fn begin(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        match self.mode {
            Mode::Timed => self.timed(line).or_else(|| self.numbered_among_times(line)),
            Mode::Numbered => self.numbered(line).or_else(|| self.pause(line)),
            Mode::Lasting => self.lasting(line),
            Mode::Bulleted => self.bulleted(line),
            Mode::Called(how) => self.called(line, how),
        }
    }

    fn timed(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        let labelled = self
            .who
            .labelled(List::AgendaColumnTime, text)
            .filter(|_| self.headed);
        let from = labelled.unwrap_or(0);
        let line_lead = lead(&line.flow.slice(from..text.len()), self.who).map(|l| l.shifted(from));
        let lead = line_lead.or_else(|| tail_of(line, self.who))?;
        if let Some(day) = lead.day {
            self.push_day(day);
        }
        let mut slot = self.slot(line, "agenda-lines");
        slot.time = Some((line.flow.cell(lead.printed.clone()), lead.span));
        let rest = match lead.label {
            // `Session 1 (9:00-10:30): Maps`
            // `Lunch 12:30-13:30 Dining Hall`
            Some(label)
                if self.is_place(&line.flow.slice(lead.rest.clone()), text, &lead.printed) =>
            {
                begin_title(&mut slot, &line.flow.slice(label), self.who);
                slot.location = line.flow.cell(lead.rest);
                return Some(slot);
            }
            Some(label) => {
                let mut whole = line.flow.slice(label);
                whole.join(&line.flow.slice(lead.rest));
                begin_title(&mut slot, &whole, self.who);
                return Some(slot);
            }
            None => line.flow.slice(lead.rest),
        };
        let columns = line::columns(&rest, self.who);
        let columns: Vec<Flow> = columns.into_iter().map(|c| rest.slice(c)).collect();
        let at = self.heads.title(&columns, self.who);
        let Some(title) = columns.get(at) else {
            return Some(slot);
        };
        begin_title(&mut slot, title, self.who);
        self.heads.place(&mut slot, &columns, at, self.who);
        Some(slot)
    }

    /// Whether what stands behind a time inside a line is where the item takes place: no bracket closes before it, and
    /// the line does not go on as a title does.
    fn is_place(&self, rest: &Flow, line: &str, time: &Range<usize>) -> bool {
        let enclosed = line[..time.start].ends_with(['(', '[']);
        let titled = line[time.end..].trim_start().starts_with(':');
        !enclosed
            && !titled
            && rest.as_str().split(' ').count() <= 5
            && !self.who.presents(rest.as_str())
    }

    /// A break with a duration among items with numbers.
    fn pause(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let slot = self.lasting(line).filter(|_| line.first && !line.bullet)?;
        matches!(
            kind::kind(slot.title.as_str(), self.who.lexicon),
            "break" | "meal"
        )
        .then_some(slot)
    }

    fn numbered(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        let (number, at) = match &line.number {
            Some(number) => (number.clone(), 0),
            None if self.bare_numbers && bare_number(text).is_some() => {
                let (_, at) = bare_number(text)?;
                (line.flow.cell(0..text[..at].trim_end().len()), at)
            }
            None if lone_number(text, self.who).is_some() => {
                let range = lone_number(text, self.who)?;
                (line.flow.cell(range), text.len())
            }
            None => {
                let (range, at) = item_number(text, self.who)?;
                (line.flow.cell(range), at)
            }
        };
        let sentence = text.ends_with('.') && text.len() > 60;
        self.nested |= number.value.contains('.');
        let apart = line.gap > 0 && self.close_set && !self.nested;
        let again = self.same_number && self.last_number.as_deref() == Some(&number.value);
        let next = again || follows(self.last_number.as_deref(), &number.value);
        if !next || sentence || apart {
            return None;
        }
        self.close_set |= line.gap == 0 && self.last_number.is_some();
        self.last_number = Some(number.value.clone());
        let mut slot = self.slot(line, "agenda-numbers");
        slot.number = number;
        begin_title(&mut slot, &line.flow.slice(at..text.len()), self.who);
        Some(slot)
    }

    /// An item with a number and no time, where others have both. What a time alone began has its title still to come.
    fn numbered_among_times(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let untitled = self.open.as_ref().is_some_and(|o| o.slot.title.is_empty());
        if !self.mixed || !line.first || untitled {
            return None;
        }
        self.numbered(line)
    }

    fn bulleted(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let outermost = *self.level.get_or_insert(line.level);
        if !line.bullet || line.level > outermost {
            return None;
        }
        let mut slot = self.slot(line, "agenda-bullets");
        begin_title(&mut slot, &line.flow, self.who);
        Some(slot)
    }

    fn lasting(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        let mut slot = self.slot(line, "agenda-durations");
        if parts(text, self.who).duration.is_some() {
            fill_title(&mut slot, &line.flow, self.who);
            return Some(slot);
        }
        // Among items that last, no sign need stand before the minutes: `Coffee 20 minutes`.
        let Some((at, minutes)) = bare_duration(text, self.who) else {
            let listed = self.lasting_list.then(|| self.bulleted(line)).flatten();
            return listed;
        };
        slot.duration = Some((line.flow.spans(at..text.len()), minutes));
        fill_title(&mut slot, &line.flow.slice(0..at).trim(), self.who);
        Some(slot)
    }

    /// A line that calls itself an item, or any line where each is one.
    fn called(&self, line: &Line<'s>, how: Called) -> Option<Slot<'s>> {
        let text = line.text();
        let title = || {
            how == Called::Each
                && text.len() <= LONGEST_HEAD
                && !text.starts_with(char::is_lowercase)
                && !text.ends_with('.')
                && self.who.role(text).is_none()
                && !self.who.presents(text)
                && days::day_line(&line.flow, self.who).is_none()
        };
        let plain = !line.bullet && line.number.is_none();
        if !plain || !called::is_item(text, self.who) && !title() {
            return None;
        }
        let mut slot = self.slot(line, "agenda-called");
        begin_title(&mut slot, &line.flow, self.who);
        Some(slot)
    }

    fn slot(&self, line: &Line<'s>, rule: &'static str) -> Slot<'s> {
        let number = line.number.clone().unwrap_or_default();
        Slot {
            number,
            day: self.day,
            rule,
            ..Slot::default()
        }
    }

    /// Whether a line's time stands behind a label.
    fn is_label(&self, line: &Line) -> bool {
        let labelled = self.who.labelled(List::AgendaColumnTime, line.text());
        self.headed && labelled.is_some()
    }

    /// Gives a line to the item above it; `false` where it cannot belong to it.
    fn attach(&mut self, line: &Line<'s>, ahead: Ahead) -> bool {
        let (who, tight) = (self.who, self.tight);
        let Some(open) = self.open.as_mut() else {
            return false;
        };
        let text = line.text();
        let person = who.role(text).is_some() || who.presents(text);
        let heading = matches!(line.kind, UnitKind::Heading(_)) && !person;
        let complete = !open.slot.title.is_empty();
        // What stands apart goes on with the item only between two items.
        let apart = line.gap > 0 && (open.of_table || tight && !ahead.inside);
        let long = text.len() > PROSE && !(self.headed && ahead.inside);
        let session = self.headed && is_session(text, who);
        if complete && (apart || heading || long || session) {
            open.ended = true;
        }
        if open.ended {
            return false;
        }
        if line.gap > 0 && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()) {
            // The number of a page.
            return true;
        }
        let parts = self.heads.below(&line.flow, who);
        if complete && !parts.is_empty() {
            parts
                .iter()
                .for_each(|(role, part)| open.below(*role, part, who));
            return true;
        }
        // The room may stand between a time and its title.
        let room = who.names_room(text)
            && !text.contains(',')
            && kind::kind(text, who.lexicon) == kind::ANY;
        if !complete && ahead.more && open.slot.location.is_empty() && room {
            open.slot.location = line.flow.whole();
            return true;
        }
        if !complete {
            open.titled_below = true;
            let at = title_label(text, who).unwrap_or(0);
            fill_title(&mut open.slot, &line.flow.slice(at..text.len()), who);
            return true;
        }
        let first_below = open.last == Place::Title && !open.wrapped;
        if self.heads.presents_below() && first_below && !text.ends_with('.') {
            open.slot.presenters.push(line.flow.clone());
            open.last = Place::Presenters;
            return true;
        }
        let short = text.len() <= LONGEST_HEAD && !line.bullet && !open.titled_below;
        if line.gap > 0 && ahead.titles && short && !who.presents(text) {
            return true;
        }
        if !line.first
            && open.names_on(text, who)
            && let Some(people) = open.slot.presenters.last_mut()
        {
            people.join(&line.flow);
            open.last = Place::Presenters;
            open.people_to = text.len();
            return true;
        }
        let plain = !line.bullet && line.number.is_none();
        let whole = plain && line.gap == 0 && open.names_part_of(text, who);
        let below = plain && line.gap == 0 && open.leads_to(text);
        let cut = whole || below || plain && open.is_unfinished(who);
        if cut || !line.first && wraps(open, text, who) {
            open.carry_on(&line.flow);
            return true;
        }
        open.take(line, who);
        open.ends_with(&line.flow, who);
        true
    }
}

/// `SESSION II:`, which stands over the items of a part.
fn is_session(text: &str, who: &Who) -> bool {
    let label = who.lexicon.list(List::SessionLabel).starts(text);
    let number = label.map(|len| text[len..].trim_matches([' ', ':', '.']));
    let roman = |n: &str| n.chars().all(|c| "IVX".contains(c));
    let digits = |n: &str| n.chars().all(|c| c.is_ascii_digit());
    number.is_some_and(|n| (1..=4).contains(&n.len()) && (roman(n) || digits(n)))
}

/// `Date: 17 August 2022`.
fn is_dated(line: &Line, who: &Who) -> bool {
    let at = who.labelled(List::AgendaColumnDay, line.text());
    at.is_some_and(|at| days::date(&line.text()[at..], who).is_some())
}

/// Where a title begins behind a label for titles: `Topic: Maps`. `Presentation: Maps` says what the item is.
fn title_label(text: &str, who: &Who) -> Option<usize> {
    let at = who.labelled(List::AgendaColumnTitle, text)?;
    (kind::kind(&text[..at], who.lexicon) == kind::ANY).then_some(at)
}
