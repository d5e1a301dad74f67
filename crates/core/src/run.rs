//! Running: the running thread does its next bit, again and again, until the
//! machine comes to rest.

use interleave_trace::{Actor, What};

use crate::concurrent::Found;
use crate::event_loop::{EventLoop, Idle};
use crate::events::Call;
use crate::futures::Future;
use crate::machine::{Limit, Machine, Stop};
use crate::native::{Callback, NativeCall};
use crate::program::{Block, Flow, Input, Kind, Program, Raised, Report};
use crate::ready::{Ready, Work};
use crate::tasks::{Begun, Task};
use crate::threads::{Drive, Role, Running, Since};

/// What became of code that was resumed.
enum Rest<P: Program> {
    /// It ended, or suspended as tasks do.
    Settled,
    /// An exception leaves the loop.
    Leaves(P::Exception),
    /// Its thread waits, and perhaps another runs now.
    Parked,
    /// The machine comes to rest.
    Stops(Stop<P>),
}

impl<P: Program> Machine<P> {
    /// Runs until everything has ended, nothing can go on, a limit is reached, or a slice is used up.
    pub fn run(&mut self, program: &mut P) -> Stop<P> {
        loop {
            let rest = if self.threads.current.running.is_some() {
                self.go_on_with_handle(program)
            } else if let Some(home) = self.running_loop() {
                self.drive(program, home)
            } else {
                self.go_on_with_thread(program)
            };
            if let Rest::Stops(stop) = rest {
                return stop;
            }
        }
    }

    /// The thread's own code, or a worker's next job.
    fn go_on_with_thread(&mut self, program: &mut P) -> Rest<P> {
        let Some(mut routine) = self.next_routine() else { return self.without_work() };
        let id = self.threads.current.id;
        let input = self.threads.current.input.take().unwrap_or(Input::Continue);
        // Where a slice ended, no step did.
        if !matches!(input, Input::Continue) {
            self.recorder.begin_step(Actor::Thread(id));
        }
        if let (Input::Start, Role::Worker { job: Some(job), .. }) = (&input, &self.threads.current.role)
            && let Some(job) = job.future.id()
        {
            self.note(|| What::JobBegun(job));
        }
        let flow = program.resume(self, &mut routine, input);
        let result = match flow {
            Flow::Return(value) => Ok(value),
            Flow::Raise(exception) => Err(exception),
            Flow::Await(_) | Flow::Pass => Err(P::raise(Raised::Runtime("no running event loop".to_owned()))),
            Flow::Misuse(exception) => Err(exception),
            Flow::Block(block) => {
                self.threads.current.own = Some(routine);
                return self.block(block);
            }
            Flow::Slice => {
                self.threads.current.own = Some(routine);
                self.threads.current.input = Some(Input::Continue);
                return Rest::Stops(Stop::Slice);
            }
        };
        drop(routine);
        if let (Role::Main, Err(exception)) = (&self.threads.current.role, &result) {
            program.leaves_program(self, exception);
        }
        self.end_thread(result);
        self.let_go(program);
        Rest::Settled
    }

    fn next_routine(&mut self) -> Option<P::Routine> {
        if let Some(routine) = self.threads.current.own.take() {
            return Some(routine);
        }
        let Role::Worker { pool, number, job: None } = &self.threads.current.role else { return None };
        let (pool, number) = (pool.clone(), *number);
        if pool.has_orders() {
            // Also a job that turns out to be cancelled.
            self.threads.current.input = None;
        }
        let mut job = match pool.take_order(self) {
            Found::Job(job) => job,
            Found::Nothing => return None,
            Found::End => {
                pool.worker_ended(self, number);
                self.threads.current.role = Role::Over;
                self.note_end_of(self.threads.current.id);
                return None;
            }
        };
        let routine = job.routine.take();
        self.threads.current.role = Role::Worker { pool, number, job: Some(job) };
        self.threads.current.input = Some(Input::Start);
        routine
    }

    /// The thread has ended, or is a worker without a job.
    fn without_work(&mut self) -> Rest<P> {
        if let Some(result) = self.finished.take() {
            if !self.threads.work_left() {
                return Rest::Stops(self.finish(result));
            }
            self.finished = Some(result);
        }
        let parked = match &self.threads.current.role {
            Role::Worker { pool, .. } => {
                let news = pool.news();
                // Who was woken, and found that another had taken the job, is counted already.
                if !matches!(self.threads.current.input.take(), Some(Input::Signalled(_))) {
                    pool.worker_free();
                }
                self.park(None, Some(news), None)
            }
            Role::Main | Role::Plain { .. } | Role::Over => self.next_thread(),
        };
        if parked { Rest::Parked } else { Rest::Stops(self.nothing_more()) }
    }

