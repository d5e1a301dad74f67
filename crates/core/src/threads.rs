//! Simulated threads: one runs at a time, until it blocks. Who runs next is
//! whoever wakes first; of those that wake together, who blocked first.

use std::mem;

use interleave_trace::{Span, StepId, ThreadId, What};

use crate::concurrent::{Job, Pool, Signal};
use crate::event_loop::EventLoop;
use crate::futures::Future;
use crate::machine::Machine;
use crate::program::{Input, Program};
use crate::tasks::Task;

pub(crate) struct Threads<P: Program> {
    pub(crate) current: Thread<P>,
    parked: Vec<Thread<P>>,
    /// Of all threads that ever were, by number.
    names: Vec<Box<str>>,
}

pub(crate) struct Thread<P: Program> {
    pub(crate) id: ThreadId,
    pub(crate) role: Role<P>,
    /// The thread's own code, unless it is running or has ended.
    pub(crate) own: Option<P::Routine>,
    /// What the code that was set aside is resumed with.
    pub(crate) input: Option<Input<P>>,
    /// The loop that it drives.
    pub(crate) drive: Option<Drive<P>>,
    /// Code of the loop's that blocked, or whose slice ended.
    pub(crate) running: Option<Running<P>>,
    blocked: Option<Blocked>,
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
        job: Option<Job<P>>,
    },
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
}

/// Until when a thread waits.
pub(crate) struct Blocked {
    pub(crate) until_ns: Option<i64>,
    pub(crate) signal: Option<Signal>,
    /// A loop that waits for work from other threads.
    pub(crate) home: Option<EventLoop>,
    pub(crate) order: u64,
    /// Work has come for the loop.
    pub(crate) woken: bool,
}

impl Blocked {
    fn can_go_on(&self) -> bool {
        self.woken || self.signal.as_ref().is_some_and(Signal::is_set)
    }
}

impl<P: Program> Thread<P> {
    pub(crate) fn main(routine: P::Routine) -> Self {
        Self::new(ThreadId(0), Role::Main, Some(routine))
    }

    fn new(id: ThreadId, role: Role<P>, own: Option<P::Routine>) -> Self {
        Self { id, role, own, input: Some(Input::Start), drive: None, running: None, blocked: None }
    }

    /// It has something to do that the program's end waits for.
    fn keeps_alive(&self) -> bool {
        match &self.role {
            Role::Main => false,
            Role::Plain { daemon, .. } => !daemon,
            Role::Worker { job, pool } => job.is_some() || pool.has_jobs(),
        }
    }
}

impl<P: Program> Threads<P> {
    pub(crate) fn new(main: Thread<P>) -> Self {
        Self { current: main, parked: Vec::new(), names: vec!["MainThread".into()] }
    }

    pub(crate) fn alone(&self) -> bool {
        self.parked.is_empty()
    }

    pub(crate) fn work_left(&self) -> bool {
        self.parked.iter().any(Thread::keeps_alive)
    }

    /// All threads that have not ended.
    pub(crate) fn by_number(&self) -> Vec<&Thread<P>> {
        let mut threads: Vec<_> = self.parked.iter().chain([&self.current]).collect();
        threads.sort_by_key(|thread| thread.id);
        threads
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
        let mut thread = Thread::new(id, role, own);
        thread.blocked = Some(Blocked {
            until_ns: Some(self.now.ns),
            signal: None,
            home: None,
            order: self.next_order(),
            woken: false,
        });
        self.threads.parked.push(thread);
        self.note_text(name, |name| What::ThreadStarted { thread: id, name });
        id
    }

    /// The name that a thread was started with.
    pub fn thread_name(&self, thread: ThreadId) -> Option<&str> {
        self.threads.names.get(thread.0 as usize).map(|name| &**name)
    }

    /// Gives a signal: who waits for it, now or later, goes on, unless it is cleared before their turn.
    pub fn give(&mut self, signal: &Signal) {
        signal.set();
    }

    /// Of those who wait for a signal, the one who has waited longest goes on.
    pub(crate) fn wake_one(&mut self, signal: &Signal) {
        let blocked = self.threads.parked.iter_mut().filter_map(|thread| thread.blocked.as_mut());
        let waits = |blocked: &&mut Blocked| {
            !blocked.woken && blocked.signal.as_ref().is_some_and(|own| own.is(signal))
        };
        if let Some(first) = blocked.filter(waits).min_by_key(|blocked| blocked.order) {
            first.woken = true;
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
                    blocked.woken = true;
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
        let order = self.next_order();
        self.threads.current.blocked = Some(Blocked { until_ns, signal, home, order, woken: false });
        if home.is_none() {
            self.note(|| What::Blocks { until_ns: until_ns.unwrap_or(i64::MAX) });
        }
        self.next_thread()
    }

    /// The running thread is over or blocked: the next one runs. False if there is none.
    pub(crate) fn next_thread(&mut self) -> bool {
        let now = self.now.ns;
        let wake = |thread: &Thread<P>| {
            let blocked = thread.blocked.as_ref()?;
            let at = if blocked.can_go_on() { now } else { blocked.until_ns? };
            Some((at.max(now), blocked.order))
        };
        let parked = self
            .threads
            .parked
            .iter()
            .enumerate()
            .filter_map(|(index, thread)| Some((wake(thread)?, Some(index))));
        let current = wake(&self.threads.current).map(|key| (key, None));
        let Some(((at, _), index)) = parked.chain(current).min_by_key(|(key, _)| *key) else { return false };
        self.now.ns = at;
        if let Some(index) = index {
            let next = self.threads.parked.swap_remove(index);
            let before = mem::replace(&mut self.threads.current, next);
            // Where the other thread was is not where this one is.
            self.set_place(Span::default());
            if before.blocked.is_some() {
                self.threads.parked.push(before);
            }
        }
        if let Some(blocked) = self.threads.current.blocked.take() {
            if blocked.signal.is_some() {
                self.threads.current.input = Some(Input::Signalled(blocked.can_go_on()));
            }
            if blocked.home.is_none() {
                self.note(|| What::Unblocks);
            }
        }
        true
    }

    /// The running thread's own code has ended.
    pub(crate) fn end_thread(&mut self, result: Result<P::Value, P::Exception>) {
        let id = self.threads.current.id;
        let role = mem::replace(&mut self.threads.current.role, Role::Main);
        match role {
            Role::Main => {
                self.note(|| What::ThreadEnded(id));
                self.finished = Some(result);
            }
            Role::Plain { ended, .. } => {
                self.note(|| What::ThreadEnded(id));
                self.give(&ended);
            }
            Role::Worker { pool, job } => {
                self.threads.current.role = Role::Worker { pool: pool.clone(), job: None };
                pool.job_ended(self, job, result);
            }
        }
    }
}
