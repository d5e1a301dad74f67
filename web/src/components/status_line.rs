//! The foot of the page: how the engine does, how far a long run is or how the last one ended, and what
//! else the reader should know.

use interleave_text::{Language, count};
use yew::prelude::*;

use super::instant;
use crate::document;
use crate::engine::client::Failure;
use crate::engine::protocol::Ending;
use crate::messages;
use crate::state::{Engine, Finished, Linking, Notice, Phase, Progress, UnderWay};

pub(crate) struct StatusLine<'a> {
    pub(crate) language: Language,
    pub(crate) engine: &'a Engine,
    /// The run that is under way, once it lasts.
    pub(crate) under_way: Option<&'a UnderWay>,
    pub(crate) latest: Option<&'a Finished>,
    pub(crate) notice: Option<Notice>,
    pub(crate) on_undo: Callback<()>,
    pub(crate) linking: &'a Linking,
    /// The reader has a program of their own.
    pub(crate) has_own: bool,
    pub(crate) on_leave_link: Callback<()>,
}

impl StatusLine<'_> {
    /// The whole line.
    pub(crate) fn show(&self) -> Html {
        let messages = messages::of(self.language);
        let (word, sentence, detail) = match self.engine {
            Engine::Loading => ("loading", messages.engine_loading.into(), ""),
            Engine::Ready { version } => ("ready", (messages.engine_ready)(version), ""),
            Engine::Failed(Failure::Broken(detail)) => {
                ("failed", messages.engine_broken.into(), detail.as_str())
            }
            Engine::Failed(Failure::Garbled(detail)) => {
                ("failed", messages.engine_garbled.into(), detail.as_str())
            }
        };
        let ending = self.latest.map(|run| (run, how_it_ended(run)));
        let progress = self.under_way.filter(|run| run.phase != Phase::Paused).and_then(|run| run.progress);
        html! {
            <footer id="status" class="status" data-engine={word} data-ending={ending.as_ref().map(|(_, word)| *word)}>
                if let Some(notice) = self.notice {
                    <span class="status-notice" role="status">
                        { match notice {
                            Notice::Ended => messages.ended_by_force,
                            Notice::Replaced => messages.engine_replaced,
                            Notice::GivenUp => messages.engine_given_up,
                            Notice::StartedOver => messages.started_over,
                            Notice::Copied => messages.copied,
                            Notice::NotCopied => messages.not_copied,
                            Notice::Opened => messages.sharing.opened,
                            Notice::TooLarge => messages.sharing.too_large,
                            Notice::NoText => messages.sharing.no_text,
                        } }
                        if notice == Notice::NotCopied {
                            { self.link_to_copy() }
                        }
                        if matches!(notice, Notice::StartedOver | Notice::Opened) {
                            { " " }
                            <button id="undo" type="button" class="link" onclick={self.on_undo.reform(|_| ())}>
                                { messages.undo }
                            </button>
                        }
                    </span>
                }
                { self.link_news() }
                if let Some(Progress { instructions, now_ns }) = progress {
                    <span class="status-progress">
                        { (messages.progress)(&count(instructions), &instant::with_unit(now_ns, self.language)) }
                    </span>
                }
                if let Some((run, word)) = &ending {
                    <span class="status-run">
                        { match *word {
                            "stopped" => messages.was_stopped,
                            "deadlock" => messages.deadlock,
                            "limit" => messages.limit,
                            "mistake" => messages.mistake,
                            "failed" => messages.failed,
                            _ => messages.finished,
                        } }
                        if run.began() {
                            { " · " }{ (messages.took)(&instant::with_unit(run.outcome.end_ns, self.language)) }
                            if run.outcome.iterations > 0 {
                                { " · " }{ (messages.iterations)(&count(run.outcome.iterations)) }
                            }
                            if run.overview.left_out > 0 {
                                { " · " }{ (messages.left_out)(&count(run.overview.left_out)) }
                            }
                        }
                    </span>
                }
                // How the run ended is not announced: its numbers change with every key.
                <span class="status-engine" role="status">{ sentence }</span>
                if !detail.is_empty() {
                    { " " }<code class="status-detail" lang="en">{ detail }</code>
                }
            </footer>
        }
    }
}

impl StatusLine<'_> {
    /// The link, for a hand to copy it.
    fn link_to_copy(&self) -> Html {
        let link = self.linking.made.as_ref().and_then(|made| made.as_ref().ok());
        let address = link.and_then(|link| document::address_with(link)).unwrap_or_default();
        let label = messages::of(self.language).copy_link;
        html! { <>{ " " }<input class="status-link" readonly=true aria-label={label} value={address} /></> }
    }

    /// Where the program came from, and what was wrong on the way or is with the way on.
    fn link_news(&self) -> Html {
        let (messages, linking) = (messages::of(self.language), self.linking);
        let refused = linking.made.as_ref().and_then(|made| made.as_ref().err());
        let (linked, leave) = if self.has_own {
            (messages.linked, messages.leave_link)
        } else {
            (messages.linked_first, messages.leave_first)
        };
        html! {
            <>
                if let Some(complaint) = linking.complaint.as_deref() {
                    <span class="status-notice" role="status">{ complaint }</span>
                }
                if let Some(refused) = refused {
                    <span class="status-notice" role="status">{ refused }</span>
                }
                if let Some(from) = &linking.from {
                    <span class="status-linked" role="status">
                        { if document::is_lesson(from) { messages.course.kept } else { linked } }{ " " }
                        <button id="leave-link" type="button" class="link" onclick={self.on_leave_link.reform(|_| ())}>
                            { leave }
                        </button>
                    </span>
                }
            </>
        }
    }
}

/// A word for styles and tests.
fn how_it_ended(run: &Finished) -> &'static str {
    match &run.outcome.ending {
        _ if run.outcome.stopped => "stopped",
        Ending::Deadlock(_) => "deadlock",
        Ending::Limit => "limit",
        Ending::Finished if !run.began() => "mistake",
        Ending::Finished if run.outcome.exit != 0 => "failed",
        Ending::Finished => "finished",
    }
}
