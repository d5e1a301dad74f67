//! What tasks wait with: `sleep`, `wait_for`, `wait`, `gather`, `shield`, `as_completed`.
//! What is neither a future nor a coroutine has been dealt with by the Python part.

use std::collections::BTreeMap;
use std::mem;
use std::rc::Rc;

use interleave_core::{
    AsCompleted, Awaitable, ConcurrentFuture, Coroutine, Future, Held, Input, Output, ReturnWhen, Sleep,
    Step, Wait, WaitFor, gather, shield,
};

use super::futures::{coroutine, failing, of_value};
use super::removed::without_loop;
use super::slot::{get, make, no_order, patience, seconds, set};
use super::trace;
use super::{class, future_answer, loops, tasks};
use crate::builtins::{Table, install, install_static};
use crate::object::exception::Remains;
use crate::object::{Class, Exception};
use crate::types::types;
use crate::value::Value;
use crate::vm::describe::{address, class_name};
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome, note_delay, nothing};
use crate::vm::program::Routine;
use crate::vm::raise::{bare, runtime_error, type_error};
use crate::vm::{Loop, Vm};

pub(super) const FUNCTIONS: &Table = &[
    ("gather", gather_all),
    ("keep_together", keep_together),
    ("shield", shield_one),
    ("sleep", sleep),
    ("wait", wait),
    ("wait_for", wait_for),
    ("wrap_future", wrap_future),
];

pub(super) fn classes() -> Vec<Rc<Class>> {
    let class = class("AsCompletedIterator");
    install_static(&class, &[("__new__", make::<AsCompleted<Vm>>)]);
    install(
        &class,
        &[
            ("__init__", as_completed),
            ("__iter__", itself),
            ("__next__", next_result),
            ("__aiter__", itself),
            ("__anext__", next_future),
        ],
    );
    vec![class]
}

/// `sleep(delay, result=None)`
fn sleep(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "sleep", arguments) {
        return call;
    }
    let [delay, result] = match (arguments.positional(), arguments.names()) {
        ([delay], []) => [delay.clone(), Value::None],
        _ => arguments.fit("sleep", ["delay", "result"], 1, 0)?,
    };
    let result = result.or(Value::None);
    let known = match seconds(&delay) {
        Some(number) if number <= 0.0 => &trace::YIELDING,
        _ => &trace::SLEEPING,
    };
    coroutine(cx, known, Sleeping::New(delay, result))
}

/// A sleep that finds its loop when it begins. Without a delay it asks for none.
enum Sleeping {
    New(Value, Value),
    Yielded(Value),
    Begun(Sleep<Vm>),
}

impl Coroutine<Vm> for Sleeping {
    fn resume(&mut self, machine: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        if let Self::New(delay, result) = self {
            if let Input::Throw(exception) = input {
                return Step::Raise(exception);
            }
            let Some(number) = seconds(delay) else {
                return Step::Raise(no_order(delay, "int"));
            };
            if number <= 0.0 {
                *self = Self::Yielded(result.clone());
                return Step::Pass;
            }
            let home = machine.running_loop();
            let Some(home) = home else { return Step::Raise(runtime_error("no running event loop")) };
            note_delay(machine, delay);
            *self = Self::Begun(Sleep::new(home, number, result.clone()));
        }
        match self {
            Self::Begun(sleep) => sleep.resume(machine, input),
            Self::Yielded(result) => match input {
                Input::Throw(exception) => Step::Raise(exception),
                _ => Step::Return(Output::Value(result.clone())),
            },
            Self::New(..) => Step::Return(Output::Nothing),
        }
    }

    fn close(&mut self, machine: &mut Loop) {
        if let Self::Begun(sleep) = self {
            sleep.close(machine);
        }
    }
}

/// What waits no longer than for a delay, which the trace hears of when it begins.
struct Patient<C> {
    delay: Option<Value>,
    waiting: C,
}

impl<C> Patient<C> {
    fn new(delay: &Value, seconds: Option<f64>, waiting: C) -> Self {
        let delay = seconds.filter(|seconds| *seconds > 0.0).map(|_| delay.clone());
        Self { delay, waiting }
    }
}

impl<C: Coroutine<Vm>> Coroutine<Vm> for Patient<C> {
    fn resume(&mut self, machine: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        if let Some(delay) = self.delay.take() {
            note_delay(machine, &delay);
        }
        self.waiting.resume(machine, input)
    }

    fn holds(&self) -> Vec<Held<Vm>> {
        self.waiting.holds()
    }

