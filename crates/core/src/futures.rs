//! Futures: results to come, and who is told when they do.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::mem;
use std::rc::{Rc, Weak};

use interleave_trace::{FutureId, What};

use crate::EventLoop;
use crate::gather::Gathering;
use crate::graves::{Corpse, Dead, Graves};
use crate::machine::Machine;
use crate::naps::Nap;
use crate::native::Callback;
use crate::program::{Program, Raised};
use crate::tasks::{Task, TaskPart};

/// A result to come. Clones are the same future.
pub struct Future<P: Program>(pub(crate) Rc<Node<P>>);

/// A future that is not kept alive by this.
pub struct WeakFuture<P: Program>(Weak<Node<P>>);

pub(crate) struct Node<P: Program> {
    pub(crate) id: FutureId,
    pub(crate) home: EventLoop,
    pub(crate) body: Body<P>,
    pub(crate) state: RefCell<State<P>>,
    pub(crate) face: P::Face,
    in_debug: bool,
    /// A machine lists it as such.
    is_overheard: Cell<bool>,
    graves: Rc<Graves<P>>,
}

/// What kind of future it is, which decides what cancelling it means.
pub(crate) enum Body<P: Program> {
    Plain,
    /// What a sleep waits for.
    Nap(Nap<P>),
    Task(Box<TaskPart<P>>),
    Gathering(Rc<Gathering<P>>),
}

pub(crate) enum State<P: Program> {
    Pending(Callbacks<P>),
    Value(P::Value),
    Exception {
        exception: P::Exception,
        /// Somebody has looked at it.
        seen: Cell<bool>,
    },
    Cancelled {
        message: Option<P::Value>,
        /// The very exception that ended a task; the first to ask gets it.
        raised: Cell<Option<P::Exception>>,
    },
}

