//! Lanes of runs, as pictures.

use expect_test::{Expect, expect};

use super::pictures::{lanes, look, story};
use super::programs;
use interleave_views::sight::{Aim, ArrowKind, Axis, Moment, State};

#[track_caller]
fn check(program: &str, expected: Expect) {
    expected.assert_eq(&lanes(program));
}

#[test]
fn sleeps_side_by_side() {
    check(
        programs::TWO_SLEEPS,
        expect![[r#"
            main thread                 --------|
              Task-1 main()             ----wwww|
                Task-2 work()           --------|
        "#]],
    );
    check(
        programs::GATHER,
        expect![[r#"
            main thread                 ------------|
              Task-1 main()             wwwwwwwwwwww|
                Task-2 work()           ----|
                Task-3 work()           ------------|
                Task-4 work()           --------|
        "#]],
    );
    check(
        programs::AS_COMPLETED,
        expect![[r#"
            main thread                 --------|
              Task-1 main()             wwwwwwww|
                Task-2 work()           --------|
                Task-3 work()           ----|
        "#]],
    );
    check(
        programs::EAGER,
        expect![[r#"
            main thread                 ----|
              Task-1 main()             wwww|
                Task-2 work()           |
                Task-3 work()           ----|
        "#]],
    );
}

#[test]
fn lines_for_what_is_shared() {
    check(
        programs::SEMAPHORE,
        expect![[r#"
            main thread                 ----------------|
              Task-1 main()             wwwwwwwwwwwwwwww|
                Task-2 job()            ----|
                Task-3 job()            ----|
                Task-4 job()            ----|
                Task-5 job()            wwww----|
                Task-6 job()            wwww----|
                Task-7 job()            wwww----|
                Task-8 job()            wwwwwwww----|
                Task-9 job()            wwwwwwww----|
                Task-10 job()           wwwwwwww----|
                Task-11 job()           wwwwwwwwwwww----|
                Task-12 job()           wwwwwwwwwwww----|
                Task-13 job()           wwwwwwwwwwww----|
        "#]],
    );
    check(
        programs::QUEUE,
        expect![[r#"
            main thread                 ----------------|
              Task-1 main()             wwwwwwwwwwwwwwww|
                Task-2 consumer()       ----------------/
                Task-3 producer()       wwww|
        "#]],
    );
    check(
        programs::LOCK,
        expect![[r#"
            main thread                 ------------|
              Task-1 main()             wwwwwwwwwwww|
                first Account.change()  ----|
                second Account.change() wwww--------|
        "#]],
    );
    check(
        programs::EVENT,
        expect![[r#"
            main thread                 ----|
              Task-1 main()             ----|
                Task-2 wait()           wwww|
                Task-3 wait()           wwww|
        "#]],
    );
    check(
        programs::CONDITION,
        expect![[r#"
            main thread                 --------|
              Task-1 main()             --------|
                Task-2 wait()           wwww|
                Task-3 wait()           wwwwwwww|
        "#]],
    );
    check(
        programs::BARRIER,
        expect![[r#"
            main thread                 ------------|
              Task-1 main()             wwwwwwwwwwww|
                Task-2 meet()           ----wwwwwwww|
                Task-3 meet()           --------wwww|
                Task-4 meet()           ------------|
        "#]],
    );
}

#[test]
fn ends_that_are_none_too_happy() {
    check(
        programs::TIMEOUT,
        expect![[r#"
            main thread                 --------|
              Task-1 main()             ----wwww|
        "#]],
    );
    check(
        programs::TASK_GROUP,
        expect![[r#"
            main thread                 ----|
              Task-1 main()             wwww|
                Task-2 fail()           ----x
                Task-3 last()           ----/
        "#]],
    );
    check(
        programs::CANCEL,
        expect![[r#"
            main thread                 --------|
              Task-1 main()             ----wwww|
                Task-2 sleeper()        --------/
        "#]],
    );
    check(
        programs::DEADLOCK,
        expect![[r#"
            main thread                 ---
              Task-1 main()             wwww
                Task-2 take()           ---w
                Task-3 take()           ---w
        "#]],
    );
    check(
        programs::FAILURES,
        expect![[r#"
        main thread                 --------x
          Task-1 main()             --------x
            breaks                  BBBBx
            leaves                  BBBB|
    "#]],
    );
}

#[test]
fn threads_and_callbacks() {
    check(
        programs::FREEZE,
        expect![[r#"
            main thread                 --BBBBBBBB--------|
              Task-1 main()             --BBBBBBBBwwwwwwww|
                Task-2 tick()           ------------------|
        "#]],
    );
    check(
        programs::THREADS,
        expect![[r#"
            main thread                 --wwwwww|
              Task-1 main()             wwwwwwww|
                other                   BBBB|
                Task-2 to_thread()      wwwwwwww|
                  asyncio_0             BBBBBBBB|
                Task-3 sleep()          --|
        "#]],
    );
    check(
        programs::POOL,
        expect![[r#"
        main thread                 wwwwwwwwwwwwwwww|
          Task-1 main()             wwwwwwwwwwwwwwww|
            pool_0                  BBBBBBBBBBBBBBBB|
    "#]],
    );
    check(
        programs::CALLBACKS,
        expect![[r#"
            main thread                 --------|
              Task-1 main()             wwwwwwww|
        "#]],
    );
}

/// What stands in the bars of those who wait.
#[track_caller]
fn check_labels(program: &str, expected: Expect) {
    let sight = look(&story(program), Aim::At(Moment(0)), Axis::Time, 1000.0);
    let rows = sight.timeline.expect("it was asked for").rows;
    let mut labels = String::new();
    for row in rows {
        for segment in row.segments.iter().filter(|segment| segment.state == State::Waiting) {
            let stands = program.get(segment.span.start as usize..segment.span.end as usize).unwrap_or("");
            labels += &format!("{}: {} at `{}`\n", row.name, segment.label, stands);
        }
    }
    expected.assert_eq(&labels);
}

#[test]
fn who_waits_says_for_what() {
    check_labels(
        programs::QUEUE,
        expect![[r#"
            Task-1: Task-3 at `await asyncio.create_task(producer(queue))`
            Task-1: queue at `await queue.join()`
            Task-3: queue at `await queue.put(number)`
        "#]],
    );
    check_labels(
        programs::LOCK,
        expect![[r#"
        Task-1: group at `asyncio.TaskGroup()`
        second: lock at `self.lock`
    "#]],
    );
    check_labels(
        programs::BARRIER,
        expect![[r#"
            Task-1: gather at `await asyncio.gather(*(meet(barrier, delay) for delay in (1, 2, 3)))`
            Task-2: barrier at `await barrier.wait()`
            Task-3: barrier at `await barrier.wait()`
        "#]],
    );
    check_labels(
        programs::CALLBACKS,
        expect![[r#"
            Task-1: done at `await done`
        "#]],
    );
    check_labels(
        programs::TASK_GROUP,
        expect![[r#"
        Task-1: group at `asyncio.TaskGroup()`
    "#]],
    );
    check_labels(
        programs::THREADS,
        expect![[r#"
            main thread:  at `asyncio.run(main())`
            Task-1: gather at `await asyncio.gather(asyncio.to_thread(work, 2), asyncio.sleep(0.5))`
            Task-2: work() at ``
        "#]],
    );
}

#[track_caller]
fn check_arrows(program: &str, expected: Expect) {
    let sight = look(&story(program), Aim::At(Moment(0)), Axis::Time, 10.0);
    let timeline = sight.timeline.expect("it was asked for");
    let name = |row: u32| timeline.rows[row as usize].name.as_str();
    let mut arrows = String::new();
    for arrow in &timeline.arrows {
        let verb = match arrow.kind {
            ArrowKind::Spawn => "starts",
            ArrowKind::Wake => "wakes",
            ArrowKind::Cancel => "cancels",
            ArrowKind::Cause => "leads to",
        };
        arrows += &format!("{} {verb} {}\n", name(arrow.row0), name(arrow.row1));
    }
    expected.assert_eq(&arrows);
}

#[test]
fn arrows_tell_who_did_it() {
    check_arrows(
        programs::LOCK,
        expect![[r#"
        main thread starts Task-1
        Task-1 starts first
        Task-1 starts second
        first wakes second
        second wakes Task-1
    "#]],
    );
    check_arrows(
        programs::TASK_GROUP,
        expect![[r#"
        main thread starts Task-1
        Task-1 starts Task-2
        Task-1 starts Task-3
        Task-2 cancels Task-3
        Task-2 cancels Task-1
        Task-2 wakes Task-1
        Task-3 wakes Task-1
    "#]],
    );
    check_arrows(
        programs::GATHER,
        expect![[r#"
        main thread starts Task-1
        Task-1 starts Task-2
        Task-1 starts Task-3
        Task-1 starts Task-4
        Task-3 wakes Task-1
    "#]],
    );
    check_arrows(
        programs::THREADS,
        expect![[r#"
            main thread starts Task-1
            Task-1 starts other
            Task-1 starts Task-2
            Task-1 starts Task-3
            Task-2 starts asyncio_0
            asyncio_0 wakes Task-2
            Task-2 wakes Task-1
        "#]],
    );
}
