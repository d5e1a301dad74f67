//! What the loop runs, as one trait: code that is resumed, and then returns,
//! raises, or suspends. The loop knows nothing else of it.

use std::ops::Range;

use interleave_trace::Span;

use crate::concurrent::Signal;
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Coroutine, Refused};
use crate::shutdown::NoGenerators;
use crate::waiters::Primitive;
use crate::{EventLoop, tasks::Task};

/// What gives the loop something to run.
///
/// The implementor is whatever holds the state that all its code shares, such as an interpreter.
pub trait Program: Sized + 'static {
    /// What code returns and futures hold.
    type Value: Clone;
    /// What code raises.
    type Exception: Clone;
    /// Code that can be set aside and resumed: that of a task, a callback, or a thread. It is
    /// moved about, so it had better be small.
    type Routine;
    /// What the program keeps with each future: an interpreter, the object that stands for it.
    type Face: Default;

    /// Lets a routine run until it ends or suspends.
    fn resume(
        &mut self,
        machine: &mut Machine<Self>,
        routine: &mut Self::Routine,
        input: Input<Self>,
    ) -> Flow<Self>;

    /// Hears of what nobody else is told: asyncio's exception handler.
    fn report(&mut self, machine: &mut Machine<Self>, report: Report<Self>);

    /// The loop has let go of what it called, or had awaited, or a thread of its code: who died with that may have
    /// something to say.
    fn let_go(&mut self, machine: &mut Machine<Self>) {
        let _ = machine;
    }

    /// An exception leaves the running loop: one of this task, or of a callback.
    fn leaves(&mut self, machine: &Machine<Self>, exception: &Self::Exception, task: Option<&Task<Self>>) {
        let _ = (machine, exception, task);
    }

    /// An exception leaves the main thread's code, and so the program, whose other threads may still have to end.
    fn leaves_program(&mut self, machine: &mut Machine<Self>, exception: &Self::Exception) {
        let _ = (machine, exception);
    }

    /// Makes an exception of the loop's own.
    fn raise(raised: Raised<Self>) -> Self::Exception;

    /// How the loop has to treat an exception.
    fn kind(exception: &Self::Exception) -> Kind;

    /// The value of what has none.
    fn nothing() -> Self::Value;

    /// A truth as a value: what the futures of those who wait for a lock hold. It shows in the
    /// repr of a task that has just been woken, and nowhere else.
    fn truth(truth: bool) -> Self::Value {
        let _ = truth;
        Self::nothing()
    }

    /// Letting go of it lets go of nothing else, nor does letting go of the face of a future that ended with it and
    /// has no code. Such futures need no burial.
    fn is_plain(value: &Self::Value) -> bool {
        let _ = value;
        false
    }

    /// Several values as one, for the result of `gather`.
    fn list(values: Vec<Self::Value>) -> Self::Value;

    /// An exception as a value, for `gather(return_exceptions=True)`.
    fn caught(exception: Self::Exception) -> Self::Value;

    /// The exception of a job, as a loop's future that follows it has it.
    fn followed(exception: Self::Exception) -> Self::Exception {
        exception
    }

    /// A future gets this exception: what the program may want to keep of it.
    fn kept(exception: &Self::Exception, face: &Self::Face) {
        let _ = (exception, face);
    }

    /// The exception of a future is about to be raised: the first time as it was kept, and then anew.
    fn raised_again(exception: &Self::Exception, face: &Self::Face) {
        let _ = (exception, face);
    }

    /// A task is about to be resumed with an exception that it did not find in what it has awaited, but asked for.
    fn asked_for(&mut self, machine: &Machine<Self>, exception: &Self::Exception) {
        let _ = (machine, exception);
    }

    /// What the code of a task is called, for the record.
    fn code(routine: &Self::Routine) -> Code {
        let _ = routine;
        Code::default()
    }

    /// What a call is called that the program asks for, for the record.
    fn call_name(routine: &Self::Routine) -> String {
        let _ = routine;
        String::new()
    }

    /// An exception in one line, for the record: it must be known without running code.
    fn line(exception: &Self::Exception) -> String {
        let _ = exception;
        String::new()
    }

    /// A coroutine of the library as code that a task can run.
    fn native(coroutine: Box<dyn Coroutine<Self>>) -> Self::Routine;

    /// What a runner has a task do before it closes a loop: finish the asynchronous generators
    /// that were begun and not ended.
    fn finish_generators(home: EventLoop) -> Self::Routine {
        let _ = home;
        Self::native(Box::new(NoGenerators))
    }

    /// A timeout ran out, and another exception than its `CancelledError` leaves its block: of the
    /// contexts of that exception, and of its members if it is a group, the first `CancelledError`
    /// each becomes the cause of a `TimeoutError` in its place.
    fn timed_out_within(exception: &Self::Exception) {
        let _ = exception;
    }
}

