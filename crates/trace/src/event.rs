//! What can happen. Each variant carries ids and numbers only; words are in the
//! trace's table.

use crate::{
    CallId, FutureId, JobId, LoopId, OriginId, ResourceId, Span, StepId, TaskId, TextId, ThreadId, TimerId,
};

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// The step during which it happened.
    pub step: StepId,
    /// Who was running.
    pub actor: Actor,
    /// Nanoseconds of virtual time since the program started.
    pub ns: i64,
    /// Where in the source; empty if nobody said.
    pub place: Span,
    /// What it was.
    pub what: What,
}

/// Who runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// A thread, in code of its own.
    Thread(ThreadId),
    /// A loop, between two handles.
    Loop(LoopId),
    /// A task.
    Task(TaskId),
    /// A callback, run by a loop.
    Callback(LoopId),
}

/// Why a step was scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The task had just been created.
    Created,
    /// The task had given up its turn, and nothing more.
    Yielded,
    /// The future that the task awaited was done.
    Awaited(FutureId),
    /// The task is told of an exception that concerns no future.
    Thrown,
    /// Somebody asked for a call, soon.
    CalledSoon,
    /// A timer fell due.
    Timer(TimerId),
    /// A future that has a callback was done.
    Done(FutureId),
}

/// A kind of thing that tasks share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resource {
    /// `asyncio.Lock`
    Lock,
    /// `asyncio.Event`
    Event,
    /// `asyncio.Condition`
    Condition,
    /// `asyncio.Semaphore`
    Semaphore,
    /// `asyncio.BoundedSemaphore`
    BoundedSemaphore,
    /// `asyncio.Barrier`
    Barrier,
    /// `asyncio.Queue`
    Queue,
    /// `asyncio.PriorityQueue`
    PriorityQueue,
    /// `asyncio.LifoQueue`
    LifoQueue,
    /// `asyncio.TaskGroup`
    TaskGroup,
    /// `asyncio.timeout`
    Timeout,
    /// A pool of simulated threads.
    Pool,
}

/// What a barrier is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BarrierPhase {
    /// Tasks gather.
    #[default]
    Filling,
    /// All have come, and they leave one by one.
    Draining,
    /// Somebody reset it, and those inside leave with an error.
    Resetting,
    /// Somebody aborted it, and everybody gets an error until it is reset.
    Broken,
}

/// How a shared thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// It works by means of this other thing: a condition by a lock, a barrier by a condition.
    Uses(ResourceId),
    /// Permits left, or 1 and 0 for set and clear, free and held; for a barrier, who is inside.
    Level(i64),
    /// The actor holds it, or one permit of it, from now on; or enters its block.
    Acquired,
    /// The actor gave it back, or left its block.
    Released,
    /// The actor joined the end of the line with this future.
    Queued(FutureId),
    /// The actor joined the line of those who wait for room in a queue.
    QueuedToPut(FutureId),
    /// This future left the line, or the group.
    Left(FutureId),
    /// An item went in; so many are in it now.
    Put(u32),
    /// An item came out; so many are in it now.
    Got(u32),
    /// So many items have been put in and not yet been reported done.
    Unfinished(u32),
    /// A barrier lets tasks gather, lets them out, or lets nobody through.
    Phase(BarrierPhase),
    /// It will take nothing more.
    ShutDown,
    /// This task, as a future, joined the group.
    Joined(FutureId),
    /// A timeout runs out at this nanosecond from now on; `i64::MAX` for never.
    Deadline(i64),
    /// A timeout ran out, and cancels its task.
    RanOut,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A step begins, which an earlier step scheduled for a reason.
    Start {
        /// The step that scheduled this one.
        cause: StepId,
        /// Why.
        reason: Reason,
        /// The call that it makes, if the program asked for one.
        call: Option<CallId>,
    },
    /// The step ends: its code returned or suspended.
    End,
    /// A loop begins an iteration.
    Iteration {
        /// Which, counted from one.
        number: u64,
        /// How many handles it will run.
        ready: u32,
    },
    /// A task came to be. It is a future, too.
    TaskCreated {
        /// The new task.
        task: TaskId,
        /// The same, as a future.
        future: FutureId,
        /// Its name.
        name: TextId,
        /// The qualified name of its code; [`crate::Trace::definitions`] says where that is defined.
        code: TextId,
    },
    /// A future came to be.
    FutureCreated(FutureId),
    /// The outer future ends when the inner one does, or when it and others do.
    Depends {
        /// The one that follows.
        outer: FutureId,
        /// One of those that it follows.
        inner: FutureId,
    },
    /// The task suspends until this future is done.
    Awaits(FutureId),
    /// The task suspends for one turn.
    Yields,
    /// A future has a value.
    Resolved(FutureId),
    /// The exception that a future gets in the next event.
    Raised {
        /// The future.
        future: FutureId,
        /// Class and message in a line, as at the end of a traceback; the class alone if the message is the
        /// program's to make.
        error: TextId,
    },
    /// A future has an exception.
    Failed(FutureId),
    /// A future is cancelled.
    Cancelled(FutureId),
    /// Somebody asked a task to be cancelled.
    CancelRequested(TaskId),
    /// A `CancelledError` is thrown into the task.
    CancelDelivered(TaskId),
    /// Somebody took a request for cancellation back.
    Uncancelled(TaskId),
    /// The program asked a loop for a call: soon, when a timer is due that is set in the next event, or when a
    /// future is done.
    CallAsked {
        /// The call.
        call: CallId,
        /// The qualified name of what is called.
        name: TextId,
    },
    /// A timer was set.
    TimerSet {
        /// Which.
        timer: TimerId,
        /// When it falls due.
        due_ns: i64,
    },
    /// A timer fell due, and its handle is ready.
    TimerFired(TimerId),
    /// A timer was cancelled before it fell due.
    TimerCancelled(TimerId),
    /// A shared thing came to be.
    ResourceCreated(ResourceId, Resource),
    /// A shared thing changed.
    ResourceChanged(ResourceId, Change),
    /// The thread does nothing else until this time, and a loop that it drives stands still.
    Blocks {
        /// Until when; `i64::MAX` if no time ends it.
        until_ns: i64,
    },
    /// The thread goes on.
    Unblocks,
    /// A simulated thread came to be.
    ThreadStarted {
        /// Which.
        thread: ThreadId,
        /// Its name.
        name: TextId,
    },
    /// A simulated thread ended.
    ThreadEnded(ThreadId),
    /// A simulated thread ended, since an exception left its code.
    ThreadFailed(ThreadId),
    /// A pool was given a job.
    JobGiven {
        /// Which.
        job: JobId,
        /// The qualified name of what is called.
        name: TextId,
    },
    /// A worker of the pool begins a job.
    JobBegun(JobId),
    /// A job has a result, or was cancelled.
    JobEnded(JobId),
    /// A loop's future ends when a job has.
    StandsFor {
        /// The future.
        future: FutureId,
        /// The job.
        job: JobId,
    },
    /// The delay that this step sets next is this number of the program's.
    DelayFrom(OriginId),
    /// The program wrote to standard output.
    Prints(TextId),
    /// The program was told something on standard error.
    Warns(TextId),
    /// A statement of the program's own begins, or the next round of a loop; the place is all of it.
    Line,
}
