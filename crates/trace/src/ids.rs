//! Small typed numbers, given out in order of creation.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);
    )*};
}

ids! {
    /// One step: one handle run by a loop, or one stretch of a thread's own code. Step 0 is the start of the program.
    StepId,
    /// A task; the number counts tasks alone.
    TaskId,
    /// A future; every task is one, too.
    FutureId,
    /// A timer.
    TimerId,
    /// A call that the program asked a loop for.
    CallId,
    /// A job given to a pool.
    JobId,
    /// A simulated thread; 0 is the main one.
    ThreadId,
    /// An event loop.
    LoopId,
    /// A lock, semaphore, queue or other thing that tasks share.
    ResourceId,
    /// A number of the program's that remembers which literals it was made of.
    OriginId,
    /// Words kept in the trace's table of texts.
    TextId,
}
