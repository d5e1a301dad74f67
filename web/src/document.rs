//! What the page says on the document itself, outside the app's own element:
//! `<html lang data-theme data-ready>` and the title.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use crate::theme::Theme;
use interleave_text::Language;

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

/// The fragment of the page's address, if it is that of a link to a program.
pub(crate) fn link() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    hash.starts_with("#v").then_some(hash)
}

/// The page's address with another fragment, or none.
pub(crate) fn address_with(fragment: &str) -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    let (page, _) = address.split_once('#').unwrap_or((&address, ""));
    Some(format!("{page}{fragment}"))
}

/// Take the link out of the page's address, if there is one.
pub(crate) fn forget_link() {
    if link().is_none() {
        return;
    }
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let (Some(history), Some(address)) = (history, address_with("")) {
        // Refused only for addresses of other hosts.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
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
