//! The record of a run: what a trace says of what a script does.

use std::rc::Rc;

use expect_test::{Expect, expect};
use interleave_trace::{Actor, TextId, Trace};

use crate::support::judge::play;
use crate::support::language::Script;
use crate::support::methods::Thing;
use crate::support::program::moment;
use crate::support::standstill::Standstill;

/// The events of a run whose names begin like one of these.
fn recorded(text: &str, kinds: &[&str], expected: Expect) {
    let (_, trace) = play(&Rc::new(Script::parse(text)), false);
    let mut lines = String::new();
    for event in &trace.events {
        let what = in_words(&format!("{:?}", event.what), &trace);
        if kinds.iter().any(|kind| what.starts_with(kind)) {
            lines += &format!("{}  {}  {what}\n", moment(event.ns), actor(event.actor));
        }
    }
    expected.assert_eq(&lines);
}

fn actor(actor: Actor) -> String {
    match actor {
        Actor::Thread(thread) => format!("thread {}", thread.0),
        Actor::Loop(home) => format!("loop {}", home.0),
        Actor::Task(task) => format!("task {}", task.0),
        Actor::Callback(home) => format!("callback of loop {}", home.0),
    }
}

/// Numbers of texts become what they stand for.
fn in_words(what: &str, trace: &Trace) -> String {
    let mut pieces = what.split("TextId(");
    let mut words = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once(')').expect("a number is in brackets");
        let number = number.parse().expect("a number");
        words += &format!("'{}'{rest}", trace.texts.get(TextId(number)));
    }
    words
}

