//! Inside the event loop at the cursor: what runs, what is next, which timers are set, and who
//! holds or waits for what.

use interleave_text::{Language, Span, count};
use interleave_views::sight::{Aim, Entry, Lane, LoopState, ResourceState};
use yew::prelude::*;

use super::instant;
use super::who::{colour_class, shape};
use crate::messages::{self, ViewMessages};

pub(crate) struct LoopPanel<'a> {
    pub(crate) language: Language,
    pub(crate) state: &'a LoopState,
    /// The virtual time at the cursor.
    pub(crate) now_ns: i64,
    pub(crate) selected: Option<Lane>,
    pub(crate) on_cursor: &'a Callback<Aim>,
    pub(crate) on_select: &'a Callback<Option<Lane>>,
    pub(crate) on_place: &'a Callback<Span>,
}

impl LoopPanel<'_> {
    /// All of it.
    pub(crate) fn show(&self) -> Html {
        let (texts, state) = (&messages::of(self.language).views, self.state);
        let heading = |text: &'static str| html! { <h3 class="loop-heading">{ text }</h3> };
        html! {
            <div class="loop">
                <section class="loop-part">
                    if state.iteration > 0 {
                        <h3 class="loop-heading">{ (texts.iteration)(&count(state.iteration)) }</h3>
                        <p class="loop-running">
                            { texts.running }{ " " }
                            { state.running.as_ref().map_or_else(
                                || html! { <span class="loop-none">{ texts.nothing_runs }</span> },
                                |entry| html! { <>{ self.chip(entry, None) }{ note(entry) }</> },
                            ) }
                        </p>
                    } else {
                        <p class="loop-none">{ texts.no_loop }</p>
                    }
                </section>
                <section class="loop-part queue-part">
                    { heading(texts.ready_queue) }
                    { self.chips(&state.ready, texts.ready_empty, state.more_ready, true) }
                </section>
                <section class="loop-part">
                    { heading(texts.timers) }
                    { self.timers(texts) }
                </section>
                <section class="loop-part">
                    { heading(texts.resources) }
                    if state.resources.is_empty() {
                        <p class="loop-none">{ texts.resources_empty }</p>
                    } else {
                        <ul class="resources">
                            { for state.resources.iter().map(|resource| self.resource(texts, resource)) }
                            { further(texts, state.more_resources) }
                        </ul>
                    }
                </section>
            </div>
        }
    }

    /// An entry, which leads to the moment that put it there.
    fn chip(&self, entry: &Entry, mark: Option<&'static str>) -> Html {
        let (lane, since) = (entry.lane, entry.since);
        let (on_cursor, on_select) = (self.on_cursor.clone(), self.on_select.clone());
        let onclick = move |_: MouseEvent| {
            if lane.is_some() {
                on_select.emit(lane);
            }
            on_cursor.emit(Aim::At(since));
        };
        let selected = lane.is_some() && lane == self.selected;
        let note = Some(entry.note.clone()).filter(|note| !note.is_empty());
        html! {
            <button
                type="button"
                class={classes!("chip", lane.map(|_| colour_class(entry.colour)), selected.then_some("selected"))}
                title={note}
                {onclick}
            >
                if lane.is_some() {
                    { shape(entry.colour) }
                }
                <span class="who-name">{ &entry.name }</span>
                if let Some(mark) = mark {
                    <span class="chip-mark">{ mark }</span>
                }
            </button>
        }
    }

    /// Entries in a line, the first of which is next.
    fn chips(&self, entries: &[Entry], none: &'static str, more: u32, queue: bool) -> Html {
        let texts = &messages::of(self.language).views;
        if entries.is_empty() {
            return html! { <p class="loop-none">{ none }</p> };
        }
        let next = |place| (queue && place == 0).then_some(texts.next_in_line);
        html! {
            <ol class={classes!("chips", queue.then_some("queue"))}>
                { for entries.iter().enumerate().map(|(place, entry)| html! {
                    <li>{ self.chip(entry, next(place)) }</li>
                }) }
                { further(texts, more) }
            </ol>
        }
    }

    fn timers(&self, texts: &ViewMessages) -> Html {
        let timers = &self.state.timers;
        if timers.is_empty() {
            return html! { <p class="loop-none">{ texts.timers_empty }</p> };
        }
        html! {
            <ol class="timers">
                { for timers.iter().map(|timer| html! {
                    <li class="timer">
                        <span class="timer-due">{ instant::with_unit(timer.due_ns, self.language) }</span>
                        <span class="timer-left">
                            { format!("+{}", instant::with_unit(timer.due_ns.saturating_sub(self.now_ns), self.language)) }
                        </span>
                        { self.chip(&timer.entry, None) }
                        { note(&timer.entry) }
                    </li>
                }) }
                { further(texts, self.state.more_timers) }
            </ol>
        }
    }

    fn resource(&self, texts: &ViewMessages, resource: &ResourceState) -> Html {
        let show = {
            let span = resource.span;
            self.on_place.reform(move |_: MouseEvent| span)
        };
        html! {
            <li class="resource">
                <p class="resource-name">
                    <button type="button" class="link" title={texts.show_place} onclick={show}>
                        <code>{ &resource.name }</code>
                    </button>
                    if resource.class != resource.name {
                        <code class="resource-class">{ &resource.class }</code>
                    }
                    <span class="resource-note">{ &resource.note }</span>
                </p>
                if !resource.holders.is_empty() {
                    <div class="resource-line">
                        <span class="resource-role">{ texts.held_by }</span>
                        { self.chips(&resource.holders, texts.nobody, resource.more_holders, false) }
                    </div>
                }
                { for self.lines(texts, resource) }
            </li>
        }
    }

    /// Who waits for a thing: a line for each thing one can wait for.
    fn lines(&self, texts: &ViewMessages, resource: &ResourceState) -> Vec<Html> {
        let last = resource.lines.len().saturating_sub(1);
        let lines = resource.lines.iter().enumerate().map(|(place, line)| {
            let more = if place == last { resource.more_waiters } else { 0 };
            html! {
                <div class="resource-line">
                    <span class="resource-role">{ if line.in_turn { texts.in_line } else { texts.waiting } }</span>
                    if !line.note.is_empty() {
                        <span class="entry-note">{ &line.note }</span>
                    }
                    { self.chips(&line.waiters, texts.nobody, more, line.in_turn) }
                </div>
            }
        });
        lines.collect()
    }
}

/// More about an entry, where there is room for it.
fn note(entry: &Entry) -> Html {
    html! { <span class="entry-note">{ &entry.note }</span> }
}

/// How many more there are than are listed.
fn further(texts: &ViewMessages, more: u32) -> Html {
    if more == 0 {
        return html! {};
    }
    html! { <li class="loop-none">{ (texts.more)(&count(more.into())) }</li> }
}