    fn close(&mut self, machine: &mut Loop) {
        self.waiting.close(machine);
    }
}

/// What `wait_for` can be given: a future, a coroutine, or what else can be awaited.
fn awaitable(cx: &mut Context<'_>, value: &Value) -> Result<Awaitable<Vm>, Exception> {
    if let Some(future) = of_value(value) {
        return Ok(Awaitable::Future(future.clone()));
    }
    let context = cx.vm.state.context.clone();
    if let Some(routine) = tasks::routine_of(cx.vm, value, context.clone()) {
        return Ok(Awaitable::Code(routine));
    }
    match tasks::awaiting(cx.vm, value) {
        Some(generator) => Ok(Awaitable::Code(Routine::coroutine(generator, context))),
        None => Err(type_error("An asyncio.Future, a coroutine or an awaitable is required")),
    }
}

/// `wait_for(fut, timeout)`
fn wait_for(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "wait_for", arguments) {
        return call;
    }
    let [what, timeout] = arguments.fit("wait_for", ["fut", "timeout"], 2, 0)?;
    let seconds = match patience(&timeout) {
        Ok(seconds) => seconds,
        Err(error) => {
            return failing(cx, &trace::IMPATIENT, error, &[trace::WAIT_FOR_COMPARES], what);
        }
    };
    let at_once = seconds.is_some_and(|seconds| seconds <= 0.0);
    if at_once && of_value(&what).is_none() {
        let starting = cx.vm.state.asyncio.python.task_at_once.clone();
        let context = cx.vm.state.context.clone();
        let Some(starting) = tasks::coroutine_of(cx.vm, &starting, what) else { return nothing() };
        return coroutine(cx, &trace::CANCELLING, AtOnce::New(Routine::coroutine(starting, context)));
    }
    let awaitable = awaitable(cx, &what)?;
    let known = if at_once { &trace::CANCELLING } else { &trace::WAITING_FOR };
    coroutine(cx, known, Patient::new(&timeout, seconds, WaitFor::new(awaitable, seconds)))
}

/// `wait_for` without any patience, and of no future yet: when it begins, a task is made of what it was given.
enum AtOnce {
    New(Routine),
    Starting,
    Begun(WaitFor<Vm>),
}

impl Coroutine<Vm> for AtOnce {
    fn resume(&mut self, machine: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        match (mem::replace(self, Self::Starting), input) {
            (Self::New(_) | Self::Starting, Input::Throw(exception)) => Step::Raise(exception),
            (Self::New(starting), _) => Step::Call(starting),
            (Self::Starting, Input::Value(task)) => match of_value(&task) {
                Some(task) => {
                    let mut waiting = WaitFor::new(Awaitable::Future(task.clone()), Some(0.0));
                    let step = waiting.resume(machine, Input::Start);
                    *self = Self::Begun(waiting);
                    step
                }
                None => Step::Raise(type_error("a task was to be made")),
            },
            (Self::Starting, _) => Step::Return(Output::Nothing),
            (Self::Begun(mut waiting), input) => {
                let step = waiting.resume(machine, input);
                *self = Self::Begun(waiting);
                step
            }
        }
    }

    fn holds(&self) -> Vec<Held<Vm>> {
        match self {
            Self::New(_) | Self::Starting => Vec::new(),
            Self::Begun(waiting) => waiting.holds(),
        }
    }

    fn close(&mut self, machine: &mut Loop) {
        if let Self::Begun(waiting) = self {
            waiting.close(machine);
        }
    }
}

/// The futures in a list; nothing if something else is among them.
fn futures_in(value: &Value) -> Option<Vec<Future<Vm>>> {
    known_items(value)?.iter().map(|item| of_value(item).cloned()).collect()
}

/// `keep_together(tasks)`: those that have ended with an exception keep all of them alive. Their frames lead back to
/// the one that has waited for all, in a variable of which the tasks are.
fn keep_together(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [tasks] = arguments.plain_between("keep_together", 1, 1)? else { return nothing() };
    let tasks = futures_in(tasks).unwrap_or_default();
    let exceptions: Vec<_> = tasks.iter().filter_map(Future::kept_exception).collect();
    let caller = Remains::of_futures(tasks);
    exceptions.iter().for_each(|exception| exception.called_by(&caller));
    nothing()
}

