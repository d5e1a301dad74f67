//! What a loop is made to do before it is closed.

use std::mem;

use crate::concurrent::{Pool, call_from_any_thread};
use crate::event_loop::EventLoop;
use crate::events::Call;
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Block, Input, Program};

/// `shutdown_default_executor`: the loop's own pool takes no more jobs, and those that it has end.
pub struct ShutDownExecutor<P: Program>(Stage<P>);

enum Stage<P: Program> {
    New(EventLoop),
    /// The thread that waits for the workers has its first turn.
    Starting(Future<P>),
    Waiting,
    Ended,
}

impl<P: Program> ShutDownExecutor<P> {
    /// For the pool of this loop.
    pub fn new(home: EventLoop) -> Self {
        Self(Stage::New(home))
    }
}

impl<P: Program> Coroutine<P> for ShutDownExecutor<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.0, Stage::Ended), input) {
            (Stage::Ended, _) => Step::reused(),
            (_, Input::Throw(exception)) => Step::Raise(exception),
            (Stage::New(home), _) => {
                machine.state_mut(home).pool_ended = true;
                let Some(pool) = machine.state(home).pool.clone() else {
                    return Step::Return(Output::Nothing);
                };
                let joined = machine.create_future(home);
                let joining = Joining { joined: joined.clone(), workers: JoinWorkers::new(pool) };
                machine.start_thread(P::native(Box::new(joining)), false, "shutdown");
                self.0 = Stage::Starting(joined);
                Step::Block(Block::Others)
            }
            (Stage::Starting(joined), _) => {
                self.0 = Stage::Waiting;
                Step::Await(joined)
            }
            (Stage::Waiting, _) => Step::Return(Output::Nothing),
        }
    }
}

/// What a thread of its own does meanwhile, as in Python: so the loop goes on until it has word.
struct Joining<P: Program> {
    joined: Future<P>,
    workers: JoinWorkers<P>,
}

impl<P: Program> Coroutine<P> for Joining<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let step = self.workers.resume(machine, input);
        if let Step::Return(_) = step {
            call_from_any_thread(machine, self.joined.home(), Call::Wake(self.joined.clone()));
        }
        step
    }
}

/// `Executor.shutdown()`: the pool takes no more jobs, and the thread waits for one worker after the other.
pub struct JoinWorkers<P: Program> {
    pool: Pool<P>,
    shut_down: bool,
}

impl<P: Program> JoinWorkers<P> {
    /// For this pool.
    pub fn new(pool: Pool<P>) -> Self {
        Self { pool, shut_down: false }
    }
}

impl<P: Program> Coroutine<P> for JoinWorkers<P> {
    fn resume(&mut self, machine: &mut Machine<P>, _: Input<P>) -> Step<P> {
        if !mem::replace(&mut self.shut_down, true) {
            self.pool.shut_down(machine);
        }
        match self.pool.next_to_end() {
            Some(ended) => Step::Block(Block::On(ended, None)),
            None => Step::Return(Output::Nothing),
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
