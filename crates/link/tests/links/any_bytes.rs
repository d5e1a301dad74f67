//! Whatever the bytes, reading and making links holds to the laws. `fuzz/` looks for bytes that break
//! one; what it found interesting is in its corpus, tried here.

use std::fs;
use std::path::Path;

mod laws;

/// So many random strings of bytes are tried.
const RANDOM: u64 = 1_500;

#[test]
fn the_corpus_keeps_the_laws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/links");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for file in files {
        let path = file.expect("the corpus can be listed").path();
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        laws::hold(&bytes);
    }
}

#[test]
fn random_bytes_keep_the_laws() {
    for seed in 0..RANDOM {
        laws::hold(&random_bytes(seed));
    }
}

/// Up to 400 bytes; every other time, of few kinds, so that they repeat themselves as texts do.
fn random_bytes(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut random = || {
        // SplitMix64
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    };
    let len = random() % 400;
    (0..len)
        .map(|_| match random().to_le_bytes() {
            [byte, ..] if seed.is_multiple_of(2) => byte,
            [byte, at, ..] => b"await sleep(1)\n#&=.v1zdt"[usize::from(at) % 24] ^ (byte & 1),
        })
        .collect()
}
