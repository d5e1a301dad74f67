//! What futures, tasks, handles and locks look like. What needs code of the program's (the
//! repr of a result or an exception) is left to the Python part.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use interleave_core::{EventLoop, Future, Listener, Primitive, Task};
use interleave_trace::{FutureId, ResourceId};

use super::debug;
use super::handles::HandleObject;
use super::{futures, slot};
use crate::builtins::Table;
use crate::code::Code;
use crate::object::generator::State;
use crate::object::{Generator, Instance};
use crate::traceback::lines::Line;
use crate::value::{Value, intern};
use crate::vm::Vm;
use crate::vm::describe::{address_text, class_name, class_of, full_name};
use crate::vm::frame::Frame;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::program::{Callback, RoutineCode};

pub(super) const FUNCTIONS: &Table = &[("repr", repr), ("callback_text", text_of_callback)];

const LIBRARY: &str = "/usr/lib/python3.13/asyncio";

/// A part of a repr.
enum Piece {
    Text(String),
    /// `repr(value)`
    Repr(Value),
    /// `reprlib.repr(value)`
    Short(Value),
}

/// `repr(object)`, for the `__repr__` of the Python part's classes.
fn repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Look(look, arguments.all().into()))
}

fn look(cx: &mut Context<'_>, frame: &Frame, values: &[Value]) -> Answer {
    let [object] = values else { return nothing() };
    if let Some(future) = futures::of_value(object) {
        let mut pieces = Vec::new();
        of_future(&class_name(object), future, Some(frame), &mut pieces);
        return joined(cx, pieces);
    }
    if let Some(handle) = slot::find::<HandleObject>(object) {
        return Ok(handle.text(cx, &class_name(object)).into());
    }
    match super::locks::state_text(object) {
        Some(state) => Ok(with_state(object, &state).into()),
        None => Ok(crate::builtins::repr::default_repr(object).into()),
    }
}

/// `<asyncio.locks.Lock object at 0x… [unlocked]>`
fn with_state(object: &Value, state: &str) -> String {
    format!("<{} object at {} [{state}]>", full_name(&class_of(object)), address_text(object))
}

fn joined(cx: &mut Context<'_>, pieces: Vec<Piece>) -> Answer {
    let simple = pieces.iter().all(|piece| !matches!(piece, Piece::Repr(_) | Piece::Short(_)));
    if simple {
        return Ok(plain_text(&pieces).into());
    }
    let pieces = pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) => Value::string(text),
        Piece::Repr(value) => Value::tuple(vec![value, Value::Bool(false)]),
        Piece::Short(value) => Value::tuple(vec![value, Value::Bool(true)]),
    });
    let pieces = Value::list(pieces.collect());
    Ok(Outcome::call(cx.vm.state.asyncio.python.join_repr.clone(), vec![pieces]))
}

/// The repr of a future, as far as it can be known without running code.
pub(crate) fn plainly(future: &Future<Vm>) -> String {
    let mut pieces = Vec::new();
    let class = future.face().object().map(|object| object.class().name());
    of_future(class.as_deref().unwrap_or(future.class_name()), future, None, &mut pieces);
    plain_text(&pieces)
}

fn plain_text(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(more) => text += more,
            Piece::Repr(value) | Piece::Short(value) => text += &value_plainly(value),
        }
    }
    text
}

/// The repr of a value, as far as it can be known without running code.
pub(crate) fn value_plainly(value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(truth) => if *truth { "True" } else { "False" }.to_owned(),
        Value::Int(number, _) => number.to_string(),
        Value::Float(number, _) => crate::text::float_repr::repr(*number),
        Value::Str(text) => crate::text::repr::text(text.as_str()),
        _ => match futures::of_value(value) {
            Some(future) => plainly(future),
            None => crate::builtins::repr::default_repr(value),
        },
    }
}

/// `pending`, `finished`, `cancelled`
pub(super) fn state(future: &Future<Vm>) -> &'static str {
    match () {
        () if !future.is_done() => "pending",
        () if future.is_cancelled() => "cancelled",
        () => "finished",
    }
}

/// How deep tasks that wait for tasks are shown.
const DEEPEST: usize = 100;

