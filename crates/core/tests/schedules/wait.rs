//! `wait`: until all, one, or one failure; with a time limit; and nobody is cancelled.

use expect_test::expect;

use crate::schedule;

#[test]
fn wait_gives_those_that_are_done_and_those_that_are_not() {
    schedule(
        "
        main:
            spawn a, b
            x = await wait([a, b], return_when=FIRST_COMPLETED)
            print {x}
            await b

        a:
            await sleep(1)

        b:
            await sleep(2)
        ",
        expect![[r#"
            1.000  main  [[a], [b]]
            2.000  done
        "#]],
    );
}

#[test]
fn wait_waits_for_all_unless_told_otherwise() {
    schedule(
        "
        main:
            spawn a, b
            x = await wait([b, a])
            print {x}

        a:
            await sleep(1)

        b:
            await sleep(2)
        ",
        expect![[r#"
            2.000  main  [[b, a], []]
            2.000  done
        "#]],
    );
}

#[test]
fn wait_for_the_first_exception() {
    schedule(
        "
        main:
            spawn a, b, c
            x = await wait([a, b, c], return_when=FIRST_EXCEPTION)
            print {x}
            print {b.exception()}
            await c

        a:
            await sleep(1)

        b:
            await sleep(2)
            raise ValueError('b')

        c:
            await sleep(3)
        ",
        expect![[r#"
            2.000  main  [[a, b], [c]]
            2.000  main  ValueError(b)
            3.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_future_is_no_exception_to_wait_for() {
    schedule(
        "
        main:
            spawn a, b
            call_later(1, stopper)
            x = await wait([a, b], return_when=FIRST_EXCEPTION)
            print {x}

        a, b:
            await sleep(3)

        def stopper:
            a.cancel()
        ",
        expect![[r#"
            3.000  main  [[a, b], []]
            3.000  done
        "#]],
    );
}

#[test]
fn wait_does_not_raise_what_it_waited_for() {
    schedule(
        "
        main:
            spawn a
            x = await wait([a])
            print {x}
            print {a.exception()}

        a:
            raise ValueError('a')
        ",
        expect![[r#"
            0.000  main  [[a], []]
            0.000  main  ValueError(a)
            0.000  done
        "#]],
    );
}

#[test]
fn wait_with_a_time_limit_leaves_the_others_alone() {
    schedule(
        "
        main:
            spawn a, b
            x = await wait([a, b], timeout=2)
            print {x}
            await b

        a:
            await sleep(1)

        b:
            await sleep(3)
            print b was not cancelled
        ",
        expect![[r#"
            2.000  main  [[a], [b]]
            3.000  b  b was not cancelled
            3.000  done
        "#]],
    );
}

#[test]
fn wait_that_ends_before_its_time_limit_leaves_no_timer() {
    schedule(
        "
        main:
            spawn a
            x = await wait([a], timeout=100)
            print {x}

        a:
            await sleep(1)
        ",
        expect![[r#"
            1.000  main  [[a], []]
            1.000  done
        "#]],
    );
}

#[test]
fn wait_for_what_is_done_takes_an_iteration_all_the_same() {
    schedule(
        "
        main:
            spawn a
            await a
            spawn b
            x = await wait([a, b], return_when=FIRST_COMPLETED)
            print {x}
            await b

        a:
            pass

        b:
            print has its turn
            await sleep(1)
        ",
        expect![[r#"
            0.000  b  has its turn
            0.000  main  [[a], [b]]
            1.000  done
        "#]],
    );
}

#[test]
fn wait_for_one_that_is_done_and_one_that_is_not() {
    schedule(
        "
        main:
            spawn a, b
            await a
            x = await wait([a, b])
            print {x}

        a:
            pass

        b:
            await sleep(1)
        ",
        expect![[r#"
            1.000  main  [[a, b], []]
            1.000  done
        "#]],
    );
}

#[test]
fn wait_for_what_has_failed_already_if_the_first_exception_is_wanted() {
    schedule(
        "
        main:
            f = Future()
            g = Future()
            f.set_exception(ValueError('no'))
            x = await wait([f, g], return_when=FIRST_EXCEPTION)
            print {x}
            print {f.exception()}
        ",
        expect![[r#"
            0.000  main  [[future], [future]]
            0.000  main  ValueError(no)
            0.000  done
        "#]],
    );
}

#[test]
fn wait_for_nothing_is_an_error() {
    schedule(
        "
        main:
            try:
                await wait([])
            except ValueError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  ValueError(Set of Tasks/Futures is empty.)
            0.000  done
        "#]],
    );
}

#[test]
fn one_future_given_twice_is_waited_for_once() {
    schedule(
        "
        main:
            spawn a
            x = await wait([a, a])
            print {x}

        a:
            await sleep(1)
        ",
        expect![[r#"
            1.000  main  [[a], []]
            1.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_of_nothing_takes_one_turn_of_the_clock() {
    schedule(
        "
        main:
            spawn a, b
            x = await wait([a, b], timeout=0)
            print {x}
            await b

        a:
            print a

        b:
            await sleep(1)
        ",
        expect![[r#"
            0.000  a  a
            0.000  main  [[a], [b]]
            1.000  done
        "#]],
    );
}

#[test]
fn two_that_end_in_the_same_iteration_are_both_done() {
    schedule(
        "
        main:
            spawn a, b, c
            x = await wait([a, b, c], return_when=FIRST_COMPLETED)
            print {x}
            await c

        a, b:
            await sleep(1)

        c:
            await sleep(2)
        ",
        expect![[r#"
            1.000  main  [[a, b], [c]]
            2.000  done
        "#]],
    );
}

#[test]
fn cancelling_whoever_waits_cancels_none_of_those_waited_for() {
    schedule(
        "
        main:
            spawn a, w
            await sleep(1)
            w.cancel()
            await a
            print {w.cancelled()}

        w:
            await wait([a], timeout=50)

        a:
            await sleep(2)
            print a ends
        ",
        expect![[r#"
            2.000  a  a ends
            2.000  main  True
            2.000  done
        "#]],
    );
}

#[test]
fn wait_again_for_the_rest() {
    schedule(
        "
        main:
            spawn a, b, c
            x = await wait([a, b, c], return_when=FIRST_COMPLETED)
            print {x}
            x = await wait([b, c], return_when=FIRST_COMPLETED)
            print {x}
            x = await wait([c])
            print {x}

        a:
            await sleep(1)

        b:
            await sleep(2)

        c:
            await sleep(3)
        ",
        expect![[r#"
            1.000  main  [[a], [b, c]]
            2.000  main  [[b], [c]]
            3.000  main  [[c], []]
            3.000  done
        "#]],
    );
}

#[test]
fn how_many_iterations_wait_takes() {
    schedule(
        "
        main:
            spawn a, ticks
            await wait([a])
            print waited
            await ticks

        a:
            await sleep(0)
            print ends

        ticks:
            repeat 5:
                print tick
                await sleep(0)
        ",
        expect![[r#"
            0.000  ticks  tick
            0.000  a  ends
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  main  waited
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_and_the_last_result_in_the_same_iteration() {
    schedule(
        "
        main:
            spawn a, b
            x = await wait([a, b], timeout=1)
            print {x}
            await b

        a:
            await sleep(0.5)

        b:
            await sleep(1)
            print b ends
        ",
        expect![[r#"
            1.000  main  [[a], [b]]
            1.000  b  b ends
            1.000  done
        "#]],
    );
}
