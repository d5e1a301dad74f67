//! `Barrier`, built on a condition as asyncio builds it: the order in which
//! tasks leave is that in which they get the condition's lock.

use std::cell::Cell;
use std::mem;
use std::rc::Rc;

use interleave_trace::{BarrierPhase, Change, Resource, ResourceId};

use crate::condition::{Condition, ConditionWait};
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Input, Program, Raised};
use crate::waiters::{Identity, InLine};

/// Lets tasks through when so many have come. Clones are the same barrier.
///
/// `async with` is [`wait`](Self::wait), and nothing at its end.
pub struct Barrier<P: Program>(Rc<BarrierNode<P>>);

struct BarrierNode<P: Program> {
    identity: Identity,
    condition: Condition<P>,
    parties: usize,
    phase: Cell<BarrierPhase>,
    inside: Cell<usize>,
}

impl<P: Program> Barrier<P> {
    /// A barrier for so many tasks. `ValueError` if that is not a positive number.
    pub fn new(machine: &mut Machine<P>, parties: i64) -> Result<Self, P::Exception> {
        let parties = match usize::try_from(parties) {
            Ok(parties) if parties > 0 => parties,
            _ => return Err(P::raise(Raised::Value("parties must be > 0".to_owned()))),
        };
        let condition = Condition::new(machine, None);
        let identity = Identity::new(machine, Resource::Barrier);
        identity.note(machine, Change::Uses(condition.id()));
        identity.note(machine, Change::Level(0));
        let (phase, inside) = (Cell::default(), Cell::new(0));
        Ok(Self(Rc::new(BarrierNode { identity, condition, parties, phase, inside })))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// How many tasks have to come.
    pub fn parties(&self) -> usize {
        self.0.parties
    }

    /// How many have come and wait for the others; none while it lets tasks out or is broken.
    pub fn waiting(&self) -> usize {
        if self.phase() == BarrierPhase::Filling { self.0.inside.get() } else { 0 }
    }

    /// How many have come and not left.
    pub fn inside(&self) -> usize {
        self.0.inside.get()
    }

    /// What it is about.
    pub fn phase(&self) -> BarrierPhase {
        self.0.phase.get()
    }

    /// It was aborted, and not reset since.
    pub fn is_broken(&self) -> bool {
        self.phase() == BarrierPhase::Broken
    }

    /// The condition on which those inside wait, and those who wait for it to drain.
    pub fn condition(&self) -> &Condition<P> {
        &self.0.condition
    }

    /// Waits until all have come. `BrokenBarrierError` if it is reset or aborted meanwhile, or was aborted.
    pub fn wait(&self) -> BarrierWait<P> {
        BarrierWait { barrier: self.clone(), stage: Stage::Fresh }
    }

    /// Makes it as new; those inside get a `BrokenBarrierError`.
    pub fn reset(&self) -> BarrierChange<P> {
        BarrierChange { barrier: self.clone(), aborts: false, lock: Some(self.condition().lock().acquire()) }
    }

    /// Breaks it: those inside and those who come get a `BrokenBarrierError`.
    pub fn abort(&self) -> BarrierChange<P> {
        BarrierChange { barrier: self.clone(), aborts: true, lock: Some(self.condition().lock().acquire()) }
    }

    fn set_phase(&self, machine: &mut Machine<P>, phase: BarrierPhase) {
        if self.0.phase.replace(phase) != phase {
            self.0.identity.note(machine, Change::Phase(phase));
        }
    }

    fn set_inside(&self, machine: &mut Machine<P>, inside: usize) {
        self.0.inside.set(inside);
        self.0.identity.note(machine, Change::Level(i64::try_from(inside).unwrap_or(i64::MAX)));
    }

    /// One is inside no more; the last one makes the barrier ready for the next round.
    fn leave(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        self.set_inside(machine, self.0.inside.get().saturating_sub(1));
        if self.0.inside.get() > 0 {
            return Ok(());
        }
        if matches!(self.phase(), BarrierPhase::Resetting | BarrierPhase::Draining) {
            self.set_phase(machine, BarrierPhase::Filling);
        }
        self.condition().notify_all(machine)
    }
}

impl<P: Program> Clone for Barrier<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

/// The coroutine of [`Barrier::wait`]; returns how many came before.
pub struct BarrierWait<P: Program> {
    barrier: Barrier<P>,
    stage: Stage<P>,
}

enum Stage<P: Program> {
    Fresh,
    /// Takes the condition's lock.
    Enters(InLine<P>),
    /// Waits for those of the round before to leave.
    Drains(ConditionWait<P>),
    /// Is inside, with this number, and waits for the others.
    Fills(usize, ConditionWait<P>),
    Over,
}

impl<P: Program> BarrierWait<P> {
    fn enter(&mut self, machine: &mut Machine<P>, mut lock: InLine<P>, input: Input<P>) -> Step<P> {
        match lock.resume(machine, input).ended() {
            Ok(Ok(_)) => self.come(machine),
            Ok(Err(exception)) => Step::Raise(exception),
            Err(suspended) => {
                self.stage = Stage::Enters(lock);
                suspended
            }
        }
    }

