//! Lessons in the page: their text beside the program, where to look, what to try, the question, and how far one is.

use std::fs;
use std::path::Path;

use interleave_lessons::Catalogue;
use interleave_tests::browser::{Page, Reader, visit};
use interleave_text::Language;

const OWN: &str = "print('my own')\n";

async fn open(page: &Page, address: &str) {
    page.evaluate(&format!("location.hash = {address:?}")).await;
}

async fn wait_for_program(page: &Page, end: &str) {
    page.wait_until("the program", "document.querySelector('#editor').shadowRoot.textContent", end).await;
    page.wait_for_attribute("#run-controls", "data-run", "idle").await;
}

fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/lessons/catalogue");
    Catalogue::read(|file| fs::read_to_string(folder.join(file)).ok()).expect("the catalogue is whole")
}

#[test]
fn a_lesson_is_read_looked_at_tried_and_answered() {
    visit(Reader::WIDE, async |page| {
        page.write_program(OWN).await;
        page.wait_for_text("#log", "my own").await;
        page.click("#lessons").await;
        page.wait_for_text("#lesson", "0 of 63 questions answered").await;
        page.audit_accessibility().await;
        assert_eq!(page.editor_text().await, OWN, "a list changes nothing");

        page.click("#lesson a[href='#lesson/en/two-tasks']").await;
        page.wait_for_text("#lesson-title", "Two tasks").await;
        page.wait_for_text("#log", "socks is clean").await;
        page.wait_for_text("#status", "your own is kept").await;
        assert_eq!(page.evaluate("return document.activeElement.id").await, "lesson-title");

        page.click("#look-there").await;
        page.wait_for_text(".log-row.active", "socks is clean").await;
        page.wait_for_text(".lane.selected", "Task-3").await;
        page.wait_until("the keys", "document.activeElement.closest('#timeline') !== null", "seen").await;
        page.audit_accessibility().await;

        page.click("#try-it").await;
        page.wait_for_text("#try-it", "Put it back").await;
        page.wait_for_text("#log", "3.000 s").await;
        page.click("#try-it").await;
        page.wait_for_text("#try-it", "Change the program").await;

        page.click(".lesson-choices li:nth-child(1) > .lesson-choice").await;
        page.wait_for_text(".lesson-verdict", "Not so.").await;
        page.click(".lesson-choices li:nth-child(2) > .lesson-choice").await;
        page.wait_for_text(".lesson-verdict", "Right.").await;
        page.audit_accessibility().await;

        page.click(".lesson-neighbours a:last-of-type").await;
        page.wait_for_text("#lesson-title", "await").await;
        page.click("#leave-lesson").await;
        page.wait_for_text("#log", "my own").await;
        assert_eq!(page.editor_text().await, OWN);
        assert_eq!(page.evaluate("return location.hash").await, "");
    });
}

#[test]
fn what_one_has_done_is_remembered_here_until_it_is_forgotten() {
    visit(Reader::NARROW.reading("zh-Hant"), async |page| {
        open(page, "#lesson/zh-Hant/first-coroutine").await;
        page.wait_for_text("#lesson .lesson-where", "第 1 課").await;
        page.audit_accessibility().await;
        page.write_program("print('改過了')\n").await;
        page.wait_for_text("#log", "改過了").await;
        page.wait_for_text("#lesson", "重新開始").await;
        page.reload().await;
        page.wait_for_text("#log", "改過了").await;
        page.click("#start-over").await;
        page.wait_until("the lesson's program", "document.querySelector('#look-there') !== null", "seen")
            .await;

        page.choose("#language", "zh-Hans").await;
        page.wait_for_text("#lesson .lesson-where", "第 1 课").await;
        page.click("#lesson .lesson-where a").await;
        page.wait_for_text("[data-progress=opened]", "已看").await;
        page.audit_accessibility().await;
        page.click("#forget-progress").await;
        page.wait_until(
            "nothing marked",
            "document.querySelector('[data-progress=opened]') === null",
            "seen",
        )
        .await;
        assert_eq!(
            page.evaluate("return localStorage.getItem('interleave.progress')").await,
            serde_json::Value::Null
        );
    });
}

