//! Tries sequences of calls: see `tests/calls`, which tries again what is found here.

#![no_main]
#![allow(
    clippy::disallowed_types,
    reason = "the fuzzer's macro can write a file, when it is told to"
)]

#[path = "../../tests/calls/sequences/mod.rs"]
mod sequences;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sequences::calls(bytes));
