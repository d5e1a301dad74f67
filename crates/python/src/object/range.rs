//! Ranges and slices.

use super::{Id, trashcan};
use crate::value::Value;

/// A Python `range`, of numbers of 64 bits.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub(crate) start: i64,
    pub(crate) stop: i64,
    /// Not 0.
    pub(crate) step: i64,
}

impl Range {
    pub(crate) fn len(&self) -> u64 {
        let (low, high) = if self.step > 0 { (self.start, self.stop) } else { (self.stop, self.start) };
        if low >= high {
            return 0;
        }
        (high.abs_diff(low) - 1) / self.step.unsigned_abs() + 1
    }

    /// The item at an index below the length.
    pub(crate) fn at(&self, index: u64) -> i64 {
        self.start.wrapping_add((index as i64).wrapping_mul(self.step))
    }
}

/// A Python `slice`.
#[derive(Debug)]
pub(crate) struct Slice {
    pub(crate) start: Value,
    pub(crate) stop: Value,
    pub(crate) step: Value,
    pub(crate) id: Id,
}

impl Drop for Slice {
    fn drop(&mut self) {
        trashcan::discard([&mut self.start, &mut self.stop, &mut self.step].map(std::mem::take));
    }
}
