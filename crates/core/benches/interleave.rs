//! The workloads on this crate's loop, as the leanest program that can run them.

use interleave_core::{
    Block, Coroutine, EventLoop, Flow, Input, Kind, Limits, Machine, Program, Raised, Report, Sleep, Step, Stop, Task,
    gather,
};

use crate::delay_ms;

struct Bench;

enum Routine {
    Main { tasks: u64 },
    Sleeper { number: u64, slept: u64, home: EventLoop, sleep: Option<Sleep<Bench>> },
}

impl Program for Bench {
    type Value = ();
    type Exception = &'static str;
    type Routine = Routine;

    fn resume(&mut self, machine: &mut Machine<Self>, routine: &mut Routine, input: Input<Self>) -> Flow<Self> {
        match routine {
            Routine::Main { tasks } => match input {
                Input::Start => {
                    let home = machine.new_loop();
                    let children = (0..*tasks).map(|number| {
                        let sleeper = Routine::Sleeper { number, slept: 0, home, sleep: None };
                        Task::new(machine, home, sleeper, None).future().clone()
                    });
                    let children = children.collect();
                    let all = gather(machine, home, children, false);
                    Flow::Block(Block::Loop(home, Some(all)))
                }
                _ => Flow::Return(()),
            },
            Routine::Sleeper { number, slept, home, sleep } => {
                let mut input = input;
                loop {
                    if let Some(sleeping) = sleep {
                        match sleeping.resume(machine, input) {
                            Step::Await(future) => return Flow::Await(future),
                            Step::Pass => return Flow::Pass,
                            Step::Raise(exception) => return Flow::Raise(exception),
                            _ => *sleep = None,
                        }
                        input = Input::Start;
                        continue;
                    }
                    if *slept == 3 {
                        return Flow::Return(());
                    }
                    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
                    let seconds = delay_ms(*number, *slept) as f64 / 1e3;
                    *slept += 1;
                    *sleep = Some(Sleep::new(*home, seconds, ()));
                    input = Input::Start;
                }
            }
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
}

pub(crate) fn sleepers(tasks: u64) {
    let mut machine = Machine::new(Routine::Main { tasks }, Limits::default());
    let stop = machine.run(&mut Bench);
    assert!(matches!(stop, Stop::Finished(Ok(()))), "every sleeper ends");
}
