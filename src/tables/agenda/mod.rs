//! The programme: a row a line with its own time, duration or item number, breaks and meals included.

mod aligned;
mod beside;
mod bracket;
mod called;
mod cell;
mod columns;
mod committee;
mod days;
mod ends;
mod event;
mod fill;
mod flat;
mod grid;
pub(crate) mod habits;
mod handout;
mod heads;
mod initial;
mod item;
mod kind;
mod line;
mod list;
mod naming;
mod noon;
mod number;
mod objective;
mod parallel;
pub(super) mod people;
mod region;
mod reported;
mod rooms;
mod run;
mod settle;
pub(crate) mod slot;
mod tails;
mod talk;
pub(super) mod title;
pub(crate) mod who;
mod wrapped;

use super::participants::Participant;
use super::presenters;
use crate::extract::Extraction;
use crate::lexicon::{List, Map};
use crate::outline::UnitKind;
use crate::record;
use crate::schema::Valued;
use crate::span::Span;
use crate::value::time::time_at;
use columns::Columns;
use list::ListReader;
use region::Region;
use run::Mode;
use settle::{Clocks, Settled};
use slot::{DayHead, Slot};
use who::Who;

/// What a programme line can be, in the order in which its words are tried.
pub const KINDS: &[&str] = &[
    "registration",
    "meal",
    "break",
    "social",
    "closing",
    "opening",
    "reporting_back",
    "group_work",
    "panel",
    "keynote",
    "presentation",
    "plenary",
    "session",
];

record! {
    /// A programme line, breaks and meals included.
    pub struct AgendaRow in "agenda" ("age") key [day, start_time, item_number, title] above [day, date, track, location] {
        /// The item's number as printed.
        item_number: Text,
        /// The day of the meeting, from 1.
        day: Int,
        /// The date of a printed head, of a one-day event, or counted from the event's first day where the days agree in number.
        date: Date,
        /// When the item starts.
        start_time: Time,
        /// When the item ends, where the report says so.
        end_time: Time,
        /// How long the item takes, in minutes, where the report says so beside or instead of its times.
        duration_minutes: Int,
        /// The time cell as printed.
        time_as_printed: Text,
        /// The item's title.
        title: Text,
        /// What the item is, by the words of its title.
        kind: Choice in KINDS,
        /// The stated objective.
        objective: Text,
        /// Whatever else stands in the item.
        details: Text,
        /// The presenters' cell as printed; the people in it are in `presenters`.
        presenters: Text,
        /// The room or place.
        location: Text,
        /// The parallel track.
        track: Text,
    }
}

/// Reads the table, and that of the presenters with it.
pub fn extract(x: &mut Extraction) {
    let mut who = Who::new(x.lexicon.lang(), x.known.clone());
    who.order = x.options.date_order.unwrap_or_default();
    who.source = &x.outline.source.text;
    who.compact = habits::is_compact(x.outline);
    who.small = habits::is_small(x.outline, &who);
    let telling = habits::telling(who.source);
    who.spaced = habits::is_spaced(&telling);
    who.initialled = habits::is_initialled(&telling);
    who.evening = habits::is_evening(&telling, &who);
    who.hours = habits::is_in_hours(&telling, &who);
    who.lone = habits::has_lone_numbers(x.outline);
    who.bracketed = habits::is_bracketed(&telling, &who);
    let report = x.data.reports.first();
    who.annotated = report.is_some_and(|r| r.document_type.value == Some("agenda"))
        || habits::is_annotated(x.outline, &who);
    let event = event::Event::of(x, &who);
    let mut taken = Vec::new();
    let mut days = Vec::new();
    for region in region::headed(x.outline, &who) {
        let above = region::is_continued(x.outline, &region, &who).then_some(days);
        let programme = read(x, &region, above, &who);
        days = programme.days.clone();
        if keep(x, programme, &region, &event, &who) {
            taken.push(region.units);
        }
    }
    if x.data.agenda.is_empty() {
        for region in region::under_days(x.outline, &taken, &who) {
            let programme = read(x, &region, None, &who);
            if keep(x, programme, &region, &event, &who) {
                taken.push(region.units);
            }
        }
    }
    if x.data.agenda.is_empty()
        && let Some(region) = region::boxed(x.outline, &who)
    {
        let programme = read(x, &region, None, &who);
        if keep(x, programme, &region, &event, &who) {
            taken.push(region.units);
        }
    }
    // Without a day of its own such a list is the order of any meeting, as by-laws have it.
    let report = x.data.reports.first();
    if x.data.agenda.is_empty()
        && x.data.participants.is_empty()
        && report.is_some_and(|r| !r.event_start.is_empty())
        && let Some(region) = committee::business(x.outline, &who)
    {
        let programme = read(x, &region, None, &who);
        if keep(x, programme, &region, &event, &who) {
            taken.push(region.units);
        }
    }
    // A programme under its own heading is the programme; times elsewhere are those of the body's sessions. A table
    // whose heads say so is another programme.
    let is_timed = |row: &AgendaRow| !row.time_as_printed.is_empty();
    let lasts = |row: &&AgendaRow| row.duration_minutes.value.is_some();
    let lasting = x.data.agenda.iter().filter(lasts).count();
    let tables_only =
        x.data.agenda.iter().any(is_timed) || lasting > 2 && lasting * 2 > x.data.agenda.len();
    for mut region in region::unheaded(x.outline, &taken, &who) {
        region.tables_only = tables_only;
        let programme = read(x, &region, None, &who);
        keep(x, programme, &region, &event, &who);
    }
}