#[test]
fn a_lesson_that_does_not_come_says_so_and_loses_nothing() {
    visit(Reader::WIDE, async |page| {
        page.write_program(OWN).await;
        page.wait_for_text("#log", "my own").await;
        page.evaluate("window.fetch = () => Promise.reject(new Error('no connection'))").await;
        open(page, "#lesson/en/two-tasks").await;
        page.wait_for_text("#lesson [role=alert]", "could not be loaded").await;
        assert_eq!(page.editor_text().await, OWN);
    });
}

/// Goes through every sixth lesson, in one language: more would take too long on a busy machine.
fn walk(first: usize, language: Language) {
    visit(Reader::WIDE, async |page| {
        for lesson in catalogue().lessons().skip(first).step_by(6) {
            let prose = lesson.prose.of(language);
            open(page, &format!("#lesson/{}/{}", language.tag(), lesson.slug)).await;
            page.wait_for_text("#lesson-title", &prose.title.plain()).await;
            wait_for_program(page, "seen.length > 0").await;
            assert_eq!(page.editor_text().await, lesson.program, "{}", lesson.slug);
            page.wait_until(
                "the lesson's run",
                "document.querySelector('#look-there')?.disabled",
                "seen === false",
            )
            .await;
            page.click("#look-there").await;
            page.wait_until(
                "somebody to look at",
                "document.querySelector('.lane.selected') !== null",
                "seen",
            )
            .await;
            let right = 1 + prose.choices.iter().position(|choice| choice.right).expect("one is right");
            page.click(&format!(".lesson-choices li:nth-child({right}) .lesson-choice")).await;
            page.wait_for_text(".lesson-verdict", &prose.answer[0].plain()).await;
            page.click("#try-it").await;
            page.wait_until("the change", "document.querySelector('#look-there') === null", "seen").await;
            page.wait_for_attribute("#run-controls", "data-run", "idle").await;
        }
        page.screenshot(&format!("lesson-{}-{first}", language.tag())).await;
    });
}

#[test]
fn lessons_are_walked_through_in_english() {
    walk(0, Language::English);
}

#[test]
fn more_lessons_are_walked_through_in_english() {
    walk(3, Language::English);
}

#[test]
fn lessons_are_walked_through_in_traditional_chinese() {
    walk(1, Language::TraditionalChinese);
}

#[test]
fn more_lessons_are_walked_through_in_traditional_chinese() {
    walk(4, Language::TraditionalChinese);
}

#[test]
fn lessons_are_walked_through_in_simplified_chinese() {
    walk(2, Language::SimplifiedChinese);
}

#[test]
fn more_lessons_are_walked_through_in_simplified_chinese() {
    walk(5, Language::SimplifiedChinese);
}

#[test]
fn who_is_taken_there_on_a_phone_sees_the_timeline() {
    visit(Reader::NARROW.reading("zh-Hans"), async |page| {
        open(page, "#lesson/zh-Hans/two-tasks").await;
        page.wait_for_text("#log", "socks is clean").await;
        page.click("#look-there").await;
        let selected =
            "(document.querySelector('.lane.selected')?.getBoundingClientRect().bottom ?? 1e9) < innerHeight";
        page.wait_until("the lane on the screen", selected, "seen").await;
        page.audit_accessibility().await;
    });
}

#[test]
fn a_page_that_opens_at_a_lesson_leaves_ones_own_program_alone() {
    visit(Reader::WIDE, async |page| {
        page.write_program(OWN).await;
        page.wait_for_text("#log", "my own").await;
        open(page, "#lesson/en/lock").await;
        page.wait_for_text("#log", "balance: 20").await;
        page.reload().await;
        page.wait_for_text("#log", "balance: 20").await;
        page.evaluate("history.replaceState(null, '', location.pathname)").await;
        page.reload().await;
        page.wait_for_text("#log", "my own").await;
        assert_eq!(page.editor_text().await, OWN);
    });
}
