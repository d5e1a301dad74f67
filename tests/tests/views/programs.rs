//! The programs whose runs are looked at: one subject each.

/// Each with its name.
pub(crate) const ALL: [(&str, &str); 24] = [
    ("two sleeps", TWO_SLEEPS),
    ("gather", GATHER),
    ("semaphore", SEMAPHORE),
    ("queue", QUEUE),
    ("lock", LOCK),
    ("event", EVENT),
    ("condition", CONDITION),
    ("barrier", BARRIER),
    ("timeout", TIMEOUT),
    ("task group", TASK_GROUP),
    ("freeze", FREEZE),
    ("threads", THREADS),
    ("pool", POOL),
    ("failures", FAILURES),
    ("condition with a lock", CONDITION_WITH_A_LOCK),
    ("deadlock", DEADLOCK),
    ("callbacks", CALLBACKS),
    ("functions called back", FUNCTIONS_CALLED_BACK),
    ("as_completed", AS_COMPLETED),
    ("eager", EAGER),
    ("cancel", CANCEL),
    ("crowd", CROWD),
    ("two runs", TWO_RUNS),
    ("two cooks", TWO_COOKS),
];

pub(crate) const TWO_SLEEPS: &str = r#"
import asyncio

async def work(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    slow = asyncio.create_task(work("slow", 2))
    await work("quick", 1)
    await slow

asyncio.run(main())
"#;

pub(crate) const GATHER: &str = r#"
import asyncio

async def work(delay):
    await asyncio.sleep(delay)
    return delay

async def main():
    print(await asyncio.gather(work(1), work(3), work(2)))

asyncio.run(main())
"#;

pub(crate) const SEMAPHORE: &str = r#"
import asyncio

async def job(number, sem):
    async with sem:
        await asyncio.sleep(1)
        print(number)

async def main():
    sem = asyncio.Semaphore(3)
    await asyncio.gather(*(job(number, sem) for number in range(12)))

asyncio.run(main())
"#;

pub(crate) const QUEUE: &str = r#"
import asyncio

async def producer(queue):
    for number in range(4):
        await queue.put(number)
    print("all put")

async def consumer(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print(item)
        queue.task_done()

async def main():
    queue = asyncio.Queue(2)
    worker = asyncio.create_task(consumer(queue))
    await asyncio.create_task(producer(queue))
    await queue.join()
    worker.cancel()

asyncio.run(main())
"#;

pub(crate) const LOCK: &str = r#"
import asyncio

class Account:
    def __init__(self):
        self.lock = asyncio.Lock()

    async def change(self, seconds):
        async with self.lock:
            await asyncio.sleep(seconds)

async def main():
    account = Account()
    async with asyncio.TaskGroup() as group:
        group.create_task(account.change(1), name="first")
        group.create_task(account.change(2), name="second")

asyncio.run(main())
"#;

pub(crate) const EVENT: &str = r#"
import asyncio

async def wait(start):
    await start.wait()
    print("go")

async def main():
    start = asyncio.Event()
    waiting = [asyncio.create_task(wait(start)) for _ in range(2)]
    await asyncio.sleep(1)
    start.set()
    await asyncio.wait(waiting)

asyncio.run(main())
"#;

pub(crate) const CONDITION: &str = r#"
import asyncio

async def wait(news):
    async with news:
        await news.wait()
        print("told")

async def main():
    news = asyncio.Condition()
    waiting = [asyncio.create_task(wait(news)) for _ in range(2)]
    await asyncio.sleep(1)
    async with news:
        news.notify()
    await asyncio.sleep(1)
    async with news:
        news.notify_all()
    await asyncio.gather(*waiting)

asyncio.run(main())
"#;

pub(crate) const BARRIER: &str = r#"
import asyncio

async def meet(barrier, delay):
    await asyncio.sleep(delay)
    await barrier.wait()
    print("met")

async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(meet(barrier, delay) for delay in (1, 2, 3)))

asyncio.run(main())
"#;

pub(crate) const TIMEOUT: &str = r#"
import asyncio

async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("too late")
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 1)
    except TimeoutError:
        print("too late again")

asyncio.run(main())
"#;

pub(crate) const TASK_GROUP: &str = r#"
import asyncio

async def fail():
    await asyncio.sleep(1)
    raise ValueError("no")

async def last():
    await asyncio.sleep(5)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(last())
    except* ValueError:
        print("caught")