/// Reads what a region prints; `above` are the days of the agenda that it goes on with.
fn read<'w, 'a>(
    x: &Extraction<'a>,
    region: &Region,
    above: Option<Vec<DayHead>>,
    who: &'w Who<'w>,
) -> ListReader<'w, 'a> {
    let lines = line::lines(x.outline, region.units.clone(), who);
    let mode = run::mode(&lines, who).filter(|m| match m {
        Mode::Timed => true,
        Mode::Bulleted => region.plain && !region.in_list,
        Mode::Numbered => region.plain || region.headed && who.annotated,
        Mode::Lasting => region.plain,
        Mode::Called(_) => region.plain && region.headed && !region.in_list,
    });
    let mode_or = mode.unwrap_or(Mode::Timed);
    let mut reader = ListReader::new(who, mode_or, region.headed, &lines);
    reader.go_on(above.unwrap_or_default());
    let ahead = run::ahead(&lines, mode_or, who);
    let own = lines
        .first()
        .is_some_and(|l| days::day_line(&l.flow, who).is_some());
    let heading = region
        .units
        .start
        .checked_sub(1)
        .map(|i| &x.outline.units[i]);
    if let Some(heading) = heading.filter(|_| region.headed && !own)
        && let Some(day) =
            days::in_heading(&heading.flow, who).or_else(|| day_above(x, region, who))
    {
        reader.head_day(day);
    }
    let mut above: Option<Columns> = None;
    let mut head_above = None;
    for (line, ahead) in lines.iter().zip(ahead) {
        // Names between two items of a programme are its presenters, whatever they looked like alone.
        let ours = region.headed && ahead.inside && !matches!(line.kind, UnitKind::Grid(_));
        // A short form that a line explains takes nothing of it.
        let claimed = x.claimed_by(line.unit).filter(|table| *table != "acronyms");
        if claimed.is_some() && !ours {
            // A list of points is over where those who came are listed.
            let over = matches!(mode_or, Mode::Bulleted | Mode::Numbered) && reader.has_read();
            if over {
                break;
            }
            continue;
        }
        if region.tables_only && !matches!(line.kind, UnitKind::Grid(_)) {
            continue;
        }
        if let UnitKind::Grid(g) = line.kind {
            let grid = &x.outline.grids[g];
            let reading = grid::read(x.outline, grid, above.as_ref(), head_above, who);
            let told = !region.tables_only || reading.columns.named >= 2;
            if told && reading.is_programme(grid, region, who) {
                above = Some(reading.columns.clone());
                head_above = None;
                reader.add(reading, line.unit);
            } else if let Some(head) = grid::head_alone(grid, who) {
                head_above = Some(head);
                continue;
            } else if region.tables_only {
                continue;
            } else if !reader.rows(grid, line) && reader.has_read() {
                break;
            }
        } else if !reader.line(line, ahead) {
            // What has no number or bullet ends a list of those; times and durations go on behind a sub-heading.
            let goes_on = mode_or == Mode::Timed || mode_or == Mode::Lasting && ahead.inside;
            if !goes_on {
                break;
            }
        }
    }
    reader.finish();
    reader
}

/// The head of a day right above the line that names a programme: the lines below are that day's.
fn day_above(x: &Extraction, region: &Region, who: &Who) -> Option<DayHead> {
    let above = x.outline.units.get(region.units.start.checked_sub(2)?)?;
    days::day_line(&above.flow, who)
}

/// So many dated heads of days over items make a programme of them, however much is said of each.
const LEAST_DAYS: usize = 2;

