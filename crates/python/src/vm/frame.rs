//! Frames: code that runs, or that has been set aside.

use std::mem;
use std::rc::Rc;

use interleave_core::Coroutine;

use super::Vm;
use crate::builtins::{async_generator, coroutine_wrapper};
use crate::code::{BEFORE, Instruction, Label, Register};
use crate::object::exception::Remains;
use crate::object::{Dict, Exception, Function, Generator};
use crate::value::Value;

/// One activation of a function.
pub(crate) struct Frame {
    pub(crate) function: Rc<Function>,
    pub(crate) registers: Vec<Value>,
    /// The next instruction.
    pub(crate) next: Label,
    /// Where an exception came to it that it has a handler for.
    pub(crate) raised_at: Label,
    /// The variables of a class body; for `exec` with locals of its own, too.
    pub(crate) namespace: Option<Value>,
    /// Who called, or resumed.
    pub(crate) back: Option<Box<Frame>>,
    /// What becomes of the result, in the frame behind.
    pub(crate) then: Then,
    /// The generator whose frame this is.
    pub(crate) generator: Option<Rc<Generator>>,
    /// The exception that this frame is handling.
    pub(crate) handled: Option<Exception>,
    /// An exception was thrown into what it awaits, past this frame: no context is what is being handled here.
    pub(crate) passed_over: bool,
    /// What tracebacks keep of it when it has ended, if there are any.
    pub(crate) remains: Option<Rc<Remains>>,
    /// A coroutine of the event loop's library, of which this frame is the shell.
    pub(crate) native: Option<Box<dyn Coroutine<Vm>>>,
}

/// What becomes of a frame's result.
#[derive(Debug, Default)]
pub(crate) enum Then {
    /// Nothing is behind: it is the result of the whole routine.
    #[default]
    Root,
    /// It goes to a register.
    Store(Register),
    /// It is let go.
    Discard,
    /// It must be `None`; the result is the object that was made.
    Init(Register, Value),
    /// `__new__` has made an object: if it is of the class, `__init__` follows with the same arguments.
    New(Register, Box<NewCall>),
    /// Its truth, or the opposite, goes to a register.
    Truth { dst: Register, negate: bool },
    /// A jump, if its truth is as said.
    Branch { when: bool, target: Label },
    /// The same, but the register keeps its value when the jump is taken, and is cleared when not.
    BranchKeep { register: Register, when: bool, target: Label },
    /// The next item of a `for`; `StopIteration` ends the loop.
    Next { dst: Register, iterator: Register, end: Label },
    /// The frame behind awaits it, or yields from it.
    Delegate { dst: Register, iterator: Register },
    /// The same, and the frame behind is being closed: it goes on with `GeneratorExit`.
    CloseDelegate(Register),
    /// `next(generator)`, `generator.send(…)` and the like: its end is a `StopIteration`.
    Send(Register),
    /// `aclose()` of an asynchronous generator is awaited: an item is an error, its end is none.
    AsyncClose { dst: Register, iterator: Register },
    /// A step of an asynchronous generator is driven by hand: what it waits for is the result, and an item, or the
    /// end of a closing, a `StopIteration`.
    Step { dst: Register, closes: bool },
    /// `generator.close()`
    Close(Register),
    /// It must be of a kind: the register gets it if it is.
    Check(Register, Must),
    /// It is a list of what goes to the registers from `base` on.
    Unpack { base: Register },
    /// It is an exception, to be raised in the frame behind.
    Raise,
    /// As `Delegate`, by a call of `__next__` or `send`: a result is what is yielded, `StopIteration` the end.
    DelegateCall { dst: Register, iterator: Register },
    /// The answer for the library's coroutine in the frame behind.
    Native,
    /// The same, and the frame behind is being closed: its coroutine goes on with `GeneratorExit`.
    CloseNative,
    /// The truth of it is the answer for that coroutine.
    NativeTruth,
    /// A class body has run: the class is made of its namespace.
    Class(Register, Box<ClassCall>),
    /// A finalizer: errors are reported and forgotten.
    Finalizer(Value),
}

/// What a special method's result must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Must {
    Iterator,
    AwaitIterator,
}

/// The arguments of a call of a class.
#[derive(Debug)]
pub(crate) struct NewCall {
    pub(crate) class: Value,
    pub(crate) arguments: Vec<Value>,
    pub(crate) names: Vec<crate::value::Str>,
}

/// What a `class` statement says.
#[derive(Debug)]
pub(crate) struct ClassCall {
    pub(crate) metaclass: Value,
    pub(crate) name: Value,
    pub(crate) bases: Value,
    pub(crate) original_bases: Option<Value>,
    pub(crate) namespace: Value,
    pub(crate) keywords: Vec<(crate::value::Str, Value)>,
}

impl Frame {
    /// A register, emptied for what is to come there.
    #[inline]
    pub(crate) fn place(&mut self, register: Register) -> &mut Value {
        self.registers[usize::from(register)].empty()
    }

    /// A register gets a value.
    #[inline]
    pub(crate) fn set(&mut self, register: Register, value: Value) {
        self.place(register).fill(value);
    }

    /// What becomes of its result.
    #[inline]
    pub(crate) fn set_then(&mut self, then: Then) {
        let before = mem::replace(&mut self.then, then);
        if matches!(before, Then::Root) {
            mem::forget(before);
        }
    }

    /// It ends, and leaves to its tracebacks what they are to keep.
    pub(crate) fn leave_remains(&mut self) {
        if let Some(remains) = self.remains.take().filter(|remains| Rc::strong_count(remains) > 1) {
            remains.fill(self);
        }
    }

    /// The dict of a class body's names.
    pub(crate) fn names(&self) -> Option<Rc<Dict>> {
        match super::operators::unwrapped(self.namespace.as_ref()?) {
            Value::Dict(dict) => Some(dict.clone()),
            _ => None,
        }
    }

    /// What this frame awaits or yields from, if it is suspended there.
    pub(crate) fn delegate(&self) -> Option<&Value> {
        match self.function.code.body().instructions.get(self.next as usize) {
            Some(Instruction::Delegate { iterator, .. }) => {
                self.registers.get(usize::from(*iterator)).filter(|value| !value.is_unset())
            }
            _ => None,
        }
    }

    /// The generator or coroutine that runs inside this one, if it is suspended there.
    pub(crate) fn inner(&self) -> Option<Rc<Generator>> {
        let awaited = match &self.native {
            Some(_) => self.registers.first().cloned(),
            None => self.delegate().cloned(),
        };
        match awaited? {
            Value::Generator(generator) => Some(generator),
            Value::Instance(instance) => match async_generator::step_of(&instance) {
                Some(step) => Some(step.generator().clone()),
                None => coroutine_wrapper::coroutine_of(&instance).cloned(),
            },
            _ => None,
        }
    }

    /// The instruction that runs, or at which it is suspended.
    pub(crate) fn at(&self) -> Label {
        match self.function.code.body().instructions.get(self.next as usize) {
            Some(Instruction::Delegate { .. }) if self.delegate().is_some() => self.next,
            _ => self.next.checked_sub(1).unwrap_or(BEFORE),
        }
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        // A chain of callers is let go one by one.
        let mut back = self.back.take();
        while let Some(mut frame) = back {
            back = frame.back.take();
        }
        crate::object::trashcan::discard(mem::take(&mut self.registers));
    }
}
