//! Exceptions, and the tracebacks that grow on them.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use interleave_core::{Future, Held};

use super::{Class, Instance, List, Payload, Tuple};
use crate::code::{Code, Label};
use crate::modules::asyncio::future_of;
use crate::traceback::NamesThere;
use crate::types::names;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::graves;

/// An exception that is being raised: an instance whose class is an exception's.
#[derive(Clone, Debug)]
pub(crate) struct Exception(Rc<Instance>);

/// What every exception has.
#[derive(Default)]
pub(crate) struct ExceptionState {
    pub(crate) args: RefCell<Option<Rc<Tuple>>>,
    pub(crate) cause: RefCell<Option<Exception>>,
    pub(crate) context: RefCell<Option<Exception>>,
    pub(crate) suppress_context: Cell<bool>,
    pub(crate) traceback: RefCell<Option<Rc<Traceback>>>,
    /// The members of a group.
    pub(crate) members: RefCell<Option<Rc<Tuple>>>,
    /// What "Did you mean …?" needs to know of the place where it was raised.
    pub(crate) names_there: RefCell<Option<Box<NamesThere>>>,
}

/// One line of a traceback: a frame that the exception passed, the outermost first.
#[derive(Debug)]
pub(crate) struct Traceback {
    pub(crate) next: RefCell<Option<Rc<Traceback>>>,
    pub(crate) place: Place,
    /// What the frame leaves behind when it ends: that lives as long as this does.
    pub(crate) remains: Rc<Remains>,
}

/// What is left of a frame that has ended while a traceback tells of it.
#[derive(Debug, Default)]
pub(crate) struct Remains {
    /// Its variables.
    pub(crate) locals: RefCell<Vec<Value>>,
    /// Those of a coroutine of the event loop's library.
    pub(crate) held: RefCell<Vec<Held<Vm>>>,
    /// Where it ended.
    pub(crate) at: Cell<Option<Label>>,
    /// A line of the library's that CPython's tracebacks have, too.
    pub(crate) shows: Cell<bool>,
    /// Those of its caller.
    pub(crate) back: RefCell<Option<Rc<Remains>>>,
}

/// Where in the code a frame was.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// In compiled code, at an instruction.
    Code(Rc<Code>, Label),
    /// In a function of CPython's library, as its tracebacks show it.
    Library(&'static LibraryLine),
}

/// A line of CPython's library as it shows in tracebacks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LibraryLine {
    /// Under `/usr/lib/python3.13/`.
    pub(crate) file: &'static str,
    pub(crate) line: u32,
    pub(crate) function: &'static str,
    /// The source line.
    pub(crate) text: &'static str,
    /// The line of marks under it, without indentation; may be empty.
    pub(crate) marks: &'static str,
}

impl Exception {
    pub(crate) fn new(class: &Rc<Class>, args: Vec<Value>) -> Self {
        let state = ExceptionState::default();
        *state.args.borrow_mut() = Some(Rc::new(Tuple::new(args)));
        Self(Rc::new(Instance::new(class.clone(), Payload::Exception(Box::new(state)))))
    }

    /// With a message as its only argument.
    pub(crate) fn saying(class: &Rc<Class>, message: impl Into<String>) -> Self {
        Self::new(class, vec![Value::string(message.into())])
    }

