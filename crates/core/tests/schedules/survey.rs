//! What whoever looks from outside is shown: all code that has begun and not ended,
//! threads, and what a loop is being driven for.

use expect_test::expect;
use interleave_trace::{Actor, Span, What};

use crate::support::standstill::Standstill;

fn surveyed(still: &Standstill) -> String {
    let mut lines = String::new();
    still.machine.survey(|actor, code| {
        let actor = match actor {
            Actor::Thread(thread) => {
                let name = still.machine.thread_name(thread).unwrap_or("nameless");
                format!("thread {} ({name})", thread.0)
            }
            Actor::Task(task) => format!("task {}", task.0),
            Actor::Loop(_) | Actor::Callback(_) => "a loop".to_owned(),
        };
        lines += &format!("{actor}: {}\n", code.who());
    });
    lines
}

#[test]
fn threads_come_by_number_and_then_tasks_in_the_order_of_their_making() {
    let still = Standstill::of(
        "
        pool = Pool(1)

        main:
            spawn b, a, done
            future = run_in_executor(pool, job)
            await sleep(1)
            start_thread(other)
            print now
            await a

        a, b:
            await sleep(2)

        done:
            pass

        def job:
            block(3)

        def other:
            block(3)
        ",
    );
    expect![[r#"
        thread 0 (MainThread): program
        thread 1 (pool_0): job
        thread 2 (thread): other
        task 0: main
        task 1: b
        task 2: a
    "#]]
    .assert_eq(&surveyed(&still));
    let live = still.machine.futures_of_live_tasks();
    expect!["task main, b, a"].assert_eq(&still.names_of(&live));
    let threads: Vec<_> = still.machine.live_threads().into_iter().map(|thread| thread.0).collect();
    assert_eq!(threads, [0, 1, 2]);
}

#[test]
fn a_callback_belongs_to_the_thread_that_runs_it() {
    let still = Standstill::of(
        "
        main:
            call_soon(chimes)
            await sleep(1)

        def chimes:
            print now
        ",
    );
    expect![[r#"
        thread 0 (MainThread): program
        thread 0 (MainThread): chimes
        task 0: main
    "#]]
    .assert_eq(&surveyed(&still));
}

#[test]
fn a_thread_that_has_ended_is_not_alive_but_keeps_its_name() {
    let still = Standstill::of(
        "
        def program:
            helper = start_thread(helps)
            helper.join()
            print now

        def helps:
            pass
        ",
    );
    let threads: Vec<_> = still.machine.live_threads().into_iter().map(|thread| thread.0).collect();
    assert_eq!(threads, [0]);
    expect![[r#"
        thread 0 (MainThread): program
    "#]]
    .assert_eq(&surveyed(&still));
}

#[test]
fn a_loop_is_driven_until_a_future_is_done() {
    let still = Standstill::of(
        "
        home = new_loop()

        def program:
            top = home.create_task(main())
            home.run_until_complete(top)

        main:
            print now
        ",
    );
    let until = still.machine.driven_until().map(|future| still.name_of(future));
    assert_eq!(until.as_deref(), Some("top"));
    assert_eq!(still.rest(), "0.000  done\n");
}

#[test]
fn a_loop_that_runs_for_ever_is_driven_until_nothing() {
    let still = Standstill::of(
        "
        home = new_loop()

        def program:
            home.call_soon(chimes)
            home.run_forever()

        def chimes:
            print now
            home.stop()
        ",
    );
    assert!(still.machine.driven_until().is_none());
    assert_eq!(still.machine.current_thread().0, 0);
    assert_eq!(still.rest(), "0.000  done\n");
}

#[test]
fn loops_that_outlive_the_program_are_remembered_even_when_they_are_closed() {
    let mut still = Standstill::of(
        "
        first = new_loop()
        second = new_loop()
        third = new_loop()

        def program:
            third.close()
            print now
        ",
    );
    let [first, second, third] = ["first", "second", "third"].map(|name| still.event_loop(name));
    assert_eq!(still.machine.outliving().count(), 0);
    still.machine.set_outlives(second, true);
    still.machine.set_outlives(third, true);
    assert_eq!(still.machine.outliving().collect::<Vec<_>>(), [second, third]);
    still.machine.set_outlives(second, false);
    still.machine.set_outlives(first, true);
    assert_eq!(still.machine.outliving().collect::<Vec<_>>(), [first, third]);
}

#[test]
fn lines_are_on_the_record_with_their_places() {
    let mut still = Standstill::of(
        "
        main:
            print now
        ",
    );
    let place = Span { start: 3, end: 9 };
    let before = still.machine.events();
    assert!(still.machine.note_line(place), "there is room");
    assert_eq!(still.machine.events(), before + 1);
    let trace = still.machine.take_trace().expect("it was recorded");
    let last = trace.events.iter().last().expect("the line is the last event");
    assert_eq!((last.what, last.place), (What::Line, place));
    assert!(!still.machine.note_line(place), "nobody writes any more");
    assert_eq!(still.machine.events(), 0);
}
