//! `run`, `Runner`, and loops driven by hand: how a loop starts, ends, and cleans up.

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
fn run_until_complete_leaves_the_rest_where_it_is() {
    schedule(
        "
        def program:
            l = new_loop()
            l.run_until_complete(first())
            print between
            block(5)
            l.run_until_complete(second())
            l.close()

        first:
            spawn a
            await sleep(1)

        second:
            print goes on
            await a

        a:
            await sleep(2)
            print a
        ",
        expect![[r#"
            1.000  program  between
            6.000  second  goes on
            6.000  a  a
            6.000  done
        "#]],
    );
}

#[test]
fn run_until_complete_gives_what_is_done_already() {
    schedule(
        "
        def program:
            l = new_loop()
            f = l.create_future()
            f.set_result(1)
            x = l.run_until_complete(f)
            print {x}
        ",
        expect![[r#"
            0.000  program  1
            0.000  done
        "#]],
    );
}

#[test]
fn run_until_complete_raises_what_it_ran_into() {
    schedule(
        "
        def program:
            l = new_loop()
            try:
                l.run_until_complete(main())
            except ValueError as e:
                print {e}

        main:
            raise ValueError('main')
        ",
        expect![[r#"
            0.000  program  ValueError(main)
            0.000  done
        "#]],
    );
}

#[test]
fn a_loop_that_is_stopped_before_its_future_is_done() {
    schedule(
        "
        def program:
            l = new_loop()
            try:
                l.run_until_complete(main())
            except RuntimeError as e:
                print {e}

        main:
            await sleep(1)
            stop()
            await sleep(5)
            print never
        ",
        expect![[r#"
            1.000  program  RuntimeError(Event loop stopped before Future completed.)
            1.000  done
        "#]],
    );
}

#[test]
fn run_forever_runs_until_it_is_stopped() {
    schedule(
        "
        def program:
            l = new_loop()
            l.call_later(3, quit)
            t = l.create_task(work())
            l.run_forever()
            print stopped
            l.close()

        work:
            try:
                repeat 9:
                    await sleep(1.25)
                    print works
            finally:
                print never

        def quit:
            print stops
            l.stop()
        ",
        expect![[r#"
            1.250  work  works
            2.500  work  works
            3.000  quit  stops
            3.000  program  stopped
            3.000  done
            3.000  !  Task was destroyed but it is pending!
            3.000  -  never
        "#]],
    );
}

#[test]
fn stop_lets_the_iteration_end() {
    schedule(
        "
        def program:
            l = new_loop()
            l.call_soon(first)
            l.call_soon(second)
            l.run_forever()
            print stopped
            l.run_forever()

        def first:
            l.stop()
            l.call_soon(third)
            print first

        def second:
            print second

        def third:
            print third
            l.stop()
        ",
        expect![[r#"
            0.000  first  first
            0.000  second  second
            0.000  program  stopped
            0.000  third  third
            0.000  done
        "#]],
    );
}

#[test]
fn a_loop_that_is_stopped_before_it_runs_makes_one_iteration() {
    schedule(
        "
        def program:
            l = new_loop()
            l.stop()
            l.call_soon(first)
            l.run_forever()
            print stopped

        def first:
            print first
            l.call_soon(second)

        def second:
            print never
        ",
        expect![[r#"
            0.000  first  first
            0.000  program  stopped
            0.000  done
        "#]],
    );
}

#[test]
fn a_closed_loop_takes_nothing() {
    schedule(
        "
        def program:
            l = new_loop()
            l.close()
            try:
                l.call_soon(first)
            except RuntimeError as e:
                print {e}

        def first:
            pass
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  done
        "#]],
    );
}

#[test]
fn a_loop_that_runs_cannot_be_closed() {
    schedule(
        "
        main:
            l = loop()
            try:
                l.close()
            except RuntimeError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  RuntimeError(Cannot close a running event loop)
            0.000  done
        "#]],
    );
}

#[test]
fn another_loop_cannot_run_within_a_running_loop() {
    schedule(
        "
        main:
            l = new_loop()
            l.run_forever()
        ",
        expect![[r#"
            0.000  RuntimeError(Cannot run the event loop while another loop is running)
        "#]],
    );
}

#[test]
fn a_task_that_is_pending_when_its_loop_is_closed_is_reported_in_the_end() {
    schedule(
        "
        def program:
            l = new_loop()
            t = l.create_task(work())
            l.close()
            print closed
            del t
            print end

        work:
            print never
        ",
        expect![[r#"
            0.000  program  closed
            0.000  !  Task was destroyed but it is pending!
            0.000  program  end
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
fn a_loop_that_runs_cannot_be_run() {
    schedule(
        "
        main:
            l = loop()
            l.run_until_complete(other())

        other:
            print never
        ",
        expect![[r#"
            0.000  RuntimeError(This event loop is already running)
        "#]],
    );
}
