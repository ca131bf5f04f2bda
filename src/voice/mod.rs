//! Who speaks: the people a report has named, and the paragraphs that have one of them say something.
//!
//! [`Roster`] holds the people named so far, so that a surname or initials find their full name. [`attribution`] reads
//! the opening of a paragraph; [`is_of_group`] tells what the meeting as a whole says from what one speaker says.

mod according;
mod delegation;
mod group;
mod key;
mod labelled;
mod list;
mod office;
mod roster;
mod said;
mod through;
mod who;

pub use group::{is_act, is_of_group, is_of_office};
pub use key::{begin_words, entry, key};
pub use list::people;
pub use office::{is_set_as_name, labels_office};
pub use roster::{Known, Roster};
pub use said::{
    Attribution, Form, attribution, goes_on, is_initials, leaves, may_say, reply, takes_step,
};
pub use who::{Who, named, names_a_thing, subject};
