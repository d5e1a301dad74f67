//! `wait`: until all of some futures are done, or the first of them. `as_completed`
//! is in `as_completed`, and `wait_for` in `wait_for`.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::mem;
use std::rc::Rc;

use crate::event_loop::EventLoop;
use crate::events::{Call, Handle};
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Callback, Coroutine, Output, Step};
use crate::program::{Input, Program, Raised};

/// When `wait` has waited enough, if its time is not up before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReturnWhen {
    /// One of the futures is done.
    FirstCompleted,
    /// One of them has an exception, or all are done.
    FirstException,
    /// All are done.
    #[default]
    AllCompleted,
}

/// A future that is resolved as soon as enough of others are done.
pub(crate) struct Waiter<P: Program> {
    enough: Future<P>,
    until: ReturnWhen,
    left: Cell<usize>,
    timer: Option<Handle<P>>,
    /// Of `wait_for`, which has lost its patience.
    pub(crate) impatient: bool,
}

impl<P: Program> Waiter<P> {
    /// Begins to wait for these, each of which is there once; for so many seconds, if any.
    pub(crate) fn begin(
        machine: &mut Machine<P>,
        home: EventLoop,
        futures: &[Future<P>],
        timeout: Option<f64>,
        until: ReturnWhen,
    ) -> Rc<Self> {
        Self::begin_for(machine, home, futures, timeout, until, false)
    }

    /// Begins to wait until one that is cancelled is done.
    pub(crate) fn begin_impatient(machine: &mut Machine<P>, home: EventLoop, future: &Future<P>) -> Rc<Self> {
        Self::begin_for(machine, home, std::slice::from_ref(future), None, ReturnWhen::AllCompleted, true)
    }

    fn begin_for(
        machine: &mut Machine<P>,
        home: EventLoop,
        futures: &[Future<P>],
        timeout: Option<f64>,
        until: ReturnWhen,
        impatient: bool,
    ) -> Rc<Self> {
        let enough = machine.create_future(home);
        machine.note_depends(&enough, futures);
        let timer = timeout.map(|seconds| {
            let due = machine.after(seconds);
            machine.set_timer(home, due, Call::Wake(enough.clone()))
        });
        let waiter = Rc::new(Self { enough, until, left: Cell::new(futures.len()), timer, impatient });
        for future in futures {
            future.add_callback(machine, Callback::Waited(Rc::clone(&waiter)));
        }
        waiter
    }

    /// What whoever waits awaits.
    pub(crate) fn enough(&self) -> Future<P> {
        self.enough.clone()
    }

    pub(crate) fn one_done(&self, machine: &mut Machine<P>, future: &Future<P>) {
        self.left.set(self.left.get().saturating_sub(1));
        // An exception is looked at only if it matters: what nobody looks at is reported one day.
        let enough = self.left.get() == 0
            || match self.until {
                ReturnWhen::FirstCompleted => true,
                ReturnWhen::FirstException => {
                    !future.is_cancelled() && matches!(future.exception(), Ok(Some(_)))
                }
                ReturnWhen::AllCompleted => false,
            };
        if enough {
            self.cancel_timer(machine);
            if !self.enough.is_done() {
                // It is pending, so this goes well.
                let _ = self.enough.set_result(machine, P::nothing());
            }
        }
    }

    /// Nobody waits any more.
    pub(crate) fn end(self: &Rc<Self>, machine: &mut Machine<P>, futures: &[Future<P>]) {
        self.cancel_timer(machine);
        for future in futures {
            future.remove_callbacks(
                |callback| matches!(callback, Callback::Waited(waiter) if Rc::ptr_eq(waiter, self)),
            );
        }
    }

    fn cancel_timer(&self, machine: &mut Machine<P>) {
        if let Some(timer) = &self.timer {
            timer.cancel(machine);
        }
    }
}

/// Waits for futures, and returns which are done and which are not ([`Output::Sets`]), both in
/// the order given and each once. What happens to them is nothing to it: it neither cancels nor raises.
pub struct Wait<P: Program> {
    futures: Vec<Future<P>>,
    stage: Stage<P>,
}

enum Stage<P: Program> {
    New { timeout: Option<f64>, until: ReturnWhen },
    Waiting(Rc<Waiter<P>>),
    Ended,
}

impl<P: Program> Wait<P> {
    /// A wait of at most so many seconds, if any are given.
    pub fn new(mut futures: Vec<Future<P>>, timeout: Option<f64>, until: ReturnWhen) -> Self {
        let mut seen = BTreeSet::new();
        futures.retain(|future| seen.insert(future.id()));
        Self { futures, stage: Stage::New { timeout, until } }
    }

    fn begin(&mut self, machine: &mut Machine<P>, timeout: Option<f64>, until: ReturnWhen) -> Step<P> {
        if self.futures.is_empty() {
            return Step::Raise(P::raise(Raised::Value("Set of Tasks/Futures is empty.".to_owned())));
        }
        let home = match machine.need_running_loop() {
            Ok(home) => home,
            Err(exception) => return Step::Raise(exception),
        };
        let waiter = Waiter::begin(machine, home, &self.futures, timeout, until);
        let enough = waiter.enough();
        self.stage = Stage::Waiting(waiter);
        Step::Await(enough)
    }
}

impl<P: Program> Coroutine<P> for Wait<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let stage = mem::replace(&mut self.stage, Stage::Ended);
        if let Stage::Waiting(waiter) = &stage {
            waiter.end(machine, &self.futures);
        }
        match (stage, input) {
            (Stage::Ended, _) => Step::reused(),
            (_, Input::Throw(exception)) => Step::Raise(exception),
            (Stage::New { timeout, until }, _) => self.begin(machine, timeout, until),
            (Stage::Waiting(_), _) => {
                let (done, pending) = mem::take(&mut self.futures).into_iter().partition(Future::is_done);
                Step::Return(Output::Sets(done, pending))
            }
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Stage::Waiting(waiter) = mem::replace(&mut self.stage, Stage::Ended) {
            waiter.end(machine, &self.futures);
        }
    }
}
