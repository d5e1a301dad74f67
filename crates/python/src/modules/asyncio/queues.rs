//! `Queue`, `PriorityQueue`, `LifoQueue`.

use std::rc::Rc;

use interleave_core::{Coroutine, Input, Output, Queue, QueueOrder, Step};

use super::futures::{coroutine, drive};
use super::overriding::{self, Caller};
use super::removed::without_loop;
use super::repr::remember;
use super::slot::{get, make, set};
use super::trace::{self, Known};
use super::{class, line_of, subclass};
use crate::builtins::{install, install_getters, install_static};
use crate::object::{Class, Exception};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::describe::class_name;
use crate::vm::equality::small_int;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::type_error;

pub(super) fn classes() -> Vec<Rc<Class>> {
    let queue = class("Queue");
    install_static(&queue, &[("__new__", make::<Queue<Vm>>)]);
    install(
        &queue,
        &[
            ("__init__", fifo),
            ("qsize", qsize),
            ("empty", empty),
            ("full", full),
            ("put", put),
            ("get", take),
            ("put_nowait", put_nowait),
            ("get_nowait", get_nowait),
            ("task_done", task_done),
            ("join", join),
            ("_room", room),
            ("_item", item),
            ("shutdown", shutdown),
        ],
    );
    install_getters(
        &queue,
        &[
            ("maxsize", maxsize),
            ("_maxsize", maxsize),
            ("_queue", items),
            ("_unfinished_tasks", unfinished),
            ("_getters", getters),
            ("_putters", putters),
            ("_is_shutdown", is_shut_down),
        ],
    );
    let priority = subclass("PriorityQueue", &queue);
    install(&priority, &[("__init__", by_priority)]);
    let lifo = subclass("LifoQueue", &queue);
    install(&lifo, &[("__init__", last_first)]);
    vec![queue, priority, lifo]
}

fn init(cx: &mut Context<'_>, arguments: Arguments<'_>, order: QueueOrder) -> Answer {
    let [maxsize] = arguments.fit("Queue.__init__", ["maxsize"], 0, 0)?;
    let maxsize = match &maxsize {
        Value::Unset => 0,
        Value::Float(number, _) => super::slot::seconds(&Value::float(number.ceil())).map_or(0, as_size),
        given => match small_int(given) {
            Some(size) => size,
            None => {
                let class = class_name(given);
                return Err(type_error(format!(
                    "'<=' not supported between instances of '{class}' and 'int'"
                )));
            }
        },
    };
    let queue = Queue::new(cx.machine, order, maxsize);
    remember(queue.id(), arguments.object());
    set(arguments.object(), queue)?;
    nothing()
}

/// So many items are too many for a queue of this size.
#[expect(clippy::cast_possible_truncation, reason = "it saturates, as it should")]
fn as_size(number: f64) -> i64 {
    number as i64
}

fn fifo(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "Queue", arguments) {
        return call;
    }
    init(cx, arguments, QueueOrder::Fifo)
}

fn by_priority(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "PriorityQueue", arguments) {
        return call;
    }
    init(cx, arguments, QueueOrder::Priority)
}

fn last_first(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "LifoQueue", arguments) {
        return call;
    }
    init(cx, arguments, QueueOrder::Lifo)
}

fn queue<'a>(arguments: &Arguments<'a>) -> Result<&'a Queue<Vm>, Exception> {
    get(arguments.object())
}

fn qsize(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Queue.qsize")?;
    Ok(Outcome::Value(Value::index(queue(&arguments)?.len())))
}

fn empty(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Queue.empty")?;
    Ok(queue(&arguments)?.is_empty().into())
}

fn full(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Queue.full")?;
    Ok(queue(&arguments)?.is_full().into())
}

fn put(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [item] = arguments.fit("Queue.put", ["item"], 1, 0)?;
    if let Some(call) = overriding::call(cx, Caller::Put, arguments.object(), Some(&item)) {
        return call;
    }
    let put = queue(&arguments)?.put(item);
    coroutine(cx, &trace::PUTTING, put)
}

fn take(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Queue.get")?;
    if let Some(call) = overriding::call(cx, Caller::Get, arguments.object(), None) {
        return call;
    }
    let get = queue(&arguments)?.get();
    coroutine(cx, &trace::GETTING, get)
}

/// Waits for room, and puts nothing in. It shows in no traceback.
fn room(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let room = queue(&arguments)?.room();
    Ok(Outcome::Value(cx.vm.native_coroutine(None, Box::new(room))))
}

/// Waits for an item, and leaves it in. It shows in no traceback.
fn item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let item = queue(&arguments)?.item();
    Ok(Outcome::Value(cx.vm.native_coroutine(None, Box::new(item))))
}

fn put_nowait(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [item] = arguments.fit("Queue.put_nowait", ["item"], 1, 0)?;
    let queue = queue(&arguments)?;
    at_once(cx, queue, &trace::PUTTING_NOW, queue.put_nowait(item))
}

fn get_nowait(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Queue.get_nowait")?;
    let queue = queue(&arguments)?;
    at_once(cx, queue, &trace::GETTING_NOW, queue.get_nowait())
}

/// Without comparing, it ends with its first step; a queue that goes by priority may have to ask.
fn at_once(
    cx: &mut Context<'_>,
    queue: &Queue<Vm>,
    known: &'static Known,
    now: impl Coroutine<Vm> + 'static,
) -> Answer {
    if queue.order() == QueueOrder::Priority {
        return drive(known, now);
    }
    let mut shown = trace::Shown::new(known, now);
    let step = cx.machine.heed_closed_loops(|machine| shown.resume(machine, Input::Start));
    match step.inspect_err(|closed| known.is_refused(closed, false))? {
        Step::Raise(exception) => Err(exception),
        Step::Return(Output::Value(value)) => Ok(Outcome::Value(value)),
        _ => nothing(),
    }
}

fn task_done(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Queue.task_done")?;
    let queue = queue(&arguments)?;
    let lines = &[trace::EVENT_WAKES, trace::QUEUE_FINISHES];
    let done = trace::heeding(cx.machine, lines, |machine| queue.task_done(machine))?;
    done.map_err(|error| trace::at(error, &[trace::QUEUE_TASK_DONE]))?;
    nothing()
}

fn join(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Queue.join")?;
    let join = queue(&arguments)?.join();
    coroutine(cx, &trace::JOINING, join)
}

fn shutdown(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [immediate] = arguments.fit("Queue.shutdown", ["immediate"], 0, 0)?;
    let immediate = !immediate.is_unset() && crate::vm::operators::truth(&immediate).unwrap_or(true);
    drive(&trace::SHUTTING_DOWN, queue(&arguments)?.shutdown(immediate))
}

fn maxsize(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(queue(&arguments)?.maxsize())))
}

fn items(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::list(queue(&arguments)?.items())))
}

fn unfinished(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(queue(&arguments)?.unfinished())))
}

fn getters(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let waiting = queue(&arguments)?.getters();
    line_of(cx.vm, &waiting)
}

fn putters(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let waiting = queue(&arguments)?.putters();
    line_of(cx.vm, &waiting)
}

fn is_shut_down(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(queue(&arguments)?.is_shut_down().into())
}
