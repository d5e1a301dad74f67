//! Many events in order, as few bytes as possible: a long run has millions of them.
//!
//! They are kept as bytes (`packing.rs`) in groups, so that one is found by reading a few, and those
//! in pages (`pages.rs`), so that nothing large is ever moved. Times are kept apart: most events
//! happen when the one before did.

use std::fmt::{Debug, Formatter, Result};

use crate::Event;
use crate::packing::{Before, Bytes};
use crate::pages::Pages;

/// A sequence of events in order of time, which only grows.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Events {
    /// Groups that are full.
    groups: Pages,
    /// The last one, which is not.
    open: Vec<u8>,
    /// Events in it.
    in_open: usize,
    /// The last event, as the next one is told from it.
    last: Before,
    /// The events at which the clock has moved, and to what.
    clock: Vec<(u32, i64)>,
}

impl Events {
    /// Events of a group.
    pub const GROUP: usize = 32;

    /// Adds one at the end.
    pub fn push(&mut self, event: Event) {
        if self.clock.last().map_or(0, |(_, ns)| *ns) != event.ns {
            self.clock.push((number(self.len()), event.ns));
        }
        self.last.pack(&event, &mut self.open);
        self.in_open += 1;
        if self.in_open == Self::GROUP {
            self.groups.push(&self.open);
            self.open.clear();
            (self.in_open, self.last) = (0, Before::default());
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.groups.len() * Self::GROUP + self.in_open
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that they take.
    pub fn bytes(&self) -> usize {
        self.groups.bytes() + self.open.len() + self.clock.len() * size_of::<(u32, i64)>()
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<Event> {
        self.iter_from(index).next()
    }

    /// All of them.
    pub fn iter(&self) -> Iter<'_> {
        self.iter_from(0)
    }

    /// Those from this one on.
    pub fn iter_from(&self, index: usize) -> Iter<'_> {
        let first = index - index % Self::GROUP;
        let mut iter = self.group_at(first);
        for _ in first..index {
            iter.next();
        }
        iter
    }

    /// Those that are at hand when this one is: the group that it is in, from that one's first on.
    pub fn around(&self, index: usize) -> (usize, impl Iterator<Item = Event>) {
        let first = index - index % Self::GROUP;
        (first, self.group_at(first).take(Self::GROUP))
    }

    /// The virtual time of an event.
    pub fn ns(&self, index: usize) -> i64 {
        let moved = self.clock.partition_point(|(at, _)| *at as usize <= index);
        moved.checked_sub(1).and_then(|last| self.clock.get(last)).map_or(0, |(_, ns)| *ns)
    }

    /// How many happened at a time or before it.
    pub fn until(&self, ns: i64) -> usize {
        if ns < 0 {
            return 0;
        }
        let moved = self.clock.partition_point(|(_, at)| *at <= ns);
        self.clock.get(moved).map_or(self.len(), |(index, _)| *index as usize)
    }

    /// From the beginning of a group on.
    fn group_at(&self, index: usize) -> Iter<'_> {
        let moved = self.clock.partition_point(|(at, _)| (*at as usize) < index);
        Iter {
            events: self,
            next: index,
            group: Bytes::default(),
            before: Before::default(),
            moved,
            ns: moved.checked_sub(1).and_then(|last| self.clock.get(last)).map_or(0, |(_, ns)| *ns),
        }
    }
}

/// Some of them, one after the other.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    events: &'a Events,
    next: usize,
    /// What is left of the group.
    group: Bytes<'a>,
    before: Before,
    /// How often the clock has moved.
    moved: usize,
    ns: i64,
}

impl Iterator for Iter<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        if self.next >= self.events.len() {
            return None;
        }
        if self.next.is_multiple_of(Events::GROUP) {
            let group = self.events.groups.get(self.next / Events::GROUP);
            self.group = Bytes(group.unwrap_or(&self.events.open));
            self.before = Before::default();
        }
        if let Some((_, ns)) = self.events.clock.get(self.moved).filter(|(at, _)| *at as usize == self.next) {
            self.moved += 1;
            self.ns = *ns;
        }
        self.next += 1;
        Some(self.before.unpack(self.ns, &mut self.group))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.events.len().saturating_sub(self.next);
        (left, Some(left))
    }
}

impl<'a> IntoIterator for &'a Events {
    type Item = Event;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl FromIterator<Event> for Events {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        let mut all = Self::default();
        events.into_iter().for_each(|event| all.push(event));
        all
    }
}

impl Debug for Events {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_list().entries(self).finish()
    }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Events;
    use crate::{Actor, Event, Span, StepId, ThreadId, What};

    fn event(number: u32) -> Event {
        Event {
            step: StepId(number / 3),
            actor: Actor::Thread(ThreadId(number / 5)),
            ns: i64::from(number / 7),
            place: Span { start: number / 2, end: number / 2 + 9 },
            what: What::End,
        }
    }

    #[test]
    fn groups_are_one_sequence() {
        let group = Events::GROUP as u32;
        for count in [0, 1, group - 1, group, group + 1, 2 * group, 3 * group + 7] {
            let events: Events = (0..count).map(event).collect();
            assert_eq!((events.len(), events.is_empty()), (count as usize, count == 0));
            assert!(events.iter().eq((0..count).map(event)));
            for index in 0..count {
                let at = index as usize;
                assert_eq!(events.get(at), Some(event(index)));
                assert!(events.iter_from(at).eq((index..count).map(event)));
                assert_eq!(events.ns(at), event(index).ns);
                let (first, mut around) = events.around(at);
                assert_eq!(around.nth(at - first), Some(event(index)));
            }
            assert_eq!((events.get(count as usize), events.iter_from(9999).next()), (None, None));
            for ns in -1..20 {
                assert_eq!(events.until(ns), (0..count).filter(|number| event(*number).ns <= ns).count());
            }
        }
    }

    #[test]
    fn an_event_takes_few_bytes() {
        let step = |number: u32| Event { place: Span { start: 70, end: 90 }, ns: 0, ..event(number) };
        let events: Events = (0..100_000).map(step).collect();
        assert!(events.bytes() < 5 * events.len(), "{}", events.bytes());
    }
}
