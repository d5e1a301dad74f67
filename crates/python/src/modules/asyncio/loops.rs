//! Event loops as objects: the native base of the Python part's loop classes.

use std::rc::Rc;

use interleave_core::{
    Awaitable, Block, Coroutine, EventLoop, Handle, Input, Output, RunUntilComplete, Step, nanoseconds,
    seconds,
};

use super::futures::{drive, of_value};
use super::slot::{self, get, make, set};
use super::trace::{self, CALL_SOON_CLOSED, CHECK_CLOSED};
use super::{class, debug, future_answer, handles, loop_object};
use crate::builtins::{Table, install, install_static};
use crate::object::identity::{self, Birth};
use crate::object::{Class, Exception};
use crate::value::{Value, intern};
use crate::vm::describe::{class_name, class_of, error_name};
use crate::vm::graves;
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome, nothing};
use crate::vm::program::{Callback, Routine};
use crate::vm::raise::{runtime_error, type_error};
use crate::vm::{Loop, Vm};

pub(super) const FUNCTIONS: &Table =
    &[("running_loop", running_loop), ("get_running_loop", get_running_loop)];

/// What an object of class `Loop` has inside.
struct LoopObject {
    home: EventLoop,
    birth: Birth,
}

pub(super) fn classes() -> Vec<Rc<Class>> {
    let class = class("Loop");
    install_static(&class, &[("__new__", make::<LoopObject>)]);
    install(
        &class,
        &[
            ("__init__", init),
            ("call_soon", call_soon),
            ("_call_soon", call_soon_unchecked),
            ("call_soon_threadsafe", call_soon_threadsafe),
            ("_call_soon_threadsafe", call_soon_threadsafe_unchecked),
            ("_call_on_arrival", call_on_arrival),
            ("_call_later", call_later),
            ("_call_at", call_at),
            ("time", time),
            ("stop", stop),
            ("is_running", is_running),
            ("is_closed", is_closed),
            ("_close", close),
            ("create_future", create_future),
            ("_set_current", set_current),
            ("run_forever", run_forever),
            ("_run_until_complete", run_until_complete),
        ],
    );
    vec![class]
}

/// The loop that an object stands for, if it does.
pub(super) fn find(object: &Value) -> Option<EventLoop> {
    slot::find::<LoopObject>(object).map(|state| state.home)
}

/// The loop that an argument stands for.
pub(super) fn home_of(object: &Value) -> Result<EventLoop, Exception> {
    find(object)
        .ok_or_else(|| type_error(format!("an event loop was expected, not '{}'", class_name(object))))
}

/// When the object of a loop was made.
pub(super) fn birth_of(object: &Value) -> Option<Birth> {
    slot::find::<LoopObject>(object).map(|state| state.birth)
}

/// Whether a loop makes tasks as asyncio's own do: it has no factory, and no method of the program's for it.
pub(super) fn is_plain(cx: &Context<'_>, home: EventLoop) -> bool {
    if cx.machine.is_debug(home) {
        return false;
    }
    let object = loop_object(cx.vm, home);
    let Value::Instance(instance) = &object else { return false };
    let factory = instance.get(&intern("_task_factory"));
    let is_library =
        |function: &Value| matches!(function, Value::Function(function) if function.code.source.is_library);
    factory.is_none_or(|factory| factory.is_none())
        && class_of(&object).lookup(&intern("create_task")).is_some_and(|function| is_library(&function))
}

fn this(arguments: &Arguments<'_>) -> Result<EventLoop, Exception> {
    get::<LoopObject>(arguments.object()).map(|state| state.home)
}

fn init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = cx.machine.new_loop();
    set(arguments.object(), LoopObject { home, birth: identity::birth() })?;
    cx.vm.state.asyncio.loops.push((home, arguments.object().clone()));
    nothing()
}

/// The running loop, or `None`.
fn running_loop(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    let home = cx.machine.running_loop();
    Ok(Outcome::Value(home.map_or(Value::None, |home| loop_object(cx.vm, home))))
}

