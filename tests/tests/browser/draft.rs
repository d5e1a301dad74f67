//! What a reader wrote is there when they come back, and the opening program is
//! never far.

use interleave_tests::browser::{Page, Reader, visit};

async fn write_and_start_over(page: &Page) {
    page.write_program("print('mine')\n").await;
    page.wait_for_text("#log", "mine").await;
    page.click("#start-over").await;
    page.wait_for_text("#log", "neither has started").await;
}

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
fn what_another_tab_keeps_is_not_this_tab_s() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('my own')\n").await;
        page.wait_for_text("#log", "my own").await;
        page.evaluate("localStorage.setItem('interleave.draft', \"print('of another')\")").await;
        page.reload().await;
        page.wait_for_text("#log", "my own").await;
    });
}

#[test]
fn an_undo_is_offered_until_something_else_is_written() {
    visit(Reader::WIDE, async |page| {
        write_and_start_over(page).await;
        page.wait_for_text("#undo", "Undo").await;
        page.type_into_editor("print('more')\n").await;
        page.wait_for_text("#log", "more").await;
        let offered = page.evaluate("return document.querySelectorAll('#undo').length").await;
        assert_eq!(offered, 0, "it would take back something else");
    });
}

#[test]
fn starting_over_can_be_undone() {
    visit(Reader::WIDE, async |page| {
        write_and_start_over(page).await;
        page.click("#undo").await;
        page.wait_for_text("#log", "mine").await;
    });
}

#[test]
fn who_starts_over_finds_the_opening_program_after_a_reload() {
    visit(Reader::WIDE, async |page| {
        write_and_start_over(page).await;
        page.reload().await;
        page.wait_for_text("#log", "neither has started").await;
    });
}

/// Everything works but what storage is for.
async fn check_without_storage(page: &Page, script: &str) {
    page.reload_after(script).await;
    page.wait_for_text("#log", "neither has started").await;
    page.choose("#theme", "dark").await;
    page.wait_for_attribute("html", "data-theme", "dark").await;
    page.choose("#language", "zh-Hant").await;
    page.wait_for_attribute("html", "lang", "zh-Hant").await;
    page.write_program("print('typed')\n").await;
    page.wait_for_text("#log", "typed").await;
}

#[test]
fn a_page_whose_storage_is_blocked_works() {
    visit(Reader::WIDE, async |page| {
        check_without_storage(
            page,
            "Object.defineProperty(window, 'localStorage', {
                 get() { throw new DOMException('blocked on purpose', 'SecurityError'); },
             });",
        )
        .await;
    });
}

#[test]
fn a_page_whose_storage_is_full_works() {
    visit(Reader::WIDE, async |page| {
        check_without_storage(
            page,
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        )
        .await;
    });
}
