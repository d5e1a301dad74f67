//! What somebody expects of a run: the questions while it is hidden, and what the answers were worth afterwards.

use interleave_quiz::{Holds, Mark, Order};
use interleave_text::{Language, count};
use interleave_views::sight::Moment;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::icon::Icon;
use super::instant;
use super::pane::pane;
use super::timeline::capture;
use crate::messages::{self, Messages};
use crate::state::{Predict, Predicting};

#[derive(Properties, PartialEq)]
pub(crate) struct PredictionPaneProps {
    pub(crate) language: Language,
    pub(crate) predicting: Predicting,
    /// There is a run to be asked about.
    pub(crate) has_run: bool,
    pub(crate) on_predict: Callback<Predict>,
}

/// The questions, in the place of the run.
#[component]
pub(crate) fn PredictionPane(props: &PredictionPaneProps) -> Html {
    let PredictionPaneProps { language, predicting, has_run, on_predict } = props;
    let words = &messages::of(*language).predicting;
    let form = use_node_ref();
    {
        // Whoever asked for it reads on here.
        let form = form.clone();
        use_effect_with((), move |()| focus(form.cast()));
    }
    let Some(quiz) = predicting.quiz.as_ref().filter(|_| *has_run) else {
        let said = if *has_run {
            html! { <p class="late-control">{ words.not_yet }</p> }
        } else {
            html! { <p>{ words.no_run }</p> }
        };
        return shell(*language, form, said, leave(words.leave, on_predict));
    };
    let answers = &predicting.answers;
    let mut questions = Vec::new();
    if let Some(order) = &quiz.order {
        questions.push(html! {
            <OrderQuestion
                language={*language}
                order={order.clone()}
                answer={answers.order.clone()}
                {on_predict}
            />
        });
    }
    let choices = |name: &'static str, title: String, choices: Vec<(String, Predict, bool)>| {
        html! {
            <fieldset class="question" data-question={name}>
                <legend>{ title }</legend>
                { for choices.into_iter().map(|(word, said, checked)| html! {
                    <label class="question-choice">
                        <input type="radio" {name} {checked} onchange={on_predict.reform(move |_| said.clone())} />
                        { word }
                    </label>
                }) }
            </fieldset>
        }
    };
    if let Some(end) = &quiz.end {
        let offer = |ns| (instant::with_unit(ns, *language), Predict::End(ns), answers.end == Some(ns));
        questions.push(choices("end", words.end.into(), end.choices().into_iter().map(offer).collect()));
    }
    if let Some(at_once) = &quiz.at_once {
        let offer = |number| (digits(number), Predict::AtOnce(number), answers.at_once == Some(number));
        let offers = at_once.choices().into_iter().map(offer).collect();
        questions.push(choices("at-once", words.at_once.into(), offers));
    }
    if let Some(holds) = &quiz.holds {
        let offers = (0..).zip(&holds.choices);
        let offers = offers.map(|(at, text)| (text.clone(), Predict::Holds(at), answers.holds == Some(at)));
        questions.push(choices("holds", holds_title(holds, *language), offers.collect()));
    }
    if let Some(cancelled) = &quiz.cancelled {
        let tasks = cancelled.tasks.iter().zip(&answers.cancelled).enumerate();
        questions.push(html! {
            <fieldset class="question" data-question="cancelled">
                <legend>{ words.cancelled }</legend>
                { for tasks.map(|(task, (name, is_cancelled))| html! {
                    <label class="question-choice">
                        <input
                            type="checkbox"
                            checked={*is_cancelled}
                            onchange={on_predict.reform(move |_| Predict::Cancelled(task))}
                        />
                        { name }
                    </label>
                }) }
            </fieldset>
        });
    }
    if questions.is_empty() {
        return shell(
            *language,
            form,
            html! { <p>{ words.no_questions }</p> },
            leave(words.mark, on_predict),
        );
    }
    let buttons = html! {
        <>
            <button
                id="mark"
                type="button"
                class="loud"
                disabled={!predicting.is_complete()}
                onclick={on_predict.reform(|_| Predict::Mark)}
            >
                { words.mark }
            </button>
            { leave(words.leave, on_predict) }
        </>
    };
    let questions = html! { <><p>{ words.introduction }</p>{ for questions }</> };
    shell(*language, form, questions, buttons)
}

fn shell(language: Language, form: NodeRef, inside: Html, buttons: Html) -> Html {
    let words = &messages::of(language).predicting;
    pane(
        "prediction",
        words.title,
        Html::default(),
        html! {
            <div id="prediction" class="prediction" tabindex="-1" ref={form}>
                { inside }
                <div class="prediction-buttons">{ buttons }</div>
            </div>
        },
    )
}

