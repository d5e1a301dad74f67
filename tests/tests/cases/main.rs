//! Conformance: every program of `tests/cases`, and of the lessons, prints what CPython 3.13 prints, ends as
//! it ends, and ends at the same virtual nanosecond. `cargo xtask record` asks CPython.
//!
//! INTERLEAVE_CASE=lists/ runs those whose title contains that.

mod addresses;
mod case;
mod engine;
mod expected;
mod judge;
mod wasm;

use std::path::{Path, PathBuf};

use case::Case;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn cases() -> Vec<Case> {
    Case::all(&workspace()).unwrap_or_else(|error| panic!("cannot read the cases: {error}"))
}

#[test]
fn every_case_is_recorded() {
    let missing: Vec<_> =
        cases().into_iter().filter(|case| !case.expected.exists()).map(|case| case.title).collect();
    assert!(missing.is_empty(), "`cargo xtask record` these, and read what it writes: {missing:?}");
    let orphans = case::orphans(&workspace()).expect("the folders were read before");
    assert!(orphans.is_empty(), "no program is beside {orphans:?}; `cargo xtask record` removes them");
}
