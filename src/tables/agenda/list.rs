//! Programme lines that are no table: lines and bullets led by times, times on lines of their own, durations, numbers.

use super::grid::GridReading;
use super::line::{Line, PROSE, lead, tail};
use super::number::{follows, item_number};
use super::slot::{DayHead, Slot, Talk};
use super::title::{Parts, parts};
use super::who::Who;
use super::{days, objective};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::UnitKind;

/// What makes a line an item of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// A time.
    Timed,
    /// A number, with or without a duration.
    Numbered,
    /// A duration.
    Lasting,
}

/// The reading of a run of lines.
pub(super) struct ListReader<'w, 's> {
    who: &'w Who<'w>,
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
}

/// The item being read.
struct Open<'s> {
    slot: Slot<'s>,
    /// Where the last line went.
    last: Place,
    /// Whether a blank line ended it.
    ended: bool,
    /// Whether the title goes on over a line's end.
    wrapped: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Title,
    Presenters,
    Objective,
    Details,
    Talk,
}

impl<'w, 's> ListReader<'w, 's> {
    pub fn new(who: &'w Who<'w>, mode: Mode, lines: &[Line<'s>]) -> Self {
        ListReader {
            who,
            mode,
            tight: is_tight(lines, who),
            days: Vec::new(),
            day: None,
            slots: Vec::new(),
            used: Vec::new(),
            open: None,
            last_number: None,
            close_set: false,
        }
    }

    /// Reads one line; whether the run may go on behind it.
    pub fn line(&mut self, line: &Line<'s>) -> bool {
        let first = line.first || self.mode == Mode::Timed;
        if first && let Some(slot) = self.begin(line) {
            self.close();
            self.used.push(line.unit);
            self.open = Some(Open {
                slot,
                last: Place::Title,
                ended: false,
                wrapped: false,
            });
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
        if self.open.is_none() {
            return true;
        }
        let stays = self.attach(line);
        if stays && self.used.last() != Some(&line.unit) {
            self.used.push(line.unit);
        }
        stays
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
    }

    /// Makes a head the day of what follows.
    pub fn push_day(&mut self, day: DayHead) {
        self.days.push(day);
        self.day = Some(self.days.len() - 1);
    }

    /// Whether anything was read.
    pub fn has_read(&self) -> bool {
        !self.slots.is_empty() || self.open.is_some()
    }

    /// Adds what a table holds.
    pub fn add(&mut self, reading: GridReading<'s>, unit: usize) {
        self.close();
        self.used.push(unit);
        let mut heads = reading.days.into_iter().peekable();
        for (i, mut slot) in reading.slots.into_iter().enumerate() {
            while let Some((_, head)) = heads.next_if(|(at, _)| *at <= i) {
                self.push_day(head);
            }
            slot.day = self.day;
            self.slots.push(slot);
        }
        for (_, head) in heads {
            self.push_day(head);
        }
    }

    /// The item that a line begins.
    fn begin(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        match self.mode {
            Mode::Timed => self.timed(line),
            Mode::Numbered => self.numbered(line),
            Mode::Lasting => self.lasting(line),
        }
    }

    fn timed(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        let lead = lead(&line.flow, self.who).or_else(|| {
            let headed = line.first && !text.ends_with('.') && text.len() < 160;
            tail(text, self.who).filter(|_| headed)
        })?;
        if let Some(day) = lead.day {
            self.push_day(day);
        }
        let mut slot = self.slot(line, "agenda-lines");
        slot.time = Some((line.flow.cell(lead.printed.clone()), lead.span));
        let rest = line.flow.slice(lead.rest);
        fill_title(&mut slot, &rest, self.who);
        Some(slot)
    }

    fn numbered(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        let (number, at) = match &line.number {
            Some(number) => (number.clone(), 0),
            None => {
                let (range, at) = item_number(text, self.who)?;
                (line.flow.cell(range), at)
            }
        };
        let sentence = text.ends_with('.') && text.len() > 60;
        let apart = line.gap > 0 && self.close_set;
        if !follows(self.last_number.as_deref(), &number.value) || sentence || apart {
            return None;
        }
        self.close_set |= line.gap == 0 && self.last_number.is_some();
        self.last_number = Some(number.value.clone());
        let mut slot = self.slot(line, "agenda-numbers");
        slot.number = number;
        fill_title(&mut slot, &line.flow.slice(at..text.len()), self.who);
        Some(slot)
    }

    fn lasting(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let parts = parts(line.text(), self.who);
        parts.duration.as_ref()?;
        let mut slot = self.slot(line, "agenda-durations");
        fill_title(&mut slot, &line.flow, self.who);
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

    /// Gives a line to the item above it; `false` where it cannot belong to it.
    fn attach(&mut self, line: &Line<'s>) -> bool {
        let (who, tight) = (self.who, self.tight);
        let Some(open) = self.open.as_mut() else {
            return false;
        };
        let text = line.text();
        let heading = matches!(line.kind, UnitKind::Heading(_));
        let complete = !open.slot.title.is_empty();
        if complete && ((line.gap > 0 && tight) || heading || text.len() > PROSE) {
            open.ended = true;
        }
        if open.ended {
            return false;
        }
        if !complete {
            fill_title(&mut open.slot, &line.flow, who);
            return true;
        }
        if !line.first && wraps(open, text, who) {
            open.carry_on(&line.flow);
            return true;
        }
        open.take(line, who);
        true
    }
}

impl<'s> Open<'s> {
    /// A line that goes on with the one above it.
    fn carry_on(&mut self, flow: &Flow<'s>) {
        match self.last {
            Place::Title => {
                self.slot.title.join(flow);
                self.wrapped = true;
            }
            Place::Presenters => match self.slot.presenters.last_mut() {
                Some(last) => last.join(flow),
                None => self.slot.presenters.push(flow.clone()),
            },
            Place::Talk => {
                if let Some(talk) = self.slot.talks.last_mut() {
                    talk.title.join(flow);
                }
            }
            Place::Objective => self.slot.objective.append(" ", &flow.whole()),
            Place::Details => self.slot.details.append(" ", &flow.whole()),
        }
    }

    /// A line of its own below the item.
    fn take(&mut self, line: &Line<'s>, who: &Who) {
        let text = line.text();
        let slot = &mut self.slot;
        if who.role(text).is_some() && (who.presents(text) || !line.bullet) {
            slot.presenters.push(line.flow.clone());
            self.last = Place::Presenters;
        } else if who.labelled(List::LabelObjective, text).is_some()
            || who.labelled(List::LabelDetails, text).is_some()
        {
            objective::split(&line.flow, slot, who);
            self.last = if slot.details.is_empty() {
                Place::Objective
            } else {
                Place::Details
            };
        } else if let Some(at) = who.labelled(List::LabelLocation, text) {
            slot.location = line.flow.cell(at..text.len());
            self.last = Place::Details;
        } else if let Some(talk) = talk(line, who) {
            slot.talks.push(talk);
            self.last = Place::Talk;
        } else if who.names(text) {
            slot.presenters.push(line.flow.clone());
            self.last = Place::Presenters;
        } else {
            slot.details.append(" ", &line.flow.whole());
            self.last = Place::Details;
        }
    }
}

/// A talk under an item: its title with whoever gives it.
fn talk<'s>(line: &Line<'s>, who: &Who) -> Option<Talk<'s>> {
    let parts = parts(line.text(), who);
    let people = parts
        .presenters
        .first()
        .filter(|_| !parts.title.is_empty())?;
    let until = parts.presenters.last().map_or(people.end, |r| r.end);
    let bullet = line.bullet || line.number.is_some();
    bullet.then(|| Talk {
        title: line.flow.slice(parts.title.clone()).trim(),
        presenters: line.flow.slice(people.start..until).trim(),
    })
}

/// Whether a line further down a unit only wraps: nothing says that it is a line of its own.
fn wraps(open: &Open, text: &str, who: &Who) -> bool {
    if text.starts_with(char::is_lowercase) {
        return true;
    }
    let own = who.presents(text)
        || who.labelled(List::LabelObjective, text).is_some()
        || who.labelled(List::LabelDetails, text).is_some()
        || who.labelled(List::LabelLocation, text).is_some();
    let sentence = open.last == Place::Title
        && text.ends_with('.')
        && !open.slot.title.as_str().contains(". ");
    !own && !sentence && open.last != Place::Presenters
}

/// Title, number, duration, presenters and room of a line.
pub(super) fn fill_title<'s>(slot: &mut Slot<'s>, flow: &Flow<'s>, who: &Who) {
    let Parts {
        number,
        title,
        duration,
        presenters,
        location,
    } = parts(flow.as_str(), who);
    if slot.number.is_empty()
        && let Some(number) = number
    {
        slot.number = flow.cell(number);
    }
    slot.title = flow.slice(title).trim();
    if let Some((at, minutes)) = duration {
        slot.duration.get_or_insert((flow.spans(at), minutes));
    }
    slot.presenters
        .extend(presenters.into_iter().map(|at| flow.slice(at).trim()));
    if let Some(at) = location {
        slot.location = flow.cell(at);
    }
}

