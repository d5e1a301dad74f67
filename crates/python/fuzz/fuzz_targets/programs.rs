//! Tries programs: see `tests/totality`, which tries again what is found here.

#![no_main]
#![allow(clippy::disallowed_types, reason = "the fuzzer's macro can write a file, when it is told to")]

#[path = "../../tests/totality/program.rs"]
mod program;

libfuzzer_sys::fuzz_target!(
    init: interleave_python::count_memory_with(interleave_memory::in_use),
    |bytes: &[u8]| program::play(bytes)
);
