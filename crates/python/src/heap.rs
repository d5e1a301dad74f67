//! How many bytes are in use, as whoever owns the allocator counts them.
//!
//! The library cannot know by itself what its values take; a host that counts
//! allocations says so here, once, before the first run.

use std::sync::OnceLock;

static COUNTER: OnceLock<fn() -> usize> = OnceLock::new();

/// Names the function that tells the bytes in use. The first to do so is heard.
pub fn count_with(counter: fn() -> usize) {
    let _ = COUNTER.set(counter);
}

/// Bytes in use; 0 if nobody counts.
pub(crate) fn in_use() -> usize {
    COUNTER.get().map_or(0, |counter| counter())
}
