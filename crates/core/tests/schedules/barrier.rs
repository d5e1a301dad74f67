//! `Barrier`: all go on when the last has come; and what breaks it.

use expect_test::expect;

use crate::schedule;

#[test]
fn all_go_on_when_the_last_has_come() {
    schedule(
        "
        x = Barrier(3)

        main:
            spawn a, b, c
            await gather(a, b, c)

        a:
            await sleep(1)
            print comes
            i = await x.wait()
            print goes on

        b:
            await sleep(3)
            print comes
            i = await x.wait()
            print goes on

        c:
            print comes
            i = await x.wait()
            print goes on
        ",
        expect![[r#"
            0.000  c  comes
            1.000  a  comes
            3.000  b  comes
            3.000  b  goes on
            3.000  c  goes on
            3.000  a  goes on
            3.000  done
        "#]],
    );
}

#[test]
fn each_gets_its_number() {
    schedule(
        "
        x = Barrier(3)

        main:
            spawn a, b, c
            r = await gather(a, b, c)
            print {r}

        a, b, c:
            with x as i:
                return i
        ",
        expect![[r#"
            0.000  main  [0, 1, 2]
            0.000  done
        "#]],
    );
}

#[test]
fn a_barrier_can_be_used_again() {
    schedule(
        "
        x = Barrier(2)

        main:
            spawn a, b
            await gather(a, b)

        a:
            repeat 3:
                await x.wait()
                print goes on
                await sleep(1)

        b:
            repeat 3:
                await x.wait()
                print goes on
                await sleep(2)
        ",
        expect![[r#"
            0.000  b  goes on
            0.000  a  goes on
            2.000  b  goes on
            2.000  a  goes on
            4.000  b  goes on
            4.000  a  goes on
            6.000  done
        "#]],
    );
}

#[test]
fn a_barrier_of_one_lets_everybody_pass() {
    schedule(
        "
        x = Barrier(1)

        main:
            spawn a
            i = await x.wait()
            print {i}
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  0
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn a_barrier_of_none_is_an_error() {
    schedule(
        "
        main:
            try:
                x = Barrier(0)
            except ValueError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  ValueError(parties must be > 0)
            0.000  done
        "#]],
    );
}

#[test]
fn the_next_round_waits_until_the_last_one_has_drained() {
    schedule(
        "
        x = Barrier(2)

        main:
            spawn a, b, c, d
            await gather(a, b, c, d)

        a, b, c, d:
            await x.wait()
            print goes on
        ",
        expect![[r#"
            0.000  b  goes on
            0.000  a  goes on
            0.000  d  goes on
            0.000  c  goes on
            0.000  done
        "#]],
    );
}

#[test]
fn how_many_wait() {
    schedule(
        "
        x = Barrier(3)

        main:
            spawn a, b
            await sleep(1)
            print {x.n_waiting} of {x.parties}
            await x.wait()
            print {x.n_waiting} of {x.parties}
            await gather(a, b)

        a, b:
            await x.wait()
            print {x.n_waiting} left
        ",
        expect![[r#"
            1.000  main  2 of 3
            1.000  main  0 of 3
            1.000  a  0 left
            1.000  b  0 left
            1.000  done
        "#]],
    );
}

#[test]
fn aborting_breaks_the_barrier_for_all() {
    schedule(
        "
        x = Barrier(3)

        main:
            spawn a, b
            await sleep(1)
            await x.abort()
            print aborted {x.broken}
            await gather(a, b)
            try:
                await x.wait()
            except BrokenBarrierError as e:
                print {e}

        a, b:
            try:
                await x.wait()
            except BrokenBarrierError as e:
                print {e}
        ",
        expect![[r#"
            1.000  main  aborted True
            1.000  a  BrokenBarrierError(Abort or reset of barrier)
            1.000  b  BrokenBarrierError(Abort or reset of barrier)
            1.000  main  BrokenBarrierError(Barrier aborted)
            1.000  done
        "#]],
    );
}

#[test]
fn a_broken_barrier_can_be_reset() {
    schedule(
        "
        x = Barrier(2)

        main:
            await x.abort()
            await x.reset()
            print {x.broken}
            spawn a
            await x.wait()
            print goes on
            await a

        a:
            await x.wait()
            print goes on
        ",
        expect![[r#"
            0.000  main  False
            0.000  a  goes on
            0.000  main  goes on
            0.000  done
        "#]],
    );
}

#[test]
fn resetting_a_barrier_that_nobody_waits_for_is_nothing() {
    schedule(
        "
        x = Barrier(2)

        main:
            await x.reset()
            print {x.broken} {x.n_waiting}
        ",
        expect![[r#"
            0.000  main  False 0
            0.000  done
        "#]],
    );
}

#[test]
fn resetting_breaks_those_who_wait_and_then_it_is_new() {
    schedule(
        "
        x = Barrier(3)

        main:
            spawn a, b
            await sleep(1)
            await x.reset()
            print reset
            await gather(a, b)
            print {x.broken}

        a, b:
            try:
                await x.wait()
            except BrokenBarrierError as e:
                print {e}
        ",
        expect![[r#"
            1.000  main  reset
            1.000  a  BrokenBarrierError(Abort or reset of barrier)
            1.000  b  BrokenBarrierError(Abort or reset of barrier)
            1.000  main  False
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_leaves_the_barrier_whole() {
    schedule(
        "
        x = Barrier(2)

        main:
            spawn a
            await sleep(1)
            a.cancel()
            await sleep(1)
            print {x.broken} {x.n_waiting}
            spawn b, c
            await gather(b, c)

        a, b, c:
            await x.wait()
            print goes on
        ",
        expect![[r#"
            2.000  main  False 0
            2.000  c  goes on
            2.000  b  goes on
            2.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_drains() {
    schedule(
        "
        x = Barrier(2)

        main:
            spawn a, b
            await sleep(0)
            a.cancel()
            await sleep(1)
            print {a.cancelled()} {b.done()} {x.n_waiting} {x.broken}

        a, b:
            await x.wait()
            print goes on
        ",
        expect![[r#"
            0.000  b  goes on
            1.000  main  True True 0 False
            1.000  done
        "#]],
    );
}

#[test]
fn coming_while_it_is_being_reset() {
    schedule(
        "
        x = Barrier(3)

        main:
            spawn a, b
            await sleep(1)
            spawn r, d
            await gather(a, b, r)
            print {x.n_waiting} {x.broken}
            d.cancel()

        a, b, d:
            try:
                await x.wait()
                print goes on
            except BrokenBarrierError as e:
                print {e}

        r:
            await x.reset()
            print reset
        ",
        expect![[r#"
            1.000  r  reset
            1.000  a  BrokenBarrierError(Abort or reset of barrier)
            1.000  b  BrokenBarrierError(Abort or reset of barrier)
            1.000  main  1 False
            1.000  done
        "#]],
    );
}

#[test]
fn a_barrier_within_a_time_limit() {
    schedule(
        "
        x = Barrier(2)

        main:
            try:
                with timeout(1):
                    await x.wait()
            except TimeoutError:
                print too late, {x.broken} {x.n_waiting}
        ",
        expect![[r#"
            1.000  main  too late, False 0
            1.000  done
        "#]],
    );
}

#[test]
fn resetting_while_it_drains() {
    schedule(
        "
        x = Barrier(2)

        main:
            spawn a, b, r, c
            await gather(a, b, r, return_exceptions=True)
            print {x.n_waiting} {x.broken}
            c.cancel()

        a, b, c:
            try:
                await x.wait()
                print goes on
            except BrokenBarrierError as e:
                print {e}

        r:
            await x.reset()
            print reset
        ",
        expect![[r#"
            0.000  b  goes on
            0.000  r  reset
            0.000  a  BrokenBarrierError(Abort or reset of barrier)
            0.000  main  1 False
            0.000  done
        "#]],
    );
}

#[test]
fn aborting_while_it_drains() {
    schedule(
        "
        x = Barrier(2)

        main:
            spawn a, b, r, c
            await gather(a, b, r, c)
            print {x.n_waiting} {x.broken}

        a, b, c:
            try:
                await x.wait()
                print goes on
            except BrokenBarrierError as e:
                print {e}

        r:
            await x.abort()
            print aborted
        ",
        expect![[r#"
            0.000  b  goes on
            0.000  r  aborted
            0.000  c  BrokenBarrierError(Barrier aborted)
            0.000  a  BrokenBarrierError(Abort or reset of barrier)
            0.000  main  0 True
            0.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_for_the_last_round_to_drain() {
    schedule(
        "
        x = Barrier(2)

        main:
            spawn a, b, c
            await sleep(0)
            c.cancel()
            await sleep(1)
            print {c.cancelled()} {x.n_waiting}

        a, b, c:
            await x.wait()
            print goes on
        ",
        expect![[r#"
            0.000  b  goes on
            0.000  a  goes on
            1.000  main  True 0
            1.000  done
        "#]],
    );
}
