//! Loops driven by hand: `run_until_complete`, `run_forever`, `stop` and `close`.

use expect_test::expect;

use crate::schedule;

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
                print cleans up at the end of the program

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
            3.000  -  cleans up at the end of the program
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
fn a_task_that_has_not_begun_is_reported_when_its_closed_loop_forgets_it() {
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

#[test]
fn tasks_left_at_the_end_of_the_program_are_reported_before_the_first_of_them_cleans_up() {
    schedule(
        "
        def program:
            l = new_loop()
            a = l.create_task(one())
            b = l.create_task(two())
            l.call_later(1, quit)
            l.run_forever()
            print end

        one, two:
            try:
                await sleep(5)
            finally:
                print cleans up

        def quit:
            stop()
        ",
        expect![[r#"
            1.000  program  end
            1.000  done
            1.000  !  Task was destroyed but it is pending!
            1.000  !  Task was destroyed but it is pending!
            1.000  -  cleans up
            1.000  -  cleans up
        "#]],
    );
}

#[test]
fn what_arrives_stands_between_what_is_ready_and_the_timers() {
    schedule(
        "
        main:
            l = loop()
            l.call_later(0, timer)
            l.call_on_arrival(arrived)
            l.call_soon(ready)
            await sleep(1)
            t = start_thread(outside)
            await sleep(5)
            print awake

        def outside:
            block(2)
            print sends
            l.call_on_arrival(arrived)

        def ready:
            print ready

        def timer:
            print timer

        def arrived:
            print arrived
        ",
        expect![[r#"
            0.000  ready  ready
            0.000  arrived  arrived
            0.000  timer  timer
            3.000  outside  sends
            3.000  arrived  arrived
            6.000  main  awake
            6.000  done
        "#]],
    );
}

#[test]
fn a_thread_cannot_ask_a_closed_loop() {
    schedule(
        "
        def program:
            l = new_loop()
            t = start_thread(work)
            l.close()
            t.join()

        def work:
            block(1)
            try:
                l.call_soon_threadsafe(told)
            except RuntimeError as e:
                print {e}

        def told:
            print never
        ",
        expect![[r#"
            1.000  work  RuntimeError(Event loop is closed)
            1.000  done
        "#]],
    );
}

#[test]
fn a_loop_of_the_programs_own_may_be_run_by_run_until_complete_again_and_again() {
    schedule(
        "
        def program:
            l = new_loop()
            q = Queue()
            t = l.create_task(worker())
            l.run_until_complete(ask())
            l.run_until_complete(ask())
            t.cancel()
            try:
                l.run_until_complete(t)
            except CancelledError:
                print the worker is gone
            l.close()

        ask:
            await q.put('question')
            await sleep(1)
            print asked

        worker:
            while True:
                x = await q.get()
                print got {x}
        ",
        expect![[r#"
            0.000  worker  got question
            1.000  ask  asked
            1.000  worker  got question
            2.000  ask  asked
            2.000  program  the worker is gone
            2.000  done
        "#]],
    );
}

#[test]
fn a_loop_does_not_wait_for_the_future_of_another() {
    schedule(
        "
        def program:
            l = new_loop()
            m = new_loop()
            f = m.create_future()
            try:
                l.run_until_complete(f)
            except ValueError as e:
                print {e}
        ",
        expect![[r#"
            0.000  program  ValueError(The future belongs to a different loop than the one specified as the loop argument)
            0.000  done
        "#]],
    );
}

#[test]
fn tasks_that_wait_for_something_when_the_program_ends_are_closed_there() {
    schedule(
        "
        q = Queue()
        e = Event()

        def program:
            l = new_loop()
            f = l.create_future()
            t = l.create_task(one())
            t = l.create_task(two())
            t = l.create_task(three())
            t = l.create_task(four())
            t = l.create_task(five())
            l.call_later(1, quit)
            l.run_forever()
            print end

        one:
            try:
                await q.get()
            finally:
                print closed

        two:
            try:
                await wait([f], timeout=5)
            finally:
                print closed

        three:
            try:
                await wait_for(f, 5)
            finally:
                print closed

        four:
            with timeout(9):
                try:
                    for x in as_completed([f]):
                        await x
                finally:
                    print closed

        five:
            try:
                await gather(e.wait(), f)
            finally:
                print closed

        def quit:
            stop()
        ",
        expect![[r#"
            1.000  program  end
            1.000  done
            1.000  !  Task was destroyed but it is pending!
            1.000  !  Task was destroyed but it is pending!
            1.000  !  Task was destroyed but it is pending!
            1.000  !  Task was destroyed but it is pending!
            1.000  !  Task was destroyed but it is pending!
            1.000  -  closed
            1.000  -  closed
            1.000  -  closed
            1.000  -  closed
            1.000  -  closed
        "#]],
    );
}

#[test]
fn a_coroutine_that_is_closed_and_awaits_all_the_same_stays_where_it_is() {
    schedule(
        "
        def program:
            l = new_loop()
            t = l.create_task(work())
            l.call_later(1, quit)
            l.run_forever()
            print end

        work:
            try:
                await sleep(5)
            finally:
                print closing
                await sleep(1)
                print never

        def quit:
            stop()
        ",
        expect![[r#"
            1.000  program  end
            1.000  done
            1.000  !  Task was destroyed but it is pending!
            1.000  -  closing
        "#]],
    );
}
