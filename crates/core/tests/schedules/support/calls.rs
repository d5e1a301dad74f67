//! What the library's words mean to a script: which call of the core each one is.

use std::rc::Rc;

use interleave_core::{
    AsCompleted, Barrier, Block, Condition, Coroutine, Event, EventLoop, Future, Input, Lock, Machine, Pool, Queue,
    QueueOrder, ReturnWhen, Run, RunUntilComplete, Runner, Semaphore, Sleep, Step, Task, TaskGroup, Timeout, Wait,
    WaitFor, gather, nanoseconds, seconds, shield,
};

use super::language::{Argument, BodyKind};
use super::program::{Called, Completion, Frame, Given, Routine, Scripted};
use super::values::{Exception, Value};

/// What the library makes and scripts keep.
#[derive(Clone)]
pub(crate) enum Thing {
    Lock(Lock<Scripted>),
    Event(Event<Scripted>),
    Condition(Condition<Scripted>),
    Semaphore(Semaphore<Scripted>),
    Barrier(Barrier<Scripted>),
    Queue(Queue<Scripted>),
    Timeout(Timeout<Scripted>),
    Group(TaskGroup<Scripted>),
    Completed(AsCompleted<Scripted>),
    Runner(Runner),
    Loop(EventLoop),
}

/// What `with` leaves again.
pub(crate) enum Manager {
    Lock(Lock<Scripted>),
    Semaphore(Semaphore<Scripted>),
    Barrier,
    Timeout(Timeout<Scripted>),
    Group(TaskGroup<Scripted>),
}

impl Manager {
    pub(crate) fn enter(machine: &mut Machine<Scripted>, value: &Value) -> Result<(Self, Frame), Exception> {
        let Value::Thing(thing) = value else { panic!("`with {value}`") };
        Ok(match thing {
            Thing::Lock(lock) => (Self::Lock(lock.clone()), Frame::native(lock.acquire())),
            Thing::Condition(condition) => {
                let lock = condition.lock();
                (Self::Lock(lock.clone()), Frame::native(lock.acquire()))
            }
            Thing::Semaphore(semaphore) => (Self::Semaphore(semaphore.clone()), Frame::native(semaphore.acquire())),
            Thing::Barrier(barrier) => (Self::Barrier, Frame::native(barrier.wait())),
            Thing::Timeout(timeout) => {
                timeout.enter(machine)?;
                (Self::Timeout(timeout.clone()), given(value.clone()))
            }
            Thing::Group(group) => {
                group.enter(machine)?;
                (Self::Group(group.clone()), given(value.clone()))
            }
            Thing::Event(_) | Thing::Queue(_) | Thing::Completed(_) | Thing::Runner(_) | Thing::Loop(_) => {
                panic!("`with {value}`")
            }
        })
    }

    pub(crate) fn exit(self, machine: &mut Machine<Scripted>, completion: &Completion) -> Result<Frame, Exception> {
        let exception = match completion {
            Completion::Raise(exception) => Some(exception),
            Completion::Normal | Completion::Return(_) => None,
        };
        match self {
            Self::Lock(lock) => lock.release(machine)?,
            Self::Semaphore(semaphore) => semaphore.release(machine)?,
            Self::Barrier => {}
            Self::Timeout(timeout) => timeout.exit(machine, exception)?,
            Self::Group(group) => return Ok(Frame::native(group.exit(exception.cloned()))),
        }
        Ok(given(Value::Nothing))
    }
}

/// A coroutine that has a function called by a pool's thread: `to_thread`.
struct ToThread {
    job: Option<Routine>,
    future: Option<Future<Scripted>>,
}

impl Coroutine<Scripted> for ToThread {
    fn resume(&mut self, machine: &mut Machine<Scripted>, input: Input<Scripted>) -> Step<Scripted> {
        if let Input::Throw(exception) = input {
            return Step::Raise(exception);
        }
        if let (Some(job), Some(home)) = (self.job.take(), machine.running_loop()) {
            return match machine.run_in_executor(home, None, job) {
                Ok(future) => {
                    self.future = Some(future);
                    Step::Block(Block::Others)
                }
                Err(exception) => Step::Raise(exception),
            };
        }
        match &self.future {
            Some(future) if !future.is_done() => Step::Await(future.clone()),
            Some(future) => {
                future.result().map_or_else(Step::Raise, |value| Step::Return(interleave_core::Output::Value(value)))
            }
            None => Step::Raise(Exception::saying("RuntimeError", "no running event loop")),
        }
    }
}

