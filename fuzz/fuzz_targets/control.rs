//! Bytes as the files by which a user steers a run: corrections, aliases, manifest.
#![no_main]

#[path = "../../tests/it/any/hold.rs"]
#[allow(dead_code)]
mod hold;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hold::control(bytes));
