//! Schedules: small scripts of asyncio, and what they print. Each runs on the core and,
//! where there is one, on CPython 3.13 under `tests/oracle`, whose word is final.
//!
//! A script is a Python program without its noise. `a, b:` are coroutines with the
//! same steps, `def f:` is a function, all variables are global, `with` is `async
//! with`, `print` takes words and `{expressions}`, and `spawn a, b` makes a task of
//! each. `main` is run; if there is a `def program:`, that is called instead.
//! `UPDATE_EXPECT=1 cargo test` writes down what is printed, once CPython agrees.

mod as_completed;
mod barrier;
mod callbacks;
mod cancellation;
mod cleaning;
mod closed_loops;
mod computing;
mod condition;
mod deadlock;
mod eager;
mod event;
mod futures;
mod gather;
mod insides;
mod invent;
mod keeping;
mod laws;
mod leftovers;
mod lock;
mod loops;
mod pools;
mod queue;
mod queue_shutdown;
mod record;
mod runner;
mod semaphore;
mod shield;
mod spreading;
mod support;
mod survey;
mod taskgroup;
mod taskgroup_failures;
mod tasks;
mod threads;
mod timeout;
mod timers;
mod unfinished;
mod wait;
mod wait_for;

use std::rc::Rc;

use expect_test::Expect;

use support::judge::{Played, agree, play};
use support::language::Script;

/// Plays a script and compares its schedule with CPython's and with the one expected.
fn schedule(text: &str, expected: Expect) {
    let script = Rc::new(Script::parse(text));
    let played = play_twice(&script);
    if let Some(judged) = Played::by_python(&script) {
        agree(&script, &played, &judged).unwrap_or_else(|difference| panic!("{difference}"));
    }
    expected.assert_eq(&played.text);
}

/// The same where CPython has no answer: its recursion goes too deep, or it would take too long.
fn schedule_beyond_cpython(text: &str, expected: Expect) {
    expected.assert_eq(&play_twice(&Rc::new(Script::parse(text))).text);
}

fn play_twice(script: &Rc<Script>) -> Played {
    assert_eq!(Script::parse(&script.text()), **script, "what is written reads as what it was");
    let (played, trace) = play(script, false);
    assert!(play(script, true) == (played.clone(), trace), "pausing after each step changes nothing");
    played
}
