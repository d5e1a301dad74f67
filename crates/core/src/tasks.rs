//! Tasks: futures whose result is what their code returns.
//!
//! A task is scheduled, running, waiting for a future, or done; `step` and
//! `Machine::suspend_task` are the only places that move it.

use std::cell::{Cell, RefCell};

use interleave_trace::{TaskId, What};

use crate::EventLoop;
use crate::futures::{Body, Future};
use crate::machine::Machine;
use crate::native::Callback;
use crate::program::{Flow, Input, Kind, Program, Raised};
use crate::ready::{StepWhy, Work};
use crate::threads::With;

/// A task. Clones are the same task.
pub struct Task<P: Program>(Future<P>);

pub(crate) struct TaskPart<P: Program> {
    pub(crate) id: TaskId,
    /// Where the machine lists it.
    pub(crate) place: u32,
    pub(crate) routine: RefCell<Option<P::Routine>>,
    phase: Cell<Phase<P>>,
    /// A `CancelledError` is due at the next step.
    must_cancel: Cell<bool>,
    /// The words that it was last asked with when it awaited nothing, also if it did not heed them.
    cancel_message: RefCell<Option<P::Value>>,
    pub(crate) cancels: Cell<u32>,
    /// `cancel` is on its way through this task.
    pub(crate) on_way: Cell<bool>,
    /// Nobody has to hear if it goes before it has ended.
    pub(crate) silent: Cell<bool>,
    name: RefCell<Name>,
}

/// Where a task that is not done stands.
pub(crate) enum Phase<P: Program> {
    /// A step of it is in the ready queue.
    Scheduled,
    /// Its code is running, or its thread is blocked in it.
    Running,
    /// It goes on when this future is done.
    Waiting(Future<P>),
}

/// A step that begins.
pub(crate) struct Begun<P: Program> {
    pub(crate) routine: P::Routine,
    pub(crate) input: Input<P>,
    pub(crate) with: With<P>,
}

/// Where a task stands, for whoever looks.
pub enum TaskState<P: Program> {
    /// It is in the ready queue.
    Scheduled,
    /// It is running now.
    Running,
    /// It waits for a future.
    Waiting(Future<P>),
    /// It has ended.
    Done,
}

enum Name {
    /// `Task-` and a number.
    Counted(u32),
    Given(Box<str>),
}

impl<P: Program> Task<P> {
    /// Makes a task of a routine and schedules its first step.
    pub fn new(machine: &mut Machine<P>, home: EventLoop, routine: P::Routine, name: Option<&str>) -> Self {
        let task = Self::listed(machine, home, name);
        machine.note_created(&task, &routine);
        task.put_back(routine);
        machine.schedule(home, Work::Step(task.clone(), StepWhy::Created));
        task
    }

    /// A task whose first step is running already.
    pub(crate) fn running(
        machine: &mut Machine<P>,
        home: EventLoop,
        routine: &P::Routine,
        name: Option<&str>,
    ) -> Self {
        let task = Self::listed(machine, home, name);
        machine.note_created(&task, routine);
        task.set_phase(Phase::Running);
        task
    }

    fn listed(machine: &mut Machine<P>, home: EventLoop, name: Option<&str>) -> Self {
        let name = match name {
            Some(name) => Name::Given(name.into()),
            None => Name::Counted(machine.next_task_name()),
        };
        let id = machine.next_task();
        let part = TaskPart {
            id,
            place: machine.place_for_task(),
            routine: RefCell::new(None),
            phase: Cell::new(Phase::Scheduled),
            must_cancel: Cell::new(false),
            cancel_message: RefCell::new(None),
            cancels: Cell::new(0),
            on_way: Cell::new(false),
            silent: Cell::new(false),
            name: RefCell::new(name),
        };
        let task = Self(Future::new(machine, home, Body::Task(Box::new(part))));
        machine.list_task(&task);
        task
    }

    /// The task that a future is, if it is one.
    pub fn of(future: &Future<P>) -> Option<Self> {
        matches!(future.0.body, Body::Task(_)).then(|| Self(future.clone()))
    }

    /// The task as what it also is.
    pub fn future(&self) -> &Future<P> {
        &self.0
    }

    /// Its number among the tasks.
    pub fn id(&self) -> TaskId {
        self.part().map_or(TaskId::default(), |part| part.id)
    }

    /// Its name.
    pub fn name(&self) -> String {
        match self.part().map(|part| part.name.borrow()).as_deref() {
            Some(Name::Counted(number)) => format!("Task-{number}"),
            Some(Name::Given(name)) => name.to_string(),
            None => String::new(),
        }
    }

