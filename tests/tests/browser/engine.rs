//! The worker with the engine: it starts.

use interleave_tests::browser::{Reader, visit};

#[test]
fn it_starts_and_says_its_version() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_attribute("#status", "data-engine", "ready").await;
        page.wait_for_text("#status", env!("CARGO_PKG_VERSION")).await;
    });
}
