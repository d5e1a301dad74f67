//! Computing that takes virtual time (`cpu=50ns`): when the clock goes on, and when a thread that
//! computes has to let others have their turn. Who that is, is `interleave-core`'s to say.

use super::frame::Frame;
use super::{Loop, Vm};

/// Between two looks while a function of the library's runs: it is not interrupted, as little as
/// CPython's functions in C are.
const SOON: u64 = 16;

/// What computing costs, and what of it the clock shows already.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// Nanoseconds that an instruction takes; 0 on the ideal machine.
    cost_ns: i64,
    /// So many instructions are in the clock.
    counted: u64,
    /// After so many it is to be asked whose turn it is.
    ask_at: u64,
}

impl Vm {
    /// From now on, each instruction takes so long.
    pub(crate) fn start_work(&mut self, cost_ns: i64) {
        self.work = Work { cost_ns, counted: self.instructions_run(), ..Work::default() };
    }

    /// The clock goes on by what has been computed since the last time.
    #[inline]
    pub(crate) fn tick(&mut self, machine: &mut Loop) {
        if self.work.cost_ns != 0 {
            self.count_work(machine);
        }
    }

    fn count_work(&mut self, machine: &mut Loop) {
        let instructions = self.instructions_run();
        let new = instructions.saturating_sub(std::mem::replace(&mut self.work.counted, instructions));
        machine.compute(i64::try_from(new).unwrap_or(i64::MAX).saturating_mul(self.work.cost_ns));
    }

    /// Code begins, or goes on after it has waited: before its first instruction, it asks.
    pub(super) fn begin_turn(&mut self) {
        if self.work.cost_ns != 0 {
            self.end_stretch();
            self.work.ask_at = self.instructions;
        }
    }

    /// A stretch is used up: whether it is the turn of others.
    pub(super) fn turn_is_over(&mut self, machine: &mut Loop, frame: &Frame) -> bool {
        if self.work.cost_ns == 0 {
            return false;
        }
        self.count_work(machine);
        if self.instructions < self.work.ask_at {
            return false;
        }
        let room = machine.may_compute();
        if room == 0 && !frame.function.code.hidden && !self.is_unsliced {
            return true;
        }
        let instructions = u64::try_from(room).unwrap_or(0).div_ceil(self.work.cost_ns.unsigned_abs());
        self.work.ask_at = self.instructions + if room == 0 { SOON } else { instructions };
        false
    }

    /// Instructions until it has to be asked again.
    pub(super) fn until_asked(&self) -> u64 {
        if self.work.cost_ns == 0 { u64::MAX } else { self.work.ask_at.saturating_sub(self.instructions) }
    }
}
