//! What threads share: signals, pools, and the futures of their jobs, which
//! are not the loop's futures.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::mem;
use std::rc::Rc;

use interleave_trace::{JobId, What};

use crate::event_loop::EventLoop;
use crate::events::{Call, Handle, HandleKind};
use crate::futures::{Body, Future};
use crate::graves::{Graves, Remains};
use crate::machine::Machine;
use crate::native::{Callback, NativeCall};
use crate::program::{Program, Raised};
use crate::ready::Work;
use crate::threads::Role;

/// Workers of a loop's own pool: processors of the ideal machine and four.
const DEFAULT_WORKERS: usize = 12;

/// A word that one thread waits for and another gives: when it was given, if it was.
#[derive(Clone, Debug)]
pub struct Signal(Rc<Cell<Option<i64>>>);

impl Signal {
    /// A signal that has not been given.
    #[expect(clippy::new_without_default, reason = "a signal is made to be shared, not defaulted")]
    pub fn new() -> Self {
        Self(Rc::new(Cell::new(None)))
    }

    /// It has been given.
    pub fn is_set(&self) -> bool {
        self.0.get().is_some()
    }

    /// When it was given.
    pub(crate) fn given_ns(&self) -> Option<i64> {
        self.0.get()
    }

    /// It has not been given any more.
    pub fn clear(&self) {
        self.0.set(None);
    }

    pub(crate) fn give_at(&self, ns: i64) {
        self.0.set(self.0.get().or(Some(ns)));
    }

    /// Both are the same signal.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The result of a job that a thread does.
pub struct ConcurrentFuture<P: Program>(Rc<JobNode<P>>);

struct JobNode<P: Program> {
    /// Since a pool was given it.
    id: Cell<Option<JobId>>,
    state: RefCell<JobState<P>>,
    done: Signal,
    then: RefCell<Vec<Then<P>>>,
}

enum JobState<P: Program> {
    Pending,
    Running,
    Cancelled,
    Done(Outcome<P>),
}

enum Then<P: Program> {
    /// A loop's future follows.
    Follow(Future<P>),
    /// A thread that waits for several.
    Give(Signal),
}

/// A result, which may be another job's future, and so on without end: it is laid aside.
struct Outcome<P: Program> {
    result: Option<Result<P::Value, P::Exception>>,
    graves: Rc<Graves<P>>,
}

impl<P: Program> Drop for Outcome<P> {
    fn drop(&mut self) {
        self.graves.lay_remains(self.result.take().map(Remains::Result));
    }
}

impl<P: Program> ConcurrentFuture<P> {
    /// A future that no pool knows, for `run_coroutine_threadsafe` and the like.
    pub fn new() -> Self {
        Self(Rc::new(JobNode {
            id: Cell::new(None),
            state: RefCell::new(JobState::Pending),
            done: Signal::new(),
            then: RefCell::new(Vec::new()),
        }))
    }

    /// It has a result or is cancelled.
    pub fn is_done(&self) -> bool {
        matches!(*self.0.state.borrow(), JobState::Cancelled | JobState::Done(_))
    }

    /// A worker is at it.
    pub fn is_running(&self) -> bool {
        matches!(*self.0.state.borrow(), JobState::Running)
    }

    /// It was cancelled before a worker took it.
    pub fn is_cancelled(&self) -> bool {
        matches!(*self.0.state.borrow(), JobState::Cancelled)
    }

    /// Given when it is done: wait for it with [`crate::Block::On`].
    pub fn done(&self) -> Signal {
        self.0.done.clone()
    }

    /// Its result, once it is done; `concurrent.futures.CancelledError` if it was cancelled.
    pub fn result(&self) -> Option<Result<P::Value, P::Exception>> {
        match &*self.0.state.borrow() {
            JobState::Pending | JobState::Running => None,
            JobState::Cancelled => Some(Err(P::raise(Raised::JobCancelled))),
            JobState::Done(outcome) => outcome.result.clone(),
        }
    }

    /// Cancels it, if no worker has begun it.
    pub fn cancel(&self, machine: &mut Machine<P>) -> bool {
        match &*self.0.state.borrow() {
            JobState::Pending => {}
            JobState::Cancelled => return true,
            JobState::Running | JobState::Done(_) => return false,
        }
        self.finish(machine, JobState::Cancelled);
        true
    }

    /// Gives the result. False if it was done.
    pub fn set(&self, machine: &mut Machine<P>, result: Result<P::Value, P::Exception>) -> bool {
        if self.is_done() {
            return false;
        }
        let graves = Rc::clone(&machine.graves);
        self.finish(machine, JobState::Done(Outcome { result: Some(result), graves }));
        true
    }

    /// Gives a signal when it is done, at once if it is.
    pub fn tell(&self, machine: &mut Machine<P>, signal: Signal) {
        if self.is_done() {
            machine.give(&signal);
        } else {
            self.0.then.borrow_mut().push(Then::Give(signal));
        }
    }

