//! The loop, what is shared, and the graph, at a moment.

use std::fmt::Write;

use expect_test::{Expect, expect};
use interleave_views::sight::{EdgeKind, Entry, Sight, WaitingLine};

use super::pictures::{look_at, story};
use super::programs;

fn names(entries: &[Entry]) -> String {
    entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>().join(" ")
}

fn shared(sight: &Sight) -> String {
    let state = sight.loop_state.as_ref().expect("it was asked for");
    let mut text = String::new();
    for timer in &state.timers {
        writeln!(text, "timer {} {}", timer.due_ns as f64 / 1e9, timer.entry.name).expect("fits");
    }
    for thing in &state.resources {
        write!(text, "{} {}: [{}]", thing.class, thing.name, names(&thing.holders)).expect("fits");
        for WaitingLine { note, in_turn, waiters } in &thing.lines {
            let turn = if *in_turn { "in turn" } else { "together" };
            let about = if note.is_empty() { turn.to_owned() } else { format!("{turn}, {note}") };
            write!(text, " <- [{}] {about}", names(waiters)).expect("fits");
        }
        text.push('\n');
    }
    text
}

#[track_caller]
fn check(program: &str, seconds: f64, expected: Expect) {
    expected.assert_eq(&shared(&look_at(&story(program), seconds)));
}

#[test]
fn who_holds_and_who_waits() {
    check(
        programs::SEMAPHORE,
        0.5,
        expect![[r#"
            timer 1 Task-2
            timer 1 Task-3
            timer 1 Task-4
            Semaphore sem: [Task-2 Task-3 Task-4] <- [Task-5 Task-6 Task-7 Task-8 Task-9 Task-10 Task-11 Task-12 Task-13] in turn
        "#]],
    );
    check(
        programs::LOCK,
        0.5,
        expect![[r#"
            timer 1 first
            Lock lock: [first] <- [second] in turn
            TaskGroup group: [Task-1]
        "#]],
    );
    check(
        programs::QUEUE,
        0.5,
        expect![[r#"
            timer 1 Task-2
            Queue queue: [] <- [Task-3] in turn, for room
        "#]],
    );
    check(
        programs::CONDITION,
        0.5,
        expect![[r#"
            timer 1 Task-1
            Condition news: [] <- [Task-2 Task-3] in turn
        "#]],
    );
    check(
        programs::CONDITION,
        1.5,
        expect![[r#"
            timer 2 Task-1
            Condition news: [] <- [Task-3] in turn
        "#]],
    );
    check(
        programs::CONDITION_WITH_A_LOCK,
        0.5,
        expect![[r#"
            timer 1 Task-1
            Lock lock: [Task-1]
            Condition news: [Task-1]
        "#]],
    );
    check(
        programs::CONDITION_WITH_A_LOCK,
        1.5,
        expect![[r#"
            timer 2 Task-1
            Lock lock: [Task-1]
            Condition news: [Task-1]
        "#]],
    );
    check(
        programs::BARRIER,
        2.5,
        expect![[r#"
            timer 3 Task-4
            Barrier barrier: [] <- [Task-2 Task-3] together
        "#]],
    );
    check(
        programs::TIMEOUT,
        0.5,
        expect![[r#"
            timer 1 Task-1
            timer 5 Task-1
            timeout timeout 1: [Task-1]
        "#]],
    );
    check(
        programs::DEADLOCK,
        2.0,
        expect![[r#"
            Lock left: [Task-2] <- [Task-3] in turn
            Lock right: [Task-3] <- [Task-2] in turn
        "#]],
    );
}

#[test]
fn some_lines_go_one_by_one_and_some_all_at_once() {
    let program = "import asyncio

async def main():
    door, queue = asyncio.Event(), asyncio.Queue(1)
    queue.put_nowait(1)
    calls = [door.wait(), door.wait(), queue.put(2), queue.put(3), queue.join(), queue.join()]
    await asyncio.wait([asyncio.create_task(call) for call in calls], timeout=1)

asyncio.run(main())
";
    check(
        program,
        0.5,
        expect![[r#"
        timer 1 Task-1
        Event door: [] <- [Task-2 Task-3] together
        Queue queue: [] <- [Task-4 Task-5] in turn, for room <- [Task-6 Task-7] together, until all is done
    "#]],
    );
}

#[test]
fn calls_have_names() {
    let story = story(programs::FUNCTIONS_CALLED_BACK);
    let sight = look_at(&story, 0.5);
    let timers = &sight.loop_state.as_ref().expect("it was asked for").timers;
    assert_eq!(timers[0].entry.note, "calls Future.set_result()");
    let names: Vec<_> = sight.log.iter().flatten().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["main.<locals>.tick()", "main.<locals>.ended()"]);
}

#[track_caller]
fn check_graph(program: &str, seconds: f64, expected: Expect) {
    let graph = look_at(&story(program), seconds).graph.expect("it was asked for");
    let mut text = String::new();
    for node in &graph.nodes {
        writeln!(text, "{} at {},{}", node.name, node.column, node.row).expect("fits");
    }
    let name = |index: u32| graph.nodes[index as usize].name.as_str();
    for edge in graph.edges.iter().filter(|edge| edge.kind != EdgeKind::Created) {
        let verb = if edge.kind == EdgeKind::Holds { "holds" } else { "waits for" };
        writeln!(text, "{} {verb} {}", name(edge.from), name(edge.to)).expect("fits");
    }
    expected.assert_eq(&text);
}

#[test]
fn the_graph_shows_who_waits_for_whom() {
    check_graph(
        programs::DEADLOCK,
        2.0,
        expect![[r#"
        main thread at 0,0
        Task-1 at 1,0
        left at 2,0
        right at 2,1
        Task-2 at 2,2
        Task-3 at 2,3
        Task-1 waits for Task-2
        Task-1 waits for Task-3
        Task-2 waits for right
        Task-3 waits for left
        Task-2 holds left
        Task-3 holds right
    "#]],
    );
    check_graph(
        programs::LOCK,
        0.5,
        expect![[r#"
        main thread at 0,0
        Task-1 at 1,0
        lock at 2,0
        group at 2,1
        first at 2,2
        second at 2,3
        Task-1 waits for first
        Task-1 waits for second
        second waits for lock
        first holds lock
        Task-1 holds group
    "#]],
    );
    check_graph(
        programs::GATHER,
        1.5,
        expect![[r#"
        main thread at 0,0
        Task-1 at 1,0
        Task-2 at 2,0
        Task-3 at 2,1
        Task-4 at 2,2
        Task-1 waits for Task-3
        Task-1 waits for Task-4
    "#]],
    );
}
