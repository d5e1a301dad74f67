//! `TaskGroup`: a block that ends when all its tasks have, and that one failure
//! among them, or in the block itself, brings down together.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::mem;
use std::rc::Rc;

use interleave_trace::{Change, Resource, ResourceId, TaskId};

use crate::event_loop::EventLoop;
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Callback, Coroutine, Output, Step};
use crate::program::{Input, Kind, Program, Raised, Report};
use crate::tasks::Task;
use crate::waiters::Identity;

/// A group of tasks. Clones are the same group; `Display` shows it as its repr does.
pub struct TaskGroup<P: Program>(Rc<Group<P>>);

pub(crate) struct Group<P: Program> {
    identity: Identity,
    parent: RefCell<Option<Parent<P>>>,
    /// Those whose end the group has not heard of, in order of creation.
    tasks: RefCell<BTreeMap<TaskId, Task<P>>>,
    errors: RefCell<Vec<P::Exception>>,
    /// The first `SystemExit` or `KeyboardInterrupt`.
    exit: RefCell<Option<P::Exception>>,
    /// Resolved when the last task has ended.
    all_ended: RefCell<Option<Future<P>>>,
    exiting: Cell<bool>,
    aborting: Cell<bool>,
    /// The group itself has asked for its parent to be cancelled.
    cancelled_parent: Cell<bool>,
}

/// Whose block it is.
struct Parent<P: Program> {
    home: EventLoop,
    task: Task<P>,
}

impl<P: Program> TaskGroup<P> {
    /// A group whose block has not begun.
    pub fn new(machine: &mut Machine<P>) -> Self {
        Self(Rc::new(Group {
            identity: Identity::new(machine, Resource::TaskGroup),
            parent: RefCell::new(None),
            tasks: RefCell::new(BTreeMap::new()),
            errors: RefCell::new(Vec::new()),
            exit: RefCell::new(None),
            all_ended: RefCell::new(None),
            exiting: Cell::new(false),
            aborting: Cell::new(false),
            cancelled_parent: Cell::new(false),
        }))
    }

    /// Its number in the record.
    pub fn id(&self) -> ResourceId {
        self.0.identity.id
    }

    /// The tasks whose end it has not heard of, in order of creation.
    pub fn tasks(&self) -> Vec<Task<P>> {
        self.0.tasks.borrow().values().cloned().collect()
    }

    /// All futures that it leads to.
    pub fn futures(&self) -> Vec<Future<P>> {
        self.0.futures()
    }

    /// How many of its tasks have failed.
    pub fn errors(&self) -> usize {
        self.0.errors.borrow().len()
    }

    /// The running task enters its block, which never suspends.
    pub fn enter(&self, machine: &mut Machine<P>) -> Result<(), P::Exception> {
        if self.0.has_parent() {
            return Err(self.refusal("has already been entered"));
        }
        let home = machine.need_running_loop()?;
        let Some(task) = machine.current_task(home) else {
            return Err(self.refusal("cannot determine the parent task"));
        };
        self.0.parent.replace(Some(Parent { home, task }));
        self.0.identity.note(machine, Change::Acquired);
        Ok(())
    }

    /// Makes a task of a routine. If the group takes none, the error, and the routine back, to be closed.
    pub fn create_task(
        &self,
        machine: &mut Machine<P>,
        routine: P::Routine,
        name: Option<&str>,
    ) -> Result<Task<P>, (P::Exception, P::Routine)> {
        let home = match self.check_open(machine) {
            Ok(home) => home,
            Err(exception) => return Err((exception, routine)),
        };
        let task = Task::new(machine, home, routine, name);
        self.take_in(machine, &task);
        Ok(task)
    }

    /// The loop in which it was entered.
    pub fn home(&self) -> Option<EventLoop> {
        self.0.parent.borrow().as_ref().map(|parent| parent.home)
    }

