//! Steps: when each was put into the ready queue, and when it began.
//!
//! A loop's queue is first in, first out, so at any moment it holds those steps,
//! in order, that were put there and have not begun.

use interleave_trace::{Actor, Event, Reason, StepId, What};

use crate::calls::Calls;
use crate::compact::{ById, Maybe};
use crate::futures::Futures;
use crate::lanes::Lanes;
use crate::timers::Timers;

/// A step's life.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct StepLife {
    /// Its first event; a step that a loop runs begins with its start.
    pub(crate) begun: Maybe,
    /// Its last event so far.
    pub(crate) last: Maybe,
    /// The moment from which it was ready, if a loop runs it.
    pub(crate) ready: Maybe,
    /// The lane of the thread whose loop runs it.
    pub(crate) home: Maybe,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Steps(ById<StepLife>);

impl Steps {
    /// Is to be told after everybody else.
    pub(crate) fn note(
        &mut self,
        index: u32,
        event: &Event,
        (lanes, futures, timers, calls): (&Lanes, &Futures, &Timers, &Calls),
    ) {
        let begins = if let What::Start { cause, reason, call } = event.what {
            let asking = self.0.get(cause.0).copied().unwrap_or_default();
            let asked = call.and_then(|call| calls.get(call)?.asked.get());
            let made_ready = match reason {
                Reason::Created if lanes.is_task(event.actor) => {
                    lanes.life(lanes.of(event.actor)).and_then(|life| life.created.get())
                }
                Reason::Timer(timer) => timers.get(timer).and_then(|life| life.ended.get()),
                // It may have ended long before somebody asked to be told.
                Reason::Awaited(future) | Reason::Done(future) => {
                    futures.ended(future).max(asked.or(asking.begun.get()))
                }
                // The record does not say when in its step the library asked for a call: at its end at the latest.
                Reason::Created | Reason::Yielded | Reason::Thrown | Reason::CalledSoon => {
                    asked.or(asking.last.get())
                }
            };
            let ready = made_ready.map_or(index, |by| by + 1).min(index);
            Some((ready, lanes.home_of(event.actor)))
        } else {
            None
        };
        if !matches!(event.what, What::Unblocks)
            && let Some(step) = self.goes_on(index, event)
            && let Some((ready, home)) = begins
        {
            step.begun = Maybe::some(index);
            step.ready = Maybe::some(ready);
            step.home = Maybe::some(home);
        }
    }

    /// A step is where an event is; between two steps a loop acts in the name of the last one.
    pub(crate) fn goes_on(&mut self, index: u32, event: &Event) -> Option<&mut StepLife> {
        if matches!(event.actor, Actor::Loop(_)) {
            return None;
        }
        let step = self.0.at(event.step.0);
        if step.begun.is_none() {
            step.begun = Maybe::some(index);
        }
        step.last = Maybe::some(index);
        Some(step)
    }

    /// Nobody overtakes in the queue, which makes what is known only roughly as exact as can be.
    pub(crate) fn finish(&mut self, lanes: u32) {
        let mut later = vec![Maybe::NONE; lanes as usize];
        for step in self.0.iter_mut().rev() {
            let Some(later) = step.home.get().and_then(|home| later.get_mut(home as usize)) else { continue };
            *later = step.ready.min(*later);
            step.ready = *later;
        }
    }

    pub(crate) fn get(&self, step: StepId) -> Option<StepLife> {
        self.0.get(step.0).copied()
    }

    /// Those in ready queues at a moment, first the one that is next.
    pub(crate) fn ready_at(&self, moment: u32) -> impl Iterator<Item = (StepId, StepLife)> {
        let from = self.first_from(moment);
        let scheduled = move |life: &StepLife| life.ready.or_never() <= moment;
        (from..self.0.len()).filter_map(move |id| {
            let life = self.0.get(id).filter(|life| scheduled(life))?;
            Some((StepId(id), *life))
        })
    }

    /// The first step that begins at or after a moment. Steps are numbered as they begin.
    fn first_from(&self, moment: u32) -> u32 {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let middle = low.midpoint(high);
            let begun =
                self.0.get(middle).is_none_or(|life| life.begun.is_none() || life.begun.or_never() < moment);
            if begun { low = middle + 1 } else { high = middle }
        }
        low
    }
}
