//! `_asyncio`: what asyncio's Python part (`library/asyncio`) stands on. Futures, tasks, loops,
//! locks and queues are `interleave-core`'s; here they become objects. Scheduling is not here.

pub(crate) mod deadlock;
pub(crate) mod debug;
mod eager;
mod futures;
mod generators;
pub(crate) mod glance;
mod handles;
pub(crate) mod keeping;
mod locks;
mod loops;
mod overriding;
mod queues;
mod removed;
pub(crate) mod reports;
pub(crate) mod repr;
mod slot;
mod tasks;
mod timeouts;
pub(crate) mod trace;
mod waiting;

use std::rc::Rc;

use interleave_core::{EventLoop, Future, Task};

use crate::builtins::{functions_into, native as native_function};
use crate::modules::contextvars::{self, Context as Variables};
use crate::modules::deque;
use crate::object::class::{Layout, Parts, linearize};
use crate::object::function::Home;
use crate::object::identity::Birth;
use crate::object::{Class, Dict, Exception, Instance, NativeFunction, Payload, Set};
use crate::types::{names, types};
use crate::value::{Value, intern};
use crate::vm::Vm;
use crate::vm::hashing;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::type_error;

pub(crate) use futures::{FutureObject, future_of, is_with_the_program, patience_ns, take_handed_out};
pub(crate) use generators::{async_generator_begins, async_generator_dropped};

/// What the module keeps during a run.
#[derive(Default)]
pub(crate) struct State {
    /// Code is running, perhaps code within code.
    pub(crate) inside: u32,
    /// The loops that have an object, in order of creation.
    loops: Vec<(EventLoop, Value)>,
    /// Asynchronous generators that have begun and not ended.
    generators: Vec<generators::Begun>,
    /// The classes of what is made here, and functions that are called from here.
    python: Python,
    unchanged: overriding::Seen,
}

macro_rules! python {
    ($($name:ident)*) => {
        /// What the Python part has registered.
        #[derive(Default)]
        struct Python { $($name: Value),* }

        impl Python {
            fn set(&mut self, name: &str, value: Value) {
                match name {
                    $(stringify!($name) => self.$name = value,)*
                    _ => {}
                }
            }
        }
    };
}

python! {
    future_class task_class gathering_class steps_class handle_class timer_handle_class
    await_it send_it stack_summary join_repr report create_task without_loop task_at_once took_long checked_call_soon checked_call_soon_threadsafe
    enter_by_methods leave_by_methods enter_barrier_by_methods wait_by_methods notify_by_methods notify_all_by_methods
    put_by_methods get_by_methods
}

/// Those who wait for something, as what asyncio's own code keeps them in. Who puts others in there changes nothing.
pub(super) fn line_of(vm: &Vm, waiting: &[Future<Vm>]) -> Answer {
    deque::made(waiting.iter().map(|future| value_of(vm, future)).collect(), None)
}

/// A set of futures.
pub(crate) fn set_of<'f>(vm: &Vm, futures: impl IntoIterator<Item = &'f Future<Vm>>) -> Value {
    let set = Set::empty(false);
    for future in futures {
        let value = value_of(vm, future);
        if let Ok(hash) = hashing::of(&value) {
            let _: Result<_, _> = set.add(hash, value);
        }
    }
    Value::Set(Rc::new(set))
}

/// The object that stands for a future.
pub(crate) fn value_of(vm: &Vm, future: &Future<Vm>) -> Value {
    if let Some(object) = future.face().object() {
        return Value::Instance(object);
    }
    let python = &vm.state.asyncio.python;
    let class = match future.class_name() {
        "Task" => &python.task_class,
        "_GatheringFuture" => &python.gathering_class,
        _ => &python.future_class,
    };
    let Value::Class(class) = class else { return Value::None };
    let payload = Payload::Future(FutureObject::of(future.clone()));
    let object = Rc::new(Instance::new(class.clone(), payload));
    future.face().set_object(&object);
    Value::Instance(object)
}

/// The same, when it is handed to code that resumes a coroutine itself, and passes it on.
pub(crate) fn hand_out(vm: &Vm, future: &Future<Vm>) -> Value {
    let value = value_of(vm, future);
    futures::mark_handed_out(&value);
    value
}

