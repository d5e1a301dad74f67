//! The event loop's own coroutines: how they step, where they are awaited or in frames that are no compiled code;
//! and relays, frames that pass a result on.

use std::cell::RefCell;
use std::rc::Rc;

use interleave_core::{Coroutine, Input, Output, Step};

use super::frame::{Frame, Then};
use super::native::{Context, Resumption};
use super::{LIBRARY_DEPTH, Loop, Next, Vm};
use crate::code::{Body, Code, CodeKind, Instruction, Label, Parameters, Register, Source};
use crate::modules::asyncio::set_of;
use crate::modules::asyncio::trace::{CANCELLING, Known};
use crate::object::generator::State;
use crate::object::identity::{self, Birth};
use crate::object::{Exception, Function, Generator};
use crate::types::{names, types};
use crate::value::{Value, intern};

/// So many instructions await something.
const AWAITING: Label = 2;

/// The function of a frame that returns what its only register is given.
pub(crate) fn relay_function() -> Rc<Function> {
    shell_function("relay", CodeKind::Function)
}

/// Code that returns at once: what stands for functions that are not written in Python.
pub(crate) fn shell_code(filename: &str, name: &str, kind: CodeKind) -> Code {
    let source = Source::new(intern(filename), "".into(), true);
    let body = Body {
        temporaries: 0,
        instructions: vec![Instruction::Return { src: 0 }],
        spans: vec![interleave_text::Span::default()],
        anchors: Vec::new(),
        handlers: Vec::new(),
        constants: Vec::new(),
        sites: Vec::new(),
        children: Vec::new(),
        name_lists: Vec::new(),
    };
    Code {
        name: intern(name),
        qualname: intern(name),
        source: Rc::new(source),
        kind,
        parameters: Parameters::default(),
        locals: Vec::new(),
        free: Vec::new(),
        captures: Vec::new(),
        registers: 1,
        first_line: 1,
        doc: None,
        hidden: true,
        body: body.into(),
        object: Default::default(),
    }
}

fn shell_function(name: &str, kind: CodeKind) -> Rc<Function> {
    let code = shell_code("<library>", name, kind);
    Rc::new(Function {
        code: Rc::new(code),
        globals: Rc::default(),
        closure: Box::new([]),
        defaults: RefCell::default(),
        keyword_defaults: RefCell::default(),
        annotations: RefCell::default(),
        name: RefCell::new(intern(name)),
        qualname: RefCell::new(intern(name)),
        attributes: Default::default(),
        awaitable: Default::default(),
        id: Default::default(),
    })
}

impl Vm {
    /// A frame around a coroutine of the library.
    pub(crate) fn native_frame(&mut self, coroutine: Box<dyn Coroutine<Self>>) -> Box<Frame> {
        let mut frame = self.blank_frame(self.relay_function.clone());
        frame.native = Some(coroutine);
        frame
    }

    /// A coroutine of the library as a value.
    pub(crate) fn native_coroutine(
        &mut self,
        known: Option<&'static Known>,
        coroutine: Box<dyn Coroutine<Self>>,
    ) -> Value {
        Value::Generator(self.coroutine_object(known, coroutine))
    }

    /// A coroutine object around a coroutine of the library.
    pub(crate) fn coroutine_object(
        &mut self,
        known: Option<&'static Known>,
        coroutine: Box<dyn Coroutine<Self>>,
    ) -> Rc<Generator> {
        Rc::new(self.around(known, coroutine, identity::birth()))
    }

    fn around(
        &mut self,
        known: Option<&'static Known>,
        coroutine: Box<dyn Coroutine<Self>>,
        birth: Birth,
    ) -> Generator {
        let frame = self.native_frame(coroutine);
        let (name, qualname) = match known {
            Some(known) => known.names(),
            None => (names().library.clone(), names().library.clone()),
        };
        let mut generator = Generator::new(CodeKind::Coroutine, name, qualname, frame);
        (generator.known, generator.birth) = (known, birth);
        generator
    }

