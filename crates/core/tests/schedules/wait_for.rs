//! `wait_for`: a result in time, or cancelled and an error.

use expect_test::expect;

use crate::schedule;

#[test]
fn what_ends_in_time_gives_its_result() {
    schedule(
        "
        main:
            x = await wait_for(a(), 2)
            print {x}

        a:
            await sleep(1)
            return 1
        ",
        expect![[r#"
            1.000  main  1
            1.000  done
        "#]],
    );
}

#[test]
fn what_takes_too_long_is_cancelled_and_waited_for() {
    schedule(
        "
        main:
            try:
                await wait_for(a(), 1)
            except TimeoutError as e:
                print {e}

        a:
            try:
                await sleep(5)
            finally:
                print cleans up
                await sleep(2)
                print has cleaned up
        ",
        expect![[r#"
            1.000  main  cleans up
            3.000  main  has cleaned up
            3.000  main  TimeoutError()
            3.000  done
        "#]],
    );
}

#[test]
fn a_task_that_takes_too_long_is_cancelled() {
    schedule(
        "
        main:
            spawn a
            try:
                await wait_for(a, 1)
            except TimeoutError:
                print too late, {a.cancelled()}

        a:
            await sleep(5)
        ",
        expect![[r#"
            1.000  main  too late, True
            1.000  done
        "#]],
    );
}

#[test]
fn a_shielded_task_goes_on_after_the_time_limit() {
    schedule(
        "
        main:
            spawn a
            try:
                await wait_for(shield(a), 1)
            except TimeoutError:
                print too late
            x = await a
            print {x}

        a:
            await sleep(2)
            return 1
        ",
        expect![[r#"
            1.000  main  too late
            2.000  main  1
            2.000  done
        "#]],
    );
}

#[test]
fn no_time_limit_is_a_plain_await() {
    schedule(
        "
        main:
            x = await wait_for(a(), None)
            print {x}

        a:
            await sleep(1)
            return 1
        ",
        expect![[r#"
            1.000  main  1
            1.000  done
        "#]],
    );
}

#[test]
fn what_shrugs_off_its_cancellation_gives_its_result_after_all() {
    schedule(
        "
        main:
            x = await wait_for(a(), 1)
            print {x}

        a:
            try:
                await sleep(5)
            except CancelledError:
                print no
            return 1
        ",
        expect![[r#"
            1.000  main  no
            1.000  main  1
            1.000  done
        "#]],
    );
}

#[test]
fn what_raises_something_else_when_cancelled_raises_that() {
    schedule(
        "
        main:
            try:
                await wait_for(a(), 1)
            except ValueError as e:
                print {e}

        a:
            try:
                await sleep(5)
            except CancelledError:
                raise ValueError('instead')
        ",
        expect![[r#"
            1.000  main  ValueError(instead)
            1.000  done
        "#]],
    );
}

#[test]
fn an_exception_in_time_comes_out() {
    schedule(
        "
        main:
            try:
                await wait_for(a(), 2)
            except ValueError as e:
                print {e}

        a:
            await sleep(1)
            raise ValueError('a')
        ",
        expect![[r#"
            1.000  main  ValueError(a)
            1.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_of_nothing_gives_what_is_done() {
    schedule(
        "
        main:
            f = Future()
            f.set_result(1)
            x = await wait_for(f, 0)
            print {x}
        ",
        expect![[r#"
            0.000  main  1
            0.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_of_nothing_cancels_what_is_not_done() {
    schedule(
        "
        main:
            f = Future()
            try:
                await wait_for(f, 0)
            except TimeoutError:
                print too late, {f.cancelled()}
        ",
        expect![[r#"
            0.000  main  too late, True
            0.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_of_nothing_gives_a_coroutine_no_chance() {
    schedule(
        "
        main:
            try:
                await wait_for(a(), 0)
            except TimeoutError:
                print too late

        a:
            print never
        ",
        expect![[r#"
            0.000  main  too late
            0.000  done
        "#]],
    );
}

#[test]
fn a_negative_time_limit_is_one_of_nothing() {
    schedule(
        "
        main:
            spawn a
            await sleep(0)
            try:
                await wait_for(a, -1)
            except TimeoutError:
                print too late, {a.cancelled()}

        a:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            0.000  a  cleans up
            0.000  main  too late, True
            0.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_of_nothing_and_a_task_that_ends_well_when_cancelled() {
    schedule(
        "
        main:
            spawn a
            await sleep(0)
            x = await wait_for(a, 0)
            print {x}

        a:
            try:
                await sleep(5)
            except CancelledError:
                pass
            return 'well'
        ",
        expect![[r#"
            0.000  main  well
            0.000  done
        "#]],
    );
}

#[test]
fn the_awaited_code_runs_in_the_same_task() {
    schedule(
        "
        main:
            print {current_task()}
            await wait_for(a(), 1)

        a:
            print {current_task()}
            await sleep(0)
        ",
        expect![[r#"
            0.000  main  main
            0.000  main  main
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_whoever_waits_cancels_what_is_awaited() {
    schedule(
        "
        main:
            spawn w
            await sleep(1)
            w.cancel('stop')
            try:
                await w
            except CancelledError as e:
                print {e}

        w:
            await wait_for(a(), 5)

        a:
            try:
                await sleep(9)
            except CancelledError as e:
                print {e}
                raise
        ",
        expect![[r#"
            1.000  w  CancelledError(stop)
            1.000  main  CancelledError(stop)
            1.000  done
        "#]],
    );
}

#[test]
fn cancelled_from_outside_in_the_iteration_of_the_timeout() {
    schedule(
        "
        main:
            spawn w
            call_later(1, stopper)
            try:
                await w
            except CancelledError:
                print cancelled
            except TimeoutError:
                print too late

        w:
            await wait_for(sleep(9), 1)

        def stopper:
            w.cancel()
        ",
        expect![[r#"
            1.000  main  cancelled
            1.000  done
        "#]],
    );
}

#[test]
fn what_ends_in_the_very_instant_of_its_time_limit_is_too_late() {
    schedule(
        "
        main:
            try:
                x = await wait_for(sleep(1, 'second'), 1)
                print {x}
            except TimeoutError:
                print too late
        ",
        expect![[r#"
            1.000  main  too late
            1.000  done
        "#]],
    );
}

#[test]
fn nested_time_limits_the_inner_one_first() {
    schedule(
        "
        main:
            try:
                await wait_for(a(), 3)
            except TimeoutError:
                print never
            print end

        a:
            try:
                await wait_for(sleep(9), 1)
            except TimeoutError:
                print the inner one
        ",
        expect![[r#"
            1.000  main  the inner one
            1.000  main  end
            1.000  done
        "#]],
    );
}

#[test]
fn nested_time_limits_the_outer_one_first() {
    schedule(
        "
        main:
            try:
                await wait_for(a(), 1)
            except TimeoutError:
                print the outer one

        a:
            try:
                await wait_for(sleep(9), 3)
            except TimeoutError:
                print never
            finally:
                print unwinds
        ",
        expect![[r#"
            1.000  main  unwinds
            1.000  main  the outer one
            1.000  done
        "#]],
    );
}

#[test]
fn a_future_may_be_waited_for_again_after_a_shielded_timeout() {
    schedule(
        "
        main:
            f = Future()
            call_later(3, ring)
            repeat 3:
                try:
                    x = await wait_for(shield(f), 1.25)
                    print {x}
                except TimeoutError:
                    print not yet

        def ring:
            f.set_result('ding')
        ",
        expect![[r#"
            1.250  main  not yet
            2.500  main  not yet
            3.000  main  ding
            3.000  done
        "#]],
    );
}

#[test]
fn a_wait_for_is_a_task_if_one_wants_it() {
    schedule(
        "
        main:
            t = create_task(wait_for(a(), 1))
            x = await gather(t, return_exceptions=True)
            print {x}

        a:
            await sleep(5)
        ",
        expect![[r#"
            1.000  main  [TimeoutError()]
            1.000  done
        "#]],
    );
}

#[test]
fn what_ends_in_the_very_instant_of_its_time_limit_is_too_late_even_if_its_timer_was_set_before() {
    schedule(
        "
        main:
            f = create_task(sleep(1, 'first'))
            await sleep(0)
            try:
                x = await wait_for(f, 1)
                print {x}
            except TimeoutError:
                print too late, {f.cancelled()}
        ",
        expect![[r#"
            1.000  main  too late, True
            1.000  done
        "#]],
    );
}

#[test]
fn what_is_done_in_the_iteration_in_which_its_time_limit_passes_is_too_late() {
    schedule(
        "
        main:
            f = Future()
            call_later(1, ring)
            try:
                x = await wait_for(f, 1)
                print {x}
            except TimeoutError:
                print too late, {f.done()}

        def ring:
            f.set_result('ding')
        ",
        expect![[r#"
            1.000  main  too late, True
            1.000  done
        "#]],
    );
}

#[test]
fn cancelled_while_a_time_limit_of_nothing_waits_for_the_end_of_the_task() {
    schedule(
        "
        main:
            spawn a, w
            await sleep(1)
            w.cancel('outside')
            try:
                await w
            except CancelledError as e:
                print {e}
            await a

        w:
            await wait_for(a, 0)

        a:
            try:
                await sleep(9)
            except CancelledError:
                print takes its time
                await sleep(2)
                print ends
        ",
        expect![[r#"
            0.000  a  takes its time
            1.000  main  CancelledError(outside)
            2.000  a  ends
            2.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_of_nothing_and_a_task_that_fails_when_cancelled() {
    schedule(
        "
        main:
            spawn a
            await sleep(0)
            try:
                await wait_for(a, 0)
            except ValueError as e:
                print {e}

        a:
            try:
                await sleep(9)
            except CancelledError:
                raise ValueError('instead')
        ",
        expect![[r#"
            0.000  main  ValueError(instead)
            0.000  done
        "#]],
    );
}

#[test]
fn what_is_done_already_is_there_at_once_with_little_time_and_with_none() {
    schedule(
        "
        main:
            spawn a
            future = Future()
            future.set_result(1)
            x = await wait_for(future, 0)
            print {x} at once
            x = await wait_for(future, 5)
            print {x} at once
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  1 at once
            0.000  main  1 at once
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}
