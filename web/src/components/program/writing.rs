//! A name, a literal or a source, written over in its place: Enter keeps what is written, Escape what was there.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct WritingProps {
    pub(super) value: String,
    pub(super) label: &'static str,
    /// What is written, or nothing if that is to stay as it was.
    pub(super) on_done: Callback<Option<String>>,
}

/// The narrowest room, in signs. Else it is that of what was there, so that nothing moves.
const NARROWEST: usize = 2;

#[component]
pub(super) fn Writing(props: &WritingProps) -> Html {
    let room = use_node_ref();
    {
        let room = room.clone();
        use_effect_with((), move |()| {
            // In a turn of its own: a list that closes in this one gives the focus back.
            let turn = Timeout::new(0, move || {
                // Refused only by elements that can't have the focus.
                if let Some(line) = room.cast::<HtmlInputElement>() {
                    drop(line.focus());
                    line.select();
                } else if let Some(lines) = room.cast::<HtmlTextAreaElement>() {
                    drop(lines.focus());
                    lines.select();
                }
            });
            move || drop(turn)
        });
    }
    let is_done = use_mut_ref(|| false);
    let done = {
        let (before, on_done) = (props.value.clone(), props.on_done.clone());
        Callback::from(move |written: Option<String>| {
            // It loses the focus, too, when it goes.
            if !is_done.replace(true) {
                on_done.emit(written.filter(|written| *written != before));
            }
        })
    };
    let onkeydown = {
        let done = done.clone();
        move |event: KeyboardEvent| {
            // Single keys mean something to what is around.
            event.stop_propagation();
            match event.key().as_str() {
                _ if event.is_composing() => {}
                "Enter" if !event.shift_key() => {
                    event.prevent_default();
                    done.emit(written(event.target()));
                }
                "Escape" => {
                    event.prevent_default();
                    done.emit(None);
                }
                _ => {}
            }
        }
    };
    let onblur = move |event: FocusEvent| done.emit(written(event.target()));
    let (value, label) = (props.value.clone(), props.label);
    // Only its first value: one given as `value` would be put back over what is being written each time that the
    // picture around is drawn.
    if value.contains('\n') {
        let rows = value.lines().count().to_string();
        return html! {
            <textarea
                ref={room}
                class="writing"
                aria-label={label}
                {rows}
                spellcheck="false"
                ~defaultValue={value}
                {onkeydown}
                {onblur}
            />
        };
    }
    let size = value.chars().count().max(NARROWEST).to_string();
    html! {
        <input
            ref={room}
            class="writing"
            aria-label={label}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            {size}
            ~defaultValue={value}
            {onkeydown}
            {onblur}
        />
    }
}

fn written(target: Option<web_sys::EventTarget>) -> Option<String> {
    let target = target?;
    target
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::value)
        .or_else(|| target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}
