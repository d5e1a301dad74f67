//! What has died and still has something to say: objects with `__del__`, suspended
//! generators, coroutines that were never awaited. They wait here until the instruction
//! that let go of them is over; `vm::finalize` then runs what has to run.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::native::Call;
use crate::object::{Generator, Instance};

/// Something that is not quite gone.
pub(crate) enum Grave {
    /// It has a `__del__`.
    Instance(Instance),
    Generator(Generator),
    /// Something is to be called because of a death: a weak reference's callback, a report.
    Call(Box<Call>),
}

thread_local! {
    static ANY: Cell<bool> = const { Cell::new(false) };
    static GRAVES: RefCell<VecDeque<Grave>> = const { RefCell::new(VecDeque::new()) };
}

pub(crate) fn finalize(instance: Instance) {
    push(Grave::Instance(instance));
}

pub(crate) fn abandon(generator: Generator) {
    push(Grave::Generator(generator));
}

/// Lays something there.
pub(crate) fn push(grave: Grave) {
    ANY.set(true);
    GRAVES.with(|graves| graves.borrow_mut().push_back(grave));
}

/// The event loop may have something to bury.
pub(crate) fn stir() {
    ANY.set(true);
}

/// Whether anything waits.
#[inline]
pub(crate) fn any() -> bool {
    ANY.get()
}

/// The one that has waited longest.
pub(crate) fn next() -> Option<Grave> {
    let grave = GRAVES.with(|graves| graves.borrow_mut().pop_front());
    if grave.is_none() {
        ANY.set(false);
    }
    grave
}
