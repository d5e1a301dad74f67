//! Where the cursor goes.

use interleave_views::Story;
use interleave_views::sight::{Aim, Axis, Frame, Lane, Look, Moment, Pace, Way};

use super::pictures::story;
use super::programs;

fn aim(story: &Story, cursor: Aim, stops: &[u32]) -> Moment {
    let frame = Frame { axis: Axis::Time, from: 0, to: 1, width: 1.0, first_row: 0, rows: 0 };
    let look = Look { stops: stops.to_vec(), ..Look::at(interleave_text::Language::English, cursor, frame) };
    story.look(&look).position.moment
}

/// All stops of a pace, from one end to the other.
fn stops(story: &Story, pace: Pace, forward: bool, lines: &[u32]) -> Vec<u32> {
    let end = story.overview().end;
    let (mut at, last) = if forward { (Moment(0), end) } else { (end, Moment(0)) };
    let mut stops = Vec::new();
    while at != last {
        let next = aim(story, Aim::Step { from: at, pace, forward }, lines);
        assert!(if forward { next > at } else { next < at }, "{pace:?} is stuck at {at:?}");
        at = next;
        stops.push(at.0);
    }
    // The last one is the end, where there may be no stop.
    stops.pop();
    stops
}

#[test]
fn each_way_has_the_same_stops() {
    for (name, program) in programs::ALL.iter().filter(|(name, _)| *name != "crowd") {
        let story = story(program);
        let paces = [
            Pace::Line,
            Pace::Event,
            Pace::Switch,
            Pace::Print,
            Pace::Of(Lane::Task(0)),
            Pace::Clock,
            Pace::Breakpoint,
        ];
        for pace in paces {
            let forward = stops(&story, pace, true, &[5, 6, 7]);
            let mut backward = stops(&story, pace, false, &[5, 6, 7]);
            backward.reverse();
            let last = story.overview().end.0;
            let inner = |stops: &[u32]| stops.iter().copied().filter(|stop| *stop < last).collect::<Vec<_>>();
            assert_eq!(inner(&forward), inner(&backward), "{name}: {pace:?}");
        }
    }
}

#[test]
fn playing_is_held_by_breakpoints_and_else_comes_where_it_was_to_come() {
    for (name, program) in programs::ALL.iter().filter(|(name, _)| *name != "crowd") {
        let story = story(program);
        let end_ns = story.overview().end_ns;
        let held = stops(&story, Pace::Breakpoint, true, &[5, 6, 7]);
        for way in [Way::Time(end_ns), Way::Next(Pace::Print), Way::Next(Pace::Event)] {
            let mut at = Moment(0);
            let mut seen = Vec::new();
            while at != story.overview().end {
                let free = aim(&story, Aim::Play { from: at, to: way }, &[]);
                let next = aim(&story, Aim::Play { from: at, to: way }, &[5, 6, 7]);
                assert!(at < next && next <= free, "{name}: {way:?} is at {next:?} after {at:?}");
                at = next;
                seen.extend(held.contains(&at.0).then_some(at.0));
            }
            assert_eq!(seen, held, "{name}: {way:?}");
        }
    }
}

#[test]
fn a_place_on_the_axis_is_a_moment() {
    let story = story(programs::TWO_SLEEPS);
    let end = story.overview().end;
    let at = |axis, value| aim(&story, Aim::Along(axis, value), &[]);
    assert_eq!(at(Axis::Time, i64::MAX), end);
    assert_eq!(at(Axis::Time, -1), Moment(0));
    assert_eq!(at(Axis::Steps, i64::MIN), Moment(0));
    assert_eq!(at(Axis::Steps, 7), Moment(7));
    assert_eq!(aim(&story, Aim::At(Moment(u32::MAX)), &[]), end);
    let noted = |moment, ns| aim(&story, Aim::Noted { moment, ns }, &[]);
    assert_eq!(noted(Moment(3), 0), Moment(3), "as it was noted");
    assert_eq!(noted(Moment(3), i64::MAX), end, "events are counted otherwise by now");
    assert_eq!(noted(Moment(u32::MAX), -1), Moment(0));
    let asleep = at(Axis::Time, 999_999_999);
    assert_eq!(at(Axis::Time, 0), asleep, "nothing happens while all sleep");
}

#[test]
fn nothing_is_stuck_in_an_empty_run() {
    let story = Story::new("", interleave_trace::Trace::default());
    for pace in [Pace::Line, Pace::Event, Pace::Switch, Pace::Clock] {
        for forward in [true, false] {
            assert_eq!(aim(&story, Aim::Step { from: Moment(9), pace, forward }, &[]), Moment(0));
        }
    }
}
