//! What is told at a glance of futures, tasks and shared things: their state, without running code.

use interleave_core::{Barrier, Condition, Event, Future, Lock, Semaphore, Task, TaskGroup, Timeout};

use super::slot::find;
use super::{futures, queues};
use crate::value::Value;
use crate::vm::Vm;

/// What is said of an object after the name of its class, and values to be told after that.
pub(crate) fn words(value: &Value) -> Option<(String, Vec<Value>)> {
    if let Some(queue) = queues::find_queue(value) {
        let most = queue.maxsize();
        let said = if most > 0 { format!("{} of {most}", queue.len()) } else { queue.len().to_string() };
        return Some((said, queue.items()));
    }
    let said = if let Some(future) = futures::of_value(value) {
        of_future(future)
    } else if let Some(lock) = find::<Lock<Vm>>(value) {
        of_lock(lock)
    } else if let Some(event) = find::<Event<Vm>>(value) {
        if event.is_set() { "set" } else { "unset" }.to_owned()
    } else if let Some(condition) = find::<Condition<Vm>>(value) {
        of_lock(condition.lock())
    } else if let Some(semaphore) = find::<Semaphore<Vm>>(value) {
        format!("value={}", semaphore.value())
    } else if let Some(barrier) = find::<Barrier<Vm>>(value) {
        format!("{} of {}", barrier.waiting(), barrier.parties())
    } else if let Some(group) = find::<TaskGroup<Vm>>(value) {
        format!("tasks={}", group.tasks().len())
    } else {
        let timeout = find::<Timeout<Vm>>(value)?;
        timeout.when().map_or_else(|| "never".to_owned(), |when| format!("when={when}"))
    };
    Some((said, Vec::new()))
}

fn of_future(future: &Future<Vm>) -> String {
    let state = match future.peek_exception() {
        Some(_) => "failed",
        None => super::repr::state(future),
    };
    match Task::of(future) {
        Some(task) => format!("{} {state}", task.name()),
        None => state.to_owned(),
    }
}

fn of_lock(lock: &Lock<Vm>) -> String {
    if lock.is_locked() { "locked" } else { "unlocked" }.to_owned()
}