/// The object of a loop.
pub(crate) fn loop_object(vm: &Vm, home: EventLoop) -> Value {
    let known = vm.state.asyncio.loops.iter().find(|(other, _)| *other == home);
    known.map_or(Value::None, |(_, object)| object.clone())
}

/// The loops that have an object, and when that was made.
pub(crate) fn loops_by_birth(vm: &Vm) -> impl Iterator<Item = (Birth, EventLoop)> {
    vm.state.asyncio.loops.iter().filter_map(|(home, object)| Some((loops::birth_of(object)?, *home)))
}

/// The loop that an object stands for, if it does.
pub(crate) fn home_of(object: &Value) -> Option<EventLoop> {
    loops::find(object)
}

/// A native base class for one of the Python part's.
fn class(name: &str) -> Rc<Class> {
    subclass(name, &types().object)
}

fn subclass(name: &str, base: &Rc<Class>) -> Rc<Class> {
    let bases = vec![base.clone()];
    let namespace = Rc::new(Dict::default());
    namespace.set_name("__module__", Value::name("_asyncio"));
    Class::new(Parts {
        name: intern(name),
        qualname: intern(name),
        ancestors: linearize(&bases).unwrap_or_default(),
        bases,
        namespace,
        metaclass: None,
        layout: Layout::Native,
        has_dict: true,
        slots: Vec::new(),
        is_builtin: true,
    })
}

/// Puts everything into the module `_asyncio`.
pub(crate) fn fill(_: &mut Context<'_>, namespace: &Rc<Dict>) {
    let exceptions = [
        &types().cancelled_error,
        &types().invalid_state_error,
        &types().queue_empty,
        &types().queue_full,
        &types().queue_shut_down,
        &types().broken_barrier_error,
    ];
    for exception in exceptions {
        namespace.set_name(&exception.name(), Value::Class(exception.clone()));
    }
    for classes in [
        futures::classes,
        handles::classes,
        locks::classes,
        loops::classes,
        queues::classes,
        timeouts::classes,
        waiting::classes,
    ] {
        for class in classes() {
            namespace.set_name(&class.name(), Value::Class(class.clone()));
        }
    }
    for table in [
        FUNCTIONS,
        debug::FUNCTIONS,
        eager::FUNCTIONS,
        tasks::FUNCTIONS,
        loops::FUNCTIONS,
        waiting::FUNCTIONS,
        generators::FUNCTIONS,
        repr::FUNCTIONS,
    ] {
        functions_into(namespace, "_asyncio", table);
    }
}

const FUNCTIONS: &crate::builtins::Table =
    &[("register", register), ("removed_is_error", removed_is_error), ("shown_as", shown_as)];

/// `register(**things)`: classes and functions of the Python part's that are needed here.
fn register(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    for (name, value) in arguments.named() {
        cx.vm.state.asyncio.python.set(name, value.clone());
    }
    nothing()
}

/// `shown_as(native, function)`: the native function, which looks to the program like this one.
fn shown_as(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Native(native), Value::Function(face)] = arguments.bind("shown_as", ["", ""], 2, 0)? else {
        return Err(type_error("shown_as() takes a native function and one in Python"));
    };
    let home = match face.globals.get_str(&names().name) {
        Some(Value::Str(name)) => Home::Module(name),
        _ => Home::Nowhere,
    };
    let name = face.name.borrow();
    let shown = native_function(&name, home, native.call, native.is_method);
    let shown = NativeFunction { face: Some(face.clone()), ..shown };
    Ok(Outcome::Value(Value::Native(Rc::new(shown))))
}

/// What Python has removed is to fail as it does today.
fn removed_is_error(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(cx.vm.settings().removed_fails.into())
}

/// A task that is one.
fn task_of(future: &Future<Vm>) -> Result<Task<Vm>, Exception> {
    Task::of(future).ok_or_else(|| type_error("a task was expected"))
}

/// An answer that is a future.
fn future_answer(cx: &mut Context<'_>, future: &Future<Vm>) -> Answer {
    Ok(Outcome::Value(value_of(cx.vm, future)))
}

/// The context that is named, or else a copy of the current one.
fn given_or_copy(vm: &Vm, context: &Value) -> Result<Variables, Exception> {
    match context {
        Value::None | Value::Unset => Ok(vm.state.context.copy()),
        context => contextvars::context_of(context).ok_or_else(|| type_error("a Context was expected")),
    }
}
