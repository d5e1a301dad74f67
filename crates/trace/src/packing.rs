//! An event as bytes: small numbers take few, and what is as it was in the event before takes none.
//!
//! The bytes never leave the memory that they were written in, so their order may change at will.

use crate::{
    Actor, BarrierPhase, CallId, Change, Event, FutureId, JobId, LoopId, OriginId, Reason, Resource,
    ResourceId, Span, StepId, TaskId, TextId, ThreadId, TimerId, What,
};

/// What the next event is told from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Before {
    step: StepId,
    actor: Actor,
    place: Span,
}

impl Default for Before {
    fn default() -> Self {
        Self { step: StepId(0), actor: Actor::Thread(ThreadId(0)), place: Span { start: 0, end: 0 } }
    }
}

/// The first number of an event: these bits, and above them how far its step is from the one before.
const OTHER_PLACE: u64 = 1;
const OTHER_ACTOR: u64 = 2;
const STEP: u32 = 2;

impl Before {
    /// Writes all of an event but its time.
    pub(crate) fn pack(&mut self, event: &Event, out: &mut Vec<u8>) {
        let other_place = event.place != self.place;
        let other_actor = event.actor != self.actor;
        let steps = folded(i64::from(event.step.0) - i64::from(self.step.0));
        ((steps << STEP) | (u64::from(other_actor) * OTHER_ACTOR) | u64::from(other_place)).pack(out);
        if other_actor {
            event.actor.pack(out);
        }
        if other_place {
            event.place.start.pack(out);
            event.place.end.wrapping_sub(event.place.start).pack(out);
        }
        event.what.pack(out);
        *self = Self { step: event.step, actor: event.actor, place: event.place };
    }

    /// Reads the next event, and is what the one after is told from.
    pub(crate) fn unpack(&mut self, ns: i64, bytes: &mut Bytes<'_>) -> Event {
        let head = u64::unpack(bytes);
        self.step.0 = self.step.0.wrapping_add(unfolded(head >> STEP) as u32);
        if head & OTHER_ACTOR > 0 {
            self.actor = Actor::unpack(bytes);
        }
        if head & OTHER_PLACE > 0 {
            let start = u32::unpack(bytes);
            self.place = Span { start, end: start.wrapping_add(u32::unpack(bytes)) };
        }
        Event { step: self.step, actor: self.actor, ns, place: self.place, what: What::unpack(bytes) }
    }
}

/// Bytes that are left; nothing but noughts follows their end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl Bytes<'_> {
    #[inline]
    fn take(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number whose first byte says that more follow.
    fn take_rest_of(&mut self, first: u8) -> u64 {
        let (mut number, mut shift) = (u64::from(first & 0x7f), 7);
        loop {
            let byte = self.take();
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift >= u64::BITS {
                return number;
            }
        }
    }
}

trait Packed {
    fn pack(self, out: &mut Vec<u8>);
    fn unpack(bytes: &mut Bytes<'_>) -> Self;
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
impl Packed for u64 {
    fn pack(mut self, out: &mut Vec<u8>) {
        while self > 0x7f {
            out.push(self as u8 | 0x80);
            self >>= 7;
        }
        out.push(self as u8);
    }

    #[inline]
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        let first = bytes.take();
        if first < 0x80 { first.into() } else { bytes.take_rest_of(first) }
    }
}

impl Packed for u32 {
    fn pack(self, out: &mut Vec<u8>) {
        u64::from(self).pack(out);
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        u64::unpack(bytes) as Self
    }
}

impl Packed for i64 {
    fn pack(self, out: &mut Vec<u8>) {
        folded(self).pack(out);
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        unfolded(u64::unpack(bytes))
    }
}

/// Numbers near nought are small ones, on either side of it.
fn folded(number: i64) -> u64 {
    (number << 1 ^ number >> 63).cast_unsigned()
}

fn unfolded(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

impl Packed for Option<CallId> {
    fn pack(self, out: &mut Vec<u8>) {
        self.map_or(0, |call| u64::from(call.0) + 1).pack(out);
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        u64::unpack(bytes).checked_sub(1).map(|call| CallId(call as u32))
    }
}

macro_rules! pack_ids {
    ($($id:ident),*) => {$(
        impl Packed for $id {
            fn pack(self, out: &mut Vec<u8>) {
                self.0.pack(out);
            }

            fn unpack(bytes: &mut Bytes<'_>) -> Self {
                Self(u32::unpack(bytes))
            }
        }
    )*};
}

pack_ids!(StepId, TaskId, FutureId, TimerId, CallId, JobId, ThreadId, LoopId, ResourceId, TextId);

impl Packed for OriginId {
    fn pack(self, out: &mut Vec<u8>) {
        // The bit that tells computed numbers is the highest: last, it costs nothing.
        self.0.rotate_left(1).pack(out);
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        Self(u32::unpack(bytes).rotate_right(1))
    }
}

/// A byte says which variant it is, then its fields follow. The last one has what numbers are left.
macro_rules! pack_variants {
    ($($name:ident {
        $($tag:literal $variant:ident {$($field:tt: $value:ident),*})*
        _ $last:ident {$($last_field:tt: $last_value:ident),*}
    })*) => {$(
        impl Packed for $name {
            fn pack(self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant { $($field: $value),* } => {
                        out.push($tag);
                        $($value.pack(out);)*
                    })*
                    Self::$last { $($last_field: $last_value),* } => {
                        out.push(u8::MAX);
                        $($last_value.pack(out);)*
                    }
                }
            }

            fn unpack(bytes: &mut Bytes<'_>) -> Self {
                match bytes.take() {
                    $($tag => {
                        $(let $value = Packed::unpack(bytes);)*
                        Self::$variant { $($field: $value),* }
                    })*
                    _ => {
                        $(let $last_value = Packed::unpack(bytes);)*
                        Self::$last { $($last_field: $last_value),* }
                    }
                }
            }
        }
    )*};
}

