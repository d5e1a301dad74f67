//! Delays whose ends can be pulled at, and how one is found again in another run.

use std::fmt::Write;

use expect_test::{Expect, expect};
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::{Aim, Axis, DelayId, Frame, Grasp, Look, Moment, Pull, Sight};

use super::pictures::story;

const PROGRAM: &str = "\
import asyncio, random, time

async def job(n):
    await asyncio.sleep(2 * n)

async def main():
    asyncio.create_task(job(1))
    try:
        async with asyncio.timeout(3):
            await asyncio.sleep(5)
    except TimeoutError:
        time.sleep(1)
    await asyncio.wait_for(asyncio.sleep(random.random() + 1), 4)

asyncio.run(main())
";

fn look(story: &Story, axis: Axis, grasp: Option<Grasp>) -> Sight {
    let to = match axis {
        Axis::Time => 10_000_000_000,
        Axis::Steps => i64::from(story.overview().end.0),
    };
    story.look(&Look {
        timeline: true,
        grasp,
        ..Look::at(
            Language::English,
            Aim::At(Moment(0)),
            Frame { axis, from: 0, to, width: 100.0, first_row: 0, rows: 9 },
        )
    })
}

fn pulls(story: &Story, axis: Axis) -> Vec<(String, Pull)> {
    let rows = look(story, axis, None).timeline.expect("it was asked for").rows;
    rows.into_iter().flat_map(|row| row.pulls.into_iter().map(move |pull| (row.name.clone(), pull))).collect()
}

#[track_caller]
fn check(program: &str, expected: &Expect) {
    let mut seen = String::new();
    for (name, pull) in pulls(&story(program), Axis::Time) {
        let over = if pull.over { ", over what it does" } else { "" };
        let written = if pull.written { "" } else { ", not written" };
        writeln!(seen, "{name}: {:.0} to {:.0}{over}{written}", pull.x0, pull.x1).unwrap();
    }
    expected.assert_eq(&seen);
}

#[test]
fn sleeps_timeouts_and_blocking_calls_can_be_pulled_at() {
    check(
        PROGRAM,
        &expect![[r#"
        main thread: 30 to 40
        Task-1: 0 to 50
        Task-1: 30 to 40
        Task-1: 40 to 58
        Task-1: 0 to 30, over what it does
        Task-1: 40 to 80, over what it does
        Task-2: 0 to 20
    "#]],
    );
}

#[test]
fn along_steps_nothing_can() {
    assert!(pulls(&story(PROGRAM), Axis::Steps).is_empty());
}

/// The delay of a program that this is after an edit, and its length in seconds.
fn found(program: &str, grasp: Grasp) -> Option<(DelayId, f64)> {
    let found = look(&story(program), Axis::Time, Some(grasp)).pulled;
    found.map(|(delay, ns)| (delay, ns as f64 / 1e9))
}

#[test]
fn a_delay_is_found_again() {
    let before = story(PROGRAM);
    let (_, timeout) = pulls(&before, Axis::Time).into_iter().find(|(_, pull)| pull.over).unwrap();
    let grasp = before.grasp(timeout.delay).unwrap();
    assert_eq!(found(PROGRAM, grasp), Some((timeout.delay, 3.0)));
    let longer = PROGRAM.replace("timeout(3)", "timeout(3.5)").replace("import", "print()\nimport");
    assert_eq!(found(&longer, grasp).map(|(_, length)| length), Some(3.5));
    assert_eq!(found("print()\n", grasp), None);
}
