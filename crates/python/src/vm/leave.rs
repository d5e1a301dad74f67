//! Leaving: returns, yields, exceptions, and what each means for the frame behind.

use std::mem;
use std::rc::Rc;

use super::enter::{check, kind_name};
use super::frame::{Frame, Then};
use super::native::{Call, Context, Outcome, Resumption};
use super::operators::truth;
use super::raise::{runtime_error, stop_iteration, type_error};
use super::{Loop, Next, Rest, Vm, graves};
use crate::builtins::async_generator::{Receiver, step_of};
use crate::code::{CodeKind, Label, Register};
use crate::object::exception::Place;
use crate::object::generator::State;
use crate::object::{Exception, Generator, Instance};
use crate::traceback::lines::Line;
use crate::types::types;
use crate::value::Value;

impl Vm {
    /// A result goes where the frame behind wants it.
    pub(crate) fn deliver(&mut self, frame: &mut Frame, then: Then, value: Value) -> Result<(), Exception> {
        match then {
            Then::Root | Then::Discard => drop(value),
            Then::Finalizer(_) => {
                drop(value);
                graves::release();
            }
            Then::Store(dst) => frame.set(dst, value),
            Then::Init(dst, object) => {
                if !value.is_none() {
                    let class = super::describe::class_name(&value);
                    return Err(type_error(format!("__init__() should return None, not '{class}'")));
                }
                frame.registers[usize::from(dst)] = object;
            }
            Then::Truth { dst, negate } => {
                let truth = self.truth_said(&value)?;
                frame.registers[usize::from(dst)] = Value::Bool(truth != negate);
            }
            Then::Branch { when, target } => {
                if self.truth_said(&value)? == when {
                    frame.next = target;
                }
            }
            Then::BranchKeep { register, when, target } => {
                if self.truth_said(&value)? == when {
                    frame.next = target;
                } else {
                    frame.registers[usize::from(register)] = Value::Unset;
                }
            }
            Then::Next { dst, .. } | Then::Send(dst) | Then::Step { dst, .. } => frame.set(dst, value),
            Then::Delegate { dst, iterator } | Then::AsyncClose { dst, iterator } => {
                frame.place(iterator).fill(Value::Unset);
                frame.set(dst, value);
                frame.next += 1;
                frame.passed_over = false;
            }
            Then::CloseDelegate(iterator) => {
                frame.registers[usize::from(iterator)] = Value::Unset;
                return Err(super::raise::bare(&types().generator_exit));
            }
            Then::Close(dst) => frame.registers[usize::from(dst)] = value,
            Then::Check(dst, must) => frame.registers[usize::from(dst)] = check(must, value)?,
            Then::Unpack { base } => {
                if let Value::List(list) = &value {
                    for (place, item) in frame.registers[usize::from(base)..].iter_mut().zip(list.take()) {
                        *place = item;
                    }
                }
            }
            Then::Raise => {
                return Err(match Exception::of(&value) {
                    Some(exception) => exception,
                    None => type_error("exceptions must derive from BaseException"),
                });
            }
            Then::Native => self.sent = Some(Resumption::Send(value)),
            Then::CloseNative => self.sent = Some(Resumption::Close),
            Then::NativeTruth => {
                let truth = self.truth_said(&value)?;
                self.wake = Some(interleave_core::Input::Answer(truth));
            }
            Then::New(dst, _) | Then::Class(dst, _) => frame.registers[usize::from(dst)] = value,
            Then::DelegateCall { .. } => {}
        }
        Ok(())
    }

    /// What `__bool__` or a comparison said; `settle` has asked a value whose truth needs another call.
    fn truth_said(&mut self, value: &Value) -> Result<bool, Exception> {
        truth(value).ok_or_else(|| type_error("__bool__ should return bool"))
    }

