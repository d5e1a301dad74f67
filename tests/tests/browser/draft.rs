//! What a reader wrote is there when they come back, and the opening program is
//! never far.

use interleave_tests::browser::{Reader, visit};

#[test]
fn a_draft_survives_a_reload() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('still here')\n").await;
        page.wait_for_text("#log", "still here").await;
        page.reload().await;
        page.wait_for_text("#log", "still here").await;
        assert!(page.editor_text().await.contains("still here"));
    });
}

#[test]
fn starting_over_can_be_undone() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('mine')\n").await;
        page.wait_for_text("#log", "mine").await;
        page.click("#start-over").await;
        page.wait_for_text("#log", "neither has started").await;
        page.click("#undo").await;
        page.wait_for_text("#log", "mine").await;
    });
}

#[test]
fn who_starts_over_finds_the_opening_program_after_a_reload() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('mine')\n").await;
        page.wait_for_text("#log", "mine").await;
        page.click("#start-over").await;
        page.wait_for_text("#log", "neither has started").await;
        page.reload().await;
        page.wait_for_text("#log", "neither has started").await;
    });
}
