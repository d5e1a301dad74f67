//! `Lock`, `Event`, `Condition`, `Semaphore`, `BoundedSemaphore`, `Barrier`.

use std::rc::Rc;

use interleave_core::{Barrier, Condition, Coroutine, Event, Future, Input, Lock, Output, Semaphore, Step};
use interleave_trace::BarrierPhase;

use super::futures::coroutine;
use super::overriding::{self, Caller};
use super::removed::without_loop;
use super::repr::remember;
use super::slot::{find, get, make, set};
use super::trace::{self, Known};
use super::{class, line_of, subclass};
use crate::builtins::{install, install_getters, install_static};
use crate::object::exception::LibraryLine;
use crate::object::{Class, Exception};
use crate::value::Value;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::integer;
use crate::vm::raise::type_error;
use crate::vm::{Loop, Vm};

pub(super) fn classes() -> Vec<Rc<Class>> {
    let lock = class("Lock");
    install_static(&lock, &[("__new__", make::<Lock<Vm>>)]);
    install(
        &lock,
        &[
            ("__init__", lock_init),
            ("acquire", lock_acquire),
            ("release", lock_release),
            ("locked", lock_locked),
            ("__aenter__", lock_enter),
            ("__aexit__", lock_exit),
        ],
    );
    install_getters(&lock, &[("_waiters", lock_waiters)]);
    let event = class("Event");
    install_static(&event, &[("__new__", make::<Event<Vm>>)]);
    install(
        &event,
        &[
            ("__init__", event_init),
            ("wait", event_wait),
            ("set", event_set),
            ("clear", event_clear),
            ("is_set", event_is_set),
        ],
    );
    install_getters(&event, &[("_waiters", event_waiters)]);
    let condition = class("Condition");
    install_static(&condition, &[("__new__", make::<Condition<Vm>>)]);
    install(
        &condition,
        &[
            ("__init__", condition_init),
            ("wait", condition_wait),
            ("notify", condition_notify),
            ("notify_all", condition_notify_all),
            ("_notified", condition_notified),
            ("_wake", condition_wake),
            ("__aenter__", condition_enter),
            ("__aexit__", condition_exit),
        ],
    );
    install_getters(&condition, &[("_waiters", condition_waiters)]);
    let semaphore = class("Semaphore");
    install_static(&semaphore, &[("__new__", make::<Semaphore<Vm>>)]);
    install(
        &semaphore,
        &[
            ("__init__", semaphore_init),
            ("acquire", semaphore_acquire),
            ("release", semaphore_release),
            ("locked", semaphore_locked),
            ("__aenter__", semaphore_enter),
            ("__aexit__", semaphore_exit),
        ],
    );
    install_getters(&semaphore, &[("_value", semaphore_value), ("_waiters", semaphore_waiters)]);
    let bounded = subclass("BoundedSemaphore", &semaphore);
    install(&bounded, &[("__init__", bounded_init)]);
    let barrier = class("Barrier");
    install_static(&barrier, &[("__new__", make::<Barrier<Vm>>)]);
    install(
        &barrier,
        &[
            ("__init__", barrier_init),
            ("wait", barrier_wait),
            ("reset", barrier_reset),
            ("abort", barrier_abort),
            ("__aenter__", barrier_enter),
            ("__aexit__", barrier_exit),
        ],
    );
    install_getters(
        &barrier,
        &[
            ("parties", barrier_parties),
            ("n_waiting", barrier_waiting),
            ("broken", barrier_broken),
            ("_count", barrier_inside),
        ],
    );
    vec![lock, event, condition, semaphore, bounded, barrier]
}

/// What the repr of a lock says of its state; nothing if the object is none.
pub(super) fn state_text(object: &Value) -> Option<String> {
    if let Some(barrier) = find::<Barrier<Vm>>(object) {
        let phase = match barrier.phase() {
            BarrierPhase::Filling => "filling",
            BarrierPhase::Draining => "draining",
            BarrierPhase::Resetting => "resetting",
            BarrierPhase::Broken => "broken",
        };
        let waiting = if barrier.is_broken() {
            String::new()
        } else {
            format!(", waiters:{}/{}", barrier.waiting(), barrier.parties())
        };
        return Some(format!("{phase}{waiting}"));
    }
    let (state, waiters) = if let Some(lock) = find::<Lock<Vm>>(object) {
        (locked(lock.is_locked()), lock.waiters())
    } else if let Some(event) = find::<Event<Vm>>(object) {
        (if event.is_set() { "set" } else { "unset" }.to_owned(), event.waiters())
    } else if let Some(condition) = find::<Condition<Vm>>(object) {
        (locked(condition.lock().is_locked()), condition.waiters())
    } else {
        let semaphore = find::<Semaphore<Vm>>(object)?;
        let state = match semaphore.is_locked() {
            true => "locked".to_owned(),
            false => format!("unlocked, value:{}", semaphore.value()),
        };
        (state, semaphore.waiters())
    };
    Some(with_waiters(state, &waiters))
}

