//! Where a slice of instructions ends: limits are looked at, and the host has its turn.

use super::frame::Frame;
use super::{Halt, Loop, Next, Vm};

/// Instructions between two looks at the limits.
const STRETCH: u64 = 100_000;

impl Vm {
    /// The host gives so many instructions for the next slice.
    pub(crate) fn grant(&mut self, instructions: u64) {
        self.instructions += self.slice - self.budget;
        (self.slice, self.budget) = (0, 0);
        self.granted = instructions;
    }

    /// What runs now does not end with the slice. What was left of it, and the instructions run so far.
    pub(crate) fn suspend_grant(&mut self) -> (u64, u64) {
        let left = self.granted - (self.slice - self.budget);
        self.grant(u64::MAX);
        (left, self.instructions)
    }

    /// The slice goes on; what has run meanwhile was part of it.
    pub(crate) fn resume_grant(&mut self, (left, before): (u64, u64)) {
        self.grant(left);
        self.granted = left.saturating_sub(self.instructions - before);
    }

    /// The stretch is used up.
    pub(crate) fn pause(&mut self, _machine: &mut Loop, _frame: &mut Frame) -> Next {
        self.instructions += self.slice;
        self.granted = self.granted.saturating_sub(self.slice);
        self.slice = 0;
        if self.stop.is_none() {
            self.stop = self.limit_reached();
        }
        if self.stop.is_some() || self.granted == 0 {
            return Next::Slice;
        }
        let left = self.options.limits.instructions - self.instructions;
        self.slice = STRETCH.min(self.granted).min(left);
        self.budget = self.slice;
        Next::Go
    }

    fn limit_reached(&self) -> Option<Halt> {
        if self.instructions >= self.options.limits.instructions {
            return Some(Halt::Instructions);
        }
        if crate::heap::in_use() > self.options.limits.memory {
            return Some(Halt::Memory);
        }
        None
    }
}
