//! What mistakes there are, with the facts that their sentences need.

use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident = $words:literal),* $(,)?) => {
        /// A kind of mistake.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Rule {
            $($(#[$meta])* $name,)*
        }

        impl Rule {
            /// In the order in which they are described.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// What it is called wherever a name has to stay: in files, on the command line.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $words,)*
                }
            }
        }
    };
}

rules! {
    /// Awaits that follow each other, of what could run at the same time.
    SequentialAwaits = "sequential-awaits",
    /// A loop that awaits, one after the other, what could run at the same time.
    AwaitInLoop = "await-in-loop",
    /// A coroutine that nobody awaits.
    ForgottenAwait = "forgotten-await",
    /// What is to run as a task is awaited before it becomes one.
    AwaitedTooEarly = "awaited-too-early",
    /// A coroutine function stands where its coroutine should.
    FunctionNotCalled = "function-not-called",
    /// A loop is to be started where one runs.
    NestedRun = "nested-run",
    /// A coroutine is awaited a second time.
    AwaitedTwice = "awaited-twice",
    /// A call keeps the loop from everything else.
    BlockingCall = "blocking-call",
    /// Computing keeps the loop from everything else.
    LongComputation = "long-computation",
    /// A task that nothing but the loop knows.
    UnreferencedTask = "unreferenced-task",
    /// A cancellation ends in a handler, and its task goes on.
    SwallowedCancellation = "swallowed-cancellation",
    /// What ends first is taken for what was begun first.
    ZippedCompletions = "zipped-completions",
    /// A gather has failed, and the others in it go on.
    SurvivingSiblings = "surviving-siblings",
    /// A value is read, and written back after others have changed it.
    LostUpdate = "lost-update",
    /// A queue without a limit fills faster than it empties.
    GrowingQueue = "growing-queue",
    /// A task waits for what it holds itself.
    HeldTwice = "held-twice",
    /// Of the tasks that a loop makes, only the last is awaited.
    OnlyLastAwaited = "only-last-awaited",
    /// A task is cancelled, and cut off while it cleans up.
    UnawaitedCancel = "unawaited-cancel",
    /// A task fails, and who waits for it does so in a way that does not tell.
    UnseenFailures = "unseen-failures",
    /// A `TimeoutError` is expected where a cancellation comes.
    TimeoutCaughtInside = "timeout-caught-inside",
    /// A time runs out, and a handler for everything says nothing.
    HiddenTimeout = "hidden-timeout",
}

