//! Text for the readers of quantities, times, people and places, in every language.
#![no_main]

#[path = "../../tests/it/any/hold.rs"]
#[allow(dead_code)]
mod hold;

libfuzzer_sys::fuzz_target!(|text: &str| hold::values(text));