/// Whether lines below items stand right below them more often than behind a blank line.
fn is_tight(lines: &[Line], who: &Who) -> bool {
    let mut apart = 0;
    let mut beside = 0;
    let mut seen = false;
    for line in lines.iter().filter(|l| l.first) {
        if lead(&line.flow, who).is_some() {
            seen = true;
        } else if seen && !matches!(line.kind, UnitKind::Heading(_)) {
            seen = false;
            *(if line.gap > 0 {
                &mut apart
            } else {
                &mut beside
            }) += 1;
        }
    }
    beside > 0 || apart < 2
}

/// What a run of lines would be read as.
pub(super) fn mode(lines: &[Line], who: &Who) -> Option<Mode> {
    let timed = lines
        .iter()
        .filter(|l| lead(&l.flow, who).is_some())
        .count();
    let numbered = lines
        .iter()
        .filter(|l| l.first && (l.number.is_some() || item_number(l.text(), who).is_some()))
        .count();
    let lasting = lines
        .iter()
        .filter(|l| l.first && l.text().len() < PROSE && parts(l.text(), who).duration.is_some())
        .count();
    let tailed = lines
        .iter()
        .filter(|l| l.first && tail(l.text(), who).is_some())
        .count();
    if timed >= 2 && timed * 2 >= numbered || timed + tailed >= 2 && (timed + tailed) * 2 > numbered
    {
        Some(Mode::Timed)
    } else if numbered >= 2 {
        Some(Mode::Numbered)
    } else if lasting >= 2 {
        Some(Mode::Lasting)
    } else if timed + tailed == 1 {
        Some(Mode::Timed)
    } else {
        None
    }
}
