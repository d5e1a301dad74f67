//! How many bytes the command has allocated: the one way to know what a program's values take.
//!
//! The only `unsafe` of the workspace that is written by hand: counting needs an allocator of its
//! own, and that trait's functions are unsafe. Each one hands its arguments to the system's
//! allocator as they are, and adds up sizes.
#![expect(unsafe_code, reason = "the trait GlobalAlloc has no safe form")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

thread_local! {
    // A program runs on one thread, so no atomic operation slows each allocation down.
    // Less than nothing if the thread frees what others have allocated.
    static IN_USE: Cell<isize> = const { Cell::new(0) };
}

/// Bytes that this thread has allocated and not freed.
pub(crate) fn in_use() -> usize {
    usize::try_from(IN_USE.get()).unwrap_or(0)
}

struct Counting;

// SAFETY: every call goes to the system's allocator unchanged, and what that one promises holds
// for its caller. Counting neither allocates nor panics: the cell has no destructor.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as above.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as above.
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }
}

fn count(taken: usize, given_back: usize) {
    // No block is larger than an isize can say.
    IN_USE.set(IN_USE.get().wrapping_add_unsigned(taken).wrapping_sub_unsigned(given_back));
}

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
