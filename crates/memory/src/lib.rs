//! The allocator of the commands and tests: it knows how many bytes are allocated, the one way to know what a
//! program's values take.
//!
//! The only `unsafe` of the workspace that is written by hand stands in this crate: counting needs an allocator of
//! its own, and that trait's functions are unsafe. Each one adds up sizes, and hands its arguments to the system's
//! allocator as they are, but for the blocks on which a run begins: those are `ground`'s.
#![expect(unsafe_code, reason = "the trait GlobalAlloc has no safe form")]

mod ground;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr;

pub use ground::lay_ground;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

thread_local! {
    // A program runs on one thread, so no atomic operation slows each allocation down.
    // Less than nothing if the thread frees what others have allocated.
    static IN_USE: Cell<isize> = const { Cell::new(0) };
}

/// Bytes that this thread has allocated and not freed.
pub fn in_use() -> usize {
    usize::try_from(IN_USE.get()).unwrap_or(0)
}

struct Counting;

// SAFETY: a block is the system's or the ground's, which tells its own by where they lie, and what those two promise
// holds for the caller: the ground gives no byte out twice. Counting neither allocates nor panics: the cells have no
// destructors.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as above.
        ground::take(layout).unwrap_or_else(|| unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let Some(place) = ground::place(block) else {
            count(size, layout.size());
            // SAFETY: as above.
            return unsafe { System.realloc(block, layout, size) };
        };
        if ground::stretch(place, layout.size(), size) {
            count(size, layout.size());
            return block;
        }
        // SAFETY: the caller promises that this size goes with this alignment.
        let larger = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        // SAFETY: as above.
        let moved = unsafe { self.alloc(larger) };
        if !moved.is_null() {
            // SAFETY: both are as long as the shorter one, which is the old one, and neither is the other.
            unsafe { ptr::copy_nonoverlapping(block, moved, layout.size()) };
            count(0, layout.size());
        }
        moved
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(0, layout.size());
        if ground::place(block).is_none() {
            // SAFETY: as above.
            unsafe { System.dealloc(block, layout) }
        }
    }
}

fn count(taken: usize, given_back: usize) {
    // No block is larger than an isize can say.
    IN_USE.set(IN_USE.get().wrapping_add_unsigned(taken).wrapping_sub_unsigned(given_back));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_freed_counts_no_more() {
        let before = IN_USE.get();
        let mut block: Vec<u8> = Vec::with_capacity(1 << 20);
        assert_eq!(IN_USE.get() - before, 1 << 20);
        block.reserve_exact(3 << 20);
        assert_eq!(IN_USE.get() - before, 3 << 20);
        drop(block);
        assert_eq!(IN_USE.get(), before);
    }

    /// More than the ground holds, so that blocks lie on it, move on it, and leave it.
    #[test]
    fn blocks_of_the_ground_keep_what_is_in_them() {
        lay_ground();
        let before = IN_USE.get();
        let mut lists: Vec<Vec<u64>> = Vec::new();
        let mut on_it = 0;
        for number in 0..2_000 {
            let mut list = vec![number];
            on_it += usize::from(ground::place(list.as_mut_ptr().cast()).is_some());
            lists.push(list);
            // The newest grows where it lies, the others move.
            for list in lists.iter_mut().rev().step_by(97) {
                list.extend([number; 20]);
            }
            let wide = Box::new(Wide(number));
            assert_eq!((&raw const *wide).addr() % 64, 0);
            assert_eq!(wide.0, number);
        }
        assert!((1..2_000).contains(&on_it), "{on_it} lie on the ground");
        for (first, list) in (0..).zip(&mut lists) {
            assert_eq!(list[0], first);
            assert!(list[1..].chunks(20).all(|chunk| chunk.iter().all(|number| *number == chunk[0])));
            list.truncate(1);
            list.shrink_to_fit();
            assert_eq!(*list, [first]);
        }
        drop(lists);
        assert_eq!(IN_USE.get(), before);
    }

    #[repr(align(64))]
    struct Wide(u64);
}
