//! What every way of printing a programme line is read into before clocks and dates are settled.

use crate::flow::Flow;
use crate::schema::Text;
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

impl Slot<'_> {
    /// The presenters' cell, lines below the item and brackets behind the title alike.
    pub fn presenters_as_printed(&self) -> Text {
        let mut all = Text::default();
        for piece in &self.presenters {
            all.append(" ", &piece.whole());
        }
        all
    }

    /// Whether anything but a title says that this is a line of a programme.
    pub fn is_marked(&self) -> bool {
        self.time.is_some() || self.duration.is_some() || !self.number.is_empty() || self.dated
    }
}
