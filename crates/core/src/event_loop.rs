//! One event loop: its ready queue, its timers, and the rule of one iteration.

use std::collections::VecDeque;

use interleave_trace::{Actor, LoopId, TimerId, What};

use crate::concurrent::Pool;
use crate::events::{Call, Handle, HandleKind};
use crate::futures::{Body, Future};
use crate::machine::{Machine, Spin};
use crate::native::{Callback, Refused};
use crate::program::{Program, Raised};
use crate::ready::{Ready, StepWhy, Work};
use crate::tasks::Task;
use crate::time::{Moment, delay, nanoseconds};
use crate::timers::{Timed, Timers};

/// After so many iterations at one instant, the clock is turned to the first timer.
const SPINS: u32 = 10_000;

/// An event loop of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventLoop(pub(crate) LoopId);

pub(crate) struct LoopState<P: Program> {
    pub(crate) ready: VecDeque<Ready<P>>,
    /// What came from outside: ready when the next iteration begins, behind all that is ready by then.
    pub(crate) arrivals: Vec<Ready<P>>,
    pub(crate) timers: Timers<P>,
    /// Handles of this iteration that have not run yet.
    pub(crate) todo: usize,
    pub(crate) current: Option<Task<P>>,
    pub(crate) stopping: bool,
    pub(crate) closed: bool,
    /// Whoever keeps it does so beyond the end of the program.
    pub(crate) outlives: bool,
    /// What takes long is reported.
    pub(crate) debug: bool,
    pub(crate) driven: bool,
    /// Since it is driven, it has begun an iteration.
    pub(crate) begun: bool,
    /// The waiting before the next iteration is over.
    pub(crate) waited: bool,
    pub(crate) iterations: u64,
    pub(crate) pool: Option<Pool<P>>,
    /// The pool takes no more jobs, even if it has never had one.
    pub(crate) pool_ended: bool,
}

impl<P: Program> LoopState<P> {
    fn new() -> Self {
        Self {
            ready: VecDeque::new(),
            arrivals: Vec::new(),
            timers: Timers::new(),
            todo: 0,
            current: None,
            stopping: false,
            closed: false,
            outlives: false,
            debug: false,
            driven: false,
            begun: false,
            waited: false,
            iterations: 0,
            pool: None,
            pool_ended: false,
        }
    }

    /// What a loop of another machine is taken for: nothing runs it.
    pub(crate) fn foreign() -> Self {
        Self { closed: true, ..Self::new() }
    }
}

impl<P: Program> LoopState<P> {
    /// After a burst, the queue needs no longer be as large as the burst was.
    fn give_back_room(&mut self) {
        const KEEP: usize = 1024;
        if self.ready.capacity() > KEEP && self.ready.capacity() / 8 > self.ready.len() {
            self.ready.shrink_to(KEEP.max(self.ready.len() * 2));
        }
    }
}

/// What a loop that is about to begin an iteration has to wait for.
pub(crate) enum Idle {
    /// Nothing: there is work.
    No,
    /// A timer that is already due.
    Overdue,
    /// Its first timer, or another thread.
    Until(i64),
    /// Another thread.
    ForEver,
}

impl<P: Program> Machine<P> {
    /// Makes an event loop.
    pub fn new_loop(&mut self) -> EventLoop {
        let id = LoopId(u32::try_from(self.loops.len()).unwrap_or(u32::MAX));
        self.loops.push(LoopState::new());
        EventLoop(id)
    }

    /// Makes a future that belongs to a loop.
    pub fn create_future(&mut self, home: EventLoop) -> Future<P> {
        let future = Future::new(self, home, Body::Plain);
        self.note(|| What::FutureCreated(future.id()));
        future
    }

    /// Has a routine called in the next iteration.
    pub fn call_soon(&mut self, home: EventLoop, routine: P::Routine) -> Result<Handle<P>, P::Exception> {
        self.check_open(home)?;
        let call = Call::Routine(self.asked(routine));
        let handle = Handle::new(self, home, HandleKind::Soon, call);
        self.schedule(home, Work::Call(handle.clone()));
        Ok(handle)
    }

    /// The same, from any thread: the loop wakes up.
    pub fn call_soon_threadsafe(
        &mut self,
        home: EventLoop,
        routine: P::Routine,
    ) -> Result<Handle<P>, P::Exception> {
        let handle = self.call_soon(home, routine)?;
        self.wake_loop(home);
        Ok(handle)
    }

    /// Has a routine called in the next iteration, when the loop has looked for what came from outside: behind all that
    /// is ready by then, before the timers that fall due. So signals come to a loop. The loop wakes up.
    pub fn call_on_arrival(&mut self, home: EventLoop, routine: P::Routine) -> Result<(), P::Exception> {
        self.check_open(home)?;
        let cause = self.step();
        let call = Call::Routine(self.asked(routine));
        let work = Work::Call(Handle::new(self, home, HandleKind::Soon, call));
        self.state_mut(home).arrivals.push(Ready { cause, work });
        self.wake_loop(home);
        Ok(())
    }

