//! Printed atoms and what they stand for: each reader takes any text and gives readings with their places in it.
pub mod date;
pub mod sentence;
pub mod time;
