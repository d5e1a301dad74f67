//! What the page says on the document itself, outside the app's own element:
//! `<html lang data-theme data-ready>` and the title.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use crate::state::{Address, Sheet};
use crate::theme::Theme;
use interleave_text::Language;

/// How the fragments of lessons begin.
const LESSONS: &str = "#lesson/";

/// The languages the browser says its reader prefers, best first.
pub(crate) fn preferred_languages() -> Vec<String> {
    web_sys::window()
        .map(|window| window.navigator().languages())
        .into_iter()
        .flatten()
        .filter_map(|tag| tag.dyn_into::<JsString>().ok().map(String::from))
        .collect()
}

/// Say which language the page is in.
pub(crate) fn set_language(language: Language, title: &str) {
    set_on_root("lang", language.tag());
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Say which theme the page wears.
pub(crate) fn set_theme(theme: Theme) {
    set_on_root("data-theme", theme.word());
}

/// Say that the app stands. `boot.js` and the browser tests wait for it.
pub(crate) fn set_ready() {
    set_on_root("data-ready", "");
}

/// What the page's address asks for, if it asks for anything.
pub(crate) fn address() -> Option<Address> {
    read_address(&web_sys::window()?.location().hash().ok()?)
}

fn read_address(hash: &str) -> Option<Address> {
    let Some(place) = hash.strip_prefix(LESSONS) else {
        return hash.starts_with("#v").then(|| Address::Link(hash.into()));
    };
    let (tag, slug) = place.split_once('/').unwrap_or((place, ""));
    // It becomes the name of a file.
    let is_name = slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let language = Language::from_tag(tag).filter(|_| is_name)?;
    let sheet = if slug.is_empty() { Sheet::List } else { Sheet::Lesson(slug.into()) };
    Some(Address::Lessons(language, sheet))
}

/// The fragment of a lesson's address, or of their list's.
pub(crate) fn lesson_address(language: Language, slug: Option<&str>) -> String {
    let tag = language.tag();
    slug.map_or_else(|| format!("{LESSONS}{tag}"), |slug| format!("{LESSONS}{tag}/{slug}"))
}

/// Is this fragment that of a lesson?
pub(crate) fn is_lesson(fragment: &str) -> bool {
    fragment.starts_with(LESSONS)
}

/// The page's address with another fragment, or none.
pub(crate) fn address_with(fragment: &str) -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    let (page, _) = address.split_once('#').unwrap_or((&address, ""));
    Some(format!("{page}{fragment}"))
}

/// Take what the page's address asks for out of it, if there is anything.
pub(crate) fn forget_address() {
    if address().is_some() {
        readdress("");
    }
}

/// A lesson's address names the language that it is read in.
pub(crate) fn translate_address(language: Language) {
    if let Some(Address::Lessons(_, sheet)) = address() {
        let slug = match &sheet {
            Sheet::Lesson(slug) => Some(&**slug),
            Sheet::List => None,
        };
        readdress(&lesson_address(language, slug));
    }
}

/// Puts another fragment into the page's address, without a way back to the one before.
fn readdress(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let (Some(history), Some(address)) = (history, address_with(fragment)) {
        // Refused only for addresses of other hosts.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// Does the page look light on dark?
pub(crate) fn is_dark(theme: Theme) -> bool {
    match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::Auto => {
            let query = web_sys::window()
                .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
            query.is_some_and(|query| query.matches())
        }
    }
}

/// Put a text on the clipboard; whether the browser allowed it.
pub(crate) async fn copy(text: String) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else { return false };
    let copied = window.navigator().clipboard().write_text(&text);
    wasm_bindgen_futures::JsFuture::from(copied).await.is_ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn set_on_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Refused only for names that are not names; these are constants.
        let _ = root.set_attribute(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_a_link_or_a_lesson() {
        let lesson = |language, slug: &str| Some(Address::Lessons(language, Sheet::Lesson(slug.into())));
        assert_eq!(read_address("#v1.z.abc"), Some(Address::Link("#v1.z.abc".into())));
        assert_eq!(read_address("#lesson/en/two-tasks"), lesson(Language::English, "two-tasks"));
        assert_eq!(
            read_address("#lesson/zh-Hant"),
            Some(Address::Lessons(Language::TraditionalChinese, Sheet::List))
        );
        let own = lesson_address(Language::SimplifiedChinese, Some("deadlock"));
        assert_eq!(read_address(&own), lesson(Language::SimplifiedChinese, "deadlock"));
        for nothing in ["", "#", "#editor", "#lesson/", "#lesson/tea", "#lesson/en/../../x", "#lesson/en/A"] {
            assert_eq!(read_address(nothing), None, "{nothing}");
        }
    }
}
