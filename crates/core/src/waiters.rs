//! What locks and queues share: a number in the record, the loop that they are
//! bound to once somebody waits, the line of those who wait, and the coroutine
//! that waits in it.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::mem;
use std::rc::Rc;

use interleave_trace::{Change, FutureId, Resource, ResourceId, What};

use crate::as_completed::AsCompleted;
use crate::condition::Condition;
use crate::event_loop::EventLoop;
use crate::futures::Future;
use crate::locks::{Event, Lock};
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Input, Kind, Program, Raised};
use crate::queues::Queue;
use crate::semaphores::Semaphore;

/// Something that tasks share and wait for.
pub enum Primitive<P: Program> {
    /// A lock.
    Lock(Lock<P>),
    /// An event.
    Event(Event<P>),
    /// A condition.
    Condition(Condition<P>),
    /// A semaphore.
    Semaphore(Semaphore<P>),
    /// A queue.
    Queue(Queue<P>),
    /// What `as_completed` returns: to CPython, the queue in it.
    Completions(AsCompleted<P>),
}

/// Who a shared thing is, and whose.
pub(crate) struct Identity {
    pub(crate) id: ResourceId,
    home: Home,
}

/// The loop on which somebody first waited for a thing.
#[derive(Default)]
pub(crate) struct Home(Cell<Option<EventLoop>>);

impl Identity {
    pub(crate) fn new<P: Program>(machine: &mut Machine<P>, kind: Resource) -> Self {
        let id = machine.next_resource();
        machine.note(|| What::ResourceCreated(id, kind));
        Self { id, home: Home::default() }
    }

    pub(crate) fn is_bound(&self) -> bool {
        self.home.0.get().is_some()
    }

    pub(crate) fn note<P: Program>(&self, machine: &mut Machine<P>, change: Change) {
        machine.note(|| What::ResourceChanged(self.id, change));
    }

    /// A future to wait with. Fails on any other loop than the first one.
    pub(crate) fn waiter<P: Program>(
        &self,
        machine: &mut Machine<P>,
        itself: impl FnOnce() -> Primitive<P>,
    ) -> Result<Future<P>, P::Exception> {
        self.home.waiter(machine, itself)
    }
}

impl Home {
    /// A future to wait with. Fails on any other loop than the first one.
    pub(crate) fn waiter<P: Program>(
        &self,
        machine: &mut Machine<P>,
        itself: impl FnOnce() -> Primitive<P>,
    ) -> Result<Future<P>, P::Exception> {
        let running = machine.running_loop();
        if self.0.get().is_some() && self.0.get() != running {
            return Err(P::raise(Raised::OtherLoop(itself())));
        }
        let Some(home) = running else { return Err(P::raise(Raised::NoLoop)) };
        self.0.set(Some(home));
        Ok(machine.create_future(home))
    }
}

/// Futures of those who wait, in the order in which they came. Each joins as
/// soon as it is made, so they lie in the order of their numbers.
pub(crate) struct Line<P: Program> {
    id: ResourceId,
    /// What to write down when somebody joins.
    joined: fn(FutureId) -> Change,
    places: RefCell<Places<P>>,
}

struct Places<P: Program> {
    futures: VecDeque<Future<P>>,
    /// So many at the front are known to be done, and need not be looked at again.
    done: usize,
}

impl<P: Program> Line<P> {
    pub(crate) fn new(id: ResourceId, joined: fn(FutureId) -> Change) -> Self {
        Self { id, joined, places: RefCell::new(Places { futures: VecDeque::new(), done: 0 }) }
    }

    pub(crate) fn push(&self, machine: &mut Machine<P>, waiter: Future<P>) {
        machine.note(|| What::ResourceChanged(self.id, (self.joined)(waiter.id())));
        self.places.borrow_mut().futures.push_back(waiter);
    }

    /// Takes one out, wherever it stands. It may have been taken out before.
    pub(crate) fn remove(&self, machine: &mut Machine<P>, waiter: &Future<P>) {
        let index = self.places.borrow().futures.binary_search_by_key(&waiter.id(), Future::id);
        if let Ok(index) = index {
            self.take(machine, index);
        }
    }

    /// Takes the first one out.
    pub(crate) fn pop(&self, machine: &mut Machine<P>) -> Option<Future<P>> {
        self.take(machine, 0)
    }

    fn take(&self, machine: &mut Machine<P>, index: usize) -> Option<Future<P>> {
        let mut places = self.places.borrow_mut();
        let waiter = places.futures.remove(index)?;
        if index < places.done {
            places.done -= 1;
        }
        drop(places);
        machine.note(|| What::ResourceChanged(self.id, Change::Left(waiter.id())));
        Some(waiter)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.places.borrow().futures.is_empty()
    }

