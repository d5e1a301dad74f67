//! Lanes: the lives of threads and tasks, cut into stretches of one state each.
//!
//! A stretch begins at a moment and lasts until the next one of its lane
//! begins. Who ended is in a last stretch that has no length.

mod building;
mod rows;

pub(crate) use building::Building;
use interleave_trace::{Actor, FutureId, TextId};

use crate::compact::{ById, Grouped, Maybe, Pieces};
use crate::sight::{COLOURS, Lane, State};

/// A stretch of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The moment in which it begins.
    pub(crate) from: u32,
    pub(crate) state: State,
    /// For those who sleep or wait, the future; for those who block, the event that says so; for
    /// those who are ready, the event that made them so; else the event by which it began.
    pub(crate) on: Maybe,
}

impl Stretch {
    /// The future that is awaited.
    pub(crate) fn awaits(self) -> Option<FutureId> {
        matches!(self.state, State::Sleeping | State::Waiting).then_some(())?;
        self.on.get().map(FutureId)
    }
}

/// Who a lane is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Life {
    pub(crate) lane: Lane,
    /// The lane that created it.
    pub(crate) creator: Maybe,
    /// The event that created it.
    pub(crate) created: Maybe,
    pub(crate) name: Option<TextId>,
    /// Its coroutine.
    pub(crate) code: Option<TextId>,
    /// The lane of the thread whose loop runs it; itself for a thread.
    pub(crate) home: u32,
    /// Its place among all lanes, creators above what they created.
    pub(crate) row: u32,
    pub(crate) depth: u16,
}

/// One lane's change from a state to another; none before it was created.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Transition {
    /// The moment in which it has happened.
    pub(crate) at: u32,
    pub(crate) before: Option<State>,
    pub(crate) after: State,
}

/// How often a lane ran, and how long it did what, in nanoseconds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(crate) turns: u32,
    pub(crate) slept_ns: i64,
    pub(crate) waited_ns: i64,
    pub(crate) blocked_ns: i64,
}

/// All lanes of a run. They are numbered in order of creation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lanes {
    lives: Pieces<Life>,
    of_task: ById<Maybe>,
    of_thread: ById<Maybe>,
    /// The thread that drives each loop.
    of_loop: ById<Maybe>,
    stretches: Grouped<Stretch>,
    /// The current stretch of each lane while the trace is read; afterwards its last one.
    now: Pieces<Stretch>,
    totals: Pieces<Totals>,
    /// Events in which each lane came to another place of the text.
    places: Grouped<u32>,
    rows: Vec<u32>,
    /// In order of time.
    pub(crate) transitions: Pieces<Transition>,
}

impl Lanes {
    pub(crate) fn count(&self) -> u32 {
        self.lives.len()
    }

    pub(crate) fn life(&self, lane: u32) -> Option<&Life> {
        self.lives.get(lane)
    }

    /// All, in order of creation.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, &Life)> {
        (0..).zip(self.lives.iter())
    }

    /// The number of a lane.
    pub(crate) fn number(&self, lane: Lane) -> Option<u32> {
        match lane {
            Lane::Thread(id) => self.of_thread.get(id)?.get(),
            Lane::Task(id) => self.of_task.get(id)?.get(),
        }
    }

    /// The lane on which what somebody does is shown: a loop and its callbacks are on their thread's.
    pub(crate) fn of(&self, actor: Actor) -> u32 {
        let number = match actor {
            Actor::Thread(id) => self.of_thread.get(id.0),
            Actor::Task(id) => self.of_task.get(id.0),
            Actor::Loop(id) | Actor::Callback(id) => self.of_loop.get(id.0),
        };
        number.copied().and_then(Maybe::get).unwrap_or(0)
    }

    /// Whether somebody is a task with a lane of its own.
    pub(crate) fn is_task(&self, actor: Actor) -> bool {
        self.life(self.of(actor)).is_some_and(|life| matches!(life.lane, Lane::Task(_)))
    }

    pub(crate) fn is_thread(&self, lane: u32) -> bool {
        self.life(lane).is_some_and(|life| matches!(life.lane, Lane::Thread(_)))
    }

    /// The lane of the thread on which somebody runs.
    pub(crate) fn home_of(&self, actor: Actor) -> u32 {
        let lane = self.of(actor);
        self.life(lane).map_or(lane, |life| life.home)
    }

    /// What its stretches come to.
    pub(crate) fn totals(&self, lane: u32) -> Totals {
        self.totals.get(lane).copied().unwrap_or_default()
    }

    /// Whether it has ended by a moment.
    pub(crate) fn has_ended(&self, lane: u32, moment: u32) -> bool {
        self.now.get(lane).is_some_and(|last| is_end(last.state) && last.from <= moment)
    }

    /// The event by which a lane came to where it stands at a moment.
    pub(crate) fn placed(&self, lane: u32, moment: u32) -> Option<u32> {
        let places = self.places.of(lane);
        places.get(places.partition_point(|index| *index < moment).checked_sub(1)?).copied()
    }

    pub(crate) fn at_row(&self, row: u32) -> Option<u32> {
        self.rows.get(row as usize).copied()
    }

    pub(crate) fn stretches(&self, lane: u32) -> &[Stretch] {
        self.stretches.of(lane)
    }

    /// The index of the stretch in which a lane is at a moment; none before it was created.
    pub(crate) fn stretch_index(&self, lane: u32, moment: u32) -> Option<usize> {
        self.stretches(lane).partition_point(|stretch| stretch.from <= moment).checked_sub(1)
    }

    pub(crate) fn stretch_at(&self, lane: u32, moment: u32) -> Option<Stretch> {
        self.stretches(lane).get(self.stretch_index(lane, moment)?).copied()
    }
}

/// The colour of a lane, by its number.
pub(crate) fn colour(lane: u32) -> u8 {
    u8::try_from(lane % u32::from(COLOURS)).unwrap_or(0)
}

/// A lane that has ended does nothing more.
pub(crate) fn is_end(state: State) -> bool {
    matches!(state, State::Done | State::Failed | State::Cancelled)
}
