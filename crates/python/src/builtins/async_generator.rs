//! Asynchronous generators: what `__anext__`, `asend`, `athrow` and `aclose` give, and how
//! it is awaited step by step.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::install;
use super::operator_methods::no_operand;
use crate::code::{CodeKind, Register};
use crate::object::generator::{AsyncHooks, State};
use crate::object::{Exception, Generator, Instance, Payload};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::frame::{Frame, Then};
use crate::vm::graves::{self, Grave};
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome, Resumption, nothing};
use crate::vm::raise::{bare, runtime_error, stop_iteration, type_error};
use crate::vm::{Loop, Next, Vm};

/// One step of an asynchronous generator, as an object that is awaited.
pub(crate) struct Step {
    generator: Rc<Generator>,
    wish: RefCell<Option<Wish>>,
    /// The generator's turn that it has begun.
    turn: Cell<Option<u32>>,
    sends: bool,
    closes: bool,
}

/// Who a step's results go to.
#[derive(Clone, Copy)]
pub(crate) enum Receiver {
    /// A frame that awaits the step.
    Await { dst: Register, iterator: Register },
    /// Who calls its methods by hand: what it waits for is their result, and an item a `StopIteration`.
    Hand(Register),
}

enum Wish {
    Send(Value),
    Throw(Exception),
    Close,
}

/// Gives asynchronous generators, and their steps, their methods.
pub(crate) fn fill(types: &Types) {
    install(
        &types.async_generator,
        &[("__aiter__", itself), ("__anext__", anext), ("asend", send), ("athrow", throw), ("aclose", close)],
    );
    for class in [&types.async_generator_asend, &types.async_generator_athrow] {
        install(
            class,
            &[
                ("__await__", itself),
                ("__iter__", itself),
                ("__next__", next_by_hand),
                ("send", send_by_hand),
                ("throw", throw_by_hand),
                ("close", close_by_hand),
            ],
        );
    }
}

fn itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(arguments.object().clone()))
}

fn generator<'a>(arguments: &Arguments<'a>) -> Result<&'a Rc<Generator>, Exception> {
    match arguments.object() {
        Value::Generator(generator) if generator.kind == CodeKind::AsyncGenerator => Ok(generator),
        _ => Err(type_error("an asynchronous generator was expected")),
    }
}

fn step(generator: Rc<Generator>, wish: Wish) -> Value {
    let (sends, closes) = (matches!(wish, Wish::Send(_)), matches!(wish, Wish::Close));
    let class = match wish {
        Wish::Send(_) => &types().async_generator_asend,
        Wish::Throw(_) | Wish::Close => &types().async_generator_athrow,
    };
    let step = Step { generator, wish: RefCell::new(Some(wish)), turn: Cell::new(None), sends, closes };
    Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Native(Box::new(step)))))
}

/// What `asend(value)` gives.
pub(crate) fn asend(generator: Rc<Generator>, value: Value) -> Value {
    step(generator, Wish::Send(value))
}

/// What `aclose()` gives.
pub(crate) fn aclose(generator: Rc<Generator>) -> Value {
    step(generator, Wish::Close)
}

fn anext(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    no_operand(&arguments)?;
    Ok(Outcome::Value(asend(generator(&arguments)?.clone(), Value::None)))
}

fn send(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.exactly("async_generator.asend")?;
    Ok(Outcome::Value(asend(generator(&arguments)?.clone(), value.clone())))
}

fn throw(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = to_throw(&arguments, "athrow")?;
    Ok(Outcome::Value(step(generator(&arguments)?.clone(), Wish::Throw(exception))))
}

/// The exception that `athrow(type, value, traceback)`, or a step's `throw`, is called with.
fn to_throw(arguments: &Arguments<'_>, method: &str) -> Result<Exception, Exception> {
    let given = arguments.between(method, 1, 3)?;
    let exception = given.get(1).filter(|value| !value.is_none()).unwrap_or(&given[0]);
    match (Exception::of(exception), exception) {
        (Some(exception), _) => Ok(exception),
        (None, Value::Class(class)) if class.inherits(&types().base_exception) => Ok(bare(class)),
        (None, other) => {
            let class = crate::vm::describe::class_name(other);
            Err(type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {class}"
            )))
        }
    }
}