fn of_future(class: &str, future: &Future<Vm>, frame: Option<&Frame>, pieces: &mut Vec<Piece>) {
    of_future_within(class, future, frame, pieces, &mut Vec::new());
}

/// `around` are those whose reprs it stands in: a ring shows as `...`.
fn of_future_within(
    class: &str,
    future: &Future<Vm>,
    frame: Option<&Frame>,
    pieces: &mut Vec<Piece>,
    around: &mut Vec<FutureId>,
) {
    if around.contains(&future.id()) || around.len() > DEEPEST {
        return pieces.push(Piece::Text("...".to_owned()));
    }
    let mut text = format!("<{class} ");
    let task = Task::of(future);
    match &task {
        Some(task) if task.cancelling() > 0 && !future.is_done() => text += "cancelling",
        _ => text += state(future),
    }
    if let Some(task) = &task {
        text += &format!(" name={}", crate::text::repr::text(&task.name()));
        let coroutine = future.face().coroutine();
        if !matches!(coroutine, Value::Unset | Value::None) {
            text += &format!(" coro=<{}>", coroutine_text(&coroutine, frame));
        }
        if let Some(awaited) = task.awaited().filter(|_| !future.is_done()) {
            text += " wait_for=";
            pieces.push(Piece::Text(std::mem::take(&mut text)));
            let class = awaited.face().object().map(|object| object.class().name());
            around.push(future.id());
            let class = class.as_deref().unwrap_or(awaited.class_name());
            of_future_within(class, &awaited, frame, pieces, around);
            around.pop();
        }
    }
    if let Some(exception) = future.peek_exception() {
        text += " exception=";
        pieces.push(Piece::Text(std::mem::take(&mut text)));
        pieces.push(Piece::Repr(exception.value()));
    } else if future.is_done() && !future.is_cancelled() {
        text += " result=";
        match future.result().unwrap_or_default() {
            value @ (Value::None | Value::Bool(_) | Value::Int(..)) => text += &value_plainly(&value),
            value => {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Short(value));
            }
        }
    }
    push_listeners(future, &mut text, pieces);
    if future.in_debug() {
        text += &debug::created_at(future);
    }
    text += ">";
    pieces.push(Piece::Text(text));
}

/// ` cb=[f() at main.py:3]`: the first and the last of those that are told when it is done.
fn push_listeners(future: &Future<Vm>, text: &mut String, pieces: &mut Vec<Piece>) {
    let mut listeners = Vec::new();
    future.each_listener(|listener| listeners.push(listener_piece(listener)));
    let last = listeners.len().saturating_sub(1);
    for (at, listener) in listeners.into_iter().enumerate() {
        match at {
            0 => *text += " cb=[",
            at if at < last => continue,
            1 => *text += ", ",
            at => *text += &format!(", <{} more>, ", at - 1),
        }
        match listener {
            Piece::Text(more) => *text += &more,
            asked => {
                pieces.push(Piece::Text(std::mem::take(text)));
                pieces.push(asked);
                *text += "()";
            }
        }
        if at == last {
            *text += "]";
        }
    }
}

/// What an object that can be called is shown as is its own business.
fn listener_piece(listener: Listener<'_, Vm>) -> Piece {
    match listener {
        Listener::Routine(routine)
            if let RoutineCode::Call(callback) = &routine.code
                && matches!(callback.function, Value::Instance(_))
                && inside_partial(&callback.function).is_none() =>
        {
            Piece::Repr(callback.function.clone())
        }
        listener => Piece::Text(listener_text(listener)),
    }
}

fn listener_text(listener: Listener<'_, Vm>) -> String {
    match listener {
        Listener::Task(_) => "Task.task_wakeup()".to_owned(),
        Listener::Routine(routine) => match &routine.code {
            RoutineCode::Call(callback) => callback_text(&callback.function),
            RoutineCode::Coroutine(_) | RoutineCode::Native(_) | RoutineCode::Frames => String::new(),
        },
        Listener::RunUntilComplete => format!("_run_until_complete_cb() at {LIBRARY}/base_events.py:182"),
        Listener::Gather => format!("gather.<locals>._done_callback() at {LIBRARY}/tasks.py:820"),
        Listener::Wait => format!("_wait.<locals>._on_completion() at {LIBRARY}/tasks.py:521"),
        Listener::Impatience => format!("_release_waiter()() at {LIBRARY}/tasks.py:454"),
        Listener::AsCompleted => "_AsCompletedIterator._handle_completion()".to_owned(),
        Listener::ShieldInner => format!("shield.<locals>._inner_done_callback() at {LIBRARY}/tasks.py:958"),
        Listener::ShieldOuter => format!("shield.<locals>._outer_done_callback() at {LIBRARY}/tasks.py:975"),
        Listener::TaskGroup => "TaskGroup._on_task_done()".to_owned(),
        Listener::Job => format!("_chain_future.<locals>._call_check_cancel() at {LIBRARY}/futures.py:386"),
    }
}

