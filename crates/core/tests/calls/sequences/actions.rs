//! The calls that can be made, each with whatever lies on the shelf.

use interleave_core::{
    AsCompleted, Awaitable, Barrier, ConcurrentFuture, Condition, Coroutine, Event, EventLoop, Flow, Future,
    Limits, Lock, Machine, Pool, Queue, QueueOrder, ReturnWhen, Run, RunUntilComplete, Runner, Semaphore,
    ShutDownExecutor, Sift, Signal, Sleep, Step, Task, TaskGroup, Timeout, Wait, WaitFor, gather, shield,
};

use super::player::{Code, Frame, Player, block};

/// Machines that run within a machine's run nest on the stack, as whoever makes them must know.
const MOST_RUNS_WITHIN_RUNS: usize = 6;

/// What code does after a call.
pub(crate) enum Act {
    /// It goes on.
    Done,
    /// It runs something, and goes on when that has ended.
    Runs(Frame),
    /// It comes to rest.
    Rests(Flow<Player>),
}

type Board = Machine<Player>;

impl Player {
    /// Makes one call. `None`: what it needs is not on the shelf.
    pub(crate) fn act(&mut self, machine: &mut Board) -> Act {
        let act = match self.bytes.below(24) {
            0..=3 => self.future(machine),
            4 | 5 => self.task(machine),
            6 => self.event_loop(machine),
            7 => self.call(machine),
            8 => self.many(machine),
            9 => self.waiting(machine),
            10 => self.timeout(machine),
            11 => self.group(machine),
            12 => self.runner(machine),
            13 => self.lock(machine),
            14 => self.semaphore(machine),
            15 => self.barrier(machine),
            16 => self.queue(machine),
            17 => self.pool(machine),
            18 => self.job(machine),
            19 => self.by_hand(machine),
            20 => self.the_machine(machine),
            21 => {
                self.look(machine);
                None
            }
            22 => {
                self.shelf.drop_something(&self.bytes);
                None
            }
            _ => self.rest(machine),
        };
        act.unwrap_or(Act::Done)
    }

    fn home(&self) -> Option<EventLoop> {
        self.shelf.loops.pick(&self.bytes)
    }

    fn some(&self) -> Option<Future<Self>> {
        self.shelf.futures.pick(&self.bytes)
    }

    fn keep(&mut self, future: Future<Self>) -> Option<Act> {
        self.shelf.futures.put(&self.bytes, future);
        None
    }

    /// A coroutine is run here, kept for later, or made a task's or callback's code.
    fn library(&mut self, coroutine: impl Coroutine<Self> + 'static) -> Option<Act> {
        let coroutine: Box<dyn Coroutine<Self>> = Box::new(coroutine);
        match self.bytes.below(6) {
            0 => self.shelf.coroutines.put(&self.bytes, coroutine),
            1 => {
                let code = self.code_of(Frame::Library(coroutine));
                self.shelf.codes.put(&self.bytes, code);
            }
            _ => return Some(Act::Runs(Frame::Library(coroutine))),
        }
        None
    }

    fn future(&mut self, machine: &mut Board) -> Option<Act> {
        match self.bytes.below(9) {
            0 | 1 => {
                let home = self.home()?;
                let future = machine.create_future(home);
                self.keep(future);
            }
            2 | 3 => drop(self.some()?.cancel(machine, self.maybe_value())),
            4 => drop(self.some()?.set_result(machine, self.value())),
            5 => drop(self.some()?.set_exception(machine, self.exception())),
            6 | 7 => {
                let (future, code) = (self.some()?, self.code());
                future.add_done_callback(machine, code);
            }
            _ => {
                let future = self.some()?;
                let mut yes = self.bytes.flip();
                future.remove_done_callback(|_: &Code| {
                    yes = !yes;
                    // Whoever compares may well look.
                    let _ = (future.is_done(), future.result());
                    yes
                });
            }
        }
        None
    }

