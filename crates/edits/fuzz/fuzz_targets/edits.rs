//! Tries changes of the pictures of programs: see `tests/any_bytes`, which tries again what is found here.

#![no_main]
#![allow(clippy::disallowed_types, reason = "the fuzzer's macro can write a file, when it is told to")]

#[path = "../../tests/any_bytes/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    laws::hold(bytes);
});
