//! Threads: blocking the loop's, starting others, and what they ask of the loop. Pools are in `pools`.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_thread_asks_the_loop_for_a_call() {
    schedule(
        "
        main:
            l = loop()
            t = start_thread(work)
            await sleep(2)
            print end

        def work:
            block(1)
            print asks
            l.call_soon_threadsafe(told)
            print goes on

        def told:
            print called by the loop
        ",
        expect![[r#"
            1.000  work  asks
            1.000  work  goes on
            1.000  told  called by the loop
            2.000  main  end
            2.000  done
        "#]],
    );
}

#[test]
fn a_call_from_a_thread_wakes_the_loop_that_waits_for_nothing_else() {
    schedule(
        "
        main:
            f = Future()
            l = loop()
            t = start_thread(work)
            x = await f
            print {x}

        def work:
            block(1)
            l.call_soon_threadsafe(told)

        def told:
            f.set_result('set')
        ",
        expect![[r#"
            1.000  main  set
            1.000  done
        "#]],
    );
}

#[test]
fn call_soon_from_a_thread_does_not_wake_the_loop() {
    schedule(
        "
        main:
            l = loop()
            t = start_thread(work)
            await sleep(5)
            print end

        def work:
            block(1)
            l.call_soon(told)

        def told:
            print called late
        ",
        expect![[r#"
            5.000  told  called late
            5.000  main  end
            5.000  done
        "#]],
    );
}

#[test]
fn parties_that_wake_together_go_in_the_order_in_which_they_blocked() {
    schedule(
        "
        main:
            a = start_thread(one)
            b = start_thread(two)
            await sleep(1)
            print main
            await sleep(1)

        def one, two:
            block(1)
            print up
            block(1)
            print up again
        ",
        expect![[r#"
            1.000  one  up
            1.000  two  up
            1.000  main  main
            2.000  one  up again
            2.000  two  up again
            2.000  done
        "#]],
    );
}

#[test]
fn the_loop_thread_blocks_while_others_run() {
    schedule(
        "
        main:
            t = start_thread(work)
            block(3)
            print unblocks

        def work:
            repeat 3:
                block(1)
                print works
        ",
        expect![[r#"
            1.000  work  works
            2.000  work  works
            3.000  main  unblocks
            3.000  work  works
            3.000  done
        "#]],
    );
}

#[test]
fn joining_a_thread_blocks_the_loop() {
    schedule(
        "
        main:
            spawn a
            t = start_thread(work)
            t.join()
            print joined
            await a

        a:
            print was ready all the time

        def work:
            block(2)
            print work ends
        ",
        expect![[r#"
            2.000  work  work ends
            2.000  main  joined
            2.000  a  was ready all the time
            2.000  done
        "#]],
    );
}

#[test]
fn joining_a_thread_that_has_ended_does_not_block() {
    schedule(
        "
        main:
            t = start_thread(work)
            t.join()
            print joined

        def work:
            print all of it
        ",
        expect![[r#"
            0.000  work  all of it
            0.000  main  joined
            0.000  done
        "#]],
    );
}

#[test]
fn two_loops_in_two_threads() {
    schedule(
        "
        main:
            t = start_thread(other)
            repeat 2:
                await sleep(1)
                print here

        def other:
            run(there())

        there:
            repeat 2:
                await sleep(0.75)
                print there
        ",
        expect![[r#"
            0.750  there  there
            1.000  main  here
            1.500  there  there
            2.000  main  here
            2.000  done
        "#]],
    );
}
