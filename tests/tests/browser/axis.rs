//! Which part of the run the timeline shows, told by the labels of its axis.

use interleave_tests::browser::Page;

/// The labels, as a script.
pub(super) const LABELS: &str =
    "[...document.querySelectorAll('#timeline .tick-label')].map(label => label.textContent).join()";

pub(super) async fn labels(page: &Page) -> String {
    page.evaluate(&format!("return {LABELS}")).await.as_str().unwrap_or_default().to_owned()
}

/// Wait until the axis has other labels than these.
pub(super) async fn wait_for_others(page: &Page, before: &str) -> String {
    page.wait_until("another part of the axis", LABELS, &format!("seen !== '' && seen !== {before:?}")).await;
    labels(page).await
}

/// Wait until the axis has these labels.
pub(super) async fn wait_for(page: &Page, expected: &str) {
    page.wait_until("the same part of the axis", LABELS, &format!("seen === {expected:?}")).await;
}
