//! The page put together: the state, what follows from it in the world (worker,
//! document, storage), and the layout.

use std::rc::Rc;

use interleave_text::Language;
use yew::prelude::*;

use crate::components::{
    CodeEditor, LessonPane, OpenDialog, Opening, Order, ProblemBox, RunControls, ShareDialog, Stage,
    StatusLine, header, keys_dialog, pane,
};
use crate::engine::line::use_worker;
use crate::frames::use_frames;
use crate::held::Held;
use crate::keys::use_keys_everywhere;
use crate::leaves::use_leaves;
use crate::marks::use_marks;
use crate::messages;
use crate::reader::{Reader, use_reader};
use crate::state::{Action, Address, Dialog, Engine, Notice, Predict, State};
use crate::{document, parts, storage};

/// The program a newcomer finds.
const WELCOME: &str = include_str!("welcome.py");

/// The element of `index.html` that the app fills.
const ROOT: &str = "app";

/// Open the page.
pub fn start() {
    parts::start();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(ROOT));
    match root {
        Some(root) => {
            let opening = Opening::take(&root);
            // The app draws the rest of what stands here anew.
            root.set_text_content(None);
            drop(yew::Renderer::<App>::with_root_and_props(root, AppProps { opening }).render());
        }
        None => wasm_bindgen::throw_str("index.html has no element with the id \"app\""),
    }
}

#[derive(Properties, PartialEq)]
struct AppProps {
    opening: Opening,
}