/// Makes rows of what was read, if it is a programme; whether it is.
fn keep<'a>(
    x: &mut Extraction<'a>,
    mut read: ListReader<'_, 'a>,
    region: &Region,
    event: &event::Event,
    who: &Who,
) -> bool {
    let aside = |t: &str| t.starts_with('(') && t.find(')').is_some_and(|i| i + 1 == t.len());
    // `Monday, 28 March: 8:00-17:00` says when something is open.
    let dated = |t: &str| days::read(t, who).is_some_and(|at| at.len == t.len());
    // `Monday to Friday`, beside the hours of an office.
    let weekly = |t: &str| {
        let weekday = |w: &str| who.lexicon.map(Map::Weekday).get(w).is_some();
        let range = [List::RangeTo, List::RangeAnd].map(|l| who.lexicon.list(l));
        let mut words = t
            .split([' ', ',', '-', '\u{2013}'])
            .filter(|w| !w.is_empty());
        words.clone().any(weekday) && words.all(|w| weekday(w) || range.iter().any(|r| r.is(w)))
    };
    let titled = |t: &str| {
        let told = t.chars().any(char::is_alphabetic) && !aside(t);
        told && !dated(t) && !weekly(t) && !is_times(t, who)
    };
    // `19:00 (Reception hosted by the town)`: told in brackets, but told.
    let told = |s: &Slot| s.time.is_some() && s.title.as_str().split(' ').count() > 3;
    read.slots
        .retain(|s| titled(s.title.as_str()) || aside(s.title.as_str()) && told(s));
    settle::without_parts_of_days(&mut read.slots, who);
    settle::without_meeting(&mut read.slots, who);
    rooms::take(&mut read.slots, who);
    number::romans(&mut read.slots);
    noon::put_right(&mut read.slots);
    let clocks = settle::clocks(&mut read.slots, &mut read.days, event);
    let days = read.days.iter().filter(|d| d.date.is_some()).count();
    let told = region.headed || days >= LEAST_DAYS;
    if !settle::plausible(&read.slots, &clocks, region.headed, told, who) {
        return false;
    }
    let days = settle::days(&read.days, event);
    let called = presenters::surnames_throughout(&read.slots, who);
    take_back(x, &read.used);
    for unit in &read.used {
        x.claim(*unit, "agenda");
    }
    for (slot, clocks) in read.slots.into_iter().zip(&clocks) {
        let day = slot.day.and_then(|d| days.get(d));
        let row = row(&slot, clocks, day, event, &days, who);
        let index = x.data.agenda.len();
        x.data.agenda.push(row);
        presenters::read(x, index, &slot, &called, who);
    }
    true
}

/// Whether a text is times and nothing else: `2.30 pm - 6.15 pm; 8.30 pm - 10 pm`.
fn is_times(text: &str, who: &Who) -> bool {
    let whole = |t: &str| time_at(t, who.lang).is_some_and(|(len, _)| len == t.len());
    text.split([';', ',']).all(|t| whole(t.trim()))
}

/// Drops the participants that were read from units which are a programme's.
fn take_back(x: &mut Extraction, used: &[usize]) {
    let claimed = used.iter().filter(|u| x.claimed_by(**u).is_some());
    let places: Vec<Span> = claimed
        .filter_map(|u| {
            let flow = &x.outline.units[*u].flow;
            flow.spans(0..flow.len()).cover()
        })
        .collect();
    if places.is_empty() {
        return;
    }
    let inside = |p: &Participant| {
        p.name
            .spans
            .iter()
            .any(|s| places.iter().any(|u| u.overlaps(s)))
    };
    x.data.participants.retain(|p| !inside(p));
}

/// A row of a line whose clocks and day are settled.
fn row(
    slot: &Slot,
    clocks: &Clocks,
    day: Option<&Settled>,
    event: &event::Event,
    days: &[Settled],
    who: &Who,
) -> AgendaRow {
    let undivided = days.is_empty();
    // What stands before the head of the second day is the first's.
    let second = days.first().and_then(|d| d.date);
    let first = slot.day.is_none() && second.is_some() && second == event.day(1);
    let (printed, places) = match &slot.time {
        Some((printed, _)) => (printed.clone(), printed.spans.clone()),
        None => Default::default(),
    };
    let mut row = AgendaRow {
        item_number: slot.number.clone(),
        time_as_printed: printed,
        title: slot.title.whole(),
        kind: Valued::derived(kind::kind(slot.title.as_str(), who.lexicon)),
        objective: slot.objective.clone(),
        details: slot.details.clone(),
        presenters: slot.presenters_as_printed(),
        location: slot.location.clone(),
        track: slot.track.clone(),
        rule: slot.rule,
        ..AgendaRow::default()
    };
    if let Some((start, end)) = clocks {
        row.start_time = Valued::new(*start, places.clone());
        if let Some(end) = end {
            row.end_time = Valued::new(*end, places.clone());
        }
    }
    if let Some((spans, minutes)) = &slot.duration {
        row.duration_minutes = Valued::new(i64::from(*minutes), spans.clone());
    }
    if let Some(day) = day {
        row.day.value = day.number.map(i64::from);
        row.day.spans = day.spans.clone();
        row.date.value = day.date;
        row.date.spans = day.spans.clone();
    } else if undivided && event.days() == Some(1) || first {
        row.date.value = event.day(0);
    }
    row
}

#[cfg(test)]
mod cells;
#[cfg(test)]
mod layouts;
#[cfg(test)]
mod strangers;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_below;
