//! What a loop is made to do before it is closed.

use std::mem;

use crate::event_loop::EventLoop;
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Input, Program};

/// `shutdown_default_executor`: the loop's own pool takes no more jobs, and those that it has end.
pub struct ShutDownExecutor(Stage);

enum Stage {
    New(EventLoop),
    Waiting(EventLoop),
    Ended,
}

impl ShutDownExecutor {
    /// For the pool of this loop.
    pub fn new(home: EventLoop) -> Self {
        Self(Stage::New(home))
    }
}

impl<P: Program> Coroutine<P> for ShutDownExecutor {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.0, Stage::Ended), input) {
            (Stage::Ended, _) => Step::reused(),
            (_, Input::Throw(exception)) => Step::Raise(exception),
            (Stage::New(home), _) => {
                machine.state_mut(home).pool_ended = true;
                let Some(pool) = machine.state(home).pool.clone() else {
                    return Step::Return(Output::Nothing);
                };
                let idle = machine.create_future(home);
                pool.wake_when_idle(machine, idle.clone());
                self.0 = Stage::Waiting(home);
                Step::Await(idle)
            }
            (Stage::Waiting(home), _) => {
                let pool = machine.state(home).pool.clone();
                if let Some(pool) = pool {
                    pool.shut_down(machine);
                }
                Step::Return(Output::Nothing)
            }
        }
    }
}

/// What stands for `shutdown_asyncgens` in a program that has no asynchronous generators.
pub(crate) struct NoGenerators;

impl<P: Program> Coroutine<P> for NoGenerators {
    fn resume(&mut self, _: &mut Machine<P>, input: Input<P>) -> Step<P> {
        if let Input::Throw(exception) = input {
            return Step::Raise(exception);
        }
        Step::Return(Output::Nothing)
    }
}
