//! Where another program may come from: a file, or a lesson in Markdown, of which one block is chosen.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use interleave_text::{Fence, Language, count};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::modal::Modal;
use crate::files::{self, Unfit};
use crate::messages;
use crate::state::{Action, Dialog, Notice};

#[derive(Properties, PartialEq)]
pub(crate) struct OpenDialogProps {
    pub(crate) language: Language,
    pub(crate) open: bool,
    /// A text that was brought.
    pub(crate) brought: Option<Rc<str>>,
    pub(crate) on_action: Callback<Action>,
    /// The reader wants this program.
    pub(crate) on_program: Callback<Rc<str>>,
}

#[component]
pub(crate) fn OpenDialog(props: &OpenDialogProps) -> Html {
    let sharing = &messages::of(props.language).sharing;
    let text = use_state_eq(String::new);
    {
        let text = text.setter();
        use_effect_with((props.open, props.brought.clone()), move |(_, brought)| {
            text.set(brought.as_deref().unwrap_or_default().to_owned());
        });
    }
    let bring =
        use_callback((props.on_action.clone(), props.on_program.clone()), |file, (on_action, on_program)| {
            bring(file, on_action.clone(), on_program.clone())
        });
    use_drop(bring.clone());
    let on_close = props.on_action.reform(|()| Action::Show(None));
    let onfile = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
            bring.emit(file);
        }
    };
    let oninput = {
        let text = text.setter();
        move |event: InputEvent| {
            let room = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            text.set(room.map(|room| room.value()).unwrap_or_default());
        }
    };
    html! {
        <Modal language={props.language} id="open-dialog" title={sharing.open} open={props.open} {on_close}>
            if props.open {
                <label class="open-file">
                    { sharing.choose_file }
                    <input id="open-file" type="file" accept=".py,.md,.markdown,.txt,text/*" onchange={onfile} />
                </label>
                <p class="share-note">{ sharing.drop }</p>
                <label class="open-paste">
                    { sharing.paste }
                    <textarea id="open-text" rows="6" spellcheck="false" value={(*text).clone()} {oninput} />
                </label>
                { choices(props, &text) }
            }
        </Modal>
    }
}

/// What there is to be opened in a text: the blocks of a lesson, or all of it.
fn choices(props: &OpenDialogProps, text: &str) -> Html {
    let sharing = &messages::of(props.language).sharing;
    if text.trim().is_empty() {
        return Html::default();
    }
    let open = |program: Rc<str>| props.on_program.reform(move |_: MouseEvent| Rc::clone(&program));
    if !is_lesson(text) {
        return html! {
            <p class="takings">
                <button id="open-program" type="button" onclick={open(text.into())}>{ sharing.as_program }</button>
            </p>
        };
    }
    html! {
        <>
            <h3 id="which-block">{ sharing.which }</h3>
            <ul class="blocks" aria-labelledby="which-block">
                { for Fence::all(text).iter().filter(|block| is_python(block)).map(|block| {
                    let program = block.text(text);
                    let (line, lines) = (count(block.line.into()), count(program.lines().count() as u64));
                    html! {
                        <li>
                            <button type="button" class="block" onclick={open(program.as_str().into())}>
                                <span class="share-note">{ (sharing.block)(&line, &lines) }</span>
                                <code lang="en">{ beginning(&program) }</code>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}

/// Is this a text with programs in it, rather than a program? One that has no language might be any program's.
fn is_lesson(text: &str) -> bool {
    Fence::all(text).iter().any(|fence| is_python(fence) && !fence.language().is_empty())
}

fn is_python(fence: &Fence) -> bool {
    matches!(fence.language().as_str(), "" | "python" | "python3" | "py" | "interleave")
}

/// The lines that tell what a program is about: the first that do more than fetch modules.
fn beginning(program: &str) -> String {
    let telling = |line: &&str| {
        let line = line.trim();
        !(line.is_empty() || line.starts_with("import ") || line.starts_with("from "))
    };
    program.lines().filter(telling).take(2).collect::<Vec<_>>().join("\n")
}

/// What is done with a file: a program becomes the editor's, a lesson is to be chosen from.
fn bring(file: File, on_action: Callback<Action>, on_program: Callback<Rc<str>>) {
    wasm_bindgen_futures::spawn_local(async move {
        let notice = match files::read(&file).await {
            Ok(text) if is_lesson(&text) => {
                return on_action.emit(Action::Show(Some(Dialog::Open(Some(text.into())))));
            }
            Ok(text) => return on_program.emit(text.into()),
            Err(Unfit::TooLarge) => Notice::TooLarge,
            Err(Unfit::NoText) => Notice::NoText,
        };
        on_action.emit(Action::Show(None));
        on_action.emit(Action::Tell(notice));
    });
}

/// Files may be dropped anywhere, also on the editor, which would put them into its text.
#[hook]
fn use_drop(bring: Callback<File>) {
    use_effect_with(bring, move |bring| {
        let bring = bring.clone();
        let listeners = web_sys::window().map(|window| {
            let first = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
            let over = EventListener::new_with_options(&window, "dragover", first, |event| {
                if dragged_files(event).is_some() {
                    event.prevent_default();
                }
            });
            let end = EventListener::new_with_options(&window, "drop", first, move |event| {
                if let Some(files) = dragged_files(event) {
                    event.prevent_default();
                    event.stop_propagation();
                    files.get(0).into_iter().for_each(|file| bring.emit(file));
                }
            });
            (over, end)
        });
        move || drop(listeners)
    });
}

/// The files that are dragged, if it is files; which ones is told only when they are dropped.
fn dragged_files(event: &Event) -> Option<FileList> {
    let dragged = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let is_files = dragged.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"));
    dragged.files().filter(|_| is_files)
}

#[cfg(test)]
mod tests {
    use super::{beginning, is_lesson};

    #[test]
    fn a_lesson_has_blocks_of_python() {
        assert!(is_lesson("# Tea\n\n```python\nprint()\n```\n"));
        assert!(!is_lesson("print('''\n```\n''')\n"));
        assert!(!is_lesson("import asyncio\n"));
    }

    #[test]
    fn a_program_is_known_by_what_it_does_first() {
        let program = "import asyncio\n\nasync def tea():\n    pass\n\nx = 1\n";
        assert_eq!(beginning(program), "async def tea():\n    pass");
    }
}
