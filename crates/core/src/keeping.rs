//! What keeps what alive: which futures and which code a future leads to, and an open loop. This is what CPython's
//! collector would follow; it is asked when a program is over, or calls the collector.

use std::rc::Rc;

use crate::event_loop::EventLoop;
use crate::events::Call;
use crate::futures::{Body, Callbacks, Future, State};
use crate::machine::Machine;
use crate::native::{Callback, NativeCall, Refused};
use crate::program::Program;
use crate::ready::{StepWhy, Work};
use crate::tasks::{Phase, Task};
use crate::timers::Timed;

/// Something that is kept alive.
pub enum Kept<'a, P: Program> {
    /// A future, or a task.
    Future(&'a Future<P>),
    /// Code of a task or a callback.
    Code(&'a P::Routine),
    /// The loop that a future belongs to.
    Loop(EventLoop),
    /// A result.
    Value(&'a P::Value),
    /// What a future has failed with, or a task was cancelled by.
    Exception(P::Exception),
}

impl<P: Program> Future<P> {
    /// Lets `look` see what this future leads to, in CPython's order.
    pub fn each_kept(&self, look: &mut dyn FnMut(Kept<'_, P>)) {
        self.each_held_by_task(look);
        look(Kept::Loop(self.home()));
        match &*self.0.state.borrow() {
            State::Pending(Callbacks::None) => {}
            State::Pending(Callbacks::One(callback)) => kept_by_callback(callback, look),
            State::Pending(Callbacks::Many(all)) => {
                all.iter().for_each(|callback| kept_by_callback(callback, look));
            }
            State::Value(value) => look(Kept::Value(value)),
            State::Exception { .. } | State::Cancelled { .. } => {
                self.kept_exception().into_iter().for_each(|exception| look(Kept::Exception(exception)));
            }
        }
        if let Body::Gathering(family) = &self.0.body {
            family.children().iter().for_each(|child| look(Kept::Future(child)));
        }
    }

    /// If it is a task: its code, and what that waits for.
    fn each_held_by_task(&self, look: &mut dyn FnMut(Kept<'_, P>)) {
        if let Some(part) = Task::of(self).as_ref().and_then(Task::part) {
            if let Some(code) = &*part.routine.borrow() {
                look(Kept::Code(code));
            }
            part.with_phase(|phase| {
                if let Phase::Waiting(awaited) = phase {
                    look(Kept::Future(awaited));
                }
            });
        }
    }

    /// How many hold it.
    pub fn owners(&self) -> usize {
        Rc::strong_count(&self.0)
    }

    /// Lets `look` see what this future holds by itself, each thing as often as it is held. Of what it shares with
    /// others nothing is shown, so that whoever counts owners finds too few inside rather than too many.
    pub fn each_held(&self, look: &mut dyn FnMut(Kept<'_, P>)) {
        self.each_held_by_task(look);
        let State::Pending(callbacks) = &*self.0.state.borrow() else { return };
        let callbacks = match callbacks {
            Callbacks::None => &[],
            Callbacks::One(callback) => std::slice::from_ref(callback),
            Callbacks::Many(all) => &all[..],
        };
        for callback in callbacks {
            match callback {
                Callback::Wakeup(task) => look(Kept::Future(task.future())),
                Callback::ShieldInner(other) | Callback::ShieldOuter(other) => look(Kept::Future(other)),
                Callback::Routine(_)
                | Callback::StopLoop
                | Callback::Gathered(_)
                | Callback::Waited(_)
                | Callback::Completed(_)
                | Callback::GroupTask(_)
                | Callback::JobAbandoned(..) => {}
            }
        }
    }
}

impl<P: Program> Refused<P> {
    /// Lets `look` see what this leads to.
    pub fn each_kept(&self, look: &mut dyn FnMut(Kept<'_, P>)) {
        kept_by_callback(&self.callback, look);
        look(Kept::Future(&self.future));
    }
}

impl<P: Program> Machine<P> {
    /// Lets `look` see what a loop leads to: what it is to run, now or at a time.
    pub fn each_kept_by(&self, home: EventLoop, look: &mut dyn FnMut(Kept<'_, P>)) {
        let state = self.state(home);
        for ready in state.ready.iter().chain(&state.arrivals) {
            match &ready.work {
                Work::Step(task, why) => {
                    look(Kept::Future(task.future()));
                    if let StepWhy::Awaited(future) = why {
                        look(Kept::Future(future));
                    }
                }
                Work::Call(handle) => handle.with_call(|call| kept_by_call(call, look)),
                Work::Wake(nap) => look(Kept::Future(nap)),
                Work::Done(callback, future) => {
                    kept_by_callback(callback, look);
                    look(Kept::Future(future));
                }
            }
        }
        state.timers.each(|timed| match timed {
            Timed::Handle(handle) => handle.with_call(|call| kept_by_call(call, look)),
            Timed::Nap(nap) => look(Kept::Future(nap)),
        });
    }
}

fn kept_by_call<P: Program>(call: &Call<P>, look: &mut dyn FnMut(Kept<'_, P>)) {
    match call {
        Call::Routine(asked) => look(Kept::Code(&asked.routine)),
        Call::Wake(future) | Call::Native(NativeCall::JobEnded(future, _)) => look(Kept::Future(future)),
        Call::Native(NativeCall::CompletionsTimedOut(completions)) => {
            if let Some(completions) = completions.upgrade() {
                completions.futures().iter().for_each(|future| look(Kept::Future(future)));
            }
        }
        Call::Native(NativeCall::TimedOut(timeout)) => {
            if let Some(task) = timeout.task() {
                look(Kept::Future(task.future()));
            }
        }
    }
}

fn kept_by_callback<P: Program>(callback: &Callback<P>, look: &mut dyn FnMut(Kept<'_, P>)) {
    match callback {
        Callback::StopLoop | Callback::JobAbandoned(_, None) => {}
        Callback::Wakeup(task) => look(Kept::Future(task.future())),
        Callback::Routine(asked) => look(Kept::Code(&asked.routine)),
        Callback::Gathered(gatherer) => look(Kept::Future(gatherer.outer())),
        Callback::Waited(waiter) => look(Kept::Future(&waiter.enough())),
        Callback::Completed(completions) => {
            completions.futures().iter().for_each(|future| look(Kept::Future(future)));
        }
        Callback::ShieldInner(other) | Callback::ShieldOuter(other) => look(Kept::Future(other)),
        Callback::GroupTask(group) => group.futures().iter().for_each(|future| look(Kept::Future(future))),
        Callback::JobAbandoned(_, Some(told)) => look(Kept::Code(&**told)),
    }
}
