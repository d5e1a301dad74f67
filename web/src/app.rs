//! The page put together: the state, what follows from it in the world (worker,
//! document, storage), and the layout.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{CodeEditor, Header, Pane, StatusLine};
use crate::engine::client::Client;
use crate::engine::protocol::Request;
use interleave_text::Language;

use crate::messages;
use crate::state::{Action, State};
use crate::{document, storage};

/// The program a newcomer finds.
const WELCOME: &str = include_str!("welcome.py");

/// The element of `index.html` that the app fills.
const ROOT: &str = "app";

/// Open the page.
pub fn start() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(ROOT));
    match root {
        Some(root) => drop(yew::Renderer::<App>::with_root(root).render()),
        None => wasm_bindgen::throw_str("index.html has no element with the id \"app\""),
    }
}

#[component]
fn App() -> Html {
    let state = use_reducer_eq(|| {
        let language =
            storage::language().unwrap_or_else(|| Language::negotiate(document::preferred_languages()));
        State::new(language, storage::theme().unwrap_or_default(), WELCOME)
    });
    use_engine(&state);
    use_effect_with(state.language, |language| {
        document::set_language(*language, messages::of(*language).title)
    });
    use_effect_with(state.theme, |theme| document::set_theme(*theme));
    use_effect_with((), |()| document::set_ready());

    let dispatcher = state.dispatcher();
    let on_language = use_callback(dispatcher.clone(), |language, dispatcher| {
        storage::remember_language(language);
        dispatcher.dispatch(Action::ChooseLanguage(language));
    });
    let on_theme = use_callback(dispatcher.clone(), |theme, dispatcher| {
        storage::remember_theme(theme);
        dispatcher.dispatch(Action::ChooseTheme(theme));
    });
    let on_text = use_callback(dispatcher, |text, dispatcher| dispatcher.dispatch(Action::Edit(text)));

    let messages = messages::of(state.language);
    html! {
        <>
            <Header language={state.language} theme={state.theme} {on_language} {on_theme} />
            <main class="panes">
                <Pane name="editor" title={messages.program} hint={messages.way_out}>
                    <CodeEditor language={state.language} opening_text={WELCOME} {on_text} />
                </Pane>
                <Pane name="log" title={messages.log}>
                    <div id="log"><p class="empty">{ messages.log_empty }</p></div>
                </Pane>
                <Pane name="timeline" title={messages.timeline}>
                    <div id="timeline"><p class="empty">{ messages.timeline_empty }</p></div>
                </Pane>
            </main>
            <StatusLine language={state.language} engine={state.engine.clone()} />
        </>
    }
}

/// Keep the worker, and ask it about each text.
#[hook]
fn use_engine(state: &UseReducerHandle<State>) {
    let client = use_mut_ref(|| None::<Client>);
    {
        let (client, dispatcher) = (Rc::clone(&client), state.dispatcher());
        use_effect_with((), move |()| {
            let report = {
                let dispatcher = dispatcher.clone();
                move |report| dispatcher.dispatch(Action::HearEngine(report))
            };
            match Client::start(report) {
                Ok(started) => *client.borrow_mut() = Some(started),
                Err(failure) => dispatcher.dispatch(Action::HearEngine(Err(failure))),
            }
            move || *client.borrow_mut() = None
        });
    }
    use_effect_with((state.revision, Rc::clone(&state.text)), move |(id, text)| {
        if let Some(client) = &*client.borrow() {
            let (text, stdin) = (String::from(&**text), String::new());
            client.send(Request::Run { id: *id, text, stdin, fuel: None, language: Language::default() });
        }
    });
}
