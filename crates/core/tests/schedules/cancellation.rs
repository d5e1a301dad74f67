//! Cancelling a task, in every state it can be in. How it spreads from there is in `spreading`.

use expect_test::expect;

use crate::schedule;

#[test]
fn cancelling_a_task_that_has_not_started_runs_none_of_it() {
    schedule(
        "
        main:
            spawn a
            print {a.cancel()}
            try:
                await a
            except CancelledError:
                print a is cancelled, {a.cancelled()}

        a:
            print never
            try:
                print never
            finally:
                print never
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  a is cancelled, True
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_task_that_sleeps_wakes_it_with_the_error_at_once() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            print asked
            try:
                await a
            except CancelledError:
                print a is cancelled

        a:
            try:
                await sleep(5)
            except CancelledError:
                print feels it
                raise
        ",
        expect![[r#"
            1.000  main  asked
            1.000  a  feels it
            1.000  main  a is cancelled
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_task_that_is_done_says_false() {
    schedule(
        "
        main:
            spawn a
            await a
            print {a.cancel()}
            print {a.cancelled()}

        a:
            return 1
        ",
        expect![[r#"
            0.000  main  False
            0.000  main  False
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_task_whose_wake_up_is_already_scheduled_throws_at_its_await() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            await sleep(0)
            f.set_result(1)
            print {a.cancel()}
            await sleep(0)
            await sleep(0)
            print {a.done()}

        a:
            try:
                x = await f
                print never
            except CancelledError:
                print cancelled although f is done
        ",
        expect![[r#"
            0.000  main  True
            0.000  a  cancelled although f is done
            0.000  main  True
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_task_that_has_given_up_its_turn_throws_when_it_goes_on() {
    schedule(
        "
        main:
            spawn a
            await sleep(0)
            a.cancel()
            await sleep(0)
            print {a.cancelled()}

        a:
            try:
                await sleep(0)
                print never
            finally:
                print cleans up
        ",
        expect![[r#"
            0.000  a  cleans up
            0.000  main  True
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_that_cancels_itself_feels_it_at_its_next_await() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print {a.cancelled()}

        a:
            t = current_task()
            t.cancel()
            print goes on until it waits
            try:
                await sleep(1)
            except CancelledError:
                print here
                raise
        ",
        expect![[r#"
            0.000  a  goes on until it waits
            0.000  a  here
            1.000  main  True
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_that_cancels_itself_in_its_last_step_is_cancelled_all_the_same() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            print {a.cancelled()}

        a:
            t = current_task()
            t.cancel('late')
            return 5
        ",
        expect![[r#"
            1.000  main  True
            1.000  done
        "#]],
    );
}

#[test]
fn an_await_that_does_not_suspend_is_no_place_to_be_cancelled() {
    schedule(
        "
        main:
            f = Future()
            f.set_result(1)
            spawn a
            await sleep(1)

        a:
            t = current_task()
            t.cancel()
            x = await f
            print got {x}
            try:
                await sleep(0)
            except CancelledError:
                print now
        ",
        expect![[r#"
            0.000  a  got 1
            0.000  a  now
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_can_swallow_its_cancellation() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            x = await a
            print got {x}, {a.cancelled()}, {a.cancelling()}

        a:
            try:
                await sleep(5)
            except CancelledError:
                print no
            await sleep(1)
            return 'done anyway'
        ",
        expect![[r#"
            1.000  a  no
            2.000  main  got done anyway, False, 1
            2.000  done
        "#]],
    );
}

#[test]
fn two_requests_before_the_next_step_are_one_error() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            a.cancel()
            print {a.cancelling()} requests
            await a

        a:
            try:
                await sleep(5)
            except CancelledError:
                print once
            await sleep(1)
            print not twice
        ",
        expect![[r#"
            1.000  main  2 requests
            1.000  a  once
            2.000  a  not twice
            2.000  done
        "#]],
    );
}

#[test]
fn a_second_request_while_the_first_is_handled_is_a_second_error() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            await sleep(1)
            a.cancel()
            await a

        a:
            try:
                await sleep(5)
            except CancelledError:
                print first
            try:
                await sleep(5)
            except CancelledError:
                print second
        ",
        expect![[r#"
            1.000  a  first
            2.000  a  second
            2.000  done
        "#]],
    );
}

#[test]
fn uncancel_takes_a_request_back() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            a.cancel()
            await a

        a:
            try:
                await sleep(5)
            except CancelledError:
                t = current_task()
                print {t.cancelling()}
                print {t.uncancel()}
                print {t.uncancel()}
                print {t.uncancel()}
        ",
        expect![[r#"
            1.000  a  2
            1.000  a  1
            1.000  a  0
            1.000  a  0
            1.000  done
        "#]],
    );
}

#[test]
fn uncancel_before_the_error_is_thrown_takes_that_back_too() {
    schedule(
        "
        main:
            spawn a
            a.cancel()
            print {a.uncancel()}
            await a

        a:
            print runs after all
        ",
        expect![[r#"
            0.000  main  0
            0.000  a  runs after all
            0.000  done
        "#]],
    );
}

#[test]
fn uncancel_of_one_of_two_requests_leaves_the_error_due() {
    schedule(
        "
        main:
            spawn a
            a.cancel()
            a.cancel()
            print {a.uncancel()}
            try:
                await a
            except CancelledError:
                print cancelled

        a:
            print never
        ",
        expect![[r#"
            0.000  main  1
            0.000  main  cancelled
            0.000  done
        "#]],
    );
}

#[test]
fn the_message_of_a_cancellation_comes_with_the_error() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel('too late')
            try:
                await a
            except CancelledError as e:
                print outside {e}

        a:
            try:
                await sleep(5)
            except CancelledError as e:
                print inside {e}
                raise
        ",
        expect![[r#"
            1.000  a  inside CancelledError(too late)
            1.000  main  outside CancelledError(too late)
            1.000  done
        "#]],
    );
}

#[test]
fn the_last_message_wins_before_the_task_has_started() {
    schedule(
        "
        main:
            spawn a
            a.cancel('first')
            a.cancel('second')
            try:
                await a
            except CancelledError as e:
                print {e}

        a:
            print never
        ",
        expect![[r#"
            0.000  main  CancelledError(second)
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_that_raises_something_else_when_cancelled_has_failed() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            try:
                await a
            except ValueError as e:
                print {e}, {a.cancelled()}

        a:
            try:
                await sleep(5)
            except CancelledError:
                raise ValueError('instead')
        ",
        expect![[r#"
            1.000  main  ValueError(instead), False
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_that_raises_cancelled_error_by_itself_is_cancelled() {
    schedule(
        "
        main:
            spawn a
            try:
                await a
            except CancelledError as e:
                print {e}, {a.cancelled()}, {a.cancelling()}

        a:
            raise CancelledError('mine')
        ",
        expect![[r#"
            0.000  main  CancelledError(mine), True, 0
            0.000  done
        "#]],
    );
}

#[test]
fn finally_may_wait_while_the_task_is_cancelled() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            try:
                await a
            except CancelledError:
                print a is cancelled

        a:
            try:
                await sleep(5)
            finally:
                print closing
                await sleep(2)
                print closed
        ",
        expect![[r#"
            1.000  a  closing
            3.000  a  closed
            3.000  main  a is cancelled
            3.000  done
        "#]],
    );
}

#[test]
fn a_task_cancelled_while_it_cleans_up_gives_that_up() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            await sleep(1)
            a.cancel()
            try:
                await a
            except CancelledError:
                print a is cancelled

        a:
            try:
                await sleep(5)
            finally:
                print closing
                await sleep(2)
                print never
        ",
        expect![[r#"
            1.000  a  closing
            2.000  main  a is cancelled
            2.000  done
        "#]],
    );
}

#[test]
fn the_timer_of_a_cancelled_sleep_is_gone() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            await sleep(1)

        a:
            await sleep(50)
        ",
        expect![[r#"
            2.000  done
        "#]],
    );
}

#[test]
fn a_task_that_cancels_itself_cancels_the_future_that_it_then_awaits() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            await sleep(0)
            print {f.cancelled()} {a.done()}
            await sleep(0)
            print {a.cancelled()}

        a:
            t = current_task()
            t.cancel()
            await f
        ",
        expect![[r#"
            0.000  main  True False
            0.000  main  True
            0.000  done
        "#]],
    );
}

#[test]
fn a_future_whose_exception_is_a_cancelled_error_is_not_cancelled() {
    schedule(
        "
        main:
            f = Future()
            f.set_exception(CancelledError('odd'))
            print {f.cancelled()}
            spawn a
            try:
                await a
            except CancelledError as e:
                print {e} {a.cancelled()}

        a:
            await f
        ",
        expect![[r#"
            0.000  main  False
            0.000  main  CancelledError(odd) True
            0.000  done
        "#]],
    );
}

#[test]
fn a_library_coroutine_that_is_cancelled_before_it_begins_does_nothing() {
    schedule(
        "
        l = Lock()
        e = Event()
        c = Condition()
        s = Semaphore(1)
        b = Barrier(1)
        q = Queue()

        main:
            f = Future()
            for x in [sleep(1), l.acquire(), e.wait(), c.wait(), s.acquire(), b.wait(), q.get(), q.put(1), q.join(), wait([f]), wait_for(f, 1), to_thread(job)]:
                t = create_task(x)
                t.cancel()
                r = await gather(t, return_exceptions=True)
                print {r}
            print {l.locked()} {s.locked()} {q.qsize()} {f.cancelled()}

        def job:
            print never
        ",
        expect![[r#"
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  [CancelledError()]
            0.000  main  False False 0 False
            0.000  done
        "#]],
    );
}
