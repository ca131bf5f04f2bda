//! What every way of printing a programme line is read into before clocks and dates are settled.

use crate::flow::Flow;
use crate::schema::{Choice, Text};
use crate::span::Spans;
use crate::value::date::DateSpan;
use crate::value::time::TimeSpan;

/// A programme line as printed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slot<'s> {
    /// The number of the item.
    pub number: Text,
    /// The time as printed and as far as the print decides it.
    pub time: Option<(Text, TimeSpan)>,
    /// A printed duration in minutes.
    pub duration: Option<(Spans, u32)>,
    /// The title.
    pub title: Flow<'s>,
    /// What the item is to reach.
    pub objective: Text,
    /// All else that stands in the item.
    pub details: Text,
    /// Who presents, a piece a cell or line.
    pub presenters: Vec<Flow<'s>>,
    /// What they do there by the head of their column, where it says more than that they present.
    pub role: Choice,
    /// The talks under the item.
    pub talks: Vec<Talk<'s>>,
    /// Where it takes place.
    pub location: Text,
    /// The parallel track.
    pub track: Text,
    /// The head of its day, by index.
    pub day: Option<usize>,
    /// Whether its own cell dates it, where nothing else marks the lines.
    pub dated: bool,
    /// The recogniser.
    pub rule: &'static str,
}

/// A talk that stands under a programme line without a time of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Talk<'s> {
    /// Its title.
    pub title: Flow<'s>,
    /// Who gives it.
    pub presenters: Flow<'s>,
}

impl<'s> Talk<'s> {
    /// Whether the people stand behind the title.
    pub fn ends_with_people(&self) -> bool {
        let people = !self.presenters.is_empty();
        people && self.presenters.source_start() > self.title.source_start()
    }

    /// What the talk ends with on its line: its title, or whoever gives it.
    pub fn end(&self) -> &Flow<'s> {
        match self.ends_with_people() {
            true => &self.presenters,
            false => &self.title,
        }
    }

    /// The same, to be gone on with.
    pub fn end_mut(&mut self) -> &mut Flow<'s> {
        match self.ends_with_people() {
            true => &mut self.presenters,
            false => &mut self.title,
        }
    }
}

/// A line that says which day follows.
#[derive(Clone, Debug, Default)]
pub(crate) struct DayHead {
    /// The number, as in `Day 2`.
    pub number: Option<u32>,
    /// The date, perhaps without its year.
    pub date: Option<DateSpan>,
    /// The weekday, 1 for Monday.
    pub weekday: Option<u8>,
    /// Where it stands.
    pub spans: Spans,
}

impl DayHead {
    /// Whether another head says what this one leaves open: the number, or the date and the weekday.
    pub fn completes(&self, other: &DayHead) -> bool {
        let counted = |d: &DayHead| d.number.is_some() && d.date.is_none() && d.weekday.is_none();
        let dated = |d: &DayHead| d.number.is_none() && (d.date.is_some() || d.weekday.is_some());
        let named = |d: &DayHead| d.number.is_none() && d.date.is_none() && d.weekday.is_some();
        let bare = |d: &DayHead| d.number.is_none() && d.date.is_some() && d.weekday.is_none();
        let two = |a: &DayHead, b: &DayHead| counted(a) && dated(b) || named(a) && bare(b);
        two(self, other) || two(other, self)
    }

    /// Takes what another head says.
    pub fn add(&mut self, other: DayHead) {
        self.number = self.number.or(other.number);
        self.date = self.date.or(other.date);
        self.weekday = self.weekday.or(other.weekday);
        self.spans.extend(&other.spans);
    }
}

impl Slot<'_> {
    /// The presenters' cell, lines below the item and brackets behind the title alike.
    pub fn presenters_as_printed(&self) -> Text {
        let mut all = Text::default();
        // `-` says that nobody does.
        let says = |p: &&Flow| p.as_str().contains(char::is_alphanumeric);
        for piece in self.presenters.iter().filter(says) {
            all.append(" ", &piece.whole());
        }
        all
    }

    /// Whether anything but a title says that this is a line of a programme.
    pub fn is_marked(&self) -> bool {
        self.time.is_some() || self.duration.is_some() || !self.number.is_empty() || self.dated
    }
}
