//! What a sleeping task costs in memory, besides the routine that it runs: read
//! off the process while a million of them sleep. Linux only.

#![allow(clippy::print_stdout, reason = "a bench says what it has measured")]
#![allow(clippy::disallowed_methods, reason = "it looks at its own process from outside")]

use std::cell::Cell;
use std::fs;
use std::rc::Rc;

use crate::interleave;

const TASKS: u64 = 1_000_000;

/// What the crate promises, in bytes a task.
const PROMISED: u64 = 400;

pub(crate) fn report() {
    let before = resident();
    let asleep = Rc::new(Cell::new(0));
    let seen = Rc::clone(&asleep);
    interleave::sleepers_seen(TASKS, move || seen.set(resident()));
    let each = asleep.get().saturating_sub(before) / TASKS;
    let own = u64::try_from(interleave::BODY).unwrap_or(0);
    let besides = each.saturating_sub(own);
    println!("a sleeping task takes {each} bytes, {besides} of them besides its own code's {own}");
    assert!(besides < PROMISED, "more than {PROMISED} bytes a task");
}

/// Bytes of this process that are in memory.
fn resident() -> u64 {
    let pages = fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|text| text.split_whitespace().nth(1)?.parse::<u64>().ok());
    pages.map_or(0, |pages| pages * 4096)
}
