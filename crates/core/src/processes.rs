//! Computing that takes time. Each process has a clock and a lock: of its threads, only the one that
//! holds the lock computes. Where computing is free, nothing here ever matters.

use interleave_trace::ThreadId;

use crate::machine::Machine;
use crate::program::Program;
use crate::threads::Thread;

/// Who waits for its process's lock gets it after this time, as in CPython.
const TURN_NS: i64 = 5_000_000;

/// So much further than another process may one compute: they share nothing but what they say to each
/// other, and that comes at most so much out of order.
const LEAD_NS: i64 = 5_000;

/// What threads of one process share.
#[derive(Default)]
pub(crate) struct Process {
    /// Its clock, while none of its threads is the one that runs.
    pub(crate) clock_ns: i64,
    /// How long its threads have computed.
    cpu_ns: i64,
    /// Since when its lock is held by whoever holds it.
    pub(crate) held_since_ns: i64,
    /// Who holds its lock while other processes compute.
    pub(crate) kept_by: Option<ThreadId>,
}

/// A process by number; the first is the program itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ProcessId(usize);

impl ProcessId {
    /// Where it stands in the list of all processes.
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

impl<P: Program> Machine<P> {
    /// The running thread has computed for so long.
    pub fn compute(&mut self, ns: i64) {
        self.now.ns = self.now.ns.saturating_add(ns);
        self.threads.current.cpu_ns = self.threads.current.cpu_ns.saturating_add(ns);
        let process = self.process_mut(self.threads.current.process);
        process.cpu_ns = process.cpu_ns.saturating_add(ns);
    }

    /// The running thread stands still for so long, and nobody else has a turn: last words are never set aside.
    pub fn stand_still(&mut self, ns: i64) {
        self.now.ns = self.now.ns.saturating_add(ns.max(0));
    }

    /// For how long the running thread may compute until it has to ask again. 0: it is the turn of others
    /// ([`crate::Block::Turn`]).
    pub fn may_compute(&self) -> i64 {
        let own = self.threads.current.process;
        let limits = self.threads.parked().filter_map(|thread| {
            if thread.process == own {
                self.hand_over_ns(thread)
            } else {
                Some(self.start_of(thread)?.0.saturating_add(LEAD_NS))
            }
        });
        limits.map(|limit| limit.saturating_sub(self.now.ns).max(0)).min().unwrap_or(TURN_NS).min(TURN_NS)
    }

    /// It is the turn of others: when a thread of the same process has waited long enough, it gets the lock.
    pub(crate) fn hands_over(&self) -> bool {
        let own = self.threads.current.process;
        let mut siblings = self.threads.parked().filter(|thread| thread.process == own);
        siblings.any(|thread| self.hand_over_ns(thread).is_some_and(|due_ns| due_ns <= self.now.ns))
    }

    /// When the lock has to be handed over, as this thread waits for it.
    fn hand_over_ns(&self, thread: &Thread<P>) -> Option<i64> {
        let held_since_ns = self.process(thread.process).held_since_ns;
        Some(thread.ready_ns()?.max(held_since_ns).saturating_add(TURN_NS))
    }

    /// How long the running thread has computed.
    pub fn thread_cpu_ns(&self) -> i64 {
        self.threads.current.cpu_ns
    }

    /// How long the threads of the process that runs have computed.
    pub fn process_cpu_ns(&self) -> i64 {
        self.process(self.threads.current.process).cpu_ns
    }

    /// Makes a process. Its clock begins to matter when its first thread, which is ready from now on, has run.
    pub(crate) fn new_process(&mut self) -> ProcessId {
        self.threads.processes.push(Process::default());
        ProcessId(self.threads.processes.len() - 1)
    }

    /// When a parked thread can go on, and since when it waits for its process's lock; `None` while that is kept.
    pub(crate) fn start_of(&self, thread: &Thread<P>) -> Option<(i64, i64)> {
        let ready = thread.ready_ns()?;
        let process = self.process(thread.process);
        let is_kept = process.kept_by.is_some_and(|keeper| keeper != thread.id);
        (!is_kept).then_some((ready.max(process.clock_ns), ready))
    }

    pub(crate) fn process(&self, id: ProcessId) -> &Process {
        &self.threads.processes[id.index()]
    }

    pub(crate) fn process_mut(&mut self, id: ProcessId) -> &mut Process {
        &mut self.threads.processes[id.index()]
    }
}
