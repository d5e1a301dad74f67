//! `timeout`: a block of code with a deadline, which can be moved, nested, and missed.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_block_that_ends_in_time_is_left_in_peace() {
    schedule(
        "
        main:
            with timeout(2) as t:
                await sleep(1)
            print {t.expired()} {t.when()}
            await sleep(3)
            print end
        ",
        expect![[r#"
            1.000  main  False 2
            4.000  main  end
            4.000  done
        "#]],
    );
}

#[test]
fn a_block_that_takes_too_long_is_cancelled_within_and_a_timeout_error_outside() {
    schedule(
        "
        main:
            try:
                with timeout(1) as t:
                    try:
                        await sleep(5)
                    except CancelledError:
                        print cancelled within
                        raise
            except TimeoutError as e:
                print {e} {t.expired()}
            m = current_task()
            print {m.cancelling()}
        ",
        expect![[r#"
            1.000  main  cancelled within
            1.000  main  TimeoutError() True
            1.000  main  0
            1.000  done
        "#]],
    );
}

#[test]
fn no_deadline_never_comes() {
    schedule(
        "
        main:
            with timeout(None) as t:
                await sleep(1)
                print {t.when()}
            print end
        ",
        expect![[r#"
            1.000  main  None
            1.000  main  end
            1.000  done
        "#]],
    );
}

#[test]
fn a_deadline_at_a_time_of_the_loop() {
    schedule(
        "
        main:
            await sleep(1)
            try:
                with timeout_at(3):
                    await sleep(5)
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            3.000  main  too late
            3.000  done
        "#]],
    );
}

#[test]
fn a_deadline_that_has_passed_is_missed_at_the_first_suspension() {
    schedule(
        "
        main:
            await sleep(2)
            try:
                with timeout_at(1):
                    print begins
                    await sleep(0)
                    print one more turn
                    await sleep(0)
                    print never
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            2.000  main  begins
            2.000  main  too late
            2.000  done
        "#]],
    );
}

#[test]
fn a_timeout_of_nothing_lets_the_code_run_until_it_suspends() {
    schedule(
        "
        main:
            try:
                with timeout(0):
                    print begins
                    await sleep(0)
                    print goes on
                    await sleep(0)
                    print never
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            0.000  main  begins
            0.000  main  too late
            0.000  done
        "#]],
    );
}

#[test]
fn a_block_without_a_suspension_ends_whatever_its_deadline() {
    schedule(
        "
        main:
            with timeout(0) as t:
                print begins
            print {t.expired()}
            await sleep(1)
            print end
        ",
        expect![[r#"
            0.000  main  begins
            0.000  main  False
            1.000  main  end
            1.000  done
        "#]],
    );
}

#[test]
fn a_deadline_can_be_moved_away() {
    schedule(
        "
        main:
            with timeout(1) as t:
                t.reschedule(5)
                await sleep(3)
            print {t.expired()} {t.when()}
        ",
        expect![[r#"
            3.000  main  False 5
            3.000  done
        "#]],
    );
}

#[test]
fn a_deadline_can_be_moved_near() {
    schedule(
        "
        main:
            try:
                with timeout(9) as t:
                    await sleep(1)
                    t.reschedule(2)
                    await sleep(5)
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            2.000  main  too late
            2.000  done
        "#]],
    );
}

#[test]
fn a_deadline_can_be_taken_away() {
    schedule(
        "
        main:
            with timeout(1) as t:
                t.reschedule(None)
                await sleep(3)
            print {t.expired()}
        ",
        expect![[r#"
            3.000  main  False
            3.000  done
        "#]],
    );
}

#[test]
fn a_deadline_moved_into_the_past_is_missed_next() {
    schedule(
        "
        main:
            try:
                with timeout(9) as t:
                    await sleep(2)
                    t.reschedule(1)
                    print moved
                    await sleep(0)
                    print one more turn
                    await sleep(0)
                    print never
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            2.000  main  moved
            2.000  main  too late
            2.000  done
        "#]],
    );
}

#[test]
fn a_block_can_end_by_an_exception_of_its_own() {
    schedule(
        "
        main:
            try:
                with timeout(5) as t:
                    await sleep(1)
                    raise ValueError('own')
            except ValueError as e:
                print {e} {t.expired()}
        ",
        expect![[r#"
            1.000  main  ValueError(own) False
            1.000  done
        "#]],
    );
}

#[test]
fn code_that_turns_its_cancellation_into_another_error() {
    schedule(
        "
        main:
            try:
                with timeout(1) as t:
                    try:
                        await sleep(5)
                    except CancelledError:
                        raise ValueError('instead')
            except ValueError as e:
                print {e} {t.expired()}
            m = current_task()
            print {m.cancelling()}
        ",
        expect![[r#"
            1.000  main  ValueError(instead) True
            1.000  main  0
            1.000  done
        "#]],
    );
}

#[test]
fn code_that_swallows_its_cancellation_has_no_timeout_error() {
    schedule(
        "
        main:
            with timeout(1) as t:
                try:
                    await sleep(5)
                except CancelledError:
                    print swallowed
                await sleep(1)
                print goes on
            print {t.expired()}
            m = current_task()
            print {m.cancelling()}
        ",
        expect![[r#"
            1.000  main  swallowed
            2.000  main  goes on
            2.000  main  True
            2.000  main  0
            2.000  done
        "#]],
    );
}

#[test]
fn cancelled_from_outside_before_the_deadline() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel('outside')
            try:
                await a
            except CancelledError as e:
                print {e}

        a:
            with timeout(5):
                await sleep(9)
        ",
        expect![[r#"
            1.000  main  CancelledError(outside)
            1.000  done
        "#]],
    );
}

#[test]
fn cancelled_from_outside_after_the_deadline_while_it_unwinds() {
    schedule(
        "
        main:
            spawn a
            await sleep(2)
            a.cancel('outside')
            try:
                await a
            except CancelledError as e:
                print {e} {a.cancelling()}

        a:
            with timeout(1):
                try:
                    await sleep(9)
                finally:
                    print unwinds
                    await sleep(5)
        ",
        expect![[r#"
            1.000  a  unwinds
            2.000  main  CancelledError(outside) 1
            2.000  done
        "#]],
    );
}

#[test]
fn cancelled_from_outside_in_the_same_iteration_as_the_deadline() {
    schedule(
        "
        main:
            spawn a
            await sleep(0)
            call_later(1, stopper)
            try:
                await a
            except CancelledError as e:
                print cancelled {e}
            except TimeoutError as e:
                print {e}

        a:
            with timeout(1):
                await sleep(9)

        def stopper:
            a.cancel('outside')
        ",
        expect![[r#"
            1.000  main  cancelled CancelledError()
            1.000  done
        "#]],
    );
}

#[test]
fn of_nested_deadlines_the_inner_one_is_caught_inside() {
    schedule(
        "
        main:
            with timeout(5) as outer:
                try:
                    with timeout(1) as inner:
                        await sleep(9)
                except TimeoutError:
                    print inner
                await sleep(1)
                print goes on
            print {outer.expired()} {inner.expired()}
        ",
        expect![[r#"
            1.000  main  inner
            2.000  main  goes on
            2.000  main  False True
            2.000  done
        "#]],
    );
}

#[test]
fn of_nested_deadlines_the_outer_one_passes_the_inner_block() {
    schedule(
        "
        main:
            try:
                with timeout(1) as outer:
                    try:
                        with timeout(5) as inner:
                            await sleep(9)
                    except TimeoutError:
                        print never
            except TimeoutError:
                print {outer.expired()} {inner.expired()}
        ",
        expect![[r#"
            1.000  main  True False
            1.000  done
        "#]],
    );
}

#[test]
fn nested_deadlines_at_the_same_time() {
    schedule(
        "
        main:
            try:
                with timeout(1) as outer:
                    try:
                        with timeout(1) as inner:
                            await sleep(9)
                    except TimeoutError:
                        print inner
                    await sleep(0)
                    print a turn later
                    await sleep(0)
                    print never
            except TimeoutError:
                print {outer.expired()} {inner.expired()}
        ",
        expect![[r#"
            1.000  main  True True
            1.000  done
        "#]],
    );
}

#[test]
fn a_timeout_around_a_gather_cancels_its_children() {
    schedule(
        "
        main:
            try:
                with timeout(1):
                    await gather(a(), b())
            except TimeoutError:
                print too late

        a, b:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  a  cleans up
            1.000  b  cleans up
            1.000  main  too late
            1.000  done
        "#]],
    );
}

#[test]
fn a_blocked_loop_misses_the_deadline() {
    schedule(
        "
        main:
            try:
                with timeout(1):
                    block(2)
                    print blocked
                    await sleep(0)
                    print one turn
                    await sleep(0)
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            2.000  main  blocked
            2.000  main  one turn
            2.000  main  too late
            2.000  done
        "#]],
    );
}

#[test]
fn a_timeout_can_be_entered_once() {
    schedule(
        "
        main:
            t = timeout(1)
            with t:
                pass
            try:
                with t:
                    print never
            except RuntimeError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  RuntimeError(Timeout has already been entered)
            0.000  done
        "#]],
    );
}

#[test]
fn a_timeout_that_has_ended_cannot_be_moved() {
    schedule(
        "
        main:
            t = timeout(1)
            with t:
                pass
            try:
                t.reschedule(5)
            except RuntimeError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  RuntimeError(Cannot change state of finished Timeout)
            0.000  done
        "#]],
    );
}

#[test]
fn a_timeout_that_was_not_entered_cannot_be_moved() {
    schedule(
        "
        main:
            t = timeout(1)
            try:
                t.reschedule(5)
            except RuntimeError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  RuntimeError(Timeout has not been entered)
            0.000  done
        "#]],
    );
}

#[test]
fn a_timeout_that_is_expiring_cannot_be_moved() {
    schedule(
        "
        main:
            try:
                with timeout(1) as t:
                    try:
                        await sleep(5)
                    finally:
                        try:
                            t.reschedule(9)
                        except RuntimeError as e:
                            print {e}
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            1.000  main  RuntimeError(Cannot change state of expiring Timeout)
            1.000  main  too late
            1.000  done
        "#]],
    );
}

#[test]
fn the_deadline_of_a_wait_for_moves_with_nothing() {
    schedule(
        "
        main:
            with timeout(3) as t:
                try:
                    await wait_for(sleep(9), 1)
                except TimeoutError:
                    print the inner one
                t.reschedule(time() + 5)
                await sleep(4)
                print still in time
        ",
        expect![[r#"
            1.000  main  the inner one
            5.000  main  still in time
            5.000  done
        "#]],
    );
}

#[test]
fn a_cancellation_from_outside_that_was_requested_before_the_block_counts_as_before() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            await a

        a:
            try:
                await sleep(9)
            except CancelledError:
                t = current_task()
                print {t.cancelling()}
            try:
                with timeout(1):
                    await sleep(9)
            except TimeoutError:
                print too late, {t.cancelling()}
        ",
        expect![[r#"
            1.000  a  1
            2.000  a  too late, 1
            2.000  done
        "#]],
    );
}
