"""Calls of asyncio's functions with the wrong arguments."""
import asyncio


async def job():
    pass


async def main():
    queue, lock = asyncio.Queue(), asyncio.Lock()
    future = asyncio.get_running_loop().create_future()
    calls = [
        lambda: asyncio.sleep(),
        lambda: asyncio.sleep(1, 2, 3),
        lambda: asyncio.sleep(1, value=2),
        lambda: asyncio.sleep(1, delay=2),
        lambda: asyncio.wait_for(queue.get()),
        lambda: asyncio.wait_for(queue.get(), timout=1),
        lambda: asyncio.create_task(),
        lambda: asyncio.create_task(job(), 'name'),
        lambda: asyncio.create_task(job(), names='name'),
        lambda: asyncio.gather(job(), return_exception=True),
        lambda: asyncio.wait(),
        lambda: asyncio.wait([], 1),
        lambda: asyncio.wait([], return_whn=1),
        lambda: asyncio.timeout(),
        lambda: asyncio.timeout(1, 2),
        lambda: asyncio.shield(),
        lambda: asyncio.as_completed([], 1),
        lambda: asyncio.to_thread(),
        lambda: asyncio.run(),
        lambda: asyncio.Queue(1, 2),
        lambda: asyncio.Queue(size=2),
        lambda: queue.put(),
        lambda: queue.put(1, 2),
        lambda: queue.get(1),
        lambda: queue.put_nowait(),
        lambda: queue.get_nowait(3),
        lambda: queue.task_done(3),
        lambda: queue.join(3),
        lambda: queue.qsize(3),
        lambda: queue.shutdown(1, 2),
        lambda: asyncio.Lock(1),
        lambda: lock.acquire(1),
        lambda: lock.release(1),
        lambda: lock.locked(1),
        lambda: asyncio.Event(1),
        lambda: asyncio.Event().wait(1),
        lambda: asyncio.Event().set(1),
        lambda: asyncio.Semaphore(1, 2),
        lambda: asyncio.Semaphore(values=1),
        lambda: asyncio.BoundedSemaphore(1, 2),
        lambda: asyncio.Condition(1, 2),
        lambda: asyncio.Condition().notify(1, 2),
        lambda: asyncio.Condition().wait_for(),
        lambda: asyncio.Barrier(),
        lambda: asyncio.Barrier(1, 2),
        lambda: asyncio.TaskGroup(1),
        lambda: asyncio.TaskGroup().create_task(),
        lambda: future.set_result(),
        lambda: future.set_result(1, 2),
        lambda: future.result(1),
        lambda: future.exception(1),
        lambda: future.done(1),
        lambda: future.cancelled(1),
        lambda: future.add_done_callback(),
        lambda: future.remove_done_callback(),
        lambda: asyncio.iscoroutine(),
        lambda: asyncio.isfuture(),
        lambda: asyncio.current_task().get_name(1),
        lambda: asyncio.current_task().get_coro(1),
        lambda: asyncio.current_task().cancelling(1),
        lambda: asyncio.current_task().uncancel(1),
        lambda: asyncio.get_running_loop().create_future(3),
        lambda: asyncio.current_task(1, 2),
        lambda: asyncio.all_tasks(1, 2),
        lambda: asyncio.current_task().cancel(1, 2),
        lambda: asyncio.get_running_loop(1),
        lambda: asyncio.get_running_loop().call_later(1),
        lambda: asyncio.get_running_loop().call_soon(),
        lambda: asyncio.get_running_loop().create_task(),
    ]
    for number, call in enumerate(calls):
        try:
            result = call()
        except Exception as error:
            print(number, type(error).__name__, error)
        else:
            print(number, type(result).__name__)
            if hasattr(result, 'close'):
                result.close()


asyncio.run(main())
