//! The part of the timeline that is on the screen.

mod arrows;
mod crowd;
mod pulls;
mod segments;
mod ticks;

use std::collections::BTreeMap;

pub use arrows::Cause;
pub(crate) use arrows::causes;
pub(crate) use crowd::Counts;
use interleave_text::Language;
pub(crate) use ticks::ticks;

use crate::compact::size;
use crate::facts::LifeFacts;
use crate::lanes::{Totals, colour, is_end};
use crate::layout::DOT_RADIUS;
use crate::sight::{Dot, Frame, Link, Moment, Row, Timeline};
use crate::story::Story;
use crate::{aim, describe, words};
use segments::Run;

/// A frame and the moments that it shows.
#[derive(Clone, Copy)]
struct Window {
    frame: Frame,
    /// The last moment before it, or the first of all.
    from: u32,
    /// The last moment in it.
    to: u32,
}

impl Window {
    fn new(story: &Story, frame: Frame) -> Self {
        let from = aim::last_not_after(story, frame.axis, frame.from.saturating_sub(1));
        let to = aim::last_not_after(story, frame.axis, frame.to);
        Self { frame, from, to: to.max(from) }
    }

    fn x(&self, story: &Story, moment: u32) -> f32 {
        aim::place(story, self.frame, moment)
    }

    /// The last moment in it that is not right of this place.
    fn moment(&self, story: &Story, x: f32) -> u32 {
        let length = self.frame.to as f64 - self.frame.from as f64;
        if !(length > 0.0 && self.frame.width > 0.0) {
            return self.to;
        }
        let value = self.frame.from as f64 + length * f64::from(x / self.frame.width);
        aim::last_not_after(story, self.frame.axis, value as i64).min(self.to)
    }

    /// The place of a lane among the rows that are wanted.
    fn slot(&self, row: u32) -> Option<usize> {
        row.checked_sub(self.frame.first_row).filter(|slot| *slot < self.frame.rows).map(|slot| slot as usize)
    }
}

/// What is on the screen; of its arrows those nearest the cursor, and all of a chain of causes.
pub(crate) fn timeline(
    story: &Story,
    language: Language,
    frame: Frame,
    cursor: u32,
    chain: &[Link],
) -> Timeline {
    let window = Window::new(story, frame);
    let last = frame.first_row.saturating_add(frame.rows).min(story.lanes.count());
    let lanes: Vec<u32> = (frame.first_row..last).filter_map(|row| story.lanes.at_row(row)).collect();
    let mut rows = drawn(story, language, &lanes, &window);
    dot(story, &window, &mut rows, |lane| window.slot(story.lanes.life(lane)?.row));
    let mut arrows = arrows::arrows(story, &window, &lanes, cursor);
    arrows.extend(arrows::chain(story, &window, chain));
    let fits = size(lanes.len()) == story.lanes.count();
    Timeline {
        rows,
        arrows,
        ticks: ticks(language, frame),
        crowd: if fits { Vec::new() } else { crowd::crowd(story, frame) },
    }
}

/// These lanes, wherever they stand.
pub(crate) fn rows(story: &Story, language: Language, frame: Frame, lanes: &[u32]) -> Vec<Row> {
    let window = Window::new(story, frame);
    let mut rows = drawn(story, language, lanes, &window);
    let slots: BTreeMap<u32, usize> = lanes.iter().copied().zip(0..).collect();
    dot(story, &window, &mut rows, |lane| slots.get(&lane).copied());
    rows
}

/// Lanes without their prints.
fn drawn(story: &Story, language: Language, lanes: &[u32], window: &Window) -> Vec<Row> {
    let runs = segments::runs(story, lanes, window);
    let rows = lanes.iter().zip(&runs);
    rows.filter_map(|(lane, runs)| row(story, language, *lane, runs, window)).collect()
}

fn row(story: &Story, language: Language, lane: u32, runs: &[Run], window: &Window) -> Option<Row> {
    let life = story.lanes.life(lane)?;
    Some(Row {
        lane: life.lane,
        name: story.name(language, lane),
        code: story.code(lane),
        depth: life.depth,
        colour: colour(lane),
        segments: runs.iter().filter_map(|run| run.drawn(story, language, lane, window)).collect(),
        dots: Vec::new(),
        pulls: pulls::pulls(story, lane, runs, window),
        sentence: words::life(language, &life_facts(story, language, lane)?),
    })
}

fn life_facts(story: &Story, language: Language, lane: u32) -> Option<LifeFacts> {
    let life = story.lanes.life(lane)?;
    let stretches = story.lanes.stretches(lane);
    let (first, last) = (stretches.first()?, stretches.last()?);
    let Totals { turns, slept_ns, waited_ns, blocked_ns } = story.lanes.totals(lane);
    Some(LifeFacts {
        name: story.name(language, lane),
        code: story.code(lane),
        from_ns: story.ns(first.from),
        end: is_end(last.state).then(|| (last.state, story.ns(last.from))),
        turns,
        slept_ns,
        waited_ns,
        blocked_ns,
        of_thread: matches!(life.lane, crate::sight::Lane::Thread(_)),
        endless: describe::waits_for_ever(story, lane),
    })
}

/// Puts a dot where a lane that has a row printed; of those that would cover each other, the first.
fn dot(story: &Story, window: &Window, rows: &mut [Row], slot: impl Fn(u32) -> Option<usize>) {
    let lines = &story.output.lines;
    let from = lines.partition_point(|line| line.complete < window.from);
    for line in lines.iter().skip(from).take_while(|line| line.complete < window.to) {
        let moment = line.complete + 1;
        let Some(row) = slot(line.lane).and_then(|slot| rows.get_mut(slot)) else { continue };
        let x = window.x(story, moment);
        if x >= 0.0 && row.dots.last().is_none_or(|last| x - last.x >= DOT_RADIUS) {
            row.dots.push(Dot { x, moment: Moment(moment) });
        }
    }
}
