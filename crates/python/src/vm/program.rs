//! The machine as the event loop sees it: what its routines are, how one is resumed, and
//! how it comes to rest. Tasks and callbacks each run in a context (`contextvars`) of
//! their own. What the loop reports goes to Python's exception handlers.

use std::cell::{Cell, OnceCell, RefCell};
use std::mem;
use std::rc::{Rc, Weak};

use interleave_core::{
    Block, Code, Coroutine, EventLoop, Flow, Held, Input, Kind, Program, Raised, Report, Task,
};

use super::cycles::frame_children;
use super::frame::{Frame, Then};
use super::graves::{self, Grave};
use super::native::Resumption;
use super::raise::{attribute_error, bare, runtime_error, value_error};
use super::{Loop, Next, Rest, Vm, lines_of};
use crate::builtins::exception_groups::group;
use crate::modules::asyncio::{reports, repr, trace};
use crate::modules::contextvars::Context;
use crate::object::exception::{Place, Remains};
use crate::object::generator::State;
use crate::object::identity::Birth;
use crate::object::{Class, Exception, Generator, Id, Instance, Traceback};
use crate::object::{identity, trashcan};
use crate::traceback::lines::Line;
use crate::types::types;
use crate::value::{Value, intern};

/// From `asyncio.run` to the call of a task's step or a callback there are so many frames in CPython.
const LOOP_DEPTH: usize = 6;

/// Code that the event loop or a thread runs.
pub(crate) struct Routine {
    pub(crate) code: RoutineCode,
    /// The context variables as it sees them.
    pub(crate) context: Context,
    /// Frames that stand still while their thread waits, or because a slice ended.
    aside: Option<Box<Frame>>,
}

/// What a routine runs.
pub(crate) enum RoutineCode {
    Coroutine(Rc<Generator>),
    /// A callback of a loop's, or what a thread was started with.
    Call(Rc<Callback>),
    /// A coroutine of the library that has not begun.
    Native(Option<Box<dyn Coroutine<Vm>>>),
    /// Frames and nothing else: a program's main module.
    Frames,
}

/// A function and what it is called with: when a future is done, with that, too.
#[derive(Clone)]
pub(crate) struct Callback {
    pub(crate) function: Value,
    pub(crate) arguments: Vec<Value>,
    /// The loop that calls it and hears if it fails; `None` in a thread.
    pub(crate) home: Option<EventLoop>,
    /// When it is due, if the program has said a time.
    pub(crate) when: Cell<Option<f64>>,
    /// Where the program asked for it, in debug mode.
    pub(crate) created: Created,
}

/// Where a future or a handle was made, if somebody has looked: the frames, the innermost first.
#[derive(Clone, Default)]
pub(crate) struct Created(RefCell<Option<Rc<[Line]>>>);

impl Created {
    pub(crate) fn set(&self, lines: Vec<Line>) {
        *self.0.borrow_mut() = Some(lines.into());
    }

    pub(crate) fn lines(&self) -> Rc<[Line]> {
        self.0.borrow().clone().unwrap_or_default()
    }
}

impl Callback {
    fn of_thread(function: Value) -> Self {
        Self {
            function,
            arguments: Vec::new(),
            home: None,
            when: Cell::default(),
            created: Created::default(),
        }
    }
}

/// What is kept with a future for Python's sake.
pub(crate) struct Face {
    /// When it was made.
    pub(crate) birth: Birth,
    /// The address of what no object stands for.
    pub(crate) id: Id,
    /// The object that stands for it.
    object: Cell<Weak<Instance>>,
    /// The coroutine of a task.
    coroutine: Cell<Value>,
    /// The context of a task.
    context: OnceCell<Context>,
    /// The traceback of its exception when it was set: who awaits it first goes on from there.
    traceback: Cell<Option<Rc<Traceback>>>,
    /// Where it was made, in debug mode.
    pub(crate) created: Created,
}

impl Default for Face {
    fn default() -> Self {
        Self {
            birth: identity::birth(),
            id: Id::default(),
            object: Cell::default(),
            coroutine: Cell::default(),
            context: OnceCell::new(),
            traceback: Cell::default(),
            created: Created::default(),
        }
    }
}

