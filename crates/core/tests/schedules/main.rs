//! Schedules: small scripts of asyncio, and what they print. Each runs on the core and,
//! where there is one, on CPython 3.13 under `tests/oracle`, whose word is final.
//!
//! A script is a Python program without its noise. `a, b:` are coroutines with the
//! same steps, `def f:` is a function, all variables are global, `with` is `async
//! with`, `print` takes words and `{expressions}`, and `spawn a, b` makes a task of
//! each. `main` is run; if there is a `def program:`, that is called instead.

mod as_completed;
mod callbacks;
mod cancellation;
mod deadlock;
mod futures;
mod gather;
mod shield;
mod support;
mod tasks;
mod threads;
mod timeout;
mod timers;
mod wait;
mod wait_for;
