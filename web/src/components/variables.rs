//! The variables of every task at the cursor, coroutine by coroutine, the innermost first.

use interleave_text::{Language, Span};
use interleave_views::sight::Lane;
use yew::prelude::*;

use super::who::who_to_select;
use crate::engine::protocol::{FrameVariables, LaneVariables, Variable, VariableChange};
use crate::messages::{self, ViewMessages};

pub(crate) struct Variables<'a> {
    pub(crate) language: Language,
    pub(crate) tasks: &'a [LaneVariables],
    pub(crate) selected: Option<Lane>,
    pub(crate) on_select: &'a Callback<Option<Lane>>,
    pub(crate) on_place: &'a Callback<Span>,
}

impl Variables<'_> {
    /// All of them.
    pub(crate) fn show(&self) -> Html {
        let texts = &messages::of(self.language).views;
        if self.tasks.is_empty() {
            return html! { <p class="variables-empty">{ texts.variables_empty }</p> };
        }
        html! {
            <ul class="variables">
                { for self.tasks.iter().map(|task| html! {
                    <li class={classes!("task-variables", (self.selected == Some(task.lane)).then_some("selected"))}>
                        { who_to_select(&task.name, task.colour, task.lane, self.on_select) }
                        { for task.frames.iter().rev().map(|frame| show_frame(texts, frame, self.on_place)) }
                    </li>
                }) }
            </ul>
        }
    }
}

fn show_frame(texts: &ViewMessages, frame: &FrameVariables, on_place: &Callback<Span>) -> Html {
    let span = frame.span;
    let show = on_place.reform(move |_: MouseEvent| span);
    html! {
        <div class="frame">
            <p class="frame-name">
                <code>{ &frame.function }</code>
                <button type="button" class="link" title={texts.show_place} onclick={show}>
                    { (texts.line)(frame.line) }
                </button>
                if frame.variables.is_empty() {
                    <span class="frame-empty">{ texts.no_variables }</span>
                }
            </p>
            if !frame.variables.is_empty() {
                <table class="values">
                    <thead class="unseen">
                        <tr><th scope="col">{ texts.variable }</th><th scope="col">{ texts.value }</th></tr>
                    </thead>
                    <tbody>{ for frame.variables.iter().map(|variable| show_variable(texts, variable)) }</tbody>
                </table>
            }
        </div>
    }
}

fn show_variable(texts: &ViewMessages, variable: &Variable) -> Html {
    let change = match variable.change {
        VariableChange::New => Some(("new", texts.new_value)),
        VariableChange::Changed => Some(("changed", texts.changed_value)),
        VariableChange::Same => None,
    };
    html! {
        <tr key={variable.name.clone()} class={change.map(|(class, _)| class)}>
            <th scope="row"><code>{ &variable.name }</code></th>
            <td>
                <code class="value">{ &variable.text }</code>
                if let Some((_, text)) = change {
                    <span class="change">{ text }</span>
                }
            </td>
        </tr>
    }
}
