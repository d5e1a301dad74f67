//! The part of `_interleave` that threads are made of: signals, threads, pools of workers, and the
//! futures of their jobs. What is built on them in Python is in `library/threading.py` and
//! `library/concurrent`; who runs when is `interleave-core`'s to say.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use interleave_core::{Block, ConcurrentFuture, Pool, Signal};
use interleave_trace::ThreadId;

use crate::builtins::{Table, functions_into, install, install_getters, install_static};
use crate::modules::asyncio::patience_ns;
use crate::modules::asyncio::repr::job_name;
use crate::object::class::{Layout, Parts};
use crate::object::{Class, Dict, Exception, Instance, Payload};
use crate::types::types;
use crate::value::{Value, intern};
use crate::vm::Vm;
use crate::vm::equality::small_int;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::program::Routine;
use crate::vm::raise::type_error;

/// What `get_ident()` says in the main thread; other threads count on from here.
const MAIN_IDENT: i64 = 0x7f00_0000_1000;

/// How far the idents of threads are apart.
const STRIDE: i64 = 0x1000;

const FUNCTIONS: &Table = &[
    ("get_ident", get_ident),
    ("give_way", give_way),
    ("live_threads", live_threads),
    ("start_thread", start_thread),
    ("thread_fails", thread_fails),
    ("thread_name", thread_name),
];

/// A pool, and the jobs that it may still have to begin.
struct PoolObject {
    pool: Pool<Vm>,
    waiting: RefCell<Vec<Weak<Instance>>>,
}

/// Puts the functions and classes into `_interleave`.
pub(crate) fn fill(namespace: &Dict) {
    functions_into(namespace, "_interleave", FUNCTIONS);
    namespace.set_name("MAIN_IDENT", Value::int(MAIN_IDENT));
    let signal = class("Signal");
    install_static(&signal, &[("__new__", new_signal)]);
    install(
        &signal,
        &[("is_set", signal_is_set), ("set", signal_set), ("clear", signal_clear), ("wait", signal_wait)],
    );
    let future = class("ConcurrentFuture");
    install_static(&future, &[("__new__", new_future)]);
    install(&future, &[("_begin", begin), ("_cancel", cancel), ("_finish", finish), ("_outcome", outcome)]);
    install_getters(&future, &[("_state", state), ("_signal", done)]);
    namespace.set_name("Error", Value::Class(types().concurrent_error.clone()));
    namespace.set_name("CancelledError", Value::Class(types().job_cancelled_error.clone()));
    let pool = class("Pool");
    install_static(&pool, &[("__new__", new_pool)]);
    install(
        &pool,
        &[
            ("submit", submit),
            ("shut_down", shut_down),
            ("cancel_jobs", cancel_jobs),
            ("next_to_end", next_to_end),
        ],
    );
    for class in [signal, future, pool] {
        namespace.set_name(&class.name(), Value::Class(class.clone()));
    }
}

fn class(name: &str) -> Rc<Class> {
    let namespace = Rc::new(Dict::default());
    namespace.set_name("__module__", Value::name("_interleave"));
    Class::new(Parts {
        name: intern(name),
        qualname: intern(name),
        ancestors: vec![types().object.clone()],
        bases: vec![types().object.clone()],
        namespace,
        metaclass: None,
        layout: Layout::Native,
        has_dict: true,
        slots: Vec::new(),
        is_builtin: true,
    })
}

fn object<T: 'static>(class: &Value, state: T) -> Answer {
    let Value::Class(class) = class else { return Err(type_error("a class was expected")) };
    Ok(Outcome::Value(Value::Instance(Rc::new(Instance::new(
        class.clone(),
        Payload::Native(Box::new(state)),
    )))))
}

fn this<'a, T: 'static>(arguments: &Arguments<'a>) -> Result<&'a T, Exception> {
    arguments.object().native().ok_or_else(|| type_error("an object of another class was expected"))
}

// --- signals ---

/// A signal as an object: its class is that of the object that asks.
fn signal_object(cx: &Context<'_>, signal: Signal) -> Value {
    let class = cx.vm.module("_interleave").and_then(|module| match module {
        Value::Module(module) => module.namespace.get_name("Signal"),
        _ => None,
    });
    match object(&class.unwrap_or_default(), signal) {
        Ok(Outcome::Value(value)) => value,
        _ => Value::None,
    }
}

fn new_signal(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    object(arguments.object(), Signal::new())
}

fn signal_is_set(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(this::<Signal>(&arguments)?.is_set().into())
}

fn signal_set(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.machine.give(this(&arguments)?);
    nothing()
}

fn signal_clear(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    this::<Signal>(&arguments)?.clear();
    nothing()
}

fn signal_wait(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [timeout] = arguments.rest().bind("wait", ["timeout"], 0, 0)?;
    let signal = this::<Signal>(&arguments)?;
    if signal.is_set() {
        return Ok(true.into());
    }
    Ok(Outcome::Await(Box::new(Block::On(signal.clone(), patience_ns(&timeout)?))))
}

// --- threads ---

fn ident(thread: ThreadId) -> i64 {
    MAIN_IDENT + STRIDE * i64::from(thread.0)
}

fn thread_of(ident: &Value) -> Option<u32> {
    let number = small_int(ident)? - MAIN_IDENT;
    u32::try_from(number / STRIDE).ok().filter(|_| number % STRIDE == 0)
}

fn get_ident(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(ident(cx.machine.current_thread()))))
}

