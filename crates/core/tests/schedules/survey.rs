//! What whoever looks from outside is shown: all code that has begun and not ended,
//! threads, and what a loop is being driven for.

use std::rc::Rc;

use expect_test::expect;
use interleave_core::{Limits, Machine, Stop, Task, TaskState};
use interleave_trace::{Actor, Span, What};

use crate::support::language::Script;
use crate::support::methods::Thing;
use crate::support::program::Scripted;
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
fn the_thread_that_runs_is_the_current_one() {
    let still = Standstill::of(
        "
        def program:
            helper = start_thread(helps)
            helper.join()

        def helps:
            print now
        ",
    );
    assert_eq!(still.machine.current_thread().0, 1);
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

#[test]
fn a_record_that_is_full_counts_what_it_leaves_out() {
    let script = Rc::new(Script::parse(
        "
        main:
            await sleep(1)
            await sleep(1)
        ",
    ));
    let record = |limits: Limits| {
        let mut program = Scripted::new(Rc::clone(&script), false);
        let mut machine = Machine::new(program.main(), limits);
        machine.record();
        while let Stop::Slice = machine.run(&mut program) {}
        let noted = machine.note_line(Span { start: 1, end: 2 });
        (machine.take_trace().expect("it was recorded"), noted)
    };
    let (whole, noted) = record(Limits::default());
    assert_eq!((whole.left_out, noted), (0, true));
    let all = whole.events.len();
    for most in [0, 5, all - 1, all] {
        let (trace, _) = record(Limits { events: most, ..Limits::default() });
        assert_eq!((trace.events.len(), trace.left_out), (most, (all - most) as u64));
    }
    let (trace, noted) = record(Limits { lines: all - 1, ..Limits::default() });
    assert_eq!((trace.events.len(), trace.left_out, noted), (all - 1, 0, false));
}

#[test]
fn a_task_is_scheduled_waits_runs_and_is_done() {
    let still = Standstill::of(
        "
        main:
            future = Future()
            other = Future()
            spawn waits, woken, done
            await sleep(0)
            other.set_result(1)
            spawn fresh
            print now

        waits, fresh:
            await future

        woken:
            await other

        done:
            pass
        ",
    );
    let state = |name| match Task::of(&still.future(name)).expect("a task").state() {
        TaskState::Scheduled => format!("{name} is scheduled"),
        TaskState::Running => format!("{name} runs"),
        TaskState::Waiting(future) => format!("{name} waits for {}", still.name_of(&future)),
        TaskState::Done => format!("{name} is done"),
    };
    let main = still.machine.running_loop().and_then(|home| still.machine.current_task(home));
    assert!(matches!(main.map(|main| main.state()), Some(TaskState::Running)));
    expect!["waits waits for future, woken is scheduled, done is done, fresh is scheduled"]
        .assert_eq(&["waits", "woken", "done", "fresh"].map(state).join(", "));
}

#[test]
fn a_timeout_belongs_to_the_task_that_has_entered_it() {
    let still = Standstill::of(
        "
        main:
            early = timeout(1)
            spawn a
            await sleep(0)
            print now
            a.cancel()

        a:
            limit = timeout(2)
            with limit:
                await sleep(1)
        ",
    );
    let owner = |name| {
        let Thing::Timeout(timeout) = still.thing(name) else { panic!("{name} is no timeout") };
        timeout.task().map(|task| still.name_of(task.future()))
    };
    assert_eq!((owner("early"), owner("limit")), (None, Some("a".to_owned())));
}

#[test]
fn tasks_are_resumed_with_exceptions_that_had_to_be_asked_for() {
    let mut still = Standstill::of(
        "
        main:
            cancelled = Future()
            failed = Future()
            both = gather(failed, Future())
            spawn a, b, c
            await sleep(0)
            cancelled.cancel()
            failed.set_exception(OSError('failed'))
            print now
            await gather(a, b, c, return_exceptions=True)

        a:
            await cancelled

        b:
            await failed

        c:
            await both
        ",
    );
    while let Stop::Slice = still.machine.run(&mut still.program) {}
    expect!["CancelledError(), OSError(failed)"].assert_eq(&still.program.asked_for.join(", "));
}

#[test]
fn a_loop_of_another_machine_counts_as_closed() {
    let [one, two] = ["first = new_loop()", "first = new_loop()\nsecond = new_loop()"]
        .map(|loops| Standstill::of(&format!("{loops}\ndef program:\n    print now\n")));
    let (first, second) = (two.event_loop("first"), two.event_loop("second"));
    assert!(!two.machine.is_closed(first) && !two.machine.is_closed(second));
    assert!(one.machine.is_closed(second), "there is no such loop here");
}

#[test]
fn what_is_said_after_the_end_the_main_thread_says() {
    let mut still = Standstill::of(
        "
        def program:
            start_thread(helps)
            print now

        def helps:
            block(1)
            print ends last
        ",
    );
    while let Stop::Slice = still.machine.run(&mut still.program) {}
    assert_eq!(still.program.lines.last().map(String::as_str), Some("1.000  helps  ends last"));
    assert_eq!(still.machine.current_thread().0, 0);
}
