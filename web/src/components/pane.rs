//! A titled part of the page.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PaneProps {
    /// Names the pane to styles and assistive tools: `<name>-pane`, `<name>-title`.
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// A word of help, shown while the pane has the focus.
    #[prop_or_default]
    pub(crate) hint: Option<&'static str>,
    /// What stands beside the title.
    #[prop_or_default]
    pub(crate) controls: Html,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Pane(props: &PaneProps) -> Html {
    let title = format!("{}-title", props.name);
    html! {
        <section class={classes!("pane", format!("{}-pane", props.name))} aria-labelledby={title.clone()}>
            <div class="pane-head">
                <h2 id={title} class="pane-title">{ props.title }</h2>
                { props.controls.clone() }
                { for props.hint.map(|hint| html! { <p class="pane-hint">{ hint }</p> }) }
            </div>
            { props.children.clone() }
        </section>
    }
}
