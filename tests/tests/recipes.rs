//! The courses of `docs/recipes` in a real browser, as the tools that they are for have built them. `cargo xtask
//! recipes` brings the tools, builds the courses and runs these.

use std::env;
use std::path::PathBuf;

use interleave_tests::browser::{Key, Page, Reader, visit_course};

/// What every course has on its first page: an element and a frame.
const ELEMENT: &str = "document.querySelector('interleave-play').shadowRoot";
const FRAME: &str =
    "document.querySelector('iframe').contentDocument.querySelector('interleave-play').shadowRoot";

/// The colours of paper, in the light and in the dark.
const LIGHT: &str = "rgb(255, 253, 249)";
const DARK: &str = "rgb(27, 29, 33)";

/// Keys that tools have given a meaning: search, help, the page before and after.
const SHORTCUTS: &str = "s/?fnp,.";

fn course(tool: &str) -> PathBuf {
    let folder = env::var_os("INTERLEAVE_RECIPES").map(PathBuf::from);
    let folder =
        folder.expect("INTERLEAVE_RECIPES names the built courses: run `cargo xtask recipes`").join(tool);
    assert!(folder.is_dir(), "no course in {}: run `cargo xtask recipes {tool}`", folder.display());
    folder
}

async fn says(page: &Page, root: &str, text: &str) {
    let seen = format!("{root}.querySelector('.log').innerText");
    page.wait_until(&format!("the log to say {text:?}"), &seen, &format!("seen.includes({text:?})")).await;
}

/// A reader runs what stands there, changes it, and meets nothing of the page around it.
async fn runs_in_its_place(page: &Page) {
    let start = format!("{ELEMENT}.querySelector('.start')");
    page.wait_until("the element", &format!("{start} !== null"), "seen").await;
    page.evaluate(
        "document.querySelector('interleave-play').scrollIntoView({ block: 'center', behavior: 'instant' })",
    )
    .await;
    page.evaluate(&format!("{start}.click()")).await;
    says(page, ELEMENT, "tea is ready").await;
    let address = page.evaluate("return location.href").await;
    let editor = format!("{ELEMENT}.querySelector('textarea')");
    page.evaluate(&format!("{editor}.focus(); {editor}.setSelectionRange(0, 0)")).await;
    page.type_text(&format!("# {SHORTCUTS}\nprint('first')\n")).await;
    for key in [Key::Left, Key::Right] {
        page.press(key).await;
    }
    says(page, ELEMENT, "first").await;
    let typed = page.evaluate(&format!("return {editor}.value")).await;
    assert!(typed.as_str().is_some_and(|text| text.starts_with(&format!("# {SHORTCUTS}\n"))), "{typed}");
    assert_eq!(page.evaluate("return location.href").await, address);
    assert_eq!(page.evaluate("return document.activeElement.localName").await, "interleave-play");
}

/// A frame opens its link, and is as high as what is in it.
async fn runs_in_a_frame(page: &Page) {
    page.evaluate(
        "document.querySelector('iframe').scrollIntoView({ block: 'center', behavior: 'instant' })",
    )
    .await;
    page.wait_until("the frame", &format!("{FRAME}.querySelector('.run') !== null"), "seen").await;
    page.wait_until(
        "its program",
        &format!("{FRAME}.querySelector('.code').innerText"),
        "seen.includes('coffee')",
    )
    .await;
    page.evaluate(&format!("{FRAME}.querySelector('.run').click()")).await;
    says(page, FRAME, "tea is ready").await;
    let room = "(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight])\
        (document.querySelector('iframe').contentDocument.documentElement)";
    page.wait_until("all of it to be seen", room, "seen[0] <= seen[1]").await;
}

/// Players and figures have the ground that goes with their page's.
async fn wears(page: &Page, ground: &str) {
    // Away from the screen a player rests.
    page.evaluate(
        "document.querySelector('interleave-play').scrollIntoView({ block: 'center', behavior: 'instant' })",
    )
    .await;
    let player = format!("getComputedStyle({ELEMENT}.querySelector('.interleave-figure')).backgroundColor");
    page.wait_until(&format!("a player on {ground}"), &player, &format!("seen === {ground:?}")).await;
    let figures = "[...document.querySelectorAll('figure.interleave-figure')].map((figure) => \
        getComputedStyle(figure).backgroundColor)";
    let wanted = format!("seen.every((colour) => colour === {ground:?})");
    page.wait_until(&format!("figures on {ground}"), figures, &wanted).await;
}

