//! What an event is, for a reader.

use interleave_trace::{Actor, Change, Event, FutureId, JobId, Reason, Resource, ResourceId, TaskId, What};

use super::Teller;
use super::facts::{Deed, Handling};
use crate::columns;
use crate::describe;
use crate::facts::{Awaited, Thing};
use crate::futures::Purpose;
use crate::naming;
use crate::sight::{Lane, State};

/// Columns of a line of output that are quoted.
const QUOTED: usize = 60;

/// What happened in an event.
pub(super) fn deed(teller: Teller<'_>, index: u32, event: &Event) -> Deed {
    match event.what {
        What::Prints(text) => Deed::Printed(quoted(teller.story.trace.text(text))),
        What::Warns(text) => Deed::Warned(quoted(teller.story.trace.text(text))),
        What::Start { reason, .. } => started(teller, index, event, reason),
        What::End if matches!(event.actor, Actor::Task(_)) => Deed::Paused,
        What::Iteration { number, ready } => Deed::Turn { number, ready },
        What::TaskCreated { name, .. } => Deed::CreatedTask(teller.story.trace.text(name).to_owned()),
        What::FutureCreated(_) => Deed::MadeFuture,
        What::Awaits(future) => match awaited(teller, event, future, index + 1) {
            Awaited::Time { due_ns } => Deed::Sleeps(due_ns.saturating_sub(event.ns)),
            what => Deed::Waits(what),
        },
        What::Yields => Deed::Yielded,
        What::Raised { error, .. } => Deed::Raises(teller.story.trace.text(error).to_owned()),
        What::Resolved(future) => ended(teller, index, event, future, State::Done),
        What::Failed(future) => ended(teller, index, event, future, State::Failed),
        What::Cancelled(future) => ended(teller, index, event, future, State::Cancelled),
        What::CancelRequested(task) => Deed::AskedToCancel(name(teller, task)),
        What::CancelDelivered(_) => Deed::WasCancelled,
        What::Uncancelled(task) => Deed::TookBack(name(teller, task)),
        What::CallAsked { name, .. } => Deed::AskedToCall(teller.story.called(name)),
        What::TimerSet { due_ns, .. } => Deed::SetTimer(due_ns.saturating_sub(event.ns)),
        What::TimerFired(_) => Deed::TimerFired,
        What::TimerCancelled(_) => Deed::CancelledTimer,
        What::ResourceCreated(id, _) => Deed::Made(thing(teller, id)),
        What::ResourceChanged(id, change) => handled(teller, id, change),
        What::Blocks { until_ns } => Deed::Blocks((until_ns < i64::MAX).then_some(until_ns)),
        What::Unblocks => Deed::Unblocked,
        What::ThreadStarted { thread, .. } => {
            let lane = teller.story.lanes.number(Lane::Thread(thread.0));
            Deed::StartedThread(
                lane.map_or_else(String::new, |lane| teller.story.name(teller.language, lane)),
            )
        }
        What::JobGiven { name, .. } => Deed::GaveJob(teller.story.called(name)),
        What::JobBegun(job) => Deed::BeganJob(job_name(teller, job)),
        What::JobEnded(job) => Deed::EndedJob(job_name(teller, job)),
        What::StandsFor { .. } => Deed::MadeFuture,
        What::ThreadEnded(_) => Deed::Ended(State::Done),
        What::ThreadFailed(_) => Deed::Ended(State::Failed),
        What::Line => Deed::Executed(teller.story.source.line(event.place).unwrap_or_default()),
        What::End | What::Depends { .. } | What::DelayFrom(_) => Deed::Worked,
    }
}

fn quoted(text: &str) -> String {
    let line = text.trim_end_matches('\n');
    columns::fitted(&line.replace('\n', " "), QUOTED)
}

fn job_name(teller: Teller<'_>, job: JobId) -> String {
    teller.story.jobs.get(job).map_or_else(String::new, |life| teller.story.called(life.name))
}

/// A task's name.
pub(super) fn name(teller: Teller<'_>, task: TaskId) -> String {
    let lane = teller.story.lanes.number(Lane::Task(task.0));
    lane.map_or_else(String::new, |lane| teller.story.name(teller.language, lane))
}

