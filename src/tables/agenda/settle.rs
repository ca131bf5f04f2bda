//! Clocks by the order of the day, dates by the heads and the event, and whether it all is a programme.

use super::event::Event;
use super::grid::is_place;
use super::kind;
use super::slot::{DayHead, Slot};
use super::who::Who;
use crate::lexicon::{List, Map};
use crate::value::date::Partial;
use crate::value::time::{Clock, Day};

/// A day of the programme.
#[derive(Clone, Debug, Default)]
pub(super) struct Settled {
    /// Its number, where a head counts or tells it.
    pub number: Option<u32>,
    /// Its date.
    pub date: Option<Partial>,
    /// Where the head prints it.
    pub spans: crate::span::Spans,
}

/// So many lines within the times of a first one make those the meeting's.
const OTHERS: usize = 3;

/// A line's clocks.
pub(super) type Clocks = Option<(Clock, Option<Clock>)>;

/// A start this early after one this late is the next day's.
const MORNING: u32 = 11 * 60;
const AFTERNOON: u32 = 14 * 60;

/// An item of so many minutes runs beside others.
const LONG_ITEM: u32 = 180;
/// So many items that each begin as the one above ends are a programme.
const LEAST_CHAIN: usize = 3;

/// Details longer than this report what happened, as the body does.
const LONG_DETAILS: usize = 180;

/// The clocks of all lines, day by day. Where no head parts the days, a morning behind an afternoon does; the heads that this adds are put in.
pub(super) fn clocks(slots: &mut [Slot], days: &mut Vec<DayHead>, event: &Event) -> Vec<Clocks> {
    let mut found = Vec::with_capacity(slots.len());
    let mut day = Day::new();
    let mut above: Option<(Option<usize>, u32)> = None;
    let unparted = days.is_empty() && event.days().is_some_and(|n| n > 1);
    for i in 0..slots.len() {
        let Some((_, span)) = slots[i].time.clone() else {
            found.push(None);
            continue;
        };
        let head = slots[i].day;
        let back = above.is_some_and(|(_, last)| {
            last >= AFTERNOON && span.start.minutes() < MORNING && span.start.hour >= 6
        });
        let next = unparted && back && rises(&slots[i..]);
        if next {
            let count = days.len().max(1) as u32 + 1;
            if days.is_empty() {
                days.push(DayHead {
                    number: Some(1),
                    ..DayHead::default()
                });
                slots[..i].iter_mut().for_each(|s| s.day = Some(0));
            }
            days.push(DayHead {
                number: Some(count),
                ..DayHead::default()
            });
        }
        if next || unparted && days.len() > 1 {
            slots[i].day = Some(days.len() - 1);
        }
        if next || above.is_some_and(|(h, _)| h != head) {
            day = Day::new();
        }
        let clocks = day.resolve(span);
        above = Some((head, clocks.0.minutes()));
        found.push(Some(clocks));
    }
    found
}

/// Leaves out a first line that only says when the meeting was: all others lie within its times, and its title stands on
/// another line.
pub(super) fn without_meeting(slots: &mut Vec<Slot>, who: &Who) {
    let Some((first, others)) = slots
        .split_first()
        .filter(|(_, others)| others.len() >= OTHERS)
    else {
        return;
    };
    let Some((printed, span)) = first.time.as_ref() else {
        return;
    };
    let Some(end) = span.end else { return };
    let inside = |s: &Slot| {
        let at = s.time.as_ref().map(|(_, t)| t.start);
        at.is_some_and(|at| at >= span.start && at < end)
    };
    let near = others.iter().filter(|s| s.day == first.day);
    let cover = [
        printed.spans.cover(),
        first.title.spans(0..first.title.len()).cover(),
    ];
    let [Some(time), Some(title)] = cover else {
        return;
    };
    let (from, to) = (time.start.min(title.start), time.end.max(title.end));
    let apart = who.source.get(from as usize..to as usize);
    let plain = kind::kind(first.title.as_str(), who.lexicon) == kind::ANY;
    if plain && apart.is_some_and(|t| t.contains('\n')) && near.clone().count() >= OTHERS && {
        near
    }
    .all(inside)
    {
        slots.remove(0);
    }
}

/// Whether the line behind the first starts later and still in the morning.
fn rises(slots: &[Slot]) -> bool {
    let mut starts = slots
        .iter()
        .filter_map(|s| s.time.as_ref())
        .map(|(_, t)| t.start.minutes());
    let first = starts.next().unwrap_or(0);
    starts.next().is_none_or(|second| second > first)
}

/// Leaves out the lines that only say that a morning or an afternoon begins, over the lines of it.
pub(super) fn without_parts_of_days(slots: &mut Vec<Slot>, who: &Who) {
    let parts = who.lexicon.map(Map::PartOfDay);
    let session = who.lexicon.list(List::AgendaColumnTitle);
    let names_part = |title: &str| {
        let (first, rest) = title.split_once(' ').unwrap_or((title, ""));
        parts.get(first).is_some() && (rest.is_empty() || session.is(rest))
    };
    let start = |s: &Slot| s.time.as_ref().map(|(_, t)| t.start.minutes());
    let over: Vec<bool> = (0..slots.len())
        .map(|i| {
            let next = slots.get(i + 1).and_then(start);
            names_part(slots[i].title.as_str()) && next.is_some() && next == start(&slots[i])
        })
        .collect();
    let mut at = 0;
    slots.retain(|_| {
        at += 1;
        !over[at - 1]
    });
}