    /// The frame that runs returns.
    pub(crate) fn leave(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        value: Value,
    ) -> Result<Next, Exception> {
        self.count_out(frame);
        frame.leave_remains();
        let then = mem::take(&mut frame.then);
        let generator = frame.generator.take();
        if let Some(generator) = &generator {
            generator.state.set(State::Closed);
        }
        let Some(back) = frame.back.take() else {
            return Ok(Next::Ended(Rest::Returned(value)));
        };
        let ended = mem::replace(frame, back);
        self.recycle(ended);
        if let Some(generator) = generator {
            if generator.kind == CodeKind::AsyncGenerator {
                let mut hooks = generator.hooks.get();
                (hooks.closed, hooks.running) = (true, false);
                generator.hooks.set(hooks);
                if let Then::AsyncClose { dst, iterator } = then {
                    self.deliver(frame, Then::Delegate { dst, iterator }, Value::None)?;
                    return Ok(Next::Go);
                }
                let error = super::raise::bare(&types().stop_async_iteration);
                match then {
                    Then::Finalizer(what) => {
                        self.finalizer_failed(machine, frame, &error, &what);
                        return Ok(Next::Go);
                    }
                    Then::CloseDelegate(_) => self.deliver(frame, then, Value::None)?,
                    Then::Step { closes: true, .. } => return Err(stop_iteration(Value::None)),
                    _ => {}
                }
                return Err(error);
            }
            self.ended(frame, then, value)?;
            return Ok(Next::Go);
        }
        if let Then::Store(dst) = then {
            frame.set(dst, value);
            return Ok(Next::Go);
        }
        self.settle(machine, frame, then, value)
    }

    /// A result goes where the frame behind wants it; some results have to be followed up.
    pub(crate) fn settle(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        then: Then,
        value: Value,
    ) -> Result<Next, Exception> {
        match then {
            // What a comparison gave is an object of the program's, to be asked in turn.
            Then::Truth { .. } | Then::Branch { .. } | Then::BranchKeep { .. } | Then::NativeTruth
                if truth(&value).is_none() =>
            {
                let function = self.prelude_function("truth");
                self.call(machine, frame, Call { function, arguments: vec![value], names: Vec::new() }, then)
            }
            Then::New(dst, call) => self.initialize(machine, frame, dst, *call, value),
            Then::Class(dst, call) => self.finish_class(machine, frame, dst, *call, value),
            Then::DelegateCall { .. } => self.pass_on(machine, frame, value),
            then => {
                self.deliver(frame, then, value)?;
                Ok(Next::Go)
            }
        }
    }

    /// `__new__` has answered: `__init__` follows if the object is of the class.
    fn initialize(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        dst: Register,
        call: super::frame::NewCall,
        object: Value,
    ) -> Result<Next, Exception> {
        let Value::Class(class) = &call.class else { return Ok(Next::Go) };
        // `type(value)` asks what there is, and makes nothing.
        let only_asks = class.is(&types().class) && call.arguments.len() == 1;
        let init = super::describe::with_class(&object, |own| {
            if own.inherits(class) && !only_asks { own.lookup(&crate::types::names().init) } else { None }
        });
        match init {
            Some(Value::Native(native)) if native.is(&types().object_init) => {
                frame.registers[usize::from(dst)] = object;
                Ok(Next::Go)
            }
            Some(function) => {
                let mut arguments = call.arguments;
                arguments.insert(0, object.clone());
                let call = Call { function, arguments, names: call.names };
                self.call(machine, frame, call, Then::Init(dst, object))
            }
            None => {
                frame.registers[usize::from(dst)] = object;
                Ok(Next::Go)
            }
        }
    }

