# Coroutines of asyncio itself, begun by hand and closed where they stand: whoever waits is let go of, and others get their turn.
import asyncio


async def outcome(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return repr(error)


async def begun(coroutine):
    """Lets it run until it waits, then closes it."""
    step = coroutine.send(None)
    coroutine.close()
    try:
        coroutine.send(None)
    except RuntimeError as error:
        return type(step).__name__ if step is not None else None, str(error)


async def main():
    lock, event, semaphore, condition, queue, full = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0), asyncio.Condition(), asyncio.Queue(), asyncio.Queue(1)
    await lock.acquire()
    full.put_nowait("first")
    await condition.acquire()
    for name, coroutine in (
        ("sleep", asyncio.sleep(5, "slept")), ("sleep 0", asyncio.sleep(0)), ("lock", lock.acquire()), ("event", event.wait()), ("semaphore", semaphore.acquire()), ("get", queue.get()), ("put", full.put("second")), ("join", full.join()),
        ("wait_for", asyncio.wait_for(event.wait(), 3)), ("wait", asyncio.wait([asyncio.ensure_future(event.wait())])), ("barrier", asyncio.Barrier(2).wait()), ("to_thread", asyncio.to_thread(lambda: "job")),
    ):
        print(name, *await begun(coroutine))
    print(lock, queue.qsize(), full.qsize(), len(lock._waiters or ()), len(semaphore._waiters or ()))
    lock.release()
    semaphore.release()
    print(await outcome(asyncio.wait_for(lock.acquire(), 1)), await outcome(asyncio.wait_for(semaphore.acquire(), 1)), await full.get())
    never = asyncio.sleep(1)
    never.close()
    print(await outcome(never))
    for wrong in asyncio.sleep("x"), asyncio.sleep(None), asyncio.sleep([]), asyncio.wait([]), asyncio.wait(5), asyncio.sleep(float("nan")), asyncio.shield(asyncio.sleep(0, "shielded")), asyncio.wait_for(asyncio.sleep(0, "in time"), None), asyncio.wait_for(asyncio.sleep(0), 0), asyncio.wait_for(asyncio.sleep(1), -1):
        print(await outcome(wrong))
    for action in (lambda: asyncio.Semaphore("x"), lambda: asyncio.Semaphore(-1), lambda: asyncio.Queue("x").full(), lambda: asyncio.Barrier(0), lambda: asyncio.Barrier("x"), lambda: asyncio.Lock(5), lambda: asyncio.Event().wait(1), lambda: asyncio.Lock().release(), lambda: asyncio.shield(5), lambda: asyncio.gather(5), lambda: asyncio.ensure_future(5), lambda: asyncio.create_task(5), lambda: asyncio.as_completed(5), lambda: asyncio.get_running_loop().call_later("x", print), lambda: asyncio.get_running_loop().call_at(None, print)):
        try:
            print(repr(action())[:40])
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