    fn nothing_more(&mut self) -> Stop<P> {
        match self.finished.take() {
            Some(result) if !self.threads.work_left() => self.finish(result),
            other => {
                self.finished = other;
                self.recorder.stuck();
                Stop::Deadlock
            }
        }
    }

    /// The program ends, and idle workers with it.
    fn finish(&mut self, result: Result<P::Value, P::Exception>) -> Stop<P> {
        self.end_workers();
        self.threads.leave_to_main();
        Stop::Finished(result)
    }

    fn block(&mut self, block: Block<P>) -> Rest<P> {
        let goes_on = match block {
            Block::For(ns) => {
                self.threads.current.input = Some(Input::Value(P::nothing()));
                let Some(until) = self.now.ns.checked_add(ns.max(0)) else {
                    return Rest::Stops(Stop::Limit(Limit::Time));
                };
                self.park(Some(until), None, None)
            }
            Block::On(signal, patience) => {
                let until = patience.and_then(|ns| self.now.ns.checked_add(ns.max(0)));
                self.park(until, Some(signal), None)
            }
            Block::Others => {
                self.threads.current.input = Some(Input::Value(P::nothing()));
                self.park(Some(self.now.ns), None, None)
            }
            Block::Turn => {
                self.threads.current.input = Some(Input::Value(P::nothing()));
                self.give_turn()
            }
            Block::Loop(home, until) => {
                self.threads.current.input = self.begin_drive(home, until).err().map(Input::Throw);
                true
            }
        };
        if goes_on { Rest::Parked } else { Rest::Stops(self.nothing_more()) }
    }

    fn begin_drive(&mut self, home: EventLoop, until: Option<Future<P>>) -> Result<(), P::Exception> {
        self.check_drivable(home)?;
        if let Some(future) = &until {
            future.add_callback(self, Callback::StopLoop);
        }
        let state = self.state_mut(home);
        (state.driven, state.begun, state.waited) = (true, false, false);
        self.threads.current.drive = Some(Drive { home, until });
        Ok(())
    }

    /// The running thread can drive this loop: it is open, and neither of them is at it already.
    pub fn check_drivable(&self, home: EventLoop) -> Result<(), P::Exception> {
        self.check_open(home)?;
        let text = if self.state(home).driven {
            "This event loop is already running"
        } else if self.threads.current.drive.is_some() {
            "Cannot run the event loop while another loop is running"
        } else {
            return Ok(());
        };
        Err(P::raise(Raised::Runtime(text.to_owned())))
    }

    /// The loop has stopped, or an exception leaves it: the code that ran it goes on.
    fn end_drive(&mut self, leaves: Option<P::Exception>) {
        let Some(drive) = self.threads.current.drive.take() else { return };
        let state = self.state_mut(drive.home);
        state.driven = false;
        state.stopping = false;
        state.todo = 0;
        let input = match (leaves, drive.until) {
            (Some(exception), until) => {
                if let Some(future) = until {
                    future.remove_callbacks(|callback| matches!(callback, Callback::StopLoop));
                    // Nobody but the loop knows of a task that it has made itself.
                    if Task::of(&future).is_some_and(|task| task.is_silent()) {
                        future.mark_retrieved();
                    }
                }
                Input::Throw(exception)
            }
            (None, None) => Input::Value(P::nothing()),
            (None, Some(future)) => {
                future.remove_callbacks(|callback| matches!(callback, Callback::StopLoop));
                if future.is_done() {
                    future.result().map_or_else(Input::Throw, Input::Value)
                } else {
                    let text = "Event loop stopped before Future completed.";
                    Input::Throw(P::raise(Raised::Runtime(text.to_owned())))
                }
            }
        };
        self.threads.current.input = Some(input);
    }

    /// Runs handles of a loop until something else has to happen.
    fn drive(&mut self, program: &mut P, home: EventLoop) -> Rest<P> {
        loop {
            while let Some(ready) = self.next_ready(home) {
                match self.run_handle(program, home, ready) {
                    Rest::Settled => {}
                    Rest::Leaves(exception) => {
                        self.end_drive(Some(exception));
                        return Rest::Settled;
                    }
                    rest @ (Rest::Parked | Rest::Stops(_)) => return rest,
                }
                self.let_go(program);
            }
            let state = self.state(home);
            if state.stopping && state.begun {
                self.end_drive(None);
                return Rest::Settled;
            }
            match self.wait_for_work(home) {
                Rest::Settled => {}
                rest @ (Rest::Leaves(_) | Rest::Parked | Rest::Stops(_)) => return rest,
            }
        }
    }

    fn next_ready(&mut self, home: EventLoop) -> Option<Ready<P>> {
        let state = self.state_mut(home);
        state.todo = state.todo.checked_sub(1)?;
        state.ready.pop_front()
    }

