//! The readers' own files that the tables are built with.

#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/value/eight.rs"]
pub mod eight;
#[path = "person.rs"]
pub mod person;
#[path = "quantity.rs"]
pub mod quantity;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/value/slots.rs"]
mod slots;
#[path = "slots.rs"]
mod strewn;
