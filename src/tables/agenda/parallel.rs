//! Tracks or days side by side that a text sets in columns of blanks: `Time    Room A    Room B`, `Time   Mon 4 May   Tue 5 May`.

use super::columns::{Role, named};
use super::days;
use super::fill::begin_title;
use super::heads::place_in_line;
use super::item::{Open, Place};
use super::line::{self, Line};
use super::slot::{DayHead, Slot};
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::List;

/// So many characters a cell may stand before its head.
const SLACK: usize = 3;

/// The heads of the tracks, or of the days.
#[derive(Clone, Debug)]
pub(super) struct Tracks<'s> {
    /// Each with the place in its line at which it begins.
    heads: Vec<(Flow<'s>, usize)>,
    /// The days, where the heads are those of days.
    pub days: Vec<DayHead>,
    /// The index of the first of them among all days of the programme.
    pub first_day: usize,
}

impl<'s> Tracks<'s> {
    /// Reads a line whose columns, one for the times aside, are heads of tracks.
    pub fn of(line: &Line<'s>, who: &Who) -> Option<Tracks<'s>> {
        let columns = line::columns(&line.flow, who);
        let mut heads: Vec<Flow> = columns.into_iter().map(|c| line.flow.slice(c)).collect();
        let timed = |h: &Flow| named(h.as_str(), who) == Some(Role::Time);
        if heads.first().is_some_and(timed) {
            heads.remove(0);
        }
        if heads.len() < 2 {
            return None;
        }
        let day = |h: &Flow| {
            days::day_line(h, who).filter(|d| d.spans.cover() == h.whole().spans.cover())
        };
        let days: Option<Vec<DayHead>> = heads.iter().map(day).collect();
        // `Sixth day     5 August` is one day.
        let days = days.filter(|d| !d.windows(2).any(|two| two[0].completes(&two[1])));
        let tracks = || heads.iter().all(|h| is_track(h.as_str(), who));
        if days.is_none() && !tracks() {
            return None;
        }
        let placed = |h: Flow<'s>| {
            let place = place_in_line(&h, who);
            (h, place)
        };
        Some(Tracks {
            heads: heads.into_iter().map(placed).collect(),
            days: days.unwrap_or_default(),
            first_day: 0,
        })
    }

    /// Whether the heads are those of days.
    fn are_days(&self) -> bool {
        !self.days.is_empty()
    }

    /// The items that stand beside each other behind a time, with their tracks; none where fewer than two do. Under the
    /// heads of days one may stand alone.
    pub fn items(&self, slot: &Slot<'s>, rest: &Flow<'s>, who: &Who) -> Vec<Open<'s>> {
        let columns = line::columns(rest, who);
        if columns.len() < 2 && !self.are_days() {
            return Vec::new();
        }
        let item = |range| {
            let cell = rest.slice(range);
            let mut one = slot.clone();
            let at = self.over(&cell, who)?;
            match self.are_days() {
                true => one.day = Some(self.first_day + at),
                false => one.track = self.heads[at].0.whole(),
            }
            begin_title(&mut one, &cell, who);
            Some(Open::new(one))
        };
        columns.into_iter().filter_map(item).collect()
    }

    /// The head that a cell stands under, by its turn.
    fn over(&self, cell: &Flow<'s>, who: &Who) -> Option<usize> {
        let place = place_in_line(cell, who);
        self.heads.iter().rposition(|(_, at)| *at <= place + SLACK)
    }

    /// Whether an item stands under a head.
    fn is_under(&self, slot: &Slot<'s>, head: usize) -> bool {
        match self.are_days() {
            true => slot.day == Some(self.first_day + head),
            false => slot.track.value == self.heads[head].0.as_str(),
        }
    }

    /// Gives the columns of a line below to the items that they stand under; whether it has such columns.
    pub fn below(&self, side: &mut [Open<'s>], line: &Line<'s>, who: &Who) -> bool {
        let columns = line::columns(&line.flow, who).into_iter();
        let cells: Vec<Flow> = columns.map(|c| line.flow.slice(c)).collect();
        let inside = |c: &Flow| self.over(c, who).is_some();
        if cells.is_empty() || !cells.iter().all(inside) {
            return false;
        }
        for cell in cells {
            let head = self.over(&cell, who);
            let open = head.and_then(|h| side.iter_mut().find(|o| self.is_under(&o.slot, h)));
            let Some(open) = open else {
                continue;
            };
            let text = cell.as_str();
            let own = who.role(text).is_some() || who.presents(text);
            if open.last == Place::Title && !own {
                open.carry_on(&cell);
            } else {
                open.take(
                    &Line {
                        flow: cell,
                        ..line.clone()
                    },
                    who,
                );
            }
        }
        true
    }
}

/// `Room A`, `Track 2: Water`, `Oak Room`.
fn is_track(head: &str, who: &Who) -> bool {
    let bare = head
        .find([':', '('])
        .map_or(head, |at| &head[..at])
        .trim_end();
    is_numbered(bare, who) || bare.len() <= 40 && who.names_room(bare)
}

/// The track that a line of its own heads: `Track A: Buoys (Room 101)`. What stands in the bracket is its room.
pub(super) fn track_line<'s>(line: &Line<'s>, who: &Who) -> Option<(Flow<'s>, Option<Flow<'s>>)> {
    let text = line.text();
    let label = text.find([':', '(', '\u{2013}', '-']).unwrap_or(text.len());
    if !line.first || text.len() > LONGEST_HEAD || !is_numbered(text[..label].trim_end(), who) {
        return None;
    }
    // A room alone is where an item takes place, and who leads a group stands behind its title.
    if who.begins_with_room(&text[..label]) || text.ends_with('.') {
        return None;
    }
    let room = text
        .strip_suffix(')')
        .and_then(|t| t.rfind(" (").map(|at| at + 2..t.len()));
    let room = room.filter(|r| who.is_room(&text[r.clone()]));
    let end = room.as_ref().map_or(text.len(), |r| r.start - 2);
    Some((
        line.flow.slice(0..end).trim(),
        room.map(|r| line.flow.slice(r)),
    ))
}

/// A line that heads a track is no longer than this.
const LONGEST_HEAD: usize = 100;

/// `Track 2`, `Stream B`: a word for tracks and a number or letter.
fn is_numbered(bare: &str, who: &Who) -> bool {
    let word = bare.rsplit(' ').next().unwrap_or("");
    let code =
        word.len() <= 2 && word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    let track = who.lexicon.list(List::AgendaColumnTrack).starts(bare);
    bare.len() <= 40 && track.is_some_and(|len| len < bare.len()) && code
}
