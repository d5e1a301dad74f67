//! What the library's functions mean to a script: which call of the core each one is.
//! Methods are in `methods`.

use std::rc::Rc;

use interleave_core::{
    AsCompleted, Awaitable, Barrier, Block, Condition, Coroutine, EagerStep, Event, EventLoop, Flow, Future,
    Input, Lock, Machine, Output, Pool, Program, Queue, QueueOrder, ReturnWhen, Run, RunUntilComplete,
    Runner, Semaphore, Sleep, Step, Task, TaskGroup, Timeout, Wait, WaitFor, gather, nanoseconds, seconds,
    shield,
};

use super::inspection::inspected;
use super::language::{Argument, BodyKind, Script};
use super::methods::Thing;
use super::program::{Frame, Given, Routine, Scripted};
use super::steps::Called;
use super::values::{Exception, Value};

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
                future.result().map_or_else(Step::Raise, |value| Step::Return(Output::Value(value)))
            }
            None => Step::Raise(Exception::saying("RuntimeError", "no running event loop")),
        }
    }
}

/// The arguments of a call.
pub(super) struct Arguments {
    pub(super) verb: String,
    given: Vec<(Option<String>, Value)>,
}

impl Arguments {
    /// An argument by its name or place.
    pub(super) fn get(&self, place: usize, name: &str) -> Option<Value> {
        let named = self.given.iter().find(|(other, _)| other.as_deref() == Some(name));
        let placed = self.given.iter().filter(|(other, _)| other.is_none()).nth(place);
        named.or(placed).map(|(_, value)| value.clone())
    }

    pub(super) fn named(&self, name: &str) -> Option<Value> {
        self.get(usize::MAX, name)
    }

    pub(super) fn need(&self, place: usize, name: &str) -> Value {
        self.get(place, name).unwrap_or_else(|| panic!("{}() needs {name}", self.verb))
    }

    pub(super) fn number(&self, place: usize, name: &str) -> Option<f64> {
        match self.get(place, name)? {
            Value::Number(number) => Some(number),
            Value::Nothing => None,
            other => panic!("{}(): {other} is no number", self.verb),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "scripts count to small numbers")]
    pub(super) fn count(&self, place: usize, name: &str) -> Option<i64> {
        self.number(place, name).map(|number| number as i64)
    }

    pub(super) fn placed(&self) -> Vec<Value> {
        self.given.iter().filter(|(name, _)| name.is_none()).map(|(_, value)| value.clone()).collect()
    }

    pub(super) fn list(&self) -> Vec<Value> {
        match self.need(0, "list") {
            Value::List(items) => items.to_vec(),
            other => panic!("{}(): {other} is no list", self.verb),
        }
    }

    pub(super) fn truth(&self, place: usize, name: &str) -> bool {
        self.get(place, name).is_some_and(|value| value.is_true())
    }

