//! Any text, run as a program under small limits: in one go, and again in slices. What must hold
//! is that it ends, without a panic, and both times alike. Shared with the fuzzer.

use interleave_python::{Execution, Limits, Options, Run, run};

/// A number without a pattern, so that slices end anywhere.
const SLICE: u64 = 977;

pub(crate) fn play(bytes: &[u8]) {
    let source = String::from_utf8_lossy(bytes);
    let in_one_go = run(&source, &options());
    let in_slices = run_in_slices(&source);
    assert_eq!(in_one_go.ending, in_slices.ending);
    assert_eq!((in_one_go.exit, in_one_go.end_ns), (in_slices.exit, in_slices.end_ns));
    assert_eq!((in_one_go.stdout, in_one_go.stderr), (in_slices.stdout, in_slices.stderr));
    assert_eq!(in_one_go.iterations, in_slices.iterations);
    assert!(in_one_go.trace == in_slices.trace, "the traces differ");
}

fn run_in_slices(source: &str) -> Run {
    match Execution::new(source, &options()) {
        Ok(mut execution) => {
            while !execution.advance(SLICE) {}
            execution.finish()
        }
        Err(run) => *run,
    }
}

fn options() -> Options {
    let limits = Limits {
        source: 64 << 10,
        instructions: 200_000,
        memory: 256 << 20,
        output: 256 << 10,
        events: 10_000,
        lines: 5_000,
    };
    Options { stdin: "Ada\n36\n".to_owned(), record: true, limits, ..Options::default() }
}
