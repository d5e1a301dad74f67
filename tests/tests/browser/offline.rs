//! The site without a network, and a site that becomes another one while its readers keep it.

use std::fs;

use interleave_tests::browser::{Page, Reader, dist, visit_site};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::builds::{self, Change};
use super::engine::{PRINTED, RARE};

const OPENING: &str = "3 seconds for 5 seconds of waiting";

/// Nobody is disturbed here, and tests would be long.
const WITHOUT_REST: Change<'_> = ("offline.js", "const REST = 150;", "const REST = 0;");

/// The built page, which is kept without rests.
pub(crate) fn unresting() -> TempDir {
    builds::changed(&[WITHOUT_REST])
}

/// Whoever stays has the site kept, file by file, which is longer than a page is waited for elsewhere.
pub(crate) async fn stay(page: &Page) {
    const KEPT: &str = "
        navigator.serviceWorker.ready.then(() => arguments[0](true));
        setTimeout(() => arguments[0](false), 5_000);";
    for _ in 0..9 {
        if page.evaluate_async(KEPT).await == true {
            return;
        }
    }
    panic!("the site is not kept");
}

/// What differs between two builds: a file that the page loads at first, one that it loads for its worker, and a
/// lesson, which it loads when somebody opens it.
const CHANGED: [Change<'_>; 3] = [
    ("index.html", "\"A playground for", "\"Another playground for"),
    ("parts.js", "export ", "globalThis.another = true;\nexport "),
    ("lessons/en/two-tasks.leaf", "Two tasks", "Ten tasks"),
];

/// Another build of the same page, whose service worker knows what is in its files.
fn another_build() -> TempDir {
    let folder = builds::changed(&[&CHANGED[..], &[WITHOUT_REST]].concat());
    let worker = folder.path().join("offline.js");
    let script = fs::read_to_string(&worker).expect("the page has its worker");
    let (before, rest) = script.split_once("const FILES = ").expect("it knows the site's files");
    let (list, after) = rest.split_once(";\n").expect("the list has an end");
    let mut files: Map<String, Value> = serde_json::from_str(list).expect("the list is plain data");
    for (file, ..) in CHANGED {
        let digest = Sha256::digest(fs::read(folder.path().join(file)).expect("it was just written"));
        let fingerprint: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        files[file] = json!(fingerprint);
    }
    let script = format!("{before}const FILES = {};\n{after}", json!(files));
    fs::write(&worker, script).expect("the folder can be written");
    folder
}

#[test]
fn all_of_the_site_is_there_without_a_network() {
    let folder = unresting();
    visit_site(folder.path().to_path_buf(), Reader::WIDE, async |page, site| {
        stay(page).await;
        site.answer_only(0);
        page.reload().await;
        page.wait_for_text("#log", OPENING).await;
        page.write_program(RARE).await;
        page.wait_for_text("#log", PRINTED).await;
        // Its own program now: the worker wants its last part at once.
        page.reload().await;
        page.wait_for_text("#log", PRINTED).await;
        page.evaluate("location.hash = '#lesson/en/two-tasks'").await;
        page.wait_for_text("#lesson-title", "Two tasks").await;

        page.go_to("lessons/zh-Hant/").await;
        page.wait_for_text("h1", "一課一課學 asyncio").await;
        page.go_to("embed/examples.html").await;
        page.evaluate("return document.querySelector('interleave-play').run().then(() => null)").await;
        let log = "document.querySelector('interleave-play').shadowRoot.querySelector('.log').innerText";
        page.wait_until("its log", log, "seen.includes('coffee is ready')").await;
    });
}

/// The page is of one build, whatever the server has now: what it has loaded, and what it loads of a lesson.
async fn is_of_one_build(page: &Page, is_another: bool) {
    let described = "document.querySelector('meta[name=description]').content.startsWith('Another')";
    let loaded = page.evaluate(&format!("return [{described}, globalThis.another === true]")).await;
    assert_eq!(loaded, json!([is_another, is_another]));
    page.evaluate("location.hash = '#lesson/en/two-tasks'").await;
    page.wait_for_text("#lesson-title", if is_another { "Ten tasks" } else { "Two tasks" }).await;
}

/// Tells in `window.fate` what becomes of another version's worker.
const FOLLOW: &str = "
    navigator.serviceWorker?.getRegistration().then((registration) => {
        const follow = (worker) => {
            window.fate = worker.state;
            worker.addEventListener('statechange', () => (window.fate = worker.state));
        };
        const other = registration?.installing ?? registration?.waiting;
        if (other) follow(other);
        registration?.addEventListener('updatefound', () => follow(registration.installing));
    });";

/// Goes where nothing is kept, and comes back when what may take over there has done so.
async fn come_back(page: &Page) {
    page.go_to("../lesson.html").await;
    let kept =
        "(navigator.serviceWorker.getRegistration('interleave/').then((found) => (window.found = found)),
         window.found?.waiting ?? window.found?.active)?.state";
    page.wait_until("what is waiting to take over", kept, "seen === 'activated'").await;
    page.go_to("").await;
    page.wait_until_ready().await;
}

#[test]
fn another_build_is_there_at_the_next_visit_and_never_a_mixture() {
    let another = another_build();
    let folder = unresting();
    visit_site(folder.path().to_path_buf(), Reader::WIDE, async |page, site| {
        stay(page).await;
        site.serve_from(another.path());
        site.asked();
        page.reload_after(FOLLOW).await;
        is_of_one_build(page, false).await;
        page.wait_until("the other build to be there", "window.fate", "seen === 'installed'").await;
        page.go_to("#").await;
        is_of_one_build(page, false).await;
        let mut asked = site.asked();
        asked.sort();
        asked.dedup();
        let names: Vec<_> = asked.iter().map(|path| path.trim_start_matches("/course/interleave/")).collect();
        assert_eq!(names, ["index.html", "lessons/en/two-tasks.leaf", "offline.js", "parts.js"]);
        come_back(page).await;
        is_of_one_build(page, true).await;
        site.answer_only(0);
        page.reload().await;
        is_of_one_build(page, true).await;
    });
}

#[test]
fn a_build_of_which_only_some_comes_changes_nothing() {
    let another = another_build();
    let folder = unresting();
    visit_site(folder.path().to_path_buf(), Reader::WIDE, async |page, site| {
        stay(page).await;
        site.serve_from(another.path());
        // The worker, and one file.
        site.answer_only(2);
        page.reload_after(FOLLOW).await;
        page.wait_until("the other build to be given up", "window.fate", "seen === 'redundant'").await;
        is_of_one_build(page, false).await;
        page.reload().await;
        is_of_one_build(page, false).await;
        site.answer_all();
        page.reload().await;
        page.wait_until("the other build to be there", "window.fate", "seen === 'installed'").await;
        come_back(page).await;
        is_of_one_build(page, true).await;
    });
}

#[test]
fn a_page_that_may_keep_nothing_goes_without() {
    visit_site(dist(), Reader::WIDE, async |page, _| {
        page.reload_after(
            "const later = setTimeout;
             globalThis.setTimeout = (task, delay, ...rest) => later(task, delay === 5000 ? 0 : delay, ...rest);
             ServiceWorkerContainer.prototype.register = () => {
                 window.hasTried = true;
                 return Promise.reject(new Error('planted'));
             };",
        )
        .await;
        page.wait_until("it to try", "window.hasTried", "seen").await;
        page.wait_for_text("#log", OPENING).await;
    });
}