impl Face {
    pub(crate) fn object(&self) -> Option<Rc<Instance>> {
        let object = self.object.take();
        let found = object.upgrade();
        self.object.set(object);
        found
    }

    pub(crate) fn set_object(&self, object: &Rc<Instance>) {
        self.object.set(Rc::downgrade(object));
    }

    pub(crate) fn coroutine(&self) -> Value {
        let coroutine = self.coroutine.take();
        self.coroutine.set(coroutine.clone());
        coroutine
    }

    pub(crate) fn set_coroutine(&self, coroutine: Value) {
        self.coroutine.set(coroutine);
    }

    pub(crate) fn context(&self) -> Option<Context> {
        self.context.get().cloned()
    }

    /// It is set once.
    pub(crate) fn set_context(&self, context: Context) {
        let _: Result<_, _> = self.context.set(context);
    }
}

impl Routine {
    fn new(code: RoutineCode, context: Context) -> Self {
        Self { code, context, aside: None }
    }

    /// A coroutine, as a task runs it.
    pub(crate) fn coroutine(generator: Rc<Generator>, context: Context) -> Self {
        Self::new(RoutineCode::Coroutine(generator), context)
    }

    /// A call that a loop makes.
    pub(crate) fn callback(
        home: EventLoop,
        function: Value,
        arguments: Vec<Value>,
        context: Context,
    ) -> Self {
        let callback = Callback {
            function,
            arguments,
            home: Some(home),
            when: Cell::default(),
            created: Created::default(),
        };
        Self::new(RoutineCode::Call(Rc::new(callback)), context)
    }

    /// A call that a thread makes, or a worker of a pool.
    pub(crate) fn thread(function: Value, context: Context) -> Self {
        Self::new(RoutineCode::Call(Rc::new(Callback::of_thread(function))), context)
    }

    /// Shows the frames that are in the middle of something, from the outermost to the innermost.
    pub(crate) fn each_frame(&self, mut look: impl FnMut(&Frame)) {
        let mut chain = Vec::new();
        let mut frame = self.aside.as_deref();
        while let Some(here) = frame {
            chain.push(here);
            frame = here.back.as_deref();
        }
        chain.iter().rev().for_each(|frame| look(frame));
        let mut next = match &self.code {
            RoutineCode::Coroutine(generator) if chain.is_empty() => Some(generator.clone()),
            _ => None,
        };
        while let Some(generator) = next {
            let frame = generator.frame.borrow();
            next = frame.as_deref().filter(|_| generator.state.get() != State::Closed).and_then(|frame| {
                look(frame);
                frame.inner()
            });
        }
    }

    /// Shows the values that it leads to; what is in the middle of a coroutine is the coroutine's.
    pub(crate) fn each_value(&self, mut look: impl FnMut(&Value)) {
        match &self.code {
            RoutineCode::Coroutine(generator) => look(&Value::Generator(generator.clone())),
            RoutineCode::Call(callback) => {
                look(&callback.function);
                callback.arguments.iter().for_each(&mut look);
            }
            RoutineCode::Native(_) | RoutineCode::Frames => {}
        }
        let mut frame = self.aside.as_deref();
        while let Some(here) = frame {
            frame_children(here, &mut look);
            frame = here.back.as_deref();
        }
    }

    /// The values that it holds by itself, each as often as it is held.
    pub(crate) fn each_held(&self, mut look: impl FnMut(&Value)) {
        if let RoutineCode::Coroutine(generator) = &self.code {
            look(&Value::Generator(generator.clone()));
        }
        let frames = std::iter::successors(self.aside.as_deref(), |frame| frame.back.as_deref());
        frames.for_each(|frame| frame_children(frame, &mut look));
    }

    /// The call, if it is one.
    pub(crate) fn call(&self) -> Option<&Rc<Callback>> {
        match &self.code {
            RoutineCode::Call(callback) => Some(callback),
            RoutineCode::Coroutine(_) | RoutineCode::Native(_) | RoutineCode::Frames => None,
        }
    }

    /// A frame that has not begun: a program's main module.
    pub(crate) fn main(frame: Box<Frame>) -> Self {
        Self { code: RoutineCode::Frames, context: Context::default(), aside: Some(frame) }
    }
}

