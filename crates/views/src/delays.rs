//! Delays: sleeps, timeouts and blocking calls, from when each was set to when it is due, and which of the
//! program's numbers it is. What a delay can be changed by is not decided here.

use interleave_trace::{Event, FutureId, OriginId, What};

use crate::compact::{ById, Grouped, Maybe, Pieces, size};
use crate::futures::Purpose;
use crate::identity;
use crate::lanes::Stretch;
use crate::sight::{DelayId, Grasp, State};
use crate::story::Story;

/// Timers that stand over what a lane does: those of timeouts and calls, by the lane that set them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Delays {
    over: Grouped<(u32, Maybe)>,
}

/// Delays while the trace is read.
#[derive(Debug, Default)]
pub(crate) struct Building {
    over: Pieces<(u32, (u32, Maybe))>,
    /// The last event of each lane that says which number its next delay is.
    told: ById<Maybe>,
    /// The last event made a future, as a sleep does before it sets its timer.
    after_future: bool,
}

/// One delay of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Delay {
    pub(crate) id: DelayId,
    pub(crate) from_ns: i64,
    pub(crate) due_ns: i64,
    pub(crate) origin: Option<OriginId>,
}

impl Building {
    pub(crate) fn note(&mut self, index: u32, event: &Event, lane: u32) {
        let naps = std::mem::replace(&mut self.after_future, matches!(event.what, What::FutureCreated(_)));
        match event.what {
            What::DelayFrom(_) => *self.told.at(lane) = Maybe::some(index),
            What::TimerSet { .. } if !naps => {
                let told = std::mem::take(self.told.at(lane));
                self.over.push((lane, (index, told)));
            }
            _ => {}
        }
    }

    pub(crate) fn finish(self, lanes: u32) -> Delays {
        Delays { over: Grouped::new(lanes, &self.over) }
    }
}

impl Delays {
    /// The delays over what a lane does.
    pub(crate) fn over<'s>(&'s self, story: &'s Story, lane: u32) -> impl Iterator<Item = Delay> + 's {
        self.over.of(lane).iter().filter_map(|(set, told)| {
            let origin = told.get().and_then(|told| origin(&story.event(told)?));
            delay(story, *set, origin)
        })
    }
}

/// The delay that a lane spends a stretch in.
pub(crate) fn of(story: &Story, stretch: Stretch) -> Option<Delay> {
    let set = match stretch.state {
        State::Sleeping => timer_of(story, stretch.awaits()?)?,
        State::Blocking => stretch.on.get()?,
        _ => return None,
    };
    delay(story, set, next_to(story, set))
}

/// All delays of a run whose numbers the program's text has made.
pub(crate) fn written(story: &Story) -> Vec<(DelayId, OriginId)> {
    let sets = (0..).zip(&story.trace.events).filter(|(_, event)| sets(event));
    let known = sets.filter_map(|(set, event)| {
        let lane = story.lanes.of(event.actor);
        let over = story.delays.over.of(lane);
        let origin = match over.binary_search_by_key(&set, |(set, _)| *set) {
            Ok(place) => over.get(place).and_then(|(_, told)| origin(&story.event(told.get()?)?)),
            Err(_) => next_to(story, set),
        };
        Some((DelayId(set), origin?))
    });
    known.collect()
}

/// What finds a delay again in other runs.
pub(crate) fn grasp(story: &Story, delay: DelayId) -> Option<Grasp> {
    let lane = story.lanes.of(story.event(delay.0)?.actor);
    let before = story.trace.events.iter().take(delay.0 as usize);
    let nth = size(before.filter(|event| sets(event) && story.lanes.of(event.actor) == lane).count());
    Some(Grasp { who: identity::of(story, lane)?, nth })
}

/// The delay that is this one here, and how long it is.
pub(crate) fn grasped(story: &Story, grasp: Grasp) -> Option<(DelayId, i64)> {
    let lane = identity::find(story, grasp.who)?;
    let of_lane = |event: &Event| sets(event) && story.lanes.of(event.actor) == lane;
    let mut all = (0..).zip(&story.trace.events).filter(|(_, event)| of_lane(event));
    let (set, _) = all.nth(grasp.nth as usize)?;
    let delay = delay(story, set, None)?;
    Some((delay.id, delay.due_ns - delay.from_ns))
}

fn sets(event: &Event) -> bool {
    match event.what {
        What::TimerSet { .. } => true,
        What::Blocks { until_ns } => until_ns < i64::MAX,
        _ => false,
    }
}

fn delay(story: &Story, set: u32, origin: Option<OriginId>) -> Option<Delay> {
    let event = story.event(set)?;
    let due_ns = match event.what {
        What::TimerSet { due_ns, .. } => due_ns,
        What::Blocks { until_ns } if until_ns < i64::MAX => until_ns,
        _ => return None,
    };
    Some(Delay { id: DelayId(set), from_ns: event.ns, due_ns, origin })
}

fn timer_of(story: &Story, future: FutureId) -> Option<u32> {
    match story.futures.purpose(future) {
        Purpose::Nap(timer) => story.timers.get(timer)?.set.get(),
        _ => None,
    }
}

/// Where the number of a sleep or a blocking call comes from: that is said right before, but for the sleep's future.
fn next_to(story: &Story, set: u32) -> Option<OriginId> {
    let setting = story.event(set)?;
    let told = (1..=2).filter_map(|back| story.event(set.checked_sub(back)?));
    let mut told = told.filter(|event| event.actor == setting.actor && event.step == setting.step);
    let last = told.next()?;
    let is_future = matches!(last.what, What::FutureCreated(_));
    origin(&if is_future { told.next()? } else { last })
}

fn origin(event: &Event) -> Option<OriginId> {
    match event.what {
        What::DelayFrom(origin) => Some(origin),
        _ => None,
    }
}