#[component]
fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(|| {
        let language =
            storage::language().unwrap_or_else(|| Language::negotiate(document::preferred_languages()));
        let (draft, theme) = (storage::draft(), storage::theme().unwrap_or_default());
        let own = draft.as_deref().unwrap_or(WELCOME);
        let address = document::address();
        // Who opens a program that is not everybody's is no stranger.
        let is_known = draft.is_some() || address.is_some();
        let mut state = match address {
            Some(address) => {
                let language = match address {
                    Address::Lessons(language, _) => language,
                    Address::Link(_) => language,
                };
                let text = address.key().and_then(|key| storage::linked(&key)).map(Rc::from);
                State::addressed(language, theme, own, (address, text))
            }
            None => State::new(language, theme, own),
        };
        state.course.record = storage::record().into();
        state.advising.awake = draft.is_some();
        state.reader = if is_known { Reader::Near } else { Reader::Away };
        state
    });
    let opening_text = use_memo((), |()| Rc::clone(&state.text));
    let order = use_state(|| None::<Held<Order>>);
    let on_action = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let on_order = {
        let order = order.setter();
        use_callback((), move |wanted: Order, ()| order.set(Some(wanted.into())))
    };
    use_worker(&state);
    use_document(&state);
    use_marks(&state);
    use_frames(state.player.playing, on_action.reform(Action::Tick));
    use_links(&state, &on_order, &on_action);
    use_leaves(&state, &on_action);
    let on_run = use_callback(on_order.clone(), |(), on_order| on_order.emit(Order::Run));
    use_keys_everywhere(on_order.clone());
    use_reader(state.reader, on_action.reform(Action::Approach));

    let messages = messages::of(state.language);
    let seen_text = state.seen().map(|seen| Rc::clone(&seen.picture.text));
    let on_place = use_callback((on_order.clone(), seen_text.clone()), |span, (on_order, program)| {
        if let Some(program) = program {
            on_order.emit(Order::Reveal(Rc::clone(program), span));
        }
    });
    let on_glance = use_callback((on_order.clone(), seen_text), |span, (on_order, program)| {
        if let Some(program) = program {
            on_order.emit(Order::Show(Rc::clone(program), span));
        }
    });
    let on_mistake = {
        let program = state.running.latest.as_ref().map(|run| Rc::clone(&run.text));
        let program = program.unwrap_or_else(|| Rc::clone(&state.text));
        on_order.reform(move |span| Order::Reveal(Rc::clone(&program), span))
    };
    let on_start_over = {
        let (on_action, original) = (on_action.clone(), state.linking.original.clone());
        on_order.reform(move |()| {
            on_action.emit(Action::Tell(Notice::StartedOver));
            Order::Replace(original.clone().unwrap_or_else(|| WELCOME.into()))
        })
    };
    let on_undo = {
        let on_action = on_action.clone();
        on_order.reform(move |()| {
            on_action.emit(Action::Dismiss);
            Order::Undo
        })
    };
    let on_swap = {
        let (on_action, kept) = (on_action.clone(), Rc::clone(&state.comparing.kept));
        on_order.reform(move |()| {
            on_action.emit(Action::Keep);
            Order::Replace(Rc::clone(&kept))
        })
    };
    let on_try =
        use_callback(on_order.clone(), |text: Rc<str>, on_order| on_order.emit(Order::Replace(text)));
    let on_repair = on_try.clone();
    let on_program =
        use_callback((on_order.clone(), on_action.clone()), |text: Rc<str>, (on_order, on_action)| {
            on_action.emit(Action::Show(None));
            on_action.emit(Action::Tell(Notice::Opened));
            on_order.emit(Order::Replace(text));
        });
    let on_close = on_action.reform(|()| Action::Show(None));
    let take_back = use_callback(on_order.clone(), |(), on_order| on_order.emit(Order::Undo));
    let make_again = use_callback(on_order.clone(), |(), on_order| on_order.emit(Order::Redo));
    let controls = RunControls {
        language: state.language,
        under_way: state.running.under_way.as_ref(),
        on_run: &on_run,
        on_go_on: on_action.reform(|()| Action::GoOn),
        on_stop: on_action.reform(|()| Action::Stop),
        on_start_over,
        on_link: on_action.reform(|()| Action::MakeLink),
        on_predict: on_action.reform(|()| Action::Predict(Predict::Begin)),
    };
    let beside_title = html! { <>{ controls.show() }<p class="pane-hint">{ messages.way_out }</p></> };
    let on_language = on_action.reform(|language| {
        storage::remember_language(language);
        document::translate_address(language);
        Action::ChooseLanguage(language)
    });
    let on_theme = on_action.reform(|theme| {
        storage::remember_theme(theme);
        Action::ChooseTheme(theme)
    });
    let lasting = state.running.under_way.as_ref().filter(|run| run.lasts);
    // What came of the run before is no news of one that lasts.
    let latest = state.running.latest.as_ref().filter(|_| lasting.is_none());
    // Nothing of a run that is to be predicted gives it away.
    let hides = state.predicting.hides();
    let problem = ProblemBox {
        language: state.language,
        run: latest.map(|run| &**run).filter(|run| !(hides && run.began())),
        seen: state.seen().is_some(),
        on_place: on_mistake,
    };
    let status = StatusLine {
        language: state.language,
        engine: &state.engine,
        under_way: lasting,
        latest: latest.map(|run| &**run).filter(|run| !(hides && run.began())),
        notice: state.notice,
        on_undo,
        linking: &state.linking,
        has_own: state.linking.keeps_other_than(WELCOME),
        on_leave_link: on_action.reform(|()| Action::LeaveLink),
    };
    let busy = lasting.is_some() && state.seen().is_some();
    let hints = state.advising.found().filter(|_| !hides);
    let hints = hints.map(|(text, hints)| (Rc::clone(text), hints.clone()));
    let marked = state.seen().filter(|_| !hides).map(|seen| (Rc::clone(&seen.picture), seen.marks.clone()));
    // It opens when there is something in it.
    let is_offered = state.sharing.offer.is_some() || matches!(state.engine, Engine::Failed(_));
    let shares = state.dialog == Some(Dialog::Share) && is_offered;
    let brought = match &state.dialog {
        Some(Dialog::Open(brought)) => brought.clone(),
        Some(Dialog::Keys | Dialog::Share) | None => None,
    };
    html! {
        <>
            { header(state.language, state.theme, &on_language, &on_theme, &on_action) }
            <main class="panes" data-busy={busy.then_some("")}>
                <div class="side">
                if state.course.wanted.is_some() {
                    <LessonPane
                        language={state.language}
                        course={state.course.clone()}
                        text={Rc::clone(&state.text)}
                        runs={state.seen().is_none_or(|seen| seen.picture.text != state.text)}
                        moment={state.seen().map(|seen| seen.position.moment)}
                        on_action={&on_action}
                        {on_try}
                    />
                }
                { pane("editor", messages.program, beside_title, html! {
                    <>
                        <CodeEditor
                            language={state.language}
                            opening_text={(*opening_text).clone()}
                            text={Rc::clone(&state.text)}
                            {marked}
                            latest={latest.cloned()}
                            order={(*order).clone()}
                            hints={hints}
                            shown={state.pulling.shown.clone()}
                            change={state.drawing.change.clone()}
                            on_action={&on_action}
                        />
                        { controls.ask(state.seen().is_some()).unwrap_or_else(|| problem.show()) }
                    </>
                }) }
                </div>
                <Stage
                    opening={props.opening.clone()}
                    state={state.clone()}
                    on_action={&on_action}
                    {on_place}
                    {on_glance}
                    {on_swap}
                    {on_repair}
                    on_undo={take_back}
                    on_redo={make_again}
                />
            </main>
            { status.show() }
            { keys_dialog(state.language, state.dialog == Some(Dialog::Keys), on_close.clone()) }
            <ShareDialog
                language={state.language}
                open={shares}
                text={Rc::clone(&state.text)}
                offer={state.sharing.offer.clone()}
                {on_close}
            />
            <OpenDialog
                language={state.language}
                open={matches!(state.dialog, Some(Dialog::Open(_)))}
                {brought}
                on_action={&on_action}
                {on_program}
            />
        </>
    }
}

