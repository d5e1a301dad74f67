//! Simulated threads: one runs at a time, until it blocks. Who runs next is
//! whoever wakes first; of those that wake together, who blocked first.

use std::mem;

use interleave_trace::{Actor, Span, StepId, ThreadId, What};

use crate::concurrent::{Job, Pool, Signal};
use crate::event_loop::EventLoop;
use crate::futures::Future;
use crate::machine::Machine;
use crate::processes::{Process, ProcessId};
use crate::program::{Input, Kind, Program};
use crate::tasks::Task;

const MAIN: ThreadId = ThreadId(0);

pub(crate) struct Threads<P: Program> {
    pub(crate) current: Thread<P>,
    parked: Vec<Thread<P>>,
    pub(crate) processes: Vec<Process>,
    /// Of all threads that ever were, by number.
    names: Vec<Box<str>>,
}

pub(crate) struct Thread<P: Program> {
    pub(crate) id: ThreadId,
    pub(crate) role: Role<P>,
    pub(crate) process: ProcessId,
    /// How long it has computed.
    pub(crate) cpu_ns: i64,
    /// The thread's own code, unless it is running or has ended.
    pub(crate) own: Option<P::Routine>,
    /// What the code that was set aside is resumed with.
    pub(crate) input: Option<Input<P>>,
    /// The loop that it drives.
    pub(crate) drive: Option<Drive<P>>,
    /// Code of the loop's that blocked, or whose slice ended.
    pub(crate) running: Option<Running<P>>,
    blocked: Option<Blocked>,
    /// An exception left its code, whoever has been told of it.
    has_failed: bool,
}

pub(crate) enum Role<P: Program> {
    Main,
    /// Started by the program; the signal says that it has ended.
    Plain {
        ended: Signal,
        daemon: bool,
    },
    /// Takes jobs from a pool.
    Worker {
        pool: Pool<P>,
        /// Its place among the pool's workers.
        number: usize,
        job: Option<Job<P>>,
    },
    /// A worker that has ended.
    Over,
}

pub(crate) struct Drive<P: Program> {
    pub(crate) home: EventLoop,
    pub(crate) until: Option<Future<P>>,
}

/// Code that a loop runs and that has not come to its end.
pub(crate) struct Running<P: Program> {
    /// `None` for a callback.
    pub(crate) task: Option<Task<P>>,
    pub(crate) routine: P::Routine,
    pub(crate) step: StepId,
    pub(crate) since: Since<P>,
}

/// How a step began.
pub(crate) struct Since<P: Program> {
    pub(crate) ns: i64,
    /// With what, which is held until it is over.
    pub(crate) with: With<P>,
}

/// What a step begins with. The loop lets go of it when the step is over, as CPython's does.
pub(crate) struct With<P: Program> {
    /// What was thrown in.
    pub(crate) thrown: Option<P::Exception>,
    /// What was awaited.
    pub(crate) awaited: Option<Future<P>>,
    /// The cancellation that was made to be thrown in instead: let go of before the step settles.
    pub(crate) made: Option<P::Exception>,
}

impl<P: Program> With<P> {
    /// What was thrown in, if a future had to be asked for it: one that was cancelled, or one that waits for several. As
    /// CPython has it, all others show it.
    pub(crate) fn asked_for(&self) -> Option<&P::Exception> {
        let thrown = self.thrown.as_ref()?;
        let gathers = self.awaited.as_ref().is_some_and(Future::is_gathering);
        (gathers || P::kind(thrown) == Kind::Cancelled).then_some(thrown)
    }
}

impl<P: Program> Since<P> {
    pub(crate) fn new(ns: i64) -> Self {
        Self { ns, with: With { thrown: None, awaited: None, made: None } }
    }
}

/// Until when a thread waits.
pub(crate) struct Blocked {
    pub(crate) until_ns: Option<i64>,
    pub(crate) signal: Option<Signal>,
    /// A loop that waits for work from other threads.
    pub(crate) home: Option<EventLoop>,
    pub(crate) order: u64,
    /// When it was woken, if it was: work has come for the loop, or a job for the worker.
    pub(crate) woken_ns: Option<i64>,
    /// The trace says nothing of it.
    pub(crate) quiet: bool,
}

