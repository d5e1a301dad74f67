//! What went wrong: in the program, CPython's words and a sentence of help; of a limit, which; of a
//! deadlock, who waits for whom. And the way to each line.

use interleave_text::{Language, Span, count};
use interleave_views::endings;
use interleave_views::sight::Deadlock;
use yew::prelude::*;

use super::graph::deadlock_picture;
use crate::engine::protocol::{Ending, Problem};
use crate::messages::{self, Messages};
use crate::state::Finished;

/// Before a text with more lines stands what they come to.
const LONG: usize = 6;

pub(crate) struct ProblemBox<'a> {
    pub(crate) language: Language,
    /// The run that ended last.
    pub(crate) run: Option<&'a Finished>,
    /// There is a run to be seen.
    pub(crate) seen: bool,
    pub(crate) on_place: Callback<Span>,
}

impl ProblemBox<'_> {
    /// Nothing, if nothing went wrong.
    pub(crate) fn show(&self) -> Html {
        let messages = messages::of(self.language);
        let Some(run) = self.run else { return Html::default() };
        let (title, deadlock) = match &run.outcome.ending {
            Ending::Finished => (None, None),
            Ending::Deadlock(deadlock) => (Some(messages.deadlock), Some(deadlock)),
            Ending::Limit => (Some(messages.limit), None),
        };
        let problem = run.outcome.problem.as_ref();
        if title.is_none() && problem.is_none() {
            return Html::default();
        }
        // CPython speaks English.
        let lang = matches!(run.outcome.ending, Ending::Finished | Ending::Deadlock(_)).then_some("en");
        html! {
            <section id="problem" class="problem" aria-label={messages.problem}>
                if let Some(title) = title {
                    <p class="problem-head" role="status">{ title }</p>
                }
                if let Some(deadlock) = deadlock {
                    { show_deadlock(messages, self, deadlock) }
                }
                if let Some(problem) = problem {
                    { show_help(messages, self, problem) }
                    if self.seen && !run.began() {
                        <p class="problem-note">{ messages.earlier_run_shown }</p>
                    }
                    <pre class="problem-words" {lang} tabindex="0">{ problem.text.trim_end() }</pre>
                }
            </section>
        }
    }
}

fn show_help(messages: &Messages, props: &ProblemBox<'_>, problem: &Problem) -> Html {
    let span = problem.span;
    html! {
        <>
        <p class="problem-head">
            if problem.line > 0 {
                <button type="button" class="link" onclick={props.on_place.reform(move |_| span)}>
                    { (messages.views.line)(problem.line) }
                </button>
                { " " }
            }
            if let Some(help) = &problem.help {
                <span class="problem-help" role="status">{ help }</span>
            }
        </p>
        if problem.text.lines().nth(LONG).is_some() {
            <pre class="problem-words" lang="en">{ &problem.head }</pre>
        }
        </>
    }
}

fn show_deadlock(messages: &Messages, props: &ProblemBox<'_>, deadlock: &Deadlock) -> Html {
    html! {
        <>
            <p class="problem-help">{ endings::way_out(props.language) }</p>
            { deadlock_picture(props.language, &deadlock.graph) }
            <ul class="waits">
                { for deadlock.waits.iter().map(|wait| {
                    let span = wait.span;
                    html! {
                        <li>
                            if wait.moment.is_some() {
                                <button type="button" class="link" onclick={props.on_place.reform(move |_| span)}>
                                    { &wait.sentence }
                                </button>
                            } else {
                                { &wait.sentence }
                            }
                        </li>
                    }
                }) }
                if deadlock.more > 0 {
                    <li>{ (messages.views.more)(&count(deadlock.more.into())) }</li>
                }
            </ul>
        </>
    }
}