    /// Between two iterations: other threads have their turn, the clock moves, the next one begins.
    fn wait_for_work(&mut self, home: EventLoop) -> Rest<P> {
        if self.iterations >= self.limits.iterations {
            return Rest::Stops(Stop::Limit(Limit::Iterations));
        }
        let waited = std::mem::replace(&mut self.state_mut(home).waited, true);
        if !waited {
            let until = match self.idleness(home) {
                // Alone, nobody else can have a turn and nothing can end the waiting but the timer.
                Idle::No | Idle::Overdue if self.threads.alone() => None,
                Idle::Until(ns) if self.threads.alone() => {
                    self.now.ns = ns;
                    None
                }
                Idle::Overdue => None,
                Idle::No => Some(Some(self.now.ns)),
                Idle::Until(ns) => Some(Some(ns)),
                Idle::ForEver => Some(None),
            };
            if let Some(until_ns) = until {
                let parked = self.park(until_ns, None, Some(home));
                return if parked { Rest::Parked } else { Rest::Stops(self.nothing_more()) };
            }
        }
        let state = self.state_mut(home);
        state.waited = false;
        state.begun = true;
        self.begin_iteration(home);
        Rest::Settled
    }

    /// Runs one handle; one that was cancelled is passed over, and is no step.
    fn run_handle(&mut self, program: &mut P, home: EventLoop, ready: Ready<P>) -> Rest<P> {
        if ready.work.is_cancelled() {
            return Rest::Settled;
        }
        let actor = match &ready.work {
            Work::Step(task, _) => Actor::Task(task.id()),
            Work::Call(_) | Work::Wake(_) | Work::Done(..) => Actor::Callback(home.0),
        };
        let (cause, reason, now) = (ready.cause, ready.work.reason(), self.now.ns);
        let call = ready.work.asked();
        self.recorder.begin_step(actor);
        self.note(|| What::Start { cause, reason, call });
        let rest = match ready.work {
            Work::Step(task, why) => match task.begin(self, why) {
                Some(Begun { routine, input, with }) => {
                    self.state_mut(home).current = Some(task.clone());
                    if let Some(exception) = with.asked_for() {
                        program.asked_for(self, exception);
                    }
                    self.run_task(program, task, routine, input, Since { ns: now, with })
                }
                None => Rest::Settled,
            },
            Work::Call(handle) => match handle.take() {
                Some(Call::Routine(asked)) => {
                    self.run_callback(program, home, asked.routine, Input::Start, Since::new(now))
                }
                Some(Call::Wake(future)) => {
                    let _ = future.set_result(self, P::nothing());
                    Rest::Settled
                }
                Some(Call::Native(call)) => {
                    self.run_native(call);
                    Rest::Settled
                }
                None => Rest::Settled,
            },
            Work::Wake(nap) => {
                if let Some(value) = nap.as_nap().map(|nap| nap.end()) {
                    // If it was cancelled, it stays so.
                    let _ = nap.set_result(self, value);
                }
                Rest::Settled
            }
            Work::Done(Callback::Routine(asked), future) => {
                self.run_callback(program, home, asked.routine, Input::Done(future), Since::new(now))
            }
            Work::Done(Callback::JobAbandoned(job, Some(told)), future) => {
                let news = future.is_cancelled() && !job.is_cancelled() && job.cancel(self);
                if news {
                    self.run_callback(program, home, *told, Input::Done(future), Since::new(now))
                } else {
                    Rest::Settled
                }
            }
            Work::Done(callback, future) => {
                self.run_library_callback(program, callback, &future);
                Rest::Settled
            }
        };
        self.note_end(&rest);
        rest
    }

    fn note_end(&mut self, rest: &Rest<P>) {
        if matches!(rest, Rest::Settled | Rest::Leaves(_)) {
            self.note(|| What::End);
        }
    }

    fn go_on_with_handle(&mut self, program: &mut P) -> Rest<P> {
        let (Some(running), Some(home)) = (self.threads.current.running.take(), self.running_loop()) else {
            return Rest::Settled;
        };
        let input = self.threads.current.input.take().unwrap_or(Input::Continue);
        self.recorder.step = running.step;
        // A task that runs at once may be in the middle of the one whose handle this is.
        self.recorder.actor =
            self.current_task(home).map_or(Actor::Callback(home.0), |task| Actor::Task(task.id()));
        let rest = match running.task {
            Some(task) => self.run_task(program, task, running.routine, input, running.since),
            None => self.run_callback(program, home, running.routine, input, running.since),
        };
        self.note_end(&rest);
        if let Rest::Leaves(exception) = rest {
            self.end_drive(Some(exception));
            return Rest::Settled;
        }
        self.let_go(program);
        rest
    }

