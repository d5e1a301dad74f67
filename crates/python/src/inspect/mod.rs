//! Looks at a run from outside: who is in the middle of what, and with which variables. Nothing here
//! runs the program's code, gives out an address, or changes anything that the program could find
//! out about. How values are told is in `glance`; how a moment is reached, in `moment`.

pub(crate) mod error;
mod glance;
mod moment;

use std::rc::Rc;

use interleave_text::Span;
use interleave_trace::{Actor, TaskId, ThreadId};

pub use self::moment::{Change, Checkpoints, Looking, Snapshot, look_at};
use crate::code::{CodeKind, Source};
use crate::object::Dict;
use crate::value::Value;
use crate::vm::frame::Frame;
use crate::vm::questions::locals_of;
use crate::vm::{Loop, Vm};

/// Whose code it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A thread, in code of its own or in a callback.
    Thread(ThreadId),
    /// A task.
    Task(TaskId),
}

/// A task or thread that is in the middle of code of the program's own file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveTask {
    /// Which.
    pub who: Who,
    /// Its calls and awaits, from the outermost to the innermost.
    pub frames: Vec<LiveFrame>,
}

/// A function that has begun and not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveFrame {
    /// Its qualified name; `<module>` for the program's own statements.
    pub function: String,
    /// Where it stands: the line, counted from one, and the place in the text.
    pub line: u32,
    /// The same as a place in the text.
    pub span: Span,
    /// Its variables that are bound, in the order in which they were.
    pub variables: Vec<LiveVariable>,
}

/// A name and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveVariable {
    /// The name.
    pub name: String,
    /// The value in a few words.
    pub text: String,
}

/// Everybody who is in the middle of code of the program's own.
pub(crate) fn survey(machine: &Loop) -> Vec<LiveTask> {
    let mut live: Vec<LiveTask> = Vec::new();
    machine.survey(|actor, routine| {
        let who = match actor {
            Actor::Task(task) => Who::Task(task),
            Actor::Thread(thread) => Who::Thread(thread),
            Actor::Loop(_) | Actor::Callback(_) => return,
        };
        let mut frames = Vec::new();
        routine.each_frame(|frame| frames.extend(live_frame(frame)));
        match live.last_mut() {
            Some(last) if last.who == who => last.frames.append(&mut frames),
            _ if frames.is_empty() => {}
            _ => live.push(LiveTask { who, frames }),
        }
    });
    live
}

/// What is left when the main thread has ended: the variables of the program's module.
pub(crate) fn survey_of_module(vm: &Vm) -> Vec<LiveTask> {
    let Some(Value::Module(main)) = vm.module("__main__") else { return Vec::new() };
    let (line, span) = vm.sources.first().map_or((1, Span::default()), |source| last_line(source));
    let variables = variables(&main.namespace, is_shown_of_module);
    let frame = LiveFrame { function: "<module>".to_owned(), line, span, variables };
    vec![LiveTask { who: Who::Thread(ThreadId(0)), frames: vec![frame] }]
}

fn last_line(source: &Source) -> (u32, Span) {
    let end = u32::try_from(source.text.trim_end().len()).unwrap_or(u32::MAX);
    (source.line_of(end.saturating_sub(1)), Span::new(end, end))
}

fn live_frame(frame: &Frame) -> Option<LiveFrame> {
    let code = &frame.function.code;
    if code.source.is_library {
        return None;
    }
    let span = code.span(frame.at());
    let is_shown = match code.kind {
        CodeKind::Module => is_shown_of_module,
        CodeKind::Class | CodeKind::Function | CodeKind::Generator => is_shown,
        CodeKind::Coroutine | CodeKind::AsyncGenerator => is_shown,
    };
    Some(LiveFrame {
        function: code.qualname.as_str().to_owned(),
        line: code.source.line_of(span.start),
        span,
        variables: variables(&locals_of(frame), is_shown),
    })
}

fn variables(names: &Rc<Dict>, is_shown: fn(&str, &Value) -> bool) -> Vec<LiveVariable> {
    names.look(|entries| {
        let named = entries.iter().filter_map(|entry| match &entry.key {
            Value::Str(name) if is_shown(name.as_str(), &entry.value) => Some((name, &entry.value)),
            _ => None,
        });
        named
            .map(|(name, value)| LiveVariable { name: name.as_str().to_owned(), text: glance::text(value) })
            .collect()
    })
}

fn is_shown(name: &str, _: &Value) -> bool {
    !(name.starts_with("__") && name.ends_with("__"))
}

/// What a module imports and defines is no news to whoever reads it.
fn is_shown_of_module(name: &str, value: &Value) -> bool {
    let is_definition =
        matches!(value, Value::Module(_) | Value::Function(_) | Value::Native(_) | Value::Class(_));
    is_shown(name, value) && !is_definition
}
