//! `run`, `Runner` and `run_until_complete`: a thread makes a loop, drives it
//! until its main task ends, and clears away behind it. All are coroutines that
//! block their thread and never suspend a task. What the loop itself does at its
//! end is in `shutdown`.

use std::cell::Cell;
use std::mem;
use std::rc::Rc;
use std::vec;

use crate::event_loop::EventLoop;
use crate::futures::Future;
use crate::gather::gather;
use crate::machine::Machine;
use crate::native::{Awaitable, Coroutine, Held, Output, Step};
use crate::program::{Block, Input, Program, Raised, Report};
use crate::shutdown::ShutDownExecutor;
use crate::tasks::Task;

/// `run_until_complete`: drives a loop until something is done, and returns or raises what that does.
pub struct RunUntilComplete<P: Program> {
    home: EventLoop,
    stage: Until<P>,
    future: Option<Future<P>>,
}

enum Until<P: Program> {
    New(Awaitable<P>),
    Driving,
    Ended,
}

impl<P: Program> RunUntilComplete<P> {
    /// On this loop, which must not be running.
    pub fn new(home: EventLoop, awaitable: Awaitable<P>) -> Self {
        Self { home, stage: Until::New(awaitable), future: None }
    }

    fn begin(&mut self, machine: &mut Machine<P>, awaitable: Awaitable<P>) -> Result<Step<P>, P::Exception> {
        machine.check_drivable(self.home)?;
        let future = match awaitable {
            Awaitable::Future(future) if future.home() != self.home => {
                let text =
                    "The future belongs to a different loop than the one specified as the loop argument";
                return Err(P::raise(Raised::Value(text.to_owned())));
            }
            Awaitable::Future(future) => future,
            Awaitable::Code(routine) => {
                let task = Task::new(machine, self.home, routine, None);
                // That it has not ended is raised already.
                task.destroy_silently();
                task.future().clone()
            }
        };
        self.stage = Until::Driving;
        self.future = Some(future.clone());
        Ok(Step::Block(Block::Loop(self.home, Some(future))))
    }
}

impl<P: Program> Coroutine<P> for RunUntilComplete<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, Until::Ended), input) {
            (Until::Ended, _) => Step::reused(),
            (_, Input::Throw(exception)) => Step::Raise(exception),
            (Until::New(awaitable), _) => self.begin(machine, awaitable).unwrap_or_else(Step::Raise),
            (Until::Driving, Input::Value(value)) => Step::Return(Output::Value(value)),
            (Until::Driving, _) => Step::Return(Output::Nothing),
        }
    }

    fn holds(&self) -> Vec<Held<P>> {
        self.future.iter().cloned().map(Held::Future).collect()
    }
}

/// `Runner`: one loop for several runs. Clones are the same runner.
#[derive(Clone, Debug)]
pub struct Runner(Rc<Cell<RunnerState>>);

#[derive(Clone, Copy, Debug)]
enum RunnerState {
    Created,
    Open(EventLoop),
    Closed,
}

impl Runner {
    /// A runner that has no loop yet.
    #[expect(clippy::new_without_default, reason = "a runner is made to be shared, not defaulted")]
    pub fn new() -> Self {
        Self(Rc::new(Cell::new(RunnerState::Created)))
    }

    /// Its loop, which is made if there is none. `RuntimeError` if the runner is closed.
    pub fn open<P: Program>(&self, machine: &mut Machine<P>) -> Result<EventLoop, P::Exception> {
        match self.0.get() {
            RunnerState::Created => {
                let home = machine.new_loop();
                self.adopt(home);
                Ok(home)
            }
            RunnerState::Open(home) => Ok(home),
            RunnerState::Closed => Err(P::raise(Raised::Runtime("Runner is closed".to_owned()))),
        }
    }

    /// This is its loop from now on, if it has none and has not been closed: what a `loop_factory` made.
    pub fn adopt(&self, home: EventLoop) {
        if matches!(self.0.get(), RunnerState::Created) {
            self.0.set(RunnerState::Open(home));
        }
    }

    /// Its loop, from the time that it is opened to the time that it is closed.
    pub fn home(&self) -> Option<EventLoop> {
        match self.0.get() {
            RunnerState::Open(home) => Some(home),
            RunnerState::Created | RunnerState::Closed => None,
        }
    }