/// `f() at main.py:3`
pub(super) fn callback_text(function: &Value) -> String {
    called_text(function, "")
}

fn called_text(function: &Value, arguments: &str) -> String {
    let mut function = function.clone();
    let mut calls = format!("({arguments})");
    while let Some(inner) = inside_partial(&function) {
        calls = format!("(){calls}");
        function = inner;
    }
    let name = callback_name(&function);
    match &function {
        Value::Function(plain) => {
            let wrapped = plain.attributes.get().and_then(|attributes| attributes.get_name("__wrapped__"));
            let code = match &wrapped {
                Some(Value::Function(inner)) => inner.code.clone(),
                _ => plain.code.clone(),
            };
            let (file, line) = defined_at(&code);
            format!("{name}{calls} at {file}:{line}")
        }
        _ => format!("{name}{calls}"),
    }
}

/// The name in it: that of the function, inside of any `functools.partial`.
pub(crate) fn callback_name(function: &Value) -> String {
    if let Some(inner) = inside_partial(function) {
        return callback_name(&inner);
    }
    match function {
        Value::Function(plain) => plain.qualname.borrow().as_str().to_owned(),
        Value::Method(method) => callback_name(&method.function),
        Value::Native(native) => native.qualname().as_str().to_owned(),
        Value::Class(class) => class.qualname.borrow().as_str().to_owned(),
        Value::Generator(generator) => generator.qualname.borrow().as_str().to_owned(),
        other => value_plainly(other),
    }
}

/// The same for a pool's job: what `to_thread` runs in a context is called after what it is given.
pub(crate) fn job_name(function: &Value) -> String {
    let name = callback_name(function);
    match (name.as_str(), function) {
        ("Context.run", Value::Instance(partial)) => match partial.get(&intern("args")) {
            Some(Value::Tuple(given)) if !given.is_empty() => job_name(&given[0]),
            _ => name,
        },
        _ => name,
    }
}

/// The function of a `functools.partial`.
fn inside_partial(value: &Value) -> Option<Value> {
    let Value::Instance(instance) = value else { return None };
    instance.with_class(|class| class.name() == "partial").then(|| instance.get(&intern("func")))?
}

fn text_of_callback(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function] = arguments.plain_between("callback_text", 1, 1)? else { return nothing() };
    Ok(callback_text(function).into())
}

/// As `Exception in callback …` says it: in debug mode with its arguments.
pub(super) fn of_callback(cx: &mut Context<'_>, callback: &Callback, home: EventLoop) -> String {
    let mut arguments = Vec::new();
    if cx.machine.is_debug(home) {
        arguments.extend(callback.arguments.iter().map(|argument| debug::short_repr(cx, argument)));
    }
    called_text(&callback.function, &arguments.join(", "))
}

/// `main() running at main.py:5`, `main() done, defined at main.py:3`
pub(crate) fn coroutine_text(coroutine: &Value, frame: Option<&Frame>) -> String {
    let Value::Generator(generator) = coroutine else {
        let class = class_name(coroutine);
        return match class_of(coroutine).lookup(&intern("__name__")) {
            Some(Value::Str(name)) => format!("{name}()"),
            _ => format!("<{class} without __name__>()"),
        };
    };
    let name = generator.qualname.borrow().clone();
    let (file, line, ended) = place_of(generator, frame);
    let doing = if ended { "done, defined" } else { "running" };
    format!("{name}() {doing} at {file}:{line}")
}