#[test]
fn steps_have_causes_and_reasons() {
    recorded(
        "
        main:
            spawn a
            future = Future()
            future.add_done_callback(hears)
            call_soon(chimes)
            call_later(1, strikes)
            await sleep(0)
            future.set_result(1)
            await a
            await sleep(2)

        a:
            await future

        def hears(future):
            pass

        def chimes:
            pass

        def strikes:
            pass
        ",
        &["Start", "End", "Iteration", "CallAsked", "Awaits", "Yields", "Timer"],
        expect![[r#"
            0.000  loop 0  Iteration { number: 1, ready: 1 }
            0.000  task 0  Start { cause: StepId(1), reason: Created, call: None }
            0.000  task 0  CallAsked { call: CallId(0), name: 'hears' }
            0.000  task 0  CallAsked { call: CallId(1), name: 'chimes' }
            0.000  task 0  CallAsked { call: CallId(2), name: 'strikes' }
            0.000  task 0  TimerSet { timer: TimerId(0), due_ns: 1000000000 }
            0.000  task 0  End
            0.000  loop 0  Iteration { number: 2, ready: 3 }
            0.000  task 1  Start { cause: StepId(2), reason: Created, call: None }
            0.000  task 1  Awaits(FutureId(2))
            0.000  task 1  End
            0.000  callback of loop 0  Start { cause: StepId(2), reason: CalledSoon, call: Some(CallId(1)) }
            0.000  callback of loop 0  End
            0.000  task 0  Start { cause: StepId(2), reason: Yielded, call: None }
            0.000  task 0  Awaits(FutureId(1))
            0.000  task 0  End
            0.000  loop 0  Iteration { number: 3, ready: 2 }
            0.000  callback of loop 0  Start { cause: StepId(5), reason: Done(FutureId(2)), call: Some(CallId(0)) }
            0.000  callback of loop 0  End
            0.000  task 1  Start { cause: StepId(5), reason: Awaited(FutureId(2)), call: None }
            0.000  task 1  End
            0.000  loop 0  Iteration { number: 4, ready: 1 }
            0.000  task 0  Start { cause: StepId(7), reason: Awaited(FutureId(1)), call: None }
            0.000  task 0  TimerSet { timer: TimerId(1), due_ns: 2000000000 }
            0.000  task 0  Awaits(FutureId(3))
            0.000  task 0  End
            1.000  loop 0  TimerFired(TimerId(0))
            1.000  loop 0  Iteration { number: 5, ready: 1 }
            1.000  callback of loop 0  Start { cause: StepId(2), reason: Timer(TimerId(0)), call: Some(CallId(2)) }
            1.000  callback of loop 0  End
            2.000  loop 0  TimerFired(TimerId(1))
            2.000  loop 0  Iteration { number: 6, ready: 1 }
            2.000  callback of loop 0  Start { cause: StepId(8), reason: Timer(TimerId(1)), call: None }
            2.000  callback of loop 0  End
            2.000  loop 0  Iteration { number: 7, ready: 1 }
            2.000  task 0  Start { cause: StepId(10), reason: Awaited(FutureId(3)), call: None }
            2.000  task 0  End
            2.000  loop 0  Iteration { number: 8, ready: 1 }
            2.000  callback of loop 0  Start { cause: StepId(11), reason: Done(FutureId(0)), call: None }
            2.000  callback of loop 0  End
            2.000  loop 0  Iteration { number: 9, ready: 1 }
            2.000  task 2  Start { cause: StepId(13), reason: Created, call: None }
            2.000  task 2  End
            2.000  loop 0  Iteration { number: 10, ready: 1 }
            2.000  callback of loop 0  Start { cause: StepId(14), reason: Done(FutureId(4)), call: None }
            2.000  callback of loop 0  End
            2.000  loop 0  Iteration { number: 11, ready: 1 }
            2.000  task 3  Start { cause: StepId(16), reason: Created, call: None }
            2.000  task 3  End
            2.000  loop 0  Iteration { number: 12, ready: 1 }
            2.000  callback of loop 0  Start { cause: StepId(17), reason: Done(FutureId(5)), call: None }
            2.000  callback of loop 0  End
        "#]],
    );
}

#[test]
fn tasks_and_futures_come_to_be_and_end() {
    recorded(
        "
        main:
            spawn fine, fails, sleeps
            await sleep(0)
            sleeps.cancel()
            sleeps.cancel()
            try:
                await sleeps
            except CancelledError:
                pass
            fails.exception()
            sleeps.uncancel()
            future = Future()
            future.cancel()
            other = Future()
            other.set_exception(OSError('other'))
            other.exception()

        fine:
            return 1

        fails:
            raise OSError('fails')

        sleeps:
            try:
                await sleep(1)
            except CancelledError:
                print asked {sleeps.uncancel()}
                raise
        ",
        &["TaskCreated", "FutureCreated", "Resolved", "Raised", "Failed", "Cancel", "Uncancelled"],
        expect![[r#"
            0.000  thread 0  TaskCreated { task: TaskId(0), future: FutureId(0), name: 'Task-1', code: 'main' }
            0.000  task 0  TaskCreated { task: TaskId(1), future: FutureId(1), name: 'fine', code: 'fine' }
            0.000  task 0  TaskCreated { task: TaskId(2), future: FutureId(2), name: 'fails', code: 'fails' }
            0.000  task 0  TaskCreated { task: TaskId(3), future: FutureId(3), name: 'sleeps', code: 'sleeps' }
            0.000  task 1  Resolved(FutureId(1))
            0.000  task 2  Raised { future: FutureId(2), error: 'OSError(fails)' }
            0.000  task 2  Failed(FutureId(2))
            0.000  task 3  FutureCreated(FutureId(4))
            0.000  task 0  CancelRequested(TaskId(3))
            0.000  task 0  Cancelled(FutureId(4))
            0.000  task 0  CancelRequested(TaskId(3))
            0.000  task 3  CancelDelivered(TaskId(3))
            0.000  task 3  Uncancelled(TaskId(3))
            0.000  task 3  Cancelled(FutureId(3))
            0.000  task 0  CancelDelivered(TaskId(0))
            0.000  task 0  Uncancelled(TaskId(3))
            0.000  task 0  FutureCreated(FutureId(5))
            0.000  task 0  Cancelled(FutureId(5))
            0.000  task 0  FutureCreated(FutureId(6))
            0.000  task 0  Raised { future: FutureId(6), error: 'OSError(other)' }
            0.000  task 0  Failed(FutureId(6))
            0.000  task 0  Resolved(FutureId(0))
            0.000  thread 0  TaskCreated { task: TaskId(4), future: FutureId(7), name: 'Task-2', code: 'native' }
            0.000  task 4  Resolved(FutureId(7))
            0.000  thread 0  TaskCreated { task: TaskId(5), future: FutureId(8), name: 'Task-3', code: 'native' }
            0.000  task 5  Resolved(FutureId(8))
        "#]],
    );
}

#[test]
fn futures_that_end_with_others_say_so() {
    recorded(
        "
        main:
            first = Future()
            second = Future()
            both = gather(first, second, first)
            outer = shield(first)
            spawn waits, limited
            each = as_completed([first, second])
            await sleep(0)
            first.set_result(1)
            second.set_result(2)
            await gather(waits, limited, both, outer)

        waits:
            await wait([first, second])

        limited:
            await wait_for(second, 5)
        ",
        &["Depends", "FutureCreated"],
        expect![[r#"
            0.000  task 0  FutureCreated(FutureId(1))
            0.000  task 0  FutureCreated(FutureId(2))
            0.000  task 0  FutureCreated(FutureId(3))
            0.000  task 0  Depends { outer: FutureId(3), inner: FutureId(1) }
            0.000  task 0  Depends { outer: FutureId(3), inner: FutureId(2) }
            0.000  task 0  FutureCreated(FutureId(4))
            0.000  task 0  Depends { outer: FutureId(4), inner: FutureId(1) }
            0.000  task 1  FutureCreated(FutureId(7))
            0.000  task 1  Depends { outer: FutureId(7), inner: FutureId(1) }
            0.000  task 1  Depends { outer: FutureId(7), inner: FutureId(2) }
            0.000  task 0  FutureCreated(FutureId(8))
            0.000  task 0  Depends { outer: FutureId(8), inner: FutureId(5) }
            0.000  task 0  Depends { outer: FutureId(8), inner: FutureId(6) }
            0.000  task 0  Depends { outer: FutureId(8), inner: FutureId(3) }
            0.000  task 0  Depends { outer: FutureId(8), inner: FutureId(4) }
        "#]],
    );
}

#[test]
fn locks_events_and_conditions_change() {
    recorded(
        "
        lock = Lock()
        flag = Event()
        news = Condition()

        main:
            await lock.acquire()
            spawn a, b, c
            await sleep(0)
            lock.release()
            flag.set()
            flag.set()
            flag.clear()
            with news:
                news.notify()
            await gather(a, b, c)

        a:
            with lock:
                pass

        b:
            await flag.wait()

        c:
            with news:
                await news.wait()
        ",
        &["Resource"],
        expect![[r#"
            0.000  thread 0  ResourceCreated(ResourceId(0), Lock)
            0.000  thread 0  ResourceChanged(ResourceId(0), Level(1))
            0.000  thread 0  ResourceCreated(ResourceId(1), Event)
            0.000  thread 0  ResourceChanged(ResourceId(1), Level(0))
            0.000  thread 0  ResourceCreated(ResourceId(2), Lock)
            0.000  thread 0  ResourceChanged(ResourceId(2), Level(1))
            0.000  thread 0  ResourceCreated(ResourceId(3), Condition)
            0.000  thread 0  ResourceChanged(ResourceId(3), Uses(ResourceId(2)))
            0.000  task 0  ResourceChanged(ResourceId(0), Acquired)
            0.000  task 0  ResourceChanged(ResourceId(0), Level(0))
            0.000  task 1  ResourceChanged(ResourceId(0), Queued(FutureId(4)))
            0.000  task 2  ResourceChanged(ResourceId(1), Queued(FutureId(5)))
            0.000  task 3  ResourceChanged(ResourceId(2), Acquired)
            0.000  task 3  ResourceChanged(ResourceId(2), Level(0))
            0.000  task 3  ResourceChanged(ResourceId(2), Released)
            0.000  task 3  ResourceChanged(ResourceId(2), Level(1))
            0.000  task 3  ResourceChanged(ResourceId(3), Queued(FutureId(6)))
            0.000  task 0  ResourceChanged(ResourceId(0), Released)
            0.000  task 0  ResourceChanged(ResourceId(0), Level(1))
            0.000  task 0  ResourceChanged(ResourceId(1), Level(1))
            0.000  task 0  ResourceChanged(ResourceId(1), Level(0))
            0.000  task 0  ResourceChanged(ResourceId(2), Acquired)
            0.000  task 0  ResourceChanged(ResourceId(2), Level(0))
            0.000  task 0  ResourceChanged(ResourceId(2), Released)
            0.000  task 0  ResourceChanged(ResourceId(2), Level(1))
            0.000  task 1  ResourceChanged(ResourceId(0), Left(FutureId(4)))
            0.000  task 1  ResourceChanged(ResourceId(0), Acquired)
            0.000  task 1  ResourceChanged(ResourceId(0), Level(0))
            0.000  task 1  ResourceChanged(ResourceId(0), Released)
            0.000  task 1  ResourceChanged(ResourceId(0), Level(1))
            0.000  task 2  ResourceChanged(ResourceId(1), Left(FutureId(5)))
            0.000  task 3  ResourceChanged(ResourceId(3), Left(FutureId(6)))
            0.000  task 3  ResourceChanged(ResourceId(2), Acquired)
            0.000  task 3  ResourceChanged(ResourceId(2), Level(0))
            0.000  task 3  ResourceChanged(ResourceId(2), Released)
            0.000  task 3  ResourceChanged(ResourceId(2), Level(1))
        "#]],
    );
}

#[test]
fn semaphores_and_barriers_change() {
    recorded(
        "
        permits = Semaphore(1)
        bounded = BoundedSemaphore(2)
        gate = Barrier(2)

        main:
            spawn a, b
            await gather(a, b)
            with bounded:
                pass
            await gate.reset()
            await gate.abort()

        a, b:
            with permits:
                await sleep(1)
            await gate.wait()
        ",
        &["Resource"],
        expect![[r#"
            0.000  thread 0  ResourceCreated(ResourceId(0), Semaphore)
            0.000  thread 0  ResourceChanged(ResourceId(0), Level(1))
            0.000  thread 0  ResourceCreated(ResourceId(1), BoundedSemaphore)
            0.000  thread 0  ResourceChanged(ResourceId(1), Level(2))
            0.000  thread 0  ResourceCreated(ResourceId(2), Lock)
            0.000  thread 0  ResourceChanged(ResourceId(2), Level(1))
            0.000  thread 0  ResourceCreated(ResourceId(3), Condition)
            0.000  thread 0  ResourceChanged(ResourceId(3), Uses(ResourceId(2)))
            0.000  thread 0  ResourceCreated(ResourceId(4), Barrier)
            0.000  thread 0  ResourceChanged(ResourceId(4), Uses(ResourceId(3)))
            0.000  thread 0  ResourceChanged(ResourceId(4), Level(0))
            0.000  task 1  ResourceChanged(ResourceId(0), Acquired)
            0.000  task 1  ResourceChanged(ResourceId(0), Level(0))
            0.000  task 2  ResourceChanged(ResourceId(0), Queued(FutureId(5)))
            1.000  task 1  ResourceChanged(ResourceId(0), Released)
            1.000  task 1  ResourceChanged(ResourceId(0), Level(1))
            1.000  task 1  ResourceChanged(ResourceId(0), Level(0))
            1.000  task 1  ResourceChanged(ResourceId(2), Acquired)
            1.000  task 1  ResourceChanged(ResourceId(2), Level(0))
            1.000  task 1  ResourceChanged(ResourceId(4), Level(1))
            1.000  task 1  ResourceChanged(ResourceId(2), Released)
            1.000  task 1  ResourceChanged(ResourceId(2), Level(1))
            1.000  task 1  ResourceChanged(ResourceId(3), Queued(FutureId(6)))
            1.000  task 2  ResourceChanged(ResourceId(0), Left(FutureId(5)))
            1.000  task 2  ResourceChanged(ResourceId(0), Acquired)
            2.000  task 2  ResourceChanged(ResourceId(0), Released)
            2.000  task 2  ResourceChanged(ResourceId(0), Level(1))
            2.000  task 2  ResourceChanged(ResourceId(2), Acquired)
            2.000  task 2  ResourceChanged(ResourceId(2), Level(0))
            2.000  task 2  ResourceChanged(ResourceId(4), Level(2))
            2.000  task 2  ResourceChanged(ResourceId(4), Phase(Draining))
            2.000  task 2  ResourceChanged(ResourceId(4), Level(1))
            2.000  task 2  ResourceChanged(ResourceId(2), Released)
            2.000  task 2  ResourceChanged(ResourceId(2), Level(1))
            2.000  task 1  ResourceChanged(ResourceId(3), Left(FutureId(6)))
            2.000  task 1  ResourceChanged(ResourceId(2), Acquired)
            2.000  task 1  ResourceChanged(ResourceId(2), Level(0))
            2.000  task 1  ResourceChanged(ResourceId(4), Level(0))
            2.000  task 1  ResourceChanged(ResourceId(4), Phase(Filling))
            2.000  task 1  ResourceChanged(ResourceId(2), Released)
            2.000  task 1  ResourceChanged(ResourceId(2), Level(1))
            2.000  task 0  ResourceChanged(ResourceId(1), Acquired)
            2.000  task 0  ResourceChanged(ResourceId(1), Level(1))
            2.000  task 0  ResourceChanged(ResourceId(1), Released)
            2.000  task 0  ResourceChanged(ResourceId(1), Level(2))
            2.000  task 0  ResourceChanged(ResourceId(2), Acquired)
            2.000  task 0  ResourceChanged(ResourceId(2), Level(0))
            2.000  task 0  ResourceChanged(ResourceId(2), Released)
            2.000  task 0  ResourceChanged(ResourceId(2), Level(1))
            2.000  task 0  ResourceChanged(ResourceId(2), Acquired)
            2.000  task 0  ResourceChanged(ResourceId(2), Level(0))
            2.000  task 0  ResourceChanged(ResourceId(4), Phase(Broken))
            2.000  task 0  ResourceChanged(ResourceId(2), Released)
            2.000  task 0  ResourceChanged(ResourceId(2), Level(1))
        "#]],
    );
}

#[test]
fn queues_change() {
    recorded(
        "
        queue = Queue(1)
        ordered = PriorityQueue()
        stack = LifoQueue()

        main:
            spawn puts, gets
            await queue.join()
            await puts
            ordered.put_nowait(2)
            ordered.put_nowait(1)
            ordered.get_nowait()
            stack.put_nowait(1)
            stack.shutdown(True)
            await gets

        puts:
            await queue.put(1)
            await queue.put(2)

        gets:
            await queue.get()
            queue.task_done()
            await queue.get()
            queue.task_done()
        ",
        &["Resource"],
        expect![[r#"
            0.000  thread 0  ResourceCreated(ResourceId(0), Event)
            0.000  thread 0  ResourceChanged(ResourceId(0), Level(0))
            0.000  thread 0  ResourceChanged(ResourceId(0), Level(1))
            0.000  thread 0  ResourceCreated(ResourceId(1), Queue)
            0.000  thread 0  ResourceChanged(ResourceId(1), Uses(ResourceId(0)))
            0.000  thread 0  ResourceCreated(ResourceId(2), Event)
            0.000  thread 0  ResourceChanged(ResourceId(2), Level(0))
            0.000  thread 0  ResourceChanged(ResourceId(2), Level(1))
            0.000  thread 0  ResourceCreated(ResourceId(3), PriorityQueue)
            0.000  thread 0  ResourceChanged(ResourceId(3), Uses(ResourceId(2)))
            0.000  thread 0  ResourceCreated(ResourceId(4), Event)
            0.000  thread 0  ResourceChanged(ResourceId(4), Level(0))
            0.000  thread 0  ResourceChanged(ResourceId(4), Level(1))
            0.000  thread 0  ResourceCreated(ResourceId(5), LifoQueue)
            0.000  thread 0  ResourceChanged(ResourceId(5), Uses(ResourceId(4)))
            0.000  task 1  ResourceChanged(ResourceId(1), Put(1))
            0.000  task 1  ResourceChanged(ResourceId(1), Unfinished(1))
            0.000  task 1  ResourceChanged(ResourceId(0), Level(0))
            0.000  task 1  ResourceChanged(ResourceId(1), QueuedToPut(FutureId(3)))
            0.000  task 2  ResourceChanged(ResourceId(1), Got(0))
            0.000  task 2  ResourceChanged(ResourceId(1), Left(FutureId(3)))
            0.000  task 2  ResourceChanged(ResourceId(1), Unfinished(0))
            0.000  task 2  ResourceChanged(ResourceId(0), Level(1))
            0.000  task 2  ResourceChanged(ResourceId(1), Queued(FutureId(4)))
            0.000  task 1  ResourceChanged(ResourceId(1), Put(1))
            0.000  task 1  ResourceChanged(ResourceId(1), Unfinished(1))
            0.000  task 1  ResourceChanged(ResourceId(0), Level(0))
            0.000  task 1  ResourceChanged(ResourceId(1), Left(FutureId(4)))
            0.000  task 2  ResourceChanged(ResourceId(1), Got(0))
            0.000  task 2  ResourceChanged(ResourceId(1), Unfinished(0))
            0.000  task 2  ResourceChanged(ResourceId(0), Level(1))
            0.000  task 0  ResourceChanged(ResourceId(3), Put(1))
            0.000  task 0  ResourceChanged(ResourceId(3), Unfinished(1))
            0.000  task 0  ResourceChanged(ResourceId(2), Level(0))
            0.000  task 0  ResourceChanged(ResourceId(3), Put(2))
            0.000  task 0  ResourceChanged(ResourceId(3), Unfinished(2))
            0.000  task 0  ResourceChanged(ResourceId(3), Got(1))
            0.000  task 0  ResourceChanged(ResourceId(5), Put(1))
            0.000  task 0  ResourceChanged(ResourceId(5), Unfinished(1))
            0.000  task 0  ResourceChanged(ResourceId(4), Level(0))
            0.000  task 0  ResourceChanged(ResourceId(5), ShutDown)
            0.000  task 0  ResourceChanged(ResourceId(5), Got(0))
            0.000  task 0  ResourceChanged(ResourceId(5), Unfinished(0))
            0.000  task 0  ResourceChanged(ResourceId(4), Level(1))
        "#]],
    );
}

#[test]
fn groups_and_timeouts_change() {
    recorded(
        "
        main:
            with TaskGroup() as group:
                group.create_task(a())
                group.create_task(a())
            try:
                with timeout(1) as limit:
                    limit.reschedule(time() + 3)
                    await sleep(9)
            except TimeoutError:
                pass
            with timeout(None):
                pass
            try:
                with TaskGroup() as group:
                    group.create_task(fails())
                    await sleep(1)
            except Exception:
                pass

        a:
            await sleep(1)

        fails:
            raise OSError('no')
        ",
        &["Resource", "Timer"],
        expect![[r#"
            0.000  task 0  ResourceCreated(ResourceId(0), TaskGroup)
            0.000  task 0  ResourceChanged(ResourceId(0), Acquired)
            0.000  task 0  ResourceChanged(ResourceId(0), Joined(FutureId(1)))
            0.000  task 0  ResourceChanged(ResourceId(0), Joined(FutureId(2)))
            0.000  task 1  TimerSet { timer: TimerId(0), due_ns: 1000000000 }
            0.000  task 2  TimerSet { timer: TimerId(1), due_ns: 1000000000 }
            1.000  loop 0  TimerFired(TimerId(0))
            1.000  loop 0  TimerFired(TimerId(1))
            1.000  callback of loop 0  ResourceChanged(ResourceId(0), Left(FutureId(1)))
            1.000  callback of loop 0  ResourceChanged(ResourceId(0), Left(FutureId(2)))
            1.000  task 0  ResourceChanged(ResourceId(0), Released)
            1.000  task 0  ResourceCreated(ResourceId(1), Timeout)
            1.000  task 0  ResourceChanged(ResourceId(1), Acquired)
            1.000  task 0  ResourceChanged(ResourceId(1), Deadline(2000000000))
            1.000  task 0  TimerSet { timer: TimerId(2), due_ns: 2000000000 }
            1.000  task 0  TimerCancelled(TimerId(2))
            1.000  task 0  ResourceChanged(ResourceId(1), Deadline(4000000000))
            1.000  task 0  TimerSet { timer: TimerId(3), due_ns: 4000000000 }
            1.000  task 0  TimerSet { timer: TimerId(4), due_ns: 10000000000 }
            4.000  loop 0  TimerFired(TimerId(3))
            4.000  callback of loop 0  ResourceChanged(ResourceId(1), RanOut)
            4.000  task 0  TimerCancelled(TimerId(4))
            4.000  task 0  ResourceChanged(ResourceId(1), Released)
            4.000  task 0  ResourceCreated(ResourceId(2), Timeout)
            4.000  task 0  ResourceChanged(ResourceId(2), Acquired)
            4.000  task 0  ResourceChanged(ResourceId(2), Released)
            4.000  task 0  ResourceCreated(ResourceId(3), TaskGroup)
            4.000  task 0  ResourceChanged(ResourceId(3), Acquired)
            4.000  task 0  ResourceChanged(ResourceId(3), Joined(FutureId(7)))
            4.000  task 0  TimerSet { timer: TimerId(5), due_ns: 5000000000 }
            4.000  callback of loop 0  ResourceChanged(ResourceId(3), Left(FutureId(7)))
            4.000  callback of loop 0  ResourceChanged(ResourceId(3), ShutDown)
            4.000  task 0  TimerCancelled(TimerId(5))
            4.000  task 0  ResourceChanged(ResourceId(3), Released)
        "#]],
    );
}

#[test]
fn threads_fail() {
    recorded(
        "
        main:
            helper = start_thread(breaks)
            helper.join()
            raise KeyError

        def breaks:
            block(0.5)
            raise ValueError
        ",
        &["Thread"],
        expect![[r#"
            0.000  task 0  ThreadStarted { thread: ThreadId(1), name: 'thread' }
            0.500  thread 1  ThreadFailed(ThreadId(1))
            0.500  thread 0  ThreadEnded(ThreadId(0))
        "#]],
    );
}

#[test]
fn threads_and_jobs_come_and_go() {
    recorded(
        "
        pool = Pool(1)

        main:
            first = run_in_executor(pool, job)
            second = run_in_executor(pool, job)
            third = run_in_executor(pool, job)
            third.cancel()
            helper = start_thread(helps)
            await gather(first, second)
            helper.join()

        def job:
            block(1)

        def helps:
            block(0.5)
        ",
        &["Thread", "Job", "StandsFor", "Blocks", "Unblocks"],
        expect![[r#"
            0.000  task 0  JobGiven { job: JobId(0), name: 'job' }
            0.000  task 0  ThreadStarted { thread: ThreadId(1), name: 'pool_0' }
            0.000  task 0  StandsFor { future: FutureId(1), job: JobId(0) }
            0.000  task 0  Blocks { until_ns: 0 }
            0.000  thread 1  Unblocks
            0.000  thread 1  JobBegun(JobId(0))
            0.000  thread 1  Blocks { until_ns: 1000000000 }
            0.000  task 0  Unblocks
            0.000  task 0  JobGiven { job: JobId(1), name: 'job' }
            0.000  task 0  StandsFor { future: FutureId(2), job: JobId(1) }
            0.000  task 0  Blocks { until_ns: 0 }
            0.000  task 0  Unblocks
            0.000  task 0  JobGiven { job: JobId(2), name: 'job' }
            0.000  task 0  StandsFor { future: FutureId(3), job: JobId(2) }
            0.000  task 0  Blocks { until_ns: 0 }
            0.000  task 0  Unblocks
            0.000  task 0  ThreadStarted { thread: ThreadId(2), name: 'thread' }
            0.000  task 0  Blocks { until_ns: 0 }
            0.000  thread 2  Unblocks
            0.000  thread 2  Blocks { until_ns: 500000000 }
            0.000  task 0  Unblocks
            0.000  callback of loop 0  JobEnded(JobId(2))
            0.500  thread 2  Unblocks
            0.500  thread 2  ThreadEnded(ThreadId(2))
            1.000  thread 1  Unblocks
            1.000  thread 1  JobEnded(JobId(0))
            1.000  thread 1  JobBegun(JobId(1))
            1.000  thread 1  Blocks { until_ns: 2000000000 }
            2.000  thread 1  Unblocks
            2.000  thread 1  JobEnded(JobId(1))
            2.000  thread 1  Blocks { until_ns: 9223372036854775807 }
            2.000  task 0  Blocks { until_ns: 9223372036854775807 }
            2.000  task 0  Unblocks
            2.000  thread 0  ThreadEnded(ThreadId(0))
            2.000  thread 1  ThreadEnded(ThreadId(1))
        "#]],
    );
}

#[test]
fn each_shared_thing_has_its_own_number() {
    let still = Standstill::of(
        "
        lock = Lock()
        flag = Event()
        news = Condition()
        permits = Semaphore(1)
        gate = Barrier(2)
        queue = Queue()
        group = TaskGroup()
        limit = timeout(1)

        main:
            print now
        ",
    );
    let number = |name| match still.thing(name) {
        Thing::Lock(lock) => lock.id(),
        Thing::Event(event) => event.id(),
        Thing::Condition(condition) => condition.id(),
        Thing::Semaphore(semaphore) => semaphore.id(),
        Thing::Barrier(barrier) => barrier.id(),
        Thing::Queue(queue) => queue.id(),
        Thing::Group(group) => group.id(),
        Thing::Timeout(timeout) => timeout.id(),
        Thing::Completed(_) | Thing::Runner(_) | Thing::Loop(_) => panic!("{name} is not shared"),
    };
    let names = ["lock", "flag", "news", "permits", "gate", "queue", "group", "limit"];
    let numbers = names.map(|name| format!("{name} {}", number(name).0)).join(", ");
    expect!["lock 0, flag 1, news 3, permits 4, gate 7, queue 9, group 10, limit 11"].assert_eq(&numbers);
}
