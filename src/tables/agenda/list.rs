//! Programme lines that are no table: lines and bullets led by times, times on lines of their own, durations, numbers.

mod aside;
mod begin;
mod table;
mod told;

use super::days;
use super::fill::fill_title;
use super::heads::Heads;
use super::item::{Open, Place, wraps};
use super::kind;
use super::line::{Line, PROSE, lead};
use super::parallel::Tracks;
use super::people::surnames;
use super::run::{
    self, Ahead, Mode, are_lasting_items, is_all_ones, is_bare_numbered, is_lasting_list, is_mixed,
    is_tight, tail_of,
};
use super::slot::{DayHead, Slot};
use super::talk::talk_in_columns;
use super::title;
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::outline::UnitKind;
use crate::tables::participants::heads_who_came;
use aside::under_heading;
use told::{
    heads_outcomes, heads_people, heads_session, is_aside, is_dated, is_session, title_label,
};

/// The rule of items that say how long they last.
const LASTING: &str = "agenda-durations";

/// What stands behind the last hour of a day and titles nothing.
const HOUR_SIGNS: [&str; 4] = ["h", "hs", "hrs", "horas"];

/// So many titles below people, of more than so many words, tell that what stands there is one.
const TITLES_BELOW: usize = 2;
const SURE_TITLE: usize = 4;

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
    /// Lines since the head of the last day.
    since_day: usize,
    /// Whether the last day is the one that the heading over the lines names.
    of_heading: bool,
    pub slots: Vec<Slot<'s>>,
    /// The units that were read.
    pub used: Vec<usize>,
    open: Option<Open<'s>>,
    last_number: Option<String>,
    /// Whether a day's head stood behind the last item: numbers may begin again.
    fresh_day: bool,
    /// Whether numbered items stood on lines next to each other.
    close_set: bool,
    /// Whether a list that counts anew below an item has just ended: some count its numbers with their own.
    resumed: bool,
    /// Whether a blank line parted two of them.
    spread: bool,
    /// Whether numbers of two levels, `2` and `2.1`, part the items into groups.
    nested: bool,
    /// How many titles of some words stood below whoever presents.
    below_people: usize,
    /// Whether every item is printed with the number 1, for a program to count.
    same_number: bool,
    /// Whether a full stop ends the titles of numbered items.
    stopped: bool,
    /// Whether no sign stands behind the numbers.
    bare_numbers: bool,
    /// Whether most bullets say how long they last.
    lasting_list: bool,
    /// Whether most lines below the times say how long they last.
    lasting_parts: bool,
    /// Whether most items with numbers say how long they last.
    lasting_items: bool,
    /// Whether a label stands before one time only.
    one_label: bool,
    /// Whether the line right above was a label with a date.
    dated: bool,
    /// Whether some lines have both a number and a time.
    mixed: bool,
    /// Whether numbers begin again below each time.
    anew: bool,
    /// How deep the bullets or the numbers of the items stand.
    level: Option<u8>,
    /// How deep the last item with a row stands.
    row_level: u8,
    /// How deep a list of its own below an item stands, while it is read.
    inner: Option<u8>,
    /// The line right above, where it may title the item that a labelled time begins.
    head: Option<Flow<'s>>,
    heads: Heads,
    /// Whether each item's time stands below it.
    below: bool,
    /// Whether headings over parts of the items leave their numbers to count on.
    parted: bool,
    /// Whether the rows of a table are set a cell a line, the time behind the title.
    torn: bool,
    /// Whether each item's title is a heading right above its time.
    above: bool,
    /// The tracks that stand side by side from here on.
    tracks: Option<Tracks<'s>>,
    /// The items of several tracks that the last time began.
    side: Vec<Open<'s>>,
    /// Whether days stand side by side, so that the items are to be put in order.
    by_day: bool,
    /// The track whose items are being read, with its room.
    track: Option<(Flow<'s>, Option<Flow<'s>>)>,
    /// The item over the tracks, by index.
    block: Option<usize>,
}

