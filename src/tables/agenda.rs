//! The programme: a row a line with its own time, duration or item number, breaks and meals included.

use crate::extract::Extraction;
use crate::record;

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
    pub struct AgendaRow in "agenda" ("age") key [day, start_time, item_number, title] above [day, date, track] {
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
        /// How long the item takes, in minutes: as printed, or from start to end.
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

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
