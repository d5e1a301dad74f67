//! How what is left of a program ends, if whoever plays it lets things go one by one.

use expect_test::expect;

use crate::support::standstill::Standstill;

const LEFT: &str = "
    main:
        quiet = Future()
        lost = Future()
        lost.set_exception(OSError('lost'))
        seen = Future()
        seen.set_exception(OSError('seen'))
        seen.exception()
        spawn waits, failed, fine, other
        await sleep(0)
        print now

    waits, other:
        await quiet

    failed:
        raise ValueError('failed')

    fine:
        pass
";

#[test]
fn left_over_is_what_has_something_to_say_in_the_order_of_its_making() {
    let mut still = Standstill::of(LEFT);
    let left = still.machine.left_over(&mut still.program);
    expect!["task main, lost, waits, failed, other"].assert_eq(&still.names_of(&left));
}

#[test]
fn each_says_at_its_end_what_it_has_to_say_and_says_it_once() {
    let mut still = Standstill::of(LEFT);
    let before = still.program.lines.len();
    for name in ["lost", "waits", "failed", "seen", "fine", "quiet", "lost", "waits"] {
        let future = still.future(name);
        still.program.lines.push(format!("{name}:"));
        still.machine.end_future(&mut still.program, &future);
    }
    expect![[r#"
        lost:
        0.000  !  Future exception was never retrieved: OSError(lost)
        waits:
        0.000  !  Task was destroyed but it is pending!
        failed:
        0.000  !  Task exception was never retrieved: ValueError(failed)
        seen:
        fine:
        quiet:
        lost:
        waits:"#]]
    .assert_eq(&still.program.lines[before..].join("\n"));
    let left = still.machine.left_over(&mut still.program);
    expect!["task main, waits, other"].assert_eq(&still.names_of(&left));
}

#[test]
fn a_task_that_is_abandoned_lets_go_of_what_it_holds() {
    let mut still = Standstill::of(LEFT);
    let (waits, quiet) = (still.future("waits"), still.future("quiet"));
    assert_eq!(still.kept(|look| waits.each_held(look)), "code of waits, quiet");
    assert_eq!(still.listeners(&quiet), "task waits, task other");
    still.machine.abandon_all(&mut still.program, [waits.clone()].into_iter());
    expect!["holds [], done false; of the future hears task waits, task other"].assert_eq(&format!(
        "holds [{}], done {}; of the future hears {}",
        still.kept(|look| waits.each_held(look)),
        waits.is_done(),
        still.listeners(&quiet)
    ));
}

#[test]
fn at_the_end_all_tasks_are_reported_and_then_their_code_goes() {
    let mut still = Standstill::of(LEFT);
    let before = still.program.lines.len();
    still.machine.end(&mut still.program);
    expect![[r#"
        0.000  !  Task was destroyed but it is pending!
        0.000  !  Task was destroyed but it is pending!
        0.000  !  Task was destroyed but it is pending!"#]]
    .assert_eq(&still.program.lines[before..].join("\n"));
    let waits = still.future("waits");
    assert_eq!(still.kept(|look| waits.each_held(look)), "", "its code is gone");
}
