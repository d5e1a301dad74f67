//! Tasks: when they start, suspend, go on and end.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_task_starts_when_its_creator_suspends() {
    schedule(
        "
        main:
            spawn a
            print created a
            await sleep(0)
            print back

        a:
            print runs
        ",
        expect![[r#"
            0.000  main  created a
            0.000  a  runs
            0.000  main  back
            0.000  done
        "#]],
    );
}

#[test]
fn tasks_start_in_the_order_of_their_creation() {
    schedule(
        "
        main:
            spawn a, b, c
            await c
            print all have run

        a, b, c:
            print runs
        ",
        expect![[r#"
            0.000  a  runs
            0.000  b  runs
            0.000  c  runs
            0.000  main  all have run
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_created_by_a_task_starts_after_those_already_scheduled() {
    schedule(
        "
        main:
            spawn a, b
            await sleep(0)
            await sleep(0)
            print end

        a:
            print begins
            spawn c

        b, c:
            print begins
        ",
        expect![[r#"
            0.000  a  begins
            0.000  b  begins
            0.000  c  begins
            0.000  main  end
            0.000  done
        "#]],
    );
}

#[test]
fn awaiting_a_coroutine_is_no_suspension() {
    schedule(
        "
        main:
            spawn other
            print before
            x = await inner()
            print got {x}
            await other

        inner:
            print within
            return 5

        other:
            print has its turn
        ",
        expect![[r#"
            0.000  main  before
            0.000  main  within
            0.000  main  got 5
            0.000  other  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn awaiting_a_task_that_is_done_is_no_suspension() {
    schedule(
        "
        main:
            spawn a
            await a
            spawn b
            x = await a
            print {x} in the same turn
            await b

        a:
            return 1

        b:
            print has its turn
        ",
        expect![[r#"
            0.000  main  1 in the same turn
            0.000  b  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn the_result_of_a_task_is_what_its_code_returns() {
    schedule(
        "
        main:
            spawn a
            print {a.done()}
            x = await a
            print {x}, {a.done()}, {a.result()}

        a:
            await sleep(1)
            return 'apple'
        ",
        expect![[r#"
            0.000  main  False
            1.000  main  apple, True, apple
            1.000  done
        "#]],
    );
}

#[test]
fn whoever_awaits_a_task_goes_on_one_iteration_after_its_end() {
    schedule(
        "
        main:
            spawn waiter, a, ticks
            await waiter
            await ticks

        waiter:
            await a
            print a has ended

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
            0.000  waiter  a has ended
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  done
        "#]],
    );
}

#[test]
fn all_who_await_a_task_go_on_in_the_order_in_which_they_began_to() {
    schedule(
        "
        main:
            spawn b, a, c, work
            await gather(a, b, c)

        a, b, c:
            await work
            print goes on

        work:
            await sleep(1)
        ",
        expect![[r#"
            1.000  b  goes on
            1.000  a  goes on
            1.000  c  goes on
            1.000  done
        "#]],
    );
}

#[test]
fn sleep_zero_gives_up_one_turn() {
    schedule(
        "
        main:
            spawn a, b
            await gather(a, b)

        a, b:
            print one
            await sleep(0)
            print two
            await sleep(0)
            print three
        ",
        expect![[r#"
            0.000  a  one
            0.000  b  one
            0.000  a  two
            0.000  b  two
            0.000  a  three
            0.000  b  three
            0.000  done
        "#]],
    );
}

#[test]
fn a_negative_sleep_is_one_turn_too() {
    schedule(
        "
        main:
            spawn a, b
            await gather(a, b)

        a:
            await sleep(-5)
            print back

        b:
            print turn
        ",
        expect![[r#"
            0.000  b  turn
            0.000  a  back
            0.000  done
        "#]],
    );
}

#[test]
fn an_exception_ends_a_task_and_comes_out_where_it_is_awaited() {
    schedule(
        "
        main:
            spawn a
            try:
                await a
            except ValueError as e:
                print caught {e}
            print {a.exception()}

        a:
            await sleep(1)
            raise ValueError('boom')
        ",
        expect![[r#"
            1.000  main  caught ValueError(boom)
            1.000  main  ValueError(boom)
            1.000  done
        "#]],
    );
}

#[test]
fn an_exception_that_was_not_caught_ends_the_program() {
    schedule(
        "
        main:
            await a()

        a:
            await sleep(1)
            raise KeyError('boom')
        ",
        expect![[r#"
            1.000  KeyError(boom)
        "#]],
    );
}

#[test]
fn an_exception_is_reported_when_nobody_has_looked_at_it_and_the_task_is_gone() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print drops a
            del a
            print goes on

        a:
            raise ValueError('boom')
        ",
        expect![[r#"
            1.000  main  drops a
            1.000  !  Task exception was never retrieved: ValueError(boom)
            1.000  main  goes on
            1.000  done
        "#]],
    );
}

#[test]
fn an_exception_that_was_looked_at_is_not_reported() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            x = a.exception()
            print {x}
            del a
            print goes on

        a:
            raise ValueError('boom')
        ",
        expect![[r#"
            1.000  main  ValueError(boom)
            1.000  main  goes on
            1.000  done
        "#]],
    );
}

#[test]
fn an_exception_that_nobody_has_looked_at_is_reported_at_the_end() {
    schedule(
        "
        main:
            spawn a, b
            await sleep(1)

        a, b:
            raise ValueError('boom')
        ",
        expect![[r#"
            1.000  done
            1.000  !  Task exception was never retrieved: ValueError(boom)
            1.000  !  Task exception was never retrieved: ValueError(boom)
        "#]],
    );
}

#[test]
fn system_exit_in_a_task_leaves_the_loop() {
    schedule(
        "
        main:
            spawn a, b
            await sleep(1)
            print never

        a:
            await sleep(0)
            raise SystemExit('out')

        b:
            try:
                await sleep(5)
            finally:
                print cancelled by run
        ",
        expect![[r#"
            0.000  b  cancelled by run
            0.000  SystemExit(out)
            0.000  !  Task exception was never retrieved: SystemExit(out)
        "#]],
    );
}

#[test]
fn keyboard_interrupt_in_a_task_leaves_the_loop_and_main_is_cancelled() {
    schedule(
        "
        main:
            spawn a
            try:
                await sleep(5)
            except CancelledError:
                print cancelled
                raise

        a:
            raise KeyboardInterrupt()
        ",
        expect![[r#"
            0.000  main  cancelled
            0.000  KeyboardInterrupt()
            0.000  !  Task exception was never retrieved: KeyboardInterrupt()
        "#]],
    );
}

#[test]
fn any_other_base_exception_stays_in_its_task() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print goes on
            try:
                await a
            except BaseException as e:
                print {e}

        a:
            raise BaseException('odd')
        ",
        expect![[r#"
            1.000  main  goes on
            1.000  main  BaseException(odd)
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_that_awaits_itself_is_told_so_one_iteration_later() {
    schedule(
        "
        main:
            spawn a
            await a

        a:
            try:
                await a
            except RuntimeError:
                print told
            await sleep(0)
            print goes on
        ",
        expect![[r#"
            0.000  a  told
            0.000  a  goes on
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_knows_itself_and_all_tasks_that_are_not_done() {
    schedule(
        "
        main:
            spawn a, b
            print {current_task()} of {all_tasks()}
            await a
            print {all_tasks()}
            await b
            print {all_tasks()}

        a, b:
            print {current_task()}
        ",
        expect![[r#"
            0.000  main  main of [main, a, b]
            0.000  a  a
            0.000  b  b
            0.000  main  [main]
            0.000  main  [main]
            0.000  done
        "#]],
    );
}

#[test]
fn a_coroutine_can_be_awaited_once() {
    schedule(
        "
        main:
            x = a()
            await x
            try:
                await x
            except RuntimeError as e:
                print {e}

        a:
            print runs
        ",
        expect![[r#"
            0.000  main  runs
            0.000  main  RuntimeError(cannot reuse already awaited coroutine)
            0.000  done
        "#]],
    );
}

#[test]
fn a_library_coroutine_can_be_a_task() {
    schedule(
        "
        main:
            t = create_task(sleep(2, 'slept'))
            x = await t
            print {x}
        ",
        expect![[r#"
            2.000  main  slept
            2.000  done
        "#]],
    );
}

#[test]
fn a_task_that_awaits_another_before_that_has_started() {
    schedule(
        "
        main:
            spawn a, b
            await a

        a:
            print awaits b
            x = await b
            print {x}

        b:
            print begins
            return 1
        ",
        expect![[r#"
            0.000  a  awaits b
            0.000  b  begins
            0.000  a  1
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_that_nobody_holds_says_at_its_end_that_its_exception_is_lost() {
    schedule(
        "
        main:
            create_task(fails())
            await sleep(1)
            print goes on

        fails:
            raise OSError('no')
        ",
        expect![[r#"
            0.000  !  Task exception was never retrieved: OSError(no)
            1.000  main  goes on
            1.000  done
        "#]],
    );
}
