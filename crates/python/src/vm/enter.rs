//! Entering: calls of every kind of thing that can be called, and resuming generators.

use std::mem;
use std::rc::Rc;

use super::call::is_resumable;
use super::describe::{class_name, full_name};
use super::frame::{Frame, Must, NewCall, Then};
use super::native::{Answer, Arguments, Call, Context, Outcome, Resumption};
use super::raise::{recursion_error, runtime_error, stop_iteration, type_error, value_error};
use super::rare::name_list;
use super::{LIBRARY_DEPTH, Loop, Next, Vm};
use crate::builtins::coroutine_wrapper;
use crate::builtins::functions::is_callable;
use crate::builtins::receive::index_was_wanted;
use crate::code::{CodeKind, Instruction, Register};
use crate::object::class::Layout;
use crate::object::generator::State;
use crate::object::{Class, Exception, Generator, Instance, Payload};
use crate::types::{names, types};
use crate::value::{Str, Value};

impl Vm {
    /// Calls what is in a register with arguments that are in a row of registers.
    #[expect(clippy::too_many_arguments, reason = "they are the parts of one instruction")]
    pub(crate) fn call_registers(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        base: Register,
        first: Register,
        count: u16,
        name_index: u16,
        dst: Register,
    ) -> Result<Next, Exception> {
        let row = usize::from(first)..usize::from(first) + usize::from(count);
        let place = usize::from(base);
        if name_index == 0
            && is_filled_by(&frame.registers[place], usize::from(count))
            && let Value::Function(function) = mem::take(&mut frame.registers[place])
        {
            let mut new = self.blank_frame(function);
            for (slot, value) in new.registers.iter_mut().zip(&mut frame.registers[row]) {
                value.move_to(slot);
            }
            return self.enter(frame, new, Then::Store(dst));
        }
        let function = mem::take(&mut frame.registers[place]);
        if let Value::Native(native) = &function {
            let call = native.call;
            self.mark_place(machine, frame);
            let names = name_list(&frame.function.code, name_index);
            let mut answer = call(
                &mut Context { vm: self, machine },
                Arguments::new(&frame.registers[row.clone()], names),
            );
            if let Err(error) = answer {
                answer = self.again_with_indices(&function, &frame.registers[row.clone()], names, error);
            }
            for register in &mut frame.registers[row] {
                register.empty().fill(Value::Unset);
            }
            self.charge();
            return match answer {
                Ok(Outcome::Value(value)) => {
                    frame.set(dst, value);
                    Ok(Next::Go)
                }
                Ok(Outcome::Coroutine(known, coroutine)) => self.begin(machine, frame, known, coroutine, dst),
                Ok(outcome) => self.proceed(machine, frame, outcome, Then::Store(dst)),
                Err(error) => Err(error),
            };
        }
        let arguments: Vec<Value> = frame.registers[row].iter_mut().map(mem::take).collect();
        let names = name_list(&frame.function.code, name_index).to_vec();
        self.call(machine, frame, Call { function, arguments, names }, Then::Store(dst))
    }

    /// A native has failed for want of a number that only the program's `__index__` tells: the same call again.
    fn again_with_indices(
        &self,
        function: &Value,
        arguments: &[Value],
        names: &[Str],
        error: Exception,
    ) -> Answer {
        if !index_was_wanted() {
            return Err(error);
        }
        let names = names.iter().cloned().map(Value::Str).collect();
        let arguments = Value::tuple(arguments.to_vec());
        let helper = self.prelude_function("again_with_indices");
        Ok(Outcome::call(helper, vec![function.clone(), arguments, Value::tuple(names), error.value()]))
    }

