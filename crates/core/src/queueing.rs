//! The coroutines of a queue: put, get, join, and those that end without
//! having waited. What they do to the queue is in `queues`.

use std::mem;

use crate::futures::Future;
use crate::heapq::Sift;
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Input, Program, Raised};
use crate::queues::{Queue, Side};
use crate::waiters::{InLine, Stage, outcome};

/// The coroutine of [`Queue::put`]; returns nothing.
pub type QueuePut<P> = Gated<P, QueuePutNow<P>>;

/// The coroutine of [`Queue::get`]; returns the item.
pub type QueueGet<P> = Gated<P, QueueGetNow<P>>;

/// Waits until a queue has room, or an item, and then does something that does not wait.
pub struct Gated<P: Program, C> {
    gate: Gate<P>,
    open: bool,
    then: C,
}

impl<P: Program, C> Gated<P, C> {
    pub(crate) fn new(queue: &Queue<P>, side: Side, then: C) -> Self {
        Self { gate: Gate::new(queue, side), open: false, then }
    }
}

impl<P: Program, C: Coroutine<P>> Coroutine<P> for Gated<P, C> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        if self.open {
            return self.then.resume(machine, input);
        }
        match self.gate.resume(machine, input).ended() {
            Ok(Ok(_)) => {
                self.open = true;
                self.then.resume(machine, Input::Start)
            }
            Ok(Err(exception)) => Step::Raise(exception),
            Err(suspended) => suspended,
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        self.gate.close(machine);
        self.then.close(machine);
    }
}

/// The coroutine of [`Queue::room`] and [`Queue::item`]; returns nothing.
pub struct Gate<P: Program> {
    queue: Queue<P>,
    side: Side,
    stage: Stage<P>,
}

impl<P: Program> Gate<P> {
    pub(crate) fn new(queue: &Queue<P>, side: Side) -> Self {
        Self { queue: queue.clone(), side, stage: Stage::Fresh }
    }

    fn look(&mut self, machine: &mut Machine<P>) -> Result<Step<P>, P::Exception> {
        if !self.queue.blocks(self.side) {
            return Ok(Step::Return(Output::Nothing));
        }
        if self.queue.is_shut_down() {
            return Err(P::raise(Raised::QueueShutDown));
        }
        let waiter = self.queue.wait(machine, self.side)?;
        self.stage = Stage::Waits(waiter.clone());
        Ok(Step::Await(waiter))
    }

    fn woken(
        &mut self,
        machine: &mut Machine<P>,
        waiter: &Future<P>,
        input: Input<P>,
    ) -> Result<Step<P>, P::Exception> {
        if let Err(exception) = outcome(waiter, input) {
            self.queue.give_up(machine, self.side, waiter);
            return Err(exception);
        }
        // Somebody else may have been quicker.
        self.look(machine)
    }
}

impl<P: Program> Coroutine<P> for Gate<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let step = match (self.stage.take(), input) {
            (Stage::Fresh, Input::Throw(exception)) => Err(exception),
            (Stage::Fresh, _) => self.look(machine),
            (Stage::Waits(waiter), input) => self.woken(machine, &waiter, input),
            (Stage::Over, _) => Ok(Step::reused()),
        };
        step.unwrap_or_else(Step::Raise)
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Stage::Waits(waiter) = self.stage.take() {
            self.queue.give_up(machine, self.side, &waiter);
        }
    }
}

/// What [`Queue::put_nowait`] does; returns nothing.
pub struct QueuePutNow<P: Program> {
    queue: Queue<P>,
    stage: PutStage<P>,
}

enum PutStage<P: Program> {
    Fresh(P::Value),
    /// The item is in, on its way to its place.
    Sifts(Sift),
    Over,
}

impl<P: Program> QueuePutNow<P> {
    pub(crate) fn new(queue: &Queue<P>, value: P::Value) -> Self {
        Self { queue: queue.clone(), stage: PutStage::Fresh(value) }
    }

    fn begin(&mut self, machine: &mut Machine<P>, value: P::Value) -> Result<Step<P>, P::Exception> {
        if self.queue.is_shut_down() {
            return Err(P::raise(Raised::QueueShutDown));
        }
        if self.queue.is_full() {
            return Err(P::raise(Raised::QueueFull));
        }
        let sift = self.queue.lay(machine, value);
        self.go_on(machine, sift, Input::Start)
    }

    fn go_on(
        &mut self,
        machine: &mut Machine<P>,
        mut sift: Sift,
        input: Input<P>,
    ) -> Result<Step<P>, P::Exception> {
        if let Some(question) = self.queue.sift(&mut sift, input)? {
            self.stage = PutStage::Sifts(sift);
            return Ok(question);
        }
        self.queue.has_put(machine);
        Ok(Step::Return(Output::Nothing))
    }
}

impl<P: Program> Coroutine<P> for QueuePutNow<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let step = match (mem::replace(&mut self.stage, PutStage::Over), input) {
            (PutStage::Fresh(_), Input::Throw(exception)) => Err(exception),
            (PutStage::Fresh(value), _) => self.begin(machine, value),
            (PutStage::Sifts(sift), input) => self.go_on(machine, sift, input),
            (PutStage::Over, _) => Ok(Step::reused()),
        };
        step.unwrap_or_else(Step::Raise)
    }
}

/// What [`Queue::get_nowait`] does; returns the item.
pub struct QueueGetNow<P: Program> {
    queue: Queue<P>,
    stage: GetStage<P>,
}

