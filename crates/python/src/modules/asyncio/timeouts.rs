//! `Timeout` and `TaskGroup`: the native bases of what `async with` enters.

use std::rc::Rc;

use interleave_core::{Task, TaskGroup, Timeout};

use super::futures::{of_value, shown};
use super::slot::{get, make, no_order, no_sum, patience_or, set};
use super::trace::{self, Shown};
use super::{class, future_answer, loop_object, loops, tasks};
use crate::builtins::{install, install_getters, install_static};
use crate::object::{Class, Exception};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{runtime_error, type_error};

pub(super) fn classes() -> Vec<Rc<Class>> {
    let timeout = class("Timeout");
    install_static(&timeout, &[("__new__", make::<Timeout<Vm>>)]);
    install(
        &timeout,
        &[
            ("_after", after),
            ("_at", at),
            ("_enter", enter),
            ("_exit", exit),
            ("when", when),
            ("_reschedule", reschedule),
            ("expired", expired),
            ("_stands", state),
        ],
    );
    let group = class("TaskGroup");
    install_static(&group, &[("__new__", make::<TaskGroup<Vm>>)]);
    install(
        &group,
        &[
            ("__init__", group_init),
            ("_enter", group_enter),
            ("__aexit__", group_exit),
            ("_create_task", group_create_task),
            ("_add", group_add),
            ("_refusal", group_refusal),
            ("__repr__", group_repr),
        ],
    );
    install_getters(&group, &[("_loop", group_loop), ("_tasks", group_tasks)]);
    vec![timeout, group]
}

fn timeout<'a>(arguments: &Arguments<'a>) -> Result<&'a Timeout<Vm>, Exception> {
    get(arguments.object())
}

fn after(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [delay] = arguments.exactly("timeout")?;
    if cx.machine.running_loop().is_none() {
        return Err(trace::at(runtime_error("no running event loop"), &[trace::NO_LOOP_TIMEOUT]));
    }
    cx.note_delay(delay);
    let delay = patience_or(delay, |delay| trace::at(no_sum(delay), &[trace::TIMEOUT_ADDS]))?;
    set(arguments.object(), Timeout::after(cx.machine, delay))?;
    nothing()
}

fn at(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [when] = arguments.exactly("timeout_at")?;
    let lines = &[trace::TIMEOUT_COMPARES, trace::TIMEOUT_ENTER];
    let when = patience_or(when, |when| trace::at(no_order(when, "float"), lines))?;
    set(arguments.object(), Timeout::at(cx.machine, when))?;
    nothing()
}

fn enter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    timeout(&arguments)?.enter(cx.machine)?;
    nothing()
}

/// Whether a `TimeoutError` goes on in place of the exception.
fn exit(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [exception] = arguments.exactly("__aexit__")?;
    let exception = Exception::of(exception);
    Ok(timeout(&arguments)?.exit(cx.machine, exception.as_ref()).is_err().into())
}

fn when(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(timeout(&arguments)?.when().map_or(Value::None, Value::float)))
}

fn reschedule(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [when] = arguments.exactly("reschedule")?;
    let when = patience_or(when, |when| trace::at(no_order(when, "float"), &[trace::TIMEOUT_COMPARES]))?;
    timeout(&arguments)?.reschedule(cx.machine, when)?;
    nothing()
}

fn expired(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(timeout(&arguments)?.has_expired().into())
}

fn state(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(timeout(&arguments)?.state().to_string().into())
}

fn group_tasks(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let tasks = group(&arguments)?.tasks();
    Ok(Outcome::Value(super::set_of(cx.vm, tasks.iter().map(Task::future))))
}

fn group<'a>(arguments: &Arguments<'a>) -> Result<&'a TaskGroup<Vm>, Exception> {
    get(arguments.object())
}

fn group_init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("TaskGroup.__init__")?;
    set(arguments.object(), TaskGroup::new(cx.machine))?;
    nothing()
}

fn group_enter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    group(&arguments)?.enter(cx.machine)?;
    nothing()
}

fn group_exit(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [_, exception, traceback] = arguments.exactly("__aexit__")?;
    let exit = group(&arguments)?.exit(Exception::of(exception));
    shown(cx, Shown::new(&trace::GROUP_LEAVING, exit).left_with(traceback.clone()))
}

/// `_create_task(coro, name, context)`; `None` if the loop makes tasks in its own way, or there is something wrong.
fn group_create_task(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [coroutine, name, context] = arguments.exactly("create_task")?;
    let group = group(&arguments)?;
    let Ok(home) = group.takes_from() else { return nothing() };
    if !loops::is_plain(cx, home) || cx.machine.is_closed(home) {
        return nothing();
    }
    let context = super::given_or_copy(cx.vm, context)?;
    let name = if let Value::Str(name) = name { Some(name.as_str()) } else { None };
    let Some(task) = tasks::start(cx.vm, cx.machine, home, coroutine, name, context) else {
        return nothing();
    };
    group.add(cx.machine, cx.vm, &task);
    future_answer(cx, task.future())
}

/// Why it takes no tasks, if it takes none.
fn group_refusal(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    group(&arguments)?.takes_from().map_or_else(|why| Ok(why.into()), |_| nothing())
}

/// The loop in which it was entered.
fn group_loop(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let home = group(&arguments)?.home();
    Ok(Outcome::Value(home.map_or(Value::None, |home| loop_object(cx.vm, home))))
}

/// `_add(task)`
fn group_add(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [task] = arguments.exactly("_add")?;
    let Some(task) = of_value(task).and_then(Task::of) else { return Err(type_error("a task was expected")) };
    group(&arguments)?.add(cx.machine, cx.vm, &task);
    nothing()
}

fn group_repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(group(&arguments)?.to_string().into())
}
