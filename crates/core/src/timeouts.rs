//! `timeout` and `timeout_at`: a block that has so much time, and whose task is
//! cancelled when that is over. `wait_for` is in `wait_for`.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use interleave_trace::{Change, Resource, ResourceId};

use crate::event_loop::EventLoop;
use crate::events::{Call, Handle, HandleKind};
use crate::machine::Machine;
use crate::native::NativeCall;
use crate::program::{Kind, Program, Raised};
use crate::ready::Work;
use crate::tasks::Task;
use crate::time::{nanoseconds, seconds};
use crate::waiters::Identity;

/// What `async with timeout(...)` enters and leaves; neither suspends. Clones are the same timeout.
pub struct Timeout<P: Program>(Rc<TimeoutNode<P>>);

pub(crate) struct TimeoutNode<P: Program> {
    identity: Identity,
    state: Cell<TimeoutState>,
    deadline: Cell<Option<Deadline>>,
    timer: RefCell<Option<Handle<P>>>,
    /// A machine lists it, for it and its timer hold each other.
    is_listed: Cell<bool>,
    /// Whose block it is.
    task: RefCell<Option<Task<P>>>,
    /// How often the task had been asked to be cancelled before.
    cancels: Cell<u32>,
}

/// Where a timeout stands. `Display` shows it as Python does:
///
/// ```
/// assert_eq!(interleave_core::TimeoutState::Entered.to_string(), "active");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeoutState {
    /// Its block has not begun.
    Created,
    /// Its block is running.
    Entered,
    /// Its time is up, and its block has not ended.
    Expiring,
    /// Its time was up before its block ended.
    Expired,
    /// Its block ended in time.
    Exited,
}

#[derive(Clone, Copy)]
struct Deadline {
    /// As the program says it.
    seconds: f64,
    /// `None` if it never comes.
    ns: Option<i64>,
}

impl Deadline {
    fn at(when: f64) -> Self {
        Self { seconds: when, ns: nanoseconds(when) }
    }
}

impl<P: Program> Timeout<P> {
    /// `timeout`: so many seconds from now, or none.
    pub fn after(machine: &mut Machine<P>, delay: Option<f64>) -> Self {
        let deadline = delay
            // However short, a timeout is a time, and one that is now is over.
            .map(|delay| Deadline {
                seconds: seconds(machine.now().ns) + delay,
                ns: nanoseconds(delay).and_then(|ns| machine.now().ns.checked_add(ns)),
            });
        Self::new(machine, deadline)
    }

    /// `timeout_at`: at a time of the loop's clock, or never.
    pub fn at(machine: &mut Machine<P>, when: Option<f64>) -> Self {
        Self::new(machine, when.map(Deadline::at))
    }

