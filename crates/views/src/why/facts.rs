//! What the chains of causes say, before `words` makes sentences of it. Names are those of lanes.

use crate::facts::{Awaited, InLine, Thing};
use crate::sight::State;

/// What somebody did, or what happened to somebody.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Deed {
    /// It wrote this line.
    Printed(String),
    /// The program was told this on standard error.
    Warned(String),
    /// It ran for the first time.
    Began,
    /// It went on, after what it had waited for.
    WentOn(Awaited),
    /// It went on, as it had only given up its turn.
    HadItsTurn,
    /// It went on, to be told of an exception.
    WasThrownInto,
    /// A callback ran.
    CallbackRan,
    /// It waits from now on.
    Waits(Awaited),
    /// It sleeps from now on, for so long.
    Sleeps(i64),
    /// It gave up its turn.
    Yielded,
    /// It let others run.
    Paused,
    /// It created a task.
    CreatedTask(String),
    /// It made something that tasks share.
    Made(Thing),
    /// It made a future.
    MadeFuture,
    /// It did this with something that tasks share.
    Used(Thing, Handling),
    /// It asked for a call of this function.
    AskedToCall(String),
    /// It set a timer, for so long.
    SetTimer(i64),
    /// A timer fell due.
    TimerFired,
    /// It cancelled a timer.
    CancelledTimer,
    /// It ends with this exception.
    Raises(String),
    /// It ended in this way.
    Ended(State),
    /// It gave a future a result, an exception, or cancelled it.
    EndedFuture(State),
    /// It woke whoever waited for this.
    Woke(Awaited),
    /// It asked for the cancellation of a task.
    AskedToCancel(String),
    /// A `CancelledError` came out where it waited.
    WasCancelled,
    /// It took a request for cancellation back.
    TookBack(String),
    /// It blocks its thread from now on, until this time if any.
    Blocks(Option<i64>),
    /// Its thread goes on.
    Unblocked,
    /// It started a thread.
    StartedThread(String),
    /// It gave a pool a job.
    GaveJob(String),
    /// It began that job.
    BeganJob(String),
    /// That job has a result.
    EndedJob(String),
    /// A turn of the loop began, with so many to run.
    Turn {
        /// Which, counted from one.
        number: u64,
        /// How many.
        ready: u32,
    },
    /// It executed this line.
    Executed(u32),
    /// Something that nobody needs to read about.
    Worked,
}

/// What is done with a shared thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handling {
    /// Acquired.
    Acquired,
    /// Released.
    Released,
    /// Entered: a timeout, a task group.
    Entered,
    /// Left again.
    Exited,
    /// Joined its line.
    Queued,
    /// Left its line.
    Left,
    /// Put an item; so many are in it.
    Put(u32),
    /// Took an item; so many are left.
    Got(u32),
    /// Set, so that nobody has to wait.
    Set,
    /// Cleared.
    Cleared,
    /// It is free: a lock.
    Free,
    /// It is held: a lock.
    Taken,
    /// So many are there: a barrier.
    Inside(i64),
    /// So many permits are free.
    Permits(i64),
    /// So many items are not reported done.
    Unfinished(u32),
    /// Shut down.
    ShutDown,
    /// Another task is in the group.
    Joined,
    /// It runs out at this time, or never.
    Deadline(Option<i64>),
    /// Its time ran out.
    RanOut,
    /// Its state changed: a barrier.
    Changed,
}

/// Why somebody had its turn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cause {
    /// What happened, which is asked about or led to the link before.
    Deed { who: String, deed: Deed },
    /// Its sleep was over.
    SleepOver { who: String, ns: i64 },
    /// It could have run at this time, but somebody blocked its loop.
    Late { who: String, by: String, due_ns: i64 },
    /// That sleep began.
    SleepBegan { who: String },
    /// It was new.
    Created { who: String, by: String },
    /// It is the program's first task.
    Launched { who: String, call: String },
    /// A call that runs a loop ended when its task did.
    RunEnded { call: String, who: String, how: State },
    /// The task that it awaited ended.
    TaskEnded { who: String, other: String, how: State },
    /// Somebody did what the line of this thing had waited for; it stood there since then.
    Served { who: String, by: String, thing: Thing, purpose: InLine, since_ns: i64, place: u32 },
    /// What a call had promised was there; with all its parts, if it has some.
    CallEnded { who: String, what: Awaited, how: State },
    /// The job that it awaited ended, in another thread.
    JobEnded { who: String, what: Awaited, how: State },
    /// Somebody gave a pool the job that a thread did.
    JobGiven { who: String, by: String, name: String },
    /// Somebody ended the future that it awaited.
    FutureEnded { who: String, by: String, how: State },
    /// It was cancelled while it waited.
    CancelledBy { who: String, by: String },
    /// Another task of its group failed.
    GroupFailed { who: String, other: String },
    /// A timeout around it ran out.
    TimedOut { who: String },
    /// A timer that somebody had set fell due.
    TimerDue { who: String, by: String },
    /// Somebody had asked for the call.
    Asked { who: String, by: String },
    /// A future had ended that had a callback.
    WhenEnded { who: String, what: Awaited },
    /// A thread was started.
    ThreadStarted { who: String, by: String },
    /// The thread's blocking call was over.
    ThreadFreed { who: String },
    /// The program begins.
    Beginning,
    /// There is more, back to the beginning.
    Further,
}

/// Who waits for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Company {
    /// Nobody else, or there is no telling.
    Alone,
    /// They go one after the other: its place, and how many stand there.
    Line { place: u32, all: u32 },
    /// All go on at once.
    Together { others: u32 },
}

/// What keeps somebody from going on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Hindrance {
    /// It has not been created yet.
    Unborn { who: String },
    /// It runs.
    Runs { who: String },
    /// It has ended.
    Ended { who: String, how: State },
    /// It is ready, and so many are before it; the first of them.
    Ready { who: String, before: u32, first: Option<String> },
    /// Somebody blocks the loop, until this time if any.
    LoopBlocked { by: String, until_ns: Option<i64> },
    /// It sleeps.
    Sleeps { who: String, until_ns: i64 },
    /// It blocks its own thread.
    Blocks { who: String, until_ns: Option<i64> },
    /// It waits, and who else does.
    Waits { who: String, awaited: Awaited, company: Company },
    /// It waits for what these hold.
    WaitsForHeld { who: String, awaited: Awaited, by: Vec<String> },
    /// Somebody holds it.
    HeldBy { who: String, thing: Thing },
    /// What could end the wait for a thing that nobody holds.
    NeedsDeed { thing: Thing, purpose: InLine },
    /// What could end the wait for a future.
    NeedsResult,
    /// A timeout ends the wait at this time.
    Timeout { at_ns: i64 },
    /// All threads of its pool do other jobs.
    JobWaits { name: String },
    /// Each waits for the next, round in a circle.
    Circle { names: Vec<String> },
    /// When it goes on, in this run.
    GoesOn { who: String, at_ns: i64 },
    /// It never goes on, in this run.
    Never { who: String },
    /// It can never go on.
    Stuck { who: String },
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Why was this printed now?
    Printed,
    /// Why did this happen now?
    Happened,
    /// Why does this lane not go on?
    NotYet,
}
