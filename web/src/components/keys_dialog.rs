//! Which keys do what.

use interleave_text::Language;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::messages;

#[derive(Properties, PartialEq)]
pub(crate) struct KeysDialogProps {
    pub(crate) language: Language,
    pub(crate) open: bool,
    pub(crate) on_close: Callback<()>,
}

#[component]
pub(crate) fn KeysDialog(props: &KeysDialogProps) -> Html {
    let messages = messages::of(props.language);
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                match (open, dialog.open()) {
                    // Refused only for a dialog that is not in the document.
                    (true, false) => drop(dialog.show_modal()),
                    (false, true) => dialog.close(),
                    _ => {}
                }
            }
        });
    }
    html! {
        <dialog ref={dialog} id="keys-dialog" aria-labelledby="keys-title" onclose={props.on_close.reform(|_| ())}>
            <h2 id="keys-title">{ messages.keys }</h2>
            <dl class="keys">
                { for messages.key_list.iter().map(|(keys, deed)| html! {
                    <div class="keys-row">
                        <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
                        <dd>{ *deed }</dd>
                    </div>
                }) }
            </dl>
            <button type="button" class="loud" onclick={props.on_close.reform(|_| ())}>{ messages.close }</button>
        </dialog>
    }
}
