//! The timers of one loop: ordered by nanosecond, hairs, and creation.
//!
//! A million timers must cost little more each than a thousand, so only those
//! about to fire are kept in order. The others lie in buckets by how far off
//! they are: by the highest six bits in which their nanosecond differs from the
//! horizon. When the horizon moves on to the first of them, its bucket is dealt
//! out to nearer ones; a timer moves a few times in its life, and never back.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use interleave_trace::TimerId;

use crate::events::Handle;
use crate::futures::Future;
use crate::heapq::Sift;
use crate::naps::Nap;
use crate::program::Program;
use crate::time::Moment;

/// Cancelled timers stay until they come up, or until there are more of them
/// than of the others, and enough to be worth the work.
const CLEAN_ABOVE: usize = 100;

const BITS: u32 = 6;
const BUCKETS: usize = 1 << BITS;

pub(crate) struct Timers<P: Program> {
    /// Every timer up to the horizon, in order.
    near: BinaryHeap<Entry<P>>,
    /// No timer beyond `near` lies before this nanosecond, or in it.
    horizon: i64,
    /// The others; a level is made when it is first needed.
    far: Vec<Level<P>>,
    len: usize,
    cancelled: usize,
}

/// Timers that agree with the horizon in all bits above this level's.
struct Level<P: Program> {
    /// One bit a bucket: it holds something.
    filled: u64,
    buckets: Vec<Vec<Entry<P>>>,
}

struct Entry<P: Program> {
    due: Moment,
    order: u64,
    timed: Timed<P>,
}

/// What falls due.
pub(crate) enum Timed<P: Program> {
    Handle(Handle<P>),
    /// A future whose sleep ends.
    Nap(Future<P>),
}

impl<P: Program> Timed<P> {
    fn is_cancelled(&self) -> bool {
        match self {
            Self::Handle(handle) => handle.is_cancelled(),
            Self::Nap(future) => future.as_nap().is_none_or(Nap::is_over),
        }
    }

    fn id(&self) -> Option<TimerId> {
        match self {
            Self::Handle(handle) => handle.timer(),
            Self::Nap(future) => future.as_nap().map(|nap| nap.timer),
        }
    }
}

impl<P: Program> Timers<P> {
    pub(crate) fn new() -> Self {
        Self { near: BinaryHeap::new(), horizon: i64::MIN, far: Vec::new(), len: 0, cancelled: 0 }
    }

    pub(crate) fn push(&mut self, due: Moment, order: u64, timed: Timed<P>) {
        self.len += 1;
        self.place(Entry { due, order, timed });
    }

    /// When the first timer falls due that is not cancelled.
    pub(crate) fn first(&mut self) -> Option<Moment> {
        loop {
            let Some(entry) = self.near.peek() else {
                self.advance()?;
                continue;
            };
            if !entry.timed.is_cancelled() {
                return Some(entry.due);
            }
            self.near.pop();
            self.len -= 1;
            self.cancelled = self.cancelled.saturating_sub(1);
        }
    }

    /// Takes the first timer if it is due: before this nanosecond, or in it with no more hairs.
    pub(crate) fn pop_due(&mut self, limit: Moment) -> Option<Timed<P>> {
        if self.first()? > limit {
            return None;
        }
        self.len -= 1;
        self.near.pop().map(|entry| entry.timed)
    }

    /// One of the timers was cancelled.
    pub(crate) fn note_cancelled(&mut self) {
        self.cancelled += 1;
        if self.cancelled > CLEAN_ABOVE && self.cancelled * 2 > self.len {
            self.near.retain(|entry| !entry.timed.is_cancelled());
            self.len = self.near.len();
            for level in &mut self.far {
                self.len += level.drop_cancelled();
            }
            self.cancelled = 0;
        }
    }

    /// The timers that are not cancelled, in the order in which they fall due.
    pub(crate) fn in_order(&self) -> Vec<(Moment, TimerId)> {
        let far = self.far.iter().flat_map(|level| level.buckets.iter().flatten());
        let mut entries: Vec<_> =
            self.near.iter().chain(far).filter(|entry| !entry.timed.is_cancelled()).collect();
        entries.sort_by_key(|entry| (entry.due, entry.order));
        entries.into_iter().filter_map(|entry| Some((entry.due, entry.timed.id()?))).collect()
    }