impl<'w, 's> ListReader<'w, 's> {
    pub fn new(who: &'w Who<'w>, mode: Mode, headed: bool, lines: &[Line<'s>]) -> Self {
        let timed = mode == Mode::Timed;
        let anew = timed && run::counts_anew(lines, who);
        let labelled = |l: &&Line| who.labelled(List::AgendaColumnTime, l.text()).is_some();
        ListReader {
            who,
            headed,
            mode,
            tight: is_tight(lines, who),
            days: Vec::new(),
            day: None,
            since_day: 0,
            of_heading: false,
            slots: Vec::new(),
            used: Vec::new(),
            open: None,
            last_number: None,
            fresh_day: false,
            close_set: false,
            spread: false,
            nested: false,
            resumed: false,
            one_label: lines.iter().filter(labelled).count() == 1,
            dated: false,
            below_people: 0,
            same_number: is_all_ones(lines),
            bare_numbers: mode == Mode::Numbered && is_bare_numbered(lines),
            stopped: mode == Mode::Numbered && headed && run::are_stopped(lines),
            lasting_parts: timed && run::are_lasting_parts(lines, who),
            lasting_items: mode == Mode::Numbered && are_lasting_items(lines, who),
            lasting_list: mode == Mode::Lasting && is_lasting_list(lines, who),
            mixed: anew || is_mixed(lines, who) || timed && run::counts_on(lines, who),
            anew,
            level: None,
            row_level: 0,
            inner: None,
            head: None,
            heads: Heads::of(lines, who),
            below: timed && run::is_below(lines, who),
            parted: mode == Mode::Numbered && run::counts_under_heads(lines),
            torn: timed && run::is_torn(lines, who),
            above: run::is_headed(lines, who),
            tracks: None,
            side: Vec::new(),
            by_day: false,
            track: None,
            block: None,
        }
    }

    /// Reads one line; whether the run may go on behind it.
    pub fn line(&mut self, line: &Line<'s>, ahead: Ahead) -> bool {
        self.since_day += 1;
        if self.torn {
            return self.cell(line, ahead);
        }
        if self.below {
            return self.over_time(line, ahead);
        }
        let first =
            line.first || self.bare_numbers || matches!(self.mode, Mode::Timed | Mode::Called(_));
        let first = first || self.lasts_below(line);
        // `Date: 4 May` and `Time: 9:00-12:00` below it say when the meeting was.
        let of_meeting = std::mem::replace(&mut self.dated, is_dated(line, self.who));
        if of_meeting && self.one_label && self.is_label(line) {
            return true;
        }
        if self.begins_again(line) {
            self.close();
            return false;
        }
        let head = self.head.take();
        if self.beside(line) || self.heads_part(line) {
            self.used.push(line.unit);
            return true;
        }
        if first && let Some(mut slot) = self.begin(line) {
            if self.ends_open(&slot) {
                return true;
            }
            self.take_start(&mut slot, line);
            self.close();
            self.in_track(&mut slot);
            // The letter of a part that lasts counts on its own.
            let part = self.mode == Mode::Numbered && slot.rule == LASTING;
            if !slot.number.is_empty() && !part {
                self.last_number = Some(slot.number.value.clone());
            }
            if let Some(head) = head.as_ref().filter(|_| self.above) {
                under_heading(&mut slot, head, self.who);
            } else if let Some(head) = head.filter(|_| slot.title.is_empty() && self.is_label(line))
            {
                fill_title(&mut slot, &head, self.who);
            }
            self.used.push(line.unit);
            self.row_level = line.level;
            let mut open = Open::new(slot);
            open.ends_with(&line.flow, self.who);
            self.open = Some(open);
            return true;
        }
        if let Some(day) = self.day_of(line, ahead) {
            self.close();
            self.used.push(line.unit);
            self.push_day(day);
            self.fresh_day = true;
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
        if self.heads_track(line, ahead) {
            self.used.push(line.unit);
            return true;
        }
        if ahead.titles && line.text().len() <= LONGEST_HEAD && !self.who.presents(line.text()) {
            self.head = Some(line.flow.clone());
        }
        if self.open.is_none() {
            return true;
        }
        if self.heads_items(line, ahead) || heads_outcomes(line, self.row_level, self.who) {
            self.close();
            return true;
        }
        let stays = self.attach(line, ahead);
        if stays && self.used.last() != Some(&line.unit) {
            self.used.push(line.unit);
        }
        stays
    }

    /// Whether a line inside a paragraph says how long it lasts, as the item above it did: the layout joined it to the people
    /// of that one.
    fn lasts_below(&self, line: &Line) -> bool {
        let above = self.open.as_ref().map(|o| &o.slot);
        self.mode == Mode::Lasting
            && above.is_some_and(|s| s.duration.is_some())
            && line
                .text()
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && (!self.who.presents(line.text()) || self.who.role(line.text()).is_some())
            && title::lasts(line.text(), self.who)
    }

    /// The day that a line heads. Inside a paragraph the line must number or date it, an item right below.
    fn day_of(&self, line: &Line, ahead: Ahead) -> Option<DayHead> {
        let inside = || self.mode == Mode::Timed && ahead.next_start.is_some();
        if line.number.is_some() || !line.first && !inside() {
            return None;
        }
        let told =
            |d: &DayHead| d.number.is_some() || d.date.is_some_and(|d| d.start.day.is_some());
        days::day_line(&line.flow, self.who).filter(|d| line.first || told(d))
    }

    /// Whether a line is the first item again: what was said about it follows.
    fn begins_again(&self, line: &Line) -> bool {
        let first = self.slots.first().filter(|_| self.mode == Mode::Numbered);
        first.is_some_and(|slot| {
            let title = slot.title.as_str();
            let number = line.number.as_ref().map(|n| n.value.as_str());
            let told = line.text().get(..title.len());
            !title.is_empty()
                && number == Some(slot.number.value.as_str())
                && told.is_some_and(|t| t.eq_ignore_ascii_case(title))
        })
    }

    /// Whether a line stands over items instead of belonging to the one above it.
    fn heads_items(&self, line: &Line, ahead: Ahead) -> bool {
        // Where durations or bullets tell the items apart, a short line of its own heads those below it.
        let listed = matches!(self.mode, Mode::Lasting | Mode::Bulleted);
        let short = line.gap > 0 && !line.bullet && line.text().len() <= LONGEST_HEAD;
        if listed && short && ahead.inside && !self.who.presents(line.text()) {
            return true;
        }
        // Over numbered items a time alone, or a part of the day, heads all that follow.
        let part = || {
            let parts = self.who.lexicon.map(Map::PartOfDay);
            line.gap > 0 && line.number.is_none() && parts.starts(line.text()).is_some()
        };
        if self.mode == Mode::Numbered && part() {
            return true;
        }
        // `Items for decision:` over the next number.
        let text = line.text();
        let group = line.number.is_none() && text.ends_with(':') && text.len() <= LONGEST_HEAD;
        let last = self
            .last_number
            .as_ref()
            .and_then(|n| n.trim_end_matches(['.', ')']).parse::<u32>().ok());
        let next = last.is_some() && ahead.next_number == last.map(|n| n + 1);
        if self.mode == Mode::Numbered && group && next {
            return true;
        }
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

    /// Ends the reading.
    pub fn finish(&mut self) {
        self.close();
        if self.by_day {
            self.slots.sort_by_key(|s| s.day);
        }
    }

    /// Gives a time behind a dash the start that stands alone on the line above it: `8:30` over `- 8:55 Welcome`.
    fn take_start(&mut self, slot: &mut Slot<'s>, line: &Line<'s>) {
        let before = self.who.source.get(..line.flow.source_start() as usize);
        let dash = before.is_some_and(|b| b.trim_end().ends_with(['-', '\u{2013}', '\u{2014}']));
        let bare = |o: &&Open| o.slot.title.is_empty() && o.slot.presenters.is_empty();
        let open = self.open.as_ref().filter(bare);
        let Some((Some((start, at)), Some((end, until)))) = open
            .filter(|_| dash && line.gap == 0)
            .map(|o| (&o.slot.time, &mut slot.time))
        else {
            return;
        };
        if at.end.is_some() || until.end.is_some() || until.start.minutes() <= at.start.minutes() {
            return;
        }
        let mut printed = start.clone();
        printed.append(" ", end);
        *end = printed;
        until.end = Some(until.start);
        until.end_marked = until.start_marked;
        until.start = at.start;
        until.start_marked = at.start_marked;
        self.open = None;
    }

    /// Ends the item being read.
    pub fn close(&mut self) {
        let open = self.open.take().into_iter();
        for mut open in open.chain(self.side.drain(..)) {
            if open.wrapped {
                // What stands behind a title may be on its last line.
                let title = std::mem::take(&mut open.slot.title);
                fill_title(&mut open.slot, &title, self.who);
            }
            // `Friday 21, from 9:30 to 14 h.` says how long the day is.
            let sign = open.slot.title.as_str().trim_end_matches('.');
            if !HOUR_SIGNS.contains(&sign) {
                self.slots.push(open.slot);
            }
        }
    }

    /// Makes a head the day of what follows. `Day 1` and below it `Monday, 4 June` are one head; of a heading's day
    /// nothing is left where another head comes before its first item.
    pub fn push_day(&mut self, day: DayHead) {
        let unused = self.day.filter(|d| !self.has_items_of(*d));
        let near = std::mem::take(&mut self.since_day) <= 1;
        let last = unused.filter(|_| near);
        let last = last.and_then(|d| self.days.get_mut(d));
        if let Some(last) = last.filter(|l| l.completes(&day)) {
            last.add(day);
            return;
        }
        if self.of_heading && unused.is_some() {
            self.days.pop();
        }
        self.of_heading = false;
        self.days.push(day);
        self.day = Some(self.days.len() - 1);
    }

    /// Takes the day that the heading over the lines names.
    pub fn head_day(&mut self, day: DayHead) {
        self.push_day(day);
        self.of_heading = true;
    }

    /// Goes on with the last of the days that an agenda was parted in.
    pub fn go_on(&mut self, days: Vec<DayHead>) {
        self.day = days.len().checked_sub(1);
        self.days = days;
    }

    /// Whether an item of a day was read.
    fn has_items_of(&self, day: usize) -> bool {
        let open = self.open.iter().map(|o| &o.slot);
        let side = self.side.iter().map(|o| &o.slot);
        let mut all = open.chain(side).chain(self.slots.last());
        all.any(|s| s.day == Some(day))
    }

    /// Whether anything was read.
    pub fn has_read(&self) -> bool {
        !self.slots.is_empty() || self.open.is_some() || !self.side.is_empty()
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
        if open.awaits_title(line, self.below_people >= TITLES_BELOW, who) {
            self.below_people += usize::from(text.split(' ').count() > SURE_TITLE);
            open.slot.title = line.flow.clone();
            open.titled_below = true;
            return true;
        }
        let person = who.role(text).is_some() || who.presents(text) || who.role_word(text);
        let explains = who.annotated && ahead.inside && self.mode == Mode::Numbered;
        // `Panel on nets` over its people is a part of the item whose time is running.
        let of_session = || who.lexicon.list(List::SessionLabel).starts(text).is_some();
        let part = ahead.inside && ahead.over_people && !of_session();
        // `Discussion led by A. Novak` may stand apart, as a heading does.
        let led = || who.role_by(text).is_some();
        let heading = matches!(line.kind, UnitKind::Heading(_)) && !person && !explains && !part;
        let heading = heading && !led();
        let complete = !open.slot.title.is_empty() && !is_aside(open.slot.title.as_str());
        // Behind the last item those who came are told of.
        let came = || !ahead.inside && heads_who_came(who.lexicon, text);
        let heading = heading || came() || !ahead.inside && line.gap > 0 && heads_people(text, who);
        // What stands apart goes on with the item only between two items.
        let listed = || open.last == Place::Presenters && who.presents(text) && who.is_sure(text);
        let apart = line.gap > 0 && (open.of_table || tight && !ahead.inside && !listed());
        let long = text.len() > PROSE && !(self.headed && ahead.inside);
        let session = self.headed && is_session(text, who) || heads_session(line, ahead, open, who);
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
        let beside = open.last == Place::Talk;
        if complete
            && !open.is_unfinished(who)
            && let Some(talk) = talk_in_columns(line, &open.slot, beside, who)
        {
            open.slot.talks.push(talk);
            open.last = Place::Talk;
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
            if let Some(number) = line.number.as_ref().filter(|_| self.mixed && line.first) {
                open.slot.number = number.clone();
                self.last_number = Some(number.value.clone());
            }
            let at = title_label(text, who).unwrap_or(0);
            let aside = std::mem::take(&mut open.slot.title);
            open.slot.details.append(" ", &aside.whole());
            fill_title(&mut open.slot, &line.flow.slice(at..text.len()), who);
            open.ends_with(&line.flow, who);
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
        let plain = !line.bullet && line.number.is_none();
        let surname = || plain && line.gap == 0 && open.names_end(text, who);
        if (!line.first && open.names_on(text, who) || surname())
            && let Some(people) = open.slot.presenters.last_mut()
        {
            people.join(&line.flow);
            open.last = Place::Presenters;
            open.people_to = text.len();
            return true;
        }
        let whole = plain && line.gap == 0 && open.names_part_of(text, who);
        let below = plain && line.gap == 0 && open.leads_to(text, who);
        let open_end = || open.is_unfinished(who) && surnames(text, who).is_none();
        let cut = whole || below || plain && open_end();
        if cut || !line.first && wraps(open, text, who) {
            open.carry_on(&line.flow);
            return true;
        }
        open.take(line, who);
        open.ends_with(&line.flow, who);
        true
    }
}
