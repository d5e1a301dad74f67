//! A lesson beside its program, or the list of all: what to read, where to look, what to try, and a question.

use std::rc::Rc;

use interleave_lessons::{Leaf, Line, List, Paragraph, Piece};
use interleave_text::Language;
use interleave_views::sight::Moment;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::arrival::use_arrival;
use super::icon::Icon;
use crate::document::lesson_address;
use crate::messages::{self, CourseMessages};
use crate::state::{Action, Course, Fetched, Standing};

#[derive(Properties, PartialEq)]
pub(crate) struct LessonPaneProps {
    pub(crate) language: Language,
    pub(crate) course: Course,
    /// The program in the editor.
    pub(crate) text: Rc<str>,
    /// There is nothing to be seen of that program yet.
    pub(crate) runs: bool,
    /// The moment that is on the screen.
    pub(crate) moment: Option<Moment>,
    pub(crate) on_action: Callback<Action>,
    /// Puts another program into the editor.
    pub(crate) on_try: Callback<Rc<str>>,
}

#[component]
pub(crate) fn LessonPane(props: &LessonPaneProps) -> Html {
    let LessonPaneProps { language, course, on_action, .. } = props;
    let messages = messages::of(*language);
    let title = use_node_ref();
    let look = course.leaf().and_then(|leaf| leaf.look);
    let on_arrival = use_arrival(look.is_some_and(|(moment, _)| props.moment == Some(moment)));
    let on_look = on_action.reform(move |_: MouseEvent| {
        on_arrival.emit(());
        Action::LookThere
    });
    let on_screen = course.leaf().map(|leaf| leaf.slug.clone());
    {
        // Who opens a lesson begins to read at its title, with eyes and with ears.
        let title = title.clone();
        use_effect_with(on_screen, move |on_screen| {
            if on_screen.is_some()
                && let Some(title) = title.cast::<HtmlElement>()
            {
                // Refused only to what cannot be focused.
                let _ = title.focus();
            }
        });
    }
    let (place, inside) = match &course.shown {
        Some(Fetched::Lesson(leaf)) => (Some(&**leaf), lesson(props, leaf, title, on_look)),
        Some(Fetched::List(list)) => (None, contents(props, list)),
        Some(Fetched::Missing) => (None, html! { <p role="alert">{ messages.course.missing }</p> }),
        None => (None, Html::default()),
    };
    html! {
        <section id="lesson" class="pane lesson-pane" aria-label={messages.course.lessons}>
            <div class="pane-head">
                <p class="lesson-where">
                    if let Some(leaf) = place {
                        <a href={lesson_address(*language, None)}>{ messages.course.all }</a>
                        { " · " }{ &leaf.chapter }{ " · " }{ (messages.course.place)(leaf.number, leaf.all) }
                    }
                </p>
                <button
                    id="leave-lesson"
                    type="button"
                    class="quiet"
                    title={messages.course.leave_hint}
                    onclick={on_action.reform(|_| Action::LeaveLink)}
                >
                    { messages.close }
                </button>
            </div>
            <div class="lesson-text">{ inside }</div>
        </section>
    }
}

fn lesson(props: &LessonPaneProps, leaf: &Leaf, title: NodeRef, on_look: Callback<MouseEvent>) -> Html {
    let words = &messages::of(props.language).course;
    let prose = &leaf.prose;
    let is_as_told = *props.text == leaf.program;
    let experiment = leaf.tried.as_ref().and_then(|tried| {
        if is_as_told {
            Some((words.change, tried))
        } else {
            (*props.text == *tried).then_some((words.put_back, &leaf.program))
        }
    });
    html! {
        <>
            <h2 id="lesson-title" tabindex="-1" ref={title}>{ inline(&prose.title) }</h2>
            <p class="lesson-summary">{ inline(&prose.summary) }</p>
            { paragraphs(&prose.body) }
            <h3>{ words.look }</h3>
            { paragraphs(&prose.look) }
            if leaf.look.is_some() && is_as_told {
                <button
                    id="look-there"
                    type="button"
                    disabled={props.runs}
                    onclick={on_look}
                >
                    { words.look_there }
                </button>
            } else {
                <p class="lesson-aside">{ words.changed }</p>
            }
            <h3>{ words.experiment }</h3>
            { paragraphs(&prose.experiment) }
            if let Some((word, text)) = experiment {
                <button id="try-it" type="button" onclick={put(&props.on_try, text)}>{ word }</button>
            }
            <h3>{ words.question }</h3>
            { paragraphs(&prose.question) }
            { choices(props, leaf) }
            { verdict(&props.course, leaf, words) }
            <nav class="lesson-neighbours" aria-label={words.neighbours}>
                { for leaf.neighbours.iter().zip([words.previous, words.next]).filter_map(|(line, word)| {
                    line.as_ref().map(|line| html! {
                        <a href={lesson_address(props.language, Some(&line.slug))}>
                            <span class="lesson-aside">{ word }</span>{ " " }{ inline(&line.title) }
                        </a>
                    })
                }) }
            </nav>
        </>
    }
}