    /// Goes on with what a native function or an operation answered.
    pub(crate) fn proceed(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        outcome: Outcome,
        then: Then,
    ) -> Result<Next, Exception> {
        match outcome {
            Outcome::Value(value) => self.settle(machine, frame, then, value),
            Outcome::Call(call) => self.call(machine, frame, *call, then),
            Outcome::Look(look, arguments) => {
                let outcome = look(&mut Context { vm: self, machine }, frame, &arguments)?;
                self.proceed(machine, frame, outcome, then)
            }
            Outcome::Resume(generator, resumption) => {
                let then = match (then, &resumption) {
                    (Then::Store(dst), Resumption::Close) => Then::Close(dst),
                    (Then::Store(dst), _) => Then::Send(dst),
                    (then, _) => then,
                };
                self.resume_generator(machine, frame, &generator, resumption, then)
            }
            Outcome::Step(step, resumption) => self.step_by_hand(machine, frame, step, resumption, then),
            Outcome::Drive(coroutine) => {
                let shell = self.native_frame(coroutine);
                self.enter(frame, shell, then)
            }
            Outcome::Coroutine(known, coroutine) => {
                let object = self.native_coroutine(Some(known), coroutine);
                self.settle(machine, frame, then, object)
            }
            Outcome::Block(block, value) => {
                self.deliver(frame, then, value)?;
                Ok(Next::Blocks(*block))
            }
            Outcome::Frame(question) => self.answer(machine, frame, question, then),
            Outcome::Make(class, given) => {
                let (arguments, names) = *given;
                self.make_instance(machine, frame, class, arguments, names, then)
            }
            Outcome::Class(function, call) => {
                let shell = self.relay(then);
                self.push_relay(frame, shell)?;
                self.begin_class(frame, &function, *call, 0)
            }
            Outcome::Await(block) => {
                let shell = self.relay(then);
                self.push_relay(frame, shell)?;
                Ok(Next::Blocks(*block))
            }
        }
    }

    /// Pushes a frame on the one that runs.
    pub(crate) fn enter(
        &mut self,
        frame: &mut Box<Frame>,
        mut new: Box<Frame>,
        then: Then,
    ) -> Result<Next, Exception> {
        let code = &new.function.code;
        if is_resumable(code.kind) && new.generator.is_none() {
            let kind = code.kind;
            let value = self.suspended(new);
            if self.notes_origins
                && kind == CodeKind::Coroutine
                && let Value::Generator(coroutine) = &value
            {
                coroutine.origin.set(crate::modules::asyncio::debug::origin_of(self, frame));
            }
            self.deliver(frame, then, value)?;
            return Ok(Next::Go);
        }
        self.count_in(&new)?;
        new.set_then(then);
        let back = mem::replace(frame, new);
        frame.back = Some(back);
        Ok(Next::Go)
    }

    /// A frame begins or is resumed: recursion is counted.
    pub(crate) fn count_in(&mut self, frame: &Frame) -> Result<(), Exception> {
        if frame.function.code.hidden {
            self.library_depth += 1;
            if self.library_depth > LIBRARY_DEPTH {
                self.library_depth -= 1;
                return Err(recursion_error("maximum recursion depth exceeded"));
            }
        } else {
            self.depth += 1;
            if self.depth > self.recursion_limit {
                self.depth -= 1;
                return Err(recursion_error("maximum recursion depth exceeded"));
            }
        }
        Ok(())
    }

    /// A frame ends or is set aside.
    pub(crate) fn count_out(&mut self, frame: &Frame) {
        if frame.function.code.hidden {
            self.library_depth = self.library_depth.saturating_sub(1);
        } else {
            self.depth = self.depth.saturating_sub(1);
        }
    }

