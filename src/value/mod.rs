//! Printed atoms and what they stand for: each reader takes any text and gives readings with their places in it.

pub mod address;
mod atoms;
mod capitals;
pub mod date;
pub(crate) mod eight;
pub mod misread;
mod near;
pub mod number;
pub mod person;
pub mod place;
mod points;
pub mod quantity;
mod roman;
mod seen;
pub mod sentence;
mod short;
pub(crate) mod sixteen;
mod slots;
pub mod time;
mod walk;
pub mod when;

pub(crate) use near::{find_within, floor, may_be_letter_off, may_be_off};
pub use points::Points;
pub(crate) use roman::roman;
pub(crate) use seen::Seen;
pub(crate) use walk::next_digit;
