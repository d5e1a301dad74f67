//! What objects of asyncio's keep alive: the futures of those who wait, a group's tasks, a loop.

use interleave_core::{AsCompleted, Barrier, Condition, Event, Future, Lock, Semaphore, TaskGroup, Timeout};

use super::slot::find;
use super::{futures, loops, queues};
use crate::builtins::{async_generator, coroutine_wrapper};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::reach::Ahead;

/// Lets `look` see what an object leads to, other than its attributes.
pub(crate) fn each_kept(value: &Value, look: &mut dyn FnMut(Ahead)) {
    let Value::Instance(instance) = value else { return };
    if let Some(step) = async_generator::step_of(instance) {
        look(Ahead::Value(Value::Generator(step.generator().clone())));
    } else if let Some(coroutine) = coroutine_wrapper::coroutine_of(instance) {
        look(Ahead::Value(Value::Generator(coroutine.clone())));
    } else if let Ok(home) = loops::home_of(value) {
        look(Ahead::Loop(home));
    } else if let Some(future) = futures::of_value(value) {
        look(Ahead::Future(future.clone()));
    } else {
        if let Some(queue) = queues::find_queue(value) {
            queue.items().into_iter().for_each(|item| look(Ahead::Value(item)));
        }
        waiting(value).into_iter().for_each(|future| look(Ahead::Future(future)));
    }
}

/// The futures that something which tasks share keeps.
fn waiting(value: &Value) -> Vec<Future<Vm>> {
    if let Some(lock) = find::<Lock<Vm>>(value) {
        lock.waiters()
    } else if let Some(event) = find::<Event<Vm>>(value) {
        event.waiters()
    } else if let Some(condition) = find::<Condition<Vm>>(value) {
        of_condition(condition)
    } else if let Some(semaphore) = find::<Semaphore<Vm>>(value) {
        semaphore.waiters()
    } else if let Some(barrier) = find::<Barrier<Vm>>(value) {
        of_condition(barrier.condition())
    } else if let Some(queue) = queues::find_queue(value) {
        [queue.getters(), queue.putters(), queue.join_waiters()].concat()
    } else if let Some(group) = find::<TaskGroup<Vm>>(value) {
        group.futures()
    } else if let Some(completions) = find::<AsCompleted<Vm>>(value) {
        completions.futures()
    } else {
        let task = find::<Timeout<Vm>>(value).and_then(Timeout::task);
        task.iter().map(|task| task.future().clone()).collect()
    }
}

fn of_condition(condition: &Condition<Vm>) -> Vec<Future<Vm>> {
    [condition.waiters(), condition.lock().waiters()].concat()
}
