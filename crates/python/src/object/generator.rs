//! Generators, coroutines and asynchronous generators: frames set aside.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use interleave_core::{Coroutine, Input};

use super::identity::{self, Birth, Id};
use crate::code::{Code, CodeKind};
use crate::modules::asyncio::trace::Known;
use crate::value::{Str, Value};
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::graves;
use crate::vm::program::Created;

/// Code that can be resumed.
pub(crate) struct Generator {
    pub(crate) kind: CodeKind,
    /// Also when its frame is gone.
    pub(crate) code: Rc<Code>,
    pub(crate) name: RefCell<Str>,
    pub(crate) qualname: RefCell<Str>,
    /// Nothing while it runs, and when it has ended.
    pub(crate) frame: RefCell<Option<Box<Frame>>>,
    pub(crate) state: Cell<State>,
    /// For asynchronous generators: what is known of their ending.
    pub(crate) hooks: Cell<AsyncHooks>,
    /// It was made by the machine itself, and may be forgotten without a warning.
    pub(crate) quiet: Cell<bool>,
    /// Where a coroutine was made, in debug mode.
    pub(crate) origin: Created,
    /// What CPython has in its place, if it is one of the library's.
    pub(crate) known: Option<&'static Known>,
    pub(crate) id: Id,
    /// When it was made.
    pub(crate) birth: Birth,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Created,
    Suspended,
    Running,
    Closed,
}

/// How an asynchronous generator stands to its loop, and whether any generator has had its last words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AsyncHooks {
    /// A loop knows of it.
    pub(crate) begun: bool,
    /// `aclose` was called, or it has ended.
    pub(crate) closed: bool,
    /// It has had its last words, or a loop was asked to close it, which happens once.
    pub(crate) finalized: bool,
    /// One of its `__anext__`, `asend`, `athrow`, `aclose` is being awaited.
    pub(crate) running: bool,
    /// Which of them, counted.
    pub(crate) turn: u32,
}

impl Generator {
    pub(crate) fn new(kind: CodeKind, name: Str, qualname: Str, frame: Box<Frame>) -> Self {
        Self {
            kind,
            code: frame.function.code.clone(),
            name: RefCell::new(name),
            qualname: RefCell::new(qualname),
            frame: RefCell::new(Some(frame)),
            state: Cell::new(State::Created),
            hooks: Cell::default(),
            quiet: Cell::new(false),
            origin: Created::default(),
            known: None,
            id: Id::default(),
            birth: identity::birth(),
        }
    }

    /// The library's coroutine in it, to take a step where it is, and what goes into that if nothing else is to;
    /// nothing if it is of another kind, runs, has ended, or waits for code of the program's.
    pub(crate) fn lend(&self, sent: &Value) -> Option<(Box<dyn Coroutine<Vm>>, Input<Vm>)> {
        if !matches!(self.state.get(), State::Created | State::Suspended) {
            return None;
        }
        let mut frame = self.frame.borrow_mut();
        let frame = frame.as_mut().filter(|frame| frame.native.is_some())?;
        if matches!(frame.registers.first(), Some(Value::Generator(_))) {
            return None;
        }
        let coroutine = frame.native.take()?;
        let input = if frame.next == 0 { Input::Start } else { Input::Value(sent.clone()) };
        self.state.set(State::Running);
        Some((coroutine, input))
    }

    /// What was lent has taken its step, and has not ended.
    pub(crate) fn take_back(&self, coroutine: Box<dyn Coroutine<Vm>>) {
        if let Some(frame) = self.frame.borrow_mut().as_mut() {
            frame.native = Some(coroutine);
        }
        self.has_stepped();
    }

    /// It has begun, and waits for its next step.
    pub(crate) fn has_stepped(&self) {
        if let Some(frame) = self.frame.borrow_mut().as_mut() {
            frame.next = 1;
        }
        self.state.set(State::Suspended);
    }

    /// What it waits for: `cr_await`, `gi_yieldfrom`, `ag_await`.
    pub(crate) fn delegate(&self) -> Option<Value> {
        self.frame.borrow().as_ref()?.delegate().cloned()
    }
}

impl fmt::Debug for Generator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "<{:?} {}>", self.kind, self.qualname.borrow())
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        if !graves::is_open() {
            return;
        }
        let Some(frame) = self.frame.get_mut().take() else { return };
        let left = Self {
            kind: self.kind,
            code: self.code.clone(),
            name: RefCell::new(self.name.borrow().clone()),
            qualname: RefCell::new(self.qualname.borrow().clone()),
            frame: RefCell::new(Some(frame)),
            state: Cell::new(self.state.get()),
            hooks: Cell::new(self.hooks.get()),
            quiet: Cell::new(self.quiet.get()),
            origin: std::mem::take(&mut self.origin),
            known: self.known,
            id: std::mem::take(&mut self.id),
            birth: self.birth,
        };
        graves::abandon(left);
    }
}
