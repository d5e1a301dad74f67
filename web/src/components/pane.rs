//! A titled part of the page.

use yew::prelude::*;

/// A part with a name for styles and assistive tools (`<name>-pane`, `<name>-title`), and with what stands
/// beside its title.
pub(crate) fn pane(name: &str, title: &'static str, beside: Html, inside: Html) -> Html {
    let id = format!("{name}-title");
    html! {
        <section class={classes!("pane", format!("{name}-pane"))} aria-labelledby={id.clone()}>
            <div class="pane-head">
                <h2 {id} class="pane-title">{ title }</h2>
                { beside }
            </div>
            { inside }
        </section>
    }
}
