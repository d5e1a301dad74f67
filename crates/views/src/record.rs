//! A trace as lines, one for each event, as plain data for files that other programs read: what `interleave trace`
//! prints, which the README of `crates/cli` explains. Names of fields and values are a promise to whoever reads such
//! files.

use interleave_trace::{Actor, BarrierPhase, Change, Event, Reason, Resource, Span, Trace, What};
use serde::Serialize;

use crate::resources;

/// A line of the file.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Line<'a> {
    /// Something that happened.
    Event(EventLine<'a>),
    /// The last line, where events are missing.
    LeftOut(LeftOut),
}

/// The lines of a trace of this program, at most so many events.
pub fn lines<'a>(trace: &'a Trace, source: &str, most: usize) -> impl Iterator<Item = Line<'a>> {
    let starts = Lines::of(source);
    let more = trace.events.len().saturating_sub(most) as u64 + trace.left_out;
    let events = trace.events.iter().take(most);
    let events = events.map(move |event| Line::Event(EventLine::new(&event, trace, &starts)));
    events.chain((more > 0).then_some(Line::LeftOut(LeftOut { event: "left_out", count: more })))
}

/// Where the lines of a text begin.
struct Lines(Vec<u32>);

impl Lines {
    fn of(source: &str) -> Self {
        let ends = source.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
        Self(std::iter::once(0).chain(ends).collect())
    }

    /// The line of a place, counted from 1.
    fn number(&self, place: Span) -> usize {
        self.0.partition_point(|start| *start <= place.start)
    }
}

/// Events that are missing.
#[derive(Debug, Serialize)]
pub struct LeftOut {
    event: &'static str,
    count: u64,
}

/// An event that needs no table to be read.
#[derive(Debug, Serialize)]
pub struct EventLine<'a> {
    step: u32,
    ns: i64,
    who: Who,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<(u32, u32)>,
    #[serde(flatten)]
    what: Happening<'a>,
}