    /// A future of a loop that has the same result; cancelling it cancels the job.
    pub fn wrap(&self, machine: &mut Machine<P>, home: EventLoop) -> Future<P> {
        self.wrap_telling(machine, home, None)
    }

    /// The same, with code that runs when that has cancelled the job.
    pub fn wrap_telling(
        &self,
        machine: &mut Machine<P>,
        home: EventLoop,
        told: Option<P::Routine>,
    ) -> Future<P> {
        let future = Future::new(machine, home, Body::Plain);
        if let Some(job) = self.id() {
            machine.note(|| What::StandsFor { future: future.id(), job });
        }
        future.add_callback(machine, Callback::JobAbandoned(self.clone(), told.map(Box::new)));
        if self.is_done() {
            self.follow(machine, &future);
        } else {
            self.0.then.borrow_mut().push(Then::Follow(future.clone()));
        }
        future
    }

    /// It runs from now on, unless it was begun, cancelled or finished before.
    pub fn begin(&self) -> bool {
        let mut state = self.0.state.borrow_mut();
        let pending = matches!(*state, JobState::Pending);
        if pending {
            *state = JobState::Running;
        }
        pending
    }

    pub(crate) fn id(&self) -> Option<JobId> {
        self.0.id.get()
    }

    fn finish(&self, machine: &mut Machine<P>, state: JobState<P>) {
        if let Some(job) = self.id() {
            machine.note(|| What::JobEnded(job));
        }
        drop(self.0.state.replace(state));
        machine.give(&self.0.done);
        let told = self.0.then.take();
        for then in told {
            match then {
                Then::Give(signal) => machine.give(&signal),
                Then::Follow(future) => self.follow(machine, &future),
            }
        }
    }

    fn follow(&self, machine: &mut Machine<P>, future: &Future<P>) {
        if machine.is_closed(future.home()) && !future.is_done() {
            machine.stranded.push((self.clone(), future.clone()));
            return;
        }
        let call = Call::Native(NativeCall::JobEnded(future.clone(), self.clone()));
        call_from_any_thread(machine, future.home(), call);
    }
}

/// Has a loop make a call of the library's, unless the loop is closed.
pub(crate) fn call_from_any_thread<P: Program>(machine: &mut Machine<P>, home: EventLoop, call: Call<P>) {
    if machine.check_open(home).is_ok() {
        let handle = Handle::new(machine, home, HandleKind::Soon, call);
        machine.schedule(home, Work::Call(handle));
        machine.wake_loop(home);
    }
}

/// Simulated threads that do jobs in the order in which they are given.
pub struct Pool<P: Program>(Rc<PoolNode<P>>);

struct PoolNode<P: Program> {
    /// What the names of its workers begin with.
    prefix: Box<str>,
    /// Each worker is a process of its own.
    of_processes: bool,
    most: usize,
    /// Given when a worker has ended, in the order in which they were started.
    workers: RefCell<Vec<Signal>>,
    /// Workers that have asked for a job in vain, less the jobs given since: who is short of them starts one.
    free: Cell<usize>,
    closed: Cell<bool>,
    orders: RefCell<VecDeque<Order<P>>>,
    /// What idle workers wait for: an order wakes one of them.
    news: Signal,
}

/// What a worker is given.
enum Order<P: Program> {
    Job(Job<P>),
    /// The pool takes no more jobs: who gets this passes it on, and ends.
    End,
}

/// What a worker finds to do.
pub(crate) enum Found<P: Program> {
    Job(Job<P>),
    End,
    Nothing,
}

pub(crate) struct Job<P: Program> {
    pub(crate) routine: Option<P::Routine>,
    pub(crate) future: ConcurrentFuture<P>,
}

impl<P: Program> Pool<P> {
    /// A pool of at most so many workers; one at the least.
    pub fn new(prefix: &str, workers: usize) -> Self {
        Self::of(prefix, workers, false)
    }

    /// The same, of workers that are processes: they compute at the same time.
    pub fn of_processes(prefix: &str, workers: usize) -> Self {
        Self::of(prefix, workers, true)
    }

    fn of(prefix: &str, workers: usize, of_processes: bool) -> Self {
        Self(Rc::new(PoolNode {
            prefix: prefix.into(),
            of_processes,
            most: workers.max(1),
            workers: RefCell::default(),
            free: Cell::new(0),
            closed: Cell::new(false),
            orders: RefCell::new(VecDeque::new()),
            news: Signal::new(),
        }))
    }