    pub(super) fn exception(&self) -> Exception {
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
        if let Some(inside) = inspected(machine, &args) {
            return Ok(Called::Value(inside));
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
            "run" => {
                return Ok(Called::Frame(Frame::native(Run::new(self.routine(args.need(0, "main"))?))));
            }
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
                Value::Pool(Pool::new("pool", workers.unwrap_or(1)))
            }
            "ProcessPool" => Value::Pool(Pool::of_processes(
                "process",
                args.count(0, "workers").map_or(1, |count| count as usize),
            )),
            "compute" => {
                let ns = nanoseconds(args.number(0, "seconds").unwrap_or(0.0)).unwrap_or(i64::MAX);
                return Ok(Called::Frame(Frame::Computing(ns)));
            }
            "thread_time" => Value::Number(seconds(machine.thread_cpu_ns())),
            "process_time" => Value::Number(seconds(machine.process_cpu_ns())),
            "start_thread" => {
                let job = self.function(&args.need(0, "function"));
                let (_, ended) = machine.start_thread(job, false, "thread");
                return Ok(after_others(Value::Thread(ended)));
            }
            "len" => Value::Number(args.list().len() as f64),
            _ => {
                let home = running_loop(machine)?;
                return self.call_in_loop(machine, home, &args);
            }
        }))
    }

    pub(super) fn arguments(
        &mut self,
        machine: &mut Machine<Self>,
        verb: &str,
        args: &[Argument],
    ) -> Result<Arguments, Exception> {
        let given = args.iter().map(|arg| Ok((arg.name.clone(), self.eval(machine, &arg.value)?)));
        Ok(Arguments { verb: verb.to_owned(), given: given.collect::<Result<_, _>>()? })
    }

    /// What needs a loop, as a function of the one that runs or as a method.
    pub(super) fn call_in_loop(
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
            "create_task" | "ensure_future" => {
                Value::Future(self.future(machine, home, args.need(0, "coroutine"))?)
            }
            "eager" => self.eager_task(machine, home, args.need(0, "coroutine"))?,
            "set_debug" => {
                machine.set_debug(home, args.truth(0, "enabled"));
                Value::Nothing
            }
            "get_debug" => Value::Truth(machine.is_debug(home)),
            "gather" => {
                let given = args.placed();
                let children = self.futures(machine, home, given.clone())?;
                // Its own tasks are not reported when they are destroyed.
                for (child, given) in children.iter().zip(&given) {
                    if let (Some(task), Value::Coroutine(..)) = (Task::of(child), given) {
                        task.destroy_silently();
                    }
                }
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
            "call_on_arrival" => {
                machine.call_on_arrival(home, self.function(&args.need(0, "function")))?;
                Value::Nothing
            }
            "call_later" => {
                let delay = args.number(0, "delay").unwrap_or(0.0);
                Value::Handle(machine.call_later(home, delay, self.function(&args.need(1, "function")))?)
            }
            "call_at" => {
                let when = args.number(0, "when").unwrap_or(0.0);
                Value::Handle(machine.call_at(home, when, self.function(&args.need(1, "function")))?)
            }
            "wrap_future" => match args.need(0, "job") {
                Value::Job(job) => Value::Future(job.wrap(machine, home)),
                other => panic!("{other} is no job"),
            },
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
                return Ok(Called::Frame(Frame::Waiting(
                    Some(Block::Loop(home, None)),
                    Given::Value(Value::Nothing),
                )));
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

    /// `create_task(name())`
    pub(crate) fn create_task(
        &mut self,
        machine: &mut Machine<Self>,
        name: &str,
    ) -> Result<Value, Exception> {
        let home = running_loop(machine)?;
        let Called::Value(coroutine) = self.call_function(machine, name, &[])? else {
            panic!("{name} is no coroutine")
        };
        self.future(machine, home, coroutine).map(Value::Future)
    }

    /// A task whose first step runs at once. `Task(coroutine, eager_start=True)`
    fn eager_task(
        &mut self,
        machine: &mut Machine<Self>,
        home: EventLoop,
        coroutine: Value,
    ) -> Result<Value, Exception> {
        let mut routine = self.routine(coroutine)?;
        let name = routine.who().to_owned();
        let step = EagerStep::begin(machine, home, &routine, Some(&name));
        let task = Value::Future(step.task().future().clone());
        let mut flow = self.resume(machine, &mut routine, Input::Start);
        while let Flow::Slice = flow {
            flow = self.resume(machine, &mut routine, Input::Continue);
        }
        step.end(machine, routine, flow).map_or(Ok(task), Err)
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
    fn future(
        &self,
        machine: &mut Machine<Self>,
        home: EventLoop,
        value: Value,
    ) -> Result<Future<Self>, Exception> {
        if let Value::Future(future) = value {
            return Ok(future);
        }
        let routine = self.routine(value)?;
        let name = routine.who().to_owned();
        Ok(Task::new(machine, home, routine, Some(&name)).future().clone())
    }

    pub(super) fn awaitable(&self, value: Value) -> Result<Awaitable<Self>, Exception> {
        Ok(match value {
            Value::Future(future) => Awaitable::Future(future),
            other => Awaitable::Code(self.routine(other)?),
        })
    }

    /// A coroutine as code of a task.
    pub(super) fn routine(&self, value: Value) -> Result<Routine, Exception> {
        let Value::Coroutine(_, name) = &value else { panic!("{value} is no coroutine") };
        let name = Rc::clone(name);
        Ok(Routine::new(&name, self.awaited(value)?))
    }

    pub(super) fn function(&self, value: &Value) -> Routine {
        let Value::Function(name) = value else { panic!("{value} is no function") };
        routine_of(&self.script, name)
    }

    pub(crate) fn function_named(&self, name: &str) -> Routine {
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

pub(super) fn running_loop(machine: &Machine<Scripted>) -> Result<EventLoop, Exception> {
    machine.running_loop().ok_or_else(|| Exception::saying("RuntimeError", "no running event loop"))
}

/// A function of the script as code of its own.
pub(super) fn routine_of(script: &Script, name: &str) -> Routine {
    let (frame, _) = Frame::of_body(script, name).unwrap_or_else(|| panic!("no such function: {name}"));
    Routine::new(name, frame)
}

pub(super) fn given(value: Value) -> Frame {
    Frame::Waiting(None, Given::Value(value))
}

/// The value, once the threads that have just begun have had their turn.
pub(super) fn after_others(value: Value) -> Called {
    Called::Frame(Frame::Waiting(Some(Block::Others), Given::Value(value)))
}