    /// Has a routine called after some seconds.
    pub fn call_later(
        &mut self,
        home: EventLoop,
        seconds: f64,
        routine: P::Routine,
    ) -> Result<Handle<P>, P::Exception> {
        self.check_open(home)?;
        let call = Call::Routine(self.asked(routine));
        Ok(self.set_timer(home, self.after(seconds), call))
    }

    /// Has a routine called at a time of the loop's clock, in seconds.
    pub fn call_at(
        &mut self,
        home: EventLoop,
        when: f64,
        routine: P::Routine,
    ) -> Result<Handle<P>, P::Exception> {
        self.check_open(home)?;
        let call = Call::Routine(self.asked(routine));
        Ok(self.set_timer(home, nanoseconds(when), call))
    }

    /// The loop ends after the iteration that it is in, or the next one.
    pub fn stop(&mut self, home: EventLoop) {
        self.state_mut(home).stopping = true;
    }

    /// The loop is driven by a thread.
    pub fn is_running(&self, home: EventLoop) -> bool {
        self.state(home).driven
    }

    /// The loop takes no more work.
    pub fn is_closed(&self, home: EventLoop) -> bool {
        self.state(home).closed
    }

    /// Says whether a loop, and what its timers hold, outlives the program: the current loop of a thread does.
    pub fn set_outlives(&mut self, home: EventLoop, outlives: bool) {
        self.state_mut(home).outlives = outlives;
    }

    /// The loops that outlive the program: one that is closed still holds its exception handler.
    pub fn outliving(&self) -> impl Iterator<Item = EventLoop> {
        let loops = (0..).zip(&self.loops).filter(|(_, state)| state.outlives);
        loops.map(|(number, _)| EventLoop(LoopId(number)))
    }

    /// A loop that is closed has refused to call somebody, in the middle of what is being done: CPython's own code
    /// ends there.
    pub(crate) fn is_refused(&self) -> bool {
        self.refused.as_ref().is_some_and(|refused| !refused.is_empty())
    }

    /// Does something that may end futures. If one of them has somebody to tell and its loop is closed, that
    /// is an error in Python, wherever it happens.
    pub fn heed_closed_loops<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> Result<T, P::Exception> {
        self.refused = Some(Vec::new());
        let result = act(self);
        let first = self.refused.take().and_then(|refused| refused.into_iter().next());
        first.map_or(Ok(result), |refused| Err(P::raise(Raised::Refused(refused))))
    }

    /// Turns a loop's debug mode on or off: in it, futures know so, and what takes long is reported.
    pub fn set_debug(&mut self, home: EventLoop, debug: bool) {
        self.state_mut(home).debug = debug;
    }

    /// The loop is in debug mode.
    pub fn is_debug(&self, home: EventLoop) -> bool {
        self.state(home).debug
    }

    /// Closes a loop: what is scheduled is dropped. An error if it is running.
    pub fn close(&mut self, home: EventLoop) -> Result<(), P::Exception> {
        let state = self.state_mut(home);
        if state.driven {
            return Err(P::raise(Raised::Runtime("Cannot close a running event loop".to_owned())));
        }
        state.closed = true;
        let (ready, arrivals) = (std::mem::take(&mut state.ready), std::mem::take(&mut state.arrivals));
        let timers = std::mem::replace(&mut state.timers, Timers::new());
        let pool = state.pool.take();
        drop((ready, arrivals));
        timers.let_go();
        if let Some(pool) = pool {
            pool.shut_down(self);
        }
        Ok(())
    }

    /// The loop's timers in the order in which they fall due.
    pub fn timers(&self, home: EventLoop) -> Vec<(Moment, TimerId)> {
        self.state(home).timers.in_order()
    }

    /// How many handles are still to be called in this iteration.
    pub fn handles_left(&self, home: EventLoop) -> usize {
        self.state(home).todo
    }

    /// How many handles are ready.
    pub fn ready_count(&self, home: EventLoop) -> usize {
        self.state(home).ready.len()
    }

    pub(crate) fn check_open(&self, home: EventLoop) -> Result<(), P::Exception> {
        if self.state(home).closed {
            return Err(closed::<P>());
        }
        Ok(())
    }

    /// The nanosecond that lies a delay from now; `None` if it never comes.
    pub(crate) fn after(&self, seconds: f64) -> Option<i64> {
        self.now.ns.checked_add(delay(seconds)?)
    }

    /// Sets a timer. One that is never due is a handle and nothing else.
    pub(crate) fn set_timer(&mut self, home: EventLoop, due_ns: Option<i64>, call: Call<P>) -> Handle<P> {
        let Some(due_ns) = due_ns else { return Handle::new(self, home, HandleKind::Never, call) };
        let timer = self.next_timer();
        let handle = Handle::new(self, home, HandleKind::Timer(timer, due_ns), call);
        self.push_timer(home, due_ns, timer, Timed::Handle(handle.clone()));
        handle
    }

