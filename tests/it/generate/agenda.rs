//! The programme of a meeting in one of many layouts.

use super::clock::{self, Times, month, weekday};
use super::dice::Dice;
use super::gold::Gold;
use super::model::{Day, Meeting, Slot};
use super::page::Piece;
use super::who::{self, Form};

/// How a programme is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Tabs,
    TabsNoHeader,
    Pipe,
    PipeBroken,
    PipeBreaks,
    Bullets,
    Plain,
    TimeOwnLine,
    Wrapped,
    Nested,
    StartOnly,
    StartOnlyTable,
    Durations,
    DurationsTable,
    Items,
    Location,
    Columns,
    Bold,
    DroppedCells,
    Continued,
    ShortAgenda,
    SessionHeads,
    Flattened,
    None,
}

pub const LAYOUTS: &[(Layout, &str)] = &[
    (Layout::Tabs, "agenda:tabs"),
    (Layout::Bullets, "agenda:bullets"),
    (Layout::TimeOwnLine, "agenda:time-own-line"),
    (Layout::Pipe, "agenda:pipe"),
    (Layout::Plain, "agenda:plain"),
    (Layout::Nested, "agenda:nested"),
    (Layout::ShortAgenda, "agenda:numbered"),
    (Layout::TabsNoHeader, "agenda:no-header"),
    (Layout::Wrapped, "agenda:wrapped-title"),
    (Layout::Items, "agenda:item-number"),
    (Layout::None, "agenda:none"),
    (Layout::PipeBreaks, "agenda:br-cells"),
    (Layout::StartOnly, "agenda:start-only"),
    (Layout::Location, "agenda:location"),
    (Layout::Durations, "agenda:duration-only"),
    (Layout::PipeBroken, "agenda:broken-delimiter"),
    (Layout::Continued, "agenda:continued"),
    (Layout::Columns, "agenda:columns"),
    (Layout::Bold, "agenda:bold"),
    (Layout::StartOnlyTable, "agenda:start-only-table"),
    (Layout::DroppedCells, "agenda:dropped-cells"),
    (Layout::SessionHeads, "agenda:session-heads"),
    (Layout::DurationsTable, "agenda:duration-table"),
    (Layout::Flattened, "agenda:flattened"),
];

/// What a programme is printed with.
pub struct Hand<'a> {
    pub meeting: &'a Meeting,
    pub layout: Layout,
    pub times: Times,
    pub form: Form,
    pub dash: &'static str,
    pub rooms: bool,
    /// The columns of a table: positions in `[time, title, people, room]`, each with its header.
    pub columns: Vec<(usize, String)>,
}

/// The heading and the pieces of a programme; its rows go into gold.
pub fn section(hand: &mut Hand, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    if hand.layout == Layout::None {
        return Vec::new();
    }
    let words = match hand.layout {
        Layout::ShortAgenda => &["Agenda", "Provisional agenda", "Agenda of the meeting"][..],
        _ => &[
            "Programme",
            "Agenda",
            "Workshop programme",
            "Schedule",
            "Meeting agenda",
            "Program",
        ],
    };
    let mut pieces = vec![Piece::heading(d.word(words))];
    if hand.layout == Layout::ShortAgenda {
        pieces.extend(super::agenda_lists::short(hand, d, gold));
        return pieces;
    }
    hand.columns = super::agenda_tables::order(hand, d);
    let days = &hand.meeting.days;
    let mut heads = *d.pick(&[
        DayHead::Full,
        DayHead::NoYear,
        DayHead::Numbered,
        DayHead::Both,
        DayHead::Short,
    ]);
    if days.iter().any(|d| d.marked) {
        heads = DayHead::Full;
    }
    for (n, day) in days.iter().enumerate() {
        if days.len() > 1 {
            pieces.push(Piece::Lines(vec![day_head(heads, n + 1, day)]));
        }
        pieces.extend(lines_of(hand, day, n, d, gold));
    }
    pieces
}

#[derive(Clone, Copy)]
enum DayHead {
    Full,
    NoYear,
    Numbered,
    Both,
    Short,
}

fn day_head(head: DayHead, n: usize, day: &Day) -> String {
    let (name, number, of) = (weekday(day.date), day.date.day(), month(day.date));
    match head {
        DayHead::Full if day.marked => {
            let wrong = day
                .date
                .checked_add(jiff::Span::new().days(day.weekday.unwrap_or(0) as i64));
            let name = weekday(wrong.unwrap_or(day.date));
            format!(
                "{}{name}, {number} {of} {}",
                super::faults::MARK,
                day.date.year()
            )
        }
        DayHead::Full => format!("{name}, {number} {of} {}", day.date.year()),
        DayHead::NoYear => format!("{name} {number} {of}"),
        DayHead::Numbered => format!("Day {n}"),
        DayHead::Both => format!("Day {n}: {name}, {of} {number}"),
        DayHead::Short => format!("{number} {of} {}", day.date.year()),
    }
}

