//! The worker with the engine: it starts, and answers for the text in the editor.

use interleave_tests::browser::{Page, Reader, visit};

/// Wait until the status line says what the engine must say of the editor's text.
async fn wait_for_the_checksum(page: &Page) {
    let text = page.editor_text().await;
    page.wait_for_text("#status", &format!("{:08x}", crc32fast::hash(text.as_bytes()))).await;
}

#[test]
fn it_starts_and_says_its_version() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_attribute("#status", "data-engine", "ready").await;
        page.wait_for_text("#status", env!("CARGO_PKG_VERSION")).await;
    });
}

#[test]
fn it_answers_for_the_opening_program() {
    visit(Reader::WIDE, async |page| {
        let text = page.editor_text().await;
        assert!(text.contains("import asyncio"), "the editor opens with {text:?}");
        wait_for_the_checksum(page).await;
    });
}

#[test]
fn it_answers_for_what_is_typed() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_checksum(page).await;
        let before = page.editor_text().await;
        page.type_into_editor("# 等待 is to wait").await;
        assert_eq!(page.editor_text().await, before + "# 等待 is to wait");
        wait_for_the_checksum(page).await;
    });
}
