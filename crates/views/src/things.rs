//! What a shared thing is like at a moment: its numbers, who holds it, and who waits for it.

use std::collections::BTreeSet;

use interleave_trace::{BarrierPhase, Change, FutureId, Resource, ResourceId, What};

use crate::compact::size;
use crate::describe;
use crate::facts::{InLine, ThingFacts};
use crate::futures::Purpose;
use crate::naming;
use crate::resources::Tenure;
use crate::story::Story;

/// Somebody who waits in line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Waiter {
    pub(crate) tenure: Tenure,
    pub(crate) purpose: InLine,
}

/// The things that the program knows which are there at a moment; task groups and timeouts as long
/// as somebody is inside.
pub(crate) fn at(story: &Story, moment: u32) -> impl Iterator<Item = ResourceId> {
    let is_there = move |id: ResourceId, kind: Option<Resource>| match kind {
        Some(Resource::TaskGroup | Resource::Timeout) => story.resources.holders(id, moment).next().is_some(),
        _ => true,
    };
    let all = story.resources.all();
    all.take_while(move |(_, life)| life.created.is_none() || life.created.or_never() < moment)
        .filter(move |(id, life)| life.part_of.is_none() && is_there(*id, life.kind))
        .map(|(id, _)| id)
}

/// A thing and what it is made of; parts come just before their whole.
fn parts(story: &Story, id: ResourceId) -> impl Iterator<Item = ResourceId> {
    let before = (id.0.saturating_sub(3)..id.0).rev().map(ResourceId);
    std::iter::once(id).chain(before.filter(move |part| story.resources.whole(*part) == id))
}

/// A thing and by what it can be held: its parts, and the lock that a condition was given.
fn holdable(story: &Story, id: ResourceId) -> impl Iterator<Item = ResourceId> {
    let lock = story.resources.get(id).and_then(|life| life.borrowed.get()).map(ResourceId);
    parts(story, id).chain(lock)
}

/// Who holds a thing at a moment. A condition is held by its lock; what a barrier does with its own is its affair.
pub(crate) fn holders(story: &Story, id: ResourceId, moment: u32) -> Vec<Tenure> {
    let own = story.resources.get(id).and_then(|life| life.kind) == Some(Resource::Barrier);
    let parts = holdable(story, id).filter(|_| !own);
    parts.flat_map(|part| story.resources.holders(part, moment)).copied().collect()
}

/// Who waits for a thing at a moment and has not been woken, line by line, first in line first.
pub(crate) fn waiters(story: &Story, id: ResourceId, moment: u32) -> Vec<Waiter> {
    let woken = |future: FutureId| story.futures.ended(future).is_some_and(|ended| ended < moment);
    let in_line = |part: ResourceId| {
        story.resources.waiters(part, moment).filter_map(move |tenure| {
            let future = tenure.future.get().map(FutureId).filter(|future| !woken(*future))?;
            let to_put = matches!(story.futures.purpose(future), Purpose::LineToPut(_));
            Some(Waiter { tenure: *tenure, purpose: describe::purpose(story, part, to_put) })
        })
    };
    parts(story, id).flat_map(in_line).collect()
}

/// A thing's numbers at a moment.
pub(crate) fn facts(story: &Story, id: ResourceId, moment: u32) -> ThingFacts {
    let Some(life) = story.resources.get(id) else { return ThingFacts::default() };
    let Some(kind) = life.kind else { return ThingFacts::default() };
    let mut facts =
        ThingFacts { thing: naming::thing(&story.source, &story.resources, id), ..ThingFacts::default() };
    match kind {
        Resource::Lock | Resource::Event | Resource::Semaphore | Resource::BoundedSemaphore => {
            facts.level = latest(story, id, moment, level);
            facts.first_level = changes(story, id, moment).find_map(level);
        }
        Resource::Condition => {
            facts.level = holdable(story, id).skip(1).find_map(|lock| latest(story, lock, moment, level));
        }
        Resource::Barrier => {
            facts.level = latest(story, id, moment, level);
            facts.phase = latest(story, id, moment, phase).unwrap_or_default();
        }
        Resource::Queue | Resource::PriorityQueue | Resource::LifoQueue => {
            facts.items = latest(story, id, moment, items).unwrap_or(0);
            facts.unfinished = latest(story, id, moment, unfinished).unwrap_or(0);
            facts.shut_down = life.shut_down.or_never() < moment;
        }
        Resource::TaskGroup => facts.tasks = size(tasks(story, id, moment).len()),
        Resource::Timeout => {
            facts.deadline_ns = latest(story, id, moment, deadline).filter(|ns| *ns < i64::MAX);
            facts.ran_out = latest(story, id, moment, is(Change::RanOut)).is_some();
        }
        Resource::Pool => {}
    }
    facts
}

/// The tasks of a group that are not done at a moment, as futures.
pub(crate) fn tasks(story: &Story, id: ResourceId, moment: u32) -> BTreeSet<FutureId> {
    let mut tasks = BTreeSet::new();
    for change in changes(story, id, moment) {
        if let Change::Joined(future) = change {
            tasks.insert(future);
        } else if let Change::Left(future) = change {
            tasks.remove(&future);
        }
    }
    tasks
}

/// When a timeout runs out, as it stands at a moment. Of other things, no change needs to be read.
pub(crate) fn deadline_at(story: &Story, id: ResourceId, moment: u32) -> Option<i64> {
    story.resources.get(id).filter(|life| life.kind == Some(Resource::Timeout))?;
    latest(story, id, moment, deadline).filter(|ns| *ns < i64::MAX)
}

fn changes(story: &Story, id: ResourceId, moment: u32) -> impl DoubleEndedIterator<Item = Change> {
    story.resources.changes(id, moment).iter().filter_map(|index| match story.event(*index)?.what {
        What::ResourceChanged(_, change) => Some(change),
        _ => None,
    })
}

fn latest<T>(story: &Story, id: ResourceId, moment: u32, pick: impl Fn(Change) -> Option<T>) -> Option<T> {
    changes(story, id, moment).rev().find_map(pick)
}

fn level(change: Change) -> Option<i64> {
    if let Change::Level(level) = change { Some(level) } else { None }
}

fn phase(change: Change) -> Option<BarrierPhase> {
    if let Change::Phase(phase) = change { Some(phase) } else { None }
}

fn items(change: Change) -> Option<u32> {
    if let Change::Put(items) | Change::Got(items) = change { Some(items) } else { None }
}

fn unfinished(change: Change) -> Option<u32> {
    if let Change::Unfinished(items) = change { Some(items) } else { None }
}

fn deadline(change: Change) -> Option<i64> {
    if let Change::Deadline(ns) = change { Some(ns) } else { None }
}

fn is(wanted: Change) -> impl Fn(Change) -> Option<()> {
    move |change| (change == wanted).then_some(())
}