fn leave(word: &'static str, on_predict: &Callback<Predict>) -> Html {
    html! {
        <button id="leave-prediction" type="button" class="quiet" onclick={on_predict.reform(|_| Predict::Leave)}>
            { word }
        </button>
    }
}

fn digits(number: i64) -> String {
    count(u64::try_from(number).unwrap_or_default())
}

fn holds_title(holds: &Holds, language: Language) -> String {
    (messages::of(language).predicting.holds)(&holds.name, holds.function.as_deref(), &holds.line)
}

#[derive(Properties, PartialEq)]
struct OrderQuestionProps {
    language: Language,
    order: Order,
    answer: Vec<usize>,
    on_predict: Callback<Predict>,
}

/// Lines to be brought into order: dragged, or moved by buttons.
#[component]
fn OrderQuestion(props: &OrderQuestionProps) -> Html {
    let OrderQuestionProps { language, order, answer, on_predict } = props;
    let words = &messages::of(*language).predicting;
    let list = use_node_ref();
    let dragged = use_state(|| None::<usize>);
    let moved = use_state(|| None::<usize>);
    let text = |place: usize| {
        let line = answer.get(place).and_then(|line| order.lines.get(*line));
        line.map(|line| line.text.as_str()).unwrap_or_default()
    };
    let move_to = {
        let (on_predict, moved) = (on_predict.clone(), moved.setter());
        move |from, to| {
            on_predict.emit(Predict::Move(from, to));
            moved.set(Some(to));
        }
    };
    let onpointermove = {
        let (list, dragged, move_to) = (list.clone(), dragged.clone(), move_to.clone());
        move |event: PointerEvent| {
            if let Some(from) = *dragged
                && let Some(to) = list.cast::<Element>().and_then(|list| place_at(&list, event.client_y()))
                && from != to
            {
                move_to(from, to);
                dragged.set(Some(to));
            }
        }
    };
    let drop = {
        let dragged = dragged.setter();
        move |_: PointerEvent| dragged.set(None)
    };
    let arrow = |place: usize, to: Option<usize>, word: String, class: &'static str, sign: Icon| {
        let (list, move_to) = (list.clone(), move_to.clone());
        let onclick = move |_: MouseEvent| {
            if let Some(to) = to {
                move_to(place, to);
                // The reader goes on moving the same line.
                let selector = format!("li:nth-child({}) > .{class}", to + 1);
                let button =
                    list.cast::<Element>().and_then(|list| list.query_selector(&selector).ok().flatten());
                focus(button.and_then(|button| button.dyn_into().ok()));
            }
        };
        html! {
            <button type="button" {class} title={word.clone()} aria-label={word} aria-disabled={to.is_none().to_string()} {onclick}>
                { sign.draw() }
            </button>
        }
    };
    let row = |place: usize| {
        let line = text(place);
        let is_dragged = *dragged == Some(place);
        let dragged = dragged.setter();
        let below = Some(place + 1).filter(|below| *below < answer.len());
        let onpointerdown = move |event: PointerEvent| {
            if event.button() == 0 {
                capture(&event);
                dragged.set(Some(place));
            }
        };
        let class = classes!("order-line", is_dragged.then_some("dragged"));
        html! {
            <li {class}>
                <span class="order-text" {onpointerdown}>{ line }</span>
                { arrow(place, place.checked_sub(1), (words.up)(line), "order-up", Icon::Up) }
                { arrow(place, below, (words.down)(line), "order-down", Icon::Down) }
            </li>
        }
    };
    html! {
        <fieldset class="question" data-question="order">
            <legend>{ words.order }</legend>
            <p class="lesson-aside">{ words.order_hint }</p>
            <ol
                class="order"
                ref={list.clone()}
                {onpointermove}
                onpointerup={drop.clone()}
                onpointercancel={drop.clone()}
                onpointerleave={drop}
            >
                { for (0..answer.len()).map(row) }
            </ol>
            if order.goes_on {
                <p class="lesson-aside">{ words.goes_on }</p>
            }
            <p class="unseen" role="status">
                { moved.map(|place| (words.place)(text(place), place + 1)).unwrap_or_default() }
            </p>
        </fieldset>
    }
}

/// The line at this height of the screen.
fn place_at(list: &Element, y: i32) -> Option<usize> {
    let lines = list.query_selector_all("li").ok()?;
    let line = |index| lines.item(index)?.dyn_into::<Element>().ok();
    let above = |index: &u32| {
        line(*index).is_some_and(|line| line.get_bounding_client_rect().bottom() < f64::from(y))
    };
    let places = 0..lines.length();
    places.clone().position(|index| !above(&index)).or_else(|| places.count().checked_sub(1))
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        // Refused only to what cannot be focused.
        let _ = element.focus();
    }
}

