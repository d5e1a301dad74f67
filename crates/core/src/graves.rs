//! Where futures go when nobody holds them any more: what they held is let go
//! one by one, so that no chain of futures is too long, and the program hears
//! of tasks that had not ended and of exceptions that nobody looked at.

use std::cell::{Cell, RefCell};

use crate::EventLoop;
use crate::futures::{Body, State};
use crate::program::{Program, Report, Unretrieved};

pub(crate) struct Graves<P: Program> {
    corpses: RefCell<Vec<Corpse<P>>>,
    alive: Cell<usize>,
}

pub(crate) struct Corpse<P: Program> {
    pub(crate) home: EventLoop,
    pub(crate) state: State<P>,
    pub(crate) body: Body<P>,
    pub(crate) unretrieved: bool,
}

impl<P: Program> Graves<P> {
    pub(crate) fn new() -> Self {
        Self { corpses: RefCell::new(Vec::new()), alive: Cell::new(0) }
    }

    pub(crate) fn born(&self) {
        self.alive.set(self.alive.get() + 1);
    }

    pub(crate) fn lay(&self, corpse: Corpse<P>) {
        self.alive.set(self.alive.get().saturating_sub(1));
        self.corpses.borrow_mut().push(corpse);
    }

    pub(crate) fn take(&self) -> Option<Corpse<P>> {
        self.corpses.borrow_mut().pop()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.corpses.borrow().is_empty()
    }

    /// Futures that somebody holds.
    pub(crate) fn alive(&self) -> usize {
        self.alive.get()
    }
}

impl<P: Program> Corpse<P> {
    /// Where the machine lists it, if it was a task.
    pub(crate) fn place(&self) -> Option<usize> {
        match &self.body {
            Body::Task(part) => Some(part.place),
            Body::Plain | Body::Gathering(_) => None,
        }
    }

    /// What the program has to hear, if anything.
    pub(crate) fn report(self) -> Option<Report<P>> {
        let is_task = matches!(self.body, Body::Task(_));
        match (self.state, self.body) {
            (State::Pending(_), Body::Task(part)) => Some(Report::TaskDestroyed(part.routine.into_inner())),
            (State::Exception(exception), _) if self.unretrieved => {
                Some(Report::NeverRetrieved(Unretrieved { exception, is_task, home: self.home }))
            }
            _ => None,
        }
    }
}
