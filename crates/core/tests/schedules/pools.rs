//! Pools of threads: workers and their jobs, and how the results reach the loop.

use expect_test::expect;
use interleave_core::Stop;
use interleave_trace::ThreadId;

use crate::schedule;
use crate::support::standstill::Standstill;
use crate::support::values::Value;

#[test]
fn a_job_in_a_pool_blocks_its_thread_and_not_the_loop() {
    schedule(
        "
        main:
            spawn ticks
            x = await to_thread(job)
            print got {x}
            await ticks

        def job:
            block(2.5)
            print job ends
            return 5

        ticks:
            repeat 4:
                print tick
                await sleep(1)
        ",
        expect![[r#"
            0.000  ticks  tick
            1.000  ticks  tick
            2.000  ticks  tick
            2.500  job  job ends
            2.500  main  got 5
            3.000  ticks  tick
            4.000  done
        "#]],
    );
}

#[test]
fn a_job_begins_at_once_and_runs_until_it_blocks() {
    schedule(
        "
        main:
            x = run_in_executor(None, job)
            print submitted
            await x

        def job:
            print begins
            block(1)
            print ends
        ",
        expect![[r#"
            0.000  job  begins
            0.000  main  submitted
            1.000  job  ends
            1.000  done
        "#]],
    );
}

#[test]
fn a_job_that_does_not_block_ends_before_its_giver_goes_on() {
    schedule(
        "
        main:
            x = run_in_executor(None, job)
            print goes on, {x.done()}
            await x
            print {x.done()}

        def job:
            print all of it
        ",
        expect![[r#"
            0.000  job  all of it
            0.000  main  goes on, False
            0.000  main  True
            0.000  done
        "#]],
    );
}

#[test]
fn an_exception_of_a_job_comes_out_of_its_future() {
    schedule(
        "
        main:
            try:
                await to_thread(job)
            except ValueError as e:
                print {e}

        def job:
            block(1)
            raise ValueError('no')
        ",
        expect![[r#"
            1.000  main  ValueError(no)
            1.000  done
        "#]],
    );
}

#[test]
fn a_pool_with_one_worker_does_one_job_after_the_other() {
    schedule(
        "
        main:
            p = Pool(1)
            a = run_in_executor(p, one)
            b = run_in_executor(p, two)
            c = run_in_executor(p, three)
            await gather(a, b, c)
            print end

        def one, two, three:
            print begins
            block(1)
            print ends
        ",
        expect![[r#"
            0.000  one  begins
            1.000  one  ends
            1.000  two  begins
            2.000  two  ends
            2.000  three  begins
            3.000  three  ends
            3.000  main  end
            3.000  done
        "#]],
    );
}

#[test]
fn a_pool_with_two_workers_does_two_jobs_at_a_time() {
    schedule(
        "
        main:
            p = Pool(2)
            a = run_in_executor(p, one)
            b = run_in_executor(p, two)
            c = run_in_executor(p, three)
            await gather(a, b, c)
            print end

        def one, two, three:
            print begins
            block(1)
            print ends
        ",
        expect![[r#"
            0.000  one  begins
            0.000  two  begins
            1.000  one  ends
            1.000  three  begins
            1.000  two  ends
            2.000  three  ends
            2.000  main  end
            2.000  done
        "#]],
    );
}

#[test]
fn the_default_pool_has_twelve_workers() {
    schedule(
        "
        main:
            await gather(to_thread(j1), to_thread(j2), to_thread(j3), to_thread(j4), to_thread(j5), to_thread(j6), to_thread(j7), to_thread(j8), to_thread(j9), to_thread(j10), to_thread(j11), to_thread(j12), to_thread(j13), to_thread(j14))

        def j1, j2, j3, j4, j5, j6, j7, j8, j9, j10, j11, j12, j13, j14:
            block(1)
            print ends
        ",
        expect![[r#"
            1.000  j1  ends
            1.000  j2  ends
            1.000  j3  ends
            1.000  j4  ends
            1.000  j5  ends
            1.000  j6  ends
            1.000  j7  ends
            1.000  j8  ends
            1.000  j9  ends
            1.000  j10  ends
            1.000  j11  ends
            1.000  j12  ends
            2.000  j13  ends
            2.000  j14  ends
            2.000  done
        "#]],
    );
}

#[test]
fn a_worker_that_is_free_again_takes_the_next_job() {
    schedule(
        "
        main:
            p = Pool(2)
            await run_in_executor(p, one)
            await run_in_executor(p, two)
            print end

        def one, two:
            print begins
            block(1)
        ",
        expect![[r#"
            0.000  one  begins
            1.000  two  begins
            2.000  main  end
            2.000  done
        "#]],
    );
}

#[test]
fn a_job_that_no_worker_has_begun_can_be_cancelled() {
    schedule(
        "
        main:
            p = Pool(1)
            a = run_in_executor(p, one)
            b = run_in_executor(p, two)
            print {b.cancel()}
            try:
                await b
            except CancelledError:
                print two is cancelled
            await a

        def one:
            block(1)
            print one ends

        def two:
            print never
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  two is cancelled
            1.000  one  one ends
            1.000  done
        "#]],
    );
}

#[test]
fn a_job_that_has_begun_goes_on_when_its_future_is_cancelled() {
    schedule(
        "
        main:
            a = run_in_executor(None, one)
            print {a.cancel()}
            try:
                await a
            except CancelledError:
                print cancelled here
            await sleep(2)

        def one:
            block(1)
            print one ends
        ",
        expect![[r#"
            0.000  main  True
            0.000  main  cancelled here
            1.000  one  one ends
            2.000  done
        "#]],
    );
}

#[test]
fn run_waits_for_the_default_pool() {
    schedule(
        "
        main:
            x = run_in_executor(None, job)
            print main ends

        def job:
            block(3)
            print job ends
        ",
        expect![[r#"
            0.000  main  main ends
            3.000  job  job ends
            3.000  done
        "#]],
    );
}

#[test]
fn the_program_waits_for_the_threads_of_a_pool_that_was_not_shut_down() {
    schedule(
        "
        main:
            p = Pool(1)
            x = run_in_executor(p, job)
            print main ends

        def job:
            block(3)
            print job ends
        ",
        expect![[r#"
            0.000  main  main ends
            0.000  done
            3.000  job  job ends
        "#]],
    );
}

#[test]
fn cancelling_whoever_awaits_a_thread_does_not_stop_it() {
    schedule(
        "
        main:
            spawn a
            await sleep(1)
            a.cancel()
            try:
                await a
            except CancelledError:
                print a is cancelled

        a:
            await to_thread(work)

        def work:
            block(3)
            print work ends
        ",
        expect![[r#"
            1.000  main  a is cancelled
            3.000  work  work ends
            3.000  done
        "#]],
    );
}

#[test]
fn the_result_of_a_job_submitted_without_a_loop() {
    schedule(
        "
        def program:
            p = Pool(1)
            x = p.submit(work)
            print waits
            y = x.result()
            print {y}

        def work:
            block(1)
            return 5
        ",
        expect![[r#"
            0.000  program  waits
            1.000  program  5
            1.000  done
        "#]],
    );
}

#[test]
fn shutting_a_pool_down_waits_for_its_jobs() {
    schedule(
        "
        def program:
            p = Pool(1)
            x = p.submit(one)
            y = p.submit(two)
            p.shutdown()
            print end

        def one, two:
            block(1)
            print ends
        ",
        expect![[r#"
            1.000  one  ends
            2.000  two  ends
            2.000  program  end
            2.000  done
        "#]],
    );
}

#[test]
fn shutting_a_pool_down_can_cancel_its_jobs() {
    schedule(
        "
        def program:
            p = Pool(1)
            x = p.submit(one)
            y = p.submit(two)
            p.shutdown(cancel_futures=True)
            try:
                z = y.result()
                print never
            except Exception as e:
                print {e}

        def one, two:
            block(1)
            print ends
        ",
        expect![[r#"
            1.000  one  ends
            1.000  program  CancelledError()
            1.000  done
        "#]],
    );
}

#[test]
fn a_pool_that_is_shut_down_takes_no_jobs() {
    schedule(
        "
        def program:
            p = Pool(1)
            p.shutdown()
            try:
                x = p.submit(one)
            except RuntimeError as e:
                print {e}

        def one:
            pass
        ",
        expect![[r#"
            0.000  program  RuntimeError(cannot schedule new futures after shutdown)
            0.000  done
        "#]],
    );
}

#[test]
fn each_job_wakes_the_loop_at_its_own_instant() {
    schedule(
        "
        main:
            spawn a, b
            await gather(a, b)

        a:
            await to_thread(short)
            print short is there

        b:
            await to_thread(long)
            print long is there

        def short:
            block(1)

        def long:
            block(1.5)
        ",
        expect![[r#"
            1.000  a  short is there
            1.500  b  long is there
            1.500  done
        "#]],
    );
}

#[test]
fn a_job_that_is_done_already_can_be_awaited() {
    schedule(
        "
        main:
            p = Pool(1)
            j = p.submit(job)
            await sleep(2)
            spawn a
            x = await wrap_future(j)
            print {x}
            await a

        def job:
            block(1)
            return 'done'

        a:
            print has its turn
        ",
        expect![[r#"
            2.000  a  has its turn
            2.000  main  done
            2.000  done
        "#]],
    );
}

#[test]
fn a_job_can_be_cancelled_once_and_for_all() {
    schedule(
        "
        main:
            p = Pool(1)
            j = p.submit(job)
            k = p.submit(job)
            f = wrap_future(k)
            print {j.cancel()} {j.running()} {k.cancel()} {k.cancel()}
            try:
                await f
            except CancelledError:
                print cancelled
            x = j.result()
            print {j.done()} {j.cancel()}

        def job:
            block(1)
            print ends
        ",
        expect![[r#"
            0.000  main  False True True True
            0.000  main  cancelled
            1.000  job  ends
            1.000  main  True False
            1.000  done
        "#]],
    );
}

#[test]
fn a_job_runs_from_its_beginning_to_its_end() {
    schedule(
        "
        pool = Pool(1)

        main:
            first = pool.submit(j)
            second = pool.submit(j)
            print {first.running()} {second.running()} {first.done()} {second.done()}
            block(1.5)
            print {first.running()} {second.running()} {first.done()} {second.done()}
            block(1)
            print {first.running()} {second.running()} {first.done()} {second.done()}

        def j:
            block(1)
        ",
        expect![[r#"
            0.000  main  True False False False
            1.500  main  False True True False
            2.500  main  False False True True
            2.500  done
        "#]],
    );
}

#[test]
fn a_free_worker_takes_one_job_and_another_is_started_for_the_next() {
    schedule(
        "
        pool = Pool(2)

        main:
            pool.submit(j)
            block(2)
            pool.submit(j)
            pool.submit(j)
            pool.submit(j)
            block(9)

        def j:
            block(1)
            print ends
        ",
        expect![[r#"
            1.000  j  ends
            3.000  j  ends
            3.000  j  ends
            4.000  j  ends
            11.000  done
        "#]],
    );
}

#[test]
fn a_worker_that_was_woken_for_a_job_that_is_cancelled_is_free_again() {
    let mut still = Standstill::of(
        "
        pool = Pool(2)

        main:
            first = pool.submit(j)
            first.result()
            print now
            block(1)
            second = pool.submit(j)
            second.result()

        def j:
            print works
        ",
    );
    let Ok(Value::Pool(pool)) = still.program.look_up("pool") else { panic!("no pool") };
    let routine = still.program.function_named("j");
    let Ok(cancelled) = pool.submit(&mut still.machine, routine) else { panic!("the pool is open") };
    assert!(cancelled.cancel(&mut still.machine));
    while let Stop::Slice = still.machine.run(&mut still.program) {}
    assert_eq!(still.machine.thread_name(ThreadId(1)), Some("pool_0"));
    assert_eq!(still.machine.thread_name(ThreadId(2)), None, "no other worker was needed");
    assert_eq!(still.program.lines.iter().filter(|line| line.ends_with("works")).count(), 2);
}
