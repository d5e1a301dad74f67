//! Where a stretch of instructions ends: limits are looked at, other threads have their turn, and so
//! has the host.

use interleave_core::Block;
use interleave_text::Span;

use super::frame::Frame;
use super::{Halt, Loop, Next, Vm};
use crate::code::Label;
use crate::effort::Refused;

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
        self.end_stretch();
        self.granted = instructions;
    }

    /// The next slice ends when so many events are written down, too.
    pub(crate) fn grant_until(&mut self, events: usize, instructions: u64) {
        self.grant(instructions);
        self.until = events;
    }

    /// What runs from now on is not interrupted.
    pub(crate) fn end_slices(&mut self) {
        self.is_unsliced = true;
        self.grant_until(usize::MAX, u64::MAX);
    }

    /// What runs now does not end with the slice.
    pub(crate) fn suspend_grant(&mut self) -> Grant {
        self.end_stretch();
        let (left, until, was_unsliced) = (self.granted, self.until, self.is_unsliced);
        self.end_slices();
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
        self.tick(machine);
        self.keeps_lines = machine.note_line(place);
        if self.until != usize::MAX {
            self.end_stretch();
        }
    }

    /// What natives have spent counts as instructions.
    #[inline]
    pub(super) fn charge(&mut self) {
        if let Some((spent, refused)) = crate::effort::take() {
            self.charge_for(spent, refused);
        }
    }

    #[cold]
    fn charge_for(&mut self, spent: u64, refused: Option<Refused>) {
        self.end_stretch();
        self.instructions = self.instructions.saturating_add(spent);
        self.granted = self.granted.saturating_sub(spent);
        if let Some(refused) = refused {
            self.stop_at(Halt::Refused(refused));
        } else if self.instructions >= self.options.limits.instructions {
            self.stop_at(Halt::Instructions);
        }
    }

    /// An exception was raised; if by what is too much, the program does not hear of it.
    pub(super) fn stops_instead(&mut self, frame: &Frame) -> bool {
        self.charge();
        let stops = self.stop.is_some();
        if stops {
            self.stopped_at = line_of_program(frame, frame.at());
        }
        stops
    }

    /// Before the next instruction, there is a pause.
    pub(super) fn end_stretch(&mut self) {
        let used = self.slice - self.budget;
        (self.slice, self.budget) = (0, 0);
        self.instructions += used;
        self.granted = self.granted.saturating_sub(used);
    }

    /// The stretch is used up.
    pub(crate) fn pause(&mut self, machine: &mut Loop, frame: &Frame) -> Next {
        self.end_stretch();
        if self.stop.is_some() {
            self.stopped_at = line_of_program(frame, frame.at());
            return Next::Slice;
        }
        self.stop = self.limit_reached(machine);
        if self.stop.is_some() {
            self.stopped_at = line_of_program(frame, frame.next);
            return Next::Slice;
        }
        if self.granted == 0 || machine.events() >= self.until {
            return Next::Slice;
        }
        if self.options.record && !self.is_unsliced {
            self.checkpoints.pass(machine.events(), self.instructions);
        }
        if self.turn_is_over(machine, frame) {
            return Next::Blocks(Block::Turn);
        }
        let left = self.options.limits.instructions - self.instructions;
        crate::effort::allow(left);
        let stretch = if self.until == usize::MAX { STRETCH } else { 1 };
        self.slice = stretch.min(self.granted).min(left).min(self.until_asked());
        self.budget = self.slice;
        Next::Go
    }

    fn limit_reached(&self, machine: &Loop) -> Option<Halt> {
        if self.instructions >= self.options.limits.instructions {
            return Some(Halt::Instructions);
        }
        if crate::heap::in_use() > self.options.limits.memory {
            return Some(Halt::Memory);
        }
        if machine.now().ns == i64::MAX {
            return Some(Halt::Time);
        }
        None
    }
}

/// The innermost line of the program's own, with its number, where the frame is at this instruction.
fn line_of_program(frame: &Frame, at: Label) -> Option<(u32, String)> {
    let (mut frame, mut at) = (frame, at);
    loop {
        let code = &frame.function.code;
        if !code.source.is_library {
            let number = code.source.line_of(code.place(at).0.start);
            return Some((number, code.source.line(number).trim().to_owned()));
        }
        frame = frame.back.as_deref()?;
        at = frame.at();
    }
}
