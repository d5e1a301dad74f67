//! `Future`: the object that stands for a future of the loop's, and its methods. Tasks, which
//! are futures too, add theirs in `tasks`.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use interleave_core::{Dead, Future, Input, Listener, Step};

use super::slot;
use super::trace::{self, Shown};
use super::{class, loop_object};
use crate::builtins::{install, install_attributes, install_getters, install_static};
use crate::object::exception::LibraryLine;
use crate::object::{Class, Exception, Instance, Payload};
use crate::types::types;
use crate::value::{Value, intern};
use crate::vm::describe::class_name;
use crate::vm::equality::same_key;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::program::{Routine, RoutineCode};
use crate::vm::raise::{attribute_error, runtime_error, stop_iteration, type_error, value_error};
use crate::vm::{Loop, Vm};

/// What an object of class `Future` has inside.
#[derive(Default)]
pub(crate) struct FutureObject {
    /// Nothing until `__init__` has run.
    core: OnceCell<Future<Vm>>,
    /// Code that resumes coroutines itself was given it, and will yield it on.
    handed_out: Cell<bool>,
}

impl FutureObject {
    pub(crate) fn of(future: Future<Vm>) -> Self {
        Self { core: OnceCell::from(future), handed_out: Cell::new(false) }
    }

    /// Whom the event loop is to bury now.
    pub(crate) fn let_go(self) -> Dead {
        self.core.into_inner().map_or(Dead::Nobody, Future::let_go)
    }
}

/// The future that an object stands for.
pub(crate) fn future_of(instance: &Rc<Instance>) -> Option<&Future<Vm>> {
    instance.future()?.core.get()
}

fn object_of(value: &Value) -> Option<&FutureObject> {
    match value {
        Value::Instance(instance) => instance.future(),
        _ => None,
    }
}

/// The same, of any value.
pub(super) fn of_value(value: &Value) -> Option<&Future<Vm>> {
    match value {
        Value::Instance(instance) => future_of(instance),
        _ => None,
    }
}

pub(super) fn mark_handed_out(value: &Value) {
    if let Some(object) = object_of(value) {
        object.handed_out.set(true);
    }
}

/// Code that resumes coroutines itself was given it, and has not yielded it on.
pub(crate) fn is_with_the_program(instance: &Rc<Instance>) -> bool {
    instance.future().is_some_and(|object| object.handed_out.get())
}

/// The future that a coroutine yields, if it was given it to pass on.
pub(crate) fn take_handed_out(value: &Value) -> Option<Future<Vm>> {
    let object = object_of(value)?;
    if object.handed_out.take() { object.core.get().cloned() } else { None }
}

/// The future of a method's object.
pub(super) fn this<'a>(arguments: &Arguments<'a>) -> Result<&'a Future<Vm>, Exception> {
    match arguments.object() {
        Value::Instance(instance) if let Some(object) = instance.future() => {
            object.core.get().ok_or_else(|| runtime_error("Future object is not initialized."))
        }
        _ => Err(type_error("a future was expected")),
    }
}

/// The same, of a method that says how far the future is.
fn asked<'a>(arguments: &Arguments<'a>) -> Result<&'a Future<Vm>, Exception> {
    this(arguments).map_err(|error| match object_of(arguments.object()) {
        Some(_) => invalid_state("Future object is not initialized."),
        None => error,
    })
}

fn invalid_state(words: &str) -> Exception {
    Exception::new(&types().invalid_state_error, vec![Value::name(words)])
}

/// What is so of the future, if `__init__` has run.
fn is_begun(arguments: &Arguments<'_>, is_so: impl FnOnce(&Future<Vm>) -> bool) -> bool {
    of_value(arguments.object()).is_some_and(is_so)
}

/// Gives an object that was made by `__new__` its future.
pub(super) fn adopt(object: &Value, future: &Future<Vm>) {
    if let Value::Instance(instance) = object
        && let Some(state) = instance.future()
        && state.core.set(future.clone()).is_ok()
    {
        future.face().set_object(instance);
    }
}

pub(super) fn classes() -> Vec<Rc<Class>> {
    let class = class("Future");
    install_static(&class, &[("__new__", new)]);
    install(
        &class,
        &[
            ("__init__", init),
            ("__await__", steps),
            ("__iter__", steps),
            ("result", result),
            ("exception", exception),
            ("done", done),
            ("cancelled", cancelled),
            ("cancel", cancel),
            ("set_result", set_result),
            ("_set_exception", set_exception),
            ("add_done_callback", add_done_callback),
            ("remove_done_callback", remove_done_callback),
            ("get_loop", get_loop),
        ],
    );
    install_getters(
        &class,
        &[
            ("_loop", get_loop),
            ("_state", state),
            ("_exception", raised),
            ("_source_traceback", source_traceback),
            ("_callbacks", callbacks),
        ],
    );
    install_attributes(
        &class,
        &[
            ("_asyncio_future_blocking", is_handed_out, set_handed_out),
            ("_log_destroy_pending", always, destroy_silently),
            ("_log_traceback", is_unseen, mark_retrieved),
            ("_cancel_message", cancel_message, set_cancel_message),
        ],
    );
    let steps = super::class("FutureIter");
    install(
        &steps,
        &[
            ("__await__", itself),
            ("__iter__", itself),
            ("__next__", next),
            ("send", send),
            ("throw", throw),
            ("close", close),
        ],
    );
    let task = super::tasks::class(&class);
    vec![class, task, steps]
}