fn lines_of(hand: &Hand, day: &Day, n: usize, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    use super::{agenda_lists as lists, agenda_tables as tables};
    match hand.layout {
        Layout::Tabs
        | Layout::TabsNoHeader
        | Layout::Location
        | Layout::DroppedCells
        | Layout::Continued
        | Layout::StartOnlyTable
        | Layout::DurationsTable => tables::tabs(hand, day, d, gold),
        Layout::Pipe | Layout::PipeBroken | Layout::PipeBreaks => tables::pipes(hand, day, d, gold),
        Layout::Columns => tables::columns(hand, day, d, gold),
        Layout::Flattened => tables::flattened(hand, day, d, gold),
        Layout::Bullets | Layout::Bold | Layout::Plain | Layout::StartOnly | Layout::Durations => {
            lists::lines(hand, day, d, gold)
        }
        Layout::TimeOwnLine => lists::time_own_line(hand, day, d, gold),
        Layout::Wrapped => lists::wrapped(hand, day, d, gold),
        Layout::Nested => lists::nested(hand, day, d, gold),
        Layout::Items => lists::items(hand, day, n, d, gold),
        Layout::SessionHeads => lists::session_heads(hand, day, d, gold),
        Layout::ShortAgenda | Layout::None => Vec::new(),
    }
}

impl Hand<'_> {
    /// Whether a slot's end is printed.
    pub fn prints_end(&self) -> bool {
        !matches!(
            self.layout,
            Layout::StartOnly | Layout::StartOnlyTable | Layout::Nested
        )
    }

    pub fn is_timed(&self) -> bool {
        !matches!(self.layout, Layout::Durations | Layout::DurationsTable)
    }

    /// The times of a slot as this layout prints them.
    pub fn time(&self, slot: &Slot) -> String {
        match (self.is_timed(), self.prints_end()) {
            (false, _) => match self.dash {
                "-" => format!("{} min", slot.end.saturating_sub(slot.start)),
                "–" => format!("{}’", slot.end.saturating_sub(slot.start)),
                _ => format!("{} minutes", slot.end.saturating_sub(slot.start)),
            },
            (true, true) => self.times.range(slot.start, slot.end, self.dash),
            (true, false) => self.times.at(slot.start),
        }
    }

    /// The start as gold has it.
    pub fn start(&self, slot: &Slot) -> String {
        if self.is_timed() {
            clock::gold(slot.start)
        } else {
            String::new()
        }
    }

    /// The gold row of a slot.
    pub fn gold(&self, slot: &Slot, day: &Day, title: &str, number: &str, gold: &mut Gold) {
        let minutes = (slot.end.saturating_sub(slot.start)).to_string();
        let (start, end) = (self.start(slot), clock::gold(slot.end));
        let both = self.is_timed() && self.prints_end();
        gold.row(
            "agenda",
            &[
                ("date", &day.date.to_string()),
                ("start_time", &start),
                ("end_time", if both { &end } else { "" }),
                (
                    "duration_minutes",
                    if self.is_timed() { "" } else { &minutes },
                ),
                ("item_number", number),
                ("title", title),
                ("kind", slot.kind),
            ],
        );
    }

    /// The gold rows of a slot's people.
    pub fn gold_people(&self, slot: &Slot, gold: &mut Gold) {
        let start = self.start(slot);
        for part in &slot.parts {
            self.form.gold(self.meeting, slot, part, &start, "", gold);
        }
    }

    /// The people of a slot as one cell, the roles parted by `between`.
    pub fn cell(&self, slot: &Slot, between: &str, d: &mut Dice) -> String {
        let separator = match (self.form.takes_commas(), between) {
            (true, "; ") => ", ",
            (false, "; ") if slot.parts.len() > 1 => " and ",
            (commas, _) => {
                if commas && d.chance(50) {
                    ", "
                } else {
                    "; "
                }
            }
        };
        let groups = who::by_role(&slot.parts, d)
            .into_iter()
            .map(|(word, group)| {
                let people = who::joined(self.meeting, &group, self.form, separator);
                if word.is_empty() {
                    people
                } else {
                    format!("{word}: {people}")
                }
            });
        groups.collect::<Vec<_>>().join(between)
    }
}
