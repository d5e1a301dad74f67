//! Delays that are drawn wide enough for a hand to pull at their ends.

use super::Window;
use super::segments::Run;
use crate::delays::{self, Delay};
use crate::sight::{Axis, Frame, Pull};
use crate::story::Story;

/// What is narrower, in pixels, has no end to be told from its beginning.
const NARROWEST: f32 = 4.0;

/// A lane has no more delays over what it does that are drawn.
const MOST_OVER: usize = 32;

/// Those of a lane, in order of their beginnings: first what it spends in them, then what stands over that.
pub(super) fn pulls(story: &Story, lane: u32, runs: &[Run], window: &Window) -> Vec<Pull> {
    if window.frame.axis != Axis::Time {
        return Vec::new();
    }
    let stretches = story.lanes.stretches(lane);
    let own = runs.iter().filter_map(|run| delays::of(story, *stretches.get(run.alone()?)?));
    let own = own.filter_map(|delay| drawn(delay, window.frame, false));
    let over = story.delays.over(story, lane).filter_map(|delay| drawn(delay, window.frame, true));
    own.chain(over.take(MOST_OVER)).collect()
}

fn drawn(delay: Delay, frame: Frame, over: bool) -> Option<Pull> {
    let Delay { id, from_ns, due_ns, origin } = delay;
    let length = frame.to as f64 - frame.from as f64;
    if length <= 0.0 || due_ns < frame.from || from_ns > frame.to {
        return None;
    }
    let x = |ns: i64| ((ns as f64 - frame.from as f64) / length * f64::from(frame.width)) as f32;
    let pull =
        Pull { delay: id, x0: x(from_ns), x1: x(due_ns), from_ns, due_ns, over, written: origin.is_some() };
    (pull.x1 - pull.x0 >= NARROWEST).then_some(pull)
}