fn close(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("async_generator.aclose")?;
    Ok(Outcome::Value(step(generator(&arguments)?.clone(), Wish::Close)))
}

fn next_by_hand(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    by_hand(&arguments, Resumption::Send(Value::None))
}

fn send_by_hand(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.exactly("send")?;
    by_hand(&arguments, Resumption::Send(value.clone()))
}

fn throw_by_hand(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = to_throw(&arguments, "throw")?;
    by_hand(&arguments, Resumption::Throw(exception))
}

fn by_hand(arguments: &Arguments<'_>, resumption: Resumption) -> Answer {
    match arguments.object() {
        Value::Instance(instance) if step_of(instance).is_some() => {
            Ok(Outcome::Step(instance.clone(), resumption))
        }
        _ => Err(type_error("a step of an asynchronous generator was expected")),
    }
}

fn close_by_hand(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.object() {
        Value::Instance(instance) if step_of(instance).is_some_and(Step::is_over) => nothing(),
        object => cx.prelude("close_step", vec![object.clone()]),
    }
}

/// The step that an object is.
pub(crate) fn step_of(instance: &Rc<Instance>) -> Option<&Step> {
    instance.native()
}

impl Drop for Step {
    /// One that was never awaited says so.
    fn drop(&mut self) {
        let method = match self.wish.get_mut() {
            None => return,
            Some(Wish::Send(_)) => "asend",
            Some(Wish::Throw(_)) => "athrow",
            Some(Wish::Close) => "aclose",
        };
        if graves::is_open() {
            graves::push(Grave::NeverAwaited(method, self.generator.clone()));
        }
    }
}

impl Step {
    /// Whose step it is.
    pub(crate) fn generator(&self) -> &Rc<Generator> {
        &self.generator
    }

    /// It is what its generator is in the middle of.
    fn is_under_way(&self) -> bool {
        let hooks = self.generator.hooks.get();
        hooks.running && self.turn.get() == Some(hooks.turn)
    }

    fn is_over(&self) -> bool {
        self.wish.borrow().is_none() && !self.is_under_way()
    }
}