    /// The exception that a value is.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Instance(instance) if instance.exception().is_some() => Some(Self(instance.clone())),
            _ => None,
        }
    }

    pub(crate) fn instance(&self) -> &Rc<Instance> {
        &self.0
    }

    pub(crate) fn value(&self) -> Value {
        Value::Instance(self.0.clone())
    }

    pub(crate) fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn class(&self) -> Rc<Class> {
        self.0.class()
    }

    pub(crate) fn is_a(&self, class: &Class) -> bool {
        self.0.with_class(|own| own.inherits(class))
    }

    pub(crate) fn state(&self) -> &ExceptionState {
        match &self.0.payload {
            Payload::Exception(state) => state,
            _ => unreachable!("an exception is made with its state"),
        }
    }

    pub(crate) fn args(&self) -> Rc<Tuple> {
        args_of(self.state())
    }

    /// It passes a frame on its way out.
    pub(crate) fn passes(&self, place: Place) {
        self.passes_frame(place, Rc::default());
    }

    /// The same, with what the frame will leave behind.
    pub(crate) fn passes_frame(&self, place: Place, remains: Rc<Remains>) {
        let state = self.state();
        let next = RefCell::new(state.traceback.borrow_mut().take());
        *state.traceback.borrow_mut() = Some(Rc::new(Traceback { next, place, remains }));
    }

    /// It has come into a coroutine of the event loop's library, which has this frame.
    pub(crate) fn comes_into(&self, frame: &mut Frame) {
        if let Some(line) = &*self.state().traceback.borrow() {
            let remains = frame.remains.get_or_insert_default();
            line.remains.back.borrow_mut().get_or_insert_with(|| remains.clone());
        }
    }

    /// The innermost of the lines that it passed last has this in a variable.
    pub(crate) fn keeps_value(&self, value: Value) {
        if let Some(line) = &*self.state().traceback.borrow() {
            line.remains.locals.borrow_mut().push(value);
            line.remains.note();
        }
    }

    /// The outermost frame that it has passed was called by one that left this.
    pub(crate) fn called_by(&self, caller: &Rc<Remains>) {
        if let Some(line) = &*self.state().traceback.borrow() {
            line.remains.back.borrow_mut().get_or_insert_with(|| caller.clone());
        }
    }

    /// The innermost of the lines that it passed last keeps this alive.
    pub(crate) fn keeps(&self, held: Held<Vm>) {
        if let Some(line) = &*self.state().traceback.borrow() {
            line.remains.held.borrow_mut().push(held);
            line.remains.note();
        }
    }

    /// It is raised while `handled` is being handled: that becomes its context, unless that would
    /// close a ring.
    pub(crate) fn set_context(&self, handled: Option<Self>) {
        let Some(handled) = handled else { return };
        if handled.is(self) {
            return;
        }
        let mut link = handled.clone();
        loop {
            let next = link.state().context.borrow().clone();
            match next {
                Some(next) if next.is(self) => {
                    *link.state().context.borrow_mut() = None;
                    break;
                }
                Some(next) => link = next,
                None => break,
            }
        }
        *self.state().context.borrow_mut() = Some(handled);
    }

    /// Its cause, if that is its context too: what was being handled when it was raised.
    pub(crate) fn raised_from(&self) -> Option<Self> {
        let cause = self.state().cause.borrow().clone()?;
        let is_context = self.state().context.borrow().as_ref().is_some_and(|context| context.is(&cause));
        is_context.then_some(cause)
    }

    pub(crate) fn set_cause(&self, cause: Option<Self>) {
        let state = self.state();
        state.suppress_context.set(true);
        *state.cause.borrow_mut() = cause;
    }
}

/// The arguments of an exception, by its state.
pub(crate) fn args_of(state: &ExceptionState) -> Rc<Tuple> {
    let args = state.args.borrow().clone();
    args.unwrap_or_else(|| Rc::new(Tuple::new(Vec::new())))
}

thread_local! {
    /// What may keep itself alive, by way of the exceptions and futures in it.
    static KEPT: RefCell<Vec<Weak<Remains>>> = const { RefCell::new(Vec::new()) };
}

/// Remains that somebody still holds, the first to have been left first; nobody remembers those any more that are
/// wanted.
pub(crate) fn take_remains(is_wanted: impl Fn(&Rc<Remains>) -> bool) -> Vec<Rc<Remains>> {
    let all = KEPT.with(RefCell::take).into_iter().filter_map(|remains| remains.upgrade());
    let (taken, left): (Vec<_>, Vec<_>) = all.partition(is_wanted);
    left.iter().for_each(Remains::note);
    taken
}