fn get_running_loop(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let given @ 1.. = arguments.all().len() {
        return Err(type_error(format!("_asyncio.get_running_loop() takes no arguments ({given} given)")));
    }
    match cx.machine.running_loop() {
        Some(home) => Ok(Outcome::Value(loop_object(cx.vm, home))),
        None => Err(runtime_error("no running event loop")),
    }
}

/// A callback, its arguments, and the context that is named or else the current one.
fn callback(
    cx: &mut Context<'_>,
    home: EventLoop,
    function: &str,
    given: &[Value],
    arguments: Arguments<'_>,
) -> Result<(Routine, Rc<Callback>), Exception> {
    let [callback, rest @ ..] = given else {
        return Err(type_error(format!(
            "BaseEventLoop.{function}() missing 1 required positional argument: 'callback'"
        )));
    };
    let mut context = Value::None;
    for (name, value) in arguments.named() {
        if name != "context" {
            return Err(type_error(format!(
                "BaseEventLoop.{function}() got an unexpected keyword argument '{name}'"
            )));
        }
        context = value.clone();
    }
    let context = super::given_or_copy(cx.vm, &context)?;
    let routine = Routine::callback(home, callback.clone(), rest.to_vec(), context);
    match routine.call().cloned() {
        Some(callback) => Ok((routine, callback)),
        None => Err(type_error("a callback was expected")),
    }
}

/// The same call, as debug mode makes it: the Python part has a look at the arguments first.
fn checked(function: &Value, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Call(Box::new(Call {
        function: function.clone(),
        arguments: arguments.all().to_vec(),
        names: arguments.names().to_vec(),
    })))
}

/// The object of a handle that has just been made, in CPython by so many methods that call each other.
fn handle_answer(
    cx: &mut Context<'_>,
    handle: Handle<Vm>,
    home: EventLoop,
    callback: Rc<Callback>,
    when: Option<f64>,
    methods: usize,
) -> Answer {
    let object = handles::object(cx.vm, Some(handle), home, callback, when);
    if cx.machine.is_debug(home) { debug::handle_born(object, methods) } else { Ok(Outcome::Value(object)) }
}

fn call_soon(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if cx.machine.is_debug(this(&arguments)?) {
        return checked(&cx.vm.state.asyncio.python.checked_call_soon, arguments);
    }
    call_soon_unchecked(cx, arguments)
}

fn call_soon_unchecked(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    let given = arguments.positional().get(1..).unwrap_or(&[]);
    let (routine, callback) = callback(cx, home, "call_soon", given, arguments)?;
    let handle = cx
        .machine
        .call_soon(home, routine)
        .map_err(|error| trace::at(error, &[CHECK_CLOSED, CALL_SOON_CLOSED]))?;
    handle_answer(cx, handle, home, callback, None, 2)
}

fn call_soon_threadsafe(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if cx.machine.is_debug(this(&arguments)?) {
        return checked(&cx.vm.state.asyncio.python.checked_call_soon_threadsafe, arguments);
    }
    call_soon_threadsafe_unchecked(cx, arguments)
}

fn call_soon_threadsafe_unchecked(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    let given = arguments.positional().get(1..).unwrap_or(&[]);
    let (routine, callback) = callback(cx, home, "call_soon_threadsafe", given, arguments)?;
    let handle = cx
        .machine
        .call_soon_threadsafe(home, routine)
        .map_err(|error| trace::at(error, &[CHECK_CLOSED, trace::THREADSAFE_CLOSED]))?;
    handle_answer(cx, handle, home, callback, None, 2)
}

fn call_on_arrival(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    let given = arguments.positional().get(1..).unwrap_or(&[]);
    let (routine, _) = callback(cx, home, "_call_on_arrival", given, arguments)?;
    cx.machine.call_on_arrival(home, routine)?;
    nothing()
}

/// A time that is given as a number, and what follows it.
fn timed<'a>(
    arguments: &Arguments<'a>,
    refuse: impl FnOnce(&Value) -> Exception,
) -> Result<(f64, &'a [Value]), Exception> {
    match arguments.positional() {
        [_, time, rest @ ..] => slot::seconds(time).map(|time| (time, rest)).ok_or_else(|| refuse(time)),
        _ => Err(type_error("a time and a callback were expected")),
    }
}