impl Blocked {
    /// Since when somebody lets it go on.
    fn called_ns(&self) -> Option<i64> {
        self.woken_ns.or_else(|| self.signal.as_ref()?.given_ns())
    }
}

impl<P: Program> Thread<P> {
    pub(crate) fn main(routine: P::Routine) -> Self {
        Self::new(MAIN, Role::Main, Some(routine))
    }

    fn new(id: ThreadId, role: Role<P>, own: Option<P::Routine>) -> Self {
        Self {
            id,
            role,
            process: ProcessId::default(),
            cpu_ns: 0,
            own,
            input: Some(Input::Start),
            drive: None,
            running: None,
            blocked: None,
            has_failed: false,
        }
    }

    /// From when on it can go on, if it is parked and will ever.
    pub(crate) fn ready_ns(&self) -> Option<i64> {
        let blocked = self.blocked.as_ref()?;
        blocked.called_ns().into_iter().chain(blocked.until_ns).min()
    }

    /// It has something to do that the program's end waits for.
    fn keeps_alive(&self) -> bool {
        match &self.role {
            Role::Main | Role::Over => false,
            Role::Plain { daemon, .. } => !daemon,
            Role::Worker { job, pool, .. } => job.is_some() || pool.has_jobs(),
        }
    }
}

impl<P: Program> Threads<P> {
    pub(crate) fn new(main: Thread<P>) -> Self {
        Self {
            current: main,
            parked: Vec::new(),
            processes: vec![Process::default()],
            names: vec!["MainThread".into()],
        }
    }

    pub(crate) fn parked(&self) -> impl Iterator<Item = &Thread<P>> {
        self.parked.iter()
    }

    pub(crate) fn alone(&self) -> bool {
        self.parked.is_empty()
    }

    /// A thread that the program's end waits for has something to do, or blocks for ever: also the running one, if
    /// nobody could take its place.
    pub(crate) fn work_left(&self) -> bool {
        let stuck = Some(&self.current).filter(|current| current.blocked.is_some());
        self.parked.iter().chain(stuck).any(Thread::keeps_alive)
    }

    /// All threads that have not ended.
    pub(crate) fn by_number(&self) -> Vec<&Thread<P>> {
        let mut threads: Vec<_> = self.parked.iter().chain([&self.current]).collect();
        threads.sort_by_key(|thread| thread.id);
        threads
    }

    /// The program is over; whatever is still said, the main thread says.
    pub(crate) fn leave_to_main(&mut self) {
        if self.current.id != MAIN {
            self.current = Thread::new(MAIN, Role::Main, None);
        }
    }

    pub(crate) fn clear(&mut self) {
        let id = self.current.id;
        drop(mem::replace(&mut self.current, Thread::new(id, Role::Main, None)));
        self.parked.clear();
    }
}

impl<P: Program> Machine<P> {
    /// Starts a thread; it runs when the one that runs now blocks. Give way with
    /// [`crate::Block::Others`], as Python does. The signal is given when it ends.
    pub fn start_thread(&mut self, routine: P::Routine, daemon: bool, name: &str) -> (ThreadId, Signal) {
        let ended = Signal::new();
        let id = self.add_thread(Role::Plain { ended: ended.clone(), daemon }, Some(routine), name);
        (id, ended)
    }

    pub(crate) fn add_thread(&mut self, role: Role<P>, own: Option<P::Routine>, name: &str) -> ThreadId {
        let id = ThreadId(u32::try_from(self.threads.names.len()).unwrap_or(u32::MAX));
        self.threads.names.push(name.into());
        let process = match &role {
            Role::Worker { pool, .. } if pool.is_of_processes() => self.new_process(),
            Role::Main | Role::Plain { .. } | Role::Worker { .. } | Role::Over => {
                self.threads.current.process
            }
        };
        let mut thread = Thread::new(id, role, own);
        thread.process = process;
        thread.blocked = Some(Blocked {
            until_ns: Some(self.now.ns),
            signal: None,
            home: None,
            order: self.next_order(),
            woken_ns: None,
            quiet: false,
        });
        self.threads.parked.push(thread);
        self.note_text(name, |name| What::ThreadStarted { thread: id, name });
        id
    }