    /// `yield`: the frame is set aside, and its value goes to who resumed it.
    pub(crate) fn give(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        value: Value,
    ) -> Result<Next, Exception> {
        let is_async =
            frame.generator.as_ref().is_some_and(|generator| generator.kind == CodeKind::AsyncGenerator);
        if !is_async {
            return self.pass_on(machine, frame, value);
        }
        // The item of an asynchronous generator is the result of who awaits it.
        let then = mem::take(&mut frame.then);
        let (generator, back) = self.set_aside(frame);
        if let Some(generator) = generator {
            let mut hooks = generator.hooks.get();
            hooks.running = false;
            generator.hooks.set(hooks);
        }
        let Some(back) = back else { return Ok(Next::Ended(Rest::Returned(value))) };
        self.put_aside(frame, back);
        let goes_on = || runtime_error("async generator ignored GeneratorExit");
        match then {
            Then::Close(_) | Then::AsyncClose { .. } | Then::Step { closes: true, .. } => Err(goes_on()),
            Then::Finalizer(what) => {
                self.finalizer_failed(machine, frame, &goes_on(), &what);
                Ok(Next::Go)
            }
            Then::Step { closes: false, .. } => Err(stop_iteration(value)),
            then => {
                self.deliver(frame, then, value)?;
                Ok(Next::Go)
            }
        }
    }

    /// Gives a value up the chain of those that await each other, to who resumed the outermost.
    pub(crate) fn pass_on(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        value: Value,
    ) -> Result<Next, Exception> {
        loop {
            if frame.generator.is_none() {
                return Err(runtime_error("only a coroutine can wait for the event loop here"));
            }
            let then = mem::take(&mut frame.then);
            let (generator, back) = self.set_aside(frame);
            let Some(back) = back else {
                return Ok(Next::Ended(Rest::Yielded(value)));
            };
            self.put_aside(frame, back);
            let goes_on = |generator: Option<Rc<Generator>>| {
                let is_plain = generator.is_some_and(|generator| generator.kind == CodeKind::Generator);
                let kind = if is_plain { "generator" } else { "coroutine" };
                runtime_error(format!("{kind} ignored GeneratorExit"))
            };
            match then {
                Then::Delegate { .. } | Then::AsyncClose { .. } | Then::Native => {}
                Then::Close(_) | Then::CloseDelegate(_) | Then::CloseNative => {
                    let error = goes_on(generator);
                    if frame.native.is_none() {
                        return Err(error);
                    }
                    // CPython's frame still has it in a variable.
                    let inner = mem::replace(&mut frame.registers[0], Value::Unset);
                    frame.remains.get_or_insert_default().locals.borrow_mut().push(inner);
                    self.sent = Some(Resumption::Throw(error));
                    return Ok(Next::Go);
                }
                Then::Finalizer(what) => {
                    self.finalizer_failed(machine, frame, &goes_on(generator), &what);
                    return Ok(Next::Go);
                }
                then => {
                    let value = match (value, self.awaited.take()) {
                        (Value::Unset, Some(future)) => crate::modules::asyncio::hand_out(self, &future),
                        (value, _) => value,
                    };
                    self.deliver(frame, then, value)?;
                    return Ok(Next::Go);
                }
            }
        }
    }

    /// What was to end goes on, or ends in a way that nobody wants to hear of: that is said, and whoever let go of it
    /// goes on.
    fn finalizer_failed(&mut self, machine: &mut Loop, frame: &mut Frame, error: &Exception, what: &Value) {
        self.add_line(frame, error);
        self.report_unraisable(machine, error, what);
        graves::release();
    }

    /// Takes the running frame's back and generator; the frame goes into the generator with `put_aside`.
    fn set_aside(&mut self, frame: &mut Box<Frame>) -> (Option<Rc<Generator>>, Option<Box<Frame>>) {
        self.count_out(frame);
        let back = frame.back.take();
        if back.is_some() {
            return (frame.generator.clone(), back);
        }
        // The outermost: what is left in its place is never run.
        let generator = frame.generator.take();
        if let Some(generator) = &generator {
            let suspended = mem::replace(frame, self.stand_in());
            generator.state.set(State::Suspended);
            *generator.frame.borrow_mut() = Some(suspended);
        }
        (generator, None)
    }

