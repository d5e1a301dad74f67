//! The lessons' own pages, which have no script: in order in every language, light and dark, wide
//! and narrow.

use interleave_tests::browser::{Page, Reader, visit};

async fn go_to(page: &Page, language: &str, file: &str) {
    page.evaluate(&format!("location.href = 'lessons/{language}/{file}.html'")).await;
    page.wait_until(
        "another page",
        "location.pathname",
        &format!("seen.endsWith('/{language}/{file}.html')"),
    )
    .await;
    page.wait_for_text("h1", "").await;
}

async fn is_in_order(page: &Page) {
    let beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    page.wait_until("nothing to reach beyond the edge", beyond, "seen <= 0").await;
    page.audit_accessibility().await;
}

#[test]
fn they_are_in_order_on_a_wide_screen() {
    visit(Reader::WIDE, async |page| {
        go_to(page, "en", "index").await;
        is_in_order(page).await;
        page.click(".listed a[href='deadlock.html']").await;
        page.wait_for_text(".program", "asyncio.run(main())").await;
        page.wait_for_text(".prints", "Ada has the first thing").await;
        is_in_order(page).await;
        page.screenshot("lesson-wide").await;
    });
}

#[test]
fn they_are_in_order_on_a_narrow_screen_in_the_dark() {
    visit(Reader::NARROW.in_the_dark(), async |page| {
        go_to(page, "zh-Hans", "workers").await;
        is_in_order(page).await;
        page.click(".languages a[hreflang='zh-Hant']").await;
        page.wait_for_attribute("html", "lang", "zh-Hant-TW").await;
        is_in_order(page).await;
        page.screenshot("lesson-narrow").await;
    });
}
