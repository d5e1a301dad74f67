//! Laws that hold for every run: what is seen agrees with a plain reading of the record.

use std::collections::BTreeMap;

use interleave_trace::{Actor, Change, Trace, What};
use interleave_views::Story;
use interleave_views::sight::{Aim, Axis, Frame, Lane, Look, Moment, Sight, State};

use super::pictures::{is_end, look, trace};
use super::programs;

fn each(check: impl Fn(&str, &Trace, &Story)) {
    for (name, program) in programs::ALL {
        let trace = trace(program);
        check(name, &trace, &Story::new(program, trace.clone()));
    }
}

/// Enough moments of a run to see it all, and few enough for the largest.
fn moments(story: &Story) -> impl Iterator<Item = Moment> {
    let end = story.overview().end.0;
    (0..=end).step_by(1 + end as usize / 200).map(Moment)
}

fn at(story: &Story, moment: Moment) -> Sight {
    let frame = Frame { axis: Axis::Steps, from: 0, to: 1, width: 1.0, first_row: 0, rows: 0 };
    story.look(&Look {
        loop_state: true,
        graph: true,
        ..Look::at(interleave_text::Language::English, Aim::At(moment), frame)
    })
}

#[test]
fn segments_cover_a_life_without_gaps() {
    each(|name, _, story| {
        let end = story.overview().end;
        for axis in [Axis::Steps, Axis::Time] {
            let width = if axis == Axis::Steps { end.0 as f32 * 2.0 } else { 50.0 };
            let timeline = look(story, Aim::At(end), axis, width).timeline.expect("it was asked for");
            assert_eq!(timeline.rows.len(), story.overview().lanes as usize);
            for row in &timeline.rows {
                let pairs = row.segments.windows(2);
                for pair in pairs {
                    assert_eq!(pair[0].to, pair[1].from, "{name}: {}", row.name);
                    assert!(pair[0].x1 == pair[1].x0 && pair[0].x0 <= pair[0].x1, "{name}: {}", row.name);
                    assert!(!is_end(pair[0].state), "{name}: {}", row.name);
                }
                let last = row.segments.last().expect("everybody lives");
                assert!(last.to == end || is_end(last.state), "{name}: {}", row.name);
                let drawn = row.segments.len() as f32;
                assert!(drawn <= 3.0 * width + 3.0, "{name}: {} has {drawn} segments", row.name);
            }
        }
    });
}

/// What each task does after each event, by the plainest reading.
#[test]
fn states_agree_with_a_plain_reading() {
    each(|name, trace, story| {
        let timeline =
            look(story, Aim::At(Moment(0)), Axis::Steps, story.overview().end.0 as f32 * 2.0).timeline;
        let rows = timeline.expect("it was asked for").rows;
        for row in &rows {
            let Lane::Task(task) = row.lane else { continue };
            for segment in &row.segments {
                let Some(event) =
                    segment.from.0.checked_sub(1).and_then(|index| trace.events.get(index as usize))
                else {
                    continue;
                };
                let own = event.actor == Actor::Task(interleave_trace::TaskId(task));
                let fits = match segment.state {
                    State::Running => own,
                    State::Sleeping | State::Waiting => own && matches!(event.what, What::Awaits(_)),
                    State::Blocking => own && matches!(event.what, What::Blocks { .. }),
                    State::Done => matches!(event.what, What::Resolved(_)),
                    State::Failed => matches!(event.what, What::Failed(_)),
                    State::Cancelled => matches!(event.what, What::Cancelled(_)),
                    State::Ready => true,
                };
                assert!(fits, "{name}: {} is {:?} after {event:?}", row.name, segment.state);
            }
        }
    });
}

#[test]
fn whoever_acts_runs() {
    each(|name, trace, story| {
        for moment in moments(story).skip(1) {
            let event = trace.events.get(moment.0 as usize - 1).expect("it is on the record");
            let acts = matches!(event.what, What::Line | What::Prints(_));
            let Some(Lane::Task(_)) = at(story, moment).position.lane.filter(|_| acts) else { continue };
            let sight = at(story, moment);
            let marks = sight.marks.iter().filter(|mark| Some(mark.lane) == sight.position.lane);
            assert!(marks.clone().all(|mark| mark.state == State::Running), "{name} at {moment:?}");
        }
    });
}

/// The ready queue of a moment is what begins after it, in the same order.
#[test]
fn the_queue_is_what_begins_next() {
    each(|name, trace, story| {
        for moment in moments(story) {
            let state = at(story, moment).loop_state.expect("it was asked for");
            let Some(next) = state.ready.first() else { continue };
            let mut later = trace.events.iter().skip(moment.0 as usize);
            let start = later.find(|event| matches!(event.what, What::Start { .. }));
            let actor = start.expect("what is ready begins").actor;
            let lane = match actor {
                Actor::Task(_) if next.name == "asyncio's housekeeping" => None,
                Actor::Task(task) => Some(Lane::Task(task.0)),
                Actor::Thread(thread) => Some(Lane::Thread(thread.0)),
                Actor::Loop(_) | Actor::Callback(_) => None,
            };
            assert_eq!(next.lane, lane, "{name} at {moment:?}: {next:?} but {actor:?}");
        }
    });
}

