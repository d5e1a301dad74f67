//! The cases on Interleave itself, each played twice: the second run must be the first
//! one over again, event for event.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{env, fs};

use interleave_python::{Limits, Options, Run, run};

use super::case::Case;
use super::cases;
use super::expected::Outcome;
use super::judge::{Report, differs};

#[test]
fn every_case_agrees_with_cpython() {
    let wanted = env::var("INTERLEAVE_CASE").unwrap_or_default();
    let cases: Vec<_> = cases().into_iter().filter(|case| case.title.contains(&wanted)).collect();
    assert!(!cases.is_empty(), "no case is called {wanted}");
    let mut report = Report::default();
    for case in &cases {
        report.add(case.area(), &case.title, fault(case));
    }
    if let Err(said) = report.verdict() {
        panic!("\n{said}");
    }
}

fn fault(case: &Case) -> Option<String> {
    let recorded = fs::read_to_string(&case.expected).unwrap_or_default();
    // A fault of the engine's is this case's, and the others are played all the same.
    let Ok((first, second)) = catch_unwind(AssertUnwindSafe(|| (play(case), play(case)))) else {
        return Some("the engine has panicked\n".to_owned());
    };
    if first.trace != second.trace {
        return Some("two runs of it differ\n".to_owned());
    }
    differs(&recorded, outcome(first))
}

/// Far less than a run may do elsewhere: a case that goes round and round should say so soon.
const MOST_INSTRUCTIONS: u64 = 500_000_000;

/// On a thread of its own: made-up addresses of builtin things begin anew with each.
fn play(case: &Case) -> Run {
    std::thread::scope(|scope| match scope.spawn(|| play_here(case)).join() {
        Ok(run) => run,
        Err(panic) => std::panic::resume_unwind(panic),
    })
}

fn play_here(case: &Case) -> Run {
    let limits = Limits { instructions: MOST_INSTRUCTIONS, ..Limits::default() };
    run(&case.source, &Options { stdin: case.stdin(), record: true, limits, ..Options::default() })
}

fn outcome(run: Run) -> Outcome {
    Outcome { stdout: run.stdout, stderr: run.stderr, exit: run.exit.into(), end_ns: run.end_ns }
}
