//! A program that does whatever the bytes say: its code drives a stack of library
//! coroutines and scripts, and its values hold things of the library's and look at
//! them whenever they are cloned or dropped, which the library must be ready for.

use std::cell::RefCell;
use std::mem;
use std::rc::{Rc, Weak};

use interleave_core::{
    Block, ConcurrentFuture, Coroutine, Flow, Future, Handle, Input, Kind, Machine, Output, Program, Queue,
    Raised, Report, Step, Task, TaskGroup, Timeout,
};

use super::actions::Act;
use super::presence::Presence;
use super::shelf::{Bytes, Shelf};

/// The player of one sequence of calls.
pub(crate) struct Player {
    pub(crate) bytes: Bytes,
    pub(crate) shelf: Shelf,
    pub(crate) runs_within_runs: usize,
    /// So many routines are being resumed.
    resumed: usize,
    /// A machine was thrown away by what it was running: a task that goes on then may keep itself.
    pub(crate) has_lost_its_machine: bool,
    /// All that values and code hold, so that what holds itself can be taken apart at the end.
    bags: Vec<Weak<Bag>>,
}

/// What a value or code holds.
pub(crate) struct Bag {
    things: RefCell<Vec<Held>>,
    frames: RefCell<Vec<Frame>>,
    _presence: Presence,
}

#[derive(Clone)]
enum Held {
    Future(Future<Player>),
    Handle(Handle<Player>),
    Queue(Queue<Player>),
    Timeout(Timeout<Player>),
    Group(TaskGroup<Player>),
    Job(ConcurrentFuture<Player>),
    Value(Value),
}

impl Held {
    /// All that can be asked without a machine, since values are cloned and dropped without one.
    fn look(&self) {
        match self {
            Self::Future(future) => {
                let _ = (future.is_done(), future.is_cancelled(), future.id());
                if let Some(task) = Task::of(future) {
                    let _ = (task.name(), task.state(), task.cancelling());
                    task.with_routine(|_| ());
                }
            }
            Self::Handle(handle) => drop((handle.is_cancelled(), handle.when())),
            Self::Queue(queue) => drop((queue.len(), queue.is_full(), queue.getters())),
            Self::Timeout(timeout) => drop((timeout.state(), timeout.when())),
            Self::Group(group) => drop((group.tasks(), group.to_string())),
            Self::Job(job) => drop((job.is_done(), job.is_running())),
            Self::Value(value) => value.look(),
        }
    }

    /// The same for what may clone or drop a value in its turn.
    fn touch(&self) {
        match self {
            Self::Future(future) => {
                future.mark_retrieved();
                future.remove_done_callback(|_| true);
                if let Some(task) = Task::of(future) {
                    task.set_name("touched");
                }
            }
            Self::Handle(_)
            | Self::Queue(_)
            | Self::Timeout(_)
            | Self::Group(_)
            | Self::Job(_)
            | Self::Value(_) => {}
        }
    }
}

impl Bag {
    fn new(things: Vec<Held>, frames: Vec<Frame>) -> Self {
        Self { things: RefCell::new(things), frames: RefCell::new(frames), _presence: Presence::default() }
    }

    fn look(&self) {
        if let Ok(things) = self.things.try_borrow() {
            things.iter().for_each(Held::look);
        }
    }

    pub(crate) fn empty(&self) {
        let (things, frames) = (self.things.take(), self.frames.take());
        drop((things, frames));
    }
}

impl Drop for Bag {
    fn drop(&mut self) {
        for held in self.things.get_mut() {
            held.look();
            held.touch();
        }
    }
}

pub(crate) struct Value(Option<Rc<Bag>>);

impl Clone for Value {
    fn clone(&self) -> Self {
        self.look();
        Self(self.0.clone())
    }
}

impl Value {
    fn look(&self) {
        if let Some(bag) = &self.0 {
            bag.look();
        }
    }
}

#[derive(Clone)]
pub(crate) struct Exception {
    pub(crate) kind: Kind,
    pub(crate) value: Value,
}

/// Code to run: what is in its bag.
pub(crate) struct Code(pub(crate) Rc<Bag>);

pub(crate) enum Frame {
    Library(Box<dyn Coroutine<Player>>),
    /// So many actions more.
    Script(u8),
}

impl Code {
    pub(crate) fn frames(&self) -> Vec<Frame> {
        self.0.frames.take()
    }
}

