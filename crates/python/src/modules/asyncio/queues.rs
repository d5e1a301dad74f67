//! `Queue`, `PriorityQueue`, `LifoQueue`.

use std::rc::Rc;

use interleave_core::{Coroutine, Input, Output, Queue, QueueOrder, Step};

use super::futures::{coroutine, drive, failing};
use super::overriding::{self, Caller};
use super::removed::without_loop;
use super::repr::remember;
use super::slot::{find, get, make, no_order, set};
use super::trace::{self, Known};
use super::{class, line_of, subclass};
use crate::builtins::{install, install_getters, install_static};
use crate::object::exception::LibraryLine;
use crate::object::{Class, Exception};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::equality::small_int;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};

pub(super) fn classes() -> Vec<Rc<Class>> {
    let queue = class("Queue");
    install_static(&queue, &[("__new__", make::<QueueObject>)]);
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
    let [given] = arguments.fit("Queue.__init__", ["maxsize"], 0, 0)?;
    let size = match &given {
        Value::Unset => 0,
        Value::Float(number, _) => super::slot::seconds(&Value::float(number.ceil())).map_or(0, as_size),
        given => small_int(given).unwrap_or(0),
    };
    let is_number = given.is_unset() || super::slot::seconds(&given).is_some();
    let core = Queue::new(cx.machine, order, size);
    remember(core.id(), arguments.object());
    set(arguments.object(), QueueObject { core, strange_size: (!is_number).then_some(given) })?;
    nothing()
}

/// A queue, and its greatest size if that is no number: who asks whether it is full fails.
struct QueueObject {
    core: Queue<Vm>,
    strange_size: Option<Value>,
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
    get::<QueueObject>(arguments.object()).map(|object| &object.core)
}

/// The queue behind an object, if there is one.
pub(super) fn find_queue(value: &Value) -> Option<&Queue<Vm>> {
    find::<QueueObject>(value).map(|object| &object.core)
}

/// The same for who will ask whether it is full, at these lines.
fn measured<'a>(
    arguments: &Arguments<'a>,
    asks: &'static [&'static LibraryLine],
) -> Result<&'a Queue<Vm>, Exception> {
    let object = get::<QueueObject>(arguments.object())?;
    match &object.strange_size {
        None => Ok(&object.core),
        Some(size) => Err(trace::at(no_order(size, "int"), asks)),
    }
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
    Ok(measured(&arguments, &[trace::QUEUE_COMPARES])?.is_full().into())
}

fn put(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [item] = arguments.fit("Queue.put", ["item"], 1, 0)?;
    if let Some(call) = overriding::call(cx, Caller::Put, arguments.object(), Some(&item)) {
        return call;
    }
    match measured(&arguments, &[]) {
        Ok(queue) => coroutine(cx, &trace::PUTTING, queue.put(item)),
        Err(error) => {
            let lines = &[trace::QUEUE_COMPARES, trace::QUEUE_PUT_ASKS];
            failing(cx, &trace::PUTTING_STRANGELY, error, lines, item)
        }
    }
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
    let queue = measured(&arguments, &[trace::QUEUE_COMPARES, trace::QUEUE_PUT_NOW_ASKS])?;
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
    let object = get::<QueueObject>(arguments.object())?;
    Ok(Outcome::Value(object.strange_size.clone().unwrap_or_else(|| Value::int(object.core.maxsize()))))
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
