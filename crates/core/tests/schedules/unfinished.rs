//! Coroutines of the library that nobody resumes again: the program ends while they wait,
//! and they leave as their `finally` does without waiting.

use expect_test::{Expect, expect};

use crate::support::methods::Thing;
use crate::support::standstill::Standstill;

/// Plays a script up to `print now` and ends it there: what `look` sees before that and after.
fn ended(text: &str, look: impl Fn(&Standstill) -> String, expected: Expect) {
    let mut still = Standstill::of(text);
    let before = look(&still);
    still.machine.end(&mut still.program);
    expected.assert_eq(&format!("{before}, then {}", look(&still)));
}

fn waiting(still: &Standstill, name: &str) -> String {
    let waiters = match still.thing(name) {
        Thing::Lock(lock) => lock.waiters(),
        Thing::Condition(condition) => condition.waiters(),
        Thing::Queue(queue) => [queue.join_waiters(), queue.getters(), queue.putters()].concat(),
        Thing::Event(_)
        | Thing::Semaphore(_)
        | Thing::Barrier(_)
        | Thing::Timeout(_)
        | Thing::Group(_)
        | Thing::Completed(_)
        | Thing::Runner(_)
        | Thing::Loop(_) => panic!("{name} is asked for no line"),
    };
    format!("{} wait", waiters.len())
}

fn inside(still: &Standstill, name: &str) -> String {
    let Thing::Barrier(barrier) = still.thing(name) else { panic!("{name} is no barrier") };
    let condition = barrier.condition();
    format!(
        "{} inside, {} wait, {} wait for the lock",
        barrier.inside(),
        condition.waiters().len(),
        condition.lock().waiters().len()
    )
}

#[test]
fn who_waits_for_a_lock_leaves_its_line() {
    ended(
        "
        lock = Lock()

        main:
            await lock.acquire()
            spawn a, b
            await sleep(0)
            print now
            await sleep(1)

        a, b:
            await lock.acquire()
        ",
        |still| waiting(still, "lock"),
        expect!["2 wait, then 0 wait"],
    );
}

#[test]
fn who_waits_for_items_and_places_and_the_end_of_a_queue_leaves_its_lines() {
    ended(
        "
        empty = Queue()
        full = Queue(1)

        main:
            full.put_nowait(0)
            spawn a, b, c
            await sleep(0)
            print now
            await sleep(1)

        a:
            await empty.get()

        b:
            await full.put(1)

        c:
            await full.join()
        ",
        |still| format!("{} and {}", waiting(still, "empty"), waiting(still, "full")),
        expect!["1 wait and 2 wait, then 0 wait and 0 wait"],
    );
}

#[test]
fn who_waits_inside_a_barrier_is_inside_no_more() {
    ended(
        "
        gate = Barrier(3)

        main:
            spawn a, b
            await sleep(0)
            print now
            await sleep(1)

        a, b:
            await gate.wait()
        ",
        |still| inside(still, "gate"),
        expect!["2 inside, 2 wait, 0 wait for the lock, then 0 inside, 0 wait, 0 wait for the lock"],
    );
}

#[test]
fn who_waits_for_a_barrier_to_drain_leaves_its_line() {
    ended(
        "
        gate = Barrier(2)

        main:
            spawn a, b, c
            await sleep(0)
            print now
            await sleep(1)

        a, b, c:
            await gate.wait()
        ",
        |still| inside(still, "gate"),
        expect!["1 inside, 2 wait, 0 wait for the lock, then 0 inside, 0 wait, 0 wait for the lock"],
    );
}

#[test]
fn who_waits_for_the_lock_of_a_barrier_leaves_its_line() {
    ended(
        "
        gate = Barrier(2)
        inner = condition(gate)

        main:
            await inner.acquire()
            spawn a, b, c
            await sleep(0)
            print now
            await sleep(1)

        a:
            await gate.wait()

        b:
            await gate.reset()

        c:
            await gate.abort()
        ",
        |still| inside(still, "gate"),
        expect!["0 inside, 0 wait, 3 wait for the lock, then 0 inside, 0 wait, 0 wait for the lock"],
    );
}

#[test]
fn who_waits_for_a_condition_or_a_predicate_leaves_its_line() {
    ended(
        "
        news = Condition()

        main:
            spawn a, b
            await sleep(0)
            print now
            await sleep(1)

        a:
            with news:
                await news.wait()

        b:
            with news:
                await news.wait_for(is_ready)

        def is_ready:
            return False
        ",
        |still| waiting(still, "news"),
        expect!["2 wait, then 0 wait"],
    );
}

#[test]
fn who_has_been_notified_and_waits_for_the_lock_hands_the_news_on() {
    ended(
        "
        news = Condition()

        main:
            spawn a, b
            await sleep(0)
            await news.acquire()
            news.notify()
            await sleep(0)
            print now
            await sleep(1)

        a, b:
            with news:
                await news.wait()
        ",
        |still| {
            let Thing::Condition(condition) = still.thing("news") else { panic!("no condition") };
            format!(
                "{} wait for news, {} for the lock",
                condition.waiters().len(),
                condition.lock().waiters().len()
            )
        },
        expect!["1 wait for news, 1 for the lock, then 0 wait for news, 0 for the lock"],
    );
}

#[test]
fn what_is_waited_for_with_a_limit_is_left_alone_but_for_the_timer() {
    ended(
        "
        main:
            future = Future()
            other = Future()
            spawn a, b
            await sleep(0)
            print now
            await Future()

        a:
            await wait_for(future, 9)

        b:
            await wait([other], timeout=8)
        ",
        |still| {
            let (future, other) = (still.future("future"), still.future("other"));
            let timers = still.machine.timers(future.home()).len();
            format!(
                "done {} {}, heard of by [{}] [{}], {timers} timers",
                future.is_done(),
                other.is_done(),
                still.listeners(&future),
                still.listeners(&other)
            )
        },
        expect![
            "done false false, heard of by [task a] [wait], 2 timers, then done false false, heard of by [task a] [], 0 timers"
        ],
    );
}

#[test]
fn who_waits_for_a_task_that_will_not_be_cancelled_waits_no_more() {
    ended(
        "
        main:
            future = Future()
            spawn stubborn, a
            await sleep(0)
            await sleep(0)
            print now
            await Future()

        a:
            await wait_for(stubborn, 0)

        stubborn:
            try:
                await sleep(1)
            except CancelledError:
                await future
        ",
        |still| format!("heard of by [{}]", still.listeners(&still.future("stubborn"))),
        expect!["heard of by [wait_for, impatient], then heard of by []"],
    );
}