fn put(on_try: &Callback<Rc<str>>, text: &str) -> Callback<MouseEvent> {
    let text = Rc::<str>::from(text);
    on_try.reform(move |_| Rc::clone(&text))
}

/// The answers to choose from, each marked once it has been given.
fn choices(props: &LessonPaneProps, leaf: &Leaf) -> Html {
    let course = &props.course;
    let choice = |(index, choice): (usize, &interleave_lessons::Choice)| {
        let given = course.given.contains(&index).then_some(if choice.right { "right" } else { "wrong" });
        let mark = given.map(|_| if choice.right { Icon::Right } else { Icon::Wrong });
        html! {
            <li>
                <button
                    type="button"
                    class="lesson-choice"
                    aria-pressed={given.is_some().to_string()}
                    data-given={given}
                    onclick={props.on_action.reform(move |_| Action::Answer(index))}
                >
                    <span>{ inline(&choice.words) }</span>{ mark.map(|mark| mark.draw()) }
                </button>
            </li>
        }
    };
    html! {
        <ol class="lesson-choices">
            { for leaf.prose.choices.iter().enumerate().map(choice) }
        </ol>
    }
}

/// What the last answer was worth, and why.
fn verdict(course: &Course, leaf: &Leaf, words: &CourseMessages) -> Html {
    let said = if course.is_answered() {
        html! { <><p><strong>{ words.right }</strong></p>{ paragraphs(&leaf.prose.answer) }</> }
    } else if course.given.is_empty() {
        match course.standing(&leaf.slug) {
            Some(Standing::Answered) => html! { <p class="lesson-aside">{ words.answered }</p> },
            Some(Standing::Opened) | None => Html::default(),
        }
    } else {
        html! { <p>{ words.wrong }</p> }
    };
    html! { <div class="lesson-verdict" role="status">{ said }</div> }
}

/// The list of all lessons, with how far one is.
fn contents(props: &LessonPaneProps, list: &List) -> Html {
    let words = &messages::of(props.language).course;
    let all = list.chapters.iter().map(|part| part.lessons.len()).sum();
    let record = &props.course.record;
    let answered = record.values().filter(|standing| **standing == Standing::Answered).count();
    html! {
        <>
            <h2>{ words.lessons }</h2>
            <p class="lesson-aside">
                { (words.progress)(answered, all) }
                if !record.is_empty() {
                    { " " }
                    <button
                        id="forget-progress"
                        type="button"
                        class="link"
                        onclick={props.on_action.reform(|_| Action::ForgetProgress)}
                    >
                        { words.forget }
                    </button>
                }
            </p>
            { for list.chapters.iter().map(|part| html! {
                <>
                    <h3>{ &part.title }</h3>
                    <ul class="lesson-list">{ for part.lessons.iter().map(|line| entry(props, line)) }</ul>
                </>
            }) }
        </>
    }
}

fn entry(props: &LessonPaneProps, line: &Line) -> Html {
    let words = &messages::of(props.language).course;
    let (mark, word) = match props.course.standing(&line.slug) {
        Some(Standing::Answered) => ("answered", words.marks[1]),
        Some(Standing::Opened) => ("opened", words.marks[0]),
        None => ("", ""),
    };
    html! {
        <li data-progress={mark}>
            <a href={lesson_address(props.language, Some(&line.slug))} title={line.summary.plain()}>
                { inline(&line.title) }
            </a>
            if !word.is_empty() {
                { " " }<span class="lesson-mark">{ word }</span>
            }
        </li>
    }
}

fn paragraphs(all: &[Paragraph]) -> Html {
    html! { <>{ for all.iter().map(|paragraph| html! { <p>{ inline(paragraph) }</p> }) }</> }
}

fn inline(paragraph: &Paragraph) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => html! { { words } },
        Piece::Code(code) => html! { <code>{ code }</code> },
    };
    html! { <>{ for paragraph.0.iter().map(piece) }</> }
}
