//! A part of the page that is folded away until it is asked for.

use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A part with a name for styles and tests (`<name>-fold`); `on_toggle` hears of it being opened or closed
/// by the reader.
pub(crate) fn fold(
    name: &str,
    title: &'static str,
    open: bool,
    on_toggle: Callback<bool>,
    inside: &dyn Fn() -> Html,
) -> Html {
    let ontoggle = move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let now = details.is_some_and(|details| details.has_attribute("open"));
        if now != open {
            on_toggle.emit(now);
        }
    };
    html! {
        <details class={classes!("fold", format!("{name}-fold"))} {open} {ontoggle}>
            <summary class="fold-title">{ title }</summary>
            if open {
                <div class="fold-inside">{ inside() }</div>
            }
        </details>
    }
}
