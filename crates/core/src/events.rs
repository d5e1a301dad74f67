//! Handles: calls that a loop is asked to make, soon or at a time, and that can be cancelled.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use interleave_trace::{StepId, TimerId, What};

use crate::EventLoop;
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::NativeCall;
use crate::program::Program;
use crate::time::Moment;

/// A call that a loop was asked to make.
pub struct Handle<P: Program>(Rc<HandleNode<P>>);

struct HandleNode<P: Program> {
    home: EventLoop,
    timer: Option<(TimerId, Moment)>,
    /// Still in the loop's heap of timers.
    waits: Cell<bool>,
    cause: StepId,
    /// Gone once it runs or is cancelled.
    call: RefCell<Option<Call<P>>>,
}

/// What a handle does.
pub(crate) enum Call<P: Program> {
    /// Code of the program's own.
    Routine(P::Routine),
    /// Ends a sleep, unless that has ended.
    Wake(Future<P>),
    /// Something of the library's.
    Native(NativeCall<P>),
}

impl<P: Program> Handle<P> {
    pub(crate) fn new(home: EventLoop, timer: Option<(TimerId, Moment)>, cause: StepId, call: Call<P>) -> Self {
        let waits = Cell::new(timer.is_some());
        Self(Rc::new(HandleNode { home, timer, waits, cause, call: RefCell::new(Some(call)) }))
    }

    /// It will not be made, now or ever: it was cancelled, or it has been made.
    pub fn is_cancelled(&self) -> bool {
        self.0.call.borrow().is_none()
    }

    /// The moment at which it is due, if it is a timer.
    pub fn when(&self) -> Option<Moment> {
        self.0.timer.map(|(_, due)| due)
    }

    /// It is not made, unless it has been.
    pub fn cancel(&self, machine: &mut Machine<P>) {
        let call = self.0.call.borrow_mut().take();
        if call.is_some() {
            if let Some((timer, _)) = self.0.timer {
                machine.note(|| What::TimerCancelled(timer));
            }
            if self.0.waits.replace(false) {
                machine.timers_of(self.0.home).note_cancelled();
            }
        }
    }

    pub(crate) fn leave_heap(&self) {
        self.0.waits.set(false);
    }

    pub(crate) fn take(&self) -> Option<Call<P>> {
        self.0.call.borrow_mut().take()
    }

    pub(crate) fn timer(&self) -> Option<TimerId> {
        self.0.timer.map(|(id, _)| id)
    }

    pub(crate) fn cause(&self) -> StepId {
        self.0.cause
    }
}

impl<P: Program> Clone for Handle<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<P: Program> fmt::Debug for Handle<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle").field("timer", &self.0.timer).field("cancelled", &self.is_cancelled()).finish()
    }
}
