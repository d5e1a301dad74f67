//! Eager tasks: the Python part runs the first step of one between `begin_eagerly` and `end_eagerly`.

use std::cell::Cell;
use std::rc::Rc;

use interleave_core::{EagerStep, Flow};

use super::futures::adopt;
use super::{loops, tasks};
use crate::builtins::Table;
use crate::modules::contextvars;
use crate::object::{Exception, Instance, Payload};
use crate::types::types;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::program::{Routine, RoutineCode};
use crate::vm::raise::type_error;

pub(super) const FUNCTIONS: &Table = &[("begin_eagerly", begin), ("end_eagerly", end)];

/// A step that has begun, and what the loop goes on with after it.
struct Begun(Cell<Option<(EagerStep<Vm>, Routine)>>);

/// `begin_eagerly(task, coroutine, loop, name, context)`: the step, what runs it, and in which context.
fn begin(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, coroutine, home, name, context] = arguments.plain_between("begin_eagerly", 5, 5)? else {
        return nothing();
    };
    let home = loops::home_of(home)?;
    let context = super::given_or_copy(cx.vm, context)?;
    let Some(routine) = tasks::routine_of(cx.vm, coroutine, context.clone()) else {
        return Err(type_error("a coroutine was expected"));
    };
    let RoutineCode::Coroutine(generator) = &routine.code else {
        return Err(type_error("a coroutine was expected"));
    };
    let runs = Value::Generator(generator.clone());
    let name = if let Value::Str(name) = name { Some(name.as_str()) } else { None };
    let step = EagerStep::begin(cx.machine, home, &routine, name);
    step.task().future().face().set_coroutine(coroutine.clone());
    adopt(object, step.task().future());
    let payload = Payload::Native(Box::new(Begun(Cell::new(Some((step, routine))))));
    let step = Value::Instance(Rc::new(Instance::new(types().object.clone(), payload)));
    Ok(Outcome::Value(Value::tuple(vec![step, runs, contextvars::object_of(cx.vm, &context)])))
}

/// `end_eagerly(step, how, value)`: it has `returned`, `raised`, or else yielded a value.
fn end(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [step, how, value] = arguments.plain_between("end_eagerly", 3, 3)? else { return nothing() };
    let Some((step, routine)) = step.native::<Begun>().and_then(|begun| begun.0.take()) else {
        return Err(type_error("a step was expected"));
    };
    let flow = match (how, Exception::of(value)) {
        (Value::Str(how), Some(exception)) if how == "raised" => Flow::Raise(exception),
        (Value::Str(how), _) if how == "returned" => Flow::Return(value.clone()),
        _ => cx.vm.flow_of_yield(cx.machine, value.clone()),
    };
    let task = step.task().clone();
    let leaves = step.end(cx.machine, routine, flow);
    if task.future().is_done() {
        task.future().face().set_coroutine(Value::None);
    }
    leaves.map_or_else(nothing, Err)
}
