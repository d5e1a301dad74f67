//! `as_completed`: results in the order in which they come, as coroutines or as the futures themselves.

use expect_test::expect;

use crate::schedule;

#[test]
fn results_come_in_the_order_in_which_they_are_ready() {
    schedule(
        "
        main:
            for x in as_completed([a(), b(), c()]):
                y = await x
                print {y}

        a:
            await sleep(3)
            return 'a'

        b:
            await sleep(1)
            return 'b'

        c:
            await sleep(2)
            return 'c'
        ",
        expect![[r#"
            1.000  main  b
            2.000  main  c
            3.000  main  a
            3.000  done
        "#]],
    );
}

#[test]
fn an_asynchronous_loop_gives_the_tasks_themselves() {
    schedule(
        "
        main:
            spawn a, b
            async for x in as_completed([a, b]):
                print {x} {x.result()}

        a:
            await sleep(2)
            return 1

        b:
            await sleep(1)
            return 2
        ",
        expect![[r#"
            1.000  main  b 2
            2.000  main  a 1
            2.000  done
        "#]],
    );
}

#[test]
fn an_exception_comes_out_of_the_coroutine_that_stands_for_it() {
    schedule(
        "
        main:
            for x in as_completed([a(), b()]):
                try:
                    y = await x
                    print {y}
                except ValueError as e:
                    print {e}

        a:
            await sleep(1)
            raise ValueError('a')

        b:
            await sleep(2)
            return 'b'
        ",
        expect![[r#"
            1.000  main  ValueError(a)
            2.000  main  b
            2.000  done
        "#]],
    );
}

#[test]
fn what_is_not_there_in_time_is_a_timeout_error_each() {
    schedule(
        "
        main:
            spawn a, b, c
            for x in as_completed([a, b, c], timeout=2):
                try:
                    y = await x
                    print {y}
                except TimeoutError:
                    print too late
            await b
            await c

        a:
            await sleep(1)
            return 'a'

        b, c:
            await sleep(3)
            print was not cancelled
        ",
        expect![[r#"
            1.000  main  a
            2.000  main  too late
            2.000  main  too late
            3.000  b  was not cancelled
            3.000  c  was not cancelled
            3.000  done
        "#]],
    );
}

#[test]
fn an_asynchronous_loop_that_takes_too_long_raises_once() {
    schedule(
        "
        main:
            spawn a, b
            try:
                async for x in as_completed([a, b], timeout=2):
                    print {x}
            except TimeoutError:
                print too late
            await b

        a:
            await sleep(1)

        b:
            await sleep(3)
        ",
        expect![[r#"
            1.000  main  a
            2.000  main  too late
            3.000  done
        "#]],
    );
}

#[test]
fn what_is_done_already_comes_first() {
    schedule(
        "
        main:
            spawn a, b
            await b
            for x in as_completed([a, b]):
                y = await x
                print {y}

        a:
            await sleep(1)
            return 'a'

        b:
            return 'b'
        ",
        expect![[r#"
            0.000  main  b
            1.000  main  a
            1.000  done
        "#]],
    );
}

#[test]
fn one_future_given_twice_comes_once() {
    schedule(
        "
        main:
            spawn a
            for x in as_completed([a, a]):
                y = await x
                print {y}

        a:
            return 'a'
        ",
        expect![[r#"
            0.000  main  a
            0.000  done
        "#]],
    );
}

#[test]
fn nothing_comes_of_nothing() {
    schedule(
        "
        main:
            for x in as_completed([]):
                print never
            async for x in as_completed([]):
                print never
            print end
        ",
        expect![[r#"
            0.000  main  end
            0.000  done
        "#]],
    );
}

#[test]
fn several_that_end_together_come_in_the_order_of_their_ends() {
    schedule(
        "
        main:
            spawn c, a, b
            for x in as_completed([a, b, c]):
                y = await x
                print {y}

        a:
            await sleep(1)
            return 'a'

        b:
            await sleep(1)
            return 'b'

        c:
            await sleep(1)
            return 'c'
        ",
        expect![[r#"
            1.000  main  c
            1.000  main  a
            1.000  main  b
            1.000  done
        "#]],
    );
}

#[test]
fn leaving_early_leaves_the_others_running() {
    schedule(
        "
        main:
            spawn a, b
            await first()
            await b

        first:
            for x in as_completed([a, b]):
                y = await x
                print {y}
                return y

        a:
            await sleep(1)
            return 'a'

        b:
            await sleep(2)
            print b goes on
        ",
        expect![[r#"
            1.000  main  a
            2.000  b  b goes on
            2.000  done
        "#]],
    );
}

#[test]
fn cancelling_whoever_waits_for_the_next_result() {
    schedule(
        "
        main:
            spawn a, w
            await sleep(1)
            w.cancel()
            await a
            print {w.cancelled()}

        w:
            for x in as_completed([a]):
                await x

        a:
            await sleep(2)
            print a ends
        ",
        expect![[r#"
            2.000  a  a ends
            2.000  main  True
            2.000  done
        "#]],
    );
}

#[test]
fn what_was_done_in_time_may_be_taken_later() {
    schedule(
        "
        main:
            spawn a, b
            for x in as_completed([a, b], timeout=2):
                try:
                    y = await x
                    print {y}
                    await sleep(5)
                except TimeoutError:
                    print too late

        a:
            return 'a'

        b:
            await sleep(1)
            return 'b'
        ",
        expect![[r#"
            0.000  main  a
            5.000  main  b
            10.000  done
        "#]],
    );
}

#[test]
fn how_many_iterations_it_takes() {
    schedule(
        "
        main:
            spawn ticks
            for x in as_completed([a(), b()]):
                y = await x
                print {y}
            await ticks

        a, b:
            await sleep(0)
            return 'here'

        ticks:
            repeat 6:
                print tick
                await sleep(0)
        ",
        expect![[r#"
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  main  here
            0.000  main  here
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  done
        "#]],
    );
}

#[test]
fn an_asynchronous_loop_over_coroutines_gives_new_tasks() {
    schedule(
        "
        main:
            async for x in as_completed([a(), b()]):
                print {x} {x.result()}

        a:
            await sleep(2)
            return 1

        b:
            await sleep(1)
            return 2
        ",
        expect![[r#"
            1.000  main  b 2
            2.000  main  a 1
            2.000  done
        "#]],
    );
}

#[test]
fn a_failed_task_does_not_end_an_asynchronous_loop() {
    schedule(
        "
        main:
            async for x in as_completed([a(), b()]):
                print {x} {x.exception()}

        a:
            await sleep(1)
            raise ValueError('a')

        b:
            await sleep(2)
        ",
        expect![[r#"
            1.000  main  a ValueError(a)
            2.000  main  b None
            2.000  done
        "#]],
    );
}

#[test]
fn a_time_limit_that_passes_when_all_is_there_changes_nothing() {
    schedule(
        "
        main:
            f = Future()
            for x in as_completed([a(), f], timeout=3):
                try:
                    y = await x
                    print {y}
                except TimeoutError:
                    print too late
                if f.done():
                    await sleep(5)
                else:
                    f.set_result('f')
            print end

        a:
            await sleep(1)
            return 'a'
        ",
        expect![[r#"
            1.000  main  a
            1.000  main  f
            6.000  main  end
            6.000  done
        "#]],
    );
}

#[test]
fn whoever_is_cancelled_in_line_wakes_nobody() {
    schedule(
        "
        main:
            first = Future()
            second = Future()
            third = Future()
            each = as_completed([first, second, third])
            spawn a, b, c, d
            await sleep(0)
            first.set_result('1')
            b.cancel()
            await sleep(0)
            await sleep(0)
            second.set_result('2')
            third.set_result('3')
            await sleep(1)

        a, b, c, d:
            async for future in each:
                result = future.result()
                print {result}
                await sleep(9)
        ",
        expect![[r#"
            0.000  a  1
            0.000  c  2
            1.000  done
        "#]],
    );
}

#[test]
fn whoever_is_cancelled_after_being_woken_hands_the_news_on() {
    schedule(
        "
        main:
            first = Future()
            second = Future()
            third = Future()
            each = as_completed([first, second, third])
            spawn a, b, c
            await sleep(0)
            first.add_done_callback(hears)
            first.set_result('1')
            await sleep(0)
            await sleep(0)
            second.set_result('2')
            await sleep(1)

        def hears(future):
            a.cancel()

        a, b, c:
            async for future in each:
                result = future.result()
                print {result}
                await sleep(9)
        ",
        expect![[r#"
            0.000  b  1
            0.000  c  2
            1.000  done
        "#]],
    );
}

#[test]
fn whoever_is_cancelled_after_being_woken_hands_nothing_on_that_another_has_taken() {
    schedule(
        "
        main:
            first = Future()
            second = Future()
            third = Future()
            each = as_completed([first, second, third, Future()])
            spawn a, b, c
            await sleep(0)
            first.set_result('1')
            spawn takes
            await sleep(0)
            await sleep(0)
            await sleep(0)
            second.set_result('2')
            third.set_result('3')
            await sleep(1)

        takes:
            async for future in each:
                result = future.result()
                print {result}
                a.cancel()
                await sleep(9)

        a, b, c:
            async for future in each:
                result = future.result()
                print {result}
                await sleep(9)
        ",
        expect![[r#"
            0.000  takes  1
            0.000  b  2
            0.000  c  3
            1.000  done
        "#]],
    );
}
