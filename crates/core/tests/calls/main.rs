//! No sequence of calls makes the library panic, overflow the stack, or hang.
//! `fuzz/` looks for such sequences; what it found is in its corpus, tried here.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the corpus lies in files; small stacks are threads'"
)]

mod chains;
mod sequences;

use std::fs;
use std::panic;
use std::path::Path;

/// So many random strings of bytes are tried.
const RANDOM: u64 = 20_000;

#[test]
fn no_sequence_of_the_corpus_does_harm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/calls");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for file in files {
        let path = file.expect("the corpus can be listed").path();
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        try_out(&path.display().to_string(), &bytes);
    }
}

#[test]
fn no_random_sequence_does_harm() {
    for seed in 0..RANDOM {
        try_out(&format!("seed {seed}"), &random_bytes(seed));
    }
}

fn try_out(name: &str, bytes: &[u8]) {
    if let Err(panicked) = panic::catch_unwind(|| sequences::calls(bytes)) {
        let text = panicked.downcast_ref::<String>().map_or("a panic", String::as_str);
        panic!("{name}: {text}\n{bytes:?}");
    }
}

/// Up to 500 bytes, half of the strings short.
fn random_bytes(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut random = || {
        // SplitMix64
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    };
    let len = random() % if seed.is_multiple_of(2) { 60 } else { 500 };
    (0..len).map(|_| random().to_le_bytes()[0]).collect()
}