impl Vm {
    /// A step goes on: its generator is resumed, with what the step is for or, later, with what is sent.
    pub(crate) fn step_async_generator(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        step: &Step,
        sent: Resumption,
        receiver: Receiver,
    ) -> Result<Next, Exception> {
        let generator = step.generator.clone();
        let mut hooks = generator.hooks.get();
        let wish = step.wish.borrow_mut().take();
        let resumption = match wish {
            None if step.is_under_way() => sent,
            None => {
                let kind = if step.sends { "__anext__()/asend()" } else { "aclose()/athrow()" };
                return Err(runtime_error(format!("cannot reuse already awaited {kind}")));
            }
            // Whoever was to await it lets go of it, and it has still not been awaited.
            Some(wish) if matches!(sent, Resumption::Close) => {
                *step.wish.borrow_mut() = Some(wish);
                return Err(bare(&types().generator_exit));
            }
            Some(wish) => {
                let is_over = generator.state.get() == State::Closed;
                if hooks.running && !is_over {
                    let method = match wish {
                        Wish::Send(_) => "anext()",
                        Wish::Throw(_) => "athrow()",
                        Wish::Close => "aclose()",
                    };
                    return Err(runtime_error(format!(
                        "{method}: asynchronous generator is already running"
                    )));
                }
                let wish = match (sent, wish) {
                    // What is thrown in at the very beginning takes the place of the wish.
                    (Resumption::Throw(exception), _) if is_over => return Err(exception),
                    (Resumption::Throw(exception), _) => Wish::Throw(exception),
                    (_, Wish::Send(_)) if is_over => return Err(bare(&types().stop_async_iteration)),
                    // What is thrown at an end is lost, as in CPython.
                    (_, Wish::Throw(_) | Wish::Close) if is_over => {
                        return self.close_is_done(frame, receiver);
                    }
                    // It has been closed, and goes on.
                    (_, Wish::Throw(_) | Wish::Close) if hooks.closed => {
                        return Err(bare(&types().stop_async_iteration));
                    }
                    (Resumption::Send(value), Wish::Send(_)) if !value.is_none() => Wish::Send(value),
                    (Resumption::Send(value), wish) if !value.is_none() => {
                        *step.wish.borrow_mut() = Some(wish);
                        return Err(runtime_error("can't send non-None value to a just-started coroutine"));
                    }
                    (_, wish) => wish,
                };
                if !hooks.begun {
                    hooks.begun = true;
                    crate::modules::asyncio::async_generator_begins(self, machine, &generator);
                }
                hooks.running = true;
                hooks.turn = hooks.turn.wrapping_add(1);
                hooks.closed |= step.closes;
                generator.hooks.set(hooks);
                step.turn.set(Some(hooks.turn));
                match wish {
                    Wish::Send(value) => Resumption::Send(value),
                    Wish::Throw(exception) => Resumption::Throw(exception),
                    Wish::Close if generator.state.get() == State::Created => {
                        hooks.running = false;
                        generator.hooks.set(hooks);
                        generator.state.set(State::Closed);
                        drop(generator.frame.borrow_mut().take());
                        return self.close_is_done(frame, receiver);
                    }
                    Wish::Close => Resumption::Throw(bare(&types().generator_exit)),
                }
            }
        };
        let then = match (receiver, &resumption) {
            (Receiver::Hand(dst), _) => Then::Step { dst, closes: step.closes },
            (Receiver::Await { iterator, .. }, Resumption::Close) => Then::CloseDelegate(iterator),
            (Receiver::Await { dst, iterator }, _) if step.closes => Then::AsyncClose { dst, iterator },
            (Receiver::Await { dst, iterator }, _) => Then::Delegate { dst, iterator },
        };
        self.resume_generator(machine, frame, &generator, resumption, then).inspect_err(|_| {
            // It has refused what was sent, and waits for another step.
            let hooks = generator.hooks.get();
            generator.hooks.set(AsyncHooks { running: false, ..hooks });
        })
    }

    /// A method of a step is called. Where its result does not simply go to a register, the prelude calls once more.
    pub(crate) fn step_by_hand(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        instance: Rc<Instance>,
        sent: Resumption,
        then: Then,
    ) -> Result<Next, Exception> {
        match (then, step_of(&instance)) {
            (Then::Store(dst), Some(step)) => {
                self.step_async_generator(machine, frame, step, sent, Receiver::Hand(dst))
            }
            (then, _) => {
                let (method, value) = match sent {
                    Resumption::Throw(exception) => ("throw", exception.value()),
                    Resumption::Send(value) => ("send", value),
                    Resumption::Close => ("close", Value::None),
                };
                let function = self.prelude_function("call_step");
                let arguments = vec![Value::Instance(instance), Value::name(method), value];
                self.call(machine, frame, Call { function, arguments, names: Vec::new() }, then)
            }
        }
    }

    fn close_is_done(&mut self, frame: &mut Box<Frame>, receiver: Receiver) -> Result<Next, Exception> {
        match receiver {
            Receiver::Await { dst, iterator } => {
                self.deliver(frame, Then::Delegate { dst, iterator }, Value::None)?;
                Ok(Next::Go)
            }
            Receiver::Hand(_) => Err(stop_iteration(Value::None)),
        }
    }

    /// A suspended asynchronous generator is dropped: its loop, if it has one that runs, closes it in a task.
    pub(crate) fn hand_to_loop(&mut self, machine: &mut Loop, generator: &Rc<Generator>) -> bool {
        let hooks = generator.hooks.get();
        if !hooks.begun || hooks.closed || hooks.finalized {
            return false;
        }
        let finalized = crate::modules::asyncio::async_generator_dropped(self, machine, generator);
        generator.hooks.set(AsyncHooks { finalized, ..hooks });
        finalized
    }
}