/// Number and date of each head.
pub(super) fn days(heads: &[DayHead], event: &Event) -> Vec<Settled> {
    let year = heads
        .iter()
        .find_map(|h| h.date.and_then(|d| d.start.year))
        .or(event.year(heads));
    let mut order: Vec<String> = Vec::new();
    let mut settled: Vec<Settled> = heads
        .iter()
        .map(|h| {
            let date = h.date.map(|d| Partial {
                year: d.start.year.or(year),
                ..d.start
            });
            let date = date.or_else(|| event.on_weekday(h.weekday?));
            let key = format!(
                "{:?}{:?}",
                h.number,
                date.or(Some(Partial {
                    year: None,
                    month: None,
                    day: h.weekday
                }))
            );
            let at = order.iter().position(|k| *k == key).unwrap_or_else(|| {
                order.push(key);
                order.len() - 1
            });
            Settled {
                number: h.number.or(Some(at as u32 + 1)),
                date,
                spans: h.spans.clone(),
            }
        })
        .collect();
    let last = settled.iter().filter_map(|d| d.number).max().unwrap_or(0);
    if event.days() == Some(last as i64) {
        for day in &mut settled {
            let offset = day.number.unwrap_or(1) as i64 - 1;
            day.date = day.date.or_else(|| event.day(offset));
        }
    }
    settled
}

/// Whether the lines are a programme. `headed`: a heading says so; `told`: that, or the heads of its days.
pub(super) fn plausible(
    slots: &[Slot],
    clocks: &[Clocks],
    headed: bool,
    told: bool,
    who: &Who,
) -> bool {
    let titled = slots
        .iter()
        .filter(|s| s.title.as_str().chars().any(char::is_alphabetic))
        .count();
    if titled * 2 < slots.len() || titled < if headed { 1 } else { 3 } {
        return false;
    }
    let long = slots
        .iter()
        .filter(|s| s.details.value.len() > LONG_DETAILS)
        .count();
    let timed: Vec<_> = slots
        .iter()
        .zip(clocks)
        .filter_map(|(s, c)| Some((s, (*c)?)))
        .collect();
    let mut pairs = 0;
    let (mut back, mut over, mut same, mut chained) = (0, 0, 0, 0);
    for two in timed.windows(2) {
        let [(a, (start, end)), (b, (next, _))] = [two[0], two[1]];
        if a.day != b.day {
            continue;
        }
        pairs += 1;
        back += usize::from(next < start);
        same += usize::from(next == start);
        // Registration lasts all day beside what else there is.
        let short = |e: &Clock| e.minutes().saturating_sub(start.minutes()) < LONG_ITEM;
        over += usize::from(next > start && end.filter(short).is_some_and(|e| next < e));
        chained += usize::from(end == Some(next));
    }
    // Where each begins as the one above it ends, much may be said of them.
    let chain = chained >= LEAST_CHAIN && chained * 3 >= pairs * 2;
    if !told && !chain && long * 2 > titled {
        return false;
    }
    // What a heading calls a programme may have much side by side.
    if pairs > 0 && (back * 10 > pairs * 4 || !headed && over * 10 > pairs * 4) {
        return false;
    }
    if !headed && pairs > 0 && same * 2 > pairs {
        return false;
    }
    let weekday = who.lexicon.map(Map::Weekday);
    let other = |s: &&Slot| {
        let title = s.title.as_str();
        // `Saturdays`, as a shop is open.
        let days = || weekday.get(title.strip_suffix('s')?);
        weekday.get(title).or_else(days).is_some() || is_place(title)
    };
    let others = slots.iter().filter(other).count();
    others * 2 <= titled && !tells_weekdays(slots, who)
}

/// `Upper quarter   Monday, Wednesday and Friday   5:00 to 8:00`: whatever is open on these weekdays, a line each.
fn tells_weekdays(slots: &[Slot], who: &Who) -> bool {
    let weekday = who.lexicon.map(Map::Weekday);
    let recurs = |s: &Slot| {
        let words = s.details.value.split(|c: char| !c.is_alphabetic());
        let mut long = words.filter(|w| w.chars().count() > 3).peekable();
        let day = |w: &str| {
            weekday
                .get(w)
                .or_else(|| weekday.get(w.strip_suffix('s')?))
                .is_some()
        };
        long.peek().is_some() && long.all(day)
    };
    slots.len() > 1 && slots.iter().all(recurs)
}

/// Whether a header speaks of other times than a programme's.
pub(super) fn other_times(header: &str, who: &Who) -> bool {
    who.lexicon.list(List::AgendaOtherTimes).found_in(header)
}