impl Program for Vm {
    type Value = Value;
    type Exception = Exception;
    type Routine = Routine;
    type Face = Face;

    fn resume(&mut self, machine: &mut Loop, routine: &mut Routine, input: Input<Self>) -> Flow<Self> {
        self.enter_thread(machine.current_thread());
        self.notes_origins = machine.running_loop().is_some_and(|home| machine.is_debug(home));
        // Where a slice ended, nothing did: whoever died has its say where it would have without slices.
        if !matches!(input, Input::Continue) {
            self.begin_turn();
            self.provenance.renew();
            self.last_words(machine);
        }
        mem::swap(&mut self.state.context, &mut routine.context);
        self.state.asyncio.inside += 1;
        let below = if machine.running_loop().is_some() { LOOP_DEPTH } else { 0 };
        self.depth += below;
        let at_bottom = machine.running_loop().is_none();
        if at_bottom {
            self.handled_below.remove(&self.thread);
            self.stacks_below.remove(&self.thread);
        }
        let mut rest = self.advance(machine, routine, input);
        if let (Rest::Returned(value), RoutineCode::Call(callback)) = (&mut rest, &routine.code)
            && callback.home.is_some()
        {
            // Nobody asks for it: what is only held by it dies where it was called.
            drop(mem::take(value));
        }
        self.depth = self.depth.saturating_sub(below);
        self.state.asyncio.inside -= 1;
        self.tick(machine);
        let ended = !matches!(rest, Rest::Slice(_));
        let of_loop = machine.running_loop().is_some() && !matches!(routine.code, RoutineCode::Frames);
        if ended && of_loop && graves::any() {
            graves::died_at(|| trace::place(self, trace::HANDLE_RUN));
        }
        if at_bottom && let Rest::Blocks(block, frame) = &rest {
            if let Some(handled) = self.handled(frame) {
                self.handled_below.insert(self.thread, handled);
            }
            if let Block::Loop(_, until) = block {
                let driving =
                    trace::driving(until.is_some()).iter().filter_map(|line| Line::of(&Place::Library(line)));
                let below = driving.chain(lines_of(frame));
                self.stacks_below.insert(self.thread, below.collect());
            }
        }
        let flow = self.flow(machine, routine, rest);
        mem::swap(&mut self.state.context, &mut routine.context);
        if ended {
            self.last_words(machine);
            self.tick(machine);
        }
        flow
    }

    fn asked_for(&mut self, machine: &Loop, exception: &Exception) {
        exception.set_context(self.handled_below.get(&machine.current_thread()).cloned());
    }

    fn report(&mut self, machine: &mut Loop, report: Report<Self>) {
        if let Some(call) = reports::call_for(self, report) {
            graves::push(Grave::Call(Box::new(call)));
        }
        // In the middle of other code, they have their turn after the instruction that runs.
        if self.state.asyncio.inside == 0 {
            self.last_words(machine);
        }
    }

    fn let_go(&mut self, machine: &mut Loop) {
        if graves::any() {
            let line = match machine.running_loop() {
                Some(home) if machine.current_task(home).is_some() => trace::HANDLE_RUN,
                Some(home) if machine.handles_left(home) > 0 => trace::HANDLE_NEXT,
                Some(_) => trace::HANDLE_LAST,
                None if machine.in_worker() => trace::JOB_LET_GO,
                None => return,
            };
            graves::died_at(|| trace::place(self, line));
            self.last_words(machine);
        }
    }

    fn leaves_program(&mut self, machine: &mut Loop, exception: &Exception) {
        self.tell_why(machine, exception);
    }