/// Where somebody goes on who was among the questions when these went: at the marks, or where they began.
#[hook]
pub(crate) fn use_way_back(hides: bool) {
    let hid = use_mut_ref(|| false);
    use_effect_with(hides, move |hides| {
        let is_over = hid.replace(*hides) && !hides;
        let Some(document) = web_sys::window().and_then(|window| window.document()).filter(|_| is_over)
        else {
            return;
        };
        // Who types elsewhere stays there.
        let is_lost = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
        let place =
            ["#verdict", "#predict"].into_iter().find_map(|place| document.query_selector(place).ok()?);
        focus(place.filter(|_| is_lost).and_then(|place| place.dyn_into().ok()));
    });
}

/// What the answers were worth, beside the run.
pub(crate) struct Verdict<'a> {
    pub(crate) language: Language,
    pub(crate) predicting: &'a Predicting,
    /// Asks why what happened at a moment happened.
    pub(crate) on_why: &'a Callback<Moment>,
    pub(crate) on_predict: &'a Callback<Predict>,
}

impl Verdict<'_> {
    /// The marks; nothing before the answers are marked.
    pub(crate) fn show(&self) -> Option<Html> {
        let marks = self.predicting.marks()?;
        let quiz = self.predicting.quiz.as_ref()?;
        let messages = messages::of(self.language);
        let (words, answers) = (&messages.predicting, &self.predicting.answers);
        let time = |ns| instant::with_unit(ns, self.language);
        let mut rows = Vec::new();
        if let (Some(mark), Some(order)) = (marks.order, &quiz.order) {
            let line = |index: Option<usize>| {
                index.and_then(|index| order.lines.get(index)).map(|line| line.text.as_str())
            };
            let told = |at: usize| {
                let said = line(answers.order.get(at).copied()).unwrap_or_default();
                (words.line_is)(at + 1, line(Some(at)).unwrap_or_default(), said)
            };
            rows.push(self.row(messages, words.order, mark, &told));
        }
        if let (Some(mark), Some(end), Some(said)) = (marks.end, &quiz.end, answers.end) {
            rows.push(
                self.row(messages, words.end, mark, &|_| (words.number_is)(&time(end.right), &time(said))),
            );
        }
        if let (Some(mark), Some(at_once), Some(said)) = (marks.at_once, &quiz.at_once, answers.at_once) {
            let told = |_| (words.number_is)(&digits(at_once.right), &digits(said));
            rows.push(self.row(messages, words.at_once, mark, &told));
        }
        if let (Some(mark), Some(cancelled)) = (marks.cancelled, &quiz.cancelled) {
            let told = |at: usize| {
                let name = cancelled.tasks.get(at).map(String::as_str).unwrap_or_default();
                (words.task_is)(name, cancelled.right.get(at) == Some(&true))
            };
            rows.push(self.row(messages, words.cancelled, mark, &told));
        }
        if let (Some(mark), Some(holds), Some(said)) = (marks.holds, &quiz.holds, answers.holds) {
            let value = |at: usize| holds.choices.get(at).map(String::as_str).unwrap_or_default();
            let told = |_| (words.number_is)(value(holds.right), value(said));
            rows.push(self.row(messages, &holds_title(holds, self.language), mark, &told));
        }
        let right = marks.all().filter(|mark| *mark == Mark::Right).count();
        Some(html! {
            <div id="verdict" class="verdict" tabindex="-1">
                <p role="status"><strong>{ (words.score)(right, rows.len()) }</strong></p>
                <ul class="verdict-list">{ for rows }</ul>
                { leave(messages.close, self.on_predict) }
            </div>
        })
    }

    fn row(&self, messages: &Messages, question: &str, mark: Mark, told: &dyn Fn(usize) -> String) -> Html {
        let words = &messages.predicting;
        match mark {
            Mark::Right => html! {
                <li data-mark="right"><span class="lesson-aside">{ question }</span>{ " " }{ Icon::Right.draw() }{ " " }{ words.right }</li>
            },
            Mark::Wrong { at, moment, model } => html! {
                <li data-mark="wrong">
                    <span class="lesson-aside">{ question }</span>{ " " }{ Icon::Wrong.draw() }{ " " }{ told(at) }
                    if let Some(model) = model {
                        { " " }{ words.models[model as usize] }
                    }
                    { " " }
                    <button type="button" class="link" onclick={self.on_why.reform(move |_| moment)}>
                        { messages.why }
                    </button>
                </li>
            },
        }
    }
}