impl Player {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        Self {
            bytes: Bytes::new(bytes),
            shelf: Shelf::default(),
            runs_within_runs: 0,
            resumed: 0,
            has_lost_its_machine: false,
            bags: Vec::new(),
        }
    }

    /// A machine is thrown away.
    pub(crate) fn lose_machine(&mut self) {
        self.has_lost_its_machine |= self.resumed > 0;
    }

    fn bag(&mut self, frames: Vec<Frame>) -> Rc<Bag> {
        let things = match self.bytes.below(12) {
            1 | 2 => self.shelf.futures.pick(&self.bytes).map(Held::Future),
            3 => self.shelf.handles.pick(&self.bytes).map(Held::Handle),
            4 => self.shelf.queues.pick(&self.bytes).map(Held::Queue),
            5 => self.shelf.timeouts.pick(&self.bytes).map(Held::Timeout),
            6 => self.shelf.groups.pick(&self.bytes).map(Held::Group),
            7 => self.shelf.jobs.pick(&self.bytes).map(Held::Job),
            8 => Some(Held::Value(self.value())),
            _ => None,
        };
        let bag = Rc::new(Bag::new(things.into_iter().collect(), frames));
        self.bags.push(Rc::downgrade(&bag));
        bag
    }

    pub(crate) fn value(&mut self) -> Value {
        if self.bytes.flip() { Value(Some(self.bag(Vec::new()))) } else { Value(None) }
    }

    pub(crate) fn maybe_value(&mut self) -> Option<Value> {
        self.bytes.flip().then(|| self.value())
    }

    pub(crate) fn exception(&mut self) -> Exception {
        let kind = match self.bytes.below(6) {
            0 | 1 => Kind::Cancelled,
            2 => Kind::Exit,
            3 => Kind::Base,
            _ => Kind::Ordinary,
        };
        Exception { kind, value: self.value() }
    }

    /// A script of a few actions, or code from the shelf.
    pub(crate) fn code(&mut self) -> Code {
        let length = self.bytes.next() % 16;
        if length == 15
            && let Some(code) = self.shelf.codes.take(&self.bytes)
        {
            return code;
        }
        let frames = vec![Frame::Script(length)];
        Code(self.bag(frames))
    }

    pub(crate) fn code_of(&mut self, frame: Frame) -> Code {
        Code(self.bag(vec![frame]))
    }

    /// What a coroutine is resumed with that expects something else.
    pub(crate) fn odd_input(&mut self) -> Input<Self> {
        match self.bytes.below(8) {
            0 => Input::Start,
            1 => match self.shelf.futures.pick(&self.bytes) {
                Some(future) => Input::Done(future),
                None => Input::Start,
            },
            2 => Input::Value(self.value()),
            3 | 4 => Input::Throw(self.exception()),
            5 => Input::Signalled(self.bytes.flip()),
            6 => Input::Answer(self.bytes.flip()),
            _ => Input::Continue,
        }
    }

    pub(crate) fn keep_output(&mut self, output: Output<Self>) -> Value {
        match output {
            Output::Value(value) => value,
            Output::Future(future) => {
                self.shelf.futures.put(&self.bytes, future);
                Value(None)
            }
            Output::Sets(done, pending) => {
                for future in done.into_iter().chain(pending) {
                    self.shelf.futures.put(&self.bytes, future);
                }
                Value(None)
            }
            Output::Nothing | Output::Bool(_) | Output::Count(_) => Value(None),
        }
    }

    fn go_on(
        &mut self,
        machine: &mut Machine<Self>,
        frames: &mut Vec<Frame>,
        mut input: Input<Self>,
    ) -> Flow<Self> {
        let mut result = Value(None);
        while let Some(frame) = frames.last_mut() {
            match frame {
                Frame::Library(coroutine) => match coroutine.resume(machine, input) {
                    Step::Await(future) => return Flow::Await(future),
                    Step::Pass => return Flow::Pass,
                    Step::Block(block) => return Flow::Block(block),
                    Step::Call(code) => {
                        frames.append(&mut code.frames());
                        input = Input::Start;
                    }
                    Step::IsTrue(_) | Step::IsLess(..) => input = self.answer(machine),
                    Step::Report(report) => {
                        self.report(machine, report);
                        input = Input::Value(Value(None));
                    }
                    Step::Return(output) => {
                        frames.pop();
                        result = self.keep_output(output);
                        input = Input::Value(result.clone());
                    }
                    Step::Raise(exception) => {
                        frames.pop();
                        input = Input::Throw(exception);
                    }
                },
                Frame::Script(left) => {
                    let raised = match input {
                        Input::Throw(exception) if self.bytes.next().is_multiple_of(2) => Some(exception),
                        _ => None,
                    };
                    input = Input::Value(Value(None));
                    if let Some(exception) = raised {
                        frames.pop();
                        input = Input::Throw(exception);
                    } else if *left == 0 || !self.bytes.any_left() {
                        frames.pop();
                    } else {
                        *left -= 1;
                        match self.act(machine) {
                            Act::Done => {}
                            Act::Runs(frame) => {
                                frames.push(frame);
                                input = Input::Start;
                            }
                            Act::Rests(flow) => return flow,
                        }
                    }
                }
            }
        }
        match input {
            Input::Throw(exception) => Flow::Raise(exception),
            _ => Flow::Return(result),
        }
    }

    /// What a comparison comes to; it may do something to the queue meanwhile, or fail.
    fn answer(&mut self, machine: &mut Machine<Self>) -> Input<Self> {
        match self.bytes.below(8) {
            // Whoever is told nothing asks again.
            1 if self.bytes.any_left() => self.odd_input(),
            2 => {
                let _ = self.act(machine);
                Input::Answer(self.bytes.flip())
            }
            other => Input::Answer(other % 2 == 0),
        }
    }

    /// Takes apart what holds itself.
    pub(crate) fn empty_bags(&mut self) {
        for bag in mem::take(&mut self.bags) {
            if let Some(bag) = bag.upgrade() {
                bag.empty();
            }
        }
    }
}

