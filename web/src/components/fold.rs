//! A part of the page that is folded away until it is asked for.

use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// A part with a name for styles and tests (`<name>-fold`); `on_toggle` hears of it being opened or closed
/// by the reader. What the reader opens comes into sight.
pub(crate) fn fold(
    name: &str,
    title: &'static str,
    open: bool,
    on_toggle: Callback<bool>,
    inside: &dyn Fn() -> Html,
) -> Html {
    let ontoggle = move |event: Event| {
        let Some(details) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let now = details.has_attribute("open");
        if now == open {
            return;
        }
        if now {
            // What is inside is still to come: the styles ask for its room below.
            let as_little_as_it_takes = ScrollIntoViewOptions::new();
            as_little_as_it_takes.set_block(ScrollLogicalPosition::Nearest);
            details.scroll_into_view_with_scroll_into_view_options(&as_little_as_it_takes);
        }
        on_toggle.emit(now);
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