fn locked(locked: bool) -> String {
    if locked { "locked" } else { "unlocked" }.to_owned()
}

fn with_waiters(state: String, waiters: &[Future<Vm>]) -> String {
    if waiters.is_empty() { state } else { format!("{state}, waiters:{}", waiters.len()) }
}

/// Something that is done when it is awaited, and does not wait: `__aexit__`, and `__aenter__` without a result.
struct Quiet<C> {
    inner: C,
}

impl<C: Coroutine<Vm>> Coroutine<Vm> for Quiet<C> {
    fn resume(&mut self, machine: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        match self.inner.resume(machine, input) {
            Step::Return(_) => Step::Return(Output::Nothing),
            step => step,
        }
    }

    fn close(&mut self, machine: &mut Loop) {
        self.inner.close(machine);
    }
}

/// What `__aexit__` does when it is awaited.
struct Leave<F>(F);

impl<F: Fn(&mut Loop) -> Result<(), Exception>> Coroutine<Vm> for Leave<F> {
    fn resume(&mut self, machine: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        match input {
            Input::Throw(exception) => Step::Raise(exception),
            _ => (self.0)(machine).map_or_else(Step::Raise, |()| Step::Return(Output::Nothing)),
        }
    }
}

fn entering(cx: &mut Context<'_>, known: &'static Known, inner: impl Coroutine<Vm> + 'static) -> Answer {
    coroutine(cx, known, Quiet { inner })
}

fn leaving(
    cx: &mut Context<'_>,
    known: &'static Known,
    leave: impl Fn(&mut Loop) -> Result<(), Exception> + 'static,
) -> Answer {
    coroutine(cx, known, Leave(leave))
}

fn lock_init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "Lock", arguments) {
        return call;
    }
    arguments.alone("Lock.__init__")?;
    let lock = Lock::new(cx.machine);
    remember(lock.id(), arguments.object());
    set(arguments.object(), lock)?;
    nothing()
}

fn lock<'a>(arguments: &Arguments<'a>) -> Result<&'a Lock<Vm>, Exception> {
    get(arguments.object())
}

fn lock_acquire(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Lock.acquire")?;
    let acquire = lock(&arguments)?.acquire();
    coroutine(cx, &trace::LOCK_ACQUIRE, acquire)
}

fn lock_release(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Lock.release")?;
    let lock = lock(&arguments)?;
    let released = trace::heeding(cx.machine, &[trace::LOCK_WAKES, trace::LOCK_RELEASES], |machine| {
        lock.release(machine)
    })?;
    released.map_err(|error| trace::at(error, &[trace::LOCK_RELEASE]))?;
    nothing()
}

fn lock_locked(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Lock.locked")?;
    Ok(lock(&arguments)?.is_locked().into())
}

/// Asyncio makes the line of a lock or a semaphore when somebody first waits.
fn line_once_made(vm: &Vm, is_made: bool, waiting: &[Future<Vm>]) -> Answer {
    if is_made { line_of(vm, waiting) } else { nothing() }
}

fn lock_waiters(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let lock = lock(&arguments)?;
    line_once_made(cx.vm, lock.is_bound(), &lock.waiters())
}

fn lock_enter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = overriding::call(cx, Caller::Enter, arguments.object(), None) {
        return call;
    }
    let acquire = lock(&arguments)?.acquire();
    entering(cx, &trace::LOCK_ENTER, acquire)
}

fn lock_exit(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = overriding::call(cx, Caller::Leave, arguments.object(), None) {
        return call;
    }
    let lock = lock(&arguments)?.clone();
    leaving(cx, &trace::LEAVING_LOCK, move |machine| lock.release(machine))
}

fn event_init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "Event", arguments) {
        return call;
    }
    arguments.alone("Event.__init__")?;
    let event = Event::new(cx.machine);
    remember(event.id(), arguments.object());
    set(arguments.object(), event)?;
    nothing()
}

fn event<'a>(arguments: &Arguments<'a>) -> Result<&'a Event<Vm>, Exception> {
    get(arguments.object())
}

fn event_wait(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Event.wait")?;
    let wait = event(&arguments)?.wait();
    coroutine(cx, &trace::EVENT_WAITING, wait)
}

fn event_set(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Event.set")?;
    let event = event(&arguments)?;
    trace::heeding(cx.machine, &[trace::EVENT_WAKES], |machine| event.set(machine))?;
    nothing()
}

