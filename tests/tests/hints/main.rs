//! Hints, held against programs and their runs: [`rules`] has programs that make each mistake and programs that
//! nearly do, [`total`] texts of any kind, [`corpus`] all programs of the lessons and the conformance cases, where nothing may be hinted at
//! that is no mistake.

mod corpus;
mod rules;
mod total;

use std::path::{Path, PathBuf};
use std::{fs, io};

use interleave_hints::{Hint, hints};
use interleave_python::{Limits, Options, Run, run};
use interleave_text::Lines;
use interleave_views::Story;

/// Far less than a run may do elsewhere.
const MOST_INSTRUCTIONS: u64 = 500_000_000;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A program's run, and its hints.
fn play(source: &str, stdin: &str) -> (Run, Vec<Hint>) {
    let limits = Limits { instructions: MOST_INSTRUCTIONS, ..Limits::default() };
    let options = Options { stdin: stdin.to_owned(), record: true, limits, ..Options::default() };
    let mut run = run(source, &options);
    let story = run.trace.take().map(|trace| Story::new(source, trace));
    // What is no program has no hints.
    let found = hints(source, story.as_ref()).unwrap_or_default();
    (run, found)
}

/// A hint in a line: where, which, and what stands there.
fn line(hint: &Hint, source: &str) -> String {
    let line = Lines::new(source).line_of(hint.span.start);
    let there = hint.span.of(source).unwrap_or_default().lines().next().unwrap_or_default();
    let repair = if hint.repair.is_some() { " (repaired)" } else { "" };
    format!("{line}: {}: {there}{repair}", hint.mistake.rule().name())
}

/// What a repair makes of a program.
fn repaired(hint: &Hint, source: &str) -> Option<String> {
    hint.repair.as_ref().map(|edit| edit.apply(source).expect("an edit fits its text"))
}

/// The files of a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            paths.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|own| own == ending) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
