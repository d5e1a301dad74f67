//! Cancelling, which goes down from a task to what it awaits. It walks with a
//! list of its own, so that the longest chain of awaits is no danger.

use std::collections::BTreeSet;
use std::rc::Rc;

use interleave_trace::{FutureId, What};

use crate::futures::{Body, Future};
use crate::gather::Gathering;
use crate::machine::Machine;
use crate::program::Program;
use crate::tasks::{Phase, TaskPart};

/// Cancels a future of any kind. True unless it was done, or it was a
/// `gather` of which no child could be cancelled.
pub(crate) fn cancel<P: Program>(
    future: &Future<P>,
    machine: &mut Machine<P>,
    message: Option<P::Value>,
) -> bool {
    let accepted = would_accept(future);
    let mut seen = BTreeSet::new();
    let mut todo = vec![Walk::Into(future.clone(), None)];
    while let Some(next) = todo.pop() {
        match next {
            Walk::Into(..) if machine.is_refused() => {}
            Walk::Into(future, asker) => {
                cancel_one(future, asker, machine, message.as_ref(), &mut seen, &mut todo);
            }
            Walk::OutOfTask(task) => set_on_way(&task, false),
            Walk::OutOfGather { gathering, before, asker } => {
                if gathering.cancel_requested() {
                    accept(asker.as_ref());
                }
                gathering.set_cancel_requested(before || gathering.cancel_requested());
            }
        }
    }
    accepted
}

/// The `gather` on whose account a child is cancelled.
type Asker<P> = Option<Rc<Gathering<P>>>;

enum Walk<P: Program> {
    Into(Future<P>, Asker<P>),
    /// Everything that this task awaits has been cancelled.
    OutOfTask(Future<P>),
    /// All children have been asked, and since then it is known whether one of them accepted.
    OutOfGather {
        gathering: Rc<Gathering<P>>,
        before: bool,
        asker: Asker<P>,
    },
}

/// A child accepts its cancellation, and so its `gather` does.
fn accept<P: Program>(asker: Option<&Rc<Gathering<P>>>) {
    if let Some(gathering) = asker {
        gathering.set_cancel_requested(true);
    }
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
    asker: Asker<P>,
    machine: &mut Machine<P>,
    message: Option<&P::Value>,
    seen: &mut BTreeSet<FutureId>,
    todo: &mut Vec<Walk<P>>,
) {
    match &future.0.body {
        Body::Plain | Body::Nap(_) => {
            future.mark_retrieved();
            if future.finish_cancelled(machine, message.cloned(), None) {
                accept(asker.as_ref());
            }
        }
        Body::Gathering(gathering) => {
            if future.is_done() {
                return;
            }
            // One that is reached twice would be asked twice to no other effect.
            if !seen.insert(future.id()) {
                if would_accept(&future) {
                    accept(asker.as_ref());
                }
                return;
            }
            let (gathering, before) = (Rc::clone(gathering), gathering.cancel_requested());
            gathering.set_cancel_requested(false);
            // The last pushed is the next taken: the first child.
            let into = |child: &Future<P>| Walk::Into(child.clone(), Some(Rc::clone(&gathering)));
            let children: Vec<_> = gathering.children().iter().rev().map(into).collect();
            todo.push(Walk::OutOfGather { gathering, before, asker });
            todo.extend(children);
        }
        Body::Task(part) => {
            future.mark_retrieved();
            if future.is_done() {
                return;
            }
            accept(asker.as_ref());
            if !part.on_way.get()
                && let Some(awaited) = request(part, machine, message)
            {
                part.on_way.set(true);
                todo.push(Walk::OutOfTask(future.clone()));
                todo.push(Walk::Into(awaited, None));
            }
        }
    }
}

/// Asks one task; returns what it awaits, which is to be cancelled instead. If that won't be, being done perhaps, it is
/// asked all the same: whoever has been asked counts as looked at.
fn request<P: Program>(
    part: &TaskPart<P>,
    machine: &mut Machine<P>,
    message: Option<&P::Value>,
) -> Option<Future<P>> {
    machine.note(|| What::CancelRequested(part.id));
    part.cancels.set(part.cancels.get().saturating_add(1));
    let awaited = part.with_phase(|phase| match phase {
        Phase::Waiting(awaited) => Some(awaited.clone()),
        Phase::Scheduled | Phase::Running => None,
    });
    if !awaited.as_ref().is_some_and(would_accept) {
        part.ask_to_cancel(message.cloned());
    }
    awaited
}