fn event_clear(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Event.clear")?;
    event(&arguments)?.clear(cx.machine);
    nothing()
}

fn event_is_set(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Event.is_set")?;
    Ok(event(&arguments)?.is_set().into())
}

fn event_waiters(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    line_of(cx.vm, &event(&arguments)?.waiters())
}

/// `Condition.__init__(lock)`: the Python part has made the lock, if none was given.
fn condition_init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [lock] = arguments.exactly("Condition.__init__")?;
    let lock = get::<Lock<Vm>>(lock)?.clone();
    let condition = Condition::new(cx.machine, Some(lock));
    remember(condition.id(), arguments.object());
    set(arguments.object(), condition)?;
    nothing()
}

fn condition<'a>(arguments: &Arguments<'a>) -> Result<&'a Condition<Vm>, Exception> {
    get(arguments.object())
}

fn condition_wait(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Condition.wait")?;
    if let Some(call) = overriding::call(cx, Caller::Wait, arguments.object(), None) {
        return call;
    }
    let wait = condition(&arguments)?.wait();
    coroutine(cx, &trace::CONDITION_WAITING, wait)
}

/// Waits to be notified, without a word to the lock. It shows in no traceback.
fn condition_notified(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let notified = condition(&arguments)?.notified();
    Ok(Outcome::Value(cx.vm.native_coroutine(None, Box::new(notified))))
}

/// `_wake(n)`: what `notify(n)` does once it has asked the lock.
fn condition_wake(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [most] = arguments.exactly("Condition._wake")?;
    let most = count(most, &[])?.try_into().unwrap_or(0);
    let condition = condition(&arguments)?;
    trace::heeding(cx.machine, &[trace::NOTIFY_WAKES], |machine| condition.wake(machine, most))?;
    nothing()
}

fn condition_notify(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [most] = arguments.fit("Condition.notify", ["n"], 0, 0)?;
    let most = match most {
        Value::Unset => 1,
        most => count(&most, &[])?.try_into().unwrap_or(0),
    };
    let number = Value::index(most);
    if let Some(call) = overriding::call(cx, Caller::Notify, arguments.object(), Some(&number)) {
        return call;
    }
    let condition = condition(&arguments)?;
    let lines = &[trace::NOTIFY_WAKES, trace::NOTIFIES];
    let notified = trace::heeding(cx.machine, lines, |machine| condition.notify(machine, most))?;
    notified.map_err(|error| trace::at(error, &[trace::NOTIFY]))?;
    nothing()
}

fn condition_notify_all(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Condition.notify_all")?;
    if let Some(call) = overriding::call(cx, Caller::NotifyAll, arguments.object(), None) {
        return call;
    }
    let condition = condition(&arguments)?;
    let lines = &[trace::NOTIFY_WAKES, trace::NOTIFIES, trace::NOTIFY_ALL];
    let notified = trace::heeding(cx.machine, lines, |machine| condition.notify_all(machine))?;
    notified.map_err(|error| trace::at(error, &[trace::NOTIFY, trace::NOTIFY_ALL]))?;
    nothing()
}

fn condition_waiters(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    line_of(cx.vm, &condition(&arguments)?.waiters())
}

fn condition_enter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = overriding::call(cx, Caller::Enter, arguments.object(), None) {
        return call;
    }
    let acquire = condition(&arguments)?.lock().acquire();
    entering(cx, &trace::LOCK_ENTER, acquire)
}

fn condition_exit(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = overriding::call(cx, Caller::Leave, arguments.object(), None) {
        return call;
    }
    let lock = condition(&arguments)?.lock().clone();
    leaving(cx, &trace::LEAVING_LOCK, move |machine| lock.release(machine))
}

/// A number that is compared with another first, at these lines.
fn count(value: &Value, asks: &'static [&'static LibraryLine]) -> Result<i64, Exception> {
    match integer(value) {
        Some(number) => Ok(crate::vm::equality::small_int(&Value::from(number)).unwrap_or(i64::MAX)),
        None => {
            let class = crate::vm::describe::error_name(value);
            let error = type_error(format!("'<' not supported between instances of '{class}' and 'int'"));
            Err(trace::at(error, asks))
        }
    }
}

fn permits(
    arguments: &Arguments<'_>,
    qualname: &str,
    asks: &'static [&'static LibraryLine],
) -> Result<i64, Exception> {
    let [value] = arguments.fit(qualname, ["value"], 0, 0)?;
    if value.is_unset() { Ok(1) } else { count(&value, asks) }
}

fn keep(object: &Value, semaphore: Semaphore<Vm>) -> Answer {
    remember(semaphore.id(), object);
    set(object, semaphore)?;
    nothing()
}

