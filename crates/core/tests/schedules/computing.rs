//! Computing that takes time. CPython on the ideal machine computes in no time, so it is not asked here.

use expect_test::expect;

use crate::schedule_beyond_cpython;
use crate::support::standstill::Standstill;

#[test]
fn who_computes_alone_is_never_interrupted() {
    schedule_beyond_cpython(
        "
        main:
            compute(0.012)
            print {thread_time()} {process_time()}
            await sleep(1)
            print {thread_time()} {process_time()}
        ",
        expect![[r#"
            0.012  main  0.012 0.012
            1.012  main  0.012 0.012
            1.012  done
        "#]],
    );
}

#[test]
fn threads_take_turns_of_five_milliseconds() {
    schedule_beyond_cpython(
        "
        def program:
            first = start_thread(computes)
            second = start_thread(computes)
            compute(0.003)
            print {thread_time()} of {process_time()}
            first.join()
            second.join()
            print {thread_time()} of {process_time()}

        def computes:
            compute(0.004)
            print half
            compute(0.004)
            print whole {thread_time()} of {process_time()}
        ",
        expect![[r#"
            0.004  computes  half
            0.008  computes  whole 0.008 of 0.008
            0.012  computes  half
            0.016  program  0.003 of 0.016
            0.019  computes  whole 0.008 of 0.019
            0.019  program  0.003 of 0.019
            0.019  done
        "#]],
    );
}

#[test]
fn who_wakes_waits_for_its_turn_while_another_computes() {
    schedule_beyond_cpython(
        "
        def program:
            helper = start_thread(naps)
            compute(0.02)
            print computed
            helper.join()

        def naps:
            block(0.001)
            print wakes
            block(0.001)
            print wakes again
        ",
        expect![[r#"
            0.006  naps  wakes
            0.012  naps  wakes again
            0.020  program  computed
            0.020  done
        "#]],
    );
}

#[test]
fn processes_compute_at_the_same_time() {
    schedule_beyond_cpython(
        "
        pool = ProcessPool(2)

        main:
            first = run_in_executor(pool, computes)
            second = run_in_executor(pool, computes)
            compute(0.01)
            print {thread_time()} of {process_time()}
            await gather(first, second)
            print {thread_time()} of {process_time()}

        def computes:
            compute(0.03)
            print {thread_time()} of {process_time()}
        ",
        expect![[r#"
            0.010  main  0.01 of 0.01
            0.030  computes  0.03 of 0.03
            0.030  computes  0.03 of 0.03
            0.030  main  0.01 of 0.01
            0.030  done
        "#]],
    );
}

#[test]
fn a_process_hands_its_lock_over_while_others_compute() {
    schedule_beyond_cpython(
        "
        pool = ProcessPool(1)

        def program:
            job = pool.submit(computes)
            helper = start_thread(helps)
            compute(0.012)
            print main has computed
            helper.join()
            job.result()
            print {process_time()}

        def computes:
            compute(0.02)
            print the process has computed

        def helps:
            compute(0.012)
            print helper has computed
        ",
        expect![[r#"
            0.020  computes  the process has computed
            0.022  helps  helper has computed
            0.024  program  main has computed
            0.024  program  0.024
            0.024  done
        "#]],
    );
}

#[test]
fn who_stands_still_gives_nobody_a_turn() {
    let mut still = Standstill::of(
        "
        def program:
            helper = start_thread(helps)
            print now
            print goes on
            helper.join()

        def helps:
            block(1)
            print helps
        ",
    );
    still.machine.stand_still(2_000_000_000);
    still.machine.stand_still(-1);
    expect![[r#"
        2.000  program  goes on
        2.000  helps  helps
        2.000  done
    "#]]
    .assert_eq(&still.rest());
}

#[test]
fn who_sleeps_past_the_end_of_time_has_reached_the_limit() {
    schedule_beyond_cpython(
        "
        def program:
            block(1)
            block(inf)
            print never
        ",
        expect![[r#"
            1.000  limit
        "#]],
    );
}