/// Who hears when a future is done.
pub enum Listener<'a, P: Program> {
    /// A task that waits for it.
    Task(&'a Task<P>),
    /// Code of the program's.
    Routine(&'a P::Routine),
    /// `run_until_complete`
    RunUntilComplete,
    /// `gather`
    Gather,
    /// `wait`
    Wait,
    /// `wait_for`, for want of patience, while its future ends.
    Impatience,
    /// `as_completed`
    AsCompleted,
    /// `shield`, on the future inside.
    ShieldInner,
    /// `shield`, on the future outside.
    ShieldOuter,
    /// A task group.
    TaskGroup,
    /// A job of another thread.
    Job,
}

impl<'a, P: Program> Listener<'a, P> {
    fn of(callback: &'a Callback<P>) -> Self {
        match callback {
            Callback::Wakeup(task) => Self::Task(task),
            Callback::Routine(asked) => Self::Routine(&asked.routine),
            Callback::StopLoop => Self::RunUntilComplete,
            Callback::Gathered(_) => Self::Gather,
            Callback::Waited(waiter) if waiter.impatient => Self::Impatience,
            Callback::Waited(_) => Self::Wait,
            Callback::Completed(_) => Self::AsCompleted,
            Callback::ShieldInner(_) => Self::ShieldInner,
            Callback::ShieldOuter(_) => Self::ShieldOuter,
            Callback::GroupTask(_) => Self::TaskGroup,
            Callback::JobAbandoned(..) => Self::Job,
        }
    }
}

/// Most futures have one callback, and no list is made for that.
pub(crate) enum Callbacks<P: Program> {
    None,
    One(Callback<P>),
    Many(Vec<Callback<P>>),
}

impl<P: Program> Callbacks<P> {
    fn push(&mut self, callback: Callback<P>) {
        *self = match mem::replace(self, Self::None) {
            Self::None => Self::One(callback),
            Self::One(first) => Self::Many(vec![first, callback]),
            Self::Many(mut all) => {
                all.push(callback);
                Self::Many(all)
            }
        };
    }

    fn retain(&mut self, mut keep: impl FnMut(&Callback<P>) -> bool) -> usize {
        match self {
            Self::None => 0,
            Self::One(callback) => {
                if keep(callback) {
                    return 0;
                }
                *self = Self::None;
                1
            }
            Self::Many(all) => {
                let before = all.len();
                all.retain(keep);
                before - all.len()
            }
        }
    }
}

impl<P: Program> Future<P> {
    pub(crate) fn new(machine: &mut Machine<P>, home: EventLoop, body: Body<P>) -> Self {
        let id = machine.next_future();
        let (graves, in_debug) = (Rc::clone(&machine.graves), machine.is_debug(home));
        graves.born();
        let (state, is_overheard) = (RefCell::new(State::Pending(Callbacks::None)), Cell::new(false));
        Self(Rc::new(Node {
            id,
            home,
            body,
            state,
            face: P::Face::default(),
            in_debug,
            is_overheard,
            graves,
        }))
    }

    /// It comes back, so that the program can be told of it.
    pub(crate) fn risen(corpse: Corpse<P>, graves: &Rc<Graves<P>>) -> Self {
        let Corpse { id, home, body, state, face, in_debug } = corpse;
        graves.born();
        let (state, is_overheard, graves) = (RefCell::new(state), Cell::new(false), Rc::clone(graves));
        Self(Rc::new(Node { id, home, body, state, face, in_debug, is_overheard, graves }))
    }

    /// What the program keeps with it.
    pub fn face(&self) -> &P::Face {
        &self.0.face
    }

    /// Whether it waits for several.
    pub(crate) fn is_gathering(&self) -> bool {
        matches!(self.0.body, Body::Gathering(_))
    }

    pub(crate) fn is_task(&self) -> bool {
        matches!(self.0.body, Body::Task(_))
    }

    /// It is laid there at its end: it is of that machine.
    pub(crate) fn is_of(&self, graves: &Rc<Graves<P>>) -> bool {
        Rc::ptr_eq(&self.0.graves, graves)
    }

    /// Which of asyncio's classes it is of.
    pub fn class_name(&self) -> &'static str {
        match self.0.body {
            Body::Plain | Body::Nap(_) => "Future",
            Body::Task(_) => "Task",
            Body::Gathering(_) => "_GatheringFuture",
        }
    }

    /// Lets `look` see, one after the other, who hears when it is done.
    pub fn each_listener(&self, mut look: impl FnMut(Listener<'_, P>)) {
        if let State::Pending(callbacks) = &*self.0.state.borrow() {
            match callbacks {
                Callbacks::None => {}
                Callbacks::One(callback) => look(Listener::of(callback)),
                Callbacks::Many(all) => all.iter().for_each(|callback| look(Listener::of(callback))),
            }
        }
    }

    /// Its number, in order of creation.
    pub fn id(&self) -> FutureId {
        self.0.id
    }

    /// The loop that it belongs to.
    pub fn home(&self) -> EventLoop {
        self.0.home
    }

    /// Its loop was in debug mode when it was made.
    pub fn in_debug(&self) -> bool {
        self.0.in_debug
    }

    /// Who is to be buried now.
    pub fn let_go(self) -> Dead {
        let (id, graves) = (self.id(), Rc::clone(&self.0.graves));
        drop(self);
        if graves.claim(id) {
            Dead::Claimed(id)
        } else if graves.is_empty() {
            Dead::Nobody
        } else {
            Dead::Others
        }
    }

    /// The same, without keeping it alive.
    pub fn downgrade(&self) -> WeakFuture<P> {
        WeakFuture(Rc::downgrade(&self.0))
    }

    /// Both are the same future.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// It has a value or an exception, or is cancelled.
    pub fn is_done(&self) -> bool {
        !matches!(*self.0.state.borrow(), State::Pending(_))
    }

    /// It is cancelled.
    pub fn is_cancelled(&self) -> bool {
        matches!(*self.0.state.borrow(), State::Cancelled { .. })
    }

    /// Its value; its exception, `CancelledError`, or `InvalidStateError` otherwise.
    pub fn result(&self) -> Result<P::Value, P::Exception> {
        self.outcome("Result is not set.").and_then(|exception| match (exception, &*self.0.state.borrow()) {
            (Some(exception), _) => {
                P::raised_again(&exception, &self.0.face);
                Err(exception)
            }
            (None, State::Value(value)) => Ok(value.clone()),
            (None, _) => Ok(P::nothing()),
        })
    }

    /// The same, for another future to have: nothing is raised.
    pub(crate) fn handed_on(&self) -> Result<P::Value, P::Exception> {
        self.exception()?.map_or_else(|| self.result(), Err)
    }

    /// Its exception, if it has one; an error if it is cancelled or not done.
    pub fn exception(&self) -> Result<Option<P::Exception>, P::Exception> {
        self.outcome("Exception is not set.")
    }

    fn outcome(&self, not_yet: &str) -> Result<Option<P::Exception>, P::Exception> {
        match &*self.0.state.borrow() {
            State::Pending(_) => Err(P::raise(Raised::InvalidState(not_yet.to_owned()))),
            State::Value(_) => Ok(None),
            State::Exception { exception, seen } => {
                seen.set(true);
                Ok(Some(exception.clone()))
            }
            State::Cancelled { message, raised } => {
                Err(raised.take().unwrap_or_else(|| P::raise(Raised::Cancelled(message.clone()))))
            }
        }
    }

    /// The exception of a future that is done and not cancelled, without having looked at it.
    pub fn peek_exception(&self) -> Option<P::Exception> {
        match &*self.0.state.borrow() {
            State::Exception { exception, .. } => Some(exception.clone()),
            State::Pending(_) | State::Value(_) | State::Cancelled { .. } => None,
        }
    }

    /// The exception that is kept with it: what it ended with, or the `CancelledError` that its code raised.
    pub fn kept_exception(&self) -> Option<P::Exception> {
        match &*self.0.state.borrow() {
            State::Exception { exception, .. } => Some(exception.clone()),
            State::Cancelled { raised, .. } => {
                let exception = raised.take();
                raised.set(exception.clone());
                exception
            }
            State::Pending(_) | State::Value(_) => None,
        }
    }

    /// The message that it was cancelled with, or, of a task that has not heeded it, asked with.
    pub fn cancel_message(&self) -> Option<P::Value> {
        match (&*self.0.state.borrow(), &self.0.body) {
            (State::Cancelled { message, .. }, _) => message.clone(),
            (_, Body::Task(part)) => part.cancel_message(),
            (State::Pending(_) | State::Value(_) | State::Exception { .. }, _) => None,
        }
    }

    /// Other words than it was cancelled or asked to be cancelled with.
    pub fn set_cancel_message(&self, words: Option<P::Value>) {
        let before = match (&mut *self.0.state.borrow_mut(), &self.0.body) {
            (State::Cancelled { message, .. }, _) => mem::replace(message, words),
            (_, Body::Task(part)) => part.set_cancel_message(words),
            (State::Pending(_) | State::Value(_) | State::Exception { .. }, _) => words,
        };
        drop(before);
    }

    /// It has an exception that nobody has looked at.
    pub fn is_unseen(&self) -> bool {
        matches!(&*self.0.state.borrow(), State::Exception { seen, .. } if !seen.get())
    }

    /// The exception of this future counts as seen.
    pub fn mark_retrieved(&self) {
        if let State::Exception { seen, .. } = &*self.0.state.borrow() {
            seen.set(true);
        }
    }

    /// Gives it a value. `InvalidStateError` if it is done.
    pub fn set_result(&self, machine: &mut Machine<P>, value: P::Value) -> Result<(), P::Exception> {
        self.check_pending()?;
        machine.note(|| What::Resolved(self.id()));
        self.finish(machine, State::Value(value));
        Ok(())
    }

    /// Gives it an exception. `InvalidStateError` if it is done.
    pub fn set_exception(
        &self,
        machine: &mut Machine<P>,
        exception: P::Exception,
    ) -> Result<(), P::Exception> {
        self.check_pending()?;
        machine.note_failed(self, &exception);
        P::kept(&exception, &self.0.face);
        self.finish(machine, State::Exception { exception, seen: Cell::new(false) });
        if !self.is_task() {
            machine.failed.list(&self.0);
        }
        Ok(())
    }

    fn check_pending(&self) -> Result<(), P::Exception> {
        if self.is_done() { Err(P::raise(Raised::InvalidState("invalid state".to_owned()))) } else { Ok(()) }
    }

    /// Cancels it, whatever it is. False if it is done, or if nothing in it could be cancelled.
    pub fn cancel(&self, machine: &mut Machine<P>, message: Option<P::Value>) -> bool {
        crate::cancel::cancel(self, machine, message)
    }

    /// Cancels the future itself, even a task.
    pub(crate) fn finish_cancelled(
        &self,
        machine: &mut Machine<P>,
        message: Option<P::Value>,
        raised: Option<P::Exception>,
    ) -> bool {
        self.mark_retrieved();
        if self.is_done() {
            return false;
        }
        machine.note(|| What::Cancelled(self.id()));
        self.finish(machine, State::Cancelled { message, raised: Cell::new(raised) });
        true
    }

    fn finish(&self, machine: &mut Machine<P>, state: State<P>) {
        let before = self.0.state.replace(state);
        if let State::Pending(callbacks) = before {
            match callbacks {
                Callbacks::None => {}
                Callbacks::One(callback) => machine.schedule_callback(callback, self),
                Callbacks::Many(all) => {
                    for callback in all {
                        machine.schedule_callback(callback, self);
                    }
                }
            }
        }
    }

    /// Has a routine called, with this future, one iteration after it is done.
    pub fn add_done_callback(&self, machine: &mut Machine<P>, routine: P::Routine) {
        let asked = machine.asked(routine);
        self.add_callback(machine, Callback::Routine(asked));
    }

    /// Takes back every callback that `is_it` says yes to. Returns how many.
    pub fn remove_done_callback(&self, mut is_it: impl FnMut(&P::Routine) -> bool) -> usize {
        self.remove_callbacks(
            |callback| matches!(callback, Callback::Routine(asked) if is_it(&asked.routine)),
        )
    }

    pub(crate) fn add_callback(&self, machine: &mut Machine<P>, callback: Callback<P>) {
        let mut state = self.0.state.borrow_mut();
        match &mut *state {
            State::Pending(callbacks) => {
                let is_ring = callback.may_lead_back(machine) && !machine.has_task(self);
                if is_ring && !self.0.is_overheard.replace(true) {
                    machine.overheard.list(&self.0);
                }
                callbacks.push(callback);
            }
            State::Value(_) | State::Exception { .. } | State::Cancelled { .. } => {
                drop(state);
                machine.schedule_callback(callback, self);
            }
        }
    }

    /// Nobody will hear that it is done.
    pub(crate) fn forget_callbacks(&self) {
        self.0.is_overheard.set(false);
        if !self.is_done() {
            drop(self.0.state.replace(State::Pending(Callbacks::None)));
        }
    }

    pub(crate) fn remove_callbacks(&self, mut is_it: impl FnMut(&Callback<P>) -> bool) -> usize {
        let mut callbacks = self.replace_callbacks(Callbacks::None);
        // Not within the future: `is_it`, and code that is let go, may look at it.
        let removed = callbacks.retain(|callback| !is_it(callback));
        drop(self.replace_callbacks(callbacks));
        removed
    }

    /// None to none if it is done.
    fn replace_callbacks(&self, callbacks: Callbacks<P>) -> Callbacks<P> {
        if self.is_done() {
            return Callbacks::None;
        }
        match &mut *self.0.state.borrow_mut() {
            State::Pending(before) => mem::replace(before, callbacks),
            State::Value(_) | State::Exception { .. } | State::Cancelled { .. } => Callbacks::None,
        }
    }
}

impl<P: Program> Node<P> {
    /// Nothing goes with it, and nobody has to hear of it.
    fn is_plain(&mut self) -> bool {
        let State::Value(value) = self.state.get_mut() else { return false };
        P::is_plain(value)
            && match &self.body {
                Body::Plain => true,
                Body::Nap(nap) => nap.is_plain(),
                Body::Task(_) | Body::Gathering(_) => false,
            }
    }
}

impl<P: Program> WeakFuture<P> {
    /// The future, if somebody holds it.
    pub fn upgrade(&self) -> Option<Future<P>> {
        self.0.upgrade().map(Future)
    }
}

impl<P: Program> Drop for Node<P> {
    // What it held may hold other futures, and so on without end: it is laid
    // aside and let go one by one, not from here.
    fn drop(&mut self) {
        if self.is_plain() {
            return self.graves.died();
        }
        let state = mem::replace(self.state.get_mut(), State::Pending(Callbacks::None));
        let body = mem::replace(&mut self.body, Body::Plain);
        let face = mem::take(&mut self.face);
        let (id, home, in_debug) = (self.id, self.home, self.in_debug);
        self.graves.lay(Corpse { id, home, state, body, face, in_debug });
    }
}

impl<P: Program> Clone for Future<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<P: Program> fmt::Debug for Future<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Future").field("id", &self.0.id.0).field("done", &self.is_done()).finish()
    }
}