/// A mistake. Times are nanoseconds; names are the program's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mistake {
    /// See [`Rule::SequentialAwaits`].
    SequentialAwaits(Waits),
    /// See [`Rule::AwaitInLoop`].
    AwaitInLoop(Waits),
    /// See [`Rule::ForgottenAwait`].
    ForgottenAwait {
        /// What is called, as it is written.
        call: String,
    },
    /// See [`Rule::AwaitedTooEarly`].
    AwaitedTooEarly {
        /// What would have made a task of it, such as `asyncio.gather`.
        taker: String,
    },
    /// See [`Rule::FunctionNotCalled`].
    FunctionNotCalled {
        /// Its name.
        function: String,
    },
    /// See [`Rule::NestedRun`].
    NestedRun,
    /// See [`Rule::AwaitedTwice`].
    AwaitedTwice {
        /// What the program calls the coroutine.
        name: String,
    },
    /// See [`Rule::BlockingCall`].
    BlockingCall {
        /// What is called, such as `time.sleep`.
        call: String,
        /// The function that calls it, if it is one that cannot await.
        within: Option<String>,
        /// For how long it has kept others waiting in the run; none if the run did not come by.
        blocked_ns: Option<i64>,
    },
    /// See [`Rule::LongComputation`].
    LongComputation {
        /// The longest turn.
        ns: i64,
    },
    /// See [`Rule::UnreferencedTask`].
    UnreferencedTask {
        /// What makes the task, such as `asyncio.create_task`.
        maker: String,
        /// What became of it.
        fate: Fate,
    },
    /// See [`Rule::SwallowedCancellation`].
    SwallowedCancellation {
        /// The task that went on, if the run had one.
        task: Option<String>,
    },
    /// See [`Rule::ZippedCompletions`].
    ZippedCompletions {
        /// What answers in another order, such as `asyncio.as_completed`.
        source: String,
    },
    /// See [`Rule::SurvivingSiblings`].
    SurvivingSiblings {
        /// The task that failed.
        failed: String,
        /// Those that went on.
        survivors: Vec<String>,
    },
    /// See [`Rule::LostUpdate`].
    LostUpdate {
        /// What is read and written, as it is written.
        place: String,
        /// The task whose update was lost.
        lost: String,
        /// The task that wrote over it.
        by: String,
    },
    /// See [`Rule::GrowingQueue`].
    GrowingQueue {
        /// So many items lay in it at last.
        items: u32,
    },
    /// See [`Rule::HeldTwice`].
    HeldTwice {
        /// What it is called where it is taken again.
        thing: String,
        /// The task.
        task: String,
    },
    /// See [`Rule::OnlyLastAwaited`].
    OnlyLastAwaited {
        /// What all of them are called, one after the other.
        name: String,
        /// What became of others.
        fate: Fate,
    },
    /// See [`Rule::UnawaitedCancel`].
    UnawaitedCancel {
        /// The task.
        task: String,
    },
    /// See [`Rule::UnseenFailures`].
    UnseenFailures {
        /// What waits without a word, such as `asyncio.wait`.
        way: String,
        /// The first task that failed.
        task: String,
    },
    /// See [`Rule::TimeoutCaughtInside`].
    TimeoutCaughtInside,
    /// See [`Rule::HiddenTimeout`].
    HiddenTimeout,
}

/// What became of a task that nobody kept, or waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fate {
    /// It failed, and nobody looked.
    Failed,
    /// The loop ended before it.
    CutOff,
    /// No run came by.
    Unknown,
}

/// Waits one after the other that could be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// The coroutine function that is awaited.
    pub function: String,
    /// How often.
    pub times: u32,
    /// What that took together.
    pub spent_ns: i64,
    /// What the longest took, and all together would have.
    pub longest_ns: i64,
}

impl Mistake {
    /// Its kind.
    pub const fn rule(&self) -> Rule {
        match self {
            Self::SequentialAwaits(_) => Rule::SequentialAwaits,
            Self::AwaitInLoop(_) => Rule::AwaitInLoop,
            Self::ForgottenAwait { .. } => Rule::ForgottenAwait,
            Self::AwaitedTooEarly { .. } => Rule::AwaitedTooEarly,
            Self::FunctionNotCalled { .. } => Rule::FunctionNotCalled,
            Self::NestedRun => Rule::NestedRun,
            Self::AwaitedTwice { .. } => Rule::AwaitedTwice,
            Self::BlockingCall { .. } => Rule::BlockingCall,
            Self::LongComputation { .. } => Rule::LongComputation,
            Self::UnreferencedTask { .. } => Rule::UnreferencedTask,
            Self::SwallowedCancellation { .. } => Rule::SwallowedCancellation,
            Self::ZippedCompletions { .. } => Rule::ZippedCompletions,
            Self::SurvivingSiblings { .. } => Rule::SurvivingSiblings,
            Self::LostUpdate { .. } => Rule::LostUpdate,
            Self::GrowingQueue { .. } => Rule::GrowingQueue,
            Self::HeldTwice { .. } => Rule::HeldTwice,
            Self::OnlyLastAwaited { .. } => Rule::OnlyLastAwaited,
            Self::UnawaitedCancel { .. } => Rule::UnawaitedCancel,
            Self::UnseenFailures { .. } => Rule::UnseenFailures,
            Self::TimeoutCaughtInside => Rule::TimeoutCaughtInside,
            Self::HiddenTimeout => Rule::HiddenTimeout,
        }
    }
}
