//! The timers of one loop: ordered by nanosecond, hairs, and creation.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::events::Handle;
use crate::program::Program;
use crate::time::Moment;

/// Cancelled timers stay until they come up, or until there are more of them
/// than of the others, and enough to be worth the work.
const CLEAN_ABOVE: usize = 100;

pub(crate) struct Timers<P: Program> {
    heap: BinaryHeap<Entry<P>>,
    cancelled: usize,
}

struct Entry<P: Program> {
    due: Moment,
    order: u64,
    handle: Handle<P>,
}

impl<P: Program> Timers<P> {
    pub(crate) fn new() -> Self {
        Self { heap: BinaryHeap::new(), cancelled: 0 }
    }

    pub(crate) fn push(&mut self, due: Moment, order: u64, handle: Handle<P>) {
        self.heap.push(Entry { due, order, handle });
    }

    /// When the first timer falls due that is not cancelled.
    pub(crate) fn first(&mut self) -> Option<Moment> {
        while let Some(entry) = self.heap.peek() {
            if !entry.handle.is_cancelled() {
                return Some(entry.due);
            }
            self.heap.pop();
            self.cancelled = self.cancelled.saturating_sub(1);
        }
        None
    }

    /// Takes the first timer if it is due: before this nanosecond, or in it with no more hairs.
    pub(crate) fn pop_due(&mut self, limit: Moment) -> Option<Handle<P>> {
        if self.first()? > limit {
            return None;
        }
        self.heap.pop().map(|entry| entry.handle)
    }

    /// One of the timers was cancelled.
    pub(crate) fn note_cancelled(&mut self) {
        self.cancelled += 1;
        if self.cancelled > CLEAN_ABOVE && self.cancelled * 2 > self.heap.len() {
            self.heap.retain(|entry| !entry.handle.is_cancelled());
            self.cancelled = 0;
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.heap.len()
    }

    /// The timers that are not cancelled, in the order in which they fall due.
    pub(crate) fn in_order(&self) -> Vec<(Moment, Handle<P>)> {
        let mut entries: Vec<_> = self.heap.iter().filter(|entry| !entry.handle.is_cancelled()).collect();
        entries.sort_by_key(|entry| (entry.due, entry.order));
        entries.into_iter().map(|entry| (entry.due, entry.handle.clone())).collect()
    }
}

// The heap gives the greatest first; the timer that is due first is the greatest.
impl<P: Program> Ord for Entry<P> {
    fn cmp(&self, other: &Self) -> Ordering {
        (other.due, other.order).cmp(&(self.due, self.order))
    }
}

impl<P: Program> PartialOrd for Entry<P> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<P: Program> PartialEq for Entry<P> {
    fn eq(&self, other: &Self) -> bool {
        self.order == other.order
    }
}

impl<P: Program> Eq for Entry<P> {}
