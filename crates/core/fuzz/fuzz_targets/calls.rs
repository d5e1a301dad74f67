//! Tries sequences of calls: see `tests/calls`, which tries again what is found here.

#![no_main]

#[path = "../../tests/calls/sequences/mod.rs"]
mod sequences;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sequences::calls(bytes));
