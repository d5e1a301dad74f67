//! Reads lives off the trace, event by event.

use interleave_trace::{Actor, Event, FutureId, Span, TaskId, TextId, ThreadId, Trace, What};

use super::{Lanes, Life, Stretch, Totals, Transition, is_end};
use crate::compact::{ById, Grouped, Maybe, Pieces, size};
use crate::futures::{Futures, Purpose};
use crate::sight::{Lane, State};
use crate::story::moment_ns;

/// Lanes in the making.
#[derive(Debug, Default)]
pub(crate) struct Building {
    pub(crate) lanes: Lanes,
    stretches: Pieces<(u32, Stretch)>,
    /// The lanes that came to another place of the text, and the events; where each stands.
    places: Pieces<(u32, u32)>,
    stands: ById<Span>,
    /// Who waits for each future: the first of them, and by lane the next one.
    first_waiter: ById<Maybe>,
    next_waiter: ById<Maybe>,
    /// The last event of each thread but the acting one, and its nanosecond.
    last_of_thread: ById<(u32, i64)>,
    acting: Acting,
    /// The lane of the thread whose own code ran last: who begins a loop drives it.
    thread: u32,
}

/// Whoever acts: most events are by the one who acted in the event before.
#[derive(Debug)]
struct Acting {
    actor: Actor,
    lane: u32,
    home: u32,
    is_task: bool,
    /// The last event of its thread, and its nanosecond.
    last: (u32, i64),
    /// Nothing has changed since it was found to be at work.
    is_awake: bool,
}

impl Default for Acting {
    fn default() -> Self {
        let actor = Actor::Thread(ThreadId(0));
        Self { actor, lane: 0, home: 0, is_task: false, last: (0, 0), is_awake: false }
    }
}

impl Building {
    pub(crate) fn new() -> Self {
        let mut building = Self::default();
        building.thread_begins(ThreadId(0), None);
        building
    }

    /// Is to be told after futures have been. The lane of whoever acts.
    pub(crate) fn note(&mut self, index: u32, event: &Event, futures: &Futures, trace: &Trace) -> u32 {
        if self.acting.actor != event.actor {
            self.meet(event.actor);
        }
        let lane = self.acting.lane;
        self.goes(lane, index, event);
        if !self.acting.is_awake {
            // Who is unblocked was blocked until then.
            self.wake(index + u32::from(matches!(event.what, What::Unblocks)));
        }
        if matches!(event.actor, Actor::Loop(_)) {
            self.idle_before(index, event);
        }
        self.change(lane, index, event, (futures, trace));
        self.acting.last = (index, event.ns);
        lane
    }

    /// Somebody else acts; a loop that nobody has seen yet belongs to the thread that ran last.
    fn meet(&mut self, actor: Actor) {
        match actor {
            Actor::Loop(id) | Actor::Callback(id) => {
                let driver = self.lanes.of_loop.at(id.0);
                if driver.is_none() {
                    *driver = Maybe::some(self.thread);
                }
            }
            Actor::Thread(_) => self.thread = self.lanes.of(actor),
            Actor::Task(_) => {}
        }
        let (lane, home) = (self.lanes.of(actor), self.lanes.home_of(actor));
        if home != self.acting.home {
            *self.last_of_thread.at(self.acting.home) = self.acting.last;
            self.acting.last = *self.last_of_thread.at(home);
        }
        let (is_task, last) = (self.is_task(lane), self.acting.last);
        self.acting = Acting { actor, lane, home, is_task, last, is_awake: false };
    }

    /// A loop is nowhere in the text between two handles.
    fn goes(&mut self, lane: u32, index: u32, event: &Event) {
        if matches!(event.actor, Actor::Loop(_)) || event.place == Span::default() {
            return;
        }
        let stands = self.stands.at(lane);
        if *stands != event.place {
            *stands = event.place;
            self.places.push((lane, index));
        }
    }

    /// Whoever acts is not blocked any more, nor is its thread.
    fn wake(&mut self, index: u32) {
        let mut is_awake = true;
        for lane in [self.acting.home, self.acting.lane] {
            let state = self.state(lane);
            let own = !self.is_task(lane);
            if state == Some(State::Blocking) || own && state != Some(State::Running) {
                self.turn(lane, index, State::Running, Maybe::some(index));
                is_awake = false;
            }
        }
        self.acting.is_awake = is_awake;
    }

    /// A loop before which the clock has moved was idle since its thread's last event.
    fn idle_before(&mut self, index: u32, event: &Event) {
        let Acting { home, last: (last, ns), .. } = self.acting;
        if ns < event.ns && last < index {
            let sleeps = matches!(event.what, What::TimerFired(_));
            let state = if sleeps { State::Sleeping } else { State::Waiting };
            self.turn(home, last + 1, state, Maybe::NONE);
            self.turn(home, index + 1, State::Running, Maybe::some(index));
        }
    }

