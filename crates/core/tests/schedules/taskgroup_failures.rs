//! `TaskGroup`: one failure ends all of its tasks, and what comes out of it then.

use expect_test::expect;

use crate::schedule;

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
fn a_task_that_shrugs_off_its_cancellation_is_waited_for() {
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
fn cancelling_the_parent_twice_while_it_waits_for_its_tasks() {
    schedule(
        "
        main:
            spawn p
            await sleep(1)
            p.cancel('first')
            await sleep(1)
            p.cancel('second')
            try:
                await p
            except CancelledError as e:
                print {e} {p.cancelling()}

        p:
            with TaskGroup() as g:
                a = g.create_task(one())

        one:
            try:
                await sleep(9)
            finally:
                print cleans up
                await sleep(5)
                print cleaned up
        ",
        expect![[r#"
            1.000  one  cleans up
            6.000  one  cleaned up
            6.000  main  CancelledError(first) 2
            6.000  done
        "#]],
    );
}

#[test]
fn a_cancellation_from_outside_is_still_felt_after_the_group_has_raised() {
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
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
            except ExceptionGroup as e:
                print {e}
            await sleep(0)
            print never

        one:
            try:
                await sleep(5)
            finally:
                raise ValueError('one')
        ",
        expect![[r#"
            1.000  p  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            1.000  main  CancelledError()
            1.000  done
        "#]],
    );
}

#[test]
fn a_body_that_raises_after_a_task_has_failed() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    try:
                        await sleep(5)
                    finally:
                        raise KeyError('body')
            except ExceptionGroup as e:
                print {e}

        one:
            await sleep(1)
            raise ValueError('one')
        ",
        expect![[r#"
            1.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one), KeyError(body)])
            1.000  done
        "#]],
    );
}

#[test]
fn a_body_that_swallows_its_cancellation_after_a_task_has_failed() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    try:
                        await sleep(5)
                    except CancelledError:
                        print swallowed
                    await sleep(1)
                    print goes on
            except ExceptionGroup as e:
                print {e}
            m = current_task()
            print {m.cancelling()}

        one:
            await sleep(1)
            raise ValueError('one')
        ",
        expect![[r#"
            1.000  main  swallowed
            2.000  main  goes on
            2.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            2.000  main  0
            2.000  done
        "#]],
    );
}

#[test]
fn system_exit_of_a_task_while_the_group_is_failing_already() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
                b = g.create_task(two())

        one:
            await sleep(1)
            raise ValueError('one')

        two:
            try:
                await sleep(5)
            finally:
                raise SystemExit('out')
        ",
        expect![[r#"
            1.000  SystemExit(out)
            1.000  !  Task exception was never retrieved: SystemExit(out)
        "#]],
    );
}
