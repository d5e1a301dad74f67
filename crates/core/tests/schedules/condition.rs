//! `Condition`: a lock, and a line of those who wait for a word about what it guards.

use expect_test::expect;

use crate::schedule;

#[test]
fn notify_wakes_the_one_who_has_waited_longest() {
    schedule(
        "
        c = Condition()

        main:
            spawn a, b
            await sleep(1)
            with c:
                c.notify()
                print notified
            await sleep(1)
            with c:
                c.notify()
                print notified
            await gather(a, b)

        a, b:
            with c:
                print waits
                await c.wait()
                print goes on
        ",
        expect![[r#"
            0.000  a  waits
            0.000  b  waits
            1.000  main  notified
            1.000  a  goes on
            2.000  main  notified
            2.000  b  goes on
            2.000  done
        "#]],
    );
}

#[test]
fn notify_several() {
    schedule(
        "
        c = Condition()

        main:
            spawn x, y, z
            await sleep(1)
            with c:
                c.notify(2)
            await sleep(1)
            with c:
                c.notify(5)
            await gather(x, y, z)

        x, y, z:
            with c:
                await c.wait()
                print goes on
        ",
        expect![[r#"
            1.000  x  goes on
            1.000  y  goes on
            2.000  z  goes on
            2.000  done
        "#]],
    );
}

#[test]
fn those_who_are_notified_take_the_lock_one_after_the_other() {
    schedule(
        "
        c = Condition()

        main:
            spawn x, y, z
            await sleep(1)
            with c:
                c.notify_all()
                print still holds the lock
                await sleep(1)
            await gather(x, y, z)

        x, y, z:
            with c:
                await c.wait()
                print goes on
                await sleep(1)
        ",
        expect![[r#"
            1.000  main  still holds the lock
            2.000  x  goes on
            3.000  y  goes on
            4.000  z  goes on
            5.000  done
        "#]],
    );
}

#[test]
fn a_word_that_nobody_waits_for_is_lost() {
    schedule(
        "
        c = Condition()

        main:
            with c:
                c.notify_all()
            spawn a
            await sleep(1)
            with c:
                print nobody has gone on
                c.notify()
            await a

        a:
            with c:
                await c.wait()
                print goes on
        ",
        expect![[r#"
            1.000  main  nobody has gone on
            1.000  a  goes on
            1.000  done
        "#]],
    );
}

#[test]
fn waiting_without_the_lock_is_an_error() {
    schedule(
        "
        c = Condition()

        main:
            try:
                await c.wait()
            except RuntimeError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  RuntimeError(cannot wait on un-acquired lock)
            0.000  done
        "#]],
    );
}

#[test]
fn notifying_without_the_lock_is_an_error() {
    schedule(
        "
        c = Condition()

        main:
            try:
                c.notify()
            except RuntimeError as e:
                print {e}
            try:
                c.notify_all()
            except RuntimeError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  RuntimeError(cannot notify on un-acquired lock)
            0.000  main  RuntimeError(cannot notify on un-acquired lock)
            0.000  done
        "#]],
    );
}

#[test]
fn wait_for_asks_its_question_at_each_word() {
    schedule(
        "
        c = Condition()
        n = 0

        main:
            spawn a
            repeat 3:
                await sleep(1)
                with c:
                    n = n + 1
                    c.notify_all()
            x = await a
            print {x}

        a:
            with c:
                x = await c.wait_for(enough)
                print {x}
                return x

        def enough:
            print asks, {n}
            return 1 < n
        ",
        expect![[r#"
            0.000  enough  asks, 0
            1.000  enough  asks, 1
            2.000  enough  asks, 2
            2.000  a  True
            3.000  main  True
            3.000  done
        "#]],
    );
}

#[test]
fn wait_for_what_is_so_is_no_suspension() {
    schedule(
        "
        c = Condition()

        main:
            spawn a
            with c:
                x = await c.wait_for(yes)
                print {x}
            await a

        def yes:
            return 'yes'

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  yes
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn a_question_that_fails_fails_the_wait() {
    schedule(
        "
        c = Condition()

        main:
            with c:
                try:
                    await c.wait_for(bad)
                except ValueError as e:
                    print {e} {c.locked()}

        def bad:
            raise ValueError('bad')
        ",
        expect![[r#"
            0.000  main  ValueError(bad) True
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_takes_the_lock_again_first() {
    schedule(
        "
        c = Condition()

        main:
            spawn a
            await sleep(1)
            await c.acquire()
            a.cancel()
            print asked
            await sleep(1)
            print gives the lock back
            c.release()
            await sleep(1)
            print {a.cancelled()}

        a:
            with c:
                try:
                    await c.wait()
                finally:
                    print has the lock, {c.locked()}
        ",
        expect![[r#"
            1.000  main  asked
            2.000  main  gives the lock back
            2.000  a  has the lock, True
            3.000  main  True
            3.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_was_notified_and_waits_for_the_lock() {
    schedule(
        "
        c = Condition()

        main:
            spawn a, b
            await sleep(1)
            with c:
                c.notify()
                await sleep(1)
                a.cancel()
                print cancelled a
                await sleep(1)
            await sleep(1)
            print {a.cancelled()} {b.done()}
            with c:
                c.notify()
            await b

        a, b:
            with c:
                await c.wait()
                print goes on
        ",
        expect![[r#"
            2.000  main  cancelled a
            3.000  b  goes on
            4.000  main  True True
            4.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_was_notified_passes_the_word_on() {
    schedule(
        "
        c = Condition()

        main:
            spawn a, b
            await sleep(1)
            with c:
                c.notify()
                a.cancel()
            await b
            print {a.cancelled()}

        a, b:
            with c:
                await c.wait()
                print goes on
        ",
        expect![[r#"
            1.000  b  goes on
            1.000  main  True
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_twice_while_the_lock_is_taken_again() {
    schedule(
        "
        c = Condition()

        main:
            spawn a
            await sleep(1)
            with c:
                a.cancel()
                await sleep(1)
                a.cancel()
                await sleep(1)
            try:
                await a
            except CancelledError:
                print {a.cancelling()} {c.locked()}

        a:
            with c:
                try:
                    await c.wait()
                finally:
                    print has the lock
        ",
        expect![[r#"
            3.000  a  has the lock
            3.000  main  2 False
            3.000  done
        "#]],
    );
}

#[test]
fn two_conditions_share_a_lock() {
    schedule(
        "
        l = Lock()
        c = Condition(l)
        d = Condition(l)

        main:
            spawn a, b
            await sleep(1)
            with l:
                d.notify()
            await sleep(1)
            with l:
                c.notify()
            await gather(a, b)

        a:
            with c:
                await c.wait()
                print a

        b:
            with d:
                await d.wait()
                print b
        ",
        expect![[r#"
            1.000  b  b
            2.000  a  a
            2.000  done
        "#]],
    );
}

#[test]
fn a_condition_within_a_time_limit() {
    schedule(
        "
        c = Condition()

        main:
            with c:
                try:
                    await wait_for(c.wait(), 1)
                except TimeoutError:
                    print too late, {c.locked()}
        ",
        expect![[r#"
            1.000  main  too late, True
            1.000  done
        "#]],
    );
}

#[test]
fn a_buffer_of_one() {
    schedule(
        "
        c = Condition()
        n = 0

        main:
            spawn producer, consumer
            await gather(producer, consumer)

        producer:
            repeat 3:
                with c:
                    await c.wait_for(empty)
                    n = 1
                    print puts
                    c.notify_all()

        consumer:
            repeat 3:
                with c:
                    await c.wait_for(full)
                    n = 0
                    print takes
                    c.notify_all()
                await sleep(1)

        def empty:
            return n == 0

        def full:
            return n == 1
        ",
        expect![[r#"
            0.000  producer  puts
            0.000  consumer  takes
            0.000  producer  puts
            1.000  consumer  takes
            1.000  producer  puts
            2.000  consumer  takes
            3.000  done
        "#]],
    );
}
