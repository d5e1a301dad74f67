//! `as_completed`: one future after the other, as they are done.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::mem;
use std::rc::Rc;

use interleave_trace::FutureId;

use crate::event_loop::EventLoop;
use crate::events::{Call, Handle};
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Callback, Coroutine, Held, NativeCall, Output, Step};
use crate::program::{Input, Program, Raised};
use crate::waiters::{Home, Primitive};

/// Of how many futures the trace says that the next one of them is waited for: each time it would be all
/// that are left.
const MOST_NAMED: usize = 100;

/// What `as_completed` returns, for `for` and for `async for`. Clones are the same.
pub struct AsCompleted<P: Program>(Rc<Completions<P>>);

/// A line of futures that are done, and the line of those who wait for them.
pub(crate) struct Completions<P: Program> {
    todo: RefCell<BTreeMap<FutureId, Future<P>>>,
    timer: RefCell<Option<Handle<P>>>,
    /// `None` for each that was not done in time.
    done: RefCell<VecDeque<Option<Future<P>>>>,
    getters: RefCell<VecDeque<Future<P>>>,
    home: Home,
    /// How many have come to be done, or too late.
    come: Cell<usize>,
    /// How many have not been asked for.
    left: Cell<usize>,
    face: P::Face,
}

impl<P: Program> AsCompleted<P> {
    /// These futures, each once; those that are not done after so many seconds, if any are given,
    /// are a `TimeoutError` each.
    pub fn new(
        machine: &mut Machine<P>,
        home: EventLoop,
        futures: Vec<Future<P>>,
        timeout: Option<f64>,
    ) -> Self {
        let mut todo = BTreeMap::new();
        let mut in_order = futures;
        in_order.retain(|future| todo.insert(future.id(), future.clone()).is_none());
        let completions = Rc::new(Completions {
            left: Cell::new(todo.len()),
            todo: RefCell::new(todo),
            timer: RefCell::new(None),
            done: RefCell::new(VecDeque::new()),
            getters: RefCell::new(VecDeque::new()),
            home: Home::default(),
            come: Cell::new(0),
            face: P::Face::default(),
        });
        for future in &in_order {
            future.add_callback(machine, Callback::Completed(Rc::clone(&completions)));
        }
        if let Some(seconds) = timeout.filter(|_| !in_order.is_empty()) {
            let due = machine.after(seconds);
            let call = Call::Native(NativeCall::CompletionsTimedOut(Rc::downgrade(&completions)));
            completions.timer.replace(Some(machine.set_timer(home, due, call)));
        }
        Self(completions)
    }

    /// The next one for `for`: a coroutine that returns the result of whichever is done next, or
    /// raises its exception. `None` at the end.
    pub fn next(&self) -> Option<NextCompleted<P>> {
        self.0.ask().then(|| NextCompleted::new(&self.0, Yields::Outcome))
    }

    /// All futures that it leads to.
    pub fn futures(&self) -> Vec<Future<P>> {
        self.0.futures()
    }

    /// How many who wait for one are in line.
    pub fn getters(&self) -> usize {
        self.0.getters.borrow().len()
    }

    /// How many have come to be done, or too late.
    pub fn come(&self) -> usize {
        self.0.come.get()
    }

    /// What the queue of those that are done is to the program.
    pub fn face(&self) -> &P::Face {
        &self.0.face
    }

    /// The next one for `async for`: a coroutine that returns whichever is done next
    /// ([`Output::Future`]), or raises `StopAsyncIteration` at the end.
    pub fn next_future(&self) -> NextCompleted<P> {
        NextCompleted::new(&self.0, Yields::Future)
    }
}

impl<P: Program> Completions<P> {
    /// One more is asked for; false if all have been.
    fn ask(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }

    /// All that it leads to: those to come, those that are done, and what whoever wants one waits for.
    pub(crate) fn futures(&self) -> Vec<Future<P>> {
        let (todo, done, getters) = (self.todo.borrow(), self.done.borrow(), self.getters.borrow());
        todo.values().chain(done.iter().flatten()).chain(&*getters).cloned().collect()
    }

    pub(crate) fn one_done(&self, machine: &mut Machine<P>, future: &Future<P>) {
        // Nothing is expected any more if the time was up first.
        // What is known by this number can be another machine's: it goes when the list is at hand again.
        let known = self.todo.borrow_mut().remove(&future.id());
        if known.is_none() {
            return;
        }
        self.put(machine, Some(future.clone()));
        if self.todo.borrow().is_empty()
            && let Some(timer) = self.timer.take()
        {
            timer.cancel(machine);
        }
    }

