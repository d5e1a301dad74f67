//! Whatever the bytes, reading and making links holds to the laws. `fuzz/` looks for bytes that break
//! one; what it found interesting is in its corpus, tried here as it is and changed at random.
//! `INTERLEAVE_LINKS` says how many changed ones, if a few are not enough.

use std::path::{Path, PathBuf};
use std::{env, fs};

mod laws;

/// So many random strings of bytes are tried.
const RANDOM: u64 = 1_500;

/// So many of the corpus's, changed.
const CHANGED: u64 = 3_000;

fn corpus() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/links");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("the corpus can be listed").path()).collect();
    paths.sort();
    let read = |path: PathBuf| fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    paths.into_iter().map(read).collect()
}

#[test]
fn the_corpus_keeps_the_laws() {
    corpus().iter().for_each(|bytes| laws::hold(bytes));
}

#[test]
fn random_bytes_keep_the_laws() {
    for seed in 0..RANDOM {
        laws::hold(&random_bytes(seed));
    }
}

#[test]
fn what_is_made_of_the_corpus_keeps_the_laws() {
    let corpus = corpus();
    let count = env::var("INTERLEAVE_LINKS").ok().and_then(|count| count.parse().ok()).unwrap_or(CHANGED);
    for seed in 0..count {
        laws::hold(&changed(&corpus, seed));
    }
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Less than this, which is not 0.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap_or_default()
    }
}

/// One of the corpus with a few bytes altered, left out, repeated, or taken from another.
fn changed(corpus: &[Vec<u8>], seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    let mut bytes = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = bytes.len().min(at + 1 + random.below(24));
        let byte = random.next().to_le_bytes()[0];
        match random.below(6) {
            0 => bytes[at..end].iter_mut().take(1).for_each(|one| *one ^= 1 << (byte % 8)),
            1 => bytes[at..end].iter_mut().take(1).for_each(|one| *one = byte),
            2 => bytes.insert(at, byte),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let again = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, again));
            }
            _ => {
                let other = &corpus[random.below(corpus.len())];
                let from = random.below(other.len() + 1);
                let taken = &other[from..other.len().min(from + (end - at).max(1))];
                drop(bytes.splice(at..end, taken.iter().copied()));
            }
        }
    }
    bytes
}

/// Up to 400 bytes; every other time, of few kinds, so that they repeat themselves as texts do.
fn random_bytes(seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    let len = random.below(400);
    (0..len)
        .map(|_| match random.next().to_le_bytes() {
            [byte, ..] if seed.is_multiple_of(2) => byte,
            [byte, at, ..] => b"await sleep(1)\n#&=.v1zdt"[usize::from(at) % 24] ^ (byte & 1),
        })
        .collect()
}
