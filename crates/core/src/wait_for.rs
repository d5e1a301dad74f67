//! `wait_for`: one awaitable within a timeout.

use std::mem;
use std::rc::Rc;

use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Awaitable, Coroutine, Held, Output, Step};
use crate::program::{Input, Kind, Program, Raised};
use crate::timeouts::Timeout;
use crate::waits::Waiter;

/// Awaits something for at most so many seconds; it is cancelled when they are over, and
/// `TimeoutError` is raised. It is awaited in the task itself, as if in a `timeout` block, but
/// with no time at all it becomes a task that is cancelled at once.
pub struct WaitFor<P: Program> {
    stage: Stage<P>,
    /// What it was given, if that is a future.
    given: Option<Future<P>>,
}

enum Stage<P: Program> {
    New(Awaitable<P>, Option<f64>),
    /// Within the timeout; with the future, if it is one.
    Awaiting(Timeout<P>, Option<Future<P>>),
    /// There was no time at all: until the cancelled future is done.
    Cancelling(Future<P>, Rc<Waiter<P>>),
    Ended,
}

impl<P: Program> WaitFor<P> {
    /// For so many seconds, or without end.
    pub fn new(awaitable: Awaitable<P>, timeout: Option<f64>) -> Self {
        let given = if let Awaitable::Future(future) = &awaitable { Some(future.clone()) } else { None };
        Self { stage: Stage::New(awaitable, timeout), given }
    }

    fn begin(
        &mut self,
        machine: &mut Machine<P>,
        awaitable: Awaitable<P>,
        timeout: Option<f64>,
    ) -> Result<Step<P>, P::Exception> {
        if timeout.is_some_and(|seconds| seconds <= 0.0) {
            return self.begin_cancelling(machine, awaitable);
        }
        let timeout = Timeout::after(machine, timeout);
        timeout.enter(machine)?;
        Ok(match awaitable {
            Awaitable::Future(future) if future.is_done() => leave(machine, &timeout, future.result()),
            Awaitable::Future(future) => {
                self.stage = Stage::Awaiting(timeout, Some(future.clone()));
                Step::Await(future)
            }
            Awaitable::Code(routine) => {
                self.stage = Stage::Awaiting(timeout, None);
                Step::Call(routine)
            }
        })
    }

    fn begin_cancelling(
        &mut self,
        machine: &mut Machine<P>,
        awaitable: Awaitable<P>,
    ) -> Result<Step<P>, P::Exception> {
        let home = machine.need_running_loop()?;
        let future = awaitable.into_future(machine, home);
        if future.is_done() {
            return Ok(outcome(future.result()));
        }
        // Not the future itself is awaited, so that this can be cancelled by itself.
        let waiter = Waiter::begin_impatient(machine, home, &future);
        future.cancel(machine, None);
        let enough = waiter.enough();
        self.stage = Stage::Cancelling(future, waiter);
        Ok(Step::Await(enough))
    }
}

impl<P: Program> Coroutine<P> for WaitFor<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, Stage::Ended), input) {
            (Stage::Ended, _) => Step::reused(),
            (Stage::New(..), Input::Throw(exception)) => Step::Raise(exception),
            (Stage::New(awaitable, timeout), _) => {
                self.begin(machine, awaitable, timeout).unwrap_or_else(Step::Raise)
            }
            (Stage::Awaiting(timeout, _), Input::Throw(exception)) => {
                leave(machine, &timeout, Err(exception))
            }
            (Stage::Awaiting(timeout, Some(future)), _) => leave(machine, &timeout, future.result()),
            (Stage::Awaiting(timeout, None), Input::Value(value)) => leave(machine, &timeout, Ok(value)),
            (Stage::Awaiting(timeout, None), _) => leave(machine, &timeout, Ok(P::nothing())),
            (Stage::Cancelling(future, waiter), input) => {
                waiter.end(machine, std::slice::from_ref(&future));
                if let Input::Throw(exception) = input {
                    return Step::Raise(exception);
                }
                outcome(future.result().map_err(late::<P>))
            }
        }
    }

    fn holds(&self) -> Vec<Held<P>> {
        self.given.iter().cloned().map(Held::Future).collect()
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        match mem::replace(&mut self.stage, Stage::Ended) {
            Stage::Awaiting(timeout, _) => {
                // Nothing is raised where nothing was.
                let _ = timeout.exit(machine, None);
            }
            Stage::Cancelling(future, waiter) => waiter.end(machine, std::slice::from_ref(&future)),
            Stage::New(..) | Stage::Ended => {}
        }
    }
}

/// Leaves the timeout's block.
fn leave<P: Program>(
    machine: &mut Machine<P>,
    timeout: &Timeout<P>,
    result: Result<P::Value, P::Exception>,
) -> Step<P> {
    match timeout.exit(machine, result.as_ref().err()) {
        Ok(()) => outcome(result),
        Err(exception) => Step::Raise(exception),
    }
}

fn outcome<P: Program>(result: Result<P::Value, P::Exception>) -> Step<P> {
    match result {
        Ok(value) => Step::Return(Output::Value(value)),
        Err(exception) => Step::Raise(exception),
    }
}

/// Its cancellation is the timeout's doing.
fn late<P: Program>(exception: P::Exception) -> P::Exception {
    match P::kind(&exception) {
        Kind::Cancelled => P::raise(Raised::Timeout(Some(exception))),
        Kind::Exit | Kind::Ordinary | Kind::Base => exception,
    }
}