/// Where a coroutine stands: file, line, and whether it has ended.
pub(crate) fn place_of(generator: &Rc<Generator>, running: Option<&Frame>) -> (String, u32, bool) {
    let code = &generator.code;
    let ended = generator.state.get() == State::Closed;
    let begun = generator.state.get() != State::Created;
    if let Some(known) = generator.known {
        return (format!("{LIBRARY}/{}", known.file), known.place(begun && !ended).line, ended);
    }
    let here =
        |frame: &Frame| Line::of_code(&frame.function.code, frame.at()).map(|line| (line.file, line.number));
    let line = match generator.state.get() {
        State::Suspended => generator.frame.borrow().as_deref().and_then(here),
        State::Running => frame_of(generator, running).and_then(here),
        State::Created | State::Closed => None,
    };
    let (file, number) = line.unwrap_or_else(|| defined_at(code));
    (file, number, ended)
}

/// Where a function is defined; for one of the library's, where CPython has it, if its first line says so.
fn defined_at(code: &Code) -> (String, u32) {
    let own = (code.source.filename.as_str().to_owned(), code.first_line);
    if !code.source.is_library {
        return own;
    }
    let Some((_, marker)) = code.source.line(code.first_line).rsplit_once("#@ ") else { return own };
    let (file, number) = match marker.rsplit_once(':') {
        Some((file, number)) => (format!("/usr/lib/python3.13/{file}"), number),
        None => (own.0.clone(), marker),
    };
    number.trim().parse().map_or(own, |number| (file, number))
}

fn frame_of<'a>(generator: &Rc<Generator>, mut frame: Option<&'a Frame>) -> Option<&'a Frame> {
    while let Some(here) = frame {
        if here.generator.as_ref().is_some_and(|other| Rc::ptr_eq(other, generator)) {
            return Some(here);
        }
        frame = here.back.as_deref();
    }
    None
}

thread_local! {
    /// The objects of locks and queues, by their numbers in the record.
    static OBJECTS: RefCell<BTreeMap<ResourceId, Weak<Instance>>> = RefCell::default();
}

/// Remembers which object stands for a lock or a queue.
pub(super) fn remember(id: ResourceId, object: &Value) {
    let Value::Instance(instance) = object else { return };
    OBJECTS.with(|objects| {
        let mut objects = objects.borrow_mut();
        if objects.len() >= 256 && objects.len().is_power_of_two() {
            objects.retain(|_, object| object.strong_count() > 0);
        }
        objects.insert(id, Rc::downgrade(instance));
    });
}

/// The repr of a lock or a queue.
pub(crate) fn of_primitive(primitive: &Primitive<Vm>) -> String {
    let (id, class) = match primitive {
        Primitive::Lock(lock) => (lock.id(), "Lock"),
        Primitive::Event(event) => (event.id(), "Event"),
        Primitive::Condition(condition) => (condition.id(), "Condition"),
        Primitive::Semaphore(semaphore) => (semaphore.id(), "Semaphore"),
        Primitive::Queue(queue) => (queue.id(), "Queue"),
        Primitive::Completions(completions) => {
            let address = completions.face().id.address();
            let state = queue_state(0, completions.getters(), 0, completions.come());
            return format!("<Queue at {address:#x} {state}>");
        }
    };
    let object =
        OBJECTS.with(|objects| objects.borrow().get(&id).and_then(Weak::upgrade)).map(Value::Instance);
    match (&object, primitive) {
        (Some(object), Primitive::Queue(queue)) => {
            let (getters, putters) = (queue.getters().len(), queue.putters().len());
            let state = queue_state(queue.maxsize(), getters, putters, queue.unfinished());
            format!("<{} at {} {state}>", class_name(object), address_text(object))
        }
        (Some(object), _) => match super::locks::state_text(object) {
            Some(state) => with_state(object, &state),
            None => crate::builtins::repr::default_repr(object),
        },
        (None, _) => format!("<asyncio.{class} object>"),
    }
}

/// What a queue shows in which there is nothing.
fn queue_state(maxsize: i64, getters: usize, putters: usize, unfinished: usize) -> String {
    let mut text = format!("maxsize={maxsize}");
    for (name, waiting) in [("_getters", getters), ("_putters", putters)] {
        if waiting > 0 {
            text += &format!(" {name}[{waiting}]");
        }
    }
    if unfinished > 0 {
        text += &format!(" tasks={unfinished}");
    }
    text
}