    /// What a call has made: a coroutine of the library's. If the next instructions await it, it begins at once, and
    /// gets an object and a frame only if it does not end at once, too.
    pub(super) fn begin(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        known: &'static Known,
        mut coroutine: Box<dyn Coroutine<Self>>,
        made: Register,
    ) -> Result<Next, Exception> {
        let Some((dst, iterator)) = self.awaits(frame, made) else {
            let object = self.native_coroutine(Some(known), coroutine);
            frame.set(made, object);
            return Ok(Next::Go);
        };
        let then = Then::Delegate { dst, iterator };
        // As if both instructions had been executed: it stays at the second one until the coroutine has ended.
        self.budget -= u64::from(AWAITING);
        frame.next += AWAITING - 1;
        frame.passed_over = false;
        let birth = identity::birth();
        self.mark_place(machine, frame);
        let step = machine.heed_closed_loops(|machine| coroutine.resume(machine, Input::Start));
        if let Ok(Step::Return(output)) = step {
            return self.deliver_output(frame, coroutine, output, then);
        }
        let object = Rc::new(self.around(Some(known), coroutine, birth));
        frame.registers[usize::from(iterator)] = Value::Generator(object.clone());
        object.has_stepped();
        self.heed_awaited(machine, frame, &object, step, then)
    }

    /// A coroutine of the library's that the frame awaits takes a step where it is: it becomes the running frame only
    /// if what it asks for takes one.
    pub(super) fn step_awaited(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        object: &Rc<Generator>,
        (mut coroutine, input): (Box<dyn Coroutine<Self>>, Input<Self>),
        then: Then,
    ) -> Result<Next, Exception> {
        let input = self.wake.take().unwrap_or(input);
        self.mark_place(machine, frame);
        let step = machine.heed_closed_loops(|machine| coroutine.resume(machine, input));
        if let Ok(Step::Return(output)) = step {
            object.state.set(State::Closed);
            if let Some(mut own) = object.frame.take() {
                own.leave_remains();
                self.recycle(own);
            }
            return self.deliver_output(frame, coroutine, output, then);
        }
        object.take_back(coroutine);
        self.heed_awaited(machine, frame, object, step, then)
    }

    /// An awaited coroutine has ended where it is, and the frame goes on with what it returns.
    fn deliver_output(
        &mut self,
        frame: &mut Box<Frame>,
        ended: Box<dyn Coroutine<Self>>,
        output: Output<Self>,
        then: Then,
    ) -> Result<Next, Exception> {
        drop(ended);
        let value = self.output_value(output);
        self.deliver(frame, then, value)?;
        Ok(Next::Go)
    }

    /// What the step means that an awaited coroutine has taken where it is, if that was not its last.
    fn heed_awaited(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        object: &Rc<Generator>,
        step: Result<Step<Self>, Exception>,
        then: Then,
    ) -> Result<Next, Exception> {
        let step = match step {
            Ok(Step::Await(future)) => {
                self.awaited = Some(future);
                return self.pass_on(machine, frame, Value::Unset);
            }
            Ok(Step::Pass) => return self.pass_on(machine, frame, Value::None),
            step => step,
        };
        self.resume_generator(machine, frame, object, Resumption::Send(Value::None), then)?;
        // It has had what it was sent.
        self.sent = None;
        match frame.native.take() {
            Some(coroutine) => self.heed(machine, frame, coroutine, step, None),
            None => Ok(Next::Go),
        }
    }

    /// The next instructions await what is in a register and nowhere else: where the result goes, and where the
    /// coroutine is kept meanwhile.
    fn awaits(&self, frame: &Frame, made: Register) -> Option<(Register, Register)> {
        let body = frame.function.code.body();
        match body.instructions.get(frame.next as usize..)? {
            [Instruction::Awaitable { src, dst: held, .. }, Instruction::Delegate { dst, iterator }, ..]
                if *src == made && *held == *iterator && made >= body.temporaries =>
            {
                let room = self.budget >= u64::from(AWAITING) && self.library_depth < LIBRARY_DEPTH;
                room.then_some((*dst, *iterator))
            }
            _ => None,
        }
    }