    /// Calls anything.
    pub(crate) fn call(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        call: Call,
        then: Then,
    ) -> Result<Next, Exception> {
        let Call { mut function, mut arguments, names } = call;
        // A method of a method of … is unwrapped here, one by one.
        let mut depth = 0;
        loop {
            match &function {
                Value::Function(code) => {
                    let new = self.frame_for(code, None, Arguments::new(&arguments, &names))?;
                    return self.enter(frame, new, then);
                }
                Value::Method(method) => {
                    arguments.insert(0, method.object.clone());
                    let inner = method.function.clone();
                    function = inner;
                }
                Value::Native(native) => {
                    let call = native.call;
                    self.mark_place(machine, frame);
                    let answer = call(&mut Context { vm: self, machine }, Arguments::new(&arguments, &names));
                    let answer = answer
                        .or_else(|error| self.again_with_indices(&function, &arguments, &names, error))?;
                    drop((arguments, names));
                    self.charge();
                    return self.proceed(machine, frame, answer, then);
                }
                Value::Class(class) => {
                    let class = class.clone();
                    return self.call_class(machine, frame, class, arguments, names, then);
                }
                Value::Instance(instance) => {
                    if let Payload::StaticMethod(inner) = &instance.payload {
                        let inner = inner.clone();
                        function = inner;
                        continue;
                    }
                    match instance.with_class(|class| class.lookup(&names_call())) {
                        Some(method @ (Value::Function(_) | Value::Native(_))) => {
                            arguments.insert(0, function);
                            function = method;
                        }
                        Some(_) => match super::attributes::special(&function, &names_call()) {
                            Some(bound) if depth < self.recursion_limit => {
                                depth += 1;
                                function = bound;
                            }
                            Some(_) => {
                                let message =
                                    "maximum recursion depth exceeded while calling a Python object";
                                return Err(recursion_error(message));
                            }
                            None => return Err(not_callable(&function)),
                        },
                        None => return Err(not_callable(&function)),
                    }
                }
                _ => return Err(not_callable(&function)),
            }
        }
    }

    /// Calls a class: its metaclass's `__call__`, or else `__new__` and `__init__`.
    fn call_class(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        class: Rc<Class>,
        mut arguments: Vec<Value>,
        names: Vec<Str>,
        then: Then,
    ) -> Result<Next, Exception> {
        let metaclass = class.metaclass();
        if !metaclass.is_builtin
            && let Some(call @ Value::Function(_)) = metaclass.lookup(&names_call())
        {
            arguments.insert(0, Value::Class(class));
            return self.call(machine, frame, Call { function: call, arguments, names }, then);
        }
        self.make_instance(machine, frame, class, arguments, names, then)
    }

    /// `type.__call__`
    pub(crate) fn make_instance(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        class: Rc<Class>,
        mut arguments: Vec<Value>,
        names: Vec<Str>,
        then: Then,
    ) -> Result<Next, Exception> {
        let new = class.lookup(&crate::types::names().new);
        let plain = matches!(&new, Some(Value::Native(native)) if native.is(&types().object_new));
        if plain && class.layout == Layout::Object {
            let init = class.lookup(&crate::types::names().init);
            let has_init = matches!(&init, Some(Value::Native(native)) if native.is(&types().object_init));
            if has_init && !(arguments.is_empty() && names.is_empty()) {
                return Err(type_error(format!("{}() takes no arguments", class.name())));
            }
            super::classes::check_abstract(&class)?;
            let object = Rc::new(Instance::new(class, Payload::None));
            super::cycles::note_instance(&object);
            let object = Value::Instance(object);
            if has_init {
                self.deliver(frame, then, object)?;
                return Ok(Next::Go);
            }
            let Some(function) = init else { return Err(runtime_error("a class without __init__")) };
            if let Value::Function(code) = &function {
                let new = self.frame_for(code, Some(&object), Arguments::new(&arguments, &names))?;
                return self.enter_init(frame, new, object, then);
            }
            arguments.insert(0, object.clone());
            let shell = self.relay(then);
            return self.with_relay(
                machine,
                frame,
                shell,
                Call { function, arguments, names },
                Then::Init(0, object),
            );
        }
        // What has something inside cannot be made by `object`.
        let plain = types().object.namespace.get_str(&crate::types::names().new).unwrap_or_default();
        let function = match new.filter(|new| class.layout == Layout::Object || !new.is(&plain)) {
            Some(Value::Instance(instance)) => match &instance.payload {
                Payload::StaticMethod(inner) => inner.clone(),
                _ => Value::Instance(instance),
            },
            Some(function) => function,
            None => return Err(type_error(format!("cannot create '{}' instances", full_name(&class)))),
        };
        let call = NewCall {
            class: Value::Class(class.clone()),
            arguments: arguments.clone(),
            names: names.clone(),
        };
        arguments.insert(0, Value::Class(class));
        let call = Box::new(call);
        match then {
            Then::Store(dst) => {
                self.call(machine, frame, Call { function, arguments, names }, Then::New(dst, call))
            }
            then => {
                let shell = self.relay(then);
                self.with_relay(
                    machine,
                    frame,
                    shell,
                    Call { function, arguments, names },
                    Then::New(0, call),
                )
            }
        }
    }