    /// The name that a thread was started with.
    pub fn thread_name(&self, thread: ThreadId) -> Option<&str> {
        self.threads.names.get(thread.0 as usize).map(|name| &**name)
    }

    /// The threads of this process that have not ended, in the order in which they were started.
    pub fn live_threads(&self) -> Vec<ThreadId> {
        let process = self.threads.current.process;
        let live = self.threads.by_number().into_iter();
        let live = live.filter(|thread| thread.process == process && !matches!(thread.role, Role::Over));
        live.map(|thread| thread.id).collect()
    }

    /// Gives a signal: who waits for it, now or later, goes on, unless it is cleared before their turn.
    pub fn give(&mut self, signal: &Signal) {
        signal.give_at(self.now.ns);
    }

    /// Of those who wait for a signal, the one who has waited longest goes on.
    pub(crate) fn wake_one(&mut self, signal: &Signal) {
        let now = self.now.ns;
        let blocked = self.threads.parked.iter_mut().filter_map(|thread| thread.blocked.as_mut());
        let waits = |blocked: &&mut Blocked| {
            blocked.woken_ns.is_none() && blocked.signal.as_ref().is_some_and(|own| own.is(signal))
        };
        if let Some(first) = blocked.filter(waits).min_by_key(|blocked| blocked.order) {
            first.woken_ns = Some(now);
        }
    }

    /// Wakes the thread that drives this loop, if it waits for work.
    pub(crate) fn wake_loop(&mut self, home: EventLoop) {
        for index in 0..self.threads.parked.len() {
            let waits =
                self.threads.parked[index].blocked.as_ref().is_some_and(|blocked| blocked.home == Some(home));
            if waits {
                let order = self.next_order();
                if let Some(blocked) = &mut self.threads.parked[index].blocked {
                    blocked.woken_ns = Some(self.now.ns);
                    blocked.home = None;
                    blocked.order = order;
                }
            }
        }
    }

    /// The running thread waits; whoever wakes first runs from now on. False if nobody ever does.
    pub(crate) fn park(
        &mut self,
        until_ns: Option<i64>,
        signal: Option<Signal>,
        home: Option<EventLoop>,
    ) -> bool {
        self.wait(until_ns, signal, home, home.is_some())
    }

    /// The running thread has computed long enough. The trace tells of it if it has to wait for its
    /// process's lock; that several processes compute at the same time is nothing to tell.
    pub(crate) fn give_turn(&mut self) -> bool {
        let hands_over = self.hands_over();
        if !hands_over {
            let (id, own) = (self.threads.current.id, self.threads.current.process);
            self.process_mut(own).kept_by = Some(id);
        }
        self.wait(Some(self.now.ns), None, None, !hands_over)
    }

    fn wait(
        &mut self,
        until_ns: Option<i64>,
        signal: Option<Signal>,
        home: Option<EventLoop>,
        quiet: bool,
    ) -> bool {
        let order = self.next_order();
        self.threads.current.blocked = Some(Blocked { until_ns, signal, home, order, woken_ns: None, quiet });
        if !quiet {
            self.note(|| What::Blocks { until_ns: until_ns.unwrap_or(i64::MAX) });
        }
        self.next_thread()
    }

