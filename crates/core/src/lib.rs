//! The event loop in virtual time, with asyncio's rules.
//!
//! A [`Machine`] holds a clock, event loops, and simulated threads, and runs
//! whatever implements [`Program`]: code that is resumed, and then returns,
//! raises, or suspends on a future. It knows no Python; that it schedules as
//! CPython 3.13's asyncio does, handle by handle, is what it is for.
//!
//! # The ideal machine
//!
//! CPython's asyncio leaves three things to the real world: the time, the speed
//! of the processor, and threads. Here they are defined.
//!
//! 1. **Time** is a whole number of nanoseconds, plus a count of *hairs*, which
//!    order moments within a nanosecond and never show. A timer set for `d`
//!    seconds at nanosecond `t` and hair `h` is due at `t + d`, hair `h`.
//! 2. **Timers** fire by nanosecond, then hairs, then order of creation. An idle
//!    loop turns the clock to its first timer, at hair `h`, and the clock then
//!    reads one hair more. In one iteration those timers fire that lie in an
//!    earlier nanosecond, or in this one with at most `h` hairs. So each wake-up
//!    costs a hair: eight sleeps of a quarter second end after one of two
//!    seconds that began with them, as they do on a real machine.
//! 3. **Work is free**: the clock moves only when nothing is ready. One
//!    iteration runs exactly the handles that were ready when it began.
//! 4. **A blocking call** ([`Block::For`]) moves the clock while its thread, and
//!    a loop that the thread drives, stand still.
//! 5. **Threads** run one at a time, each until it blocks. A job given to a pool
//!    begins at once if a worker is free, and the giver goes on when it blocks
//!    or ends. Who wakes at the same instant goes in the order of blocking.
//! 6. **A deadlock** is said at once ([`Stop::Deadlock`]): nothing ready, no
//!    timer, no thread that can run.
//! 7. **A loop that only spins** has the clock turned to its first timer after
//!    10,000 iterations at one instant.
//!
//! # What is not here
//!
//! No clock, no file, no thread, no random number: the same calls give the
//! same run. No Python: values and exceptions are the program's own types.

mod cancel;
mod concurrent;
mod event_loop;
mod events;
mod futures;
mod gather;
mod graves;
mod locks;
mod machine;
mod native;
mod program;
mod queues;
mod ready;
mod recorder;
mod run;
mod runners;
mod shield;
mod sleep;
mod taskgroups;
mod tasks;
mod threads;
mod time;
mod timeouts;
mod timers;
mod waits;

pub use concurrent::{ConcurrentFuture, Pool, Signal};
pub use event_loop::EventLoop;
pub use events::Handle;
pub use futures::Future;
pub use gather::gather;
pub use machine::{Limit, Limits, Machine, Stop};
pub use native::{Coroutine, Output, Step};
pub use program::{Block, Flow, Input, Kind, Program, Raised, Report, Unretrieved};
pub use shield::shield;
pub use sleep::Sleep;
pub use tasks::{Task, TaskState};
pub use time::{Moment, nanoseconds, seconds};
