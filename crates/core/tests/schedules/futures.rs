//! Futures: results to come, and the states in which they refuse to change.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_future_wakes_whoever_awaits_it_with_its_result() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            await sleep(1)
            f.set_result('here')
            print set
            await sleep(0)
            print next turn

        a:
            x = await f
            print got {x}
        ",
        expect![[r#"
            1.000  main  set
            1.000  a  got here
            1.000  main  next turn
            1.000  done
        "#]],
    );
}

#[test]
fn a_future_wakes_whoever_awaits_it_with_its_exception() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            await sleep(1)
            f.set_exception(ValueError('no'))
            await a

        a:
            try:
                await f
            except ValueError as e:
                print got {e}
        ",
        expect![[r#"
            1.000  a  got ValueError(no)
            1.000  done
        "#]],
    );
}

#[test]
fn awaiting_a_future_that_is_done_is_no_suspension() {
    schedule(
        "
        main:
            f = Future()
            f.set_result(1)
            spawn a
            x = await f
            print {x} at once
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  1 at once
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn awaiting_a_future_that_failed_raises_each_time() {
    schedule(
        "
        main:
            f = Future()
            f.set_exception(ValueError('no'))
            repeat 2:
                try:
                    await f
                except ValueError as e:
                    print {e}
        ",
        expect![[r#"
            0.000  main  ValueError(no)
            0.000  main  ValueError(no)
            0.000  done
        "#]],
    );
}

#[test]
fn a_future_that_is_done_cannot_be_set_again() {
    schedule(
        "
        main:
            f = Future()
            f.set_result(1)
            try:
                f.set_result(2)
            except InvalidStateError as e:
                print {e}
            try:
                f.set_exception(ValueError('no'))
            except InvalidStateError as e:
                print {e}
            print {f.cancel()} {f.result()}
        ",
        expect![[r#"
            0.000  main  InvalidStateError(invalid state)
            0.000  main  InvalidStateError(invalid state)
            0.000  main  False 1
            0.000  done
        "#]],
    );
}

#[test]
fn a_future_that_is_cancelled_cannot_be_set_or_cancelled_again() {
    schedule(
        "
        main:
            f = Future()
            print {f.cancel('gone')}
            try:
                f.set_result(2)
            except InvalidStateError:
                print refused
            print {f.cancel()} {f.cancelled()} {f.done()}
            try:
                await f
            except CancelledError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  refused
            0.000  main  False True True
            0.000  main  CancelledError(gone)
            0.000  done
        "#]],
    );
}

#[test]
fn a_future_that_is_not_done_has_no_result_and_no_exception() {
    schedule(
        "
        main:
            f = Future()
            try:
                print {f.result()}
            except InvalidStateError as e:
                print {e}
            try:
                print {f.exception()}
            except InvalidStateError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  InvalidStateError(Result is not set.)
            0.000  main  InvalidStateError(Exception is not set.)
            0.000  done
        "#]],
    );
}

#[test]
fn asking_a_cancelled_future_raises_the_error_with_its_message() {
    schedule(
        "
        main:
            f = Future()
            f.cancel('why')
            try:
                print {f.result()}
            except CancelledError as e:
                print {e}
            try:
                print {f.exception()}
            except CancelledError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  CancelledError(why)
            0.000  main  CancelledError(why)
            0.000  done
        "#]],
    );
}

#[test]
fn a_failed_future_that_nobody_looked_at_is_reported_when_it_is_gone() {
    schedule(
        "
        main:
            f = Future()
            f.set_exception(ValueError('lost'))
            print drops it
            del f
            print goes on
        ",
        expect![[r#"
            0.000  main  drops it
            0.000  !  Future exception was never retrieved: ValueError(lost)
            0.000  main  goes on
            0.000  done
        "#]],
    );
}

#[test]
fn a_failed_future_whose_exception_was_seen_goes_in_silence() {
    schedule(
        "
        main:
            f = Future()
            f.set_exception(ValueError('seen'))
            print {f.exception()}
            del f
            print goes on
        ",
        expect![[r#"
            0.000  main  ValueError(seen)
            0.000  main  goes on
            0.000  done
        "#]],
    );
}

#[test]
fn what_is_done_meanwhile_costs_no_second_wake_up() {
    schedule(
        "
        main:
            f = Future()
            g = Future()
            spawn a
            await sleep(0)
            g.set_result(2)
            f.set_result(1)
            await sleep(0)
            print next turn

        a:
            x = await f
            y = await g
            print {x} {y}
        ",
        expect![[r#"
            0.000  a  1 2
            0.000  main  next turn
            0.000  done
        "#]],
    );
}

#[test]
fn a_future_set_by_a_timer_costs_a_turn_for_the_timer_and_one_for_the_waiter() {
    schedule(
        "
        main:
            f = Future()
            h = call_later(1, ring)
            x = await f
            print {x}

        def ring:
            print rings
            f.set_result('ding')
        ",
        expect![[r#"
            1.000  ring  rings
            1.000  main  ding
            1.000  done
        "#]],
    );
}

#[test]
fn a_future_of_another_loop_cannot_be_awaited() {
    schedule(
        "
        def program:
            l = new_loop()
            f = l.create_future()
            run(main())

        main:
            try:
                await f
            except RuntimeError:
                print told
            await sleep(0)
            print goes on
        ",
        expect![[r#"
            0.000  main  told
            0.000  main  goes on
            0.000  done
        "#]],
    );
}

#[test]
fn the_same_future_may_be_awaited_twice_by_one_task() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            await sleep(1)
            f.set_result(7)
            await a

        a:
            x = await f
            y = await f
            print {x} {y}
        ",
        expect![[r#"
            1.000  a  7 7
            1.000  done
        "#]],
    );
}
