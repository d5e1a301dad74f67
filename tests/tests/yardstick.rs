//! The yardstick itself, on one of CPython's test files that is small: what is recorded in `docs/trust.md` passes.

#![allow(clippy::print_stdout, reason = "a test that had nobody to ask says so")]

use interleave_tests::cpython;
use interleave_tests::yardstick::suites::SUITES;
use interleave_tests::yardstick::{Counts, Yardstick};

/// A file of CPython's tests of asyncio, and how many functions of it there are. All of them pass.
const FILE: &str = "test_waitfor";
const FUNCTIONS: usize = 19;

#[test]
fn cpythons_own_tests_of_wait_for_pass() {
    let Some(python) = cpython::find() else {
        println!("no CPython 3.13 is here, so there are no tests of its own to run");
        return;
    };
    let Ok(yardstick) = Yardstick::of(&python) else {
        println!("{} has been installed without its tests: none is run", python.display());
        return;
    };
    let suite = SUITES.iter().find(|suite| suite.files.contains(&FILE)).expect("a suite has the file");
    let measured = yardstick.measure(suite, FILE).expect("CPython lists its tests");
    let failed: Vec<_> = measured
        .iter()
        .filter(|one| one.outcome.kind() != "passed")
        .map(|one| format!("{}.{} {}: {}", one.class, one.function, one.outcome.kind(), one.outcome.words()))
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert_eq!(Counts::of(&measured).all(), FUNCTIONS, "another CPython has other tests: look at them");
}
