//! What there is to say, before it is said: the view finds these facts, and `words` makes sentences of them.

use crate::sight::State;

/// A stretch of a lane.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StretchFacts {
    /// Whose: the task's or thread's name.
    pub(crate) name: String,
    /// What it did.
    pub(crate) state: State,
    /// When it began.
    pub(crate) from_ns: i64,
    /// When it ended; none if it had not when the record ended.
    pub(crate) to_ns: Option<i64>,
    /// What it waited for, if it did.
    pub(crate) awaited: Awaited,
    /// The deadline of the innermost timeout around it, while it waits.
    pub(crate) deadline_ns: Option<i64>,
    /// How many short stretches are drawn as this one; 1 if it is itself.
    pub(crate) stretches: u32,
    /// It is a thread's, whose loop is idle or stands still then.
    pub(crate) of_thread: bool,
    /// It is a wait that nothing ends.
    pub(crate) endless: bool,
}

/// What somebody waits for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Awaited {
    /// Nothing, or nothing that the record tells of.
    #[default]
    Unknown,
    /// A time: a sleep, or a loop's next timer, or the end of a blocking call.
    Time {
        /// When.
        due_ns: i64,
    },
    /// A shared thing.
    Thing {
        /// Which.
        thing: Thing,
        /// What of it.
        purpose: InLine,
    },
    /// A task.
    Task {
        /// Its name.
        name: String,
    },
    /// A pool's job.
    Job {
        /// What is called, such as `fetch()`.
        name: String,
        /// The thread that does it, if one does in the record.
        thread: Option<String>,
    },
    /// What a call gives in the end, such as `asyncio.gather` or `asyncio.to_thread`.
    Call {
        /// The function, or what else stands after `await`, as the program writes it.
        function: String,
        /// How many awaitables it waits for; 0 if that is not known.
        several: u32,
    },
}

/// A shared thing, as a reader knows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Thing {
    /// What the program calls it; else its class and a number.
    pub(crate) name: String,
    /// Its class, such as `Semaphore`.
    pub(crate) class: &'static str,
    /// The program has a name for it.
    pub(crate) named: bool,
}

/// What somebody in line wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InLine {
    /// To hold it, or go through it: a lock, a permit, an event, a barrier.
    Pass,
    /// To be notified: a condition.
    Notice,
    /// The lock of a condition.
    ItsLock,
    /// An item: a queue.
    Item,
    /// Room for an item: a queue.
    Room,
    /// That all items are reported done: a queue.
    AllDone,
    /// That all its tasks are done: a task group.
    Tasks,
}

impl InLine {
    /// Whoever is first in line goes on first, while the others wait further: not so where one deed lets all go on.
    pub(crate) fn in_turn(self, class: &str) -> bool {
        !matches!((self, class), (Self::Pass, "Event" | "Barrier") | (Self::AllDone | Self::Tasks, _))
    }
}

/// A lane's whole life.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LifeFacts {
    /// Its name.
    pub(crate) name: String,
    /// The coroutine; empty for a thread.
    pub(crate) code: String,
    /// When it was created.
    pub(crate) from_ns: i64,
    /// How it ended, and when; none if it had not when the record ended.
    pub(crate) end: Option<(State, i64)>,
    /// How often it had its turn.
    pub(crate) turns: u32,
    /// Nanoseconds for which it slept, waited, and blocked.
    pub(crate) slept_ns: i64,
    /// Nanoseconds for which it waited.
    pub(crate) waited_ns: i64,
    /// Nanoseconds for which it blocked its thread.
    pub(crate) blocked_ns: i64,
    /// It is a thread.
    pub(crate) of_thread: bool,
    /// Its last wait is one that nothing ends.
    pub(crate) endless: bool,
}

/// Why something is in the ready queue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ReadyFacts {
    /// The task is new.
    Created,
    /// It gave up its turn.
    Yielded,
    /// What it waited for has ended.
    Awaited(Awaited),
    /// It is told of an exception.
    Thrown,
    /// Somebody asked for a call, soon.
    CalledSoon,
    /// A timer fell due, which ends a sleep if `sleep`.
    Timer {
        /// It ends a sleep.
        sleep: bool,
    },
    /// A future's callback is due.
    Done(Awaited),
}

/// What a shared thing is like at a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ThingFacts {
    /// Which.
    pub(crate) thing: Thing,
    /// Permits left, or 1 and 0 for set and clear, free and held; who is inside of a barrier.
    pub(crate) level: Option<i64>,
    /// The level with which it began: the permits of a semaphore.
    pub(crate) first_level: Option<i64>,
    /// Items in a queue.
    pub(crate) items: u32,
    /// Items not yet reported done.
    pub(crate) unfinished: u32,
    /// A barrier's state.
    pub(crate) phase: interleave_trace::BarrierPhase,
    /// It takes nothing more.
    pub(crate) shut_down: bool,
    /// When a timeout runs out.
    pub(crate) deadline_ns: Option<i64>,
    /// A timeout ran out.
    pub(crate) ran_out: bool,
    /// Tasks of a task group that are not done.
    pub(crate) tasks: u32,
}

/// What a timer is for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TimerFacts {
    /// It ends a sleep.
    Sleep,
    /// It ends a timeout.
    Timeout,
    /// It makes a call that somebody asked for, such as `tick()`, if it has a name.
    Call(Option<String>),
}
