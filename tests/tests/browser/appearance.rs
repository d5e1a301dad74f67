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

#[test]
fn the_page_has_its_picture_before_any_script() {
    visit(Reader::WIDE, async |page| {
        let markup = page
            .evaluate_async(
                "const done = arguments[arguments.length - 1];
                 fetch(location.href).then(answer => answer.text()).then(done, done);",
            )
            .await;
        let markup = markup.as_str().unwrap_or_default();
        for part in ["brew</span>(drink, seconds)", "neither has started", "<svg", "Task-3"] {
            assert!(markup.contains(part), "{part:?} is not in the page as it comes");
        }
    });
}

#[test]
fn states_differ_by_more_than_colour_and_nothing_is_styled_inline() {
    visit(Reader::WIDE, async |page| {
        page.wait_until(
            "patterns in the bars",
            "new Set([...document.querySelectorAll('.bars .segment')].map(bar => bar.getAttribute('fill'))).size",
            "seen >= 3",
        )
        .await;
        let styled = page.evaluate("return document.querySelectorAll('main [style]').length").await;
        assert_eq!(styled, 0, "the page's policy allows no inline style");
    });
}

#[test]
fn nothing_moves_by_itself_for_who_wants_that() {
    visit(Reader::WIDE, async |page| {
        let moving = page
            .evaluate(
                "return document.getAnimations().filter(animation => animation.effect.getComputedTiming().duration > 150).length",
            )
            .await;
        assert_eq!(moving, 0);
    });
}

#[test]
fn it_is_in_order_at_twice_the_size() {
    visit(Reader::WIDE, async |page| {
        page.evaluate("document.documentElement.style.fontSize = '200%'").await;
        check_nothing_scrolls_sideways(page).await;
        page.audit_accessibility().await;
    });
}
