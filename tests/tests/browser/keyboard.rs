//! The page by keyboard alone: every control is reached, and none keeps the reader.

use interleave_tests::browser::{Key, Page, Reader, visit};

/// More than the page has stops before the editor, so that a miss ends.
const STOPS: usize = 20;

async fn tab_to_the_editor(page: &Page) {
    for _ in 0..STOPS {
        if page.editor_has_focus().await {
            return;
        }
        page.press(Key::Tab).await;
    }
    panic!("{STOPS} presses of Tab did not reach the editor");
}

#[test]
fn tab_reaches_the_choices() {
    visit(Reader::WIDE, async |page| {
        for id in ["lessons", "open", "share", "language", "theme"] {
            page.press(Key::Tab).await;
            assert_eq!(page.evaluate("return document.activeElement.id").await, id);
        }
    });
}

#[test]
fn tab_reaches_the_editor_and_indents_there() {
    visit(Reader::WIDE, async |page| {
        tab_to_the_editor(page).await;
        let before = page.editor_text().await;
        page.press(Key::Tab).await;
        assert!(page.editor_has_focus().await, "Tab in the editor belongs to the program");
        assert_ne!(page.editor_text().await, before, "Tab indents");
    });
}

#[test]
fn escape_and_tab_leave_the_editor() {
    visit(Reader::WIDE, async |page| {
        tab_to_the_editor(page).await;
        let before = page.editor_text().await;
        page.press(Key::Escape).await;
        page.press(Key::Tab).await;
        assert!(!page.editor_has_focus().await, "the editor keeps a reader who has no mouse");
        assert_eq!(page.editor_text().await, before, "leaving is not an edit");
    });
}
