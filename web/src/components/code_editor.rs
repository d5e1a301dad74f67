//! The program, to be edited. From opening on the text is the editor's own, with
//! its undo; the page hears of changes.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::editor::Editor;
use interleave_text::Language;

use crate::messages;

#[derive(Properties, PartialEq)]
pub(crate) struct CodeEditorProps {
    pub(crate) language: Language,
    pub(crate) opening_text: &'static str,
    pub(crate) on_text: Callback<Rc<str>>,
}

#[component]
pub(crate) fn CodeEditor(props: &CodeEditorProps) -> Html {
    let host = use_node_ref();
    let editor = use_mut_ref(|| None::<Editor>);
    {
        let (host, editor) = (host.clone(), Rc::clone(&editor));
        let (opening_text, on_text) = (props.opening_text, props.on_text.clone());
        use_effect_with((), move |()| {
            if let Some(host) = host.cast::<Element>() {
                *editor.borrow_mut() =
                    Some(Editor::open(&host, opening_text, move |text| on_text.emit(text)));
            }
            move || *editor.borrow_mut() = None
        });
    }
    use_effect_with(props.language, move |language| {
        let messages = messages::of(*language);
        if let Some(editor) = &*editor.borrow() {
            editor.name(messages.editor, messages.way_out);
        }
    });
    html! { <div id="editor" ref={host}></div> }
}
