//! One of a few, as a labelled drop-down list. It deals in words: what they stand for is its
//! owner's to know.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One line of the list.
pub(super) struct ChoiceOption {
    /// Stands for the value in the document.
    pub(super) word: &'static str,
    pub(super) text: &'static str,
    /// The language of `text`, where it is not the page's.
    pub(super) language: Option<&'static str>,
}

/// The list; `on_choose` hears the word, which it need not know.
pub(super) fn choice(
    id: &'static str,
    label: &'static str,
    options: &[ChoiceOption],
    chosen: &'static str,
    on_choose: Callback<String, Option<()>>,
) -> Html {
    let onchange = move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            on_choose.emit(select.value());
        }
    };
    html! {
        <label class="choice">
            <span class="choice-label">{ label }</span>
            <select {id} {onchange}>
                { for options.iter().map(|option| html! {
                    <option
                        key={option.word}
                        value={option.word}
                        lang={option.language}
                        selected={option.word == chosen}
                    >
                        { option.text }
                    </option>
                }) }
            </select>
        </label>
    }
}
