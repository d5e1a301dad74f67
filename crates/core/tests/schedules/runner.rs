//! `run` and `Runner`: how a loop of theirs starts, ends, and is cleaned up. Loops driven by hand are in `loops`.

use expect_test::expect;

use crate::schedule;

#[test]
fn run_returns_what_main_returns() {
    schedule(
        "
        def program:
            x = run(main())
            print {x}

        main:
            await sleep(1)
            return 5
        ",
        expect![[r#"
            1.000  program  5
            1.000  done
        "#]],
    );
}

#[test]
fn run_raises_what_main_raises() {
    schedule(
        "
        main:
            await sleep(1)
            raise ValueError('main')
        ",
        expect![[r#"
            1.000  ValueError(main)
        "#]],
    );
}

#[test]
fn run_cancels_what_main_leaves_behind() {
    schedule(
        "
        main:
            spawn a, b
            await sleep(1)
            print main ends

        a, b:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  main  main ends
            1.000  a  cleans up
            1.000  b  cleans up
            1.000  done
        "#]],
    );
}

#[test]
fn run_waits_for_what_it_cancels() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print main ends

        a:
            try:
                await sleep(5)
            finally:
                await sleep(3)
                print cleaned up
        ",
        expect![[r#"
            1.000  main  main ends
            4.000  a  cleaned up
            4.000  done
        "#]],
    );
}

#[test]
fn run_reports_what_fails_while_it_is_cancelled() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print main ends

        a:
            try:
                await sleep(5)
            finally:
                raise ValueError('a')
        ",
        expect![[r#"
            1.000  main  main ends
            1.000  !  unhandled exception during asyncio.run() shutdown: ValueError(a)
            1.000  done
        "#]],
    );
}

#[test]
fn what_shrugs_off_the_final_cancellation_is_waited_for() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print main ends

        a:
            try:
                await sleep(5)
            except CancelledError:
                print no
            await sleep(2)
            print still here
        ",
        expect![[r#"
            1.000  main  main ends
            1.000  a  no
            3.000  a  still here
            3.000  done
        "#]],
    );
}

#[test]
fn tasks_created_while_run_cleans_up_are_left_alone() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print main ends

        a:
            try:
                await sleep(5)
            finally:
                spawn b
                print created b

        b:
            print begins
            await sleep(1)
            print never
        ",
        expect![[r#"
            1.000  main  main ends
            1.000  a  created b
            1.000  b  begins
            1.000  done
            1.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn main_may_cancel_itself() {
    schedule(
        "
        main:
            m = current_task()
            m.cancel('enough')
            await sleep(1)
        ",
        expect![[r#"
            0.000  CancelledError(enough)
        "#]],
    );
}

#[test]
fn run_within_a_running_loop_is_an_error() {
    schedule(
        "
        main:
            x = other()
            try:
                run(x)
            except RuntimeError as e:
                print {e}

        other:
            print never
        ",
        expect![[r#"
            0.000  main  RuntimeError(asyncio.run() cannot be called from a running event loop)
            0.000  done
        "#]],
    );
}

#[test]
fn two_runs_one_after_the_other() {
    schedule(
        "
        def program:
            run(first())
            run(second())

        first, second:
            await sleep(1)
            print runs
        ",
        expect![[r#"
            1.000  first  runs
            2.000  second  runs
            2.000  done
        "#]],
    );
}

#[test]
fn a_runner_keeps_its_loop() {
    schedule(
        "
        def program:
            r = Runner()
            x = r.run(first())
            print {x}
            r.run(second())
            r.close()

        first:
            spawn a
            await sleep(1)
            return 'first'

        second:
            print a is still there, {a.done()}
            await sleep(1)

        a:
            try:
                repeat 9:
                    await sleep(1)
                    print works
            finally:
                print cancelled when the runner is closed
        ",
        expect![[r#"
            1.000  a  works
            1.000  program  first
            1.000  second  a is still there, False
            2.000  a  works
            2.000  a  cancelled when the runner is closed
            2.000  done
        "#]],
    );
}

#[test]
fn a_runner_that_is_closed_is_closed() {
    schedule(
        "
        def program:
            r = Runner()
            r.run(first())
            r.close()
            r.close()
            try:
                r.run(first())
            except RuntimeError as e:
                print {e}

        first:
            print runs
        ",
        expect![[r#"
            0.000  first  runs
            0.000  program  RuntimeError(Runner is closed)
            0.000  done
        "#]],
    );
}

#[test]
fn keyboard_interrupt_in_main_cleans_up_first() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            raise KeyboardInterrupt()

        a:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  a  cleans up
            1.000  KeyboardInterrupt()
        "#]],
    );
}

#[test]
fn the_final_cancellation_goes_in_the_order_of_creation() {
    schedule(
        "
        main:
            spawn c, a, b
            await sleep(0)

        a, b, c:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            0.000  c  cleans up
            0.000  a  cleans up
            0.000  b  cleans up
            0.000  done
        "#]],
    );
}

#[test]
fn a_timer_that_is_due_when_main_ends_does_not_fire_any_more() {
    schedule(
        "
        main:
            spawn a
            await sleep(0.5)
            print main ends

        a:
            await sleep(0.25)
            call_later(0.25, chime)

        def chime:
            print never
        ",
        expect![[r#"
            0.500  main  main ends
            0.500  done
        "#]],
    );
}

#[test]
fn while_run_waits_for_the_default_pool_what_is_due_still_fires() {
    schedule(
        "
        main:
            spawn a
            await sleep(0.5)
            print main ends

        a:
            await to_thread(job)
            await sleep(0.25)
            call_later(0.25, chime)

        def job:
            pass

        def chime:
            print chimes
        ",
        expect![[r#"
            0.500  main  main ends
            0.500  chime  chimes
            0.500  done
        "#]],
    );
}

#[test]
fn while_run_waits_for_the_default_pool_the_loop_goes_on() {
    schedule(
        "
        main:
            x = run_in_executor(None, job)
            call_later(1, chime)
            call_later(5, chime)
            print main ends

        def job:
            block(3)
            print job ends

        def chime:
            print chimes
        ",
        expect![[r#"
            0.000  main  main ends
            1.000  chime  chimes
            3.000  job  job ends
            3.000  done
        "#]],
    );
}
