//! The ready queue's entries: what a loop will run, why, and which step asked for it.

use interleave_trace::{CallId, Reason, StepId};

use crate::events::Handle;
use crate::futures::Future;
use crate::naps::Nap;
use crate::native::Callback;
use crate::program::Program;
use crate::tasks::Task;

pub(crate) struct Ready<P: Program> {
    pub(crate) cause: StepId,
    pub(crate) work: Work<P>,
}

pub(crate) enum Work<P: Program> {
    /// A task's next step.
    Step(Task<P>, StepWhy<P>),
    /// A call that somebody asked for, or a timer that fell due.
    Call(Handle<P>),
    /// A nap whose timer fell due.
    Wake(Future<P>),
    /// A callback of a future that is done.
    Done(Callback<P>, Future<P>),
}

pub(crate) enum StepWhy<P: Program> {
    Created,
    Yielded,
    Thrown(P::Exception),
    Awaited(Future<P>),
}

impl<P: Program> Work<P> {
    /// It was cancelled after it had become ready.
    pub(crate) fn is_cancelled(&self) -> bool {
        match self {
            Self::Call(handle) => handle.is_cancelled(),
            Self::Wake(nap) => nap.as_nap().is_none_or(Nap::is_over),
            Self::Step(..) | Self::Done(..) => false,
        }
    }

    /// The call that it makes, if the program asked for one.
    pub(crate) fn asked(&self) -> Option<CallId> {
        match self {
            Self::Call(handle) => handle.asked(),
            Self::Done(Callback::Routine(asked), _) => Some(asked.call),
            Self::Step(..) | Self::Wake(_) | Self::Done(..) => None,
        }
    }

    pub(crate) fn reason(&self) -> Reason {
        match self {
            Self::Step(_, StepWhy::Created) => Reason::Created,
            Self::Step(_, StepWhy::Yielded) => Reason::Yielded,
            Self::Step(_, StepWhy::Thrown(_)) => Reason::Thrown,
            Self::Step(_, StepWhy::Awaited(future)) => Reason::Awaited(future.id()),
            Self::Call(handle) => handle.timer().map_or(Reason::CalledSoon, Reason::Timer),
            Self::Wake(nap) => nap.as_nap().map_or(Reason::CalledSoon, |nap| Reason::Timer(nap.timer)),
            Self::Done(_, future) => Reason::Done(future.id()),
        }
    }
}
