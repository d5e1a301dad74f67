//! No text makes the interpreter panic, overflow the stack, or hang. `fuzz/` looks for such texts;
//! what it found is in its corpus, tried here; and so are conformance cases that were tampered with.

#![allow(clippy::disallowed_methods, reason = "the corpus lies in files")]

mod program;

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

/// So many tampered programs are tried.
const TAMPERED: u64 = 3_000;

#[test]
fn no_program_of_the_corpus_does_harm() {
    for path in files(&folder().join("fuzz/corpus/programs")) {
        try_out(&path.display().to_string(), &read(&path));
    }
}

#[test]
fn no_tampered_program_does_harm() {
    let areas = files(&folder().join("../../tests/cases")).into_iter().filter(|path| path.is_dir());
    let programs =
        areas.flat_map(|area| files(&area)).filter(|path| path.extension().is_some_and(|end| end == "py"));
    let programs: Vec<_> = programs.map(|path| read(&path)).collect();
    for seed in 0..TAMPERED {
        try_out(&format!("seed {seed}"), &tampered(&programs, seed));
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// What lies in a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn try_out(name: &str, bytes: &[u8]) {
    interleave_python::count_memory_with(interleave_memory::in_use);
    if let Err(panicked) = panic::catch_unwind(|| program::play(bytes)) {
        let text = panicked.downcast_ref::<String>().map(String::as_str);
        let text = text.or(panicked.downcast_ref::<&str>().copied()).unwrap_or("a panic");
        panic!("{name}: {text}\n{}", String::from_utf8_lossy(bytes));
    }
}

/// A program in which words have changed places, or come from another one: much of it still runs.
fn tampered(programs: &[Vec<u8>], seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut below = |most: usize| {
        // SplitMix64
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap_or(0) % most.max(1)
    };
    let mut words = words_of(&programs[below(programs.len())]);
    let others = words_of(&programs[below(programs.len())]);
    for _ in 0..=below(8) {
        // A short program may have lost all that it had.
        if words.is_empty() || others.is_empty() {
            break;
        }
        let (at, other, from) = (below(words.len()), below(words.len()), below(others.len()));
        match below(4) {
            0 => words.swap(at, other),
            1 => words[at] = others[from],
            2 => words.insert(at, others[from]),
            _ => drop(words.remove(at)),
        }
    }
    words.concat()
}

/// Names, numbers, runs of spaces, and every other sign by itself.
fn words_of(program: &[u8]) -> Vec<&[u8]> {
    let kind = |byte: &u8| match byte {
        b' ' => 1,
        byte if byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii() => 2,
        _ => 3,
    };
    program.chunk_by(|one, next| kind(one) == kind(next) && kind(one) != 3).collect()
}
