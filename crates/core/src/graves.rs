//! Where futures, queues, handles and jobs go when nobody holds them any more: what
//! they held is let go one by one, so that no chain of them is too long, and the program
//! hears of tasks that had not ended and of exceptions that nobody looked at.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use interleave_trace::FutureId;

use crate::EventLoop;
use crate::events::Call;
use crate::futures::{Body, State};
use crate::program::Program;

pub(crate) struct Graves<P: Program> {
    /// Those that died last, in their order.
    fresh: RefCell<Vec<Corpse<P>>>,
    /// Those that died before, the next one last: who dies with another goes before that one's neighbours.
    corpses: RefCell<Vec<Corpse<P>>>,
    remains: RefCell<VecDeque<Remains<P>>>,
    /// Those whose turn the program knows.
    claimed: RefCell<VecDeque<Corpse<P>>>,
    alive: Cell<usize>,
    /// The machine is gone: whatever comes now is let go at once.
    abandoned: Cell<bool>,
}

/// What something held that says nothing at its end.
pub(crate) enum Remains<P: Program> {
    /// An item of a queue.
    Item(P::Value),
    /// The call of a handle.
    Call(#[expect(dead_code, reason = "held until it is let go")] Call<P>),
    /// The result of a job.
    Result(Result<P::Value, P::Exception>),
}

/// Who is to be buried once a future has been let go of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dead {
    /// Nobody: it left nothing behind, or somebody else has it still.
    Nobody,
    /// This one, by `Machine::bury_claimed`, when its turn comes among all else that the program lets go of.
    Claimed(FutureId),
    /// Others.
    Others,
}

pub(crate) struct Corpse<P: Program> {
    pub(crate) id: FutureId,
    pub(crate) home: EventLoop,
    pub(crate) state: State<P>,
    pub(crate) body: Body<P>,
    pub(crate) face: P::Face,
    pub(crate) in_debug: bool,
}

impl<P: Program> Graves<P> {
    pub(crate) fn new() -> Self {
        Self {
            fresh: RefCell::default(),
            corpses: RefCell::default(),
            remains: RefCell::default(),
            claimed: RefCell::default(),
            alive: Cell::new(0),
            abandoned: Cell::new(false),
        }
    }

    pub(crate) fn born(&self) {
        self.alive.set(self.alive.get() + 1);
    }

    /// A future is gone that leaves nothing behind.
    pub(crate) fn died(&self) {
        self.alive.set(self.alive.get().saturating_sub(1));
    }

    pub(crate) fn lay(&self, corpse: Corpse<P>) {
        self.died();
        self.fresh.borrow_mut().push(corpse);
        self.empty_if_abandoned();
    }

    pub(crate) fn lay_remains(&self, remains: impl IntoIterator<Item = Remains<P>>) {
        self.remains.borrow_mut().extend(remains);
        self.empty_if_abandoned();
    }

    /// Nobody will bury what is laid here from now on.
    pub(crate) fn abandon(&self) {
        self.abandoned.set(true);
        self.empty_if_abandoned();
    }

    /// What is let go meanwhile is laid here, and goes in its turn.
    fn empty_if_abandoned(&self) {
        if self.abandoned.replace(false) {
            while !self.claimed.take().is_empty() || self.take().is_some() {}
            self.abandoned.set(true);
        }
    }

    /// The next future; lets go of all that says nothing.
    pub(crate) fn take(&self) -> Option<Corpse<P>> {
        while let Some(remains) = self.next_remains() {
            drop(remains);
        }
        let (mut fresh, mut corpses) = (self.fresh.borrow_mut(), self.corpses.borrow_mut());
        match fresh.len() {
            0 => {}
            1 => return fresh.pop(),
            _ => corpses.extend(fresh.drain(..).rev()),
        }
        corpses.pop()
    }

    fn next_remains(&self) -> Option<Remains<P>> {
        self.remains.borrow_mut().pop_front()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.fresh.borrow().is_empty() && self.corpses.borrow().is_empty() && self.remains.borrow().is_empty()
    }

    /// This future, if it is the one that died last, is from now on buried only when it is asked for.
    pub(crate) fn claim(&self, id: FutureId) -> bool {
        let corpse = self.fresh.borrow_mut().pop_if(|corpse| corpse.id == id);
        let is_it = corpse.is_some();
        self.claimed.borrow_mut().extend(corpse);
        is_it
    }

    pub(crate) fn take_claimed(&self, id: FutureId) -> Option<Corpse<P>> {
        let mut claimed = self.claimed.borrow_mut();
        // Nearly always it is the first, or the last.
        let place = match claimed.front() {
            Some(first) if first.id == id => 0,
            _ => claimed.iter().rposition(|corpse| corpse.id == id)?,
        };
        claimed.remove(place)
    }

    /// Futures that somebody holds.
    pub(crate) fn alive(&self) -> usize {
        self.alive.get()
    }
}

impl<P: Program> Corpse<P> {
    /// Where the machine lists it, if it was a task.
    pub(crate) fn place(&self) -> Option<u32> {
        match &self.body {
            Body::Task(part) => Some(part.place),
            Body::Plain | Body::Nap(_) | Body::Gathering(_) => None,
        }
    }

    /// The program has to hear of it; it is asked once.
    pub(crate) fn has_last_words(&self) -> bool {
        match (&self.state, &self.body) {
            (State::Pending(_), Body::Task(part)) => !part.silent.replace(true),
            (State::Exception { seen, .. }, _) => !seen.replace(true),
            _ => false,
        }
    }

    /// The code of a task that had not ended.
    pub(crate) fn into_code(self) -> Option<P::Routine> {
        match self.body {
            Body::Task(part) => part.routine.into_inner(),
            Body::Plain | Body::Nap(_) | Body::Gathering(_) => None,
        }
    }
}