/// Nothing that begins in this iteration is missing from its queue.
#[test]
fn an_iteration_runs_what_was_ready() {
    each(|name, trace, story| {
        let iterations = trace.events.iter().zip(1..).filter_map(|(event, moment)| {
            let What::Iteration { ready, number } = event.what else { return None };
            Some((Moment(moment), ready, number))
        });
        for (moment, ready, number) in iterations.take(40) {
            let state = at(story, moment).loop_state.expect("it was asked for");
            let listed = state.ready.len() as u32 + state.more_ready;
            assert_eq!(state.iteration, number, "{name}");
            // Handles that were cancelled never begin.
            assert!(listed <= ready, "{name} at {moment:?}: {listed} of {ready}");
        }
    });
}

/// Who holds a run's only semaphore, by a plain reading.
#[derive(Default)]
struct Held(Vec<Option<Lane>>);

impl Held {
    fn note(&mut self, actor: Actor, change: Change) {
        let Actor::Task(task) = actor else { return };
        let lane = Some(Lane::Task(task.0));
        if change == Change::Acquired {
            self.0.push(lane);
        } else if change == Change::Released {
            self.0.retain(|holder| *holder != lane);
        }
    }
}

#[test]
fn timers_and_holders_agree_with_a_replay() {
    each(|name, trace, story| {
        let mut timers = BTreeMap::new();
        let mut held = Held::default();
        let mut wanted: Vec<Moment> = moments(story).collect();
        wanted.reverse();
        for moment in 0..=story.overview().end.0 {
            if let Some(event) = moment.checked_sub(1).and_then(|index| trace.events.get(index as usize)) {
                if let What::TimerSet { timer, due_ns } = event.what {
                    timers.insert(timer, due_ns);
                } else if let What::TimerFired(timer) | What::TimerCancelled(timer) = event.what {
                    timers.remove(&timer);
                } else if let What::ResourceChanged(_, change) = event.what {
                    held.note(event.actor, change);
                }
            }
            if wanted.last() != Some(&Moment(moment)) {
                continue;
            }
            wanted.pop();
            let state = at(story, Moment(moment)).loop_state.expect("it was asked for");
            let mut due: Vec<i64> = timers.values().copied().collect();
            due.sort_unstable();
            let listed: Vec<i64> = state.timers.iter().map(|timer| timer.due_ns).collect();
            assert_eq!(listed, due[..listed.len()], "{name} at {moment}");
            assert_eq!(listed.len() + state.more_timers as usize, due.len(), "{name} at {moment}");
            for thing in state.resources.iter().filter(|thing| thing.class == "Semaphore") {
                let holders: Vec<_> = thing.holders.iter().map(|holder| holder.lane).collect();
                assert_eq!(holders, held.0[..holders.len()], "{name} at {moment}");
                assert_eq!(holders.len(), held.0.len(), "{name} at {moment}");
            }
        }
    });
}

#[test]
fn no_frame_is_too_strange() {
    let story = Story::new(programs::CROWD, trace(programs::CROWD));
    let edges = [i64::MIN, -1, 0, 1, 5_000_000_000, i64::MAX - 1, i64::MAX];
    for (from, to) in edges.iter().flat_map(|from| edges.map(|to| (*from, to))) {
        for width in [f32::NAN, f32::NEG_INFINITY, -1.0, 0.0, 0.5, 800.0] {
            for (axis, first_row, rows) in [(Axis::Time, 3, 2), (Axis::Steps, u32::MAX, u32::MAX)] {
                let frame = Frame { axis, from, to, width, first_row, rows };
                let sight = story.look(&Look {
                    log: Some((from as u32, u32::MAX)),
                    timeline: true,
                    ..Look::at(interleave_text::Language::English, Aim::Along(axis, from), frame)
                });
                assert!(sight.timeline.is_some_and(|timeline| timeline.rows.len() <= 2));
            }
        }
    }
}

#[test]
fn a_crowd_counts_everybody() {
    let program = programs::CROWD;
    let story = Story::new(program, trace(program));
    let overview = story.overview();
    let frame =
        Frame { axis: Axis::Time, from: 0, to: overview.end_ns, width: 200.0, first_row: 0, rows: 10 };
    let mut look =
        Look { timeline: true, ..Look::at(interleave_text::Language::English, Aim::At(Moment(0)), frame) };
    let crowd = story.look(&look).timeline.expect("it was asked for").crowd;
    let sleeping: Vec<u32> =
        crowd.iter().step_by(11).map(|place| place.lanes[State::Sleeping as usize]).collect();
    assert_eq!(sleeping, [901, 901, 801, 701, 601, 501, 401, 301, 201, 101]);
    let done: u32 = crowd.iter().map(|place| place.lanes[State::Done as usize]).sum();
    assert_eq!(done, 1002);
    look.frame.rows = overview.lanes;
    assert_eq!(story.look(&look).timeline.expect("it was asked for").crowd, []);
}