    fn change(&mut self, lane: u32, index: u32, event: &Event, (futures, trace): (&Futures, &Trace)) {
        let after = index + 1;
        let by_this = Maybe::some(index);
        let of_task = self.acting.is_task;
        match event.what {
            What::Start { .. } if of_task => self.turn(lane, after, State::Running, by_this),
            What::Yields if of_task => self.turn(lane, after, State::Ready, by_this),
            What::Awaits(future) if of_task => self.awaits(lane, index, future, futures),
            // Its code is told at once of a misuse of what it gave to the loop.
            What::End if of_task && self.state(lane) == Some(State::Running) => {
                self.turn(lane, after, State::Ready, by_this);
            }
            What::TaskCreated { task, code, .. } if is_housekeeping(trace.text(code)) => {
                *self.lanes.of_task.at(task.0) = Maybe::some(self.lanes.home_of(event.actor));
            }
            What::TaskCreated { task, name, code, .. } => {
                self.task_begins(task, (name, code), (lane, event.actor), index);
            }
            What::Resolved(future) => self.ends(future, State::Done, index, futures),
            What::Failed(future) => self.ends(future, State::Failed, index, futures),
            What::Cancelled(future) => self.ends(future, State::Cancelled, index, futures),
            What::Blocks { until_ns } if until_ns > event.ns => self.blocks(lane, index, event, until_ns),
            What::ThreadStarted { thread, .. } if !of_task && matches!(event.actor, Actor::Task(_)) => {
                *self.lanes.of_thread.at(thread.0) = Maybe::some(lane);
            }
            What::ThreadStarted { thread, name } => self.thread_begins(thread, Some((lane, index, name))),
            What::ThreadEnded(thread) | What::ThreadFailed(thread) => {
                let itself = |life: &&Life| life.lane == Lane::Thread(thread.0);
                let lane = self.lanes.number(Lane::Thread(thread.0));
                if let Some(lane) = lane.filter(|lane| self.lanes.life(*lane).as_ref().is_some_and(itself)) {
                    let has_failed = matches!(event.what, What::ThreadFailed(_));
                    self.turn(lane, after, if has_failed { State::Failed } else { State::Done }, by_this);
                }
            }
            What::Start { .. }
            | What::End
            | What::Yields
            | What::Iteration { .. }
            | What::FutureCreated(_)
            | What::CancelRequested(_)
            | What::CancelDelivered(_)
            | What::Uncancelled(_)
            | What::CallAsked { .. }
            | What::JobGiven { .. }
            | What::JobBegun(_)
            | What::JobEnded(_)
            | What::StandsFor { .. }
            | What::TimerSet { .. }
            | What::TimerFired(_)
            | What::TimerCancelled(_)
            | What::ResourceCreated(..)
            | What::ResourceChanged(..)
            | What::Awaits(_)
            | What::Blocks { .. }
            | What::Unblocks
            | What::DelayFrom(_)
            | What::Prints(_)
            | What::Warns(_)
            | What::Depends { .. }
            | What::Raised { .. }
            | What::Line => {}
        }
    }

    fn awaits(&mut self, lane: u32, index: u32, future: FutureId, futures: &Futures) {
        if futures.ended(future).is_some() {
            return self.turn(lane, index + 1, State::Ready, Maybe::some(index));
        }
        let sleeps = matches!(futures.purpose(future), Purpose::Nap(_));
        let state = if sleeps { State::Sleeping } else { State::Waiting };
        self.turn(lane, index + 1, state, Maybe::some(future.0));
        let first = self.first_waiter.at(future.0);
        *self.next_waiter.at(lane) = std::mem::replace(first, Maybe::some(lane));
    }

    /// A future ended: a task with it, if it is one, and whoever waits for it is ready.
    fn ends(&mut self, future: FutureId, state: State, index: u32, futures: &Futures) {
        if let Purpose::Task(task) = futures.purpose(future)
            && let Some(lane) = self.lanes.number(Lane::Task(task.0)).filter(|lane| self.is_task(*lane))
        {
            self.turn(lane, index + 1, state, Maybe::some(index));
        }
        let mut waiter = std::mem::take(self.first_waiter.at(future.0)).get();
        while let Some(lane) = waiter {
            self.turn(lane, index + 1, State::Ready, Maybe::some(index));
            waiter = std::mem::take(self.next_waiter.at(lane)).get();
        }
    }

    fn blocks(&mut self, lane: u32, index: u32, event: &Event, until_ns: i64) {
        let home = self.lanes.home_of(event.actor);
        // A thread other than the main one that waits for no time waits for work, as far as is known.
        let rests = until_ns == i64::MAX && home == lane && lane != 0;
        let state = if rests { State::Waiting } else { State::Blocking };
        let on = if rests { Maybe::NONE } else { Maybe::some(index) };
        for lane in [home, lane] {
            self.turn(lane, index + 1, state, on);
        }
    }

