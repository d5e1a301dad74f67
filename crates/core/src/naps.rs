//! Naps: the futures that sleeps wait for. A nap is its own timer, since there
//! may be a million of them, and all that its timer does is to end it.

use std::cell::Cell;

use interleave_trace::{StepId, TimerId, What};

use crate::event_loop::EventLoop;
use crate::futures::{Body, Future};
use crate::machine::Machine;
use crate::program::Program;

pub(crate) struct Nap<P: Program> {
    pub(crate) timer: TimerId,
    pub(crate) cause: StepId,
    stage: Cell<Stage>,
    /// What the sleep is to return.
    value: P::Value,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Its timer is set.
    Set,
    /// Its timer fell due, and its end is ready to run.
    Due,
    /// Nothing will end it any more: it was cancelled, has ended, or has no end.
    Over,
}

impl<P: Program> Future<P> {
    /// A nap until a nanosecond; one without end if there is none.
    pub(crate) fn nap(
        machine: &mut Machine<P>,
        home: EventLoop,
        due_ns: Option<i64>,
        value: P::Value,
    ) -> Self {
        let (stage, timer) = match due_ns {
            Some(_) => (Stage::Set, machine.next_timer()),
            None => (Stage::Over, TimerId::default()),
        };
        let nap = Nap { timer, cause: machine.step(), stage: Cell::new(stage), value };
        let future = Self::new(machine, home, Body::Nap(nap));
        machine.note(|| What::FutureCreated(future.id()));
        if let Some(due_ns) = due_ns {
            machine.set_nap(home, due_ns, timer, future.clone());
        }
        future
    }

    /// Its sleep has ended, in whatever way: if its timer is set, that is cancelled.
    pub(crate) fn end_nap(&self, machine: &mut Machine<P>) {
        let Some(nap) = self.as_nap() else { return };
        let before = nap.stage.replace(Stage::Over);
        if before != Stage::Over {
            machine.note(|| What::TimerCancelled(nap.timer));
        }
        if before == Stage::Set {
            machine.timers_of(self.home()).note_cancelled();
        }
    }

    pub(crate) fn as_nap(&self) -> Option<&Nap<P>> {
        match &self.0.body {
            Body::Nap(nap) => Some(nap),
            Body::Plain | Body::Task(_) | Body::Gathering(_) => None,
        }
    }
}

impl<P: Program> Nap<P> {
    pub(crate) fn is_over(&self) -> bool {
        self.stage.get() == Stage::Over
    }

    pub(crate) fn is_plain(&self) -> bool {
        P::is_plain(&self.value)
    }

    pub(crate) fn fall_due(&self) {
        self.stage.set(Stage::Due);
    }

    /// Its end runs, with what the sleep is to return.
    pub(crate) fn end(&self) -> P::Value {
        self.stage.set(Stage::Over);
        self.value.clone()
    }
}