/// `wait(futures, timeout, return_when)`
fn wait(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [futures, timeout, until] = arguments.plain_between("wait", 3, 3)? else { return nothing() };
    let until = match until {
        Value::Str(text) if text == "FIRST_COMPLETED" => ReturnWhen::FirstCompleted,
        Value::Str(text) if text == "FIRST_EXCEPTION" => ReturnWhen::FirstException,
        _ => ReturnWhen::AllCompleted,
    };
    let futures = futures_in(futures).ok_or_else(|| type_error("futures were expected"))?;
    let seconds = patience(timeout)?;
    let wait = Patient::new(timeout, seconds, Wait::new(futures, seconds, until));
    coroutine(cx, &trace::WAITING, wait)
}

/// `gather(awaitables, return_exceptions)`: `None` if the Python part has to make futures of some first.
fn gather_all(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [awaitables, catches] = arguments.plain_between("gather", 2, 2)? else { return nothing() };
    let Some(items) = known_items(awaitables).filter(|items| !items.is_empty()) else { return nothing() };
    let catches = crate::vm::operators::truth(catches).unwrap_or(true);
    let running = cx.machine.running_loop();
    let all_known = items.iter().all(|item| match item {
        Value::Generator(generator) => {
            generator.kind == crate::code::CodeKind::Coroutine && running.is_some()
        }
        item => of_value(item).is_some(),
    });
    let first_home = items.iter().find_map(|item| of_value(item).map(Future::home));
    let (true, Some(home)) = (all_known, first_home.or(running)) else { return nothing() };
    let elsewhere = |item: &Value| of_value(item).is_some_and(|future| future.home() != home);
    if items.iter().any(elsewhere) {
        return nothing();
    }
    if !loops::is_plain(cx, home) && items.iter().any(|item| matches!(item, Value::Generator(_))) {
        return nothing();
    }
    let mut started: BTreeMap<u64, Future<Vm>> = BTreeMap::new();
    let twice_possible = items.len() > 1;
    let mut children = Vec::with_capacity(items.len());
    for item in &items {
        if let Some(future) = of_value(item) {
            children.push(future.clone());
            continue;
        }
        // A coroutine that is given twice is one task.
        if twice_possible && let Some(future) = started.get(&address(item)) {
            children.push(future.clone());
            continue;
        }
        let context = cx.vm.state.context.copy();
        let Some(task) = tasks::start(cx.vm, cx.machine, home, item, None, context) else { return nothing() };
        // Its end is `gather`'s business.
        task.destroy_silently();
        if twice_possible {
            started.insert(address(item), task.future().clone());
        }
        children.push(task.future().clone());
    }
    let outer = gather(cx.machine, home, children, catches);
    future_answer(cx, &outer)
}

/// `shield(future)`
fn shield_one(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [inner] = arguments.plain_between("shield", 1, 1)? else { return nothing() };
    let Some(inner) = of_value(inner) else { return Err(type_error("a future was expected")) };
    let outer = shield(cx.machine, inner);
    future_answer(cx, &outer)
}

/// `wrap_future(concurrent_future, loop, told)`: what is called when the loop has cancelled it
fn wrap_future(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [job, home, told] = arguments.plain_between("wrap_future", 3, 3)? else { return nothing() };
    let home = loops::home_of(home)?;
    let Some(job) = job.native::<ConcurrentFuture<Vm>>() else {
        return Err(type_error(format!("concurrent.futures.Future is expected, got {}", class_name(job))));
    };
    let told = Routine::callback(home, told.clone(), Vec::new(), cx.vm.state.context.clone());
    let future = job.wrap_telling(cx.machine, home, Some(told));
    future_answer(cx, &future)
}

/// `AsCompletedIterator(futures, timeout, loop)`
fn as_completed(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [futures, timeout, home] = arguments.exactly("as_completed")?;
    let home = loops::home_of(home)?;
    let futures = futures_in(futures).ok_or_else(|| type_error("futures were expected"))?;
    let seconds = patience(timeout)?;
    if seconds.is_some_and(|seconds| seconds > 0.0) {
        cx.note_delay(timeout);
    }
    let completions = AsCompleted::new(cx.machine, home, futures, seconds);
    set(arguments.object(), completions)?;
    nothing()
}

fn itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(arguments.object().clone()))
}

fn next_result(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match get::<AsCompleted<Vm>>(arguments.object())?.next() {
        Some(next) => coroutine(cx, &trace::NEXT_RESULT, next),
        None => Err(bare(&types().stop_iteration)),
    }
}

fn next_future(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let next = get::<AsCompleted<Vm>>(arguments.object())?.next_future();
    coroutine(cx, &trace::NEXT_FUTURE, next)
}
