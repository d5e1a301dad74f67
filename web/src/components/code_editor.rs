//! The program, to be edited. From opening on the text is the editor's own, with
//! its undo; the page hears of changes, and puts signs beside the lines.

use std::cell::RefCell;
use std::rc::Rc;

use interleave_text::{Language, Span};
use interleave_views::sight::{Mark, State as Doing};
use web_sys::Element;
use yew::prelude::*;

use crate::editor::{Editor, Listeners, ProblemSign, TaskSign};
use crate::engine::protocol::Advice;
use crate::held::Held;
use crate::messages;
use crate::places::Places;
use crate::state::{Action, Change, Draw, Finished, Shown};

/// What the page wants of the editor. Each order is a value of its own, and so
/// carried out once.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Go to a place of this program.
    Reveal(Rc<str>, Span),
    /// Bring a place of this program into sight, and leave the reader where they are.
    Show(Rc<str>, Span),
    /// Put this text in place of the present one.
    Replace(Rc<str>),
    /// Show this text, which the page has: it is no edit, and nothing to undo.
    Give(Rc<str>),
    Undo,
    Redo,
    /// Run the text as it is at this moment.
    Run,
}

#[derive(Properties, PartialEq)]
pub(crate) struct CodeEditorProps {
    pub(crate) language: Language,
    /// What it opens with; later values change nothing.
    pub(crate) opening_text: Rc<str>,
    /// The text that the page knows.
    pub(crate) text: Rc<str>,
    /// The program of which these are the marks.
    pub(crate) marked: Option<(Rc<Finished>, Held<Vec<Mark>>)>,
    /// The run that ended last.
    pub(crate) latest: Option<Rc<Finished>>,
    pub(crate) order: Option<Held<Order>>,
    /// What is worth a second thought, and the text in which that stands.
    pub(crate) hints: Option<(Rc<str>, Held<Vec<Advice>>)>,
    /// What pulling at a delay makes of the text.
    pub(crate) shown: Option<Held<Shown>>,
    /// A change of the program's picture.
    pub(crate) change: Option<Held<Change>>,
    pub(crate) on_action: Callback<Action>,
}

#[component]
pub(crate) fn CodeEditor(props: &CodeEditorProps) -> Html {
    let host = use_node_ref();
    let editor = use_mut_ref(|| None::<Editor>);
    {
        let (host, editor) = (host.clone(), Rc::clone(&editor));
        let (text, on_action) = (Rc::clone(&props.opening_text), props.on_action.clone());
        use_effect_with((), move |()| {
            if let Some(host) = host.cast::<Element>() {
                let listeners = listeners(&editor, &on_action);
                *editor.borrow_mut() = Some(Editor::open(&host, &text, listeners));
            }
            move || *editor.borrow_mut() = None
        });
    }
    {
        let editor = Rc::clone(&editor);
        use_effect_with(props.language, move |language| {
            let messages = messages::of(*language);
            if let Some(editor) = &*editor.borrow() {
                editor.name(messages.editor, messages.way_out, messages.number);
            }
        });
    }
    {
        // Before signs, whose places are in the text as it is then.
        let editor = Rc::clone(&editor);
        use_effect_with(props.shown.clone(), move |shown| match (&*editor.borrow(), shown.as_deref()) {
            (Some(editor), Some(Shown::Draft { before, text })) => editor.draft(before, text),
            (Some(editor), Some(Shown::Settled { before, text })) => editor.settle(before, text),
            (None, _) | (_, None) => {}
        });
    }
    {
        let editor = Rc::clone(&editor);
        use_effect_with((props.marked.clone(), Rc::clone(&props.text)), move |(marked, text)| {
            if let Some(editor) = &*editor.borrow() {
                let signs =
                    marked.as_ref().map(|(run, marks)| task_signs(marks, &Places::new(&run.text, text)));
                editor.show_tasks(&signs.unwrap_or_default());
            }
        });
    }
    {
        let editor = Rc::clone(&editor);
        use_effect_with((props.latest.clone(), Rc::clone(&props.text)), move |(latest, text)| {
            if let Some(editor) = &*editor.borrow() {
                editor.show_problem(latest.as_ref().and_then(|run| problem_sign(run, text)).as_ref());
            }
        });
    }
    {
        let editor = Rc::clone(&editor);
        use_effect_with((props.hints.clone(), Rc::clone(&props.text)), move |(hints, text)| {
            if let Some(editor) = &*editor.borrow() {
                let signs =
                    hints.as_ref().map(|(program, hints)| hint_signs(hints, &Places::new(program, text)));
                editor.show_hints(&signs.unwrap_or_default());
            }
        });
    }
    {
        let (editor, on_action) = (Rc::clone(&editor), props.on_action.clone());
        use_effect_with(props.order.clone(), move |order| {
            if let (Some(editor), Some(order)) = (&*editor.borrow(), order) {
                obey(editor, order, &on_action);
            }
        });
    }
    {
        let on_action = props.on_action.clone();
        use_effect_with(props.change.clone(), move |change| {
            if let (Some(editor), Some(change)) = (&*editor.borrow(), change) {
                if editor.text() == change.text {
                    editor.change(&change.edit);
                    // The run follows at once, not when typing pauses.
                    on_action.emit(Action::Edit(editor.text()));
                } else {
                    on_action.emit(Action::Draw(Draw::Miss));
                }
            }
        });
    }
    html! { <div id="editor" ref={host}></div> }
}

