//! `Lock`: one holder at a time, and a line that keeps its order.

use expect_test::expect;

use crate::schedule;

#[test]
fn one_holder_at_a_time_in_the_order_of_asking() {
    schedule(
        "
        l = Lock()

        main:
            spawn a, b, c
            await gather(a, b, c)

        a, b, c:
            with l:
                print holds it
                await sleep(1)
            print gave it back
        ",
        expect![[r#"
            0.000  a  holds it
            1.000  a  gave it back
            1.000  b  holds it
            2.000  b  gave it back
            2.000  c  holds it
            3.000  c  gave it back
            3.000  done
        "#]],
    );
}

#[test]
fn a_free_lock_is_taken_without_suspending() {
    schedule(
        "
        l = Lock()

        main:
            spawn other
            await l.acquire()
            print {l.locked()}
            l.release()
            print {l.locked()}
            await other

        other:
            print has its turn
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  False
            0.000  other  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn the_lock_is_free_between_its_release_and_the_wake_up_of_the_next() {
    schedule(
        "
        l = Lock()

        main:
            spawn a, b
            await gather(a, b)

        a:
            await l.acquire()
            await sleep(1)
            l.release()
            print released, {l.locked()}

        b:
            await l.acquire()
            print holds it
            l.release()
        ",
        expect![[r#"
            1.000  a  released, False
            1.000  b  holds it
            1.000  done
        "#]],
    );
}

#[test]
fn who_releases_and_asks_again_goes_to_the_end_of_the_line() {
    schedule(
        "
        l = Lock()

        main:
            spawn a, b
            await gather(a, b)

        a, b:
            repeat 2:
                with l:
                    print holds it
                    await sleep(1)
        ",
        expect![[r#"
            0.000  a  holds it
            1.000  b  holds it
            2.000  a  holds it
            3.000  b  holds it
            4.000  done
        "#]],
    );
}

#[test]
fn a_newcomer_does_not_overtake_those_who_wait() {
    schedule(
        "
        l = Lock()

        main:
            await l.acquire()
            spawn a, b
            await sleep(0)
            l.release()
            print released
            await l.acquire()
            print holds it again
            l.release()

        a, b:
            with l:
                print holds it
        ",
        expect![[r#"
            0.000  main  released
            0.000  a  holds it
            0.000  b  holds it
            0.000  main  holds it again
            0.000  done
        "#]],
    );
}

#[test]
fn releasing_a_free_lock_is_an_error() {
    schedule(
        "
        l = Lock()

        main:
            try:
                l.release()
            except RuntimeError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  RuntimeError(Lock is not acquired.)
            0.000  done
        "#]],
    );
}

#[test]
fn a_lock_is_given_back_when_the_block_fails() {
    schedule(
        "
        l = Lock()

        main:
            try:
                with l:
                    raise ValueError('no')
            except ValueError:
                print {l.locked()}
        ",
        expect![[r#"
            0.000  main  False
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_takes_it_out_of_the_line() {
    schedule(
        "
        l = Lock()

        main:
            spawn a, b, c
            await sleep(1)
            b.cancel()
            await gather(a, b, c, return_exceptions=True)
            print {l.locked()}

        a, b, c:
            with l:
                print holds it
                await sleep(2)
        ",
        expect![[r#"
            0.000  a  holds it
            2.000  c  holds it
            4.000  main  False
            4.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_whom_the_lock_has_woken_passes_the_wake_up_on() {
    schedule(
        "
        l = Lock()

        main:
            await l.acquire()
            spawn a, b
            await sleep(1)
            l.release()
            a.cancel()
            x = await gather(a, b, return_exceptions=True)
            print {x}

        a, b:
            with l:
                print holds it
        ",
        expect![[r#"
            1.000  b  holds it
            1.000  main  [CancelledError(), None]
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_the_holder_gives_the_lock_to_the_next() {
    schedule(
        "
        l = Lock()

        main:
            spawn a, b
            await sleep(1)
            a.cancel()
            await b

        a, b:
            with l:
                print holds it
                await sleep(5)
                print sleeps to the end
        ",
        expect![[r#"
            0.000  a  holds it
            1.000  b  holds it
            6.000  b  sleeps to the end
            6.000  done
        "#]],
    );
}

#[test]
fn cancelling_all_who_wait_leaves_a_free_lock() {
    schedule(
        "
        l = Lock()

        main:
            await l.acquire()
            spawn a, b
            await sleep(0)
            a.cancel()
            b.cancel()
            await sleep(0)
            l.release()
            print {l.locked()}
            await l.acquire()
            print taken at once

        a, b:
            await l.acquire()
        ",
        expect![[r#"
            0.000  main  False
            0.000  main  taken at once
            0.000  done
        "#]],
    );
}

#[test]
fn a_lock_within_a_time_limit() {
    schedule(
        "
        l = Lock()

        main:
            spawn a
            await sleep(0)
            try:
                with timeout(1):
                    await l.acquire()
            except TimeoutError:
                print too late
            await a
            print {l.locked()}

        a:
            with l:
                await sleep(3)
        ",
        expect![[r#"
            1.000  main  too late
            3.000  main  False
            3.000  done
        "#]],
    );
}

#[test]
fn a_release_in_the_iteration_in_which_the_next_in_line_is_cancelled() {
    schedule(
        "
        l = Lock()

        main:
            await l.acquire()
            spawn a, b, c
            await sleep(0)
            a.cancel()
            l.release()
            await gather(a, b, c, return_exceptions=True)
            print {l.locked()}

        a, b, c:
            with l:
                print holds it
        ",
        expect![[r#"
            0.000  b  holds it
            0.000  c  holds it
            0.000  main  False
            0.000  done
        "#]],
    );
}

#[test]
fn two_locks_taken_in_opposite_order_are_a_deadlock() {
    schedule(
        "
        l = Lock()
        m = Lock()

        main:
            spawn a, b
            await gather(a, b)

        a:
            with l:
                await sleep(0)
                print wants m
                with m:
                    print never

        b:
            with m:
                await sleep(0)
                print wants l
                with l:
                    print never
        ",
        expect![[r#"
            0.000  a  wants m
            0.000  b  wants l
            0.000  deadlock
        "#]],
    );
}

#[test]
fn a_lock_taken_twice_by_one_task_is_a_deadlock() {
    schedule(
        "
        l = Lock()

        main:
            with l:
                print once
                with l:
                    print never
        ",
        expect![[r#"
            0.000  main  once
            0.000  deadlock
        "#]],
    );
}

#[test]
fn a_lock_belongs_to_the_loop_in_which_somebody_first_waited_for_it() {
    schedule(
        "
        l = Lock()

        def program:
            run(first())
            run(second())

        first:
            spawn a, b
            await gather(a, b)

        a, b:
            with l:
                await sleep(1)

        second:
            with l:
                print free locks belong to nobody
            await l.acquire()
            try:
                await l.acquire()
            except RuntimeError:
                print refused
        ",
        expect![[r#"
            2.000  second  free locks belong to nobody
            2.000  second  refused
            2.000  done
        "#]],
    );
}

#[test]
fn a_lock_is_taken_at_once_if_all_who_wait_for_it_are_cancelled() {
    schedule(
        "
        l = Lock()

        main:
            await l.acquire()
            spawn a
            await sleep(0)
            a.cancel()
            l.release()
            spawn b
            await l.acquire()
            print holds it
            await b
            print {a.cancelled()}

        a:
            await l.acquire()

        b:
            print has its turn
        ",
        expect![[r#"
            0.000  main  holds it
            0.000  b  has its turn
            0.000  main  True
            0.000  done
        "#]],
    );
}

#[test]
fn releasing_twice_before_the_next_one_has_woken() {
    schedule(
        "
        l = Lock()

        main:
            await l.acquire()
            spawn a
            await sleep(0)
            l.release()
            try:
                l.release()
            except RuntimeError as e:
                print {e}
            await a

        a:
            with l:
                print holds it
        ",
        expect![[r#"
            0.000  main  RuntimeError(Lock is not acquired.)
            0.000  a  holds it
            0.000  done
        "#]],
    );
}
