//! What ends when its loop is closed already: whoever should hear of it cannot, and the
//! one who ends it gets the error, in the middle of what is being done.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_future_that_somebody_waits_for_cannot_end() {
    schedule(
        "
        home = new_loop()

        def program:
            home.run_until_complete(main())
            print closed {home.is_closed()}, running {home.is_running()}
            home.close()
            print closed {home.is_closed()}, running {home.is_running()}
            try:
                first.set_result(1)
            except RuntimeError as error:
                print {error}
            print done {first.done()}
            try:
                second.cancel()
            except RuntimeError as error:
                print {error}
            print cancelled {second.cancelled()}
            third.set_result(3)
            print {third.result()}

        main:
            first = Future()
            second = Future()
            third = Future()
            spawn a, b
            await sleep(0)
            print closed {loop().is_closed()}, running {loop().is_running()}

        a:
            await first

        b:
            await second
        ",
        expect![[r#"
            0.000  main  closed False, running True
            0.000  program  closed False, running False
            0.000  program  closed True, running False
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  done True
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  cancelled True
            0.000  program  3
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn of_those_who_wait_for_an_event_only_the_first_is_woken() {
    schedule(
        "
        home = new_loop()
        flag = Event()

        def program:
            home.run_until_complete(main())
            home.close()
            try:
                flag.set()
            except RuntimeError as error:
                print {error}
            print set {flag.is_set()}
            print {awaited(a).done()} {awaited(b).done()}

        main:
            spawn a, b
            await sleep(0)

        a, b:
            await flag.wait()
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  set True
            0.000  program  True False
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn of_those_who_wait_for_a_condition_only_the_first_is_notified() {
    schedule(
        "
        home = new_loop()
        news = Condition()

        def program:
            home.run_until_complete(main())
            home.close()
            try:
                news.notify_all()
            except RuntimeError as error:
                print {error}
            print {awaited(a).done()} {awaited(b).done()}
            try:
                news.release()
            except RuntimeError as error:
                print {error}
            print locked {news.locked()}

        main:
            spawn a, b
            await sleep(0)
            await news.acquire()
            spawn c
            await sleep(0)

        a, b:
            with news:
                await news.wait()

        c:
            with news:
                pass
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  True False
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  locked False
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn of_those_who_wait_for_permits_only_the_first_is_woken() {
    schedule(
        "
        home = new_loop()
        permits = Semaphore(0)

        def program:
            home.run_until_complete(main())
            home.close()
            try:
                permits.release()
            except RuntimeError as error:
                print {error}
            print {level(permits)} left, {awaited(a).done()} {awaited(b).done()}

        main:
            spawn a, b
            await sleep(0)

        a, b:
            await permits.acquire()
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  0 left, True False
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn of_those_who_wait_for_a_queue_only_the_first_is_woken() {
    schedule(
        "
        home = new_loop()
        queue = Queue()
        other = Queue()
        done = Queue()

        def program:
            home.run_until_complete(main())
            home.close()
            try:
                queue.put_nowait(1)
            except RuntimeError as error:
                print {error}
            print {queue.qsize()} in it, {awaited(a).done()} {awaited(b).done()}
            try:
                other.shutdown()
            except RuntimeError as error:
                print {error}
            print {awaited(c).done()} {awaited(d).done()}
            try:
                done.task_done()
            except RuntimeError as error:
                print {error}
            print {level(done)} unfinished, {awaited(e).done()}

        main:
            done.put_nowait(1)
            spawn a, b, c, d, e
            await sleep(0)

        a, b:
            await queue.get()

        c, d:
            await other.get()

        e:
            await done.join()
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  1 in it, True False
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  True False
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  0 unfinished, True
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn of_the_children_of_a_gather_only_the_first_is_cancelled() {
    schedule(
        "
        home = new_loop()

        def program:
            home.run_until_complete(main())
            home.close()
            try:
                both.cancel()
            except RuntimeError as error:
                print {error}
            print {first.cancelled()} {second.cancelled()} {both.done()}
            try:
                both.cancel()
            except RuntimeError as error:
                print {error}
            print {first.cancelled()} {second.cancelled()} {both.done()}

        main:
            first = Future()
            second = Future()
            both = gather(first, second)
            await sleep(0)
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  True False False
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  True True False
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_whose_loop_is_closed_cannot_be_cancelled_through_what_it_awaits() {
    schedule(
        "
        home = new_loop()

        def program:
            home.run_until_complete(main())
            home.close()
            try:
                outer.cancel()
            except RuntimeError as error:
                print {error}
            print {must_cancel(outer)} {must_cancel(inner)} {outer.cancelling()} {inner.cancelling()}
            print {future.cancelled()}

        main:
            future = Future()
            spawn inner
            await sleep(0)
            spawn outer
            await sleep(0)

        inner:
            await future

        outer:
            await inner
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  False False 1 1
            0.000  program  True
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn nothing_more_can_be_asked_of_a_closed_loop() {
    schedule(
        "
        home = new_loop()

        def program:
            home.close()
            try:
                home.call_soon(f)
            except RuntimeError as error:
                print {error}
            try:
                home.call_later(1, f)
            except RuntimeError as error:
                print {error}
            try:
                home.call_at(1, f)
            except RuntimeError as error:
                print {error}
            try:
                home.run_forever()
            except RuntimeError as error:
                print {error}
            home.close()
            print {home.is_closed()}

        def f:
            print never
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  True
            0.000  done
        "#]],
    );
}

#[test]
fn of_the_tasks_of_a_group_only_the_first_is_cancelled() {
    schedule(
        "
        home = new_loop()

        def program:
            home.run_until_complete(main())
            home.close()
            try:
                top.cancel()
            except RuntimeError as error:
                print {error}
            print {future.cancelled()} {other.cancelled()} {top.cancelling()}

        main:
            future = Future()
            other = Future()
            spawn top
            await sleep(0)
            await sleep(0)

        top:
            with TaskGroup() as group:
                group.create_task(a())
                group.create_task(b())

        a:
            await future

        b:
            await other
        ",
        expect![[r#"
            0.000  program  RuntimeError(Event loop is closed)
            0.000  program  False False 1
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
        "#]],
    );
}

#[test]
fn whoever_leaves_what_others_wait_for_cannot_wake_them() {
    schedule(
        "
        home = new_loop()
        gate = Barrier(3)

        def program:
            home.run_until_complete(main())
            home.close()
            print {level(gate)} inside

        main:
            spawn a, b
            await sleep(0)

        a, b:
            try:
                await gate.wait()
            finally:
                print leaves
        ",
        expect![[r#"
            0.000  program  2 inside
            0.000  done
            0.000  !  Task was destroyed but it is pending!
            0.000  !  Task was destroyed but it is pending!
            0.000  -  leaves
            0.000  -  leaves
        "#]],
    );
}
