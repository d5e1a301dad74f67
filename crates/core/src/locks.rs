//! `Lock` and `Event`. A condition is in `condition`; how one waits in line, in `waiters`.

use std::cell::Cell;
use std::rc::Rc;

use interleave_trace::{Change, Resource, ResourceId};

use crate::futures::Future;
use crate::machine::Machine;
use crate::program::{Program, Raised};
use crate::waiters::{End, Identity, InLine, Line, OneLine, Primitive, wake};

/// A lock, which one task holds at a time. Clones are the same lock.
///
/// `async with` is [`acquire`](Self::acquire) and [`release`](Self::release), and nothing more.
pub struct Lock<P: Program>(Rc<LockNode<P>>);

struct LockNode<P: Program> {
    identity: Identity,
    line: Line<P>,
    locked: Cell<bool>,
}

impl<P: Program> Lock<P> {
    /// A lock that nobody holds.
    pub fn new(machine: &mut Machine<P>) -> Self {
        let identity = Identity::new(machine, Resource::Lock);
        identity.note(machine, Change::Level(1));
        let line = Line::new(identity.id, Change::Queued);
        Self(Rc::new(LockNode { identity, line, locked: Cell::new(false) }))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// Somebody holds it.
    pub fn is_locked(&self) -> bool {
        self.0.locked.get()
    }

    /// Somebody has waited for it, so it is of one loop now.
    pub fn is_bound(&self) -> bool {
        self.0.identity.is_bound()
    }

    /// Those who wait for it, in order; also those who have been woken or cancelled and have not yet run.
    pub fn waiters(&self) -> Vec<Future<P>> {
        self.0.line.everybody()
    }

    /// Waits until nobody holds it and whoever came before has had it; then holds it.
    pub fn acquire(&self) -> InLine<P> {
        InLine::new(Rc::clone(&self.0) as _)
    }

    /// Gives it back, whoever holds it, and wakes the first who waits. `RuntimeError` if nobody holds it.
    pub fn release(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        if !self.is_locked() {
            return Err(P::raise(Raised::Runtime("Lock is not acquired.".to_owned())));
        }
        self.0.locked.set(false);
        self.0.identity.note(machine, Change::Released);
        self.0.identity.note(machine, Change::Level(1));
        self.0.wake_first(machine);
        Ok(())
    }
}

impl<P: Program> LockNode<P> {
    fn hold(&self, machine: &mut Machine<P>) {
        self.locked.set(true);
        self.identity.note(machine, Change::Acquired);
        self.identity.note(machine, Change::Level(0));
    }

    /// Only ever the first: while it has been woken and has not run, nobody else is.
    fn wake_first(&self, machine: &mut Machine<P>) {
        if let Some(waiter) = self.line.first() {
            wake(machine, &waiter, P::truth(true));
        }
    }
}

impl<P: Program> OneLine<P> for LockNode<P> {
    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn line(&self) -> &Line<P> {
        &self.line
    }

    fn itself(self: Rc<Self>) -> Primitive<P> {
        Primitive::Lock(Lock(self))
    }

    fn pass(&self, machine: &mut Machine<P>) -> bool {
        let free = !self.locked.get() && !self.line.is_in_use();
        if free {
            self.hold(machine);
        }
        free
    }

    fn after(&self, machine: &mut Machine<P>, _: &Future<P>, end: End) {
        match end {
            End::Woken => self.hold(machine),
            // It may have been woken: the wake-up is handed on.
            End::Cancelled if !self.locked.get() => self.wake_first(machine),
            End::Cancelled | End::Abandoned => {}
        }
    }
}

impl<P: Program> Clone for Lock<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

/// A flag that tasks wait for. Clones are the same event.
pub struct Event<P: Program>(Rc<EventNode<P>>);

struct EventNode<P: Program> {
    identity: Identity,
    line: Line<P>,
    set: Cell<bool>,
}

impl<P: Program> Event<P> {
    /// An event that is not set.
    pub fn new(machine: &mut Machine<P>) -> Self {
        let identity = Identity::new(machine, Resource::Event);
        identity.note(machine, Change::Level(0));
        let line = Line::new(identity.id, Change::Queued);
        Self(Rc::new(EventNode { identity, line, set: Cell::new(false) }))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// It is set, and nobody waits.
    pub fn is_set(&self) -> bool {
        self.0.set.get()
    }

    /// Those who wait for it, in order; also those who have been woken or cancelled and have not yet run.
    pub fn waiters(&self) -> Vec<Future<P>> {
        self.0.line.everybody()
    }

    /// Waits until it is set.
    pub fn wait(&self) -> InLine<P> {
        InLine::new(Rc::clone(&self.0) as _)
    }

    /// Sets it: everybody goes on, even if it is cleared before they run.
    pub fn set(&self, machine: &mut Machine<P>) {
        if !self.0.set.replace(true) {
            self.0.identity.note(machine, Change::Level(1));
            while let Some(waiter) = self.0.line.first_pending() {
                wake(machine, &waiter, P::truth(true));
                if machine.is_refused() {
                    break;
                }
            }
        }
    }

    /// Clears it: whoever comes from now on waits.
    pub fn clear(&self, machine: &mut Machine<P>) {
        if self.0.set.replace(false) {
            self.0.identity.note(machine, Change::Level(0));
        }
    }
}

impl<P: Program> OneLine<P> for EventNode<P> {
    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn line(&self) -> &Line<P> {
        &self.line
    }

    fn itself(self: Rc<Self>) -> Primitive<P> {
        Primitive::Event(Event(self))
    }

    fn pass(&self, _: &mut Machine<P>) -> bool {
        self.set.get()
    }

    fn after(&self, _: &mut Machine<P>, _: &Future<P>, _: End) {}
}

impl<P: Program> Clone for Event<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}