    pub(crate) fn set_nap(&mut self, home: EventLoop, due_ns: i64, timer: TimerId, nap: Future<P>) {
        self.push_timer(home, due_ns, timer, Timed::Nap(nap));
    }

    fn push_timer(&mut self, home: EventLoop, due_ns: i64, timer: TimerId, timed: Timed<P>) {
        let order = self.next_order();
        let due = Moment { ns: due_ns, hairs: self.now.hairs };
        self.note(|| What::TimerSet { timer, due_ns });
        self.timers_of(home).push(due, order, timed);
    }

    pub(crate) fn schedule(&mut self, home: EventLoop, work: Work<P>) {
        let cause = self.step();
        self.state_mut(home).ready.push_back(Ready { cause, work });
    }

    pub(crate) fn schedule_callback(&mut self, callback: Callback<P>, future: &Future<P>) {
        let home = future.home();
        if self.is_closed(home) {
            if let Some(refused) = &mut self.refused {
                refused.push(Refused { callback, future: future.clone() });
            }
            return;
        }
        let work = if let Callback::Wakeup(task) = callback {
            Work::Step(task, StepWhy::Awaited(future.clone()))
        } else {
            Work::Done(callback, future.clone())
        };
        self.schedule(home, work);
    }

    /// What the loop has to wait for before its next iteration.
    pub(crate) fn idleness(&mut self, home: EventLoop) -> Idle {
        let now = self.now.ns;
        let state = self.state_mut(home);
        if !state.ready.is_empty() || !state.arrivals.is_empty() || state.stopping {
            return Idle::No;
        }
        match state.timers.first() {
            None => Idle::ForEver,
            Some(due) if due.ns <= now => Idle::Overdue,
            Some(due) => Idle::Until(due.ns),
        }
    }

    /// The waiting is over: turns the clock if it was for a timer, and takes what is due.
    pub(crate) fn begin_iteration(&mut self, home: EventLoop) {
        self.iterations += 1;
        self.recorder.actor = Actor::Loop(home.0);
        let state = self.state_mut(home);
        state.iterations += 1;
        let number = state.iterations;
        state.ready.extend(state.arrivals.drain(..));
        if state.ready.is_empty() && !state.stopping {
            let first = state.timers.first();
            // Woken by another thread, the timer may not be due yet.
            if let Some(first) = first.filter(|first| first.ns <= self.now.ns) {
                self.turn_to(first);
            }
        }
        self.turn_if_spinning(home);
        let limit = Moment { ns: self.now.ns, hairs: self.turned };
        while let Some(timed) = self.timers_of(home).pop_due(limit) {
            self.fire(home, timed);
        }
        let state = self.state_mut(home);
        state.give_back_room();
        state.todo = state.ready.len();
        let ready = u32::try_from(state.todo).unwrap_or(u32::MAX);
        self.note(|| What::Iteration { number, ready });
    }

    fn fire(&mut self, home: EventLoop, timed: Timed<P>) {
        let (timer, ready) = match timed {
            Timed::Handle(handle) => {
                handle.leave_heap();
                (handle.timer(), Ready { cause: handle.cause(), work: Work::Call(handle) })
            }
            Timed::Nap(future) => {
                let Some(nap) = future.as_nap() else { return };
                nap.fall_due();
                (Some(nap.timer), Ready { cause: nap.cause, work: Work::Wake(future) })
            }
        };
        if let Some(timer) = timer {
            self.note(|| What::TimerFired(timer));
        }
        self.state_mut(home).ready.push_back(ready);
    }

    fn turn_to(&mut self, timer: Moment) {
        self.now.ns = self.now.ns.max(timer.ns);
        self.now.hairs = timer.hairs + 1;
        self.turned = timer.hairs;
    }

    fn turn_if_spinning(&mut self, home: EventLoop) {
        if self.spin.at == self.now
            && self.spin.iterations >= SPINS
            && let Some(first) = self.timers_of(home).first()
        {
            self.turn_to(first);
        }
        if self.spin.at != self.now {
            self.spin = Spin { at: self.now, iterations: 0 };
        }
        self.spin.iterations = self.spin.iterations.saturating_add(1);
    }

    pub(crate) fn timers_of(&mut self, home: EventLoop) -> &mut Timers<P> {
        &mut self.state_mut(home).timers
    }

    pub(crate) fn state(&self, home: EventLoop) -> &LoopState<P> {
        self.loops.get(home.0.0 as usize).unwrap_or(&self.foreign)
    }

    pub(crate) fn state_mut(&mut self, home: EventLoop) -> &mut LoopState<P> {
        self.loops.get_mut(home.0.0 as usize).unwrap_or(&mut self.foreign)
    }
}

fn closed<P: Program>() -> P::Exception {
    P::raise(Raised::Runtime("Event loop is closed".to_owned()))
}