    fn enter_init(
        &mut self,
        frame: &mut Box<Frame>,
        new: Box<Frame>,
        object: Value,
        then: Then,
    ) -> Result<Next, Exception> {
        if let Then::Store(dst) = then {
            return self.enter(frame, new, Then::Init(dst, object));
        }
        let shell = self.relay(then);
        self.push_relay(frame, shell)?;
        self.enter(frame, new, Then::Init(0, object))
    }

    /// A frame of one register that passes a result on: for results that need two things done to them.
    fn relay(&mut self, then: Then) -> Box<Frame> {
        let mut shell = self.blank_frame(self.relay_function.clone());
        shell.then = then;
        shell
    }

    fn push_relay(&mut self, frame: &mut Box<Frame>, shell: Box<Frame>) -> Result<(), Exception> {
        self.count_in(&shell)?;
        let back = mem::replace(frame, shell);
        frame.back = Some(back);
        Ok(())
    }

    fn with_relay(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        shell: Box<Frame>,
        call: Call,
        then: Then,
    ) -> Result<Next, Exception> {
        self.push_relay(frame, shell)?;
        self.call(machine, frame, call, then)
    }

    /// Resumes a generator on top of the frame that runs.
    pub(crate) fn resume_generator(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        generator: &Rc<Generator>,
        resumption: Resumption,
        then: Then,
    ) -> Result<Next, Exception> {
        let state = generator.state.get();
        match state {
            State::Running => {
                let kind = kind_name(generator.kind);
                return Err(value_error(format!("{kind} already executing")));
            }
            State::Closed => {
                return match resumption {
                    Resumption::Close => {
                        self.deliver(frame, then, Value::None)?;
                        Ok(Next::Go)
                    }
                    Resumption::Throw(exception) if generator.kind != CodeKind::Coroutine => Err(exception),
                    _ if generator.kind == CodeKind::Coroutine => {
                        Err(runtime_error("cannot reuse already awaited coroutine"))
                    }
                    _ => {
                        self.ended(frame, then, Value::None)?;
                        Ok(Next::Go)
                    }
                };
            }
            State::Created => match &resumption {
                Resumption::Send(value) if !value.is_none() => {
                    let kind = kind_name(generator.kind);
                    return Err(type_error(format!("can't send non-None value to a just-started {kind}")));
                }
                Resumption::Close => {
                    // Its frame stays, and has what it was called with.
                    generator.state.set(State::Closed);
                    self.deliver(frame, then, Value::None)?;
                    return Ok(Next::Go);
                }
                _ => {}
            },
            State::Suspended => {}
        }
        let Some(mut new) = generator.frame.borrow_mut().take() else {
            return Err(runtime_error("a generator lost its frame"));
        };
        if let Err(error) = self.count_in(&new) {
            // As if it had begun, and failed there.
            generator.state.set(State::Closed);
            return Err(error);
        }
        generator.state.set(State::Running);
        new.generator = Some(generator.clone());
        new.set_then(then);
        let back = mem::replace(frame, new);
        frame.back = Some(back);
        match resumption {
            Resumption::Send(value) => {
                self.resume_with(frame, state, value);
                Ok(Next::Go)
            }
            thrown if frame.native.is_some() || (state == State::Suspended && frame.delegate().is_some()) => {
                self.sent = Some(thrown);
                Ok(Next::Go)
            }
            // It is raised where the generator stands; the frame's own handlers see it first.
            Resumption::Throw(exception) => Ok(self.throw_in(machine, frame, exception)),
            Resumption::Close => Ok(self.unwind(machine, frame, super::raise::bare(&types().generator_exit))),
        }
    }