    /// Lets the library's coroutine in the frame take its next step.
    pub(crate) fn drive(&mut self, machine: &mut Loop, frame: &mut Box<Frame>) -> Result<Next, Exception> {
        if let Value::Generator(inner) = &frame.registers[0] {
            let inner = inner.clone();
            if inner.state.get() == State::Closed {
                frame.registers[0] = Value::Unset;
            } else {
                let sent = self.sent.take().unwrap_or(Resumption::Send(Value::None));
                let then = if matches!(sent, Resumption::Close) { Then::CloseNative } else { Then::Native };
                return self.resume_generator(machine, frame, &inner, sent, then);
            }
        }
        let input = match (self.sent.take(), self.wake.take()) {
            (Some(Resumption::Throw(exception)), _) => Input::Throw(exception),
            (Some(Resumption::Close), _) => Input::Throw(super::raise::bare(&types().generator_exit)),
            (_, Some(wake)) => wake,
            (Some(Resumption::Send(value)), None) if frame.next > 0 => Input::Value(value),
            _ if frame.next == 0 => Input::Start,
            _ => Input::Value(Value::None),
        };
        // `next` tells a beginning from a going on.
        frame.next = 1;
        let Some(mut coroutine) = frame.native.take() else { return Ok(Next::Go) };
        self.mark_place(machine, frame);
        let thrown = if let Input::Throw(exception) = &input { Some(exception.clone()) } else { None };
        let step = machine.heed_closed_loops(|machine| coroutine.resume(machine, input));
        self.heed(machine, frame, coroutine, step, thrown)
    }

    /// What the step that a coroutine has taken means for the frame that is around it.
    fn heed(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        coroutine: Box<dyn Coroutine<Self>>,
        step: Result<Step<Self>, Exception>,
        thrown: Option<Exception>,
    ) -> Result<Next, Exception> {
        let step = step.unwrap_or_else(|closed| {
            if let Some(known) = frame.generator.as_ref().and_then(|generator| generator.known) {
                known.is_refused(&closed, thrown.is_some());
            }
            closed.set_context(thrown.clone());
            Step::Raise(closed)
        });
        if let Some(exception) = &thrown {
            exception.comes_into(frame);
        }
        let step = match step {
            Step::Return(output) => {
                drop(coroutine);
                let value = self.output_value(output);
                return self.leave(machine, frame, value);
            }
            Step::Raise(exception) => {
                let cause = exception.raised_from();
                let is_thrown = |one: &Exception| thrown.as_ref().is_some_and(|thrown| thrown.is(one));
                let (came_in, is_instead) = (is_thrown(&exception), cause.as_ref().is_some_and(is_thrown));
                // Nothing but the exception itself holds what it has left behind.
                drop((thrown, coroutine));
                // Whoever has cancelled what it waited for asks that for the cause.
                let known = frame.generator.as_ref().and_then(|generator| generator.known);
                let asks = known.is_some_and(|known| std::ptr::eq(known, &CANCELLING));
                let is_asked = |cause: &Exception| is_instead || asks && cause.is_a(&types().cancelled_error);
                return match cause.filter(|cause| !came_in && is_asked(cause)) {
                    Some(cause) => {
                        cause.comes_into(frame);
                        if !is_instead {
                            cause.set_context(self.handled(frame));
                        }
                        Ok(self.throw_in(machine, frame, exception))
                    }
                    None if came_in => Ok(self.throw_in(machine, frame, exception)),
                    None => Err(exception),
                };
            }
            step => step,
        };
        frame.native = Some(coroutine);
        match step {
            Step::Await(future) => {
                self.awaited = Some(future);
                self.pass_on(machine, frame, Value::Unset)
            }
            Step::Pass => self.pass_on(machine, frame, Value::None),
            Step::Call(routine) => {
                let inner = self.generator_of(routine);
                frame.registers[0] = Value::Generator(inner.clone());
                self.resume_generator(machine, frame, &inner, Resumption::Send(Value::None), Then::Native)
            }
            Step::IsTrue(value) => {
                let outcome = Context { vm: self, machine }.truth_of(&value)?;
                self.proceed(machine, frame, outcome, Then::NativeTruth)
            }
            Step::IsLess(left, right) => {
                let outcome =
                    Context { vm: self, machine }.compare(crate::code::Comparison::Less, left, right)?;
                self.proceed(machine, frame, outcome, Then::NativeTruth)
            }
            Step::Block(block) => Ok(Next::Blocks(block)),
            Step::Report(report) => {
                interleave_core::Program::report(self, machine, report);
                self.sent = Some(Resumption::Send(Value::None));
                Ok(Next::Go)
            }
            Step::Return(_) | Step::Raise(_) => Ok(Next::Go),
        }
    }

    fn output_value(&self, output: Output<Self>) -> Value {
        match output {
            Output::Nothing => Value::None,
            Output::Bool(truth) => Value::Bool(truth),
            Output::Count(count) => Value::index(count),
            Output::Value(value) => value,
            Output::Future(future) => crate::modules::asyncio::value_of(self, &future),
            Output::Sets(done, pending) => {
                Value::tuple([done, pending].map(|futures| set_of(self, &futures)).into())
            }
        }
    }
}
