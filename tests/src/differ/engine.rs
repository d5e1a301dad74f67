//! Interleave's side of the comparison.

use interleave_python::{Limits, Options, run};

use super::compare::Run;

/// A program of the campaign is short: one that runs on and on should say so soon.
const MOST_INSTRUCTIONS: u64 = 100_000_000;

/// What plays a program on Interleave.
pub fn engine() -> Option<fn(&str) -> Run> {
    Some(play)
}

fn play(source: &str) -> Run {
    let limits = Limits { instructions: MOST_INSTRUCTIONS, ..Limits::default() };
    let run = run(source, &Options { limits, ..Options::default() });
    Run {
        stdout: run.stdout,
        stderr: run.stderr,
        exit: run.exit,
        end_ns: run.end_ns,
        iterations: run.iterations,
    }
}
