//! What is said when nothing can go on: who waits for what, and where.

use interleave_core::TaskState;

use super::repr::{coroutine_text, place_of};
use crate::value::Value;
use crate::vm::{Loop, Vm};

/// The tasks that have not ended, each with the line at which it waits.
pub(crate) fn explain(vm: &mut Vm, machine: &mut Loop) -> String {
    let homes: Vec<_> = vm.state.asyncio.loops.iter().map(|(home, _)| *home).collect();
    let mut text = String::new();
    for home in homes {
        for task in machine.all_tasks(home) {
            let coroutine = task.future().face().coroutine();
            let place = match innermost(&coroutine) {
                Value::Generator(generator) => {
                    let (file, line, _) = place_of(&generator, None);
                    format!("{file}:{line}")
                }
                other => coroutine_text(&other, None),
            };
            let for_what = match task.state() {
                TaskState::Waiting(future) => match interleave_core::Task::of(&future) {
                    Some(other) => format!(" for {}", other.name()),
                    None => String::new(),
                },
                TaskState::Scheduled | TaskState::Running | TaskState::Done => String::new(),
            };
            text += &format!("  {} waits{for_what} for ever, at {place}\n", task.name());
        }
    }
    if text.is_empty() {
        return "Nothing can go on: every thread waits for another.\n".to_owned();
    }
    format!("Nothing can go on: no task is ready, no timer is set, no thread can run.\n{text}")
}

/// The coroutine of the program's at the end of a chain of awaits.
fn innermost(coroutine: &Value) -> Value {
    let mut found = coroutine.clone();
    let mut next = Some(found.clone());
    while let Some(Value::Generator(generator)) = next {
        if !generator.code.source.is_library {
            found = Value::Generator(generator.clone());
        }
        next = generator.delegate();
    }
    found
}
