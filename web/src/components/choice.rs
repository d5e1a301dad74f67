//! One of a few, as a labelled drop-down list.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One line of the list.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct ChoiceOption<T> {
    pub(super) value: T,
    /// Stands for the value in the document.
    pub(super) word: &'static str,
    pub(super) text: &'static str,
    /// The language of `text`, where it is not the page's.
    pub(super) language: Option<&'static str>,
}

#[derive(Properties, PartialEq)]
pub(super) struct ChoiceProps<T: Copy + PartialEq> {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) options: Vec<ChoiceOption<T>>,
    pub(super) chosen: T,
    pub(super) on_choose: Callback<T>,
}

#[component]
pub(super) fn Choice<T: Copy + PartialEq + 'static>(props: &ChoiceProps<T>) -> Html {
    let (options, on_choose) = (props.options.clone(), props.on_choose.clone());
    let onchange = move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let word = select.map(|select| select.value());
        if let Some(option) = options.iter().find(|option| word.as_deref() == Some(option.word)) {
            on_choose.emit(option.value);
        }
    };
    html! {
        <label class="choice">
            <span class="choice-label">{ props.label }</span>
            <select id={props.id} {onchange}>
                { for props.options.iter().map(|option| html! {
                    <option
                        key={option.word}
                        value={option.word}
                        lang={option.language}
                        selected={option.value == props.chosen}
                    >
                        { option.text }
                    </option>
                }) }
            </select>
        </label>
    }
}