    /// Lets `look` see each, in no order.
    pub(crate) fn each(&self, mut look: impl FnMut(&Timed<P>)) {
        let far = self.far.iter().flat_map(|level| level.buckets.iter().flatten());
        self.near.iter().chain(far).for_each(|entry| look(&entry.timed));
    }

    /// Lets go of them in the order in which CPython's loop does when it is closed: it empties a list that is a heap,
    /// from its end. The heap is one to which they were added as they were made; what fell due meanwhile may have
    /// exchanged some, which is not known here.
    pub(crate) fn let_go(self) {
        let far = self.far.into_iter().flat_map(|level| level.buckets.into_iter().flatten());
        let mut made: Vec<_> = self.near.into_iter().chain(far).collect();
        made.sort_by_key(|entry| entry.order);
        let mut heap: Vec<Entry<P>> = Vec::with_capacity(made.len());
        for entry in made {
            heap.push(entry);
            let mut sift = Sift::pushed(heap.len());
            while let Some((one, other)) = sift.question(|one, other| heap.swap(one, other)) {
                let is_sooner = heap[one].due < heap[other].due;
                sift.answer(is_sooner, |one, other| heap.swap(one, other));
            }
        }
        while heap.pop().is_some() {}
    }

    fn place(&mut self, entry: Entry<P>) {
        if entry.due.ns <= self.horizon {
            self.near.push(entry);
            return;
        }
        let (level, bucket) = position(self.horizon, entry.due.ns);
        while self.far.len() <= level {
            self.far.push(Level { filled: 0, buckets: (0..BUCKETS).map(|_| Vec::new()).collect() });
        }
        let level = &mut self.far[level];
        level.filled |= 1 << bucket;
        level.buckets[bucket].push(entry);
    }

    /// Moves the horizon to the first timer beyond it. `None` if there is none.
    fn advance(&mut self) -> Option<()> {
        // The lower a level, the nearer; within one, so are the lower buckets.
        let level = self.far.iter_mut().find(|level| level.filled != 0)?;
        let bucket = level.filled.trailing_zeros() as usize;
        level.filled &= level.filled - 1;
        let entries = std::mem::take(&mut level.buckets[bucket]);
        self.horizon = entries.iter().map(|entry| entry.due.ns).min()?;
        for entry in entries {
            self.place(entry);
        }
        Some(())
    }
}

impl<P: Program> Level<P> {
    /// Returns how many are left.
    fn drop_cancelled(&mut self) -> usize {
        let mut left = 0;
        for (index, bucket) in self.buckets.iter_mut().enumerate() {
            bucket.retain(|entry| !entry.timed.is_cancelled());
            left += bucket.len();
            if bucket.is_empty() {
                self.filled &= !(1 << index);
            }
        }
        left
    }
}

/// The level and the bucket of a later nanosecond.
fn position(horizon: i64, ns: i64) -> (usize, usize) {
    // Moves the sign bit out of the way: the order of signed numbers becomes that of bits.
    let bits = |ns: i64| ns.cast_unsigned() ^ (1 << 63);
    let highest = 63 - (bits(horizon) ^ bits(ns)).leading_zeros();
    let level = highest / BITS;
    let bucket = (bits(ns) >> (level * BITS)) as usize & (BUCKETS - 1);
    (level as usize, bucket)
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

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn a_nearer_time_is_never_in_a_higher_bucket() {
        let times = [i64::MIN, -5, 0, 1, 63, 64, 65, 4_095, 4_096, 1 << 40, i64::MAX - 1, i64::MAX];
        for (index, horizon) in times.iter().enumerate() {
            let later = &times[index + 1..];
            assert!(later.iter().map(|ns| position(*horizon, *ns)).is_sorted(), "beyond {horizon}");
        }
    }

    #[test]
    fn the_highest_six_bits_that_differ_say_where_a_timer_lies() {
        let places = [(0, 1), (0, 63), (0, 64), (64, 65), (0, 4_095), (0, 4_096), (4_096, 4_097), (-1, 0)];
        let positions = places.map(|(horizon, ns)| position(horizon, ns));
        assert_eq!(positions, [(0, 1), (0, 63), (1, 1), (0, 1), (1, 63), (2, 1), (0, 1), (10, 8)]);
    }
}
