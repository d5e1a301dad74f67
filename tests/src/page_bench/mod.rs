//! What the page costs a reader, in one browser after the other: ours, then CPython as wasm.
//!
//! The page itself marks what it does (`performance.mark` and `measure`), so nothing is
//! timed from outside; the rival (`tests/rivals/pyodide`) does likewise.

mod ours;
mod table;
mod theirs;

use std::collections::BTreeMap;
use std::path::Path;

use crate::browser::{Page, Reader, observe};

/// The programs that both run, scaled to what a page is asked: a name of `tests/bench`, and a size.
const PROGRAMS: [(&str, u32); 6] = [
    ("gather_sleeps", 10_000),
    ("semaphore_tasks", 10_000),
    ("queue_workers", 100_000),
    ("sleep_zero", 1_000),
    ("future_ping_pong", 20_000),
    ("event_ping_pong", 20_000),
];

/// One round's figures by name, in milliseconds unless the name says otherwise.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    ours: BTreeMap<String, f64>,
    theirs: BTreeMap<String, f64>,
}

/// One round.
///
/// # Panics
/// If a page does not do what is measured, which is a failure of the page.
pub fn measure(rival: &Path) -> Figures {
    Figures { ours: ours::measure(), theirs: theirs::measure(rival) }
}

/// A program of `tests/bench`, of another size.
fn program(name: &str, size: u32) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench").join(name).with_extension("py");
    let source = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let scaled = source.lines().map(|line| match line.strip_prefix("SIZE = ") {
        Some(_) => format!("SIZE = {size}\n"),
        None => format!("{line}\n"),
    });
    scaled.collect()
}

/// Opens a folder in a browser of its own; what the test found there.
fn open<T>(folder: &Path, test: impl AsyncFnOnce(&Page) -> T) -> T {
    let mut found = None;
    let report = observe(folder.to_owned(), Reader::WIDE, async |page| found = Some(test(page).await));
    found.unwrap_or_else(|| panic!("{report}"))
}