    fn put_aside(&mut self, frame: &mut Box<Frame>, back: Box<Frame>) {
        let mut suspended = mem::replace(frame, back);
        if let Some(generator) = suspended.generator.take() {
            generator.state.set(State::Suspended);
            *generator.frame.borrow_mut() = Some(suspended);
        }
    }

    /// A frame that stands where none is needed.
    pub(crate) fn spare_frame(&mut self) -> Box<Frame> {
        self.blank_frame(self.relay_function.clone())
    }

    /// An exception that has a line of this frame in its traceback already goes on.
    pub(crate) fn reraise(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        exception: Exception,
    ) -> Result<Next, Exception> {
        let at = frame.at();
        Ok(self.unwind_from(machine, frame, exception, Some(at)))
    }

    /// The same, after a handler that does not change where the frame stands.
    pub(crate) fn let_pass(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        exception: Exception,
    ) -> Next {
        let at = frame.raised_at;
        self.unwind_from(machine, frame, exception, Some(at))
    }

    /// An exception is raised in the frame that runs: it looks for a handler, frame by frame.
    pub(crate) fn unwind(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        exception: Exception,
    ) -> Next {
        frame.passed_over = false;
        exception.set_context(self.handled(frame));
        self.unwind_from(machine, frame, exception, None)
    }

    /// An exception is thrown into the frame that runs, where that was suspended: whoever throws it gives it no
    /// context.
    pub(crate) fn throw_in(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        exception: Exception,
    ) -> Next {
        frame.passed_over = false;
        exception.set_context(frame.handled.clone());
        self.unwind_from(machine, frame, exception, None)
    }

    fn unwind_from(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        mut exception: Exception,
        mut came_at: Option<Label>,
    ) -> Next {
        loop {
            let code = frame.function.code.clone();
            let at = frame.at();
            self.died_here(frame);
            let raised_at = came_at.take().unwrap_or_else(|| {
                self.add_line(frame, &exception);
                at
            });
            if frame.native.is_some() {
                // A coroutine of the library is told at its next step.
                self.sent = Some(Resumption::Throw(exception));
                return Next::Go;
            }
            if let Some(handler) = code.handler(at) {
                // The innermost loop lets go of its iterator first.
                for register in frame.registers[usize::from(handler.depth)..].iter_mut().rev() {
                    *register = Value::Unset;
                }
                self.died_here(frame);
                frame.registers[usize::from(handler.depth)] = exception.value();
                frame.raised_at = raised_at;
                frame.next = handler.target;
                return Next::Go;
            }
            if raised_at != at {
                frame.next = raised_at.saturating_add(1);
            }
            match self.leave_raising(machine, frame, exception) {
                Ok(next) => return next,
                Err(going_on) => exception = going_on,
            }
        }
    }

    /// A line of the traceback for where the frame is.
    fn add_line(&mut self, frame: &mut Frame, exception: &Exception) {
        let code = frame.function.code.clone();
        if frame.native.is_none() && !Rc::ptr_eq(&frame.function, &self.relay_function) {
            crate::traceback::remember(frame, exception);
            let remains = frame.remains.get_or_insert_default().clone();
            let is_library = code.hidden || code.source.is_library;
            if is_library && !remains.shows.get() {
                remains.shows.set(Line::of_code(&code, frame.at()).is_some());
            }
            exception.passes_frame(Place::Code(code, frame.at()), remains);
        }
    }

