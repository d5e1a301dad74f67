//! What went wrong in the program: CPython's words, a sentence of help, and the
//! way to the line.

use std::rc::Rc;

use interleave_text::{Language, Span};
use yew::prelude::*;

use crate::engine::protocol::Ending;
use crate::messages;
use crate::state::Finished;

#[derive(Properties, PartialEq)]
pub(crate) struct ProblemBoxProps {
    pub(crate) language: Language,
    /// The run that ended last.
    pub(crate) run: Option<Rc<Finished>>,
    pub(crate) on_place: Callback<Span>,
}

#[component]
pub(crate) fn ProblemBox(props: &ProblemBoxProps) -> Html {
    let messages = messages::of(props.language);
    let Some(run) = &props.run else { return Html::default() };
    let problem = run.outcome.problem.as_ref();
    let (words, title) = match (&run.outcome.ending, problem) {
        (_, Some(problem)) => (&problem.text, None),
        (Ending::Deadlock(words), None) => (words, Some(messages.deadlock)),
        (Ending::Limit(words), None) => (words, Some(messages.limit)),
        (Ending::Finished, None) => return Html::default(),
    };
    html! {
        <section id="problem" class="problem" aria-label={messages.problem}>
            if let Some(title) = title {
                <p class="problem-head" role="status">{ title }</p>
            }
            if let Some(problem) = problem {
                <p class="problem-head">
                    if problem.line > 0 {
                        <button type="button" class="link" onclick={
                            let span = problem.span;
                            props.on_place.reform(move |_| span)
                        }>
                            { (messages.views.line)(problem.line) }
                        </button>
                        { " " }
                    }
                    if let Some(help) = &problem.help {
                        <span class="problem-help" role="status">{ help }</span>
                    }
                </p>
                if !run.began() {
                    <p class="problem-note">{ messages.earlier_run_shown }</p>
                }
            }
            <pre class="problem-words" lang="en" tabindex="0">{ words.trim_end() }</pre>
        </section>
    }
}