    fn task_begins(
        &mut self,
        task: TaskId,
        (name, code): (TextId, TextId),
        (creator, actor): (u32, Actor),
        index: u32,
    ) {
        let home = self.lanes.home_of(actor);
        *self.lanes.of_task.at(task.0) = Maybe::some(self.lanes.count());
        self.begins(
            index + 1,
            Life {
                lane: Lane::Task(task.0),
                creator: Maybe::some(creator),
                created: Maybe::some(index),
                name: Some(name),
                code: Some(code),
                home,
                row: 0,
                depth: 0,
            },
        );
    }

    /// A thread comes to be, by somebody's event and with a name unless it is the main one.
    fn thread_begins(&mut self, thread: ThreadId, by: Option<(u32, u32, TextId)>) {
        let number = self.lanes.count();
        *self.lanes.of_thread.at(thread.0) = Maybe::some(number);
        self.begins(
            by.map_or(0, |(_, index, _)| index + 1),
            Life {
                lane: Lane::Thread(thread.0),
                creator: by.map_or(Maybe::NONE, |(creator, ..)| Maybe::some(creator)),
                created: by.map_or(Maybe::NONE, |(_, index, _)| Maybe::some(index)),
                name: by.map(|(.., name)| name),
                code: None,
                home: number,
                row: 0,
                depth: 0,
            },
        );
    }

    fn begins(&mut self, from: u32, life: Life) {
        let state = if life.created.is_none() { State::Running } else { State::Ready };
        let first = Stretch { from, state, on: life.created };
        self.stretches.push((self.lanes.count(), first));
        self.lanes.lives.push(life);
        self.lanes.now.push(first);
        self.passes(Transition { at: from, before: None, after: state });
    }

    fn is_task(&self, lane: u32) -> bool {
        self.lanes.life(lane).is_some_and(|life| matches!(life.lane, Lane::Task(_)))
    }

    fn state(&self, lane: u32) -> Option<State> {
        self.lanes.now.get(lane).map(|stretch| stretch.state)
    }

    /// A lane changes its state; nothing changes any more once it has ended.
    fn turn(&mut self, lane: u32, from: u32, state: State, on: Maybe) {
        let next = Stretch { from, state, on };
        let Some(now) = self.lanes.now.get_mut(lane) else { return };
        let awaits = matches!(state, State::Sleeping | State::Waiting);
        let same = now.state == state && (now.on == on || !awaits);
        if is_end(now.state) || same || from < now.from {
            return;
        }
        let before = std::mem::replace(now, next).state;
        self.acting.is_awake = false;
        self.stretches.push((lane, next));
        self.passes(Transition { at: from, before: Some(before), after: state });
    }

    /// A loop's idleness is noticed only when it is over; what others did meanwhile has moved up then.
    fn passes(&mut self, transition: Transition) {
        let all = &mut self.lanes.transitions;
        let mut place = all.len();
        all.push(transition);
        while let Some(later) = place.checked_sub(1).and_then(|before| all.get(before)).copied()
            && later.at > transition.at
        {
            all.set(place, later);
            place -= 1;
            all.set(place, transition);
        }
    }

    /// Where nothing can go on, loops wait for what does not come.
    fn rest_for_ever(&mut self, end: u32) {
        for lane in 0..self.lanes.count() {
            if !self.is_task(lane) && self.state(lane) == Some(State::Running) {
                self.turn(lane, end, State::Waiting, Maybe::NONE);
            }
        }
    }

    pub(crate) fn finish(mut self, trace: &Trace) -> Lanes {
        if trace.stuck {
            self.rest_for_ever(size(trace.events.len()));
        }
        let Self { mut lanes, stretches, places, .. } = self;
        lanes.arrange();
        lanes.stretches = Grouped::new(lanes.count(), &stretches);
        drop(stretches);
        lanes.places = Grouped::new(lanes.count(), &places);
        for lane in 0..lanes.count() {
            lanes.totals.push(totals(lanes.stretches(lane), trace));
        }
        lanes
    }
}

/// Whoever has not ended does what it does until the end.
fn totals(stretches: &[Stretch], trace: &Trace) -> Totals {
    let mut totals = Totals::default();
    let mut now = stretches.first().map_or(0, |first| moment_ns(trace, first.from));
    for (index, stretch) in stretches.iter().enumerate() {
        let end = stretches.get(index + 1).map_or(u32::MAX, |next| next.from);
        let begun = std::mem::replace(&mut now, moment_ns(trace, end));
        match stretch.state {
            State::Running => totals.turns += 1,
            State::Sleeping => totals.slept_ns += now - begun,
            State::Waiting => totals.waited_ns += now - begun,
            State::Blocking => totals.blocked_ns += now - begun,
            State::Ready | State::Done | State::Failed | State::Cancelled => {}
        }
    }
    totals
}

/// What `asyncio.run` does at its end is no task of the program's; its thread does it.
fn is_housekeeping(code: &str) -> bool {
    matches!(code, "BaseEventLoop.shutdown_asyncgens" | "BaseEventLoop.shutdown_default_executor")
}