    fn task(&mut self, machine: &mut Board) -> Option<Act> {
        match self.bytes.below(6) {
            0..=3 => {
                let (home, code) = (self.home()?, self.code());
                let name = self.bytes.flip().then_some("named");
                let task = Task::new(machine, home, code, name);
                self.keep(task.future().clone());
            }
            4 => drop(Task::of(&self.some()?)?.uncancel(machine)),
            _ => Task::of(&self.some()?)?.destroy_silently(),
        }
        None
    }

    fn event_loop(&mut self, machine: &mut Board) -> Option<Act> {
        match self.bytes.below(6) {
            0 | 1 => {
                let home = machine.new_loop();
                self.shelf.loops.put(&self.bytes, home);
            }
            2 => machine.stop(self.home()?),
            3 => drop(machine.close(self.home()?)),
            4 => return self.library(ShutDownExecutor::new(self.home()?)),
            _ => {
                let (home, seconds, value) = (self.home()?, self.bytes.seconds(), self.value());
                return self.library(Sleep::new(home, seconds, value));
            }
        }
        None
    }

    fn call(&mut self, machine: &mut Board) -> Option<Act> {
        if self.bytes.next().is_multiple_of(4) {
            self.shelf.handles.pick(&self.bytes)?.cancel(machine);
            return None;
        }
        let (home, code) = (self.home()?, self.code());
        let handle = match self.bytes.below(5) {
            0 => machine.call_soon(home, code),
            1 => machine.call_soon_threadsafe(home, code),
            2 => machine.call_later(home, self.bytes.seconds(), code),
            3 => {
                machine.call_on_arrival(home, code).ok()?;
                return None;
            }
            _ => machine.call_at(home, self.bytes.seconds(), code),
        };
        self.shelf.handles.put(&self.bytes, handle.ok()?);
        None
    }

    fn many(&mut self, machine: &mut Board) -> Option<Act> {
        match self.bytes.below(4) {
            0 => {
                let (home, children) = (self.home()?, self.shelf.some_futures(&self.bytes));
                let outer = gather(machine, home, children, self.bytes.flip());
                self.keep(outer)
            }
            1 => {
                let outer = shield(machine, &self.some()?);
                self.keep(outer)
            }
            2 => {
                let (home, futures) = (self.home()?, self.shelf.some_futures(&self.bytes));
                let completed = AsCompleted::new(machine, home, futures, self.bytes.maybe_seconds());
                self.shelf.completed.put(&self.bytes, completed);
                None
            }
            _ => {
                let completed = self.shelf.completed.pick(&self.bytes)?;
                let next = if self.bytes.flip() { completed.next()? } else { completed.next_future() };
                self.library(next)
            }
        }
    }

    fn awaitable(&mut self) -> Option<Awaitable<Self>> {
        Some(if self.bytes.flip() { Awaitable::Future(self.some()?) } else { Awaitable::Code(self.code()) })
    }

    fn waiting(&mut self, _: &mut Board) -> Option<Act> {
        if self.bytes.flip() {
            let awaitable = self.awaitable()?;
            return self.library(WaitFor::new(awaitable, self.bytes.maybe_seconds()));
        }
        let until = match self.bytes.below(3) {
            0 => ReturnWhen::FirstCompleted,
            1 => ReturnWhen::FirstException,
            _ => ReturnWhen::AllCompleted,
        };
        let futures = self.shelf.some_futures(&self.bytes);
        self.library(Wait::new(futures, self.bytes.maybe_seconds(), until))
    }

    fn timeout(&mut self, machine: &mut Board) -> Option<Act> {
        let timeout = match self.bytes.below(6) {
            0 => Timeout::after(machine, self.bytes.maybe_seconds()),
            1 => Timeout::at(machine, self.bytes.maybe_seconds()),
            _ => self.shelf.timeouts.pick(&self.bytes)?,
        };
        match self.bytes.below(4) {
            0 => drop(timeout.reschedule(machine, self.bytes.maybe_seconds())),
            1 => {
                let exception = self.bytes.flip().then(|| self.exception());
                drop(timeout.exit(machine, exception.as_ref()));
            }
            _ => drop(timeout.enter(machine)),
        }
        self.shelf.timeouts.put(&self.bytes, timeout);
        None
    }

