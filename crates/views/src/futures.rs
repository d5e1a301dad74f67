//! What each future is, and when it ended.

use interleave_trace::{Change, Event, FutureId, JobId, ResourceId, TaskId, TimerId, What};

use crate::compact::{ById, Grouped, Maybe, Pieces};

/// What a future is for, as far as the record tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Nobody said.
    #[default]
    Plain,
    /// A sleep, which this timer ends.
    Nap(TimerId),
    /// A task.
    Task(TaskId),
    /// A pool's job, which a thread does.
    Job(JobId),
    /// A place in the line of a shared thing.
    Line(ResourceId),
    /// The same, in the line of those who want to put something into a queue.
    LineToPut(ResourceId),
}

/// A future's life.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FutureLife {
    pub(crate) purpose: Purpose,
    /// The event that ended it.
    pub(crate) ended: Maybe,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Futures {
    lives: ById<FutureLife>,
    /// The one that was created last, and the event that did so.
    newest: Option<(u32, FutureId)>,
    /// Outer and inner futures, while the trace is read.
    depends: Pieces<(u32, FutureId)>,
    inner: Grouped<FutureId>,
}

impl Futures {
    pub(crate) fn note(&mut self, index: u32, event: &Event) {
        match event.what {
            What::FutureCreated(future) => {
                self.lives.at(future.0);
                self.newest = Some((index, future));
            }
            // A sleep makes its future and sets its timer in one breath.
            What::TimerSet { timer, .. } => {
                if let Some((_, future)) = self.newest.filter(|(created, _)| created + 1 == index) {
                    self.lives.at(future.0).purpose = Purpose::Nap(timer);
                }
            }
            What::TaskCreated { task, future, .. } => self.lives.at(future.0).purpose = Purpose::Task(task),
            What::StandsFor { future, job } => self.lives.at(future.0).purpose = Purpose::Job(job),
            What::Depends { outer, inner } => self.depends.push((outer.0, inner)),
            What::ResourceChanged(resource, Change::Queued(future)) => {
                self.lives.at(future.0).purpose = Purpose::Line(resource);
            }
            What::ResourceChanged(resource, Change::QueuedToPut(future)) => {
                self.lives.at(future.0).purpose = Purpose::LineToPut(resource);
            }
            What::Resolved(future) | What::Failed(future) | What::Cancelled(future) => {
                let life = self.lives.at(future.0);
                if life.ended.is_none() {
                    life.ended = Maybe::some(index);
                }
            }
            What::Start { .. }
            | What::End
            | What::Iteration { .. }
            | What::Awaits(_)
            | What::Yields
            | What::CancelRequested(_)
            | What::CancelDelivered(_)
            | What::Uncancelled(_)
            | What::CallAsked { .. }
            | What::JobGiven { .. }
            | What::JobBegun(_)
            | What::JobEnded(_)
            | What::TimerFired(_)
            | What::TimerCancelled(_)
            | What::ResourceCreated(..)
            | What::ResourceChanged(..)
            | What::Blocks { .. }
            | What::Unblocks
            | What::ThreadStarted { .. }
            | What::ThreadEnded(_)
            | What::ThreadFailed(_)
            | What::DelayFrom(_)
            | What::Prints(_)
            | What::Warns(_)
            | What::Raised { .. }
            | What::Line => {}
        }
    }

    pub(crate) fn finish(&mut self) {
        self.inner = Grouped::new(self.lives.len(), &std::mem::take(&mut self.depends));
    }

    /// Those that a future follows: it ends when they do.
    pub(crate) fn inner(&self, outer: FutureId) -> &[FutureId] {
        self.inner.of(outer.0)
    }

    pub(crate) fn purpose(&self, future: FutureId) -> Purpose {
        self.lives.get(future.0).map_or(Purpose::Plain, |life| life.purpose)
    }

    /// The event that ended it.
    pub(crate) fn ended(&self, future: FutureId) -> Option<u32> {
        self.lives.get(future.0)?.ended.get()
    }
}