/// The arguments of a call.
struct Arguments {
    verb: String,
    given: Vec<(Option<String>, Value)>,
}

impl Arguments {
    /// An argument by its name or place.
    fn get(&self, place: usize, name: &str) -> Option<Value> {
        let named = self.given.iter().find(|(other, _)| other.as_deref() == Some(name));
        let placed = self.given.iter().filter(|(other, _)| other.is_none()).nth(place);
        named.or(placed).map(|(_, value)| value.clone())
    }

    fn named(&self, name: &str) -> Option<Value> {
        self.get(usize::MAX, name)
    }

    fn need(&self, place: usize, name: &str) -> Value {
        self.get(place, name).unwrap_or_else(|| panic!("{}() needs {name}", self.verb))
    }

    fn number(&self, place: usize, name: &str) -> Option<f64> {
        match self.get(place, name)? {
            Value::Number(number) => Some(number),
            Value::Nothing => None,
            other => panic!("{}(): {other} is no number", self.verb),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "scripts count to small numbers")]
    fn count(&self, place: usize, name: &str) -> Option<i64> {
        self.number(place, name).map(|number| number as i64)
    }

    fn placed(&self) -> Vec<Value> {
        self.given.iter().filter(|(name, _)| name.is_none()).map(|(_, value)| value.clone()).collect()
    }

    fn list(&self) -> Vec<Value> {
        match self.need(0, "list") {
            Value::List(items) => items.to_vec(),
            other => panic!("{}(): {other} is no list", self.verb),
        }
    }

    fn truth(&self, place: usize, name: &str) -> bool {
        self.get(place, name).is_some_and(|value| value.is_true())
    }

    fn exception(&self) -> Exception {
        match self.need(0, "exception") {
            Value::Exception(exception) => exception,
            other => panic!("{}(): {other} is no exception", self.verb),
        }
    }
}

impl Scripted {
    /// `verb(args)`
    pub(crate) fn call_function(
        &mut self,
        machine: &mut Machine<Self>,
        verb: &str,
        args: &[Argument],
    ) -> Result<Called, Exception> {
        let args = self.arguments(machine, verb, args)?;
        if let Some((frame, kind)) = Frame::of_body(&self.script, verb) {
            return Ok(match kind {
                BodyKind::Coroutine => Called::Value(Value::coroutine(verb, frame)),
                BodyKind::Function(_) => Called::Frame(frame),
            });
        }
        let coroutine = |frame| Called::Value(Value::coroutine(verb, frame));
        Ok(Called::Value(match verb {
            "Exception" | "BaseException" | "SystemExit" | "KeyboardInterrupt" | "CancelledError" => {
                Value::Exception(Exception::new(verb, args.placed()))
            }
            _ if verb.ends_with("Error") => Value::Exception(Exception::new(verb, args.placed())),
            "Lock" => Value::Thing(Thing::Lock(Lock::new(machine))),
            "Event" => Value::Thing(Thing::Event(Event::new(machine))),
            "Condition" => {
                let lock = match args.get(0, "lock") {
                    Some(Value::Thing(Thing::Lock(lock))) => Some(lock),
                    _ => None,
                };
                Value::Thing(Thing::Condition(Condition::new(machine, lock)))
            }
            "Semaphore" => {
                let value = args.count(0, "value").unwrap_or(1);
                Value::Thing(Thing::Semaphore(Semaphore::new(machine, value)?))
            }
            "BoundedSemaphore" => {
                let value = args.count(0, "value").unwrap_or(1);
                Value::Thing(Thing::Semaphore(Semaphore::bounded(machine, value)?))
            }
            "Barrier" => {
                let parties = args.count(0, "parties").unwrap_or(0);
                Value::Thing(Thing::Barrier(Barrier::new(machine, parties)?))
            }
            "Queue" | "PriorityQueue" | "LifoQueue" => {
                let order = match verb {
                    "Queue" => QueueOrder::Fifo,
                    "PriorityQueue" => QueueOrder::Priority,
                    _ => QueueOrder::Lifo,
                };
                Value::Thing(Thing::Queue(Queue::new(machine, order, args.count(0, "maxsize").unwrap_or(0))))
            }
            "TaskGroup" => Value::Thing(Thing::Group(TaskGroup::new(machine))),
            "timeout" => Value::Thing(Thing::Timeout(Timeout::after(machine, args.number(0, "delay")))),
            "timeout_at" => Value::Thing(Thing::Timeout(Timeout::at(machine, args.number(0, "when")))),
            "Runner" => Value::Thing(Thing::Runner(Runner::new())),
            "new_loop" => Value::Thing(Thing::Loop(machine.new_loop())),
            "run" => return Ok(Called::Frame(Frame::native(Run::new(self.routine(args.need(0, "main"))?)))),
            "wait" => {
                let futures = args.list().into_iter().map(|value| match value {
                    Value::Future(future) => future,
                    other => panic!("wait() takes futures, not {other}"),
                });
                let until = match args.named("return_when") {
                    Some(Value::Text(text)) if &*text == "FIRST_COMPLETED" => ReturnWhen::FirstCompleted,
                    Some(Value::Text(text)) if &*text == "FIRST_EXCEPTION" => ReturnWhen::FirstException,
                    _ => ReturnWhen::AllCompleted,
                };
                let wait = Wait::new(futures.collect(), args.number(usize::MAX, "timeout"), until);
                return Ok(coroutine(Frame::native(wait)));
            }
            "wait_for" => {
                let awaitable = self.awaitable(args.need(0, "awaitable"))?;
                return Ok(coroutine(Frame::native(WaitFor::new(awaitable, args.number(1, "timeout")))));
            }
            "to_thread" => {
                let job = Some(self.function(&args.need(0, "function")));
                return Ok(coroutine(Frame::native(ToThread { job, future: None })));
            }
            "block" => {
                let ns = nanoseconds(args.number(0, "delay").unwrap_or(0.0)).unwrap_or(i64::MAX);
                return Ok(Called::Frame(Frame::Waiting(Some(Block::For(ns)), Given::Value(Value::Nothing))));
            }
            "Pool" => {
                let workers = usize::try_from(args.count(0, "workers").unwrap_or(1));
                Value::Pool(Pool::new(workers.unwrap_or(1)))
            }
            "start_thread" => {
                let job = self.function(&args.need(0, "function"));
                let (_, ended) = machine.start_thread(job, false);
                return Ok(after_others(Value::Thread(ended)));
            }
            "len" => Value::Number(args.list().len() as f64),
            _ => {
                let home = running_loop(machine)?;
                return self.call_in_loop(machine, home, &args);
            }
        }))
    }

