//! What keeps what alive, as whoever collects garbage is shown it, and who hears when a
//! future is done.

use expect_test::{Expect, expect};
use interleave_core::{
    Awaitable, ConcurrentFuture, Coroutine, Dead, Held, Input, RunUntilComplete, Step, Stop, Task, WaitFor,
};

use crate::schedule;
use crate::support::methods::Thing;
use crate::support::program::Scripted;
use crate::support::standstill::Standstill;
use crate::support::values::Value;

/// What the futures of a script lead to, at its `print now`.
fn kept(text: &str, names: &[&str], expected: Expect) {
    let still = Standstill::of(text);
    let mut lines = String::new();
    for name in names {
        let future = still.future(name);
        let all = still.kept(|look| future.each_kept(look));
        let own = still.kept(|look| future.each_held(look));
        let listeners = still.listeners(&future);
        lines += &format!("{name}: keeps [{all}], holds [{own}], tells [{listeners}]\n");
    }
    expected.assert_eq(&lines);
}

#[test]
fn a_future_that_is_done_keeps_what_it_ended_with() {
    kept(
        "
        main:
            waits = Future()
            value = Future()
            value.set_result(7)
            error = Future()
            error.set_exception(OSError('lost'))
            cancelled = Future()
            cancelled.cancel('words')
            spawn task
            task.cancel()
            try:
                await task
            except CancelledError:
                pass
            spawn failed
            await sleep(0)
            print now
            print {error.exception()} {failed.exception()}

        task:
            await sleep(1)

        failed:
            raise ValueError('no')
        ",
        &["waits", "value", "error", "cancelled", "task", "failed"],
        expect![[r#"
            waits: keeps [its loop], holds [], tells []
            value: keeps [its loop, value 7], holds [], tells []
            error: keeps [its loop, OSError(lost)], holds [], tells []
            cancelled: keeps [its loop], holds [], tells []
            task: keeps [its loop], holds [], tells []
            failed: keeps [its loop, ValueError(no)], holds [], tells []
        "#]],
    );
}

#[test]
fn a_task_keeps_its_code_and_what_it_waits_for() {
    kept(
        "
        main:
            future = Future()
            spawn fresh
            await sleep(0)
            spawn waits, other
            await sleep(0)
            spawn begins
            print now

        fresh, waits, other, begins:
            await future
        ",
        &["fresh", "waits", "begins", "future"],
        expect![[r#"
            fresh: keeps [code of fresh, future, its loop], holds [code of fresh, future], tells []
            waits: keeps [code of waits, future, its loop], holds [code of waits, future], tells []
            begins: keeps [code of begins, its loop], holds [code of begins], tells []
            future: keeps [its loop, fresh, waits, other], holds [fresh, waits, other], tells [task fresh, task waits, task other]
        "#]],
    );
}

#[test]
fn whoever_waits_for_several_is_kept_by_each_of_them() {
    kept(
        "
        main:
            first = Future()
            second = Future()
            both = gather(first, second)
            spawn waits
            each = as_completed([second])
            inner = Future()
            outer = shield(inner)
            outer.add_done_callback(hears)
            await sleep(0)
            print now

        waits:
            await wait([first, inner])

        def hears(future):
            pass
        ",
        &["first", "second", "both", "inner", "outer"],
        expect![[r#"
            first: keeps [its loop, both, a Future], holds [], tells [gather, wait]
            second: keeps [its loop, both, second], holds [], tells [gather, as_completed]
            both: keeps [its loop, first, second], holds [], tells []
            inner: keeps [its loop, outer, a Future], holds [outer], tells [shield, inside, wait]
            outer: keeps [its loop, inner, code of hears], holds [inner], tells [shield, outside, code of hears]
        "#]],
    );
}

#[test]
fn a_group_is_kept_by_its_tasks_and_a_loop_by_what_it_is_run_for() {
    kept(
        "
        home = new_loop()
        group = TaskGroup()

        def program:
            top = home.create_task(main())
            home.run_until_complete(top)

        main:
            with group:
                member = group.create_task(a())
                sibling = group.create_task(a())
                await sleep(0)
                print now

        a:
            await sleep(1)
        ",
        &["top", "member"],
        expect![[r#"
            top: keeps [its loop], holds [], tells [run_until_complete]
            member: keeps [code of a, a Future, its loop, top, member, sibling], holds [code of a, a Future], tells [group]
        "#]],
    );
}

#[test]
fn a_future_that_stands_for_a_job_keeps_the_job_from_running_on() {
    kept(
        "
        pool = Pool(1)

        main:
            future = run_in_executor(pool, job)
            print now
            await future

        def job:
            block(1)
        ",
        &["future"],
        expect![[r#"
            future: keeps [its loop], holds [], tells [job]
        "#]],
    );
}

#[test]
fn a_loop_keeps_what_it_is_to_run() {
    let still = Standstill::of(
        "
        main:
            future = Future()
            spawn waits
            napping = create_task(nap())
            each = as_completed([Future()], timeout=5)
            spawn limited
            await sleep(0)
            future.add_done_callback(hears)
            future.set_result(1)
            spawn fresh
            call_soon(chimes)
            call_later(3, strikes)
            pending = Future()
            print now
            await sleep(1)
            print went on

        waits:
            await future

        nap:
            await sleep(4)

        limited:
            with timeout(6):
                await sleep(7)

        fresh:
            await sleep(0)

        def hears(future):
            print heard

        def chimes:
            print chimes

        def strikes:
            print strikes
        ",
    );
    let home = still.future("pending").home();
    let kept = still.kept(|look| still.machine.each_kept_by(home, look));
    expect![[r#"
        waits
        future
        code of hears
        future
        fresh
        code of chimes
        code of strikes
        a Future
        a Future
        limited
        a Future"#]]
    .assert_eq(&kept.replace(", ", "\n"));
    expect![[r#"
        0.000  hears  heard
        0.000  chimes  chimes
        1.000  main  went on
        1.000  done
    "#]]
    .assert_eq(&still.rest());
}

#[test]
fn whoever_has_a_future_owns_it() {
    let still = Standstill::of(
        "
        main:
            future = Future()
            print now
        ",
    );
    let future = still.future("future");
    assert_eq!(future.owners(), 2, "the variable, and this test");
    let other = future.clone();
    assert_eq!(future.owners(), 3);
    assert_eq!(other.let_go(), Dead::Nobody, "others have it still");
    assert_eq!(future.owners(), 2);
}

#[test]
fn a_future_whose_last_owner_lets_go_is_buried_later_and_then_has_its_last_word() {
    let mut still = Standstill::of(
        "
        main:
            future = Future()
            future.set_exception(OSError('lost'))
            print now
        ",
    );
    let future = still.future("future");
    let weak = future.downgrade();
    still.program.delete("future");
    assert!(weak.upgrade().is_some());
    let alive = still.machine.futures_alive();
    let Dead::Claimed(id) = future.let_go() else { panic!("nobody else has it") };
    assert!(weak.upgrade().is_none());
    assert_eq!(still.machine.futures_alive(), alive - 1);
    let before = still.program.lines.len();
    still.machine.bury(&mut still.program);
    assert_eq!(still.program.lines.len(), before, "its turn has not come");
    still.machine.bury_claimed(&mut still.program, id);
    expect!["0.000  !  Future exception was never retrieved: OSError(lost)"]
        .assert_eq(&still.program.lines[before..].join("\n"));
}

#[test]
fn a_future_whose_value_holds_nothing_needs_no_burial() {
    let mut still = Standstill::of(
        "
        main:
            future = Future()
            future.set_result(7)
            print now
        ",
    );
    let future = still.future("future");
    still.program.delete("future");
    let alive = still.machine.futures_alive();
    assert_eq!(future.let_go(), Dead::Nobody, "nothing goes with it");
    assert_eq!(still.machine.futures_alive(), alive - 1);
}

#[test]
fn the_program_hears_each_time_that_the_exception_of_a_future_is_raised() {
    let still = Standstill::of(
        "
        main:
            future = Future()
            future.set_exception(OSError('lost'))
            try:
                await future
            except OSError:
                pass
            future.exception()
            print now
        ",
    );
    let future = still.future("future");
    assert_eq!(future.face().get(), 1, "asking raises nothing");
    assert!(future.result().is_err());
    assert_eq!(future.face().get(), 2);
}

#[test]
fn an_as_completed_knows_what_is_to_come_who_is_done_and_who_waits() {
    let still = Standstill::of(
        "
        main:
            early = Future()
            early.set_result(1)
            late = Future()
            each = as_completed([early, late])
            await sleep(0)
            spawn takes
            await sleep(0)
            late.set_result(2)
            await sleep(0)
            more = as_completed([Future()])
            spawn waits
            await sleep(0)
            print now
            waits.cancel()
            await gather(takes, waits, return_exceptions=True)

        takes:
            async for future in each:
                pass

        waits:
            async for future in more:
                pass
        ",
    );
    let show = |name| {
        let Thing::Completed(each) = still.thing(name) else { panic!("{name} is no as_completed") };
        assert_eq!(each.face().get(), 0, "its own face, which nobody has touched");
        let futures = still.names_of(&each.futures());
        format!("{name}: leads to [{futures}], {} wait, {} have come\n", each.getters(), each.come())
    };
    expect![[r#"
        each: leads to [], 0 wait, 2 have come
        more: leads to [a Future, a Future], 1 wait, 0 have come
    "#]]
    .assert_eq(&(show("each") + &show("more")));
    expect![[r#"
        0.000  done
    "#]]
    .assert_eq(&still.rest());
}

fn held(still: &Standstill, coroutine: &dyn Coroutine<Scripted>) -> String {
    let words = coroutine.holds().into_iter().map(|held| match held {
        Held::Future(future) => still.name_of(&future),
        Held::Completions(each) => format!("as_completed of {}", still.names_of(&each.futures())),
        Held::Refused(refused) => still.kept(|look| refused.each_kept(look)),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_coroutine_of_the_library_holds_what_it_has_in_variables() {
    let mut still = Standstill::of(
        "
        main:
            first = Future()
            first.set_exception(OSError('first'))
            second = Future()
            each = as_completed([first, second])
            await sleep(0)
            print now
            first.exception()
        ",
    );
    let second = still.future("second");
    let wait_for = WaitFor::<Scripted>::new(Awaitable::Future(second.clone()), Some(1.0));
    assert_eq!(held(&still, &wait_for), "second");
    let run = RunUntilComplete::<Scripted>::new(second.home(), Awaitable::Future(second.clone()));
    assert_eq!(held(&still, &run), "");
    let Thing::Completed(each) = still.thing("each") else { panic!("no as_completed") };
    let mut next = each.next().expect("two are to come");
    assert_eq!(held(&still, &next), "as_completed of second, first");
    let step = next.resume(&mut still.machine, Input::Start);
    assert!(matches!(step, Step::Raise(_)));
    assert_eq!(held(&still, &next), "first, as_completed of second");
}

#[test]
fn a_sleep_that_is_over_needs_no_burial() {
    let mut still = Standstill::of(
        "
        main:
            spawn naps
            await sleep(0)
            print now
            await naps

        naps:
            await sleep(1)
        ",
    );
    let nap = Task::of(&still.future("naps")).and_then(|task| task.awaited()).expect("it sleeps");
    while let Stop::Slice = still.machine.run(&mut still.program) {}
    assert!(nap.is_done());
    still.machine.bury(&mut still.program);
    assert_eq!(nap.let_go(), Dead::Nobody, "nothing goes with it");
}

#[test]
fn a_loop_keeps_the_naps_that_are_over_and_the_jobs_that_have_ended_until_it_runs_on() {
    let still = Standstill::of(
        "
        pool = Pool(1)

        main:
            call_later(1, chimes)
            spawn naps
            future = run_in_executor(pool, job)
            await sleep(2)

        naps:
            await sleep(1)

        def job:
            block(1)

        def chimes:
            print now
        ",
    );
    let home = still.future("future").home();
    expect!["a Future, future, a Future"]
        .assert_eq(&still.kept(|look| still.machine.each_kept_by(home, look)));
}

#[test]
fn what_is_done_in_an_as_completed_that_ran_out_of_time_lives_until_the_end() {
    let mut still = Standstill::of(
        "
        main:
            done = Future()
            done.set_result(1)
            each = as_completed([done, Future()], timeout=1)
            repeat 70:
                none = as_completed([Future()], timeout=1)
            await sleep(2)
            print now
        ",
    );
    let done = still.future("done").downgrade();
    ["done", "each", "none"].iter().for_each(|name| still.program.delete(name));
    still.machine.bury(&mut still.program);
    assert!(done.upgrade().is_some());
    while let Stop::Slice = still.machine.run(&mut still.program) {}
    still.machine.end(&mut still.program);
    assert!(done.upgrade().is_none());
}

#[test]
fn what_is_told_when_a_job_is_cancelled_is_kept_until_then() {
    let mut still = Standstill::of(
        "
        home = new_loop()

        def program:
            future = home.create_future()
            print now
            home.run_until_complete(cancels())
            print end

        cancels:
            future.cancel()
            await sleep(0)
            await sleep(0)

        def told:
            print told
        ",
    );
    let home = still.future("future").home();
    let (job, other) = (ConcurrentFuture::<Scripted>::default(), ConcurrentFuture::default());
    let wrap = |still: &mut Standstill, job: &ConcurrentFuture<Scripted>| {
        let told = still.program.function_named("told");
        job.wrap_telling(&mut still.machine, home, Some(told))
    };
    let (future, fine) = (wrap(&mut still, &job), wrap(&mut still, &other));
    assert_eq!(still.kept(|look| future.each_kept(look)), "its loop, code of told");
    assert_eq!(still.listeners(&future), "job");
    assert!(other.set(&mut still.machine, Ok(Value::Nothing)));
    still.program.set("future", Value::Future(future));
    expect![[r#"
        0.000  told  told
        0.000  program  end
        0.000  done
    "#]]
    .assert_eq(&still.rest());
    assert!(job.is_cancelled() && !other.is_cancelled());
    assert!(fine.is_done() && !fine.is_cancelled());
}

#[test]
fn the_last_child_of_a_gather_is_let_go_first() {
    schedule(
        "
        main:
            one = Future()
            one.set_exception(OSError('one'))
            two = Future()
            two.set_exception(OSError('two'))
            first = Future()
            first.set_result(one)
            second = Future()
            second.set_result(two)
            third = Future()
            all = gather(first, second, third)
            await sleep(0)
            third.set_exception(OSError('three'))
            await sleep(0)
            print {all.exception()}
            del one
            del two
            del first
            del second
            del third
            print lets go
            del all
            print has let go
        ",
        expect![[r#"
            0.000  main  OSError(three)
            0.000  main  lets go
            0.000  !  Future exception was never retrieved: OSError(two)
            0.000  !  Future exception was never retrieved: OSError(one)
            0.000  main  has let go
            0.000  done
        "#]],
    );
}

#[test]
fn what_outlives_its_machine_goes_when_nobody_holds_it() {
    let still = Standstill::of(
        "
        main:
            inner = Future()
            outer = Future()
            outer.set_result(inner)
            print now
        ",
    );
    let (outer, inner) = (still.future("outer"), still.future("inner").downgrade());
    drop(still);
    assert!(inner.upgrade().is_some(), "it is the value of the other");
    drop(outer);
    assert!(inner.upgrade().is_none());
}
