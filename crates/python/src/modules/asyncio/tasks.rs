//! `Task`, and the functions that make tasks and list them.

use std::rc::Rc;

use interleave_core::{EventLoop, Task};

use super::futures::{adopt, of_value, this};
use super::trace;
use super::{debug, future_answer, loop_object, loops, subclass, task_of, value_of};
use crate::builtins::async_generator::step_of;
use crate::builtins::{Table, install, install_getters};
use crate::code::{CodeKind, Instruction};
use crate::modules::contextvars::{self, Context as Variables};
use crate::object::generator::State;
use crate::object::{Class, Exception, Generator, Set};
use crate::value::{Value, intern};
use crate::vm::describe::class_of;
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome, nothing};
use crate::vm::program::Routine;
use crate::vm::raise::{runtime_error, type_error};
use crate::vm::{Loop, Vm, hashing};

pub(super) const FUNCTIONS: &Table = &[
    ("all_tasks", all_tasks),
    ("create_task", create_task),
    ("current_task", current_task),
    ("is_future", is_future),
    ("wakes_by_await", can_run),
    ("is_marked_generator", is_marked_generator),
];

pub(super) fn class(future: &Rc<Class>) -> Rc<Class> {
    let class = subclass("Task", future);
    install(
        &class,
        &[
            ("__init__", init),
            ("get_coro", get_coro),
            ("get_name", get_name),
            ("_set_name", set_name),
            ("get_context", get_context),
            ("cancelling", cancelling),
            ("uncancel", uncancel),
        ],
    );
    install_getters(&class, &[("_coro", get_coro), ("_fut_waiter", awaited), ("_must_cancel", must_cancel)]);
    class
}

/// Code that runs a coroutine, of whatever kind it is; nothing if it is none.
pub(super) fn routine_of(vm: &mut Vm, coroutine: &Value, context: Variables) -> Option<Routine> {
    match coroutine {
        Value::Generator(generator) if generator.kind != CodeKind::AsyncGenerator => {
            Some(Routine::coroutine(generator.clone(), context))
        }
        Value::Instance(_) => {
            if !is_coroutine_object(coroutine) {
                return None;
            }
            Some(Routine::coroutine(awaiting(vm, coroutine)?, context))
        }
        _ => None,
    }
}

/// It is no coroutine of the machine's, and has what makes one.
fn is_coroutine_object(value: &Value) -> bool {
    let Value::Instance(instance) = value else { return false };
    let class = class_of(value);
    let has = |name: &&str| class.lookup(&intern(name)).is_some();
    step_of(instance).is_some()
        || (of_value(value).is_none() && ["send", "throw", "close", "__await__"].iter().all(has))
}

/// It is a step of an asynchronous generator.
fn is_step(value: &Value) -> bool {
    matches!(value, Value::Instance(instance) if step_of(instance).is_some())
}

/// A coroutine that awaits something that is none, or resumes a coroutine of the program's own making.
pub(super) fn awaiting(vm: &mut Vm, awaitable: &Value) -> Option<Rc<Generator>> {
    let python = &vm.state.asyncio.python;
    let is_coroutine = is_coroutine_object(awaitable);
    let by = if is_coroutine && !is_step(awaitable) { &python.send_it } else { &python.await_it };
    let Value::Function(function) = by.clone() else { return None };
    let values = [awaitable.clone()];
    let mut frame = vm.frame_for(&function, None, Arguments::new(&values, &[])).ok()?;
    // A step of a generator is what runs, from the beginning: what is thrown in before reaches it.
    if is_step(awaitable) {
        for (place, instruction) in (0..).zip(&function.code.body().instructions) {
            if let Instruction::Delegate { iterator, .. } = instruction {
                frame.registers[usize::from(*iterator)] = awaitable.clone();
                frame.next = place;
            }
        }
    }
    let Value::Generator(generator) = vm.suspended(frame) else { return None };
    if is_step(awaitable) {
        generator.state.set(State::Suspended);
    }
    Some(generator)
}

/// A coroutine of one of the library's own functions, which nobody need await.
pub(super) fn coroutine_of(vm: &mut Vm, function: &Value, argument: Value) -> Option<Rc<Generator>> {
    let Value::Function(function) = function else { return None };
    let frame = vm.frame_for(function, None, Arguments::new(&[argument], &[])).ok()?;
    let Value::Generator(generator) = vm.suspended(frame) else { return None };
    generator.quiet.set(true);
    Some(generator)
}

/// Makes a task of a coroutine; nothing if it is none.
pub(super) fn start(
    vm: &mut Vm,
    machine: &mut Loop,
    home: EventLoop,
    coroutine: &Value,
    name: Option<&str>,
    context: Variables,
) -> Option<Task<Vm>> {
    let routine = routine_of(vm, coroutine, context)?;
    let context = routine.context.clone();
    let task = Task::new(machine, home, routine, name);
    task.future().face().set_coroutine(coroutine.clone());
    task.future().face().set_context(context);
    Some(task)
}