    fn arguments(&mut self, machine: &mut Machine<Self>, verb: &str, args: &[Argument]) -> Result<Arguments, Exception> {
        let given = args.iter().map(|arg| Ok((arg.name.clone(), self.eval(machine, &arg.value)?)));
        Ok(Arguments { verb: verb.to_owned(), given: given.collect::<Result<_, _>>()? })
    }

    /// What needs a loop, as a function of the one that runs or as a method.
    fn call_in_loop(
        &mut self,
        machine: &mut Machine<Self>,
        home: EventLoop,
        args: &Arguments,
    ) -> Result<Called, Exception> {
        Ok(Called::Value(match args.verb.as_str() {
            "sleep" => {
                let result = args.get(1, "result").unwrap_or(Value::Nothing);
                let sleep = Sleep::new(home, args.number(0, "delay").unwrap_or(0.0), result);
                Value::coroutine("sleep", Frame::native(sleep))
            }
            "Future" | "create_future" => Value::Future(machine.create_future(home)),
            "create_task" | "ensure_future" => Value::Future(self.future(machine, home, args.need(0, "coroutine"))?),
            "gather" => {
                let children = self.futures(machine, home, args.placed())?;
                Value::Future(gather(machine, home, children, args.truth(usize::MAX, "return_exceptions")))
            }
            "shield" => {
                let inner = self.future(machine, home, args.need(0, "inner"))?;
                Value::Future(shield(machine, &inner))
            }
            "as_completed" => {
                let futures = self.futures(machine, home, args.list())?;
                let timeout = args.number(usize::MAX, "timeout");
                Value::Thing(Thing::Completed(AsCompleted::new(machine, home, futures, timeout)))
            }
            "call_soon" => Value::Handle(machine.call_soon(home, self.function(&args.need(0, "function")))?),
            "call_soon_threadsafe" => {
                Value::Handle(machine.call_soon_threadsafe(home, self.function(&args.need(0, "function")))?)
            }
            "call_later" => {
                let delay = args.number(0, "delay").unwrap_or(0.0);
                Value::Handle(machine.call_later(home, delay, self.function(&args.need(1, "function")))?)
            }
            "call_at" => {
                let when = args.number(0, "when").unwrap_or(0.0);
                Value::Handle(machine.call_at(home, when, self.function(&args.need(1, "function")))?)
            }
            "run_in_executor" => {
                let pool = match args.need(0, "pool") {
                    Value::Pool(pool) => Some(pool),
                    _ => None,
                };
                let job = self.function(&args.need(1, "function"));
                let future = machine.run_in_executor(home, pool.as_ref(), job)?;
                return Ok(after_others(Value::Future(future)));
            }
            "current_task" => {
                machine.current_task(home).map_or(Value::Nothing, |task| Value::Future(task.future().clone()))
            }
            "all_tasks" => {
                let tasks = machine.all_tasks(home).into_iter();
                Value::List(tasks.map(|task| Value::Future(task.future().clone())).collect())
            }
            "loop" => Value::Thing(Thing::Loop(home)),
            "time" => Value::Number(seconds(machine.now().ns)),
            "stop" => {
                machine.stop(home);
                Value::Nothing
            }
            "run_until_complete" => {
                let run = RunUntilComplete::new(home, self.awaitable(args.need(0, "future"))?);
                return Ok(Called::Frame(Frame::native(run)));
            }
            "run_forever" => {
                return Ok(Called::Frame(Frame::Waiting(Some(Block::Loop(home, None)), Given::Value(Value::Nothing))));
            }
            "close" => {
                machine.close(home)?;
                Value::Nothing
            }
            "is_running" => Value::Truth(machine.is_running(home)),
            "is_closed" => Value::Truth(machine.is_closed(home)),
            verb => panic!("no such function: {verb}"),
        }))
    }

