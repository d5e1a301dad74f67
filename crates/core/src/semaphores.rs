//! `Semaphore` and `BoundedSemaphore`.

use std::cell::Cell;
use std::rc::Rc;

use interleave_trace::{Change, Resource, ResourceId};

use crate::futures::Future;
use crate::machine::Machine;
use crate::program::{Program, Raised};
use crate::waiters::{End, Identity, InLine, Line, OneLine, Primitive, wake};

/// A number of permits, each of which one task holds at a time. Clones are the same semaphore.
///
/// `async with` is [`acquire`](Self::acquire) and [`release`](Self::release), and nothing more.
pub struct Semaphore<P: Program>(Rc<SemaphoreNode<P>>);

struct SemaphoreNode<P: Program> {
    identity: Identity,
    line: Line<P>,
    /// Permits that are promised to nobody: whoever is woken has his taken off already.
    value: Cell<i64>,
    bound: Option<i64>,
}

impl<P: Program> Semaphore<P> {
    /// A semaphore with so many permits. `ValueError` if that is less than none.
    pub fn new(machine: &mut Machine<P>, value: i64) -> Result<Self, P::Exception> {
        Self::make(machine, Resource::Semaphore, value, None)
    }

    /// A `BoundedSemaphore`: it never has more permits than at the start.
    pub fn bounded(machine: &mut Machine<P>, value: i64) -> Result<Self, P::Exception> {
        Self::make(machine, Resource::BoundedSemaphore, value, Some(value))
    }

    fn make(
        machine: &mut Machine<P>,
        kind: Resource,
        value: i64,
        bound: Option<i64>,
    ) -> Result<Self, P::Exception> {
        if value < 0 {
            return Err(P::raise(Raised::Value("Semaphore initial value must be >= 0".to_owned())));
        }
        let identity = Identity::new(machine, kind);
        identity.note(machine, Change::Level(value));
        let line = Line::new(identity.id, Change::Queued);
        Ok(Self(Rc::new(SemaphoreNode { identity, line, value: Cell::new(value), bound })))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// Whether it may be released no more often than acquired.
    pub fn is_bounded(&self) -> bool {
        self.0.bound.is_some()
    }

    /// Permits that are neither held nor promised.
    pub fn value(&self) -> i64 {
        self.0.value.get()
    }

    /// The most permits that it may have, if it is bounded.
    pub fn bound(&self) -> Option<i64> {
        self.0.bound
    }

    /// Whoever comes now has to wait: no permit is left, or somebody came before.
    pub fn is_locked(&self) -> bool {
        self.0.is_locked()
    }

    /// Somebody has waited for it, so it is of one loop now.
    pub fn is_bound(&self) -> bool {
        self.0.identity.is_bound()
    }

    /// Those who wait for it, in order; also those who have been woken or cancelled and have not yet run.
    pub fn waiters(&self) -> Vec<Future<P>> {
        self.0.line.everybody()
    }

    /// Waits for a permit, after whoever came before.
    pub fn acquire(&self) -> InLine<P> {
        InLine::new(Rc::clone(&self.0) as _)
    }

    /// Gives a permit back, or a new one, and promises it to the first who waits.
    /// `ValueError` if it is bounded and has all its permits.
    pub fn release(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        if self.0.bound.is_some_and(|bound| self.value() >= bound) {
            return Err(P::raise(Raised::Value("BoundedSemaphore released too many times".to_owned())));
        }
        self.0.identity.note(machine, Change::Released);
        self.0.add(machine, 1);
        self.0.promise(machine);
        Ok(())
    }
}

impl<P: Program> SemaphoreNode<P> {
    fn is_locked(&self) -> bool {
        self.value.get() == 0 || self.line.is_in_use()
    }

    fn add(&self, machine: &mut Machine<P>, permits: i64) {
        let value = self.value.get().saturating_add(permits);
        self.value.set(value);
        self.identity.note(machine, Change::Level(value));
    }

    /// Promises a permit to the first who waits. False if nobody does.
    fn promise(&self, machine: &mut Machine<P>) -> bool {
        let Some(waiter) = self.line.first_pending() else {
            return false;
        };
        self.add(machine, -1);
        wake(machine, &waiter, P::truth(true));
        true
    }
}

impl<P: Program> OneLine<P> for SemaphoreNode<P> {
    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn line(&self) -> &Line<P> {
        &self.line
    }

    fn itself(self: Rc<Self>) -> Primitive<P> {
        Primitive::Semaphore(Semaphore(self))
    }

    fn pass(&self, machine: &mut Machine<P>) -> bool {
        let free = !self.is_locked();
        if free {
            self.identity.note(machine, Change::Acquired);
            self.add(machine, -1);
        }
        free
    }

    fn after(&self, machine: &mut Machine<P>, waiter: &Future<P>, end: End) {
        match end {
            End::Woken => self.identity.note(machine, Change::Acquired),
            // A permit had been promised to it.
            End::Cancelled if waiter.is_done() && !waiter.is_cancelled() => self.add(machine, 1),
            End::Cancelled | End::Abandoned => {}
        }
        // Whoever came meanwhile had to join the line, even if permits were left.
        while self.value.get() > 0 && self.promise(machine) {}
    }
}

impl<P: Program> Clone for Semaphore<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}
