//! Links: a program that comes with the address, the reader's own that stays, and a link to take away.

use interleave_tests::browser::{Page, Reader, visit};

/// `print('tea')`, as `crates/link/FORMAT.md` shows it.
const TEA: &str = "#v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw";
const OWN: &str = "print('my own')\n";

async fn open(page: &Page, fragment: &str) {
    page.evaluate(&format!("location.hash = {fragment:?}")).await;
}

#[test]
fn a_link_brings_its_program_and_ones_own_is_kept() {
    visit(Reader::WIDE, async |page| {
        page.write_program(OWN).await;
        page.wait_for_text("#log", "my own").await;
        open(page, TEA).await;
        page.wait_for_text("#log", "tea").await;
        page.wait_for_text("#status", "your own is kept").await;
        assert_eq!(page.editor_text().await, "print('tea')\n");
        page.audit_accessibility().await;

        page.write_program("print('more tea')\n").await;
        page.wait_for_text("#log", "more tea").await;
        page.reload().await;
        page.wait_for_text("#log", "more tea").await;
        assert_eq!(page.editor_text().await, "print('more tea')\n", "what one did to it stays, too");

        page.click("#leave-link").await;
        page.wait_for_text("#log", "my own").await;
        assert_eq!(page.editor_text().await, OWN);
        assert_eq!(page.evaluate("return location.hash").await, "");
        page.reload().await;
        page.wait_for_text("#log", "my own").await;
    });
}

#[test]
fn a_link_is_opened_before_anything_else() {
    visit(Reader::NARROW, async |page| {
        open(page, TEA).await;
        page.wait_for_text("#log", "tea").await;
        page.evaluate("localStorage.removeItem('interleave.linked')").await;
        page.reload().await;
        page.wait_for_text("#log", "tea").await;
        assert_eq!(page.editor_text().await, "print('tea')\n");
    });
}

#[test]
fn a_damaged_link_says_so_and_keeps_what_can_be_kept() {
    visit(Reader::WIDE, async |page| {
        page.write_program(OWN).await;
        page.wait_for_text("#log", "my own").await;
        open(page, &TEA[..TEA.len() - 1].replace("z-pUJ", "AAAAAA")).await;
        page.wait_for_text("#log", "tea").await;
        page.wait_for_text("#status .status-notice", "link").await;
        open(page, "#vast.amounts").await;
        page.wait_for_text("#status .status-notice", "This is no link to a program").await;
        page.wait_for_text("#log", "my own").await;
    });
}

#[test]
fn a_link_to_what_is_seen_can_be_copied() {
    visit(Reader::WIDE, async |page| {
        page.write_program(OWN).await;
        page.wait_for_text("#log", "my own").await;
        page.evaluate(
            "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }",
        )
        .await;
        page.click("#copy-link").await;
        page.wait_for_text("#status", "on the clipboard").await;
        let copied = page.evaluate("return window.copied").await;
        let (address, fragment) = copied.as_str().and_then(|copied| copied.split_once('#')).expect("a link");
        assert_eq!(page.evaluate("return location.href").await, address, "the address bar stays as it is");
        page.write_program("print('something else')\n").await;
        page.wait_for_text("#log", "something else").await;
        open(page, &format!("#{fragment}")).await;
        page.wait_for_text("#log", "my own").await;
    });
}

#[test]
fn a_link_that_cannot_be_copied_is_there_to_be_copied_by_hand() {
    visit(Reader::WIDE, async |page| {
        page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))").await;
        page.click("#copy-link").await;
        page.wait_until(
            "the link",
            "document.querySelector('.status-link')?.value",
            "seen?.includes('#v1.')",
        )
        .await;
        page.audit_accessibility().await;
    });
}
