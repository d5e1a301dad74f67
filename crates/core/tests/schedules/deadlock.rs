//! Deadlocks: said as soon as nothing can go on, and only then. And what goes on for ever.

use std::rc::Rc;

use expect_test::expect;

use crate::support::judge::play;
use crate::support::language::Script;
use crate::{schedule, schedule_beyond_cpython};

#[test]
fn awaiting_a_future_that_nobody_sets() {
    schedule(
        "
        main:
            f = Future()
            print waits
            await f
            print never
        ",
        expect![[r#"
            0.000  main  waits
            0.000  deadlock
        "#]],
    );
}

#[test]
fn two_tasks_that_await_each_other() {
    schedule(
        "
        main:
            spawn a, b
            await a

        a:
            await b

        b:
            await a
        ",
        expect![[r#"
            0.000  deadlock
        "#]],
    );
}

#[test]
fn a_deadlock_is_said_when_the_last_timer_has_fired() {
    schedule(
        "
        main:
            spawn a
            f = Future()
            await f

        a:
            await sleep(5)
            print the last thing to happen
        ",
        expect![[r#"
            5.000  a  the last thing to happen
            5.000  deadlock
        "#]],
    );
}

#[test]
fn nothing_is_cancelled_or_cleaned_up_in_a_deadlock() {
    schedule(
        "
        main:
            f = Future()
            try:
                await f
            finally:
                print never
        ",
        expect![[r#"
            0.000  deadlock
        "#]],
    );
}

#[test]
fn a_loop_that_runs_for_ever_with_nothing_to_do() {
    schedule(
        "
        def program:
            l = new_loop()
            l.run_forever()
        ",
        expect![[r#"
            0.000  deadlock
        "#]],
    );
}

#[test]
fn a_thread_that_can_still_run_keeps_a_deadlock_away() {
    schedule(
        "
        main:
            f = Future()
            l = loop()
            t = start_thread(work)
            await f
            print saved

        def work:
            block(7)
            l.call_soon_threadsafe(told)

        def told:
            f.set_result(None)
        ",
        expect![[r#"
            7.000  main  saved
            7.000  done
        "#]],
    );
}

#[test]
fn a_thread_that_ends_without_a_word_leaves_a_deadlock() {
    schedule(
        "
        main:
            f = Future()
            t = start_thread(work)
            await f

        def work:
            block(7)
            print ends
        ",
        expect![[r#"
            7.000  work  ends
            7.000  deadlock
        "#]],
    );
}

#[test]
fn a_job_that_waits_for_the_loop_that_waits_for_the_job() {
    schedule(
        "
        main:
            p = Pool(1)
            a = p.submit(first)
            x = a.result()

        def first:
            b = p.submit(second)
            print waits for a worker
            y = b.result()

        def second:
            print never
        ",
        expect![[r#"
            0.000  first  waits for a worker
            0.000  deadlock
        "#]],
    );
}

#[test]
fn a_loop_that_spins_without_a_timer_ends_at_the_limit() {
    schedule_beyond_cpython(
        "
        main:
            print spins
            while True:
                await sleep(0)
        ",
        expect![[r#"
            0.000  main  spins
            0.000  limit
        "#]],
    );
}

#[test]
fn the_record_of_a_deadlock_says_that_nothing_could_go_on() {
    let is_stuck = |text| play(&Rc::new(Script::parse(text)), false).1.stuck;
    assert!(is_stuck("main:\n    await Future()\n"));
    assert!(!is_stuck("main:\n    await sleep(1)\n"));
}
