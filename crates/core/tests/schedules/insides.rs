//! What asyncio's things keep to themselves: who stands in line, which loop a thing is
//! bound to, what a task waits for. `support/inspection.rs` has the words.

use expect_test::expect;

use crate::{schedule, schedule_beyond_cpython};

#[test]
fn those_who_wait_stand_in_line_until_they_run() {
    schedule(
        "
        lock = Lock()
        flag = Event()
        permits = Semaphore(1)
        news = Condition()
        queue = Queue()

        main:
            await lock.acquire()
            await permits.acquire()
            queue.put_nowait(1)
            print {waiters(lock)} {waiters(flag)} {waiters(permits)} {waiters(news)} {waiters(queue)}
            spawn a, b, c, d, e
            await sleep(0)
            print {waiters(lock)} {waiters(flag)} {waiters(permits)} {waiters(news)} {waiters(queue)}
            lock.release()
            flag.set()
            permits.release()
            queue.task_done()
            print {waiters(lock)} {waiters(flag)} {waiters(permits)} {waiters(news)} {waiters(queue)}
            await sleep(0)
            print {waiters(lock)} {waiters(flag)} {waiters(permits)} {waiters(news)} {waiters(queue)}
            with news:
                news.notify_all()
            await gather(a, b, c, d, e)
            print {waiters(lock)} {waiters(flag)} {waiters(permits)} {waiters(news)} {waiters(queue)}

        a:
            await lock.acquire()

        b:
            await flag.wait()

        c:
            await permits.acquire()

        d:
            with news:
                await news.wait()

        e:
            await queue.join()
        ",
        expect![[r#"
            0.000  main  0 0 0 0 0
            0.000  main  1 1 1 1 1
            0.000  main  1 1 1 1 1
            0.000  main  0 0 0 1 0
            0.000  main  0 0 0 0 0
            0.000  done
        "#]],
    );
}

#[test]
fn a_thing_is_bound_to_a_loop_once_somebody_waits() {
    schedule(
        "
        lock = Lock()
        permits = BoundedSemaphore(1)

        main:
            await lock.acquire()
            await permits.acquire()
            print {is_bound(lock)} {is_bound(permits)}
            spawn a, b
            await sleep(0)
            print {is_bound(lock)} {is_bound(permits)}
            lock.release()
            permits.release()
            await gather(a, b)
            print {is_bound(lock)} {is_bound(permits)}

        a:
            await lock.acquire()

        b:
            await permits.acquire()
        ",
        expect![[r#"
            0.000  main  False False
            0.000  main  True True
            0.000  main  True True
            0.000  done
        "#]],
    );
}

#[test]
fn a_bounded_semaphore_knows_how_many_permits_there_can_be() {
    schedule(
        "
        permits = Semaphore(3)
        bounded = BoundedSemaphore(2)

        main:
            print {bound(permits)} {level(permits)}
            print {bound(bounded)} {level(bounded)}
            await bounded.acquire()
            print {bound(bounded)} {level(bounded)}
            permits.release()
            print {bound(permits)} {level(permits)}
        ",
        expect![[r#"
            0.000  main  None 3
            0.000  main  2 2
            0.000  main  2 1
            0.000  main  None 4
            0.000  done
        "#]],
    );
}

#[test]
fn a_timeout_passes_through_its_states() {
    schedule(
        "
        main:
            limit = timeout(1)
            print {state(limit)}
            try:
                with limit:
                    print {state(limit)}
                    try:
                        await sleep(2)
                    finally:
                        print {state(limit)}
            except TimeoutError:
                print {state(limit)}
            quick = timeout(1)
            with quick:
                pass
            print {state(quick)}
        ",
        expect![[r#"
            0.000  main  created
            0.000  main  active
            1.000  main  expiring
            1.000  main  expired
            1.000  main  finished
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_awaits_a_future_until_it_runs_again() {
    schedule(
        "
        main:
            future = Future()
            spawn a
            print {awaited(a)}
            await sleep(0)
            print {awaited(a)}
            future.set_result(1)
            print {awaited(a)}
            await a
            print {awaited(a)}

        a:
            await future
            print {awaited(a)}
        ",
        expect![[r#"
            0.000  main  None
            0.000  main  future
            0.000  main  future
            0.000  a  None
            0.000  main  None
            0.000  done
        "#]],
    );
}

#[test]
fn an_error_is_due_when_a_task_is_cancelled_that_waits_for_nothing() {
    schedule(
        "
        main:
            spawn a, b
            a.cancel('before it began')
            print {must_cancel(a)} {must_cancel(b)} {cancel_message(a)} {cancel_message(b)}
            await sleep(0)
            b.cancel('while it sleeps')
            print {must_cancel(a)} {must_cancel(b)} {cancel_message(a)} {cancel_message(b)}
            results = await gather(a, b, return_exceptions=True)
            print {results}

        a, b:
            await sleep(1)
        ",
        expect![[r#"
            0.000  main  True False before it began None
            0.000  main  False False None None
            0.000  main  [CancelledError(), CancelledError()]
            0.000  done
        "#]],
    );
}

#[test]
fn other_words_can_be_given_to_a_cancellation_that_is_on_its_way() {
    schedule(
        "
        main:
            spawn a
            a.cancel('these')
            set_cancel_message(a, 'those')
            await sleep(0)
            print {cancel_message(a)}
            future = Future()
            print {cancel_message(future)}
            future.cancel('old')
            set_cancel_message(future, 'new')
            print {cancel_message(future)}
            try:
                await future
            except CancelledError as error:
                print {error}

        a:
            await sleep(1)
        ",
        expect![[r#"
            0.000  main  None
            0.000  main  None
            0.000  main  new
            0.000  main  CancelledError(new)
            0.000  done
        "#]],
    );
}

#[test]
fn an_exception_is_unseen_until_somebody_asks() {
    schedule(
        "
        main:
            future = Future()
            print {is_unseen(future)}
            future.set_exception(OSError('lost'))
            print {is_unseen(future)}
            print {future.exception()}
            print {is_unseen(future)}
            fine = Future()
            fine.set_result(1)
            print {is_unseen(fine)}
        ",
        expect![[r#"
            0.000  main  False
            0.000  main  True
            0.000  main  OSError(lost)
            0.000  main  False
            0.000  main  False
            0.000  done
        "#]],
    );
}

#[test]
fn a_loop_knows_whether_it_is_in_debug_mode() {
    schedule(
        "
        home = new_loop()

        def program:
            print {home.get_debug()}
            home.set_debug(True)
            print {home.get_debug()}
            home.set_debug(False)
            print {home.get_debug()}
        ",
        expect![[r#"
            0.000  program  False
            0.000  program  True
            0.000  program  False
            0.000  done
        "#]],
    );
}

/// (What is long, the program decides.)
#[test]
fn a_loop_in_debug_mode_tells_how_long_a_step_or_callback_took() {
    schedule_beyond_cpython(
        "
        home = new_loop()

        def program:
            home.set_debug(True)
            home.run_until_complete(main())
            home.set_debug(False)
            home.run_until_complete(main())

        main:
            block(0.1)
            await sleep(0)
            block(0.099)
            await sleep(0)
            loop().call_soon(slow)
            loop().call_soon(quick)
            await sleep(0)

        def slow:
            block(0.2)

        def quick:
            block(0.05)
        ",
        expect![[r#"
            0.100  !  took 100000000 ns
            0.199  !  took 99000000 ns
            0.399  !  took 200000000 ns
            0.449  !  took 50000000 ns
            0.898  done
        "#]],
    );
}

#[test]
fn who_comes_to_a_barrier_while_its_lock_is_taken_waits_for_that_first() {
    schedule(
        "
        gate = Barrier(3)
        inner = condition(gate)

        main:
            spawn a
            await sleep(0)
            await inner.acquire()
            spawn b, c, d
            await sleep(1)
            print {level(gate)} inside
            d.cancel()
            inner.release()
            results = await gather(a, b, c, d, return_exceptions=True)
            print {results} broken {gate.broken}
            await inner.acquire()
            spawn e
            await sleep(1)
            inner.release()
            await e
            print broken {gate.broken}

        a, b, d:
            x = await gate.wait()
            return x

        c:
            await gate.abort()

        e:
            await gate.reset()
        ",
        expect![[r#"
            1.000  main  1 inside
            1.000  main  [BrokenBarrierError(Abort or reset of barrier), BrokenBarrierError(Abort or reset of barrier), None, CancelledError()] broken True
            2.000  main  broken False
            2.000  done
        "#]],
    );
}

#[test]
fn a_future_knows_whether_its_loop_was_in_debug_mode_when_it_was_made() {
    schedule(
        "
        home = new_loop()

        def program:
            before = home.create_future()
            home.set_debug(True)
            after = home.create_future()
            home.set_debug(False)
            print {in_debug(before)} {in_debug(after)}
        ",
        expect![[r#"
            0.000  program  False True
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_that_refuses_says_how_it_stands() {
    schedule(
        "
        group = TaskGroup()

        main:
            try:
                group.create_task(fails())
            except RuntimeError as error:
                print {error}
            try:
                with group:
                    try:
                        await group.__aenter__()
                    except RuntimeError as error:
                        print {error}
                    spawned = group.create_task(fails())
                    stays = group.create_task(sleeps())
                    try:
                        await group.__aenter__()
                    except RuntimeError as error:
                        print {error}
                    try:
                        await sleep(1)
                    except CancelledError:
                        try:
                            group.create_task(fails())
                        except RuntimeError as error:
                            print {error}
                        raise
            except Exception as failed:
                print {failed}
            try:
                group.create_task(fails())
            except RuntimeError as error:
                print {error}

        fails:
            raise OSError('no')

        sleeps:
            try:
                await sleep(9)
            except CancelledError:
                await sleep(2)
        ",
        expect![[r#"
            0.000  main  RuntimeError(TaskGroup <TaskGroup> has not been entered)
            0.000  main  RuntimeError(TaskGroup <TaskGroup entered> has already been entered)
            0.000  main  RuntimeError(TaskGroup <TaskGroup tasks=2 entered> has already been entered)
            0.000  main  RuntimeError(TaskGroup <TaskGroup tasks=1 errors=1 cancelling> is shutting down)
            2.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [OSError(no)])
            2.000  main  RuntimeError(TaskGroup <TaskGroup cancelling> is finished)
            2.000  done
        "#]],
    );
}
