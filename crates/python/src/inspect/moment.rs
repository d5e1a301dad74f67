//! The variables at a moment of a run that is over: the program runs again up to there, which is
//! the same run. Changes are told against an earlier moment, which is passed on the way.

use interleave_trace::{Trace, What};

use super::{LiveTask, LiveVariable};
use crate::execution::Execution;
use crate::options::Options;

/// Where a run was, now and then: so many events were written after so many instructions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkpoints {
    passed: Vec<Checkpoint>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Checkpoint {
    events: usize,
    instructions: u64,
}

/// Events, or else instructions, from one checkpoint to the next, at the least.
const EVENTS: usize = 4096;
const INSTRUCTIONS: u64 = 1_000_000;

impl Checkpoints {
    /// The run has come so far.
    pub(crate) fn pass(&mut self, events: usize, instructions: u64) {
        let last = self.passed.last().copied().unwrap_or_default();
        if events >= last.events + EVENTS || instructions >= last.instructions + INSTRUCTIONS {
            self.passed.push(Checkpoint { events, instructions });
        }
    }

    /// After so many instructions, the moment is still to come.
    fn before(&self, moment: usize) -> u64 {
        let count = self.passed.partition_point(|checkpoint| checkpoint.events < moment);
        count.checked_sub(1).and_then(|last| self.passed.get(last)).map_or(0, |last| last.instructions)
    }
}

/// What the latest line or step did to a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was not bound.
    New,
    /// It stood for something else.
    Changed,
    /// Nothing.
    Same,
}

/// Who was in the middle of what at a moment, and a line or step earlier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// At the moment.
    pub tasks: Vec<LiveTask>,
    before: Vec<LiveTask>,
}

impl Snapshot {
    /// What the latest line or step did to a variable of a task's frame, frames being counted from the
    /// outermost.
    pub fn change(&self, task: &LiveTask, frame: usize, variable: &LiveVariable) -> Change {
        let then = self.before.iter().find(|other| other.who == task.who);
        let then = then
            .and_then(|then| then.frames.get(frame))
            .filter(|then| task.frames.get(frame).is_some_and(|frame| frame.function == then.function));
        match then.and_then(|then| then.variables.iter().find(|other| other.name == variable.name)) {
            None => Change::New,
            Some(then) if then.text == variable.text => Change::Same,
            Some(_) => Change::Changed,
        }
    }
}

/// A run that is repeated up to a moment.
pub struct Looking {
    execution: Execution,
    checkpoints: Checkpoints,
    /// Moments to look at, the next one last.
    ahead: Vec<usize>,
    seen: Vec<Vec<LiveTask>>,
}

impl Looking {
    /// Begins to repeat the run that left this trace, up to the moment when so many of its events have
    /// happened. The options are those of that run. Nothing for a program that cannot begin.
    pub fn new(
        source: &str,
        options: &Options,
        trace: &Trace,
        checkpoints: &Checkpoints,
        moment: usize,
    ) -> Option<Self> {
        let end = trace.events.len();
        // Where the record ends, the run may go on.
        let moment = if moment >= end { usize::MAX } else { moment };
        let earlier = latest_stop(trace, moment.min(end));
        Self::along(source, options, checkpoints, &[earlier, moment])
    }

    /// The same for several moments, in the order in which they come.
    pub fn along(
        source: &str,
        options: &Options,
        checkpoints: &Checkpoints,
        moments: &[usize],
    ) -> Option<Self> {
        let options = Options { record: true, ..options.clone() };
        let execution = Execution::new(source, &options).ok()?;
        let ahead = moments.iter().rev().copied().collect();
        Some(Self { execution, checkpoints: checkpoints.clone(), ahead, seen: Vec::new() })
    }

    /// Goes on for at most so many instructions; whether it has arrived.
    pub fn advance(&mut self, instructions: u64) -> bool {
        let mut left = instructions;
        while let Some(moment) = self.ahead.last().copied() {
            let begun = self.execution.instructions();
            // From a checkpoint on, one instruction at a time, so as not to go too far.
            let (go, until) = match self.checkpoints.before(moment).checked_sub(begun) {
                Some(far @ 1..) => (far.min(left), usize::MAX),
                _ => (left, moment),
            };
            let arrived = self.execution.advance_until(until, go);
            left = left.saturating_sub(self.execution.instructions() - begun);
            if arrived {
                self.ahead.pop();
                self.seen.push(self.execution.inspect());
            } else if left == 0 {
                return false;
            }
        }
        true
    }

    /// Who was in the middle of what at each moment that it has come to.
    pub fn seen(self) -> Vec<Vec<LiveTask>> {
        self.seen
    }

    /// What there is to see, once it has arrived.
    pub fn finish(mut self) -> Snapshot {
        let tasks = self.seen.pop().unwrap_or_default();
        Snapshot { tasks, before: self.seen.pop().unwrap_or_default() }
    }
}

/// The moment right after the last line or step that began before the latest of those until a moment.
fn latest_stop(trace: &Trace, moment: usize) -> usize {
    let begins = |what: &What| matches!(what, What::Line | What::Start { .. });
    let begins_at = |stop: &usize| trace.events.get(stop - 1).is_some_and(|event| begins(&event.what));
    (1..moment).rev().find(begins_at).unwrap_or_default()
}

/// Who was in the middle of what when so many events of a run had happened.
pub fn look_at(
    source: &str,
    options: &Options,
    trace: &Trace,
    checkpoints: &Checkpoints,
    moment: usize,
) -> Snapshot {
    let Some(mut looking) = Looking::new(source, options, trace, checkpoints, moment) else {
        return Snapshot::default();
    };
    while !looking.advance(u64::MAX) {}
    looking.finish()
}
