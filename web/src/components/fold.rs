//! A part of the page that is folded away until it is asked for.

use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FoldProps {
    /// Names the part to styles and tests: `<name>-fold`.
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) open: bool,
    /// Hears of it being opened or closed by the reader.
    pub(crate) on_toggle: Callback<bool>,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Fold(props: &FoldProps) -> Html {
    let ontoggle = {
        let (open, on_toggle) = (props.open, props.on_toggle.clone());
        move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let now = details.is_some_and(|details| details.has_attribute("open"));
            if now != open {
                on_toggle.emit(now);
            }
        }
    };
    html! {
        <details class={classes!("fold", format!("{}-fold", props.name))} open={props.open} {ontoggle}>
            <summary class="fold-title">{ props.title }</summary>
            if props.open {
                <div class="fold-inside">{ props.children.clone() }</div>
            }
        </details>
    }
}