fn semaphore_init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "Semaphore", arguments) {
        return call;
    }
    let semaphore =
        Semaphore::new(cx.machine, permits(&arguments, "Semaphore.__init__", &[trace::SEMAPHORE_COMPARES])?);
    let semaphore = semaphore.map_err(|error| trace::at(error, &[trace::SEMAPHORE_VALUE]))?;
    keep(arguments.object(), semaphore)
}

fn bounded_init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = without_loop(cx, "BoundedSemaphore", arguments) {
        return call;
    }
    let asks = &[trace::SEMAPHORE_COMPARES, trace::BOUNDED_VALUE];
    let semaphore = Semaphore::bounded(cx.machine, permits(&arguments, "BoundedSemaphore.__init__", asks)?);
    let lines = &[trace::SEMAPHORE_VALUE, trace::BOUNDED_VALUE];
    let semaphore = semaphore.map_err(|error| trace::at(error, lines))?;
    keep(arguments.object(), semaphore)
}

fn semaphore<'a>(arguments: &Arguments<'a>) -> Result<&'a Semaphore<Vm>, Exception> {
    get(arguments.object())
}

fn semaphore_acquire(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Semaphore.acquire")?;
    let acquire = semaphore(&arguments)?.acquire();
    coroutine(cx, &trace::SEMAPHORE_ACQUIRING, acquire)
}

fn semaphore_release(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Semaphore.release")?;
    let semaphore = semaphore(&arguments)?;
    let lines: &[_] = match semaphore.is_bounded() {
        true => &[trace::SEMAPHORE_WAKES, trace::SEMAPHORE_RELEASES, trace::BOUNDED_RELEASES],
        false => &[trace::SEMAPHORE_WAKES, trace::SEMAPHORE_RELEASES],
    };
    let released = trace::heeding(cx.machine, lines, |machine| semaphore.release(machine))?;
    released.map_err(|error| trace::at(error, &[trace::SEMAPHORE_RELEASE]))?;
    nothing()
}

fn semaphore_locked(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Semaphore.locked")?;
    Ok(semaphore(&arguments)?.is_locked().into())
}

fn semaphore_value(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(semaphore(&arguments)?.value())))
}

fn semaphore_waiters(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let semaphore = semaphore(&arguments)?;
    line_once_made(cx.vm, semaphore.is_bound(), &semaphore.waiters())
}

fn semaphore_enter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = overriding::call(cx, Caller::Enter, arguments.object(), None) {
        return call;
    }
    let acquire = semaphore(&arguments)?.acquire();
    entering(cx, &trace::SEMAPHORE_ENTER, acquire)
}

fn semaphore_exit(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = overriding::call(cx, Caller::Leave, arguments.object(), None) {
        return call;
    }
    let semaphore = semaphore(&arguments)?.clone();
    let known = if semaphore.is_bounded() { &trace::LEAVING_BOUNDED } else { &trace::LEAVING_SEMAPHORE };
    leaving(cx, known, move |machine| semaphore.release(machine))
}

fn barrier_init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [parties] = arguments.fit("Barrier.__init__", ["parties"], 1, 0)?;
    let barrier = Barrier::new(cx.machine, count(&parties, &[trace::BARRIER_COMPARES])?);
    let barrier = barrier.map_err(|error| trace::at(error, &[trace::BARRIER_PARTIES]))?;
    set(arguments.object(), barrier)?;
    nothing()
}

fn barrier<'a>(arguments: &Arguments<'a>) -> Result<&'a Barrier<Vm>, Exception> {
    get(arguments.object())
}

fn barrier_wait(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Barrier.wait")?;
    let wait = barrier(&arguments)?.wait();
    coroutine(cx, &trace::BARRIER_WAITING, wait)
}

fn barrier_enter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(call) = overriding::call(cx, Caller::EnterBarrier, arguments.object(), None) {
        return call;
    }
    let wait = barrier(&arguments)?.wait();
    coroutine(cx, &trace::BARRIER_ENTER, wait)
}

fn barrier_exit(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    leaving(cx, &trace::LEAVING_LOCK, |_| Ok(()))
}

fn barrier_reset(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Barrier.reset")?;
    let reset = barrier(&arguments)?.reset();
    coroutine(cx, &trace::BARRIER_RESET, reset)
}

fn barrier_abort(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.alone("Barrier.abort")?;
    let abort = barrier(&arguments)?.abort();
    coroutine(cx, &trace::BARRIER_ABORT, abort)
}

fn barrier_parties(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(barrier(&arguments)?.parties())))
}

fn barrier_waiting(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(barrier(&arguments)?.waiting())))
}

fn barrier_inside(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(barrier(&arguments)?.inside())))
}

fn barrier_broken(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(barrier(&arguments)?.is_broken().into())
}