impl Program for Player {
    type Value = Value;
    type Exception = Exception;
    type Routine = Code;
    type Face = Presence;

    fn resume(&mut self, machine: &mut Machine<Self>, code: &mut Code, input: Input<Self>) -> Flow<Self> {
        let mut frames = code.frames();
        let input = match input {
            Input::Done(future) => {
                self.shelf.futures.put(&self.bytes, future);
                Input::Start
            }
            other => other,
        };
        self.resumed += 1;
        let flow = self.go_on(machine, &mut frames, input);
        self.resumed -= 1;
        // Ended midway: nothing is resumed again.
        if matches!(flow, Flow::Return(_) | Flow::Raise(_)) {
            for frame in &mut frames {
                if let Frame::Library(coroutine) = frame {
                    coroutine.close(machine);
                }
            }
            frames.clear();
        }
        code.0.frames.replace(frames);
        flow
    }

    fn report(&mut self, _: &mut Machine<Self>, report: Report<Self>) {
        match report {
            Report::OrphanFailed { task, .. } | Report::FailedWhileEnding(task, _) => {
                self.shelf.futures.put(&self.bytes, task.future().clone());
            }
            Report::CodeDropped(code) => self.shelf.codes.put(&self.bytes, code),
            Report::NeverRetrieved(future) => self.shelf.futures.put(&self.bytes, future),
            Report::TaskDestroyed(task) => self.shelf.futures.put(&self.bytes, task.future().clone()),
            Report::CallbackFailed(..) | Report::StepTookLong(..) | Report::CallTookLong(..) => {}
        }
    }

    fn raise(raised: Raised<Self>) -> Exception {
        match raised {
            Raised::Cancelled(value) | Raised::CancelledChild(value) => {
                let value = value.unwrap_or(Value(None));
                value.look();
                Exception { kind: Kind::Cancelled, value }
            }
            _ => Exception { kind: Kind::Ordinary, value: Value(None) },
        }
    }

    fn kind(exception: &Exception) -> Kind {
        exception.value.look();
        exception.kind
    }

    fn nothing() -> Value {
        Value(None)
    }

    fn list(values: Vec<Value>) -> Value {
        values.into_iter().next().unwrap_or(Value(None))
    }

    fn caught(exception: Exception) -> Value {
        exception.value
    }

    fn native(coroutine: Box<dyn Coroutine<Self>>) -> Code {
        Code(Rc::new(Bag::new(Vec::new(), vec![Frame::Library(coroutine)])))
    }
}

/// How a thread can wait.
pub(crate) fn block(player: &mut Player) -> Option<Block<Player>> {
    let bytes = &player.bytes;
    Some(match bytes.below(5) {
        0 => Block::For(bytes.integer()),
        1 => {
            let signal = player.shelf.signals.pick(bytes)?;
            Block::On(signal, bytes.flip().then(|| bytes.integer()))
        }
        2 => Block::Others,
        _ => {
            let home = player.shelf.loops.pick(bytes)?;
            let until = if bytes.flip() { player.shelf.futures.pick(bytes) } else { None };
            Block::Loop(home, until)
        }
    })
}
