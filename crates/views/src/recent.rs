//! Events of a trace by their number. They are packed in groups, and whoever asks for one is likely to
//! ask for its neighbours next, and for the same ones when the screen moves on by a little; so groups
//! that were read stay at hand, each until another one takes its place.

use std::cell::RefCell;

use interleave_trace::{Event, Events};

/// Places for groups.
const PLACES: usize = 512;

/// Events at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent(RefCell<Shelf>);

#[derive(Clone, Debug, Default)]
struct Shelf {
    /// As many as [`PLACES`] from the first question on.
    groups: Vec<Group>,
    #[cfg(test)]
    reads: usize,
}

#[derive(Clone, Debug, Default)]
struct Group {
    /// The number of its first event.
    first: usize,
    events: Vec<Event>,
}

impl Recent {
    pub(crate) fn get(&self, events: &Events, index: u32) -> Option<Event> {
        let index = index as usize;
        let shelf = &mut *self.0.borrow_mut();
        if shelf.groups.is_empty() {
            shelf.groups.resize_with(PLACES, Group::default);
        }
        let group = shelf.groups.get_mut(index / Events::GROUP % PLACES)?;
        if !(group.first..group.first + group.events.len()).contains(&index) {
            let (first, around) = events.around(index);
            group.first = first;
            group.events.clear();
            group.events.extend(around);
            #[cfg(test)]
            (shelf.reads += 1);
        }
        group.events.get(index - group.first).copied()
    }

    /// How often another group was read.
    #[cfg(test)]
    fn groups_read(&self) -> usize {
        self.0.borrow().reads
    }
}

#[cfg(test)]
mod tests {
    use interleave_text::Language;
    use interleave_trace::{
        Actor, Event, FutureId, LoopId, Reason, Span, StepId, TaskId, TextId, ThreadId, Trace, What,
    };

    use crate::Story;
    use crate::sight::{Aim, Axis, Frame, Look, Moment, Pace, Question};

    const TASKS: u32 = 60;

    /// Tasks that take turns, each of which waits for a future that the next one resolves.
    fn relay(turns: u32) -> Trace {
        let mut trace = Trace { texts: ["work"].into_iter().collect(), ..Trace::default() };
        let mut note = |step: u32, actor: Actor, what: What| {
            let place = Span { start: step % 7, end: 9 };
            trace.events.push(Event { step: StepId(step), actor, ns: i64::from(step / 9), place, what });
        };
        for task in 0..TASKS {
            let (task, future) = (TaskId(task), FutureId(task));
            let (name, code) = (TextId(0), TextId(0));
            note(0, Actor::Thread(ThreadId(0)), What::TaskCreated { task, future, name, code });
        }
        for turn in 0..turns {
            let (step, actor) = (turn + 1, Actor::Task(TaskId(turn % TASKS)));
            let reason = match turn.checked_sub(TASKS) {
                Some(awaited) => Reason::Awaited(FutureId(awaited + TASKS)),
                None => Reason::Created,
            };
            note(turn, Actor::Loop(LoopId(0)), What::Iteration { number: u64::from(step), ready: 1 });
            note(step, actor, What::Start { cause: StepId(turn), reason, call: None });
            if let Some(awaited) = (turn + 1).checked_sub(TASKS) {
                note(step, actor, What::Resolved(FutureId(awaited + TASKS)));
            }
            note(step, actor, What::FutureCreated(FutureId(turn + TASKS)));
            note(step, actor, What::Awaits(FutureId(turn + TASKS)));
            note(step, actor, What::End);
        }
        trace
    }

    /// Groups that are read, and segments that are drawn, for a screen that shows all there is to see.
    fn effort(turns: u32, axis: Axis) -> (usize, usize) {
        let story = Story::new("await it()", relay(turns));
        let overview = story.overview();
        let to = if axis == Axis::Time { overview.end_ns } else { i64::from(overview.end.0) };
        let sight = story.look(&Look {
            log: Some((0, 60)),
            timeline: true,
            loop_state: true,
            graph: true,
            question: Some(Question::Why(overview.end)),
            ..Look::at(
                Language::English,
                Aim::Along(axis, to / 2),
                Frame { axis, from: 0, to, width: 800.0, first_row: 0, rows: 33 },
            )
        });
        let rows = sight.timeline.expect("it was asked for").rows;
        (story.recent.groups_read(), rows.iter().map(|row| row.segments.len()).sum())
    }

    #[test]
    fn a_look_costs_what_is_on_the_screen() {
        for axis in [Axis::Time, Axis::Steps] {
            let ((small, _), (large, segments)) = (effort(5_000, axis), effort(50_000, axis));
            assert!(large < 2 * small, "{large} groups of a run ten times as long, instead of {small}");
            assert!(segments <= 40 * 33, "{segments} segments");
        }
    }

    #[test]
    fn a_step_to_what_is_far_away_reads_little() {
        let story = Story::new("await it()", relay(50_000));
        let frame = Frame { axis: Axis::Time, from: 0, to: 1, width: 800.0, first_row: 0, rows: 0 };
        let middle = Moment(story.overview().end.0 / 2);
        for pace in [Pace::Print, Pace::Clock, Pace::Breakpoint] {
            for forward in [true, false] {
                story.look(&Look::at(Language::English, Aim::Step { from: middle, pace, forward }, frame));
            }
        }
        assert!(story.recent.groups_read() < 50, "{}", story.recent.groups_read());
    }

    #[test]
    fn a_run_takes_few_bytes() {
        let trace = relay(50_000);
        assert!(trace.events.bytes() <= 9 * trace.events.len(), "{}", trace.events.bytes());
    }
}