    pub(crate) fn first(&self) -> Option<Future<P>> {
        self.places.borrow().futures.front().cloned()
    }

    /// The first one that is neither woken nor cancelled.
    pub(crate) fn first_pending(&self) -> Option<Future<P>> {
        let places = &mut *self.places.borrow_mut();
        while let Some(waiter) = places.futures.get(places.done) {
            if !waiter.is_done() {
                return Some(waiter.clone());
            }
            places.done += 1;
        }
        None
    }

    /// Somebody waits or has been woken, and is not cancelled.
    pub(crate) fn is_in_use(&self) -> bool {
        self.places.borrow().futures.iter().any(|waiter| !waiter.is_cancelled())
    }

    /// Everybody, those included who have been woken or cancelled and have not yet run.
    pub(crate) fn everybody(&self) -> Vec<Future<P>> {
        self.places.borrow().futures.iter().cloned().collect()
    }
}

/// Lets whoever waits with this future go on; it does anyhow if it has been woken or cancelled.
pub(crate) fn wake<P: Program>(machine: &mut Machine<P>, waiter: &Future<P>, value: P::Value) {
    if !waiter.is_done() {
        let _ = waiter.set_result(machine, value);
    }
}

/// How a waiting ended: with what was thrown into it, or as the future did.
pub(crate) fn outcome<P: Program>(waiter: &Future<P>, input: Input<P>) -> Result<(), P::Exception> {
    if let Input::Throw(exception) = input { Err(exception) } else { waiter.result().map(drop) }
}

/// The same, as far as it matters to a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Woken,
    Cancelled,
    /// Some other exception, or nobody goes on with the coroutine.
    Abandoned,
}

impl End {
    fn of<P: Program>(outcome: &Result<(), P::Exception>) -> Self {
        match outcome {
            Ok(()) => Self::Woken,
            Err(exception) if P::kind(exception) == Kind::Cancelled => Self::Cancelled,
            Err(_) => Self::Abandoned,
        }
    }
}

/// What has one line, in which one waits once: a lock, an event, a semaphore.
pub(crate) trait OneLine<P: Program> {
    fn identity(&self) -> &Identity;

    fn line(&self) -> &Line<P>;

    fn itself(self: Rc<Self>) -> Primitive<P>;

    /// Goes ahead without waiting, if that may be.
    fn pass(&self, machine: &mut Machine<P>) -> bool;

    /// Somebody's waiting has ended, and the future has left the line.
    fn after(&self, machine: &mut Machine<P>, waiter: &Future<P>, end: End);
}

/// The coroutine of [`Lock::acquire`], [`Event::wait`], and [`Semaphore::acquire`]; returns true.
pub struct InLine<P: Program> {
    what: Rc<dyn OneLine<P>>,
    stage: Stage<P>,
}

/// Where a coroutine stands that waits with one future.
pub(crate) enum Stage<P: Program> {
    Fresh,
    Waits(Future<P>),
    Over,
}

impl<P: Program> Stage<P> {
    /// What it was; it is over until said otherwise.
    pub(crate) fn take(&mut self) -> Self {
        mem::replace(self, Self::Over)
    }
}

impl<P: Program> InLine<P> {
    pub(crate) fn new(what: Rc<dyn OneLine<P>>) -> Self {
        Self { what, stage: Stage::Fresh }
    }

    fn begin(&mut self, machine: &mut Machine<P>) -> Result<Step<P>, P::Exception> {
        if self.what.pass(machine) {
            return Ok(Step::Return(Output::Bool(true)));
        }
        let what = &self.what;
        let waiter = what.identity().waiter(machine, || Rc::clone(what).itself())?;
        what.line().push(machine, waiter.clone());
        self.stage = Stage::Waits(waiter.clone());
        Ok(Step::Await(waiter))
    }

    fn leave(&self, machine: &mut Machine<P>, waiter: &Future<P>, end: End) {
        self.what.line().remove(machine, waiter);
        self.what.after(machine, waiter, end);
    }
}

impl<P: Program> Coroutine<P> for InLine<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (self.stage.take(), input) {
            (Stage::Fresh, Input::Throw(exception)) => Step::Raise(exception),
            (Stage::Fresh, _) => self.begin(machine).unwrap_or_else(Step::Raise),
            (Stage::Waits(waiter), input) => {
                let outcome = outcome(&waiter, input);
                self.leave(machine, &waiter, End::of::<P>(&outcome));
                outcome.map_or_else(Step::Raise, |()| Step::Return(Output::Bool(true)))
            }
            (Stage::Over, _) => Step::reused(),
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Stage::Waits(waiter) = self.stage.take() {
            self.leave(machine, &waiter, End::Abandoned);
        }
    }
}
