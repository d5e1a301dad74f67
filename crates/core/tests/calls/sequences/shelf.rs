//! Bytes as decisions, and the shelf: everything that was ever made, for later
//! calls to be made with, on either machine.

use std::cell::Cell;

use interleave_core::{
    AsCompleted, Barrier, ConcurrentFuture, Condition, Coroutine, Event, EventLoop, Future, Handle, Lock,
    Pool, Queue, Runner, Semaphore, Signal, TaskGroup, Timeout,
};

use super::player::{Code, Player};

/// So much of each kind is kept; what comes later takes the place of something older.
const MOST: usize = 12;

/// A cursor into the bytes. Behind their end, every decision is the first choice.
pub(crate) struct Bytes {
    bytes: Box<[u8]>,
    at: Cell<usize>,
}

impl Bytes {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        Self { bytes: bytes.into(), at: Cell::new(0) }
    }

    pub(crate) fn any_left(&self) -> bool {
        self.at.get() < self.bytes.len()
    }

    pub(crate) fn next(&self) -> u8 {
        let byte = self.bytes.get(self.at.get()).copied().unwrap_or(0);
        self.at.set(self.at.get().saturating_add(1));
        byte
    }

    pub(crate) fn below(&self, limit: usize) -> usize {
        usize::from(self.next()) % limit.max(1)
    }

    pub(crate) fn flip(&self) -> bool {
        self.next() & 1 == 1
    }

    /// Mostly ordinary seconds, sometimes none that a clock could show.
    pub(crate) fn seconds(&self) -> f64 {
        const ODD: [f64; 12] = [
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            -1.0,
            -0.0,
            1e-10,
            1e-9,
            9.2e9,
            9.3e9,
            1e300,
            f64::MIN_POSITIVE,
            f64::MAX,
        ];
        let byte = usize::from(self.next());
        ODD.get(byte).copied().unwrap_or_else(|| f64::from(self.next() % 4) / 4.0)
    }

    pub(crate) fn maybe_seconds(&self) -> Option<f64> {
        self.flip().then(|| self.seconds())
    }

    pub(crate) fn integer(&self) -> i64 {
        const ODD: [i64; 6] = [0, -1, i64::MIN, i64::MAX, i64::MAX - 1, 1_000_000_000];
        let byte = usize::from(self.next());
        ODD.get(byte).copied().unwrap_or_else(|| i64::from(self.next() % 5))
    }
}

/// Things of one kind.
pub(crate) struct Pile<T>(Vec<T>);

impl<T> Pile<T> {
    pub(crate) fn put(&mut self, bytes: &Bytes, thing: T) {
        if self.0.len() < MOST {
            self.0.push(thing);
        } else {
            let index = bytes.below(MOST);
            drop(std::mem::replace(&mut self.0[index], thing));
        }
    }

    pub(crate) fn take(&mut self, bytes: &Bytes) -> Option<T> {
        let index = bytes.below(self.0.len());
        (index < self.0.len()).then(|| self.0.swap_remove(index))
    }
}

impl<T: Clone> Pile<T> {
    pub(crate) fn pick(&self, bytes: &Bytes) -> Option<T> {
        self.0.get(bytes.below(self.0.len())).cloned()
    }
}

impl<T> Default for Pile<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[derive(Default)]
pub(crate) struct Shelf {
    pub(crate) loops: Pile<EventLoop>,
    pub(crate) futures: Pile<Future<Player>>,
    pub(crate) handles: Pile<Handle<Player>>,
    pub(crate) locks: Pile<Lock<Player>>,
    pub(crate) events: Pile<Event<Player>>,
    pub(crate) conditions: Pile<Condition<Player>>,
    pub(crate) semaphores: Pile<Semaphore<Player>>,
    pub(crate) barriers: Pile<Barrier<Player>>,
    pub(crate) queues: Pile<Queue<Player>>,
    pub(crate) timeouts: Pile<Timeout<Player>>,
    pub(crate) groups: Pile<TaskGroup<Player>>,
    pub(crate) completed: Pile<AsCompleted<Player>>,
    pub(crate) runners: Pile<Runner>,
    pub(crate) pools: Pile<Pool<Player>>,
    pub(crate) jobs: Pile<ConcurrentFuture<Player>>,
    pub(crate) signals: Pile<Signal>,
    pub(crate) coroutines: Pile<Box<dyn Coroutine<Player>>>,
    pub(crate) codes: Pile<Code>,
}

impl Shelf {
    /// Some futures, perhaps one of them twice.
    pub(crate) fn some_futures(&self, bytes: &Bytes) -> Vec<Future<Player>> {
        (0..bytes.below(5)).filter_map(|_| self.futures.pick(bytes)).collect()
    }

    /// Drops one thing, or everything of a kind.
    pub(crate) fn drop_something(&mut self, bytes: &Bytes) {
        match bytes.below(18) {
            0 => drop(self.futures.take(bytes)),
            1 => drop(self.handles.take(bytes)),
            2 => drop(self.locks.take(bytes)),
            3 => drop(self.events.take(bytes)),
            4 => drop(self.conditions.take(bytes)),
            5 => drop(self.semaphores.take(bytes)),
            6 => drop(self.barriers.take(bytes)),
            7 => drop(self.queues.take(bytes)),
            8 => drop(self.timeouts.take(bytes)),
            9 => drop(self.groups.take(bytes)),
            10 => drop(self.completed.take(bytes)),
            11 => drop(self.pools.take(bytes)),
            12 => drop(self.jobs.take(bytes)),
            13 => drop(self.coroutines.take(bytes)),
            14 => drop(self.codes.take(bytes)),
            15 => self.futures = Pile::default(),
            16 => self.handles = Pile::default(),
            _ => self.coroutines = Pile::default(),
        }
    }
}
