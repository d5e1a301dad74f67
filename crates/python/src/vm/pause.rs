//! Where a slice of instructions ends: limits are looked at, and the host has its turn.

use interleave_text::Span;

use super::{Halt, Loop, Next, Vm};

/// Instructions between two looks at the limits.
const STRETCH: u64 = 100_000;

/// A slice that was interrupted.
pub(crate) struct Grant {
    /// Instructions that were left of it.
    left: u64,
    /// Instructions run before.
    before: u64,
    until: usize,
    was_unsliced: bool,
}

impl Vm {
    /// The host gives so many instructions for the next slice.
    pub(crate) fn grant(&mut self, instructions: u64) {
        self.instructions += self.slice - self.budget;
        (self.slice, self.budget) = (0, 0);
        self.granted = instructions;
    }

    /// The next slice ends when so many events are written down, too.
    pub(crate) fn grant_until(&mut self, events: usize, instructions: u64) {
        self.grant(instructions);
        self.until = events;
    }

    /// What runs now does not end with the slice.
    pub(crate) fn suspend_grant(&mut self) -> Grant {
        let left = self.granted - (self.slice - self.budget);
        let (until, was_unsliced) = (self.until, self.is_unsliced);
        self.is_unsliced = true;
        self.grant_until(usize::MAX, u64::MAX);
        Grant { left, before: self.instructions, until, was_unsliced }
    }

    /// The slice goes on; what has run meanwhile was part of it.
    pub(crate) fn resume_grant(&mut self, grant: &Grant) {
        self.grant_until(grant.until, 0);
        self.granted = grant.left.saturating_sub(self.instructions - grant.before);
        self.is_unsliced = grant.was_unsliced;
    }

    /// A statement begins; whoever waits for that event looks before anything of it is done.
    pub(crate) fn begin_line(&mut self, machine: &mut Loop, place: Span) {
        self.keeps_lines = machine.note_line(place);
        if self.until != usize::MAX {
            self.granted -= self.slice - self.budget;
            self.grant_until(self.until, self.granted);
        }
    }

    /// The stretch is used up.
    pub(crate) fn pause(&mut self, machine: &Loop) -> Next {
        self.instructions += self.slice;
        self.granted = self.granted.saturating_sub(self.slice);
        self.slice = 0;
        if self.stop.is_none() {
            self.stop = self.limit_reached();
        }
        if self.stop.is_some() || self.granted == 0 || machine.events() >= self.until {
            return Next::Slice;
        }
        if self.options.record && !self.is_unsliced {
            self.checkpoints.pass(machine.events(), self.instructions);
        }
        let left = self.options.limits.instructions - self.instructions;
        let stretch = if self.until == usize::MAX { STRETCH } else { 1 };
        self.slice = stretch.min(self.granted).min(left);
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