    fn raise(raised: Raised<Self>) -> Exception {
        let types = types();
        match raised {
            Raised::Cancelled(message) => {
                Exception::new(&types.cancelled_error, message.into_iter().collect())
            }
            Raised::CancelledChild(message) => {
                Exception::new(&types.cancelled_error, vec![message.unwrap_or_else(|| Value::str(""))])
            }
            Raised::JobCancelled => bare(&types.job_cancelled_error),
            Raised::Timeout(cause) => {
                let error = bare(&types.timeout_error);
                if let Some(cause) = cause {
                    error.set_context(Some(cause.clone()));
                    error.set_cause(Some(cause));
                }
                error
            }
            Raised::InvalidState(text) => Exception::saying(&types.invalid_state_error, text),
            Raised::Runtime(text) => runtime_error(text),
            Raised::Refused(refused) => {
                let error = trace::at(
                    runtime_error("Event loop is closed"),
                    &[trace::CHECK_CLOSED, trace::CALL_SOON_CLOSED],
                );
                error.keeps(Held::Refused(refused));
                error
            }
            Raised::ForeignFuture(task, future) => runtime_error(format!(
                "Task {} got Future {} attached to a different loop",
                repr::plainly(task.future()),
                repr::plainly(&future)
            )),
            Raised::AwaitsItself(task) => {
                runtime_error(format!("Task cannot await on itself: {}", repr::plainly(task.future())))
            }
            Raised::NoLoop => attribute_error(
                &Value::None,
                &intern("create_future"),
                "'NoneType' object has no attribute 'create_future'",
            ),
            Raised::OtherLoop(primitive) => runtime_error(format!(
                "{} is bound to a different event loop",
                repr::of_primitive(&primitive)
            )),
            Raised::Value(text) => value_error(text),
            Raised::QueueEmpty => bare(&types.queue_empty),
            Raised::QueueFull => bare(&types.queue_full),
            Raised::QueueShutDown => bare(&types.queue_shut_down),
            Raised::BrokenBarrier(text) => Exception::saying(&types.broken_barrier_error, text),
            Raised::StopAsyncIteration => bare(&types.stop_async_iteration),
            Raised::Group(message, members) => {
                let error = group(message, members).unwrap_or_else(|error| error);
                error.set_cause(None);
                error
            }
        }
    }

    fn kind(exception: &Exception) -> Kind {
        let types = types();
        let is_a = |class: &Rc<Class>| exception.is_a(class);
        match () {
            () if is_a(&types.exception) => Kind::Ordinary,
            () if is_a(&types.cancelled_error) => Kind::Cancelled,
            () if is_a(&types.system_exit) || is_a(&types.keyboard_interrupt) => Kind::Exit,
            () => Kind::Base,
        }
    }

    fn nothing() -> Value {
        Value::None
    }

    fn truth(truth: bool) -> Value {
        Value::Bool(truth)
    }

    fn is_plain(value: &Value) -> bool {
        !trashcan::holds_others(value)
    }

    fn list(values: Vec<Value>) -> Value {
        Value::list(values)
    }

    fn caught(exception: Exception) -> Value {
        exception.value()
    }

    fn followed(exception: Exception) -> Exception {
        if !exception.class().is(&types().job_cancelled_error) {
            return exception;
        }
        let own = Exception::new(&types().cancelled_error, exception.args().to_vec());
        *own.state().traceback.borrow_mut() = exception.state().traceback.borrow().clone();
        own
    }

    fn kept(exception: &Exception, face: &Face) {
        face.traceback.set(exception.state().traceback.borrow().clone());
    }

    fn raised_again(exception: &Exception, face: &Face) {
        *exception.state().traceback.borrow_mut() = face.traceback.take();
    }

    fn leaves(&mut self, machine: &Loop, exception: &Exception, task: Option<&Task<Self>>) {
        if let Some(task) = task {
            trace::passes(exception, &[trace::HANDLE_RUN]);
            // The frame has the handle in a variable, which is to call the task.
            exception.keeps(Held::Future(task.future().clone()));
        }
        let in_debug = machine.running_loop().is_some_and(|home| machine.is_debug(home));
        trace::passes(exception, if in_debug { &[trace::RUN_ONCE_IN_DEBUG] } else { &[trace::RUN_ONCE] });
    }

    fn code(routine: &Routine) -> Code {
        let RoutineCode::Coroutine(generator) = &routine.code else { return Code::default() };
        let name = generator.qualname.borrow().as_str().to_owned();
        Code { name, defined: generator.code.definition().unwrap_or_default() }
    }

    fn call_name(routine: &Routine) -> String {
        routine.call().map_or_else(String::new, |call| repr::callback_name(&call.function))
    }

    fn line(exception: &Exception) -> String {
        crate::inspect::error::line(exception)
    }

    fn native(coroutine: Box<dyn Coroutine<Self>>) -> Routine {
        Routine::new(RoutineCode::Native(Some(coroutine)), Context::default())
    }

