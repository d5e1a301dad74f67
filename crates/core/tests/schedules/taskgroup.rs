//! `TaskGroup`: all of its tasks end before it does, and one failure ends them all.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_group_waits_for_its_tasks() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
                b = g.create_task(two())
                print created
            print {a.result()} {b.result()}

        one:
            await sleep(2)
            print ends
            return 1

        two:
            await sleep(1)
            print ends
            return 2
        ",
        expect![[r#"
            0.000  main  created
            1.000  two  ends
            2.000  one  ends
            2.000  main  1 2
            2.000  done
        "#]],
    );
}

#[test]
fn a_group_without_tasks_is_left_at_once() {
    schedule(
        "
        main:
            spawn other
            with TaskGroup() as g:
                print within
            print without
            await other

        other:
            print has its turn
        ",
        expect![[r#"
            0.000  main  within
            0.000  main  without
            0.000  other  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_whose_tasks_are_done_is_left_at_once() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
                await a
                await sleep(0)
                print done within
            print without

        one:
            pass
        ",
        expect![[r#"
            0.000  main  done within
            0.000  main  without
            0.000  done
        "#]],
    );
}

#[test]
fn the_failure_of_one_task_cancels_the_others() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    b = g.create_task(two())
            except ExceptionGroup as e:
                print {e}
            print {b.cancelled()}

        one:
            await sleep(1)
            raise ValueError('one')

        two:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  two  cleans up
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            1.000  main  True
            1.000  done
        "#]],
    );
}

#[test]
fn the_failure_of_a_task_cancels_the_body_of_the_group() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    try:
                        await sleep(5)
                    except CancelledError:
                        print the body is cancelled
                        raise
            except ExceptionGroup as e:
                print {e}
            m = current_task()
            print {m.cancelling()}

        one:
            await sleep(1)
            raise ValueError('one')
        ",
        expect![[r#"
            1.000  main  the body is cancelled
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            1.000  main  0
            1.000  done
        "#]],
    );
}

#[test]
fn the_failure_of_the_body_cancels_the_tasks() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    await sleep(1)
                    raise KeyError('body')
            except ExceptionGroup as e:
                print {e}

        one:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  one  cleans up
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [KeyError(body)])
            1.000  done
        "#]],
    );
}

#[test]
fn several_failures_come_in_one_group_in_the_order_in_which_they_happened() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    b = g.create_task(two())
                    c = g.create_task(three())
            except ExceptionGroup as e:
                print {e}

        one:
            await sleep(1)
            raise ValueError('one')

        two:
            try:
                await sleep(5)
            finally:
                raise KeyError('two')

        three:
            await sleep(1)
            raise TypeError('three')
        ",
        expect![[r#"
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one), TypeError(three), KeyError(two)])
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_that_is_cancelled_by_itself_does_not_disturb_the_others() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
                b = g.create_task(two())
                await sleep(1)
                a.cancel()
            print {a.cancelled()}

        one, two:
            await sleep(3)
            print ends
        ",
        expect![[r#"
            3.000  two  ends
            3.000  main  True
            3.000  done
        "#]],
    );
}

