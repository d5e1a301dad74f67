//! Cancelling, which goes down from a task to what it awaits. It walks with a
//! list of its own, so that the longest chain of awaits is no danger.

use std::collections::BTreeSet;
use std::rc::Rc;

use interleave_trace::{FutureId, What};

use crate::futures::{Body, Future};
use crate::machine::Machine;
use crate::program::Program;
use crate::tasks::{Phase, TaskPart};

/// Cancels a future of any kind. True unless it was done, or it was a
/// `gather` of which no child could be cancelled.
pub(crate) fn cancel<P: Program>(future: &Future<P>, machine: &mut Machine<P>, message: Option<P::Value>) -> bool {
    let accepted = would_accept(future);
    let mut seen = BTreeSet::new();
    let mut todo = vec![Walk::Into(future.clone())];
    while let Some(next) = todo.pop() {
        match next {
            Walk::Into(future) => cancel_one(future, machine, message.as_ref(), &mut seen, &mut todo),
            Walk::OutOf(task) => set_on_way(&task, false),
        }
    }
    accepted
}

enum Walk<P: Program> {
    Into(Future<P>),
    /// Everything that this task awaits has been cancelled.
    OutOf(Future<P>),
}

/// Tasks that await each other in a ring are each asked once.
fn set_on_way<P: Program>(task: &Future<P>, on_way: bool) {
    if let Body::Task(part) = &task.0.body {
        part.on_way.set(on_way);
    }
}

/// What `cancel` answers: it depends on the state before only, since nothing
/// of the program runs while it goes down.
fn would_accept<P: Program>(future: &Future<P>) -> bool {
    if future.is_done() {
        return false;
    }
    let Body::Gathering(outer) = &future.0.body else { return true };
    let mut seen = BTreeSet::from([future.id()]);
    let mut todo = vec![Rc::clone(outer)];
    while let Some(gathering) = todo.pop() {
        for child in gathering.children().iter().filter(|child| !child.is_done()) {
            match &child.0.body {
                Body::Gathering(inner) => {
                    if seen.insert(child.id()) {
                        todo.push(Rc::clone(inner));
                    }
                }
                Body::Plain | Body::Nap(_) | Body::Task(_) => return true,
            }
        }
    }
    false
}

fn cancel_one<P: Program>(
    future: Future<P>,
    machine: &mut Machine<P>,
    message: Option<&P::Value>,
    seen: &mut BTreeSet<FutureId>,
    todo: &mut Vec<Walk<P>>,
) {
    match &future.0.body {
        Body::Plain | Body::Nap(_) => {
            future.finish_cancelled(machine, message.cloned(), None);
        }
        Body::Gathering(gathering) => {
            // One that is reached twice would be asked twice to no other effect.
            if !future.is_done() && seen.insert(future.id()) {
                if would_accept(&future) {
                    gathering.request_cancel();
                }
                // The last pushed is the next taken: the first child.
                todo.extend(gathering.children().iter().rev().cloned().map(Walk::Into));
            }
        }
        Body::Task(part) => {
            future.mark_retrieved();
            if !future.is_done()
                && !part.on_way.get()
                && let Some(awaited) = request(part, machine, message)
            {
                part.on_way.set(true);
                todo.push(Walk::OutOf(future.clone()));
                todo.push(Walk::Into(awaited));
            }
        }
    }
}

/// Asks one task; returns what it awaits, if that is to be cancelled instead.
fn request<P: Program>(part: &TaskPart<P>, machine: &mut Machine<P>, message: Option<&P::Value>) -> Option<Future<P>> {
    machine.note(|| What::CancelRequested(part.id));
    part.cancels.set(part.cancels.get().saturating_add(1));
    let awaited = part.with_phase(|phase| match phase {
        Phase::Waiting(awaited) if would_accept(awaited) => Some(awaited.clone()),
        Phase::Waiting(_) | Phase::Scheduled | Phase::Running => None,
    });
    if awaited.is_none() {
        part.must_cancel.set(Some(message.cloned()));
    }
    awaited
}
