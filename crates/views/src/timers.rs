//! Timers: when each was set, is due, and left.

use interleave_trace::{Event, TimerId, What};

use crate::compact::{ById, Maybe};

/// A timer's life.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TimerLife {
    /// The event that set it.
    pub(crate) set: Maybe,
    /// The event that ended it: it fell due, or was cancelled.
    pub(crate) ended: Maybe,
    pub(crate) due_ns: i64,
}

impl TimerLife {
    /// Whether it is set at a moment.
    pub(crate) fn lives_at(self, moment: u32) -> bool {
        self.set.or_never() < moment && moment <= self.ended.or_never()
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Timers(ById<TimerLife>);

impl Timers {
    pub(crate) fn note(&mut self, index: u32, event: &Event) {
        if let What::TimerSet { timer, due_ns } = event.what {
            *self.0.at(timer.0) = TimerLife { set: Maybe::some(index), ended: Maybe::NONE, due_ns };
        } else if let What::TimerFired(timer) | What::TimerCancelled(timer) = event.what {
            let life = self.0.at(timer.0);
            if life.ended.is_none() {
                life.ended = Maybe::some(index);
            }
        }
    }

    pub(crate) fn get(&self, timer: TimerId) -> Option<TimerLife> {
        self.0.get(timer.0).copied()
    }

    /// Those that are set at a moment, in order of creation.
    pub(crate) fn at(&self, moment: u32) -> impl Iterator<Item = (TimerId, TimerLife)> {
        self.0.iter().filter(move |(_, life)| life.lives_at(moment)).map(|(id, life)| (TimerId(id), *life))
    }
}