    pub(crate) fn time_out(self: &Rc<Self>, machine: &mut Machine<P>) {
        for future in self.todo.take().values() {
            future.remove_callbacks(
                |callback| matches!(callback, Callback::Completed(other) if Rc::ptr_eq(other, self)),
            );
            self.put(machine, None);
        }
        machine.keep_timed_out(self);
    }

    /// Whether it leads to a future that is done, or to one who waits.
    pub(crate) fn has_any(&self) -> bool {
        self.done.borrow().iter().any(Option::is_some) || !self.getters.borrow().is_empty()
    }

    fn put(&self, machine: &mut Machine<P>, item: Option<Future<P>>) {
        self.come.set(self.come.get() + 1);
        self.done.borrow_mut().push_back(item);
        self.wake_one(machine);
    }

    fn wake_one(&self, machine: &mut Machine<P>) {
        let mut getters = self.getters.borrow_mut();
        while getters.pop_front_if(|getter| getter.is_done()).is_some() {}
        let first = getters.pop_front();
        drop(getters);
        if let Some(getter) = first {
            // It is pending, so this goes well.
            let _ = getter.set_result(machine, P::nothing());
        }
    }

    /// Who waited with this future does not take what it may have been woken for.
    fn leave(&self, machine: &mut Machine<P>, getter: &Future<P>) {
        getter.cancel(machine, None);
        if machine.is_refused() {
            return;
        }
        self.getters.borrow_mut().retain(|other| !other.is(getter));
        if !self.done.borrow().is_empty() && !getter.is_cancelled() {
            self.wake_one(machine);
        }
    }
}

/// The next future of an `as_completed`, or what becomes of it.
pub struct NextCompleted<P: Program> {
    of: Rc<Completions<P>>,
    yields: Yields,
    stage: Stage<P>,
    /// The one whose outcome it has.
    taken: Option<Future<P>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Yields {
    Outcome,
    Future,
}

enum Stage<P: Program> {
    New,
    Waiting(Future<P>),
    Ended,
}

impl<P: Program> NextCompleted<P> {
    fn new(of: &Rc<Completions<P>>, yields: Yields) -> Self {
        Self { of: Rc::clone(of), yields, stage: Stage::New, taken: None }
    }

    fn take(&mut self, machine: &mut Machine<P>) -> Step<P> {
        let item = self.of.done.borrow_mut().pop_front();
        match item {
            Some(Some(future)) if self.yields == Yields::Future => Step::Return(Output::Future(future)),
            Some(Some(future)) => match future.result() {
                Ok(value) => Step::Return(Output::Value(value)),
                Err(exception) => {
                    self.taken = Some(future);
                    Step::Raise(exception)
                }
            },
            Some(None) => Step::Raise(P::raise(Raised::Timeout(None))),
            None => self.wait(machine),
        }
    }

    fn wait(&mut self, machine: &mut Machine<P>) -> Step<P> {
        let itself = || Primitive::Completions(AsCompleted(Rc::clone(&self.of)));
        let getter = match self.of.home.waiter(machine, itself) {
            Ok(getter) => getter,
            Err(exception) => return Step::Raise(exception),
        };
        machine.note_depends(&getter, self.of.todo.borrow().values().take(MOST_NAMED));
        self.of.getters.borrow_mut().push_back(getter.clone());
        self.stage = Stage::Waiting(getter.clone());
        Step::Await(getter)
    }
}

impl<P: Program> Coroutine<P> for NextCompleted<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, Stage::Ended), input) {
            (Stage::Ended, _) => Step::reused(),
            (Stage::New, Input::Throw(exception)) => Step::Raise(exception),
            (Stage::New, _) if self.yields == Yields::Future && !self.of.ask() => {
                Step::Raise(P::raise(Raised::StopAsyncIteration))
            }
            (Stage::Waiting(getter), Input::Throw(exception)) => {
                self.of.leave(machine, &getter);
                Step::Raise(exception)
            }
            (Stage::New | Stage::Waiting(_), _) => self.take(machine),
        }
    }

    fn holds(&self) -> Vec<Held<P>> {
        let itself = Held::Completions(AsCompleted(Rc::clone(&self.of)));
        self.taken.iter().cloned().map(Held::Future).chain([itself]).collect()
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Stage::Waiting(getter) = mem::replace(&mut self.stage, Stage::Ended) {
            self.of.leave(machine, &getter);
        }
    }
}

impl<P: Program> Clone for AsCompleted<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}