    /// The loop whose tasks it takes, or why it takes none.
    pub fn takes_from(&self) -> Result<EventLoop, &'static str> {
        let home = self.home().ok_or("has not been entered")?;
        match () {
            () if self.0.exiting.get() && self.0.tasks.borrow().is_empty() => Err("is finished"),
            () if self.0.aborting.get() => Err("is shutting down"),
            () => Ok(home),
        }
    }

    /// The same; an error, too, if that loop is closed.
    fn check_open(&self, machine: &Machine<P>) -> Result<EventLoop, P::Exception> {
        let home = self.takes_from().map_err(|why| self.refusal(why))?;
        machine.check_open(home)?;
        Ok(home)
    }

    /// Takes in a task that was made elsewhere; one that is done already leaves the group at once.
    pub fn add(&self, machine: &mut Machine<P>, program: &mut P, task: &Task<P>) {
        if task.future().is_done() {
            self.0.task_done(machine, program, task.future());
        } else {
            self.take_in(machine, task);
        }
    }

    fn take_in(&self, machine: &mut Machine<P>, task: &Task<P>) {
        self.0.identity.note(machine, Change::Joined(task.future().id()));
        // One of another machine can have the same number: it goes when the list is at hand again.
        let replaced = self.0.tasks.borrow_mut().insert(task.id(), task.clone());
        drop(replaced);
        task.future().add_callback(machine, Callback::GroupTask(Rc::clone(&self.0)));
    }

    /// Its block has ended, perhaps by an exception: waits for the tasks that are left. Returns
    /// nothing if that exception goes on, or if there is none; raises what goes on instead.
    pub fn exit(&self, exception: Option<P::Exception>) -> GroupExit<P> {
        GroupExit { group: Rc::clone(&self.0), stage: Stage::New(exception) }
    }

    fn refusal(&self, why: &str) -> P::Exception {
        P::raise(Raised::Runtime(format!("TaskGroup {self} {why}")))
    }
}

impl<P: Program> Group<P> {
    fn has_parent(&self) -> bool {
        self.parent.borrow().is_some()
    }

    fn parent_task(&self) -> Option<Task<P>> {
        self.parent.borrow().as_ref().map(|parent| parent.task.clone())
    }

    /// All that it leads to: whose block it is, its tasks, and what the end of its block waits for.
    pub(crate) fn futures(&self) -> Vec<Future<P>> {
        let (parent, tasks, all_ended) = (self.parent.borrow(), self.tasks.borrow(), self.all_ended.borrow());
        let tasks = parent.iter().map(|parent| &parent.task).chain(tasks.values()).map(Task::future);
        tasks.chain(&*all_ended).cloned().collect()
    }

    /// A task of the group is done.
    pub(crate) fn task_done(&self, machine: &mut Machine<P>, program: &mut P, future: &Future<P>) {
        let Some(task) = Task::of(future) else { return };
        self.forget(machine, &task);
        if future.is_cancelled() {
            return;
        }
        let Ok(Some(exception)) = future.exception() else { return };
        // Cloned first: to clone an exception may be to look at the group.
        let kept = exception.clone();
        self.errors.borrow_mut().push(kept);
        self.note_exit(&exception);
        let Some(parent) = self.parent_task() else { return };
        if parent.future().is_done() {
            program.report(machine, Report::OrphanFailed { task, exception, parent });
        } else if !self.aborting.get() && !self.cancelled_parent.get() {
            self.abort(machine);
            self.cancelled_parent.set(true);
            parent.cancel(machine, None);
        }
    }

    fn forget(&self, machine: &mut Machine<P>, task: &Task<P>) {
        let known = self.tasks.borrow_mut().remove(&task.id());
        if known.is_some() {
            self.identity.note(machine, Change::Left(task.future().id()));
        }
        if self.tasks.borrow().is_empty() {
            let waits = self.all_ended.borrow().clone();
            if let Some(waits) = waits.filter(|waits| !waits.is_done()) {
                // It is pending, so this goes well.
                let _ = waits.set_result(machine, P::truth(true));
            }
        }
    }

    fn note_exit(&self, exception: &P::Exception) {
        if self.exit.borrow().is_none() && P::kind(exception) == Kind::Exit {
            self.exit.replace(Some(exception.clone()));
        }
    }

    /// Cancels every task that has not ended, and takes no more.
    fn abort(&self, machine: &mut Machine<P>) {
        self.aborting.set(true);
        self.identity.note(machine, Change::ShutDown);
        let tasks: Vec<_> = self.tasks.borrow().values().cloned().collect();
        for task in tasks {
            if machine.is_refused() {
                return;
            }
            if !task.future().is_done() {
                task.cancel(machine, None);
            }
        }
    }
}

/// The end of a group's block.
pub struct GroupExit<P: Program> {
    group: Rc<Group<P>>,
    stage: Stage<P>,
}

enum Stage<P: Program> {
    /// With the exception that ended the block.
    New(Option<P::Exception>),
    Waiting(Leaving<P>),
    Ended,
}

