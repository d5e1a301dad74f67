//! The memory that a run begins on: builtins, library and the first values of a program, some twenty thousand blocks,
//! nearly all of which are there until the end. They lie one behind the other, so taking one is an addition and
//! giving it back is nothing; and on one large page, where the system has such pages, instead of on four hundred
//! small ones that it brings one by one. That is a fifth of the time from the command to its first line.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicPtr, Ordering};

/// A large page, as most processors have them.
const SIZE: usize = 2 << 20;

/// Where it begins; any thread may give back what lies on it.
static GROUND: AtomicPtr<u8> = AtomicPtr::new(ptr::null_mut());

thread_local! {
    /// How much of it is taken: for every thread but the one that has laid it, all.
    static TAKEN: Cell<usize> = const { Cell::new(SIZE) };
}

/// Have this thread's blocks lie on the ground from now on, until it is full. Where there is none to be had, they lie
/// where they lay before.
pub fn lay_ground() {
    let Ok(page) = Layout::from_size_align(SIZE, SIZE) else { return };
    // SAFETY: it is not empty.
    let Some(ground) = NonNull::new(unsafe { System.alloc(page) }) else { return };
    ask_for_one_page(ground);
    let none = ptr::null_mut();
    // Laid twice, it would be given out twice.
    if GROUND.compare_exchange(none, ground.as_ptr(), Ordering::Relaxed, Ordering::Relaxed).is_ok() {
        TAKEN.set(0);
    }
}

#[cfg(target_os = "linux")]
fn ask_for_one_page(ground: NonNull<u8>) {
    // SAFETY: these bytes have just been taken, and the advice changes nothing that they hold. A system that has no
    // such pages refuses it, and brings small ones.
    let _refused = unsafe { libc::madvise(ground.as_ptr().cast(), SIZE, libc::MADV_HUGEPAGE) };
}

#[cfg(not(target_os = "linux"))]
fn ask_for_one_page(_: NonNull<u8>) {}

/// A block of it for this layout; nothing where it has no room.
pub(super) fn take(layout: Layout) -> Option<*mut u8> {
    let start = TAKEN.get().checked_next_multiple_of(layout.align())?;
    let end = start.checked_add(layout.size()).filter(|end| *end <= SIZE)?;
    TAKEN.set(end);
    // It begins at a multiple of its size, and so at one of every alignment that gets here.
    Some(GROUND.load(Ordering::Relaxed).wrapping_add(start))
}

/// How far behind its beginning a block lies that lies on it.
pub(super) fn place(block: *mut u8) -> Option<usize> {
    let ground = GROUND.load(Ordering::Relaxed);
    let place = block.addr().wrapping_sub(ground.addr());
    (!ground.is_null() && place < SIZE).then_some(place)
}

/// Whether a block that lies at this place can stay there with another size.
pub(super) fn stretch(place: usize, old: usize, new: usize) -> bool {
    let is_last = place + old == TAKEN.get();
    if is_last && place + new <= SIZE {
        TAKEN.set(place + new);
        return true;
    }
    new <= old
}
