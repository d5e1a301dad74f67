//! Where the cursor goes, and where a moment lies along an axis.

use interleave_trace::{Actor, Span, What};

use crate::sight::{Aim, Axis, Frame, Lane, Pace, Way};
use crate::story::Story;

/// The moment that is aimed at.
pub(crate) fn aim(story: &Story, aim: Aim, stops: &[u32]) -> u32 {
    match aim {
        Aim::At(moment) => moment.0.min(story.end()),
        Aim::Along(axis, value) => last_not_after(story, axis, value),
        Aim::Noted { moment, ns } if moment.0 <= story.end() && story.ns(moment.0) == ns => moment.0,
        Aim::Noted { ns, .. } => last_not_after(story, Axis::Time, ns),
        Aim::Step { from, pace, forward } => step(story, from.0.min(story.end()), pace, forward, stops),
        Aim::Play { from, to } => {
            let from = from.0.min(story.end());
            let goal = match to {
                Way::Time(ns) => last_not_after(story, Axis::Time, ns),
                Way::Next(pace) => step(story, from, pace, true, stops),
            };
            let held = |moment: &u32| is_stop(story, *moment, stops);
            (from + 1..goal).find(held).unwrap_or(goal)
        }
    }
}

/// Whether a line that has a breakpoint is executed from this moment on.
pub(crate) fn is_stop(story: &Story, moment: u32, stops: &[u32]) -> bool {
    !stops.is_empty() && line(story, moment).is_some_and(|line| stops.contains(&line))
}

/// The last moment not after a value of an axis.
pub(crate) fn last_not_after(story: &Story, axis: Axis, value: i64) -> u32 {
    match axis {
        Axis::Time => crate::compact::size(story.trace.events.until(value)),
        Axis::Steps => u32::try_from(value.max(0)).unwrap_or(u32::MAX).min(story.end()),
    }
}

/// A moment's value on an axis: nanoseconds or events.
pub(crate) fn value(story: &Story, axis: Axis, moment: u32) -> i64 {
    match axis {
        Axis::Time => story.ns(moment),
        Axis::Steps => i64::from(moment),
    }
}

/// Where a moment lies in a frame, in pixels.
pub(crate) fn place(story: &Story, frame: Frame, moment: u32) -> f32 {
    pixel(frame, value(story, frame.axis, moment))
}

/// Where a value lies in a frame, in pixels; a frame of no length is all at its left edge.
pub(crate) fn pixel(frame: Frame, value: i64) -> f32 {
    let (from, length) = (frame.from as f64, frame.to as f64 - frame.from as f64);
    if length > 0.0 { ((value as f64 - from) / length * f64::from(frame.width)) as f32 } else { 0.0 }
}

fn step(story: &Story, from: u32, pace: Pace, forward: bool, stops: &[u32]) -> u32 {
    let found = |wanted: &dyn Fn(u32) -> bool| {
        if forward {
            (from + 1..=story.end()).find(|moment| wanted(*moment)).unwrap_or(story.end())
        } else {
            (1..from).rev().find(|moment| wanted(*moment)).unwrap_or(0)
        }
    };
    let of = |moment, lane| story.latest(moment).is_some_and(|event| story.lane(event.actor) == lane);
    match pace {
        Pace::Event if forward => (from + 1).min(story.end()),
        Pace::Event => from.saturating_sub(1),
        Pace::Switch if forward => next_switch(story, from),
        Pace::Switch => switch_before(story, from),
        Pace::Print => beside(&story.output.written, story, from, forward),
        Pace::Clock => tick(story, from, forward),
        Pace::Of(lane) => found(&|moment| of(moment, lane)),
        Pace::Line => found(&|moment| line(story, moment).is_some()),
        Pace::Breakpoint if stops.is_empty() => beside(&[], story, from, forward),
        Pace::Breakpoint => found(&|moment| is_stop(story, moment, stops)),
    }
}

/// The moment after the next of these events, or after the last of those before.
fn beside(events: &[u32], story: &Story, from: u32, forward: bool) -> u32 {
    let later = events.partition_point(|event| *event < from);
    let found = if forward {
        events.get(later)
    } else {
        // What has just happened is where one is already.
        let earlier = events.partition_point(|event| event + 1 < from);
        earlier.checked_sub(1).and_then(|last| events.get(last))
    };
    found.map_or(if forward { story.end() } else { 0 }, |event| event + 1)
}

/// The moment after the next event before which the clock has moved, or after the last such one.
fn tick(story: &Story, from: u32, forward: bool) -> u32 {
    let first_at = |ns: i64| crate::compact::size(story.trace.events.until(ns));
    if forward {
        return (first_at(story.ns(from)) + 1).min(story.end());
    }
    match story.ns(from.saturating_sub(1)) {
        0 => 0,
        ns => first_at(ns - 1) + 1,
    }
}

fn next_switch(story: &Story, from: u32) -> u32 {
    let before = (0..=from).rev().find_map(|moment| runs(story, moment));
    let mut later = (from..story.end()).map(|moment| moment + 1);
    let differs = |moment: &u32| runs(story, *moment).is_some_and(|lane| Some(lane) != before);
    later.find(differs).unwrap_or(story.end())
}

/// The last moment before this one in which somebody began to run whom somebody else preceded.
fn switch_before(story: &Story, from: u32) -> u32 {
    let mut began: Option<(u32, Lane)> = None;
    for moment in (0..from).rev() {
        let Some(lane) = runs(story, moment) else { continue };
        match began {
            Some((first, other)) if other != lane => return first,
            _ => began = Some((moment, lane)),
        }
    }
    began.map_or(0, |(first, _)| first)
}

/// Who runs code of the program in what has just happened.
fn runs(story: &Story, moment: u32) -> Option<Lane> {
    let event = story.latest(moment)?;
    let of_program = match event.actor {
        Actor::Task(_) | Actor::Thread(_) => true,
        Actor::Callback(_) => event.place != Span::default(),
        Actor::Loop(_) => false,
    };
    of_program.then(|| story.lane(event.actor))
}

/// The line that is executed from this moment on, if one begins here. Where a long run's record has
/// no lines any more, one begins where somebody does something on another line than before.
fn line(story: &Story, moment: u32) -> Option<u32> {
    let event = story.latest(moment)?;
    let line = story.source.line(event.place)?;
    let begins = if moment <= story.last_line {
        event.what == What::Line
    } else {
        let before = moment.checked_sub(1).and_then(|before| story.latest(before));
        let same = before.is_some_and(|before| {
            before.actor == event.actor && story.source.line(before.place) == Some(line)
        });
        !same && runs(story, moment).is_some()
    };
    begins.then_some(line)
}
