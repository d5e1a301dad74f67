//! Debug mode: where futures, tasks and handles were made, and what their reprs say of it then.
//! What may not be scheduled is the Python part's to say, what takes long the core's.

use std::rc::Rc;

use interleave_core::Future;

use super::futures::of_value;
use super::handles::{self, HandleObject};
use super::repr::value_plainly;
use super::{loops, slot};
use crate::builtins::Table;
use crate::builtins::repr::repr_of;
use crate::traceback::lines::Line;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};

pub(super) const FUNCTIONS: &Table = &[("set_debug", set_debug)];

/// As many frames are remembered of where something was made.
const DEEPEST: usize = 10;

/// `set_debug(loop, truth)`
fn set_debug(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [home, truth] = arguments.plain_between("set_debug", 2, 2)? else { return nothing() };
    let debug = crate::vm::operators::truth(truth).unwrap_or(true);
    cx.machine.set_debug(loops::home_of(home)?, debug);
    nothing()
}

/// A future, a task or a handle that has just been made, and what is to be answered then.
pub(super) fn born(object: Value, answer: Value) -> Answer {
    Ok(Outcome::Look(remember, vec![object, answer]))
}

fn remember(_: &mut Context<'_>, frame: &Frame, values: &[Value]) -> Answer {
    let [object, answer] = values else { return nothing() };
    if let Some(future) = of_value(object) {
        future.face().created.set(stack(frame));
    } else if let Some(handle) = slot::find::<HandleObject>(object) {
        handles::set_created(handle, stack(frame));
    }
    Ok(Outcome::Value(answer.clone()))
}

/// The frames that show, the innermost first, but for `create_task`, which takes its own away.
fn stack(frame: &Frame) -> Vec<Line> {
    let frames = std::iter::successors(Some(frame), |frame| frame.back.as_deref());
    let lines = frames.filter_map(|frame| Line::of_code(&frame.function.code, frame.at()));
    lines.filter(|line| line.function != "create_task" || line.number != 469).take(DEEPEST).collect()
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
