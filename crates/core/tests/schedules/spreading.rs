//! Cancelling spreads: from a task down to what it awaits, and from there back to whoever awaits it.

use expect_test::expect;

use crate::{schedule, schedule_beyond_cpython};

#[test]
fn cancelling_goes_down_a_chain_of_tasks_to_the_one_that_waits() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            try:
                await a
            except CancelledError:
                print the end

        a:
            spawn b
            try:
                await b
            finally:
                print after b

        b:
            spawn c
            try:
                await c
            finally:
                print after c

        c:
            try:
                await sleep(5)
            finally:
                print first
        ",
        expect![[r#"
            1.000  c  first
            1.000  b  after c
            1.000  a  after b
            1.000  main  the end
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_whoever_awaits_a_future_cancels_the_future() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            await sleep(1)
            a.cancel()
            await sleep(0)
            print {f.cancelled()}

        a:
            await f
        ",
        expect![[r#"
            1.000  main  True
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_future_cancels_whoever_awaits_it() {
    schedule(
        "
        main:
            f = Future()
            spawn a, b
            await sleep(1)
            f.cancel()
            await sleep(0)
            print {a.cancelled()} {b.done()} {b.cancelled()}

        a:
            await f

        b:
            try:
                await f
            except CancelledError:
                print shrugs
        ",
        expect![[r#"
            1.000  b  shrugs
            1.000  main  True True False
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_of_two_who_await_a_task_cancels_the_task_and_so_both() {
    schedule(
        "
        main:
            spawn work, a, b
            await sleep(1)
            a.cancel()
            await sleep(0)
            await sleep(0)
            print {work.cancelled()} {a.cancelled()} {b.cancelled()}

        work:
            await sleep(5)

        a, b:
            await work
        ",
        expect![[r#"
            1.000  main  True True True
            1.000  done
        "#]],
    );
}

#[test]
fn tasks_that_await_each_other_are_cancelled_once_each() {
    schedule_beyond_cpython(
        "
        main:
            spawn a, b
            await sleep(0)
            await sleep(0)
            print {a.cancel()}
            await sleep(0)
            await sleep(0)
            await sleep(0)
            print {a.done()} {b.done()} {a.cancelling()} {b.cancelling()}

        a:
            await b

        b:
            await a
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  False False 1 1
            0.000  deadlock
        "#]],
    );
}

#[test]
fn cancelling_main_from_a_task_ends_the_program() {
    schedule(
        "
        main:
            m = current_task()
            spawn a
            try:
                await sleep(5)
            finally:
                print main cleans up

        a:
            await sleep(1)
            m.cancel('enough')
        ",
        expect![[r#"
            1.000  main  main cleans up
            1.000  CancelledError(enough)
        "#]],
    );
}

#[test]
fn a_task_whose_gather_cannot_be_cancelled_any_more_is_cancelled_when_it_goes_on() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            await sleep(0)
            f.set_result(1)
            print {a.cancel()}
            try:
                await a
            except CancelledError:
                print a is cancelled

        a:
            x = await gather(f)
            print never
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  a is cancelled
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_that_cancels_itself_and_awaits_what_cannot_be_cancelled_any_more() {
    schedule(
        "
        main:
            f = Future()
            g = gather(f)
            spawn a
            f.set_result(1)
            await a

        a:
            t = current_task()
            t.cancel()
            try:
                await g
                print never
            except CancelledError:
                print cancelled, {g.done()}
        ",
        expect![[r#"
            0.000  a  cancelled, True
            0.000  done
        "#]],
    );
}

#[test]
fn a_request_that_meets_a_shield_goes_no_further() {
    schedule(
        "
        main:
            spawn inner, outer
            await sleep(1)
            outer.cancel('stop')
            await sleep(0)
            print {outer.cancelled()} {inner.cancelling()}
            await inner

        outer:
            await middle()

        middle:
            try:
                await shield(inner)
            except CancelledError as e:
                print {e}
                raise

        inner:
            await sleep(2)
            print ends
        ",
        expect![[r#"
            1.000  outer  CancelledError(stop)
            1.000  main  True 0
            2.000  inner  ends
            2.000  done
        "#]],
    );
}

#[test]
fn a_request_goes_down_a_chain_of_five_thousand_tasks_and_the_error_comes_back_up() {
    schedule_beyond_cpython(
        "
        n = 0

        main:
            spawn link
            while n < 5000:
                await sleep(0)
            link.cancel()
            try:
                await link
            except CancelledError:
                print all of them are cancelled

        link:
            n = n + 1
            if n < 5000:
                await create_task(link())
            else:
                await sleep(5)
        ",
        expect![[r#"
            0.000  main  all of them are cancelled
            0.000  done
        "#]],
    );
}