/// The shared thing that the program knows, of which this may be a part.
pub(super) fn thing(teller: Teller<'_>, id: ResourceId) -> Thing {
    let resources = &teller.story.resources;
    naming::thing(&teller.story.source, resources, resources.whole(id))
}

/// What somebody waits for who awaits this future from a moment on.
pub(super) fn awaited(teller: Teller<'_>, event: &Event, future: FutureId, from: u32) -> Awaited {
    let lane = teller.story.lanes.of(event.actor);
    describe::awaited(teller.story, teller.language, future, lane, from)
}

fn started(teller: Teller<'_>, index: u32, event: &Event, reason: Reason) -> Deed {
    if !matches!(event.actor, Actor::Task(_)) {
        return Deed::CallbackRan;
    }
    match reason {
        Reason::Created => Deed::Began,
        Reason::Yielded => Deed::HadItsTurn,
        Reason::Thrown => Deed::WasThrownInto,
        Reason::Awaited(future) => {
            // What it is called depends on where the wait began.
            let lane = teller.story.lanes.of(event.actor);
            let stretch =
                teller.story.lanes.stretch_index(lane, index).and_then(|ready| ready.checked_sub(1));
            let waited = stretch.and_then(|index| teller.story.lanes.stretches(lane).get(index));
            Deed::WentOn(awaited(teller, event, future, waited.map_or(index, |waited| waited.from)))
        }
        Reason::CalledSoon | Reason::Timer(_) | Reason::Done(_) => Deed::WentOn(Awaited::Unknown),
    }
}

fn ended(teller: Teller<'_>, index: u32, event: &Event, future: FutureId, how: State) -> Deed {
    match teller.story.futures.purpose(future) {
        Purpose::Task(_) => {
            let before = index.checked_sub(1).and_then(|before| teller.story.event(before));
            match before.map(|before| before.what) {
                Some(What::Raised { future: of, error }) if of == future => {
                    Deed::Raises(teller.story.trace.text(error).to_owned())
                }
                _ => Deed::Ended(how),
            }
        }
        Purpose::Nap(_) | Purpose::Line(_) | Purpose::LineToPut(_) if how == State::Done => {
            Deed::Woke(awaited(teller, event, future, index))
        }
        Purpose::Nap(_) | Purpose::Line(_) | Purpose::LineToPut(_) | Purpose::Job(_) | Purpose::Plain => {
            Deed::EndedFuture(how)
        }
    }
}

fn handled(teller: Teller<'_>, id: ResourceId, change: Change) -> Deed {
    let kind = teller.story.resources.get(id).and_then(|life| life.kind);
    let is_block = matches!(kind, Some(Resource::Timeout | Resource::TaskGroup | Resource::Barrier));
    let handling = match (change, kind) {
        (Change::Acquired, _) if is_block => Handling::Entered,
        (Change::Released, _) if is_block => Handling::Exited,
        (Change::Acquired, _) => Handling::Acquired,
        (Change::Released, _) => Handling::Released,
        (Change::Level(0), Some(Resource::Event)) => Handling::Cleared,
        (Change::Level(_), Some(Resource::Event)) => Handling::Set,
        (Change::Level(0), Some(Resource::Lock)) => Handling::Taken,
        (Change::Level(_), Some(Resource::Lock)) => Handling::Free,
        (Change::Level(level), Some(Resource::Barrier)) => Handling::Inside(level),
        (Change::Level(level), _) => Handling::Permits(level),
        (Change::Queued(_) | Change::QueuedToPut(_), _) => Handling::Queued,
        (Change::Left(_), _) => Handling::Left,
        (Change::Put(items), _) => Handling::Put(items),
        (Change::Got(items), _) => Handling::Got(items),
        (Change::Unfinished(items), _) => Handling::Unfinished(items),
        (Change::ShutDown, _) => Handling::ShutDown,
        (Change::Joined(_), _) => Handling::Joined,
        (Change::Deadline(ns), _) => Handling::Deadline((ns < i64::MAX).then_some(ns)),
        (Change::RanOut, _) => Handling::RanOut,
        (Change::Uses(_) | Change::Phase(_), _) => Handling::Changed,
    };
    Deed::Used(thing(teller, id), handling)
}
