//! What tasks share: each thing's changes, who holds it, and who stands in line.

use std::collections::{BTreeMap, BTreeSet};

use interleave_trace::{Change, Event, FutureId, Resource, ResourceId, Span, What};

use crate::compact::{ById, Grouped, Maybe, Pieces};

/// A shared thing's life.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ResourceLife {
    pub(crate) kind: Option<Resource>,
    /// The event that created it.
    pub(crate) created: Maybe,
    /// Where in the program.
    pub(crate) place: Span,
    /// The thing that was made of it, if the program never sees it itself: a condition's own lock.
    pub(crate) part_of: Maybe,
    /// The lock that it works with and that the program made itself: a condition's.
    pub(crate) borrowed: Maybe,
    /// The event with which it was shut down.
    pub(crate) shut_down: Maybe,
    /// How many of its class were made before it.
    pub(crate) of_class: u32,
    /// How many were made before it at the same place of the text.
    pub(crate) of_place: u32,
}

/// A stretch of a lane in which it holds a thing, or stands in line for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tenure {
    pub(crate) lane: u32,
    /// The moment from which it does.
    pub(crate) from: u32,
    /// The moment from which it does no more.
    pub(crate) to: Maybe,
    /// With which future it stands in line.
    pub(crate) future: Maybe,
}

impl Tenure {
    pub(crate) fn is_at(&self, moment: u32) -> bool {
        self.from <= moment && moment < self.to.or_never()
    }
}

/// All shared things of a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resources {
    lives: ById<ResourceLife>,
    changes: Grouped<u32>,
    holders: Grouped<Tenure>,
    waiters: Grouped<Tenure>,
    /// The same tenures of holding, by lane.
    by_lane: Grouped<Held>,
}

#[derive(Clone, Copy, Debug)]
struct Held {
    resource: ResourceId,
    tenure: Tenure,
}

impl Resources {
    pub(crate) fn get(&self, id: ResourceId) -> Option<ResourceLife> {
        self.lives.get(id.0).copied()
    }

    /// All, in order of creation.
    pub(crate) fn all(&self) -> impl Iterator<Item = (ResourceId, ResourceLife)> {
        self.lives.iter().map(|(id, life)| (ResourceId(id), *life))
    }

    /// The thing that the program knows, of which this one is a part.
    pub(crate) fn whole(&self, mut id: ResourceId) -> ResourceId {
        while let Some(whole) = self.get(id).and_then(|life| life.part_of.get()) {
            // What is made of parts comes after them.
            if whole <= id.0 {
                break;
            }
            id = ResourceId(whole);
        }
        id
    }

    /// The events that changed it before a moment, in order.
    pub(crate) fn changes(&self, id: ResourceId, moment: u32) -> &[u32] {
        let all = self.changes.of(id.0);
        all.get(..all.partition_point(|change| *change < moment)).unwrap_or(all)
    }

    /// Who holds it at a moment, in the order in which they got it.
    pub(crate) fn holders(&self, id: ResourceId, moment: u32) -> impl Iterator<Item = &Tenure> {
        self.holders.of(id.0).iter().filter(move |tenure| tenure.is_at(moment))
    }

    /// What a lane holds at a moment.
    pub(crate) fn held_by(&self, lane: u32, moment: u32) -> impl Iterator<Item = ResourceId> {
        let held = self.by_lane.of(lane).iter().filter(move |held| held.tenure.is_at(moment));
        held.map(|held| held.resource)
    }

    /// Who stands in line for it at a moment, first the one who came first.
    pub(crate) fn waiters(&self, id: ResourceId, moment: u32) -> impl Iterator<Item = &Tenure> {
        self.waiters.of(id.0).iter().filter(move |tenure| tenure.is_at(moment))
    }
}

/// Shared things in the making.
#[derive(Debug, Default)]
pub(crate) struct Building {
    resources: Resources,
    changes: Pieces<(u32, u32)>,
    holders: Pieces<(u32, Tenure)>,
    waiters: Pieces<(u32, Tenure)>,
    /// Tenures of holding that are not over: resource, lane, index.
    held: BTreeSet<(u32, u32, u32)>,
    /// Tenures of waiting that are not over.
    waited: BTreeMap<FutureId, u32>,
    of_class: BTreeMap<&'static str, u32>,
    of_place: BTreeMap<(u32, &'static str), u32>,
}

impl Building {
    pub(crate) fn note(&mut self, index: u32, event: &Event, lane: u32) {
        if let What::ResourceCreated(id, kind) = event.what {
            self.create(index, event, id, kind);
        } else if let What::ResourceChanged(id, change) = event.what {
            self.changes.push((id.0, index));
            self.change(index, event, id, change, lane);
        }
    }

