//! `shield`: a future that can be cancelled without the one inside it.

use interleave_trace::What;

use crate::futures::{Body, Future};
use crate::machine::Machine;
use crate::native::Callback;
use crate::program::Program;

/// A future that ends as `inner` does, and whose cancellation `inner` does not feel.
pub fn shield<P: Program>(machine: &mut Machine<P>, inner: &Future<P>) -> Future<P> {
    if inner.is_done() {
        return inner.clone();
    }
    let outer = Future::new(machine, inner.home(), Body::Plain);
    machine.note(|| What::FutureCreated(outer.id()));
    machine.note_depends(&outer, [inner]);
    inner.add_callback(machine, Callback::ShieldInner(outer.clone()));
    outer.add_callback(machine, Callback::ShieldOuter(inner.clone()));
    outer
}

/// The outer future follows the inner one, unless it was cancelled meanwhile.
pub(crate) fn inner_done<P: Program>(machine: &mut Machine<P>, inner: &Future<P>, outer: &Future<P>) {
    if outer.is_cancelled() {
        // Nobody else will look at its exception.
        inner.mark_retrieved();
        return;
    }
    if inner.is_cancelled() {
        outer.cancel(machine, None);
        return;
    }
    // What is done already stays as it is.
    let _ = match inner.handed_on() {
        Ok(value) => outer.set_result(machine, value),
        Err(exception) => outer.set_exception(machine, exception),
    };
}

/// The inner future is left alone from now on.
pub(crate) fn outer_done<P: Program>(inner: &Future<P>, outer: &Future<P>) {
    if !inner.is_done() {
        inner
            .remove_callbacks(|callback| matches!(callback, Callback::ShieldInner(other) if other.is(outer)));
    }
}