    /// Gives it another name.
    pub fn set_name(&self, name: &str) {
        if let Some(part) = self.part() {
            *part.name.borrow_mut() = Name::Given(name.into());
        }
    }

    /// Nobody is told if it goes before it has ended: whoever made it could not be to blame.
    pub fn destroy_silently(&self) {
        if let Some(part) = self.part() {
            part.silent.set(true);
        }
    }

    pub(crate) fn is_silent(&self) -> bool {
        self.part().is_some_and(|part| part.silent.get())
    }

    /// Where it stands.
    pub fn state(&self) -> TaskState<P> {
        if self.0.is_done() {
            return TaskState::Done;
        }
        self.part().map_or(TaskState::Scheduled, |part| {
            part.with_phase(|phase| match phase {
                Phase::Running => TaskState::Running,
                // Of a future that is done, the wake-up is in the ready queue.
                Phase::Waiting(future) if !future.is_done() => TaskState::Waiting(future.clone()),
                Phase::Waiting(_) | Phase::Scheduled => TaskState::Scheduled,
            })
        })
    }

    /// What it awaits; also if that is done and it has not gone on yet.
    pub fn awaited(&self) -> Option<Future<P>> {
        self.part()?.with_phase(|phase| match phase {
            Phase::Waiting(future) => Some(future.clone()),
            Phase::Scheduled | Phase::Running => None,
        })
    }

    /// A `CancelledError` is due at its next step.
    pub fn must_cancel(&self) -> bool {
        self.part().is_some_and(|part| part.must_cancel.get())
    }

    /// Asks it to be cancelled. False if it is done.
    pub fn cancel(&self, machine: &mut Machine<P>, message: Option<P::Value>) -> bool {
        self.0.cancel(machine, message)
    }

    /// How many requests for cancellation have not been taken back.
    pub fn cancelling(&self) -> u32 {
        self.part().map_or(0, |part| part.cancels.get())
    }

    /// Takes one request for cancellation back; returns how many are left.
    pub fn uncancel(&self, machine: &mut Machine<P>) -> u32 {
        let Some(part) = self.part() else { return 0 };
        if part.cancels.get() > 0 {
            part.cancels.set(part.cancels.get() - 1);
            machine.note(|| What::Uncancelled(part.id));
            if part.cancels.get() == 0 {
                part.must_cancel.set(false);
            }
        }
        part.cancels.get()
    }

    /// Lets `look` see its code, if that is suspended.
    pub fn with_routine<T>(&self, look: impl FnOnce(&P::Routine) -> T) -> Option<T> {
        let part = self.part()?;
        // Taken out meanwhile: `look` may do anything, even to this task.
        let routine = part.routine.take()?;
        let seen = look(&routine);
        self.put_back(routine);
        Some(seen)
    }

    pub(crate) fn part(&self) -> Option<&TaskPart<P>> {
        match &self.0.0.body {
            Body::Task(part) => Some(part),
            Body::Plain | Body::Nap(_) | Body::Gathering(_) => None,
        }
    }

    fn set_phase(&self, phase: Phase<P>) {
        if let Some(part) = self.part() {
            part.phase.set(phase);
        }
    }

    /// Begins a step: the code to resume, and with what. `None` if it is done.
    pub(crate) fn begin(&self, machine: &mut Machine<P>, why: StepWhy<P>) -> Option<Begun<P>> {
        let part = self.part()?;
        if self.0.is_done() {
            return None;
        }
        let routine = part.routine.borrow_mut().take()?;
        let mut awaited = None;
        let mut input: Input<P> = match why {
            StepWhy::Created => Input::Start,
            StepWhy::Yielded => Input::Value(P::nothing()),
            StepWhy::Thrown(exception) => Input::Throw(exception),
            StepWhy::Awaited(future) => match awaited.insert(future).result() {
                Ok(_) => Input::Value(P::nothing()),
                Err(exception) => Input::Throw(exception),
            },
        };
        let thrown = if let Input::Throw(exception) = &input { Some(exception.clone()) } else { None };
        let mut made = None;
        if part.must_cancel.take() {
            let already = matches!(&input, Input::Throw(exception) if P::kind(exception) == Kind::Cancelled);
            if !already {
                let cancelled = P::raise(Raised::Cancelled(part.cancel_message()));
                made = Some(cancelled.clone());
                input = Input::Throw(cancelled);
            }
        }
        if matches!(&input, Input::Throw(exception) if P::kind(exception) == Kind::Cancelled) {
            machine.note(|| What::CancelDelivered(part.id));
        }
        self.set_phase(Phase::Running);
        Some(Begun { routine, input, with: With { thrown, awaited, made } })
    }