fn give_way(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Block(Box::new(Block::Others), Value::None))
}

/// `start_thread(callable, daemon, name='')`: a signal that is given when it has ended.
fn start_thread(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function, daemon, name @ ..] = arguments.plain_between("start_thread", 2, 3)? else {
        return nothing();
    };
    let daemon = crate::vm::operators::truth(daemon).unwrap_or(false);
    let routine = Routine::thread(function.clone(), Default::default());
    let name = if let [Value::Str(name)] = name { name.as_str() } else { "" };
    let (_, ended) = cx.machine.start_thread(routine, daemon, name);
    Ok(Outcome::Value(signal_object(cx, ended)))
}

/// An exception that left a thread's code is told of, and goes no further.
fn thread_fails(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    cx.machine.thread_fails();
    nothing()
}

fn thread_name(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [given] = arguments.plain_between("thread_name", 1, 1)? else { return nothing() };
    Ok(match thread_of(given) {
        Some(number) => match cx.machine.thread_name(ThreadId(number)) {
            None | Some("") => format!("Dummy-{number}").into(),
            Some(name) => name.into(),
        },
        None => "".into(),
    })
}

/// The idents of those that have not ended.
fn live_threads(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    let idents = cx.machine.live_threads().into_iter().map(|thread| Value::int(ident(thread)));
    Ok(Outcome::Value(Value::list(idents.collect())))
}

// --- futures of jobs ---

fn new_future(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    object(arguments.object(), ConcurrentFuture::<Vm>::new())
}

fn job<'a>(arguments: &Arguments<'a>) -> Result<&'a ConcurrentFuture<Vm>, Exception> {
    this(arguments)
}

fn state(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let job = job(&arguments)?;
    Ok(match () {
        () if job.is_cancelled() => "CANCELLED",
        () if job.is_done() => "FINISHED",
        () if job.is_running() => "RUNNING",
        () => "PENDING",
    }
    .into())
}

fn done(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let signal = job(&arguments)?.done();
    Ok(Outcome::Value(signal_object(cx, signal)))
}

fn begin(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(job(&arguments)?.begin().into())
}

fn cancel(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(job(&arguments)?.cancel(cx.machine).into())
}

/// `_finish(result, exception)`
fn finish(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [result, exception] = arguments.exactly("_finish")?;
    let result = match Exception::of(exception) {
        Some(exception) => Err(exception),
        None => Ok(result.clone()),
    };
    Ok(job(&arguments)?.set(cx.machine, result).into())
}

/// `(result, exception)`, one of which is `None`.
fn outcome(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::tuple(match job(&arguments)?.result() {
        Some(Ok(value)) => vec![value, Value::None],
        Some(Err(exception)) => vec![Value::None, exception.value()],
        None => vec![Value::None, Value::None],
    })))
}

// --- pools ---

/// `Pool(max_workers, name_prefix, processes=False)`
fn new_pool(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [most, prefix, processes] =
        arguments.rest().bind("Pool", ["max_workers", "name_prefix", "processes"], 2, 0)?;
    let most = small_int(&most).and_then(|most| usize::try_from(most).ok()).unwrap_or(1);
    let prefix = if let Value::Str(prefix) = &prefix { prefix.as_str() } else { "" };
    let of_processes = matches!(processes, Value::Bool(true));
    let pool = if of_processes { Pool::of_processes(prefix, most) } else { Pool::new(prefix, most) };
    let state = PoolObject { pool, waiting: RefCell::default() };
    object(arguments.object(), state)
}

/// `submit(future, callable, function)`: a worker calls it, unless the future has been cancelled before. The
/// job is called after the function.
fn submit(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [future, function, named] = arguments.exactly("submit")?;
    let pool = this::<PoolObject>(&arguments)?;
    let Some(job) = future.native::<ConcurrentFuture<Vm>>() else {
        return Err(type_error("a future was expected"));
    };
    let routine = Routine::thread(function.clone(), Default::default());
    pool.pool.submit_for(cx.machine, job.clone(), routine, || job_name(named))?;
    let mut waiting = pool.waiting.borrow_mut();
    waiting.retain(|future| future.upgrade().is_some_and(|future| is_waiting(&future)));
    if let Value::Instance(future) = future {
        waiting.push(Rc::downgrade(future));
    }
    drop(waiting);
    nothing()
}

fn shut_down(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    this::<PoolObject>(&arguments)?.pool.shut_down(cx.machine);
    nothing()
}

/// Whether a future's job has not begun.
fn is_waiting(future: &Rc<Instance>) -> bool {
    let future = Value::Instance(future.clone());
    future.native::<ConcurrentFuture<Vm>>().is_some_and(|job| !job.is_running() && !job.is_done())
}

/// The futures of the jobs that were cancelled because no worker had begun them.
fn cancel_jobs(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let pool = this::<PoolObject>(&arguments)?;
    let waiting = pool.waiting.take();
    let futures = waiting.iter().filter_map(Weak::upgrade).filter(is_waiting);
    let before = futures.map(Value::Instance).collect();
    pool.pool.cancel_jobs(cx.machine);
    Ok(Outcome::Value(Value::list(before)))
}

/// The signal of the first worker's end that has not ended, or `None`.
fn next_to_end(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let signal = this::<PoolObject>(&arguments)?.pool.next_to_end();
    Ok(Outcome::Value(signal.map_or(Value::None, |signal| signal_object(cx, signal))))
}
