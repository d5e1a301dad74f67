//! `gc`. The collector never runs by itself: on the ideal machine it is switched off, so that
//! rings of objects die when the program says so, and at the end.

use std::collections::BTreeSet;
use std::rc::Rc;

use interleave_core::Future;

use crate::builtins::receive::count;
use crate::builtins::{Table, functions_into};
use crate::modules::asyncio;
use crate::object::Dict;
use crate::value::Value;
use crate::vm::cycles::Thing;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::value_error;
use crate::vm::{Vm, cycles, graves};

/// For the prelude, which takes garbage apart: see its `collect`.
pub(super) const INTRINSICS: &Table =
    &[("garbage", garbage), ("last_words", last_words), ("empty_all", empty_all)];

const FUNCTIONS: &Table = &[
    ("collect", collect),
    ("enable", enable),
    ("disable", disable),
    ("isenabled", is_enabled),
    ("get_count", get_count),
    ("get_threshold", get_threshold),
    ("set_threshold", accept),
    ("get_debug", get_debug),
    ("set_debug", accept),
    ("freeze", accept),
    ("unfreeze", accept),
    ("is_tracked", is_tracked),
];

pub(super) fn fill(_: &mut Context<'_>, namespace: &Rc<Dict>) {
    functions_into(namespace, "gc", FUNCTIONS);
    super::constant(namespace, "garbage", Value::list(Vec::new()));
    super::constant(namespace, "callbacks", Value::list(Vec::new()));
}

fn collect(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [generation] = arguments.bind("collect", ["generation"], 0, 0)?;
    if !generation.is_unset() && !(0..=2).contains(&count(&generation)?) {
        return Err(value_error("invalid generation"));
    }
    cx.prelude("collect", Vec::new())
}

/// What only its own ring keeps alive.
fn garbage(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    let found = cycles::garbage(cx.machine).into_iter().map(|thing| match thing {
        Thing::Value(value) => value,
        Thing::Future(future) => asyncio::value_of(cx.vm, &future),
    });
    Ok(Outcome::Value(Value::list(found.collect())))
}

/// An object's `__del__`, the `finally` of a generator, or what a task says that will never end, before its ring is
/// broken.
fn last_words(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match future_in(arguments.object()) {
        Some(future) => cx.machine.end_future(cx.vm, &future),
        None => graves::end(arguments.object()),
    }
    nothing()
}

fn future_in(value: &Value) -> Option<Future<Vm>> {
    match value {
        Value::Instance(instance) => asyncio::future_of(instance).cloned(),
        _ => None,
    }
}

/// Breaks the rings of a list of things, and lets go of them; how many there were. The dict of an object's
/// attributes counts as part of the object; with a task go its context, what would wake it, and what it asks its future
/// by.
fn empty_all(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Value::List(list) = arguments.object() else { return nothing() };
    let all = list.take();
    let mut attributes = BTreeSet::new();
    attributes.extend(all.iter().filter_map(|value| match value {
        Value::Instance(instance) => instance.attributes().as_ref().map(|dict| Rc::as_ptr(dict).addr()),
        _ => None,
    }));
    let is_part =
        |value: &&Value| matches!(value, Value::Dict(dict) if attributes.contains(&Rc::as_ptr(dict).addr()));
    let count = all.len() - all.iter().filter(is_part).count();
    let futures: Vec<_> = all.iter().filter_map(future_in).collect();
    let tasks = futures.iter().filter(|future| !future.face().coroutine().is_unset()).count();
    all.iter().for_each(cycles::empty);
    drop(all);
    cx.machine.abandon_all(cx.vm, futures.into_iter());
    Ok(Outcome::Value(Value::index(count + tasks * 3)))
}

fn enable(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("gc.enable", &arguments)?;
    cx.vm.state.collector_enabled = true;
    nothing()
}

fn disable(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("gc.disable", &arguments)?;
    cx.vm.state.collector_enabled = false;
    nothing()
}

fn is_enabled(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("gc.isenabled", &arguments)?;
    Ok(Outcome::from(cx.vm.state.collector_enabled))
}

fn three(numbers: [i64; 3]) -> Answer {
    Ok(Outcome::Value(Value::tuple(numbers.map(Value::int).to_vec())))
}

fn get_count(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("gc.get_count", &arguments)?;
    three([0, 0, 0])
}

fn get_threshold(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("gc.get_threshold", &arguments)?;
    three([2000, 10, 10])
}

fn get_debug(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("gc.get_debug", &arguments)?;
    Ok(Outcome::Value(Value::int(0)))
}

/// What the collector is told makes no difference here.
fn accept(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn is_tracked(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object] = super::exactly_one("gc.is_tracked", &arguments)?;
    Ok(Outcome::from(crate::object::trashcan::holds_others(object)))
}