/// What may be raised when all tasks have ended.
struct Leaving<P: Program> {
    /// What ended the block, unless it was a cancellation.
    failure: Option<P::Exception>,
    /// A `CancelledError` that may have to go on.
    cancellation: Option<P::Exception>,
}

impl<P: Program> GroupExit<P> {
    fn begin(&mut self, machine: &mut Machine<P>, exception: Option<P::Exception>) -> Step<P> {
        let group = &self.group;
        group.exiting.set(true);
        if let Some(exception) = &exception {
            group.note_exit(exception);
            if !group.aborting.get() {
                group.abort(machine);
            }
        }
        let (cancellation, failure) = match exception {
            Some(exception) if P::kind(&exception) == Kind::Cancelled => (Some(exception), None),
            other => (None, other),
        };
        self.wait(machine, Leaving { failure, cancellation })
    }

    fn wait(&mut self, machine: &mut Machine<P>, leaving: Leaving<P>) -> Step<P> {
        let home = self.group.parent.borrow().as_ref().map(|parent| parent.home);
        // A group that was never entered has no tasks, and nobody to wait.
        let Some(home) = home.filter(|_| !self.group.tasks.borrow().is_empty()) else {
            return self.leave(machine, leaving);
        };
        let awaited = self.group.all_ended.borrow().clone();
        let waits = match awaited.filter(|waits| !waits.is_done()) {
            Some(waits) => waits,
            None => {
                let waits = machine.create_future(home);
                machine.note_depends(&waits, self.group.tasks.borrow().values().map(Task::future));
                waits
            }
        };
        self.group.all_ended.replace(Some(waits.clone()));
        self.stage = Stage::Waiting(leaving);
        Step::Await(waits)
    }

    fn go_on(&mut self, machine: &mut Machine<P>, mut leaving: Leaving<P>, input: Input<P>) -> Step<P> {
        self.group.all_ended.take();
        if let Input::Throw(exception) = input {
            if P::kind(&exception) != Kind::Cancelled {
                return Step::Raise(exception);
            }
            // A cancellation that comes when the group is ending already changes nothing.
            if !self.group.aborting.get() {
                leaving.cancellation = Some(exception);
                self.group.abort(machine);
            }
        }
        self.wait(machine, leaving)
    }

    fn leave(&mut self, machine: &mut Machine<P>, mut leaving: Leaving<P>) -> Step<P> {
        let group = &self.group;
        group.identity.note(machine, Change::Released);
        let exit = group.exit.borrow().clone();
        if let Some(exit) = exit {
            return Step::Raise(exit);
        }
        let parent = group.parent_task();
        if group.cancelled_parent.get()
            && let Some(parent) = &parent
            && parent.uncancel(machine) == 0
        {
            leaving.cancellation = None;
        }
        let mut errors = group.errors.take();
        if let Some(cancellation) = leaving.cancellation.filter(|_| errors.is_empty()) {
            return Step::Raise(cancellation);
        }
        errors.extend(leaving.failure);
        if errors.is_empty() {
            return Step::Return(Output::Nothing);
        }
        if let Some(parent) = parent.filter(|parent| parent.cancelling() > 0) {
            // The group of errors goes in place of the `CancelledError`: the task is asked again.
            parent.uncancel(machine);
            parent.cancel(machine, None);
            if machine.is_refused() {
                // What the closed loop refuses is raised instead, and the group keeps its errors.
                group.errors.replace(errors);
                return Step::Return(Output::Nothing);
            }
        }
        Step::Raise(P::raise(Raised::Group("unhandled errors in a TaskGroup", errors)))
    }
}

impl<P: Program> Coroutine<P> for GroupExit<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match (mem::replace(&mut self.stage, Stage::Ended), input) {
            (Stage::Ended, _) => Step::reused(),
            (Stage::New(_), Input::Throw(exception)) => Step::Raise(exception),
            (Stage::New(exception), _) => self.begin(machine, exception),
            (Stage::Waiting(leaving), input) => self.go_on(machine, leaving, input),
        }
    }
}

impl<P: Program> Clone for TaskGroup<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<P: Program> fmt::Display for TaskGroup<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (tasks, errors) = (self.0.tasks.borrow().len(), self.errors());
        f.write_str("<TaskGroup")?;
        if tasks > 0 {
            write!(f, " tasks={tasks}")?;
        }
        if errors > 0 {
            write!(f, " errors={errors}")?;
        }
        if self.0.aborting.get() {
            f.write_str(" cancelling")?;
        } else if self.0.has_parent() {
            f.write_str(" entered")?;
        }
        f.write_str(">")
    }
}
