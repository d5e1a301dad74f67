//! The page in three languages: which one a reader gets, how they change it, and that
//! the page remembers.

use interleave_tests::browser::{Page, Reader, visit};

/// A language, and its word for the log, which heads a pane.
const LANGUAGES: [(&str, &str); 3] = [("zh-Hant", "記錄"), ("zh-Hans", "日志"), ("en", "Log")];

async fn wait_for_language(page: &Page, language: &str) {
    page.wait_for_attribute("html", "lang", language).await;
    let (_, word) = LANGUAGES.into_iter().find(|(tag, _)| *tag == language).expect("a language of the page");
    page.wait_for_text("#log-title", word).await;
    page.wait_until(
        "the choice to show the language",
        "document.querySelector('#language').value",
        &format!("seen === '{language}'"),
    )
    .await;
}

fn check_first_visit(languages: &'static str, expected: &str) {
    visit(Reader::WIDE.reading(languages), async |page| wait_for_language(page, expected).await);
}

#[test]
fn a_reader_in_taiwan_gets_traditional_chinese() {
    check_first_visit("zh-TW", "zh-Hant");
}

#[test]
fn a_reader_in_hong_kong_gets_traditional_chinese() {
    check_first_visit("zh-HK", "zh-Hant");
}

#[test]
fn a_reader_in_mainland_china_gets_simplified_chinese() {
    check_first_visit("zh-CN", "zh-Hans");
}

#[test]
fn a_reader_of_french_gets_english() {
    check_first_visit("fr", "en");
}

#[test]
fn a_reader_of_french_who_also_reads_chinese_gets_chinese() {
    check_first_visit("fr,zh-TW,en", "zh-Hant");
}

#[test]
fn every_language_can_be_chosen_and_is_remembered() {
    visit(Reader::WIDE.reading("fr"), async |page| {
        for (language, _) in LANGUAGES {
            page.choose("#language", language).await;
            wait_for_language(page, language).await;
            page.reload().await;
            wait_for_language(page, language).await;
        }
    });
}

#[test]
fn a_change_of_language_keeps_the_text() {
    visit(Reader::WIDE, async |page| {
        page.type_into_editor("# kept").await;
        let text = page.editor_text().await;
        page.choose("#language", "zh-Hans").await;
        wait_for_language(page, "zh-Hans").await;
        assert_eq!(page.editor_text().await, text);
    });
}
