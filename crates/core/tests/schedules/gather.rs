//! `gather`: many results in one list, the first exception, and cancelling in both directions.

use expect_test::expect;

use crate::schedule;

#[test]
fn the_results_come_in_the_order_of_the_arguments() {
    schedule(
        "
        main:
            x = await gather(a(), b(), c())
            print {x}

        a:
            await sleep(3)
            print a
            return 1

        b:
            await sleep(1)
            print b
            return 2

        c:
            return 3
        ",
        expect![[r#"
            1.000  b  b
            3.000  a  a
            3.000  main  [1, 2, 3]
            3.000  done
        "#]],
    );
}

#[test]
fn gather_of_nothing_is_done_at_once() {
    schedule(
        "
        main:
            spawn a
            x = gather()
            print {x.done()}
            x = await x
            print {x}
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  []
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn gather_of_what_is_done_is_done_at_once() {
    schedule(
        "
        main:
            f = Future()
            g = Future()
            f.set_result(1)
            g.set_result(2)
            spawn a
            x = await gather(f, g)
            print {x}
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  [1, 2]
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn one_future_given_twice_is_listed_twice() {
    schedule(
        "
        main:
            spawn a
            x = await gather(a, a)
            print {x}

        a:
            await sleep(1)
            return 5
        ",
        expect![[r#"
            1.000  main  [5, 5]
            1.000  done
        "#]],
    );
}

#[test]
fn the_first_exception_comes_out_at_once_and_the_others_go_on() {
    schedule(
        "
        main:
            try:
                await gather(a(), b(), c())
            except ValueError as e:
                print caught {e}
            await sleep(5)

        a:
            await sleep(3)
            print a goes on to its end

        b:
            await sleep(1)
            raise ValueError('b')

        c:
            await sleep(2)
            raise ValueError('c is not even reported')
        ",
        expect![[r#"
            1.000  main  caught ValueError(b)
            3.000  a  a goes on to its end
            6.000  done
        "#]],
    );
}

#[test]
fn exceptions_can_be_asked_for_as_results() {
    schedule(
        "
        main:
            x = await gather(a(), b(), c(), return_exceptions=True)
            print {x}

        a:
            await sleep(1)
            return 1

        b:
            raise ValueError('b')

        c:
            raise CancelledError('c')
        ",
        expect![[r#"
            1.000  main  [1, ValueError(b), CancelledError()]
            1.000  done
        "#]],
    );
}

#[test]
fn gather_of_a_future_that_has_failed_already() {
    schedule(
        "
        main:
            f = Future()
            f.set_exception(ValueError('no'))
            spawn a
            try:
                await gather(a, f)
            except ValueError as e:
                print {e}
            await a

        a:
            print has its turn
            await sleep(1)
            print goes on
        ",
        expect![[r#"
            0.000  main  ValueError(no)
            0.000  a  has its turn
            1.000  a  goes on
            1.000  done
        "#]],
    );
}

#[test]
fn a_child_that_is_cancelled_is_an_exception_among_others() {
    schedule(
        "
        main:
            spawn a, b
            call_later(1, stopper)
            try:
                await gather(a, b)
            except CancelledError:
                print cancelled
            print {b.done()}
            await b

        a, b:
            await sleep(2)
            print ends

        def stopper:
            a.cancel()
        ",
        expect![[r#"
            1.000  main  cancelled
            1.000  main  False
            2.000  b  ends
            2.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_task_is_listed_without_its_message() {
    schedule(
        "
        main:
            spawn a, b
            call_later(1, stopper)
            x = await gather(a, b, return_exceptions=True)
            print {x}

        a, b:
            await sleep(2)
            return 'end'

        def stopper:
            a.cancel('why')
        ",
        expect![[r#"
            2.000  main  [CancelledError(), end]
            2.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_future_is_listed_with_its_message() {
    schedule(
        "
        main:
            f = Future()
            spawn a
            f.cancel('why')
            x = await gather(f, a, return_exceptions=True)
            print {x}

        a:
            return 'end'
        ",
        expect![[r#"
            0.000  main  [CancelledError(why), end]
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_gather_cancels_all_its_children() {
    schedule(
        "
        main:
            g = gather(a(), b())
            await sleep(1)
            print {g.cancel()}
            try:
                await g
            except CancelledError:
                print all are cancelled

        a, b:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  main  True
            1.000  a  cleans up
            1.000  b  cleans up
            1.000  main  all are cancelled
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_whoever_awaits_a_gather_cancels_the_children() {
    schedule(
        "
        main:
            spawn outer
            await sleep(1)
            outer.cancel('stop')
            try:
                await outer
            except CancelledError as e:
                print {e}

        outer:
            await gather(a(), b())

        a, b:
            try:
                await sleep(5)
            except CancelledError as e:
                print {e}
                raise
        ",
        expect![[r#"
            1.000  a  CancelledError(stop)
            1.000  b  CancelledError(stop)
            1.000  main  CancelledError(stop)
            1.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_gather_waits_for_the_slowest_child() {
    schedule(
        "
        main:
            g = gather(a(), b(), return_exceptions=True)
            await sleep(1)
            g.cancel()
            try:
                await g
            except CancelledError:
                print the end

        a:
            await sleep(5)

        b:
            try:
                await sleep(5)
            finally:
                await sleep(2)
                print b takes its time
        ",
        expect![[r#"
            3.000  b  b takes its time
            3.000  main  the end
            3.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_gather_without_return_exceptions_ends_with_its_first_child() {
    schedule(
        "
        main:
            g = gather(a(), b())
            await sleep(1)
            g.cancel()
            try:
                await g
            except CancelledError:
                print the end
            await sleep(3)

        a:
            await sleep(5)

        b:
            try:
                await sleep(5)
            finally:
                await sleep(2)
                print b takes its time
        ",
        expect![[r#"
            1.000  main  the end
            3.000  b  b takes its time
            4.000  done
        "#]],
    );
}

#[test]
fn children_that_shrug_off_a_cancelled_gather_do_not_save_it() {
    schedule(
        "
        main:
            g = gather(a(), b())
            await sleep(1)
            g.cancel()
            try:
                await g
            except CancelledError:
                print cancelled all the same

        a, b:
            try:
                await sleep(5)
            except CancelledError:
                print no
            return 1
        ",
        expect![[r#"
            1.000  a  no
            1.000  b  no
            1.000  main  cancelled all the same
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_gather_that_is_done_says_false() {
    schedule(
        "
        main:
            g = gather(a())
            await g
            print {g.cancel()}

        a:
            return 1
        ",
        expect![[r#"
            0.000  main  False
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_a_gather_whose_children_are_all_done_says_false_before_it_knows() {
    schedule(
        "
        main:
            spawn a
            g = gather(a)
            await sleep(0)
            print {a.done()} {g.done()}
            print {g.cancel()}
            x = await g
            print {x}

        a:
            return 1
        ",
        expect![[r#"
            0.000  main  True False
            0.000  main  False
            0.000  main  [1]
            0.000  done
        "#]],
    );
}

#[test]
fn a_gather_of_gathers_is_cancelled_to_the_bottom() {
    schedule(
        "
        main:
            g = gather(gather(a(), b()), c())
            await sleep(1)
            print {g.cancel()}
            try:
                await g
            except CancelledError:
                print the end

        a, b, c:
            try:
                await sleep(5)
            finally:
                print cleans up
        ",
        expect![[r#"
            1.000  main  True
            1.000  a  cleans up
            1.000  b  cleans up
            1.000  c  cleans up
            1.000  main  the end
            1.000  done
        "#]],
    );
}

#[test]
fn a_gather_that_has_failed_already_ignores_what_comes() {
    schedule(
        "
        main:
            g = gather(a(), b())
            try:
                await g
            except ValueError as e:
                print {e}
            print {g.cancel()}
            await sleep(3)

        a:
            raise ValueError('a')

        b:
            await sleep(2)
            print b is not cancelled
        ",
        expect![[r#"
            0.000  main  ValueError(a)
            0.000  main  False
            2.000  b  b is not cancelled
            3.000  done
        "#]],
    );
}

#[test]
fn a_gather_that_nobody_awaits_is_reported_when_it_has_failed() {
    schedule(
        "
        main:
            g = gather(a())
            await sleep(1)
            del g
            print end

        a:
            raise ValueError('a')
        ",
        expect![[r#"
            1.000  !  _GatheringFuture exception was never retrieved: ValueError(a)
            1.000  main  end
            1.000  done
        "#]],
    );
}

#[test]
fn a_failed_gather_marks_later_exceptions_as_seen() {
    schedule(
        "
        main:
            spawn b
            try:
                await gather(a(), b)
            except ValueError as e:
                print {e}
            await sleep(2)
            del b
            print end

        a:
            raise ValueError('a')

        b:
            await sleep(1)
            raise ValueError('b')
        ",
        expect![[r#"
            0.000  main  ValueError(a)
            2.000  main  end
            2.000  done
        "#]],
    );
}

#[test]
fn gather_ends_one_iteration_after_its_last_child_and_whoever_awaits_one_later() {
    schedule(
        "
        main:
            spawn ticks
            await gather(a(), b())
            print gathered
            await ticks

        a, b:
            await sleep(0)
            print ends

        ticks:
            repeat 6:
                print tick
                await sleep(0)
        ",
        expect![[r#"
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  a  ends
            0.000  b  ends
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  main  gathered
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  done
        "#]],
    );
}

#[test]
fn a_cancelled_gather_that_catches_repeats_the_words_of_its_last_child() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel('stop')
            await wait([a])
            spawn b
            await sleep(1)
            b.cancel('stop')
            await wait([b])
        a:
            try:
                await gather(sleep(9), sleep(0), return_exceptions=True)
            except CancelledError as error:
                print {error}
        b:
            try:
                await gather(sleep(0), sleep(9), return_exceptions=True)
            except CancelledError as error:
                print {error}
        ",
        expect![[r#"
            1.000  a  CancelledError()
            2.000  b  CancelledError(stop)
            2.000  done
        "#]],
    );
}

#[test]
fn a_failure_in_an_inner_gather_fails_the_outer_one() {
    schedule(
        "
        main:
            try:
                await gather(gather(a(), b()), c())
            except ValueError as e:
                print {e}
            await sleep(3)

        a:
            await sleep(1)
            raise ValueError('a')

        b, c:
            await sleep(2)
            print goes on
        ",
        expect![[r#"
            1.000  main  ValueError(a)
            2.000  b  goes on
            2.000  c  goes on
            4.000  done
        "#]],
    );
}

#[test]
fn the_task_of_a_gather_that_is_destroyed_is_not_reported() {
    schedule(
        "
        def program:
            l = new_loop()
            l.run_until_complete(main())
            l.close()
            print end

        main:
            g = gather(a())
            await sleep(1)
            del g

        a:
            await sleep(5)
        ",
        expect![[r#"
            1.000  program  end
            1.000  done
        "#]],
    );
}
