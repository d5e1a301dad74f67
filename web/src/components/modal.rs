//! A dialog over the page, which has the focus while it is open and is closed by Escape, too.

use interleave_text::Language;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::messages;

#[derive(Properties, PartialEq)]
pub(super) struct ModalProps {
    pub(super) language: Language,
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) open: bool,
    pub(super) on_close: Callback<()>,
    pub(super) children: Html,
}

#[component]
pub(super) fn Modal(props: &ModalProps) -> Html {
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
    let title = format!("{}-title", props.id);
    html! {
        <dialog ref={dialog} id={props.id} aria-labelledby={title.clone()} onclose={props.on_close.reform(|_| ())}>
            <h2 id={title}>{ props.title }</h2>
            { props.children.clone() }
            <button type="button" class="loud" onclick={props.on_close.reform(|_| ())}>
                { messages::of(props.language).close }
            </button>
        </dialog>
    }
}
