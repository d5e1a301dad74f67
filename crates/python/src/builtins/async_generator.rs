//! Asynchronous generators: what `__anext__`, `asend`, `athrow` and `aclose` give, and how
//! it is awaited step by step.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::install;
use crate::code::{CodeKind, Register};
use crate::object::generator::{AsyncHooks, State};
use crate::object::{Exception, Generator, Instance, Payload};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::frame::{Frame, Then};
use crate::vm::graves::{self, Grave};
use crate::vm::native::{Answer, Arguments, Context, Outcome, Resumption};
use crate::vm::raise::{bare, runtime_error, type_error};
use crate::vm::{Loop, Next, Vm};

/// One step of an asynchronous generator, as an object that is awaited.
pub(crate) struct Step {
    generator: Rc<Generator>,
    wish: RefCell<Option<Wish>>,
    /// It has begun, and not ended.
    running: Cell<bool>,
    closes: bool,
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
                ("__next__", next),
                ("send", next),
                ("close", end),
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
    let closes = matches!(wish, Wish::Close);
    let class = match wish {
        Wish::Send(_) => &types().async_generator_asend,
        Wish::Throw(_) | Wish::Close => &types().async_generator_athrow,
    };
    let step = Step { generator, wish: RefCell::new(Some(wish)), running: Cell::new(false), closes };
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
    Ok(Outcome::Value(asend(generator(&arguments)?.clone(), Value::None)))
}

fn send(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.exactly("async_generator.asend")?;
    Ok(Outcome::Value(asend(generator(&arguments)?.clone(), value.clone())))
}

fn throw(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("athrow", 1, 3)?;
    let exception = match given {
        [_, value, ..] if !value.is_none() => value,
        [value, ..] => value,
        [] => return Err(type_error("athrow expected at least 1 argument, got 0")),
    };
    let exception = match (Exception::of(exception), exception) {
        (Some(exception), _) => exception,
        (None, Value::Class(class)) if class.inherits(&types().base_exception) => bare(class),
        (None, other) => {
            let class = crate::vm::describe::class_name(other);
            return Err(type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {class}"
            )));
        }
    };
    Ok(Outcome::Value(step(generator(&arguments)?.clone(), Wish::Throw(exception))))
}

fn close(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(step(generator(&arguments)?.clone(), Wish::Close)))
}

/// `send(None)` by hand: a coroutine that awaits the step does it.
fn next(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("send_to_step", arguments.all().to_vec())
}

fn end(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Value::Instance(instance) = arguments.object()
        && let Some(step) = step_of(instance)
    {
        drop(step.wish.borrow_mut().take());
    }
    crate::vm::native::nothing()
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
}

impl Vm {
    /// A step is awaited: its generator is resumed, with what the step is for or, later, with what is sent.
    pub(crate) fn step_async_generator(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        step: &Step,
        sent: Resumption,
        dst: Register,
        iterator: Register,
    ) -> Result<Next, Exception> {
        let generator = step.generator.clone();
        let mut hooks = generator.hooks.get();
        let wish = step.wish.borrow_mut().take();
        let resumption = match wish {
            None if step.running.get() && hooks.running => sent,
            None => {
                let kind = if step.closes { "aclose()/athrow()" } else { "__anext__()/asend()" };
                return Err(runtime_error(format!("cannot reuse already awaited {kind}")));
            }
            // Whoever was to await it lets go of it, and it has still not been awaited.
            Some(wish) if matches!(sent, Resumption::Close) => {
                *step.wish.borrow_mut() = Some(wish);
                return Err(bare(&types().generator_exit));
            }
            Some(wish) => {
                if hooks.running {
                    let method = match wish {
                        Wish::Send(_) => "anext()",
                        Wish::Throw(_) => "athrow()",
                        Wish::Close => "aclose()",
                    };
                    return Err(runtime_error(format!(
                        "{method}: asynchronous generator is already running"
                    )));
                }
                let is_over = generator.state.get() == State::Closed;
                let wish = match (sent, wish) {
                    // What is thrown in at the very beginning takes the place of the wish.
                    (Resumption::Throw(exception), _) if is_over => return Err(exception),
                    (Resumption::Throw(exception), _) => Wish::Throw(exception),
                    (_, Wish::Send(_)) if is_over => return Err(bare(&types().stop_async_iteration)),
                    // What is thrown at an end is lost, as in CPython.
                    (_, Wish::Throw(_) | Wish::Close) if is_over => {
                        return self.close_is_done(frame, dst, iterator);
                    }
                    // It has been closed, and goes on.
                    (_, Wish::Throw(_) | Wish::Close) if hooks.closed => {
                        return Err(bare(&types().stop_async_iteration));
                    }
                    (_, wish) => wish,
                };
                if !hooks.begun {
                    hooks.begun = true;
                    crate::modules::asyncio::async_generator_begins(self, machine, &generator);
                }
                hooks.running = true;
                hooks.closed |= step.closes;
                generator.hooks.set(hooks);
                step.running.set(true);
                match wish {
                    Wish::Send(value) => Resumption::Send(value),
                    Wish::Throw(exception) => Resumption::Throw(exception),
                    Wish::Close if generator.state.get() == State::Created => {
                        hooks.running = false;
                        generator.hooks.set(hooks);
                        generator.state.set(State::Closed);
                        drop(generator.frame.borrow_mut().take());
                        return self.close_is_done(frame, dst, iterator);
                    }
                    Wish::Close => Resumption::Throw(bare(&types().generator_exit)),
                }
            }
        };
        let then = match resumption {
            Resumption::Close => Then::CloseDelegate(iterator),
            _ if step.closes => Then::AsyncClose { dst, iterator },
            _ => Then::Delegate { dst, iterator },
        };
        self.resume_generator(machine, frame, &generator, resumption, then)
    }

    fn close_is_done(
        &mut self,
        frame: &mut Box<Frame>,
        dst: Register,
        iterator: Register,
    ) -> Result<Next, Exception> {
        self.deliver(frame, Then::Delegate { dst, iterator }, Value::None)?;
        Ok(Next::Go)
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