    /// Gives it a job. The thread that gives it should give way with
    /// [`crate::Block::Others`], since a job begins at once if a worker is free.
    pub fn submit(
        &self,
        machine: &mut Machine<P>,
        routine: P::Routine,
    ) -> Result<ConcurrentFuture<P>, P::Exception> {
        let future = ConcurrentFuture::new();
        let name = if machine.recorder.is_on() { P::call_name(&routine) } else { String::new() };
        self.submit_for(machine, future.clone(), routine, || name)?;
        Ok(future)
    }

    /// The same with a future that was made before; the job itself may give it its result. The name is for the
    /// record.
    pub fn submit_for(
        &self,
        machine: &mut Machine<P>,
        future: ConcurrentFuture<P>,
        routine: P::Routine,
        name: impl FnOnce() -> String,
    ) -> Result<(), P::Exception> {
        let pool = &*self.0;
        if pool.closed.get() {
            let text = "cannot schedule new futures after shutdown";
            return Err(P::raise(Raised::Runtime(text.to_owned())));
        }
        future.0.id.set(Some(machine.job_given(name)));
        self.order(machine, Order::Job(Job { routine: Some(routine), future }));
        let number = pool.workers.borrow().len();
        if pool.free.get() > 0 {
            pool.free.set(pool.free.get() - 1);
        } else if number < pool.most {
            pool.workers.borrow_mut().push(Signal::new());
            let name = format!("{}_{number}", pool.prefix);
            machine.add_thread(Role::Worker { pool: self.clone(), number, job: None }, None, &name);
        }
        Ok(())
    }

    fn order(&self, machine: &mut Machine<P>, order: Order<P>) {
        self.0.orders.borrow_mut().push_back(order);
        machine.wake_one(&self.0.news);
    }

    /// Takes no more jobs; those it has are done, and then its workers end, one after the other.
    pub fn shut_down(&self, machine: &mut Machine<P>) {
        self.0.closed.set(true);
        self.order(machine, Order::End);
    }

    /// Cancels the jobs that no worker has begun.
    pub fn cancel_jobs(&self, machine: &mut Machine<P>) {
        let orders = mem::take(&mut *self.0.orders.borrow_mut());
        for order in orders {
            if let Order::Job(job) = order {
                job.future.cancel(machine);
            }
        }
    }

    /// The signal that the first worker will give which has not ended: who waits for all of them
    /// waits for one after the other.
    pub fn next_to_end(&self) -> Option<Signal> {
        self.0.workers.borrow().iter().find(|ended| !ended.is_set()).cloned()
    }

    pub(crate) fn has_jobs(&self) -> bool {
        self.0.orders.borrow().iter().any(|order| matches!(order, Order::Job(_)))
    }

    pub(crate) fn is_of_processes(&self) -> bool {
        self.0.of_processes
    }

    pub(crate) fn has_orders(&self) -> bool {
        !self.0.orders.borrow().is_empty()
    }

    pub(crate) fn news(&self) -> Signal {
        self.0.news.clone()
    }

    /// A worker has looked for work in vain.
    pub(crate) fn worker_free(&self) {
        self.0.free.set(self.0.free.get() + 1);
    }

    /// The next job that was not cancelled, or the order to end.
    pub(crate) fn take_order(&self, machine: &mut Machine<P>) -> Found<P> {
        loop {
            let order = self.0.orders.borrow_mut().pop_front();
            match order {
                None => return Found::Nothing,
                Some(Order::Job(job)) if job.future.begin() => return Found::Job(job),
                Some(Order::Job(_)) => {}
                Some(Order::End) => {
                    self.order(machine, Order::End);
                    return Found::End;
                }
            }
        }
    }

    pub(crate) fn worker_ended(&self, machine: &mut Machine<P>, number: usize) {
        let ended = self.0.workers.borrow().get(number).cloned();
        if let Some(ended) = ended {
            machine.give(&ended);
        }
    }
}

impl<P: Program> Machine<P> {
    /// Has a pool do a job, the loop's own pool if none is named, and gives a future of the loop for it.
    pub fn run_in_executor(
        &mut self,
        home: EventLoop,
        pool: Option<&Pool<P>>,
        routine: P::Routine,
    ) -> Result<Future<P>, P::Exception> {
        self.check_open(home)?;
        let pool = match pool {
            Some(pool) => pool.clone(),
            None if self.state(home).pool_ended => {
                return Err(P::raise(Raised::Runtime("Executor shutdown has been called".to_owned())));
            }
            None => self.default_pool(home),
        };
        let job = pool.submit(self, routine)?;
        Ok(job.wrap(self, home))
    }

    fn default_pool(&mut self, home: EventLoop) -> Pool<P> {
        self.state_mut(home).pool.get_or_insert_with(|| Pool::new("asyncio", DEFAULT_WORKERS)).clone()
    }
}

impl<P: Program> Default for ConcurrentFuture<P> {
    fn default() -> Self {
        Self::new()
    }
}

impl<P: Program> Clone for ConcurrentFuture<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<P: Program> Clone for Pool<P> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}
