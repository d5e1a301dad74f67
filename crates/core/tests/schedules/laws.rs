//! Laws that every run keeps, tried on thousands of invented scripts; and some of
//! them on CPython, which has to print the same. A failure names its seed:
//! `INTERLEAVE_SEED=17 cargo test -p interleave-core laws` tries that alone.

#![allow(clippy::wildcard_enum_match_arm, reason = "a law looks at few kinds of events")]
#![allow(clippy::disallowed_methods, reason = "which seeds to try is asked of the environment")]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ops::Range;
use std::rc::Rc;

use interleave_trace::{Actor, Change, Event, Resource, StepId, Trace, What};

use super::invent;
use super::support::judge::{Played, agree, play};
use super::support::language::Script;

/// Scripts that are tried by the laws, unless `INTERLEAVE_SCRIPTS` says how many.
const SCRIPTS: u64 = 3_000;

/// Scripts that CPython is asked about.
const ASKED: u64 = 300;

fn seeds(usual: u64) -> Range<u64> {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    match number("INTERLEAVE_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("INTERLEAVE_SCRIPTS").unwrap_or(usual),
    }
}

fn each_trace(law: impl Fn(&Trace) -> Result<(), String>) {
    for seed in seeds(SCRIPTS) {
        let script = Rc::new(Script::parse(&invent::script(seed)));
        let (played, trace) = play(&script, false);
        if let Err(broken) = law(&trace) {
            panic!("seed {seed}: {broken}\n{}\n{}", script.text(), played.text);
        }
    }
}

#[test]
fn cpython_prints_the_same_with_the_same_handles() {
    for seed in seeds(ASKED) {
        let script = Rc::new(Script::parse(&invent::script(seed)));
        let Some(theirs) = Played::by_python(&script) else { return };
        let (ours, _) = play(&script, false);
        if let Err(difference) = agree(&script, &without_last_words(ours), &without_last_words(theirs)) {
            panic!("seed {seed}: {difference}");
        }
    }
}

/// When a task's end is reported that nobody looked at depends on who held it last,
/// and what holds on to what is a matter of the program: of its frames and cycles.
fn without_last_words(mut played: Played) -> Played {
    let lines = played.text.split_inclusive('\n').filter(|line| !line.contains("  !  "));
    played.text = lines.collect();
    played
}

#[test]
fn the_same_script_leaves_the_same_trace_however_it_is_sliced() {
    for seed in seeds(SCRIPTS) {
        let script = Rc::new(Script::parse(&invent::script(seed)));
        let (whole, sliced) = (play(&script, false), play(&script, true));
        assert!(whole == sliced, "seed {seed}: slicing changes the run\n{}", script.text());
    }
}

#[test]
fn nothing_is_held_when_a_script_has_ended() {
    for seed in seeds(SCRIPTS) {
        let script = Rc::new(Script::parse(&invent::script(seed)));
        let (played, _) = play(&script, false);
        assert_eq!(played.alive, 0, "seed {seed}: futures that something still holds\n{}", script.text());
    }
}

#[test]
fn nanoseconds_never_go_back() {
    each_trace(|trace| {
        let mut pairs = trace.events.iter().zip(trace.events.iter().skip(1));
        let back = pairs.find(|(before, after)| after.ns < before.ns);
        back.map_or(Ok(()), |pair| Err(format!("{pair:?}")))
    });
}

#[test]
fn one_handle_runs_at_a_time_and_each_comes_to_an_end() {
    each_trace(|trace| {
        let mut open: Option<StepId> = None;
        let mut aside = BTreeSet::new();
        for event in &trace.events {
            match event.what {
                What::Start { .. } if open.is_some() => return Err(format!("{event:?} within {open:?}")),
                What::Start { .. } => open = Some(event.step),
                // Its thread waits, and another may run.
                What::Blocks { .. } => aside.extend(open.take()),
                What::End if open == Some(event.step) => open = None,
                What::End if aside.remove(&event.step) => {}
                What::End => return Err(format!("{event:?} has not begun")),
                _ => {}
            }
        }
        // What the run was cut short in has begun, and is the last to have.
        Ok(())
    });
}

#[test]
fn tasks_start_in_the_order_of_their_creation() {
    each_trace(|trace| {
        let created: Vec<_> = trace
            .events
            .iter()
            .filter_map(
                |event| if let What::TaskCreated { task, .. } = event.what { Some(task) } else { None },
            )
            .collect();
        let mut seen = BTreeSet::new();
        let started: Vec<_> = trace
            .events
            .iter()
            .filter_map(|event| match (event.what, event.actor) {
                (What::Start { .. }, Actor::Task(task)) => seen.insert(task).then_some(task),
                _ => None,
            })
            .collect();
        // Loops that end early leave some unstarted.
        if created.starts_with(&started) {
            Ok(())
        } else {
            Err(format!("created {created:?}, started {started:?}"))
        }
    });
}

#[test]
fn whoever_waits_longest_is_served_first() {
    each_trace(|trace| {
        // Those who wait to put into a queue are another line than those who wait to get.
        let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut done = BTreeSet::new();
        for event in &trace.events {
            match event.what {
                What::ResourceChanged(thing, Change::Queued(future)) => {
                    lines.entry((thing, false)).or_default().push(future);
                }
                What::ResourceChanged(thing, Change::QueuedToPut(future)) => {
                    lines.entry((thing, true)).or_default().push(future);
                }
                What::ResourceChanged(thing, Change::Left(future)) => {
                    for ((_, _), line) in lines.iter_mut().filter(|((other, _), _)| *other == thing) {
                        line.retain(|other| *other != future);
                    }
                }
                What::Cancelled(future) => drop(done.insert(future)),
                What::Resolved(future) => {
                    done.insert(future);
                    for (thing, line) in &lines {
                        let before = line.iter().take_while(|other| **other != future);
                        let passed_over = before.clone().find(|other| !done.contains(other));
                        if let (Some(other), true) = (passed_over, line.contains(&future)) {
                            return Err(format!("{thing:?}: {future:?} is served before {other:?}"));
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
    });
}

#[test]
fn permits_are_conserved() {
    each_trace(|trace| {
        let mut levels: BTreeMap<_, i64> = BTreeMap::new();
        let mut kinds = BTreeMap::new();
        for Event { what, .. } in &trace.events {
            match what {
                What::ResourceCreated(id, kind) => drop(kinds.insert(id, kind)),
                What::ResourceChanged(id, Change::Level(level)) => {
                    let bound = match kinds.get(&id) {
                        Some(Resource::Lock | Resource::Event | Resource::BoundedSemaphore) => 1,
                        _ => i64::MAX,
                    };
                    if level < 0 || level > bound {
                        return Err(format!("{id:?} stands at {level}"));
                    }
                    let before = levels.insert(id, level);
                    let semaphore =
                        matches!(kinds.get(&id), Some(Resource::Semaphore | Resource::BoundedSemaphore));
                    if semaphore && before.is_some_and(|before| (before - level).abs() != 1) {
                        return Err(format!("{id:?} went from {before:?} to {level}"));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    });
}
