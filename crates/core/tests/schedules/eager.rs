//! Eager tasks, whose first step is run by whoever makes them. The language writes
//! `eager(a())` for `asyncio.Task(a(), eager_start=True)`.

use expect_test::expect;
use interleave_core::Task;

use crate::support::methods::Thing;
use crate::support::standstill::Standstill;
use crate::{schedule, schedule_beyond_cpython};

#[test]
fn the_first_step_runs_before_whoever_makes_the_task_goes_on() {
    schedule(
        "
        main:
            print makes
            task = eager(a())
            print has made {task}, done {task.done()}
            await task
            print {task.result()}

        a:
            print begins
            await sleep(1)
            print goes on
            return 7
        ",
        expect![[r#"
            0.000  main  makes
            0.000  a  begins
            0.000  main  has made a, done False
            1.000  a  goes on
            1.000  main  7
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_that_never_waits_is_done_when_it_is_made() {
    schedule(
        "
        main:
            task = eager(a())
            print done {task.done()}
            value = await task
            print {value}

        a:
            return 5
        ",
        expect![[r#"
            0.000  main  done True
            0.000  main  5
            0.000  done
        "#]],
    );
}

#[test]
fn while_it_runs_it_is_the_current_task_and_then_its_maker_is_again() {
    schedule(
        "
        main:
            print {current_task()}
            task = eager(a())
            print {current_task()}
            print {len(all_tasks())} tasks
            await task

        a:
            print {current_task()}
            inner = eager(b())
            print {current_task()}
            await inner

        b:
            print {current_task()}
            await sleep(0)
            print {current_task()}
        ",
        expect![[r#"
            0.000  main  main
            0.000  a  a
            0.000  b  b
            0.000  a  a
            0.000  main  main
            0.000  main  3 tasks
            0.000  b  b
            0.000  done
        "#]],
    );
}

#[test]
fn what_it_raises_at_once_is_kept_by_the_task() {
    schedule(
        "
        main:
            task = eager(a())
            print goes on, done {task.done()}
            try:
                await task
            except OSError as error:
                print {error}

        a:
            raise OSError('early')
        ",
        expect![[r#"
            0.000  main  goes on, done True
            0.000  main  OSError(early)
            0.000  done
        "#]],
    );
}

/// (CPython's own code forgets that there is an error, and is told so by a `SystemError`.)
#[test]
fn an_exit_that_it_raises_leaves_whoever_makes_it() {
    schedule_beyond_cpython(
        "
        main:
            try:
                task = eager(a())
            except SystemExit as exit:
                print {exit}

        a:
            raise SystemExit(3)
        ",
        expect![[r#"
            0.000  !  Task exception was never retrieved: SystemExit(3)
            0.000  main  SystemExit(3)
            0.000  done
        "#]],
    );
}

#[test]
fn one_that_waits_can_be_cancelled_like_any_other() {
    schedule(
        "
        main:
            task = eager(a())
            task.cancel()
            try:
                await task
            except CancelledError:
                print cancelled {task.cancelled()}

        a:
            try:
                await sleep(9)
            finally:
                print leaves
        ",
        expect![[r#"
            0.000  a  leaves
            0.000  main  cancelled True
            0.000  done
        "#]],
    );
}

#[test]
fn one_that_passes_gets_its_next_turn_in_line() {
    schedule(
        "
        main:
            spawn b
            task = eager(a())
            await gather(task, b)

        a:
            print first
            await sleep(0)
            print third

        b:
            print second
        ",
        expect![[r#"
            0.000  a  first
            0.000  b  second
            0.000  a  third
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_takes_in_an_eager_task_that_waits_and_waits_for_it() {
    let mut still = Standstill::of(
        "
        group = TaskGroup()

        main:
            with group:
                task = eager(a())
                print now
            print the group has ended

        a:
            await sleep(2)
            print ends
        ",
    );
    let task = Task::of(&still.future("task")).expect("a task");
    let Thing::Group(group) = still.thing("group") else { panic!("no group") };
    group.add(&mut still.machine, &mut still.program, &task);
    assert_eq!(still.names_of(&group.futures()), "task main, task");
    expect![[r#"
        2.000  a  ends
        2.000  main  the group has ended
        2.000  done
    "#]]
    .assert_eq(&still.rest());
}

#[test]
fn a_group_that_is_given_an_eager_task_that_has_failed_ends() {
    let mut still = Standstill::of(
        "
        group = TaskGroup()

        main:
            with group:
                sibling = group.create_task(b())
                await sleep(1)
                task = eager(a())
                print now
                await sleep(3)
            print never

        a:
            raise OSError('early')

        b:
            try:
                await sleep(9)
            finally:
                print leaves
        ",
    );
    let task = Task::of(&still.future("task")).expect("a task");
    let Thing::Group(group) = still.thing("group") else { panic!("no group") };
    assert_eq!((group.errors(), group.tasks().len()), (0, 1));
    group.add(&mut still.machine, &mut still.program, &task);
    assert_eq!((group.errors(), group.tasks().len()), (1, 1));
    expect![[r#"
        1.000  b  leaves
        1.000  ExceptionGroup(unhandled errors in a TaskGroup: [OSError(early)])
    "#]]
    .assert_eq(&still.rest());
}
