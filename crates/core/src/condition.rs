//! `Condition`: a lock, and a second line of those who gave it up until they are notified.

use std::mem;
use std::rc::Rc;

use interleave_trace::{Change, Resource, ResourceId};

use crate::futures::Future;
use crate::locks::Lock;
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Input, Kind, Program, Raised};
use crate::waiters::{Identity, InLine, Line, Primitive, Stage, outcome, wake};

/// A condition that whoever holds the lock can wait for. Clones are the same condition.
///
/// Its `acquire`, `release` and `locked` are those of its [`lock`](Self::lock).
pub struct Condition<P: Program>(Rc<ConditionNode<P>>);

struct ConditionNode<P: Program> {
    identity: Identity,
    lock: Lock<P>,
    line: Line<P>,
}

impl<P: Program> Condition<P> {
    /// A condition of this lock, or of a new one.
    pub fn new(machine: &mut Machine<P>, lock: Option<Lock<P>>) -> Self {
        let lock = lock.unwrap_or_else(|| Lock::new(machine));
        let identity = Identity::new(machine, Resource::Condition);
        identity.note(machine, Change::Uses(lock.id()));
        let line = Line::new(identity.id, Change::Queued);
        Self(Rc::new(ConditionNode { identity, lock, line }))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// Its lock.
    pub fn lock(&self) -> &Lock<P> {
        &self.0.lock
    }

    /// Those who wait to be notified, in order; also those who have been and have not yet run.
    pub fn waiters(&self) -> Vec<Future<P>> {
        self.0.line.everybody()
    }

    /// Gives up the lock, waits to be notified, and takes the lock again, whatever happens.
    pub fn wait(&self) -> ConditionWait<P> {
        ConditionWait { condition: self.clone(), stage: WaitStage::Fresh }
    }

    /// Joins the line and waits to be notified; giving up a lock and taking it again is for whoever asks.
    pub fn notified(&self) -> Notified<P> {
        Notified { condition: self.clone(), stage: Stage::Fresh }
    }

    /// Waits until a predicate is true, and returns what it returned. It is called before each
    /// wait and after it: `call` makes a call of it.
    pub fn wait_for(&self, call: Box<dyn Fn() -> P::Routine>) -> ConditionWaitFor<P> {
        ConditionWaitFor { condition: self.clone(), call, stage: WaitForStage::Fresh }
    }

    /// Wakes the first so many who wait. `RuntimeError` if nobody holds the lock.
    pub fn notify(&self, machine: &mut Machine<P>, most: usize) -> Result<(), P::Exception> {
        if !self.lock().is_locked() {
            return Err(P::raise(Raised::Runtime("cannot notify on un-acquired lock".to_owned())));
        }
        self.wake(machine, most);
        Ok(())
    }

    /// The same, and nobody has to hold the lock.
    pub fn wake(&self, machine: &mut Machine<P>, most: usize) {
        for _ in 0..most {
            let Some(waiter) = self.0.line.first_pending() else {
                break;
            };
            wake(machine, &waiter, P::truth(false));
            if machine.is_refused() {
                break;
            }
        }
    }

    /// Wakes everybody who waits. `RuntimeError` if nobody holds the lock.
    pub fn notify_all(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        self.notify(machine, usize::MAX)
    }

    /// Gives up the lock and joins the line.
    fn leave_lock(&self, machine: &mut Machine<P>) -> Result<Future<P>, P::Exception> {
        if !self.lock().is_locked() {
            return Err(P::raise(Raised::Runtime("cannot wait on un-acquired lock".to_owned())));
        }
        let waiter = self.0.identity.waiter(machine, || Primitive::Condition(self.clone()))?;
        self.lock().release(machine)?;
        self.0.line.push(machine, waiter.clone());
        Ok(waiter)
    }
}

impl<P: Program> Clone for Condition<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

/// The coroutine of [`Condition::wait`]; returns true.
pub struct ConditionWait<P: Program> {
    condition: Condition<P>,
    stage: WaitStage<P>,
}

enum WaitStage<P: Program> {
    Fresh,
    Waits(Future<P>),
    /// The waiting is over, and ended so; now it waits for the lock.
    Locks(InLine<P>, Result<(), P::Exception>),
    Over,
}

impl<P: Program> ConditionWait<P> {
    /// Tries for the lock until it has it: a cancellation is put off until then.
    fn lock(
        &mut self,
        machine: &mut Machine<P>,
        mut acquire: InLine<P>,
        mut input: Input<P>,
        mut outcome: Result<(), P::Exception>,
    ) -> Step<P> {
        loop {
            match acquire.resume(machine, input).ended() {
                Ok(Ok(_)) => break,
                Ok(Err(exception)) => {
                    let again = P::kind(&exception) == Kind::Cancelled;
                    outcome = Err(exception);
                    if !again {
                        break;
                    }
                    acquire = self.condition.lock().acquire();
                    input = Input::Start;
                }
                Err(suspended) => {
                    self.stage = WaitStage::Locks(acquire, outcome);
                    return suspended;
                }
            }
        }
        if let Err(exception) = outcome {
            // It may have been notified, and does not act on it: somebody else shall.
            self.condition.wake(machine, 1);
            return Step::Raise(exception);
        }
        Step::Return(Output::Bool(true))
    }
}

impl<P: Program> Coroutine<P> for ConditionWait<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, WaitStage::Over), input) {
            (WaitStage::Fresh, Input::Throw(exception)) => Step::Raise(exception),
            (WaitStage::Fresh, _) => match self.condition.leave_lock(machine) {
                Ok(waiter) => {
                    self.stage = WaitStage::Waits(waiter.clone());
                    Step::Await(waiter)
                }
                Err(exception) => Step::Raise(exception),
            },
            (WaitStage::Waits(waiter), input) => {
                self.condition.0.line.remove(machine, &waiter);
                let acquire = self.condition.lock().acquire();
                self.lock(machine, acquire, Input::Start, outcome(&waiter, input))
            }
            (WaitStage::Locks(acquire, outcome), input) => self.lock(machine, acquire, input, outcome),
            (WaitStage::Over, _) => Step::reused(),
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        let mut acquire = match mem::replace(&mut self.stage, WaitStage::Over) {
            WaitStage::Waits(waiter) => {
                self.condition.0.line.remove(machine, &waiter);
                let mut acquire = self.condition.lock().acquire();
                // It has the lock at once, or never.
                drop(acquire.resume(machine, Input::Start));
                acquire
            }
            WaitStage::Locks(acquire, _) => acquire,
            WaitStage::Fresh | WaitStage::Over => return,
        };
        acquire.close(machine);
        self.condition.wake(machine, 1);
    }
}