/// `create_task(coro, *, name=None, context=None)`
fn create_task(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [coroutine, name, context] = arguments.fit("create_task", ["coro", "name", "context"], 1, 2)?;
    let Some(home) = cx.machine.running_loop() else {
        let error = trace::at(runtime_error("no running event loop"), &[trace::NO_LOOP_TASK]);
        if let Some(line) = error.state().traceback.borrow().as_ref() {
            *line.remains.locals.borrow_mut() = vec![coroutine];
        }
        return Err(error);
    };
    let simple = matches!(&coroutine, Value::Generator(generator) if generator.kind == CodeKind::Coroutine)
        && matches!(name, Value::Unset | Value::None | Value::Str(_));
    if simple && loops::is_plain(cx, home) {
        let context = super::given_or_copy(cx.vm, &context)?;
        let name = if let Value::Str(name) = &name { Some(name.as_str()) } else { None };
        if let Some(task) = start(cx.vm, cx.machine, home, &coroutine, name, context) {
            return future_answer(cx, task.future());
        }
    }
    let function = cx.vm.state.asyncio.python.create_task.clone();
    let arguments = vec![loop_object(cx.vm, home), coroutine, name.or(Value::None), context.or(Value::None)];
    Ok(Outcome::Call(Box::new(Call { function, arguments, names: Vec::new() })))
}

/// `Task.__init__(coro, loop, name, context)`: the Python part has looked at the arguments.
fn init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [coroutine, home, name, context] = arguments.exactly("Task")?;
    let home = loops::home_of(home)?;
    let context = super::given_or_copy(cx.vm, context)?;
    let name = if let Value::Str(name) = name { Some(name.as_str()) } else { None };
    match start(cx.vm, cx.machine, home, coroutine, name, context) {
        Some(task) => adopt(arguments.object(), task.future()),
        None => return Err(type_error("a coroutine was expected")),
    }
    if cx.machine.is_debug(home) { debug::born(arguments.object().clone(), Value::None) } else { nothing() }
}

fn get_coro(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Task.get_coro")?;
    Ok(Outcome::Value(this(&arguments)?.face().coroutine()))
}

fn get_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Task.get_name")?;
    Ok(task_of(this(&arguments)?)?.name().into())
}

fn set_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Str(name)] = arguments.exactly("set_name")? else { return nothing() };
    task_of(this(&arguments)?)?.set_name(name.as_str());
    nothing()
}

fn get_context(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Task.get_context")?;
    let context = this(&arguments)?.face().context().unwrap_or_else(|| cx.vm.state.context.clone());
    Ok(Outcome::Value(contextvars::object_of(cx.vm, &context)))
}

fn cancelling(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Task.cancelling")?;
    Ok(Outcome::Value(Value::int(i64::from(task_of(this(&arguments)?)?.cancelling()))))
}

fn uncancel(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("Task.uncancel")?;
    let left = task_of(this(&arguments)?)?.uncancel(cx.machine);
    Ok(Outcome::Value(Value::int(i64::from(left))))
}

fn awaited(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match task_of(this(&arguments)?)?.awaited() {
        Some(future) => future_answer(cx, &future),
        None => nothing(),
    }
}

fn must_cancel(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(task_of(this(&arguments)?)?.must_cancel().into())
}

/// The loop that is meant, or else the running one.
fn home_or_running(cx: &Context<'_>, home: &Value) -> Result<EventLoop, Exception> {
    if home.is_unset() || home.is_none() {
        return cx.machine.running_loop().ok_or_else(|| runtime_error("no running event loop"));
    }
    loops::home_of(home)
}

fn current_task(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [home] = arguments.bind("current_task", ["loop"], 0, 0)?;
    let home = home_or_running(cx, &home)?;
    match cx.machine.current_task(home) {
        Some(task) => future_answer(cx, task.future()),
        None => nothing(),
    }
}

fn all_tasks(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [home] = arguments.fit("all_tasks", ["loop"], 0, 0)?;
    let home = home_or_running(cx, &home).map_err(|error| trace::at(error, &[trace::NO_LOOP_TASKS]))?;
    let set = Set::empty(false);
    for task in cx.machine.all_tasks(home) {
        let value = value_of(cx.vm, task.future());
        if let Ok(hash) = hashing::of(&value) {
            let _ = set.add(hash, value);
        }
    }
    Ok(Outcome::Value(Value::Set(Rc::new(set))))
}

fn is_future(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.fit("isfuture", ["obj"], 1, 0)?;
    Ok(of_value(&value).is_some().into())
}

/// Whether it is a generator that may be awaited, as `types.coroutine` makes them.
fn is_marked_generator(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(match arguments.object() {
        Value::Generator(generator) => generator.kind == CodeKind::Generator && generator.quiet.get(),
        _ => false,
    }
    .into())
}

/// Whether a value is a coroutine, in the sense of `asyncio.iscoroutine`.
fn can_run(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.fit("iscoroutine", ["obj"], 1, 0)?;
    Ok(match &value {
        Value::Generator(generator) => generator.kind == CodeKind::Coroutine,
        Value::Instance(_) => is_coroutine_object(&value),
        _ => false,
    }
    .into())
}
