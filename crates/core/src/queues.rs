//! `Queue`, `PriorityQueue` and `LifoQueue`: what is in them, and who waits.
//! Their coroutines are in `queueing`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::mem;
use std::rc::Rc;

use interleave_trace::{Change, Resource, ResourceId};

use crate::futures::Future;
use crate::graves::{Graves, Remains};
use crate::heapq::Sift;
use crate::locks::Event;
use crate::machine::Machine;
use crate::native::Step;
use crate::program::{Input, Program, Raised};
use crate::queueing::{Gate, QueueGet, QueueGetNow, QueueJoin, QueuePut, QueuePutNow, QueueShutdown};
use crate::waiters::{Identity, Line, Primitive, wake};

/// Which item comes out next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// The first that was put in: `Queue`.
    Fifo,
    /// The least: `PriorityQueue`.
    Priority,
    /// The last that was put in: `LifoQueue`.
    Lifo,
}

/// What somebody waits for at a queue.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    /// Room for an item.
    Put,
    /// An item.
    Get,
}

/// A queue of values between tasks. Clones are the same queue.
///
/// What a priority queue does has to compare values, and that is to run code of the program's.
/// So all that moves items is a coroutine, in every queue and even where Python has a plain
/// method: `put_nowait` and the like never wait, but may ask ([`Step::IsLess`]) before they end.
pub struct Queue<P: Program>(Rc<QueueNode<P>>);

struct QueueNode<P: Program> {
    identity: Identity,
    order: QueueOrder,
    maxsize: i64,
    items: RefCell<VecDeque<P::Value>>,
    getters: Line<P>,
    putters: Line<P>,
    unfinished: Cell<usize>,
    /// Set while no item is unfinished.
    finished: Event<P>,
    shut_down: Cell<bool>,
    graves: Rc<Graves<P>>,
}