/// The coroutine of [`Condition::notified`]; returns true.
pub struct Notified<P: Program> {
    condition: Condition<P>,
    stage: Stage<P>,
}

impl<P: Program> Notified<P> {
    fn begin(&mut self, machine: &mut Machine<P>) -> Result<Step<P>, P::Exception> {
        let node = &self.condition.0;
        let waiter = node.identity.waiter(machine, || Primitive::Condition(self.condition.clone()))?;
        node.line.push(machine, waiter.clone());
        self.stage = Stage::Waits(waiter.clone());
        Ok(Step::Await(waiter))
    }
}

impl<P: Program> Coroutine<P> for Notified<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (self.stage.take(), input) {
            (Stage::Fresh, Input::Throw(exception)) => Step::Raise(exception),
            (Stage::Fresh, _) => self.begin(machine).unwrap_or_else(Step::Raise),
            (Stage::Waits(waiter), input) => {
                self.condition.0.line.remove(machine, &waiter);
                outcome(&waiter, input).map_or_else(Step::Raise, |()| Step::Return(Output::Bool(true)))
            }
            (Stage::Over, _) => Step::reused(),
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Stage::Waits(waiter) = self.stage.take() {
            self.condition.0.line.remove(machine, &waiter);
        }
    }
}

/// The coroutine of [`Condition::wait_for`]; returns what the predicate did.
pub struct ConditionWaitFor<P: Program> {
    condition: Condition<P>,
    call: Box<dyn Fn() -> P::Routine>,
    stage: WaitForStage<P>,
}

enum WaitForStage<P: Program> {
    Fresh,
    /// The predicate runs.
    Calls,
    /// It has returned this, and whether that is true is not known yet.
    Judges(P::Value),
    Waits(ConditionWait<P>),
    Over,
}

impl<P: Program> ConditionWaitFor<P> {
    fn call(&mut self) -> Step<P> {
        self.stage = WaitForStage::Calls;
        Step::Call((self.call)())
    }

    fn wait(&mut self, machine: &mut Machine<P>, mut wait: ConditionWait<P>, input: Input<P>) -> Step<P> {
        match wait.resume(machine, input).ended() {
            Ok(Ok(_)) => self.call(),
            Ok(Err(exception)) => Step::Raise(exception),
            Err(suspended) => {
                self.stage = WaitForStage::Waits(wait);
                suspended
            }
        }
    }
}

impl<P: Program> Coroutine<P> for ConditionWaitFor<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, WaitForStage::Over), input) {
            (WaitForStage::Waits(wait), input) => self.wait(machine, wait, input),
            (WaitForStage::Over, _) => Step::reused(),
            (_, Input::Throw(exception)) => Step::Raise(exception),
            (WaitForStage::Fresh, _) => self.call(),
            (WaitForStage::Calls, input) => {
                let value = if let Input::Value(value) = input { value } else { P::nothing() };
                self.stage = WaitForStage::Judges(value.clone());
                Step::IsTrue(value)
            }
            (WaitForStage::Judges(value), Input::Answer(true)) => Step::Return(Output::Value(value)),
            (WaitForStage::Judges(_), _) => {
                let wait = self.condition.wait();
                self.wait(machine, wait, Input::Start)
            }
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let WaitForStage::Waits(mut wait) = mem::replace(&mut self.stage, WaitForStage::Over) {
            wait.close(machine);
        }
    }
}
