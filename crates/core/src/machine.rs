//! The ideal machine: a clock, loops, threads, and what all of them share.
//! How it runs is in `run`; what a loop does, in `event_loop`; threads, in `threads`.

use std::rc::{Rc, Weak};

use interleave_trace::{
    CallId, FutureId, JobId, ResourceId, Span, StepId, TaskId, ThreadId, TimerId, Trace, What,
};

use crate::as_completed::Completions;
use crate::concurrent::ConcurrentFuture;
use crate::event_loop::{EventLoop, LoopState};
use crate::events::Asked;
use crate::futures::{Future, Node};
use crate::graves::{Corpse, Graves};
use crate::native::Refused;
use crate::program::{Program, Raised, Report};
use crate::recorder::Recorder;
use crate::roll::Roll;
use crate::tasks::Task;
use crate::threads::{Thread, Threads};
use crate::time::Moment;
use crate::timeouts::TimeoutNode;

/// How much a run may do. What goes beyond ends in a [`Stop::Limit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Iterations of all loops together.
    pub iterations: u64,
    /// Events that the trace keeps; what comes later is only counted.
    pub events: usize,
    /// Events after which the trace keeps no more lines.
    pub lines: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { iterations: 1_000_000_000, events: 4_000_000, lines: 200_000 }
    }
}

/// A limit that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`Limits::iterations`]
    Iterations,
    /// The end of virtual time, 292 years from the start.
    Time,
}

/// Why a run came to rest.
pub enum Stop<P: Program> {
    /// The main thread returned or raised, and no other thread has work left.
    Finished(Result<P::Value, P::Exception>),
    /// Nothing can go on, ever.
    Deadlock,
    /// A limit was reached.
    Limit(Limit),
    /// A slice is used up; `run` goes on where it was.
    Slice,
}

/// A clock, event loops, and simulated threads.
pub struct Machine<P: Program> {
    pub(crate) now: Moment,
    /// Hairs of the timer that the clock was last turned to.
    pub(crate) turned: u64,
    pub(crate) limits: Limits,
    pub(crate) loops: Vec<LoopState<P>>,
    /// Stands for every loop that is not of this machine.
    pub(crate) foreign: LoopState<P>,
    pub(crate) threads: Threads<P>,
    pub(crate) graves: Rc<Graves<P>>,
    pub(crate) recorder: Recorder,
    pub(crate) iterations: u64,
    pub(crate) spin: Spin,
    /// What closed loops were asked to call, while somebody heeds that.
    pub(crate) refused: Option<Vec<Refused<P>>>,
    pub(crate) finished: Option<Result<P::Value, P::Exception>>,
    pub(crate) tasks: Vec<Option<Weak<Node<P>>>>,
    /// Futures other than tasks that have failed.
    pub(crate) failed: Roll<Node<P>>,
    /// Futures other than tasks that may be held by those who hear of them, directly or not.
    pub(crate) overheard: Roll<Node<P>>,
    /// Timeouts that have had a timer: each has it, and that has the timeout.
    pub(crate) timeouts: Roll<TimeoutNode<P>>,
    /// Lines of futures whose time was up. Each keeps itself: in CPython it has its timer, and that has it.
    pub(crate) timed_out: Vec<Rc<Completions<P>>>,
    /// Jobs that ended when their loops were closed, and the futures that stand for them: in CPython each holds the
    /// other.
    pub(crate) stranded: Vec<(ConcurrentFuture<P>, Future<P>)>,
    free_places: Vec<u32>,
    counts: Counts,
}

/// How long the loops have been running without the clock moving.
#[derive(Default)]
pub(crate) struct Spin {
    pub(crate) at: Moment,
    /// That began at this moment.
    pub(crate) iterations: u32,
}

#[derive(Default)]
struct Counts {
    futures: u32,
    tasks: u32,
    names: u32,
    timers: u32,
    calls: u32,
    jobs: u32,
    resources: u32,
    order: u64,
}

impl<P: Program> Machine<P> {
    /// A machine whose main thread will run this routine.
    pub fn new(main: P::Routine, limits: Limits) -> Self {
        Self {
            now: Moment::default(),
            turned: 0,
            limits,
            loops: Vec::new(),
            foreign: LoopState::foreign(),
            threads: Threads::new(Thread::main(main)),
            graves: Rc::new(Graves::new()),
            recorder: Recorder::off(),
            iterations: 0,
            spin: Spin::default(),
            refused: None,
            finished: None,
            tasks: Vec::new(),
            failed: Roll::default(),
            overheard: Roll::default(),
            timeouts: Roll::default(),
            timed_out: Vec::new(),
            stranded: Vec::new(),
            free_places: Vec::new(),
            counts: Counts::default(),
        }
    }

