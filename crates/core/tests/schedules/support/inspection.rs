//! What scripts can ask of things that asyncio keeps to itself. `prelude.py` has the same
//! words for what CPython's own objects have under names with an underscore.

use interleave_core::{Future, Machine, Task};

use super::calls::Arguments;
use super::methods::Thing;
use super::program::Scripted;
use super::values::Value;

/// The answer to `verb(thing)`, if this is a word for what is inside.
pub(super) fn inspected(machine: &Machine<Scripted>, args: &Arguments) -> Option<Value> {
    Some(match args.verb.as_str() {
        "waiters" => Value::Number(waiters(&args.need(0, "thing")).len() as f64),
        "is_bound" => Value::Truth(is_bound(&args.need(0, "thing"))),
        "bound" => match args.need(0, "semaphore") {
            Value::Thing(Thing::Semaphore(semaphore)) => {
                assert_eq!(semaphore.is_bounded(), semaphore.bound().is_some());
                semaphore.bound().map_or(Value::Nothing, |bound| Value::Number(bound as f64))
            }
            other => panic!("{other} has no bound"),
        },
        "state" => match args.need(0, "timeout") {
            Value::Thing(Thing::Timeout(timeout)) => Value::text(&timeout.state().to_string()),
            other => panic!("{other} has no state"),
        },
        "level" => match args.need(0, "thing") {
            Value::Thing(Thing::Barrier(barrier)) => Value::Number(barrier.inside() as f64),
            Value::Thing(Thing::Queue(queue)) => Value::Number(queue.unfinished() as f64),
            Value::Thing(Thing::Semaphore(semaphore)) => Value::Number(semaphore.value() as f64),
            other => panic!("{other} has no level"),
        },
        "condition" => match args.need(0, "barrier") {
            Value::Thing(Thing::Barrier(barrier)) => {
                Value::Thing(Thing::Condition(barrier.condition().clone()))
            }
            other => panic!("{other} has no condition"),
        },
        "must_cancel" => Value::Truth(task(args).must_cancel()),
        "awaited" => task(args).awaited().map_or(Value::Nothing, Value::Future),
        "is_unseen" => Value::Truth(future(args).is_unseen()),
        "in_debug" => Value::Truth(future(args).in_debug()),
        "cancel_message" => future(args).cancel_message().unwrap_or(Value::Nothing),
        "set_cancel_message" => {
            future(args).set_cancel_message(args.get(1, "words"));
            Value::Nothing
        }
        "driven_until" => {
            machine.driven_until().map_or(Value::Nothing, |future| Value::Future(future.clone()))
        }
        _ => return None,
    })
}

fn waiters(thing: &Value) -> Vec<Future<Scripted>> {
    match thing {
        Value::Thing(Thing::Lock(lock)) => lock.waiters(),
        Value::Thing(Thing::Event(event)) => event.waiters(),
        Value::Thing(Thing::Condition(condition)) => condition.waiters(),
        Value::Thing(Thing::Semaphore(semaphore)) => semaphore.waiters(),
        Value::Thing(Thing::Queue(queue)) => queue.join_waiters(),
        other => panic!("nobody waits for {other}"),
    }
}

fn is_bound(thing: &Value) -> bool {
    match thing {
        Value::Thing(Thing::Lock(lock)) => lock.is_bound(),
        Value::Thing(Thing::Semaphore(semaphore)) => semaphore.is_bound(),
        other => panic!("{other} is not bound to a loop"),
    }
}

fn future(args: &Arguments) -> Future<Scripted> {
    match args.need(0, "future") {
        Value::Future(future) => future,
        other => panic!("{}({other})", args.verb),
    }
}

fn task(args: &Arguments) -> Task<Scripted> {
    Task::of(&future(args)).unwrap_or_else(|| panic!("only tasks have {}", args.verb))
}