    fn group(&mut self, machine: &mut Board) -> Option<Act> {
        let choice = self.bytes.below(6);
        if choice == 0 {
            let group = TaskGroup::new(machine);
            drop(group.enter(machine));
            self.shelf.groups.put(&self.bytes, group);
            return None;
        }
        let group = self.shelf.groups.pick(&self.bytes)?;
        match choice {
            1 => drop(group.enter(machine)),
            2..=4 => match group.create_task(machine, self.code(), None) {
                Ok(task) => return self.keep(task.future().clone()),
                Err((_, code)) => self.shelf.codes.put(&self.bytes, code),
            },
            _ => {
                let exception = self.bytes.flip().then(|| self.exception());
                return self.library(group.exit(exception));
            }
        }
        None
    }

    fn runner(&mut self, machine: &mut Board) -> Option<Act> {
        let choice = self.bytes.below(7);
        match choice {
            0 => {
                let code = self.code();
                return self.library(Run::new(code));
            }
            1 => {
                let (home, awaitable) = (self.home()?, self.awaitable()?);
                return self.library(RunUntilComplete::new(home, awaitable));
            }
            2 => self.shelf.runners.put(&self.bytes, Runner::new()),
            _ => {}
        }
        let runner = self.shelf.runners.pick(&self.bytes)?;
        match choice {
            3 => drop(runner.open(machine)),
            4 => runner.adopt(self.home()?),
            5 => {
                let code = self.code();
                return self.library(runner.run(code));
            }
            _ => return self.library(runner.close()),
        }
        None
    }

    fn lock(&mut self, machine: &mut Board) -> Option<Act> {
        match self.bytes.below(12) {
            0 => self.shelf.locks.put(&self.bytes, Lock::new(machine)),
            1 => self.shelf.events.put(&self.bytes, Event::new(machine)),
            2 => {
                let lock = if self.bytes.flip() { self.shelf.locks.pick(&self.bytes) } else { None };
                self.shelf.conditions.put(&self.bytes, Condition::new(machine, lock));
            }
            3 | 4 => {
                return self.shelf.locks.pick(&self.bytes).and_then(|lock| self.library(lock.acquire()));
            }
            5 => drop(self.shelf.locks.pick(&self.bytes)?.release(machine)),
            6 => {
                return self.shelf.events.pick(&self.bytes).and_then(|event| self.library(event.wait()));
            }
            7 => {
                let event = self.shelf.events.pick(&self.bytes)?;
                if self.bytes.flip() { event.set(machine) } else { event.clear(machine) }
            }
            choice => {
                let condition = self.shelf.conditions.pick(&self.bytes)?;
                match choice {
                    8 => return self.library(condition.lock().acquire()),
                    9 => drop(condition.notify(machine, self.bytes.below(4))),
                    10 => return self.library(condition.wait()),
                    _ => {
                        let call = || <Self as interleave_core::Program>::native(Box::new(Shrug));
                        return self.library(condition.wait_for(Box::new(call)));
                    }
                }
            }
        }
        None
    }

    fn semaphore(&mut self, machine: &mut Board) -> Option<Act> {
        match self.bytes.below(6) {
            0 => self.shelf.semaphores.put(&self.bytes, Semaphore::new(machine, self.bytes.integer()).ok()?),
            1 => self
                .shelf
                .semaphores
                .put(&self.bytes, Semaphore::bounded(machine, self.bytes.integer()).ok()?),
            2 => drop(self.shelf.semaphores.pick(&self.bytes)?.release(machine)),
            _ => {
                let semaphore = self.shelf.semaphores.pick(&self.bytes)?;
                return self.library(semaphore.acquire());
            }
        }
        None
    }

