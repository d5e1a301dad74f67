//! `gather`: one future for many, whose result is the list of theirs.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use interleave_trace::What;

use crate::event_loop::EventLoop;
use crate::futures::{Body, Future};
use crate::machine::Machine;
use crate::native::Callback;
use crate::program::{Program, Raised};

/// What cancelling the outer future goes down to.
pub(crate) struct Gathering<P: Program> {
    children: Vec<Future<P>>,
    cancel_requested: Cell<bool>,
}

impl<P: Program> Drop for Gathering<P> {
    /// The last one goes first, as the items of CPython's lists do.
    fn drop(&mut self) {
        while self.children.pop().is_some() {}
    }
}

impl<P: Program> Gathering<P> {
    pub(crate) fn children(&self) -> &[Future<P>] {
        &self.children
    }

    /// Somebody cancelled all of them.
    pub(crate) fn cancel_requested(&self) -> bool {
        self.cancel_requested.get()
    }

    pub(crate) fn set_cancel_requested(&self, requested: bool) {
        self.cancel_requested.set(requested);
    }
}

/// What the children's callbacks share, and what goes when the last of them has run.
pub(crate) struct Gatherer<P: Program> {
    outer: Future<P>,
    family: Rc<Gathering<P>>,
    catches: bool,
    unfinished: Cell<usize>,
}

/// A future that is done when all these are: with the list of their values, or, unless
/// `catches`, with the first exception as soon as there is one. Cancelling it cancels them.
pub fn gather<P: Program>(
    machine: &mut Machine<P>,
    home: EventLoop,
    children: Vec<Future<P>>,
    catches: bool,
) -> Future<P> {
    let mut seen = BTreeSet::new();
    let each_once: Vec<_> = children.iter().filter(|child| seen.insert(child.id())).cloned().collect();
    let family = Rc::new(Gathering { children, cancel_requested: Cell::new(false) });
    let outer = Future::new(machine, home, Body::Gathering(Rc::clone(&family)));
    machine.note(|| What::FutureCreated(outer.id()));
    if each_once.is_empty() {
        let _ = outer.set_result(machine, P::list(Vec::new()));
        return outer;
    }
    let unfinished = Cell::new(each_once.len());
    let gatherer = Rc::new(Gatherer { outer: outer.clone(), family, catches, unfinished });
    machine.note_depends(&outer, &each_once);
    let (done, pending): (Vec<_>, Vec<_>) = each_once.into_iter().partition(Future::is_done);
    for child in pending {
        child.add_callback(machine, Callback::Gathered(Rc::clone(&gatherer)));
    }
    for child in done {
        gatherer.child_done(machine, &child);
    }
    outer
}

impl<P: Program> Gatherer<P> {
    pub(crate) fn outer(&self) -> &Future<P> {
        &self.outer
    }

    pub(crate) fn child_done(&self, machine: &mut Machine<P>, child: &Future<P>) {
        self.unfinished.set(self.unfinished.get().saturating_sub(1));
        if self.outer.is_done() {
            child.mark_retrieved();
            return;
        }
        if !self.catches
            && let Err(exception) = child.handed_on()
        {
            let _ = self.outer.set_exception(machine, exception);
            return;
        }
        if self.unfinished.get() > 0 {
            return;
        }
        let results = self.family.children.iter().map(outcome).collect();
        // Somebody cancelled all of them, and this is how whoever awaits hears of it: with
        // the exception of the last in the list, if that was cancelled, and its words if not.
        let _ = if self.family.cancel_requested() {
            let last = self.family.children.last();
            let cancelled = last.filter(|last| last.is_cancelled()).and_then(|last| last.result().err());
            let exception = cancelled
                .unwrap_or_else(|| P::raise(Raised::Cancelled(last.and_then(Future::cancel_message))));
            self.outer.set_exception(machine, exception)
        } else {
            self.outer.set_result(machine, P::list(results))
        };
    }
}

fn outcome<P: Program>(child: &Future<P>) -> P::Value {
    if child.is_cancelled() {
        return P::caught(P::raise(Raised::CancelledChild(child.cancel_message())));
    }
    child.handed_on().unwrap_or_else(P::caught)
}
