import asyncio
import os
import signal


async def worker(name, queue):
    try:
        while True:
            job = await queue.get()
            await asyncio.sleep(1)
            print(f'{asyncio.get_running_loop().time():.1f} {name} did {job}')
            queue.task_done()
    except asyncio.CancelledError:
        print(f'{name} puts its tools away')
        await asyncio.sleep(0.5)
        print(f'{name} is gone')
        raise


async def shut_down(signum, tasks):
    print('asked to end by', signal.Signals(signum).name)
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results])


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    for job in range(10):
        queue.put_nowait(job)
    workers = [asyncio.create_task(worker(f'worker {n}', queue)) for n in range(2)]
    ended = loop.create_future()

    def on_signal(signum):
        task = asyncio.create_task(shut_down(signum, workers))
        task.add_done_callback(lambda _: ended.set_result(signum))

    for signum in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signum, on_signal, signum)
    loop.call_later(2.5, os.kill, os.getpid(), signal.SIGTERM)
    print('ended by', await ended)
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))


asyncio.run(main())
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