    /// `of.verb(args)`
    pub(crate) fn call_method(
        &mut self,
        machine: &mut Machine<Self>,
        of: &Value,
        verb: &str,
        args: &[Argument],
    ) -> Result<Called, Exception> {
        let args = self.arguments(machine, verb, args)?;
        match of {
            Value::Future(future) => self.call_future(machine, future, &args).map(Called::Value),
            Value::Thing(thing) => self.call_thing(machine, thing, &args),
            Value::Handle(handle) => Ok(Called::Value(match verb {
                "cancel" => {
                    handle.cancel(machine);
                    Value::Nothing
                }
                "when" => handle.when().map_or(Value::Nothing, |when| Value::Number(seconds(when))),
                _ => panic!("handles can't {verb}"),
            })),
            Value::Pool(pool) => match verb {
                "submit" => {
                    let job = pool.submit(machine, self.function(&args.need(0, "function")))?;
                    Ok(after_others(Value::Job(job)))
                }
                "shutdown" => {
                    if args.truth(usize::MAX, "cancel_futures") {
                        pool.cancel_jobs(machine);
                    }
                    pool.shut_down(machine);
                    let idle = pool.when_idle(machine);
                    Ok(Called::Frame(Frame::Waiting(Some(Block::On(idle, None)), Given::Value(Value::Nothing))))
                }
                _ => panic!("pools can't {verb}"),
            },
            Value::Job(job) => Ok(match verb {
                "result" => Called::Frame(Frame::Waiting(
                    (!job.is_done()).then(|| Block::On(job.done(), None)),
                    Given::ResultOf(job.clone()),
                )),
                "cancel" => Called::Value(Value::Truth(job.cancel(machine))),
                "done" => Called::Value(Value::Truth(job.is_done())),
                "running" => Called::Value(Value::Truth(job.is_running())),
                _ => panic!("jobs can't {verb}"),
            }),
            Value::Thread(ended) if verb == "join" => {
                let block = Block::On(ended.clone(), None);
                Ok(Called::Frame(Frame::Waiting(Some(block), Given::Value(Value::Nothing))))
            }
            other => panic!("{other} can't {verb}"),
        }
    }

