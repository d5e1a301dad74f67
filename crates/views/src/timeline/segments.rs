//! A lane's stretches as they are drawn: what is too narrow to be told apart is drawn as one.

use interleave_text::Language;

use super::Window;
use crate::lanes::is_end;
use crate::sight::{Moment, Segment, State};
use crate::story::Story;
use crate::{describe, words};

/// What is narrower than so many pixels may be drawn together with its neighbours.
const NARROW: f32 = 1.0;

/// Segments that a row has on average, and rows that are counted at least: if there are more, wider
/// ones are drawn together, since nobody could tell them apart.
const EACH: usize = 40;
const FEW_ROWS: usize = 25;

/// No row is coarser than this.
const WIDEST: f32 = 64.0;

/// Of neighbours that are drawn as one so many are weighed.
const WEIGHED: usize = 32;

/// How far beyond the frame's edges a segment is drawn, so that none is too long for a picture.
const BEYOND: f32 = 16.0;

/// Neighbouring stretches that are drawn as one.
pub(super) struct Run {
    first: usize,
    last: usize,
    x0: f32,
    x1: f32,
    /// It is too wide to be drawn together with others, or an end.
    alone: bool,
    /// How wide each state is in it.
    widths: [f32; 8],
    states: [bool; 8],
}

/// What is to be drawn of each lane, as finely as leaves a picture that can be taken in.
pub(super) fn runs(story: &Story, lanes: &[u32], window: &Window) -> Vec<Vec<Run>> {
    let mut narrow = NARROW;
    loop {
        let mut runs: Vec<_> = lanes.iter().map(|lane| of_lane(story, *lane, window, narrow)).collect();
        if narrow > NARROW {
            runs.iter_mut().for_each(join_alike);
        }
        let count: usize = runs.iter().map(Vec::len).sum();
        if narrow >= WIDEST || count <= EACH * lanes.len().max(FEW_ROWS) {
            return runs;
        }
        narrow *= 2.0;
    }
}

fn of_lane(story: &Story, lane: u32, window: &Window, narrow: f32) -> Vec<Run> {
    let stretches = story.lanes.stretches(lane);
    let mut index = story.lanes.stretch_index(lane, window.from).unwrap_or(0);
    let mut runs: Vec<Run> = Vec::new();
    while let Some(stretch) = stretches.get(index).filter(|stretch| stretch.from <= window.to) {
        let end = describe::end_of(story, lane, index).unwrap_or(story.end());
        let endless = index + 1 == stretches.len() && describe::waits_for_ever(story, lane);
        let x0 = window.x(story, stretch.from);
        let x1 = if endless { x0.max(window.frame.width) } else { window.x(story, end) };
        let alone = x1 - x0 >= narrow || is_end(stretch.state);
        let joins = |run: &Run| !alone && !run.alone && x1 - run.x0 <= narrow;
        if let Some(run) = runs.last_mut().filter(|run| joins(run)) {
            // What has been weighed stands for all that is as near.
            if run.last - run.first >= WEIGHED
                && let Some(beyond) = story.lanes.stretch_index(lane, window.moment(story, run.x0 + narrow))
                && let Some(next) = stretches.get(beyond).filter(|_| beyond > index)
            {
                (run.last, run.x1, index) = (beyond - 1, window.x(story, next.from), beyond);
                continue;
            }
            run.take(index, stretch.state, x0, x1);
        } else if x1 >= 0.0 {
            runs.push(Run::new(index, stretch.state, (x0, x1), alone));
        }
        index += 1;
    }
    runs
}

/// Draws neighbours as one that would look the same.
fn join_alike(runs: &mut Vec<Run>) {
    runs.dedup_by(|run, before| {
        let is_alike = !run.alone && !before.alone && run.state() == before.state();
        if is_alike {
            before.append(run);
        }
        is_alike
    });
}

impl Run {
    /// The stretch that it is, if it is one alone that is wide enough to be told from its neighbours.
    pub(super) fn alone(&self) -> Option<usize> {
        (self.alone && self.first == self.last).then_some(self.first)
    }

    fn new(index: usize, state: State, (x0, x1): (f32, f32), alone: bool) -> Self {
        let mut run = Self { first: index, last: index, x0, x1, alone, widths: [0.0; 8], states: [false; 8] };
        run.take(index, state, x0, x1);
        run
    }

    fn take(&mut self, index: usize, state: State, x0: f32, x1: f32) {
        self.last = index;
        self.x1 = x1;
        self.widths[state as usize] += x1 - x0;
        self.states[state as usize] = true;
    }

    fn append(&mut self, next: &Self) {
        (self.last, self.x1) = (next.last, next.x1);
        for (state, is_there) in next.states.iter().enumerate() {
            self.widths[state] += next.widths[state];
            self.states[state] |= is_there;
        }
    }

    /// The state that is widest; of those that take no time, the one that tells most.
    fn state(&self) -> State {
        let telling = [State::Ready, State::Sleeping, State::Waiting, State::Running, State::Blocking];
        let there = telling.into_iter().filter(|state| self.states[*state as usize]);
        let width = |state: &State| self.widths[*state as usize];
        there.max_by(|one, other| width(one).total_cmp(&width(other))).unwrap_or(State::Ready)
    }

    pub(super) fn drawn(
        &self,
        story: &Story,
        language: Language,
        lane: u32,
        window: &Window,
    ) -> Option<Segment> {
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
            span: story.place(lane, stands).unwrap_or_default(),
            endless: facts.endless,
        })
    }
}