    /// The frame ends with an exception: what that means for the one behind; if it only goes on there,
    /// the exception is given back.
    fn leave_raising(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        mut exception: Exception,
    ) -> Result<Next, Exception> {
        self.count_out(frame);
        while frame.registers.len() > usize::from(frame.function.code.temporaries()) {
            frame.registers.pop();
        }
        self.died_here(frame);
        frame.leave_remains();
        let then = mem::take(&mut frame.then);
        let generator = frame.generator.take();
        if let Some(generator) = &generator {
            generator.state.set(State::Closed);
            exception = stops_inside(generator.kind, exception);
            let mut hooks = generator.hooks.get();
            (hooks.closed, hooks.running) = (true, false);
            generator.hooks.set(hooks);
        }
        let Some(back) = frame.back.take() else {
            return Ok(Next::Ended(Rest::Raised(exception)));
        };
        let ended = mem::replace(frame, back);
        self.recycle(ended);
        if mem::take(&mut frame.passed_over) {
            exception.set_context(frame.handled.clone());
        }
        let stops = generator.is_none() && exception.is_a(&types().stop_iteration);
        match then {
            Then::Next { iterator, end, .. } if stops => {
                frame.registers[usize::from(iterator)] = Value::Unset;
                frame.next = end;
                Ok(Next::Go)
            }
            Then::DelegateCall { dst, iterator } if exception.is_a(&types().stop_iteration) => {
                let value = exception.instance().get(&crate::types::names().value).unwrap_or(Value::None);
                self.deliver(frame, Then::Delegate { dst, iterator }, value)?;
                Ok(Next::Go)
            }
            Then::AsyncClose { dst, iterator }
                if exception.is_a(&types().generator_exit)
                    || exception.is_a(&types().stop_async_iteration) =>
            {
                self.deliver(frame, Then::Delegate { dst, iterator }, Value::None)?;
                Ok(Next::Go)
            }
            Then::Step { closes: true, .. }
                if exception.is_a(&types().generator_exit)
                    || exception.is_a(&types().stop_async_iteration) =>
            {
                Err(stop_iteration(Value::None))
            }
            Then::Close(dst) => {
                if exception.is_a(&types().generator_exit) {
                    frame.registers[usize::from(dst)] = Value::None;
                    Ok(Next::Go)
                } else {
                    Err(exception)
                }
            }
            Then::Finalizer(what) => {
                let closed = matches!(what, Value::Generator(_)) && exception.is_a(&types().generator_exit);
                if !closed {
                    self.report_unraisable(machine, &exception, &what);
                }
                graves::release();
                Ok(Next::Go)
            }
            // What was to be closed is: the frame behind is closed by an exception of its own.
            then @ (Then::CloseDelegate(_) | Then::CloseNative)
                if exception.is_a(&types().generator_exit) =>
            {
                drop(exception);
                self.deliver(frame, then, Value::None)?;
                Ok(Next::Go)
            }
            Then::Native | Then::CloseNative | Then::NativeTruth => {
                self.sent = Some(Resumption::Throw(exception));
                Ok(Next::Go)
            }
            _ => Err(exception),
        }
    }

    /// `await`, `yield from`: goes on with what is awaited.
    pub(crate) fn delegate(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        dst: Register,
        iterator: Register,
    ) -> Result<Next, Exception> {
        let sent = self.sent.take().unwrap_or(Resumption::Send(Value::None));
        frame.passed_over = !matches!(sent, Resumption::Send(_));
        if let Value::Generator(generator) = &frame.registers[usize::from(iterator)] {
            let generator = generator.clone();
            let then = match sent {
                Resumption::Close => Then::CloseDelegate(iterator),
                _ => Then::Delegate { dst, iterator },
            };
            if let Resumption::Send(value) = &sent
                && let Some(step) = generator.lend(value)
            {
                return self.step_awaited(machine, frame, &generator, step, then);
            }
            return self.resume_generator(machine, frame, &generator, sent, then);
        }
        let awaited = frame.registers[usize::from(iterator)].clone();
        match &awaited {
            Value::Iter(iter) => match sent {
                Resumption::Throw(exception) => Ok(self.throw_in(machine, frame, exception)),
                Resumption::Close => Err(super::raise::bare(&types().generator_exit)),
                Resumption::Send(_) => match iter.next()? {
                    Some(value) => self.pass_on(machine, frame, value),
                    None => {
                        self.deliver(frame, Then::Delegate { dst, iterator }, Value::None)?;
                        Ok(Next::Go)
                    }
                },
            },
            Value::Instance(instance) => {
                self.delegate_to_object(machine, frame, instance, sent, dst, iterator)
            }
            other => {
                let class = super::describe::class_name(other);
                Err(type_error(format!("'{class}' object is not an iterator")))
            }
        }
    }