fn call_later(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    let (delay, given) =
        timed(&arguments, |delay| trace::at(slot::no_sum(delay), &[trace::CALL_LATER_ADDS]))?;
    if let Some(delay) = arguments.all().get(1) {
        cx.note_delay(delay);
    }
    let (routine, callback) = callback(cx, home, "call_later", given, arguments)?;
    let handle = cx
        .machine
        .call_later(home, delay, routine)
        .map_err(|error| trace::at(error, &[CHECK_CLOSED, trace::CALL_AT_CLOSED, trace::CALL_LATER_AT]))?;
    let when = handle.when().filter(|ns| *ns != i64::MAX).map_or(f64::INFINITY, seconds);
    callback.when.set(Some(when));
    handle_answer(cx, handle, home, callback, Some(when), 3)
}

fn call_at(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    let (when, given) = timed(&arguments, |when| {
        let error = type_error(format!("must be real number, not {}", error_name(when)));
        trace::at(error, &[trace::CALL_AT_MAKES])
    })?;
    let (routine, callback) = callback(cx, home, "call_at", given, arguments)?;
    let handle = cx
        .machine
        .call_at(home, when, routine)
        .map_err(|error| trace::at(error, &[CHECK_CLOSED, trace::CALL_AT_CLOSED]))?;
    let when = nanoseconds(when).map_or(when, seconds);
    callback.when.set(Some(when));
    handle_answer(cx, handle, home, callback, Some(when), 2)
}

fn time(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("BaseEventLoop.time")?;
    Ok(Outcome::Value(Value::float(seconds(cx.machine.now().ns))))
}

fn stop(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    cx.machine.stop(home);
    nothing()
}

fn is_running(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(cx.machine.is_running(this(&arguments)?).into())
}

fn is_closed(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(cx.machine.is_closed(this(&arguments)?).into())
}

fn close(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    cx.vm.close_loop(cx.machine, home)?;
    nothing()
}

impl Vm {
    /// Closes a loop: what dies with what it was to run dies there.
    pub(crate) fn close_loop(&mut self, machine: &mut Loop, home: EventLoop) -> Result<(), Exception> {
        machine.close(home)?;
        self.state.asyncio.inside += 1;
        machine.bury(self);
        self.state.asyncio.inside -= 1;
        graves::died_at(|| trace::place(self, trace::READY_CLEARS));
        Ok(())
    }
}

/// `_set_current(truth)`: a thread has it as its own, which nothing ever takes from it.
fn set_current(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    let [truth] = arguments.exactly("_set_current")?;
    cx.machine.set_outlives(home, matches!(truth, Value::Bool(true)));
    nothing()
}

fn create_future(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("BaseEventLoop.create_future")?;
    let future = cx.machine.create_future(this(&arguments)?);
    let Outcome::Value(object) = future_answer(cx, &future)? else { return nothing() };
    if future.in_debug() { debug::born_in_create_future(object) } else { Ok(Outcome::Value(object)) }
}

fn run_forever(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("BaseEventLoop.run_forever")?;
    drive(&trace::RUNNING_FOREVER, Driving { home: this(&arguments)?, driven: false })
}

/// `run_forever`
struct Driving {
    home: EventLoop,
    driven: bool,
}

impl Coroutine<Vm> for Driving {
    fn resume(&mut self, _: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        match input {
            Input::Throw(exception) => Step::Raise(exception),
            _ if std::mem::replace(&mut self.driven, true) => Step::Return(Output::Nothing),
            _ => Step::Block(Block::Loop(self.home, None)),
        }
    }
}

/// `_run_until_complete(future)`
fn run_until_complete(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = this(&arguments)?;
    let [future] = arguments.exactly("run_until_complete")?;
    let Some(future) = of_value(future) else { return Err(type_error("a future was expected")) };
    drive(&trace::RUNNING_UNTIL, RunUntilComplete::new(home, Awaitable::Future(future.clone())))
}