    /// Runs a task until it ends.
    pub fn run<P: Program>(&self, main: P::Routine) -> RunnerRun<P> {
        RunnerRun { runner: self.clone(), stage: Running::New(main) }
    }

    /// Cancels what is left on the loop, and closes it. Nothing if there is no loop.
    pub fn close<P: Program>(&self) -> RunnerClose<P> {
        RunnerClose { runner: self.clone(), stage: Closing::New }
    }
}

/// `Runner.run`.
pub struct RunnerRun<P: Program> {
    runner: Runner,
    stage: Running<P>,
}

enum Running<P: Program> {
    New(P::Routine),
    Driving(RunUntilComplete<P>),
    Ended,
}

impl<P: Program> RunnerRun<P> {
    fn begin(&self, machine: &mut Machine<P>, main: P::Routine) -> Result<RunUntilComplete<P>, P::Exception> {
        check_no_loop(machine, "Runner.run()")?;
        let home = self.runner.open(machine)?;
        machine.check_open(home)?;
        let task = Task::new(machine, home, main, None);
        Ok(RunUntilComplete::new(home, Awaitable::Future(task.future().clone())))
    }
}

impl<P: Program> Coroutine<P> for RunnerRun<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        let mut run = match (mem::replace(&mut self.stage, Running::Ended), &input) {
            (Running::Ended, _) => return Step::reused(),
            (Running::New(_), Input::Throw(exception)) => return Step::Raise(exception.clone()),
            (Running::New(main), _) => match self.begin(machine, main) {
                Ok(run) => run,
                Err(exception) => return Step::Raise(exception),
            },
            (Running::Driving(run), _) => run,
        };
        let step = run.resume(machine, input);
        if matches!(step, Step::Block(_)) {
            self.stage = Running::Driving(run);
        }
        step
    }
}

/// `Runner.close`.
pub struct RunnerClose<P: Program> {
    runner: Runner,
    stage: Closing<P>,
}

enum Closing<P: Program> {
    New,
    /// The loop runs until this is done.
    Driving(EventLoop, RunUntilComplete<P>, Next<P>),
    /// These were cancelled, and some may have raised something else.
    Reporting(EventLoop, vec::IntoIter<Task<P>>),
    Ended,
}

/// What comes after the loop has run.
enum Next<P: Program> {
    Report(Vec<Task<P>>),
    ShutDownExecutor,
    CloseLoop,
}

impl<P: Program> RunnerClose<P> {
    fn begin(&mut self, machine: &mut Machine<P>) -> Step<P> {
        let Some(home) = self.runner.home() else { return Step::Return(Output::Nothing) };
        let tasks = machine.all_tasks(home);
        if tasks.is_empty() {
            return self.finish_generators(machine, home);
        }
        for task in &tasks {
            task.cancel(machine, None);
        }
        let futures = tasks.iter().map(|task| task.future().clone()).collect();
        let all = gather(machine, home, futures, true);
        self.drive(machine, home, Awaitable::Future(all), Next::Report(tasks))
    }

    fn drive(
        &mut self,
        machine: &mut Machine<P>,
        home: EventLoop,
        until: Awaitable<P>,
        next: Next<P>,
    ) -> Step<P> {
        self.go_on(machine, home, RunUntilComplete::new(home, until), next, Input::Start)
    }

    fn go_on(
        &mut self,
        machine: &mut Machine<P>,
        home: EventLoop,
        mut run: RunUntilComplete<P>,
        next: Next<P>,
        input: Input<P>,
    ) -> Step<P> {
        match (run.resume(machine, input).ended(), next) {
            (Err(step), next) => {
                self.stage = Closing::Driving(home, run, next);
                step
            }
            (Ok(Err(exception)), _) => self.close_loop(machine, home, Step::Raise(exception)),
            (Ok(Ok(_)), Next::Report(tasks)) => self.report(machine, home, tasks.into_iter()),
            (Ok(Ok(_)), Next::ShutDownExecutor) => {
                let code = P::native(Box::new(ShutDownExecutor::new(home)));
                self.drive(machine, home, Awaitable::Code(code), Next::CloseLoop)
            }
            (Ok(Ok(_)), Next::CloseLoop) => self.close_loop(machine, home, Step::Return(Output::Nothing)),
        }
    }

