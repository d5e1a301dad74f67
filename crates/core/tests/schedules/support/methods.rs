//! What the things that the library makes can be asked to do, and which call of the
//! core that is. Functions are in `calls`.

use std::rc::Rc;

use interleave_core::{
    AsCompleted, Barrier, Block, Condition, Event, EventLoop, Future, JoinWorkers, Lock, Machine, Queue,
    Runner, Semaphore, Task, TaskGroup, Timeout, seconds,
};

use super::calls::{Arguments, after_others, given, routine_of};
use super::language::Argument;
use super::program::{Frame, Given, Scripted};
use super::steps::{Called, Completion};
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
            Thing::Semaphore(semaphore) => {
                (Self::Semaphore(semaphore.clone()), Frame::native(semaphore.acquire()))
            }
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

    pub(crate) fn exit(
        self,
        machine: &mut Machine<Scripted>,
        completion: &Completion,
    ) -> Result<Frame, Exception> {
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

impl Scripted {
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
            Value::Future(future) => machine
                .heed_closed_loops(|machine| self.call_future(machine, future, &args))?
                .map(Called::Value),
            Value::Thing(thing) => {
                machine.heed_closed_loops(|machine| self.call_thing(machine, thing, &args))?
            }
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
                    Ok(Called::Frame(Frame::Native(Box::new(JoinWorkers::new(pool.clone())))))
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

    fn call_thing(
        &mut self,
        machine: &mut Machine<Self>,
        thing: &Thing,
        args: &Arguments,
    ) -> Result<Called, Exception> {
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
            (Thing::Event(event), "set") => {
                event.set(machine);
                Called::Value(Value::Nothing)
            }
            (Thing::Event(event), "clear") => {
                event.clear(machine);
                Called::Value(Value::Nothing)
            }
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
            (Thing::Timeout(timeout), "reschedule") => {
                nothing(timeout.reschedule(machine, args.number(0, "when"))?)
            }
            (Thing::Timeout(timeout), "when") => {
                Called::Value(timeout.when().map_or(Value::Nothing, Value::Number))
            }
            (Thing::Timeout(timeout), "expired") => truth(timeout.has_expired()),
            (Thing::Group(group), "__aenter__") => {
                group.enter(machine)?;
                coroutine(given(Value::Thing(thing.clone())))
            }
            (Thing::Group(group), "__aexit__") => coroutine(Frame::native(group.exit(None))),
            (Thing::Group(group), "create_task") => {
                let routine = self.routine(args.need(0, "coroutine"))?;
                let name = routine.who().to_owned();
                let task =
                    group.create_task(machine, routine, Some(&name)).map_err(|(exception, _)| exception)?;
                Called::Value(Value::Future(task.future().clone()))
            }
            (Thing::Runner(runner), "run") => {
                Called::Frame(Frame::native(runner.run(self.routine(args.need(0, "coroutine"))?)))
            }
            (Thing::Runner(runner), "close") => Called::Frame(Frame::native(runner.close())),
            (Thing::Runner(runner), "get_loop") => {
                Called::Value(Value::Thing(Thing::Loop(runner.open(machine)?)))
            }
            (Thing::Loop(home), _) => return self.call_in_loop(machine, *home, args),
            _ => panic!("there is no {verb} of this"),
        })
    }
}
