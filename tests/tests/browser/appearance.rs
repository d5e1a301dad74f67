//! What every language looks like in every theme, wide and narrow: no axe rule broken,
//! nothing beyond the edge, and a picture of each for a person to look at.

use interleave_tests::browser::{Page, Reader, visit};

const LANGUAGES: [&str; 3] = ["zh-Hant", "zh-Hans", "en"];
const THEMES: [&str; 2] = ["light", "dark"];

async fn background(page: &Page) -> String {
    page.evaluate("return getComputedStyle(document.body).backgroundColor").await.to_string()
}

/// Fails with the elements that reach beyond the right edge.
async fn check_nothing_scrolls_sideways(page: &Page) {
    let beyond = page
        .evaluate(
            "const root = document.documentElement;
             if (root.scrollWidth <= root.clientWidth) return [];
             return [...document.querySelectorAll('body *')]
                 .filter(element => element.getBoundingClientRect().right > root.clientWidth)
                 .map(element => element.tagName + (element.id && '#' + element.id));",
        )
        .await;
    assert_eq!(
        beyond.as_array().map(Vec::len),
        Some(0),
        "the page is wider than the screen because of {beyond}"
    );
}

async fn look_through_everything(page: &Page, shape: &str) {
    page.wait_for_attribute("#status", "data-ending", "finished").await;
    for language in LANGUAGES {
        page.choose("#language", language).await;
        page.wait_for_attribute("html", "lang", language).await;
        for theme in THEMES {
            page.choose("#theme", theme).await;
            page.wait_for_attribute("html", "data-theme", theme).await;
            check_nothing_scrolls_sideways(page).await;
            page.screenshot(&format!("{shape}-{language}-{theme}")).await;
            page.audit_accessibility().await;
        }
    }
}

#[test]
fn it_is_in_order_on_a_wide_screen() {
    visit(Reader::WIDE, async |page| look_through_everything(page, "wide").await);
}

#[test]
fn it_is_in_order_on_a_narrow_screen() {
    visit(Reader::NARROW, async |page| look_through_everything(page, "narrow").await);
}

#[test]
fn the_theme_follows_the_system_until_one_is_chosen_and_is_remembered() {
    visit(Reader::WIDE.in_the_dark(), async |page| {
        page.wait_for_attribute("html", "data-theme", "auto").await;
        let system = background(page).await;
        page.choose("#theme", "light").await;
        page.wait_for_attribute("html", "data-theme", "light").await;
        let light = background(page).await;
        assert_ne!(light, system, "a light page where the system is dark");
        page.reload().await;
        page.wait_for_attribute("html", "data-theme", "light").await;
        assert_eq!(background(page).await, light);
        page.choose("#theme", "dark").await;
        page.wait_for_attribute("html", "data-theme", "dark").await;
        assert_eq!(background(page).await, system);
    });
}