    fn barrier(&mut self, machine: &mut Board) -> Option<Act> {
        let choice = self.bytes.below(6);
        if choice == 0 {
            let barrier = Barrier::new(machine, self.bytes.integer()).ok()?;
            self.shelf.barriers.put(&self.bytes, barrier);
            return None;
        }
        let barrier = self.shelf.barriers.pick(&self.bytes)?;
        match choice {
            1 => self.library(barrier.reset()),
            2 => self.library(barrier.abort()),
            3 => {
                // Its innards are open to anybody.
                drop(barrier.condition().lock().release(machine));
                self.shelf.conditions.put(&self.bytes, barrier.condition().clone());
                None
            }
            _ => self.library(barrier.wait()),
        }
    }

    fn queue(&mut self, machine: &mut Board) -> Option<Act> {
        let choice = self.bytes.below(12);
        if choice == 0 {
            let order = match self.bytes.below(4) {
                0 => QueueOrder::Fifo,
                1 => QueueOrder::Lifo,
                _ => QueueOrder::Priority,
            };
            let queue = Queue::new(machine, order, self.bytes.integer());
            self.shelf.queues.put(&self.bytes, queue);
            return None;
        }
        let queue = self.shelf.queues.pick(&self.bytes)?;
        match choice {
            1..=3 => {
                let value = self.value();
                self.library(queue.put(value))
            }
            4 | 5 => self.library(queue.get()),
            6 => {
                let value = self.value();
                self.library(queue.put_nowait(value))
            }
            7 => self.library(queue.get_nowait()),
            8 => self.library(queue.join()),
            9 => self.library(queue.shutdown(self.bytes.flip())),
            10 => {
                drop(queue.task_done(machine));
                None
            }
            _ => {
                self.sift();
                None
            }
        }
    }

    /// A heap of nothing, of any length, with more answers than questions.
    fn sift(&mut self) {
        let len = usize::try_from(self.bytes.integer()).unwrap_or(usize::MAX);
        let mut sift = if self.bytes.flip() { Sift::popped(len) } else { Sift::pushed(len) };
        let inside = |a: usize, b: usize| assert!(a < len && b < len, "{a} and {b} of {len}");
        for _ in 0..80 {
            if self.bytes.next() % 4 != 3
                && let Some((a, b)) = sift.question(inside)
            {
                inside(a, b);
            }
            sift.answer(self.bytes.next() % 4 != 1, inside);
        }
    }

    fn pool(&mut self, machine: &mut Board) -> Option<Act> {
        let choice = self.bytes.below(8);
        match choice {
            0 => {
                self.shelf.pools.put(&self.bytes, Pool::new("pool", self.bytes.below(4)));
                return None;
            }
            1 | 2 => {
                let pool = if self.bytes.flip() { self.shelf.pools.pick(&self.bytes) } else { None };
                let (home, code) = (self.home()?, self.code());
                let future = machine.run_in_executor(home, pool.as_ref(), code).ok()?;
                return self.keep(future);
            }
            3 => {
                let code = self.code();
                let (_, ended) = machine.start_thread(code, self.bytes.flip(), "thread");
                self.shelf.signals.put(&self.bytes, ended);
                return None;
            }
            _ => {}
        }
        let pool = self.shelf.pools.pick(&self.bytes)?;
        match choice {
            4 => pool.shut_down(machine),
            5 => pool.cancel_jobs(machine),
            6 => {
                let ended = pool.next_to_end()?;
                self.shelf.signals.put(&self.bytes, ended);
            }
            _ => {
                let job = pool.submit(machine, self.code()).ok()?;
                self.shelf.jobs.put(&self.bytes, job);
            }
        }
        None
    }

