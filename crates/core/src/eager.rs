//! Eager tasks: whoever makes one runs its first step at once, within a step of its own.

use interleave_trace::{Actor, Reason, StepId, What};

use crate::EventLoop;
use crate::machine::Machine;
use crate::program::{Flow, Program};
use crate::tasks::Task;

/// The first step of an eager task: it lasts until [`EagerStep::end`].
pub struct EagerStep<P: Program> {
    task: Task<P>,
    /// Who runs it, and goes on afterwards.
    outer: (Option<Task<P>>, StepId, Actor),
}

impl<P: Program> EagerStep<P> {
    /// Makes a task of a routine; its code is to be run now.
    pub fn begin(
        machine: &mut Machine<P>,
        home: EventLoop,
        routine: &P::Routine,
        name: Option<&str>,
    ) -> Self {
        let task = Task::running(machine, home, routine, name);
        let before = machine.state_mut(home).current.replace(task.clone());
        let outer = (before, machine.recorder.step, machine.recorder.actor);
        let cause = machine.recorder.step;
        machine.recorder.begin_step(Actor::Task(task.id()));
        machine.note(|| What::Start { cause, reason: Reason::Created, call: None });
        Self { task, outer }
    }

    /// The task.
    pub fn task(&self) -> &Task<P> {
        &self.task
    }

    /// Its code has come to rest so; what is left of it, the loop runs. Gives an exception back if that
    /// has to leave the loop.
    pub fn end(self, machine: &mut Machine<P>, routine: P::Routine, flow: Flow<P>) -> Option<P::Exception> {
        let leaves = self.task.settle(machine, routine, flow);
        machine.note(|| What::End);
        let (before, step, actor) = self.outer;
        machine.state_mut(self.task.future().home()).current = before;
        (machine.recorder.step, machine.recorder.actor) = (step, actor);
        leaves
    }
}
