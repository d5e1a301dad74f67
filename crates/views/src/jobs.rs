//! Jobs of pools: when each was given, and who did it when.

use interleave_trace::{Event, JobId, TextId, What};

use crate::compact::{ById, Maybe};

/// A job's life.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct JobLife {
    pub(crate) name: TextId,
    /// The event that gave it to a pool.
    pub(crate) given: Maybe,
    /// The event with which a worker began it.
    pub(crate) begun: Maybe,
    /// The event that gave it a result, or cancelled it.
    pub(crate) ended: Maybe,
    /// The lane of the worker.
    pub(crate) worker: Maybe,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Jobs(ById<JobLife>);

impl Jobs {
    pub(crate) fn note(&mut self, index: u32, event: &Event, lane: u32) {
        let by_this = Maybe::some(index);
        match event.what {
            What::JobGiven { job, name } => {
                *self.0.at(job.0) = JobLife { name, given: by_this, ..JobLife::default() };
            }
            What::JobBegun(job) => {
                let life = self.0.at(job.0);
                (life.begun, life.worker) = (by_this, Maybe::some(lane));
            }
            What::JobEnded(job) => self.0.at(job.0).ended = by_this,
            _ => {}
        }
    }

    pub(crate) fn get(&self, job: JobId) -> Option<JobLife> {
        self.0.get(job.0).copied()
    }

    /// The last job that a worker has begun before an event.
    pub(crate) fn of(&self, worker: u32, index: u32) -> Option<JobLife> {
        let own = self.0.iter().map(|(_, life)| *life).filter(|life| life.worker.get() == Some(worker));
        own.filter(|life| life.begun.or_never() <= index).max_by_key(|life| life.begun.get())
    }
}
