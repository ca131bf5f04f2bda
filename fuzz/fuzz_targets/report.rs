//! Bytes as a report: decoder, blocks, outline, every table, every rule, sealing, the formats of tables and documents.
#![no_main]

#[path = "../../tests/it/any/hold.rs"]
#[allow(dead_code)]
mod hold;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hold::report(bytes));