    fn timed_out_within(exception: &Exception) {
        let members = exception.state().members.borrow().clone();
        for member in members.iter().flat_map(|members| members.iter()).filter_map(Exception::of) {
            Self::timed_out_within(&member);
        }
        let mut link = exception.clone();
        while let Some(context) = { link.state().context.borrow().clone() } {
            if context.is_a(&types().cancelled_error) {
                let timeout = Self::raise(Raised::Timeout(Some(context)));
                *link.state().context.borrow_mut() = Some(timeout);
                return;
            }
            link = context;
        }
    }
}

impl Vm {
    /// Runs a routine's code until it rests.
    fn advance(&mut self, machine: &mut Loop, routine: &mut Routine, input: Input<Self>) -> Rest {
        if let Some(frame) = routine.aside.take() {
            return self.go_on(machine, frame, input);
        }
        if let RoutineCode::Native(coroutine) = &mut routine.code
            && let Some(coroutine) = coroutine.take()
        {
            routine.code = RoutineCode::Coroutine(self.coroutine_object(None, coroutine));
        }
        match &mut routine.code {
            RoutineCode::Coroutine(generator) => {
                let resumption = match input {
                    Input::Throw(exception) => Resumption::Throw(exception),
                    _ => Resumption::Send(Value::None),
                };
                let generator = generator.clone();
                self.step(machine, &generator, resumption)
            }
            RoutineCode::Call(callback) => {
                if let Input::Done(future) = input {
                    let future = crate::modules::asyncio::value_of(self, &future);
                    Rc::make_mut(callback).arguments.push(future);
                }
                let (function, arguments) = (callback.function.clone(), callback.arguments.clone());
                self.run_call(machine, function, arguments)
            }
            RoutineCode::Native(_) | RoutineCode::Frames => Rest::Returned(Value::None),
        }
    }

    /// A coroutine's next step, with nothing behind it.
    fn step(&mut self, machine: &mut Loop, generator: &Rc<Generator>, resumption: Resumption) -> Rest {
        let state = generator.state.get();
        let frame = match state {
            State::Created | State::Suspended => generator.frame.borrow_mut().take(),
            State::Running | State::Closed => None,
        };
        let Some(mut frame) = frame else {
            return Rest::Raised(match state {
                State::Running => value_error("coroutine already executing"),
                _ => runtime_error("cannot reuse already awaited coroutine"),
            });
        };
        if let Err(error) = self.count_in(&frame) {
            generator.state.set(State::Closed);
            return Rest::Raised(error);
        }
        generator.state.set(State::Running);
        frame.generator = Some(generator.clone());
        frame.then = Then::Root;
        match resumption {
            Resumption::Send(value) => self.resume_with(&mut frame, state, value),
            thrown @ (Resumption::Throw(_) | Resumption::Close)
                if frame.native.is_some() || (state == State::Suspended && frame.delegate().is_some()) =>
            {
                self.sent = Some(thrown);
            }
            Resumption::Throw(exception) => {
                let next = self.throw_in(machine, &mut frame, exception);
                return self.run_from(machine, frame, next);
            }
            Resumption::Close => {
                let exit = bare(&types().generator_exit);
                return self.unwind_and_run(machine, frame, exit);
            }
        }
        self.run(machine, frame)
    }

    /// Frames that stood still go on.
    fn go_on(&mut self, machine: &mut Loop, mut frame: Box<Frame>, input: Input<Self>) -> Rest {
        match input {
            Input::Continue | Input::Start => {}
            input if frame.native.is_some() => self.wake = Some(input),
            Input::Throw(exception) => return self.unwind_and_run(machine, frame, exception),
            Input::Signalled(came) => {
                // A relay passes on whether the signal came.
                if let Some(register) = frame.registers.first_mut() {
                    *register = Value::Bool(came);
                }
            }
            Input::Value(_) | Input::Done(_) | Input::Answer(_) => {}
        }
        self.run(machine, frame)
    }

    fn unwind_and_run(&mut self, machine: &mut Loop, mut frame: Box<Frame>, exception: Exception) -> Rest {
        let next = self.unwind(machine, &mut frame, exception);
        self.run_from(machine, frame, next)
    }

