//! `Handle` and `TimerHandle`: calls that a loop was asked to make.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use interleave_core::{EventLoop, Handle, seconds};

use super::repr::of_callback;
use super::slot::{get, make, set};
use super::{class, debug, loop_object, subclass};
use crate::builtins::{install, install_getters, install_static};
use crate::object::{Class, Instance, Payload};
use crate::text::float_repr;
use crate::traceback::lines::Line;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::describe::class_name;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::program::Callback;

/// What an object of class `Handle` has inside.
pub(super) struct HandleObject {
    /// None if the call is being made.
    handle: Option<Handle<Vm>>,
    pub(super) home: EventLoop,
    /// When it is due, as the program said it.
    when: Option<f64>,
    cancelled: Cell<bool>,
    callback: RefCell<Option<Rc<Callback>>>,
    /// Its repr, if it was cancelled in debug mode.
    last_text: RefCell<Option<String>>,
}

/// Where the program asked for it.
pub(super) fn set_created(handle: &HandleObject, lines: Vec<Line>) {
    if let Some(callback) = &*handle.callback.borrow() {
        callback.created.set(lines);
    }
}

pub(super) fn classes() -> Vec<Rc<Class>> {
    let handle = class("Handle");
    install_static(&handle, &[("__new__", make::<HandleObject>)]);
    install_getters(&handle, &[("_source_traceback", source_traceback)]);
    install(&handle, &[("cancel", cancel), ("cancelled", cancelled), ("_get_loop", get_loop)]);
    let timer = subclass("TimerHandle", &handle);
    install(&timer, &[("when", when)]);
    vec![handle, timer]
}

/// An object for a handle.
pub(super) fn object(
    vm: &Vm,
    handle: Option<Handle<Vm>>,
    home: EventLoop,
    callback: Rc<Callback>,
    when: Option<f64>,
) -> Value {
    let python = &vm.state.asyncio.python;
    let class = if when.is_some() { &python.timer_handle_class } else { &python.handle_class };
    let Value::Class(class) = class else { return Value::None };
    let state = HandleObject {
        handle,
        home,
        when,
        cancelled: Cell::new(false),
        callback: RefCell::new(Some(callback)),
        last_text: RefCell::default(),
    };
    let Ok(Outcome::Value(object)) = empty(class) else { return Value::None };
    let _ = set(&object, state);
    object
}

fn empty(class: &Rc<Class>) -> Answer {
    let payload = Payload::Native(Box::new(super::slot::Slot::<HandleObject>::default()));
    Ok(Outcome::Value(Value::Instance(Rc::new(Instance::new(class.clone(), payload)))))
}

impl HandleObject {
    /// `<TimerHandle when=1.0 f() at main.py:3>`
    pub(super) fn text(&self, cx: &mut Context<'_>, class: &str) -> String {
        if let Some(text) = &*self.last_text.borrow() {
            return text.clone();
        }
        let mut text = format!("<{class}");
        if self.cancelled.get() {
            text += " cancelled";
        }
        if let Some(when) = self.when {
            text += &format!(" when={}", float_repr::repr(when));
        }
        if let Some(callback) =
            self.callback.borrow().as_ref().filter(|callback| !callback.function.is_none())
        {
            text += &format!(" {}", of_callback(cx, callback, self.home));
            text += &debug::of_lines(&callback.created.lines()).unwrap_or_default();
        }
        text + ">"
    }
}

/// Where the program asked for it, in debug mode, as `traceback` has it.
fn source_traceback(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let callback = get::<HandleObject>(arguments.object())?.callback.borrow().clone();
    let lines = callback.map(|callback| callback.created.lines()).unwrap_or_default();
    debug::summary(cx.vm, &lines)
}

fn cancel(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let handle = get::<HandleObject>(arguments.object())?;
    let before = handle.cancelled.replace(true);
    if !before && cx.machine.is_debug(handle.home) {
        let text = handle.text(cx, &class_name(arguments.object()));
        *handle.last_text.borrow_mut() = Some(text);
    }
    let callback = handle.callback.borrow_mut().take();
    if let Some(handle) = &handle.handle {
        handle.cancel(cx.machine);
    }
    drop(callback);
    nothing()
}

fn cancelled(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(get::<HandleObject>(arguments.object())?.cancelled.get().into())
}

fn when(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let handle = get::<HandleObject>(arguments.object())?;
    let due = || handle.handle.as_ref().and_then(Handle::when).map_or(0.0, seconds);
    Ok(Outcome::Value(Value::float(handle.when.unwrap_or_else(due))))
}

fn get_loop(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = get::<HandleObject>(arguments.object())?.home;
    Ok(Outcome::Value(loop_object(cx.vm, home)))
}
