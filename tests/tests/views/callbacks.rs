//! Chains that go through what others call: callbacks of futures, and jobs of pools.

use expect_test::expect;

use super::programs;
use super::why::{not_yet, printed};

#[test]
fn a_callback_of_a_future_leads_to_who_ended_it() {
    let program = "\
import asyncio

async def baker(order):
    await asyncio.sleep(1)
    order.set_result('bread')

def tell(order):
    print('ready:', order.result())

async def main():
    order = asyncio.get_running_loop().create_future()
    order.add_done_callback(tell)
    asyncio.create_task(baker(order))
    await asyncio.sleep(2)

asyncio.run(main())
";
    printed(
        program,
        "ready",
        expect![[r#"
        Why was this printed now?
          tell() prints “ready: bread” (1 s, line 8)
          tell() ran because order.set_result had ended (1 s, line 5)
          Task-2 went on because its sleep of 1 s was over (1 s)
          Task-2 began that sleep (0 s, line 4)
          Task-2 ran because Task-1 had created it (0 s, line 13)
          Task-1 ran because asyncio.run had started it (0 s, line 16)
    "#]],
    );
}

#[test]
fn a_callback_that_ends_another_future_leads_on() {
    let program = "\
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    first, second = loop.create_future(), loop.create_future()
    first.add_done_callback(lambda done: second.set_result(done.result() + 1))
    loop.call_later(1, first.set_result, 1)
    print(await second)

asyncio.run(main())
";
    printed(
        program,
        "2",
        expect![[r#"
        Why was this printed now?
          Task-1 prints “2” (1 s, line 8)
          Task-1 went on because second, which it awaited, had all it needed (1 s, line 6)
          Future.set_result() gives a future its result (1 s)
          Future.set_result() ran because a timer fell due that Task-1 had set (0 s, line 7)
          Task-1 ran because asyncio.run had started it (0 s, line 10)
    "#]],
    );
}

#[test]
fn a_job_waits_until_a_thread_is_free() {
    let program = "\
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        first = loop.run_in_executor(pool, time.sleep, 2)
        second = loop.run_in_executor(pool, time.sleep, 1)
        await second
        print('both')

asyncio.run(main())
";
    not_yet(
        program,
        0,
        1.0,
        expect![[r#"
        Why does Task-1 not go on yet?
          Task-1 waits for the job sleep() in thread ThreadPoolExecutor-0_0 (since 0 s, line 10)
          The job sleep() waits until a thread of its pool is free
          In this run, Task-1 goes on at 3 s
    "#]],
    );
    not_yet(
        program,
        0,
        2.5,
        expect![[r#"
        Why does Task-1 not go on yet?
          Task-1 waits for the job sleep() in thread ThreadPoolExecutor-0_0 (since 0 s, line 10)
          ThreadPoolExecutor-0_0 is blocked until 3 s (since 2 s)
          In this run, Task-1 goes on at 3 s
    "#]],
    );
}

#[test]
fn threads_do_jobs() {
    printed(
        programs::THREADS,
        "worked",
        expect![[r#"
            Why was this printed now?
              asyncio_0 prints “worked” (2 s, line 6)
              asyncio_0 went on because what blocked it was over (0 s, line 5)
              asyncio_0 did the job work() because Task-2 had given it to the pool (0 s)
              Task-2 ran because Task-1 had created it (0 s, line 11)
              Task-1 ran because asyncio.run had started it (0 s, line 14)
        "#]],
    );
    not_yet(
        programs::THREADS,
        0,
        1.5,
        expect![[r#"
            Why does Task-1 not go on yet?
              Task-1 waits for asyncio.gather of 2 (since 0 s, line 11)
              Task-2 waits for the job work() in thread asyncio_0 (since 0 s)
              asyncio_0 is blocked until 2 s (since 0 s, line 5)
              In this run, Task-1 goes on at 2 s
        "#]],
    );
}

#[test]
fn a_pool_does_one_job_after_the_other() {
    printed(
        programs::POOL,
        "first",
        expect![[r#"
        Why was this printed now?
          Task-1 prints “first” (2 s, line 14)
          Task-1 went on because the job fetch() in thread pool_0, which it awaited, was done (2 s)
          pool_0 ends the job fetch() (2 s)
          pool_0 went on because what blocked it was over (0 s, line 6)
          pool_0 did the job fetch() because Task-1 had given it to the pool (0 s, line 12)
          Task-1 ran because asyncio.run had started it (0 s, line 17)
    "#]],
    );
    printed(
        programs::POOL,
        "second",
        expect![[r#"
        Why was this printed now?
          Task-1 prints “second” (4 s, line 15)
          Task-1 went on because the job fetch() in thread pool_0, which it awaited, was done (4 s)
          pool_0 ends the job fetch() (4 s)
          pool_0 went on because what blocked it was over (2 s, line 6)
          pool_0 did the job fetch() because Task-1 had given it to the pool (0 s, line 13)
          Task-1 ran because asyncio.run had started it (0 s, line 17)
    "#]],
    );
    not_yet(
        programs::POOL,
        0,
        1.0,
        expect![[r#"
        Why does Task-1 not go on yet?
          Task-1 waits for the job fetch() in thread pool_0 (since 0 s, line 14)
          pool_0 is blocked until 2 s (since 0 s, line 6)
          In this run, Task-1 goes on at 2 s
    "#]],
    );
    not_yet(
        programs::POOL,
        0,
        3.0,
        expect![[r#"
        Why does Task-1 not go on yet?
          Task-1 waits for the job fetch() in thread pool_0 (since 2 s, line 15)
          pool_0 is blocked until 4 s (since 2 s, line 6)
          In this run, Task-1 goes on at 4 s
    "#]],
    );
}

#[test]
fn callbacks_are_asked_for() {
    printed(
        programs::CALLBACKS,
        "later",
        expect![[r#"
            Why was this printed now?
              print() prints “later” (1 s)
              print() ran because a timer fell due that Task-1 had set (0 s, line 8)
              Task-1 ran because asyncio.run had started it (0 s, line 14)
        "#]],
    );
    printed(
        programs::CALLBACKS,
        "soon",
        expect![[r#"
            Why was this printed now?
              print() prints “soon” (0 s)
              print() ran because Task-1 had asked for it (0 s, line 7)
              Task-1 ran because asyncio.run had started it (0 s, line 14)
        "#]],
    );
    not_yet(
        programs::CALLBACKS,
        0,
        1.5,
        expect![[r#"
            Why does Task-1 not go on yet?
              Task-1 waits for done (since 0 s, line 11)
              Somebody has to give that future a result
              In this run, Task-1 goes on at 2 s
        "#]],
    );
}

#[test]
fn functions_called_back_have_names() {
    printed(
        programs::FUNCTIONS_CALLED_BACK,
        "tick",
        expect![[r#"
        Why was this printed now?
          main.<locals>.tick() prints “tick 1” (0 s, line 9)
          main.<locals>.tick() ran because Task-1 had asked for it (0 s, line 15)
          Task-1 ran because asyncio.run had started it (0 s, line 20)
    "#]],
    );
    printed(
        programs::FUNCTIONS_CALLED_BACK,
        "ended",
        expect![[r#"
        Why was this printed now?
          main.<locals>.ended() prints “ended” (1 s, line 12)
          main.<locals>.ended() ran because a future had ended (1 s)
          Future.set_result() ran because a timer fell due that Task-1 had set (0 s, line 17)
          Task-1 gives up its turn (0 s, line 16)
          Task-1 ran because asyncio.run had started it (0 s, line 20)
    "#]],
    );
}