    /// With the lock: goes in, if the barrier is not busy with others.
    fn come(&mut self, machine: &mut Machine<P>) -> Step<P> {
        let barrier = self.barrier.clone();
        match barrier.phase() {
            BarrierPhase::Draining | BarrierPhase::Resetting => {
                self.drain(machine, barrier.condition().wait(), Input::Start)
            }
            BarrierPhase::Broken => self.unlock(machine, Err(broken::<P>("Barrier aborted"))),
            BarrierPhase::Filling => {
                let number = barrier.0.inside.get();
                barrier.set_inside(machine, number + 1);
                if number + 1 < barrier.parties() {
                    return self.fill(machine, number, barrier.condition().wait(), Input::Start);
                }
                barrier.set_phase(machine, BarrierPhase::Draining);
                let notified = barrier.condition().notify_all(machine);
                self.leave(machine, notified.map(|()| number))
            }
        }
    }

    fn drain(&mut self, machine: &mut Machine<P>, mut wait: ConditionWait<P>, input: Input<P>) -> Step<P> {
        match wait.resume(machine, input).ended() {
            Ok(Ok(_)) => self.come(machine),
            Ok(Err(exception)) => self.unlock(machine, Err(exception)),
            Err(suspended) => {
                self.stage = Stage::Drains(wait);
                suspended
            }
        }
    }

    fn fill(
        &mut self,
        machine: &mut Machine<P>,
        number: usize,
        mut wait: ConditionWait<P>,
        mut input: Input<P>,
    ) -> Step<P> {
        loop {
            match wait.resume(machine, input).ended() {
                Err(suspended) => {
                    self.stage = Stage::Fills(number, wait);
                    return suspended;
                }
                Ok(Err(exception)) => return self.leave(machine, Err(exception)),
                Ok(Ok(_)) => {}
            }
            match self.barrier.phase() {
                BarrierPhase::Draining => return self.leave(machine, Ok(number)),
                BarrierPhase::Broken | BarrierPhase::Resetting => {
                    return self.leave(machine, Err(broken::<P>("Abort or reset of barrier")));
                }
                // Woken on account of somebody else.
                BarrierPhase::Filling => (wait, input) = (self.barrier.condition().wait(), Input::Start),
            }
        }
    }

    fn leave(&mut self, machine: &mut Machine<P>, result: Result<usize, P::Exception>) -> Step<P> {
        let left = self.barrier.leave(machine);
        self.unlock(machine, left.and(result))
    }

    fn unlock(&mut self, machine: &mut Machine<P>, result: Result<usize, P::Exception>) -> Step<P> {
        let unlocked = self.barrier.condition().lock().release(machine);
        unlocked.and(result).map_or_else(Step::Raise, |number| Step::Return(Output::Count(number)))
    }
}

impl<P: Program> Coroutine<P> for BarrierWait<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match mem::replace(&mut self.stage, Stage::Over) {
            Stage::Fresh => {
                let lock = self.barrier.condition().lock().acquire();
                self.enter(machine, lock, input)
            }
            Stage::Enters(lock) => self.enter(machine, lock, input),
            Stage::Drains(wait) => self.drain(machine, wait, input),
            Stage::Fills(number, wait) => self.fill(machine, number, wait, input),
            Stage::Over => Step::reused(),
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        match mem::replace(&mut self.stage, Stage::Over) {
            Stage::Fresh | Stage::Over => {}
            Stage::Enters(mut lock) => lock.close(machine),
            Stage::Drains(mut wait) => {
                wait.close(machine);
                drop(self.unlock(machine, Ok(0)));
            }
            Stage::Fills(number, mut wait) => {
                wait.close(machine);
                drop(self.leave(machine, Ok(number)));
            }
        }
    }
}

fn broken<P: Program>(text: &str) -> P::Exception {
    P::raise(Raised::BrokenBarrier(text.to_owned()))
}

/// The coroutine of [`Barrier::reset`] and [`Barrier::abort`]; returns nothing.
pub struct BarrierChange<P: Program> {
    barrier: Barrier<P>,
    aborts: bool,
    /// `None` when it is over.
    lock: Option<InLine<P>>,
}

impl<P: Program> BarrierChange<P> {
    fn change(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        let barrier = &self.barrier;
        let phase = match (self.aborts, barrier.0.inside.get()) {
            (true, _) => BarrierPhase::Broken,
            (false, 0) => BarrierPhase::Filling,
            (false, _) => BarrierPhase::Resetting,
        };
        barrier.set_phase(machine, phase);
        let notified = barrier.condition().notify_all(machine);
        barrier.condition().lock().release(machine).and(notified)
    }
}

impl<P: Program> Coroutine<P> for BarrierChange<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let Some(mut lock) = self.lock.take() else {
            return Step::reused();
        };
        match lock.resume(machine, input).ended() {
            Ok(Ok(_)) => self.change(machine).map_or_else(Step::Raise, |()| Step::Return(Output::Nothing)),
            Ok(Err(exception)) => Step::Raise(exception),
            Err(suspended) => {
                self.lock = Some(lock);
                suspended
            }
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Some(mut lock) = self.lock.take() {
            lock.close(machine);
        }
    }
}