/// What `__await__()` gives to code that awaits by hand.
fn steps(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let future = this(&arguments)?.clone();
    let Value::Class(class) = &cx.vm.state.asyncio.python.steps_class else {
        return Ok(Outcome::Value(arguments.object().clone()));
    };
    let payload = Payload::Future(FutureObject::of(future));
    Ok(Outcome::Value(Value::Instance(Rc::new(Instance::new(class.clone(), payload)))))
}

fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Value::Class(class) = arguments.object() else { return Err(type_error("a class was expected")) };
    let payload = Payload::Future(FutureObject::default());
    Ok(Outcome::Value(Value::Instance(Rc::new(Instance::new(class.clone(), payload)))))
}

fn init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [home] = arguments.exactly("Future")?;
    let home = super::loops::home_of(home).map_err(|_| {
        let message = format!("'{}' object has no attribute 'get_debug'", class_name(home));
        attribute_error(home, &intern("get_debug"), message)
    })?;
    let future = cx.machine.create_future(home);
    adopt(arguments.object(), &future);
    if future.in_debug() { super::debug::born(arguments.object().clone(), Value::None) } else { nothing() }
}

fn itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(arguments.object().clone()))
}

/// A step by hand: the future itself while it is pending, then its result.
fn next(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let future = this(&arguments)?;
    if future.is_done() {
        return Err(stop_iteration(future.result()?));
    }
    if let Some(steps) = object_of(arguments.object())
        && steps.handed_out.replace(true)
    {
        return Err(runtime_error("await wasn't used with future"));
    }
    let object = super::hand_out(cx.vm, future);
    Ok(Outcome::Value(object))
}

fn send(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [_] = arguments.exactly("send")?;
    next(cx, arguments)
}

fn throw(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("throw", 1, 3)?;
    if given.len() > 1 {
        return cx.prelude("throw_in_parts", arguments.all().to_vec());
    }
    let exception = given.iter().rev().find_map(Exception::of);
    match (exception, given.first()) {
        (Some(exception), _) => Err(exception),
        (None, Some(Value::Class(class))) if class.inherits(&types().base_exception) => {
            Err(crate::vm::raise::bare(class))
        }
        _ => {
            Err(type_error("exceptions must be classes deriving BaseException or instances of such a class"))
        }
    }
}

fn close(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn result(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Future.result")?;
    Ok(Outcome::Value(asked(&arguments)?.result()?))
}

fn exception(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if !arguments.rest().all().is_empty() {
        return Err(type_error("exception() takes no arguments"));
    }
    let exception = asked(&arguments)?.exception()?;
    Ok(Outcome::Value(exception.map_or(Value::None, |exception| exception.value())))
}

fn done(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Future.done")?;
    Ok(is_begun(&arguments, Future::is_done).into())
}

fn cancelled(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Future.cancelled")?;
    Ok(is_begun(&arguments, Future::is_cancelled).into())
}

fn cancel(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [message] = arguments.rest().bind("cancel", ["msg"], 0, 0)?;
    let message = (!message.is_unset() && !message.is_none()).then_some(message);
    let future = this(&arguments)?;
    Ok(cx.machine.heed_closed_loops(|machine| future.cancel(machine, message))?.into())
}

fn set_result(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.rest().bind("set_result", [""], 1, 0)?;
    let future = this(&arguments)?;
    cx.machine.heed_closed_loops(|machine| future.set_result(machine, value))??;
    nothing()
}

fn set_exception(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [exception] = arguments.exactly("set_exception")?;
    let future = this(&arguments)?;
    if future.is_done() {
        return Err(invalid_state("invalid state"));
    }
    let Some(exception) = Exception::of(exception) else {
        return Err(type_error("invalid exception object"));
    };
    cx.machine.heed_closed_loops(|machine| future.set_exception(machine, exception))??;
    nothing()
}

fn add_done_callback(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function, context] = arguments.rest().bind("add_done_callback", ["", "context"], 1, 1)?;
    let future = this(&arguments)?;
    let context = super::given_or_copy(cx.vm, &context)?;
    let routine = Routine::callback(future.home(), function, Vec::new(), context);
    future.add_done_callback(cx.machine, routine);
    nothing()
}

fn remove_done_callback(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function] = &arguments.rest().bind("remove_done_callback", [""], 1, 0)?;
    let is_it = |routine: &Routine| matches!(&routine.code, RoutineCode::Call(callback) if same_callable(&callback.function, function));
    Ok(Outcome::Value(Value::index(this(&arguments)?.remove_done_callback(is_it))))
}

