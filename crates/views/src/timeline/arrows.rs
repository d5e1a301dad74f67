//! Arrows from causes to effects: those on the rows that are on the screen, or all.

use interleave_trace::{Actor, Reason, What};
use serde::Serialize;

use super::Window;
use crate::lanes::Stretch;
use crate::sight::{Arrow, ArrowKind, Link, Moment, State};
use crate::story::Story;

/// How many are shown at once.
const MOST: usize = 200;

/// How many a lane can have on either side of the cursor.
const EACH: usize = 24;

/// A cause and its effect: moments and rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Leads {
    to: u32,
    row1: u32,
    from: u32,
    row0: u32,
    kind: u8,
}

const KINDS: [ArrowKind; 4] = [ArrowKind::Spawn, ArrowKind::Wake, ArrowKind::Cancel, ArrowKind::Cause];

/// Those nearest the cursor.
pub(super) fn arrows(story: &Story, window: &Window, lanes: &[u32], cursor: u32) -> Vec<Arrow> {
    let mut leads = Vec::new();
    for lane in lanes {
        spawn(story, *lane, &mut leads);
        wakes(story, window, *lane, cursor, &mut leads);
    }
    cancels(story, window, &mut leads);
    leads.retain(|leads| (window.from..=window.to).contains(&leads.to) && leads.row0 != leads.row1);
    if leads.len() > MOST {
        leads.select_nth_unstable_by_key(MOST, |leads| (leads.to.abs_diff(cursor), *leads));
        leads.truncate(MOST);
    }
    leads.sort_unstable();
    leads.iter().filter_map(|leads| leads.drawn(story, window)).collect()
}

impl Leads {
    fn drawn(&self, story: &Story, window: &Window) -> Option<Arrow> {
        Some(Arrow {
            kind: *KINDS.get(self.kind as usize)?,
            x0: window.x(story, self.from),
            row0: self.row0,
            x1: window.x(story, self.to),
            row1: self.row1,
            from: Moment(self.from),
            to: Moment(self.to),
        })
    }
}

fn spawn(story: &Story, lane: u32, leads: &mut Vec<Leads>) {
    let Some(life) = story.lanes.life(lane) else { return };
    let creator = life.creator.get().and_then(|creator| story.lanes.life(creator));
    if let (Some(creator), Some(created)) = (creator, life.created.get()) {
        let moment = created + 1;
        leads.push(Leads { from: moment, row0: creator.row, to: moment, row1: life.row, kind: 0 });
    }
}

fn wakes(story: &Story, window: &Window, lane: u32, cursor: u32, leads: &mut Vec<Leads>) {
    let Some(life) = story.lanes.life(lane) else { return };
    let stretches = story.lanes.stretches(lane);
    let begun = |moment| stretches.partition_point(|stretch| stretch.from <= moment);
    let wake = |index: usize| wake(story, life.row, stretches, index);
    let (first, last) = (begun(window.from).saturating_sub(1), begun(window.to));
    let middle = begun(cursor).clamp(first, last);
    leads.extend((first..middle).rev().filter_map(wake).take(EACH));
    leads.extend((middle..last).filter_map(wake).take(EACH));
}

/// Who made a lane ready that waited, if that is how this stretch of it began.
fn wake(story: &Story, row: u32, stretches: &[Stretch], index: usize) -> Option<Leads> {
    let (before, now) = (stretches.get(index.checked_sub(1)?)?, stretches.get(index)?);
    let is_wake = (before.state, now.state) == (State::Waiting, State::Ready);
    let (from, origin) = is_wake.then(|| origin(story, now.on.get()?)).flatten()?;
    let row0 = story.lanes.life(origin)?.row;
    Some(Leads { from, row0, to: now.from, row1: row, kind: 1 })
}

fn cancels(story: &Story, window: &Window, leads: &mut Vec<Leads>) {
    let first = story.cancels.partition_point(|index| *index < window.from);
    let asked = story.cancels.iter().skip(first).take_while(|index| **index < window.to);
    leads.extend(
        asked.filter_map(|index| cancel(story, *index)).filter(|leads| window.slot(leads.row1).is_some()),
    );
}

/// Who asked for whose cancellation in an event.
fn cancel(story: &Story, index: u32) -> Option<Leads> {
    let What::CancelRequested(task) = story.event(index)?.what else { return None };
    let lane = story.lanes.number(crate::sight::Lane::Task(task.0))?;
    let (from, origin) = origin(story, index)?;
    let (row0, row1) = (story.lanes.life(origin)?.row, story.lanes.life(lane)?.row);
    Some(Leads { from, row0, to: index + 1, row1, kind: 2 })
}

/// Somebody who created, woke or cancelled somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// Which of these.
    pub kind: ArrowKind,
    /// Whose deed it was: a lane, in order of creation.
    pub lane: usize,
    /// Its moment.
    pub from: u32,
    /// Its time.
    pub from_ns: i64,
    /// Whom it concerned.
    pub whom: usize,
    /// The moment in which that had happened.
    pub to: u32,
    /// The time of that.
    pub to_ns: i64,
}

/// All of a run, in order of their effects.
pub(crate) fn causes(story: &Story) -> Vec<Cause> {
    let mut leads = Vec::new();
    for (lane, life) in story.lanes.all() {
        spawn(story, lane, &mut leads);
        let stretches = story.lanes.stretches(lane);
        leads.extend((0..stretches.len()).filter_map(|index| wake(story, life.row, stretches, index)));
    }
    leads.extend(story.cancels.iter().filter_map(|index| cancel(story, *index)));
    leads.retain(|leads| leads.row0 != leads.row1);
    leads.sort_unstable();
    let lane = |row| story.lanes.at_row(row).map(|lane| lane as usize);
    let caused = leads.iter().filter_map(|leads| {
        Some(Cause {
            kind: *KINDS.get(leads.kind as usize)?,
            lane: lane(leads.row0)?,
            from: leads.from,
            from_ns: story.ns(leads.from),
            whom: lane(leads.row1)?,
            to: leads.to,
            to_ns: story.ns(leads.to),
        })
    });
    caused.collect()
}

/// The steps of a chain of causes from one lane to another.
pub(super) fn chain(story: &Story, window: &Window, chain: &[Link]) -> Vec<Arrow> {
    let place = |link: &Link| {
        let lane = story.lanes.number(link.lane?)?;
        Some((link.moment?.0, story.lanes.life(lane)?.row))
    };
    let known: Vec<(u32, u32)> = chain.iter().filter_map(place).collect();
    let pairs = known.windows(2).filter_map(|pair| match *pair {
        [(to, row1), (from, row0)] if row0 != row1 => Some(Leads { to, row1, from, row0, kind: 3 }),
        _ => None,
    });
    pairs.filter_map(|leads| leads.drawn(story, window)).collect()
}

/// Who is behind an event, and the moment of that: a loop's callbacks only pass on what others did.
fn origin(story: &Story, mut index: u32) -> Option<(u32, u32)> {
    loop {
        let event = story.event(index)?;
        if !matches!(event.actor, Actor::Callback(_)) {
            return Some((index + 1, story.lanes.of(event.actor)));
        }
        let start = story.event(story.steps.get(event.step)?.begun.get()?)?;
        let before = match start.what {
            What::Start { reason: Reason::Done(future), .. } => story.futures.ended(future)?,
            What::Start { cause, reason: Reason::CalledSoon, .. } => story
                .call(event.step)
                .and_then(|call| call.asked.get())
                .or(story.steps.get(cause)?.last.get())?,
            _ => return None,
        };
        // Causes come first; so this ends.
        if before >= index {
            return None;
        }
        index = before;
    }
}