/// Links, in and out: one in the address is opened, one that was made is copied.
#[hook]
fn use_links(state: &UseReducerHandle<State>, on_order: &Callback<Order>, on_action: &Callback<Action>) {
    let order = on_order.clone();
    use_effect_with(state.linking.given.clone(), move |given| {
        if let Some(text) = given {
            order.emit(Order::Give(Rc::clone(text)));
        }
    });
    let is_addressed = state.linking.from.is_some() || state.course.wanted.is_some();
    use_effect_with(is_addressed, |is_addressed| {
        if !is_addressed {
            document::forget_address();
        }
    });
    let act = on_action.clone();
    use_effect_with(state.linking.made.clone(), move |made| {
        let link = made.as_ref().and_then(|made| made.as_ref().ok());
        if let Some(address) = link.and_then(|link| document::address_with(link)) {
            wasm_bindgen_futures::spawn_local(async move {
                act.emit(Action::ShareLink { copied: document::copy(address).await });
            });
        }
    });
    let act = on_action.clone();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            gloo_events::EventListener::new(&window, "hashchange", move |_| match document::address() {
                Some(Address::Link(link)) => act.emit(Action::OpenLink(link)),
                Some(Address::Lessons(language, sheet)) => {
                    act.emit(Action::ChooseLanguage(language));
                    act.emit(Action::OpenLesson(sheet));
                }
                None => {}
            })
        });
        move || drop(listener)
    });
}

/// What the document and the browser's storage know of the state.
#[hook]
fn use_document(state: &State) {
    use_effect_with(state.language, |language| {
        document::set_language(*language, messages::of(*language).title);
    });
    use_effect_with(state.theme, |theme| document::set_theme(*theme));
    let program = (Rc::clone(&state.text), state.linking.from.clone(), state.pulling.is_in_hand());
    use_effect_with(program, |(text, link, is_in_hand)| match link {
        // It is another one in each frame; what the hand leaves is kept.
        _ if *is_in_hand => {}
        // A link that is still being read has no text yet.
        Some(link) if !text.is_empty() => storage::remember_linked(link, text),
        Some(_) => {}
        None => storage::remember_draft(text, WELCOME),
    });
    use_effect_with(Rc::clone(&state.course.record), |record| storage::remember_record(record));
    use_effect_with((), |()| document::set_ready());
}
