//! The library's own callbacks, and the shape of its coroutines.
//!
//! A coroutine of the library is a small state machine: it is resumed with an
//! input like any routine, and says in a `Step` what it wants next. It never
//! calls code of the program itself, so nothing nests however deeply the
//! program does: whoever drives it keeps a stack of its own.

use std::fmt;
use std::rc::{Rc, Weak};

use crate::as_completed::{AsCompleted, Completions};
use crate::concurrent::ConcurrentFuture;
use crate::event_loop::EventLoop;
use crate::events::Asked;
use crate::futures::Future;
use crate::gather::Gatherer;
use crate::machine::Machine;
use crate::program::{Block, Input, Program, Raised, Report};
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
    /// Run code of the program's, and resume with what it returns or raises. It may suspend as
    /// often as it likes: whoever drives the coroutine has it on top of the coroutine meanwhile.
    Call(P::Routine),
    /// Find out whether a value counts as true, and resume with the answer.
    IsTrue(P::Value),
    /// Find out whether the first value is less than the second, and resume with the answer.
    IsLess(P::Value, P::Value),
    /// The whole thread waits: resume with what the thread is resumed with.
    Block(Block<P>),
    /// Have [`Program::report`] hear of this, and resume.
    Report(Report<P>),
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
    /// A future.
    Future(Future<P>),
    /// What `wait` returns: those that are done, those that are not.
    Sets(Vec<Future<P>>, Vec<Future<P>>),
}

impl<P: Program> Step<P> {
    /// How the coroutine ended; the step itself if it did not.
    pub(crate) fn ended(self) -> Result<Result<Output<P>, P::Exception>, Self> {
        match self {
            Self::Return(output) => Ok(Ok(output)),
            Self::Raise(exception) => Ok(Err(exception)),
            Self::Await(_)
            | Self::Pass
            | Self::Call(_)
            | Self::IsTrue(_)
            | Self::IsLess(..)
            | Self::Block(_)
            | Self::Report(_) => Err(self),
        }
    }

    /// The answer of a coroutine that has ended before.
    pub(crate) fn reused() -> Self {
        Self::Raise(P::raise(Raised::Runtime("cannot reuse already awaited coroutine".to_owned())))
    }
}

/// What a coroutine of the library can be given to await.
pub enum Awaitable<P: Program> {
    /// A future, or a task.
    Future(Future<P>),
    /// A coroutine, or code that awaits whatever else it is.
    Code(P::Routine),
}

impl<P: Program> Awaitable<P> {
    /// The future that it is, or a new task.
    pub(crate) fn into_future(self, machine: &mut Machine<P>, home: EventLoop) -> Future<P> {
        match self {
            Self::Future(future) => future,
            Self::Code(routine) => Task::new(machine, home, routine, None).future().clone(),
        }
    }
}

/// What a coroutine of the library has in a variable.
pub enum Held<P: Program> {
    /// A future, or a task.
    Future(Future<P>),
    /// An `as_completed`, with all that has not been taken from it.
    Completions(AsCompleted<P>),
    /// What a closed loop was asked to call.
    Refused(Refused<P>),
}

/// What was to be called when a future was done, and its loop was closed.
pub struct Refused<P: Program> {
    pub(crate) callback: Callback<P>,
    pub(crate) future: Future<P>,
}

impl<P: Program> fmt::Debug for Held<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Future(future) => future.fmt(f),
            Self::Completions(completions) => completions.futures().fmt(f),
            Self::Refused(refused) => refused.future.fmt(f),
        }
    }
}

/// A coroutine of the library.
pub trait Coroutine<P: Program> {
    /// Runs it until it wants something.
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P>;

    /// What it has in variables that an exception which leaves it keeps alive.
    fn holds(&self) -> Vec<Held<P>> {
        Vec::new()
    }

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
    Routine(Box<Asked<P>>),
    /// `run_until_complete` ends its loop.
    StopLoop,
    /// A child of `gather` is done.
    Gathered(Rc<Gatherer<P>>),
    /// One of those that `wait` waits for is done.
    Waited(Rc<Waiter<P>>),
    /// One of those that `as_completed` yields is done.
    Completed(Rc<Completions<P>>),
    /// The future inside a `shield` is done: the outer one follows.
    ShieldInner(Future<P>),
    /// The future outside a `shield` is done: the inner one is left alone.
    ShieldOuter(Future<P>),
    /// A task of a group is done.
    GroupTask(Rc<Group<P>>),
    /// A future that stands for a pool's job is done: the job may have to be cancelled.
    JobAbandoned(ConcurrentFuture<P>, Option<Box<P::Routine>>),
}

impl<P: Program> Callback<P> {
    /// It may lead back to the future that it is called with, and not by way of a task of this machine: those let go
    /// of all that they hold when the machine goes. What the program holds is the program's affair.
    pub(crate) fn may_lead_back(&self, machine: &Machine<P>) -> bool {
        match self {
            Self::Wakeup(task) => !machine.has_task(task.future()),
            Self::Gathered(_) | Self::Completed(_) | Self::ShieldInner(_) | Self::JobAbandoned(..) => true,
            Self::Routine(_)
            | Self::StopLoop
            | Self::Waited(_)
            | Self::ShieldOuter(_)
            | Self::GroupTask(_) => false,
        }
    }
}

/// What the library asks a loop to call.
pub(crate) enum NativeCall<P: Program> {
    /// A pool's job has ended, and the future that stands for it follows.
    JobEnded(Future<P>, ConcurrentFuture<P>),
    /// The time of an `as_completed` is up.
    /// It holds its handle, so the handle does not hold it.
    CompletionsTimedOut(Weak<Completions<P>>),
    /// The time of a `timeout` is up.
    TimedOut(Rc<TimeoutNode<P>>),
}