/// Two methods of one object are the same callable.
fn same_callable(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Method(left), Value::Method(right)) => {
            left.object.is(&right.object) && left.function.is(&right.function)
        }
        _ => left.is(right) || same_key(left, right).unwrap_or(false),
    }
}

fn get_loop(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if !arguments.rest().all().is_empty() {
        return Err(type_error("get_loop() takes no arguments"));
    }
    let home = this(&arguments)?.home();
    Ok(Outcome::Value(loop_object(cx.vm, home)))
}

fn state(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(super::repr::state(this(&arguments)?).to_ascii_uppercase().into())
}

fn raised(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = this(&arguments)?.peek_exception();
    Ok(Outcome::Value(exception.map_or(Value::None, |exception| exception.value())))
}

fn cancel_message(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(this(&arguments)?.cancel_message().unwrap_or(Value::None)))
}

/// The callables that it will call, each with `None` for its context; `None` if there are none.
fn callbacks(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut all = Vec::new();
    this(&arguments)?.each_listener(|listener| {
        if let Listener::Routine(routine) = listener
            && let RoutineCode::Call(callback) = &routine.code
        {
            all.push(Value::tuple(vec![callback.function.clone(), Value::None]));
        }
    });
    Ok(Outcome::Value(if all.is_empty() { Value::None } else { Value::list(all) }))
}

/// Where it was made, in debug mode, as `traceback` has it.
fn source_traceback(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::debug::summary(cx.vm, &this(&arguments)?.face().created.lines())
}

fn always(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(true.into())
}

fn destroy_silently(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    given(&arguments)?;
    if let Some(task) = interleave_core::Task::of(this(&arguments)?) {
        task.destroy_silently();
    }
    nothing()
}

fn is_unseen(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(this(&arguments)?.is_unseen().into())
}

/// What an attribute is set to.
fn given<'a>(arguments: &Arguments<'a>) -> Result<&'a Value, Exception> {
    let cannot = || Exception::new(&types().attribute_error, vec![Value::name("cannot delete attribute")]);
    arguments.all().get(1).ok_or_else(cannot)
}

fn mark_retrieved(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if crate::vm::operators::truth(given(&arguments)?).unwrap_or(true) {
        return Err(value_error("_log_traceback can only be set to False"));
    }
    this(&arguments)?.mark_retrieved();
    nothing()
}

fn set_cancel_message(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let words = given(&arguments)?.clone();
    this(&arguments)?.set_cancel_message((!words.is_none()).then_some(words));
    nothing()
}

fn is_handed_out(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let object = object_of(arguments.object());
    Ok(object.is_some_and(|object| object.handed_out.get()).into())
}

fn set_handed_out(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let (Some(object), Value::Bool(truth)) = (object_of(arguments.object()), given(&arguments)?) {
        object.handed_out.set(*truth);
    }
    nothing()
}

/// A coroutine of the library's, as an object that can be awaited.
pub(super) fn coroutine(
    cx: &mut Context<'_>,
    known: &'static trace::Known,
    coroutine: impl interleave_core::Coroutine<Vm> + 'static,
) -> Answer {
    shown(cx, Shown::new(known, coroutine))
}

/// One that fails when it is awaited, at these lines, and has what it was given in a variable.
pub(super) fn failing(
    cx: &mut Context<'_>,
    known: &'static trace::Known,
    error: Exception,
    lines: &'static [&'static LibraryLine],
    given: Value,
) -> Answer {
    coroutine(cx, known, Failing { error, lines, given })
}

struct Failing {
    error: Exception,
    lines: &'static [&'static LibraryLine],
    given: Value,
}

impl interleave_core::Coroutine<Vm> for Failing {
    fn resume(&mut self, _: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        if let Input::Throw(exception) = input {
            return Step::Raise(exception);
        }
        trace::passes(&self.error, self.lines);
        self.error.keeps_value(self.given.clone());
        Step::Raise(self.error.clone())
    }
}

/// The same, of one that is ready to show.
pub(super) fn shown(
    cx: &mut Context<'_>,
    shown: Shown<impl interleave_core::Coroutine<Vm> + 'static>,
) -> Answer {
    if cx.machine.running_loop().is_some_and(|home| cx.machine.is_debug(home)) {
        let object = cx.vm.native_coroutine(Some(shown.known), Box::new(shown));
        return super::debug::born(object.clone(), object);
    }
    Ok(Outcome::Coroutine(shown.known, Box::new(shown)))
}

/// A coroutine of the library's, run at once by whoever calls.
pub(super) fn drive(
    known: &'static trace::Known,
    coroutine: impl interleave_core::Coroutine<Vm> + 'static,
) -> Answer {
    Ok(Outcome::Drive(Box::new(Shown::new(known, coroutine))))
}

/// Seconds that a caller gives, in nanoseconds.
pub(crate) fn patience_ns(value: &Value) -> Result<Option<i64>, Exception> {
    slot::patience_ns(value)
}
