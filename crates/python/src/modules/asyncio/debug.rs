//! Debug mode: where futures, tasks and handles were made, and what their reprs say of it then.
//! What may not be scheduled is the Python part's to say, what takes long the core's.

use std::rc::Rc;

use interleave_core::Future;

use super::futures::of_value;
use super::handles::{self, HandleObject};
use super::repr::value_plainly;
use super::{loops, slot, trace};
use crate::builtins::Table;
use crate::builtins::repr::repr_of;
use crate::object::exception::Place;
use crate::traceback::lines::Line;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};

pub(super) const FUNCTIONS: &Table = &[("set_debug", set_debug)];

/// As many frames are remembered of where a handle or a coroutine was made; of futures and tasks, all.
const DEEPEST: usize = 10;

/// `set_debug(loop, truth)`
fn set_debug(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [home, truth] = arguments.plain_between("set_debug", 2, 2)? else { return nothing() };
    let debug = crate::vm::operators::truth(truth).unwrap_or(true);
    cx.machine.set_debug(loops::home_of(home)?, debug);
    nothing()
}

/// A handle that has just been made, by so many methods of the loop that call each other: CPython counts them among the
/// frames, and then takes them away.
pub(super) fn handle_born(handle: Value, methods: usize) -> Answer {
    Ok(Outcome::Look(remember_handle, Box::new([handle, Value::index(methods)])))
}

/// A future or a task that has just been made, and what is to be answered then.
pub(super) fn born(object: Value, answer: Value) -> Answer {
    Ok(Outcome::Look(remember, Box::new([object, answer])))
}

/// The same for what `create_future` makes, which has a frame of its own in CPython.
pub(super) fn born_in_create_future(future: Value) -> Answer {
    Ok(Outcome::Look(remember_there, Box::new([future])))
}

fn remember_there(cx: &mut Context<'_>, frame: &Frame, values: &[Value]) -> Answer {
    let [object] = values else { return nothing() };
    if let Some(future) = of_value(object) {
        let made = Line::of(&Place::Library(trace::CREATE_FUTURE));
        future.face().created.set(made.into_iter().chain(cx.vm.stack(frame)).collect());
    }
    Ok(Outcome::Value(object.clone()))
}

fn remember_handle(cx: &mut Context<'_>, frame: &Frame, values: &[Value]) -> Answer {
    let [object, Value::Int(methods, _)] = values else { return nothing() };
    if let Some(handle) = slot::find::<HandleObject>(object) {
        let others = DEEPEST.saturating_sub(usize::try_from(*methods).unwrap_or(0));
        handles::set_created(handle, cx.vm.stack(frame).take(others).collect());
    }
    Ok(Outcome::Value(object.clone()))
}

fn remember(cx: &mut Context<'_>, frame: &Frame, values: &[Value]) -> Answer {
    let [object, answer] = values else { return nothing() };
    if let Some(future) = of_value(object) {
        future.face().created.set(stack(cx.vm, frame).collect());
    } else if let Value::Generator(coroutine) = object {
        coroutine.origin.set(origin_of(cx.vm, frame));
    }
    Ok(Outcome::Value(answer.clone()))
}

/// The frames that show, the innermost first, but for `create_task`, which takes its own away.
fn stack<'a>(vm: &'a Vm, frame: &'a Frame) -> impl Iterator<Item = Line> + 'a {
    vm.stack(frame).filter(|line| line.function != "create_task" || line.number != 469)
}

/// Those that are remembered of a coroutine that is made now.
pub(crate) fn origin_of(vm: &Vm, frame: &Frame) -> Vec<Line> {
    stack(vm, frame).take(DEEPEST).collect()
}

/// Such frames as `coroutine.cr_origin` has them.
pub(crate) fn origin(lines: &[Line]) -> Value {
    if lines.is_empty() {
        return Value::None;
    }
    let frames = lines.iter().map(|line| {
        let number = Value::int(i64::from(line.number));
        Value::tuple(vec![Value::string(line.file.clone()), number, Value::string(line.function.clone())])
    });
    Value::tuple(frames.collect())
}

/// Such frames as `traceback` has them.
pub(super) fn summary(vm: &Vm, lines: &[Line]) -> Answer {
    if lines.is_empty() {
        return nothing();
    }
    let summaries = lines.iter().rev().map(|line| {
        let number = Value::int(i64::from(line.number));
        let texts = [line.file.clone(), line.function.clone(), line.source()].map(Value::string);
        let [file, function, source] = texts;
        Value::tuple(vec![file, number, function, source])
    });
    let summaries = Value::list(summaries.collect());
    Ok(Outcome::call(vm.state.asyncio.python.stack_summary.clone(), vec![summaries]))
}

/// What a repr adds. What the library has made itself, it has made at a line of its own.
pub(super) fn created_at(future: &Future<Vm>) -> String {
    let lines = future.face().created.lines();
    of_lines(&lines).unwrap_or_else(|| {
        let (file, line) = match future.class_name() {
            "Task" => ("tasks.py", 748),
            "_GatheringFuture" => ("tasks.py", 765),
            _ => ("base_events.py", 460),
        };
        format!(" created at /usr/lib/python3.13/asyncio/{file}:{line}")
    })
}

/// The same for a handle.
pub(super) fn of_lines(lines: &Rc<[Line]>) -> Option<String> {
    let innermost = lines.first()?;
    Some(format!(" created at {}:{}", innermost.file, innermost.number))
}

/// `reprlib.repr`, as far as it can be known without running code.
pub(super) fn short_repr(cx: &mut Context<'_>, value: &Value) -> String {
    /// `reprlib.Repr` allows so much for strings and for what it does not know.
    const LONGEST: usize = 30;
    let text = match repr_of(cx, value) {
        Some(Ok(text)) => text,
        Some(Err(_)) | None => value_plainly(value),
    };
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= LONGEST {
        return text;
    }
    let (before, after) = ((LONGEST - 3) / 2, LONGEST - 3 - (LONGEST - 3) / 2);
    let (start, end) = (&letters[..before], &letters[letters.len() - after..]);
    start.iter().chain(&['.', '.', '.']).chain(end).collect()
}
