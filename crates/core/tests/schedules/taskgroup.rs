//! `TaskGroup`: all of its tasks end before it does. What failures do to it is in `taskgroup_failures`.

use expect_test::expect;

use crate::schedule;

#[test]
fn a_group_waits_for_its_tasks() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
                b = g.create_task(two())
                print created
            print {a.result()} {b.result()}

        one:
            await sleep(2)
            print ends
            return 1

        two:
            await sleep(1)
            print ends
            return 2
        ",
        expect![[r#"
            0.000  main  created
            1.000  two  ends
            2.000  one  ends
            2.000  main  1 2
            2.000  done
        "#]],
    );
}

#[test]
fn a_group_without_tasks_is_left_at_once() {
    schedule(
        "
        main:
            spawn other
            with TaskGroup() as g:
                print within
            print without
            await other

        other:
            print has its turn
        ",
        expect![[r#"
            0.000  main  within
            0.000  main  without
            0.000  other  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_whose_tasks_are_done_is_left_at_once() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
                await a
                await sleep(0)
                print done within
            print without

        one:
            pass
        ",
        expect![[r#"
            0.000  main  done within
            0.000  main  without
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_that_is_cancelled_by_itself_does_not_disturb_the_others() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
                b = g.create_task(two())
                await sleep(1)
                a.cancel()
            print {a.cancelled()}

        one, two:
            await sleep(3)
            print ends
        ",
        expect![[r#"
            3.000  two  ends
            3.000  main  True
            3.000  done
        "#]],
    );
}

#[test]
fn a_task_of_the_group_can_create_another() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())

        one:
            b = g.create_task(two())
            print created

        two:
            await sleep(1)
            print runs
        ",
        expect![[r#"
            0.000  one  created
            1.000  two  runs
            1.000  done
        "#]],
    );
}

#[test]
fn a_group_that_is_shutting_down_takes_no_tasks() {
    schedule(
        "
        main:
            try:
                with TaskGroup() as g:
                    a = g.create_task(one())
                    try:
                        await sleep(5)
                    finally:
                        try:
                            b = g.create_task(two())
                        except RuntimeError:
                            print refused
            except ExceptionGroup as e:
                print {e}

        one:
            raise ValueError('one')

        two:
            print never
        ",
        expect![[r#"
            0.000  main  refused
            0.000  main  ExceptionGroup(unhandled errors in a TaskGroup: [ValueError(one)])
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_that_has_ended_takes_no_tasks() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                pass
            try:
                b = g.create_task(two())
            except RuntimeError:
                print refused

        two:
            print never
        ",
        expect![[r#"
            0.000  main  refused
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_that_was_not_entered_takes_no_tasks() {
    schedule(
        "
        main:
            g = TaskGroup()
            try:
                b = g.create_task(two())
            except RuntimeError:
                print refused

        two:
            print never
        ",
        expect![[r#"
            0.000  main  refused
            0.000  done
        "#]],
    );
}

#[test]
fn a_group_can_be_entered_once() {
    schedule(
        "
        main:
            g = TaskGroup()
            with g:
                pass
            try:
                with g:
                    print never
            except RuntimeError:
                print refused
        ",
        expect![[r#"
            0.000  main  refused
            0.000  done
        "#]],
    );
}

#[test]
fn how_many_iterations_a_group_takes() {
    schedule(
        "
        main:
            spawn ticks
            with TaskGroup() as g:
                a = g.create_task(one())
            print left
            await ticks

        one:
            await sleep(0)
            print ends

        ticks:
            repeat 5:
                print tick
                await sleep(0)
        ",
        expect![[r#"
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  one  ends
            0.000  ticks  tick
            0.000  ticks  tick
            0.000  main  left
            0.000  ticks  tick
            0.000  done
        "#]],
    );
}

#[test]
fn a_task_can_join_the_group_while_the_group_waits() {
    schedule(
        "
        main:
            with TaskGroup() as g:
                a = g.create_task(one())
            print left

        one:
            await sleep(1)
            b = g.create_task(two())
            print one ends

        two:
            await sleep(1)
            print two ends
        ",
        expect![[r#"
            1.000  one  one ends
            2.000  two  two ends
            2.000  main  left
            2.000  done
        "#]],
    );
}

#[test]
fn a_group_may_be_left_by_return() {
    schedule(
        "
        main:
            x = await body()
            print {x}

        body:
            with TaskGroup() as g:
                a = g.create_task(one())
                return 'returned'

        one:
            await sleep(1)
            print ends first
        ",
        expect![[r#"
            1.000  one  ends first
            1.000  main  returned
            1.000  done
        "#]],
    );
}

#[test]
fn a_task_of_a_group_that_fails_when_its_parent_has_ended_is_reported() {
    schedule(
        "
        main:
            spawn parent
            await sleep(2)
            print end

        parent:
            g = TaskGroup()
            await g.__aenter__()
            a = g.create_task(one())

        one:
            await sleep(1)
            raise ValueError('one')
        ",
        expect![[r#"
            1.000  !  Task: ValueError(one)
            2.000  main  end
            2.000  done
        "#]],
    );
}

#[test]
fn two_can_wait_for_the_end_of_one_group() {
    schedule(
        "
        group = TaskGroup()

        main:
            await group.__aenter__()
            group.create_task(a())
            spawn b
            await sleep(0)
            await group.__aexit__(None, None, None)
            print one
            await b

        a:
            await sleep(1)

        b:
            await group.__aexit__(None, None, None)
            print two
        ",
        expect![[r#"
            1.000  b  two
            1.000  main  one
            1.000  done
        "#]],
    );
}
