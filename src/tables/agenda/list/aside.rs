//! Items whose parts stand in other places than behind their times: above them, below headings, beside each other.

use super::super::days;
use super::super::item::{Open, begin_title, fill_title};
use super::super::line::{Line, lead};
use super::super::parallel::Tracks;
use super::super::run::{Ahead, Mode};
use super::super::slot::Slot;
use super::super::who::Who;
use super::ListReader;
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

    /// Reads the heads of tracks, or the items of several tracks at one time: whether a line is such.
    pub(super) fn beside(&mut self, line: &Line<'s>) -> bool {
        if self.mode != Mode::Timed {
            return false;
        }
        if let Some(tracks) = Tracks::of(line, self.who) {
            self.close();
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

/// Gives an item the heading above it as its title; what stands behind the time says where.
pub(super) fn under_heading<'s>(slot: &mut Slot<'s>, head: &Flow<'s>, who: &Who) {
    let behind = std::mem::take(&mut slot.title);
    if !behind.is_empty() && slot.location.is_empty() {
        slot.location = behind.whole();
    }
    fill_title(slot, head, who);
}
