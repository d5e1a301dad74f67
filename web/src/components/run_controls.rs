//! Run, stop, and the question whether a run that takes its time is to go on.

use interleave_text::Language;
use yew::prelude::*;

use super::icon::Icon;
use crate::messages;
use crate::state::{Phase, UnderWay};

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
    /// The buttons.
    pub(crate) fn show(&self) -> Html {
        let messages = messages::of(self.language);
        let phase = self.under_way.map(|run| run.phase);
        let word = match phase {
            None => "idle",
            Some(Phase::Going | Phase::GoingOn) => "going",
            Some(Phase::Paused) => "paused",
            Some(Phase::Stopping | Phase::Stopped) => "stopping",
        };
        html! {
            <div id="run-controls" class="run-controls" data-run={word}>
                // First, where it moves no other under a hand that is about to press.
                if self.under_way.is_some_and(|run| run.lasts) {
                    <button id="stop" type="button" onclick={self.on_stop.reform(|_| ())}>
                        { Icon::Stop.draw() }{ messages.stop }
                    </button>
                }
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
            </div>
        }
    }

    /// The question, once a run has to be asked about; `seen`: another run is to be seen meanwhile.
    pub(crate) fn ask(&self, seen: bool) -> Option<Html> {
        self.under_way.filter(|run| run.phase == Phase::Paused)?;
        let messages = messages::of(self.language);
        Some(html! {
            <p class="run-question" role="status">
                <span>
                    { messages.still_running }
                    if seen {
                        { " " }{ messages.older_run_shown }
                    }
                </span>
                <span>
                    <button id="stop-here" type="button" onclick={self.on_stop.reform(|_| ())}>
                        { messages.stop_here }
                    </button>
                    <button id="go-on" type="button" onclick={self.on_go_on.reform(|_| ())}>
                        { messages.go_on }
                    </button>
                </span>
            </p>
        })
    }
}