    /// A value goes to where a frame was suspended.
    pub(super) fn resume_with(&mut self, frame: &mut Frame, state: State, value: Value) {
        if state == State::Created {
            return;
        }
        let before = frame.next.saturating_sub(1) as usize;
        match frame.function.code.body().instructions.get(before) {
            _ if frame.native.is_some() || frame.delegate().is_some() => {
                self.sent = Some(Resumption::Send(value));
            }
            Some(Instruction::Yield { dst, .. }) => {
                let dst = *dst;
                frame.set(dst, value);
            }
            _ => self.sent = Some(Resumption::Send(value)),
        }
    }

    /// What is done from now on happens now, and at the place where the frame is.
    pub(crate) fn mark_place(&mut self, machine: &mut Loop, frame: &Frame) {
        self.tick(machine);
        if !self.options.record {
            return;
        }
        let mut frame = Some(frame);
        while let Some(here) = frame {
            if !here.function.code.source.is_library {
                machine.set_place(here.function.code.span(here.at()));
                return;
            }
            frame = here.back.as_deref();
        }
    }

    /// A generator has ended with a value: what that means for who resumed it.
    pub(crate) fn ended(&mut self, frame: &mut Frame, then: Then, value: Value) -> Result<(), Exception> {
        match then {
            Then::Next { iterator, end, .. } => {
                frame.place(iterator).fill(Value::Unset);
                frame.next = end;
                Ok(())
            }
            Then::Send(_) => Err(stop_iteration(value)),
            then => self.deliver(frame, then, value),
        }
    }
}

/// It is a function whose parameters so many positional arguments fill.
fn is_filled_by(function: &Value, count: usize) -> bool {
    matches!(function, Value::Function(function) if function.code.parameters.are(count))
}

fn names_call() -> Str {
    names().call.clone()
}

fn not_callable(value: &Value) -> Exception {
    // `import time`, and then `time()`.
    if let Value::Module(module) = value
        && let Some(Value::Str(name)) = module.namespace.get_str(&names().name)
        && module.namespace.get_str(&name).is_some_and(|namesake| is_callable(&namesake))
    {
        return type_error(format!("'module' object is not callable. Did you mean: '{name}.{name}(...)'?"));
    }
    type_error(format!("'{}' object is not callable", super::describe::error_name(value)))
}

/// As errors name it.
pub(crate) fn kind_name(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        CodeKind::Generator | CodeKind::Function | CodeKind::Class | CodeKind::Module => "generator",
    }
}

/// What a special method's result must be, checked.
pub(crate) fn check(must: Must, value: Value) -> Result<Value, Exception> {
    let class = || class_name(&value);
    match must {
        Must::Iterator => {
            if super::iterate::is_iterator(&value) {
                Ok(value)
            } else {
                Err(type_error(format!("iter() returned non-iterator of type '{}'", class())))
            }
        }
        Must::AwaitIterator => match &value {
            Value::Instance(instance) if let Some(coroutine) = coroutine_wrapper::coroutine_of(instance) => {
                Ok(Value::Generator(coroutine.clone()))
            }
            Value::Generator(generator) if generator.kind == CodeKind::Coroutine => {
                Err(type_error("__await__() returned a coroutine"))
            }
            _ if super::iterate::can_delegate(&value) => Ok(value),
            _ => Err(type_error(format!("__await__() returned non-iterator of type '{}'", class()))),
        },
    }
}
