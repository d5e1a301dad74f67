//! A worker that breaks down, or does not answer, is replaced. Nothing is lost by that.

use interleave_tests::browser::{Page, Reader, visit};

/// Keeps the workers that the page starts where a test can reach them.
const KEEP_WORKERS: &str = "
    window.workers = [];
    window.Worker = class extends Worker {
        constructor(...given) {
            super(...given);
            workers.push(this);
        }
    };";

const BREAK_DOWN: &str = "
    workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'planted', cancelable: true }));";

const ENDLESS: &str = "print('begun')\nwhile True:\n    pass\n";

/// Load the page with [`KEEP_WORKERS`], and wait until its worker has run the opening program.
async fn keep_workers(page: &Page) {
    page.reload_after(KEEP_WORKERS).await;
    page.wait_for_attribute("#status", "data-ending", "finished").await;
}

async fn wait_for_workers(page: &Page, count: u32) {
    page.wait_until("another worker", "workers.length", &format!("seen === {count}")).await;
    page.wait_for_attribute("#status", "data-engine", "ready").await;
}

/// What was there can still be looked at, and another program can run.
async fn check_all_is_well(page: &Page) {
    page.click("#to-start").await;
    page.wait_until(
        "the start",
        "document.querySelector('#now').textContent",
        "seen.trim().startsWith('0 s')",
    )
    .await;
    page.write_program("print('as before')\n").await;
    page.wait_for_text("#log", "as before").await;
}

#[test]
fn one_that_breaks_down_is_replaced_and_nothing_is_lost() {
    visit(Reader::WIDE, async |page| {
        keep_workers(page).await;
        page.write_program("print('kept')\n").await;
        page.wait_for_text("#log", "kept").await;
        page.evaluate(BREAK_DOWN).await;
        page.wait_for_text(".status-notice", "Nothing is lost").await;
        wait_for_workers(page, 2).await;
        assert!(page.editor_text().await.contains("kept") && page.text("#log").await.contains("kept"));
        check_all_is_well(page).await;
    });
}

#[test]
fn one_that_is_not_understood_is_replaced() {
    visit(Reader::WIDE, async |page| {
        keep_workers(page).await;
        page.evaluate("workers[0].postMessage(new Uint8Array([255, 255, 255]))").await;
        wait_for_workers(page, 2).await;
        check_all_is_well(page).await;
    });
}

#[test]
fn one_that_breaks_down_again_and_again_waits_for_another_program() {
    visit(Reader::WIDE, async |page| {
        keep_workers(page).await;
        page.write_program(ENDLESS).await;
        for workers in 2..=4 {
            page.wait_for_attribute("#run-controls", "data-run", "paused").await;
            page.evaluate(BREAK_DOWN).await;
            wait_for_workers(page, workers).await;
        }
        page.wait_for_text(".status-notice", "three times").await;
        assert!(page.text("#log").await.contains("neither has started"), "the last good run is gone");
        check_all_is_well(page).await;
    });
}

#[test]
fn one_that_does_not_stop_is_ended_by_force() {
    visit(Reader::WIDE, async |page| {
        keep_workers(page).await;
        page.write_program(ENDLESS).await;
        page.wait_for_attribute("#run-controls", "data-run", "paused").await;
        page.click("#go-on").await;
        page.wait_for_attribute("#run-controls", "data-run", "going").await;
        page.evaluate("workers.at(-1).postMessage = () => {}; document.querySelector('#stop').click();")
            .await;
        page.wait_for_text(".status-notice", "did not stop").await;
        wait_for_workers(page, 2).await;
        assert!(page.editor_text().await.contains("while True"));
        check_all_is_well(page).await;
    });
}