    fn create(&mut self, index: u32, event: &Event, id: ResourceId, kind: Resource) {
        let (class, place) = (class(kind), event.place);
        *self.resources.lives.at(id.0) = ResourceLife {
            kind: Some(kind),
            created: Maybe::some(index),
            place,
            part_of: Maybe::NONE,
            borrowed: Maybe::NONE,
            shut_down: Maybe::NONE,
            of_class: next(self.of_class.entry(class).or_default()),
            of_place: next(self.of_place.entry((place.start, class)).or_default()),
        };
    }

    fn change(&mut self, index: u32, event: &Event, id: ResourceId, change: Change, lane: u32) {
        let tenure = Tenure { lane, from: index + 1, to: Maybe::NONE, future: Maybe::NONE };
        match change {
            Change::Uses(part) => {
                let life = self.resources.lives.at(part.0);
                // A condition may be given a lock that the program has made before, elsewhere.
                if life.place == event.place {
                    life.part_of = Maybe::some(id.0);
                } else {
                    self.resources.lives.at(id.0).borrowed = Maybe::some(part.0);
                }
            }
            Change::Acquired => {
                self.held.insert((id.0, lane, self.holders.len()));
                self.holders.push((id.0, tenure));
            }
            Change::Released => self.release(id, lane, index),
            Change::Queued(future) | Change::QueuedToPut(future) => {
                self.waited.insert(future, self.waiters.len());
                self.waiters.push((id.0, Tenure { future: Maybe::some(future.0), ..tenure }));
            }
            Change::Left(future) => {
                let tenure = self.waited.remove(&future).and_then(|place| self.waiters.get_mut(place));
                tenure.into_iter().for_each(|(_, tenure)| tenure.to = Maybe::some(index + 1));
            }
            Change::ShutDown => {
                let life = self.resources.lives.at(id.0);
                life.shut_down = life.shut_down.min(Maybe::some(index));
            }
            Change::Level(_)
            | Change::Put(_)
            | Change::Got(_)
            | Change::Unfinished(_)
            | Change::Phase(_)
            | Change::Joined(_)
            | Change::Deadline(_)
            | Change::RanOut => {}
        }
    }

    /// Whoever gives back gives its own; a permit that is not its own is that of some holder.
    fn release(&mut self, id: ResourceId, lane: u32, index: u32) {
        let own = self.held.range((id.0, lane, 0)..=(id.0, lane, u32::MAX)).next_back();
        let any = || self.held.range((id.0, 0, 0)..=(id.0, u32::MAX, u32::MAX)).next();
        let Some(held) = own.or_else(any).copied() else { return };
        self.held.remove(&held);
        if let Some((_, tenure)) = self.holders.get_mut(held.2) {
            tenure.to = Maybe::some(index + 1);
        }
    }

    pub(crate) fn finish(self, lanes: u32) -> Resources {
        let count = self.resources.lives.len();
        let mut by_lane = Pieces::default();
        for (resource, tenure) in self.holders.iter() {
            by_lane.push((tenure.lane, Held { resource: ResourceId(*resource), tenure: *tenure }));
        }
        Resources {
            by_lane: Grouped::new(lanes, &by_lane),
            changes: Grouped::new(count, &self.changes),
            holders: Grouped::new(count, &self.holders),
            waiters: Grouped::new(count, &self.waiters),
            ..self.resources
        }
    }
}

/// The number, which is one more from now on.
fn next(count: &mut u32) -> u32 {
    *count += 1;
    *count - 1
}

/// A kind's class, as a program writes it.
pub(crate) fn class(kind: Resource) -> &'static str {
    match kind {
        Resource::Lock => "Lock",
        Resource::Event => "Event",
        Resource::Condition => "Condition",
        Resource::Semaphore => "Semaphore",
        Resource::BoundedSemaphore => "BoundedSemaphore",
        Resource::Barrier => "Barrier",
        Resource::Queue => "Queue",
        Resource::PriorityQueue => "PriorityQueue",
        Resource::LifoQueue => "LifoQueue",
        Resource::TaskGroup => "TaskGroup",
        Resource::Timeout => "timeout",
        Resource::Pool => "ThreadPoolExecutor",
    }
}
