//! Run, stop, and what a run that takes its time has done so far.

use interleave_text::{Language, count};
use yew::prelude::*;

use super::icon::Icon;
use super::instant;
use crate::messages;
use crate::state::{Phase, Progress, UnderWay};

pub(crate) struct RunControls<'a> {
    pub(crate) language: Language,
    pub(crate) under_way: Option<&'a UnderWay>,
    pub(crate) on_run: &'a Callback<()>,
    pub(crate) on_go_on: Callback<()>,
    pub(crate) on_stop: Callback<()>,
    pub(crate) on_start_over: Callback<()>,
    pub(crate) on_link: Callback<()>,
    pub(crate) on_predict: Callback<()>,
}

impl RunControls<'_> {
    /// The buttons, and the news.
    pub(crate) fn show(&self) -> Html {
        let messages = messages::of(self.language);
        let phase = self.under_way.map(|run| run.phase);
        let progress = self.under_way.and_then(|run| run.progress);
        let word = match phase {
            None => "idle",
            Some(Phase::Going | Phase::GoingOn) => "going",
            Some(Phase::Paused) => "paused",
            Some(Phase::Stopping) => "stopping",
        };
        html! {
            <div id="run-controls" class="run-controls" data-run={word}>
                <button
                    id="start-over"
                    type="button"
                    class="quiet"
                    title={messages.start_over_hint}
                    onclick={self.on_start_over.reform(|_| ())}
                >
                    { messages.start_over }
                </button>
                <button
                    id="copy-link"
                    type="button"
                    class="quiet"
                    title={messages.copy_link_hint}
                    onclick={self.on_link.reform(|_| ())}
                >
                    { messages.copy_link }
                </button>
                <button
                    id="predict"
                    type="button"
                    class="quiet"
                    title={messages.predicting.hint}
                    onclick={self.on_predict.reform(|_| ())}
                >
                    { messages.predicting.predict }
                </button>
                if self.under_way.is_some_and(|run| run.lasts) {
                    <button id="stop" type="button" onclick={self.on_stop.reform(|_| ())}>
                        { Icon::Stop.draw() }{ messages.stop }
                    </button>
                }
                <button
                    id="run"
                    type="button"
                    class="loud"
                    title={messages.run_hint}
                    aria-keyshortcuts="Control+Enter Meta+Enter"
                    onclick={self.on_run.reform(|_| ())}
                >
                    { Icon::Play.draw() }{ messages.run }
                </button>
                if phase == Some(Phase::Paused) {
                    <p class="run-news" role="status">
                        { messages.still_running }{ " " }
                        <button id="go-on" type="button" onclick={self.on_go_on.reform(|_| ())}>
                            { messages.go_on }
                        </button>
                    </p>
                } else if let Some(Progress { instructions, now_ns }) = progress {
                    <p class="run-news">
                        { (messages.progress)(&count(instructions), &instant::with_unit(now_ns, self.language)) }
                    </p>
                }
            </div>
        }
    }
}