    fn run_task(
        &mut self,
        program: &mut P,
        task: Task<P>,
        mut routine: P::Routine,
        input: Input<P>,
        mut since: Since<P>,
    ) -> Rest<P> {
        let home = task.future().home();
        let flow = match program.resume(self, &mut routine, input) {
            Flow::Block(block) => return self.set_aside(Some(task), routine, since, Some(block)),
            Flow::Slice => return self.set_aside(Some(task), routine, since, None),
            flow @ (Flow::Return(_) | Flow::Raise(_) | Flow::Await(_) | Flow::Pass | Flow::Misuse(_)) => flow,
        };
        if since.with.made.take().is_some() {
            program.let_go(self);
        }
        let leaves = task.settle(self, routine, flow);
        self.state_mut(home).current = None;
        if let Some(exception) = &leaves {
            program.leaves(self, exception, Some(&task));
        }
        drop(since.with);
        if leaves.is_none() && self.is_debug(home) && self.now.ns > since.ns {
            program.report(self, Report::StepTookLong(task, since.ns..self.now.ns));
        }
        leaves.map_or(Rest::Settled, Rest::Leaves)
    }

    fn run_callback(
        &mut self,
        program: &mut P,
        home: EventLoop,
        mut routine: P::Routine,
        input: Input<P>,
        since: Since<P>,
    ) -> Rest<P> {
        let flow = program.resume(self, &mut routine, input);
        let exception = match flow {
            Flow::Block(block) => return self.set_aside(None, routine, since, Some(block)),
            Flow::Slice => return self.set_aside(None, routine, since, None),
            Flow::Return(_) | Flow::Await(_) | Flow::Pass => None,
            Flow::Raise(exception) | Flow::Misuse(exception) => Some(exception),
        };
        match exception {
            Some(exception) if P::kind(&exception) == Kind::Exit => {
                program.leaves(self, &exception, None);
                return Rest::Leaves(exception);
            }
            Some(exception) => program.report(self, Report::CallbackFailed(home, exception)),
            None => {}
        }
        if self.is_debug(home) && self.now.ns > since.ns {
            program.report(self, Report::CallTookLong(home, routine, since.ns..self.now.ns));
        }
        Rest::Settled
    }

    /// Code of a loop's that cannot go on now. `None`: its slice is used up.
    fn set_aside(
        &mut self,
        task: Option<Task<P>>,
        routine: P::Routine,
        since: Since<P>,
        block: Option<Block<P>>,
    ) -> Rest<P> {
        let step = self.step();
        self.threads.current.running = Some(Running { task, routine, step, since });
        match block {
            Some(block) => self.block(block),
            None => {
                self.threads.current.input = Some(Input::Continue);
                Rest::Stops(Stop::Slice)
            }
        }
    }

    fn run_native(&mut self, call: NativeCall<P>) {
        match call {
            NativeCall::JobEnded(future, job) => follow_job(self, &future, &job),
            NativeCall::CompletionsTimedOut(completions) => {
                if let Some(completions) = completions.upgrade() {
                    completions.time_out(self);
                }
            }
            NativeCall::TimedOut(timeout) => timeout.fire(self),
        }
    }

    fn run_library_callback(&mut self, program: &mut P, callback: Callback<P>, future: &Future<P>) {
        match callback {
            // Both have become other work when the future was done.
            Callback::Wakeup(_) | Callback::Routine(_) => {}
            Callback::StopLoop => {
                let exits =
                    future.peek_exception().is_some_and(|exception| P::kind(&exception) == Kind::Exit);
                future.mark_retrieved();
                if !exits {
                    self.stop(future.home());
                }
            }
            Callback::Gathered(gatherer) => gatherer.child_done(self, future),
            Callback::Waited(waiter) => waiter.one_done(self, future),
            Callback::Completed(completions) => completions.one_done(self, future),
            Callback::ShieldInner(outer) => crate::shield::inner_done(self, future, &outer),
            Callback::ShieldOuter(inner) => crate::shield::outer_done(&inner, future),
            Callback::GroupTask(group) => group.task_done(self, program, future),
            // Without code of the program's to tell.
            Callback::JobAbandoned(job, _) => {
                if future.is_cancelled() {
                    job.cancel(self);
                }
            }
        }
    }

    fn let_go(&mut self, program: &mut P) {
        if !self.graves.is_empty() {
            self.bury(program);
        }
        program.let_go(self);
    }
}

fn follow_job<P: Program>(
    machine: &mut Machine<P>,
    future: &Future<P>,
    job: &crate::concurrent::ConcurrentFuture<P>,
) {
    if future.is_cancelled() {
        return;
    }
    if job.is_cancelled() {
        future.cancel(machine, None);
        return;
    }
    // What is done already stays as it is.
    let _ = match job.result() {
        Some(Ok(value)) => future.set_result(machine, value),
        Some(Err(exception)) => future.set_exception(machine, P::followed(exception)),
        None => Ok(()),
    };
}