pack_variants! {
    What {
        0 Start { cause: cause, reason: reason, call: call }
        1 Iteration { number: number, ready: ready }
        2 TaskCreated { task: task, future: future, name: name, code: code }
        3 FutureCreated { 0: future }
        4 Depends { outer: outer, inner: inner }
        5 Awaits { 0: future }
        6 Yields {}
        7 Resolved { 0: future }
        8 Raised { future: future, error: error }
        9 Failed { 0: future }
        10 Cancelled { 0: future }
        11 CancelRequested { 0: task }
        12 CancelDelivered { 0: task }
        13 Uncancelled { 0: task }
        14 CallAsked { call: call, name: name }
        15 TimerSet { timer: timer, due_ns: due_ns }
        16 TimerFired { 0: timer }
        17 TimerCancelled { 0: timer }
        18 ResourceCreated { 0: id, 1: resource }
        19 ResourceChanged { 0: id, 1: change }
        20 Blocks { until_ns: until_ns }
        21 Unblocks {}
        22 ThreadStarted { thread: thread, name: name }
        23 ThreadEnded { 0: thread }
        24 JobGiven { job: job, name: name }
        25 JobBegun { 0: job }
        26 JobEnded { 0: job }
        27 StandsFor { future: future, job: job }
        28 DelayFrom { 0: origin }
        29 Prints { 0: text }
        30 Warns { 0: text }
        31 Line {}
        32 ThreadFailed { 0: thread }
        _ End {}
    }
    Actor {
        0 Thread { 0: thread }
        1 Task { 0: task }
        2 Callback { 0: of }
        _ Loop { 0: it }
    }
    Reason {
        0 Created {}
        1 Yielded {}
        2 Awaited { 0: future }
        3 Thrown {}
        4 Timer { 0: timer }
        5 Done { 0: future }
        _ CalledSoon {}
    }
    Change {
        0 Uses { 0: id }
        1 Level { 0: level }
        2 Acquired {}
        3 Released {}
        4 Queued { 0: future }
        5 QueuedToPut { 0: future }
        6 Left { 0: future }
        7 Put { 0: items }
        8 Got { 0: items }
        9 Unfinished { 0: items }
        10 Phase { 0: phase }
        11 ShutDown {}
        12 Joined { 0: future }
        13 Deadline { 0: ns }
        _ RanOut {}
    }
    BarrierPhase {
        0 Filling {}
        1 Draining {}
        2 Resetting {}
        _ Broken {}
    }
    Resource {
        0 Lock {}
        1 Event {}
        2 Condition {}
        3 Semaphore {}
        4 BoundedSemaphore {}
        5 Barrier {}
        6 Queue {}
        7 PriorityQueue {}
        8 LifoQueue {}
        9 TaskGroup {}
        10 Timeout {}
        _ Pool {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Before, Bytes, Packed, folded, unfolded};
    use crate::{
        Actor, CallId, Change, Event, FutureId, LoopId, OriginId, Reason, ResourceId, Span, StepId, TaskId,
        TextId, ThreadId, TimerId, What,
    };

    #[test]
    fn numbers_of_every_size_come_back() {
        let sizes = (0..64).flat_map(|bits| [(1_u64 << bits) - 1, 1 << bits, u64::MAX - (1 << bits)]);
        for number in sizes.chain([u64::MAX]) {
            let mut bytes = Vec::new();
            number.pack(&mut bytes);
            assert_eq!(u64::unpack(&mut Bytes(&bytes)), number);
            assert_eq!(folded(unfolded(number)), number);
        }
        assert_eq!([0, -1, 1, -2].map(folded), [0, 1, 2, 3]);
        assert_eq!(u64::unpack(&mut Bytes(&[])), 0);
    }

    #[test]
    fn events_come_back_as_they_were() {
        let most = u32::MAX;
        let deeds = [
            What::Start { cause: StepId(most), reason: Reason::Awaited(FutureId(most)), call: None },
            What::Start { cause: StepId(0), reason: Reason::CalledSoon, call: Some(CallId(most)) },
            What::End,
            What::Iteration { number: u64::MAX, ready: most },
            What::TaskCreated { task: TaskId(1), future: FutureId(2), name: TextId(3), code: TextId(4) },
            What::TimerSet { timer: TimerId(7), due_ns: i64::MAX },
            What::ResourceChanged(ResourceId(9), Change::Level(i64::MIN)),
            What::ResourceChanged(ResourceId(9), Change::RanOut),
            What::DelayFrom(OriginId(most)),
            What::Line,
        ];
        let actors = [Actor::Loop(LoopId(3)), Actor::Task(TaskId(most)), Actor::Thread(ThreadId(0))];
        let places = [(0, 0), (5, 900), (most, 3)];
        let steps = [most, 0, 7].map(StepId);
        let events: Vec<Event> = deeds
            .into_iter()
            .flat_map(|what| actors.map(|actor| (what, actor)))
            .flat_map(|(what, actor)| steps.map(|step| (what, actor, step)))
            .flat_map(|(what, actor, step)| {
                places.map(|(start, end)| Event { step, actor, ns: 5, place: Span { start, end }, what })
            })
            .collect();
        let (mut bytes, mut before) = (Vec::new(), Before::default());
        events.iter().for_each(|event| before.pack(event, &mut bytes));
        let (mut bytes, mut before) = (Bytes(&bytes), Before::default());
        for event in events {
            assert_eq!(before.unpack(5, &mut bytes), event);
        }
        assert!(bytes.0.is_empty());
    }
}
