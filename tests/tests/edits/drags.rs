//! Delays dragged in real runs: the run that follows has the length that was asked for, or the drag was refused.

#![expect(clippy::wildcard_enum_match_arm, reason = "only timers and delays are looked at")]

use std::collections::BTreeMap;

use interleave_edits::Program;
use interleave_edits::drag::{Lock, candidates, drag};
use interleave_python::{Ending, Options, Run, run};
use interleave_trace::{OriginId, What};

use super::programs;

/// Every how many programs are dragged in.
const STRIDE: usize = 6;

/// How many delays of one program.
const MOST: usize = 4;

/// The delays of a run, by who waits and how often they had waited before: where each comes from, if it comes from
/// numbers of the program, and how long it is.
fn bars(run: &Run) -> BTreeMap<String, (Option<OriginId>, i64)> {
    let mut found = BTreeMap::new();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut from = None;
    for event in run.trace.as_ref().expect("it was recorded").events.iter() {
        let until = match event.what {
            What::DelayFrom(origin) => {
                from = Some(origin);
                continue;
            }
            What::TimerSet { due_ns, .. } => due_ns,
            // A thread may wait for another, too.
            What::Blocks { until_ns } if until_ns < i64::MAX => until_ns,
            _ => continue,
        };
        let who = format!("{:?}", event.actor);
        let count = counts.entry(who.clone()).or_default();
        *count += 1;
        found.insert(format!("{who} {count}"), (from.take(), until - event.ns));
    }
    found
}

#[test]
fn delays_get_the_length_that_is_asked_for() {
    let options = Options { record: true, ..Options::default() };
    let (mut reached, mut elsewhere, mut locked, mut unsolved) = (0, Vec::new(), Vec::new(), 0);
    for (path, text) in programs().into_iter().filter(|(_, text)| text.contains("asyncio")).step_by(STRIDE) {
        let before = run(&text, &options);
        if !matches!(before.ending, Ending::Finished) || before.instructions > 300_000 {
            continue;
        }
        let program = Program::read(&text).expect("it has run");
        let bars_before = bars(&before);
        let all: Vec<OriginId> = bars_before.values().filter_map(|(origin, _)| *origin).collect();
        for (bar, (origin, length)) in bars_before.iter().filter(|(_, (_, length))| *length > 0).take(MOST) {
            let name = format!("{} {bar}", path.file_stem().unwrap_or_default().display());
            let Some(origin) = *origin else {
                locked.push(name);
                continue;
            };
            let found = match candidates(&program, &before.origins, origin, None, &all) {
                Ok(found) => found,
                Err(Lock::NotWritten | Lock::NoSolution) => {
                    locked.push(name);
                    continue;
                }
                Err(Lock::Fixed) => panic!("{name}: no case has fixed literals"),
            };
            let wanted = (length + 250_000_000) / 10_000_000 * 10_000_000;
            let Ok(edit) = drag(&program, &before.origins, origin, found[0].literal, wanted) else {
                unsolved += 1;
                continue;
            };
            let after = run(&edit.apply(&text).expect("it fits"), &options);
            match bars(&after).get(bar) {
                Some((_, length)) if *length == wanted => reached += 1,
                _ => elsewhere.push(name),
            }
        }
    }
    let summary = format!(
        "{reached} reached, {unsolved} without a solution, {} ran another way: {elsewhere:?}; {} locked: {locked:?}",
        elsewhere.len(),
        locked.len()
    );
    assert!(reached > 60, "{summary}");
    assert!((elsewhere.len() + unsolved) * 20 < reached, "{summary}");
    // Timeouts of `wait` and `wait_for`, and simulated latencies, do not say yet where they come from.
    assert!(locked.len() * 4 < reached, "{summary}");
}
