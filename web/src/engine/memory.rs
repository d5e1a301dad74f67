//! How much memory a program takes. All that is known in a browser is how large the worker's
//! memory has become, which never shrinks: a program answers for what it grows by.

#[cfg(target_arch = "wasm32")]
use std::cell::Cell;

#[cfg(target_arch = "wasm32")]
const PAGE: usize = 64 << 10;

#[cfg(target_arch = "wasm32")]
thread_local! {
    static BEFORE: Cell<usize> = const { Cell::new(0) };
}

/// From now on, the engine knows.
pub(crate) fn count() {
    #[cfg(target_arch = "wasm32")]
    interleave_python::count_memory_with(|| size().saturating_sub(BEFORE.get()));
}

/// A program begins.
pub(crate) fn begin() {
    #[cfg(target_arch = "wasm32")]
    BEFORE.set(size());
}

#[cfg(target_arch = "wasm32")]
fn size() -> usize {
    core::arch::wasm32::memory_size(0) * PAGE
}
