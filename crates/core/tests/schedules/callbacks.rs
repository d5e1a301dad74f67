//! Callbacks: what loops are asked to call soon, later, at a time, and when a future is done.

use expect_test::expect;

use crate::schedule;

#[test]
fn call_soon_runs_in_the_next_iteration() {
    schedule(
        "
        main:
            call_soon(f)
            print asked
            await sleep(0)
            print back

        def f:
            print called
        ",
        expect![[r#"
            0.000  main  asked
            0.000  f  called
            0.000  main  back
            0.000  done
        "#]],
    );
}

#[test]
fn calls_are_made_in_the_order_in_which_they_were_asked_for() {
    schedule(
        "
        main:
            call_soon(f)
            call_soon(g)
            call_soon(h)
            spawn a
            await a

        def f:
            print one

        def g:
            print two

        def h:
            print three

        a:
            print after them
        ",
        expect![[r#"
            0.000  f  one
            0.000  g  two
            0.000  h  three
            0.000  a  after them
            0.000  done
        "#]],
    );
}

#[test]
fn a_callback_that_asks_for_a_call_gets_it_in_the_next_iteration() {
    schedule(
        "
        main:
            call_soon(f)
            await sleep(0)
            print between
            await sleep(0)
            print after

        def f:
            print f
            call_soon(g)

        def g:
            print g
        ",
        expect![[r#"
            0.000  f  f
            0.000  main  between
            0.000  g  g
            0.000  main  after
            0.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_call_is_not_made() {
    schedule(
        "
        main:
            x = call_soon(f)
            call_soon(g)
            x.cancel()
            x.cancel()
            await sleep(0)
            print end

        def f:
            print never

        def g:
            print called
        ",
        expect![[r#"
            0.000  g  called
            0.000  main  end
            0.000  done
        "#]],
    );
}

#[test]
fn a_call_can_be_cancelled_by_the_callback_before_it_in_the_same_iteration() {
    schedule(
        "
        main:
            call_soon(f)
            x = call_soon(g)
            await sleep(0)
            print end

        def f:
            print cancels g
            x.cancel()

        def g:
            print never
        ",
        expect![[r#"
            0.000  f  cancels g
            0.000  main  end
            0.000  done
        "#]],
    );
}

#[test]
fn an_exception_in_a_callback_is_reported_and_the_loop_goes_on() {
    schedule(
        "
        main:
            call_soon(f)
            call_soon(g)
            await sleep(0)
            print end

        def f:
            raise ValueError('oops')

        def g:
            print called
        ",
        expect![[r#"
            0.000  !  Exception in callback: ValueError(oops)
            0.000  g  called
            0.000  main  end
            0.000  done
        "#]],
    );
}

#[test]
fn system_exit_in_a_callback_leaves_the_loop() {
    schedule(
        "
        main:
            call_soon(f)
            call_soon(g)
            await sleep(1)

        def f:
            raise SystemExit('out')

        def g:
            print runs while run cleans up
        ",
        expect![[r#"
            0.000  g  runs while run cleans up
            0.000  SystemExit(out)
        "#]],
    );
}

#[test]
fn call_later_waits() {
    schedule(
        "
        main:
            call_later(2, f)
            call_later(1, g)
            await sleep(3)
            print end

        def f:
            print two

        def g:
            print one
        ",
        expect![[r#"
            1.000  g  one
            2.000  f  two
            3.000  main  end
            3.000  done
        "#]],
    );
}

#[test]
fn call_later_with_nothing_to_wait_for_takes_an_iteration_for_the_timer() {
    schedule(
        "
        main:
            call_later(0, f)
            call_soon(g)
            await sleep(0)
            print one
            await sleep(0)
            print two

        def f:
            print timer

        def g:
            print soon
        ",
        expect![[r#"
            0.000  g  soon
            0.000  main  one
            0.000  f  timer
            0.000  main  two
            0.000  done
        "#]],
    );
}

#[test]
fn call_later_with_less_than_nothing_is_due_at_once() {
    schedule(
        "
        main:
            await sleep(5)
            call_later(0, g)
            call_later(-2, f)
            await sleep(1)

        def f:
            print long overdue

        def g:
            print due now
        ",
        expect![[r#"
            5.000  f  long overdue
            5.000  g  due now
            6.000  done
        "#]],
    );
}

#[test]
fn call_at_takes_a_time_of_the_loop() {
    schedule(
        "
        main:
            await sleep(1)
            call_at(time() + 2, f)
            call_at(2, g)
            await sleep(5)

        def f:
            print three

        def g:
            print two
        ",
        expect![[r#"
            2.000  g  two
            3.000  f  three
            6.000  done
        "#]],
    );
}

#[test]
fn call_at_in_the_past_is_due_at_once() {
    schedule(
        "
        main:
            await sleep(2)
            call_at(1, f)
            await sleep(0)
            print one
            await sleep(0)
            print two

        def f:
            print called
        ",
        expect![[r#"
            2.000  main  one
            2.000  f  called
            2.000  main  two
            2.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_timer_never_fires_and_nobody_waits_for_it() {
    schedule(
        "
        main:
            x = call_later(5, f)
            await sleep(1)
            x.cancel()
            print cancelled

        def f:
            print never
        ",
        expect![[r#"
            1.000  main  cancelled
            1.000  done
        "#]],
    );
}

#[test]
fn a_timer_cancelled_in_the_iteration_in_which_it_fires_is_not_called() {
    schedule(
        "
        main:
            call_later(1, f)
            x = call_later(1, g)
            await sleep(2)

        def f:
            print cancels g
            x.cancel()

        def g:
            print never
        ",
        expect![[r#"
            1.000  f  cancels g
            2.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_timer_that_has_fired_changes_nothing() {
    schedule(
        "
        main:
            x = call_later(1, f)
            await sleep(2)
            x.cancel()
            print end

        def f:
            print called
        ",
        expect![[r#"
            1.000  f  called
            2.000  main  end
            2.000  done
        "#]],
    );
}

#[test]
fn a_done_callback_runs_one_iteration_after_the_end() {
    schedule(
        "
        main:
            f = Future()
            f.add_done_callback(told)
            f.set_result(1)
            print set
            await sleep(0)
            print next

        def told(x):
            print told of {x.result()}
        ",
        expect![[r#"
            0.000  main  set
            0.000  told  told of 1
            0.000  main  next
            0.000  done
        "#]],
    );
}

#[test]
fn a_done_callback_added_to_what_is_done_runs_in_the_next_iteration() {
    schedule(
        "
        main:
            f = Future()
            f.set_result(1)
            f.add_done_callback(told)
            print added
            await sleep(0)
            print next

        def told(x):
            print told of {x.result()}
        ",
        expect![[r#"
            0.000  main  added
            0.000  told  told of 1
            0.000  main  next
            0.000  done
        "#]],
    );
}

#[test]
fn done_callbacks_and_waiters_are_told_in_one_order() {
    schedule(
        "
        main:
            f = Future()
            f.add_done_callback(first)
            spawn a
            await sleep(0)
            f.add_done_callback(second)
            f.set_result(1)
            await a

        def first(x):
            print one

        a:
            await f
            print two

        def second(x):
            print three
        ",
        expect![[r#"
            0.000  first  one
            0.000  a  two
            0.000  second  three
            0.000  done
        "#]],
    );
}

#[test]
fn a_done_callback_of_a_task_runs_before_whoever_began_to_wait_later() {
    schedule(
        "
        main:
            spawn a
            a.add_done_callback(told)
            await a
            print main

        a:
            print ends

        def told(x):
            print told
        ",
        expect![[r#"
            0.000  a  ends
            0.000  told  told
            0.000  main  main
            0.000  done
        "#]],
    );
}

#[test]
fn a_removed_done_callback_is_not_called() {
    schedule(
        "
        main:
            f = Future()
            f.add_done_callback(told)
            f.add_done_callback(other)
            f.add_done_callback(told)
            print removed {f.remove_done_callback(told)}
            print removed {f.remove_done_callback(told)}
            f.set_result(1)
            await sleep(0)

        def told(x):
            print never

        def other(x):
            print called
        ",
        expect![[r#"
            0.000  main  removed 2
            0.000  main  removed 0
            0.000  other  called
            0.000  done
        "#]],
    );
}

#[test]
fn a_done_callback_that_raises_is_reported_and_the_others_are_called() {
    schedule(
        "
        main:
            f = Future()
            f.add_done_callback(bad)
            f.add_done_callback(good)
            f.set_result(1)
            await sleep(0)
            print end

        def bad(x):
            raise ValueError('oops')

        def good(x):
            print called
        ",
        expect![[r#"
            0.000  !  Exception in callback: ValueError(oops)
            0.000  good  called
            0.000  main  end
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_future_calls_its_callbacks() {
    schedule(
        "
        main:
            f = Future()
            f.add_done_callback(told)
            f.cancel()
            await sleep(0)
            print end

        def told(x):
            print {x.cancelled()}
        ",
        expect![[r#"
            0.000  told  True
            0.000  main  end
            0.000  done
        "#]],
    );
}

#[test]
fn a_callback_can_set_the_future_that_a_task_awaits() {
    schedule(
        "
        main:
            f = Future()
            call_soon(setter)
            x = await f
            print {x}

        def setter:
            print sets
            f.set_result(3)
        ",
        expect![[r#"
            0.000  setter  sets
            0.000  main  3
            0.000  done
        "#]],
    );
}

#[test]
fn a_callback_can_cancel_a_task() {
    schedule(
        "
        main:
            spawn a
            call_later(1, stopper)
            try:
                await a
            except CancelledError:
                print a is cancelled

        a:
            await sleep(5)

        def stopper:
            print cancels
            a.cancel()
        ",
        expect![[r#"
            1.000  stopper  cancels
            1.000  main  a is cancelled
            1.000  done
        "#]],
    );
}

#[test]
fn a_callback_can_create_a_task() {
    schedule(
        "
        main:
            call_soon(f)
            await sleep(1)

        def f:
            spawn a
            print created

        a:
            print runs
        ",
        expect![[r#"
            0.000  f  created
            0.000  a  runs
            1.000  done
        "#]],
    );
}