asyncio.run(main())
"#;

pub(crate) const FREEZE: &str = r#"
import asyncio, time

async def tick():
    for _ in range(3):
        await asyncio.sleep(1)
        print("tick")

async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.5)
    time.sleep(2)
    await ticking

asyncio.run(main())
"#;

pub(crate) const FAILURES: &str = r#"
import asyncio, sys, threading, time

def breaks():
    time.sleep(1)
    raise ValueError("in a thread")

def leaves():
    time.sleep(1)
    sys.exit()

async def main():
    for target in (breaks, leaves):
        threading.Thread(target=target, name=target.__name__).start()
    await asyncio.sleep(2)
    raise ValueError("in a task")

asyncio.run(main())
"#;

pub(crate) const THREADS: &str = r#"
import asyncio, threading, time

def work(seconds):
    time.sleep(seconds)
    print("worked")

async def main():
    other = threading.Thread(target=work, args=(1,), name="other")
    other.start()
    await asyncio.gather(asyncio.to_thread(work, 2), asyncio.sleep(0.5))
    other.join()

asyncio.run(main())
"#;

pub(crate) const POOL: &str = r#"
import asyncio, time
from concurrent.futures import ThreadPoolExecutor

def fetch(name):
    time.sleep(2)
    return name

async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, "pool") as pool:
        first = loop.run_in_executor(pool, fetch, "first")
        second = asyncio.wrap_future(pool.submit(fetch, "second"))
        print(await first)
        print(await second)

asyncio.run(main())
"#;

pub(crate) const CONDITION_WITH_A_LOCK: &str = r#"
import asyncio

async def main():
    lock = asyncio.Lock()
    news = asyncio.Condition(lock)
    async with lock:
        await asyncio.sleep(1)
    async with news:
        await asyncio.sleep(1)

asyncio.run(main())
"#;

pub(crate) const DEADLOCK: &str = r#"
import asyncio

async def take(one, two):
    async with one:
        await asyncio.sleep(1)
        async with two:
            print("both")

async def main():
    left = asyncio.Lock()
    right = asyncio.Lock()
    await asyncio.gather(take(left, right), take(right, left))

asyncio.run(main())
"#;

pub(crate) const CALLBACKS: &str = r#"
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(print, "soon")
    loop.call_later(1, print, "later")
    late = loop.call_later(3, print, "never")
    loop.call_later(2, done.set_result, None)
    await done
    late.cancel()

asyncio.run(main())
"#;

pub(crate) const FUNCTIONS_CALLED_BACK: &str = r#"
import asyncio, functools

async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def tick(number):
        print("tick", number)

    def ended(future):
        print("ended")

    done.add_done_callback(ended)
    loop.call_soon(functools.partial(tick, 1))
    await asyncio.sleep(0)
    loop.call_later(1, done.set_result, None)
    await done

asyncio.run(main())
"#;

pub(crate) const AS_COMPLETED: &str = r#"
import asyncio

async def work(delay):
    await asyncio.sleep(delay)
    return delay

async def main():
    for first in asyncio.as_completed([work(2), work(1)]):
        print(await first)

asyncio.run(main())
"#;

pub(crate) const EAGER: &str = r#"
import asyncio

async def work(delay):
    print("begun")
    await asyncio.sleep(delay)

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(work(0), work(1))

asyncio.run(main())
"#;

pub(crate) const CANCEL: &str = r#"
import asyncio

async def sleeper():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning up")
        await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
"#;

pub(crate) const CROWD: &str = r#"
import asyncio

async def work(number):
    await asyncio.sleep(number % 10)

async def main():
    await asyncio.gather(*(work(number) for number in range(1000)))

asyncio.run(main())
"#;

pub(crate) const TWO_RUNS: &str = r#"
import asyncio, time

async def fine():
    await asyncio.sleep(1)

async def fail(number):
    await asyncio.sleep(number)
    raise ValueError(number)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(3))
        group.create_task(fail(2))

asyncio.run(fine())
print("after")
time.sleep(1)
print("later")
asyncio.run(main())
"#;

pub(crate) const TWO_COOKS: &str = r#"
import asyncio, time

async def cook(dish):
    print("start", dish)
    time.sleep(1)
    await asyncio.sleep(1)

async def main():
    await asyncio.gather(cook("soup"), cook("rice"))

asyncio.run(main())
"#;
