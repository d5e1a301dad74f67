//! The workloads on this crate's loop, as the leanest program that can run them.

#![allow(clippy::wildcard_enum_match_arm, reason = "what no workload does ends it")]

use interleave_core::{
    Block, Coroutine, EventLoop, Flow, Input, Kind, Limits, Machine, Program, Queue, QueueOrder, Raised,
    Report, Sleep, Step, Stop, Task, gather,
};

use crate::{CAPACITY, SIDE, delay_ms};

pub(crate) struct Bench;

type MakeTasks = dyn FnOnce(&mut Machine<Bench>, EventLoop) -> Vec<Routine>;

/// The state of a sleeping task's own code: its routine, and the sleep that it is in.
pub(crate) const BODY: usize = size_of::<Routine>() + size_of::<Sleep<Bench>>();

/// What a task does, again and again.
pub(crate) enum Work {
    Nap { number: u64 },
    Put(Queue<Bench>),
    Get(Queue<Bench>),
}

pub(crate) enum Routine {
    /// Starts the tasks that the function makes, and waits for all of them.
    Main(Box<MakeTasks>),
    Started,
    Task {
        home: EventLoop,
        work: Work,
        left: u64,
        doing: Option<Box<dyn Coroutine<Bench>>>,
    },
    /// Looks, once.
    Look(Option<Box<dyn FnOnce()>>),
    /// A coroutine of the library's by itself.
    Native(Box<dyn Coroutine<Bench>>),
}

impl Program for Bench {
    type Value = ();
    type Exception = &'static str;
    type Routine = Routine;
    type Face = ();

    fn resume(
        &mut self,
        machine: &mut Machine<Self>,
        routine: &mut Routine,
        mut input: Input<Self>,
    ) -> Flow<Self> {
        match routine {
            Routine::Started => Flow::Return(()),
            Routine::Look(look) => {
                if let Some(look) = look.take() {
                    look();
                }
                Flow::Return(())
            }
            Routine::Main(_) => {
                let Routine::Main(tasks) = std::mem::replace(routine, Routine::Started) else {
                    return Flow::Return(());
                };
                let home = machine.new_loop();
                let tasks = tasks(machine, home).into_iter();
                let tasks = tasks.map(|task| Task::new(machine, home, task, None).future().clone()).collect();
                let all = gather(machine, home, tasks, false);
                Flow::Block(Block::Loop(home, Some(all)))
            }
            Routine::Native(coroutine) => match coroutine.resume(machine, input) {
                Step::Await(future) => Flow::Await(future),
                Step::Pass => Flow::Pass,
                Step::Raise(exception) => Flow::Raise(exception),
                _ => Flow::Return(()),
            },
            Routine::Task { home, work, left, doing } => loop {
                let Some(coroutine) = doing else {
                    if *left == 0 {
                        return Flow::Return(());
                    }
                    *left -= 1;
                    *doing = Some(work.begin(*home, *left));
                    input = Input::Start;
                    continue;
                };
                match coroutine.resume(machine, input) {
                    Step::Await(future) => return Flow::Await(future),
                    Step::Pass => return Flow::Pass,
                    Step::Raise(exception) => return Flow::Raise(exception),
                    _ => *doing = None,
                }
                input = Input::Start;
            },
        }
    }

    fn report(&mut self, _: &mut Machine<Self>, _: Report<Self>) {}

    fn raise(_: Raised<Self>) -> &'static str {
        "raised"
    }

    fn kind(_: &&'static str) -> Kind {
        Kind::Ordinary
    }

    fn nothing() {}

    fn list(_: Vec<()>) {}

    fn caught(_: &'static str) {}

    fn native(coroutine: Box<dyn Coroutine<Self>>) -> Routine {
        Routine::Native(coroutine)
    }
}

impl Work {
    fn begin(&self, home: EventLoop, left: u64) -> Box<dyn Coroutine<Bench>> {
        match self {
            Self::Nap { number } => {
                #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
                let seconds = delay_ms(*number, left) as f64 / 1e3;
                Box::new(Sleep::new(home, seconds, ()))
            }
            Self::Put(queue) => Box::new(queue.put(())),
            Self::Get(queue) => Box::new(queue.get()),
        }
    }
}

fn run(tasks: impl FnOnce(&mut Machine<Bench>, EventLoop) -> Vec<Routine> + 'static) {
    let mut machine = Machine::new(Routine::Main(Box::new(tasks)), Limits::default());
    let stop = machine.run(&mut Bench);
    assert!(matches!(stop, Stop::Finished(Ok(()))), "every task ends");
}

fn task(home: EventLoop, work: Work, times: u64) -> Routine {
    Routine::Task { home, work, left: times, doing: None }
}

pub(crate) fn sleepers(tasks: u64) {
    run(move |_, home| (0..tasks).map(|number| task(home, Work::Nap { number }, 3)).collect());
}

/// The same, and looks while all of them sleep for the first time.
pub(crate) fn sleepers_seen(tasks: u64, look: impl FnOnce() + 'static) {
    run(move |machine, home| {
        let look = Routine::Look(Some(Box::new(look)));
        machine.call_later(home, 0.000_5, look).expect("the loop is open");
        (0..tasks).map(|number| task(home, Work::Nap { number }, 3)).collect()
    });
}

pub(crate) fn queue(items: u64) {
    run(move |machine, home| {
        let capacity = i64::try_from(CAPACITY).unwrap_or(i64::MAX);
        let queue = Queue::new(machine, QueueOrder::Fifo, capacity);
        let pairs = (0..SIDE).flat_map(|_| [Work::Put(queue.clone()), Work::Get(queue.clone())]);
        pairs.map(|work| task(home, work, items / SIDE)).collect()
    });
}