    /// From now on, writes down what happens.
    pub fn record(&mut self) {
        self.recorder = Recorder::on(self.limits.events, self.limits.lines);
    }

    /// Takes the record, which ends it.
    pub fn take_trace(&mut self) -> Option<Trace> {
        self.recorder.take()
    }

    /// What happens next, happens at this place of the source.
    pub fn set_place(&mut self, place: Span) {
        self.recorder.place = place;
    }

    /// Writes down an event of the program's own, if a record is kept.
    pub fn note(&mut self, what: impl FnOnce() -> What) {
        self.recorder.note(self.now.ns, what);
    }

    /// Writes down words: what makes them is asked only if a record is kept.
    pub fn note_text(&mut self, text: &str, what: impl FnOnce(interleave_trace::TextId) -> What) {
        self.recorder.note_text(self.now.ns, text, what);
    }

    /// Writes down that a statement at this place begins, unless the record is too long for lines: then
    /// there will be none any more.
    pub fn note_line(&mut self, place: Span) -> bool {
        self.recorder.note_line(self.now.ns, place)
    }

    /// Writes down that a future will end when others do.
    pub(crate) fn note_depends<'f>(
        &mut self,
        outer: &Future<P>,
        inner: impl IntoIterator<Item = &'f Future<P>>,
    ) {
        if self.recorder.is_on() {
            for inner in inner {
                self.note(|| What::Depends { outer: outer.id(), inner: inner.id() });
            }
        }
    }

    /// Events written down so far.
    pub fn events(&self) -> usize {
        self.recorder.len()
    }

    /// The moment that it is.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Iterations that all loops have begun.
    pub fn iterations(&self) -> u64 {
        self.iterations
    }

    /// The thread that is running.
    pub fn current_thread(&self) -> ThreadId {
        self.threads.current.id
    }

    /// The loop that the running thread drives.
    pub fn running_loop(&self) -> Option<EventLoop> {
        self.threads.current.drive.as_ref().map(|drive| drive.home)
    }

    /// What the running thread drives its loop for: the future that `run_until_complete` waits for.
    pub fn driven_until(&self) -> Option<&Future<P>> {
        self.threads.current.drive.as_ref()?.until.as_ref()
    }

    /// The loop that the running thread drives; `RuntimeError` if there is none.
    pub(crate) fn need_running_loop(&self) -> Result<EventLoop, P::Exception> {
        self.running_loop().ok_or_else(|| P::raise(Raised::Runtime("no running event loop".to_owned())))
    }

    /// The task that a loop is running.
    pub fn current_task(&self, home: EventLoop) -> Option<Task<P>> {
        self.state(home).current.clone()
    }

    /// The tasks of a loop that are not done, in order of creation.
    pub fn all_tasks(&self, home: EventLoop) -> Vec<Task<P>> {
        let mut tasks = self.live_tasks();
        tasks.retain(|task| task.future().home() == home);
        tasks
    }

    /// Futures, tasks among them, that somebody still holds.
    pub fn futures_alive(&self) -> usize {
        self.graves.alive()
    }

    /// Lets go of what nobody holds any more, and reports what has to be reported.
    pub fn bury(&mut self, program: &mut P) {
        while !self.graves.is_empty()
            && let Some(corpse) = self.graves.take()
        {
            self.bury_one(program, corpse);
        }
    }

    /// The same for one that the program has claimed.
    pub fn bury_claimed(&mut self, program: &mut P, id: FutureId) {
        if let Some(corpse) = self.graves.take_claimed(id) {
            self.bury_one(program, corpse);
        }
    }

    fn bury_one(&mut self, program: &mut P, corpse: Corpse<P>) {
        if corpse.has_last_words() {
            let future = Future::risen(corpse, &Rc::clone(&self.graves));
            let task = Task::of(&future).inspect(|task| self.list_task(task));
            let report = match task {
                Some(task) if !future.is_done() => Report::TaskDestroyed(task),
                _ => Report::NeverRetrieved(future),
            };
            program.report(self, report);
            return;
        }
        self.unlist(corpse.place());
        if let Some(code) = corpse.into_code() {
            program.report(self, Report::CodeDropped(code));
        }
    }

    pub(crate) fn next_future(&mut self) -> FutureId {
        FutureId(next(&mut self.counts.futures))
    }

    pub(crate) fn next_task(&mut self) -> TaskId {
        TaskId(next(&mut self.counts.tasks))
    }

    /// Python counts from one, and only tasks without a name of their own.
    pub(crate) fn next_task_name(&mut self) -> u32 {
        next(&mut self.counts.names) + 1
    }

    pub(crate) fn next_timer(&mut self) -> TimerId {
        TimerId(next(&mut self.counts.timers))
    }

    /// A call that the program asks for, which is on the record from now on.
    pub(crate) fn asked(&mut self, routine: P::Routine) -> Box<Asked<P>> {
        let call = CallId(next(&mut self.counts.calls));
        if self.recorder.is_on() {
            self.note_text(&P::call_name(&routine), |name| What::CallAsked { call, name });
        }
        Box::new(Asked { call, routine })
    }

    /// A job, by the name of what it calls, which is on the record from now on.
    pub(crate) fn job_given(&mut self, name: impl FnOnce() -> String) -> JobId {
        let job = JobId(next(&mut self.counts.jobs));
        if self.recorder.is_on() {
            self.note_text(&name(), |name| What::JobGiven { job, name });
        }
        job
    }

    pub(crate) fn next_resource(&mut self) -> ResourceId {
        ResourceId(next(&mut self.counts.resources))
    }

    /// A number greater than all before: who came first.
    pub(crate) fn next_order(&mut self) -> u64 {
        self.counts.order += 1;
        self.counts.order
    }

    pub(crate) fn step(&self) -> StepId {
        self.recorder.step
    }

    pub(crate) fn place_for_task(&mut self) -> u32 {
        self.free_places.pop().unwrap_or_else(|| {
            self.tasks.push(None);
            u32::try_from(self.tasks.len() - 1).unwrap_or(u32::MAX)
        })
    }

    pub(crate) fn list_task(&mut self, task: &Task<P>) {
        if let Some(place) = task.part().and_then(|part| self.tasks.get_mut(part.place as usize)) {
            *place = Some(Rc::downgrade(&task.future().0));
        }
    }

    /// It is one of the tasks that are listed here.
    pub(crate) fn has_task(&self, future: &Future<P>) -> bool {
        future.is_task() && future.is_of(&self.graves)
    }

    /// Those are let go that lead to no future any more.
    pub(crate) fn keep_timed_out(&mut self, completions: &Rc<Completions<P>>) {
        if self.timed_out.len() >= 64 && self.timed_out.len().is_power_of_two() {
            self.timed_out.retain(|completions| completions.has_any());
        }
        self.timed_out.push(Rc::clone(completions));
    }

    fn unlist(&mut self, place: Option<u32>) {
        if let Some(index) = place
            && let Some(place) = self.tasks.get_mut(index as usize)
        {
            *place = None;
            self.free_places.push(index);
        }
    }

    pub(crate) fn note_created(&mut self, task: &Task<P>, routine: &P::Routine) {
        if self.recorder.is_on() {
            let (id, future) = (task.id(), task.future().id());
            let name = self.recorder.intern(&task.name());
            let code = self.recorder.intern_code(P::code(routine));
            self.note(|| What::TaskCreated { task: id, future, name, code });
        }
    }

    pub(crate) fn note_failed(&mut self, future: &Future<P>, exception: &P::Exception) {
        if self.recorder.is_on() {
            let id = future.id();
            self.note_text(&P::line(exception), |error| What::Raised { future: id, error });
            self.note(|| What::Failed(id));
        }
    }
}

fn next(count: &mut u32) -> u32 {
    let now = *count;
    *count = count.wrapping_add(1);
    now
}

impl<P: Program> Drop for Machine<P> {
    fn drop(&mut self) {
        // What is left is let go one by one, so that no chain is too long.
        self.threads.clear();
        self.loops.clear();
        self.foreign = LoopState::foreign();
        // Tasks and what they wait for hold each other.
        for task in std::mem::take(&mut self.tasks).iter().flatten().filter_map(Weak::upgrade).map(Future) {
            if let Some(task) = Task::of(&task) {
                drop(task.abandon());
            }
        }
        // So do futures and those who hear of them, and timeouts and their timers.
        std::mem::take(&mut self.overheard).living().for_each(|node| Future(node).forget_callbacks());
        std::mem::take(&mut self.timeouts).living().for_each(|timeout| timeout.forget_timer());
        self.graves.abandon();
    }
}