impl Remains {
    /// Of a frame that has these futures in a variable.
    pub(crate) fn of_futures(futures: Vec<Future<Vm>>) -> Rc<Self> {
        let remains = Rc::new(Self::default());
        remains.held.replace(futures.into_iter().map(Held::Future).collect());
        remains.note();
        remains
    }

    fn note(self: &Rc<Self>) {
        KEPT.with(|kept| {
            let mut kept = kept.borrow_mut();
            if kept.len() >= 64 && kept.len().is_power_of_two() {
                kept.retain(|remains| remains.strong_count() > 0);
            }
            kept.push(Rc::downgrade(self));
        });
    }

    /// Lets go of everything.
    pub(crate) fn clear(&self) {
        let left = (self.locals.take(), self.held.take(), self.back.take());
        drop(left);
        graves::stir();
    }

    /// The frame ends. Of the library's own frames, those count that show, and of their variables
    /// coroutines, futures and exceptions, and the managers of contexts: the others are not CPython's.
    pub(crate) fn fill(self: &Rc<Self>, frame: &mut Frame) {
        self.note();
        let code = &frame.function.code;
        self.at.set(Some(frame.at()));
        if let Some(back) = &mut frame.back {
            *self.back.borrow_mut() = Some(back.remains.get_or_insert_default().clone());
        }
        let is_library = code.hidden || code.source.is_library;
        if is_library && !self.shows.get() {
            return;
        }
        frame.registers.truncate(usize::from(code.temporaries()));
        let kept = frame.registers.extract_if(.., |value| !is_library || matters(value));
        self.locals.borrow_mut().extend(kept);
    }
}

impl Drop for Remains {
    fn drop(&mut self) {
        super::trashcan::discard(self.locals.take());
        let held = self.held.take();
        if !held.is_empty() {
            drop(held);
            graves::stir();
        }
        // A chain of callers is let go one by one.
        let mut back = self.back.take();
        while let Some(remains) = back.and_then(Rc::into_inner) {
            back = remains.back.take();
        }
    }
}

impl Drop for ExceptionState {
    /// Chains of contexts and tracebacks may be long. Of a traceback's frames the innermost goes first.
    fn drop(&mut self) {
        let mut lines = Vec::new();
        let mut line = self.traceback.get_mut().take();
        while let Some(traceback) = line {
            line = if Rc::strong_count(&traceback) == 1 { traceback.next.take() } else { None };
            lines.push(traceback);
        }
        while lines.pop().is_some() {}
        let links = [self.cause.get_mut().take(), self.context.get_mut().take()];
        let args = self.args.get_mut().take().into_iter().chain(self.members.get_mut().take());
        super::trashcan::discard(
            links
                .into_iter()
                .flatten()
                .map(|exception| Value::Instance(exception.0))
                .chain(args.map(Value::Tuple)),
        );
    }
}

fn has_coroutines(list: &List) -> bool {
    list.items().iter().any(|item| matches!(item, Value::Generator(_)))
}

/// A coroutine, a list of some, arguments among which there are such, a future, an exception, or the manager of an asynchronous context; or a variable that
/// holds one.
fn matters(value: &Value) -> bool {
    match value {
        Value::Generator(_) => true,
        Value::Instance(instance) => {
            let is_manager = || instance.with_class(|class| class.lookup(&names().aexit).is_some());
            instance.exception().is_some() || future_of(instance).is_some() || is_manager()
        }
        Value::List(list) => has_coroutines(list),
        Value::Tuple(given) => given.iter().any(|one| match one {
            Value::Generator(_) => true,
            Value::List(list) => has_coroutines(list),
            _ => false,
        }),
        Value::Cell(cell) => matters(&cell.get()),
        _ => false,
    }
}
