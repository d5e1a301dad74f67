//! Cancelled timers lie where they are until there are more than a hundred of them, and more
//! than of the others: then they are thrown away together.

use expect_test::expect;
use interleave_core::Kept;

use crate::schedule;
use crate::support::standstill::Standstill;

/// Plays steps of a script with a `gather` of so many sleeps of each length, up to its `print now`.
fn sleeping(sleeps: &[(&str, usize, u32)], steps: &[&str]) -> Standstill {
    let mut script = "main:\n".to_owned();
    for (name, count, _) in sleeps {
        let calls = vec![format!("{name}_naps()"); *count].join(", ");
        script += &format!("    {name} = gather({calls})\n");
    }
    // What is cancelled before all others goes when the loop looks for the first: here is one before them.
    script += "    call_later(10, nothing)\n    await sleep(0)\n";
    for step in steps {
        script += &format!("    {step}\n");
    }
    script += "    await sleep(0)\n    await sleep(0)\n    print now\n    await sleep(1000)\n";
    for (name, _, seconds) in sleeps {
        script += &format!("{name}_naps:\n    await sleep({seconds})\n    print {name}\n");
    }
    script += "def nothing:\n    pass\n";
    Standstill::of(&script)
}

/// How many sleeps the loop still holds, cancelled or not.
fn held(still: &Standstill) -> usize {
    let home = still.machine.running_loop().expect("main runs on a loop");
    let mut count = 0;
    still.machine.each_kept_by(home, &mut |kept| count += usize::from(matches!(kept, Kept::Future(_))));
    count
}

#[test]
fn a_hundred_are_no_reason_to_clean() {
    let still = sleeping(&[("gone", 100, 20), ("stay", 50, 30)], &["gone.cancel()"]);
    assert_eq!(held(&still), 150);
    let still = sleeping(&[("gone", 101, 20), ("stay", 50, 30)], &["gone.cancel()"]);
    assert_eq!(held(&still), 50);
}

#[test]
fn half_of_them_are_no_reason_to_clean() {
    let still = sleeping(&[("gone", 150, 20), ("stay", 149, 30)], &["gone.cancel()"]);
    assert_eq!(held(&still), 299, "150 of 300: the sleeps, and the call before them");
    let still = sleeping(&[("gone", 151, 20), ("stay", 149, 30)], &["gone.cancel()"]);
    assert_eq!(held(&still), 149);
}

#[test]
fn those_that_are_cleaned_away_count_no_more() {
    let sleeps = [("gone", 101, 20), ("next", 90, 25), ("stay", 1, 30)];
    let still = sleeping(&sleeps, &["gone.cancel()", "await sleep(0)", "next.cancel()"]);
    assert_eq!(held(&still), 91, "ninety more are too few for another cleaning");
}

#[test]
fn those_that_came_up_count_no_more() {
    let sleeps = [("early", 60, 1), ("gone", 101, 20), ("stay", 60, 30)];
    let still = sleeping(&sleeps, &["early.cancel()", "await sleep(2)", "gone.cancel()"]);
    assert_eq!(held(&still), 60, "101 of 161");
    let sleeps = [("early", 60, 1), ("gone", 100, 20), ("stay", 60, 30)];
    let still = sleeping(&sleeps, &["early.cancel()", "await sleep(2)", "gone.cancel()"]);
    assert_eq!(held(&still), 160, "the early ones are no reason to clean");
    let sleeps = [("early", 60, 1), ("gone", 101, 20), ("stay", 110, 30)];
    let still = sleeping(&sleeps, &["await sleep(2)", "gone.cancel()"]);
    assert_eq!(held(&still), 211, "those that were due are no reason either");
    let sleeps = [("early", 60, 1), ("gone", 111, 20), ("stay", 109, 30)];
    let still = sleeping(&sleeps, &["await sleep(2)", "gone.cancel()"]);
    assert_eq!(held(&still), 109, "nor do they stand against it");
}

#[test]
fn the_others_fall_due_in_their_order_when_some_are_cleaned_away() {
    let sleeps = [("gone", 101, 20), ("late", 2, 40), ("soon", 2, 3), ("stay", 2, 30), ("last", 1, 90)];
    let still = sleeping(&sleeps, &["gone.cancel()"]);
    assert_eq!(held(&still), 7);
    assert_eq!(said(still), ["soon", "soon", "stay", "stay", "late", "late", "last"]);
    // Once the first have come up, the others lie in buckets of their own.
    let still = sleeping(&sleeps, &["await sleep(4)", "gone.cancel()"]);
    assert_eq!(held(&still), 5);
    assert_eq!(said(still), ["stay", "stay", "late", "late", "last"]);
}

#[test]
fn calls_that_were_cleaned_away_leave_no_gap_to_fall_into() {
    let calls = 0..101;
    let asked: String =
        calls.clone().map(|call| format!("    call{call} = call_later(20, nothing)\n")).collect();
    let cancelled: String = calls.map(|call| format!("    call{call}.cancel()\n")).collect();
    schedule(
        &format!(
            "main:
    await sleep(4)
{asked}{cancelled}    await sleep(30)
    print wakes
def nothing:
    pass
"
        ),
        expect![[r#"
            34.000  main  wakes
            34.000  done
        "#]],
    );
}

/// Whose sleeps end from now on.
fn said(still: Standstill) -> Vec<String> {
    let rest = still.rest();
    let naps = rest.lines().filter_map(|line| line.split_once("_naps  "));
    naps.map(|(_, said)| said.to_owned()).collect()
}