    fn call_future(
        &mut self,
        machine: &mut Machine<Self>,
        future: &Future<Self>,
        args: &Arguments,
    ) -> Result<Value, Exception> {
        let verb = args.verb.as_str();
        let task = || Task::of(future).unwrap_or_else(|| panic!("only tasks can {verb}"));
        Ok(match verb {
            "set_result" => {
                future.set_result(machine, args.get(0, "result").unwrap_or(Value::Nothing))?;
                Value::Nothing
            }
            "set_exception" => {
                future.set_exception(machine, args.exception())?;
                Value::Nothing
            }
            "result" => future.result()?,
            "exception" => future.exception()?.map_or(Value::Nothing, Value::Exception),
            "done" => Value::Truth(future.is_done()),
            "cancelled" => Value::Truth(future.is_cancelled()),
            "cancel" => Value::Truth(future.cancel(machine, args.get(0, "msg"))),
            "cancelling" => Value::Number(f64::from(task().cancelling())),
            "uncancel" => Value::Number(f64::from(task().uncancel(machine))),
            "add_done_callback" => {
                future.add_done_callback(machine, self.function(&args.need(0, "callback")));
                Value::Nothing
            }
            "remove_done_callback" => {
                let Value::Function(name) = args.need(0, "callback") else { panic!("no function") };
                Value::Number(future.remove_done_callback(|routine| *routine.who() == *name) as f64)
            }
            _ => panic!("futures can't {verb}"),
        })
    }

    fn call_thing(&mut self, machine: &mut Machine<Self>, thing: &Thing, args: &Arguments) -> Result<Called, Exception> {
        let verb = args.verb.as_str();
        let coroutine = |frame| Called::Value(Value::coroutine(verb, frame));
        let nothing = |()| Called::Value(Value::Nothing);
        let number = |number: usize| Called::Value(Value::Number(number as f64));
        let truth = |truth| Called::Value(Value::Truth(truth));
        Ok(match (thing, verb) {
            (Thing::Lock(lock), "acquire") => coroutine(Frame::native(lock.acquire())),
            (Thing::Lock(lock), "release") => nothing(lock.release(machine)?),
            (Thing::Lock(lock), "locked") => truth(lock.is_locked()),
            (Thing::Event(event), "wait") => coroutine(Frame::native(event.wait())),
            (Thing::Event(event), "set") => nothing(event.set(machine)),
            (Thing::Event(event), "clear") => nothing(event.clear(machine)),
            (Thing::Event(event), "is_set") => truth(event.is_set()),
            (Thing::Condition(condition), "wait") => coroutine(Frame::native(condition.wait())),
            (Thing::Condition(condition), "wait_for") => {
                let Value::Function(name) = args.need(0, "predicate") else { panic!("no function") };
                let script = Rc::clone(&self.script);
                let predicate = move || routine_of(&script, &name);
                coroutine(Frame::native(condition.wait_for(Box::new(predicate))))
            }
            (Thing::Condition(condition), "notify") => {
                let count = args.count(0, "n").unwrap_or(1);
                nothing(condition.notify(machine, usize::try_from(count).unwrap_or(0))?)
            }
            (Thing::Condition(condition), "notify_all") => nothing(condition.notify_all(machine)?),
            (Thing::Condition(condition), _) => {
                let lock = Thing::Lock(condition.lock().clone());
                return self.call_thing(machine, &lock, args);
            }
            (Thing::Semaphore(semaphore), "acquire") => coroutine(Frame::native(semaphore.acquire())),
            (Thing::Semaphore(semaphore), "release") => nothing(semaphore.release(machine)?),
            (Thing::Semaphore(semaphore), "locked") => truth(semaphore.is_locked()),
            (Thing::Barrier(barrier), "wait") => coroutine(Frame::native(barrier.wait())),
            (Thing::Barrier(barrier), "reset") => coroutine(Frame::native(barrier.reset())),
            (Thing::Barrier(barrier), "abort") => coroutine(Frame::native(barrier.abort())),
            (Thing::Barrier(barrier), "broken") => truth(barrier.is_broken()),
            (Thing::Barrier(barrier), "n_waiting") => Called::Value(Value::Number(barrier.waiting() as f64)),
            (Thing::Barrier(barrier), "parties") => Called::Value(Value::Number(barrier.parties() as f64)),
            (Thing::Queue(queue), "put") => coroutine(Frame::native(queue.put(args.need(0, "item")))),
            (Thing::Queue(queue), "get") => coroutine(Frame::native(queue.get())),
            (Thing::Queue(queue), "join") => coroutine(Frame::native(queue.join())),
            (Thing::Queue(queue), "put_nowait") => {
                Called::Frame(Frame::native(queue.put_nowait(args.need(0, "item"))))
            }
            (Thing::Queue(queue), "get_nowait") => Called::Frame(Frame::native(queue.get_nowait())),
            (Thing::Queue(queue), "shutdown") => {
                Called::Frame(Frame::native(queue.shutdown(args.truth(0, "immediate"))))
            }
            (Thing::Queue(queue), "task_done") => nothing(queue.task_done(machine)?),
            (Thing::Queue(queue), "qsize") => number(queue.len()),
            (Thing::Queue(queue), "empty") => truth(queue.is_empty()),
            (Thing::Queue(queue), "full") => truth(queue.is_full()),
            (Thing::Timeout(timeout), "reschedule") => nothing(timeout.reschedule(machine, args.number(0, "when"))?),
            (Thing::Timeout(timeout), "when") => {
                Called::Value(timeout.when().map_or(Value::Nothing, Value::Number))
            }
            (Thing::Timeout(timeout), "expired") => truth(timeout.has_expired()),
            (Thing::Group(group), "create_task") => {
                let routine = self.routine(args.need(0, "coroutine"))?;
                let name = routine.who().to_owned();
                let task = group.create_task(machine, routine, Some(&name)).map_err(|(exception, _)| exception)?;
                Called::Value(Value::Future(task.future().clone()))
            }
            (Thing::Runner(runner), "run") => {
                Called::Frame(Frame::native(runner.run(self.routine(args.need(0, "coroutine"))?)))
            }
            (Thing::Runner(runner), "close") => Called::Frame(Frame::native(runner.close())),
            (Thing::Runner(runner), "get_loop") => Called::Value(Value::Thing(Thing::Loop(runner.open(machine)?))),
            (Thing::Loop(home), _) => return self.call_in_loop(machine, *home, args),
            _ => panic!("there is no {verb} of this"),
        })
    }

