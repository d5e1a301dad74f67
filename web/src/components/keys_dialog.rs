//! Which keys do what.

use interleave_text::Language;
use yew::prelude::*;

use super::modal::Modal;
use crate::messages;

/// The list, over the page if it is `open`.
pub(crate) fn keys_dialog(language: Language, open: bool, on_close: Callback<()>) -> Html {
    let messages = messages::of(language);
    html! {
        <Modal {language} id="keys-dialog" title={messages.keys} {open} {on_close}>
            <dl class="keys" tabindex="0" autofocus=true>
                { for messages.key_list.iter().map(|(keys, deed)| html! {
                    <div class="keys-row">
                        <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
                        <dd>{ *deed }</dd>
                    </div>
                }) }
            </dl>
        </Modal>
    }
}
