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