/// What stands in an element for readers without scripts is a whole figure, in its right shape.
async fn has_a_figure(page: &Page) {
    let figure = "document.querySelector('figure.interleave-figure')";
    let log = page.evaluate(&format!("return {figure}.querySelector('.log').innerText")).await;
    assert!(log.as_str().is_some_and(|text| text.contains("tea is ready")), "{log}");
    let shape = format!(
        "const lanes = {figure}.querySelector('svg.interleave').getBoundingClientRect();
        const row = {figure}.querySelector('.log-row').getBoundingClientRect();
        return [lanes.width > 400, lanes.height > 80, row.height < 40]"
    );
    assert_eq!(page.evaluate(&shape).await, serde_json::json!([true, true, true]), "lanes and rows");
}

async fn picture(page: &Page, name: &str) {
    page.evaluate(
        "document.querySelector('interleave-play').scrollIntoView({ block: 'start', behavior: 'instant' })",
    )
    .await;
    page.screenshot(name).await;
}

#[test]
fn html() {
    visit_course(&course("html"), "index.html", Reader::WIDE, async |page| {
        runs_in_its_place(page).await;
        wears(page, LIGHT).await;
        runs_in_a_frame(page).await;
        picture(page, "recipe-html").await;
    });
}

#[test]
fn mdbook() {
    visit_course(&course("mdbook"), "tea.html", Reader::WIDE, async |page| {
        has_a_figure(page).await;
        picture(page, "recipe-mdbook-before").await;
        runs_in_its_place(page).await;
        runs_in_a_frame(page).await;
        wears(page, LIGHT).await;
        page.click("#mdbook-theme-toggle").await;
        page.click("#mdbook-theme-coal").await;
        wears(page, DARK).await;
        picture(page, "recipe-mdbook").await;
    });
    visit_course(&course("mdbook"), "week-2/stuck.html", Reader::WIDE.in_the_dark(), async |page| {
        let figure = "return document.querySelector('figure').innerText";
        assert!(
            page.evaluate(figure)
                .await
                .as_str()
                .is_some_and(|text| text.contains("Task-1 waits for Event 1 (since 0 s"))
        );
        page.wait_until("the element", &format!("{ELEMENT} !== null"), "seen").await;
        page.evaluate(&format!("{ELEMENT}.querySelector('.start').click()")).await;
        says(page, ELEMENT, "waits for nobody").await;
        wears(page, DARK).await;
        picture(page, "recipe-mdbook-stuck").await;
    });
    visit_course(&course("mdbook"), "print.html", Reader::WIDE, async |page| {
        page.wait_until("elements on paper", &format!("{ELEMENT} !== null"), "seen").await;
    });
}

#[test]
fn sphinx() {
    visit_course(&course("sphinx"), "index.html", Reader::WIDE, async |page| {
        is_read(page, "sphinx").await;
        // From the reader's own to light, and on to dark.
        let switch = ".theme-toggle-content .theme-toggle";
        darkens(page, "sphinx", switch, ["body", "data-theme", "dark"]).await;
    });
}

#[test]
fn mkdocs() {
    visit_course(&course("mkdocs"), "index.html", Reader::WIDE, async |page| {
        is_read(page, "mkdocs").await;
        let switch = "label[for=__palette_1]";
        darkens(page, "mkdocs", switch, ["body", "data-md-color-scheme", "slate"]).await;
    });
}

#[test]
fn docusaurus() {
    visit_course(&course("docusaurus"), "", Reader::WIDE, async |page| {
        is_read(page, "docusaurus").await;
        let switch = "button[class*=toggleButton]";
        darkens(page, "docusaurus", switch, ["html", "data-theme", "dark"]).await;
    });
}

/// A page with a figure for readers without scripts is read, in the light.
async fn is_read(page: &Page, tool: &str) {
    has_a_figure(page).await;
    picture(page, &format!("recipe-{tool}-before")).await;
    runs_in_its_place(page).await;
    runs_in_a_frame(page).await;
    wears(page, LIGHT).await;
}

/// The page's own switch darkens what is in it, too; an element has an attribute then.
async fn darkens(page: &Page, tool: &str, switch: &str, [element, attribute, dark]: [&str; 3]) {
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })").await;
    page.click(switch).await;
    page.wait_for_attribute(element, attribute, dark).await;
    wears(page, DARK).await;
    picture(page, &format!("recipe-{tool}")).await;
}

#[test]
fn jupyter() {
    visit_course(&course("jupyter"), "tea.html", Reader::WIDE, async |page| {
        page.wait_until("two frames", "document.querySelectorAll('iframe').length", "seen === 2").await;
        runs_in_a_frame(page).await;
        page.screenshot("recipe-jupyter").await;
    });
}