impl<P: Program> Queue<P> {
    /// An empty queue for so many items; for any number if that is not a positive number.
    pub fn new(machine: &mut Machine<P>, order: QueueOrder, maxsize: i64) -> Self {
        let finished = Event::new(machine);
        finished.set(machine);
        let kind = match order {
            QueueOrder::Fifo => Resource::Queue,
            QueueOrder::Priority => Resource::PriorityQueue,
            QueueOrder::Lifo => Resource::LifoQueue,
        };
        let identity = Identity::new(machine, kind);
        identity.note(machine, Change::Uses(finished.id()));
        Self(Rc::new(QueueNode {
            order,
            maxsize,
            items: RefCell::new(VecDeque::new()),
            getters: Line::new(identity.id, Change::Queued),
            putters: Line::new(identity.id, Change::QueuedToPut),
            unfinished: Cell::new(0),
            finished,
            shut_down: Cell::new(false),
            graves: Rc::clone(&machine.graves),
            identity,
        }))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// Which item comes out next.
    pub fn order(&self) -> QueueOrder {
        self.0.order
    }

    /// How many items it was made for.
    pub fn maxsize(&self) -> i64 {
        self.0.maxsize
    }

    /// How many items are in it.
    pub fn len(&self) -> usize {
        self.0.items.borrow().len()
    }

    /// No item is in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// It takes no item more, for now.
    pub fn is_full(&self) -> bool {
        self.maxsize() > 0 && usize::try_from(self.maxsize()).is_ok_and(|most| self.len() >= most)
    }

    /// How many items were put in and not reported done.
    pub fn unfinished(&self) -> usize {
        self.0.unfinished.get()
    }

    /// It was shut down.
    pub fn is_shut_down(&self) -> bool {
        self.0.shut_down.get()
    }

    /// The items as they lie: a heap if it goes by priority.
    pub fn items(&self) -> Vec<P::Value> {
        self.0.items.borrow().iter().cloned().collect()
    }

    /// Those who wait for an item, in order; also those who have been cancelled and have not yet run.
    pub fn getters(&self) -> Vec<Future<P>> {
        self.0.getters.everybody()
    }

    /// Those who wait for room, in order; also those who have been cancelled and have not yet run.
    pub fn putters(&self) -> Vec<Future<P>> {
        self.0.putters.everybody()
    }

    /// The futures of those who wait until all items are finished.
    pub fn join_waiters(&self) -> Vec<Future<P>> {
        self.0.finished.waiters()
    }

    /// Waits for room, then puts an item in.
    pub fn put(&self, value: P::Value) -> QueuePut<P> {
        QueuePut::new(self, Side::Put, self.put_nowait(value))
    }

    /// Waits for an item and takes it out.
    pub fn get(&self) -> QueueGet<P> {
        QueueGet::new(self, Side::Get, self.get_nowait())
    }

    /// Waits for room, and puts nothing in.
    pub fn room(&self) -> Gate<P> {
        Gate::new(self, Side::Put)
    }

    /// Waits for an item, and leaves it in.
    pub fn item(&self) -> Gate<P> {
        Gate::new(self, Side::Get)
    }

    /// Puts an item in; `QueueFull` if there is no room. Never waits.
    pub fn put_nowait(&self, value: P::Value) -> QueuePutNow<P> {
        QueuePutNow::new(self, value)
    }

    /// Takes an item out; `QueueEmpty` if there is none. Never waits.
    pub fn get_nowait(&self) -> QueueGetNow<P> {
        QueueGetNow::new(self)
    }

    /// Takes nothing more from now on, and gives out what it has; if `immediate`, not even that,
    /// and what it has counts as done. Never waits.
    pub fn shutdown(&self, immediate: bool) -> QueueShutdown<P> {
        QueueShutdown::new(self, immediate)
    }

    /// Waits until every item that was put in has been reported done.
    pub fn join(&self) -> QueueJoin<P> {
        QueueJoin::new(self)
    }

    /// Reports one item done. `ValueError` if more are reported than were put in.
    pub fn task_done(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        let Some(left) = self.unfinished().checked_sub(1) else {
            return Err(P::raise(Raised::Value("task_done() called too many times".to_owned())));
        };
        self.set_unfinished(machine, left);
        if left == 0 {
            self.0.finished.set(machine);
        }
        Ok(())
    }

    fn set_unfinished(&self, machine: &mut Machine<P>, unfinished: usize) {
        self.0.unfinished.set(unfinished);
        self.0.identity.note(machine, Change::Unfinished(count(unfinished)));
    }

    /// The event that those who join wait for.
    pub(crate) fn finished(&self) -> &Event<P> {
        &self.0.finished
    }

    /// There is no room, or no item.
    pub(crate) fn blocks(&self, side: Side) -> bool {
        match side {
            Side::Put => self.is_full(),
            Side::Get => self.is_empty(),
        }
    }

    fn line(&self, side: Side) -> &Line<P> {
        match side {
            Side::Put => &self.0.putters,
            Side::Get => &self.0.getters,
        }
    }

    /// Joins a line.
    pub(crate) fn wait(&self, machine: &mut Machine<P>, side: Side) -> Result<Future<P>, P::Exception> {
        let waiter = self.0.identity.waiter(machine, || Primitive::Queue(self.clone()))?;
        self.line(side).push(machine, waiter.clone());
        Ok(waiter)
    }

    /// Leaves a line without having got what it is for.
    pub(crate) fn give_up(&self, machine: &mut Machine<P>, side: Side, waiter: &Future<P>) {
        waiter.cancel(machine, None);
        if machine.is_refused() {
            return;
        }
        self.line(side).remove(machine, waiter);
        if !self.blocks(side) && !waiter.is_cancelled() {
            // It had been woken: the wake-up is handed on.
            self.wake_next(machine, side);
        }
    }

    fn wake_next(&self, machine: &mut Machine<P>, side: Side) {
        while let Some(waiter) = self.line(side).pop(machine) {
            if !waiter.is_done() {
                return wake(machine, &waiter, P::nothing());
            }
        }
    }

    /// Lays an item in; it may have to find its place.
    pub(crate) fn lay(&self, machine: &mut Machine<P>, value: P::Value) -> Sift {
        self.0.items.borrow_mut().push_back(value);
        let len = self.len();
        self.0.identity.note(machine, Change::Put(count(len)));
        match self.order() {
            QueueOrder::Priority => Sift::pushed(len),
            QueueOrder::Fifo | QueueOrder::Lifo => Sift::nothing(),
        }
    }

    /// An item has found its place.
    pub(crate) fn has_put(&self, machine: &mut Machine<P>) {
        self.set_unfinished(machine, self.unfinished() + 1);
        self.0.finished.clear(machine);
        self.wake_next(machine, Side::Get);
    }

    /// Takes the next item, if there is one; those that are left may have to find their places.
    pub(crate) fn take(&self, machine: &mut Machine<P>) -> Option<(P::Value, Sift)> {
        let mut items = self.0.items.borrow_mut();
        let (item, sift) = match self.order() {
            QueueOrder::Fifo => (items.pop_front()?, Sift::nothing()),
            QueueOrder::Lifo => (items.pop_back()?, Sift::nothing()),
            QueueOrder::Priority => {
                let last = items.pop_back()?;
                match items.front_mut() {
                    Some(first) => (mem::replace(first, last), Sift::popped(items.len())),
                    None => (last, Sift::nothing()),
                }
            }
        };
        let len = items.len();
        drop(items);
        self.0.identity.note(machine, Change::Got(count(len)));
        Some((item, sift))
    }

    /// An item is out, and the others have found their places.
    pub(crate) fn has_taken(&self, machine: &mut Machine<P>) {
        self.wake_next(machine, Side::Put);
    }

    /// Goes on with what was begun by laying or taking. The question that it has, unless it is done.
    pub(crate) fn sift(&self, sift: &mut Sift, input: Input<P>) -> Result<Option<Step<P>>, P::Exception> {
        let swap = |a, b| self.0.items.borrow_mut().swap(a, b);
        match input {
            Input::Throw(exception) => return Err(exception),
            // The comparison has used the queue.
            Input::Answer(_) if self.len() != sift.len() => {
                return Err(P::raise(Raised::Runtime("list changed size during iteration".to_owned())));
            }
            Input::Answer(less) => sift.answer(less, swap),
            Input::Start | Input::Done(_) | Input::Value(_) | Input::Signalled(_) | Input::Continue => {}
        }
        let question = sift.question(swap);
        let items = self.0.items.borrow();
        let pair = question.and_then(|(a, b)| Some((items.get(a)?.clone(), items.get(b)?.clone())));
        Ok(pair.map(|(a, b)| Step::IsLess(a, b)))
    }

    /// From now on nothing goes in.
    pub(crate) fn shut(&self, machine: &mut Machine<P>) {
        self.0.shut_down.set(true);
        self.0.identity.note(machine, Change::ShutDown);
    }

    /// An item was thrown away.
    pub(crate) fn has_dropped(&self, machine: &mut Machine<P>) {
        if let Some(left) = self.unfinished().checked_sub(1) {
            self.set_unfinished(machine, left);
        }
    }

    /// Everybody looks whether the queue is shut down.
    pub(crate) fn wake_everybody(&self, machine: &mut Machine<P>) {
        for side in [Side::Get, Side::Put] {
            while !self.line(side).is_empty() && !machine.is_refused() {
                self.wake_next(machine, side);
            }
        }
    }
}

impl<P: Program> Clone for Queue<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<P: Program> Drop for QueueNode<P> {
    // An item may be the last that holds another queue, and so on without end.
    fn drop(&mut self) {
        self.graves.lay_remains(mem::take(self.items.get_mut()).into_iter().map(Remains::Item));
    }
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