enum GetStage<P: Program> {
    Fresh,
    /// The item is out, and one of the others is on its way to its place.
    Sifts(P::Value, Sift),
    Over,
}

impl<P: Program> QueueGetNow<P> {
    pub(crate) fn new(queue: &Queue<P>) -> Self {
        Self { queue: queue.clone(), stage: GetStage::Fresh }
    }

    fn begin(&mut self, machine: &mut Machine<P>) -> Result<Step<P>, P::Exception> {
        match self.queue.take(machine) {
            Some((item, sift)) => self.go_on(machine, item, sift, Input::Start),
            None if self.queue.is_shut_down() => Err(P::raise(Raised::QueueShutDown)),
            None => Err(P::raise(Raised::QueueEmpty)),
        }
    }

    fn go_on(
        &mut self,
        machine: &mut Machine<P>,
        item: P::Value,
        mut sift: Sift,
        input: Input<P>,
    ) -> Result<Step<P>, P::Exception> {
        if let Some(question) = self.queue.sift(&mut sift, input)? {
            self.stage = GetStage::Sifts(item, sift);
            return Ok(question);
        }
        self.queue.has_taken(machine);
        Ok(Step::Return(Output::Value(item)))
    }
}

impl<P: Program> Coroutine<P> for QueueGetNow<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let step = match (mem::replace(&mut self.stage, GetStage::Over), input) {
            (GetStage::Fresh, Input::Throw(exception)) => Err(exception),
            (GetStage::Fresh, _) => self.begin(machine),
            (GetStage::Sifts(item, sift), input) => self.go_on(machine, item, sift, input),
            (GetStage::Over, _) => Ok(Step::reused()),
        };
        step.unwrap_or_else(Step::Raise)
    }
}

/// What [`Queue::shutdown`] does; returns nothing.
pub struct QueueShutdown<P: Program> {
    queue: Queue<P>,
    stage: ShutdownStage<P>,
}

enum ShutdownStage<P: Program> {
    Fresh {
        immediate: bool,
    },
    /// An item is out, and one of the others is on its way to its place.
    Empties(P::Value, Sift),
    Over,
}

impl<P: Program> QueueShutdown<P> {
    pub(crate) fn new(queue: &Queue<P>, immediate: bool) -> Self {
        Self { queue: queue.clone(), stage: ShutdownStage::Fresh { immediate } }
    }

    /// Throws the items away, one by one.
    fn empty(
        &mut self,
        machine: &mut Machine<P>,
        mut next: Option<(P::Value, Sift)>,
        mut input: Input<P>,
    ) -> Result<Step<P>, P::Exception> {
        while let Some((item, mut sift)) = next {
            if let Some(question) = self.queue.sift(&mut sift, input)? {
                self.stage = ShutdownStage::Empties(item, sift);
                return Ok(question);
            }
            drop(item);
            self.queue.has_dropped(machine);
            (next, input) = (self.queue.take(machine), Input::Start);
        }
        if self.queue.unfinished() == 0 {
            self.queue.finished().set(machine);
        }
        Ok(self.end(machine))
    }

    fn end(&self, machine: &mut Machine<P>) -> Step<P> {
        self.queue.wake_everybody(machine);
        Step::Return(Output::Nothing)
    }
}

impl<P: Program> Coroutine<P> for QueueShutdown<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let step = match (mem::replace(&mut self.stage, ShutdownStage::Over), input) {
            (ShutdownStage::Fresh { .. }, Input::Throw(exception)) => Err(exception),
            (ShutdownStage::Fresh { immediate }, _) => {
                self.queue.shut(machine);
                if immediate {
                    let first = self.queue.take(machine);
                    self.empty(machine, first, Input::Start)
                } else {
                    Ok(self.end(machine))
                }
            }
            (ShutdownStage::Empties(item, sift), input) => self.empty(machine, Some((item, sift)), input),
            (ShutdownStage::Over, _) => Ok(Step::reused()),
        };
        step.unwrap_or_else(Step::Raise)
    }
}

/// The coroutine of [`Queue::join`]; returns nothing.
pub struct QueueJoin<P: Program> {
    queue: Queue<P>,
    stage: JoinStage<P>,
}

enum JoinStage<P: Program> {
    Fresh,
    Waits(InLine<P>),
    Over,
}

impl<P: Program> QueueJoin<P> {
    pub(crate) fn new(queue: &Queue<P>) -> Self {
        Self { queue: queue.clone(), stage: JoinStage::Fresh }
    }

    fn wait(&mut self, machine: &mut Machine<P>, mut wait: InLine<P>, input: Input<P>) -> Step<P> {
        match wait.resume(machine, input).ended() {
            Ok(Ok(_)) => Step::Return(Output::Nothing),
            Ok(Err(exception)) => Step::Raise(exception),
            Err(suspended) => {
                self.stage = JoinStage::Waits(wait);
                suspended
            }
        }
    }
}

impl<P: Program> Coroutine<P> for QueueJoin<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, JoinStage::Over), input) {
            (JoinStage::Fresh, Input::Throw(exception)) => Step::Raise(exception),
            (JoinStage::Fresh, _) if self.queue.unfinished() == 0 => Step::Return(Output::Nothing),
            (JoinStage::Fresh, _) => {
                let wait = self.queue.finished().wait();
                self.wait(machine, wait, Input::Start)
            }
            (JoinStage::Waits(wait), input) => self.wait(machine, wait, input),
            (JoinStage::Over, _) => Step::reused(),
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let JoinStage::Waits(mut wait) = mem::replace(&mut self.stage, JoinStage::Over) {
            wait.close(machine);
        }
    }
}
