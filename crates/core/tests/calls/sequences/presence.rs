//! Counts what is there: every future, and every value and piece of code that holds something, keeps one of these.

use std::cell::Cell;

thread_local! {
    static PRESENT: Cell<usize> = const { Cell::new(0) };
}

/// One more, as long as it lives.
pub(crate) struct Presence(());

impl Presence {
    /// So many there are.
    pub(crate) fn count() -> usize {
        PRESENT.get()
    }
}

impl Default for Presence {
    fn default() -> Self {
        PRESENT.set(PRESENT.get() + 1);
        Self(())
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        PRESENT.set(PRESENT.get() - 1);
    }
}