    fn report(
        &mut self,
        machine: &mut Machine<P>,
        home: EventLoop,
        mut tasks: vec::IntoIter<Task<P>>,
    ) -> Step<P> {
        for task in tasks.by_ref().filter(|task| !task.future().is_cancelled()) {
            if let Ok(Some(exception)) = task.future().exception() {
                self.stage = Closing::Reporting(home, tasks);
                return Step::Report(Report::FailedWhileEnding(task, exception));
            }
        }
        self.finish_generators(machine, home)
    }

    fn finish_generators(&mut self, machine: &mut Machine<P>, home: EventLoop) -> Step<P> {
        let code = P::finish_generators(home);
        self.drive(machine, home, Awaitable::Code(code), Next::ShutDownExecutor)
    }

    /// Whatever has happened, the loop is closed.
    fn close_loop(&self, machine: &mut Machine<P>, home: EventLoop, then: Step<P>) -> Step<P> {
        if let Err(exception) = machine.close(home) {
            return Step::Raise(exception);
        }
        self.runner.0.set(RunnerState::Closed);
        then
    }
}

impl<P: Program> Coroutine<P> for RunnerClose<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, Closing::Ended), input) {
            (Closing::Ended, _) => Step::reused(),
            (Closing::New, Input::Throw(exception)) => Step::Raise(exception),
            (Closing::New, _) => self.begin(machine),
            (Closing::Driving(home, run, next), input) => self.go_on(machine, home, run, next, input),
            (Closing::Reporting(home, _), Input::Throw(exception)) => {
                self.close_loop(machine, home, Step::Raise(exception))
            }
            (Closing::Reporting(home, tasks), _) => self.report(machine, home, tasks),
        }
    }
}

/// `run`: a runner for one run.
pub struct Run<P: Program>(Stage<P>);

enum Stage<P: Program> {
    New(P::Routine),
    Running(Runner, RunnerRun<P>),
    /// With what the run has come to.
    Closing(RunnerClose<P>, Result<Output<P>, P::Exception>),
    Ended,
}

impl<P: Program> Run<P> {
    /// Runs a task on a loop of its own until it ends, then clears away.
    pub fn new(main: P::Routine) -> Self {
        Self(Stage::New(main))
    }

    fn begin(&mut self, machine: &mut Machine<P>, main: P::Routine) -> Step<P> {
        if let Err(exception) = check_no_loop(machine, "asyncio.run()") {
            return Step::Raise(exception);
        }
        let runner = Runner::new();
        let run = runner.run(main);
        self.run(machine, runner, run, Input::Start)
    }

    fn run(
        &mut self,
        machine: &mut Machine<P>,
        runner: Runner,
        mut run: RunnerRun<P>,
        input: Input<P>,
    ) -> Step<P> {
        match run.resume(machine, input).ended() {
            Err(step) => {
                self.0 = Stage::Running(runner, run);
                step
            }
            Ok(result) => self.close_runner(machine, runner.close(), result, Input::Start),
        }
    }

    fn close_runner(
        &mut self,
        machine: &mut Machine<P>,
        mut close: RunnerClose<P>,
        result: Result<Output<P>, P::Exception>,
        input: Input<P>,
    ) -> Step<P> {
        match (close.resume(machine, input).ended(), result) {
            (Err(step), result) => {
                self.0 = Stage::Closing(close, result);
                step
            }
            (Ok(Ok(_)), Ok(output)) => Step::Return(output),
            (Ok(Err(exception)), _) | (Ok(Ok(_)), Err(exception)) => Step::Raise(exception),
        }
    }
}

impl<P: Program> Coroutine<P> for Run<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.0, Stage::Ended), input) {
            (Stage::Ended, _) => Step::reused(),
            (Stage::New(_), Input::Throw(exception)) => Step::Raise(exception),
            (Stage::New(main), _) => self.begin(machine, main),
            (Stage::Running(runner, run), input) => self.run(machine, runner, run, input),
            (Stage::Closing(close, result), input) => self.close_runner(machine, close, result, input),
        }
    }
}

fn check_no_loop<P: Program>(machine: &Machine<P>, who: &str) -> Result<(), P::Exception> {
    if machine.running_loop().is_some() {
        let text = format!("{who} cannot be called from a running event loop");
        return Err(P::raise(Raised::Runtime(text)));
    }
    Ok(())
}
