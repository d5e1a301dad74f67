//! Computing keeps the loop from everything else: one turn of a task is so long that others fall behind.

use interleave_text::Span;

use super::hint;
use crate::reading::Reading;
use crate::run::Run;
use crate::{Hint, Mistake};

/// A turn that takes longer is felt by whoever waits.
const LONG_NS: i64 = 50_000_000;

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found: Vec<Hint> = Vec::new();
    for task in &run.tasks {
        for (from, to) in &task.turns {
            let ns = run.ns(*to) - run.ns(*from) - blocked(run, *from, *to);
            if ns < LONG_NS || !run.keeps(task.id, run.ns(*from), run.ns(*to)) {
                continue;
            }
            let Some(place) = busiest(run, task, *from, *to) else { continue };
            let seen = Run::seen(task, *from, *to);
            match found.iter_mut().find(|hint| hint.span == place) {
                Some(hint) => {
                    hint.seen.push(seen);
                    if let Mistake::LongComputation { ns: longest } = &mut hint.mistake {
                        *longest = ns.max(*longest);
                    }
                }
                None if !reading.source(place).is_empty() => {
                    found.push(hint(Mistake::LongComputation { ns }, place, vec![seen], None));
                }
                None => {}
            }
        }
    }
    found
}

/// Time of a turn that was not computing.
fn blocked(run: &Run<'_>, from: u32, to: u32) -> i64 {
    let (mut total, mut since) = (0, None);
    for event in run.trace.events.iter_from(from as usize).take((to - from) as usize) {
        match event.what {
            interleave_trace::What::Blocks { .. } => since = Some(event.ns),
            interleave_trace::What::Unblocks => total += since.take().map_or(0, |since| event.ns - since),
            _ => {}
        }
    }
    total
}

/// The statement of the task's own coroutine that took the largest part of a turn.
fn busiest(run: &Run<'_>, task: &crate::run::Task, from: u32, to: u32) -> Option<Span> {
    let lines = task.lines.iter().filter(|(index, _)| (from..=to).contains(index));
    let ends = lines.clone().skip(1).map(|(index, _)| *index).chain([to]);
    let spent = lines.zip(ends).map(|((index, place), end)| (run.ns(end) - run.ns(*index), *place));
    spent.max_by_key(|(ns, _)| *ns).map(|(_, place)| place)
}