    fn new(machine: &mut Machine<P>, deadline: Option<Deadline>) -> Self {
        Self(Rc::new(TimeoutNode {
            identity: Identity::new(machine, Resource::Timeout),
            state: Cell::new(TimeoutState::Created),
            deadline: Cell::new(deadline),
            timer: RefCell::new(None),
            is_listed: Cell::new(false),
            task: RefCell::new(None),
            cancels: Cell::new(0),
        }))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// The task whose block it is.
    pub fn task(&self) -> Option<Task<P>> {
        self.0.task()
    }

    /// Where it stands.
    pub fn state(&self) -> TimeoutState {
        self.0.state.get()
    }

    /// When it runs out, by the loop's clock.
    pub fn when(&self) -> Option<f64> {
        self.0.deadline.get().map(|deadline| deadline.seconds)
    }

    /// Its time was up before its block ended.
    pub fn has_expired(&self) -> bool {
        matches!(self.state(), TimeoutState::Expiring | TimeoutState::Expired)
    }

    /// The running task enters its block. `RuntimeError` if one has before, or outside a task.
    pub fn enter(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        if self.state() != TimeoutState::Created {
            return Err(P::raise(Raised::Runtime("Timeout has already been entered".to_owned())));
        }
        let home = machine.need_running_loop()?;
        let Some(task) = machine.current_task(home) else {
            return Err(P::raise(Raised::Runtime("Timeout should be used inside a task".to_owned())));
        };
        self.0.cancels.set(task.cancelling());
        self.0.task.replace(Some(task));
        self.0.state.set(TimeoutState::Entered);
        self.0.identity.note(machine, Change::Acquired);
        self.set_timer(machine, home);
        Ok(())
    }

    /// Another deadline, or none. `RuntimeError` unless its block is running and has time left.
    pub fn reschedule(&self, machine: &mut Machine<P>, when: Option<f64>) -> Result<(), P::Exception> {
        match self.state() {
            TimeoutState::Entered => {}
            TimeoutState::Created => {
                return Err(P::raise(Raised::Runtime("Timeout has not been entered".to_owned())));
            }
            state @ (TimeoutState::Expiring | TimeoutState::Expired | TimeoutState::Exited) => {
                return Err(P::raise(Raised::Runtime(format!("Cannot change state of {state} Timeout"))));
            }
        }
        let home = machine.need_running_loop()?;
        self.0.deadline.set(when.map(Deadline::at));
        self.set_timer(machine, home);
        Ok(())
    }

    /// Its block has ended, perhaps by an exception. That goes on, unless another is given back:
    /// `TimeoutError`, if its `CancelledError` was the work of this timeout and of nobody else.
    pub fn exit(
        &self,
        machine: &mut Machine<P>,
        exception: Option<&P::Exception>,
    ) -> Result<(), P::Exception> {
        let was = self.state();
        self.0.state.set(match was {
            TimeoutState::Entered => TimeoutState::Exited,
            TimeoutState::Expiring => TimeoutState::Expired,
            TimeoutState::Created | TimeoutState::Expired | TimeoutState::Exited => return Ok(()),
        });
        self.0.cancel_timer(machine);
        self.0.identity.note(machine, Change::Released);
        if was == TimeoutState::Expiring
            && self.0.take_back_cancellation(machine)
            && let Some(exception) = exception
        {
            if P::kind(exception) == Kind::Cancelled {
                return Err(P::raise(Raised::Timeout(Some(exception.clone()))));
            }
            P::timed_out_within(exception);
        }
        Ok(())
    }

    fn set_timer(&self, machine: &mut Machine<P>, home: EventLoop) {
        self.0.cancel_timer(machine);
        let Some(deadline) = self.0.deadline.get() else { return };
        if !self.0.is_listed.replace(true) {
            machine.timeouts.list(&self.0);
        }
        self.0.identity.note(machine, Change::Deadline(deadline.ns.unwrap_or(i64::MAX)));
        let call = Call::Native(NativeCall::TimedOut(Rc::clone(&self.0)));
        let timer = if deadline.ns.is_some_and(|ns| ns <= machine.now().ns) {
            let handle = Handle::new(machine, home, HandleKind::Soon, call);
            machine.schedule(home, Work::Call(handle.clone()));
            handle
        } else {
            machine.set_timer(home, deadline.ns, call)
        };
        self.0.timer.replace(Some(timer));
    }
}

impl<P: Program> TimeoutNode<P> {
    /// The time is up.
    pub(crate) fn fire(&self, machine: &mut Machine<P>) {
        self.timer.take();
        self.identity.note(machine, Change::RanOut);
        if let Some(task) = self.task() {
            task.cancel(machine, None);
        }
        self.state.set(TimeoutState::Expiring);
    }

    /// True if nobody else has asked the task to be cancelled since it entered.
    fn take_back_cancellation(&self, machine: &mut Machine<P>) -> bool {
        self.task().is_some_and(|task| task.uncancel(machine) <= self.cancels.get())
    }

    pub(crate) fn task(&self) -> Option<Task<P>> {
        self.task.borrow().clone()
    }

    /// Its time will never be up.
    pub(crate) fn forget_timer(&self) {
        self.is_listed.set(false);
        drop(self.timer.take());
    }

    fn cancel_timer(&self, machine: &mut Machine<P>) {
        if let Some(timer) = self.timer.take() {
            timer.cancel(machine);
        }
    }
}

impl<P: Program> Clone for Timeout<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl fmt::Display for TimeoutState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Created => "created",
            Self::Entered => "active",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Exited => "finished",
        })
    }
}
