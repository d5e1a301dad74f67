//! Chains as long as a program can make them, on a thread with a small stack:
//! nothing that is cancelled, resolved or let go nests as deeply as they do.

#![allow(clippy::wildcard_enum_match_arm, reason = "what is not looked at may grow")]

use std::mem;
use std::thread;

use interleave_core::{
    Block, ConcurrentFuture, Coroutine, Flow, Future, Handle, Input, Kind, Limits, Machine, Program, Queue,
    QueueOrder, Raised, Report, Step, Task, gather, shield,
};

const LONG: usize = 100_000;
const VERY_LONG: usize = 1_000_000;
const SMALL_STACK: usize = 256 * 1024;

/// Runs each task by waiting for the one before it.
struct Chain;

#[derive(Clone)]
enum Link {
    Nothing,
    Future(#[expect(dead_code, reason = "held, not looked at")] Future<Chain>),
    Queue(#[expect(dead_code, reason = "held, not looked at")] Queue<Chain>),
    Handle(#[expect(dead_code, reason = "held, not looked at")] Handle<Chain>),
    Job(#[expect(dead_code, reason = "held, not looked at")] ConcurrentFuture<Chain>),
}

enum Code {
    Waits(Future<Chain>),
    Drives(Future<Chain>),
    Holds(#[expect(dead_code, reason = "held, not looked at")] Link),
    Library(Box<dyn Coroutine<Chain>>),
}

impl Program for Chain {
    type Value = Link;
    type Exception = Kind;
    type Routine = Code;
    type Face = ();

    fn resume(&mut self, machine: &mut Machine<Self>, code: &mut Code, input: Input<Self>) -> Flow<Self> {
        match (code, input) {
            (_, Input::Throw(exception)) => Flow::Raise(exception),
            (Code::Waits(future), Input::Start) => Flow::Await(future.clone()),
            (Code::Drives(future), Input::Start) => {
                Flow::Block(Block::Loop(future.home(), Some(future.clone())))
            }
            (Code::Library(coroutine), input) => match coroutine.resume(machine, input) {
                Step::Await(future) => Flow::Await(future),
                _ => Flow::Return(Link::Nothing),
            },
            _ => Flow::Return(Link::Nothing),
        }
    }

    fn report(&mut self, _: &mut Machine<Self>, _: Report<Self>) {}

    fn raise(raised: Raised<Self>) -> Kind {
        if matches!(raised, Raised::Cancelled(_)) { Kind::Cancelled } else { Kind::Ordinary }
    }

    fn kind(exception: &Kind) -> Kind {
        *exception
    }

    fn nothing() -> Link {
        Link::Nothing
    }

    fn list(values: Vec<Link>) -> Link {
        values.into_iter().next().unwrap_or(Link::Nothing)
    }

    fn caught(_: Kind) -> Link {
        Link::Nothing
    }

    fn native(coroutine: Box<dyn Coroutine<Self>>) -> Code {
        Code::Library(coroutine)
    }
}

/// A machine with a future to begin a chain with.
fn with_machine(test: fn(&mut Machine<Chain>, Future<Chain>)) {
    let run = move || {
        let mut machine = Machine::new(Code::Holds(Link::Nothing), Limits::default());
        let home = machine.new_loop();
        let first = machine.create_future(home);
        test(&mut machine, first);
    };
    let thread = thread::Builder::new().stack_size(SMALL_STACK).spawn(run).expect("a thread can be started");
    thread.join().expect("the chain does no harm");
}

/// Runs the loop until a future is done.
fn run_until_done(machine: &mut Machine<Chain>, future: &Future<Chain>) {
    let (_, _) = machine.start_thread(Code::Drives(future.clone()), false, "thread");
    drop(machine.run(&mut Chain));
    assert!(future.is_done());
}

fn tasks(machine: &mut Machine<Chain>, first: &Future<Chain>, length: usize) -> Future<Chain> {
    let mut last = first.clone();
    for _ in 0..length {
        last = Task::new(machine, first.home(), Code::Waits(last), None).future().clone();
    }
    last
}

#[test]
fn a_million_tasks_that_wait_for_each_other_are_cancelled_from_the_last() {
    with_machine(|machine, first| {
        let last = tasks(machine, &first, VERY_LONG);
        let stops = machine.create_future(first.home());
        stops.set_result(machine, Link::Nothing).expect("it is pending");
        run_until_done(machine, &stops);
        assert!(!last.is_done());
        assert!(last.cancel(machine, None));
        run_until_done(machine, &last);
        assert!(first.is_cancelled() && last.is_cancelled());
    });
}

#[test]
fn a_million_tasks_that_wait_for_each_other_are_let_go() {
    with_machine(|machine, first| {
        let last = tasks(machine, &first, VERY_LONG);
        let stops = machine.create_future(first.home());
        stops.set_result(machine, Link::Nothing).expect("it is pending");
        run_until_done(machine, &stops);
        drop((first, last));
        machine.end(&mut Chain);
        assert_eq!(machine.futures_alive(), 1);
    });
}

#[test]
fn shields_within_shields() {
    with_machine(|machine, first| {
        let mut outer = first.clone();
        for _ in 0..LONG {
            outer = shield(machine, &outer);
        }
        first.cancel(machine, None);
        run_until_done(machine, &outer);
        assert!(outer.is_cancelled());
    });
}

#[test]
fn gathers_of_gathers_are_cancelled() {
    with_machine(|machine, first| {
        let mut outer = first.clone();
        for _ in 0..LONG {
            outer = gather(machine, first.home(), vec![outer], false);
        }
        assert!(outer.cancel(machine, None));
        run_until_done(machine, &outer);
        assert!(first.is_cancelled());
    });
}

#[test]
fn gathers_of_gathers_are_let_go() {
    with_machine(|machine, first| {
        let mut outer = first.clone();
        for _ in 0..LONG {
            outer = gather(machine, first.home(), vec![outer], true);
        }
        drop((first, outer));
        machine.end(&mut Chain);
    });
}

#[test]
fn futures_whose_values_are_futures() {
    with_machine(|machine, first| {
        let mut last = first;
        for _ in 0..LONG {
            let next = machine.create_future(last.home());
            next.set_result(machine, Link::Future(last)).expect("it is pending");
            last = next;
        }
        drop(last);
        machine.bury(&mut Chain);
        assert_eq!(machine.futures_alive(), 0);
    });
}

#[test]
fn futures_whose_values_are_futures_outlive_their_machine() {
    with_machine(|machine, first| {
        let mut last = first;
        for _ in 0..LONG {
            let next = machine.create_future(last.home());
            next.set_result(machine, Link::Future(last)).expect("it is pending");
            last = next;
        }
        drop(mem::replace(machine, Machine::new(Code::Holds(Link::Nothing), Limits::default())));
        drop(last);
    });
}

#[test]
fn queues_within_queues() {
    with_machine(|machine, _| {
        let mut outer = Queue::new(machine, QueueOrder::Fifo, 0);
        for _ in 0..LONG {
            let queue = Queue::new(machine, QueueOrder::Fifo, 0);
            assert!(matches!(
                queue.put_nowait(Link::Queue(outer)).resume(machine, Input::Start),
                Step::Return(_)
            ));
            outer = queue;
        }
        drop(outer);
        machine.bury(&mut Chain);
    });
}

#[test]
fn callbacks_that_hold_the_next_future() {
    with_machine(|machine, first| {
        let mut last = first;
        for _ in 0..LONG {
            let next = machine.create_future(last.home());
            next.add_done_callback(machine, Code::Holds(Link::Future(last)));
            last = next;
        }
        drop(last);
        machine.bury(&mut Chain);
        assert_eq!(machine.futures_alive(), 0);
    });
}

#[test]
fn handles_whose_code_holds_the_next() {
    with_machine(|machine, first| {
        let mut link = Link::Nothing;
        for _ in 0..LONG {
            let handle = machine.call_later(first.home(), 1.0, Code::Holds(link)).expect("the loop is open");
            link = Link::Handle(handle);
        }
        drop(link);
    });
}

#[test]
fn jobs_whose_values_are_jobs() {
    with_machine(|machine, _| {
        let mut link = Link::Nothing;
        for _ in 0..LONG {
            let job = ConcurrentFuture::new();
            job.set(machine, Ok(link));
            link = Link::Job(job);
        }
        drop(link);
    });
}
