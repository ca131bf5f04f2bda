//! Bytes as a spool file.
#![no_main]

#[path = "../../tests/it/any/hold.rs"]
#[allow(dead_code)]
mod hold;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hold::spool(bytes));
