//! Ideas about asyncio that are not so.

use serde::{Deserialize, Serialize};

/// What somebody may believe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Model {
    /// Whoever sleeps keeps everybody from running: tasks go one after the other.
    SleepBlocksAll,
    /// All that waits can wait at the same time.
    AllOverlaps,
    /// A task runs as soon as it is created.
    TasksBeginAtOnce,
    /// Tasks go on in the order in which they were created, however long each sleeps.
    OrderOfCreation,
    /// The program ends with the sleeps of `main` itself, and takes tasks along.
    OnlyMainCounts,
    /// When one task fails, the others are cancelled.
    FailureCancelsAll,
    /// A task that was created runs to its end.
    TasksAlwaysFinish,
}
