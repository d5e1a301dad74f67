//! Many events in order, in pieces: a sequence that grows to hundreds of megabytes is never moved
//! to a larger place as a whole.

use std::iter::Flatten;
use std::ops::Index;
use std::slice::Iter;

use crate::Event;

/// Events of a piece: less than a megabyte.
const PIECE: usize = 1 << 14;

/// A sequence of events, which only grows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Events {
    /// All full but the last.
    pieces: Vec<Vec<Event>>,
}

impl Events {
    /// Adds one at the end.
    pub fn push(&mut self, event: Event) {
        match self.pieces.last_mut().filter(|piece| piece.len() < PIECE) {
            Some(piece) => piece.push(event),
            None => self.pieces.push(vec![event]),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pieces.last().map_or(0, |last| (self.pieces.len() - 1) * PIECE + last.len())
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<&Event> {
        self.pieces.get(index / PIECE)?.get(index % PIECE)
    }

    /// All of them.
    pub fn iter(&self) -> Flatten<Iter<'_, Vec<Event>>> {
        self.pieces.iter().flatten()
    }

    /// How many come before the first for which this is not so, if it is so for all before that and for none after.
    pub fn partition_point(&self, is_before: impl Fn(&Event) -> bool) -> usize {
        let full = self.pieces.partition_point(|piece| piece.last().is_some_and(&is_before));
        match self.pieces.get(full) {
            Some(piece) => full * PIECE + piece.partition_point(is_before),
            None => self.len(),
        }
    }
}

impl<'a> IntoIterator for &'a Events {
    type Item = &'a Event;
    type IntoIter = Flatten<Iter<'a, Vec<Event>>>;

    fn into_iter(self) -> Self::IntoIter {
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

impl Index<usize> for Events {
    type Output = Event;

    fn index(&self, index: usize) -> &Event {
        &self.pieces[index / PIECE][index % PIECE]
    }
}

#[cfg(test)]
mod tests {
    use super::{Events, PIECE};
    use crate::{Actor, Event, Span, StepId, ThreadId, What};

    fn event(ns: i64) -> Event {
        Event {
            step: StepId(0),
            actor: Actor::Thread(ThreadId(0)),
            ns,
            place: Span::default(),
            what: What::End,
        }
    }

    #[test]
    fn pieces_are_one_sequence() {
        for count in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7] {
            let events: Events = (0..).take(count).map(event).collect();
            assert_eq!((events.len(), events.is_empty()), (count, count == 0));
            assert!(events.iter().map(|event| event.ns).eq((0..).take(count)));
            for index in [0, PIECE - 1, PIECE, 2 * PIECE].into_iter().filter(|index| *index < count) {
                assert_eq!(events.get(index), Some(&events[index]));
                assert_eq!(events[index].ns, index as i64);
                assert_eq!(events.partition_point(|event| event.ns < index as i64), index);
            }
            assert_eq!(events.get(count), None);
            assert_eq!(events.partition_point(|_| true), count);
        }
    }
}
