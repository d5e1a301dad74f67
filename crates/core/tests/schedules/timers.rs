//! Timers: ties, hairs, blocking calls, loops that spin, and what is never due.

use expect_test::expect;

use crate::{schedule, schedule_beyond_cpython};

#[test]
fn timers_fire_in_the_order_of_their_times() {
    schedule(
        "
        main:
            spawn a, b, c
            await gather(a, b, c)

        a:
            await sleep(3)
            print three

        b:
            await sleep(1)
            print one

        c:
            await sleep(2)
            print two
        ",
        expect![[r#"
            1.000  b  one
            2.000  c  two
            3.000  a  three
            3.000  done
        "#]],
    );
}

#[test]
fn timers_of_the_same_time_fire_in_the_order_of_creation_in_one_iteration() {
    schedule(
        "
        main:
            spawn a, b, c
            await gather(a, b, c)

        a, b, c:
            await sleep(1)
            print one
            await sleep(1)
            print two
        ",
        expect![[r#"
            1.000  a  one
            1.000  b  one
            1.000  c  one
            2.000  a  two
            2.000  b  two
            2.000  c  two
            2.000  done
        "#]],
    );
}

#[test]
fn eleven_equal_sleeps_end_in_the_order_in_which_they_began() {
    schedule(
        "
        main:
            spawn a, b, c, d, e, f, g, h, i, j, k
            await gather(a, b, c, d, e, f, g, h, i, j, k)

        a, b, c, d, e, f, g, h, i, j, k:
            await sleep(1)
            print up
        ",
        expect![[r#"
            1.000  a  up
            1.000  b  up
            1.000  c  up
            1.000  d  up
            1.000  e  up
            1.000  f  up
            1.000  g  up
            1.000  h  up
            1.000  i  up
            1.000  j  up
            1.000  k  up
            1.000  done
        "#]],
    );
}

#[test]
fn each_wake_up_costs_a_hair_so_eight_short_sleeps_end_just_after_a_long_one() {
    schedule(
        "
        main:
            spawn short, long
            await gather(short, long)

        short:
            repeat 8:
                await sleep(0.25)
            print after eight quarters

        long:
            await sleep(2)
            print after two
        ",
        expect![[r#"
            2.000  long  after two
            2.000  short  after eight quarters
            2.000  done
        "#]],
    );
}

#[test]
fn a_chain_of_fewer_sleeps_ends_before_a_chain_of_more() {
    schedule(
        "
        main:
            spawn four, two, one
            await gather(four, two, one)

        four:
            repeat 4:
                await sleep(0.5)
            print four

        two:
            repeat 2:
                await sleep(1)
            print two

        one:
            await sleep(2)
            print one
        ",
        expect![[r#"
            2.000  one  one
            2.000  two  two
            2.000  four  four
            2.000  done
        "#]],
    );
}

#[test]
fn no_float_decides_an_order() {
    schedule(
        "
        main:
            spawn a, b
            await gather(a, b)

        a:
            await sleep(0.7)
            await sleep(0.1)
            print at {time()}

        b:
            await sleep(0.8)
            print at {time()}
        ",
        expect![[r#"
            0.800  b  at 0.8
            0.800  a  at 0.8
            0.800  done
        "#]],
    );
}

#[test]
fn a_tenth_and_two_tenths_are_three_tenths() {
    schedule(
        "
        main:
            await sleep(0.1)
            await sleep(0.2)
            print {time()}
        ",
        expect![[r#"
            0.300  main  0.3
            0.300  done
        "#]],
    );
}

#[test]
fn less_than_half_a_nanosecond_takes_one() {
    schedule(
        "
        main:
            spawn a
            await sleep(0.0000000001)
            print back

        a:
            await sleep(0)
            print one
            await sleep(0)
            print two
        ",
        expect![[r#"
            0.000  a  one
            0.000  a  two
            0.000000001  main  back
            0.000000001  done
        "#]],
    );
}

// CPython adds floats; what differs by less than a nanosecond is outside the comparison.
#[test]
fn half_a_nanosecond_is_rounded_to_the_even() {
    schedule_beyond_cpython(
        "
        main:
            await sleep(0.0000000015)
            print one
            await sleep(0.0000000025)
            print two
        ",
        expect![[r#"
            0.000000002  main  one
            0.000000004  main  two
            0.000000004  done
        "#]],
    );
}

#[test]
fn blocking_moves_the_clock_and_nothing_else_runs() {
    schedule(
        "
        main:
            spawn a
            await sleep(0)
            print blocks
            block(3)
            print blocked
            await a

        a:
            await sleep(1)
            print late
        ",
        expect![[r#"
            0.000  main  blocks
            3.000  main  blocked
            3.000  a  late
            3.000  done
        "#]],
    );
}

#[test]
fn timers_that_fell_due_while_the_loop_was_blocked_fire_together_in_their_order() {
    schedule(
        "
        main:
            spawn a, b, c
            await sleep(0)
            block(5)
            print unblocks
            await gather(a, b, c)

        a:
            await sleep(3)
            print three

        b:
            await sleep(1)
            print one

        c:
            await sleep(2)
            print two
        ",
        expect![[r#"
            5.000  main  unblocks
            5.000  b  one
            5.000  c  two
            5.000  a  three
            5.000  done
        "#]],
    );
}

#[test]
fn what_is_ready_goes_before_timers_that_fell_due_meanwhile() {
    schedule(
        "
        main:
            spawn a, b
            await gather(a, b)

        a:
            await sleep(1)
            print timer

        b:
            await sleep(0)
            block(2)
            print blocked
            await sleep(0)
            print next turn
        ",
        expect![[r#"
            2.000  b  blocked
            2.000  b  next turn
            2.000  a  timer
            2.000  done
        "#]],
    );
}

#[test]
fn a_timer_set_after_blocking_counts_from_then() {
    schedule(
        "
        main:
            spawn a
            block(1)
            await sleep(1)
            print two
            await a

        a:
            await sleep(1)
            print two as well
        ",
        expect![[r#"
            2.000  main  two
            2.000  a  two as well
            2.000  done
        "#]],
    );
}

#[test]
fn blocking_costs_no_hair() {
    schedule(
        "
        main:
            spawn a, b
            await gather(a, b)

        a:
            block(1)
            await sleep(1)
            print a at {time()}

        b:
            await sleep(1)
            print b at {time()}
        ",
        expect![[r#"
            2.000  a  a at 2
            2.000  b  b at 2
            2.000  done
        "#]],
    );
}

#[test]
fn a_timer_that_falls_due_exactly_when_blocking_ends_fires() {
    schedule(
        "
        main:
            spawn a
            await sleep(0)
            block(1)
            await sleep(0)
            print one
            await sleep(0)
            print two

        a:
            await sleep(1)
            print timer
        ",
        expect![[r#"
            1.000  main  one
            1.000  main  two
            1.000  a  timer
            1.000  done
        "#]],
    );
}

#[test]
fn blocking_for_no_time_is_nothing() {
    schedule(
        "
        main:
            spawn a
            block(0)
            print goes on
            await a

        a:
            print turn
        ",
        expect![[r#"
            0.000  main  goes on
            0.000  a  turn
            0.000  done
        "#]],
    );
}

#[test]
fn an_infinite_delay_is_never_due() {
    schedule(
        "
        main:
            x = call_later(inf, f)
            await sleep(1)
            print end
            x.cancel()

        def f:
            print never
        ",
        expect![[r#"
            1.000  main  end
            1.000  done
        "#]],
    );
}

#[test]
fn a_loop_with_nothing_but_an_infinite_sleep_is_deadlocked() {
    schedule(
        "
        main:
            print waits
            await sleep(inf)
        ",
        expect![[r#"
            0.000  main  waits
            0.000  deadlock
        "#]],
    );
}

#[test]
fn a_timer_due_in_a_century_is_due() {
    schedule(
        "
        main:
            await sleep(3000000000)
            print there
        ",
        expect![[r#"
            3000000000.000  main  there
            3000000000.000  done
        "#]],
    );
}

#[test]
fn a_loop_that_spins_has_its_clock_turned_to_the_first_timer() {
    schedule(
        "
        main:
            spawn a
            while not a.done():
                await sleep(0)
            print a is done

        a:
            await sleep(1)
            print up
        ",
        expect![[r#"
            1.000  a  up
            1.000  main  a is done
            1.000  done
        "#]],
    );
}

#[test]
fn a_loop_that_spins_has_its_clock_turned_again() {
    schedule(
        "
        main:
            spawn a
            while not a.done():
                await sleep(0)
            print a is done

        a:
            repeat 3:
                await sleep(1)
                print up
        ",
        expect![[r#"
            1.000  a  up
            2.000  a  up
            3.000  a  up
            3.000  main  a is done
            3.000  done
        "#]],
    );
}

#[test]
fn cancelled_timers_do_not_turn_the_clock() {
    schedule(
        "
        main:
            x = call_later(1, f)
            y = call_later(2, f)
            x.cancel()
            await sleep(3)
            print end

        def f:
            print called
        ",
        expect![[r#"
            2.000  f  called
            3.000  main  end
            3.000  done
        "#]],
    );
}

#[test]
fn many_cancelled_timers_are_cleared_away() {
    schedule(
        "
        main:
            repeat 300:
                x = call_later(1, f)
                x.cancel()
            call_later(1, f)
            await sleep(2)

        def f:
            print called once
        ",
        expect![[r#"
            1.000  f  called once
            2.000  done
        "#]],
    );
}

#[test]
fn a_sleep_within_a_callback_chain_keeps_the_order_of_hairs() {
    schedule(
        "
        main:
            call_later(1, f)
            call_later(2, h)
            await sleep(3)

        def f:
            print f
            call_later(1, g)

        def g:
            print g, later by a hair

        def h:
            print h
        ",
        expect![[r#"
            1.000  f  f
            2.000  h  h
            2.000  g  g, later by a hair
            3.000  done
        "#]],
    );
}

#[test]
fn timers_in_the_same_nanosecond_with_more_hairs_wait_until_the_loop_is_idle() {
    schedule(
        "
        main:
            spawn a, b
            await gather(a, b)

        a:
            await sleep(1)
            await sleep(1)
            print chain
            await sleep(0)
            print chain, next turn

        b:
            await sleep(2)
            print single
            await sleep(0)
            print single, next turn
            await sleep(0)
            print single, third turn
        ",
        expect![[r#"
            2.000  b  single
            2.000  b  single, next turn
            2.000  b  single, third turn
            2.000  a  chain
            2.000  a  chain, next turn
            2.000  done
        "#]],
    );
}

#[test]
fn no_number_is_no_delay() {
    schedule(
        "
        main:
            try:
                await sleep(nan)
            except ValueError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  ValueError(Invalid delay: NaN (not a number))
            0.000  done
        "#]],
    );
}

#[test]
fn a_timer_knows_when_it_is_due() {
    schedule(
        "
        main:
            await sleep(1)
            x = call_later(2.5, f)
            print {x.when()}
            x = call_at(9, f)
            print {x.when()}
            x.cancel()
            print {x.when()}
            await sleep(5)

        def f:
            print once
        ",
        expect![[r#"
            1.000  main  3.5
            1.000  main  9
            1.000  main  9
            3.500  f  once
            6.000  done
        "#]],
    );
}