    /// A step has ended so. Gives an exception back if it has to leave the loop.
    pub(crate) fn settle(
        &self,
        machine: &mut Machine<P>,
        routine: P::Routine,
        flow: Flow<P>,
    ) -> Option<P::Exception> {
        match flow {
            Flow::Return(value) => {
                drop(routine);
                self.finish(machine, value);
            }
            Flow::Raise(exception) => {
                drop(routine);
                return self.fail(machine, exception);
            }
            Flow::Await(future) => self.wait_for(machine, routine, future),
            Flow::Misuse(exception) => self.again(machine, routine, StepWhy::Thrown(exception)),
            Flow::Pass | Flow::Block(_) | Flow::Slice => self.again(machine, routine, StepWhy::Yielded),
        }
        None
    }

    /// Its code returned.
    pub(crate) fn finish(&self, machine: &mut Machine<P>, value: P::Value) {
        let Some(part) = self.part() else { return };
        if part.must_cancel.take() {
            // Somebody asked while it ran its last step.
            self.0.finish_cancelled(machine, part.cancel_message(), None);
        } else {
            let _ = self.0.set_result(machine, value);
        }
        self.set_phase(Phase::Scheduled);
    }

    /// Its code raised. Gives the exception back if it has to leave the loop.
    pub(crate) fn fail(&self, machine: &mut Machine<P>, exception: P::Exception) -> Option<P::Exception> {
        let kind = P::kind(&exception);
        self.set_phase(Phase::Scheduled);
        if kind == Kind::Cancelled {
            self.0.finish_cancelled(machine, None, Some(exception));
            return None;
        }
        let _ = self.0.set_exception(machine, exception.clone());
        (kind == Kind::Exit).then_some(exception)
    }

    /// Its code gave up its turn, or is to be told of a misuse.
    pub(crate) fn again(&self, machine: &mut Machine<P>, routine: P::Routine, why: StepWhy<P>) {
        self.put_back(routine);
        self.set_phase(Phase::Scheduled);
        machine.schedule(self.0.home(), Work::Step(self.clone(), why));
    }

    /// Its code waits for a future.
    pub(crate) fn wait_for(&self, machine: &mut Machine<P>, routine: P::Routine, awaited: Future<P>) {
        if awaited.home() != self.0.home() {
            let error = P::raise(Raised::ForeignFuture(self.clone(), awaited));
            return self.again(machine, routine, StepWhy::Thrown(error));
        }
        if awaited.is(&self.0) {
            let error = P::raise(Raised::AwaitsItself(self.clone()));
            return self.again(machine, routine, StepWhy::Thrown(error));
        }
        self.put_back(routine);
        machine.note(|| What::Awaits(awaited.id()));
        awaited.add_callback(machine, Callback::Wakeup(self.clone()));
        self.set_phase(Phase::Waiting(awaited.clone()));
        if let Some(part) = self.part()
            && part.must_cancel.take()
            && !awaited.cancel(machine, part.cancel_message())
        {
            part.must_cancel.set(true);
        }
    }

    /// Lets go of all that it holds, since nothing will ever run it again; gives its code.
    pub(crate) fn abandon(&self) -> Option<P::Routine> {
        let code = self.take_code();
        self.set_phase(Phase::Scheduled);
        self.0.forget_callbacks();
        code
    }

    /// Its code, if that is suspended: nothing will ever run it again.
    pub(crate) fn take_code(&self) -> Option<P::Routine> {
        self.part()?.routine.take()
    }

    fn put_back(&self, routine: P::Routine) {
        if let Some(part) = self.part() {
            drop(part.routine.replace(Some(routine)));
        }
    }
}

impl<P: Program> TaskPart<P> {
    /// A `CancelledError` with these words is due at the next step.
    pub(crate) fn ask_to_cancel(&self, message: Option<P::Value>) {
        self.must_cancel.set(true);
        self.cancel_message.replace(message);
    }

    /// Says what the words were before.
    pub(crate) fn set_cancel_message(&self, words: Option<P::Value>) -> Option<P::Value> {
        self.cancel_message.replace(words)
    }

    pub(crate) fn cancel_message(&self) -> Option<P::Value> {
        self.cancel_message.borrow().clone()
    }

    pub(crate) fn with_phase<T>(&self, look: impl FnOnce(&Phase<P>) -> T) -> T {
        let phase = self.phase.replace(Phase::Scheduled);
        let seen = look(&phase);
        self.phase.set(phase);
        seen
    }
}

impl<P: Program> Clone for Task<P> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}
