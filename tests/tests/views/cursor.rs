//! Where the cursor goes.

use expect_test::expect;
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::{Aim, Axis, Frame, Lane, Look, Moment, Pace, Way};

use super::pictures::story;
use super::programs;
use super::why::asking;

fn aim(story: &Story, cursor: Aim, stops: &[u32]) -> Moment {
    let frame = Frame { axis: Axis::Time, from: 0, to: 1, width: 1.0, first_row: 0, rows: 0 };
    let look = Look { stops: stops.to_vec(), ..Look::at(Language::English, cursor, frame) };
    story.look(&look).position.moment
}

#[test]
fn each_moment_tells_who_did_what_and_where() {
    let story = story("import asyncio\n\nasync def tea():\n    print('tea')\n\nasyncio.run(tea())\n");
    let mut told = String::new();
    for moment in 0..=story.overview().end.0 {
        let sight = story.look(&Look { loop_state: true, ..asking(Language::English, moment, None) });
        let runs =
            sight.loop_state.and_then(|state| state.running).map_or_else(String::new, |entry| entry.name);
        let position = sight.position;
        told += format!("{} | {} | {runs}", position.sentence, position.code).trim_end();
        told += "\n";
    }
    expect![[r#"
         |  |
        Main thread executes line 1 | import asyncio | main thread
        Main thread executes line 3 | async def tea(): | main thread
        Main thread executes line 6 | asyncio.run(tea()) | main thread
        Main thread creates Task-1 | asyncio.run(tea()) | main thread
        Iteration 1 of the event loop begins, with 1 to run | asyncio.run(tea()) |
        Task-1 runs for the first time |  | Task-1
        Task-1 executes line 4 | print('tea') | Task-1
        Task-1 prints “tea” | print('tea') | Task-1
        Task-1 is done | print('tea') | Task-1
        Task-1 lets others run | print('tea') |
        Iteration 2 of the event loop begins, with 1 to run | asyncio.run(tea()) |
        A callback runs | asyncio.run(tea()) | a callback
        A callback works | asyncio.run(tea()) |
        Main thread creates Task-2 | asyncio.run(tea()) | main thread
        Iteration 3 of the event loop begins, with 1 to run | asyncio.run(tea()) |
        asyncio's housekeeping runs for the first time | asyncio.run(tea()) | asyncio's housekeeping
        asyncio's housekeeping is done | asyncio.run(tea()) | asyncio's housekeeping
        asyncio's housekeeping lets others run | asyncio.run(tea()) |
        Iteration 4 of the event loop begins, with 1 to run | asyncio.run(tea()) |
        A callback runs | asyncio.run(tea()) | a callback
        A callback works | asyncio.run(tea()) |
        Main thread creates Task-3 | asyncio.run(tea()) | main thread
        Iteration 5 of the event loop begins, with 1 to run | asyncio.run(tea()) |
        asyncio's housekeeping runs for the first time | asyncio.run(tea()) | asyncio's housekeeping
        asyncio's housekeeping is done | asyncio.run(tea()) | asyncio's housekeeping
        asyncio's housekeeping lets others run | asyncio.run(tea()) |
        Iteration 6 of the event loop begins, with 1 to run | asyncio.run(tea()) |
        A callback runs | asyncio.run(tea()) | a callback
        A callback works | asyncio.run(tea()) |
        Main thread is done | asyncio.run(tea()) | main thread
    "#]]
    .assert_eq(&told);
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
