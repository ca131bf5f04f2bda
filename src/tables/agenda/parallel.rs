//! Tracks side by side that a text sets in columns of blanks: `Time    Room A    Room B`.

use super::columns::{Role, named};
use super::heads::place_in_line;
use super::item::{Open, Place, begin_title};
use super::line::{self, Line};
use super::slot::Slot;
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::List;

/// So many characters a cell may stand before its head.
const SLACK: usize = 3;

/// The heads of the tracks, each with the place in its line at which it begins.
#[derive(Clone, Debug)]
pub(super) struct Tracks<'s>(Vec<(Flow<'s>, usize)>);

impl<'s> Tracks<'s> {
    /// Reads a line whose columns, one for the times aside, are heads of tracks.
    pub fn of(line: &Line<'s>, who: &Who) -> Option<Tracks<'s>> {
        let columns = line::columns(&line.flow, who);
        let mut heads: Vec<Flow> = columns.into_iter().map(|c| line.flow.slice(c)).collect();
        let timed = |h: &Flow| named(h.as_str(), who) == Some(Role::Time);
        if heads.first().is_some_and(timed) {
            heads.remove(0);
        }
        let tracks = heads.len() >= 2 && heads.iter().all(|h| is_track(h.as_str(), who));
        let placed = |h: Flow<'s>| {
            let place = place_in_line(&h, who);
            (h, place)
        };
        tracks.then(|| Tracks(heads.into_iter().map(placed).collect()))
    }

    /// The items that stand beside each other behind a time, with their tracks; none where fewer than two do.
    pub fn items(&self, slot: &Slot<'s>, rest: &Flow<'s>, who: &Who) -> Vec<Open<'s>> {
        let columns = line::columns(rest, who);
        if columns.len() < 2 {
            return Vec::new();
        }
        let item = |range| {
            let cell = rest.slice(range);
            let mut one = slot.clone();
            one.track = self.over(&cell, who)?.whole();
            begin_title(&mut one, &cell, who);
            Some(Open::new(one))
        };
        columns.into_iter().filter_map(item).collect()
    }

    /// The head that a cell stands under.
    fn over(&self, cell: &Flow<'s>, who: &Who) -> Option<&Flow<'s>> {
        let place = place_in_line(cell, who);
        let above = self.0.iter().rev().find(|(_, at)| *at <= place + SLACK);
        above.map(|(head, _)| head)
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
            let head = self.over(&cell, who).map(|h| h.as_str().to_string());
            let open = side
                .iter_mut()
                .find(|o| Some(&o.slot.track.value) == head.as_ref());
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
    let word = bare.rsplit(' ').next().unwrap_or("");
    let code =
        word.len() <= 2 && word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    let track = who.lexicon.list(List::AgendaColumnTrack).starts(bare);
    bare.len() <= 40 && (track.is_some_and(|len| len < bare.len()) && code || who.names_room(bare))
}
