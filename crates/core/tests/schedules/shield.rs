//! `shield`: what happens outside is not felt inside, and what happens inside is felt outside.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_shield_passes_the_result_on() {
    schedule(
        "
        main:
            x = await shield(a())
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
fn a_shield_passes_an_exception_on() {
    schedule(
        "
        main:
            try:
                await shield(a())
            except ValueError as e:
                print {e}

        a:
            await sleep(1)
            raise ValueError('no')
        ",
        expect![[r#"
            1.000  main  ValueError(no)
            1.000  done
        "#]],
    );
}

#[test]
fn a_shield_of_what_is_done_is_the_same_future() {
    schedule(
        "
        main:
            f = Future()
            f.set_result(1)
            spawn a
            x = await shield(f)
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
fn cancelling_whoever_awaits_a_shield_leaves_the_inner_task_alone() {
    schedule(
        "
        main:
            spawn inner, outer
            await sleep(1)
            outer.cancel()
            try:
                await outer
            except CancelledError:
                print outer is cancelled
            x = await inner
            print {x}

        inner:
            await sleep(3)
            print inner ends
            return 1

        outer:
            await shield(inner)
        ",
        expect![[r#"
            1.000  main  outer is cancelled
            3.000  inner  inner ends
            3.000  main  1
            3.000  done
        "#]],
    );
}

#[test]
fn cancelling_the_inner_task_cancels_the_shield() {
    schedule(
        "
        main:
            spawn inner
            call_later(1, stopper)
            try:
                await shield(inner)
            except CancelledError as e:
                print cancelled {e}

        inner:
            await sleep(3)

        def stopper:
            inner.cancel('inside')
        ",
        expect![[r#"
            1.000  main  cancelled CancelledError()
            1.000  done
        "#]],
    );
}

#[test]
fn a_shield_costs_one_iteration_more() {
    schedule(
        "
        main:
            spawn ticks
            x = await shield(a())
            print {x}
            await ticks

        a:
            await sleep(0)
            print ends
            return 1

        ticks:
            repeat 5:
                print tick
                await sleep(0)
        ",
        expect![[r#"
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  a  ends
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  main  1
            0.000  ticks  tick
            0.000  done
        "#]],
    );
}

#[test]
fn an_exception_after_the_shield_was_cancelled_is_reported() {
    schedule(
        "
        main:
            spawn inner, outer
            await sleep(1)
            outer.cancel()
            await sleep(3)
            del inner
            print end

        inner:
            await sleep(2)
            raise ValueError('lost')

        outer:
            await shield(inner)
        ",
        expect![[r#"
            4.000  !  Task exception was never retrieved: ValueError(lost)
            4.000  main  end
            4.000  done
        "#]],
    );
}

#[test]
fn a_shield_cancelled_in_the_iteration_in_which_the_inner_task_ends() {
    schedule(
        "
        main:
            spawn inner
            s = shield(inner)
            await sleep(0)
            print {inner.done()} {s.done()}
            print {s.cancel()}
            await sleep(0)
            print {s.cancelled()}

        inner:
            return 1
        ",
        expect![[r#"
            0.000  main  True False
            0.000  main  True
            0.000  main  True
            0.000  done
        "#]],
    );
}

#[test]
fn a_shield_can_be_cancelled_by_itself() {
    schedule(
        "
        main:
            spawn inner
            s = shield(inner)
            await sleep(1)
            print {s.cancel()}
            try:
                await s
            except CancelledError:
                print cancelled outside
            await inner

        inner:
            await sleep(2)
            print inner ends
        ",
        expect![[r#"
            1.000  main  True
            1.000  main  cancelled outside
            2.000  inner  inner ends
            2.000  done
        "#]],
    );
}

#[test]
fn a_shield_within_a_gather_is_not_passed_by_cancellation() {
    schedule(
        "
        main:
            spawn inner
            g = gather(shield(inner), b())
            await sleep(1)
            g.cancel()
            try:
                await g
            except CancelledError:
                print the gather is cancelled
            await inner

        inner:
            await sleep(3)
            print inner ends

        b:
            try:
                await sleep(5)
            finally:
                print b is cancelled
        ",
        expect![[r#"
            1.000  b  b is cancelled
            1.000  main  the gather is cancelled
            3.000  inner  inner ends
            3.000  done
        "#]],
    );
}

#[test]
fn a_shield_that_is_cancelled_in_the_iteration_in_which_the_inner_task_fails() {
    schedule(
        "
        main:
            spawn inner
            s = shield(inner)
            await sleep(0)
            print {inner.done()} {s.cancel()}
            await sleep(0)
            del inner
            del s
            print nothing is reported

        inner:
            raise ValueError('lost')
        ",
        expect![[r#"
            0.000  main  True True
            0.000  main  nothing is reported
            0.000  done
        "#]],
    );
}

#[test]
fn two_shields_of_one_task() {
    schedule(
        "
        main:
            spawn inner, a, b
            await sleep(1)
            a.cancel()
            x = await b
            print {x} {a.cancelled()}

        inner:
            await sleep(2)
            return 'inner'

        a, b:
            x = await shield(inner)
            return x
        ",
        expect![[r#"
            2.000  main  inner True
            2.000  done
        "#]],
    );
}