    /// `create_task(name())`
    pub(crate) fn create_task(&mut self, machine: &mut Machine<Self>, name: &str) -> Result<Value, Exception> {
        let home = running_loop(machine)?;
        let Called::Value(coroutine) = self.call_function(machine, name, &[])? else { panic!("{name} is no coroutine") };
        self.future(machine, home, coroutine).map(Value::Future)
    }

    fn futures(
        &self,
        machine: &mut Machine<Self>,
        home: EventLoop,
        values: Vec<Value>,
    ) -> Result<Vec<Future<Self>>, Exception> {
        values.into_iter().map(|value| self.future(machine, home, value)).collect()
    }

    /// `ensure_future(value)`
    fn future(&self, machine: &mut Machine<Self>, home: EventLoop, value: Value) -> Result<Future<Self>, Exception> {
        if let Value::Future(future) = value {
            return Ok(future);
        }
        let routine = self.routine(value)?;
        let name = routine.who().to_owned();
        Ok(Task::new(machine, home, routine, Some(&name)).future().clone())
    }

    fn awaitable(&self, value: Value) -> Result<interleave_core::Awaitable<Self>, Exception> {
        Ok(match value {
            Value::Future(future) => interleave_core::Awaitable::Future(future),
            other => interleave_core::Awaitable::Code(self.routine(other)?),
        })
    }

    /// A coroutine as code of a task.
    fn routine(&self, value: Value) -> Result<Routine, Exception> {
        let Value::Coroutine(_, name) = &value else { panic!("{value} is no coroutine") };
        let name = Rc::clone(name);
        Ok(Routine::new(&name, self.awaited(value)?))
    }

    fn function(&self, value: &Value) -> Routine {
        let Value::Function(name) = value else { panic!("{value} is no function") };
        routine_of(&self.script, name)
    }

    /// What `await` does with a value.
    pub(crate) fn awaited(&self, value: Value) -> Result<Frame, Exception> {
        match value {
            Value::Future(future) => Ok(Frame::Awaiting(future)),
            Value::Coroutine(coroutine, _) => coroutine
                .take()
                .ok_or_else(|| Exception::saying("RuntimeError", "cannot reuse already awaited coroutine")),
            other => panic!("{other} can't be awaited"),
        }
    }
}

fn running_loop(machine: &Machine<Scripted>) -> Result<EventLoop, Exception> {
    machine.running_loop().ok_or_else(|| Exception::saying("RuntimeError", "no running event loop"))
}

/// A function of the script as code of its own.
fn routine_of(script: &super::language::Script, name: &str) -> Routine {
    let (frame, _) = Frame::of_body(script, name).unwrap_or_else(|| panic!("no such function: {name}"));
    Routine::new(name, frame)
}

fn given(value: Value) -> Frame {
    Frame::Waiting(None, Given::Value(value))
}

/// The value, once the threads that have just begun have had their turn.
fn after_others(value: Value) -> Called {
    Called::Frame(Frame::Waiting(Some(Block::Others), Given::Value(value)))
}