    fn run_from(&mut self, machine: &mut Loop, frame: Box<Frame>, next: Next) -> Rest {
        match next {
            Next::Go => self.run(machine, frame),
            Next::Blocks(block) => Rest::Blocks(block, frame),
            Next::Slice => Rest::Slice(frame),
            Next::Ended(rest) => {
                self.recycle(frame);
                rest
            }
        }
    }

    /// What the loop is told of how the code came to rest.
    fn flow(&mut self, machine: &mut Loop, routine: &mut Routine, rest: Rest) -> Flow<Self> {
        match rest {
            Rest::Returned(value) => Flow::Return(value),
            Rest::Raised(exception) => self.failed(machine, routine, exception),
            Rest::Yielded(Value::Unset) => match self.awaited.take() {
                Some(future) => Flow::Await(future),
                None => Flow::Pass,
            },
            Rest::Yielded(value) => self.flow_of_yield(machine, value),
            Rest::Blocks(block, frame) => {
                routine.aside = Some(frame);
                Flow::Block(block)
            }
            Rest::Slice(frame) => {
                routine.aside = Some(frame);
                Flow::Slice
            }
        }
    }

    /// What it means that a task's code yields a value.
    pub(crate) fn flow_of_yield(&mut self, machine: &mut Loop, value: Value) -> Flow<Self> {
        if value.is_none() {
            return Flow::Pass;
        }
        match crate::modules::asyncio::take_handed_out(&value) {
            Some(future) => Flow::Await(future),
            None => Flow::Misuse(reports::bad_yield(machine, &value)),
        }
    }

    fn failed(&mut self, machine: &mut Loop, routine: &Routine, exception: Exception) -> Flow<Self> {
        let exits = Self::kind(&exception) == Kind::Exit;
        // The frames that it has left lead back to the one that drives the loop, in a variable of which the future is.
        if let Some(until) = machine.driven_until() {
            exception.called_by(&Remains::of_futures(vec![until.clone()]));
        }
        match &routine.code {
            RoutineCode::Call(callback) => {
                let Some(home) = callback.home else { return Flow::Raise(exception) };
                trace::passes(&exception, &[trace::HANDLE_RUN]);
                // The frame has the handle in a variable, and what it tells of the failure.
                routine.each_value(|value| exception.keeps_value(value.clone()));
                if exits {
                    return Flow::Raise(exception);
                }
                exception.keeps_value(exception.value());
                if let Some(call) = reports::callback_failed(self, machine, home, callback, exception) {
                    graves::push(Grave::Call(Box::new(call)));
                }
                Flow::Return(Value::None)
            }
            _ => Flow::Raise(exception),
        }
    }

    /// Runs frames that nobody waits for: they are not sliced, but take from the slice.
    pub(super) fn run_to_end(&mut self, machine: &mut Loop, frame: Box<Frame>) {
        let grant = self.suspend_grant();
        let rest = self.run(machine, frame);
        self.sleep_through(machine, rest);
        self.resume_grant(&grant);
    }

    /// What code comes to in which nobody has a turn while it sleeps, and that waits for nothing else.
    pub(super) fn sleep_through(&mut self, machine: &mut Loop, mut rest: Rest) -> Rest {
        while let Rest::Blocks(block, frame) = rest {
            if let Block::For(ns) = block {
                machine.stand_still(ns);
            }
            rest = self.go_on(machine, frame, Input::Value(Value::None));
        }
        rest
    }

    /// The generator that runs a routine on top of a coroutine of the library.
    pub(crate) fn generator_of(&mut self, routine: Routine) -> Rc<Generator> {
        let coroutine = match routine.code {
            RoutineCode::Coroutine(generator) => return generator,
            RoutineCode::Native(Some(coroutine)) => coroutine,
            RoutineCode::Native(None) | RoutineCode::Call(_) | RoutineCode::Frames => Box::new(Ended),
        };
        self.coroutine_object(None, coroutine)
    }
}

/// What stands where there is nothing to run.
struct Ended;

impl Coroutine<Vm> for Ended {
    fn resume(&mut self, _: &mut Loop, _: Input<Vm>) -> interleave_core::Step<Vm> {
        interleave_core::Step::Return(interleave_core::Output::Nothing)
    }
}
