//! The worker with the engine: it starts, and gets its last part when a program needs it.

use interleave_tests::browser::{Reader, visit};

/// A program that no lesson is like.
pub(crate) const RARE: &str = "print(format(3 ** 500 % 10 ** 40, ','), 'tea'.zfill(9), b'tea'.hex())\n";
pub(crate) const PRINTED: &str = "000000tea 746561";

#[test]
fn it_starts_and_says_its_version() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_attribute("#status", "data-engine", "ready").await;
        page.wait_for_text("#status", env!("CARGO_PKG_VERSION")).await;
    });
}

#[test]
fn a_program_that_needs_its_last_part_has_it() {
    visit(Reader::WIDE, async |page| {
        page.write_program(RARE).await;
        page.wait_for_text("#log", PRINTED).await;
    });
}
