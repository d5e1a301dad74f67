//! Handles: calls that a loop is asked to make, soon or at a time, and that can be cancelled.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use interleave_trace::{CallId, StepId, TimerId, What};

use crate::EventLoop;
use crate::futures::Future;
use crate::graves::{Graves, Remains};
use crate::machine::Machine;
use crate::native::NativeCall;
use crate::program::Program;

/// A call that a loop was asked to make.
pub struct Handle<P: Program>(Rc<HandleNode<P>>);

struct HandleNode<P: Program> {
    home: EventLoop,
    kind: HandleKind,
    /// Still in the loop's heap of timers.
    waits: Cell<bool>,
    cause: StepId,
    /// Gone once it runs or is cancelled.
    call: RefCell<Option<Call<P>>>,
    graves: Rc<Graves<P>>,
}

impl<P: Program> Drop for HandleNode<P> {
    // What it calls may hold another handle, and so on without end.
    fn drop(&mut self) {
        self.graves.lay_remains(self.call.get_mut().take().map(Remains::Call));
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum HandleKind {
    Soon,
    /// A timer, and the nanosecond in which it is due.
    Timer(TimerId, i64),
    /// A timer that is never due.
    Never,
}

/// Code of the program's own that it asked to have called.
pub(crate) struct Asked<P: Program> {
    pub(crate) call: CallId,
    pub(crate) routine: P::Routine,
}

/// What a handle does. Routines are boxed: they are larger than the rest, and rarer.
pub(crate) enum Call<P: Program> {
    /// Code of the program's own.
    Routine(Box<Asked<P>>),
    /// Gives a future `nothing`, unless it is done.
    Wake(Future<P>),
    /// Something of the library's.
    Native(NativeCall<P>),
}

impl<P: Program> Handle<P> {
    pub(crate) fn new(machine: &Machine<P>, home: EventLoop, kind: HandleKind, call: Call<P>) -> Self {
        let waits = Cell::new(matches!(kind, HandleKind::Timer(..)));
        let (cause, graves) = (machine.step(), Rc::clone(&machine.graves));
        Self(Rc::new(HandleNode { home, kind, waits, cause, call: RefCell::new(Some(call)), graves }))
    }

    /// It will not be made, now or ever: it was cancelled, or it has been made.
    pub fn is_cancelled(&self) -> bool {
        self.0.call.borrow().is_none()
    }

    /// The nanosecond in which it is due, if it is a timer; `i64::MAX` if that never comes.
    pub fn when(&self) -> Option<i64> {
        match self.0.kind {
            HandleKind::Soon => None,
            HandleKind::Timer(_, due_ns) => Some(due_ns),
            HandleKind::Never => Some(i64::MAX),
        }
    }

    /// It is not made, unless it has been.
    pub fn cancel(&self, machine: &mut Machine<P>) {
        let call = self.0.call.borrow_mut().take();
        if call.is_some() {
            if let Some(timer) = self.timer() {
                machine.note(|| What::TimerCancelled(timer));
            }
            if self.0.waits.replace(false) {
                machine.timers_of(self.0.home).note_cancelled();
            }
        }
    }

    /// Lets `look` see what it calls, if it still is to be made.
    pub(crate) fn with_call(&self, look: impl FnOnce(&Call<P>)) {
        if let Some(call) = &*self.0.call.borrow() {
            look(call);
        }
    }

    pub(crate) fn leave_heap(&self) {
        self.0.waits.set(false);
    }

    pub(crate) fn take(&self) -> Option<Call<P>> {
        self.0.call.borrow_mut().take()
    }

    pub(crate) fn timer(&self) -> Option<TimerId> {
        match self.0.kind {
            HandleKind::Timer(id, _) => Some(id),
            HandleKind::Soon | HandleKind::Never => None,
        }
    }

    /// The call that the program asked for, unless the library did.
    pub(crate) fn asked(&self) -> Option<CallId> {
        match &*self.0.call.borrow() {
            Some(Call::Routine(asked)) => Some(asked.call),
            Some(Call::Wake(_) | Call::Native(_)) | None => None,
        }
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