    /// The running thread is over or blocked: the next one runs. False if there is none. It is the one that
    /// can begin first; of those, the one that has been able to for longest; of those, the first to block.
    pub(crate) fn next_thread(&mut self) -> bool {
        let own = self.threads.current.process;
        self.process_mut(own).clock_ns = self.now.ns;
        let wake = |thread: &Thread<P>| {
            let (start, ready) = self.start_of(thread)?;
            Some((start, ready, thread.blocked.as_ref()?.order))
        };
        let parked = self
            .threads
            .parked
            .iter()
            .enumerate()
            .filter_map(|(index, thread)| Some((wake(thread)?, Some(index))));
        let current = wake(&self.threads.current).map(|key| (key, None));
        let Some(((start, ..), index)) = parked.chain(current).min_by_key(|(key, _)| *key) else {
            return false;
        };
        self.now.ns = start;
        if let Some(index) = index {
            let next = self.threads.parked.swap_remove(index);
            let before = mem::replace(&mut self.threads.current, next);
            // Where the other thread was is not where this one is.
            self.set_place(Span::default());
            if before.blocked.is_some() {
                self.threads.parked.push(before);
            }
        }
        let process = self.process_mut(self.threads.current.process);
        if process.kept_by.take().is_none() {
            process.held_since_ns = start;
        }
        if let Some(blocked) = self.threads.current.blocked.take() {
            if blocked.signal.is_some() {
                self.threads.current.input = Some(Input::Signalled(blocked.called_ns().is_some()));
            }
            if !blocked.quiet {
                self.next_acts();
                self.note(|| What::Unblocks);
            }
        }
        true
    }

    /// What is on the record next, whoever goes on in the running thread does.
    fn next_acts(&mut self) {
        let current = &self.threads.current;
        let home = current.drive.as_ref().map(|drive| drive.home.0);
        let (actor, step) = match (&current.running, home) {
            (Some(Running { task: Some(task), step, .. }), _) => (Actor::Task(task.id()), Some(*step)),
            (Some(running), Some(home)) => (Actor::Callback(home), Some(running.step)),
            (None, Some(home)) => (Actor::Loop(home), None),
            (_, None) => (Actor::Thread(current.id), None),
        };
        self.recorder.actor = actor;
        self.recorder.step = step.unwrap_or(self.recorder.step);
    }

    /// The workers that there are still will do nothing more: whoever waits for them has waited long enough.
    pub(crate) fn end_workers(&mut self) {
        let threads = self.threads.by_number().into_iter();
        let idle: Vec<_> = threads
            .filter_map(|thread| match &thread.role {
                Role::Worker { pool, number, .. } => Some((thread.id, pool.clone(), *number)),
                Role::Main | Role::Plain { .. } | Role::Over => None,
            })
            .collect();
        let (step, actor) = (self.recorder.step, self.recorder.actor);
        for (thread, pool, number) in idle {
            pool.worker_ended(self, number);
            self.note_end_of(thread);
        }
        (self.recorder.step, self.recorder.actor) = (step, actor);
    }

    /// Whether a thread of a pool's is running.
    pub fn in_worker(&self) -> bool {
        matches!(&self.threads.current.role, Role::Worker { pool, .. } if !pool.is_of_processes())
    }

    /// A worker does nothing more.
    pub(crate) fn note_end_of(&mut self, worker: ThreadId) {
        self.recorder.begin_step(Actor::Thread(worker));
        self.note(|| What::ThreadEnded(worker));
    }

    /// The running thread's code has failed, and whoever hears of that has been told: it only has to end.
    pub fn thread_fails(&mut self) {
        self.threads.current.has_failed = true;
    }

    /// The running thread's own code has ended.
    pub(crate) fn end_thread(&mut self, result: Result<P::Value, P::Exception>) {
        let Thread { id, has_failed, .. } = self.threads.current;
        let is_failure = |exception: &P::Exception| P::kind(exception) != Kind::Exit;
        let has_failed = has_failed || result.as_ref().is_err_and(is_failure);
        let end = if has_failed { What::ThreadFailed(id) } else { What::ThreadEnded(id) };
        let role = mem::replace(&mut self.threads.current.role, Role::Main);
        match role {
            Role::Main => {
                self.note(|| end);
                self.finished = Some(result);
            }
            Role::Over => {}
            Role::Plain { ended, .. } => {
                self.note(|| end);
                self.give(&ended);
            }
            Role::Worker { pool, number, job } => {
                self.threads.current.role = Role::Worker { pool, number, job: None };
                if let Some(job) = job {
                    job.future.set(self, result);
                }
            }
        }
    }
}