fn listeners(editor: &Rc<RefCell<Option<Editor>>>, on_action: &Callback<Action>) -> Listeners {
    let editor = Rc::downgrade(editor);
    let (told, stopped, ran) = (on_action.clone(), on_action.clone(), on_action.clone());
    Listeners {
        text: Box::new(move |text| told.emit(Action::Edit(text))),
        stops: Box::new(move |lines| stopped.emit(Action::SetStops(lines))),
        run: Box::new(move || {
            if let Some(editor) = editor.upgrade()
                && let Some(editor) = &*editor.borrow()
            {
                ran.emit(Action::Run(editor.text()));
            }
        }),
    }
}

fn obey(editor: &Editor, order: &Order, on_action: &Callback<Action>) {
    match order {
        Order::Reveal(program, span) => {
            if let Some(place) = Places::new(program, &editor.text()).in_editor(*span) {
                editor.reveal(place);
            }
        }
        Order::Show(program, span) => {
            if let Some(place) = Places::new(program, &editor.text()).in_editor(*span) {
                editor.show(place);
            }
        }
        Order::Replace(text) => editor.replace(text),
        Order::Give(text) => editor.give(text),
        Order::Undo => editor.undo(),
        Order::Redo => editor.redo(),
        Order::Run => on_action.emit(Action::Run(editor.text())),
    }
}

fn task_signs(marks: &[Mark], places: &Places) -> Vec<TaskSign> {
    let sign = |mark: &Mark| {
        let state = match mark.state {
            Doing::Ready => "ready",
            Doing::Running => "running",
            Doing::Sleeping => "sleeping",
            Doing::Waiting => "waiting",
            Doing::Blocking => "blocking",
            // What has ended stands nowhere.
            Doing::Done | Doing::Failed | Doing::Cancelled => return None,
        };
        let (place, _) = places.in_editor(mark.span)?;
        Some(TaskSign { place, colour: mark.colour, state, title: mark.sentence.clone() })
    };
    marks.iter().filter_map(sign).collect()
}

fn hint_signs(hints: &[Advice], places: &Places) -> Vec<ProblemSign> {
    let sign = |hint: &Advice| {
        let (from, to) = places.in_editor(hint.span)?;
        let title = format!("{}\n{}", hint.words.what, hint.words.instead);
        Some(ProblemSign { from, to, title })
    };
    hints.iter().filter_map(sign).collect()
}

fn problem_sign(run: &Finished, text: &Rc<str>) -> Option<ProblemSign> {
    let problem = run.outcome.problem.as_ref().filter(|problem| problem.line > 0)?;
    let (from, to) = Places::new(&run.text, text).in_editor(problem.span)?;
    Some(ProblemSign { from, to, title: problem.head.clone() })
}
