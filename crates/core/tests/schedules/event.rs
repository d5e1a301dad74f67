//! `Event`: a flag that many can wait for.

use expect_test::expect;

use crate::schedule;

#[test]
fn all_who_wait_go_on_when_the_event_is_set() {
    schedule(
        "
        e = Event()

        main:
            spawn a, b, c
            await sleep(1)
            e.set()
            print set
            await gather(a, b, c)

        a, b, c:
            print waits
            await e.wait()
            print goes on
        ",
        expect![[r#"
            0.000  a  waits
            0.000  b  waits
            0.000  c  waits
            1.000  main  set
            1.000  a  goes on
            1.000  b  goes on
            1.000  c  goes on
            1.000  done
        "#]],
    );
}

#[test]
fn waiting_for_an_event_that_is_set_is_no_suspension() {
    schedule(
        "
        e = Event()

        main:
            e.set()
            spawn a
            x = await e.wait()
            print {x} at once
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  True at once
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn setting_and_clearing_in_one_go_still_wakes_those_who_waited() {
    schedule(
        "
        e = Event()

        main:
            spawn a
            await sleep(1)
            e.set()
            e.clear()
            print {e.is_set()}
            await a

        a:
            x = await e.wait()
            print goes on, {e.is_set()}
        ",
        expect![[r#"
            1.000  main  False
            1.000  a  goes on, False
            1.000  done
        "#]],
    );
}

#[test]
fn an_event_can_be_set_again_and_again() {
    schedule(
        "
        e = Event()

        main:
            spawn a
            repeat 3:
                await sleep(1)
                e.set()
                e.clear()
            await sleep(1)
            a.cancel()

        a:
            while True:
                await e.wait()
                print once more
        ",
        expect![[r#"
            1.000  a  once more
            2.000  a  once more
            3.000  a  once more
            4.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_does_not_disturb_the_others() {
    schedule(
        "
        e = Event()

        main:
            spawn a, b
            await sleep(1)
            a.cancel()
            await sleep(1)
            e.set()
            await b
            print {a.cancelled()}

        a, b:
            await e.wait()
            print goes on
        ",
        expect![[r#"
            2.000  b  goes on
            2.000  main  True
            2.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_whom_the_event_has_woken() {
    schedule(
        "
        e = Event()

        main:
            spawn a
            await sleep(1)
            e.set()
            a.cancel()
            try:
                await a
            except CancelledError:
                print cancelled

        a:
            await e.wait()
            print never
        ",
        expect![[r#"
            1.000  main  cancelled
            1.000  done
        "#]],
    );
}

#[test]
fn setting_a_set_event_is_nothing() {
    schedule(
        "
        e = Event()

        main:
            e.set()
            e.set()
            print {e.is_set()}
            e.clear()
            e.clear()
            print {e.is_set()}
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  False
            0.000  done
        "#]],
    );
}

#[test]
fn one_who_goes_on_can_clear_the_event_before_the_next_one_sees_it() {
    schedule(
        "
        e = Event()

        main:
            spawn a, b
            await sleep(1)
            e.set()
            await gather(a, b)

        a, b:
            await e.wait()
            print saw {e.is_set()}
            e.clear()
        ",
        expect![[r#"
            1.000  a  saw True
            1.000  b  saw False
            1.000  done
        "#]],
    );
}

#[test]
fn an_event_belongs_to_the_loop_in_which_somebody_first_waited_for_it() {
    schedule(
        "
        e = Event()

        def program:
            run(first())
            run(second())

        first:
            call_later(1, ring)
            await e.wait()
            print first
            e.clear()

        def ring:
            e.set()

        second:
            try:
                await e.wait()
            except RuntimeError:
                print refused
        ",
        expect![[r#"
            1.000  first  first
            1.000  second  refused
            1.000  done
        "#]],
    );
}
