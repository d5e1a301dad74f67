//! The library's own callbacks, and the shape of its coroutines.
//!
//! A coroutine of the library is a small state machine: it is resumed with an
//! input like any routine, and says in a `Step` what it wants next. It never
//! calls code of the program itself, so nothing nests however deeply the
//! program does: whoever drives it keeps a stack of its own.

use std::rc::Rc;

use crate::concurrent::ConcurrentFuture;
use crate::futures::Future;
use crate::gather::Gatherer;
use crate::machine::Machine;
use crate::program::{Input, Program};
use crate::taskgroups::Group;
use crate::tasks::Task;
use crate::timeouts::TimeoutNode;
use crate::waits::Waiter;

/// What a coroutine of the library wants next.
pub enum Step<P: Program> {
    /// Suspend the task until this future is done, then resume with its outcome.
    Await(Future<P>),
    /// Suspend the task for one turn.
    Pass,
    /// Run code of the program's, and resume with what it returns or raises.
    Call(P::Routine),
    /// It has ended.
    Return(Output<P>),
    /// It has failed.
    Raise(P::Exception),
}

/// What a coroutine of the library returns.
pub enum Output<P: Program> {
    /// `None`
    Nothing,
    /// A truth.
    Bool(bool),
    /// A number.
    Count(usize),
    /// A value of the program's.
    Value(P::Value),
    /// What `wait` returns: those that are done, those that are not.
    Sets(Vec<Future<P>>, Vec<Future<P>>),
}

/// A coroutine of the library.
pub trait Coroutine<P: Program> {
    /// Runs it until it wants something.
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P>;

    /// It will not be resumed again: what its `finally` would do without suspending.
    fn close(&mut self, machine: &mut Machine<P>) {
        let _ = machine;
    }
}

/// What the library does when a future is done.
pub(crate) enum Callback<P: Program> {
    /// A task goes on.
    Wakeup(Task<P>),
    /// Code of the program's, given the future.
    Routine(P::Routine),
    /// `run_until_complete` ends its loop.
    StopLoop,
    /// A child of `gather` is done.
    Gathered(Rc<Gatherer<P>>),
    /// One of those that `wait` or `as_completed` waits for is done.
    Waited(Rc<Waiter<P>>),
    /// The future inside a `shield` is done: the outer one follows.
    ShieldInner(Future<P>),
    /// The future outside a `shield` is done: the inner one is left alone.
    ShieldOuter(Future<P>),
    /// A task of a group is done.
    GroupTask(Rc<Group<P>>),
    /// A future that stands for a pool's job is done: the job may have to be cancelled.
    JobAbandoned(ConcurrentFuture<P>),
}

/// What the library asks a loop to call.
pub(crate) enum NativeCall<P: Program> {
    /// A pool's job has ended, and the future that stands for it follows.
    JobEnded(Future<P>, ConcurrentFuture<P>),
    /// The time of a `wait` or `as_completed` is up.
    WaitTimedOut(Rc<Waiter<P>>),
    /// The time of a `timeout` is up.
    TimedOut(Rc<TimeoutNode<P>>),
}
