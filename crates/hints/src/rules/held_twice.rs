//! A task waits for what it holds itself: nobody else can give it back, so it waits for ever.
//!
//! ```python
//! async with lock:
//!     async with lock:  # goes
//!         work()
//! ```

use std::collections::{BTreeMap, BTreeSet};

use interleave_syntax::tree::StmtKind;
use interleave_text::{Edit, Span};
use interleave_trace::{Actor, Change, Resource, TaskId, What};

use super::hint;
use crate::reading::Reading;
use crate::repair::{all, indent, line_start};
use crate::run::{Run, contains};
use crate::{Hint, Mistake};

/// A lock or a semaphore.
#[derive(Default)]
struct Held {
    level: i64,
    /// How often each task holds it, and since when.
    by: BTreeMap<TaskId, Vec<u32>>,
}

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut things: BTreeMap<_, Held> = BTreeMap::new();
    let mut waits = Vec::new();
    let mut done = BTreeSet::new();
    for (index, event) in run.events() {
        let task = match event.actor {
            Actor::Task(task) => Some(task),
            _ => None,
        };
        match event.what {
            What::ResourceCreated(id, Resource::Lock | Resource::Semaphore | Resource::BoundedSemaphore) => {
                things.insert(id, Held::default());
            }
            What::ResourceChanged(id, change) => {
                let (Some(thing), Some(task)) = (things.get_mut(&id), task) else {
                    if let (Some(thing), Change::Level(level)) = (things.get_mut(&id), change) {
                        thing.level = level;
                    }
                    continue;
                };
                match change {
                    Change::Level(level) => thing.level = level,
                    Change::Acquired => thing.by.entry(task).or_default().push(index),
                    Change::Released => release(thing, task),
                    Change::Queued(future) if thing.level == 0 && thing.by.keys().eq([&task]) => {
                        let since = thing.by.get(&task).and_then(|times| times.first()).copied();
                        waits.push((future, task, event.place, since.unwrap_or(index), index));
                    }
                    _ => {}
                }
            }
            What::Resolved(future) => {
                done.insert(future);
            }
            _ => {}
        }
    }
    waits.retain(|(future, ..)| !done.contains(future));
    let hints = waits.into_iter().filter_map(|(_, task, place, from, to)| {
        let task = run.task(task)?;
        let thing = reading.source(place);
        let thing = thing.strip_suffix(".acquire()").unwrap_or(thing).trim_start_matches("await ").to_owned();
        let mistake = Mistake::HeldTwice { thing: thing.clone(), task: run.name(task) };
        let (from, to) = (Run::seen(task, from, to), run.life(task).to);
        let seen = crate::Seen { to, ..from };
        Some(hint(mistake, place, vec![seen], repair(reading, place, &thing)))
    });
    hints.collect()
}

fn release(thing: &mut Held, task: TaskId) {
    // A lock may be given back by somebody else.
    let holder = if thing.by.contains_key(&task) { Some(task) } else { thing.by.keys().next().copied() };
    let Some(holder) = holder else { return };
    if let Some(times) = thing.by.get_mut(&holder) {
        times.pop();
        if times.is_empty() {
            thing.by.remove(&holder);
        }
    }
}

/// The inner of two blocks that take the same thing is taken apart.
fn repair(reading: &Reading<'_>, place: Span, thing: &str) -> Option<Edit> {
    let site = reading.sites.iter().find(|site| match &site.statement.kind {
        StmtKind::With { is_async: true, items, .. } => {
            items.len() == 1 && items.iter().all(|item| item.context.span == place && item.target.is_none())
        }
        _ => false,
    })?;
    let is_nested = reading.around(site).any(|outer| match &outer.kind {
        StmtKind::With { is_async: true, items, .. } => {
            items.iter().any(|item| reading.source(item.context.span) == thing)
        }
        _ => false,
    });
    let StmtKind::With { body, .. } = &site.statement.kind else { return None };
    let (first, last) = (body.first()?, body.last()?);
    let outer = indent(reading.text, site.statement.span.start)?;
    let inner = indent(reading.text, first.span.start)?;
    let lines = Span::new(line_start(reading.text, first.span.start), last.span.end);
    let source = reading.source(lines);
    // Lines inside a string may not be moved.
    if !is_nested
        || source.contains("\"\"\"")
        || source.contains("'''")
        || !contains(site.statement.span, last.span)
    {
        return None;
    }
    let moved: Vec<String> = source
        .split_inclusive('\n')
        .map(|line| line.strip_prefix(inner).map_or_else(|| line.to_owned(), |rest| format!("{outer}{rest}")))
        .collect();
    let start = line_start(reading.text, site.statement.span.start);
    all([(Span::new(start, last.span.end), moved.concat())])
}