    fn delegate_to_object(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        instance: &Rc<Instance>,
        sent: Resumption,
        dst: Register,
        iterator: Register,
    ) -> Result<Next, Exception> {
        if let Some(future) = crate::modules::asyncio::future_of(instance) {
            return match sent {
                Resumption::Throw(exception) => Ok(self.throw_in(machine, frame, exception)),
                Resumption::Close => Err(super::raise::bare(&types().generator_exit)),
                Resumption::Send(_) if future.is_done() => {
                    let value = future.result()?;
                    self.deliver(frame, Then::Delegate { dst, iterator }, value)?;
                    Ok(Next::Go)
                }
                Resumption::Send(_) if crate::modules::asyncio::is_with_the_program(instance) => {
                    Err(runtime_error("await wasn't used with future"))
                }
                Resumption::Send(_) => {
                    self.mark_place(machine, frame);
                    self.awaited = Some(future.clone());
                    self.pass_on(machine, frame, Value::Unset)
                }
            };
        }
        if let Some(step) = step_of(instance) {
            return self.step_async_generator(machine, frame, step, sent, Receiver::Await { dst, iterator });
        }
        let object = Value::Instance(instance.clone());
        let then = Then::DelegateCall { dst, iterator };
        let (method, arguments) = match sent {
            Resumption::Send(value) if value.is_none() => (crate::types::names().next.clone(), vec![]),
            Resumption::Send(value) => (crate::types::names().send.clone(), vec![value]),
            Resumption::Throw(exception) => {
                match (Context { vm: self, machine }).get_attribute(&object, &crate::types::names().throw) {
                    Ok(Outcome::Value(throw)) => {
                        return self.call_delegate(machine, frame, throw, vec![exception.value()], then);
                    }
                    _ => return Ok(self.throw_in(machine, frame, exception)),
                }
            }
            Resumption::Close => return Err(super::raise::bare(&types().generator_exit)),
        };
        match (Context { vm: self, machine }).get_attribute(&object, &method)? {
            Outcome::Value(function) => self.call_delegate(machine, frame, function, arguments, then),
            _ => Err(type_error(format!(
                "'{}' object is not an iterator",
                super::describe::class_name(&object)
            ))),
        }
    }

    /// Calls a method of a delegate; native ones may answer at once.
    fn call_delegate(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        function: Value,
        arguments: Vec<Value>,
        then: Then,
    ) -> Result<Next, Exception> {
        let Then::DelegateCall { dst, iterator } = then else { return Ok(Next::Go) };
        let here: *const Frame = &raw const **frame;
        let result = self.call(machine, frame, Call { function, arguments, names: Vec::new() }, then);
        match result {
            Err(exception)
                if exception.is_a(&types().stop_iteration) && std::ptr::eq(here, &raw const **frame) =>
            {
                let value = exception.instance().get(&crate::types::names().value).unwrap_or(Value::None);
                self.deliver(frame, Then::Delegate { dst, iterator }, value)?;
                Ok(Next::Go)
            }
            other => other,
        }
    }
}

/// A generator cannot end by a `StopIteration` of the program's: that becomes a `RuntimeError`.
fn stops_inside(kind: CodeKind, exception: Exception) -> Exception {
    let what = if exception.is_a(&types().stop_iteration) {
        "StopIteration"
    } else if kind == CodeKind::AsyncGenerator && exception.is_a(&types().stop_async_iteration) {
        "StopAsyncIteration"
    } else {
        return exception;
    };
    let error = runtime_error(format!("{} raised {what}", kind_name(kind)));
    error.set_context(Some(exception.clone()));
    error.set_cause(Some(exception));
    error
}
