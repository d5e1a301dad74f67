//! A lane's stretches as they are drawn: what is too narrow to be told apart is drawn as one.

use interleave_text::Language;

use super::Window;
use crate::lanes::is_end;
use crate::sight::{Moment, Segment, State};
use crate::story::Story;
use crate::{describe, words};

/// What is narrower than so many pixels may be drawn together with its neighbours.
const NARROW: f32 = 1.0;

/// How far beyond the frame's edges a segment is drawn, so that none is too long for a picture.
const BEYOND: f32 = 16.0;

/// Neighbouring stretches that are drawn as one.
struct Run {
    first: usize,
    last: usize,
    x0: f32,
    x1: f32,
    /// How wide each state is in it.
    widths: [f32; 8],
    states: [bool; 8],
}

pub(super) fn segments(story: &Story, language: Language, lane: u32, window: &Window) -> Vec<Segment> {
    let stretches = story.lanes.stretches(lane);
    let from = story.lanes.stretch_index(lane, window.from).unwrap_or(0);
    let mut segments = Vec::new();
    let mut run: Option<Run> = None;
    for (index, stretch) in stretches.iter().enumerate().skip(from) {
        if stretch.from > window.to {
            break;
        }
        let end = describe::end_of(story, lane, index).unwrap_or(story.end());
        let endless = index + 1 == stretches.len() && describe::waits_for_ever(story, lane);
        let x0 = window.x(story, stretch.from);
        let x1 = if endless { x0.max(window.frame.width) } else { window.x(story, end) };
        if x1 < 0.0 {
            continue;
        }
        let alone = x1 - x0 >= NARROW || is_end(stretch.state);
        let joins = |run: &Run| !alone && x1 - run.x0 <= NARROW;
        if let Some(run) = run.as_mut().filter(|run| joins(run)) {
            run.take(index, stretch.state, x0, x1);
            continue;
        }
        segments.extend(run.take().and_then(|run| run.drawn(story, language, lane, window)));
        let next = Run::new(index, stretch.state, x0, x1);
        if alone {
            segments.extend(next.drawn(story, language, lane, window));
        } else {
            run = Some(next);
        }
    }
    segments.extend(run.and_then(|run| run.drawn(story, language, lane, window)));
    segments
}

impl Run {
    fn new(index: usize, state: State, x0: f32, x1: f32) -> Self {
        let mut run = Self { first: index, last: index, x0, x1, widths: [0.0; 8], states: [false; 8] };
        run.take(index, state, x0, x1);
        run
    }

    fn take(&mut self, index: usize, state: State, x0: f32, x1: f32) {
        self.last = index;
        self.x1 = x1;
        self.widths[state as usize] += x1 - x0;
        self.states[state as usize] = true;
    }

    /// The state that is widest; of those that take no time, the one that tells most.
    fn state(&self) -> State {
        let telling = [State::Ready, State::Sleeping, State::Waiting, State::Running, State::Blocking];
        let there = telling.into_iter().filter(|state| self.states[*state as usize]);
        let width = |state: &State| self.widths[*state as usize];
        there.max_by(|one, other| width(one).total_cmp(&width(other))).unwrap_or(State::Ready)
    }

    fn drawn(&self, story: &Story, language: Language, lane: u32, window: &Window) -> Option<Segment> {
        let mut facts = describe::stretch(story, language, lane, self.first)?;
        let from = story.lanes.stretches(lane).get(self.first)?.from;
        let to = describe::end_of(story, lane, self.last);
        if self.last > self.first {
            facts.stretches = crate::compact::size(self.last - self.first + 1);
            facts.state = self.state();
            facts.to_ns = to.map(|to| story.ns(to));
        }
        let to = to.unwrap_or(story.end());
        // Who runs has a place at its end, who stands still has one from the beginning.
        let stands = if facts.state == State::Running { to } else { from };
        let within = |x: f32| x.max(-BEYOND).min(window.frame.width + BEYOND);
        Some(Segment {
            state: facts.state,
            x0: within(self.x0),
            x1: within(self.x1),
            from: Moment(from),
            to: Moment(to),
            label: words::label(language, &facts),
            sentence: words::stretch(language, &facts),
            span: describe::place(story, lane, stands).unwrap_or_default(),
            endless: facts.endless,
        })
    }
}