#[test]
fn cancelling_the_parent_cancels_the_tasks_and_comes_out_as_it_is() {
    schedule(
        "
        main:
            spawn p
            await sleep(1)
            p.cancel('outside')
            try:
                await p
            except CancelledError as e:
                print {e}

        p:
            with TaskGroup() as g:
                a = g.create_task(one())
                b = g.create_task(two())
                await sleep(5)

        one, two:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  one  cleans up
            1.000  two  cleans up
            1.000  main  CancelledError(outside)
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_the_parent_while_it_waits_for_its_tasks() {
    schedule(
        "
        main:
            spawn p
            await sleep(1)
            p.cancel('outside')
            try:
                await p
            except CancelledError as e:
                print {e}

        p:
            with TaskGroup() as g:
                a = g.create_task(one())

        one:
            try:
                await sleep(5)
            finally:
                print cleans up
                await sleep(1)
        ",
        expect![[r#"
            1.000  one  cleans up
            2.000  main  CancelledError(outside)
            2.000  done
        "#]],
    );
}

#[test]
fn a_failure_while_the_tasks_are_cancelled_from_outside() {
    schedule(
        "
        main:
            spawn p
            await sleep(1)
            p.cancel('outside')
            try:
                await p
            except ExceptionGroup as e:
                print {e}
            print {p.cancelling()}

        p:
            with TaskGroup() as g:
                a = g.create_task(one())

        one:
            try:
                await sleep(5)
            finally:
                raise ValueError('one')
        ",
        expect![[r#"
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            1.000  main  1
            1.000  done
        "#]],
    );
}

#[test]
fn cancelled_from_outside_and_by_a_failure_in_the_same_iteration() {
    schedule(
        "
        main:
            spawn p
            await sleep(0)
            call_later(1, stopper)
            try:
                await p
            except CancelledError as e:
                print cancelled {e}
            except ExceptionGroup as e:
                print {e}

        p:
            with TaskGroup() as g:
                a = g.create_task(one())
                await sleep(5)

        one:
            await sleep(1)
            raise ValueError('one')

        def stopper:
            p.cancel('outside')
        ",
        expect![[r#"
            1.000  main  cancelled CancelledError(outside)
            1.000  done
        "#]],
    );
}

#[test]
fn a_group_within_a_group() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as outer:
                    a = outer.create_task(one())
                    with TaskGroup() as inner:
                        b = inner.create_task(two())
                        c = inner.create_task(three())
                    print never
            except ExceptionGroup as e:
                print {e}

        one:
            try:
                await sleep(5)
            finally:
                print one cleans up

        two:
            await sleep(1)
            raise ValueError('two')

        three:
            try:
                await sleep(5)
            finally:
                print three cleans up
        ",
        expect![[r#"
            1.000  three  three cleans up
            1.000  one  one cleans up
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(two)])])
            1.000  done
        "#]],
    );
}

#[test]
fn the_outer_group_fails_while_the_inner_one_waits() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as outer:
                    a = outer.create_task(one())
                    with TaskGroup() as inner:
                        b = inner.create_task(two())
                    print never
            except ExceptionGroup as e:
                print {e}
            m = current_task()
            print {m.cancelling()}

        one:
            await sleep(1)
            raise ValueError('one')

        two:
            try:
                await sleep(5)
            finally:
                print two cleans up
        ",
        expect![[r#"
            1.000  two  two cleans up
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            1.000  main  0
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_of_the_group_can_create_another() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())

        one:
            b = g.create_task(two())
            print created

        two:
            await sleep(1)
            print runs
        ",
        expect![[r#"
            0.000  one  created
            1.000  two  runs
            1.000  done
        "#]],
    );
}

#[test]
fn a_group_that_is_shutting_down_takes_no_tasks() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    try:
                        await sleep(5)
                    finally:
                        try:
                            b = g.create_task(two())
                        except RuntimeError:
                            print refused
            except ExceptionGroup as e:
                print {e}

        one:
            raise ValueError('one')

        two:
            print never
        ",
        expect![[r#"
            0.000  main  refused
            0.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_that_has_ended_takes_no_tasks() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                pass
            try:
                b = g.create_task(two())
            except RuntimeError:
                print refused

        two:
            print never
        ",
        expect![[r#"
            0.000  main  refused
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_that_was_not_entered_takes_no_tasks() {
    schedule(
        "
        main:
            g = TaskGroup()
            try:
                b = g.create_task(two())
            except RuntimeError:
                print refused

        two:
            print never
        ",
        expect![[r#"
            0.000  main  refused
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_can_be_entered_once() {
    schedule(
        "
        main:
            g = TaskGroup()
            with g:
                pass
            try:
                with g:
                    print never
            except RuntimeError:
                print refused
        ",
        expect![[r#"
            0.000  main  refused
            0.000  done
        "#]],
    );
}

#[test]
fn system_exit_of_a_task_leaves_the_group_and_the_loop() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    b = g.create_task(two())
            finally:
                print main unwinds

        one:
            await sleep(1)
            raise SystemExit('out')

        two:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  two  cleans up
            1.000  main  main unwinds
            1.000  SystemExit(out)
            1.000  !  Task exception was never retrieved: SystemExit(out)
        "#]],
    );
}

#[test]
fn system_exit_of_the_body_comes_out_as_it_is() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    await sleep(1)
                    raise SystemExit('out')
            finally:
                print main unwinds

        one:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  one  cleans up
            1.000  main  main unwinds
            1.000  SystemExit(out)
        "#]],
    );
}

#[test]
fn another_base_exception_of_a_task_makes_a_base_exception_group() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
            except BaseExceptionGroup as e:
                print {e}

        one:
            raise BaseException('odd')
        ",
        expect![[r#"
            0.000  main  BaseExceptionGroup(unhandled errors in a TaskGroup: [BaseException(odd)])
            0.000  done
        "#]],
    );
}

#[test]
fn a_failure_after_the_parent_has_been_cancelled_and_a_task_shrugs_it_off() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    b = g.create_task(two())
            except ExceptionGroup as e:
                print {e}
            print {b.result()}

        one:
            await sleep(1)
            raise ValueError('one')

        two:
            try:
                await sleep(5)
            except CancelledError:
                print shrugs
            await sleep(2)
            return 'two'
        ",
        expect![[r#"
            1.000  two  shrugs
            3.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            3.000  main  two
            3.000  done
        "#]],
    );
}

#[test]
fn a_timeout_around_a_group() {
    schedule(
        "
        main:
            try:
                with timeout(1):
                    with TaskGroup() as g:
                        a = g.create_task(one())
            except TimeoutError as e:
                print {e}

        one:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  one  cleans up
            1.000  main  TimeoutError()
            1.000  done
        "#]],
    );
}

#[test]
fn how_many_iterations_a_group_takes() {
    schedule(
        "
        main:
            spawn ticks
            with TaskGroup() as g:
                a = g.create_task(one())
            print left
            await ticks

        one:
            await sleep(0)
            print ends

        ticks:
            repeat 5:
                print tick
                await sleep(0)
        ",
        expect![[r#"
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  one  ends
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  main  left
            0.000  ticks  tick
            0.000  done
        "#]],
    );
}