impl<'a> EventLine<'a> {
    fn new(event: &Event, trace: &'a Trace, lines: &Lines) -> Self {
        let place = (event.place != Span::default()).then_some(event.place);
        Self {
            step: event.step.0,
            ns: event.ns,
            who: event.actor.into(),
            line: place.map(|place| lines.number(place)),
            span: place.map(|place| (place.start, place.end)),
            what: Happening::new(event.what, trace),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Who {
    Thread(u32),
    Loop(u32),
    Task(u32),
    Callback(u32),
}

impl From<Actor> for Who {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Thread(thread) => Self::Thread(thread.0),
            Actor::Loop(of) => Self::Loop(of.0),
            Actor::Task(task) => Self::Task(task.0),
            Actor::Callback(of) => Self::Callback(of.0),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum Happening<'a> {
    Start {
        cause: u32,
        #[serde(flatten)]
        reason: Because,
        #[serde(skip_serializing_if = "Option::is_none")]
        call: Option<u32>,
    },
    End,
    Iteration {
        number: u64,
        ready: u32,
    },
    TaskCreated {
        task: u32,
        future: u32,
        name: &'a str,
        code: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        defined: Option<(u32, u32)>,
    },
    FutureCreated {
        future: u32,
    },
    Depends {
        outer: u32,
        inner: u32,
    },
    Awaits {
        future: u32,
    },
    Yields,
    Resolved {
        future: u32,
    },
    Raised {
        future: u32,
        error: &'a str,
    },
    Failed {
        future: u32,
    },
    Cancelled {
        future: u32,
    },
    CancelRequested {
        task: u32,
    },
    CancelDelivered {
        task: u32,
    },
    Uncancelled {
        task: u32,
    },
    DelayFrom {
        origin: u32,
    },
    TimerSet {
        timer: u32,
        due_ns: i64,
    },
    TimerFired {
        timer: u32,
    },
    TimerCancelled {
        timer: u32,
    },
    ResourceCreated {
        resource: u32,
        kind: &'static str,
    },
    ResourceChanged {
        resource: u32,
        #[serde(flatten)]
        change: Changed,
    },
    Blocks {
        until_ns: Option<i64>,
    },
    Unblocks,
    CallAsked {
        call: u32,
        name: &'a str,
    },
    JobGiven {
        job: u32,
        name: &'a str,
    },
    JobBegun {
        job: u32,
    },
    JobEnded {
        job: u32,
    },
    StandsFor {
        future: u32,
        job: u32,
    },
    ThreadStarted {
        thread: u32,
        name: &'a str,
    },
    ThreadEnded {
        thread: u32,
    },
    ThreadFailed {
        thread: u32,
    },
    Prints {
        text: &'a str,
    },
    Warns {
        text: &'a str,
    },
    Line,
}

impl<'a> Happening<'a> {
    fn new(what: What, trace: &'a Trace) -> Self {
        match what {
            What::Start { cause, reason, call } => {
                Self::Start { cause: cause.0, reason: reason.into(), call: call.map(|call| call.0) }
            }
            What::CallAsked { call, name } => Self::CallAsked { call: call.0, name: trace.text(name) },
            What::End => Self::End,
            What::Iteration { number, ready } => Self::Iteration { number, ready },
            What::TaskCreated { task, future, name, code } => Self::TaskCreated {
                task: task.0,
                future: future.0,
                name: trace.text(name),
                code: trace.text(code),
                defined: trace.definitions.get(&code).map(|span| (span.start, span.end)),
            },
            What::FutureCreated(future) => Self::FutureCreated { future: future.0 },
            What::Depends { outer, inner } => Self::Depends { outer: outer.0, inner: inner.0 },
            What::Awaits(future) => Self::Awaits { future: future.0 },
            What::Yields => Self::Yields,
            What::Resolved(future) => Self::Resolved { future: future.0 },
            What::Raised { future, error } => Self::Raised { future: future.0, error: trace.text(error) },
            What::Failed(future) => Self::Failed { future: future.0 },
            What::Cancelled(future) => Self::Cancelled { future: future.0 },
            What::CancelRequested(task) => Self::CancelRequested { task: task.0 },
            What::CancelDelivered(task) => Self::CancelDelivered { task: task.0 },
            What::Uncancelled(task) => Self::Uncancelled { task: task.0 },
            What::DelayFrom(origin) => Self::DelayFrom { origin: origin.0 },
            What::TimerSet { timer, due_ns } => Self::TimerSet { timer: timer.0, due_ns },
            What::TimerFired(timer) => Self::TimerFired { timer: timer.0 },
            What::TimerCancelled(timer) => Self::TimerCancelled { timer: timer.0 },
            What::ResourceCreated(resource, kind) => {
                Self::ResourceCreated { resource: resource.0, kind: name_of(kind) }
            }
            What::ResourceChanged(resource, change) => {
                Self::ResourceChanged { resource: resource.0, change: change.into() }
            }
            What::Blocks { until_ns } => Self::Blocks { until_ns: unless_never(until_ns) },
            What::Unblocks => Self::Unblocks,
            What::ThreadStarted { thread, name } => {
                Self::ThreadStarted { thread: thread.0, name: trace.text(name) }
            }
            What::JobGiven { job, name } => Self::JobGiven { job: job.0, name: trace.text(name) },
            What::JobBegun(job) => Self::JobBegun { job: job.0 },
            What::JobEnded(job) => Self::JobEnded { job: job.0 },
            What::StandsFor { future, job } => Self::StandsFor { future: future.0, job: job.0 },
            What::ThreadEnded(thread) => Self::ThreadEnded { thread: thread.0 },
            What::ThreadFailed(thread) => Self::ThreadFailed { thread: thread.0 },
            What::Prints(text) => Self::Prints { text: trace.text(text) },
            What::Warns(text) => Self::Warns { text: trace.text(text) },
            What::Line => Self::Line,
        }
    }
}

fn unless_never(ns: i64) -> Option<i64> {
    (ns != i64::MAX).then_some(ns)
}

#[derive(Debug, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
enum Because {
    Created,
    Yielded,
    Awaited { future: u32 },
    Thrown,
    CalledSoon,
    Timer { timer: u32 },
    Done { future: u32 },
}

impl From<Reason> for Because {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Created => Self::Created,
            Reason::Yielded => Self::Yielded,
            Reason::Awaited(future) => Self::Awaited { future: future.0 },
            Reason::Thrown => Self::Thrown,
            Reason::CalledSoon => Self::CalledSoon,
            Reason::Timer(timer) => Self::Timer { timer: timer.0 },
            Reason::Done(future) => Self::Done { future: future.0 },
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
enum Changed {
    Uses { used: u32 },
    Level { level: i64 },
    Acquired,
    Released,
    Queued { future: u32 },
    QueuedToPut { future: u32 },
    Left { future: u32 },
    Put { items: u32 },
    Got { items: u32 },
    Unfinished { items: u32 },
    Phase { phase: &'static str },
    ShutDown,
    Joined { future: u32 },
    Deadline { at_ns: Option<i64> },
    RanOut,
}

impl From<Change> for Changed {
    fn from(change: Change) -> Self {
        match change {
            Change::Uses(used) => Self::Uses { used: used.0 },
            Change::Level(level) => Self::Level { level },
            Change::Acquired => Self::Acquired,
            Change::Released => Self::Released,
            Change::Queued(future) => Self::Queued { future: future.0 },
            Change::QueuedToPut(future) => Self::QueuedToPut { future: future.0 },
            Change::Left(future) => Self::Left { future: future.0 },
            Change::Put(items) => Self::Put { items },
            Change::Got(items) => Self::Got { items },
            Change::Unfinished(items) => Self::Unfinished { items },
            Change::Phase(phase) => Self::Phase { phase: phase_name(phase) },
            Change::ShutDown => Self::ShutDown,
            Change::Joined(future) => Self::Joined { future: future.0 },
            Change::Deadline(at_ns) => Self::Deadline { at_ns: unless_never(at_ns) },
            Change::RanOut => Self::RanOut,
        }
    }
}

fn phase_name(phase: BarrierPhase) -> &'static str {
    match phase {
        BarrierPhase::Filling => "filling",
        BarrierPhase::Draining => "draining",
        BarrierPhase::Resetting => "resetting",
        BarrierPhase::Broken => "broken",
    }
}

/// As the program calls it; pools are of several classes.
fn name_of(kind: Resource) -> &'static str {
    match kind {
        Resource::Pool => "pool",
        other => resources::class(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_one() {
        let lines = Lines::of("a\nb\n");
        assert_eq!([0, 1, 2, 4].map(|at| lines.number(Span::new(at, at + 1))), [1, 1, 2, 3]);
    }
}