    fn job(&mut self, machine: &mut Board) -> Option<Act> {
        let choice = self.bytes.below(9);
        match choice {
            0 => self.shelf.jobs.put(&self.bytes, ConcurrentFuture::new()),
            1 => self.shelf.signals.put(&self.bytes, Signal::new()),
            2 => machine.give(&self.shelf.signals.pick(&self.bytes)?),
            3 => self.shelf.signals.pick(&self.bytes)?.clear(),
            _ => {}
        }
        let job = self.shelf.jobs.pick(&self.bytes)?;
        match choice {
            4 => {
                let result = if self.bytes.flip() { Ok(self.value()) } else { Err(self.exception()) };
                job.set(machine, result);
            }
            5 => drop(job.cancel(machine)),
            6 => job.tell(machine, self.shelf.signals.pick(&self.bytes)?),
            7 => self.shelf.signals.put(&self.bytes, job.done()),
            _ => {
                let future = job.wrap(machine, self.home()?);
                return self.keep(future);
            }
        }
        None
    }

    /// Resumes or closes a coroutine that nobody drives, whatever it waits for.
    fn by_hand(&mut self, machine: &mut Board) -> Option<Act> {
        let mut coroutine = self.shelf.coroutines.take(&self.bytes)?;
        if self.bytes.next().is_multiple_of(5) {
            coroutine.close(machine);
        } else {
            let input = self.odd_input();
            match coroutine.resume(machine, input) {
                Step::Await(future) => drop(self.keep(future)),
                Step::Call(code) => self.shelf.codes.put(&self.bytes, code),
                Step::Return(output) => drop(self.keep_output(output)),
                Step::Pass
                | Step::IsTrue(_)
                | Step::IsLess(..)
                | Step::Block(_)
                | Step::Report(_)
                | Step::Raise(_) => {}
            }
        }
        self.shelf.coroutines.put(&self.bytes, coroutine);
        None
    }

    fn the_machine(&mut self, machine: &mut Board) -> Option<Act> {
        match self.bytes.below(8) {
            0 => machine.record(),
            1 => drop(machine.take_trace()),
            2 if self.bytes.flip() => machine.end(self),
            2 => machine.bury(self),
            3 if self.runs_within_runs < MOST_RUNS_WITHIN_RUNS => {
                self.runs_within_runs += 1;
                drop(machine.run(self));
                self.runs_within_runs -= 1;
            }
            4 => {
                self.lose_machine();
                let another = Machine::new(self.code(), Limits { iterations: 100, events: 10, lines: 10 });
                drop(std::mem::replace(machine, another));
            }
            5 => {
                let future = self.some()?;
                // Whoever sees its code can still cancel it.
                Task::of(&future)?.with_routine(|_| future.cancel(machine, None));
            }
            _ => drop(self.home().map(|home| (machine.all_tasks(home), machine.timers(home)))),
        }
        None
    }

    fn look(&mut self, machine: &mut Board) {
        if let Some(home) = self.home() {
            let _ = (machine.is_running(home), machine.is_closed(home), machine.ready_count(home));
            drop(machine.current_task(home));
        }
        if let Some(future) = self.some() {
            drop((future.result(), future.exception(), future.home()));
            drop(Task::of(&future).map(|task| (task.state(), task.name())));
        }
        if let Some(queue) = self.shelf.queues.pick(&self.bytes) {
            drop((queue.items(), queue.putters(), queue.is_shut_down()));
        }
        if let Some(job) = self.shelf.jobs.pick(&self.bytes) {
            drop(job.result());
        }
        let _ = (machine.now(), machine.futures_alive(), machine.current_thread());
    }

    fn rest(&mut self, _: &mut Board) -> Option<Act> {
        Some(Act::Rests(match self.bytes.below(12) {
            0..=3 => Flow::Await(self.some()?),
            4 => Flow::Pass,
            5 => Flow::Misuse(self.exception()),
            6 => Flow::Slice,
            7 => Flow::Raise(self.exception()),
            8 => Flow::Return(self.value()),
            _ => Flow::Block(block(self)?),
        }))
    }
}

/// A predicate that says nothing.
struct Shrug;

impl Coroutine<Player> for Shrug {
    fn resume(&mut self, _: &mut Board, _: interleave_core::Input<Player>) -> Step<Player> {
        Step::Return(interleave_core::Output::Value(<Player as interleave_core::Program>::nothing()))
    }
}
