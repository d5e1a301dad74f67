//! What asyncio's exception handler hears: reports of the loop's, as calls of the Python
//! part, which asks the loop's own handler or prints.

use std::ops::Range;
use std::rc::Rc;

use interleave_core::{EventLoop, Report, seconds};

use super::repr::{self, value_plainly};
use super::{handles, loop_object, value_of};
use crate::object::{Dict, Exception};
use crate::value::Value;
use crate::vm::native::{Call, Context};
use crate::vm::program::Callback;
use crate::vm::raise::runtime_error;
use crate::vm::{Loop, Vm};

/// The call that tells of it; nothing if nobody has to hear.
pub(crate) fn call_for(vm: &Vm, report: Report<Vm>) -> Option<Call> {
    let (home, context) = match report {
        Report::CallbackFailed(home, exception) => {
            let message = Value::str("Unhandled exception in event loop");
            (home, vec![("message", message), ("exception", exception.value())])
        }
        Report::NeverRetrieved(future) => {
            let exception = future.peek_exception()?;
            let object = value_of(vm, &future);
            let class = crate::vm::describe::class_name(&object);
            let message = Value::string(format!("{class} exception was never retrieved"));
            let context =
                vec![("message", message), ("exception", exception.value()), ("future", object.clone())];
            return call(vm, future.home(), context, Some(object));
        }
        Report::TaskDestroyed(task) => {
            let object = value_of(vm, task.future());
            let message = Value::str("Task was destroyed but it is pending!");
            let context = vec![("message", message), ("task", object.clone())];
            return call(vm, task.future().home(), context, Some(object));
        }
        // Its coroutine has its last words when it is let go.
        Report::CodeDropped(routine) => {
            drop(routine);
            return None;
        }
        Report::OrphanFailed { task, exception, parent } => {
            let object = value_of(vm, task.future());
            let message = format!(
                "Task {} has errored out but its parent task {} is already completed",
                repr::plainly(task.future()),
                repr::plainly(parent.future())
            );
            let context =
                vec![("message", Value::string(message)), ("exception", exception.value()), ("task", object)];
            (task.future().home(), context)
        }
        Report::StepTookLong(task, took) => {
            let object = value_of(vm, task.future());
            return Some(took_long(vm, task.future().home(), object, &took));
        }
        Report::CallTookLong(home, routine, took) => {
            let callback = routine.call()?.clone();
            let when = callback.when.get();
            let handle = handles::object(vm, None, home, callback, when);
            return Some(took_long(vm, home, handle, &took));
        }
        Report::FailedWhileEnding(task, exception) => {
            let object = value_of(vm, task.future());
            let message = Value::str("unhandled exception during asyncio.run() shutdown");
            let context = vec![("message", message), ("exception", exception.value()), ("task", object)];
            (task.future().home(), context)
        }
    };
    call(vm, home, context, None)
}

/// A callback has raised.
pub(crate) fn callback_failed(
    vm: &mut Vm,
    machine: &mut Loop,
    home: EventLoop,
    callback: &Rc<Callback>,
    exception: Exception,
) -> Option<Call> {
    let called = repr::of_callback(&mut Context { vm, machine }, callback, home);
    let message = Value::string(format!("Exception in callback {called}"));
    let handle = handles::object(vm, None, home, callback.clone(), callback.when.get());
    let context = vec![("message", message), ("exception", exception.value()), ("handle", handle.clone())];
    call(vm, home, context, Some(handle))
}

/// Whether it took too long is for the Python part to say. CPython knows what its clock showed before and after.
fn took_long(vm: &Vm, home: EventLoop, what: Value, took: &Range<i64>) -> Call {
    let function = vm.state.asyncio.python.took_long.clone();
    let lasted = seconds(took.end) - seconds(took.start);
    let arguments = vec![loop_object(vm, home), what, Value::float(lasted)];
    Call { function, arguments, names: Vec::new() }
}

/// The call of the exception handler; in debug mode it says where the culprit was made, if there is one.
fn call(vm: &Vm, home: EventLoop, context: Vec<(&str, Value)>, culprit: Option<Value>) -> Option<Call> {
    let function = vm.state.asyncio.python.report.clone();
    if function.is_unset() {
        return None;
    }
    let dict = Dict::default();
    for (name, value) in context {
        dict.set_name(name, value);
    }
    let mut arguments = vec![loop_object(vm, home), Value::Dict(Rc::new(dict))];
    arguments.extend(culprit);
    Some(Call { function, arguments, names: Vec::new() })
}

/// A task's code has yielded what cannot be awaited.
pub(crate) fn bad_yield(machine: &Loop, value: &Value) -> Exception {
    let task = machine.running_loop().and_then(|home| machine.current_task(home));
    match (super::futures::of_value(value), task) {
        (Some(future), Some(task)) => runtime_error(format!(
            "yield was used instead of yield from in task {} with {}",
            repr::plainly(task.future()),
            repr::plainly(future)
        )),
        (None, Some(task)) if matches!(value, Value::Generator(_)) => runtime_error(format!(
            "yield was used instead of yield from for generator in task {} with {}",
            repr::plainly(task.future()),
            value_plainly(value)
        )),
        _ => runtime_error(format!("Task got bad yield: {}", value_plainly(value))),
    }
}
