//! The foot of the page: how the engine does, and its word on the program.

use yew::prelude::*;

use crate::engine::client::Failure;
use interleave_text::Language;

use crate::messages;
use crate::state::Engine;

#[derive(Properties, PartialEq)]
pub(crate) struct StatusLineProps {
    pub(crate) language: Language,
    pub(crate) engine: Engine,
}

#[component]
pub(crate) fn StatusLine(props: &StatusLineProps) -> Html {
    let messages = messages::of(props.language);
    let (word, sentence, detail) = match &props.engine {
        Engine::Loading => ("loading", messages.engine_loading.into(), ""),
        Engine::Ready { version } => ("ready", (messages.engine_ready)(version), ""),
        Engine::Failed(Failure::Broken(detail)) => ("failed", messages.engine_broken.into(), detail.as_str()),
        Engine::Failed(Failure::Garbled(detail)) => {
            ("failed", messages.engine_garbled.into(), detail.as_str())
        }
    };
    html! {
        <footer id="status" class="status" data-engine={word}>
            // Only this is announced: the numbers change with every key.
            <span class="status-engine" role="status">{ sentence }</span>
            if !detail.is_empty() {
                { " " }<code class="status-detail" lang="en">{ detail }</code>
            }
        </footer>
    }
}
