//! Items whose parts stand in other places than behind their times: above them, below headings, beside each other.

use super::super::days;
use super::super::fill::{begin_title, fill_title};
use super::super::item::Open;
use super::super::kind;
use super::super::line::{Line, lead};
use super::super::number::lone_number;
use super::super::parallel::{Tracks, track_line};
use super::super::run::{self, Ahead, Mode};
use super::super::slot::{Slot, Talk};
use super::super::who::Who;
use super::{ListReader, is_session};
use crate::flow::Flow;

impl<'s> ListReader<'_, 's> {
    /// Reads one line where each item's time stands below it.
    pub(super) fn over_time(&mut self, line: &Line<'s>, ahead: Ahead) -> bool {
        self.used.push(line.unit);
        let time = lead(&line.flow, self.who).filter(|l| l.rest.is_empty());
        let day = match &time {
            Some(lead) => lead.day.clone(),
            None => days::day_line(&line.flow, self.who),
        };
        if let Some(day) = day {
            // `Tuesday 4 May, 9:00 to 17:30` heads the day and is none of its items.
            self.open = None;
            self.push_day(day);
        } else if let Some(lead) = time {
            if let Some(open) = &mut self.open {
                open.slot.time = Some((line.flow.cell(lead.printed), lead.span));
            }
            self.close();
        } else if line.gap > 0 || self.open.is_none() {
            // What had no time below it is no item.
            let mut slot = self.slot(line, "agenda-over-times");
            begin_title(&mut slot, &line.flow, self.who);
            self.open = Some(Open::new(slot));
        } else {
            self.attach(line, ahead);
        }
        true
    }

    /// Closes the item above a heading over the next part of the items, whose numbers count on; whether the line is one.
    pub(super) fn heads_part(&mut self, line: &Line<'s>) -> bool {
        let heads = self.parted && run::heads_part(line);
        if heads {
            self.close();
            self.close_set = false;
        }
        heads
    }

    /// Reads one line where it is a cell of a table: its number begins a row, behind its time stands who presents.
    pub(super) fn cell(&mut self, line: &Line<'s>, ahead: Ahead) -> bool {
        let who = self.who;
        let time = lead(&line.flow, who).filter(|l| l.rest.is_empty());
        let session = || {
            let (label, rest) = line.text().split_once(':').unwrap_or((line.text(), ""));
            is_session(label, who) && rest.contains(' ')
        };
        if let Some(number) = lone_number(line.text(), who) {
            self.close();
            let mut slot = self.slot(line, "agenda-cells");
            slot.number = line.flow.cell(number);
            self.open = Some(Open::new(slot));
        } else if let Some(day) = days::day_line(&line.flow, who) {
            self.close();
            self.push_day(day);
        } else if session() && self.open.as_ref().is_some_and(|o| !o.slot.title.is_empty()) {
            // A row over the rows below it.
            self.close();
        } else if let Some(lead) = time {
            if let Some(open) = &mut self.open {
                open.slot.time = Some((line.flow.cell(lead.printed), lead.span));
            }
        } else if let Some(open) = self.open.as_mut().filter(|o| o.slot.time.is_some()) {
            open.slot.presenters.push(line.flow.clone());
        } else if self.open.is_some() {
            self.attach(line, ahead);
        } else {
            return true;
        }
        self.used.push(line.unit);
        true
    }

    /// Reads the heads of tracks, or the items of several tracks at one time: whether a line is such.
    pub(super) fn beside(&mut self, line: &Line<'s>) -> bool {
        if self.mode != Mode::Timed {
            return false;
        }
        if let Some(mut tracks) = Tracks::of(line, self.who) {
            self.close();
            tracks.first_day = self.days.len();
            self.by_day |= !tracks.days.is_empty();
            self.days.extend(tracks.days.iter().cloned());
            self.tracks = Some(tracks);
            return true;
        }
        let Some(lead) = self
            .tracks
            .as_ref()
            .and_then(|_| lead(&line.flow, self.who))
        else {
            return false;
        };
        let mut slot = self.slot(line, "agenda-tracks");
        slot.time = Some((line.flow.cell(lead.printed), lead.span));
        let rest = line.flow.slice(lead.rest);
        let tracks = self.tracks.as_ref();
        let side = tracks.map_or_else(Vec::new, |t| t.items(&slot, &rest, self.who));
        if side.is_empty() {
            return false;
        }
        self.close();
        self.side = side;
        true
    }
}

impl<'s> ListReader<'_, 's> {
    /// Reads a line that heads the items of one of several tracks at a time, or says who has a role in it: whether it does.
    pub(super) fn heads_track(&mut self, line: &Line<'s>, ahead: Ahead) -> bool {
        if self.mode != Mode::Timed {
            return false;
        }
        let text = line.text();
        let role = || self.who.role(text).is_some() && self.who.presents(text);
        if let (None, Some((track, _)), Some(at)) = (&self.open, &self.track, self.block)
            && role()
        {
            let (title, presenters) = (track.clone(), line.flow.clone());
            if let Some(slot) = self.slots.get_mut(at) {
                slot.talks.push(Talk { title, presenters });
            }
            return true;
        }
        // The items of a track stand within the time of the item over all tracks.
        let block = match self.track {
            Some(_) => self.block.and_then(|at| self.slots.get(at)),
            None => self.open.as_ref().map(|o| &o.slot),
        };
        let time = block.and_then(|b| b.time.as_ref()).map(|(_, t)| *t);
        let within = |start: u32| {
            time.is_some_and(|t| {
                let end = t.end.map_or(0, |e| e.minutes());
                (t.start.minutes()..end).contains(&start)
            })
        };
        let track = track_line(line, self.who).filter(|_| ahead.next_start.is_some_and(within));
        let Some(track) = track else {
            return false;
        };
        self.close();
        if self.track.is_none() {
            self.block = self.slots.len().checked_sub(1);
        }
        self.track = Some(track);
        true
    }

    /// Gives an item the track that is being read, unless it comes after all of them.
    pub(super) fn in_track(&mut self, slot: &mut Slot<'s>) {
        let Some((track, room)) = &self.track else {
            return;
        };
        let block = self.block.and_then(|at| self.slots.get(at));
        let end = block
            .and_then(|b| b.time.as_ref()?.1.end)
            .map(|e| e.minutes());
        let start = slot.time.as_ref().map(|(_, t)| t.start.minutes());
        let over = end.zip(start).is_some_and(|(end, start)| start >= end);
        let pause = [
            "break",
            "meal",
            "registration",
            "social",
            "closing",
            "plenary",
        ];
        let all = pause.contains(&kind::kind(slot.title.as_str(), self.who.lexicon));
        if over || all || block.is_some_and(|b| b.day != slot.day) {
            self.track = None;
            return;
        }
        slot.track = track.whole();
        if let Some(room) = room.as_ref().filter(|_| slot.location.is_empty()) {
            slot.location = room.whole();
        }
    }
}

/// Gives an item the heading above it as its title; what stands behind the time says where.
pub(super) fn under_heading<'s>(slot: &mut Slot<'s>, head: &Flow<'s>, who: &Who) {
    let behind = std::mem::take(&mut slot.title);
    if !behind.is_empty() && slot.location.is_empty() {
        slot.location = behind.whole();
    }
    fill_title(slot, head, who);
}