/// What the code of a task is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// Its qualified name.
    pub name: String,
    /// Where it is defined; empty if that is not in the program.
    pub defined: Span,
}

/// What a routine is resumed with.
pub enum Input<P: Program> {
    /// It has not run yet.
    Start,
    /// A callback begins, because this future is done.
    Done(Future<P>),
    /// What it waited for went well; `nothing` if there is nothing to say.
    Value(P::Value),
    /// This is raised where it is suspended.
    Throw(P::Exception),
    /// It waited for a signal: true if that came, false if time ran out first.
    Signalled(bool),
    /// What a coroutine of the library asked is so, or is not.
    Answer(bool),
    /// It goes on where its slice ended.
    Continue,
}

/// How a routine comes to rest.
pub enum Flow<P: Program> {
    /// It ended with a value.
    Return(P::Value),
    /// It ended with an exception.
    Raise(P::Exception),
    /// A task waits for a future.
    Await(Future<P>),
    /// A task gives up its turn.
    Pass,
    /// A task suspended on something that cannot be awaited: it is resumed with this exception,
    /// one iteration later.
    Misuse(P::Exception),
    /// The whole thread waits, and a loop that it drives with it.
    Block(Block<P>),
    /// The budget is spent; `Machine::run` returns, and goes on here when called again.
    Slice,
}

/// What a thread waits for.
pub enum Block<P: Program> {
    /// A stretch of time, in nanoseconds: `time.sleep`.
    For(i64),
    /// Another thread's word, for at most so many nanoseconds.
    On(Signal, Option<i64>),
    /// Whoever else can run now.
    Others,
    /// Its turn to compute: it has computed long enough ([`Machine::may_compute`]).
    Turn,
    /// A loop, which this thread drives until the future is done, or until it is stopped.
    Loop(EventLoop, Option<Future<P>>),
}

/// The exceptions that the loop itself raises.
pub enum Raised<P: Program> {
    /// `CancelledError`, with its message.
    Cancelled(Option<P::Value>),
    /// `CancelledError` as `gather` lists it: its message, or else an empty one.
    CancelledChild(Option<P::Value>),
    /// `concurrent.futures.CancelledError`
    JobCancelled,
    /// `TimeoutError`, because of the exception, if one is given.
    Timeout(Option<P::Exception>),
    /// `InvalidStateError`
    InvalidState(String),
    /// `RuntimeError`
    Runtime(String),
    /// `RuntimeError`: the loop is closed that is to call this.
    Refused(Refused<P>),
    /// `RuntimeError`: the task awaits a future of another loop.
    ForeignFuture(Task<P>, Future<P>),
    /// `RuntimeError`: the task awaits itself.
    AwaitsItself(Task<P>),
    /// `RuntimeError`: `... is bound to a different event loop`.
    OtherLoop(Primitive<P>),
    /// `AttributeError`: who waits needs a loop, and none runs or was ever bound to.
    NoLoop,
    /// `ValueError`
    Value(String),
    /// `asyncio.QueueEmpty`
    QueueEmpty,
    /// `asyncio.QueueFull`
    QueueFull,
    /// `asyncio.QueueShutDown`
    QueueShutDown,
    /// `asyncio.BrokenBarrierError`
    BrokenBarrier(String),
    /// `StopAsyncIteration`
    StopAsyncIteration,
    /// An exception group; a `BaseExceptionGroup` if a member needs that.
    Group(&'static str, Vec<P::Exception>),
}

/// How the loop has to treat an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `CancelledError`
    Cancelled,
    /// `SystemExit`, `KeyboardInterrupt`: leaves the loop.
    Exit,
    /// Any other `Exception`.
    Ordinary,
    /// Any other `BaseException`.
    Base,
}

/// What asyncio's exception handler hears of.
pub enum Report<P: Program> {
    /// A callback raised.
    CallbackFailed(EventLoop, P::Exception),
    /// Nobody holds this future any more, and nobody ever looked at its exception.
    NeverRetrieved(Future<P>),
    /// Nobody holds this task any more, and it had not ended.
    TaskDestroyed(Task<P>),
    /// Code that is suspended, or has not begun, and that nothing will resume any more.
    CodeDropped(P::Routine),
    /// A task of a group failed, and the task that the group belongs to had already ended.
    OrphanFailed {
        /// The task of the group.
        task: Task<P>,
        /// What it raised.
        exception: P::Exception,
        /// The task that had ended.
        parent: Task<P>,
    },
    /// At the end of `run`, a task that was cancelled raised something else.
    FailedWhileEnding(Task<P>, P::Exception),
    /// In debug mode: a step of a task took time, from this nanosecond to that.
    StepTookLong(Task<P>, Range<i64>),
    /// In debug mode: a call that a loop made took time, from this nanosecond to that.
    CallTookLong(EventLoop, P::Routine, Range<i64>),
}
