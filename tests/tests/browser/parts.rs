//! What is fetched when: an untouched page does without the later parts of its modules; they come when a reader
//! does, and at the latest when they are needed.

use std::fs;
use std::os::unix::fs::symlink;

use interleave_tests::browser::{Key, Page, Reader, dist, observe, visit};
use tempfile::TempDir;

use super::engine::RARE;

/// What the names of all later parts contain, those of the second ones, and that of the worker's last.
const LATER: &str = "_bg-";
const PANELS: &str = "_bg-2-";
const LAST: &str = "worker_bg-3-";

const OPENING: &str = "3 seconds for 5 seconds of waiting";

/// The page without some of its files.
fn page_without(files: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for half a page");
    for file in fs::read_dir(dist()).expect("the page is built").flatten() {
        let name = file.file_name();
        if !name.to_string_lossy().contains(files) {
            symlink(file.path().canonicalize().expect("it is there"), folder.path().join(name))
                .expect("a new link");
        }
    }
    folder
}

/// The page's own later part has been fetched.
const HAS_PANELS: &str =
    "performance.getEntriesByType('resource').some(({ name }) => /page-.*_bg-2-/.test(name))";

async fn has_panels(page: &Page) -> bool {
    page.evaluate(&format!("return {HAS_PANELS}")).await == true
}

#[test]
fn an_untouched_page_does_without_later_parts() {
    let folder = page_without(LATER);
    for reader in [Reader::WIDE, Reader::NARROW.reading("zh-TW"), Reader::WIDE.reading("zh-CN").in_the_dark()]
    {
        let report = observe(folder.path().to_path_buf(), reader, async |page| {
            page.wait_for_attribute("#status", "data-ending", "finished").await;
            page.wait_for_text("#log", OPENING).await;
            // What it does by itself has been done by then.
            page.evaluate_async("setTimeout(arguments[0], 500)").await;
        });
        assert!(report.complaints.is_empty(), "{report}");
    }
}

#[test]
fn the_panels_come_when_the_reader_does() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_text("#log", OPENING).await;
        assert!(!has_panels(page).await);
        page.press(Key::Tab).await;
        page.wait_until("the panels to come", HAS_PANELS, "seen").await;
    });
}

#[test]
fn what_is_needed_sooner_is_fetched_at_once() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_text("#log", OPENING).await;
        // No hand and no key has come near.
        page.evaluate("document.querySelector('#keys').click()").await;
        page.wait_for_attribute("#keys-dialog", "open", "").await;
        assert!(has_panels(page).await);
    });
}

/// How often the page has waited for a file and done nothing else.
async fn waits(page: &Page) -> i64 {
    let files = "performance.getEntriesByType('resource')";
    let waits = format!("return {files}.filter(file => file.initiatorType === 'xmlhttprequest').length");
    page.evaluate(&waits).await.as_i64().expect("a number")
}

#[test]
fn what_is_pressed_at_once_is_pressed_when_the_panels_are_there() {
    for reader in [Reader::WIDE, Reader::NARROW] {
        visit(reader, async |page| {
            page.wait_for_text("#log", OPENING).await;
            page.click("#keys").await;
            page.wait_for_attribute("#keys-dialog", "open", "").await;
            assert_eq!(waits(page).await, 0);
        });
    }
}

#[test]
fn who_comes_back_or_brings_an_address_waits_for_nothing() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('mine')\n").await;
        page.wait_for_text("#log", "mine").await;
        page.reload().await;
        page.wait_for_text("#log", "mine").await;
        assert!(has_panels(page).await);
        assert_eq!(waits(page).await, 0, "with a draft");
        page.reload_after("location.hash = '#lesson/en/two-tasks'").await;
        page.wait_for_text("#lesson-title", "Two tasks").await;
        assert_eq!(waits(page).await, 0, "with a lesson");
    });
}

#[test]
fn a_page_whose_panels_cannot_be_had_says_so() {
    let folder = page_without(PANELS);
    let report = observe(folder.path().to_path_buf(), Reader::WIDE, async |page| {
        page.wait_for_text("#log", OPENING).await;
        page.evaluate("document.querySelector('#keys').click()").await;
        page.wait_for_text("#failure", "Reload it").await;
        page.wait_for_text("#failure", PANELS).await;
    });
    let of_the_part = |complaint: &str| complaint.contains("/parts.js");
    assert!(report.complaints.iter().all(|complaint| of_the_part(&complaint.to_string())), "{report}");
}

#[test]
fn a_lesson_does_without_the_last_part_and_who_does_not_is_told_that_there_is_none() {
    let folder = page_without(LAST);
    let report = observe(folder.path().to_path_buf(), Reader::WIDE, async |page| {
        page.wait_for_attribute("#status", "data-ending", "finished").await;
        page.wait_for_text("#log", OPENING).await;
        page.write_program(RARE).await;
        page.wait_for_text("#status", "The engine broke down over this program").await;
    });
    let of_the_part = |complaint: &str| complaint.contains(LAST);
    assert!(report.complaints.iter().all(|complaint| of_the_part(&complaint.to_string())), "{report}");
}

#[test]
fn an_embed_does_without_the_last_part() {
    let folder = page_without(LAST);
    let report = observe(folder.path().to_path_buf(), Reader::WIDE, async |page| {
        page.go_to("embed/examples.html").await;
        let embed = "document.querySelector('interleave-play')";
        page.wait_until("the element", &format!("{embed}.shadowRoot"), "seen !== null").await;
        page.evaluate(&format!("{embed}.view = 'code log timeline graph loop resources vars'")).await;
        page.evaluate(&format!("return {embed}.run().then(() => null)")).await;
        for step in ["seek({ time: 1 })", "seek({ event: 0 })", "step(3)", "step(-1)"] {
            page.evaluate(&format!("return {embed}.{step}")).await;
        }
        page.evaluate(&format!("{embed}.lang = 'zh-Hant'")).await;
        let told = format!("{embed}.shadowRoot.querySelector('.picture').textContent");
        page.wait_until("its picture in Chinese", &told, "seen.includes('主執行緒')").await;
        page.evaluate("document.querySelector('iframe').scrollIntoView()").await;
        page.wait_until(
            "the program in a frame",
            "document.querySelector('iframe').contentDocument.querySelector('interleave-play').shadowRoot.textContent",
            "seen.includes('tea')",
        )
        .await;
    });
    assert!(report.complaints.is_empty(), "{report}");
}
