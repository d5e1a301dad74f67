//! `Semaphore`: so many at a time, first come first served.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_permit_goes_to_whoever_has_waited_longest() {
    schedule(
        "
        s = Semaphore(1)

        main:
            spawn a, b, c
            await gather(a, b, c)

        a, b, c:
            with s:
                print in
                await sleep(1)
        ",
        expect![[r#"
            0.000  a  in
            1.000  b  in
            2.000  c  in
            3.000  done
        "#]],
    );
}

#[test]
fn two_at_a_time() {
    schedule(
        "
        s = Semaphore(2)

        main:
            spawn a, b, c, d, e
            await gather(a, b, c, d, e)

        a, b, c, d, e:
            with s:
                print in
                await sleep(1)
            print out
        ",
        expect![[r#"
            0.000  a  in
            0.000  b  in
            1.000  a  out
            1.000  b  out
            1.000  c  in
            1.000  d  in
            2.000  c  out
            2.000  d  out
            2.000  e  in
            3.000  e  out
            3.000  done
        "#]],
    );
}

#[test]
fn a_free_permit_is_taken_without_suspending() {
    schedule(
        "
        s = Semaphore(1)

        main:
            spawn other
            await s.acquire()
            print {s.locked()}
            s.release()
            print {s.locked()}
            await other

        other:
            print has its turn
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  False
            0.000  other  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn a_newcomer_does_not_overtake_whoever_was_promised_the_permit() {
    schedule(
        "
        s = Semaphore(1)

        main:
            await s.acquire()
            spawn a
            await sleep(0)
            s.release()
            print released, {s.locked()}
            await s.acquire()
            print has it again

        a:
            await s.acquire()
            print in
            s.release()
        ",
        expect![[r#"
            0.000  main  released, True
            0.000  a  in
            0.000  main  has it again
            0.000  done
        "#]],
    );
}

#[test]
fn releasing_more_than_was_taken_raises_the_number_of_permits() {
    schedule(
        "
        s = Semaphore(0)

        main:
            spawn a, b, c
            await sleep(1)
            s.release()
            s.release()
            await sleep(1)
            print one is left
            s.release()
            await c

        a, b, c:
            await s.acquire()
            print in
        ",
        expect![[r#"
            1.000  a  in
            1.000  b  in
            2.000  main  one is left
            2.000  c  in
            2.000  done
        "#]],
    );
}

#[test]
fn a_bounded_semaphore_is_not_released_too_often() {
    schedule(
        "
        s = BoundedSemaphore(1)

        main:
            await s.acquire()
            s.release()
            try:
                s.release()
            except ValueError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  ValueError(BoundedSemaphore released too many times)
            0.000  done
        "#]],
    );
}

#[test]
fn a_semaphore_has_no_less_than_no_permits() {
    schedule(
        "
        main:
            try:
                s = Semaphore(-1)
            except ValueError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  ValueError(Semaphore initial value must be >= 0)
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_takes_it_out_of_the_line() {
    schedule(
        "
        s = Semaphore(1)

        main:
            spawn a, b, c
            await sleep(1)
            b.cancel()
            await gather(a, b, c, return_exceptions=True)
            print {s.locked()}

        a, b, c:
            with s:
                print in
                await sleep(2)
        ",
        expect![[r#"
            0.000  a  in
            2.000  c  in
            4.000  main  False
            4.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_was_promised_a_permit_passes_it_on() {
    schedule(
        "
        s = Semaphore(1)

        main:
            await s.acquire()
            spawn a, b
            await sleep(1)
            s.release()
            a.cancel()
            x = await gather(a, b, return_exceptions=True)
            print {x} {s.locked()}

        a, b:
            await s.acquire()
            print in
        ",
        expect![[r#"
            1.000  b  in
            1.000  main  [CancelledError(), None] True
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_the_only_one_who_was_promised_a_permit_puts_it_back() {
    schedule(
        "
        s = Semaphore(1)

        main:
            await s.acquire()
            spawn a
            await sleep(1)
            s.release()
            a.cancel()
            await sleep(0)
            await sleep(0)
            print {a.cancelled()} {s.locked()}

        a:
            await s.acquire()
        ",
        expect![[r#"
            1.000  main  True False
            1.000  done
        "#]],
    );
}

#[test]
fn two_releases_wake_two() {
    schedule(
        "
        s = Semaphore(0)

        main:
            spawn a, b, c
            await sleep(1)
            s.release()
            s.release()
            print released twice
            await sleep(1)
            c.cancel()

        a, b, c:
            await s.acquire()
            print in
        ",
        expect![[r#"
            1.000  main  released twice
            1.000  a  in
            1.000  b  in
            2.000  done
        "#]],
    );
}

#[test]
fn a_release_while_one_is_cancelled_reaches_the_next() {
    schedule(
        "
        s = Semaphore(0)

        main:
            spawn a, b
            await sleep(1)
            a.cancel()
            s.release()
            await b
            print {a.cancelled()}

        a, b:
            await s.acquire()
            print in
        ",
        expect![[r#"
            1.000  b  in
            1.000  main  True
            1.000  done
        "#]],
    );
}

#[test]
fn a_permit_released_by_a_cancelled_holder_goes_on() {
    schedule(
        "
        s = Semaphore(1)

        main:
            spawn a, b
            await sleep(1)
            a.cancel()
            await b

        a, b:
            with s:
                print in
                await sleep(5)
        ",
        expect![[r#"
            0.000  a  in
            1.000  b  in
            6.000  done
        "#]],
    );
}

#[test]
fn a_semaphore_within_a_time_limit() {
    schedule(
        "
        s = Semaphore(1)

        main:
            spawn a
            await sleep(0)
            try:
                with timeout(1):
                    with s:
                        print never
            except TimeoutError:
                print too late
            await a
            print {s.locked()}

        a:
            with s:
                await sleep(3)
        ",
        expect![[r#"
            1.000  main  too late
            3.000  main  False
            3.000  done
        "#]],
    );
}

#[test]
fn three_waiters_two_permits_and_a_cancellation_in_one_iteration() {
    schedule(
        "
        s = Semaphore(0)

        main:
            spawn a, b, c
            await sleep(0)
            s.release()
            s.release()
            a.cancel()
            b.cancel()
            await sleep(0)
            await sleep(0)
            print {a.cancelled()} {b.cancelled()} {c.done()} {s.locked()}

        a, b, c:
            await s.acquire()
            print in
        ",
        expect![[r#"
            0.000  c  in
            0.000  main  True True True False
            0.000  done
        "#]],
    );
}
